"""
How far a takedown has come (row B46): when it arrived, and when each place let the article go.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from reprise.lifecycle.state import state_of
from reprise.model.ledger import Change, LedgerEntry
from reprise.model.versions import AgendaRow, ArticleRecord, ArticleState
from reprise.stores.ports import Stores

DEADLINE = timedelta(minutes=15)
"""From the arrival of a takedown until every place has let the article go."""

TAKEDOWNS = "takedowns"
"""Agenda of the clock: a takedown stands there at its deadline, until it is done."""

WATCHED = 200
"""Takedowns looked at in one minute, the oldest first."""


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
        overdue: A place still shows it although the deadline has come.
    """

    article_id: str
    status: str
    asked_at: datetime | None
    steps: tuple[Step, ...]
    overdue: bool

    @property
    def done(self) -> bool:
        """Whether no place shows the article any more."""
        return all(step.gone_at is not None for step in self.steps)

    @property
    def done_at(self) -> datetime | None:
        """When the last place let it go; ``None`` while one has not, and where none ever had it."""
        gone = [step.gone_at for step in self.steps if step.gone_at is not None]
        return max(gone, default=None) if len(gone) == len(self.steps) else None


def takedown(article_id: str, *, stores: Stores, now: datetime) -> Takedown | None:
    """The way of *article_id*'s takedown so far; ``None`` when there is no such article."""
    record = stores.articles.record(article_id)
    if record is None:
        return None
    state = state_of(record)
    steps = _steps(stores.ledger.of(article_id))
    late = state.ended_at is not None and now - state.ended_at >= DEADLINE
    waiting = any(step.gone_at is None for step in steps)
    return Takedown(
        article_id=article_id,
        status=state.status.value,
        asked_at=state.ended_at,
        steps=steps,
        overdue=late and waiting,
    )


def deadline_of(record: ArticleRecord, state: ArticleState, *, token: str) -> tuple[AgendaRow, ...]:
    """The clock's agenda row for an article that was public and is taken back; else none."""
    if state.ended_at is None or state.published_at is None:
        return ()
    at = state.ended_at + DEADLINE
    return (AgendaRow(at=at, article_id=record.article_id, token=token, place=TAKEDOWNS),)


def overdue(*, stores: Stores, now: datetime) -> tuple[Takedown, ...]:
    """
    Takedowns whose deadline has come although a place still shows the article (row B46).

    Those that are done are taken off the agenda; so each is looked at once, and each minute only
    while it is overdue.
    """
    rows = stores.articles.agenda_until(now, limit=WATCHED, place=TAKEDOWNS)
    told = {row: takedown(row.article_id, stores=stores, now=now) for row in rows}
    late = {row: one for row, one in told.items() if one is not None and one.overdue}
    stores.articles.remove_agenda(row for row in rows if row not in late)
    return tuple(late.values())


def behind(*, stores: Stores, now: datetime) -> timedelta:
    """
    How long the oldest look that the site owes is due: what nobody takes back one by one, a revoked
    grant, a closed partner, an end by the clock, goes from its pages by such looks.
    """
    oldest = stores.articles.agenda_until(now, limit=1)
    return now - oldest[0].at if oldest else timedelta(0)


def under_way(*, stores: Stores, now: datetime) -> tuple[Takedown, ...]:
    """Takedowns of the last minutes and those that are overdue, the oldest first."""
    rows = stores.articles.agenda_until(now + DEADLINE, limit=WATCHED, place=TAKEDOWNS)
    told = (takedown(row.article_id, stores=stores, now=now) for row in rows)
    return tuple(one for one in told if one is not None)


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
