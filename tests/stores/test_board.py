"""The promises of the ``Board`` port."""

import pytest

from reprise.model.document import Build, BuiltDocument, Recalled
from reprise.model.messages import TurnState
from tests.stores.rows import NOON, after


def finish(stores, generation, channel="world", next_change_at=None, fingerprint="f1"):
    stores.board.finish(channel, generation, next_change_at=next_change_at, fingerprint=fingerprint)


def test_an_empty_board_has_no_channels(stores):
    """
    Nothing was asked for yet.
    """
    assert stores.board.read() == {}
    assert stores.board.mark_dirty([], now=NOON) == {}


def test_marking_raises_each_channel_by_one(stores):
    """
    The new generations are answered; a channel named twice is raised once.
    """
    stores.board.mark_dirty(["world"], now=NOON)

    assert stores.board.mark_dirty(["world", "site", "world"], now=NOON) == {"world": 2, "site": 1}
    assert stores.board.read()["world"] == TurnState(dirty=2, dirty_since=NOON)


def test_dirty_since_is_the_first_mark(stores):
    """
    Later marks do not hide how long a channel has waited.
    """
    stores.board.mark_dirty(["world"], now=NOON)
    stores.board.mark_dirty(["world"], now=after(minutes=5))

    assert stores.board.read()["world"].dirty_since == NOON


def test_many_channels_are_marked_at_once(stores):
    """
    More than one update expression holds.
    """
    channels = [f"channel-{number:03d}" for number in range(150)]
    stores.board.mark_dirty(channels[:1], now=NOON)

    marked = stores.board.mark_dirty(channels, now=NOON)

    assert marked == dict.fromkeys(channels, 1) | {channels[0]: 2}
    assert set(stores.board.read()) == set(channels)


def test_a_finished_turn_cleans_the_channel(stores):
    """
    What it learned is on the board, to the microsecond.
    """
    stores.board.mark_dirty(["world"], now=NOON)

    finish(stores, 1, next_change_at=after(microseconds=1), fingerprint="ab12")

    assert stores.board.read()["world"] == TurnState(
        dirty=1, built=1, next_change_at=after(microseconds=1), fingerprint="ab12"
    )


def test_a_turn_overtaken_by_a_mark_leaves_the_channel_dirty(stores):
    """
    It built generation 1 while 2 was asked for: the clock must still see it waiting.
    """
    stores.board.mark_dirty(["world"], now=NOON)
    stores.board.mark_dirty(["world"], now=after(minutes=1))

    finish(stores, 1, next_change_at=after(hours=1))

    state = stores.board.read()["world"]
    assert (state.dirty, state.built, state.dirty_since) == (2, 1, NOON)
    assert state.next_change_at == after(hours=1)


@pytest.mark.parametrize(
    ("generation", "fingerprint"),
    [(1, "new"), (2, "late"), (3, "late")],
    ids=["lower", "same", "up"],
)
def test_built_never_goes_back(stores, generation, fingerprint):
    """
    A slow turn that ends after a newer one changes nothing; the same generation again may.
    """
    for _ in range(3):
        stores.board.mark_dirty(["world"], now=NOON)
    finish(stores, 2, fingerprint="new")

    finish(stores, generation, fingerprint="late")

    state = stores.board.read()["world"]
    assert (state.built, state.fingerprint) == (max(2, generation), fingerprint)
    assert (state.dirty_since is None) is (generation == 3)


def test_a_next_change_that_is_no_more_is_forgotten(stores):
    """
    A turn after which time changes nothing clears what the one before expected.
    """
    finish(stores, 1, next_change_at=NOON)
    finish(stores, 2, next_change_at=None)

    assert stores.board.read()["world"].next_change_at is None


def test_channels_do_not_touch_each_other(stores):
    """
    Each has its own line, whatever its name.
    """
    stores.board.mark_dirty(["d", "b", "news-2", "a" * 64], now=NOON)
    finish(stores, 1, channel="b")

    board = stores.board.read()
    assert {name: state.built for name, state in board.items()} == {
        "d": 0, "b": 1, "news-2": 0, "a" * 64: 0,
    }  # fmt: skip


# --- Build state ----------------------------------------------------------------------------------


def built(count: int, key_length: int = 32, start: int = 0) -> Build:
    """A build of three documents of *count* entries each, of plausible sizes."""
    keys = [f"{start + number:x}".rjust(key_length, "f") for number in range(count)]
    documents = {
        f"channels/world/feed.{name}": BuiltDocument(
            etag=f'"{name}"', digest=f"digest-{name}", head=900 + extra,
            entry_keys=tuple(keys),
            lengths=tuple(6000 + number % 977 + extra for number in range(count)),
        )
        for extra, name in enumerate(("rss", "atom", "json"))
    }  # fmt: skip
    return Build(channel="world", documents=documents, built_at=NOON)


def test_the_build_of_a_channel_never_built_is_empty(stores):
    """
    So the first turn puts its documents where none are.
    """
    assert stores.board.build("world") == Build(channel="world")


@pytest.mark.parametrize("count", [0, 1, 100, 5000], ids=str)
def test_a_build_comes_back_as_it_was_saved(stores, count):
    """
    Every key and length of 5,000 entries in three documents.
    """
    stores.board.save_build(built(count))

    assert stores.board.build("world") == built(count)


def test_the_last_build_saved_replaces_the_one_before(stores):
    """
    A large one by a small one and back, without a rest of either.
    """
    for count in (5000, 3, 4000):
        stores.board.save_build(built(count, start=count))
        assert stores.board.build("world") == built(count, start=count)


def test_what_a_build_remembers_beside_its_documents_comes_back(stores):
    """
    How far the history has come, and what the feed has to speak of once more.
    """
    recalled = (Recalled(release_at=NOON, article_id="a1"),)
    build = Build(channel="world", built_at=NOON, passed=NOON, recalled=recalled)

    stores.board.save_build(build)

    assert stores.board.build("world") == build


def test_documents_of_one_build_may_hold_different_entries(stores):
    """
    One format leaves out what another shows, in another order.
    """

    def holding(*keys: str) -> BuiltDocument:
        lengths = tuple(map(len, keys))
        return BuiltDocument(
            etag="e", digest="d", head=7, separator=2, entry_keys=keys, lengths=lengths
        )

    some = {"a": holding("one", "two", "three"), "b": holding("three", "one"), "c": holding()}
    stores.board.save_build(Build(channel="world", documents=some))

    assert stores.board.build("world").documents == some


@pytest.mark.parametrize("count", [0, 3, 9_000])
def test_a_turn_begins_with_the_channels_line_and_its_last_build(stores, count):
    """
    Both as they are read alone, whether or not there are any, and however large the build.
    """
    assert stores.board.begin("world") == (TurnState(), Build(channel="world"))
    stores.board.mark_dirty(["world", "site"], now=NOON)
    if count:
        stores.board.save_build(built(count))

    state, build = stores.board.begin("world")

    assert state == stores.board.read()["world"]
    assert build == stores.board.build("world")
