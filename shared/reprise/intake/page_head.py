"""
The head of a page's article: the lines around its headline that say who, when and where to file it.

Such lines are often marked as furniture, or not at all; here their place is what counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import urlsplit

from reprise.intake.page_text import camel_parted, is_unseen, key_of, one_line
from reprise.intake.page_units import PageUnit
from reprise.intake.xml_reading import Element
from reprise.text.page_lines import (
    has_time,
    is_byline_prefix,
    is_name,
    is_reading_time,
    is_time_line,
    name_before_time,
    names_in,
    read_byline,
    read_signed_time,
    time_in,
)

_ABOVE, _BELOW = 4, 12
"""Units above and below a headline that may belong to it."""
_PROSE = 25.0
"""Words from which a unit is the beginning of the text."""
_LINE = 25.0
_MARKED = 8.0
"""Words of a line that is marked as the author's."""
_HOUSE = re.compile(r"(?:[报報网網社刊台讯訊]|新闻|新聞|新報|時報)$")
"""How papers and agencies are called where names are as short as theirs."""
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|byline-?names?|writer|auteurs?|autor\w*|autore|signature|firma|verfasser|"
    r"skribent|post-?author|article-?author|contributors?|reporter|redakt(?:eur|or)\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|autori|contributors?|staff|people|profile|signataires|"
    r"journalists?|reporters?|forfatter|skribent|yazar(?:lar)?|avtor)/[^/?#]+/?(?:$|[?#])",
    re.IGNORECASE,
)
_INSTANT = re.compile(r"^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)")
_PATHS = re.compile(r"(?:^|[\s_-])(?:breadcrumbs?\w*|bread|crumbs?|path|pankuzu|miga\w*|fil-?ariane|brotkrumen|krumm\w*|location)(?:$|[\s_-])", re.IGNORECASE)  # fmt: skip
_STEPS = re.compile(r"\s*[>›»/＞→|•·]\s*")
_CATEGORY = re.compile(r"/(?:tags?|categor\w+|sections?|topics?|rubri[ck]\w*|kategori\w*|thema|secci?ones?)/[^/]+/?$", re.IGNORECASE)  # fmt: skip
_LONGEST_SECTION = 4.0
"""Words."""


@dataclass(frozen=True, slots=True)
class PageHead:
    """
    Attributes:
        above: What stands right above the headline, in order.
        below: What stands between it and the text.
        place: Where the headline stands on the page; -1 when it is not shown, and ``below`` are
            the first lines of the page.
        key: The headline's letters and digits.
    """

    above: tuple[PageUnit, ...]
    below: tuple[PageUnit, ...]
    place: int
    key: str

    @property
    def units(self) -> tuple[PageUnit, ...]:
        """All of them in order."""
        return (*self.above, *self.below)


def head_of(units: Sequence[PageUnit], headline_key: str) -> PageHead:
    """What stands around the headline of that key, up to where the text begins."""
    at = place_of(units, headline_key)
    if at < 0:
        return PageHead((), tuple(u for u in units[:40] if u.words <= _LINE), -1, headline_key)
    above = tuple(unit for unit in units[max(at - _ABOVE, 0) : at] if unit.words <= _LINE)
    below = takewhile(
        lambda unit: unit.words <= _PROSE or has_time(unit.text), units[at + 1 : at + 1 + _BELOW]
    )
    return PageHead(above, tuple(below), at, headline_key)


def place_of(units: Sequence[PageUnit], key: str) -> int:
    """Where the headline of that key stands: the largest heading, else the first line; -1."""
    same = [at for at, unit in enumerate(units) if key and unit.key == key]
    return min(same, key=lambda at: (units[at].tag if units[at].is_heading else "h9", at), default=-1)  # fmt: skip


def is_head_line(unit: PageUnit) -> bool:
    """It says who or when, and nothing else."""
    if not 0 < unit.words <= _LINE:
        return False
    said = [piece for piece in pieces_of(unit.element) if any(map(str.isalnum, piece))]
    if read_byline(unit.text) or is_time_line(unit.text) or read_signed_time(unit.text)[0]:
        return not unit.text.rstrip().endswith((".", "。"))
    if unit.words <= _MARKED and _names_marked(unit):
        return True
    told = [piece for piece in said if is_time_line(piece) or read_byline(piece) or is_byline_prefix(piece)]  # fmt: skip
    return bool(told) and len(said) - len(told) <= 2  # noqa: PLR2004 - the name, and a button


def pieces_of(element: Element) -> list[str]:
    """The texts of *element*, parted at the edges of the elements in it."""
    return [piece for text in _shown(element) if (piece := " ".join(text.split()))]


def _shown(element: Element) -> Iterator[str]:
    if is_unseen(element):
        return
    yield element.text or ""
    for child in element:
        yield from _shown(child)
        yield child.tail or ""


# --- Who ---------------------------------------------------------------------------------------


def names_of(head: PageHead) -> tuple[str, ...]:
    """Who wrote the article, as its head shows."""
    for unit in head.units:
        # The pieces know where a name ends; the whole line knows what joins two names.
        whole, parted = read_byline(unit.text), _names_in_pieces(pieces_of(unit.element))
        if whole or parted:
            return whole if len(whole) >= len(parted) else parted
    for read in (_names_marked, _names_linked):
        for unit in head.units:
            if found := read(unit):
                return found
    return ()


def names_beside_time(head: PageHead) -> tuple[str, ...]:
    """Who stands beside the date in the head, unmarked."""
    found = (_names_beside_time(unit) for unit in head.units)
    return next((names for names in found if names and not _HOUSE.search(names[0])), ())


def signature_of(line: str) -> str:
    """The name that the last *line* of a text consists of, with or without brackets."""
    name = line.strip(" ()（）[]【】—–-/")
    return name if is_name(name) and not _HOUSE.search(name) else ""


def _names_in_pieces(pieces: list[str]) -> tuple[str, ...]:
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else ""
        if is_byline_prefix(piece.strip(" :：")) and (names := names_in(following)):
            return names
        if not is_name(piece) and (names := read_byline(piece) or read_signed_time(piece)[0]):
            return names
    return ()


def _names_marked(unit: PageUnit) -> tuple[str, ...]:
    """An element whose name says that an author stands in it."""
    for element in unit.element.iter():
        if _BYLINE.search(_named(element)) and (names := names_in(one_line(element).strip(" |•·-"))):  # fmt: skip
            return names
    parent = unit.element.getparent()
    if parent is not None and _BYLINE.search(_named(parent)):
        return names_in(unit.text) or read_byline(f"By {unit.text.partition('|')[0]}")
    if _BYLINE.search(_named(unit.element)):
        return read_byline(f"By {unit.text.partition('|')[0].strip()}")
    return ()


def _names_linked(unit: PageUnit) -> tuple[str, ...]:
    links = [one for one in unit.element.iter("a") if _AUTHOR_LINK.search(one.get("href") or "")]
    return tuple(name for one in links if is_name(name := one_line(one)))


def _names_beside_time(unit: PageUnit) -> tuple[str, ...]:
    """``9 January 2026``, ``Kit Marlow``: a name that shares its line with a date, unmarked."""
    if not has_time(unit.text):
        return ()
    if name := name_before_time(unit.text):
        return (name,)
    named = [one for one in pieces_of(unit.element) if is_name(one.strip(" |•·-")) and not has_time(one)]  # fmt: skip
    return (named[0].strip(" |•·-"),) if len(named) == 1 else ()


def _named(element: Element) -> str:
    if not isinstance(element.tag, str):
        return ""
    return camel_parted(" ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "rel")))  # fmt: skip


# --- When --------------------------------------------------------------------------------------


def times_of(head: PageHead) -> Iterator[str]:
    """Instants in attributes of the head, then times in its words."""
    for unit in head.units:
        for element in unit.element.iter():
            if isinstance(element.tag, str):
                yield from (v for v in element.attrib.values() if _INSTANT.match(v))
    for unit in head.units:
        for line in (*pieces_of(unit.element), unit.text):
            if not is_reading_time(line) and (said := time_in(line)):
                yield said


# --- Where to file it --------------------------------------------------------------------------


def section_of(root: Element, head: PageHead, address: str | None) -> str:
    """
    The section the page files its article under; empty when it does not say.

    By its path (``Home > Culture``), a link to a category above the headline, or a link to a part
    of the site that the article's own address lies in (``/culture`` for ``/culture/2026/kiln``).
    """
    return _by_path(root, head.key) or _by_category(head) or _by_address(root, address)


def _by_category(head: PageHead) -> str:
    for unit in reversed(head.above):
        links = [one for one in unit.element.iter("a") if _CATEGORY.search(one.get("href") or "")]
        if links and 0 < len(one_line(links[0]).split()) <= _LONGEST_SECTION:
            return one_line(links[0])
    return ""


def _by_path(root: Element, headline_key: str) -> str:
    for element in root.iter("nav", "ol", "ul", "div", "p"):
        if not _PATHS.search(_named(element)):
            continue
        steps = [step for piece in pieces_of(element) for step in _STEPS.split(piece) if step]
        linked = {one_line(one) for one in element.iter("a")}
        named = [step for step in steps[1:] if step in linked and key_of(step) != headline_key]
        if named and len(named[-1].split()) <= _LONGEST_SECTION:
            return named[-1]
    return ""


def _by_address(root: Element, address: str | None) -> str:
    path = _path(address or "")
    best: tuple[int, str] = (0, "")
    for link in root.iter("a"):
        within = _path(link.get("href") or "").rstrip("/")
        if len(within) <= max(1, best[0]) or not path.startswith(f"{within}/") or "/@" in within:
            # ``/@ann`` is who wrote it.
            continue
        name = one_line(link)
        if name and len(name.split()) <= _LONGEST_SECTION and not any(map(str.isdigit, name)):
            best = (len(within), name)
    return best[1]


def _path(address: str) -> str:
    try:
        return urlsplit(address.strip()[:500]).path
    except ValueError:  # ``http://[``
        return ""
