"""Twin of the table: records, member rows, agenda, grants, receipts and sketches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Generic, TypeVar

from reprise.errors import ConflictError, TransientError
from reprise.model.configuration import SITE
from reprise.model.receipt import Receipt
from reprise.model.versions import AgendaRow, ArticleRecord, GrantRecord, MemberRow, Volume
from reprise.stores.ports import BAND_LIMIT, Commit, Known, Sketch

Row = TypeVar("Row")
When = tuple[datetime, str]

AFTER = "\U0010ffff"
"""Sorts after every id: ``(instant, AFTER)`` is the end of that instant."""


class _Timeline(Generic[Row]):
    """Rows by (instant, id), in that order."""

    def __init__(self) -> None:
        self._order: list[When] = []
        self._rows: dict[When, Row] = {}

    def get(self, when: When) -> Row | None:
        return self._rows.get(when)

    def put(self, when: When, row: Row) -> None:
        if when not in self._rows:
            insort(self._order, when)
        self._rows[when] = row

    def remove(self, when: When) -> None:
        del self._rows[when]
        self._order.pop(bisect_left(self._order, when))

    def between(self, start: When, end: When) -> list[Row]:
        """Rows with ``start <= (instant, id) < end``, oldest first."""
        low, high = bisect_left(self._order, start), bisect_left(self._order, end)
        return [self._rows[when] for when in self._order[low:high]]

    def until(self, until: datetime, limit: int) -> list[Row]:
        """The *limit* newest rows at or before *until*, newest first."""
        high = bisect_right(self._order, (until, AFTER))
        newest = self._order[max(0, high - limit) : high]
        return [self._rows[when] for when in reversed(newest)]

    def first_after(self, after: datetime, name: str | None = None) -> Row | None:
        index = bisect_right(self._order, (after, AFTER if name is None else name))
        return self._rows[self._order[index]] if index < len(self._order) else None


_EARLIEST = datetime.min.replace(tzinfo=UTC)


class MemoryArticles:
    """What the table holds, except the board."""

    def __init__(self) -> None:
        self._records: dict[str, ArticleRecord] = {}
        self._owned: dict[str, set[str]] = defaultdict(set)
        self._members: dict[str, _Timeline[MemberRow]] = defaultdict(_Timeline)
        self._agendas: dict[str, _Timeline[AgendaRow]] = defaultdict(_Timeline)
        self._volumes: dict[str, _Timeline[Volume]] = defaultdict(_Timeline)
        self._grants: dict[tuple[str, str, datetime, str], GrantRecord] = {}
        self._receipts: dict[str, dict[str, Receipt]] = defaultdict(dict)
        self._bands: dict[str, set[tuple[str, str]]] = defaultdict(set)

    # --- Records ------------------------------------------------------------------------------

    def record(self, article_id: str) -> ArticleRecord | None:
        return self._records.get(article_id)

    def records(self, article_ids: Iterable[str]) -> Mapping[str, ArticleRecord]:
        return {name: self._records[name] for name in article_ids if name in self._records}

    def records_of(self, partner: str, *, after: str = "") -> Iterator[ArticleRecord]:
        names = sorted(name for name in self._owned[partner] if name > after)
        return (self._records[article_id] for article_id in names)

    def commit(self, commit: Commit) -> None:
        if commit.record:
            self._put_record(commit.record)
        for member in commit.members:
            self._put_member(member)
        self.add_agenda(commit.agenda)
        if commit.grant:
            self._put_grant(commit.grant)
        if commit.receipt:
            self._receipts[commit.receipt.partner].setdefault(commit.receipt.upload, commit.receipt)

    def commit_all(self, commits: Sequence[Commit]) -> Mapping[int, TransientError]:
        failures = {}
        for position, commit in enumerate(commits):
            try:
                self.commit(commit)
            except ConflictError as error:
                failures[position] = error
        return failures

    def _put_record(self, record: ArticleRecord) -> None:
        stored = self._records.get(record.article_id)
        if (stored.rev if stored else 0) != record.rev - 1:
            raise ConflictError(f"article {record.article_id} is no longer at {record.rev - 1}")
        self._records[record.article_id] = record
        self._owned[record.partner].add(record.article_id)

    def _put_member(self, member: MemberRow) -> None:
        rows, when = self._members[member.channel], (member.release_at, member.article_id)
        stored = rows.get(when)
        if stored is None or stored.rev < member.rev:
            rows.put(when, member)

    def _put_grant(self, grant: GrantRecord) -> None:
        key = (grant.partner, grant.grant_id, grant.stored_at, grant.digest)
        self._grants[key] = grant

    # --- Receipts and grants ------------------------------------------------------------------

    def receipt(self, partner: str, upload: str) -> Receipt | None:
        return self._receipts[partner].get(upload)

    def look_up(self, receipts: Iterable[tuple[str, str]], records: Iterable[str]) -> Known:
        found = {upload: self.receipt(partner, upload) for partner, upload in receipts}
        there = {upload: receipt for upload, receipt in found.items() if receipt}
        return Known(there, self.records(records))

    def receipts(self, partner: str, *, limit: int = 100) -> Sequence[Receipt]:
        newest_first = sorted(
            self._receipts[partner].values(), key=lambda r: (r.received_at, r.upload), reverse=True
        )
        return newest_first[:limit]

    def grants(self, partner: str | None = None) -> Sequence[GrantRecord]:
        in_order = sorted(self._grants.items())
        return [grant for (of, *_), grant in in_order if partner in (None, of)]

    # --- Members ------------------------------------------------------------------------------

    def members_until(self, channel: str, until: datetime, *, limit: int) -> Sequence[MemberRow]:
        return self._members[channel].until(until, limit)

    def members_between(
        self, channel: str, start: datetime, end: datetime, *, limit: int | None = None
    ) -> Sequence[MemberRow]:
        return self._members[channel].between((start, ""), (end, ""))[:limit]

    def first_member_after(self, channel: str, after: datetime) -> MemberRow | None:
        return self._members[channel].first_after(after)

    # --- Agenda -------------------------------------------------------------------------------

    def agenda_until(
        self, until: datetime, *, limit: int, place: str = SITE
    ) -> Sequence[AgendaRow]:
        return self._agendas[place].between((_EARLIEST, ""), (until, AFTER))[:limit]

    def first_agenda_after(
        self, after: datetime, *, place: str = SITE, name: str | None = None
    ) -> AgendaRow | None:
        return self._agendas[place].first_after(after, name)

    def add_agenda(self, rows: Iterable[AgendaRow]) -> None:
        for row in rows:
            self._agendas[row.place].put((row.at, row.article_id), row)

    def remove_agenda(self, rows: Iterable[AgendaRow]) -> None:
        for row in rows:
            agenda, when = self._agendas[row.place], (row.at, row.article_id)
            stored = agenda.get(when)
            if stored and stored.token == row.token:
                agenda.remove(when)

    # --- Volumes ------------------------------------------------------------------------------

    def volume_at(self, channel: str, at: datetime) -> Volume | None:
        return next(iter(self._volumes[channel].until(at, 1)), None)

    def volume_after(self, channel: str, after: datetime) -> Volume | None:
        return self._volumes[channel].first_after(after)

    def add_volume(self, volume: Volume) -> None:
        volumes, when = self._volumes[volume.channel], (volume.start, "")
        if volumes.get(when):
            raise ConflictError(f"{volume.channel}: volume {volume.name} is there already")
        volumes.put(when, volume)

    # --- Sketches -----------------------------------------------------------------------------

    def add_sketches(self, sketches: Iterable[Sketch]) -> None:
        filed: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for sketch in sketches:
            for band in sketch.bands:
                filed[band].add((sketch.article_id, sketch.partner))
        for band, names in filed.items():
            if len(self._bands[band]) < BAND_LIMIT:
                self._bands[band] |= names

    def sketched(self, bands: Iterable[str]) -> Mapping[str, frozenset[tuple[str, str]]]:
        return {band: frozenset(self._bands[band]) for band in bands if self._bands.get(band)}
