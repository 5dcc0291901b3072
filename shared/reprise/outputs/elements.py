"""
Elements that both RSS and Atom carry beside feedgen's: Media RSS, validity, how often to come.

Media RSS has each picture alone (MR-03), with what its rights ask for (M70, row B32).
"""

from __future__ import annotations

from functools import lru_cache

from lxml import etree
from lxml.etree import SubElement

from reprise.model.document import Entry, License, ShownPicture, ShownVideo
from reprise.outputs import namespaces as ns
from reprise.outputs.addresses import public_uri
from reprise.outputs.dates import rfc3339, whole_seconds
from reprise.text.licences import resolve

_MINUTES_PER_HOUR = 60
_MINUTES_PER_DAY = 24 * 60


_DCTERMS_MODIFIED = f"{{{ns.DCTERMS}}}modified"
_DCTERMS_VALID = f"{{{ns.DCTERMS}}}valid"
_MEDIA_CONTENT = f"{{{ns.MEDIA}}}content"
_MEDIA_COPYRIGHT = f"{{{ns.MEDIA}}}copyright"
_MEDIA_CREDIT = f"{{{ns.MEDIA}}}credit"
_MEDIA_DESCRIPTION = f"{{{ns.MEDIA}}}description"
_MEDIA_LICENSE = f"{{{ns.MEDIA}}}license"
_MEDIA_PLAYER = f"{{{ns.MEDIA}}}player"
_MEDIA_RESTRICTION = f"{{{ns.MEDIA}}}restriction"
_MEDIA_THUMBNAIL = f"{{{ns.MEDIA}}}thumbnail"
_MEDIA_TITLE = f"{{{ns.MEDIA}}}title"
_SY_UPDATE_FREQUENCY = f"{{{ns.SYNDICATION}}}updateFrequency"
_SY_UPDATE_PERIOD = f"{{{ns.SYNDICATION}}}updatePeriod"

ARCHIVE = f"{{{ns.HISTORY}}}archive"
"""Empty: says that the document is closed (FH-02)."""

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type


def add(parent: Element, name: str, text: str) -> None:
    """A child with *text*."""
    SubElement(parent, name).text = text


def add_with(parent: Element, name: str, text: str, **attributes: str) -> None:
    """A child with *text* and attributes."""
    SubElement(parent, name, attributes).text = text


def add_schedule(parent: Element, hold_minutes: int) -> None:
    """How often to come, in agreement with ``ttl`` (RM-02); feedgen misspells these names."""
    per_hour = hold_minutes <= _MINUTES_PER_HOUR
    frequency = (_MINUTES_PER_HOUR if per_hour else _MINUTES_PER_DAY) // max(hold_minutes, 1)
    add(parent, _SY_UPDATE_PERIOD, "hourly" if per_hour else "daily")
    add(parent, _SY_UPDATE_FREQUENCY, str(max(frequency, 1)))


def add_validity(parent: Element, entry: Entry) -> None:
    """When it last changed, where that is not when it appeared, and when its grant ends."""
    if parent.tag == "item" and was_changed(entry):
        add(parent, _DCTERMS_MODIFIED, rfc3339(entry.updated_at))
    if entry.terms.expires:
        start, end = rfc3339(entry.published_at), rfc3339(entry.terms.expires)
        add(parent, _DCTERMS_VALID, f"start={start};end={end};scheme=W3C-DTF")


def add_media(parent: Element, entry: Entry) -> None:
    """Media RSS: each picture and video on its own (MR-03), and where the whole may be carried."""
    for picture in entry.pictures:
        _add_picture(parent, picture)
    for video in entry.videos:
        _add_video(parent, video)
    if entry.pictures:
        SubElement(parent, _MEDIA_THUMBNAIL, url=entry.pictures[0].url)
    terms = entry.terms
    if terms.allow is not None:
        # An empty list is written on purpose, and means nobody (MR-09).
        _add_restriction(parent, "allow", " ".join(terms.allow))
    elif terms.deny:
        _add_restriction(parent, "deny", " ".join(terms.deny))


def _add_restriction(parent: Element, relationship: str, countries: str) -> None:
    name = _MEDIA_RESTRICTION
    if countries:
        add_with(parent, name, countries, relationship=relationship, type="country")
    else:
        add_with(parent, name, "none", relationship=relationship)


def _add_picture(parent: Element, picture: ShownPicture) -> None:
    content = SubElement(parent, _MEDIA_CONTENT, url=picture.url, medium="image")
    _measure(content, picture)
    _describe(content, picture, picture.alt)


def _add_video(parent: Element, video: ShownVideo) -> None:
    """By its file, or by the page that plays it (MR-01), with the picture that stands for it."""
    content = SubElement(parent, _MEDIA_CONTENT, medium="video")
    if video.url:
        content.set("url", video.url)
        _measure(content, video)
    if video.duration_seconds:
        content.set("duration", str(video.duration_seconds))
    if video.player_url:
        SubElement(content, _MEDIA_PLAYER, url=video.player_url)
    if video.poster:
        SubElement(content, _MEDIA_THUMBNAIL, url=video.poster)
    _describe(content, video, video.title)


def _measure(content: Element, medium: ShownPicture | ShownVideo) -> None:
    for name, value in (
        ("type", medium.media_type),
        ("fileSize", medium.bytes),
        ("width", medium.width),
        ("height", medium.height),
    ):
        if value is not None:
            content.set(name, str(value))


def _describe(content: Element, medium: ShownPicture | ShownVideo, title: str | None) -> None:
    if title:
        add_with(content, _MEDIA_TITLE, title, type="plain")
    if medium.caption:
        add_with(content, _MEDIA_DESCRIPTION, medium.caption, type="plain")
    if medium.credit:
        add(content, _MEDIA_CREDIT, medium.credit)
    if medium.rights:
        add(content, _MEDIA_COPYRIGHT, medium.rights)
    if medium.licence and (licence := named_licence(medium.licence)):
        add_with(content, _MEDIA_LICENSE, licence.name, type="text/html", href=licence.url or "")


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
