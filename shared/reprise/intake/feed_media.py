"""Pictures and videos of a feed's entry: Media RSS and enclosures, with credit and licence (B32, C23)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reprise.intake.feed_rights import in_media
from reprise.intake.stated import web_address, whole_number
from reprise.intake.xml_reading import Element, attribute, children, local, text_in
from reprise.model.submission import Picture, Video

_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)", re.IGNORECASE)
_WIDEST = 2000
"""Pixels: wider renditions are for print."""


def read_pictures(entry: Element) -> Iterator[Picture]:
    """The pictures that belong to *entry* beside its text, each once."""
    seen: set[str | None] = set()
    for picture in (*_media(entry), *_enclosures(entry)):
        if picture.url not in seen:
            seen.add(picture.url)
            yield picture


def read_videos(entry: Element) -> Iterator[Video]:
    """The videos that belong to *entry*, each once; of a group the best one."""
    seen: set[str | None] = set()
    for video in (*_clips(entry), *_enclosed(entry)):
        address = video.url or video.player_url
        if address and address not in seen:
            seen.add(address)
            yield video


def _clips(entry: Element) -> Iterator[Video]:
    for one in _of_media(entry, "content"):
        if _is_video(one):
            yield _video(one, (one, entry))
    for group in _of_media(entry, "group"):
        best = _best([one for one in _of_media(group, "content") if _is_video(one)])
        if best is not None:
            yield _video(best, (best, group, entry))


def _enclosed(entry: Element) -> Iterator[Video]:
    links = [one for one in children(entry, "link") if attribute(one, "rel") == "enclosure"]
    for one in (*children(entry, "enclosure"), *links):
        kind = attribute(one, "type").lower()
        address = web_address(attribute(one, "url") or attribute(one, "href"))
        if address and kind.startswith("video/"):
            size = whole_number(attribute(one, "length"), least=1)
            yield Video(url=address, media_type=kind, bytes=size)


def _is_video(content: Element) -> bool:
    kind = attribute(content, "type").lower()
    return attribute(content, "medium").lower() == "video" or kind.startswith("video/")


def _video(content: Element, levels: Sequence[Element]) -> Video:
    """What is said nearest to it counts; a title or text of the entry is not the video's."""
    players = (one for level in levels for one in _of_media(level, "player"))
    posters = (one for level in levels for one in _of_media(level, "thumbnail"))
    licence = next((one for level in levels for one in _of_media(level, "license")), None)
    player, poster = next(players, None), next(posters, None)
    own = levels[:-1]
    return Video(
        url=web_address(attribute(content, "url")),
        player_url=web_address(attribute(player, "url")),
        poster=web_address(attribute(poster, "url")),
        title=_said(own, "title") or None,
        caption=_said(own, "description") or None,
        credit=_said(levels, "credit") or None,
        rights=_said(levels, "copyright") or None,
        licence=(attribute(licence, "href") or text_in(licence)) or None,
        usable=_usable(levels),
        duration_seconds=whole_number(attribute(content, "duration").partition(".")[0], least=1),
        width=whole_number(attribute(content, "width"), least=1),
        height=whole_number(attribute(content, "height"), least=1),
        bytes=whole_number(attribute(content, "fileSize"), least=1),
        media_type=attribute(content, "type") or None,
    )


def _media(entry: Element) -> Iterator[Picture]:
    contents = [one for one in _of_media(entry, "content") if _is_picture(one)]
    for one in contents:
        yield _picture(one, (one, entry))
    groups = list(_of_media(entry, "group"))
    for group in groups:
        best = _best([one for one in _of_media(group, "content") if _is_picture(one)])
        if best is not None:
            yield _picture(best, (best, group, entry))
    if not contents and not groups:
        for one in [*_of_media(entry, "thumbnail")][:1]:
            yield _picture(one, (one, entry))


def _enclosures(entry: Element) -> Iterator[Picture]:
    links = [one for one in children(entry, "link") if attribute(one, "rel") == "enclosure"]
    for one in (*children(entry, "enclosure"), *links):
        address = web_address(attribute(one, "url") or attribute(one, "href"))
        kind = attribute(one, "type").lower()
        if address and (kind.startswith("image/") or (not kind and _IMAGE_FILE.search(address))):
            size = whole_number(attribute(one, "length"), least=1)
            yield Picture(url=address, media_type=kind or None, bytes=size)


def _of_media(element: Element, name: str) -> Iterator[Element]:
    return (one for one in children(element, name) if in_media(one))


def _is_picture(content: Element) -> bool:
    medium, kind = attribute(content, "medium").lower(), attribute(content, "type").lower()
    address = web_address(attribute(content, "url"))
    if not address:
        return False
    if medium or kind:
        return medium == "image" or kind.startswith("image/")
    return bool(_IMAGE_FILE.search(address))


def _best(contents: list[Element]) -> Element | None:
    def width(one: Element) -> int:
        return whole_number(attribute(one, "width")) or 0

    fitting = [one for one in contents if width(one) <= _WIDEST]
    return max(fitting or contents, key=width, default=None)


def _picture(content: Element, levels: Sequence[Element]) -> Picture:
    """What is said nearest to the picture counts (Media RSS, "optional elements")."""
    caption = _said(levels, "description") or _said(levels[:-1], "title")
    licence = next((one for level in levels for one in _of_media(level, "license")), None)
    return Picture(
        url=attribute(content, "url"),
        caption=caption or None,
        alt=_said(levels[:-1], "title") or None,
        credit=_said(levels, "credit") or None,
        rights=_said(levels, "copyright") or None,
        licence=(attribute(licence, "href") or text_in(licence)) or None,
        usable=_usable(levels),
        width=whole_number(attribute(content, "width"), least=1),
        height=whole_number(attribute(content, "height"), least=1),
        bytes=whole_number(attribute(content, "fileSize"), least=1),
        media_type=attribute(content, "type") or None,
    )


def _said(levels: Sequence[Element], name: str) -> str:
    """The nearest level's words; several credits are one line."""
    for level in levels:
        words = [text_in(one) for one in _of_media(level, name)]
        if any(words):
            return ", ".join(dict.fromkeys(word for word in words if word))
    return ""


def _usable(levels: Sequence[Element]) -> bool | None:
    """A picture with a restriction of its own is left out: ours hold for whole articles."""
    own = levels[:-1]
    restricted = any(local(one) == "restriction" for level in own for one in children(level))
    return False if restricted else None
