"""
Atom 1.0 with licence links, sources and tombstones (AT, AL, TS).

Media type ``application/atom+xml`` (HTTP-01). feedgen renders; :mod:`.atom_extension` adds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from reprise.model.document import Entry, Feed
from reprise.outputs.atom_extension import ATOM_ROOT, AtomEntry, AtomHead
from reprise.outputs.characters import legal_throughout
from reprise.outputs.dates import whole_seconds
from reprise.outputs.feedgen_extension import Head, extended

_END = b"</feed>"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""``updated`` of a feed that never held anything: the element is required, the clock forbidden."""


@dataclass(frozen=True, slots=True)
class AtomWriter:
    """``head`` + entries joined by ``separator`` + ``tail`` is the document."""

    name: str = "atom"
    extension: str = "feed.atom"
    media_type: str = "application/atom+xml; charset=utf-8"
    separator: bytes = b"\n"

    def head(self, feed: Feed) -> bytes:
        """Everything before the first entry, tombstones included."""
        try:
            document: bytes = _head(feed).atom_str()
        except ValueError:  # lxml's and feedgen's word for a character they can't write
            document = _head(legal_throughout(feed)).atom_str()
        return document.removesuffix(_END) + b"\n"

    def entry(self, entry: Entry, feed: Feed) -> bytes:
        """One ``entry``, the same bytes alone as inside a document; alone it is not Atom."""
        del feed
        try:
            return _entry(entry)
        except ValueError:
            return _entry(legal_throughout(entry))

    def tail(self, feed: Feed) -> bytes:
        """Everything after the last entry."""
        del feed
        return b"\n" + _END + b"\n"


def _head(feed: Feed) -> Head:
    head = Head(AtomHead(feed))
    address = feed.self_urls.get("atom")
    # A part of its history is the same feed as the live one, by RFC 5005's own examples.
    head.id(feed.followed_at("atom"))
    head.title(feed.title)
    if feed.description:
        head.subtitle(feed.description)
    head.updated(whole_seconds(feed.updated_at or _NEVER))
    head.author({"name": feed.publication_name, "uri": feed.publication_url})
    if address:
        head.link(href=address, rel="self", type="application/atom+xml")
    head.link(href=feed.home_url, rel="alternate", type="text/html")
    for hub in feed.hubs:
        head.link(href=hub, rel="hub")
    if feed.language != "und":
        head.language(feed.language)
    if feed.logo:
        head.logo(feed.logo)
    return head


def _entry(entry: Entry) -> bytes:
    made = extended(AtomEntry(entry), entry)
    made.updated(whole_seconds(entry.updated_at))
    made.published(whole_seconds(entry.published_at))
    if entry.summary:
        made.summary(entry.summary)
    if entry.terms.rights:
        made.rights(entry.terms.rights)
    return ATOM_ROOT.write(made.atom_entry())


ATOM = AtomWriter()
