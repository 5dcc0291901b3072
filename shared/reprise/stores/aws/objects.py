"""Reading objects of a bucket: what all three buckets share."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from botocore.exceptions import ClientError

from reprise.stores.aws.errors import MISSING, code_of, translate, translated
from reprise.stores.ports import StoredObject

ALREADY_THERE = {"412", "PreconditionFailed"}
SIDE_BY_SIDE = 10
"""Writes under way at once: as many as botocore keeps connections."""
UNREADABLE_VERSION = {"405", "MethodNotAllowed", "InvalidArgument"}
"""The version asked for is a delete marker, or no version id at all."""


class Bucket:
    """One S3 bucket."""

    def __init__(self, client: Any, name: str) -> None:
        self.client = client
        self.name = name

    def open(self, key: str, version_id: str | None = None) -> dict[str, Any] | None:
        """S3's answer, its body not read yet; ``None`` when there is no such object."""
        version = {"VersionId": version_id} if version_id else {}
        try:
            answer: dict[str, Any] = self.client.get_object(Bucket=self.name, Key=key, **version)
        except ClientError as error:
            missing = MISSING | (UNREADABLE_VERSION if version_id else set())
            if code_of(error) in missing:
                return None
            raise translate(error, f"reading {key} from {self.name}") from error
        return answer

    def get(self, key: str, version_id: str | None = None) -> StoredObject | None:
        """The object with its bytes."""
        answer = self.open(key, version_id)
        return self.taken(key, answer) if answer else None

    def taken(self, key: str, answer: dict[str, Any]) -> StoredObject:
        """Read the body of an opened object."""
        with translated(f"reading {key} from {self.name}"):
            body = answer["Body"].read()
        return StoredObject(
            body=body,
            etag=answer["ETag"],
            stored_at=answer["LastModified"],
            version_id=answer.get("VersionId"),
            media_type=answer.get("ContentType", ""),
            metadata=answer.get("Metadata", {}),
            cache_control=answer.get("CacheControl", ""),
            language=answer.get("ContentLanguage", ""),
        )

    def put_new(self, key: str, body: bytes, media_type: str) -> None:
        """Store an object unless there is one under *key*."""
        try:
            self.client.put_object(
                Bucket=self.name, Key=key, Body=body, ContentType=media_type, IfNoneMatch="*"
            )
        except ClientError as error:
            if code_of(error) not in ALREADY_THERE:
                raise translate(error, f"writing {key} to {self.name}") from error

    def put_all_new(self, objects: Iterable[tuple[str, bytes, str]]) -> None:
        """Store objects (key, body, type) side by side, each as :meth:`put_new`."""
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            waiting = [pool.submit(self.put_new, *one) for one in objects]
            try:
                for done in waiting:
                    done.result()
            finally:
                pool.shutdown(cancel_futures=True)

    def put(self, key: str, body: bytes, **arguments: Any) -> dict[str, Any]:
        """Store an object; conditions are among *arguments*."""
        with translated(f"writing {key} to {self.name}"):
            answer: dict[str, Any] = self.client.put_object(
                Bucket=self.name, Key=key, Body=body, **arguments
            )
        return answer
