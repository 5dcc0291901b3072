"""
A publisher's own templates, tried out before anything is published with them.

Every page is filled with specimens, one that has everything and one that has next to nothing.
Refused, with the place: what can't be filled, what browsers would block, a page too heavy, and a
page that leaves out what it owes to the rights holder, to search engines or to readers.

>>> rehearsed({"message.html": "{{ headng }}"})
Traceback (most recent call last):
...
reprise.errors.ConfigurationError: templates/message.html, line 1: 'headng' is undefined
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lxml import html

from reprise.errors import ConfigurationError
from reprise.model.configuration import Channel, FeedFormat, Publication
from reprise.model.document import Document, Entry, License, ShownPicture, ShownVideo, Terms
from reprise.model.permission import CreditPlace
from reprise.model.submission import Byline, Source
from reprise.outputs.characters import is_legal
from reprise.outputs.checks import check
from reprise.outputs.listing import Lists, item_of_entry
from reprise.outputs.pages import PAGE_ITEMS, Pages
from reprise.outputs.places import FEEDS

MAX_BYTES = 50_000
"""Of a page without its pictures and without a long text."""

RAW = "<x-raw>"
"""Stands in every text of the specimens; in a page it is text, or somebody could write into it."""
AT = datetime(2026, 1, 1, tzinfo=UTC)
HERE = Publication(
    name="Specimen Publication",
    base_url="https://specimen.example",
    language="en",
    description=f"specimen-description {RAW}",
    contact="desk@specimen.example",
)
CHANNELS = {
    "specimen": Channel(
        title=f"specimen-channel {RAW}", description=f"specimen-about {RAW}", formats=(*FeedFormat,)
    )
}
BARE = Entry(
    key="bare",
    article_id="bare",
    guid="bare",
    url="https://specimen.example/articles/bare.html",
    title="specimen-bare",
    published_at=AT,
    updated_at=AT,
    language="und",
)
FULL = replace(
    BARE,
    article_id="full",
    url="https://specimen.example/articles/full.html",
    title=f"specimen-headline {RAW} of a story that is as long as headlines of stories mostly are",
    updated_at=AT + timedelta(hours=2),
    language="en",
    summary=f"specimen-summary {RAW}",
    content_html="<p>specimen-text</p>",
    kicker=f"specimen-kicker {RAW}",
    dateline=f"specimen-dateline {RAW}",
    bylines=(Byline(name=f"specimen-writer {RAW}"),),
    sections=("specimen-section",),
    keywords=("specimen-keyword",),
    pictures=tuple(
        ShownPicture(
            url=f"https://specimen.example/{number}.jpg",
            caption=f"specimen-caption-{number} {RAW}",
            credit=f"specimen-photographer-{number} {RAW}",
            licence="CC BY 4.0",
            width=1200,
            height=800,
        )
        for number in (1, 2)
    ),
    videos=(
        ShownVideo(
            url="https://specimen.example/1.mp4",
            poster="https://specimen.example/1.jpg",
            title=f"specimen-film {RAW}",
            caption=f"specimen-scene {RAW}",
            credit=f"specimen-camera {RAW}",
            licence="CC BY 4.0",
        ),
        ShownVideo(player_url="https://specimen.example/2", width=1280, height=720),
    ),
    credit_line=f"specimen-credit {RAW}",
    source=Source(name=f"specimen-source {RAW}", url="https://origin.example/"),
    source_published_at=AT - timedelta(days=1),
    canonical_url="https://origin.example/story",
    link_canonical=True,
    robots="specimen-robots",
    googlebot_news="specimen-news",
    correction=f"specimen-correction {RAW}",
    terms=Terms(
        rights=f"specimen-rights {RAW}",
        license=License("specimen-licence", "https://licence.example/"),
        license_unstated=False,
        copyright_notice=f"specimen-notice {RAW}",
        expires=AT + timedelta(days=30),
    ),
)

EXCERPT = replace(
    BARE, summary="specimen-beginning …", content_html="<p>specimen-beginning …</p>", robots="none"
)
LISTS = Lists(("Specimen", "Example"), "specimen-source", AT.date())


def _says(text: str) -> str:
    return f"//body//*[text()[contains(., '{text}')]]"


def _leads(address: str) -> str:
    return f"//body//a[contains(@href, '{address}')]"


OWED = {
    "//head/meta[@name='robots'][@content='specimen-robots']": "its robots ({{ robots }})",
    "//head/meta[@name='googlebot-news'][@content='specimen-news']": (
        "what news search may do ({{ entry.googlebot_news }})"
    ),
    "//head/link[@rel='canonical'][@href='https://origin.example/story']": (
        "the canonical address ({{ canonical }})"
    ),
    "//head/link[@rel='alternate'][@type='application/rss+xml']": "its feeds ({{ feeds }})",
    "//script[contains(., 'NewsArticle')]": "the structured data ({{ structured }})",
    "//body//h1[contains(., 'specimen-headline')]": "its headline as <h1> ({{ entry.title }})",
    _says("specimen-text"): "the text ({{ content }})",
    _says("specimen-correction"): "the correction ({{ correction }})",
    _says("specimen-credit"): "the credit line ({{ entry.credit_line }}, where credit_at says)",
    _says("specimen-photographer-1"): "the first picture's credit ({{ picture.credits }})",
    _says("specimen-photographer-2"): "the credits of further pictures ({{ picture.credits }})",
    _says("specimen-writer"): "who wrote it ({{ bylines }})",
    _says("specimen-source"): "the source ({{ facts }} or {{ entry.source.name }})",
    _says("specimen-rights"): "the rights ({{ facts }})",
    _says("specimen-notice"): "the copyright notice ({{ facts }})",
    _leads("https://licence.example/"): "the licence ({{ facts }})",
    _leads("https://origin.example/story"): "a link to the original ({{ facts }})",
}
"""What an article's page owes: where it shows, and how templates get it."""


def rehearsed(templates: Mapping[str, str]) -> Pages:
    """
    The renderer of the pages with a publisher's *templates*, by file name; empty for ours alone.

    Raises:
        ConfigurationError: One of them is no good; the message says which, where and why.
    """
    if templates:
        trial = Pages(templates, trial=True)
        _article(trial)
        for what, made, owed in _lists(trial):
            _check(what, made, owed)
    return Pages(templates)


def _article(pages: Pages) -> None:
    what = "an article's page"
    for place in CreditPlace:
        entry = replace(FULL, credit_place=place)
        _check(what, pages.article_page(entry, HERE, CHANNELS, LISTS), OWED)
    headline = {_says("specimen-bare"): "its headline ({{ entry.title }})"}
    for entry in (BARE, EXCERPT):
        _check(what, pages.article_page(entry, HERE, {}), headline)


def _lists(pages: Pages) -> Iterator[tuple[str, Document, Mapping[str, str]]]:
    items = [
        replace(item_of_entry(FULL), url=f"{FULL.url}?{number}", summary="")
        for number in range(PAGE_ITEMS + 1)
    ]
    first = {_leads(items[0].url): "links to the articles ({{ item.url }})"}
    feeds = {_leads(place.file): "links to all feeds ({{ feeds }})" for place in FEEDS.values()}
    empty = {"//main": "a <main>"}
    channel = CHANNELS["specimen"]
    yield "a channel's page", pages.landing_page("specimen", channel, items, HERE), first | feeds
    yield "a channel's page", pages.landing_page("specimen", channel, [], HERE), feeds
    links = {_leads("/channels/specimen/"): "the channels ({{ channels }})"}
    yield (
        "the front page",
        pages.front_page(
            items, CHANNELS, HERE, sections=["Specimen"], sources=["Specimen"], days=[AT.date()]
        ),
        first | links,
    )
    yield "the front page", pages.front_page([], {}, HERE), empty
    older = {_leads("sections/specimen-2.html"): "the link to the next page ({{ older }})"}
    newer = {_leads("sections/specimen.html"): "the link to the page before ({{ newer }})"}
    for made, owed in zip(
        pages.section_pages("Specimen", items, HERE), (older, newer), strict=True
    ):
        yield "a section's page", made, owed
    for made in pages.day_pages(AT.date(), items[:1], HERE):
        yield "a day's page", made, first
    yield "the page of what is gone", pages.messages.gone("specimen", HERE), empty
    yield "the page for errors", pages.messages.error(404, HERE), empty
    yield "the page of what has moved", pages.messages.moved("old.html", "new.html", HERE), empty


def _check(what: str, made: Document, owed: Mapping[str, str]) -> None:
    # With an element at its end even a page of nothing is one.
    parser = html.HTMLParser(encoding="utf-8")
    page = html.document_fromstring(made.body + b"<i></i>", parser=parser)
    for path, name in owed.items():
        if not page.xpath(path):
            raise ConfigurationError(f"templates: {what} does not show {name}")
    if len(made.body) > MAX_BYTES:
        raise ConfigurationError(
            f"templates: {what} has {len(made.body):,} bytes without its text; "
            f"{MAX_BYTES:,} at most, and style.css is part of every page"
        )
    for raw in page.iter(RAW.strip("<>")):
        line = raw.sourceline
        raise ConfigurationError(f"templates: {what} does not escape a text, line {line}: no |safe")
    if not is_legal(made.body.decode()):
        raise ConfigurationError(f"templates: {what} has control characters in it")
    for problem in check(made):
        raise ConfigurationError(f"templates: {what} would be kept back: {problem}")
    for blocked in _blocked(page):
        raise ConfigurationError(f"templates: {what}: {blocked}; the pages' policy forbids that")


def _blocked(page: html.HtmlElement) -> Iterable[str]:
    """What the pages' content security policy would keep from working."""
    for script in page.iter("script"):
        if script.get("type") != "application/ld+json":
            yield f"a script, line {script.sourceline}"
    for element in page.iter("base", "embed", "form", "frame", "iframe", "object"):
        yield f"<{element.tag!s}>, line {element.sourceline}"
    for refresh in page.xpath("//meta[@http-equiv][not(@http-equiv='Content-Security-Policy')]"):
        yield f"a {refresh.get('http-equiv')} by meta, line {refresh.sourceline}"
    for link in page.xpath("//link[@rel='stylesheet']"):
        yield f"a style from elsewhere, line {link.sourceline}"
    for styled in page.xpath("//@style/.. | //@*[starts-with(name(), 'on')]/.."):
        yield f"a style or an action at <{styled.tag}>, line {styled.sourceline}"
