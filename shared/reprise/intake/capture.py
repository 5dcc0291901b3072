"""
Plain text of a whole web page, as a person copies it: read out the article, report the rest.

In: decoded text. Out: a :class:`CaptureReading` in which every line of the page is accounted for,
either in a field or as a removal with its reason (row B8). Any site, any language: structure
decides (``capture_units``, ``capture_region``, ``capture_head``), word lists only help.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reprise.intake.capture_head import Head, is_section_row, read_head
from reprise.intake.capture_reading import (
    Block,
    CapturedPicture,
    CaptureReading,
    confidence_of,
    dateline_of,
)
from reprise.intake.capture_region import Region, Teaser, find_region
from reprise.intake.capture_report import LABEL_REPEATS, REASONS, removal, teaser_removal, why
from reprise.intake.capture_units import Role, Unit, read_units
from reprise.model.submission import Removal
from reprise.text.boilerplate import Kind, fold
from reprise.text.normalise import normalise, unescape_entities
from reprise.text.notices import Position, find_notice
from reprise.text.page_lines import PictureLine, is_name, read_byline, read_signed_time

__all__ = ["Block", "CaptureReading", "CapturedPicture", "read_capture"]

IsNotice = Callable[[str, Position], bool]
"""Says whether a paragraph, in the head, body or tail, tells that the text is republished."""

_SURE_NOTICE = 0.5


def is_republication_notice(paragraph: str, position: Position) -> bool:
    """The house's answer; see ``reprise.text.notices``. Guesses from a line's form do not count."""
    notice = find_notice(paragraph, position=position)
    return notice is not None and notice.is_republication and notice.confidence >= _SURE_NOTICE


def read_capture(text: str, *, is_notice: IsNotice = is_republication_notice) -> CaptureReading:
    """
    Read the article out of the copied text of its page.

    Total on any text, linear in its length. A page without prose gives an empty body and removals
    only. No paragraph that may be the article's own is left out: removal needs evidence.

    Args:
        text: The page, decoded; any line ends, wrapped or not.

        is_notice: Recognises a republication notice in one paragraph.
    """
    units = read_units(normalise(unescape_entities(text)))
    region = find_region(units)
    if region is None:
        return CaptureReading(
            removals=tuple(removal(u, "no-article", "the page has no prose") for u in units)
        )
    return _Reader(units, region, is_notice).read()


_PAGE_EDGE = 3
"""Paragraphs of the body, at either end, among which a notice may stand."""
_NOTICE_NEAR = 60
_NOTICE_WORDS = 3.0
_MAY_NOTIFY = frozenset({None, Kind.FOOTER})
_AFTER_BODY = 6
"""Units after the body among which its last caption or its author may stand."""


class _Reader:
    """One page being read. Collects; every unit is handed out exactly once."""

    def __init__(self, units: Sequence[Unit], region: Region, is_notice: IsNotice) -> None:
        self.units, self.region, self.is_notice = units, region, is_notice
        self.taken = frozenset(at for t in region.teasers for at in range(t.start, t.end))
        self.head: Head = read_head(units, region.start, region.end, self.taken)
        self.body: list[Block] = []
        self.pictures: list[CapturedPicture] = []
        self.notices: list[str] = []
        self.removals: list[Removal] = []
        self.pending_file: str | None = None

    def read(self) -> CaptureReading:
        starts = {teaser.start: teaser for teaser in self.region.teasers}
        edges = self._edges()
        at = 0
        while at < len(self.units):
            if at in starts:
                self._remove_teaser(starts[at])
                at = starts[at].end
                continue
            if at < self.head.body_start:
                self._read_head_unit(at)
            elif self._inside(at):
                self._read_body_unit(at, may_be_notice=at in edges)
            else:
                at = self._read_outside(at, starts)
                continue
            at += 1
        if not self.region.plain:
            self._drop_author_note()
        return self._reading()

    # -- the three zones

    def _read_head_unit(self, at: int) -> None:
        unit = self.units[at]
        if at in self.head.used:
            return
        if self._is_notice(at, "head"):
            self.notices.append(unit.text)
        elif unit.role is Role.PICTURE and at > self.head.headline_at:
            self._take_picture(at)
        else:
            self._remove(at)

    def _read_body_unit(self, at: int, *, may_be_notice: bool) -> None:
        unit = self.units[at]
        if self.region.plain and not unit.is_text:
            self.body.append(Block("item" if unit.role is Role.ITEM else "heading", unit.text))
        elif may_be_notice and self._is_notice(at, self._end_of(at)) and self._stands_alone(at):
            self.notices.append(unit.text)
        elif self._is_pointed_at(at):
            self.removals.append(removal(unit, Kind.ALSO, REASONS[Kind.ALSO]))
        elif self._is_boxed(at):
            self.removals.append(removal(unit, Kind.NEWSLETTER, REASONS[Kind.NEWSLETTER]))
        elif unit.is_text and not self._is_caption_of_next(at):
            self.body.append(Block("paragraph", unit.text))
        elif unit.role is Role.ITEM:
            self.body.append(Block("item", unit.text))
        elif unit.role is Role.PICTURE or self._credit_at(at):
            self._take_picture(at)
        elif self._is_heading(at):
            self.body.append(Block("heading", unit.text))
        else:
            self._remove(at)

    def _read_outside(self, at: int, starts: Mapping[int, Teaser]) -> int:
        """Handle unit *at* outside the body; returns the next index."""
        unit = self.units[at]
        if self._is_notice(at, "tail" if at >= self.region.end else "body"):
            self.notices.append(unit.text)
        elif self._belongs_to_body(at):
            self._take_after_body(at)
        else:
            teaser = self._loose_teaser(at, starts)
            if teaser:
                self._remove_teaser(teaser)
                return teaser.end
            self._remove(at)
        return at + 1

    # -- questions

    def _inside(self, at: int) -> bool:
        first = self.region.start
        return self.head.body_start <= at < first or any(
            start <= at < end for start, end in self.region.spans
        )

    def _edges(self) -> frozenset[int]:
        """Where in the body a notice may stand: its first and last paragraphs."""
        text = [
            at
            for at in range(self.head.body_start, self.region.end)
            if self._inside(at) and self.units[at].is_text
        ]
        return frozenset(text[:_PAGE_EDGE] + text[-_PAGE_EDGE:])

    def _end_of(self, at: int) -> Position:
        return "tail" if at > (self.head.body_start + self.region.end) / 2 else "head"

    def _stands_alone(self, at: int) -> bool:
        """A notice that shares its paragraph with the article is cut out of it in its place."""
        notice = find_notice(self.units[at].text, position=self._end_of(at))
        return notice is None or notice.words == notice.text.strip()

    def _is_notice(self, at: int, position: Position) -> bool:
        """Asked only near the text: a page may have thousands of lines."""
        near = self.head.body_start - _NOTICE_NEAR <= at < self.region.end + _NOTICE_NEAR
        unit = self.units[at]
        lines = unit.weight >= _NOTICE_WORDS and unit.kind in _MAY_NOTIFY
        return near and lines and self.is_notice(unit.text, position)

    def _is_heading(self, at: int) -> bool:
        """A label of the article's own: it comes once or twice, and is not part of a box."""
        unit = self.units[at]
        if unit.repeats >= LABEL_REPEATS or self._is_caption_of_next(at) or self._after_pointer(at):
            return False
        if is_section_row(unit):
            return False
        if unit.furniture:
            return self._is_lone_word(at)
        if unit.role is Role.TIME:
            return self.units[at + 1].is_text if at + 1 < len(self.units) else False
        return unit.role is Role.LABEL

    def _is_boxed(self, at: int) -> bool:
        """Between the lines of a newsletter box: its own words about itself."""
        if self.units[at].weight > _BOX_WORDS or at + 1 >= len(self.units):
            return False
        return {self.units[at - 1].kind, self.units[at + 1].kind} == {Kind.NEWSLETTER}

    def _is_pointed_at(self, at: int) -> bool:
        """A title that asks, under a bare ``Read also``."""
        pointer = self.units[at - 1] if at else None
        if pointer is None or pointer.kind is not Kind.ALSO or _says_it_all(pointer):
            return False
        return self.units[at].asks and self.units[at].weight <= _BOX_WORDS / 2

    def _is_lone_word(self, at: int) -> bool:
        """``Politics`` or ``Sport`` between paragraphs is a heading there, a menu entry elsewhere."""
        unit = self.units[at]
        if unit.furniture is None or unit.furniture.strong:
            return False
        says_more = fold(unit.text) != unit.furniture.phrase  # "Accepting defeat"
        if unit.kind not in _LONE_KINDS and not says_more:
            return False
        around = [*self.units[at - 1 : at], *self.units[at + 1 : at + 2]]
        return len(around) > 1 and all(other.is_text for other in around)

    def _is_caption_of_next(self, at: int) -> bool:
        """A label right above a bare credit is that picture's caption."""
        if at + 1 >= len(self.units):
            return False
        following = self._credit_at(at + 1)
        labelled = self.units[at].role is Role.LABEL
        first = not self.body and self.units[at].weight <= _BOX_WORDS
        return bool(following) and (labelled or (first and self.units[at + 1].picture is None))

    def _credit_at(self, at: int) -> str:
        """The words of a bare credit: an agency's form, or the author's name and the paper's."""
        unit = self.units[at]
        if unit.picture is not None:
            return "" if unit.picture.caption else unit.picture.credit
        name = unit.text.split("/")[0].strip()
        own = unit.role is Role.LABEL and "/" in unit.text and name in self.head.bylines
        return unit.text if own else ""

    def _after_pointer(self, at: int) -> bool:
        """A title that a pointer (``Read also:``) or the head of a list announces."""
        back = at - 1
        while (
            back >= 0
            and self.units[back].role is Role.LABEL
            and self.units[at].number - self.units[back].number <= _BOX_LINES
        ):
            back -= 1
        pointer = self.units[back] if back >= 0 else None
        if pointer is None or pointer.kind not in {Kind.ALSO, Kind.RELATED}:
            return False
        if pointer.kind is Kind.ALSO and _says_it_all(pointer):
            return False
        last = (
            self.units[at + 1].is_text and self.units[at].gap > 0
            if at + 1 < len(self.units)
            else False
        )
        return not (last and at - back > 1 and self.units[at].gap > self.units[back + 1].gap)

    def _belongs_to_body(self, at: int) -> bool:
        """The last caption, or the author below the text."""
        if not self.region.end <= at < self.region.end + _AFTER_BODY:
            return False
        between = self.units[self.region.end : at]
        if any(unit.kind in _ENDS for unit in between):
            return False
        unit = self.units[at]
        if unit.role is Role.PICTURE:
            return True
        alone = at == self.region.end and _is_lone_name(unit) and self._ends_there(at)
        name = unit.role is Role.BYLINE or alone
        return name and not self.head.bylines

    def _ends_there(self, at: int) -> bool:
        """No list of labels goes on from here."""
        following = self.units[at + 1] if at + 1 < len(self.units) else None
        return following is None or following.furniture is not None

    def _loose_teaser(self, at: int, starts: Mapping[int, Teaser]) -> Teaser | None:
        """A title with prose under it, outside the article: reported as one thing."""
        title = self.units[at]
        if at < self.region.end or title.role is not Role.LABEL:
            return None
        end = at + 1
        while end < len(self.units) and end not in starts and _may_head_a_teaser(self.units[end]):
            end += 1
        prose = end
        while end < len(self.units) and end not in starts and self.units[end].is_text:
            end += 1
        if end == prose or end - at > _LOOSE_TEASER:
            return None
        heading = self.units[at:prose]
        credit = next((unit.picture.credit for unit in heading if unit.picture), "")
        named = max(heading, key=lambda unit: unit.weight * (unit.role is Role.LABEL))
        return Teaser(at, end, named.text, credit)

    # -- taking

    def _take_picture(self, at: int) -> None:
        picture = self.units[at].picture or PictureLine("", self._credit_at(at))
        caption = picture.caption
        if (
            not caption
            and at > 0
            and self._is_caption_of_next(at - 1)
            and at - 1 not in self.head.used
        ):
            caption = self.units[at - 1].text
            self.removals = [r for r in self.removals if r.line != self.units[at - 1].number]
        self.pictures.append(
            CapturedPicture(caption or None, picture.credit or None, self.pending_file)
        )
        self.pending_file = None

    def _take_after_body(self, at: int) -> None:
        if self.units[at].role is Role.PICTURE:
            self._take_picture(at)
        else:
            text = self.units[at].text
            self.head.bylines.extend(read_byline(text) or read_signed_time(text)[0] or (text,))

    # -- removing

    def _remove(self, at: int) -> None:
        unit = self.units[at]
        if unit.kind is Kind.IMAGE_FILE and self.pending_file is None and at < self.region.end:
            self.pending_file = unit.text
        kind, reason = why(unit)
        self.removals.append(removal(unit, kind, reason))

    def _remove_teaser(self, teaser: Teaser) -> None:
        self.removals.append(teaser_removal(self.units, teaser))

    def _drop_author_note(self) -> None:
        """A last paragraph about the author, or one that only says again what was said."""
        while len(self.body) > 1:
            block = self.body[-1]
            if block.kind == "heading":
                kind, reason = "label", "heads nothing"
            elif self._introduces_nothing(block):
                kind, reason = "label", "introduces what is not part of the text"
            elif self._is_author_note(block):
                kind, reason = Kind.ABOUT_AUTHOR.value, "says who the author is"
            elif block.text == " ".join(self.head.abstract):
                kind, reason = "repetition", "the text has this paragraph already"
            else:
                break
            self.body.pop()
            number = next((u.number for u in reversed(self.units) if u.text == block.text), None)
            self.removals.append(Removal(kind=kind, text=block.text, reason=reason, line=number))

    @staticmethod
    def _introduces_nothing(block: Block) -> bool:
        """``Like this:`` as the last words of a text."""
        return block.text.endswith((":", "：")) and len(block.text.split()) <= _INTRODUCING_WORDS

    def _is_author_note(self, block: Block) -> bool:
        if block.kind != "paragraph" or len(block.text) > _NOTE_LENGTH:
            return False
        text = f"{fold(block.text)} "
        names = [fold(name) for name in self.head.bylines]
        if any(text.startswith(f"{name} ") for name in names):
            return True
        reachable = "@" in block.text or sum(c.isdigit() for c in block.text) >= _PHONE_DIGITS
        short = len(block.text) <= _NOTE_LENGTH / 4
        return short and reachable and any(f" {name} " in text for name in names)

    # -- the result

    def _reading(self) -> CaptureReading:
        head = self.head
        return CaptureReading(
            headline=head.headline,
            kicker=head.kicker,
            abstract=" ".join(head.abstract) or None,
            sections=tuple(head.sections),
            bylines=tuple(dict.fromkeys(head.bylines)),
            dateline=dateline_of(self.body),
            published=head.published,
            body=tuple(self.body),
            pictures=tuple(self.pictures),
            notices=tuple(self.notices),
            removals=tuple(sorted(self.removals, key=lambda removal: removal.line or 0)),
            confidence=confidence_of(head, self.body, self.region),
        )


_LONE_KINDS = frozenset({Kind.NAVIGATION, Kind.TAGS, Kind.COMMENTS, Kind.FOOTER, Kind.PAYWALL})
_ENDS = frozenset({Kind.RELATED, Kind.COMMENTS, Kind.FOOTER, Kind.NEWSLETTER, Kind.CONTINUE})
_LOOSE_TEASER = 10
_NOTE_LENGTH = 600
_BOX_WORDS = 30.0
_PHONE_DIGITS = 7
_INTRODUCING_WORDS = 4
_BOX_LINES = 12


def _may_head_a_teaser(unit: Unit) -> bool:
    return not unit.is_text and (unit.furniture is None or unit.kind is Kind.NAVIGATION)


def _is_lone_name(unit: Unit) -> bool:
    """A name right below the text, as some papers sign."""
    return unit.role is Role.LABEL and unit.repeats == 1 and is_name(unit.text)


def _says_it_all(pointer: Unit) -> bool:
    """``Read also: the whole title`` needs no further line."""
    phrase = pointer.furniture.phrase if pointer.furniture else ""
    return len(fold(pointer.text)) > len(phrase) + 3
