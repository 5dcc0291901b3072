"""The archive bucket: articles and pictures by content, and what bundles say of their files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from mimetypes import guess_type

from reprise.errors import TransientError
from reprise.stores.aws.objects import Bucket
from reprise.stores.objects import UNKNOWN_TYPE

KEPT = 256
"""Articles a process remembers, some megabytes: five channels that show one article read it once."""


class AwsArchive:
    """The ``Archive`` port on S3."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket
        # Keys are digests of what lies there, so an article that was read never changes.
        self.get = lru_cache(maxsize=KEPT)(self._get)

    def put(self, key: str, body: bytes) -> None:
        # Equal keys are equal bytes: a second version would only cost storage.
        self._bucket.put_new(key, body, _type_of(key))

    def add(self, objects: Iterable[tuple[str, bytes]]) -> None:
        self._bucket.put_all_new((key, body, _type_of(key)) for key, body in objects)

    def find(self, key: str) -> bytes | None:
        found = self._bucket.get(key)
        return found.body if found else None

    def _get(self, key: str) -> bytes:
        body = self.find(key)
        if body is None:
            raise TransientError(f"{key} is not in the archive yet")
        return body


def _type_of(key: str) -> str:
    return guess_type(key)[0] or UNKNOWN_TYPE
