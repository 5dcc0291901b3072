"""What the memory twins have beyond the ports: time, queues, doors, watching and counting."""

from datetime import timedelta

import pytest

from reprise.model.document import Document
from reprise.stores.memory import Clock, MemoryStores, MemoryTurnQueue, memory_stores
from reprise.stores.ports import Commit
from reprise.stores.watched import Call, Tally, watched
from tests.stores.rows import NOON, after, member, receipt, record, turn


@pytest.fixture
def clock():
    return Clock(NOON)


@pytest.fixture
def queue(clock):
    return MemoryTurnQueue(clock, delay=timedelta(seconds=10))


def received(queue):
    return [(d.turn.channel, d.turn.generation) for d in queue.receive()]


# --- Turn queue -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("later", "sent"),
    [(timedelta(minutes=5, microseconds=-1), 1), (timedelta(minutes=5), 2)],
    ids=["just-before", "at"],
)
def test_a_turn_is_not_sent_twice_within_five_minutes(queue, clock, later, sent):
    """
    Also when the first was done and deleted long before.
    """
    queue.send([turn()])
    clock.advance(seconds=10)
    queue.done(queue.receive()[0])
    clock.now = NOON + later

    queue.send([turn()])

    assert len(queue.sent) == sent
    assert len(queue.dropped) == 2 - sent


@pytest.mark.parametrize("other", [turn(generation=2), turn(channel="site")])
def test_another_generation_or_channel_is_another_turn(queue, other):
    """
    The deduplication id carries both, so no rebuild is lost (design rule 4).
    """
    queue.send([turn(), other])

    assert queue.sent == [turn(), other]


def test_another_bucket_is_another_turn(queue):
    """
    By the bucket the clock repairs a lost message within the five minutes.
    """
    queue.send([turn()], bucket="12:00")
    queue.send([turn()], bucket="12:01")

    assert len(queue.sent) == 2


def test_turns_wait_for_their_delay(queue, clock):
    """
    Bursts coalesce meanwhile.
    """
    queue.send([turn()])
    assert received(queue) == []

    clock.advance(seconds=10)
    assert received(queue) == [("world", 1)]


def test_a_channel_has_one_consumer_at_a_time(queue, clock):
    """
    Its later turns wait until the one in flight is done or given back; other channels go on.
    """
    queue.send([turn()])
    clock.advance(seconds=10)
    (first,) = queue.receive()
    queue.send([turn(generation=2), turn("site")])
    clock.advance(seconds=10)

    assert received(queue) == [("site", 1)]
    queue.done(first)
    assert received(queue) == [("world", 2)]


def test_a_turn_not_done_in_time_comes_again_in_order(queue, clock):
    """
    After the visibility timeout both come, the earlier first.
    """
    queue.send([turn(), turn(generation=2)])
    clock.advance(seconds=10)
    assert received(queue) == [("world", 1), ("world", 2)]
    assert received(queue) == []

    clock.advance(minutes=3)

    assert received(queue) == [("world", 1), ("world", 2)]


def test_a_turn_that_always_fails_is_buried(queue, clock):
    """
    After five receives it goes to the dead letters and no longer stops its channel.
    """
    queue.send([turn()])
    clock.advance(seconds=10)
    for _ in range(5):
        queue.back(queue.receive()[0])

    queue.send([turn(generation=2)])
    clock.advance(seconds=10)

    assert received(queue) == [("world", 2)]
    assert queue.dead == [turn()]
    assert queue.waiting() == 1


# --- Time in the buckets --------------------------------------------------------------------------


def test_the_site_is_known_as_it_stood(clock):
    """
    At, before and after each change, deletions included.
    """
    site = MemoryStores(clock).site
    etag = site.put(Document(key="feed", media_type="a/b", head=b"one"), expected_etag=None)
    clock.advance(minutes=1)
    site.put(Document(key="feed", media_type="a/b", head=b"two"), expected_etag=etag)
    clock.advance(minutes=1)
    site.delete("feed")

    stood = [site.as_of("feed", after(seconds=seconds)) for seconds in (-1, 0, 59, 60, 119, 120)]
    assert [found and found.body for found in stood] == [
        None, b"one", b"one", b"two", b"two", None,
    ]  # fmt: skip


def test_an_arrival_is_told_as_an_event_and_stamped_to_the_second(clock):
    """
    As S3 does: two uploads within a second have one time.
    """
    memory = MemoryStores(clock)
    clock.advance(microseconds=999_999)
    version = memory.inbox.put("inbox/riverside/t/a.txt", b"text", "text/plain")

    (upload,) = memory.inbox.arrived
    assert (upload.key, upload.version_id, upload.bytes) == ("inbox/riverside/t/a.txt", version, 4)
    assert upload.happened_at == NOON


# --- Upload tickets -------------------------------------------------------------------------------


def issue(memory, **changes):
    given = {"media_type": "text/plain", "max_bytes": 4, "now": NOON}
    return memory.tickets.issue("riverside", "a.txt", **(given | changes))


def test_a_ticket_lets_one_file_in(clock):
    """
    It arrives under the partner's prefix as it was sent.
    """
    memory = MemoryStores(clock)
    ticket = issue(memory)

    memory.tickets.upload(ticket, b"text", "text/plain")

    assert ticket.key.startswith("inbox/riverside/")
    found = memory.inbox.read(ticket.key, None, limit=9)
    assert found is not None
    assert found.body == b"text"


@pytest.mark.parametrize(
    ("body", "media_type", "minutes"),
    [(b"longer", "text/plain", 0), (b"text", "text/html", 0), (b"text", "text/plain", 15)],
    ids=["size", "type", "expired"],
)
def test_the_door_keeps_out_what_the_ticket_does_not_allow(clock, body, media_type, minutes):
    """
    Too long, of another type, or a quarter of an hour later.
    """
    memory = MemoryStores(clock)
    ticket = issue(memory)
    clock.advance(minutes=minutes)

    with pytest.raises(PermissionError):
        memory.tickets.upload(ticket, body, media_type)
    assert memory.inbox.arrived == []


# --- Watching and counting ------------------------------------------------------------------------


class CrashError(Exception):
    """The process ends here."""


@pytest.mark.parametrize(("phase", "stored"), [("before", False), ("after", True)])
def test_a_crash_can_be_set_before_and_after_any_call(phase, stored):
    """
    Before: nothing happened. After: it did, and nobody heard of it.
    """

    def crash(call: Call) -> None:
        if (call.name, call.phase) == ("articles.commit", phase):
            raise CrashError

    memory = MemoryStores()
    with pytest.raises(CrashError):
        memory.stores(crash).articles.commit(Commit(record()))

    assert (memory.articles.record("a1") is not None) is stored


def stumble(call: Call) -> None:
    raise LookupError(call.name)


def test_calls_are_counted_with_what_they_carry():
    """
    Items and bytes both ways; a failed call counts for nothing.
    """
    tally = Tally()
    stores = memory_stores(on_call=tally)

    stores.archive.put("articles/d.json", b"12345")
    stores.archive.get("articles/d.json")
    stores.articles.commit(Commit(record(), (member(), member(channel="b")), receipt=receipt()))
    stores.articles.members_until("b", NOON, limit=9)
    list(stores.site.keys())
    with pytest.raises(LookupError):
        watched(stores, stumble).archive.get("articles/d.json")

    assert tally.calls == {
        "archive.put": 1, "archive.get": 1, "articles.commit": 1, "articles.members_until": 1,
        "site.keys": 1,
    }  # fmt: skip
    assert (tally.total, tally.items_in, tally.items_out) == (5, 5, 2)
    assert tally.bytes_out > 5
    assert tally.bytes_in > tally.bytes_out


def test_the_outside_is_told_once_for_each_reference():
    """
    The same invalidation again is one request; hubs hear every call.
    """
    memory = MemoryStores()
    for _ in range(2):
        memory.edge.invalidate(["/b", "/a"], reference="world-7")
        memory.hub.announce("https://hub.example/", "https://site.example/feed")
    memory.edge.invalidate([], reference="world-8")

    assert memory.edge.forgotten == [("world-7", ("/a", "/b"))]
    assert len(memory.hub.told) == 2
