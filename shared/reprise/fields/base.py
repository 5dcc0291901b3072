"""What every field is given, and what it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from reprise.errors import Problem
from reprise.fields.body import Body
from reprise.model.configuration import Partner, Publication
from reprise.model.reading import ReadItem
from reprise.model.receipt import Note
from reprise.model.submission import Removal, Submission
from reprise.text.marks import balanced
from reprise.text.normalise import normalise, normalise_line, unescape_entities

T = TypeVar("T")

STATED = "stated"
"""The origin of a value that the submission says itself."""
SHOWN = 120
"""Characters of what came that a note repeats."""

_TAG = re.compile(r"</?(?:a|b|br|em|font|i|p|q|s|small|span|strong|sub|sup|u|wbr|cite)(?:\s[^<>]*)?/?>", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """
    What a field may look at.

    Attributes:
        item: The submission with what its reader found besides.
        now: For dates in the future, which are slips.
        body: The cleaned text, read before all other fields.
    """

    item: ReadItem
    partner: Partner
    publication: Publication
    now: datetime
    body: Body

    @property
    def submission(self) -> Submission:
        return self.item.submission

    @property
    def base_url(self) -> str | None:
        return base_url(self.submission, self.partner)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """
    A field's value.

    Attributes:
        origin: Where it came from; empty when the value is only the absence of one.
        confidence: 0 to 1.
        notes: Remarks for the receipt; nothing to act on.
        problems: Why there can be no article.
    """

    value: T
    origin: str = ""
    confidence: float = 1.0
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()
    removals: tuple[Removal, ...] = ()


def base_url(submission: Submission, partner: Partner) -> str | None:
    """What relative addresses in a text are relative to."""
    source = submission.source.url if submission.source else None
    return submission.canonical_url or source or partner.url


def one_line(text: str | None) -> str:
    """
    *text* as a single plain line: no markup, no double escaping (row B58), no controls, and no
    mark of direction that reaches beyond it.
    """
    if not text:
        return ""
    plain = _TAG.sub(" " if "<br" in text or "<p" in text else "", unescape_entities(text))
    return balanced(normalise_line(plain)).strip()


def paragraph(text: str | None) -> str:
    """*text* as plain text that keeps its line ends."""
    if not text:
        return ""
    return balanced(normalise(_TAG.sub("", unescape_entities(text))))


def is_repaired(stated: str, read: str) -> bool:
    """Whether more than white space had to change."""
    return " ".join(stated.split()) != read


def each_once(texts: list[str]) -> tuple[str, ...]:
    """*texts* without empty ones and repetitions (case does not count), in order."""
    found: dict[str, str] = {}
    for text in texts:
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())
