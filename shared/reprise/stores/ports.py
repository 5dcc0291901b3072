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

from reprise.errors import TransientError
from reprise.model.base import Frozen, Instant, NonEmpty
from reprise.model.configuration import SITE
from reprise.model.document import Build, Document
from reprise.model.ledger import LedgerEntry
from reprise.model.messages import Turn, TurnState
from reprise.model.receipt import Receipt
from reprise.model.versions import AgendaRow, ArticleRecord, GrantRecord, MemberRow, Volume


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object as read: its bytes and what the store knows of it."""

    body: bytes
    etag: str
    stored_at: datetime
    version_id: str | None = None
    media_type: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    cache_control: str = ""
    language: str = ""


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

    def add(self, uploads: Iterable[tuple[str, bytes]]) -> None:
        """
        Store uploads made by ourselves (key and body: files of a bundle), each only if there is
        nothing under its key: what is there already has been announced already.

        Side by side, for there may be thousands. After an error some may have been stored.
        """
        ...


@dataclass(frozen=True, slots=True)
class Ticket:
    """
    Leave to upload one object: POST ``fields`` and then the file, as a form, to ``url``.

    Attributes:
        fields: Form fields, in this order, before the part named ``file``.
        key: Where the upload will be, ``inbox/<partner>/<ticket>/<file name>``.
        ticket: The folder, to ask for a second file beside the first (a sidecar).
        expires_at: The form is refused from then on.
    """

    url: str
    fields: Mapping[str, str]
    key: str
    ticket: str
    expires_at: datetime


class Tickets(Protocol):
    """Leave to upload, handed to partners. POST, because only POST can limit the size."""

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
        """
        A ticket for exactly one key, one media type and at most *max_bytes*, for 15 minutes.

        Args:
            name: File name as the partner gives it; made safe for a key.
            ticket: Of an earlier ticket of the same partner, to put this file beside that one;
                anything that no ticket could be called is ignored, and a new one made.
        """
        ...


class Archive(Protocol):
    """
    Normalised articles and pictures, addressed by their content, and what bundles say of their
    files. Written once, never changed.
    """

    def put(self, key: str, body: bytes) -> None: ...

    def add(self, objects: Iterable[tuple[str, bytes]]) -> None:
        """As :meth:`put`, many side by side. After an error some may have been stored."""
        ...

    def find(self, key: str) -> bytes | None: ...

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

    def etag(self, key: str) -> str | None:
        """The object's ETag without its bytes; ``None`` when there is no object."""
        ...

    def as_of(self, key: str, at: datetime) -> StoredObject | None:
        """The object as it stood at *at*, to the second; ``None`` when there was none."""
        ...

    def delete(self, key: str) -> None:
        """Remove the object; nothing happens when there is none. Earlier versions stay."""
        ...

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
        grant: A statement of a grant or of its end; each is kept.
        receipt: The upload's receipt, written once: if it exists the rest still is stored.
    """

    record: ArticleRecord | None = None
    members: tuple[MemberRow, ...] = ()
    agenda: tuple[AgendaRow, ...] = ()
    grant: GrantRecord | None = None
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of a batch of uploads: receipts by upload, records by article."""

    receipts: Mapping[str, Receipt]
    records: Mapping[str, ArticleRecord]


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article whose text falls into *bands*: near-duplicates share some."""

    article_id: str
    partner: str
    bands: tuple[str, ...]


BAND_LIMIT = 200
"""Articles a sketch band takes. Honest near-duplicates of one text are tens, not hundreds."""


class Articles(Protocol):
    """Article records, member rows, agenda, grants and receipts."""

    def record(self, article_id: str) -> ArticleRecord | None: ...

    def records(self, article_ids: Iterable[str]) -> Mapping[str, ArticleRecord]:
        """The records there are, by id, in one call for up to 100."""
        ...

    def records_of(self, partner: str, *, after: str = "") -> Iterator[ArticleRecord]:
        """
        Every record of *partner* whose article id is greater than *after*, by article id; costs
        what of it is taken.
        """
        ...

    def commit(self, commit: Commit) -> None:
        """
        Store *commit* as one transaction.

        More than 100 rows don't fit one transaction: then the record goes first, the rest of
        its rows follow one by one, and the receipt goes last. A crash between leaves no
        receipt, so that the redelivered upload commits again, one ``rev`` up, and heals it.

        Raises:
            ConflictError: The stored record's ``rev`` is not ``commit.record.rev - 1``, or
                another commit to the same rows is under way. Nothing was stored.
        """
        ...

    def commit_all(self, commits: Sequence[Commit]) -> Mapping[int, TransientError]:
        """
        Store *commits*, each as :meth:`commit` does, several in one transaction where they fit.

        Returns:
            By position those that were not stored, and why: one does not fail for another.
        """
        ...

    def look_up(self, receipts: Iterable[tuple[str, str]], records: Iterable[str]) -> Known:
        """
        Receipts (by partner and upload) and records (by article) there are, in one call for up
        to 100 of both.
        """
        ...

    def receipt(self, partner: str, upload: str) -> Receipt | None: ...

    def receipts(self, partner: str, *, limit: int = 100) -> Sequence[Receipt]:
        """The partner's receipts, newest first."""
        ...

    def members_until(self, channel: str, until: datetime, *, limit: int) -> Sequence[MemberRow]:
        """Members released at or before *until*, newest release first; takedowns included."""
        ...

    def members_between(
        self, channel: str, start: datetime, end: datetime, *, limit: int | None = None
    ) -> Sequence[MemberRow]:
        """Members with ``start <= release_at < end``, oldest first; the *limit* oldest."""
        ...

    def first_member_after(self, channel: str, after: datetime) -> MemberRow | None:
        """The first member released later than *after*."""
        ...

    def agenda_until(
        self, until: datetime, *, limit: int, place: str = SITE
    ) -> Sequence[AgendaRow]:
        """Agenda rows of *place* due at or before *until*, oldest first."""
        ...

    def first_agenda_after(
        self, after: datetime, *, place: str = SITE, name: str | None = None
    ) -> AgendaRow | None:
        """The first row later than *after*; with *name* also those of that instant behind it."""
        ...

    def add_agenda(self, rows: Iterable[AgendaRow]) -> None: ...

    def remove_agenda(self, rows: Iterable[AgendaRow]) -> None:
        """Remove exactly these rows; one whose token changed since stays."""
        ...

    def volume_at(self, channel: str, at: datetime) -> Volume | None:
        """The last volume of the channel's history that starts at or before *at*."""
        ...

    def volume_after(self, channel: str, after: datetime) -> Volume | None:
        """The first volume of the channel's history that starts later than *after*."""
        ...

    def add_volume(self, volume: Volume) -> None:
        """
        Close one more part of a channel's history.

        Raises:
            ConflictError: Another turn has closed one that starts there.
        """
        ...

    def grants(self, partner: str | None = None) -> Sequence[GrantRecord]:
        """
        Every statement of grants on file and of their ends, by grant and then by when it was
        stored; all partners' when *partner* is ``None``.
        """
        ...

    def add_sketches(self, sketches: Iterable[Sketch]) -> None:
        """
        File articles under the bands of their texts, in one call for up to 100 bands.

        Call it before the commit: a sketch of an article that is never stored misleads nobody,
        a stored article without one is never found. A band that holds :data:`BAND_LIMIT`
        articles is boilerplate, tells nothing, and takes no more.
        """
        ...

    def sketched(self, bands: Iterable[str]) -> Mapping[str, frozenset[tuple[str, str]]]:
        """
        Articles (and their partners) in each of *bands*, in one call for up to 100; bands that
        hold none are left out.
        """
        ...


class Ledger(Protocol):
    """What was shown where, from when to when, on whose word. Only ever added to."""

    def note(self, entries: Iterable[LedgerEntry]) -> None:
        """Add *entries*; one that is noted twice (same article, instant, channel) is one."""
        ...

    def of(self, article_id: str) -> Sequence[LedgerEntry]:
        """Everything noted of an article, oldest first."""
        ...

    def lately(
        self,
        partner: str,
        *,
        grant: str | None = None,
        until: datetime | None = None,
        limit: int = 100,
    ) -> Sequence[LedgerEntry]:
        """
        By which articles of *partner* became public or changed terms, the newest first.

        Args:
            grant: Only those on the word of this grant of theirs.

            until: The last instant to tell of, for asking on.
        """
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
        """
        Set ``built`` to *generation*, with what goes with it, unless it is higher already.

        ``dirty_since`` ends only when nothing newer was asked for meanwhile.
        """
        ...

    def begin(self, channel: str) -> tuple[TurnState, Build]:
        """What a turn begins with: the channel's line and its last build, in one call."""
        ...

    def build(self, channel: str) -> Build:
        """The last build saved; an empty one when there is none."""
        ...

    def save_build(self, build: Build) -> None: ...


class TurnQueue(Protocol):
    """FIFO, one group per channel."""

    def send(self, turns: Sequence[Turn], *, bucket: str = "") -> None:
        """
        Ask for turns. The deduplication id is channel, generation and *bucket* (design rule 4):
        the same again within five minutes is dropped, even when the first is long done.

        Raises:
            TransientError: Some could not be sent, after retries. Others may have been.
        """
        ...


class Hub(Protocol):
    def announce(self, hub: str, topic: str) -> None:
        """Tell a WebSub hub that *topic* changed; failures are logged, never raised."""
        ...


class Edge(Protocol):
    """The CDN in front of the site bucket."""

    def invalidate(self, paths: Sequence[str], *, reference: str) -> None:
        """
        Forget *paths* (keys, or ``#tag`` for all objects with that cache tag); the same
        *reference* with the same paths twice is one request.
        """
        ...


class ApiKey(Frozen):
    """
    A partner's key for the API: its hash, never the key itself.

    Attributes:
        key_hash: SHA-256 of the key, hex.
        label: To tell two keys of a partner apart while one replaces the other.
        expires_at: The key is refused from then on; ``None`` is never.
    """

    key_hash: NonEmpty
    partner: NonEmpty
    label: str = ""
    expires_at: Instant | None = None


class Keys(Protocol):
    """API keys: who is calling."""

    def partner_of(self, key_hash: str, *, now: datetime) -> str | None:
        """The partner whose key this is, ``None`` when unknown or expired at *now*."""
        ...

    def add(self, key: ApiKey) -> None: ...

    def remove(self, key_hash: str) -> None:
        """Refuse this key from now on; nothing happens when there is none."""
        ...

    def of(self, partner: str) -> Sequence[ApiKey]:
        """The partner's keys, expired ones included, by hash."""
        ...


@dataclass(frozen=True, slots=True)
class Stores:
    """All of them, as :mod:`reprise.runtime` wires them."""

    inbox: Inbox
    archive: Archive
    site: Site
    articles: Articles
    ledger: Ledger
    board: Board
    turns: TurnQueue
    hub: Hub
    edge: Edge
    tickets: Tickets
    keys: Keys
