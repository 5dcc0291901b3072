"""
Pictures with their captions, however a page marks them, as ``figure`` and ``figcaption``.

Many sites print a caption in a ``div`` or a paragraph with a telling name. Here such places are
renamed, so that everything after may rely on the two elements that HTML has for it.
"""

from __future__ import annotations

import re

from lxml import etree

from reprise.intake.page_text import camel_parted, one_line, says_more
from reprise.intake.xml_reading import Element
from reprise.text.boilerplate import weigh

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:(?:img|image|photo|pic(?:ture)?|media|fig|wp)?-?(?:captions?|legende?|descr|cutline|"
    r"credits?|copyright)|cap|bildunterschrift|bildtext|beeld-?tekst|onderschrift|didascalia|pie(?:-de)?-?(?:foto|imagen)?|"
    r"epigrafe|podpis|popis(?:ek)?|resim-?alti)(?:$|[\s_-])",
    re.IGNORECASE,
)  # fmt: skip
_PICTURES = ("img", "amp-img", "picture")
_LEVELS = 4
"""Elements between a caption and the box it shares with its picture."""
_LONGEST, _MOST = 80.0, 1000
"""Words, and characters; longer than any caption."""
_PARTS = 6
"""Elements in a box with a picture, its caption and its credit."""


def mark_figures(root: Element) -> None:
    """Rename (in place) what is a picture with its caption to ``figure`` and ``figcaption``."""
    for element in list(root.iter("p", "div", "span", "em", "small", "dd", "td")):
        if _is_caption(element):
            _mark(element)


def _is_caption(element: Element) -> bool:
    if not _CAPTION.search(camel_parted(f"{element.get('class') or ''} {element.get('id') or ''}")):
        return False
    if any(one.tag in {"figure", "figcaption"} for one in element.iterancestors()):
        return False
    return not says_more(element, _MOST) and 0 < weigh(one_line(element)) <= _LONGEST


def _mark(caption: Element) -> None:
    box = _box(caption)
    if box is not None:
        box.tag = "figure"
    elif not _wrap_with_picture_before(caption):
        return
    caption.tag = "figcaption"


def _box(caption: Element) -> Element | None:
    """The nearest element around that holds a picture and no other text."""
    own = len(one_line(caption))
    for ancestor, _ in zip(caption.iterancestors(), range(_LEVELS), strict=False):
        if ancestor.tag in {"body", "html", "article", "main"}:
            return None
        if says_more(ancestor, own + 2 * len("Foto: ")) and not _only_captions(ancestor):
            return None
        if next(ancestor.iter(*_PICTURES), None) is not None:
            return ancestor if ancestor.tag in {"div", "p", "span", "section", "dl"} else None
    return None


def _only_captions(element: Element) -> bool:
    """Caption and credit may stand side by side."""
    if len(element) > _PARTS:
        return False
    spoken = [one for one in element if one.tag not in _PICTURES and one_line(one)]
    return bool(spoken) and all(
        one.tag == "figcaption" or _is_caption(one) or _only_captions(one) for one in spoken
    )


def _wrap_with_picture_before(caption: Element) -> bool:
    """A caption right behind its picture, both among the paragraphs of the text."""
    before = caption.getprevious()
    if before is None or (before.tail or "").strip() or one_line(before):
        return False
    if before.tag not in _PICTURES and next(before.iter(*_PICTURES), None) is None:
        return False
    parent = caption.getparent()
    if parent is None:
        return False
    figure = etree.Element("figure")
    figure.tail, caption.tail = caption.tail, None
    parent.insert(parent.index(before), figure)
    figure.extend([before, caption])
    return True
