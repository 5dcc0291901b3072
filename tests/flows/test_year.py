"""
A simulated year, driven by ``next_change_at`` alone, equals a rebuild from nothing at every minute
that is looked at (invariants 1, 3 and 6; rows B31, B42, B69).

``REPRISE_YEAR=2000`` makes it thousands of articles; the suite tries a small one.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reprise.stores.memory import MemoryStores
from reprise.stores.memory.clock import Clock
from tests.flows.test_any_order import says_nothing
from tests.flows.year import USES, YEAR, Event, Year, visible
from tests.newsroom import CONFIGURATION, MINUTE, START, Newsroom

ARTICLES = int(os.environ.get("REPRISE_YEAR", "30"))
SAMPLES = int(os.environ.get("REPRISE_YEAR_SAMPLES", "10"))

CHANNELS = {
    "front": {"title": "Everything", "entries": 20, "formats": ["rss", "atom", "json", "ninjs"]},
    "sea": {"title": "The sea", "select": {"sections": ["Sea"]}, "entries": 5},
    "short": {"title": "In short", "text": "excerpt", "formats": ["atom"]},
    "msn": {"title": "Headlines for MSN", "profile": "msn", "formats": ["rss"]},
    "whole": {"title": "Whole texts", "excerpt_if_needed": False, "formats": ["json"]},
}
AGREEMENT = {"basis": "permission", "uses": USES, "pictures": True}
PARTNERS = {name: {"name": name.title(), "agreement": AGREEMENT} for name in ("harbour", "meadow")}
CONFIGURED = CONFIGURATION | {
    "channels": CHANNELS,
    "partners": {**PARTNERS, "silent": {"name": "Silent Partner"}},
}


@dataclass
class Driven:
    """A newsroom that sleeps until an upload comes or the board names an instant."""

    events: list[Event]
    newsroom: Newsroom = field(default_factory=lambda: Newsroom.opened(CONFIGURED))
    strikes: int = 0
    ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.newsroom.strikes()
        self.waiting = self.events[::-1]

    def until(self, at: datetime, *, clock: bool = True) -> None:
        """Live on to *at*; without a *clock* nothing happens but what uploads bring about."""
        while self.waiting and self.waiting[-1].at <= at:
            event = self.waiting.pop()
            self._sleep(event.at, clock=clock)
            item = self.newsroom.item(event.data, partner=event.partner)
            if item.article_id:
                self.ids[event.partner, event.data["id"]] = item.article_id
        self._sleep(at, clock=clock)

    def _sleep(self, at: datetime, *, clock: bool) -> None:
        """The clock strikes at the first full minute that a channel's next change has come."""
        while clock and (due := self._due()) is not None and due <= at:
            self.newsroom.memory.clock.now = max(due, self.newsroom.now)
            self.newsroom.strikes()
            self.strikes += 1
        self.newsroom.memory.clock.now = at

    def _due(self) -> datetime | None:
        board = self.newsroom.stores.board.read().values()
        instants = [state.next_change_at for state in board if state.next_change_at]
        return full_minute(min(instants)) if instants else None


def full_minute(at: datetime) -> datetime:
    """*at*, or the next minute the clock strikes after it."""
    down = at.replace(second=0, microsecond=0)
    return down if down == at else down + MINUTE


def from_nothing(newsroom: Newsroom) -> Newsroom:
    """Another newsroom that holds the same articles at the same moment and has built nothing."""
    memory = MemoryStores(Clock(newsroom.now))
    memory.archive = newsroom.memory.archive
    for name in ("_records", "_owned", "_members", "_grants"):
        setattr(memory.articles, name, getattr(newsroom.memory.articles, name))
    fresh = Newsroom(newsroom.configuration, memory)
    fresh.rebuilds()
    return fresh


def public(newsroom: Newsroom) -> dict[str, bytes]:
    """Every document but those that only say that something is not there."""
    documents = newsroom.everything().items()
    return {key: body for key, body in documents if not says_nothing(newsroom, key, body)}


def pages(newsroom: Newsroom) -> set[str]:
    names = (key for key in newsroom.everything() if key.startswith("articles/"))
    ids = (name.removeprefix("articles/").removesuffix(".html") for name in names)
    return {name for name in ids if newsroom.page_status(name) == 200}


def samples(year: Year, count: int) -> list[datetime]:
    """Minutes all over the year, among them those just before and after something happens."""
    chance = random.Random(year.seed)  # noqa: S311 - repeatable by its seed
    moments = [START + YEAR * chance.random() for _ in range(count // 2)]
    moments += [chance.choice(year.events).at for _ in range(count - count // 2)]
    return sorted({full_minute(moment) for moment in moments})


def test_a_year_driven_by_next_change_at_equals_a_rebuild_at_every_minute():
    """No document differs, and no page shows that the script does not call visible."""
    year = Year(seed=1, articles=ARTICLES)
    driven = Driven(year.events)
    for at in samples(year, SAMPLES):
        driven.until(at)
        rebuilt = from_nothing(driven.newsroom)
        assert public(driven.newsroom) == public(rebuilt), at
        shown = {driven.ids[name] for name in visible(year.events, at)}
        assert pages(driven.newsroom) == shown, at


def test_a_clock_that_was_down_for_a_day_catches_up_in_one_pass():
    """Uploads went on meanwhile; one stroke puts right whatever time had changed."""
    year = Year(seed=2, articles=ARTICLES // 2)
    driven = Driven(year.events)
    for at in samples(year, SAMPLES // 2):
        if at < driven.newsroom.now:
            continue
        driven.until(at)
        driven.until(at + timedelta(days=1), clock=False)
        driven.newsroom.strikes()
        assert public(driven.newsroom) == public(from_nothing(driven.newsroom)), at
