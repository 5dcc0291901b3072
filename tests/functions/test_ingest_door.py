"""
The ingest door: S3's events in, partial failures out, one announcement for a batch.
"""

import json

import pytest

from reprise.errors import TransientError
from reprise.local.events import event_of
from reprise.local.lines import Message


def s3_event(*uploads, **record):
    """An S3 event message telling of *uploads*, as AWS words it."""
    return json.dumps(
        {
            "Records": [
                {
                    "eventVersion": "2.6",
                    "eventName": "ObjectCreated:Post",
                    "eventTime": upload.happened_at.isoformat(),
                    "s3": {
                        "object": {
                            "key": upload.key,
                            "size": upload.bytes,
                            "versionId": upload.version_id,
                        }
                    },
                    **record,
                }
                for upload in uploads
            ]
        }
    )


def batch(doors, *bodies):
    """An SQS event of one message for each of *bodies*."""
    now = doors.memory.clock()
    return event_of([Message(body, now, now) for body in bodies], "arn:aws:sqs:x:1:uploads")


def arrive(doors, item, name="a.json", partner="sample"):
    """Put an upload in the inbox; answers what S3 would tell."""
    body = item if isinstance(item, bytes) else json.dumps(item).encode()
    doors.memory.inbox.put(
        f"inbox/{partner}/t{len(doors.memory.inbox.arrived)}00000/{name}", body, ""
    )
    return doors.memory.inbox.arrived[-1]


def test_an_upload_ends_in_a_receipt_and_turns_of_its_channels(doors, story):
    """
    One good message: accepted, nothing to retry, and the site's and channels' turns are asked for.
    """
    upload = arrive(doors, story())

    answer = doors["ingest"](batch(doors, s3_event(upload)))

    assert answer == {"batchItemFailures": []}
    assert [r.status for r in doors.memory.articles.receipts("sample")] == ["accepted"]
    assert {"site", "front"} <= set(doors.memory.board.read())


def test_a_message_that_is_no_event_fails_alone(doors, story):
    """
    A poisoned message comes back to the queue by itself; its neighbours are done.
    """
    upload = arrive(doors, story())
    event = batch(doors, "not json", s3_event(upload), '{"hello": "world"}')

    answer = doors["ingest"](event)

    failed = {each["itemIdentifier"] for each in answer["batchItemFailures"]}
    assert failed == {event["Records"][0]["messageId"], event["Records"][2]["messageId"]}
    assert len(doors.memory.articles.receipts("sample")) == 1


def test_an_unreadable_upload_is_refused_and_its_message_is_done(doors):
    """
    A partner's fault ends in a receipt, never in a retry.
    """
    upload = arrive(doors, b"")

    answer = doors["ingest"](batch(doors, s3_event(upload)))

    assert answer == {"batchItemFailures": []}
    assert [r.status for r in doors.memory.articles.receipts("sample")] == ["refused"]


def test_an_upload_that_cannot_be_read_yet_comes_again(doors):
    """
    An event without its object is the moment's fault: back to the queue.
    """
    upload = arrive(doors, b"x").model_copy(update={"key": "inbox/sample/t000000/missing.txt"})
    event = batch(doors, s3_event(upload))

    answer = doors["ingest"](event)

    assert len(answer["batchItemFailures"]) == 1


def test_what_s3_sends_when_a_bucket_is_set_up_is_done_with(doors):
    """
    s3:TestEvent is not an upload and not a failure.
    """
    answer = doors["ingest"](batch(doors, '{"Service": "Amazon S3", "Event": "s3:TestEvent"}'))

    assert answer == {"batchItemFailures": []}


def test_several_uploads_in_one_message_are_all_taken_in(doors, story):
    """
    A message may hold several records; each gets its receipt.
    """
    uploads = [arrive(doors, story("one")), arrive(doors, story("two"))]

    doors["ingest"](batch(doors, s3_event(*uploads)))

    assert len(doors.memory.articles.receipts("sample")) == 2


def test_a_batch_is_announced_once(doors, story):
    """
    Ten uploads raise each channel's generation by one, not by ten.
    """
    uploads = [arrive(doors, story(f"story-{n}", headline=f"Story number {n}")) for n in range(10)]

    doors["ingest"](batch(doors, *(s3_event(upload) for upload in uploads)))

    assert doors.memory.board.read()["front"].dirty == 1


def test_when_announcing_fails_every_record_comes_again(doors, story):
    """
    Committed but not announced: the redelivered uploads change nothing and announce again.
    """
    failing = [True]

    def hook(call):
        if call.name == "board.mark_dirty" and call.phase == "before" and failing:
            failing.pop()
            raise TransientError("the table is busy")

    doors.hook = hook
    uploads = [arrive(doors, story("one")), arrive(doors, story("two", headline="Another story"))]
    event = batch(doors, *(s3_event(upload) for upload in uploads))

    first = doors["ingest"](event)
    second = doors["ingest"](event)

    assert len(first["batchItemFailures"]) == 2
    assert second == {"batchItemFailures": []}
    assert len(doors.memory.articles.receipts("sample")) == 2
    assert doors.memory.board.read()["front"].dirty == 1


@pytest.mark.parametrize(
    "key",
    ["inbox/sample/t900000/M%C3%BCller+story.json", "inbox%2Fsample%2Ft900000%2FM%C3%BCller%20story.json"],
    ids=["as AWS encodes keys", "as moto does"],
)  # fmt: skip
def test_keys_are_decoded(doors, story, key):
    """
    Keys come URL-encoded, slashes kept or not.
    """
    doors.memory.inbox.put(
        "inbox/sample/t900000/Müller story.json", json.dumps(story()).encode(), ""
    )
    upload = doors.memory.inbox.arrived[-1].model_copy(update={"key": key})

    doors["ingest"](batch(doors, s3_event(upload)))

    assert [r.key for r in doors.memory.articles.receipts("sample")] == [
        "inbox/sample/t900000/Müller story.json"
    ]


def test_an_event_without_a_version_is_of_the_object_as_it_is_now(doors, story):
    """
    moto tells no version id; the receipt names the version that was read.
    """
    upload = arrive(doors, story())

    doors["ingest"](batch(doors, s3_event(upload.model_copy(update={"version_id": None}))))

    (receipt,) = doors.memory.articles.receipts("sample")
    assert receipt.version_id == upload.version_id


def test_objects_that_leave_are_no_uploads(doors, story):
    """
    Events of other kinds than arrivals are ignored.
    """
    upload = arrive(doors, story())

    doors["ingest"](batch(doors, s3_event(upload, eventName="ObjectRemoved:Delete")))

    assert doors.memory.articles.receipts("sample") == []
