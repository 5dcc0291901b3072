"""
What an article's page says to machines about itself: schema.org NewsArticle and Open Graph.

A republished work (SO-01): based on the original, written by its author, from its source,
published by us. There is no property for a republisher (SO-02), and none is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import orjson

from reprise.model.configuration import Publication
from reprise.model.document import Entry, ShownPicture, ShownVideo
from reprise.model.submission import Byline
from reprise.outputs.addresses import public_uri
from reprise.outputs.dates import rfc3339
from reprise.text.licences import resolve

# What would end a script element or begin a comment in it, and line ends of old JavaScript.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def first_published(entry: Entry) -> datetime:
    """When it first appeared anywhere: at the source, unless that would be after us."""
    at_source = entry.source_published_at
    return min(at_source, entry.published_at) if at_source else entry.published_at


def news_article(entry: Entry, publication: Publication, pictures: tuple[ShownPicture, ...]) -> str:
    """JSON-LD of a page, safe inside a ``script`` element whatever the texts hold."""
    us = _publisher(publication)
    terms = entry.terms
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": entry.url},
        "url": entry.url,
        "identifier": entry.guid,
        "headline": entry.title,
        "description": entry.summary,
        "inLanguage": entry.language if entry.language != "und" else None,
        "datePublished": rfc3339(first_published(entry)),
        "dateModified": rfc3339(max(entry.updated_at, first_published(entry))),
        "expires": rfc3339(terms.expires) if terms.expires else None,
        "isBasedOn": entry.canonical_url,
        "author": [_author(byline) for byline in entry.bylines] or _source(entry),
        "sourceOrganization": _source(entry),
        "copyrightHolder": _named("Organization", terms.copyright_holder),
        "copyrightNotice": terms.copyright_notice,
        "creditText": entry.credit_line or entry.source.name,
        "license": terms.license.url if terms.license else None,
        "usageInfo": f"{publication.base_url}/license.xml",
        "publisher": us,
        "sdPublisher": us,
        "isAccessibleForFree": True,
        "articleSection": list(entry.sections),
        "keywords": list(entry.keywords),
        "wordCount": entry.word_count or None,
        "dateline": entry.dateline,
        "correction": entry.correction,
        "image": [_image(picture) for picture in pictures],
        "video": [_video(video, entry) for video in entry.videos],
    }
    return in_script(_without_nothing(data))


def in_script(data: Mapping[str, Any]) -> str:
    """
    JSON that can't end the element it stands in.

    >>> in_script({"a": "</script>"})
    '{"a":"\\\\u003c/script\\\\u003e"}'
    """
    text = orjson.dumps(data).decode()
    for character, escaped in _UNSAFE.items():
        text = text.replace(character, escaped)
    return text


def open_graph(
    entry: Entry, publication: Publication, pictures: tuple[ShownPicture, ...]
) -> Iterator[tuple[str, str]]:
    """Property and content of each ``meta`` for sharing."""
    yield "og:type", "article"
    yield "og:site_name", publication.name
    yield "og:title", entry.title
    yield "og:url", entry.url
    if entry.summary:
        yield "og:description", entry.summary
    if locale := _locale(entry.language):
        yield "og:locale", locale
    for picture in pictures[:1]:
        yield "og:image", picture.url
        if picture.alt:
            yield "og:image:alt", picture.alt
        if picture.width and picture.height:
            yield "og:image:width", str(picture.width)
            yield "og:image:height", str(picture.height)
    yield "article:published_time", rfc3339(first_published(entry))
    yield "article:modified_time", rfc3339(max(entry.updated_at, first_published(entry)))
    for section in entry.sections[:1]:
        yield "article:section", section
    for keyword in entry.keywords:
        yield "article:tag", keyword


def _locale(language: str) -> str | None:
    """
    Open Graph's locale, which wants a region: only where the tag names one.

    >>> _locale("pt-BR"), _locale("zh-Hant-TW"), _locale("en")
    ('pt_BR', 'zh_TW', None)
    """
    primary, *rest = language.split("-")
    region = next((part for part in rest if len(part) == 2 and part.isalpha()), None)  # noqa: PLR2004
    return f"{primary.lower()}_{region.upper()}" if region else None


def _publisher(publication: Publication) -> dict[str, Any]:
    logo = {"@type": "ImageObject", "url": publication.logo} if publication.logo else None
    return _without_nothing(
        {
            "@type": "NewsMediaOrganization",
            "name": publication.name,
            "url": f"{publication.base_url}/",
            "logo": logo,
        }
    )


def _source(entry: Entry) -> dict[str, Any] | None:
    named = _named("NewsMediaOrganization", entry.source.name)
    return named and _without_nothing({**named, "url": public_uri(entry.source.url)})


def _author(byline: Byline) -> dict[str, Any]:
    """A writer, with the house they write for; e-mail addresses are not passed on."""
    return _without_nothing(
        {
            "@type": "Person",
            "name": byline.name,
            "jobTitle": byline.role,
            "url": public_uri(byline.url),
            "affiliation": _named("Organization", byline.organisation),
        }
    )


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    return {"@type": kind, "name": name} if name else None


def _image(picture: ShownPicture) -> dict[str, Any]:
    known = resolve(picture.licence) if picture.licence else None
    return _without_nothing(
        {
            "@type": "ImageObject",
            "url": picture.url,
            "caption": picture.caption,
            "creditText": picture.credit,
            "copyrightNotice": picture.rights,
            "license": (known.url if known else None) or public_uri(picture.licence),
            "width": picture.width,
            "height": picture.height,
        }
    )


def _video(video: ShownVideo, entry: Entry) -> dict[str, Any]:
    """With the name, picture and date that search asks for; the date is that of the page."""
    known = resolve(video.licence) if video.licence else None
    length = video.duration_seconds
    return _without_nothing(
        {
            "@type": "VideoObject",
            "name": video.title or entry.title,
            "description": video.caption or entry.summary,
            "thumbnailUrl": video.poster,
            "uploadDate": rfc3339(entry.published_at),
            "contentUrl": video.url,
            "embedUrl": video.player_url,
            "duration": f"PT{length}S" if length else None,
            "creditText": video.credit,
            "copyrightNotice": video.rights,
            "license": (known.url if known else None) or public_uri(video.licence),
            "width": video.width,
            "height": video.height,
        }
    )


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: an empty value would be a statement."""
    return {key: value for key, value in data.items() if value not in (None, "", [])}
