"""Pictures and videos of a ninjs item: its associations, each with renditions (row B32)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reprise.intake.ninjs_rights import rights_of
from reprise.intake.pictures import path_of
from reprise.intake.stated import web_address
from reprise.model.configuration import Partner
from reprise.model.permission import Stated
from reprise.model.reading import PolicyDocument
from reprise.model.submission import Picture, Video
from reprise.text.dates import read_date

Item = Mapping[str, Any]

_KINDS = frozenset({"picture", "graphic"})
_VIDEOS = frozenset({"video"})
_WIDEST = 2000
"""Pixels: wider renditions are for print."""


def read_pictures(item: Item, partner: Partner) -> Iterator[Picture]:
    """The picture associations of *item*, each with its best rendition and its own rights."""
    for one in _associations(item, _KINDS):
        rendition = _best(_renditions(one))
        if rendition is None:
            continue
        ends = _text(one, "expires")
        end = read_date(ends, zone=partner.zone) if ends else None
        yield Picture(
            url=rendition["href"],
            caption=_text(one, "description_text", "description_html") or _first_value(one, "descriptions"),
            alt=_text(one, "headline") or _first_value(one, "headlines"),
            credit=_text(one, "byline", "by") or _text(one, "copyrightholder", "copyrightHolder"),
            rights=_text(one, "usageterms", "usageTerms") or _text(one, "copyrightnotice", "copyrightNotice"),
            licence=_licence(one),
            usable=_usable(one, item, sure_of_end=end is None or end.sure),
            expires_at=end.instant if end else None,
            width=_number(rendition.get("width")),
            height=_number(rendition.get("height")),
            bytes=_number(rendition.get("sizeinbytes", rendition.get("sizeInBytes"))),
            media_type=_text(rendition, "mimetype", "contenttype", "contentType"),
        )  # fmt: skip


def read_videos(item: Item, partner: Partner) -> Iterator[Video]:
    """The video associations of *item*, with their rights; a picture among its renditions stands for it."""
    for one in _associations(item, _VIDEOS):
        renditions = _renditions(one)
        pictures = [each for each in renditions if _type_of(each).startswith("image/")]
        files = [each for each in renditions if each not in pictures]
        rendition, poster = _best(files), _best(pictures)
        if rendition is None:
            continue
        ends = _text(one, "expires")
        end = read_date(ends, zone=partner.zone) if ends else None
        yield Video(
            url=rendition["href"],
            poster=poster["href"] if poster else None,
            title=_text(one, "headline") or _first_value(one, "headlines"),
            caption=_text(one, "description_text", "description_html") or _first_value(one, "descriptions"),
            credit=_text(one, "byline", "by") or _text(one, "copyrightholder", "copyrightHolder"),
            rights=_text(one, "usageterms", "usageTerms") or _text(one, "copyrightnotice", "copyrightNotice"),
            licence=_licence(one),
            usable=_usable(one, item, sure_of_end=end is None or end.sure),
            expires_at=end.instant if end else None,
            duration_seconds=_number(rendition.get("duration")),
            width=_number(rendition.get("width")),
            height=_number(rendition.get("height")),
            bytes=_number(rendition.get("sizeinbytes", rendition.get("sizeInBytes"))),
            media_type=_type_of(rendition) or None,
        )  # fmt: skip


def _type_of(rendition: Item) -> str:
    return (_text(rendition, "mimetype", "contenttype", "contentType") or "").lower()


def _associations(item: Item, kinds: frozenset[str]) -> Iterator[Item]:
    value = item.get("associations")
    listed = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    seen: set[str] = set()
    for one in listed:
        if isinstance(one, dict) and (_text(one, "type") or "picture").lower() in kinds:
            name = _text(one, "uri") or ""
            if not name or name not in seen:
                seen.add(name)
                yield one


def _renditions(one: Item) -> list[Item]:
    """Those with an address; where none has one, those that name a file of the same bundle."""
    value = one.get("renditions")
    listed = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    every = [each for each in listed if isinstance(each, dict) and _text(each, "href")]
    return [each for each in every if web_address(_text(each, "href"))] or [
        each for each in every if path_of(each["href"])
    ]


def _best(renditions: list[Item]) -> Item | None:
    """The widest that a page has use for; without widths the first."""
    fitting = [one for one in renditions if (_number(one.get("width")) or 0) <= _WIDEST]
    return max(fitting or renditions, key=lambda one: _number(one.get("width")) or 0, default=None)


def _usable(one: Item, item: Item, *, sure_of_end: bool) -> bool | None:
    """No for what is held back, canceled or under an embargo of its own; else not stated."""
    status = (_text(one, "pubstatus", "pubStatus") or "usable").lower()
    embargo = _embargo(one)
    own_embargo = embargo is not None and embargo != _embargo(item)
    held = not all(map(_is_readable, rights_of(one)))
    return False if status != "usable" or own_embargo or held or not sure_of_end else None


def _licence(one: Item) -> str | None:
    """Of its own ``rightsInfo``; None where that names no licence that is known."""
    stated = (each for each in rights_of(one) if isinstance(each, Stated))
    return next((each.permission.licence for each in stated if each.permission.licence), None)


def _is_readable(rights: PolicyDocument | Stated) -> bool:
    """A policy about this picture alone is more than our pictures can hold."""
    return isinstance(rights, Stated) and rights.permission.licence is not None


def _embargo(one: Item) -> object:
    return one.get("embargoed", one.get("embargoedUntil"))


def _first_value(one: Item, name: str) -> str | None:
    listed = one.get(name)
    if isinstance(listed, list):
        return next((_text(each, "value") for each in listed if isinstance(each, dict)), None)
    return None


def _text(one: Item, *names: str) -> str | None:
    for name in names:
        value = one.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _number(value: object) -> int | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value < 2**31:
        return int(value)
    return None
