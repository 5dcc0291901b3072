"""The inbox bucket: uploads as received, every version."""

from __future__ import annotations

from collections.abc import Iterable

from reprise.stores.aws.objects import Bucket
from reprise.stores.objects import UNKNOWN_TYPE, too_large
from reprise.stores.ports import StoredObject


class AwsInbox:
    """The ``Inbox`` port on S3."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    def read(self, key: str, version_id: str | None, *, limit: int) -> StoredObject | None:
        answer = self._bucket.open(key, version_id)
        if answer is None:
            return None
        # The event's size is hearsay; what S3 is about to send counts, before it is read.
        if answer["ContentLength"] > limit:
            answer["Body"].close()
            raise too_large(key, answer["ContentLength"], limit)
        return self._bucket.taken(key, answer)

    def put(self, key: str, body: bytes, media_type: str) -> str | None:
        version: str | None = self._bucket.put(key, body, ContentType=media_type).get("VersionId")
        return version

    def add(self, uploads: Iterable[tuple[str, bytes]]) -> None:
        self._bucket.put_all_new((key, body, UNKNOWN_TYPE) for key, body in uploads)
