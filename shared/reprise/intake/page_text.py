"""What a page shows of an element: its seen text, and names that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reprise.intake.xml_reading import Element
from reprise.text.unseen import hides, is_not_public

PHRASES = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del",
     "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "map", "mark", "meter", "nobr",
     "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
     "sup", "svg", "time", "tt", "u", "var", "wbr", "picture", "source", "input", "button",
     "noscript"]
)  # fmt: skip
UNSEEN = frozenset(
    ["script", "style", "template", "head", "title", "meta", "link", "svg", "canvas",
     "select", "option", "textarea", "datalist", "noframes", "input", "math"]
)  # fmt: skip
NO_BLOCKS = PHRASES | UNSEEN
_KEY = re.compile(r"\w+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def key_of(text: str) -> str:
    """*text* reduced to its letters and digits, case folded."""
    return "".join(_KEY.findall(text.casefold()))


def camel_parted(names: str) -> str:
    """``SnsUtility`` as ``Sns-Utility``: the words in the names that builders of pages give."""
    return _CAMEL.sub("-", names)


def one_line(element: Element) -> str:
    """The text of *element* that is seen, on one line."""
    return " ".join("".join(_texts(element)).split())


def says_more(element: Element, characters: int) -> bool:
    """Whether *element* shows more than so many characters; reads no further than needed."""
    count = 0
    for text in _texts(element):
        count += len(text.strip())
        if count > characters:
            return True
    return False


def is_unseen(element: Element) -> bool:
    """Not shown by any browser."""
    return (
        not isinstance(element.tag, str)
        or element.tag in UNSEEN
        or "hidden" in element.attrib
        or hides(element.get("style") or "")
        or is_not_public(element.get("class") or "")
    )


def is_block(element: Element) -> bool:
    """Begins a line of its own."""
    return isinstance(element.tag, str) and element.tag not in NO_BLOCKS


def _texts(element: Element) -> Iterator[str]:
    if is_unseen(element):
        return
    if element.tag == "br":
        yield " "
    yield element.text or ""
    for child in element:
        spaced = is_block(child)
        yield " " if spaced else ""
        yield from _texts(child)
        yield " " if spaced else ""
        yield child.tail or ""
