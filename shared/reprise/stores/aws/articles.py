"""
Articles, member rows, agenda, grants, receipts and sketches on DynamoDB.

The rows and their keys are in :mod:`~reprise.stores.aws.rows`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from reprise.errors import ConflictError, TransientError
from reprise.model.configuration import SITE
from reprise.model.receipt import Receipt
from reprise.model.versions import AgendaRow, ArticleRecord, GrantRecord, MemberRow, Volume
from reprise.stores.aws.rows import (
    AFTER,
    GRANTS,
    Write,
    agenda_key,
    agenda_of,
    agenda_writes,
    band_of,
    channel_key,
    first_that_fit,
    grouped,
    is_record,
    last_part,
    partner_key,
    parts,
    receipt_key,
    record_key,
    removal,
    sketch_action,
    sketch_key,
    unguarded,
    volumes_key,
    whole,
)
from reprise.stores.aws.table import (
    NEW,
    READ_ROWS,
    TRANSACTION_ROWS,
    Table,
    chunks,
    key_of,
    put_action,
)
from reprise.stores.aws.tall import gather
from reprise.stores.aws.values import END, pack, sortable, unpack
from reprise.stores.ports import Commit, Known, Sketch

SKETCH_TRIES = 5


class AwsArticles:
    """The ``Articles`` port on DynamoDB."""

    def __init__(self, table: Table) -> None:
        self._table = table

    # --- Records --------------------------------------------------------------------------------

    def record(self, article_id: str) -> ArticleRecord | None:
        item = self._table.get(record_key(article_id))
        return unpack(gather(self._table, item), ArticleRecord) if item else None

    def records(self, article_ids: Iterable[str]) -> Mapping[str, ArticleRecord]:
        items = self._table.get_many(record_key(article_id) for article_id in article_ids)
        records = (unpack(gather(self._table, item), ArticleRecord) for item in items)
        return {record.article_id: record for record in records}

    def records_of(self, partner: str, *, after: str = "") -> Iterator[ArticleRecord]:
        low = f"ARTICLE#{after}{AFTER if after else ''}"
        lines = self._table.query(partner_key(partner), low, f"ARTICLE#{END}")
        for chunk in chunks((last_part(line) for line in lines), READ_ROWS):
            found = self.records(chunk)
            yield from (found[article_id] for article_id in chunk if article_id in found)

    # --- Commit ---------------------------------------------------------------------------------

    def commit(self, commit: Commit) -> None:
        """
        As promised by the port: one transaction where it fits.

        Within it member rows are put without a condition of their own, because one that failed
        would fail the whole. They need none. All who write member rows of an article go through
        its record: revision n is committed only over n-1, once, together with its rows. Rows of
        a commit too large for one transaction follow it later, but only over a lower revision.
        So at the moment a transaction with revision n is taken no row of n or above exists, and
        whatever of an earlier revision is still on its way afterwards is stopped by its guard.
        """
        writes = whole(commit)
        if writes is not None:
            self._transact(writes)
            return
        head, together, held_back, tail = parts(commit)
        first = first_that_fit(head, together)
        self._transact([*head, *together[:first]])
        self._follow([*together[first:], *held_back])
        # The receipt goes last: until it is there, a redelivery does all of this again.
        self._transact(tail)

    def commit_all(self, commits: Sequence[Commit]) -> Mapping[int, TransientError]:
        failures: dict[int, TransientError] = {}
        wholes = list(map(whole, commits))
        for group in grouped(wholes):
            together = [write for position in group for write in wholes[position] or ()]
            if len(group) > 1 and self._is_done(together):
                continue
            # One that lost a race costs its neighbours a call, and nothing else.
            alone = ((position, self._failure(commits[position])) for position in group)
            failures |= {position: error for position, error in alone if error}
        return failures

    def _is_done(self, writes: list[Write]) -> bool:
        """Whether all of *writes* could be stored in one transaction; else none was."""
        try:
            return not self._table.transact(_puts(writes))
        except TransientError:
            return False

    def _failure(self, commit: Commit) -> TransientError | None:
        try:
            self.commit(commit)
        except TransientError as error:
            return error
        return None

    def _transact(self, writes: list[Write]) -> None:
        """Store *writes* all or nothing, but leave out a grant or receipt that is older news."""
        while writes:
            failed = {writes[position].kind for position in self._table.transact(_puts(writes))}
            if not failed:
                return
            if "record" in failed:
                raise ConflictError(f"{writes[0].item['PK']['S']} was changed meanwhile")
            writes = [write for write in writes if write.kind not in failed]

    def _follow(self, writes: Iterable[Write]) -> None:
        """Store rows one by one, each only over an older one."""
        for write in writes:
            self._table.put(write.item, write.condition)

    # --- Receipts and grants --------------------------------------------------------------------

    def receipt(self, partner: str, upload: str) -> Receipt | None:
        item = self._table.get(receipt_key(partner, upload))
        return unpack(gather(self._table, item), Receipt) if item else None

    def look_up(self, receipts: Iterable[tuple[str, str]], records: Iterable[str]) -> Known:
        keys = [receipt_key(*one) for one in receipts]
        keys += [record_key(article_id) for article_id in records]
        found = [gather(self._table, item) for item in self._table.get_many(keys)]
        are_records = [is_record(item) for item in found]
        told = zip(found, are_records, strict=True)
        read = [unpack(item, ArticleRecord if one else Receipt) for item, one in told]
        return Known(
            {one.upload: one for one in read if isinstance(one, Receipt)},
            {one.article_id: one for one in read if isinstance(one, ArticleRecord)},
        )

    def receipts(self, partner: str, *, limit: int = 100) -> Sequence[Receipt]:
        lines = self._table.query(
            partner_key(partner), "RECEIVED#", f"RECEIVED#{END}", newest_first=True, limit=limit
        )
        uploads = [last_part(line) for line in lines]
        items = self._table.get_many(receipt_key(partner, upload) for upload in uploads)
        receipts = (unpack(gather(self._table, item), Receipt) for item in items)
        found = {receipt.upload: receipt for receipt in receipts}
        return [found[upload] for upload in uploads if upload in found]

    def grants(self, partner: str | None = None) -> Sequence[GrantRecord]:
        within = (f"{partner}#", f"{partner}#{END}") if partner else (None, None)
        return [unpack(item, GrantRecord) for item in self._table.query(GRANTS, *within)]

    # --- Members --------------------------------------------------------------------------------

    def members_until(self, channel: str, until: datetime, *, limit: int) -> Sequence[MemberRow]:
        items = self._table.query(
            channel_key(channel), high=sortable(until) + AFTER, newest_first=True, limit=limit
        )
        return [unpack(item, MemberRow) for item in items]

    def members_between(
        self, channel: str, start: datetime, end: datetime, *, limit: int | None = None
    ) -> Sequence[MemberRow]:
        # Without an id behind it an instant sorts before all rows of that instant.
        items = self._table.query(channel_key(channel), sortable(start), sortable(end), limit=limit)
        return [unpack(item, MemberRow) for item in items]

    def first_member_after(self, channel: str, after: datetime) -> MemberRow | None:
        item = self._table.first(channel_key(channel), sortable(after) + AFTER)
        return unpack(item, MemberRow) if item else None

    # --- Agenda ---------------------------------------------------------------------------------

    def agenda_until(
        self, until: datetime, *, limit: int, place: str = SITE
    ) -> Sequence[AgendaRow]:
        items = self._table.query(agenda_of(place), high=sortable(until) + AFTER, limit=limit)
        return [unpack(item, AgendaRow) for item in items]

    def first_agenda_after(
        self, after: datetime, *, place: str = SITE, name: str | None = None
    ) -> AgendaRow | None:
        passed = sortable(after) if name is None else f"{sortable(after)}#{name}"
        item = self._table.first(agenda_of(place), passed + AFTER)
        return unpack(item, AgendaRow) if item else None

    def add_agenda(self, rows: Iterable[AgendaRow]) -> None:
        self._table.put_many(write.item for write in agenda_writes(rows))

    def remove_agenda(self, rows: Iterable[AgendaRow]) -> None:
        distinct = {agenda_key(row): row for row in rows}
        actions = [removal(row) for row in distinct.values()]
        for chunk in chunks(actions, TRANSACTION_ROWS):
            self._all_that_hold(chunk)

    def _all_that_hold(self, actions: list[dict[str, Any]]) -> None:
        """Do those of *actions* whose condition holds, in one transaction or two."""
        while failed := self._table.transact(actions):
            actions = [action for n, action in enumerate(actions) if n not in failed]

    # --- Volumes --------------------------------------------------------------------------------

    def volume_at(self, channel: str, at: datetime) -> Volume | None:
        items = self._table.query(
            volumes_key(channel), high=sortable(at), newest_first=True, limit=1
        )
        return next((unpack(item, Volume) for item in items), None)

    def volume_after(self, channel: str, after: datetime) -> Volume | None:
        item = self._table.first(volumes_key(channel), sortable(after) + AFTER)
        return unpack(item, Volume) if item else None

    def add_volume(self, volume: Volume) -> None:
        key = key_of((volumes_key(volume.channel), sortable(volume.start)))
        if not self._table.put({**key, "v": pack(volume)}, NEW):
            raise ConflictError(f"{volume.channel}: volume {volume.name} is there already")

    # --- Sketches -------------------------------------------------------------------------------

    def add_sketches(self, sketches: Iterable[Sketch]) -> None:
        filed: dict[str, set[str]] = defaultdict(set)
        for sketch in sketches:
            for band in sketch.bands:
                filed[band].add(f"{sketch.article_id} {sketch.partner}")
        actions = [sketch_action(band, names) for band, names in sorted(filed.items())]
        for chunk in chunks(actions, TRANSACTION_ROWS):
            self._add_to_bands(chunk)

    def _add_to_bands(self, actions: list[dict[str, Any]]) -> None:
        """Uploads of one story often come together and meet in its bands: try again, briefly."""
        for remaining in reversed(range(SKETCH_TRIES)):
            try:
                return self._all_that_hold(actions)
            except ConflictError:
                if not remaining:
                    raise
        return None

    def sketched(self, bands: Iterable[str]) -> Mapping[str, frozenset[tuple[str, str]]]:
        items = self._table.get_many(sketch_key(band) for band in bands)
        return {
            band_of(item): frozenset(map(_article_and_partner, item["ids"]["SS"])) for item in items
        }


def _puts(writes: Iterable[Write]) -> list[dict[str, Any]]:
    return [put_action(write.item, unguarded(write)) for write in writes]


def _article_and_partner(sketched: str) -> tuple[str, str]:
    article_id, _, partner = sketched.partition(" ")
    return article_id, partner
