"""
A whole pipeline in memory, spoken to in newsroom words.

Uploads arrive in the inbox, ingest and turns run until the queues are quiet, and the site is read
the way its readers would: by address, through independent parsers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
from lxml import etree

from reprise.model.configuration import SITE, Configuration
from reprise.model.messages import Turn, Upload
from reprise.model.receipt import ItemReceipt, Receipt
from reprise.outputs.pages import Pages
from reprise.outputs.places import page_key
from reprise.pipeline.announce import announce
from reprise.pipeline.clock import wake
from reprise.pipeline.ingest import ingest
from reprise.pipeline.turn_report import TurnReport
from reprise.pipeline.turns import take_turn
from reprise.stores.memory import MemoryStores
from reprise.stores.memory.clock import Clock

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

EVERYTHING = {
    use: {"allowed": True}
    for use in (
        "display",
        "syndicate_full",
        "syndicate_excerpt",
        "index",
        "google_news",
        "archive",
    )
}

CONFIGURATION: dict[str, Any] = {
    "publication": {
        "name": "The Ferry Bulletin",
        "base_url": "https://bulletin.example",
        "language": "en",
        "hubs": ["https://hub.example/"],
    },
    "partners": {
        "harbour": {
            "name": "Harbour Post",
            "agreement": {"basis": "permission", "uses": EVERYTHING, "pictures": True},
        },
        "meadow": {
            "name": "Meadow Wire",
            "agreement": {"basis": "permission", "uses": EVERYTHING, "pictures": True},
        },
        "silent": {"name": "Silent Partner"},
    },
    "channels": {
        "front": {"title": "Everything", "description": "All of it."},
        "sea": {"title": "The sea", "select": {"sections": ["Sea"]}},
        "short": {"title": "In short", "text": "excerpt", "formats": ["atom"]},
    },
}

BODY = (
    "<p>The ferry to the outer islands runs again after a winter in dock, the company said.</p>"
    "<p>It carries two hundred people and a dozen cars, and leaves four times a day.</p>"
)


def story(name: str = "ferry", **changes: Any) -> dict[str, Any]:
    """An article in our own format, as a partner would send it."""
    item: dict[str, Any] = {
        "format": "reprise/1",
        "id": name,
        "headline": f"The {name} runs again",
        "body_html": BODY,
        "language": "en",
        "sections": ["Sea"],
    }
    return {key: value for key, value in {**item, **changes}.items() if value is not None}


@dataclass
class Newsroom:
    """The pipeline with its stores, clock and everything that left it."""

    configuration: Configuration
    memory: MemoryStores
    reports: list[TurnReport] = field(default_factory=list)
    uploads: int = 0
    known: set[str] = field(default_factory=set)
    """Keys of uploads that somebody took or takes in."""
    parts: list[Receipt] = field(default_factory=list)
    """Receipts of files of bundles."""

    @classmethod
    def opened(
        cls, configuration: Mapping[str, Any] = CONFIGURATION, at: datetime = START
    ) -> Newsroom:
        return cls(Configuration.model_validate(configuration), MemoryStores(Clock(at)))

    def __post_init__(self) -> None:
        self.stores = self.memory.stores()
        self.pages = Pages()

    @property
    def now(self) -> datetime:
        return self.memory.clock()

    # In

    def put(
        self, data: object, *, partner: str = "harbour", name: str = "", ticket: str = ""
    ) -> Upload:
        """Store an upload without telling anybody."""
        self.uploads += 1
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        folder = ticket or f"t{self.uploads:04}"
        key = f"inbox/{partner}/{folder}/{name or 'article.json'}"
        version = self.stores.inbox.put(key, body, "application/octet-stream")
        self.known.add(key)
        return Upload(key=key, version_id=version, bytes=len(body), happened_at=self.now)

    def ingests(self, upload: Upload) -> Receipt:
        result = ingest(upload, stores=self.stores, configuration=self.configuration, now=self.now)
        announce(result.channels, stores=self.stores, now=self.now)
        return result.receipt

    def receives(self, data: object, **where: str) -> Receipt:
        """An upload arrives and everything that follows from it happens."""
        receipt = self.ingests(self.put(data, **where))
        self.takes_in_parts()
        self.settles()
        return receipt

    def takes_in_parts(self) -> list[Receipt]:
        """Files of bundles are uploads too: they are taken in until none is left."""
        receipts = []
        while arrived := [one for one in self.memory.inbox.arrived if one.key not in self.known]:
            self.known |= {one.key for one in arrived}
            receipts += [self.ingests(one) for one in arrived]
        self.parts += receipts
        return receipts

    def item(self, data: object, **where: str) -> ItemReceipt:
        """As :meth:`receives`, for an upload of one article: what became of that."""
        (item,) = self.receives(data, **where).items
        return item

    # Time

    def settles(self) -> list[TurnReport]:
        """Turns are taken until none is waiting."""
        taken: list[TurnReport] = []
        while deliveries := self.memory.turns.receive():
            for delivery in deliveries:
                taken.append(self.turn(delivery.turn))
                self.memory.turns.done(delivery)
        return taken

    def turn(self, turn: Turn) -> TurnReport:
        report = take_turn(
            turn,
            stores=self.stores,
            configuration=self.configuration,
            now=self.now,
            pages=self.pages,
        )
        self.reports.append(report)
        return report

    def waits(self, **duration: float) -> list[TurnReport]:
        """Time passes in one step, then the clock strikes once."""
        self.memory.clock.advance(**duration)
        return self.strikes()

    def strikes(self) -> list[TurnReport]:
        wake(stores=self.stores, configuration=self.configuration, now=self.now)
        return self.settles()

    def waits_until(self, at: datetime) -> list[TurnReport]:
        return self.waits(seconds=(at - self.now).total_seconds())

    # Out

    def read(self, key: str) -> bytes | None:
        stored = self.stores.site.get(key)
        return stored.body if stored else None

    def text(self, key: str) -> str:
        body = self.read(key)
        assert body is not None, f"{key} is not there"
        return body.decode()

    def keys(self) -> list[str]:
        return sorted(self.stores.site.keys())

    def feed(self, channel: str = "front", kind: str = "rss") -> Any:
        """A feed as feedparser reads it."""
        parsed = feedparser.parse(self.read(f"channels/{channel}/feed.{kind}"))
        assert not parsed.bozo, parsed.get("bozo_exception")
        return parsed

    def json_feed(self, channel: str = "front") -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.text(f"channels/{channel}/feed.json"))
        return loaded

    def titles(self, channel: str = "front", kind: str = "rss") -> list[str]:
        if self.read(f"channels/{channel}/feed.{kind}") is None:
            return []
        return [entry.title for entry in self.feed(channel, kind).entries]

    def channels_showing(self, guid_or_title: str) -> list[str]:
        return [
            name
            for name in self.configuration.channels
            for kind in self.configuration.channels[name].formats
            if guid_or_title in (self.read(f"channels/{name}/feed.{kind}") or b"").decode()
        ]

    def page_status(self, article_id: str) -> int | None:
        """What the article's page answers, ``None`` when there is none."""
        return self.status(page_key(article_id))

    def status(self, key: str) -> int | None:
        stored = self.stores.site.get(key)
        return int(stored.metadata.get("status", "200")) if stored else None

    def sitemap_urls(self, key: str) -> list[str]:
        body = self.read(key)
        return [] if body is None else self.locations(body)

    @staticmethod
    def locations(sitemap: bytes) -> list[str]:
        return [element.text for element in etree.fromstring(sitemap).iter("{*}loc")]

    def everything(self) -> dict[str, bytes]:
        """Every byte that is public, by key."""
        return {key: self.stores.site.get(key).body for key in self.keys()}

    def rebuilds(self) -> list[TurnReport]:
        """Every channel takes a turn although nothing happened."""
        announce(self.channels(), stores=self.stores, now=self.now)
        return self.settles()

    def channels(self) -> Sequence[str]:
        return (SITE, *self.configuration.channels)


MINUTE = timedelta(minutes=1)
