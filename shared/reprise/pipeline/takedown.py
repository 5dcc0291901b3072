"""
How far a takedown has come (row B46): when it arrived, and when each place let the article go.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from reprise.lifecycle.state import state_of
from reprise.model.ledger import Change, LedgerEntry
from reprise.stores.ports import Stores

DEADLINE = timedelta(minutes=15)
"""From the arrival of a takedown until every place has let the article go."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place: when it last showed the article, and when it let it go (``None``: not yet)."""

    channel: str
    shown_at: datetime
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Takedown:
    """
    A takedown's way.

    Attributes:
        asked_at: When the withdrawal or kill was stored; ``None`` when nobody asked, and the
            article left by expiry, revocation or a closed partner.
        overdue: A place still shows it past the deadline.
    """

    article_id: str
    status: str
    asked_at: datetime | None
    steps: tuple[Step, ...]
    overdue: bool

    @property
    def done(self) -> bool:
        return all(step.gone_at is not None for step in self.steps)


def takedown(article_id: str, *, stores: Stores, now: datetime) -> Takedown | None:
    """The way of *article_id*'s takedown so far; ``None`` when there is no such article."""
    record = stores.articles.record(article_id)
    if record is None:
        return None
    state = state_of(record)
    steps = _steps(stores.ledger.of(article_id))
    late = state.ended_at is not None and now - state.ended_at > DEADLINE
    waiting = any(step.gone_at is None for step in steps)
    return Takedown(
        article_id=article_id,
        status=state.status.value,
        asked_at=state.ended_at,
        steps=steps,
        overdue=late and waiting,
    )


def _steps(entries: Iterable[LedgerEntry]) -> tuple[Step, ...]:
    steps: dict[str, Step] = {}
    for entry in entries:
        if entry.change is Change.RULED and entry.channel in steps:
            continue
        if entry.is_shown:
            steps[entry.channel] = Step(entry.channel, entry.at, None)
        elif entry.channel in steps:
            steps[entry.channel] = Step(entry.channel, steps[entry.channel].shown_at, entry.at)
    return tuple(steps[name] for name in sorted(steps))
