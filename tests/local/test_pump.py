"""
The pump: partial batches as Lambda reads them, schedules, dead letters.
"""

import json
from datetime import UTC, datetime, timedelta

import pytest

from reprise.errors import ConfigurationError
from reprise.local.clock import LocalClock, SteppedClock
from reprise.local.events import completed, event_of
from reprise.local.lines import Message
from reprise.local.pump import failures, rate

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def event():
    return event_of([Message(body, NOW, NOW) for body in ("one", "two")], "arn:aws:sqs:x:1:q")


def failing(*numbers):
    """A handler that reports the records at these places."""
    return lambda event: {
        "batchItemFailures": [
            {"itemIdentifier": event["Records"][number]["messageId"]} for number in numbers
        ]
    }


def explode(_):
    raise RuntimeError("boom")


ANSWERS = {
    # What a handler answers, and how many of two messages come again.
    "nothing": (lambda _: None, 0),
    "no failures": (failing(), 0),
    "one": (failing(1), 1),
    "both": (failing(0, 1), 2),
    "null list": (lambda _: {"batchItemFailures": None}, 0),
    "unknown id": (lambda _: {"batchItemFailures": [{"itemIdentifier": "other"}]}, 2),
    "wrong key": (lambda _: {"batchItemFailures": [{"id": "m1"}]}, 2),
    "wrong form": (lambda _: "fine", 2),
    "exception": (explode, 2),
}


@pytest.mark.parametrize(("handler", "again"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_read_as_lambda_reads_it(handler, again):
    """
    Named records come again; an answer of another form, or none at all, brings back all.
    """
    assert len(failures(handler, event(), [])) == again


def test_an_exception_is_noted():
    """
    What a handler raised can be told to the person at the terminal.
    """
    crashed = []

    failures(explode, event(), crashed)

    assert "boom" in crashed[0]


@pytest.mark.parametrize("wrong", ["cron(0 * * * ? *)", "rate(1 fortnight)", "hourly"])
def test_a_schedule_that_is_not_understood_is_an_error(wrong):
    """
    Never a schedule that quietly does not run.
    """
    with pytest.raises(ConfigurationError):
        rate(wrong)


def test_events_of_s3_are_told_as_aws_tells_them(here):
    """
    By the local clock, so that with a clock of last year uploads happened last year; and with the
    object's version, unless it is another object by now.
    """
    bucket = here.addresses["InboxBucket"]["Ref"]
    stored = here.clients.s3.put_object(Bucket=bucket, Key="inbox/a/b/c d.txt", Body=b"x")
    clock = LocalClock(NOW, speed=60, began=datetime(2026, 11, 25, tzinfo=UTC))

    def told(etag):
        thing = {"key": "inbox%2Fa%2Fb%2Fc+d.txt", "eTag": etag}
        record = {
            "eventTime": "2026-11-25T00:00:10.000Z",
            "s3": {"bucket": {"name": bucket}, "object": thing},
        }
        (found,) = json.loads(completed(json.dumps({"Records": [record]}), here.clients, clock))[
            "Records"
        ]
        return found

    assert datetime.fromisoformat(told("")["eventTime"]) == NOW + timedelta(minutes=10)
    assert told(stored["ETag"])["s3"]["object"]["versionId"] == stored["VersionId"]
    assert "versionId" not in told("of another")["s3"]["object"]
    for other in ("not json", '{"Event": "s3:TestEvent"}', '{"Records": [{}]}'):
        assert completed(other, here.clients, clock) == other


def test_the_schedule_beats_once_a_minute_and_does_not_catch_up(here):
    """
    After an hour's pause one beat is made, and the next falls on the minute.
    """
    (beat,) = here.pump.beats
    calls = []
    handler, beat.handler = beat.handler, calls.append
    assert isinstance(here.clock, SteppedClock)

    here.clock.advance(hours=1)
    here.pump.step()
    here.pump.step()
    here.clock.advance(seconds=61)
    here.pump.step()
    beat.handler = handler

    assert len(calls) == 2
    assert here.clock() < beat.next_at <= here.clock() + timedelta(minutes=1)


def test_a_poisoned_message_is_tried_five_times_and_lies_in_the_dead_letter_queue(here):
    """
    As the template says, on the template's own visibility timeout; and it is reported.
    """
    url = here.addresses["UploadsQueue"]["Ref"]
    here.clients.sqs.send_message(QueueUrl=url, MessageBody="poison")
    began = here.clock()

    assert here.pump.until_quiet()

    assert [(dead.queue, dead.body) for dead in here.pump.dead] == [("UploadsQueue", "poison")]
    assert here.clock() - began >= timedelta(seconds=4 * 360)
    dead_url = here.addresses["UploadsDeadQueue"]["Ref"]
    (found,) = here.clients.sqs.receive_message(QueueUrl=dead_url)["Messages"]
    assert found["Body"] == "poison"
