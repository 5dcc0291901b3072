"""
What readers of all formats do with a value that a partner stated: take it, or say why not.

A value that limits (an embargo, an end, a territory) is either understood or it holds the article;
a value that only describes may be dropped when it can't be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from reprise.errors import RefusedError
from reprise.intake.json_submission import problems_of
from reprise.model.base import LanguageTag
from reprise.model.configuration import Partner
from reprise.model.permission import Origin, Permission, Stated
from reprise.model.receipt import Note
from reprise.model.submission import Provenance, Submission
from reprise.text.dates import read_date
from reprise.text.languages import language_tag
from reprise.text.licences import resolve

PUBLIC_ROLES = frozenset(
    {"", "originator", "origcont", "origin", "source", "publisher", "provider", "distributor",
     "distribute", "aggregator", "aggregate", "syndicator"}
)  # fmt: skip
"""Roles of a source that readers may be told of; others gave information (IPTC: ``originfo``)."""

_SHOWN = 120
_TAG: TypeAdapter[str] = TypeAdapter(LanguageTag)
_WEB = re.compile(r"^https?://[^\s/?#]+", re.IGNORECASE)


def make_submission(item: str, **values: Any) -> Submission:
    """
    A submission of *values*; ``None``, empty texts and empty lists count as not stated.

    An empty ``correction`` stays: it makes a correction of a version that has no words for it.

    Raises:
        RefusedError: A value does not fit its field.
    """
    said = {
        name: value
        for name, value in values.items()
        if value not in (None, "", ()) or (name == "correction" and value is not None)
    }
    try:
        return Submission(**said)
    except ValidationError as error:
        raise RefusedError(item, *problems_of(error)) from error


def instant(text: str | None, partner: Partner) -> datetime | None:
    """The instant a describing date names; in the partner's zone where it names none."""
    return read_date(text, zone=partner.zone).instant if text else None


@dataclass(slots=True)
class Dates:
    """
    The dates of one item that describe it, and how sure those are that are not.

    Attributes:
        partner: Whose zone dates without one are in.
        unsure: Confidence by field.
    """

    partner: Partner
    unsure: dict[str, float] = field(default_factory=dict)

    def read(self, name: str, *texts: str | None) -> datetime | None:
        """The first of *texts* that is a date, for the field *name*."""
        found = (self.every(name, text) for text in texts)
        return next((one[0] for one in found if one), None)

    def every(self, name: str, *texts: str | None) -> list[datetime]:
        """All of *texts* that are dates, one of which is for the field *name*."""
        read = (read_date(text, zone=self.partner.zone) for text in texts if text)
        found = [one for one in read if one.instant is not None]
        least = min((one.confidence for one in found), default=1.0)
        if least < 1:
            self.unsure[name] = least
        return [one.instant for one in found if one.instant is not None]

    def provenance(self, origin: str) -> tuple[Provenance, ...]:
        """The doubts, for the receipt."""
        return tuple(
            Provenance(field=name, origin=origin, confidence=sure)
            for name, sure in self.unsure.items()
        )


def language(*stated: str | None) -> str | None:
    """The first of *stated* that is a language tag, as written where that is well-formed."""
    for tag in stated:
        if tag and language_tag(tag) is not None:
            try:
                return _TAG.validate_python(tag)
            except ValidationError:
                return language_tag(tag)
    return None


def whole_number(text: str | None, *, least: int = 0, most: int = 2**53) -> int | None:
    """*text* as a whole number within the bounds, else ``None``."""
    digits = (text or "").strip()
    if not re.fullmatch(r"[0-9]{1,16}", digits):
        return None
    return int(digits) if least <= int(digits) <= most else None


def web_address(text: str | None) -> str | None:
    """*text* when it is an absolute web address."""
    address = (text or "").strip()
    return address if _WEB.match(address) else None


def each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """*texts* trimmed, without empty ones and repetitions, in order."""
    return tuple(dict.fromkeys(text.strip() for text in texts if text and text.strip()))


def note(code: str, place: str = "", found: str = "", send: str = "") -> Note:
    """A remark for the receipt, what came cut to a readable length."""
    return Note(code=code, field=place, found=found[:_SHOWN], send=send)


@dataclass(slots=True)
class Terms:
    """
    A permission in the making: values and what could not be understood.

    Attributes:
        partner: Whose zone dates without one are in.
        values: Fields of :class:`Permission`.
        unreadable: Constructs that hold the article.
    """

    partner: Partner
    values: dict[str, Any] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)

    def say(self, name: str, value: Any) -> None:
        """State *value* unless it is nothing; the first statement of a field stays."""
        if value not in (None, "", ()):
            self.values.setdefault(name, value)

    def say_usage(self, words: str | None) -> None:
        """Terms in words; where they are the name or address of a licence, that licence too."""
        self.say("usage_terms", words)
        if words and resolve(words) is not None:
            self.say_licence(words, "usage terms")

    def say_licence(self, licence: str, place: str) -> None:
        """State *licence*; a second one beside another leaves open which of them is meant."""
        known = resolve(self.values.get("licence", licence))
        self.say("licence", licence)
        if known != resolve(licence):
            self.doubt(f"{place}: {licence[:_SHOWN]!r}, a second licence")

    def limit(self, name: str, text: str | None, place: str) -> None:
        """
        State the instant in *text*; ``None`` is not stated.

        Stated but empty, unreadable or without a zone where the partner has none holds the article
        (NM-01): read as "no limit" it would publish too early.
        """
        if text is None:
            return
        found = read_date(text, zone=self.partner.zone)
        if found.instant is not None and found.sure:
            self._narrow(name, found.instant)
        else:
            came = text.strip()[:_SHOWN]
            why = found.problem.replace("_", " ") if came else "empty"
            self.doubt(f"{place}: {came!r} ({why})")

    def _narrow(self, name: str, found: datetime) -> None:
        """Of several ends the first counts, of several begins the last."""
        known = self.values.get(name, found)
        self.values[name] = (min if name == "expires_at" else max)(known, found)

    def doubt(self, text: str) -> None:
        """Something was stated that is not understood."""
        self.unreadable.append(text)

    @property
    def permission(self) -> Permission | None:
        """What was said, ``None`` when nothing was."""
        if not self.values and not self.unreadable:
            return None
        return Permission(**self.values, unreadable=tuple(self.unreadable))

    def stated(self, name: str) -> tuple[Stated, ...]:
        """The same as a policy called *name*: one statement, or none."""
        permission = self.permission
        if permission is None:
            return ()
        return (Stated(origin=Origin.POLICY, permission=permission, name=name),)
