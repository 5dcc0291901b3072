"""
A queue's manners: what SQS does and moto does not.
"""

from datetime import UTC, datetime, timedelta

from reprise.local.lines import Line
from reprise.local.template import Queue

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def line(**changes):
    """A FIFO queue by default: no delay, 60 s of visibility, three receives."""
    given = {
        "name": "Turns",
        "fifo": True,
        "delay_seconds": 0,
        "visibility_seconds": 60,
        "scope": "messageGroup",
        "dead_letters": "Dead",
        "max_receives": 3,
    }
    return Line(Queue(**{**given, **changes}))


def bodies(messages):
    return [message.body for message in messages]


def after(**duration):
    return NOW + timedelta(**duration)


def test_a_group_is_delivered_in_order_and_groups_side_by_side():
    """
    First in, first out within a group.
    """
    queue = line()
    for n, (group, body) in enumerate([("a", "a1"), ("b", "b1"), ("a", "a2")]):
        queue.put(body, now=NOW, group=group, deduplication=str(n))

    assert bodies(queue.take(10, now=NOW)) == ["a1", "b1", "a2"]


def test_a_failed_message_holds_back_its_group_and_no_other():
    """
    a2 never overtakes a1; b goes on (moto delivers a2 first).
    """
    queue = line()
    for n, (group, body) in enumerate([("a", "a1"), ("a", "a2"), ("b", "b1")]):
        queue.put(body, now=NOW, group=group, deduplication=str(n))
    first, second, other = queue.take(10, now=NOW)
    for message in (first, second):
        queue.failed(message, now=NOW)
    queue.done(other)

    assert queue.take(10, now=after(seconds=59)) == []
    assert bodies(queue.take(10, now=after(seconds=60))) == ["a1", "a2"]


def test_on_a_standard_queue_a_failed_message_holds_back_nobody():
    """
    Without groups every message waits for itself alone.
    """
    queue = line(fifo=False)
    queue.put("one", now=NOW)
    queue.put("two", now=NOW)
    (one, _) = queue.take(10, now=NOW)
    queue.failed(one, now=NOW)
    queue.failed(_, now=after(seconds=-30))

    assert bodies(queue.take(10, now=after(seconds=30))) == ["two"]


def test_a_deduplication_id_is_remembered_for_five_minutes_even_after_its_message_is_done():
    """
    Just before five minutes it is a repetition, at five minutes it is news.
    """
    queue = line()
    queue.put("x", now=NOW, group="a", deduplication="1")
    queue.done(*queue.take(1, now=NOW))

    assert not queue.put("x", now=after(minutes=4, seconds=59), group="a", deduplication="1")
    assert queue.put("x", now=after(minutes=5), group="a", deduplication="1")


def test_deduplication_is_by_group_where_the_queue_says_so():
    """
    The same id in another group is another message, unless the scope is the queue.
    """
    by_group, by_queue = line(), line(scope="queue")
    for queue in (by_group, by_queue):
        queue.put("x", now=NOW, group="a", deduplication="1")

    assert by_group.put("x", now=NOW, group="b", deduplication="1")
    assert not by_queue.put("x", now=NOW, group="b", deduplication="1")


def test_a_delayed_message_is_not_there_before_its_time():
    """
    The queue's delay counts from sending.
    """
    queue = line(delay_seconds=10)
    queue.put("x", now=NOW, group="a", deduplication="1")

    assert queue.take(1, now=after(seconds=9)) == []
    assert queue.next_at() == after(seconds=10)
    assert bodies(queue.take(1, now=after(seconds=10))) == ["x"]


def test_a_message_that_failed_too_often_leaves():
    """
    After maxReceiveCount receives it is dead, and its group goes on.
    """
    queue = line()
    queue.put("poison", now=NOW, group="a", deduplication="1")
    queue.put("good", now=NOW, group="a", deduplication="2")
    stays = []
    for attempt in range(3):
        now = after(minutes=attempt)
        stays.append(queue.failed(queue.take(1, now=now)[0], now=now))

    assert stays == [True, True, False]
    assert bodies(queue.take(10, now=after(minutes=2))) == ["good"]


def test_without_a_dead_letter_queue_a_message_comes_for_ever():
    """
    Nothing is dropped that nobody kept.
    """
    queue = line(dead_letters=None, max_receives=0)
    queue.put("x", now=NOW)

    for attempt in range(20):
        now = after(minutes=attempt)
        assert queue.failed(queue.take(1, now=now)[0], now=now)
