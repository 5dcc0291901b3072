"""The local run's time: the machine's, or one that starts elsewhere and runs faster."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

NAP_SECONDS = 0.5
"""Longest sleep at once, so that Ctrl-C and new uploads are noticed soon."""


class Clock(Protocol):
    """Tells the time, and waits for it."""

    def __call__(self) -> datetime: ...

    def at(self, machine: datetime) -> datetime:
        """This clock's time at the machine's time *machine*: moto stamps by the machine's."""
        ...

    def wait_until(self, at: datetime) -> None:
        """Return at *at*, or earlier; the caller looks at the clock again."""
        ...


def machine_time() -> datetime:
    return datetime.now(UTC)


@dataclass
class LocalClock:
    """
    Starts at *start* and runs *speed* times as fast as the machine's.

    >>> clock = LocalClock(datetime(2026, 5, 1, tzinfo=UTC), speed=60)
    >>> clock.at(clock.began + timedelta(seconds=2)).isoformat()
    '2026-05-01T00:02:00+00:00'
    """

    start: datetime | None = None
    speed: float = 1.0
    began: datetime = field(default_factory=machine_time)

    def __call__(self) -> datetime:
        return self.at(machine_time())

    def at(self, machine: datetime) -> datetime:
        return (self.start or self.began) + (machine - self.began) * self.speed

    def wait_until(self, at: datetime) -> None:
        seconds = (at - self()).total_seconds() / self.speed
        time.sleep(min(max(seconds, 0.0), NAP_SECONDS))


@dataclass
class SteppedClock:
    """A clock that moves only when somebody waits: for tests, deterministic and without waiting."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def at(self, machine: datetime) -> datetime:  # noqa: ARG002 - the machine's time is of no account
        return self.now

    def wait_until(self, at: datetime) -> None:
        self.now = max(self.now, at)

    def advance(self, **duration: float) -> None:
        """Let time pass, e.g. ``hours=1``."""
        self.now += timedelta(**duration)
