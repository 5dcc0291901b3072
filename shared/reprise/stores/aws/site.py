"""The site bucket: the public documents behind the CDN, put only over what was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from reprise.errors import ConflictError
from reprise.model.document import Document
from reprise.stores.aws.errors import MISSING, code_of, translate, translated
from reprise.stores.aws.objects import Bucket
from reprise.stores.aws.stream import Stream
from reprise.stores.objects import cache_control, content_type, metadata_of, stored_type
from reprise.stores.ports import StoredObject

TYPE = "type"
"""Metadata with the document's true type; the CDN puts it into its answers."""


class AwsSite:
    """The ``Site`` port on S3."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket
        self._client = bucket.client

    def get(self, key: str) -> StoredObject | None:
        return _as_public(self._bucket.get(key))

    def put(self, document: Document, *, expected_etag: str | None) -> str:
        media_type = content_type(document.media_type)
        language = {"ContentLanguage": document.language} if document.language else {}
        fence = {"IfMatch": expected_etag} if expected_etag else {"IfNoneMatch": "*"}
        try:
            answer = self._client.put_object(
                Bucket=self._bucket.name,
                Key=document.key,
                Body=Stream(document.pieces),
                ContentType=stored_type(media_type),
                CacheControl=cache_control(document),
                Metadata={**metadata_of(document), TYPE: media_type},
                **language,
                **fence,
            )
        except ClientError as error:
            doing = f"writing {document.key} to {self._bucket.name}"
            # If-Match where nothing is any more: what the document was built on is gone.
            if code_of(error) in MISSING:
                raise ConflictError(f"{doing}: it was deleted meanwhile") from error
            raise translate(error, doing) from error
        etag: str = answer["ETag"]
        return etag

    def etag(self, key: str) -> str | None:
        try:
            answer = self._client.head_object(Bucket=self._bucket.name, Key=key)
        except ClientError as error:
            if code_of(error) in MISSING:
                return None
            raise translate(error, f"asking for {key} in {self._bucket.name}") from error
        etag: str = answer["ETag"]
        return etag

    def as_of(self, key: str, at: datetime) -> StoredObject | None:
        # S3 lists the versions of a key newest first. Of a version and a deletion within one
        # second the one that is still latest counts, else the version.
        until = [v for v in self._versions(key) if v["LastModified"] <= at]
        newest = max(
            until, key=lambda v: (v["LastModified"], v["IsLatest"], "ETag" in v), default=None
        )
        if newest is None or "ETag" not in newest:
            return None
        return _as_public(self._bucket.get(key, newest["VersionId"]))

    def _versions(self, key: str) -> Iterator[dict[str, Any]]:
        """Versions and delete markers (they have no ETag) of exactly *key*."""
        for page in self._pages("list_object_versions", key):
            every = [*page.get("Versions", ()), *page.get("DeleteMarkers", ())]
            yield from (version for version in every if version["Key"] == key)
            if any(version["Key"] > key for version in every):
                return

    def delete(self, key: str) -> None:
        with translated(f"deleting {key} from {self._bucket.name}"):
            self._client.delete_object(Bucket=self._bucket.name, Key=key)

    def keys(self, prefix: str = "") -> Iterator[str]:
        for page in self._pages("list_objects_v2", prefix):
            yield from (found["Key"] for found in page.get("Contents", ()))

    def _pages(self, operation: str, prefix: str) -> Iterator[dict[str, Any]]:
        pages = self._client.get_paginator(operation).paginate(
            Bucket=self._bucket.name, Prefix=prefix
        )
        with translated(f"listing {prefix or 'everything'} in {self._bucket.name}"):
            yield from pages


def _as_public(stored: StoredObject | None) -> StoredObject | None:
    """A stored object with its true type, which the metadata holds."""
    if stored is None or TYPE not in stored.metadata:
        return stored
    metadata = {name: value for name, value in stored.metadata.items() if name != TYPE}
    return replace(stored, media_type=stored.metadata[TYPE], metadata=metadata)
