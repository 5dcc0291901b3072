"""
The publish and clock doors: turns in, documents out; one channel's failure stays its own.
"""

import json

import pytest

from reprise.errors import TransientError
from reprise.local.events import event_of
from reprise.local.lines import Message
from reprise.local.log import LOG
from reprise.model.messages import Turn
from reprise.pipeline.takedown import TAKEDOWNS, overdue
from reprise.telemetry import Metric


def turns(doors, *asked):
    """An SQS event of FIFO messages, one for each channel name or body in *asked*."""
    now = doors.memory.clock()
    return event_of(
        [
            Message(body, now, now, group=group, deduplication=f"{n}")
            for n, (group, body) in enumerate(asked)
        ],
        "arn:aws:sqs:x:1:turns.fifo",
    )


def turn(channel, generation=1):
    return channel, Turn(channel=channel, generation=generation).model_dump_json()


def test_a_turn_publishes_its_channel(doors):
    """
    Even an empty channel has its feeds and its landing page.
    """
    doors.memory.board.mark_dirty(["front"], now=doors.memory.clock())

    answer = doors["publish"](turns(doors, turn("front")))

    assert answer == {"batchItemFailures": []}
    assert "channels/front/feed.atom" in set(doors.memory.site.keys())


def test_a_failing_channel_holds_back_only_its_own_later_turns(doors):
    """
    After a failure the same channel's turns come again in order; other channels go on.
    """

    def hook(call):
        if call.name == "board.begin" and call.arguments == ("front",):
            raise TransientError("busy")

    doors.hook = hook
    doors.memory.board.mark_dirty(["front", "world"], now=doors.memory.clock())
    event = turns(doors, turn("front", 1), turn("world", 1), turn("front", 2))

    answer = doors["publish"](event)

    ids = [record["messageId"] for record in event["Records"]]
    failed = [each["itemIdentifier"] for each in answer["batchItemFailures"]]
    assert failed == [ids[0], ids[2]]
    assert "channels/world/feed.atom" in set(doors.memory.site.keys())


def test_a_message_that_is_no_turn_fails(doors):
    """
    Nothing is dropped: what can't be read ends in the dead-letter queue.
    """
    answer = doors["publish"](turns(doors, ("front", "nonsense")))

    assert len(answer["batchItemFailures"]) == 1


def test_the_clock_asks_for_every_channel_that_was_never_built(doors):
    """
    A fresh deployment publishes its empty channels within a minute.
    """
    doors["clock"]({})

    dirty = {name for name, state in doors.memory.board.read().items() if state.dirty}
    assert dirty == {"site", *doors["clock"].module.house.configuration.channels}


def test_an_idle_clock_asks_for_nothing(doors):
    """
    When everything is built, the clock marks nothing.
    """
    doors["clock"]({})
    doors["publish"](turns(doors, *(turn(name) for name in doors.memory.board.read())))
    before = doors.memory.board.read()

    doors["clock"]({})

    assert doors.memory.board.read() == before


def take_in(doors, item):
    """Put *item* in the inbox of a partner with an agreement, and ingest it."""
    key = f"inbox/harbour-post/t{len(doors.memory.inbox.arrived)}00000/a.json"
    doors.memory.inbox.put(key, json.dumps(item).encode(), "application/json")
    upload = doors.memory.inbox.arrived[-1]
    record = {
        "eventName": "ObjectCreated:Post",
        "eventTime": upload.happened_at.isoformat(),
        "s3": {"object": {"key": key, "size": upload.bytes, "versionId": upload.version_id}},
    }
    now = doors.memory.clock()
    body = json.dumps({"Records": [record]})
    assert doors["ingest"](event_of([Message(body, now, now)], "arn:aws:sqs:x:1:uploads"))


def publish_what_waits(doors):
    while waiting := doors.memory.turns.receive():
        asked = [(one.turn.channel, one.turn.model_dump_json()) for one in waiting]
        assert doors["publish"](turns(doors, *asked)) == {"batchItemFailures": []}
        for one in waiting:
            doors.memory.turns.done(one)


@pytest.mark.parametrize(
    ("seconds", "late"), [(899, 0), (900, 1), (901, 1)], ids=["before", "at", "past"]
)
def test_the_clock_counts_and_names_a_takedown_at_its_deadline(
    doors, story, monkeypatch, seconds, late
):
    """
    Row B46: fifteen minutes after a kill a place still shows the article; its alarm reads the
    metric, its operator the log.
    """
    take_in(doors, story())
    publish_what_waits(doors)
    doors.memory.clock.advance(minutes=5)
    take_in(doors, {"format": "reprise/1", "action": "kill", "id": "ferry"})
    doors.memory.clock.advance(seconds=seconds)
    LOG.complaints.clear()
    counted = {}
    monkeypatch.setattr(doors["clock"].module.telemetry, "count", counted.__setitem__)

    doors["clock"]({})

    told = [one for one in LOG.complaints if one["message"] == "takedown overdue"]
    assert len(told) == late
    assert all("site" in one["places"] for one in told)
    assert counted[Metric.TAKEDOWNS_OVERDUE] == late


def test_a_takedown_that_is_done_is_counted_no_more(doors, story):
    """
    It is looked at once after its deadline, and leaves the agenda; until then each minute.
    """
    take_in(doors, story())
    publish_what_waits(doors)
    doors.memory.clock.advance(minutes=5)
    take_in(doors, {"format": "reprise/1", "action": "kill", "id": "ferry"})
    doors.memory.clock.advance(minutes=15)
    assert len(overdue(stores=doors.memory.stores(), now=doors.memory.clock())) == 1
    publish_what_waits(doors)
    later = doors.memory.clock()
    assert overdue(stores=doors.memory.stores(), now=later) == ()
    assert doors.memory.articles.agenda_until(later, limit=9, place=TAKEDOWNS) == []


@pytest.mark.parametrize(("seconds", "behind"), [(0, 0), (899, 899), (900, 900)])
def test_the_clock_tells_how_far_the_site_is_behind(doors, story, monkeypatch, seconds, behind):
    """
    Row B46: what a grant's end takes back goes page by page; how long that is due has an alarm.
    """
    take_in(doors, story())
    publish_what_waits(doors)
    doors.memory.clock.advance(minutes=5)
    take_in(doors, {"format": "reprise/1", "action": "revoke", "grant": {"id": "g"}})
    doors.memory.clock.advance(seconds=seconds)
    counted = {}
    monkeypatch.setattr(doors["clock"].module.telemetry, "count", counted.__setitem__)

    doors["clock"]({})

    assert counted[Metric.SITE_BEHIND] == behind
    publish_what_waits(doors)
    doors["clock"]({})
    assert counted[Metric.SITE_BEHIND] == 0
