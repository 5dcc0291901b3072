"""
JSON Feed 1.1, with the permission in a ``_syndication`` block (docs/syndication-block.md).

Media type ``application/feed+json`` (HTTP-01, JF-14). feedgen has no JSON; orjson writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from reprise.model.document import Entry, Feed, ShownPicture, ShownVideo, Terms
from reprise.outputs.characters import legal_throughout
from reprise.outputs.dates import rfc3339
from reprise.outputs.elements import was_changed
from reprise.outputs.feedgen_extension import authors_of, categories_of, title_of

VERSION = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class JsonFeedWriter:
    """``head`` + entries joined by ``separator`` + ``tail`` is the document."""

    name: str = "json"
    extension: str = "feed.json"
    media_type: str = "application/feed+json; charset=utf-8"
    separator: bytes = b",\n"

    def head(self, feed: Feed) -> bytes:
        """Everything before the first item."""
        return orjson.dumps(_head(legal_throughout(feed))).removesuffix(b"}") + b',"items":[\n'

    def entry(self, entry: Entry, feed: Feed) -> bytes:
        """One item object."""
        del feed
        try:
            return compact(orjson.dumps(_item(entry)))
        except TypeError:  # orjson's word for a lone surrogate
            return compact(orjson.dumps(_item(legal_throughout(entry))))

    def tail(self, feed: Feed) -> bytes:
        """Everything after the last item."""
        del feed
        return b"\n]}\n"


def compact(written: bytes) -> bytes:
    """
    The same bytes in memory of their own size: orjson keeps what it reserved for them, ten times as
    much for an entry, and a channel holds thousands.
    """
    return bytes(memoryview(written))


def _head(feed: Feed) -> dict[str, Any]:
    address = feed.self_urls.get("json")
    return present(
        version=VERSION,
        title=feed.title,
        user_comment=_comment(feed),
        home_page_url=feed.home_url,
        feed_url=address,
        next_url=dict(feed.history).get("prev-archive"),
        description=feed.description,
        language=None if feed.language == "und" else feed.language,
        icon=feed.logo,
        expired=feed.has_ended or None,
        authors=[present(name=feed.publication_name, url=feed.publication_url)],
        hubs=[{"type": "WebSub", "url": hub} for hub in feed.hubs],
        _syndication=present(
            license=feed.license_url,
            removed=[{"id": gone.guid, "at": rfc3339(gone.at)} for gone in feed.tombstones],
        ),
    )


def _comment(feed: Feed) -> str:
    """JF-15: what to tell somebody who opened the file itself."""
    if feed.has_ended:
        here = feed.publication_name
        return f"This feed of {here} has ended. What else there is: {feed.publication_url}"
    return (
        f"This is the feed “{feed.title}” of {feed.publication_name}. To follow it, copy the "
        f"address {feed.followed_at('json')} into a feed reader, or read it at {feed.home_url}."
    )


def _item(entry: Entry) -> dict[str, Any]:
    updated = entry.updated_at if was_changed(entry) else None
    return present(
        id=entry.guid or entry.url,
        url=entry.url,
        external_url=entry.canonical_url,
        title=title_of(entry),
        content_html=entry.content_html,
        content_text=None if entry.content_html else entry.summary or title_of(entry),
        summary=entry.summary,
        image=entry.pictures[0].url if entry.pictures else None,
        date_published=rfc3339(entry.published_at),
        date_modified=rfc3339(updated) if updated else None,
        authors=_authors(entry),
        tags=categories_of(entry),
        attachments=[_attachment(video) for video in entry.videos if video.url],
        language=None if entry.language == "und" else entry.language,
        _syndication=_syndication(entry),
    )


def _authors(entry: Entry) -> list[dict[str, Any]]:
    addresses = {byline.name: byline.url for byline in entry.bylines}
    return [present(name=name, url=addresses.get(name)) for name in authors_of(entry)]


# --- _syndication (docs/syndication-block.md) -----------------------------------------------------


def _syndication(entry: Entry) -> dict[str, Any]:
    source = entry.source
    first = entry.source_published_at
    return present(
        source=present(
            name=source.name, url=source.url, feed_url=source.feed_url, via=[*source.chain]
        ),
        first_published=rfc3339(first) if first else None,
        credit_line=entry.credit_line,
        kicker=entry.kicker,
        dateline=entry.dateline,
        correction=entry.correction,
        pictures=[_picture(picture) for picture in entry.pictures],
        videos=[_video(video) for video in entry.videos],
        **_rights(entry.terms),
    )


def _rights(terms: Terms) -> dict[str, Any]:
    license_ = terms.license
    limits = {"allow": None if terms.allow is None else [*terms.allow], "deny": [*terms.deny]}
    return {
        "rights": terms.rights,
        "license": present(name=license_.name, url=license_.url) if license_ else None,
        "copyright_holder": terms.copyright_holder,
        "copyright_notice": terms.copyright_notice,
        "usage_terms": terms.usage_terms,
        # Always there, also when empty: what is not permitted is not granted (RL-14).
        "usage": {"permits": [*terms.permits], "prohibits": [*terms.prohibits]},
        "territories": limits if terms.allow is not None or terms.deny else None,
        "expires": rfc3339(terms.expires) if terms.expires else None,
    }


def _picture(picture: ShownPicture) -> dict[str, Any]:
    return present(
        url=picture.url,
        caption=picture.caption,
        alt=picture.alt,
        credit=picture.credit,
        rights=picture.rights,
        license=picture.licence,
        width=picture.width,
        height=picture.height,
    )


def _attachment(video: ShownVideo) -> dict[str, Any]:
    """A file, its type and what is known of it (JF-08)."""
    return present(
        url=video.url,
        mime_type=video.media_type,
        title=video.title,
        size_in_bytes=video.bytes,
        duration_in_seconds=video.duration_seconds,
    )


def _video(video: ShownVideo) -> dict[str, Any]:
    return present(
        url=video.url,
        player_url=video.player_url,
        poster=video.poster,
        title=video.title,
        caption=video.caption,
        credit=video.credit,
        rights=video.rights,
        license=video.licence,
    )


def present(**members: Any) -> dict[str, Any]:
    """The members that say something, in the order given."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}


JSON_FEED = JsonFeedWriter()
