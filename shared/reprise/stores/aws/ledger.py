"""The ledger on DynamoDB: one item for each change, below its article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reprise.model.ledger import LedgerEntry
from reprise.stores.aws.rows import ledger_key, ledger_line
from reprise.stores.aws.table import Table, key_of
from reprise.stores.aws.values import pack, unpack


class AwsLedger:
    """The ``Ledger`` port on DynamoDB."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def note(self, entries: Iterable[LedgerEntry]) -> None:
        distinct = {ledger_line(entry): entry for entry in entries}
        self._table.put_many({**key_of(key), "v": pack(entry)} for key, entry in distinct.items())

    def of(self, article_id: str) -> Sequence[LedgerEntry]:
        lines = self._table.query(ledger_key(article_id))
        return [unpack(line, LedgerEntry) for line in lines]
