"""Time as a test has it: it passes when told to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class Clock:
    """
    A clock that is called for the time and moved by hand.

    >>> clock = Clock()
    >>> clock.advance(minutes=5)
    >>> clock().isoformat()
    '2026-01-01T00:05:00+00:00'
    """

    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **duration: float) -> None:
        """Let time pass: ``hours=1``, ``minutes=5`` and so on, as for a ``timedelta``."""
        self.now += timedelta(**duration)
