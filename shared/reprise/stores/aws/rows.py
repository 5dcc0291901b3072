"""
The rows of the one table and their keys; what of a commit fits one transaction.

======================  ==============================  ==========================================
PK                      SK                              what
======================  ==============================  ==========================================
``ARTICLE#<article>``   ``RECORD``                      article record; ``rev``
``CHANNEL#<channel>``   ``<release>#<article>``         member row; ``rev``
``AGENDA#<place>``      ``<instant>#<article>``         agenda row; ``token``
``VOLUMES#<channel>``   ``<start>``                     closed part of a channel's history
``GRANTS``              ``<partner>#<grant>#<instant>#<digest>``  a statement of a grant
``PARTNER#<partner>``   ``RECEIPT#<upload>``            receipt
``PARTNER#<partner>``   ``RECEIVED#<instant>#<upload>`` line of the receipts in order of time
``PARTNER#<partner>``   ``ARTICLE#<article>``           line of the partner's articles
``LEDGER#<article>``     ``<instant>#<channel>``         what a turn did to it in a channel
``SHOWN#<partner>``      ``<instant>#<channel>#<art.>``  what became public, by its partner
``SHOWN#<partner>#<gr.>`` the same                       and by each grant on whose word
``SKETCH#<band>``       ``SKETCH``                      ``ids``: articles that share the band
======================  ==============================  ==========================================

A receipt has two rows so that both questions cost what they answer: one by its upload is one
read, the newest hundred are one query of small lines and one bulk read. Records and receipts may
be larger than an item (see :mod:`~reprise.stores.aws.tall`). A band is one item, not
one for each article, so that all bands of a text are asked for in one bulk read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reprise.model.ledger import LedgerEntry
from reprise.model.receipt import Receipt
from reprise.model.versions import AgendaRow, ArticleRecord, GrantRecord, MemberRow
from reprise.stores.aws.table import NEW, TRANSACTION_ROWS, Condition, Key, delete_action, key_of
from reprise.stores.aws.tall import spread
from reprise.stores.aws.values import Item, pack, size_of, sortable
from reprise.stores.ports import BAND_LIMIT, Commit

TRANSACTION_BYTES = 3_500_000
"""DynamoDB takes 4 MB; the rest is for what :func:`size_of` does not count."""

GRANTS = "GRANTS"
AFTER = "$"
"""Follows ``#`` in ASCII: ``<instant>$`` sorts after all rows of that instant."""


@dataclass(frozen=True, slots=True)
class Write:
    """A row of a commit. What may fail without stopping the rest says so by its *kind*."""

    kind: Literal["record", "grant", "receipt", "row"]
    item: Item
    condition: Condition | None = None


# --- Keys -----------------------------------------------------------------------------------------


def record_key(article_id: str) -> Key:
    return f"ARTICLE#{article_id}", "RECORD"


def channel_key(channel: str) -> str:
    return f"CHANNEL#{channel}"


def partner_key(partner: str) -> str:
    return f"PARTNER#{partner}"


def receipt_key(partner: str, upload: str) -> Key:
    return partner_key(partner), f"RECEIPT#{upload}"


def agenda_of(place: str) -> str:
    return f"AGENDA#{place}"


def agenda_key(row: AgendaRow) -> Key:
    return agenda_of(row.place), f"{sortable(row.at)}#{row.article_id}"


def volumes_key(channel: str) -> str:
    return f"VOLUMES#{channel}"


def ledger_key(article_id: str) -> str:
    return f"LEDGER#{article_id}"


def ledger_line(entry: LedgerEntry) -> Key:
    return ledger_key(entry.article_id), f"{sortable(entry.at)}#{entry.channel}"


def shown_key(partner: str, grant: str | None = None) -> str:
    return f"SHOWN#{partner}" if grant is None else f"SHOWN#{partner}#{grant}"


def ledger_rows(entry: LedgerEntry) -> list[Item]:
    """An entry below its article; one that makes public also below its partner and grants."""
    keys = [ledger_line(entry)]
    if entry.is_shown:
        line = f"{sortable(entry.at)}#{entry.channel}#{entry.article_id}"
        keys += [(shown_key(entry.partner, grant), line) for grant in (None, *entry.grants)]
    return [{**key_of(key), "v": pack(entry)} for key in keys]


def sketch_key(band: str) -> Key:
    return f"SKETCH#{band}", "SKETCH"


def band_of(item: Item) -> str:
    """The band that a row of articles is about."""
    return str(item["PK"]["S"]).removeprefix("SKETCH#")


def is_record(item: Item) -> bool:
    """Whether a row is an article's record."""
    return str(item["SK"]["S"]) == "RECORD"


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
    first, *parts = spread(item)
    rest = [Write("record", part) for part in parts]
    if record.rev == 1:
        return [Write("record", first, NEW), *rest, Write("row", line)]
    return [Write("record", first, before), *rest]


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
    """A row's condition is for when it is written alone (see ``AwsArticles.commit``)."""
    return None if write.kind == "row" else write.condition


def agenda_writes(rows: Iterable[AgendaRow]) -> list[Write]:
    """Agenda rows, whatever is there; of two with one key the last."""
    distinct = {agenda_key(row): row for row in rows}
    return [
        Write("row", {**key_of(key), "token": {"S": row.token}, "v": pack(row)})
        for key, row in distinct.items()
    ]


def removal(row: AgendaRow) -> dict[str, Any]:
    """Remove an agenda row, as one action of a transaction, if it is the one that was read."""
    action = delete_action(agenda_key(row), Condition("#t = :token", {":token": {"S": row.token}}))
    action["Delete"]["ExpressionAttributeNames"] = {"#t": "token"}  # the name is reserved
    return action


def grant_writes(grant: GrantRecord | None) -> list[Write]:
    """A statement of a grant, which is kept beside the others."""
    if grant is None:
        return []
    name = f"{grant.partner}#{grant.grant_id}#{sortable(grant.stored_at)}#{grant.digest}"
    return [Write("grant", {**key_of((GRANTS, name)), "v": pack(grant)})]


def receipt_writes(receipt: Receipt | None) -> list[Write]:
    """A receipt and its line in order of time, if there is none of that upload yet."""
    if receipt is None:
        return []
    item = {**key_of(receipt_key(receipt.partner, receipt.upload)), "v": pack(receipt)}
    at = sortable(receipt.received_at)
    line = key_of((partner_key(receipt.partner), f"RECEIVED#{at}#{receipt.upload}"))
    first, *parts = spread(item)
    rest = [Write("receipt", part) for part in (*parts, line)]
    return [Write("receipt", first, NEW), *rest]


def sketch_action(band: str, names: Collection[str]) -> dict[str, Any]:
    """Add articles to a band, unless that is full; all that are there already change nothing."""
    mine = {f":m{number}": {"S": name} for number, name in enumerate(sorted(names))}
    known = " AND ".join(f"contains(ids, {name})" for name in mine)
    return {
        "Update": {
            "Key": key_of(sketch_key(band)),
            "UpdateExpression": "ADD ids :mine",
            "ConditionExpression": f"attribute_not_exists(ids) OR size(ids) < :full OR ({known})",
            "ExpressionAttributeValues": {
                ":mine": {"SS": sorted(names)},
                ":full": {"N": str(BAND_LIMIT)},
                **mine,
            },
        }
    }


# --- What fits ------------------------------------------------------------------------------------


Parts = tuple[list[Write], list[Write], list[Write], list[Write]]


def parts(commit: Commit) -> Parts:
    """
    The writes of *commit*, in the order in which they must not be torn apart: its head, rows that go
    with it, rows that keep their conditions because no record stands before them, and the receipt.
    """
    rows = [*agenda_writes(commit.agenda), *member_writes(commit.members)]
    held_back = [] if commit.record else [row for row in rows if row.condition]
    together = [row for row in rows if row not in held_back]
    head = [*record_writes(commit.record), *grant_writes(commit.grant)]
    return head, together, held_back, receipt_writes(commit.receipt)


def whole(commit: Commit) -> list[Write] | None:
    """All writes of *commit*; ``None`` when they can't be one transaction."""
    head, together, held_back, tail = parts(commit)
    writes = [*head, *together, *tail]
    return writes if fits(writes) and not held_back else None


def grouped(wholes: Sequence[Sequence[Write] | None]) -> Iterator[list[int]]:
    """
    Positions of commits that can be one transaction, in order: as many in a row as fit, no two with
    the same row. One that is ``None`` stands alone.
    """
    group: list[int] = []
    taken: list[Write] = []
    for position, writes in enumerate(wholes):
        if writes is None or not _can_join(writes, taken):
            if group:
                yield group
            group, taken = [], []
        if writes is None:
            yield [position]
        else:
            group.append(position)
            taken += writes
    if group:
        yield group


def _can_join(writes: Sequence[Write], taken: Sequence[Write]) -> bool:
    keys = {(write.item["PK"]["S"], write.item["SK"]["S"]) for write in taken}
    own = {(write.item["PK"]["S"], write.item["SK"]["S"]) for write in writes}
    return keys.isdisjoint(own) and fits([*taken, *writes])


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
