"""
What feedgen lacks, added the way feedgen offers: as extensions of its feeds and entries.

feedgen renders the head and the entry; these add to what it rendered. The extension of an entry
also hangs the entry into a root that declares every namespace, so that it comes out with the
prefixes it has inside a whole document.

No date is ever given to feedgen where it writes RSS: its RSS dates go through
``locale.setlocale``, which changes the locale of the whole process while others run.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import lru_cache
from mimetypes import guess_type
from urllib.parse import urlsplit

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from reprise.model.document import Entry, Feed, License, Terms, Tombstone
from reprise.model.submission import Picture, Source
from reprise.outputs import namespaces as ns
from reprise.outputs.addresses import public_uri
from reprise.outputs.dates import rfc822, rfc3339, whole_seconds
from reprise.outputs.profile import Profile
from reprise.text.licences import resolve

LICENSE_UNSPECIFIED = "http://purl.org/atompub/license#unspecified"
"""Says that no licence is stated, and keeps the feed's own from being inherited (AL-02, AL-04)."""

GENERATOR = "Reprise"
"""Without a version: an upgrade must not change the bytes of every feed (X-12)."""

_MINUTES_PER_HOUR = 60
_MINUTES_PER_DAY = 24 * 60

_ATOM_LINK = f"{{{ns.ATOM}}}link"
_AT_DELETED_ENTRY = f"{{{ns.TOMBSTONES}}}deleted-entry"
_CC_LICENSE = f"{{{ns.CREATIVE_COMMONS}}}license"
_DCTERMS_MODIFIED = f"{{{ns.DCTERMS}}}modified"
_DCTERMS_VALID = f"{{{ns.DCTERMS}}}valid"
_DC_CREATOR = f"{{{ns.DC}}}creator"
_DC_LANGUAGE = f"{{{ns.DC}}}language"
_DC_RIGHTS = f"{{{ns.DC}}}rights"
_MEDIA_CONTENT = f"{{{ns.MEDIA}}}content"
_MEDIA_COPYRIGHT = f"{{{ns.MEDIA}}}copyright"
_MEDIA_CREDIT = f"{{{ns.MEDIA}}}credit"
_MEDIA_DESCRIPTION = f"{{{ns.MEDIA}}}description"
_MEDIA_LICENSE = f"{{{ns.MEDIA}}}license"
_MEDIA_RESTRICTION = f"{{{ns.MEDIA}}}restriction"
_MEDIA_STATUS = f"{{{ns.MEDIA}}}status"
_MEDIA_THUMBNAIL = f"{{{ns.MEDIA}}}thumbnail"
_MEDIA_TITLE = f"{{{ns.MEDIA}}}title"
_MI_RIGHTS = f"{{{ns.MSN}}}hasSyndicationRights"
_RSL_CONTENT = f"{{{ns.RSL}}}content"
_RSL_LICENSE = f"{{{ns.RSL}}}license"
_RSL_PERMITS = f"{{{ns.RSL}}}permits"
_RSL_PROHIBITS = f"{{{ns.RSL}}}prohibits"
_SNF_LOGO = f"{{{ns.SMARTNEWS}}}logo"
_SY_UPDATE_FREQUENCY = f"{{{ns.SYNDICATION}}}updateFrequency"
_SY_UPDATE_PERIOD = f"{{{ns.SYNDICATION}}}updatePeriod"
_XML_LANG = f"{{{ns.XML}}}lang"

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type


class Head(FeedGenerator):  # type: ignore[misc]
    """
    A feedgen feed that does not know what time it is.

    feedgen stamps the current time on every feed it makes and offers no way to leave it out;
    bytes must not depend on the clock (X-12).
    """

    def __init__(self, extension: BaseExtension) -> None:
        super().__init__()
        self._FeedGenerator__rss_lastBuildDate = None
        self.register_extension("reprise", lambda: extension)
        self.generator(GENERATOR)


class Root:
    """
    A root that declares *prefixes*, to hang entries below while they are completed and written.

    Below it an element gets the prefixes it has inside a whole document. lxml repeats the
    declarations on an element that is written alone; :meth:`write` cuts them off again.
    """

    def __init__(self, prefixes: Mapping[str, str], entry_tag: str) -> None:
        self._prefixes = dict(prefixes)
        self._start = len(entry_tag) + 1
        alone = etree.tostring(etree.SubElement(self._make(), entry_tag))
        self._end = len(alone) - len(b"/>")
        self._own = threading.local()

    def _make(self) -> Element:
        return etree.Element("root", nsmap=self._prefixes)

    def hang(self, element: Element) -> None:
        """Put *element* below the root. One root serves a thread, because making one is dear."""
        root = getattr(self._own, "root", None)
        if root is None:
            root = self._own.root = self._make()
        del root[:]  # the entry before, which nobody looks at any more
        root.append(element)

    def write(self, element: Element) -> bytes:
        """The bytes of *element* as they stand inside a whole document."""
        written = etree.tostring(element, encoding="UTF-8")
        return written[: self._start] + written[self._end :]


ATOM_ROOT = Root(ns.ATOM_PREFIXES, "entry")


def rss_prefixes(dialects: tuple[str, ...]) -> dict[str, str]:
    """The namespaces of a feed for a destination that speaks *dialects*."""
    return ns.RSS_PREFIXES | {name: ns.DIALECTS[name] for name in dialects}


@lru_cache(maxsize=16)
def rss_root(dialects: tuple[str, ...]) -> Root:
    """The root of such a feed's items."""
    return Root(rss_prefixes(dialects), "item")


def extended(extension: BaseEntryExtension, entry: Entry) -> FeedEntry:
    """A feedgen entry with the fields that RSS and Atom share, and our *extension*."""
    made = FeedEntry()
    made.id(entry.guid or entry.url)
    made.title(title_of(entry))
    made.link(href=entry.url)
    made.register_extension("reprise", lambda: extension)
    return made


def title_of(entry: Entry) -> str:
    """The title; every format asks for one that is not blank."""
    return next(text for text in (entry.title, entry.summary, entry.url) if text.strip())


def was_changed(entry: Entry) -> bool:
    """Whether it changed after it appeared, in the whole seconds that feeds tell."""
    return whole_seconds(entry.updated_at) > whole_seconds(entry.published_at)


@lru_cache(maxsize=256)
def named_licence(stated: str) -> License | None:
    """
    A picture's licence with its name and address, which Media RSS asks for both (MR-06).

    >>> named_licence("CC-BY-4.0").url
    'https://creativecommons.org/licenses/by/4.0/'
    >>> named_licence("ask us")
    """
    known = resolve(stated)
    address = public_uri(known.url if known and known.url else stated)
    return License(known.name if known else stated, address) if address else None


def categories_of(entry: Entry) -> list[str]:
    """Sections, then keywords, each once."""
    return [name for name in dict.fromkeys((*entry.sections, *entry.keywords)) if name]


def authors_of(entry: Entry) -> list[str]:
    """Names of the authors, else of the source: nothing of others goes out under our name."""
    names = [byline.name for byline in entry.bylines if byline.name.strip()]
    return names or [name for name in (entry.source.name or entry.partner_name,) if name]


# --- RSS ------------------------------------------------------------------------------------------


class RssHead(BaseExtension):  # type: ignore[misc]
    """Channel elements beside feedgen's: when it changed, hubs, licence, how often to come."""

    def __init__(self, feed: Feed, profile: Profile) -> None:
        self.feed = feed
        self.profile = profile

    def extend_ns(self) -> dict[str, str]:
        return rss_prefixes(self.profile.dialects)

    def extend_rss(self, root: Element) -> Element:
        feed, channel = self.feed, root[0]
        if feed.updated_at:
            _add(channel, "lastBuildDate", rfc822(feed.updated_at))
        for hub in feed.hubs:
            etree.SubElement(channel, _ATOM_LINK, rel="hub", href=hub)
        if feed.license_url:
            etree.SubElement(channel, _ATOM_LINK, rel="license", href=feed.license_url)
        _add_schedule(channel, feed.hold_minutes)
        if "snf" in self.profile.dialects:
            _add_smartnews(channel, feed)
        if self.profile.takedown != "drop":
            for tombstone in feed.tombstones:
                _add_ended(channel, tombstone, feed, self.profile)
        return root


def _add_smartnews(channel: Element, feed: Feed) -> None:
    """What SmartFormat requires in the channel (SN-02, SN-03)."""
    if feed.updated_at:
        _add(channel, "pubDate", rfc822(feed.updated_at))
    if feed.logo:
        logo = etree.SubElement(channel, _SNF_LOGO)
        _add(logo, "url", feed.logo)


ENDED_TITLE = "This article was withdrawn"
"""MSN takes no title of 20 characters or fewer (MS-03)."""


def _add_ended(channel: Element, tombstone: Tombstone, feed: Feed, profile: Profile) -> None:
    """
    An item that says it has ended, where leaving it out says nothing (row B45).

    Same id, a later update, and an end that has passed; nothing of the article is left in it.
    """
    item = etree.SubElement(channel, "item")
    appeared = min(tombstone.published_at or tombstone.at, tombstone.at)
    _add(item, "title", ENDED_TITLE)
    _add(item, "link", tombstone.url or feed.home_url)
    _add(item, "description", ENDED_TITLE)
    _add(item, "guid", tombstone.guid, isPermaLink="false")
    _add(item, "pubDate", rfc822(appeared))
    _add(item, _DCTERMS_MODIFIED, rfc3339(tombstone.at))
    if profile.takedown == "expiry":
        start, end = rfc3339(appeared), rfc3339(tombstone.at)
        _add(item, _DCTERMS_VALID, f"start={start};end={end};scheme=W3C-DTF")
    else:
        etree.SubElement(item, _MEDIA_STATUS, state="deleted")


class RssEntry(BaseEntryExtension):  # type: ignore[misc]
    """Item elements beside feedgen's: dates, people, rights, source, pictures, licence."""

    def __init__(self, entry: Entry, profile: Profile) -> None:
        self.entry = entry
        self.profile = profile

    def extend_rss(self, item: Element) -> Element:
        entry = self.entry
        rss_root(self.profile.dialects).hang(item)
        moves = self.profile.correction == "published"
        _add(item, "pubDate", rfc822(entry.updated_at if moves else entry.published_at))
        if self.profile.enclosure and entry.pictures:
            _add_enclosure(item, entry.pictures[0])
        if entry.source.feed_url:
            title = entry.source.feed_title or entry.source.name or entry.partner_name
            _add(item, "source", title, url=entry.source.feed_url)
        for name in categories_of(entry):
            _add(item, "category", name)
        for name in authors_of(entry):
            _add(item, _DC_CREATOR, name)
        if entry.language != "und":
            _add(item, _DC_LANGUAGE, entry.language)
        if entry.terms.rights:
            _add(item, _DC_RIGHTS, entry.terms.rights)
        _add_validity(item, entry)
        _add_license(item, entry.terms)
        _add_media(item, entry)
        _add_rsl(item, entry)
        if "mi" in self.profile.dialects:
            for content in item.iterfind(_MEDIA_CONTENT):
                # Only pictures with a right get here (B32), and MSN wants to hear it (MS-09).
                _add(content, _MI_RIGHTS, "1")
        if self.profile.takedown == "media_status":
            etree.SubElement(item, _MEDIA_STATUS, state="active")
        return item


def _add_enclosure(item: Element, picture: Picture) -> None:
    """RS-13: three attributes, the length 0 where nobody knows it; of no known type, none."""
    kind = picture.media_type or guess_type(urlsplit(picture.url).path)[0]
    if kind:
        length = str(picture.bytes or 0)
        etree.SubElement(item, "enclosure", url=picture.url, length=length, type=kind)


def _add_license(item: Element, terms: Terms) -> None:
    """The licence as a link for all, and as the Creative Commons element for its own (RM-04)."""
    url = public_uri(terms.license.url) if terms.license else None
    if not url:
        return
    etree.SubElement(item, _ATOM_LINK, rel="license", href=url)
    if _is_creative_commons(url):
        _add(item, _CC_LICENSE, url)


def _is_creative_commons(url: str) -> bool:
    bare = url.partition("://")[2].removeprefix("www.")
    return bare.startswith("creativecommons.org/")


def _add_rsl(item: Element, entry: Entry) -> None:
    """
    The terms in RSL, for *our* address of the text (RL-12), never wider than granted (RL-14).

    Where nothing is permitted, everything is prohibited by name: a licence that names neither
    would permit all.
    """
    terms = entry.terms
    content = etree.SubElement(item, _RSL_CONTENT, url=entry.url)
    license_ = etree.SubElement(content, _RSL_LICENSE)
    nobody = not terms.permits or (terms.allow is not None and not terms.allow)
    if not nobody:
        _add(license_, _RSL_PERMITS, " ".join(terms.permits), type="usage")
        if terms.allow:
            _add(license_, _RSL_PERMITS, " ".join(terms.allow), type="geo")
    prohibits = ("all",) if nobody else terms.prohibits
    if prohibits:
        _add(license_, _RSL_PROHIBITS, " ".join(prohibits), type="usage")
    if terms.deny:
        _add(license_, _RSL_PROHIBITS, " ".join(terms.deny), type="geo")


# --- Atom -----------------------------------------------------------------------------------------
# feedgen makes Atom elements without a namespace and declares Atom's as the default on the root;
# ours inside an Atom document follow it.


class AtomHead(BaseExtension):  # type: ignore[misc]
    """Feed elements beside feedgen's: licence, how often to come, and what is gone."""

    def __init__(self, feed: Feed) -> None:
        self.feed = feed

    def extend_ns(self) -> dict[str, str]:
        return ns.ATOM_PREFIXES

    def extend_atom(self, root: Element) -> Element:
        feed = self.feed
        if feed.license_url:
            etree.SubElement(root, "link", rel="license", href=feed.license_url)
        _add_schedule(root, feed.hold_minutes)
        for tombstone in feed.tombstones:
            _add_tombstone(root, tombstone, feed)
        return root


def _add_tombstone(root: Element, tombstone: Tombstone, feed: Feed) -> None:
    """RFC 6721 (TS-01); with the source the entry had, for it was not ours (TS-02)."""
    when = rfc3339(tombstone.at)
    gone = etree.SubElement(root, _AT_DELETED_ENTRY, ref=tombstone.guid, when=when)
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
            content = etree.SubElement(element, "content", type="html")
            content.text = etree.CDATA(entry.content_html)
        if entry.language != "und":
            element.set(_XML_LANG, entry.language)
        for name in categories_of(entry):
            etree.SubElement(element, "category", term=name)
        if entry.canonical_url and entry.canonical_url != entry.url:
            etree.SubElement(element, "link", rel="via", href=entry.canonical_url)
        url = public_uri(entry.terms.license.url) if entry.terms.license else None
        license_link = etree.SubElement(
            element, "link", rel="license", href=url or LICENSE_UNSPECIFIED
        )
        if url and entry.terms.license:
            license_link.set("title", entry.terms.license.name)
        if entry.source.feed_id or entry.source.feed_url:
            updated = entry.source.feed_updated_at or entry.source_published_at
            title = entry.source.feed_title or entry.source.name or entry.partner_name
            _add_source(element, entry.source, title, rfc3339(updated or entry.published_at))
        _add_validity(element, entry)
        _add_media(element, entry)
        return element


def _add_source(parent: Element, source: Source, title: str, updated: str) -> None:
    """``atom:source`` with id, title and updated (AT-11), which feedgen can't give it."""
    element = etree.SubElement(parent, "source")
    _add(element, "id", source.feed_id or source.feed_url or "")
    _add(element, "title", title)
    _add(element, "updated", updated)
    if source.feed_url:
        etree.SubElement(element, "link", rel="self", href=source.feed_url)
    if source.url:
        etree.SubElement(element, "link", rel="alternate", href=source.url)


# --- Both -----------------------------------------------------------------------------------------


def _add_schedule(parent: Element, hold_minutes: int) -> None:
    """How often to come, in agreement with ``ttl`` (RM-02); feedgen misspells these names."""
    per_hour = hold_minutes <= _MINUTES_PER_HOUR
    frequency = (_MINUTES_PER_HOUR if per_hour else _MINUTES_PER_DAY) // max(hold_minutes, 1)
    _add(parent, _SY_UPDATE_PERIOD, "hourly" if per_hour else "daily")
    _add(parent, _SY_UPDATE_FREQUENCY, str(max(frequency, 1)))


def _add_validity(parent: Element, entry: Entry) -> None:
    """When it last changed, where that is not when it appeared, and when its grant ends."""
    if parent.tag == "item" and was_changed(entry):
        _add(parent, _DCTERMS_MODIFIED, rfc3339(entry.updated_at))
    if entry.terms.expires:
        start, end = rfc3339(entry.published_at), rfc3339(entry.terms.expires)
        _add(parent, _DCTERMS_VALID, f"start={start};end={end};scheme=W3C-DTF")


def _add_media(parent: Element, entry: Entry) -> None:
    """Media RSS: each picture on its own (MR-03), and where the whole may be carried."""
    for picture in entry.pictures:
        _add_picture(parent, picture)
    if entry.pictures:
        etree.SubElement(parent, _MEDIA_THUMBNAIL, url=entry.pictures[0].url)
    terms = entry.terms
    if terms.allow is not None:
        # An empty list is written on purpose, and means nobody (MR-09).
        _add_restriction(parent, "allow", " ".join(terms.allow))
    elif terms.deny:
        _add_restriction(parent, "deny", " ".join(terms.deny))


def _add_restriction(parent: Element, relationship: str, countries: str) -> None:
    name = _MEDIA_RESTRICTION
    if countries:
        _add(parent, name, countries, relationship=relationship, type="country")
    else:
        _add(parent, name, "none", relationship=relationship)


def _add_picture(parent: Element, picture: Picture) -> None:
    content = etree.SubElement(parent, _MEDIA_CONTENT, url=picture.url, medium="image")
    for name, value in (
        ("type", picture.media_type),
        ("fileSize", picture.bytes),
        ("width", picture.width),
        ("height", picture.height),
    ):
        if value is not None:
            content.set(name, str(value))
    if picture.alt:
        _add(content, _MEDIA_TITLE, picture.alt, type="plain")
    if picture.caption:
        _add(content, _MEDIA_DESCRIPTION, picture.caption, type="plain")
    if picture.credit:
        _add(content, _MEDIA_CREDIT, picture.credit)
    if picture.rights:
        _add(content, _MEDIA_COPYRIGHT, picture.rights)
    if picture.licence and (licence := named_licence(picture.licence)):
        _add(content, _MEDIA_LICENSE, licence.name, type="text/html", href=licence.url or "")


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, name, attributes or None).text = text
