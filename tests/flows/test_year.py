"""
A simulated year, driven by ``next_change_at`` alone, equals a rebuild from nothing at every minute
that is looked at, and shows what the year's script says (invariants 1, 3 and 6; rows B31, B42,
B69, B77).

A rebuild looks at everything, so it is made at a few of the minutes; what the script says, which
costs little, is compared at all of them. The suite lives a small year.
``REPRISE_YEAR=2000 REPRISE_YEAR_SEED=7`` makes it another one, of thousands of articles.
"""

from __future__ import annotations

import json
import os
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from lxml import etree

from reprise.model.document import Build
from reprise.outputs.news_sitemap import WINDOW
from reprise.pipeline.channel.selection import TOMBSTONES_FOR
from reprise.stores.memory import MemoryStores
from reprise.stores.memory.clock import Clock
from tests.flows.test_any_order import says_nothing
from tests.flows.year import YEAR, Event, Year
from tests.flows.year_reference import Name, Reference, is_indexed, is_passed_on_whole
from tests.newsroom import CONFIGURATION, EVERYTHING, MINUTE, START, Newsroom

ARTICLES = int(os.environ.get("REPRISE_YEAR", "30"))
SEED = int(os.environ.get("REPRISE_YEAR_SEED", "1"))
SAMPLES = int(os.environ.get("REPRISE_YEAR_SAMPLES", "40"))
REBUILDS = int(os.environ.get("REPRISE_YEAR_REBUILDS", "8"))

FRONT, KEPT = 20, 5
"""Entries of the channels without a history that are compared, and of the one with it."""

CHANNELS = {
    "front": {
        "title": "Everything",
        "entries": FRONT,
        "formats": ["rss", "atom", "json", "ninjs"],
        "history": False,
    },
    "sea": {
        "title": "The sea, all of it",
        "select": {"sections": ["Sea"]},
        "entries": KEPT,
        "formats": ["atom", "json"],
    },
    "short": {
        "title": "Land in short",
        "select": {"sections": ["Land"]},
        "text": "excerpt",
        "formats": ["atom"],
        "history": False,
    },
    "msn": {
        "title": "Headlines for MSN",
        "select": {"sections": ["Sky"]},
        "profile": "msn",
        "formats": ["rss"],
    },
    "whole": {
        "title": "Whole texts",
        "entries": FRONT,
        "select": {"sections": ["Town"]},
        "excerpt_if_needed": False,
        "formats": ["json"],
        "history": False,
    },
}
AGREEMENT = {"basis": "permission", "uses": EVERYTHING, "pictures": True}
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
    ids: dict[Name, str] = field(default_factory=dict)

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
        self.newsroom.memory.clock.now = at
        self.newsroom.reports.clear()

    def _due(self) -> datetime | None:
        board = self.newsroom.stores.board.read().values()
        instants = [state.next_change_at for state in board if state.next_change_at]
        return full_minute(min(instants)) if instants else None


def full_minute(at: datetime) -> datetime:
    """*at*, or the next minute the clock strikes after it."""
    down = at.replace(second=0, microsecond=0)
    return down if down == at else down + MINUTE


def samples(year: Year, count: int) -> list[datetime]:
    """Minutes all over the year, among them those just before and after something happens."""
    chance = random.Random(year.seed)  # noqa: S311 - repeatable by its seed
    moments = [START + YEAR * chance.random() for _ in range(count // 2)]
    moments += [chance.choice(year.events).at for _ in range(count - count // 2)]
    return sorted({full_minute(moment) for moment in moments})


# --- The rebuild ----------------------------------------------------------------------------------


def from_nothing(newsroom: Newsroom) -> Newsroom:
    """
    Another newsroom that holds the same articles at the same moment and has built nothing.

    In what portions a history was lived can't be known from the articles: where volumes begin, and
    of what they hold the live feed speaks once more, is taken over.
    """
    memory = MemoryStores(Clock(newsroom.now))
    memory.archive = newsroom.memory.archive
    for name in ("_records", "_owned", "_members", "_grants", "_volumes"):
        setattr(memory.articles, name, getattr(newsroom.memory.articles, name))
    for channel in CHANNELS:
        known = newsroom.memory.board.build(channel)
        memory.board.save_build(Build(channel=channel, recalled=known.recalled))
    fresh = Newsroom(newsroom.configuration, memory)
    fresh.rebuilds()
    return fresh


def public(newsroom: Newsroom) -> dict[str, bytes]:
    """Every document but those that only say that something is not there."""
    documents = newsroom.everything().items()
    return {key: body for key, body in documents if not says_nothing(newsroom, key, body)}


# --- What the script says -------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """What readers find in a newsroom, in the script's names."""

    driven: Driven

    def __post_init__(self) -> None:
        names = {article_id: name for name, article_id in self.driven.ids.items()}
        object.__setattr__(self, "_names", names)

    def name(self, address: str) -> Name:
        """Whose id ends *address*."""
        return self._names[address.removesuffix(".html").rpartition("/")[2].rpartition(":")[2]]

    @property
    def room(self) -> Newsroom:
        return self.driven.newsroom

    def pages(self) -> set[Name]:
        keys = self.room.stores.site.keys("articles/")
        return {self.name(key) for key in keys if self.room.status(key) == 200}

    def entries(self, key: str) -> list[Name]:
        """Of a JSON Feed, in their order."""
        body = self.room.read(key)
        return [self.name(item["id"]) for item in json.loads(body)["items"]] if body else []

    def archived(self, channel: str) -> list[Name]:
        """Entries of all volumes."""
        keys = self.room.stores.site.keys(f"channels/{channel}/archive/")
        return [name for key in keys if key.endswith(".json") for name in self.entries(key)]

    def sitemap(self) -> list[Name]:
        """Addresses of all day sitemaps that the index names."""
        files = [url.rpartition("/")[2] for url in self.room.sitemap_urls("sitemap.xml")]
        return [name for one in files if one.startswith("sitemap-") for name in self.urls(one)]

    def news(self) -> list[Name]:
        return self.urls("news-sitemap.xml")

    def urls(self, sitemap: str) -> list[Name]:
        """Pages in one sitemap; the addresses of pictures are others'."""
        urls = self.room.sitemap_urls(sitemap)
        return [self.name(url) for url in urls if "/articles/" in url]

    def tombstones(self, channel: str) -> dict[Name, datetime]:
        """Of an Atom feed, with when each ended."""
        body = self.room.read(f"channels/{channel}/feed.atom")
        if body is None:
            return {}
        entries = etree.fromstring(body).iter("{*}deleted-entry")
        return {self.name(one.get("ref")): instant(one.get("when")) for one in entries}


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def compare(driven: Driven, reference: Reference, at: datetime) -> None:
    """Everything the site shows at *at* is what the script says, and nothing is missing."""
    shown, pages = Shown(driven), reference.pages(at)

    def listed(names: set[Name]) -> list[Name]:
        return reference.listed(names, at, key=lambda name: driven.ids[name])

    def select(section: str) -> set[Name]:
        return {name for name, says in pages.items() if section in says["sections"]}

    assert shown.pages() == pages.keys(), at
    assert shown.entries("channels/front/feed.json") == listed(set(pages))[:FRONT], at
    whole = {name for name in select("Town") if is_passed_on_whole(pages[name])}
    assert shown.entries("channels/whole/feed.json") == listed(whole)[:FRONT], at

    sea, live = listed(select("Sea")), shown.entries("channels/sea/feed.json")
    archived = shown.archived("sea")
    assert len(archived) == len(set(archived)), at
    assert {*live, *archived} == set(sea), at
    assert set(live) >= set(sea[: KEPT - 1]), at

    once = set(listed(set(pages)))
    indexed = {name for name in once if is_indexed(pages[name])}
    assert sorted(shown.sitemap()) == sorted(indexed), at
    recent = [name for name in listed(indexed) if at < reference.released(name, at) + WINDOW]
    assert shown.news() == recent, at

    told, ended = shown.tombstones("front"), reference.taken_back(at)
    assert not told.keys() & set(shown.entries("channels/front/feed.json")), at
    assert all(at - TOMBSTONES_FOR < when <= at for when in told.values()), at
    lately = {name: end for name, end in ended.items() if end > at - TOMBSTONES_FOR}
    assert len(told) >= 100 or told.items() >= lately.items(), at


# --- The year -------------------------------------------------------------------------------------


def test_a_year_driven_by_next_change_at_equals_a_rebuild_at_every_minute():
    """Whatever is looked at, and of everything else each byte at some of the minutes."""
    year = Year(seed=SEED, articles=ARTICLES)
    driven, reference = Driven(year.events), Reference(year.events)
    minutes = samples(year, SAMPLES)
    rebuilt = set(minutes[:: max(len(minutes) // REBUILDS, 1)])
    for at in minutes:
        driven.until(at)
        compare(driven, reference, at)
        if at in rebuilt:
            assert public(driven.newsroom) == public(from_nothing(driven.newsroom)), at


def test_a_clock_that_was_down_for_a_day_catches_up_in_one_pass():
    """Uploads went on meanwhile; one stroke puts right whatever time had changed."""
    year = Year(seed=SEED + 1, articles=ARTICLES // 2)
    driven, reference = Driven(year.events), Reference(year.events)
    for at in samples(year, REBUILDS):
        if at < driven.newsroom.now:
            continue
        driven.until(at)
        driven.until(at + timedelta(days=1), clock=False)
        driven.newsroom.strikes()
        compare(driven, reference, driven.newsroom.now)
        assert public(driven.newsroom) == public(from_nothing(driven.newsroom)), at
