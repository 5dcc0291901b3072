"""
The publish and clock doors: turns in, documents out; one channel's failure stays its own.
"""

from reprise.errors import TransientError
from reprise.local.events import event_of
from reprise.local.lines import Message
from reprise.model.messages import Turn


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
        if call.name == "board.build" and call.arguments == ("front",):
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
