"""
Which units of a page are the article (rows B7, B8, C25).

Three witnesses: trafilatura, which is precise but loses paragraphs; the text that the page gives
search engines (JSON-LD ``articleBody``); and the place in the page where the words that they agree
on stand. Inside that place prose is kept and furniture dropped; outside nothing is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from reprise.intake.page_boxes import labelled_boxes
from reprise.intake.page_head import is_head_line
from reprise.intake.page_text import key_of
from reprise.intake.page_units import PageUnit
from reprise.intake.xml_reading import Element
from reprise.model.submission import Removal
from reprise.text.boilerplate import Kind, classify, classify_paragraph, weigh
from reprise.text.notices import Position, find_notice
from reprise.text.page_lines import read_picture_line

_LONG_KEY = 24
"""Letters from which a text found inside another is no accident."""
_HOLDS = 0.85
"""Share of the agreed words that the article's place must hold."""
_BELOW_HEADLINE = 0.4
"""Share of the agreed words below what was taken for the headline, by which it is the headline."""
_PROSE_WORDS = 8.0
_LINKED = 0.45
"""Share of links from which a block is a list of pointers, not prose."""
_CLEAR_PROSE = 30.0
"""Words of a paragraph that is prose wherever it stands."""
_TELLS_ALL = 0.75
"""Share of the prose from which the text for search engines counts as the whole text."""
MIN_WORDS = 40.0
_LEAD_WORDS = 12.0
_OWN_WORDS, _OWN_SHARE = 60, 0.5
"""Words of the article, and their share, that show that a place was only named like furniture."""
_HEAD_LINKED = 0.6
_TEASER_LINKED = 0.8
"""Share of links in a figure without caption from which it is the card of another page."""
_ABOVE_HEADLINE = 3
"""Units above the headline among which the picture of the article may stand."""
_NOTICE_WORDS = 80
_PICTURES = frozenset({"figure", "img", "amp-img", "picture", "iframe", "video"})
_LISTS = frozenset({"ul", "ol", "dl", "table", "pre"})
_LEAD = 8
"""Units above the text among which its picture may stand."""
_REPORTED = 300
_SURE_NOTICE = 0.5


@dataclass(slots=True)
class PageBody:
    """
    The article's text.

    Attributes:
        html: Its markup, as the page has it; to be sanitised. Empty when there is no article.
        units: The units kept, in order.
        removals: The others, each with what it is.
        confidence: How well the witnesses agree, 0 to 1.
    """

    html: str = ""
    units: list[PageUnit] = field(default_factory=list)
    removals: tuple[Removal, ...] = ()
    confidence: float = 0.0

    @property
    def words(self) -> float:
        return sum(unit.words for unit in self.units)


def find_body(
    units: list[PageUnit],
    *,
    extracted: str,
    told: str,
    taken: frozenset[str] = frozenset(),
    begin: int = 0,
    is_live: bool = False,
    least: float = MIN_WORDS,
) -> PageBody:
    """
    The article among *units*.

    Args:
        extracted: What trafilatura takes for the text.

        told: ``articleBody``, plain; empty when the page has none.

        taken: Keys of texts that are other fields: headline, standfirst, byline.

        begin: Place of the headline; 0 when it is not shown.

        is_live: Every report of the page belongs to the article, not the longest alone.

        least: Words below which a page has no article.
    """
    witness = _Witness(extracted, told, least)
    boxes = labelled_boxes(units)
    marks = [witness.sees(unit) and at not in boxes for at, unit in enumerate(units)]
    begin = _begin(units, marks, begin)
    marks = [mark and at >= begin for at, mark in enumerate(marks)]
    if sum(unit.words for unit, mark in zip(units, marks, strict=True) if mark) < least:
        marks = _by_density(units, least)
        if not any(marks):
            return PageBody(removals=tuple(_report(units, frozenset(), taken)))
    region = _Region(units, marks, witness, taken, boxes, begin, is_live=is_live)
    kept = region.kept()
    chosen = [unit for unit, keep in zip(units, kept, strict=True) if keep]
    return PageBody(
        html=_markup(region.place, units, kept),
        units=chosen,
        removals=tuple(_report(units, frozenset(map(id, chosen)), taken)),
        confidence=_confidence(units, marks, kept),
    )


class _Witness:
    """What trafilatura and the page's own data say is text."""

    def __init__(self, extracted: str, told: str, least: float) -> None:
        self.lines = {key_of(line) for line in extracted.split("\n")} - {""}
        self.extracted = key_of(extracted)
        self.told = key_of(told) if weigh(told) > least else ""

    def sees(self, unit: PageUnit) -> bool:
        key = unit.key
        if not key:
            return False
        if len(key) < _LONG_KEY:
            return key in self.lines
        return key in self.extracted or (bool(self.told) and key in self.told)

    def is_told(self, unit: PageUnit) -> bool:
        """It is in the page's own text for search engines."""
        key = unit.key
        return bool(self.told) and len(key) >= _LONG_KEY and key in self.told


def _begin(units: list[PageUnit], marks: list[bool], headline: int) -> int:
    """No text stands above its headline, unless most of it does."""
    words = [unit.words if mark else 0.0 for unit, mark in zip(units, marks, strict=True)]
    return headline if sum(words[headline:]) >= _BELOW_HEADLINE * sum(words) else 0


def _by_density(units: list[PageUnit], least: float) -> list[bool]:
    """Without a witness: the paragraphs of the parent that has most prose."""
    prose = [u for u in units if not u.zone and u.words >= _PROSE_WORDS and u.linked < _LINKED]
    weight: Counter[Element] = Counter()
    for unit in prose:
        for depth, ancestor in enumerate(_lineage(unit.element)[1:4]):
            weight[ancestor] += int(unit.words / (depth + 1))
    if not weight:
        return [False] * len(units)
    best = weight.most_common(1)[0][0]
    marks = [unit in prose and best in _lineage(unit.element) for unit in units]
    total = sum(unit.words for unit, mark in zip(units, marks, strict=True) if mark)
    return marks if total >= least else [False] * len(units)


def _place(units: list[PageUnit], marks: list[bool]) -> Element:
    """The smallest element that holds nearly all of the words that are marked."""
    weight: Counter[Element] = Counter()
    total = 0
    for unit, mark in zip(units, marks, strict=True):
        if mark:
            size = max(int(unit.words), 1)
            total += size
            for ancestor in _lineage(unit.element)[1:]:
                weight[ancestor] += size
    holding = [element for element, words in weight.items() if words >= total * _HOLDS]
    return max(holding, key=lambda element: len(_lineage(element)))


def _lineage(element: Element) -> list[Element]:
    found = [element]
    while (parent := found[-1].getparent()) is not None:
        found.append(parent)
    return found


def _with_siblings(element: Element) -> Element:
    """The element around that holds others of the same kind: the reports of a live page."""
    while (parent := element.getparent()) is not None and parent.tag != "body":
        named = (element.tag, element.get("class"))
        if sum((one.tag, one.get("class")) == named for one in parent) > 1:
            return parent
        element = parent
    return element


def _head_lines(units: list[PageUnit], begin: int) -> frozenset[int]:
    """Places of the lines below the headline that say who and when."""
    found = set()
    for at in range(begin, min(begin + _LEAD + 4, len(units))):
        if is_head_line(units[at]):
            found.add(at)
        elif units[at].words > _CLEAR_PROSE:
            break
    return frozenset(found)


class _Region:
    """The units between the ends of the article, and what each of them is."""

    def __init__(
        self,
        units: list[PageUnit],
        marks: list[bool],
        witness: _Witness,
        taken: frozenset[str],
        boxes: Mapping[int, str],
        begin: int,
        *,
        is_live: bool,
    ) -> None:
        self.units, self.marks, self.witness, self.taken = units, marks, witness, taken
        self.begin, self.is_live = begin, is_live
        place = _place(units, marks)
        self.place = _with_siblings(place) if is_live else place
        self.inside = [
            at >= begin and self.place in _lineage(unit.element) for at, unit in enumerate(units)
        ]
        if is_live:
            self.marks = [
                mark or (within and unit.words >= _PROSE_WORDS and unit.linked < _LINKED)
                for unit, mark, within in zip(units, marks, self.inside, strict=True)
            ]
        self.zones = _zones(units, self.marks, self.place)
        for at, kind in boxes.items():
            self.zones[at] = kind
        self.head = _head_lines(units, begin)
        self.teasers = self._teasers()
        self.complete = self._is_complete()
        self.first, self.last = self._ends()

    def kept(self) -> list[bool]:
        """Which units are the article."""
        kept = [self._keeps(at) for at in range(len(self.units))]
        self._keep_short_lines(kept)
        self._keep_notices(kept)
        _drop_lone_headings(self.units, kept)
        return kept

    def _ends(self) -> tuple[int, int]:
        at_all = [at for at in range(len(self.units)) if self.marks[at] and self.inside[at]]
        sure = [at for at in at_all if self._is_prose(at)] or at_all
        first, last = sure[0], sure[-1]
        if self.complete:
            return first, last
        return self._earlier(first), self._later(last)

    def _later(self, last: int) -> int:
        """trafilatura may stop early: prose goes on until something that is not prose."""
        for at in range(last + 1, len(self.units)):
            unit = self.units[at]
            if not self.inside[at] or self._is_other(at):
                break
            if self._is_prose(at):
                last = at
            elif unit.linked >= _LINKED and unit.words > 3:  # noqa: PLR2004 - a row of pointers
                break
        return last

    def _earlier(self, first: int) -> int:
        """The first paragraphs are lost most easily, among headline, byline and picture."""
        for at in range(first - 1, max(first - _LEAD, -1), -1):
            unit = self.units[at]
            if unit.key in self.taken or not self._may_lead(at):
                break
            if self.is_live and unit.is_heading:
                return at
            if unit.words >= _LEAD_WORDS and self._is_prose(at) and _ends_sentence(unit.text):
                first = at
        return first

    def _may_lead(self, at: int) -> bool:
        """
        In the article's place, or between it and the headline: some pages set the first paragraph
        apart from the others.
        """
        if self.inside[at]:
            return not self._is_other(at)
        if not 0 < self.begin < at or self.units[at].tag != "p" or self._is_other(at):
            return False
        return any(one is self.place.getparent() for one in _lineage(self.units[at].element))

    def _is_prose(self, at: int) -> bool:
        """What may stand at either end of an article."""
        unit = self.units[at]
        return (
            unit.words >= _PROSE_WORDS
            and unit.linked < _LINKED
            and not unit.is_heading
            and not self._is_other(at)
            and read_picture_line(unit.text) is None
        )

    def _is_other(self, at: int) -> bool:
        """Furniture by its place, its words, or as the head of another story."""
        return (
            bool(self.zones[at])
            or at in self.teasers
            or at in self.head
            or _is_furniture(self.units[at])
        )

    def _is_complete(self) -> bool:
        """The page's own data hold (nearly) all of the text: what is not in them is not text."""
        if not self.witness.told:
            return False
        prose = [
            unit
            for at, unit in enumerate(self.units)
            if self.marks[at] and self.inside[at] and self._is_prose(at)
        ]
        told = sum(unit.words for unit in prose if self.witness.is_told(unit))
        return bool(prose) and told >= _TELLS_ALL * sum(unit.words for unit in prose)

    def _keeps(self, at: int) -> bool:
        unit = self.units[at]
        if self._is_lead_picture(at) or (at == self.first and not self.inside[at]):
            return True
        if not self.inside[at] or unit.key in self.taken:
            return False
        if self.witness.is_told(unit):
            return True
        if self._is_other(at):
            return False
        between = self.first <= at <= self.last
        if unit.tag in _PICTURES:
            if unit.linked >= _TEASER_LINKED and unit.element.find(".//figcaption") is None:
                return False
            # The picture above the text belongs to it.
            return between or (unit.tag == "figure" and self.first - _LEAD <= at < self.first)
        if unit.is_heading or unit.tag == "blockquote":
            return between
        if self.marks[at] and unit.linked < _LINKED:
            return between or not self.complete
        return (
            between and unit.linked < _LINKED and (unit.words >= _PROSE_WORDS or unit.tag in _LISTS)
        )

    def _is_lead_picture(self, at: int) -> bool:
        """A captioned picture above the text, between it and the headline or above both."""
        unit = self.units[at]
        return (
            unit.tag == "figure"
            and not self.inside[at]
            and self.begin > 0
            and self.begin - _ABOVE_HEADLINE <= at < self.first
            and bool(unit.text)
            and not self.zones[at]
            and unit.linked < _LINKED
        )

    def _keep_short_lines(self, kept: list[bool]) -> None:
        """``Step 3``, ``Yes.``: short paragraphs among the long ones, in the same parent."""
        parents = {
            unit.element.getparent()
            for at, unit in enumerate(self.units)
            if kept[at] and unit.words >= _PROSE_WORDS
        }
        for at in range(self.first, self.last + 1):
            unit = self.units[at]
            is_line = unit.tag == "p" and unit.linked < _LINKED and unit.key not in self.taken
            if (
                kept[at]
                or not self.inside[at]
                or not is_line
                or unit.element.getparent() not in parents
            ):
                continue
            kept[at] = not self._is_other(at) and read_picture_line(unit.text) is None

    def _teasers(self) -> frozenset[int]:
        """
        Heads of other stories and what stands with them: headings that are links.

        One may be a subheading of a careless editor; two are a list.
        """
        heads = [
            at
            for at, unit in enumerate(self.units)
            if self.inside[at] and unit.is_heading and unit.linked > _HEAD_LINKED
        ]
        if len(heads) < 2:  # noqa: PLR2004 - see above
            return frozenset()
        found = set(heads)
        for head in heads:
            box = self._box(head)
            for at in range(head + 1, min(head + 8, len(self.units))):
                if self.units[at].is_heading or box not in _lineage(self.units[at].element):
                    break
                found.add(at)
        return frozenset(found)

    def _box(self, head: int) -> Element:
        """The largest element around a head that holds no other heading."""
        best = self.units[head].element
        for ancestor in _lineage(best)[1:]:
            headings = sum(1 for _ in ancestor.iter("h1", "h2", "h3", "h4", "h5", "h6"))
            if headings > 1 or ancestor is self.place:
                return best if len(best) > 1 or best.tag != self.units[head].tag else ancestor
            best = ancestor
        return best

    def _keep_notices(self, kept: list[bool]) -> None:
        """A republication notice near the text stays in it: the fields lift it from there."""
        for at in range(max(self.first - _LEAD, 0), min(self.last + _LEAD, len(self.units))):
            unit = self.units[at]
            near = at <= self.first + 3 or at >= self.last - 5
            if kept[at] or not self.inside[at] or not near or not 3 < unit.words <= _NOTICE_WORDS:  # noqa: PLR2004
                continue
            position: Position = "head" if at < self.last else "tail"
            notice = find_notice(unit.text, position=position)
            if notice and notice.is_republication and notice.confidence >= _SURE_NOTICE:
                kept[at] = True


def _zones(units: list[PageUnit], marks: list[bool], place: Element) -> list[str]:
    """
    What kind of furniture each unit stands in, by its place.

    A place that holds the article's own prose is not furniture, whatever it is called.
    """
    around = set(_lineage(place))
    marked: Counter[Element] = Counter()
    whole: Counter[Element] = Counter()
    for unit, mark in zip(units, marks, strict=True):
        for _, element in unit.places:
            whole[element] += int(unit.words)
            if mark and unit.words >= _PROSE_WORDS and unit.linked < _LINKED:
                marked[element] += int(unit.words)
    trusted = {
        element
        for element, words in marked.items()
        if words >= _OWN_WORDS and words >= whole[element] * _OWN_SHARE
    }
    found = []
    for unit in units:
        kinds = [kind for kind, one in unit.places if one not in around and one not in trusted]
        found.append(kinds[0] if kinds else "")
    return found


def _ends_sentence(text: str) -> bool:
    return text.rstrip("\"'”’»)] ").endswith((".", "!", "?", "…", "。", "！", "？", "؟", "।", ":"))


def _is_furniture(unit: PageUnit) -> bool:
    if unit.words > _CLEAR_PROSE * 2:
        return False
    found = classify_paragraph(unit.text) or classify(unit.text)
    return found is not None and found.strong


def _drop_lone_headings(units: list[PageUnit], kept: list[bool]) -> None:
    """A heading at the end, or before nothing that was kept, headed what was dropped."""
    following = False
    for at in range(len(units) - 1, -1, -1):
        if not kept[at]:
            continue
        if units[at].is_heading and not following:
            kept[at] = False
        else:
            following = not units[at].is_heading or following


def _markup(place: Element, units: list[PageUnit], kept: list[bool]) -> str:
    """The place with everything taken out that is not kept."""
    chosen = [unit.element for unit, mark in zip(units, kept, strict=True) if mark]
    path = {one for element in chosen for one in _lineage(element)[1:]}
    above = [_copy(element) for element in chosen if place not in _lineage(element)]
    return "".join((*above, *_copies(place, frozenset(chosen), path)))


def _copy(element: Element) -> str:
    copy = deepcopy(element)
    copy.tail = None
    return etree.tostring(copy, encoding="unicode", method="html")


def _copies(element: Element, keep: frozenset[Element], path: set[Element]) -> Iterator[str]:
    for child in element:
        if child in keep:
            yield _copy(child)
        elif child in path:
            tag = child.tag if child.tag in {"blockquote", "table", "tbody", "tr", "td"} else "div"
            yield f"<{tag}>{''.join(_copies(child, keep, path))}</{tag}>"


def _report(
    units: list[PageUnit], chosen: frozenset[int], taken: frozenset[str]
) -> Iterator[Removal]:
    """What was left out, and what it is; fields of the article are no removals."""
    count = 0
    for unit in units:
        if id(unit) in chosen or not unit.text or unit.key in taken:
            continue
        count += 1
        if count <= _REPORTED:
            yield Removal(kind=_kind(unit), text=unit.text[:200], reason="not part of the article")


def _kind(unit: PageUnit) -> str:
    found = classify(unit.text) or classify_paragraph(unit.text)
    if unit.zone and (found is None or found.kind in {Kind.NAVIGATION, Kind.FOOTER}):
        return unit.zone
    if found is not None:
        return str(found.kind)
    return "links" if unit.linked >= _LINKED else "other"


def _confidence(units: list[PageUnit], marks: list[bool], kept: list[bool]) -> float:
    """How much of what is kept a witness saw, and whether there is enough of it."""
    seen = sum(u.words for u, mark, keep in zip(units, marks, kept, strict=True) if mark and keep)
    total = sum(u.words for u, keep in zip(units, kept, strict=True) if keep)
    if not total:
        return 0.0
    enough = min(total / 120, 1.0)
    return round(min(0.5 + 0.5 * seen / total, 1.0) * (0.5 + 0.5 * enough), 2)
