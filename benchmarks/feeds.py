"""
How fast feeds are written, against feedgen alone and against what the machine allows.

    python -m benchmarks.feeds [--entries 500] [--rounds 7]

Three questions, each answered as a ratio within one run, because absolute times say more about
the machine's neighbours than about the code:

``change``   One of N entries changed: render it, splice the others, check and assemble RSS, Atom
             and JSON Feed; against feedgen building RSS and Atom anew and ``json.dumps``.
``floor``    The same, against copying the finished bytes once and hashing them.
``cold``     Nothing kept: all N entries with every element we write, RSS and Atom; against
             feedgen with its dc, media and syndication extensions, which says less.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median

import xxhash
from feedgen.feed import FeedGenerator

from reprise.model.document import Document, Entry, Feed, License, Terms
from reprise.model.submission import Byline, Picture, Source
from reprise.outputs.atom import ATOM
from reprise.outputs.checks import check
from reprise.outputs.feeds import assemble
from reprise.outputs.formats import WRITERS
from reprise.outputs.rss import RSS

START = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = (  # noqa: SIM905 - words read better as words
    "harbour bridge council vote river station price summer school minister report Straße café "
    "naïve engine market winter village “quoted” weather train hospital & <measured> island"
).split()


# --- What is written ------------------------------------------------------------------------------


def entries(count: int) -> list[Entry]:
    """Invented articles of about 830 words, with two pictures, two authors, five categories."""
    dice = random.Random(20260301)  # noqa: S311 - the same articles in every run
    return [entry(number, dice) for number in range(count)]


def entry(number: int, dice: random.Random) -> Entry:
    paragraphs = [" ".join(dice.choices(WORDS, k=52)) for _ in range(16)]
    linked = '<a href="https://partner.example/story?a={0}&amp;b=1">{1}</a>'
    body = "".join(f"<p>{escaped(text)} {linked.format(number, 'more')}</p>" for text in paragraphs)
    picture = f"https://partner.example/pictures/{number}.jpg"
    at = START + timedelta(minutes=number)
    return Entry(
        key=f"article-{number}",
        article_id=f"article-{number}",
        guid=f"tag:partner.example,2026:story-{number}",
        url=f"https://news.example/articles/article-{number}.html",
        title=" ".join(dice.choices(WORDS, k=9)),
        published_at=at,
        updated_at=at + timedelta(hours=1),
        language="en",
        summary=" ".join(dice.choices(WORDS, k=40)),
        content_html=f'{body}<figure><img src="{picture}" alt="A bridge"></figure>',
        bylines=(Byline(name="Ann Müller"), Byline(name="Ben O'Hara")),
        sections=("World", "Politics"),
        keywords=("bridges", "rivers", "council"),
        pictures=(Picture(url=picture, caption="A bridge", credit="Joe", width=1200, height=800),),
        source=Source(name="The Partner", feed_url="https://partner.example/feed.xml"),
        canonical_url=f"https://partner.example/story-{number}",
        terms=Terms(
            rights="© The Partner. Republished with permission.",
            license=License("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
            license_unstated=False,
            permits=("search",),
            prohibits=("ai-train",),
            expires=START + timedelta(days=365),
        ),
    )


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def the_feed() -> Feed:
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


# --- The peers ------------------------------------------------------------------------------------


def feedgen_feed(items: list[Entry], feed: Feed) -> FeedGenerator:
    """feedgen as its documentation shows it, with the extensions that come closest to ours."""
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


def feedgen_rebuild(items: list[Entry], feed: Feed) -> int:
    """All three formats from nothing, the way there is without fragments."""
    made = feedgen_feed(items, feed)
    as_json = {
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
    return len(made.rss_str()) + len(made.atom_str()) + len(json.dumps(as_json).encode())


def feedgen_cold(items: list[Entry], feed: Feed) -> int:
    made = feedgen_feed(items, feed)
    return len(made.rss_str()) + len(made.atom_str())


def cold(items: list[Entry], feed: Feed) -> int:
    documents = [whole(writer, items, feed) for writer in (RSS, ATOM)]
    return sum(len(document.body) for document in documents)


def whole(writer, items: list[Entry], feed: Feed) -> Document:
    fragments = [writer.entry(item, feed) for item in items]
    return assemble(writer, feed, [item.key for item in items], fragments)


def one_changed(items: list[Entry], feed: Feed) -> Callable[[], int]:
    """The build of a turn in which the middle entry changed; the others lie in kept documents."""
    kept = {writer.name: whole(writer, items, feed).entries for writer in WRITERS.values()}
    keys = [item.key for item in items]
    middle = len(items) // 2

    def build() -> int:
        total = 0
        for writer in WRITERS.values():
            fragments = list(kept[writer.name])
            fragments[middle] = writer.entry(items[middle], feed)
            document = assemble(writer, feed, keys, fragments)
            problems = check(document, fresh=(keys[middle],))
            assert not problems, problems
            body = document.body
            xxhash.xxh3_128_digest(body)
            total += len(body)
        return total

    return build


def floor(items: list[Entry], feed: Feed) -> Callable[[], int]:
    """Copy the finished bytes, and hash the copy: no publisher can do with less."""
    bodies = [whole(writer, items, feed).body for writer in WRITERS.values()]

    def copy() -> int:
        total = 0
        for body in bodies:
            copied = memoryview(body).tobytes()
            xxhash.xxh3_128_digest(copied)
            total += len(copied)
        return total

    return copy


# --- Measuring ------------------------------------------------------------------------------------


def compare(candidates: dict[str, Callable[[], int]], rounds: int) -> dict[str, list[float]]:
    """Process seconds of each, in turn (A B C A B C …) after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in candidates}
    for number in range(rounds + 1):
        for name, run in candidates.items():
            start = time.process_time()
            run()
            if number:
                seconds[name].append(time.process_time() - start)
    return seconds


def ratio(slow: list[float], fast: list[float]) -> float:
    return median(a / b for a, b in zip(slow, fast, strict=True))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    arguments.add_argument("--entries", type=int, default=500)
    arguments.add_argument("--rounds", type=int, default=7)
    chosen = arguments.parse_args()
    items, feed = entries(chosen.entries), the_feed()
    seconds = compare(
        {
            "feedgen, RSS + Atom + json.dumps": lambda: feedgen_rebuild(items, feed),
            "feedgen, RSS + Atom": lambda: feedgen_cold(items, feed),
            "ours, cold, RSS + Atom": lambda: cold(items, feed),
            "ours, one changed, 3 formats, checked": one_changed(items, feed),
            "copy and hash, 3 formats": floor(items, feed),
        },
        chosen.rounds,
    )
    rebuild, peer, ours, change, bare = seconds.values()
    for name, measured in seconds.items():
        print(f"{median(measured) * 1000:9.1f} ms  {name}")
    print(f"{ratio(rebuild, change):9.1f} x  faster than a rebuild when one entry changed")
    print(f"{ratio(change, bare):9.2f} x  the floor when one entry changed")
    print(f"{ratio(peer, ours):9.2f} x  as fast as feedgen from nothing")


if __name__ == "__main__":
    main()
