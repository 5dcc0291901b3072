"""
Where public documents lie: keys in the site bucket, which are URL paths without leading slash.

One table, because feeds, pages, directories and the local server all name each other.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import NamedTuple

from reprise.model.configuration import FeedFormat, Publication

FRONT_KEY = "index.html"
ROBOTS_KEY = "robots.txt"
OPML_KEY = "channels.opml"
LICENSE_KEY = "license.xml"
TDMREP_KEY = ".well-known/tdmrep.json"
ERROR_PAGES = (404, 503)
"""Errors that the CDN has pages for; ``template.yaml`` names the same."""

HTML = "text/html; charset=utf-8"
RSL_TYPE = "application/rsl+xml"
OPML_TYPE = "text/x-opml"


class FeedPlace(NamedTuple):
    """File name of a feed beside its landing page, its media type, and what people call it."""

    file: str
    media_type: str
    name: str


FEEDS = {
    FeedFormat.RSS: FeedPlace("feed.rss", "application/rss+xml", "RSS"),
    FeedFormat.ATOM: FeedPlace("feed.atom", "application/atom+xml", "Atom"),
    FeedFormat.JSON: FeedPlace("feed.json", "application/feed+json", "JSON Feed"),
    FeedFormat.NINJS: FeedPlace("feed.ninjs.json", "application/json", "ninjs"),
}


def address(key: str, publication: Publication) -> str:
    """
    Public address of *key*; a folder's page goes by its folder's name.

    >>> here = Publication(name="Here", base_url="https://here.example", language="en")
    >>> address("channels/top/index.html", here)
    'https://here.example/channels/top/'
    """
    return f"{publication.base_url}/{key.removesuffix('index.html')}"


def page_key(article_id: str) -> str:
    """Key of an article's page. It never moves."""
    return f"articles/{article_id}.html"


def picture_key(article_id: str, kept: str) -> str:
    """
    Key of a picture as article *article_id* shows it; *kept* is its key in the archive.

    Each article has its own, so that what one loses the right to is not what another shows.

    >>> picture_key("q7", "pictures/0d4f.jpg")
    'pictures/q7/0d4f.jpg'
    """
    return f"pictures/{article_id}/{kept.rpartition('/')[2]}"


def error_key(status: int) -> str:
    """Key of the page that the CDN shows for an error."""
    return f"errors/{status}.html"


def article_of(key: str) -> str | None:
    """
    The article whose page lies under *key*.

    >>> article_of(page_key("q7")), article_of("index.html")
    ('q7', None)
    """
    folder, _, name = key.partition("/")
    return name.removesuffix(".html") if folder == "articles" else None


def articles_in(page: bytes) -> frozenset[str]:
    """
    The articles whose pages *page* leads to.

    >>> articles_in(b'<a href="https://here.example/articles/q7.html">')
    frozenset({'q7'})
    """
    return frozenset(name.decode() for name in _ARTICLE.findall(page))


_ARTICLE = re.compile(rb"/articles/([a-z0-9]+)\.html")


def landing_key(channel_id: str) -> str:
    """Key of the page that says how to follow a channel."""
    return f"channels/{channel_id}/index.html"


def feed_key(channel_id: str, kind: FeedFormat) -> str:
    """Key of a channel's feed."""
    return f"channels/{channel_id}/{FEEDS[kind].file}"


def day_key(day: date, page: int = 1) -> str:
    """
    Key of the archive page of a release day.

    >>> day_key(date(2026, 5, 1)), day_key(date(2026, 5, 1), 2)
    ('days/2026-05-01.html', 'days/2026-05-01-2.html')
    """
    return f"days/{day.isoformat()}{_page(page)}.html"


def section_key(name: str, page: int = 1) -> str:
    """Key of a section's page; names that differ in case only share it, as in selections."""
    return f"sections/{slug(name)}{_page(page)}.html"


def source_key(name: str, page: int = 1) -> str:
    """Key of a source's page."""
    return f"sources/{slug(name)}{_page(page)}.html"


def slug(name: str) -> str:
    """
    A piece of an address for a name, another one for every name that differs in more than case.

    Words of plain letters and digits stay readable; whatever is lost goes into a short hash.

    >>> slug("Middle East"), slug("R&D").startswith("r-d-"), slug("اقتصاد") == slug("سياسة")
    ('middle-east', True, False)
    """
    folded = " ".join(name.casefold().split())
    readable = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:60]
    if readable and readable == folded.replace(" ", "-") and not _PAGED.search(readable):
        return readable
    digest = hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{readable}-{digest}".lstrip("-")


# "top-2" as a name would take the place of the second page of "top".
_PAGED = re.compile(r"(^|-)\d+$")


def _page(page: int) -> str:
    return f"-{page}" if page > 1 else ""
