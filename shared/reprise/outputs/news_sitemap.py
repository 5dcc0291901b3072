"""
The Google News sitemap: what was first published here in the last 48 hours (NS-*).

``news-sitemap.xml``, and ``news-sitemap-2.xml`` and so on beyond 1,000 articles; the index names
all of them. Newest first. Without a recent article the file stays where it is, empty: Google takes
that with a warning, its address is in robots.txt and must not move (NS-04), and the index does not
name it meanwhile. The XSD wants at least one ``url``, so validators have to leave it out (SM-12).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from reprise.model.configuration import Publication
from reprise.model.document import Document
from reprise.outputs.characters import legal
from reprise.outputs.escaping import xml_text, xml_texts
from reprise.outputs.sitemap import (
    document,
    instant,
    listable,
    padded,
    suffix,
    urlsets,
)
from reprise.outputs.sitemap_line import SitemapLine

NEWS_NS = "http://www.google.com/schemas/sitemap-news/0.9"
MAX_NEWS = 1000  # in one file (NS-02)
WINDOW = timedelta(hours=48)  # "the last two days" (NS-03)


def news_key(part: int = 1) -> str:
    """
    Key of a file, ``part`` counted from 1.

    >>> news_key(), news_key(2)
    ('news-sitemap.xml', 'news-sitemap-2.xml')
    """
    return f"news-sitemap{suffix(part)}.xml"


def in_news_window(published_at: datetime, now: datetime) -> bool:
    """Whether the news sitemap names it now: ``published_at <= now < leaves_window_at``."""
    return published_at <= now < leaves_window_at(published_at)


def leaves_window_at(published_at: datetime) -> datetime:
    """First instant at which it is too old."""
    return published_at + WINDOW


def news_sitemaps(
    lines: Iterable[SitemapLine], publication: Publication, *, now: datetime, parts: int = 1
) -> tuple[Document, ...]:
    """
    The news sitemap at *now*.

    A line without a title is left out, not the file (NS-05); so is one that search engines or
    Google News must not list (NS-14), and one outside of the window, whatever the caller thought.

    Args:
        lines: Candidates. ``published_at`` is *our* first publication (NS-10).

        publication: Its name, never the partner's, is the publication's name (NS-07, NS-08).

        now: Aware instant.

        parts: How many files there have been; those no longer needed come out empty.
    """
    recent = [line for line in listable(lines, publication) if _is_news(line, now)]
    recent.sort(key=lambda line: (line.published_at, line.url), reverse=True)
    titles = [news_title(line, publication) for line in recent]
    named = [(line, title) for line, title in zip(recent, titles, strict=True) if title]
    files = urlsets(
        [line for line, _ in named],
        _news_elements(named, publication),
        max_urls=MAX_NEWS,
        namespaces=[("news", NEWS_NS)] if named else [],
    )
    return tuple(
        document(news_key(part), body) for part, body in enumerate(padded(files, parts), 1)
    )


def too_old(body: bytes, now: datetime) -> frozenset[str]:
    """
    Articles that a news sitemap of ours lists, and that have left the window by *now*, or whose
    date nobody can read.
    """
    return frozenset(name.decode() for name, stamp in _DATED.findall(body) if _is_past(stamp, now))


def _is_past(stamp: bytes, now: datetime) -> bool:
    try:
        return leaves_window_at(datetime.fromisoformat(stamp.decode())) <= now
    except (ValueError, TypeError):
        return True


_DATED = re.compile(
    rb"<url><loc>[^<]*/articles/([a-z0-9]+)\.html</loc>[^\n]*<news:publication_date>([^<]*)</news:publication_date>"
)


def _is_news(line: SitemapLine, now: datetime) -> bool:
    return line.news and in_news_window(line.published_at, now)


def _news_elements(named: list[tuple[SitemapLine, str]], publication: Publication) -> Iterable[str]:
    """``news:news`` in the order of the schema: publication, date, title (NS-06)."""
    name = xml_text(publication.name)
    heads = {
        language: f"<news:news><news:publication><news:name>{name}</news:name>"
        f"<news:language>{news_language(language, publication)}</news:language></news:publication>"
        for language in {line.language for line, _ in named}
    }
    for (line, _), title in zip(named, xml_texts([title for _, title in named]), strict=True):
        yield (
            f"{heads[line.language]}"
            f"<news:publication_date>{instant(line.published_at)}</news:publication_date>"
            f"<news:title>{title}</news:title></news:news>"
        )


# --- Languages ------------------------------------------------------------------------------------

_CODE = re.compile("[a-z]{2,3}")
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis", "art"})
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def news_language(tag: str, publication: Publication) -> str:
    """
    The code the news sitemap takes: ISO 639 in lower case, but Chinese by its script (NS-09).

    Of a text whose language is not known, the publication's; of a publication that states none
    either, ``en``.

    >>> here = Publication(name="Here", base_url="https://here.example", language="pt-BR")
    >>> [news_language(tag, here) for tag in ("en-GB", "zh-Hans-SG", "zh-HK", "und")]
    ['en', 'zh-cn', 'zh-tw', 'pt']
    """
    return _code(tag) or _code(publication.language) or "en"


def _code(tag: str) -> str | None:
    primary, *rest = tag.lower().replace("_", "-").split("-")
    if not _CODE.fullmatch(primary) or primary in _NO_LANGUAGE:
        return None
    if primary in ("zh", "cmn"):
        # An explicit script decides; zh-Hans-HK is simplified although Hong Kong is not.
        return "zh-tw" if "hans" not in rest and _TRADITIONAL.intersection(rest) else "zh-cn"
    return primary


# --- Titles ---------------------------------------------------------------------------------------

_JOINTS = "|–—-·:»"


def news_title(line: SitemapLine, publication: Publication) -> str:
    """
    The headline without the name of the site or of the source at its end (NS-12).

    >>> here = Publication(name="Harbour Post", base_url="https://here.example", language="en")
    >>> line = SitemapLine(url="", published_at=datetime.min, title="Ferry returns | Harbour Post")
    >>> news_title(line, here)
    'Ferry returns'
    """
    title = " ".join(legal(line.title).split())
    for name in (publication.name, line.source):
        if name and title[-len(name) :].casefold() == name.casefold():
            cut = title[: -len(name)].rstrip()
            # "The rise of the Harbour Post" keeps its last words: a joint must stand before them.
            if cut and cut[-1] in _JOINTS and (cut[-1] == "|" or cut[-2:-1].isspace()):
                title = cut[:-1].rstrip()
    return title
