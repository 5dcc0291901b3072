"""
What sitemaps say of one page: its line, and the extensions for pictures, videos and translations.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter

from reprise.model.document import ShownVideo
from reprise.outputs.characters import legal
from reprise.outputs.escaping import ascii_uri, xml_text

IMAGE_NS = "http://www.google.com/schemas/sitemap-image/1.1"
VIDEO_NS = "http://www.google.com/schemas/sitemap-video/1.1"
XHTML_NS = "http://www.w3.org/1999/xhtml"

MAX_LOC = 2048  # characters, sitemap.xsd (SM-03)
MAX_IMAGES = 1000  # of one page (IM-01)
MAX_VIDEO_TITLE, MAX_VIDEO_DESCRIPTION, MAX_VIDEO_SECONDS = 100, 2048, 28_800  # VI-02


@dataclass(frozen=True, slots=True)
class SitemapLine:
    """
    What sitemaps say of one page.

    Attributes:
        url: Our page, absolute.
        published_at: Our first publication of it (NS-10).
        lastmod: Its last significant change, never a build time (SM-06); ``None`` when unknown.
        title: Its headline, for the news sitemap.
        source: Publication it first appeared in; cut from the end of the title (NS-12).
        indexable / news: Whether sitemaps and the news sitemap may name it (NS-14).
        images: Absolute addresses of its pictures (IM-*).
        videos: Those of its videos that are shown (VI-*).
        alternates: ``(hreflang, address)`` of all translations, itself included; best made by
            :func:`with_translations`, which keeps them mutual (HL-01).
    """

    url: str
    published_at: datetime
    lastmod: datetime | None = None
    language: str = "und"
    title: str = ""
    source: str | None = None
    indexable: bool = True
    news: bool = True
    images: tuple[str, ...] = ()
    videos: tuple[ShownVideo, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()


# --- Translations ---------------------------------------------------------------------------------


def with_translations(lines: Iterable[SitemapLine]) -> tuple[SitemapLine, ...]:
    """
    Pages of one story in several languages, each naming all of them, itself included (HL-01).

    Only listable, indexable pages of known languages belong to the group; where two share a
    language the first published one does. A group of one is no group.
    """
    all_lines = tuple(lines)
    chosen: dict[str, SitemapLine] = {}
    for line in sorted(all_lines, key=attrgetter("published_at", "url")):
        tag = hreflang(line.language)
        if tag and line.indexable:
            chosen.setdefault(tag, line)
    if len(chosen) < 2:  # noqa: PLR2004 - one page has no translation
        return tuple(replace(line, alternates=()) for line in all_lines)
    group = tuple((tag, line.url) for tag, line in sorted(chosen.items()))
    members = {line.url for line in chosen.values()}
    return tuple(
        replace(line, alternates=group if line.url in members else ()) for line in all_lines
    )


def hreflang(language: str) -> str | None:
    """
    The tag as Google reads it: ISO 639-1, perhaps a script, perhaps a region; else ``None``.

    >>> hreflang("pt-br"), hreflang("zh-Hant-HK"), hreflang("und")
    ('pt-BR', 'zh-Hant-HK', None)
    """
    primary, *rest = language.split("-")
    if len(primary) != 2 or not primary.isascii() or not primary.isalpha():  # noqa: PLR2004
        return None
    script = next((part.title() for part in rest[:1] if len(part) == 4 and part.isalpha()), "")  # noqa: PLR2004
    region = next((part.upper() for part in rest[:2] if len(part) == 2 and part.isalpha()), "")  # noqa: PLR2004
    return "-".join(part for part in (primary.lower(), script, region) if part)


# --- XML ------------------------------------------------------------------------------------------


def extensions_of(line: SitemapLine) -> str:
    """Pictures and translations of one page; Google's image titles and licences are dead (IM-02)."""
    images = [xml_text(ascii_uri(url)) for url in dict.fromkeys(line.images) if _is_web(url)]
    links = [
        (xml_text(tag), xml_text(ascii_uri(url))) for tag, url in line.alternates if _is_web(url)
    ]
    return (
        "".join(
            f"<image:image><image:loc>{url}</image:loc></image:image>"
            for url in images[:MAX_IMAGES]
        )
        + "".join(video_element(video, line) for video in line.videos)
        + "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{url}"/>' for tag, url in links
        )
    )


def video_element(video: ShownVideo, line: SitemapLine) -> str:
    """
    A video as the extension wants it; empty where something it requires is not known (VI-01).

    What Google dropped in 2022 is not written (VI-04); what is too long is cut (VI-02).
    """
    title = " ".join(legal(video.title or line.title).split())[:MAX_VIDEO_TITLE]
    shown = " ".join(legal(video.caption or title).split())[:MAX_VIDEO_DESCRIPTION]
    addresses = [url for url in (video.url, video.player_url) if url and _is_web(url)]
    if not (title and addresses and video.poster and _is_web(video.poster)):
        return ""
    if line.url in addresses:
        return ""  # VI-03
    place = "content_loc" if video.url else "player_loc"
    length = video.duration_seconds or 0
    parts = [
        ("thumbnail_loc", video.poster),
        ("title", title),
        ("description", shown),
        (place, addresses[0]),
        ("duration", str(length) if 1 <= length <= MAX_VIDEO_SECONDS else ""),
    ]
    said = "".join(f"<video:{name}>{xml_text(text)}</video:{name}>" for name, text in parts if text)
    return f"<video:video>{said}</video:video>"


def _is_web(url: str) -> bool:
    """Fully qualified, as both extensions want it (HL-02)."""
    return url.startswith(("https://", "http://")) and len(url) <= MAX_LOC
