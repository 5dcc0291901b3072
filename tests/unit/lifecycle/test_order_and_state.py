"""The order rule and the state that versions add up to (invariant 4, rows M43, B49)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.lifecycle.order import in_order
from reprise.lifecycle.significance import is_significant, similarity, sketch
from reprise.lifecycle.state import merge, state_of
from reprise.model.permission import Origin, Permission, Stated
from reprise.model.submission import Action
from reprise.model.versions import ArticleRecord, Listing, Status, VersionRecord

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
EMPTY = ArticleRecord(article_id="a", partner="p", identity="1", guid="urn:a")


def version(
    digest: str,
    minute: int,
    *,
    action: Action = Action.PUBLISH,
    number: int | None = None,
    stated: int | None = None,
    text: str = "the harbour bridge opens again after the long repair",
    headline: str = "Bridge opens",
    correction: bool = False,
    visible: int | None = None,
    withheld: bool = False,
    expires: int | None = None,
) -> VersionRecord:
    """A version stored *minute* minutes after noon."""
    ends = Permission(expires_at=None if expires is None else NOON + timedelta(minutes=expires))
    stated_terms = (Stated(origin=Origin.UPLOAD, permission=ends),) if expires is not None else ()
    listing = Listing(headline=headline, guid="urn:a", permissions=stated_terms)
    return VersionRecord(
        action=action,
        upload=f"u-{digest}-{minute}",
        stored_at=NOON + timedelta(minutes=minute),
        digest=digest,
        stated_version=number,
        stated_at=None if stated is None else NOON + timedelta(minutes=stated),
        correction=correction,
        significance=sketch(text),
        visible_from=None if visible is None else NOON + timedelta(minutes=visible),
        withheld=withheld,
        listing=listing if action is Action.PUBLISH else None,
    )


def record(*versions: VersionRecord) -> ArticleRecord:
    """The record after *versions* arrived in this order."""
    held = EMPTY
    for each in versions:
        held = merge(held, each)
    return held


SETS = {
    "numbers beat arrival": [
        version("v1", 30, number=1),
        version("v2", 10, number=2),
        version("v3", 20, number=3),
    ],
    "stated times beat arrival": [
        version("old", 30, stated=1),
        version("new", 10, stated=5),
        version("newest", 20, stated=6),
    ],
    "numbered, dated and silent ones mixed": [
        version("five", 1, number=5),
        version("three", 9, number=3),
        version("silent", 4),
        version("dated", 12, stated=2),
    ],
    "withdrawn and sent again": [
        version("v1", 1),
        version("gone", 5, action=Action.WITHDRAW),
        version("v1", 9),
        version("v1", 3),
    ],
    "killed in the middle": [
        version("v1", 1),
        version("dead", 2, action=Action.KILL),
        version("v2", 3),
        version("v3", 4),
    ],
}


@pytest.mark.parametrize("versions", SETS.values(), ids=SETS.keys())
def test_every_order_of_arrival_ends_in_the_same_state(versions):
    """
    All permutations of a set of versions give the same versions in the same order, and state.
    """
    results = {
        (record(*order).versions, state_of(record(*order))) for order in permutations(versions)
    }
    assert len(results) == 1


actions = st.sampled_from([Action.PUBLISH, Action.PUBLISH, Action.PUBLISH, Action.WITHDRAW])
any_version = st.builds(
    lambda digest, minute, action, number, stated, visible: version(
        f"{digest}-{action}-{number}-{stated}-{visible}",
        minute,
        action=action,
        number=number,
        stated=stated,
        visible=visible,
        text=f"{digest} " * 9 + "one text",
    ),
    st.sampled_from("abcd"),
    st.integers(0, 40),
    actions,
    st.none() | st.integers(0, 4),
    st.none() | st.integers(0, 60),
    st.none() | st.integers(0, 60),
)


@given(st.lists(any_version, max_size=7), st.randoms(use_true_random=False))
def test_merging_is_a_set_union(versions, random):
    """
    Shuffled and repeated deliveries of any versions end in the same record but for its revision.
    """
    again = [*versions, *random.choices(versions, k=len(versions))] if versions else []
    random.shuffle(again)
    one, other = record(*versions), record(*again)
    assert one.versions == other.versions
    assert state_of(one) == state_of(other)


def test_a_higher_number_is_never_older():
    """Rule 1: whatever the times say, version 3 comes after version 2."""
    late_two = version("two", 50, number=2, stated=50)
    early_three = version("three", 1, number=3, stated=1)
    assert in_order([late_two, early_three]) == (late_two, early_three)


@pytest.mark.parametrize(
    ("stated", "newest"),
    [(4, "b"), (5, "a"), (6, "a")],
    ids=["just before", "same moment, stored later", "just after"],
)
def test_a_silent_version_counts_from_its_storing(stated, newest):
    """Rule 2 at its boundary: a stated time against another's time of storing at minute 5."""
    silent = version("b", 5)
    dated = version("a", 30, stated=stated)
    assert in_order([silent, dated])[-1].digest == newest


def test_a_stated_time_in_the_future_counts_as_the_moment_of_storing():
    """A clock that is ahead cannot keep later versions out."""
    ahead = version("ahead", 1, stated=9_999)
    later = version("later", 2)
    assert in_order([ahead, later])[-1] is later


def test_a_kill_is_for_ever():
    """Nothing that comes later brings a killed article back (row M44)."""
    held = record(version("v1", 1), version("k", 2, action=Action.KILL), version("v2", 99))
    assert state_of(held).status is Status.KILLED


@pytest.mark.parametrize(
    ("ends", "after"),
    [
        (version("k", 2, action=Action.KILL), [version("v2", 9)]),
        (version("k", 2, action=Action.KILL), [version("v2", 9, stated=1)]),
        (version("w", 2, withheld=True), []),
        (version("w", 2, withheld=True), [version("x", 9, expires=3)]),
        (version("w", 2, action=Action.WITHDRAW), [version("x", 9, withheld=True)]),
        (version("x", 2, expires=0), []),
    ],
    ids=[
        "killed",
        "killed-before-an-older-one",
        "withheld",
        "withheld-then-over",
        "withdrawn",
        "over",
    ],
)
def test_what_was_shown_last_stands_for_what_was_taken_back(ends, after):
    """Whatever comes afterwards without bringing it back: where that stood, people are told."""
    state = state_of(record(version("v1", 1), ends, *after))
    assert state.status is not Status.USABLE
    assert state.current == version("v1", 1)
    assert state.ended_at == NOON + timedelta(minutes=2)


def test_a_version_that_was_over_when_it_came_takes_back_only_what_stood():
    """Of an article that was never shown nothing is taken back; one that lasts brings it back."""
    over = version("x", 5, expires=4)
    assert state_of(record(over)).status is Status.USABLE
    assert state_of(record(version("v1", 1), over)).status is Status.EXPIRED
    back = state_of(record(version("v1", 1), over, version("v2", 9, expires=99)))
    assert (back.status, back.ended_at) == (Status.USABLE, None)
    assert back.updated_at == NOON + timedelta(minutes=9)


def test_a_withdrawn_article_may_return_past_its_tombstone():
    """A version stored after the withdrawal returns, and `updated` passes `when` (TS-03)."""
    held = record(version("v1", 1), version("w", 5, action=Action.WITHDRAW), version("v2", 9))
    state = state_of(held)
    assert state.status is Status.USABLE
    assert state.published_at == NOON + timedelta(minutes=1)
    assert state.updated_at == NOON + timedelta(minutes=9)


def test_an_old_version_delivered_after_a_withdrawal_does_not_return():
    """A late delivery of what was withdrawn stays withdrawn."""
    held = record(
        version("w", 5, action=Action.WITHDRAW),
        version("v1", 9, stated=1),
        version("v0", 9, stated=0),
    )
    assert state_of(held).status is Status.WITHDRAWN


def test_a_typo_fix_moves_no_date():
    """AT-07: a touch-up keeps `published` and `updated`."""
    text = " ".join(f"word{n}" for n in range(300))
    held = record(
        version("v1", 1, text=text), version("v2", 60, text=text.replace("word7 ", "w7 "))
    )
    state = state_of(held)
    assert state.current.digest == "v2"
    assert state.updated_at == state.published_at == NOON + timedelta(minutes=1)


def test_a_correction_moves_updated_only():
    """Row M43: a version that says it corrects moves `updated`, never `published`."""
    held = record(version("v1", 1), version("v2", 60, correction=True))
    assert state_of(held).published_at == NOON + timedelta(minutes=1)
    assert state_of(held).updated_at == NOON + timedelta(minutes=60)


@pytest.mark.parametrize(
    ("stated", "updated"),
    [(-30, 20), (9, 20), (10, 20), (11, 11), (20, 20), (40, 20), (None, 20)],
    ids=["before", "just before", "on", "just after", "when stored", "in the future", "silent"],
)
def test_a_correction_moves_updated_whenever_it_was_made(stated, updated):
    """
    We published at minute 10 and got the correction at 20: its own time counts when it is later
    than what readers were told so far, else the time it came (E8, MS-05).
    """
    new = version("v2", 20, stated=stated, correction=True)
    state = state_of(record(version("v1", 10, stated=-60), new))
    assert state.published_at == NOON + timedelta(minutes=10)
    assert state.updated_at == NOON + timedelta(minutes=updated)


@pytest.mark.parametrize(
    ("stored", "published"),
    [(9, 20), (10, 20), (11, 10)],
    ids=["replaced before it lifts", "replaced as it lifts", "replaced after"],
)
def test_an_embargo_overtaken_before_it_lifts_never_counted(stored, published):
    """First publication is when it could first be seen, not when it was first promised."""
    held = record(version("v1", 0, visible=10), version("v2", stored, visible=20))
    assert state_of(held).published_at == NOON + timedelta(minutes=published)


def test_the_same_content_again_and_again_does_not_grow_the_record():
    """A feed that repeats its entries keeps the first and the last delivery of each."""
    held = record(*(version("v1", minute) for minute in range(50)))
    assert [v.stored_at.minute for v in held.versions] == [0, 49]


def test_sketches_tell_touch_ups_from_other_texts():
    """The estimate is near the truth: one word of 300, a third of the text, another text."""
    words = [f"word{n}" for n in range(300)]
    text = sketch(" ".join(words))
    assert similarity(text, sketch(" ".join([*words[:-1], "other"]))) > 0.95
    third = sketch(" ".join([*words[:200], *(f"new{n}" for n in range(100))]))
    assert 0.3 < similarity(text, third) < 0.7
    assert similarity(text, sketch(" ".join(f"x{n}" for n in range(300)))) < 0.05


def test_another_headline_is_significant():
    """A new headline is a change even when the text is the same."""
    before = version("v1", 1)
    assert is_significant(before, version("v2", 2, headline="Bridge stays closed for good"))
    assert not is_significant(before, version("v3", 2, headline="Bridge opens."))


# --- Back catalogue -------------------------------------------------------------------------------


def old(digest: str, minute: int, days: int, **facts) -> VersionRecord:
    """A version that came with a back catalogue and appeared *days* before noon."""
    appeared = NOON - timedelta(days=days)
    return version(digest, minute, **facts).model_copy(update={"appeared_at": appeared})


def test_story_of_a_back_catalogue_appeared_when_it_did():
    """Not when it was stored; and nothing of it was changed by that."""
    state = state_of(record(old("a", 0, days=900)))

    assert state.published_at == state.updated_at == NOON - timedelta(days=900)


def test_grant_that_is_younger_than_an_old_story_is_when_it_appears():
    """We may show it from then on only."""
    state = state_of(record(old("a", 0, days=900, visible=-60)))

    assert state.published_at == NOON - timedelta(minutes=60)


@pytest.mark.parametrize(("minute", "days"), [(1, 0), (0, 0), (-1, 900)])
def test_release_time_of_a_story_we_had_already_does_not_move(minute, days):
    """An old version counts from long ago only if it was stored before any that came as news."""
    versions = (version("new", 0, stated=-10), old("old", minute, days=900, stated=-20))

    for order in permutations(versions):
        published_at = state_of(record(*order)).published_at
        assert published_at == NOON - timedelta(days=900) if days else published_at >= NOON
