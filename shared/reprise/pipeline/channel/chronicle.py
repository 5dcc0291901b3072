"""What the ledger and the CDN are told after documents of a channel were stored (row B39)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from reprise.model.ledger import Change, LedgerEntry
from reprise.model.report import Omission
from reprise.pipeline.channel.lineup import Lineup, Shown
from reprise.pipeline.shelf import Shelf
from reprise.stores.ports import Stores

UNKNOWN = "-"
"""Whose an article is that is so far back that nobody read its row: its ledger says so."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """
    Tells of one turn.

    Attributes:
        read_first: After a race or a crash nobody knows what was public meanwhile.
    """

    stores: Stores
    now: datetime
    generation: int
    read_first: bool = False

    def left(
        self, shelf: Shelf, before: Mapping[str, str], lineup: Lineup, changed: list[str]
    ) -> None:
        """
        Note what became public or left *shelf* since its last build (row B39), and have the CDN
        forget what was taken back.
        """
        self.stores.ledger.note(self._changes(shelf, before, lineup))
        # After a race or a crash nobody knows what was public meanwhile.
        if changed and (self.read_first or before.keys() & lineup.gone):
            paths = [f"/{key}" for key in changed]
            self.stores.edge.invalidate(paths, reference=f"{shelf.place}-{self.generation}")

    def _changes(
        self, shelf: Shelf, before: Mapping[str, str], lineup: Lineup
    ) -> Iterator[LedgerEntry]:
        """By what is public, not by what was meant to be: entries fail, documents are kept."""
        now_shown = shown_in(shelf)
        for shown in lineup.shown:
            name = shown.row.article_id
            if name in now_shown and now_shown[name] != before.get(name):
                change = Change.RULED if name in before else Change.SHOWN
                yield self._entered(shelf.place, shown, change)
        partners = {row.article_id: row.partner for row in lineup.rows}
        reasons = {left.article_id: left for left in lineup.left_out}
        for name in sorted(before.keys() - now_shown.keys()):
            partner = partners.get(name, UNKNOWN)
            yield self._left(shelf.place, name, partner, reasons.get(name), lineup)

    def _entered(self, place: str, shown: Shown, change: Change) -> LedgerEntry:
        decision = shown.decision
        return LedgerEntry(
            at=self.now,
            channel=place,
            article_id=shown.row.article_id,
            partner=shown.row.partner,
            change=change,
            findings=decision.ruling.findings,
            until=decision.ruling.until,
            text=decision.text or "",
        )

    def _left(
        self, place: str, article_id: str, partner: str, reason: Omission | None, lineup: Lineup
    ) -> LedgerEntry:
        return LedgerEntry(
            at=self.now,
            channel=place,
            article_id=article_id,
            partner=partner,
            change=Change.GONE if article_id in lineup.gone else Change.MOVED_ON,
            findings=reason.findings if reason else (),
        )


def shown_in(shelf: Shelf) -> dict[str, str]:
    """Articles in the documents of *shelf* as they are public now, with digests of their rulings."""
    return {key.partition(".")[0]: key.rpartition(".")[2] for key in shelf.entry_keys()}
