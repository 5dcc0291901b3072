"""What was shown where, from when to when, on whose word (rows B29, B39, B46)."""

from __future__ import annotations

from enum import StrEnum

from reprise.model.base import Frozen, Instant, NonEmpty
from reprise.model.ruling import Finding


class Change(StrEnum):
    """What a turn did to an article in a channel."""

    SHOWN = "shown"
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
    """

    at: Instant
    channel: NonEmpty
    article_id: NonEmpty
    partner: NonEmpty
    change: Change
    findings: tuple[Finding, ...] = ()
    until: Instant | None = None
