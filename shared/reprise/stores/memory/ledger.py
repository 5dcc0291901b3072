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

    def lately(
        self,
        partner: str,
        *,
        grant: str | None = None,
        until: datetime | None = None,
        limit: int = 100,
    ) -> Sequence[LedgerEntry]:
        told = [
            entry
            for entries in self._entries.values()
            for entry in entries.values()
            if entry.partner == partner
            and entry.is_shown
            and (grant is None or grant in entry.grants)
            and (until is None or entry.at <= until)
        ]
        order = sorted(told, key=lambda one: (one.at, one.channel, one.article_id), reverse=True)
        return order[:limit]
