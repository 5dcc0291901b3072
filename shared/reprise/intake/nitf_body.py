"""
The text of a NITF article as HTML, and what stands in it that is no text (NITF 3.6).

Elements that mark what a word names (``person``, ``chron``, ``money`` …) are opened up; notes for
editors (``note`` of type ``npa``) are lifted out before anything else is read.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass

from lxml import etree

from reprise.intake.stated import web_address, whole_number
from reprise.intake.xml_reading import Element, attribute, children, local, text_in
from reprise.model.submission import Picture, Removal

_KEPT = frozenset(
    {"p", "table", "caption", "col", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td", "ol",
     "ul", "li", "dl", "dt", "dd", "pre", "hr", "br", "a", "em", "q", "sub", "sup", "figure",
     "figcaption", "img"}
)  # fmt: skip
_RENAMED = {
    "body.content": "div", "block": "div", "hl1": "h2", "hl2": "h2", "bq": "blockquote",
    "credit": "cite", "fn": "div", "note": "div", "datasource": "p", "byline": "p",
    "dateline": "p", "abstract": "div", "tagline": "p", "bibliography": "p", "nitf-table": "div", "copyrite": "small",
}  # fmt: skip
"""Everything else is a word marked for what it names: its text stays, its mark goes."""
_NO_TEXT = frozenset(
    {"alt-code", "tobject", "key-list", "custom-table", "table-reference", "nitf-table-metadata",
     "media-metadata", "frac-sep"}
)  # fmt: skip
_ATTRIBUTES = {"a": ("href",), "td": ("rowspan", "colspan"), "th": ("rowspan", "colspan"),
               "img": ("src", "alt"), "ol": ("start",)}  # fmt: skip
_PUBLISHABLE, _NOT_PUBLISHABLE = "pa", "npa"
_PIXELS = frozenset({"", "pixel", "pixels", "px"})


@dataclass(frozen=True, slots=True)
class NitfText:
    """
    A body as read.

    Attributes:
        html: Its markup, not yet cleaned.
        pictures: In order, with caption, credit and rights.
        staff_notes: What was marked as not for publication.
        copyright: Legal wording that stood in it.
        removals: Media that can't be shown.
    """

    html: str = ""
    pictures: tuple[Picture, ...] = ()
    staff_notes: tuple[str, ...] = ()
    copyright: str = ""
    removals: tuple[Removal, ...] = ()


def read_text(*parts: Element | None) -> NitfText:
    """The text of *parts* one after the other: body content, tagline, bibliography."""
    reader = _Reader()
    markup = "".join(reader.markup(copy.deepcopy(part)) for part in parts if part is not None)
    return NitfText(
        html=markup,
        pictures=tuple(reader.pictures),
        staff_notes=tuple(reader.staff_notes),
        copyright=reader.copyright,
        removals=tuple(reader.removals),
    )


class _Reader:
    """One walk; it changes the copy it is given."""

    def __init__(self) -> None:
        self.pictures: list[Picture] = []
        self.staff_notes: list[str] = []
        self.copyright = ""
        self.removals: list[Removal] = []

    def markup(self, part: Element) -> str:
        if _is_copyright(part):
            self.copyright = self.copyright or text_in(part)
            return ""
        self._lift_notes(part)
        for media in _all(part, "media"):
            self._place(media)
        for element in _all(part, *_NO_TEXT):
            _remove(element)
        for element in part.iter():
            _as_html(element)
        if local(part) not in {"div", "p"}:
            part.tag = "p"
        etree.cleanup_namespaces(part)
        etree.cleanup_namespaces(part)
        return etree.tostring(part, encoding="unicode", method="html", with_tail=False)

    def _lift_notes(self, part: Element) -> None:
        for note in _all(part, "note"):
            if is_for_staff(note):
                self.staff_notes.append(text_in(note))
                _remove(note)
            elif _is_copyright(note):
                self.copyright = self.copyright or text_in(note)
                _remove(note)
        for notice in _all(part, "copyrite"):
            self.copyright = self.copyright or text_in(notice)
            _remove(notice)

    def _place(self, media: Element) -> None:
        """A picture at its place in the text, other media as a link, the rest reported."""
        reference = _best_reference(media)
        source = attribute(reference, "source") or attribute(reference, "data-location")
        caption = " ".join(text_in(one) for one in children(media, "media-caption")).strip()
        if reference is None or not source:
            reason = "embedded or without an address; send it as a file"
            self.removals.append(Removal(kind="media", text=caption, reason=reason))
            _remove(media)
            return
        if not _is_picture(media, reference):
            _replace(media, _link(source, caption or source) if web_address(source) else None)
            return
        picture = _picture(media, reference, source, caption)
        self.pictures.append(picture)
        _replace(media, _figure(picture) if web_address(source) else None)


def is_for_staff(note: Element, *, in_head: bool = False) -> bool:
    """
    Whether *note* is not to be published.

    The standard type says only "potentially publishable": above the text, and as a note of editors,
    it has to be called publishable.
    """
    kind, of = attribute(note, "type"), attribute(note, "noteclass")
    doubtful = (in_head or of == "editorsnote") and of != "cpyrt" and kind != _PUBLISHABLE
    return doubtful or kind == _NOT_PUBLISHABLE


def _is_copyright(element: Element) -> bool:
    return local(element) == "note" and attribute(element, "noteclass") == "cpyrt"


def _all(part: Element, *names: str) -> list[Element]:
    return [element for element in part.iter() if local(element) in names and element is not part]


def _best_reference(media: Element) -> Element | None:
    references = [*children(media, "media-reference")]
    return max(references, key=lambda one: whole_number(one.get("width")) or 0, default=None)


def _is_picture(media: Element, reference: Element) -> bool:
    kind = attribute(reference, "mime-type") or attribute(media, "media-type")
    return kind.lower().startswith("image")


def _picture(media: Element, reference: Element, source: str, caption: str) -> Picture:
    producer = " ".join(text_in(one) for one in children(media, "media-producer")).strip()
    in_pixels = attribute(reference, "units").lower() in _PIXELS
    mime_type = attribute(reference, "mime-type")
    return Picture(
        url=source,
        caption=caption or None,
        credit=producer or attribute(reference, "source-credit") or None,
        rights=attribute(reference, "copyright") or None,
        alt=attribute(reference, "alternate-text") or None,
        width=whole_number(reference.get("width"), least=1) if in_pixels else None,
        height=whole_number(reference.get("height"), least=1) if in_pixels else None,
        media_type=mime_type or None,
    )


def _figure(picture: Picture) -> Element:
    figure = etree.Element("figure")
    image = etree.SubElement(figure, "img", src=picture.url or "")
    if picture.alt:
        image.set("alt", picture.alt)
    if picture.caption:
        etree.SubElement(figure, "figcaption").text = picture.caption
    return figure


def _link(address: str, text: str) -> Element:
    paragraph = etree.Element("p")
    etree.SubElement(paragraph, "a", href=address).text = text
    return paragraph


def _as_html(element: Element) -> None:
    name = local(element)
    if name == "em" and re.search(r"\b(?:bold|strong|b)\b", attribute(element, "class").lower()):
        new = "strong"
    elif name in _KEPT:
        new = name
    else:
        new = _RENAMED.get(name, "div" if name == "body.end" else "span")
    allowed = {key: element.get(key) for key in _ATTRIBUTES.get(new, ()) if element.get(key)}
    if name == "ol" and whole_number(element.get("seqnum"), least=1):
        allowed["start"] = element.get("seqnum")
    element.attrib.clear()
    element.tag = new
    for key, value in allowed.items():
        element.set(key, value or "")


def _remove(element: Element) -> None:
    _replace(element, None)


def _replace(element: Element, new: Element | None) -> None:
    """Take *element* out, keeping the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if new is not None:
        new.tail = element.tail
        parent.replace(element, new)
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
