"""
What feedgen's Atom lacks: typed links, licences, sources, pictures, validity, tombstones.

feedgen makes Atom elements without a namespace and declares Atom's as the default on the root;
ours inside an Atom document follow it.
"""

from __future__ import annotations

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import CDATA, SubElement

from reprise.model.document import Entry, Feed, Tombstone
from reprise.model.submission import Source
from reprise.outputs import namespaces as ns
from reprise.outputs.addresses import public_uri
from reprise.outputs.dates import rfc3339
from reprise.outputs.elements import ARCHIVE, Element, add, add_media, add_schedule, add_validity
from reprise.outputs.feedgen_extension import Root, authors_of, categories_of

LICENSE_UNSPECIFIED = "http://purl.org/atompub/license#unspecified"
"""Says that no licence is stated, and keeps the feed's own from being inherited (AL-02, AL-04)."""

_AT_DELETED_ENTRY = f"{{{ns.TOMBSTONES}}}deleted-entry"
_XML_LANG = f"{{{ns.XML}}}lang"

ATOM_ROOT = Root(ns.ATOM_PREFIXES, "entry")


class AtomHead(BaseExtension):  # type: ignore[misc]
    """Feed elements beside feedgen's: licence, how often to come, and what is gone."""

    def __init__(self, feed: Feed) -> None:
        self.feed = feed

    def extend_ns(self) -> dict[str, str]:
        return ns.ATOM_PREFIXES

    def extend_atom(self, root: Element) -> Element:
        feed = self.feed
        if feed.license_url:
            SubElement(root, "link", rel="license", href=feed.license_url)
        for relation, address in feed.history:
            SubElement(root, "link", rel=relation, href=address)
        if feed.is_archive:
            SubElement(root, ARCHIVE)
        else:
            add_schedule(root, feed.hold_minutes)
        for tombstone in feed.tombstones:
            _add_tombstone(root, tombstone, feed)
        return root


def _add_tombstone(root: Element, tombstone: Tombstone, feed: Feed) -> None:
    """RFC 6721 (TS-01); with the source the entry had, for it was not ours (TS-02)."""
    when = rfc3339(tombstone.at)
    gone = SubElement(root, _AT_DELETED_ENTRY, ref=tombstone.guid, when=when)
    source = tombstone.source
    if source and (source.feed_id or source.feed_url):
        title = source.feed_title or source.name or ""
        _add_source(gone, source, title, rfc3339(source.feed_updated_at or tombstone.at))
    else:
        address = feed.self_urls.get("atom") or feed.home_url
        own = Source(feed_id=address, feed_url=address, url=feed.home_url)
        _add_source(gone, own, feed.title, rfc3339(feed.updated_at or tombstone.at))


class AtomEntry(BaseEntryExtension):  # type: ignore[misc]
    """Entry elements beside feedgen's: language, typed links, source, pictures, validity."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def extend_atom(self, element: Element) -> Element:
        entry = self.entry
        ATOM_ROOT.hang(element)
        if entry.content_html:
            # Not by feedgen: its CDATA says so in ``type``, which Atom does not know (AT-08).
            content = SubElement(element, "content", type="html")
            content.text = CDATA(entry.content_html)
        if entry.language != "und":
            element.set(_XML_LANG, entry.language)
        addresses = {byline.name: byline.url for byline in entry.bylines}
        for name in authors_of(entry):
            author = SubElement(element, "author")
            add(author, "name", name)
            if address := addresses.get(name):
                add(author, "uri", address)
        for name in categories_of(entry):
            SubElement(element, "category", term=name)
        if entry.canonical_url and entry.canonical_url != entry.url:
            SubElement(element, "link", rel="via", href=entry.canonical_url)
        url = public_uri(entry.terms.license.url) if entry.terms.license else None
        license_link = SubElement(element, "link", rel="license", href=url or LICENSE_UNSPECIFIED)
        if url and entry.terms.license:
            license_link.set("title", entry.terms.license.name)
        if entry.source.feed_id or entry.source.feed_url:
            updated = entry.source.feed_updated_at or entry.source_published_at
            title = entry.source.feed_title or entry.source.name or entry.partner_name
            _add_source(element, entry.source, title, rfc3339(updated or entry.published_at))
        add_validity(element, entry)
        add_media(element, entry)
        return element


def _add_source(parent: Element, source: Source, title: str, updated: str) -> None:
    """``atom:source`` with id, title and updated (AT-11), which feedgen can't give it."""
    element = SubElement(parent, "source")
    add(element, "id", source.feed_id or source.feed_url or "")
    add(element, "title", title)
    add(element, "updated", updated)
    if source.feed_url:
        SubElement(element, "link", rel="self", href=source.feed_url)
    if source.url:
        SubElement(element, "link", rel="alternate", href=source.url)
