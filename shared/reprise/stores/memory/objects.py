"""Twins of the three buckets: versions, MD5 ETags, conditional writes, stamps to the second."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from reprise.errors import ConflictError, TransientError
from reprise.model.document import Document
from reprise.model.messages import Upload
from reprise.stores.memory.clock import Clock
from reprise.stores.objects import (
    TICKET_SECONDS,
    UNKNOWN_TYPE,
    cache_control,
    content_type,
    is_ticket,
    metadata_of,
    too_large,
    upload_key,
)
from reprise.stores.ports import StoredObject, Ticket


def etag_of(body: bytes) -> str:
    """The ETag S3 gives to a single put under SSE-S3 (HTTP-04)."""
    return f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'


class _Bucket:
    """A versioned bucket; ``None`` among the versions of a key is a delete marker."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._versions: dict[str, list[tuple[datetime, StoredObject | None]]] = {}
        self._count = 0

    def put(self, key: str, made: StoredObject) -> StoredObject:
        self._count += 1
        stored = replace(made, stored_at=self.stamp(), version_id=f"v{self._count:06d}")
        self._versions.setdefault(key, []).append((stored.stored_at, stored))
        return stored

    def get(self, key: str, version_id: str | None = None) -> StoredObject | None:
        versions = self._versions.get(key, [])
        if version_id is None:
            return versions[-1][1] if versions else None
        return next((v for _, v in versions if v and v.version_id == version_id), None)

    def as_of(self, key: str, at: datetime) -> StoredObject | None:
        until = [version for stored_at, version in self._versions.get(key, []) if stored_at <= at]
        return until[-1] if until else None

    def delete(self, key: str) -> None:
        if self.get(key):
            self._versions[key].append((self.stamp(), None))

    def keys(self, prefix: str) -> Iterator[str]:
        return iter(sorted(k for k in self._versions if k.startswith(prefix) and self.get(k)))

    def stamp(self) -> datetime:
        """S3 knows when to the second only."""
        return self._clock().replace(microsecond=0)


class MemoryInbox:
    """
    Uploads as received.

    Attributes:
        arrived: What S3 would have told the uploads queue, oldest first.
    """

    def __init__(self, clock: Clock) -> None:
        self._bucket = _Bucket(clock)
        self._clock = clock
        self.arrived: list[Upload] = []

    def read(self, key: str, version_id: str | None, *, limit: int) -> StoredObject | None:
        found = self._bucket.get(key, version_id)
        if found and len(found.body) > limit:
            raise too_large(key, len(found.body), limit)
        return found

    def put(self, key: str, body: bytes, media_type: str) -> str | None:
        made = StoredObject(body, etag_of(body), self._clock(), media_type=media_type)
        stored = self._bucket.put(key, made)
        self.arrived.append(
            Upload(
                key=key,
                version_id=stored.version_id,
                bytes=len(body),
                happened_at=stored.stored_at,
            )
        )
        return stored.version_id

    def add(self, uploads: Iterable[tuple[str, bytes]]) -> None:
        for key, body in uploads:
            if self._bucket.get(key) is None:
                self.put(key, body, UNKNOWN_TYPE)


class MemoryArchive:
    """Articles and pictures by content, and what bundles say."""

    def __init__(self) -> None:
        self._bodies: dict[str, bytes] = {}

    def put(self, key: str, body: bytes) -> None:
        self._bodies.setdefault(key, body)

    def add(self, objects: Iterable[tuple[str, bytes]]) -> None:
        for key, body in objects:
            self.put(key, body)

    def find(self, key: str) -> bytes | None:
        return self._bodies.get(key)

    def get(self, key: str) -> bytes:
        if key not in self._bodies:
            raise TransientError(f"{key} is not in the archive yet")
        return self._bodies[key]


class MemorySite:
    """The public documents, with every version they had."""

    def __init__(self, clock: Clock) -> None:
        self._bucket = _Bucket(clock)
        self._clock = clock

    def get(self, key: str) -> StoredObject | None:
        return self._bucket.get(key)

    def put(self, document: Document, *, expected_etag: str | None) -> str:
        if self.etag(document.key) != expected_etag:
            raise ConflictError(f"{document.key} is not the version {expected_etag} any more")
        body = document.body
        made = StoredObject(
            body,
            etag_of(body),
            self._clock(),
            media_type=content_type(document.media_type),
            metadata=metadata_of(document),
            cache_control=cache_control(document),
            language=document.language or "",
        )
        return self._bucket.put(document.key, made).etag

    def etag(self, key: str) -> str | None:
        found = self._bucket.get(key)
        return found.etag if found else None

    def as_of(self, key: str, at: datetime) -> StoredObject | None:
        return self._bucket.as_of(key, at)

    def delete(self, key: str) -> None:
        self._bucket.delete(key)

    def keys(self, prefix: str = "") -> Iterator[str]:
        return self._bucket.keys(prefix)


class MemoryTickets:
    """Tickets, and the door that checks them as S3 checks a POST policy."""

    def __init__(self, clock: Clock, inbox: MemoryInbox) -> None:
        self._clock = clock
        self._inbox = inbox
        self._issued = 0

    def issue(
        self,
        partner: str,
        name: str,
        media_type: str,
        max_bytes: int,
        *,
        now: datetime,
        ticket: str | None = None,
    ) -> Ticket:
        self._issued += 1
        folder = ticket if ticket and is_ticket(ticket) else f"ticket{self._issued:06d}"
        fields = {"Content-Type": media_type, "max-bytes": str(max_bytes)}
        key = upload_key(partner, folder, name)
        expires_at = now + timedelta(seconds=TICKET_SECONDS)
        return Ticket("memory:inbox", fields, key, folder, expires_at)

    def upload(self, ticket: Ticket, body: bytes, media_type: str) -> str | None:
        """
        Upload on *ticket*; answers the version id.

        Raises:
            PermissionError: It has expired, or the type or size is another.
        """
        if self._clock() >= ticket.expires_at:
            raise PermissionError("the ticket has expired")
        if media_type != ticket.fields["Content-Type"]:
            raise PermissionError(f"the ticket is for {ticket.fields['Content-Type']}")
        if len(body) > int(ticket.fields["max-bytes"]):
            raise PermissionError(f"the ticket is for {ticket.fields['max-bytes']} bytes")
        return self._inbox.put(ticket.key, body, media_type)
