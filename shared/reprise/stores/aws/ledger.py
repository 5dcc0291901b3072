"""The ledger on DynamoDB: each change below its article, and what it made public by whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from reprise.model.ledger import LedgerEntry
from reprise.stores.aws.rows import AFTER, ledger_key, ledger_line, ledger_rows, shown_key
from reprise.stores.aws.table import Table
from reprise.stores.aws.values import sortable, unpack


class AwsLedger:
    """The ``Ledger`` port on DynamoDB."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def note(self, entries: Iterable[LedgerEntry]) -> None:
        distinct = {ledger_line(entry): entry for entry in entries}
        self._table.put_many(row for entry in distinct.values() for row in ledger_rows(entry))

    def of(self, article_id: str) -> Sequence[LedgerEntry]:
        lines = self._table.query(ledger_key(article_id))
        return [unpack(line, LedgerEntry) for line in lines]

    def lately(
        self,
        partner: str,
        *,
        grant: str | None = None,
        until: datetime | None = None,
        limit: int = 100,
    ) -> Sequence[LedgerEntry]:
        high = sortable(until) + AFTER if until else None
        lines = self._table.query(
            shown_key(partner, grant), high=high, newest_first=True, limit=limit
        )
        return [unpack(line, LedgerEntry) for line in lines]
