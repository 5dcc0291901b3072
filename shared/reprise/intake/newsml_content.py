"""
The content of a NewsML-G2 item: its text, whatever it is written in, its pictures and videos.

Renditions in one ``contentSet`` are alternatives: of the texts the one that keeps most structure is
taken, of the pictures the largest.
"""

from __future__ import annotations

import base64
import binascii
import copy
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reprise.intake.newsml_rights import ItemRights, code, rights_of, status_of
from reprise.intake.stated import web_address, whole_number
from reprise.intake.xml_reading import (
    Element,
    attribute,
    children,
    first,
    language_of,
    local,
    text_in,
)
from reprise.model.configuration import Partner
from reprise.model.submission import Picture, Video

VIDEO = "video"
"""``itemClass`` of a video."""
_RENDITIONS = ("highres", "original", "main", "web", "large", "preview", "medium", "small",
               "thumbnail")  # fmt: skip
_WIDEST = 8000
"""Pixels: renditions for print, which nobody should fetch for a page."""
_MOST_ENCODED = 15_000_000
"""Characters of base64."""


@dataclass(frozen=True, slots=True)
class ItemText:
    """
    The text of an item.

    Attributes:
        html / text: One of them, or neither.
        nitf: A NITF document, which says more than its text.
        language: ``xml:lang`` of the content.
        canonical_url: The address that an HTML head names.
    """

    html: str = ""
    text: str = ""
    nitf: Element | None = None
    language: str = ""
    canonical_url: str = ""


def read_text(item: Element) -> ItemText:
    """The best text in *item*; an empty one where it has none."""
    found = [
        one for one in _texts(first(item, "contentSet")) if one.html or one.text or one.is_nitf
    ]
    return max(found, key=lambda one: one.rank).read() if found else ItemText()


def class_of(item: Element) -> str:
    """``itemClass`` without its alias; told by the content where it is not stated."""
    stated = code(first(item, "itemMeta", "itemClass"))
    if stated:
        return stated
    content = [*children(first(item, "contentSet"))]
    remote = [one for one in content if local(one) == "remoteContent"]
    return "picture" if remote and len(remote) == len(content) and _images(item) else "text"


def pictures_of(item: Element, partner: Partner) -> Iterator[Picture]:
    """
    The picture that a picture item is, or those that stand beside a text.

    In a picture item all renditions are one picture; in a text item, each id is one of its own.
    """
    images = _images(item)
    if not images:
        return
    if class_of(item) in {"picture", "graphic"}:
        yield _picture(_best(images), item, rights_of(item, partner), own=True)
        return
    for image in images:
        part = attribute(image, "id")
        rights = rights_of(item, partner, of_part=part) if part else None
        yield _picture(image, item, rights, own=False)


def is_medium(item: Element) -> bool:
    """Whether *item* is a picture, or a video without a text of its own."""
    kind = class_of(item)
    return kind in {"picture", "graphic"} or (
        kind == VIDEO and bool(_clips(item)) and read_text(item) == ItemText()
    )


def videos_of(item: Element, partner: Partner) -> Iterator[Video]:
    """
    The video that a video item is, or those that stand beside a text.

    In a video item all renditions are one video, and a picture among them stands for it.
    """
    clips = _clips(item)
    if not clips:
        return
    if class_of(item) == VIDEO:
        images = _images(item)
        still = _best(images) if images else None
        yield _video(_best(clips), still, item, rights_of(item, partner), own=True)
        return
    for clip in clips:
        part = attribute(clip, "id")
        rights = rights_of(item, partner, of_part=part) if part else None
        yield _video(clip, None, item, rights, own=False)


# --- Texts --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Text:
    """One rendition, and how much structure it keeps."""

    rank: int
    holder: Element
    root: Element | None = None
    html: str = ""
    text: str = ""

    @property
    def is_nitf(self) -> bool:
        return self.root is not None and local(self.root) == "nitf"

    def read(self) -> ItemText:
        spoken = language_of(self.root if self.root is not None else self.holder)
        if self.is_nitf:
            return ItemText(nitf=self.root, language=spoken)
        address = _canonical(self.root)
        return ItemText(self.html, self.text, language=spoken, canonical_url=address)


def _texts(content: Element | None) -> Iterator[_Text]:
    for holder in children(content, "inlineXML", "inlineData"):
        if local(holder) == "inlineXML":
            root = next(children(holder), None)
            if root is not None:
                is_nitf = local(root) == "nitf"
                yield _Text(3 if is_nitf else 4, holder, root, "" if is_nitf else _markup(holder))
        else:
            yield _inline_data(holder)


def _inline_data(holder: Element) -> _Text:
    kind = attribute(holder, "contenttype").lower()
    text = _decoded(holder)
    if kind and not kind.startswith("text/") and "html" not in kind:
        return _Text(0, holder)
    if "html" in kind:
        return _Text(2, holder, html=text)
    return _Text(1, holder, text=text)


def _decoded(holder: Element) -> str:
    text = "".join(holder.itertext())
    encoding = attribute(holder, "encoding") or attribute(holder, "encodinguri")
    if not encoding:
        return text
    if "base64" not in encoding.lower() or len(text) > _MOST_ENCODED:
        return ""
    try:
        return base64.b64decode(text, validate=False).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _markup(holder: Element) -> str:
    """The XHTML (or other XML) inside as HTML, whatever prefixes it is written with."""
    inside = copy.deepcopy(holder)
    for element in inside.iter():
        element.tag = local(element)
    body = next((one for one in inside.iter() if one.tag == "body"), inside)
    for head in [one for one in body.iter() if one.tag in {"head", "title"}]:
        head.clear(keep_tail=True)
    etree.cleanup_namespaces(inside)
    parts = (etree.tostring(one, encoding="unicode", method="html") for one in body)
    return (body.text or "") + "".join(parts)


def _canonical(root: Element | None) -> str:
    for link in children(first(root, "head"), "link"):
        if "canonical" in attribute(link, "rel").lower().split():
            return web_address(link.get("href")) or ""
    return ""


# --- Pictures -----------------------------------------------------------------------------------


def _images(item: Element) -> list[Element]:
    remote = children(first(item, "contentSet"), "remoteContent")
    is_picture = code(first(item, "itemMeta", "itemClass")) in {"picture", "graphic"}
    return [
        one
        for one in remote
        if _address(one)
        and (
            attribute(one, "contenttype").lower().startswith("image/")
            or (is_picture and not attribute(one, "contenttype"))
        )
    ]


def _clips(item: Element) -> list[Element]:
    remote = children(first(item, "contentSet"), "remoteContent")
    is_video = class_of(item) == VIDEO
    kinds = ((one, attribute(one, "contenttype").lower()) for one in remote if _address(one))
    return [one for one, kind in kinds if kind.startswith("video/") or (is_video and not kind)]


def _address(content: Element) -> str:
    return attribute(content, "href") or attribute(content, "residref")


def _best(images: list[Element]) -> Element:
    def rank(image: Element) -> tuple[bool, int, int]:
        width = whole_number(image.get("width")) or 0
        rendition = attribute(image, "rendition") or attribute(image, "renditionuri")
        name = rendition.replace("/", ":").rpartition(":")[2].lower()
        known = _RENDITIONS.index(name) if name in _RENDITIONS else len(_RENDITIONS)
        return width <= _WIDEST, width, -known

    return max(images, key=rank)


def _picture(image: Element, item: Element, rights: ItemRights | None, *, own: bool) -> Picture:
    meta = first(item, "contentMeta") if own else None
    said = rights.terms.values if rights else {}
    wording = said.get("usage_terms") or said.get("copyright_notice") or said.get("rights_holder")
    return Picture(
        url=_address(image),
        caption=_described(meta, "caption") or _described(meta, "") or text_in(first(meta, "headline")) or None,
        alt=_described(meta, "alt") or None,
        credit=text_in(first(meta, "creditline")) or text_in(first(meta, "by")) or None,
        rights=wording,
        licence=said.get("licence"),
        usable=False if _is_barred(item, rights, own=own) else None,
        expires_at=said.get("expires_at"),
        width=whole_number(image.get("width"), least=1),
        height=whole_number(image.get("height"), least=1),
        bytes=whole_number(image.get("size")),
        media_type=attribute(image, "contenttype") or None,
    )  # fmt: skip


def _video(
    clip: Element, still: Element | None, item: Element, rights: ItemRights | None, *, own: bool
) -> Video:
    meta = first(item, "contentMeta") if own else None
    said = rights.terms.values if rights else {}
    return Video(
        url=_address(clip),
        poster=_address(still) if still is not None else None,
        title=text_in(first(meta, "headline")) or None,
        caption=_described(meta, "caption") or _described(meta, "") or None,
        credit=text_in(first(meta, "creditline")) or text_in(first(meta, "by")) or None,
        rights=said.get("usage_terms") or said.get("copyright_notice") or said.get("rights_holder"),
        licence=said.get("licence"),
        usable=False if _is_barred(item, rights, own=own) else None,
        expires_at=said.get("expires_at"),
        duration_seconds=whole_number(attribute(clip, "duration"), least=1),
        width=whole_number(clip.get("width"), least=1),
        height=whole_number(clip.get("height"), least=1),
        bytes=whole_number(clip.get("size")),
        media_type=attribute(clip, "contenttype") or None,
    )


def _described(meta: Element | None, role: str) -> str:
    """The description in *role*; that without a role for an empty one."""
    for one in children(meta, "description"):
        stated = attribute(one, "role") or attribute(one, "roleuri")
        if (role in stated.lower()) if role else not stated:
            return text_in(one)
    return ""


def _is_barred(item: Element, rights: ItemRights | None, *, own: bool) -> bool:
    """
    A picture of its own status, embargo or limits is shown only when nothing stands against it.

    An embargo on the picture alone would have to be kept by the picture; it is left out instead
    until it is sent without one.
    """
    if rights is None:
        return False
    limited = {"embargoed_until", "starts_at"} & rights.terms.values.keys()
    return bool(limited) or not rights.understood or (own and status_of(item) != "usable")
