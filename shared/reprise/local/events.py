"""Events as AWS would hand them over: messages in a batch for Lambda, arrivals told by S3."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import unquote_plus

from botocore.exceptions import ClientError

from reprise.local.clock import Clock
from reprise.local.lines import Message
from reprise.local.resources import REGION, Clients


def event_of(batch: Sequence[Message], arn: str) -> dict[str, Any]:
    """A batch as Lambda hands it to a function."""
    return {"Records": [_record(message, arn) for message in batch]}


def _record(message: Message, arn: str) -> dict[str, Any]:
    sent = str(int(message.sent_at.timestamp() * 1000))
    fifo = (
        {
            "MessageGroupId": message.group,
            "MessageDeduplicationId": message.deduplication,
            "SequenceNumber": message.id[1:].zfill(20),
        }
        if message.group
        else {}
    )
    return {
        "messageId": message.id,
        "receiptHandle": f"{message.id}-{message.receives}",
        "body": message.body,
        "attributes": {
            "ApproximateReceiveCount": str(message.receives),
            "SentTimestamp": sent,
            "SenderId": "local",
            "ApproximateFirstReceiveTimestamp": sent,
            **fifo,
        },
        "messageAttributes": {},
        "md5OfBody": hashlib.md5(message.body.encode(), usedforsecurity=False).hexdigest(),
        "eventSource": "aws:sqs",
        "eventSourceARN": arn,
        "awsRegion": REGION,
    }


def completed(body: str, clients: Clients, clock: Clock) -> str:
    """
    An S3 event as AWS would have sent it: told by *clock*, and with the version of the object.

    moto tells the machine's time and no version. Other bodies stay as they are.
    """
    try:
        message = json.loads(body)
        for record in message["Records"]:
            told = datetime.fromisoformat(record["eventTime"])
            record["eventTime"] = clock.at(told).isoformat()
            record["s3"]["object"].update(_version(record["s3"], clients))
    except (ValueError, TypeError, KeyError):
        return body
    return json.dumps(message)


def _version(told: Mapping[str, Any], clients: Clients) -> dict[str, str]:
    """The version id of the object that was told of; nothing when it is another one by now."""
    bucket, key = told["bucket"]["name"], unquote_plus(told["object"]["key"])
    try:
        found = clients.s3.head_object(Bucket=bucket, Key=key)
    except ClientError:
        return {}
    same = found["ETag"].strip('"') == told["object"]["eTag"].strip('"')
    return {"versionId": found["VersionId"]} if same and "VersionId" in found else {}
