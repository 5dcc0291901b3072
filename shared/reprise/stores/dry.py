"""
Stores that are read but not changed: writes are kept beside them, and seen by later reads.

For trying something out against what is live: what would be published if ...? Nothing leaves:
no turn is asked for, no hub told, no CDN cleared.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reprise.errors import ConflictError, TransientError
from reprise.model.configuration import SITE
from reprise.model.document import Build, Document
from reprise.model.ledger import LedgerEntry
from reprise.model.messages import Turn, TurnState
from reprise.model.receipt import Receipt
from reprise.model.versions import AgendaRow, ArticleRecord, GrantRecord, MemberRow, Volume
from reprise.stores.ports import Articles, Board, Commit, Known, Site, Sketch, StoredObject, Stores

LONG_AGO = datetime.min.replace(tzinfo=UTC)


class DrySite:
    """
    The site as it would be.

    Attributes:
        documents: What would be stored, by key; ``None`` for what would be deleted.
    """

    def __init__(self, live: Site) -> None:
        self._live = live
        self.documents: dict[str, Document | None] = {}

    def get(self, key: str) -> StoredObject | None:
        if key not in self.documents:
            return self._live.get(key)
        document = self.documents[key]
        if document is None:
            return None
        return StoredObject(
            document.body,
            f'"dry-{key}"',
            LONG_AGO,
            media_type=document.media_type,
            metadata={"status": str(document.status)},
        )

    def etag(self, key: str) -> str | None:
        stored = self.get(key)
        return stored.etag if stored else None

    def as_of(self, key: str, at: datetime) -> StoredObject | None:
        return self._live.as_of(key, at)

    def put(self, document: Document, *, expected_etag: str | None) -> str:
        if expected_etag != self.etag(document.key):
            raise ConflictError(f"{document.key}: another version is there")
        self.documents[document.key] = document
        return f'"dry-{document.key}"'

    def delete(self, key: str) -> None:
        self.documents[key] = None

    def keys(self, prefix: str = "") -> Iterator[str]:
        return self._live.keys(prefix)


class DryArticles:
    """Articles as they would be: commits stay here, reads see them over what is live."""

    def __init__(self, live: Articles) -> None:
        self._live = live
        self._records: dict[str, ArticleRecord] = {}
        self._rows: dict[tuple[str, datetime, str], MemberRow] = {}
        self._agenda: dict[tuple[str, datetime, str], AgendaRow] = {}
        self._volumes: list[Volume] = []
        self._grants: list[GrantRecord] = []

    def commit(self, commit: Commit) -> None:
        if commit.record:
            self._records[commit.record.article_id] = commit.record
        for row in commit.members:
            self._rows[row.channel, row.release_at, row.article_id] = row
        self.add_agenda(commit.agenda)
        if commit.grant:
            self._grants.append(commit.grant)

    def commit_all(self, commits: Sequence[Commit]) -> Mapping[int, TransientError]:
        for commit in commits:
            self.commit(commit)
        return {}

    def look_up(self, receipts: Iterable[tuple[str, str]], records: Iterable[str]) -> Known:
        known = self._live.look_up(receipts, ())
        return Known(known.receipts, self.records(records))

    def record(self, article_id: str) -> ArticleRecord | None:
        return self._records.get(article_id) or self._live.record(article_id)

    def records(self, article_ids: Iterable[str]) -> Mapping[str, ArticleRecord]:
        names = list(article_ids)
        own = {name: self._records[name] for name in names if name in self._records}
        return {**self._live.records(name for name in names if name not in own), **own}

    def records_of(self, partner: str, *, after: str = "") -> Iterator[ArticleRecord]:
        live = self._live.records_of(partner, after=after)
        return (self._records.get(record.article_id, record) for record in live)

    def receipt(self, partner: str, upload: str) -> Receipt | None:
        return self._live.receipt(partner, upload)

    def receipts(self, partner: str, *, limit: int = 100) -> Sequence[Receipt]:
        return self._live.receipts(partner, limit=limit)

    def grants(self, partner: str | None = None) -> Sequence[GrantRecord]:
        own = [grant for grant in self._grants if partner in {None, grant.partner}]
        return [*self._live.grants(partner), *own]

    def members_until(self, channel: str, until: datetime, *, limit: int) -> Sequence[MemberRow]:
        live = self._live.members_until(channel, until, limit=limit)
        rows = self._over(live, channel, lambda row: row.release_at <= until)
        return sorted(rows, key=_place, reverse=True)[:limit]

    def members_between(
        self, channel: str, start: datetime, end: datetime, *, limit: int | None = None
    ) -> Sequence[MemberRow]:
        live = self._live.members_between(channel, start, end, limit=limit)
        rows = self._over(live, channel, lambda row: start <= row.release_at < end)
        return sorted(rows, key=_place)[:limit]

    def first_member_after(self, channel: str, after: datetime) -> MemberRow | None:
        first = self._live.first_member_after(channel, after)
        rows = self._over([first] if first else [], channel, lambda row: row.release_at > after)
        return min(rows, key=_place, default=None)

    def _over(
        self, live: Iterable[MemberRow], channel: str, fits: Callable[[MemberRow], bool]
    ) -> list[MemberRow]:
        rows = {(row.release_at, row.article_id): row for row in live}
        for (name, release_at, article_id), row in self._rows.items():
            if name == channel and fits(row):
                rows[release_at, article_id] = row
        return list(rows.values())

    def agenda_until(
        self, until: datetime, *, limit: int, place: str = SITE
    ) -> Sequence[AgendaRow]:
        return [row for row in self._agenda_of(place) if row.at <= until][:limit]

    def first_agenda_after(
        self, after: datetime, *, place: str = SITE, name: str | None = None
    ) -> AgendaRow | None:
        def follows(row: AgendaRow) -> bool:
            behind = name is not None and row.at == after and row.article_id > name
            return row.at > after or behind

        return next(filter(follows, self._agenda_of(place)), None)

    def _agenda_of(self, place: str) -> list[AgendaRow]:
        return [row for key, row in sorted(self._agenda.items()) if key[0] == place]

    def add_agenda(self, rows: Iterable[AgendaRow]) -> None:
        self._agenda.update({(row.place, row.at, row.article_id): row for row in rows})

    def remove_agenda(self, rows: Iterable[AgendaRow]) -> None:
        for row in rows:
            self._agenda.pop((row.place, row.at, row.article_id), None)

    def volume_at(self, channel: str, at: datetime) -> Volume | None:
        live = self._live.volume_at(channel, at)
        own = (one for one in self._volumes if one.channel == channel and one.start <= at)
        return max(filter(None, (live, *own)), key=lambda one: one.start, default=None)

    def volume_after(self, channel: str, after: datetime) -> Volume | None:
        live = self._live.volume_after(channel, after)
        own = (one for one in self._volumes if one.channel == channel and one.start > after)
        return min(filter(None, (live, *own)), key=lambda one: one.start, default=None)

    def add_volume(self, volume: Volume) -> None:
        self._volumes.append(volume)

    def add_sketches(self, sketches: Iterable[Sketch]) -> None:
        """Leaves no trace."""

    def sketched(self, bands: Iterable[str]) -> Mapping[str, frozenset[tuple[str, str]]]:
        return self._live.sketched(bands)


def _place(row: MemberRow) -> tuple[datetime, str]:
    return row.release_at, row.article_id


class DryBoard:
    """A board of its own, on which nothing is built yet; of builds it knows the live ones."""

    def __init__(self, live: Board) -> None:
        self._live = live
        self._states: dict[str, TurnState] = {}
        self._builds: dict[str, Build] = {}

    def read(self) -> Mapping[str, TurnState]:
        return dict(self._states)

    def mark_dirty(self, channels: Iterable[str], *, now: datetime) -> Mapping[str, int]:
        del now
        generations = {name: self._states.get(name, TurnState()).dirty + 1 for name in channels}
        for name, dirty in generations.items():
            state = self._states.get(name, TurnState())
            self._states[name] = state.model_copy(update={"dirty": dirty})
        return generations

    def finish(
        self,
        channel: str,
        generation: int,
        *,
        next_change_at: datetime | None,
        fingerprint: str,
    ) -> None:
        done = {
            "built": generation,
            "next_change_at": next_change_at,
            "fingerprint": fingerprint,
        }
        state = self._states.get(channel, TurnState())
        self._states[channel] = state.model_copy(update=done)

    def begin(self, channel: str) -> tuple[TurnState, Build]:
        return self._states.get(channel, TurnState()), self.build(channel)

    def build(self, channel: str) -> Build:
        return self._builds.get(channel) or self._live.build(channel)

    def save_build(self, build: Build) -> None:
        self._builds[build.channel] = build


class DryTurns:
    """
    A turns queue that nobody reads.

    Attributes:
        asked: What was asked for, in order.
    """

    def __init__(self) -> None:
        self.asked: deque[Turn] = deque()

    def send(self, turns: Sequence[Turn], *, bucket: str = "") -> None:  # noqa: ARG002
        self.asked.extend(turns)


class _Silent:
    """Ledger, hub and edge that do nothing."""

    def note(self, entries: Iterable[LedgerEntry]) -> None:
        """Leaves no trace."""

    def lately(self, partner: str, **_narrowed: object) -> Sequence[LedgerEntry]:  # noqa: ARG002
        return ()

    def of(self, article_id: str) -> Sequence[LedgerEntry]:  # noqa: ARG002
        return ()

    def announce(self, hub: str, topic: str) -> None:
        """Tells nobody."""

    def invalidate(self, paths: Sequence[str], *, reference: str) -> None:
        """Clears nothing."""


class _DryArchive:
    def __init__(self, stores: Stores) -> None:
        self._live = stores.archive
        self._kept: dict[str, bytes] = {}

    def put(self, key: str, body: bytes) -> None:
        self._kept[key] = body

    def add(self, objects: Iterable[tuple[str, bytes]]) -> None:
        self._kept.update(objects)

    def find(self, key: str) -> bytes | None:
        return self._kept.get(key) or self._live.find(key)

    def get(self, key: str) -> bytes:
        return self._kept[key] if key in self._kept else self._live.get(key)


class DryInbox:
    """
    The inbox with further uploads that are not there.

    Attributes:
        arrived: Keys of files of bundles among them, which wait to be taken in.
    """

    def __init__(self, stores: Stores) -> None:
        self._live = stores.inbox
        self._kept: dict[str, StoredObject] = {}
        self.arrived: deque[str] = deque()

    def keep(self, key: str, body: bytes, stored_at: datetime) -> None:
        self._kept[key] = StoredObject(body, f'"dry-{len(self._kept)}"', stored_at)

    def read(self, key: str, version_id: str | None, *, limit: int) -> StoredObject | None:
        return self._kept.get(key) or self._live.read(key, version_id, limit=limit)

    def put(self, key: str, body: bytes, media_type: str) -> str | None:  # noqa: ARG002
        self.keep(key, body, LONG_AGO)
        return None

    def add(self, uploads: Iterable[tuple[str, bytes]]) -> None:
        for key, body in uploads:
            self.keep(key, body, LONG_AGO)
            self.arrived.append(key)


@dataclass(frozen=True, slots=True)
class Dry:
    """
    What somebody trying something out works with.

    Attributes:
        stores: To work on.
        site: As it would be. inbox: To put uploads into. turns: What is to be done.
    """

    stores: Stores
    site: DrySite
    inbox: DryInbox
    turns: DryTurns


def dry(live: Stores) -> Dry:
    """*live* for trying out."""
    site, inbox, turns, silent = DrySite(live.site), DryInbox(live), DryTurns(), _Silent()
    stores = replace(
        live,
        inbox=inbox,
        archive=_DryArchive(live),
        site=site,
        articles=DryArticles(live.articles),
        ledger=silent,
        board=DryBoard(live.board),
        turns=turns,
        hub=silent,
        edge=silent,
    )
    return Dry(stores, site, inbox, turns)
