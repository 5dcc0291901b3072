"""
ninjs 3.1 for agencies and other newsrooms (M75, E7): one package, each article an association.

Media type ``application/json``: IPTC registered none. Valid by ``ninjs-schema_3.1.json`` as a
whole, each association too. ``edNote`` is never written (NJ-05).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from reprise.model.document import Entry, Feed, ShownPicture, ShownVideo, Tombstone
from reprise.model.submission import Source
from reprise.outputs.characters import legal_throughout
from reprise.outputs.dates import rfc3339
from reprise.outputs.elements import named_licence
from reprise.outputs.feedgen_extension import authors_of, categories_of, title_of
from reprise.outputs.json_feed import present

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
_PLAIN, _HTML = "text/plain", "text/html"


@dataclass(frozen=True, slots=True)
class NinjsWriter:
    """
    ``head`` + entries + ``tail`` is the document.

    The channel's own page is the first association, so that everything after it, tombstone or
    article, begins with a comma, and an empty channel is valid too.
    """

    name: str = "ninjs"
    extension: str = "feed.ninjs.json"
    media_type: str = "application/json; charset=utf-8"
    separator: bytes = b""

    def head(self, feed: Feed) -> bytes:
        """The package, its page, and what was taken back (pubStatus, E7)."""
        clean = legal_throughout(feed)
        gone = b"".join(b",\n" + orjson.dumps(_gone(one)) for one in clean.tombstones)
        package = orjson.dumps(_package(clean)).removesuffix(b"}")
        return package + b',"associations":[\n' + orjson.dumps(_page(clean)) + gone

    def entry(self, entry: Entry, feed: Feed) -> bytes:
        """One association, with the comma that comes before it."""
        del feed
        try:
            return b",\n" + orjson.dumps(_item(entry))
        except TypeError:  # orjson's word for a lone surrogate
            return b",\n" + orjson.dumps(_item(legal_throughout(entry)))

    def tail(self, feed: Feed) -> bytes:
        """Everything after the last association."""
        del feed
        return b"\n]}\n"


def _package(feed: Feed) -> dict[str, Any]:
    return present(
        uri=feed.self_urls.get("ninjs") or feed.home_url,
        standard=_STANDARD,
        type="composite",
        pubStatus="usable",
        versionCreated=rfc3339(feed.updated_at) if feed.updated_at else None,
        language=_known(feed.language),
        title=feed.title,
        headlines=[{"role": "main", "contentType": _PLAIN, "value": feed.title}],
        descriptions=_texts("summary", _PLAIN, feed.description),
        infoSources=[{"name": feed.publication_name, "uri": feed.publication_url}],
    )


def _page(feed: Feed) -> dict[str, Any]:
    return {"name": "page", "uri": feed.home_url, "type": "component", "title": feed.title}


def _gone(tombstone: Tombstone) -> dict[str, Any]:
    return {
        "name": "canceled",
        "uri": tombstone.guid,
        "type": "text",
        "pubStatus": "canceled",
        "versionCreated": rfc3339(tombstone.at),
    }


def _item(entry: Entry) -> dict[str, Any]:
    terms, first = entry.terms, entry.source_published_at
    licence = terms.license.url if terms.license else None
    return present(
        name=entry.article_id,
        uri=entry.guid or entry.url,
        type="text",
        representationType="full" if entry.content_html else "partial",
        pubStatus="usable",
        firstCreated=rfc3339(entry.published_at),
        versionCreated=rfc3339(entry.updated_at),
        contentCreated=rfc3339(first) if first else None,
        language=_known(entry.language),
        headlines=_texts("main", _PLAIN, title_of(entry)) + _texts("kicker", _PLAIN, entry.kicker),
        descriptions=_texts("summary", _PLAIN, entry.summary)
        + _texts("correction", _PLAIN, entry.correction)
        + _texts("credit", _PLAIN, entry.credit_line),
        bodies=_bodies(entry),
        by=", ".join(authors_of(entry)),
        people=_people(entry),
        located=entry.dateline,
        subjects=[{"name": name} for name in categories_of(entry)],
        infoSources=_sources(entry.source),
        copyrightHolder=terms.copyright_holder,
        copyrightNotice=terms.copyright_notice,
        usageTerms=terms.usage_terms or terms.rights,
        rightsInfo={"linkedRights": licence} if licence else None,
        expires=rfc3339(terms.expires) if terms.expires else None,
        associations=[
            *(_picture(n, picture) for n, picture in enumerate(entry.pictures, start=1)),
            *(_video(n, video) for n, video in enumerate(entry.videos, start=1)),
        ],
        altIds=_addresses(entry),
    )


def _bodies(entry: Entry) -> list[dict[str, Any]]:
    body = present(
        role="main", contentType=_HTML, wordCount=entry.word_count or None, value=entry.content_html
    )
    return [body] if entry.content_html else []


def _people(entry: Entry) -> list[dict[str, Any]]:
    return [present(name=one.name, rel="author", uri=one.url) for one in entry.bylines]


def _sources(source: Source) -> list[dict[str, Any]]:
    own = [present(name=source.name, role="originator", uri=source.url)] if source.name else []
    return own + [{"name": name, "role": "earlier"} for name in source.chain]


def _addresses(entry: Entry) -> list[dict[str, Any]]:
    original = entry.canonical_url
    page = [{"role": "page", "value": entry.url}]
    return page + ([{"role": "original", "value": original}] if original else [])


def _picture(number: int, picture: ShownPicture) -> dict[str, Any]:
    licence = named_licence(picture.licence) if picture.licence else None
    rendition = present(
        name="main",
        href=picture.url,
        contentType=picture.media_type,
        width=picture.width,
        height=picture.height,
        sizeInBytes=picture.bytes,
    )
    return present(
        name=f"picture-{number}",
        uri=picture.url,
        type="picture",
        descriptions=_texts("caption", _PLAIN, picture.caption)
        + _texts("alternative", _PLAIN, picture.alt),
        by=picture.credit,
        copyrightNotice=picture.rights,
        rightsInfo={"linkedRights": licence.url} if licence else None,
        renditions=[rendition],
    )


def _video(number: int, video: ShownVideo) -> dict[str, Any]:
    """Its file or player, and the picture that stands for it."""
    licence = named_licence(video.licence) if video.licence else None
    main = present(
        name="main",
        href=video.address,
        contentType=video.media_type,
        width=video.width,
        height=video.height,
        sizeInBytes=video.bytes,
        duration=video.duration_seconds,
    )
    poster = [{"name": "poster", "href": video.poster}] if video.poster else []
    return present(
        name=f"video-{number}",
        uri=video.address,
        type="video",
        headlines=_texts("main", _PLAIN, video.title),
        descriptions=_texts("caption", _PLAIN, video.caption),
        by=video.credit,
        copyrightNotice=video.rights,
        rightsInfo={"linkedRights": licence.url} if licence else None,
        renditions=[main, *poster],
    )


def _texts(role: str, kind: str, text: str | None) -> list[dict[str, str]]:
    return [{"role": role, "contentType": kind, "value": text}] if text else []


def _known(language: str) -> str | None:
    return None if language == "und" else language


NINJS = NinjsWriter()
