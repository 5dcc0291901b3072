"""Invented articles, entries and feeds for the tests of the feed writers."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reprise.model.article import Article
from reprise.model.configuration import Channel, Partner, Publication
from reprise.model.document import Entry, Feed, License, Terms
from reprise.model.permission import Duties
from reprise.model.ruling import Finding, Outcome, Reason, Ruling
from reprise.model.submission import Byline, Picture, Source
from reprise.model.versions import MemberRow
from reprise.outputs.feeds import assemble
from reprise.outputs.formats import WRITERS, FeedWriter
from reprise.outputs.projection import project

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
BASE = "https://news.example"
PUBLICATION = Publication(name="Example News", base_url=BASE, language="en")
PARTNER = Partner(name="Harbour Post", url="https://harbour.example/")
NAMESPACES = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "cc": "http://backend.userland.com/creativeCommonsRssModule",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "rsl": "https://rslstandard.org/rsl",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
}

PICTURE = Picture(
    url="https://harbour.example/crane.jpg",
    caption="The old crane",
    alt="A crane over water",
    credit="Mara Lind",
    rights="© Mara Lind",
    usable=True,
    width=1200,
    height=800,
)


def an_article(**changes) -> Article:
    """An article of the Harbour Post, complete."""
    facts: dict[str, Any] = {
        "article_id": "crane2026",
        "guid": "tag:harbour.example,2026:crane",
        "partner": "harbour",
        "headline": "Crane lifts for the last time",
        "body_html": "<p>The crane at the old quay was switched off on Monday.</p>"
        '<figure><img src="https://harbour.example/crane.jpg" alt="A crane over water">'
        "<figcaption>The old crane</figcaption></figure>"
        '<p>It will become a <a href="https://museum.example/">museum</a>.</p>',
        "language": "en",
        "bylines": (Byline(name="Ola Brandt", email="ola@harbour.example"),),
        "sections": ("Local",),
        "keywords": ("harbour", "Local"),
        "pictures": (PICTURE,),
        "canonical_url": "https://harbour.example/crane",
        "source": Source(name="Harbour Post", feed_url="https://harbour.example/feed.xml"),
        "published_at": NOW - timedelta(hours=20),
        "word_count": 16,
    }
    return Article(**(facts | changes))


def a_member(**changes) -> MemberRow:
    """The row of that article in channel ``front``."""
    facts: dict[str, Any] = {
        "channel": "front",
        "article_id": "crane2026",
        "partner": "harbour",
        "rev": 1,
        "release_at": NOW - timedelta(hours=2),
        "updated_at": NOW - timedelta(hours=1),
        "live": True,
    }
    return MemberRow(**(facts | changes))


def granted(**duties) -> Ruling:
    """A yes, with *duties*."""
    return Ruling(Outcome.GRANTED, (Finding(reason=Reason.GRANTED),), Duties(**duties))


def refused(reason: Reason = Reason.DENIED) -> Ruling:
    """A no."""
    return Ruling(Outcome.REFUSED, (Finding(reason=reason),))


TERMS = Terms(
    rights="© Harbour Post, republished with permission",
    license=License("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    license_unstated=False,
    permits=("search",),
    prohibits=("ai-train",),
)


def projected(article: Article | None = None, ruling: Ruling | None = None, **changes) -> Any:
    """What :func:`project` makes of the article in a full-text channel."""
    facts: dict[str, Any] = {
        "key": "crane2026.1",
        "publication": PUBLICATION,
        "channel": Channel(title="Front"),
        "partner": PARTNER,
    }
    member = changes.pop("member", a_member())
    terms = changes.pop("terms", TERMS)
    return project(article or an_article(), member, ruling or granted(), terms, **(facts | changes))


def an_entry(**changes) -> Any:
    """That article as an entry, with single fields changed."""
    return replace(projected(), **changes)


def a_feed(**changes) -> Feed:
    """Channel ``front``."""
    feed = Feed(
        channel="front",
        title="Front page",
        description="What is new",
        language="en",
        home_url=f"{BASE}/channels/front/",
        self_urls={name: f"{BASE}/channels/front/feed.{name}" for name in ("rss", "atom", "json")},
        publication_name="Example News",
        publication_url=f"{BASE}/",
        updated_at=NOW,
    )
    return replace(feed, **changes)


def written(writer: FeedWriter, *entries: Entry, feed: Feed | None = None) -> bytes:
    """The whole document of *entries*."""
    feed = feed or a_feed()
    fragments = [writer.entry(entry, feed) for entry in entries]
    return assemble(writer, feed, [entry.key for entry in entries], fragments).body


def parsed(body: bytes) -> Any:
    """*body* by a strict parser."""
    return etree.fromstring(body)


def texts(element: Any, path: str) -> list[str]:
    """Texts (or attribute values) at *path*, with the usual prefixes and ``a`` for Atom."""
    found = element.xpath(path, namespaces=NAMESPACES)
    return [one if isinstance(one, str) else (one.text or "") for one in found]


def schema_path(name: str) -> Path:
    """A schema of the shared folder; skips where that folder is not."""
    default = Path(__file__).parents[3].parent / "shared"
    path = Path(os.environ.get("REPRISE_SHARED", default)) / "schemas" / name
    if not path.exists():
        pytest.skip(f"no {path}: set REPRISE_SHARED to the folder that holds schemas/")
    return path


ALL_WRITERS = [pytest.param(writer, id=writer.name) for writer in WRITERS.values()]
