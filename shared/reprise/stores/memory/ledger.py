"""The ledger in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from reprise.model.ledger import LedgerEntry


class MemoryLedger:
    """Entries by article, then by instant and channel."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[tuple[datetime, str], LedgerEntry]] = defaultdict(dict)

    def note(self, entries: Iterable[LedgerEntry]) -> None:
        for entry in entries:
            self._entries[entry.article_id][entry.at, entry.channel] = entry

    def of(self, article_id: str) -> Sequence[LedgerEntry]:
        return [entry for _, entry in sorted(self._entries[article_id].items())]
