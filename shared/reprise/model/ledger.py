"""What was shown where, from when to when, on whose word (rows B29, B39, B46)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reprise.model.base import Frozen, Instant, NonEmpty
from reprise.model.permission import Origin
from reprise.model.ruling import Finding


class Change(StrEnum):
    """What a turn did to an article in a channel."""

    SHOWN = "shown"
    RULED = "ruled"
    """Still shown, but on other terms: more or less of it, or on somebody else's word."""
    GONE = "gone"
    """Taken out because it may not be shown any more."""
    MOVED_ON = "moved_on"
    """Left by itself: newer ones came, it moved, or another copy is shown."""


class LedgerEntry(Frozen):
    """
    One change of one article in one channel, written by the turn that made it public.

    Attributes:
        at: Instant of the turn.
        findings: Who granted it, or why it may not be shown any more; the decisive one first.
        until: Until when the ruling was to hold.
        text: How much is shown, ``full`` or ``excerpt``; empty once it is gone.
    """

    at: Instant
    channel: NonEmpty
    article_id: NonEmpty
    partner: NonEmpty
    change: Change
    findings: tuple[Finding, ...] = ()
    until: Instant | None = None
    text: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether the article is public from then on."""
        return self.change in {Change.SHOWN, Change.RULED}

    def same_terms(self, other: LedgerEntry) -> bool:
        """Whether both show as much, on the same word, until the same instant."""
        mine = (self.is_shown, self.findings, self.text, self.until)
        return mine == (other.is_shown, other.findings, other.text, other.until)

    @property
    def grants(self) -> tuple[str, ...]:
        """Grants on file on whose word it is shown."""
        said = self.findings if self.is_shown else ()
        return tuple(one.name for one in said if one.origin is Origin.GRANT)


@dataclass(frozen=True, slots=True)
class Showing:
    """
    A time in which an article was shown in a channel on one and the same word.

    Attributes:
        began: What made it public, or changed the terms.
        ended: What ended that; ``None`` while it lasts.
    """

    began: LedgerEntry
    ended: LedgerEntry | None = None


def showings(entries: Sequence[LedgerEntry]) -> tuple[Showing, ...]:
    """
    The ledger of one article as times in which it was shown, the newest first.

    Args:
        entries: All of one article, oldest first.
    """
    found: list[Showing] = []
    lasting: dict[str, LedgerEntry] = {}
    for entry in entries:
        began = lasting.get(entry.channel)
        if began and entry.is_shown and began.same_terms(entry):
            continue  # told again after a crash
        if began:
            found.append(Showing(began, entry))
            del lasting[entry.channel]
        if entry.is_shown:
            lasting[entry.channel] = entry
    found += map(Showing, lasting.values())
    return tuple(sorted(found, key=lambda one: (one.began.at, one.began.channel), reverse=True))
