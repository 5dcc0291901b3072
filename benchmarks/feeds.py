"""
Feeds of 500 full articles: one entry changed, and nothing kept; against feedgen and bare copying.

What is measured of a change is what a channel's turn does between reading its last documents and
handing the new ones to the store: find the kept entries in them, render the changed one, make the
heads, check, digest. The store sends the pieces as they are; nothing is joined on the way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import xxhash
from feedgen.feed import FeedGenerator

from benchmarks.articles import START, entries
from benchmarks.measure import Row, Run, in_turn, times_faster, within
from reprise.model.configuration import FeedFormat
from reprise.model.document import Document, Entry, Feed
from reprise.outputs.checks import check
from reprise.outputs.feeds import assemble
from reprise.outputs.formats import WRITERS, FeedWriter
from reprise.pipeline.shelf import content_of, cut, digest_of, remember

COUNT = 500
FORMATS = [WRITERS[name] for name in (FeedFormat.RSS, FeedFormat.ATOM, FeedFormat.JSON)]


def rows(rounds: int) -> Iterator[Row]:
    """A change against a rebuild and against a copy, then a first build."""
    items, feed = entries(COUNT), the_feed()
    found = in_turn(
        {
            "rebuild": lambda: feedgen_rebuild(items, feed),
            "change": one_changed(items, feed),
            "copy": floor(items, feed),
            "feedgen": lambda: feedgen_feeds(items, feed),
            "cold": lambda: [whole(writer, items, feed).body for writer in FORMATS[:2]],
        },
        rounds,
    )
    work = (
        f"one entry of {COUNT} changed: RSS, Atom and JSON Feed checked, digested, ready to store"
    )
    yield times_faster(
        work, "feedgen's RSS and Atom + json.dumps", found["rebuild"], found["change"], 60
    )
    yield within(work, "copying and hashing those bytes", found["copy"], found["change"], 6)
    yield times_faster(
        f"first build of {COUNT} entries, RSS and Atom, all our elements",
        "feedgen with dc, media and syndication",
        found["feedgen"],
        found["cold"],
        1,
    )


# --- Ours -----------------------------------------------------------------------------------------


def the_feed() -> Feed:
    """A channel's head."""
    base = "https://news.example/channels/front"
    return Feed(
        channel="front",
        title="Front page",
        description="What is new",
        language="en",
        home_url=f"{base}/",
        self_urls={name: f"{base}/feed.{name}" for name in ("rss", "atom", "json")},
        publication_name="Example News",
        publication_url="https://news.example/",
        updated_at=START,
    )


def whole(writer: FeedWriter, items: list[Entry], feed: Feed) -> Document:
    """A feed made anew."""
    fragments = [writer.entry(item, feed) for item in items]
    return assemble(writer, feed, [item.key for item in items], fragments)


def one_changed(items: list[Entry], feed: Feed) -> Run:
    """The build of a turn in which the middle entry changed."""
    published = {}
    for writer in FORMATS:
        document = whole(writer, items, feed)
        known = remember(document, "etag", content_of(document))
        published[writer.name] = (document.body, known)
    ids = {item.key: item.guid for item in items}
    changed = items[len(items) // 2]

    def build() -> None:
        for writer in FORMATS:
            parts = cut(*published[writer.name])
            parts[changed.key] = writer.entry(changed, feed)
            document = assemble(writer, feed, tuple(parts), tuple(parts.values()))
            problems = check(document, fresh=frozenset({changed.key}), ids=ids)
            assert not problems, problems
            digest_of(document)

    return build


def floor(items: list[Entry], feed: Feed) -> Run:
    """Copy the finished bytes, and hash the copy."""
    bodies = [whole(writer, items, feed).body for writer in FORMATS]

    def copy() -> None:
        for body in bodies:
            xxhash.xxh3_128_digest(memoryview(body).tobytes())

    return copy


# --- The peer -------------------------------------------------------------------------------------


def feedgen_rebuild(items: list[Entry], feed: Feed) -> None:
    """All three formats from nothing, the way there is without fragments."""
    feedgen_feeds(items, feed)
    json.dumps(json_feed(items, feed)).encode()


def feedgen_feeds(items: list[Entry], feed: Feed) -> None:
    """RSS and Atom of one generator, as its documentation shows."""
    made = feedgen_feed(items, feed)
    made.rss_str()
    made.atom_str()


def feedgen_feed(items: list[Entry], feed: Feed) -> FeedGenerator:
    """With the extensions that come closest to ours; it says less."""
    made = FeedGenerator()
    for extension in ("dc", "media", "syndication"):
        made.load_extension(extension)
    made.id(feed.home_url)
    made.title(feed.title)
    made.link(href=feed.self_urls["rss"], rel="self")
    made.link(href=feed.home_url, rel="alternate")
    made.description(feed.description)
    made.language(feed.language)
    for item in items:
        one = made.add_entry(order="append")
        one.id(item.guid)
        one.title(item.title)
        one.link(href=item.url)
        one.published(item.published_at)
        one.updated(item.updated_at)
        one.summary(item.summary)
        one.content(item.content_html, type="html")
        one.author([{"name": byline.name} for byline in item.bylines])
        one.category([{"term": name} for name in (*item.sections, *item.keywords)])
        one.rights(item.terms.rights)
        one.dc.dc_creator([byline.name for byline in item.bylines])
        one.dc.dc_rights(item.terms.rights)
        one.dc.dc_language(item.language)
        for picture in item.pictures:
            one.media.content(url=picture.url, medium="image", width=str(picture.width))
            one.media.thumbnail(url=picture.url)
    return made


def json_feed(items: list[Entry], feed: Feed) -> dict[str, Any]:
    """The same as JSON Feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "items": [
            {
                "id": item.guid,
                "url": item.url,
                "title": item.title,
                "summary": item.summary,
                "content_html": item.content_html,
                "date_published": item.published_at.isoformat(),
                "authors": [{"name": byline.name} for byline in item.bylines],
                "tags": [*item.sections, *item.keywords],
            }
            for item in items
        ],
    }
