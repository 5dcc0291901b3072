"""
The promises the pipeline relies on. Docstrings are the contract; all instants are aware UTC.

Every call may raise :class:`~reprise.errors.TransientError`; those that can lose a race raise
:class:`~reprise.errors.ConflictError`. Reads are strongly consistent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from reprise.model.document import Build, Document
from reprise.model.messages import Turn, TurnState
from reprise.model.receipt import Receipt
from reprise.model.versions import AgendaRow, ArticleRecord, GrantRecord, MemberRow


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object as read: its bytes and what the store knows of it."""

    body: bytes
    etag: str
    stored_at: datetime
    version_id: str | None = None
    media_type: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


class Inbox(Protocol):
    """Uploads as received. Nothing is ever changed or removed here."""

    def read(self, key: str, version_id: str | None, *, limit: int) -> StoredObject | None:
        """
        The object, or ``None`` when there is none.

        Raises:
            RefusedError: It is larger than *limit* bytes (code ``too_large``); its body is not
                read.
        """
        ...

    def put(self, key: str, body: bytes, media_type: str) -> str | None:
        """Store an upload made by ourselves (commands); answers its version id."""
        ...


class Archive(Protocol):
    """Normalised articles, addressed by their content. Written once, never changed."""

    def put(self, key: str, body: bytes) -> None: ...

    def get(self, key: str) -> bytes:
        """Raises TransientError when it is not there (yet)."""
        ...


class Site(Protocol):
    """The public documents behind the CDN."""

    def get(self, key: str) -> StoredObject | None: ...

    def put(self, document: Document, *, expected_etag: str | None) -> str:
        """
        Store *document* if the object's ETag is *expected_etag* (``None``: if there is none).

        Returns:
            The new ETag.

        Raises:
            ConflictError: It is another one, or another write is under way (412, 409, 404).
        """
        ...

    def delete(self, key: str) -> None: ...

    def keys(self, prefix: str = "") -> Iterator[str]: ...


@dataclass(frozen=True, slots=True)
class Commit:
    """
    Everything one article of an upload changes, stored all or nothing.

    Attributes:
        record: The article's record, ``rev`` already raised by one; ``None`` when the upload
            changes no article.
        members: Its member rows; each is written only where the stored ``rev`` is lower.
        agenda: Its agenda rows, written unconditionally.
        grant: A grant or its end, written only if newer by ``(stored_at, digest)``.
        receipt: The upload's receipt, written once: if it exists the rest still is stored.
    """

    record: ArticleRecord | None = None
    members: tuple[MemberRow, ...] = ()
    agenda: tuple[AgendaRow, ...] = ()
    grant: GrantRecord | None = None
    receipt: Receipt | None = None


class Articles(Protocol):
    """Article records, member rows, agenda, grants and receipts."""

    def record(self, article_id: str) -> ArticleRecord | None: ...

    def commit(self, commit: Commit) -> None:
        """
        Store *commit* as one transaction.

        Raises:
            ConflictError: The stored record's ``rev`` is not ``commit.record.rev - 1``.
        """
        ...

    def receipt(self, partner: str, upload: str) -> Receipt | None: ...

    def receipts(self, partner: str, *, limit: int = 100) -> Sequence[Receipt]:
        """The partner's receipts, newest first."""
        ...

    def members_until(self, channel: str, until: datetime, *, limit: int) -> Sequence[MemberRow]:
        """Members released at or before *until*, newest release first; takedowns included."""
        ...

    def members_between(self, channel: str, start: datetime, end: datetime) -> Sequence[MemberRow]:
        """Members with ``start <= release_at < end``, oldest first."""
        ...

    def first_member_after(self, channel: str, after: datetime) -> MemberRow | None:
        """The first member released later than *after*."""
        ...

    def agenda_until(self, until: datetime, *, limit: int) -> Sequence[AgendaRow]:
        """Agenda rows due at or before *until*, oldest first."""
        ...

    def first_agenda_after(self, after: datetime) -> AgendaRow | None: ...

    def add_agenda(self, rows: Iterable[AgendaRow]) -> None: ...

    def remove_agenda(self, rows: Iterable[AgendaRow]) -> None:
        """Remove exactly these rows; one whose token changed since stays."""
        ...

    def grants(self, partner: str | None = None) -> Sequence[GrantRecord]:
        """Grants on file, revoked ones included; all partners' when *partner* is ``None``."""
        ...


class Board(Protocol):
    """The channels' generations (see docs/decisions): which turn is due."""

    def read(self) -> Mapping[str, TurnState]: ...

    def mark_dirty(self, channels: Iterable[str], *, now: datetime) -> Mapping[str, int]:
        """Raise each channel's ``dirty`` by one, atomically; answers the new generations."""
        ...

    def finish(
        self,
        channel: str,
        generation: int,
        *,
        next_change_at: datetime | None,
        fingerprint: str,
    ) -> None:
        """Set ``built`` to *generation* unless it is higher already."""
        ...

    def build(self, channel: str) -> Build: ...

    def save_build(self, build: Build) -> None: ...


class TurnQueue(Protocol):
    def send(self, turns: Sequence[Turn], *, bucket: str = "") -> None:
        """
        Ask for turns. The deduplication id is channel, generation and *bucket* (design rule 4).
        """
        ...


class Hub(Protocol):
    def announce(self, hub: str, topic: str) -> None:
        """Tell a WebSub hub that *topic* changed; failures are logged, never raised."""
        ...


class Edge(Protocol):
    """The CDN in front of the site bucket."""

    def invalidate(self, paths: Sequence[str], *, reference: str) -> None:
        """Forget *paths*; the same *reference* twice is one request."""
        ...


@dataclass(frozen=True, slots=True)
class Stores:
    """All of them, as :mod:`reprise.runtime` wires them."""

    inbox: Inbox
    archive: Archive
    site: Site
    articles: Articles
    board: Board
    turns: TurnQueue
    hub: Hub
    edge: Edge
