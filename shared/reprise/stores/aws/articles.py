"""
Articles, member rows, agenda, grants and receipts in the one table.

======================  ==============================  ==========================================
PK                      SK                              what
======================  ==============================  ==========================================
``ARTICLE#<article>``   ``RECORD``                      article record; ``rev``
``CHANNEL#<channel>``   ``<release>#<article>``         member row; ``rev``
``AGENDA#site``         ``<instant>#<article>``         agenda row; ``token``
``GRANTS``              ``<partner>#<grant>``           grant; ``age``: when stored, then digest
``PARTNER#<partner>``   ``RECEIPT#<upload>``            receipt
``PARTNER#<partner>``   ``RECEIVED#<instant>#<upload>`` line of the receipts in order of time
``PARTNER#<partner>``   ``ARTICLE#<article>``           line of the partner's articles
``SKETCH#<band>``       ``SKETCH``                      ``ids``: articles that share the band
======================  ==============================  ==========================================

A receipt has two rows so that both questions cost what they answer: one by its upload is one
read, the newest hundred are one query of small lines and one bulk read. A band is one item, not
one for each article, so that all bands of a text are asked for in one bulk read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from reprise.errors import ConflictError
from reprise.model.receipt import Receipt
from reprise.model.versions import AgendaRow, ArticleRecord, GrantRecord, MemberRow
from reprise.stores.aws.table import (
    NEW,
    READ_ROWS,
    TRANSACTION_ROWS,
    Condition,
    Key,
    Table,
    chunks,
    delete_action,
    key_of,
    put_action,
)
from reprise.stores.aws.values import END, Item, pack, size_of, sortable, unpack
from reprise.stores.ports import BAND_LIMIT, Commit

TRANSACTION_BYTES = 3_500_000
"""DynamoDB takes 4 MB; the rest is for what :func:`size_of` does not count."""

AGENDA = "AGENDA#site"
GRANTS = "GRANTS"
SKETCH_TRIES = 5

AFTER = "$"
"""Follows ``#`` in ASCII: ``<instant>$`` sorts after all rows of that instant."""


@dataclass(frozen=True, slots=True)
class Write:
    """A row of a commit. What may fail without stopping the rest says so by its *kind*."""

    kind: Literal["record", "grant", "receipt", "row"]
    item: Item
    condition: Condition | None = None


class AwsArticles:
    """The ``Articles`` port on DynamoDB."""

    def __init__(self, table: Table) -> None:
        self._table = table

    # --- Records --------------------------------------------------------------------------------

    def record(self, article_id: str) -> ArticleRecord | None:
        item = self._table.get(record_key(article_id))
        return unpack(item, ArticleRecord) if item else None

    def records(self, article_ids: Iterable[str]) -> Mapping[str, ArticleRecord]:
        items = self._table.get_many(record_key(article_id) for article_id in article_ids)
        records = (unpack(item, ArticleRecord) for item in items)
        return {record.article_id: record for record in records}

    def records_of(self, partner: str) -> Iterator[ArticleRecord]:
        lines = self._table.query(partner_key(partner), "ARTICLE#", f"ARTICLE#{END}")
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
        rows = [*agenda_writes(commit.agenda), *member_writes(commit.members)]
        held_back = [] if commit.record else [row for row in rows if row.condition]
        together = [row for row in rows if row not in held_back]
        head = [*record_writes(commit.record), *grant_writes(commit.grant)]
        tail = receipt_writes(commit.receipt)
        if fits([*head, *together, *tail]) and not held_back:
            self._transact([*head, *together, *tail])
            return
        first = first_that_fit(head, together)
        self._transact([*head, *together[:first]])
        self._follow([*together[first:], *held_back])
        # The receipt goes last: until it is there, a redelivery does all of this again.
        self._transact(tail)

    def _transact(self, writes: list[Write]) -> None:
        """Store *writes* all or nothing, but leave out a grant or receipt that is older news."""
        while writes:
            actions = [put_action(write.item, unguarded(write)) for write in writes]
            failed = {writes[position].kind for position in self._table.transact(actions)}
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
        return unpack(item, Receipt) if item else None

    def receipts(self, partner: str, *, limit: int = 100) -> Sequence[Receipt]:
        lines = self._table.query(
            partner_key(partner), "RECEIVED#", f"RECEIVED#{END}", newest_first=True, limit=limit
        )
        uploads = [last_part(line) for line in lines]
        items = self._table.get_many(receipt_key(partner, upload) for upload in uploads)
        found = {receipt.upload: receipt for receipt in (unpack(i, Receipt) for i in items)}
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

    def members_between(self, channel: str, start: datetime, end: datetime) -> Sequence[MemberRow]:
        # Without an id behind it an instant sorts before all rows of that instant.
        items = self._table.query(channel_key(channel), sortable(start), sortable(end))
        return [unpack(item, MemberRow) for item in items]

    def first_member_after(self, channel: str, after: datetime) -> MemberRow | None:
        item = self._table.first(channel_key(channel), sortable(after) + AFTER)
        return unpack(item, MemberRow) if item else None

    # --- Agenda ---------------------------------------------------------------------------------

    def agenda_until(self, until: datetime, *, limit: int) -> Sequence[AgendaRow]:
        items = self._table.query(AGENDA, high=sortable(until) + AFTER, limit=limit)
        return [unpack(item, AgendaRow) for item in items]

    def first_agenda_after(self, after: datetime) -> AgendaRow | None:
        item = self._table.first(AGENDA, sortable(after) + AFTER)
        return unpack(item, AgendaRow) if item else None

    def add_agenda(self, rows: Iterable[AgendaRow]) -> None:
        self._table.put_many(write.item for write in agenda_writes(rows))

    def remove_agenda(self, rows: Iterable[AgendaRow]) -> None:
        distinct = {agenda_key(row): row for row in rows}
        actions = [
            delete_action(key, Condition("#t = :token", {":token": {"S": row.token}}))
            for key, row in distinct.items()
        ]
        for action in actions:
            action["Delete"]["ExpressionAttributeNames"] = {"#t": "token"}
        for chunk in chunks(actions, TRANSACTION_ROWS):
            self._all_that_hold(chunk)

    def _all_that_hold(self, actions: list[dict[str, Any]]) -> None:
        """Do those of *actions* whose condition holds, in one transaction or two."""
        while failed := self._table.transact(actions):
            actions = [action for n, action in enumerate(actions) if n not in failed]

    # --- Sketches -------------------------------------------------------------------------------

    def add_sketch(self, article_id: str, partner: str, bands: Sequence[str]) -> None:
        me = f"{article_id} {partner}"
        for chunk in chunks(sorted(set(bands)), TRANSACTION_ROWS):
            self._add_to_bands([sketch_action(band, me) for band in chunk])

    def _add_to_bands(self, actions: list[dict[str, Any]]) -> None:
        """Uploads of one story often come together and meet in its bands: try again, briefly."""
        for remaining in reversed(range(SKETCH_TRIES)):
            try:
                return self._all_that_hold(actions)
            except ConflictError:
                if not remaining:
                    raise
        return None

    def sketched(self, bands: Sequence[str], *, but_of: str | None = None) -> Mapping[str, int]:
        items = self._table.get_many((f"SKETCH#{band}", "SKETCH") for band in bands)
        found = Counter(each for item in items for each in item["ids"]["SS"])
        shared = ((*each.split(" ", 1), count) for each, count in found.items())
        return {article_id: count for article_id, partner, count in shared if partner != but_of}


# --- Keys -----------------------------------------------------------------------------------------


def record_key(article_id: str) -> Key:
    return f"ARTICLE#{article_id}", "RECORD"


def channel_key(channel: str) -> str:
    return f"CHANNEL#{channel}"


def partner_key(partner: str) -> str:
    return f"PARTNER#{partner}"


def receipt_key(partner: str, upload: str) -> Key:
    return partner_key(partner), f"RECEIPT#{upload}"


def agenda_key(row: AgendaRow) -> Key:
    return AGENDA, f"{sortable(row.at)}#{row.article_id}"


def last_part(line: Item) -> str:
    """The id at the end of a line's sort key."""
    return str(line["SK"]["S"]).rpartition("#")[2]


# --- Rows -----------------------------------------------------------------------------------------


def record_writes(record: ArticleRecord | None) -> list[Write]:
    """The record, over the revision before; with the first one the line in its partner's list."""
    if record is None:
        return []
    before = Condition("rev = :before", {":before": {"N": str(record.rev - 1)}})
    item = {
        **key_of(record_key(record.article_id)), "rev": {"N": str(record.rev)}, "v": pack(record),
    }  # fmt: skip
    line = key_of((partner_key(record.partner), f"ARTICLE#{record.article_id}"))
    if record.rev == 1:
        return [Write("record", item, NEW), Write("row", line)]
    return [Write("record", item, before)]


def member_writes(members: Iterable[MemberRow]) -> list[Write]:
    """Member rows, each over a lower revision; of two with one key the higher one."""
    distinct: dict[Key, MemberRow] = {}
    for row in members:
        key = (channel_key(row.channel), f"{sortable(row.release_at)}#{row.article_id}")
        if key not in distinct or distinct[key].rev < row.rev:
            distinct[key] = row
    return [
        Write("row", {**key_of(key), "rev": {"N": str(row.rev)}, "v": pack(row)}, lower(row.rev))
        for key, row in distinct.items()
    ]


def lower(rev: int) -> Condition:
    """What is there is older than *rev*."""
    return Condition("attribute_not_exists(PK) OR rev < :rev", {":rev": {"N": str(rev)}})


def unguarded(write: Write) -> Condition | None:
    """A row's condition is for when it is written alone (see :meth:`AwsArticles.commit`)."""
    return None if write.kind == "row" else write.condition


def agenda_writes(rows: Iterable[AgendaRow]) -> list[Write]:
    """Agenda rows, whatever is there; of two with one key the last."""
    distinct = {agenda_key(row): row for row in rows}
    return [
        Write("row", {**key_of(key), "token": {"S": row.token}, "v": pack(row)})
        for key, row in distinct.items()
    ]


def grant_writes(grant: GrantRecord | None) -> list[Write]:
    """A grant, if it is newer than what is there: when it was stored, then its digest."""
    if grant is None:
        return []
    age = {"S": f"{sortable(grant.stored_at)}#{grant.digest}"}
    key = key_of((GRANTS, f"{grant.partner}#{grant.grant_id}"))
    newer = Condition("attribute_not_exists(PK) OR age < :age", {":age": age})
    return [Write("grant", {**key, "age": age, "v": pack(grant)}, newer)]


def receipt_writes(receipt: Receipt | None) -> list[Write]:
    """A receipt and its line in order of time, if there is none of that upload yet."""
    if receipt is None:
        return []
    item = {**key_of(receipt_key(receipt.partner, receipt.upload)), "v": pack(receipt)}
    at = sortable(receipt.received_at)
    line = key_of((partner_key(receipt.partner), f"RECEIVED#{at}#{receipt.upload}"))
    return [Write("receipt", item, NEW), Write("receipt", line)]


def sketch_action(band: str, me: str) -> dict[str, Any]:
    """Add an article to a band, unless that is full."""
    return {
        "Update": {
            "Key": key_of((f"SKETCH#{band}", "SKETCH")),
            "UpdateExpression": "ADD ids :mine",
            "ConditionExpression": (
                "attribute_not_exists(ids) OR size(ids) < :full OR contains(ids, :me)"
            ),
            "ExpressionAttributeValues": {
                ":mine": {"SS": [me]},
                ":me": {"S": me},
                ":full": {"N": str(BAND_LIMIT)},
            },
        }
    }


# --- What fits ------------------------------------------------------------------------------------


def fits(writes: Sequence[Write]) -> bool:
    """Whether *writes* can be one transaction."""
    size = sum(size_of(write.item) for write in writes)
    return len(writes) <= TRANSACTION_ROWS and size <= TRANSACTION_BYTES


def first_that_fit(head: Sequence[Write], rows: Sequence[Write]) -> int:
    """How many of *rows* can go into one transaction with *head*."""
    count, size = len(head), sum(size_of(write.item) for write in head)
    for taken, row in enumerate(rows):
        count, size = count + 1, size + size_of(row.item)
        if count > TRANSACTION_ROWS or size > TRANSACTION_BYTES:
            return taken
    return len(rows)
