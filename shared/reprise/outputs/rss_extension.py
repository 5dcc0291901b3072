"""
What feedgen's RSS lacks: dates, people, rights, sources, pictures, licences, dialects, takedowns.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement

from reprise.model.document import Entry, Feed, ShownPicture, Terms, Tombstone
from reprise.outputs import namespaces as ns
from reprise.outputs.addresses import public_uri
from reprise.outputs.dates import rfc822, rfc3339
from reprise.outputs.elements import (
    ARCHIVE,
    Element,
    add,
    add_media,
    add_schedule,
    add_validity,
    add_with,
)
from reprise.outputs.feedgen_extension import Root, authors_of, categories_of
from reprise.outputs.profile import Profile

_ATOM_LINK = f"{{{ns.ATOM}}}link"
_CC_LICENSE = f"{{{ns.CREATIVE_COMMONS}}}license"
_DCTERMS_MODIFIED = f"{{{ns.DCTERMS}}}modified"
_DCTERMS_VALID = f"{{{ns.DCTERMS}}}valid"
_DC_CREATOR = f"{{{ns.DC}}}creator"
_DC_LANGUAGE = f"{{{ns.DC}}}language"
_DC_RIGHTS = f"{{{ns.DC}}}rights"
_MEDIA_CONTENT = f"{{{ns.MEDIA}}}content"
_MEDIA_STATUS = f"{{{ns.MEDIA}}}status"
_MI_RIGHTS = f"{{{ns.MSN}}}hasSyndicationRights"
_RSL_CONTENT = f"{{{ns.RSL}}}content"
_RSL_LICENSE = f"{{{ns.RSL}}}license"
_RSL_PERMITS = f"{{{ns.RSL}}}permits"
_RSL_PROHIBITS = f"{{{ns.RSL}}}prohibits"
_SNF_LOGO = f"{{{ns.SMARTNEWS}}}logo"

_KINDS = {
    "avif": "image/avif", "gif": "image/gif", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "png": "image/png", "svg": "image/svg+xml", "webp": "image/webp",
}  # fmt: skip
"""Not :mod:`mimetypes`: its answers depend on files of the machine, and bytes must not (X-12)."""


def rss_prefixes(dialects: tuple[str, ...]) -> dict[str, str]:
    """The namespaces of a feed for a destination that speaks *dialects*."""
    return ns.RSS_PREFIXES | {name: ns.DIALECTS[name] for name in dialects}


@lru_cache(maxsize=16)
def rss_root(dialects: tuple[str, ...]) -> Root:
    """The root of such a feed's items."""
    return Root(rss_prefixes(dialects), "item")


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
            add(channel, "lastBuildDate", rfc822(feed.updated_at))
        for hub in feed.hubs:
            SubElement(channel, _ATOM_LINK, rel="hub", href=hub)
        if feed.license_url:
            SubElement(channel, _ATOM_LINK, rel="license", href=feed.license_url)
        for relation, address in feed.history:
            SubElement(channel, _ATOM_LINK, rel=relation, href=address)
        if feed.is_archive:
            SubElement(channel, ARCHIVE)
        else:
            add_schedule(channel, feed.hold_minutes)
        if "snf" in self.profile.dialects:
            _add_smartnews(channel, feed)
        if self.profile.takedown != "drop":
            for tombstone in feed.tombstones:
                _add_ended(channel, tombstone, feed, self.profile)
        return root


def _add_smartnews(channel: Element, feed: Feed) -> None:
    """What SmartFormat requires in the channel (SN-02, SN-03)."""
    if feed.updated_at:
        add(channel, "pubDate", rfc822(feed.updated_at))
    if feed.logo:
        logo = SubElement(channel, _SNF_LOGO)
        add(logo, "url", feed.logo)


ENDED_TITLE = "This article was withdrawn"
"""MSN takes no title of 20 characters or fewer (MS-03)."""


def _add_ended(channel: Element, tombstone: Tombstone, feed: Feed, profile: Profile) -> None:
    """
    An item that says it has ended, where leaving it out says nothing (row B45).

    Same id, a later update, and an end that has passed; nothing of the article is left in it.
    """
    item = SubElement(channel, "item")
    appeared = min(tombstone.published_at or tombstone.at, tombstone.at)
    add(item, "title", ENDED_TITLE)
    add(item, "link", tombstone.url or feed.home_url)
    add(item, "description", ENDED_TITLE)
    add_with(item, "guid", tombstone.guid, isPermaLink="false")
    add(item, "pubDate", rfc822(appeared))
    add(item, _DCTERMS_MODIFIED, rfc3339(tombstone.at))
    if profile.takedown == "expiry":
        start, end = rfc3339(appeared), rfc3339(tombstone.at)
        add(item, _DCTERMS_VALID, f"start={start};end={end};scheme=W3C-DTF")
    else:
        SubElement(item, _MEDIA_STATUS, state="deleted")


class RssEntry(BaseEntryExtension):  # type: ignore[misc]
    """Item elements beside feedgen's: dates, people, rights, source, pictures, licence."""

    def __init__(self, entry: Entry, profile: Profile) -> None:
        self.entry = entry
        self.profile = profile

    def extend_rss(self, item: Element) -> Element:
        entry = self.entry
        rss_root(self.profile.dialects).hang(item)
        moves = self.profile.correction == "published"
        add(item, "pubDate", rfc822(entry.updated_at if moves else entry.published_at))
        if self.profile.enclosure and entry.pictures:
            _add_enclosure(item, entry.pictures[0])
        if entry.source.feed_url:
            title = entry.source.feed_title or entry.source.name or entry.partner_name
            add_with(item, "source", title, url=entry.source.feed_url)
        for name in categories_of(entry):
            add(item, "category", name)
        for name in authors_of(entry):
            add(item, _DC_CREATOR, name)
        if entry.language != "und":
            add(item, _DC_LANGUAGE, entry.language)
        if entry.terms.rights:
            add(item, _DC_RIGHTS, entry.terms.rights)
        add_validity(item, entry)
        _add_license(item, entry.terms)
        add_media(item, entry)
        _add_rsl(item, entry)
        if "mi" in self.profile.dialects:
            for content in item.iterfind(_MEDIA_CONTENT):
                # Only pictures with a right get here (B32), and MSN wants to hear it (MS-09).
                add(content, _MI_RIGHTS, "1")
        if self.profile.takedown == "media_status":
            SubElement(item, _MEDIA_STATUS, state="active")
        return item


def _add_enclosure(item: Element, picture: ShownPicture) -> None:
    """RS-13: three attributes, the length 0 where nobody knows it; of no known type, none."""
    ending = urlsplit(picture.url).path.rpartition(".")[2].lower()
    kind = picture.media_type or _KINDS.get(ending)
    if kind:
        length = str(picture.bytes or 0)
        SubElement(item, "enclosure", url=picture.url, length=length, type=kind)


def _add_license(item: Element, terms: Terms) -> None:
    """The licence as a link for all, and as the Creative Commons element for its own (RM-04)."""
    url = public_uri(terms.license.url) if terms.license else None
    if not url:
        return
    SubElement(item, _ATOM_LINK, rel="license", href=url)
    if _is_creative_commons(url):
        add(item, _CC_LICENSE, url)


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
    content = SubElement(item, _RSL_CONTENT, url=entry.url)
    license_ = SubElement(content, _RSL_LICENSE)
    nobody = not terms.permits or (terms.allow is not None and not terms.allow)
    if not nobody:
        add_with(license_, _RSL_PERMITS, " ".join(terms.permits), type="usage")
        if terms.allow:
            add_with(license_, _RSL_PERMITS, " ".join(terms.allow), type="geo")
    prohibits = ("all",) if nobody else terms.prohibits
    if prohibits:
        add_with(license_, _RSL_PROHIBITS, " ".join(prohibits), type="usage")
    if terms.deny:
        add_with(license_, _RSL_PROHIBITS, " ".join(terms.deny), type="geo")
