"""
RSS 2.0 with the modules of our permissions (RS-01 … RS-35, RM, MR, RL-12).

Media type ``application/rss+xml`` (HTTP-01). feedgen renders; :mod:`.rss_extension` adds.
"""

from __future__ import annotations

from dataclasses import dataclass

from reprise.model.document import Entry, Feed
from reprise.outputs.characters import legal_throughout
from reprise.outputs.feedgen_extension import Head, extended, title_of
from reprise.outputs.profile import Profile, profile_named
from reprise.outputs.rss_extension import RssEntry, RssHead, rss_root

_END = b"</channel></rss>"


@dataclass(frozen=True, slots=True)
class RssWriter:
    """``head`` + entries joined by ``separator`` + ``tail`` is the document."""

    name: str = "rss"
    extension: str = "feed.rss"
    media_type: str = "application/rss+xml; charset=utf-8"
    separator: bytes = b"\n"

    def head(self, feed: Feed) -> bytes:
        """Everything before the first item (RS-31)."""
        profile = profile_named(feed.profile)
        try:
            document: bytes = _head(feed, profile).rss_str()
        except ValueError:  # lxml's and feedgen's word for a character they can't write
            document = _head(legal_throughout(feed), profile).rss_str()
        return document.removesuffix(_END) + b"\n"

    def entry(self, entry: Entry, feed: Feed) -> bytes:
        """One ``item``, the same bytes alone as inside a document."""
        profile = profile_named(feed.profile)
        try:
            return _item(entry, profile)
        except ValueError:
            return _item(legal_throughout(entry), profile)

    def tail(self, feed: Feed) -> bytes:
        """Everything after the last item."""
        del feed
        return b"\n" + _END + b"\n"


def _head(feed: Feed, profile: Profile) -> Head:
    head = Head(RssHead(feed, profile))
    head.title(feed.title)
    head.description(feed.description or feed.title)
    # The last link that is set becomes the channel's <link>: the page must come after the feed.
    if address := feed.self_urls.get("rss"):
        head.link(href=address, rel="self", type="application/rss+xml")
    head.link(href=feed.home_url, rel="alternate")
    if feed.language != "und":
        head.language(feed.language)
    if feed.logo:
        head.image(url=feed.logo, title=feed.title, link=feed.home_url)
    if not feed.is_archive:
        head.ttl(feed.hold_minutes)
    return head


def _item(entry: Entry, profile: Profile) -> bytes:
    made = extended(RssEntry(entry, profile), entry)
    # Both are needed: without a description feedgen writes the full text in its place (RS-32).
    made.description(entry.summary or title_of(entry))
    if entry.content_html:
        made.content(entry.content_html, type="CDATA")
    return rss_root(profile.dialects).write(made.rss_entry())


RSS = RssWriter()
