"""
Sitemaps: one file for each release day, and the index that names them (SM-*, SI-*, IM-*, HL-*).

``application/xml``; sitemaps.org protocol 0.9 with Google's image extension and hreflang links.

Two decisions:

* **The files lie in the root**, ``sitemap-2026-05-01.xml``: a sitemap may list only what lies in
  its own folder or below (SM-09), and articles lie beside, not below, a folder of sitemaps.
* **A day without addresses keeps an empty file that the index no longer names** (SM-12). Taking
  the last article back must empty the file at once, and who remembers its address then reads a
  well-formed list of nothing rather than an error. The XSD wants at least one ``url``, so
  whatever validates has to leave empty files out; crawlers that follow the index never see one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import chain, repeat
from operator import attrgetter

from lxml import etree

from reprise.model.configuration import Publication
from reprise.model.document import Document
from reprise.outputs.escaping import are_ascii_uris, ascii_uri, xml_text, xml_texts
from reprise.outputs.sitemap_line import (
    IMAGE_NS,
    MAX_LOC,
    VIDEO_NS,
    XHTML_NS,
    SitemapLine,
    extensions_of,
)

INDEX_KEY = "sitemap.xml"
DAYS = "sitemap-"
"""What the keys of the days' files begin with."""
MEDIA_TYPE = "application/xml"
SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"

MIN_LOC = 12

MAX_URLS = 10_000
"""
Addresses in one file. The protocol allows 50,000 (SM-02); a fifth of it keeps what one upload
rewrites small, however large the day, and such a file is about 1.5 MB.
"""
MAX_BYTES = 10_000_000
"""Bytes in one file: the largest that CloudFront compresses (HTTP-09). Allowed are 52,428,800."""
MAX_FILES = 50_000  # in one index (SI-02)

CACHE_SECONDS = 300


# --- The files of a day ---------------------------------------------------------------------------


def day_key(day: date, part: int = 1) -> str:
    """
    Key of a day's sitemap, ``part`` counted from 1.

    >>> day_key(date(2026, 5, 1)), day_key(date(2026, 5, 1), 2)
    ('sitemap-2026-05-01.xml', 'sitemap-2026-05-01-2.xml')
    """
    return f"{DAYS}{day.isoformat()}{suffix(part)}.xml"


def is_file_of(day: date, url: str) -> bool:
    """
    Whether *url* is a sitemap of *day*, whichever part.

    >>> is_file_of(date(2026, 5, 1), "https://here.example/sitemap-2026-05-01-2.xml")
    True
    """
    name = url.rpartition("/")[2]
    return name == day_key(day) or name.startswith(f"{DAYS}{day.isoformat()}-")


def day_sitemap(
    day: date, lines: Iterable[SitemapLine], publication: Publication, *, parts: int = 1
) -> tuple[Document, ...]:
    """
    The sitemap of what was first published on *day*, oldest first.

    In this order a new article changes the last file of a long day only.

    Args:
        day: Day of release, UTC.

        lines: Its pages. Those that may not be listed are left out (:func:`is_listable`).

        parts: How many files this day has had; those no longer needed come out empty, so that
            they stop naming what is gone.
    """
    listed = listable(lines, publication)
    listed.sort(key=attrgetter("published_at", "url"))
    files = padded(urlsets(listed, max_urls=MAX_URLS), parts)
    return tuple(document(day_key(day, part), body) for part, body in enumerate(files, 1))


def is_listable(line: SitemapLine, publication: Publication) -> bool:
    """
    Whether a sitemap may name the page: indexable, below our root, of legal length (SM-03, SM-09).
    """
    return bool(listable((line,), publication))


def listable(lines: Iterable[SitemapLine], publication: Publication) -> list[SitemapLine]:
    """The lines that :func:`is_listable`, with ASCII addresses."""
    root = f"{publication.base_url}/"
    kept: Iterable[SitemapLine] = [line for line in lines if line.indexable]
    if not are_ascii_uris(line.url for line in kept):
        kept = map(_with_ascii_url, kept)
    return [
        line for line in kept if MIN_LOC <= len(line.url) <= MAX_LOC and line.url.startswith(root)
    ]


def _with_ascii_url(line: SitemapLine) -> SitemapLine:
    url = ascii_uri(line.url)
    return line if url == line.url else replace(line, url=url)


# --- The index ------------------------------------------------------------------------------------


def sitemap_index(
    files: Iterable[tuple[str, datetime | date | None]], publication: Publication
) -> Document:
    """
    The index, ``sitemap.xml``, of files that hold at least one address.

    Args:
        files: Address or key of each file, and when its bytes last changed (SI-05), not when a
            page in it did; ``None`` when unknown. Put the files before the index (SI-07).

    Raises:
        ValueError: More than 50,000 files (SI-02), or one outside our root (SI-04).
    """
    named = [(_absolute(place, publication), changed) for place, changed in files]
    if len(named) > MAX_FILES:
        raise ValueError(f"{INDEX_KEY}: {len(named)} files; an index names at most {MAX_FILES}")
    body = "".join(
        f"<sitemap><loc>{xml_text(url)}</loc>{_changed(changed)}</sitemap>\n"
        for url, changed in named
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{SITEMAP_NS}">\n'
    return document(INDEX_KEY, f"{head}{body}</sitemapindex>\n".encode())


def _absolute(place: str, publication: Publication) -> str:
    url = place if "://" in place else f"{publication.base_url}/{place}"
    if not url.startswith(f"{publication.base_url}/"):
        raise ValueError(
            f"{INDEX_KEY}: {place!r} is not below {publication.base_url}; an index names files of its own site"
        )
    return ascii_uri(url)


def _changed(changed: datetime | date | None) -> str:
    if changed is None:
        return ""
    stamp = instant(changed) if isinstance(changed, datetime) else changed.isoformat()
    return f"<lastmod>{stamp}</lastmod>"


def read_index(body: bytes) -> dict[str, datetime | None]:
    """
    What an index of ours names: address and ``lastmod`` of each file, in order.

    Raises:
        ValueError: *body* is no sitemap index.
    """
    try:
        root = etree.fromstring(body, _PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"{INDEX_KEY}: {error}") from error
    if root.tag != f"{{{SITEMAP_NS}}}sitemapindex":
        raise ValueError(f"{INDEX_KEY}: the root is {root.tag!r}, not sitemapindex")
    files = {}
    for entry in root.iterfind(f"{{{SITEMAP_NS}}}sitemap"):
        changed = entry.findtext(f"{{{SITEMAP_NS}}}lastmod")
        url = entry.findtext(f"{{{SITEMAP_NS}}}loc") or ""
        files[url] = datetime.fromisoformat(changed) if changed else None
    return files


# Our own file, but read back from a bucket: no entities, no network.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


# --- Bytes ----------------------------------------------------------------------------------------


def urlsets(
    lines: Sequence[SitemapLine],
    extensions: Iterable[str] = (),
    *,
    max_urls: int,
    namespaces: Sequence[tuple[str, str]] = (),
) -> list[bytes]:
    """
    Whole ``urlset`` files of at most *max_urls* addresses and :data:`MAX_BYTES` each.

    Args:
        lines: Listable lines, in the order in which they shall stand.

        extensions: For each line the XML that follows ``lastmod`` (SM-04).

        namespaces: Prefix and namespace of what the extensions use.
    """
    extended = [line for line in lines if line.images or line.videos or line.alternates]
    used = [*namespaces]
    used += [("image", IMAGE_NS)] if any(line.images for line in extended) else []
    used += [("video", VIDEO_NS)] if any(line.videos for line in extended) else []
    used += [("xhtml", XHTML_NS)] if any(line.alternates for line in extended) else []
    head = _head(used)
    urls = _urls(lines, extensions, map(extensions_of, lines) if extended else ())
    chunks = [urls[at : at + max_urls] for at in range(0, len(urls), max_urls)]
    return [body for chunk in chunks or [[]] for body in _fitting(head, chunk)]


def document(key: str, body: bytes) -> Document:
    """A sitemap or index, made in one piece."""
    return Document(key, f"{MEDIA_TYPE}; charset=utf-8", body, cache_seconds=CACHE_SECONDS)


def holds_urls(made: Document) -> bool:
    """Whether the index should name this file (SM-12)."""
    return b"<url>" in made.head


def articles_in(body: bytes) -> frozenset[str]:
    """Articles that a sitemap of ours lists, whatever host their pages were on then."""
    return frozenset(name.decode() for name in _LOC.findall(body))


def without(made: Document, articles: frozenset[str]) -> Document:
    """A sitemap of ours without the lines of *articles*."""
    lines = made.body.splitlines(keepends=True)
    kept = (line for line in lines if not articles_in(line) & articles)
    return replace(made, head=b"".join(kept))


_LOC = re.compile(rb"<url><loc>[^<]*/articles/([a-z0-9]+)\.html</loc>")


def padded(files: list[bytes], parts: int) -> list[bytes]:
    """The files, and an empty one for each of the *parts* there have been that is not needed."""
    return files + [_head(()).encode() + _TAIL.encode()] * (parts - len(files))


def instant(moment: datetime) -> str:
    """
    RFC 3339 in UTC with seconds, which Google and the schema both read (SM-05, NS-11).

    Raises:
        ValueError: *moment* has no UTC offset.

    >>> instant(datetime(2026, 5, 1, 9, 30, 0, 250, tzinfo=UTC))
    '2026-05-01T09:30:00Z'
    """
    if moment.tzinfo is not UTC:
        if moment.utcoffset() is None:
            raise ValueError(f"{moment.isoformat()} has no UTC offset")
        moment = moment.astimezone(UTC)
    hour = _hour(moment.year, moment.month, moment.day, moment.hour)
    return hour + _MINUTES_SECONDS[moment.minute * 60 + moment.second]


# Two look-ups take a fifth of what isoformat() takes, and dates are half of a sitemap's cost.
_MINUTES_SECONDS = [f"{minute:02}:{second:02}Z" for minute in range(60) for second in range(60)]


@lru_cache(maxsize=4096)  # half a year of hours
def _hour(year: int, month: int, day: int, hour: int) -> str:
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:"


_TAIL = "</urlset>\n"


def _head(namespaces: Sequence[tuple[str, str]]) -> str:
    more = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in namespaces)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{SITEMAP_NS}"{more}>\n'


def _urls(
    lines: Sequence[SitemapLine], extensions: Iterable[str], more: Iterable[str]
) -> list[str]:
    """The ``url`` elements. All addresses are escaped together: this is what large files cost."""
    parts = zip(
        xml_texts([line.url for line in lines]),
        [f"<lastmod>{instant(line.lastmod)}</lastmod>" if line.lastmod else "" for line in lines],
        chain(extensions, repeat("")),
        chain(more, repeat("")),
        strict=False,
    )
    return [
        f"<url><loc>{loc}</loc>{lastmod}{extension}{rest}</url>\n"
        for loc, lastmod, extension, rest in parts
    ]


def _fitting(head: str, urls: list[str]) -> Iterator[bytes]:
    """One file, or halves of it while it is too large."""
    body = f"{head}{''.join(urls)}{_TAIL}".encode()
    if len(body) <= MAX_BYTES or len(urls) == 1:
        yield body
    else:
        middle = len(urls) // 2
        yield from _fitting(head, urls[:middle])
        yield from _fitting(head, urls[middle:])


def suffix(part: int) -> str:
    """What tells the second file of a list from the first, whose name never changes (NS-04)."""
    return f"-{part}" if part > 1 else ""
