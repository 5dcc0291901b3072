"""
A copied page as a row of units: one paragraph or line each, with what can be said of it alone.

Structure before lexicon: how long it is, how it ends, how often it stands on the page. Hard-wrapped
text is joined again, so that a unit is a paragraph in every layout.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reprise.text.boilerplate import Furniture, Kind, classify, classify_paragraph, fold, weigh
from reprise.text.page_lines import (
    PictureLine,
    is_clock_line,
    is_time_line,
    read_byline,
    read_picture_line,
    read_signed_time,
    split_meta,
)


class Role(StrEnum):
    """What a unit looks like, before its neighbours are looked at."""

    PROSE = "prose"
    SENTENCE = "sentence"
    """Too short to be sure, but it ends like a sentence."""
    ITEM = "item"
    """List item, table row, time of day in a live report."""
    PICTURE = "picture"
    TIME = "time"
    BYLINE = "byline"
    FURNITURE = "furniture"
    LABEL = "label"
    """Short and unfinished: a heading, a menu entry, a caption, a title."""


@dataclass(frozen=True, slots=True)
class Unit:
    """
    One paragraph or line of the page.

    Attributes:
        number: Line of the input it begins on, from 1.
        gap: Blank lines before it.
        weight: Length in words (see ``boilerplate.weigh``).
        repeats: How often the page has the same words as a line of their own.
        asks: It ends in a question or exclamation mark, as titles do and teasers love.
    """

    number: int
    text: str
    gap: int
    weight: float
    role: Role
    furniture: Furniture | None = None
    picture: PictureLine | None = None
    repeats: int = 1
    asks: bool = False

    @property
    def kind(self) -> Kind | None:
        """Kind of furniture, if it is any."""
        return self.furniture.kind if self.furniture else None

    @property
    def is_text(self) -> bool:
        """Prose or a short sentence."""
        return self.role in {Role.PROSE, Role.SENTENCE}


_CLOSING = r"(?:\s?[\"'”’»›」』）)\]】“*])*"
"""Quotation marks and brackets; French sets a space before its own."""
_END = re.compile(r"[.!?…。！？؟۔।॥։።:：;；]" + _CLOSING + r"(?:\s?\[?\d{1,3}\]?)?$")
_ASKS = re.compile(r"[!?！？؟]" + _CLOSING + "$")
_INNER_END = re.compile(r"[.!?…]['\"”’»)]*\s+(?=[^\s\da-zа-яё])|[。！？؟۔।॥։]")
_BULLET = re.compile(
    r"^(?:[•·‣◦▪▫■□●○◆◇►▶▸–—*\-+✓✔➤→・]\s+|\(?\d{1,2}[.)、]\s?(?=\D)|\(?[a-hA-H][.)]\s+|[①-⑳]\s?)"
)
_PROSE_WORDS = 9.0
_LONG_WORDS = 35.0
"""Words from which a line is prose though it does not end like one."""
_OPEN_WORDS = 20.0
_QUESTION_WORDS = 22.0
_UNSTOPPED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer: scripts whose sentences need no stop at the end."""
_UNSTOPPED_WORDS = 14.0
_COMMAS = (",", "،", "、", "，", ";")
_VERSE_WORDS = 3.0
_ASIDE_WORDS = 2.5


def read_units(text: str) -> tuple[Unit, ...]:
    """The units of *text*, which is normalised already, in order."""
    blocks = list(_blocks(text))
    counts = Counter(fold(line) for _, line, _ in blocks if len(line) <= _REPEATABLE)
    return tuple(
        _unit(number, line, gap, counts.get(fold(line), 1) if len(line) <= _REPEATABLE else 1)
        for number, line, gap in blocks
    )


_REPEATABLE = 120
"""Characters. Longer lines that come twice are quotations, not labels."""


def _unit(number: int, line: str, gap: int, repeats: int) -> Unit:
    weight = weigh(line)
    role, furniture, picture = _look(line, weight)
    return Unit(
        number, line, gap, weight, role, furniture, picture, repeats, bool(_ASKS.search(line))
    )


def _look(line: str, weight: float) -> tuple[Role, Furniture | None, PictureLine | None]:
    furniture = classify(line)
    if furniture:
        return Role.FURNITURE, furniture, None
    if is_clock_line(line) or "\t" in line:
        return Role.ITEM, None, None
    if is_time_line(line):
        return Role.TIME, None, None
    if _BULLET.match(line):
        return Role.ITEM, None, None
    picture = read_picture_line(line)
    if picture:
        return Role.PICTURE, None, picture
    furniture = classify_paragraph(line)
    if furniture:
        return Role.FURNITURE, furniture, None
    if _is_byline(line):
        return Role.BYLINE, None, None
    return _by_shape(line, weight), None, None


def _is_byline(line: str) -> bool:
    """Names after ``By``; a line of facts counts when one of its parts is the byline or the time."""
    if (_END.search(line) and not line.endswith((".", ")"))) or ";" in line:
        return False
    if read_byline(line) or read_signed_time(line)[0]:
        return True
    parts = split_meta(line)
    return len(parts) > 1 and weigh(line) <= _OPEN_WORDS and any(map(is_time_line, parts))


def _by_shape(line: str, weight: float) -> Role:
    if line.rstrip('])»”" ').endswith(("…", "...")) and weight <= _OPEN_WORDS:
        return Role.LABEL  # a title cut to fit its box
    if is_aside(line) or (line.endswith(_COMMAS) and weight >= _VERSE_WORDS):
        return Role.SENTENCE  # a verse, or a line that the next one goes on
    ends = bool(_END.search(line))
    inner = len(_INNER_END.findall(line[:-1]))
    if ends and _ASKS.search(line) and not inner and weight <= _QUESTION_WORDS:
        return Role.SENTENCE
    if (
        ((ends or inner > 1) and weight >= _PROSE_WORDS)
        or weight >= _LONG_WORDS
        or (inner and weight >= _OPEN_WORDS)
    ):
        return Role.PROSE
    if weight >= _UNSTOPPED_WORDS and _UNSTOPPED.search(line):
        return Role.PROSE
    return Role.SENTENCE if ends else Role.LABEL


def is_aside(line: str) -> bool:
    """``(Reporting by …; editing by …)``: signatures of agencies end the text, and are of it."""
    if weigh(line) < _ASIDE_WORDS:
        return False
    bracketed = line.startswith(("(", "（", "[")) and line.endswith((")", "）", "]"))
    return bracketed or (";" in line and bool(read_byline(line.split(";")[0])))


# --- Lines ------------------------------------------------------------------------------------


def _blocks(text: str) -> Iterator[tuple[int, str, int]]:
    """Line number, text and blank lines before, of every paragraph."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    gap, at = 0, 0
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            gap, at = gap + 1, at + 1
            continue
        end = _paragraph_end(lines, at, width)
        yield at + 1, _join(lines[at:end]), gap
        gap, at = 0, end


_WRAPS = (40, 100)
"""Columns between which text is wrapped by programs; 72 and 78 are the usual ones."""
_WRAPPED_LINES = 6
_WRAPPED_SHARE = 0.5


def _wrap_width(lines: Sequence[str]) -> int:
    """
    The column at which the page was hard-wrapped, or 0.

    A line was broken by a program if the first word of the next would not have fitted. Many lines
    of which that is true, and none longer, is a wrapped page.
    """
    longest = max((len(line) for line in lines if " " in line), default=0)
    if not _WRAPS[0] <= longest <= _WRAPS[1]:
        return 0
    long_lines = sum(1 for line in lines if len(line) > longest * 0.75)
    broken = sum(1 for at in range(len(lines) - 1) if _was_broken(lines, at, longest))
    enough = broken >= _WRAPPED_LINES and broken >= long_lines * _WRAPPED_SHARE
    return longest if enough else 0


def _was_broken(lines: Sequence[str], at: int, width: int) -> bool:
    line, following = lines[at].strip(), lines[at + 1].strip()
    if not line or not following or _BULLET.match(following) or " " not in line:
        return False
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _paragraph_end(lines: Sequence[str], at: int, width: int) -> int:
    end = at + 1
    while width and end < len(lines) and _was_broken(lines, end - 1, width):
        end += 1
    return end


def _join(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines)
