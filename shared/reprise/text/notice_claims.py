"""
What a sentence claims: a republication, or one of the lines that look like one.

Near misses are asked first, because they use the same words. Each question looks at the parts of
a :class:`~reprise.text.notice_reading.Reading`, never at its wording.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from reprise.text.notice_reading import Place, Reading

Position = Literal["head", "tail", "body"]


class Kind(StrEnum):
    """What a line says; the first two are republications."""

    REPUBLISHED = "republished"
    TRANSLATED = "translated"
    DERIVED = "derived"
    """Made from another text: an earlier version, an adaptation."""
    SELF = "self"
    """First published by ourselves, or nowhere named."""
    DATE = "date"
    RESERVATION = "reservation"
    FEED_FOOTER = "feed_footer"
    """Added to each item by the feed of the site that published it."""
    OUTBOUND_OFFER = "outbound_offer"
    SITE_LICENCE = "site_licence"
    PHOTO = "photo"

    @property
    def is_republication(self) -> bool:
        """The text was published elsewhere before."""
        return self in {Kind.REPUBLISHED, Kind.TRANSLATED}


@dataclass(frozen=True)
class Claim:
    """What one sentence claims, how surely, and of which publication."""

    kind: Kind
    confidence: float
    reading: Reading
    source: Place | None = None


CLEAR: Final = 0.5
"""Below, a claim rests on the form of the line alone."""
_LEAST = 0.35


def claim_of(reading: Reading, position: Position, *, licensed: bool) -> Claim | None:
    """
    Say what a sentence claims.

    Args:
        licensed: The paragraph names a licence.
    """
    if "terms" in reading.has:
        return None
    for question in _NEAR_MISSES:
        if claim := question(reading):
            return claim
    return _republication(reading, position, licensed) or _own(reading, licensed)


def supports(reading: Reading) -> bool:
    """Say whether a sentence that claims nothing may still belong to a notice: "Translation: …"."""
    parts = {"transl", "written", "read", "original", "source", "licence", "label", "photo", "date",
             "url"}  # fmt: skip
    return reading.strange <= _FEW and (reading.labelled or bool(reading.has & parts))


_FEW = 2
_SOME = 4
_MANY = 12


# --- Near misses ----------------------------------------------------------------------------------


def _thanks(reading: Reading) -> Claim | None:
    """*Thanks to X for permission to republish*: a permission in the words of a reservation."""
    has = reading.has
    if "thanks" not in has or not has & {"rep", "use"} or reading.strange > _SOME:
        return None
    if not has & {"grant", "perm", "ask"}:
        return None
    reading.permitted = True
    source = reading.place("thanks") or source_of(reading)
    return Claim(Kind.REPUBLISHED, 0.85, reading, source)


def _reservation(reading: Reading) -> Claim | None:
    has = reading.has
    barred = has & {"forbid", "only", "reserved", "without", "ask"}
    if is_granted(reading) and (not barred or (barred == {"reserved"} and reading.place("perm"))):
        return None
    if "reserved" in has and reading.strange <= _MANY:
        return Claim(Kind.RESERVATION, 0.85, reading)
    if reading.strange <= _MANY and _bars_copying(reading):
        return Claim(Kind.RESERVATION, 0.8, reading)
    return None


def _bars_copying(reading: Reading) -> bool:
    has = reading.has
    copying = has & {"rep", "use"}
    if "forbid" in has and (copying or "pub" in has):
        return True
    if "without" in has and has & {"grant", "perm"}:
        return bool(copying or has & {"forbid", "pub"})
    if "only" in has and has & {"grant", "perm"} and copying:
        return True
    if "ask" in has and copying and (reading.opens == "ask" or reading.strange <= 1):
        return True
    return "use" in has and reading.permitted and not has & {"rep", "pub", "offer", "invite"}


def is_granted(reading: Reading) -> bool:
    """Say whether it is published, or published again, *with* permission."""
    return reading.permitted and bool(reading.has & {"rep", "pub"})


def _photo(reading: Reading) -> Claim | None:
    if reading.opens != "photo" or reading.strange > _SOME:
        return None
    marked = any(mark in reading.text[:40] for mark in ":：©|/＝丨｜") or "." in reading.text[:6]
    credited = reading.has & {"courtesy", "perm", "by", "licence", "under", "rep", "source", "of"}
    return Claim(Kind.PHOTO, 0.8, reading) if marked or credited else None


def _offer(reading: Reading) -> Claim | None:
    has = reading.has
    invites = has & {"offer", "invite"} or (
        reading.opens == "use" and has & {"text", "this", "ours"}
    )
    if not invites or not has & {"use", "rep", "pub"} or reading.strange > _MANY:
        return None
    if is_granted(reading) or ("rep" in has and _has_origin(reading)):
        return None
    return Claim(Kind.OUTBOUND_OFFER, 0.85, reading)


def _has_origin(reading: Reading) -> bool:
    return any(p.context == "rep" and p.by in {"of", "from_"} for p in reading.places)


def _feed_footer(reading: Reading) -> Claim | None:
    has = reading.has
    if not reading.titled or reading.permitted or has & {"rep", "derived", "transl", "written"}:
        return None
    source = source_of(reading) or reading.place("pub")
    firstly = has & {"first", "feed", "firstpub"} and "pub" in has
    if firstly and source and reading.strange_after <= _FEW:
        return Claim(Kind.FEED_FOOTER, 0.85, reading, source)
    return None


def _derived(reading: Reading) -> Claim | None:
    has = reading.has
    if "derived" not in has or ("rep" in has and reading.permitted):
        return None
    if reading.strange_before > _FEW or reading.strange_after > _MANY:
        return None
    source = source_of(reading)
    if source and has & {"pub", "rep"}:
        return Claim(Kind.DERIVED, 0.85, reading, source)
    if source and (reading.subject in {"this", "bare"} or reading.opens == "derived"):
        return Claim(Kind.DERIVED, 0.7, reading, source)
    return None


_NEAR_MISSES: Final[tuple[Callable[[Reading], Claim | None], ...]] = (
    _thanks,
    _reservation,
    _photo,
    _offer,
    _feed_footer,
    _derived,
)


# --- Republication --------------------------------------------------------------------------------

_SUBJECTS: Final = {
    "this": 0.9, "bare": 0.8, "none": 0.8, "the": 0.75, "title": 0.65, "we": 0.6, "it": 0.55,
    "name": 0.6,
}  # fmt: skip
"""How much a sentence about *this article* weighs against one that merely may be."""


def _republication(reading: Reading, position: Position, licensed: bool) -> Claim | None:
    weight = _SUBJECTS.get(reading.subject, 0.0)
    if not weight or not _is_plain(reading, position):
        return None
    if position == "body" and not _is_strong(reading):
        return None
    source = source_of(reading)
    strength = _strength(reading, source, licensed) or (
        0.0 if position == "body" else _weak_strength(reading, source, licensed)
    )
    confidence = round(strength * weight - (0.1 if position == "body" else 0.0), 2)
    kind = Kind.TRANSLATED if "transl" in reading.has else Kind.REPUBLISHED
    return Claim(kind, confidence, reading, source) if confidence >= _LEAST else None


_GOES_ON = 25
"""Words that may follow "this article first appeared in X": an occasion, a description of X."""


def _is_plain(reading: Reading, position: Position) -> bool:
    """An article's own sentence is given away by words that have no part in a notice."""
    if reading.strange_before > _FEW:
        return False
    strong = _is_strong(reading)
    if position == "body":
        return reading.strange_after <= (_SOME if strong else 1)
    return reading.strange_after <= (_GOES_ON if strong else _SOME)


def _is_strong(reading: Reading) -> bool:
    return reading.subject == "this" or (reading.permitted and "rep" in reading.has)


def _strength(reading: Reading, source: Place | None, licensed: bool) -> float:
    """How sure the parts that occur make it, before the subject is weighed."""
    has, subject = reading.has, reading.subject
    if subject == "we" and not (is_granted(reading) or ("rep" in has and source)):
        return 0.0
    if subject == "name":
        active = reading.told_after and {"pub", "first"} <= has
        return 1.0 if active else 0.0
    if "rep" in has and reading.permitted:
        return 1.05
    if "contributed" in has and has & {"pub", "rep"}:
        return 1.0
    if {"rep", "pub", "first"} <= has and source and not reading.ours:
        return 1.05
    if "rep" in has and (licensed or (source and source.by in {"of", "from_", "none"})):
        return 0.95
    if "pub" in has and reading.permitted and (subject != "it" or has & {"perm", "grant"}):
        return 0.95
    if source is None or reading.ours:
        return 0.0
    if {"pub", "first"} <= has:
        return 1.0
    return _strength_of_less(reading, source)


def _strength_of_less(reading: Reading, source: Place) -> float:
    """Only one of *first*, *published* and *again* is said."""
    has, subject = reading.has, reading.subject
    about = has & {"pub", "first", "original", "source", "text"}
    if "transl" in has and (about or reading.permitted):
        return 0.8
    if "transl" in has and source.by in {"from_", "none"} and _is_title(source):
        return 0.75
    if "rep" in has and not (subject == "it" and has & {"date", "month"}):
        return 0.75
    if "pub" not in has or reading.piece:
        return 0.0  # "The study was published in …"
    if subject in {"this", "bare"}:
        return 0.85
    return 0.7 if subject in {"none", "the"} and reading.strange_after == 0 else 0.0


def _is_title(place: Place) -> bool:
    """Say whether it looks like a publication: a language has one word."""
    cased = any(c.isupper() or c.islower() for c in place.name)
    return " " in place.name or place.url is not None or not cased


def _weak_strength(reading: Reading, source: Place | None, licensed: bool) -> float:
    """Lines that are notices only at the head or the tail of an article."""
    has, opens = reading.has, reading.opens
    if "courtesy" in has and (source or reading.subject == "this"):
        about_text = reading.subject in {"this", "bare"} or opens == "courtesy"
        return 0.9 if about_text else 0.0
    if source and reading.permitted and (opens in _OPEN_PERMISSION or reading.subject == "this"):
        return 0.85 if reading.strange_after <= 1 else 0.0
    if has >= {"transl", "text"} and reading.strange == 0 and reading.subject in {"this", "none"}:
        return 0.8  # "Translation of the article …"
    if source and "contributed" in has:
        return 0.8 if opens == "contributed" or reading.subject in {"this", "bare", "the"} else 0.0
    if has & {"read", "original"} and reading.strange_after <= (_FEW if source else 0):
        return 0.8 if source or has & {"read", "here"} else 0.0
    if source and "partner" in has and reading.subject == "this":
        return 0.7
    if source and opens == "source" and reading.size <= _SHORT and reading.strange_after == 0:
        return 0.85 if licensed else 0.6
    return 0.0


_OPEN_PERMISSION = frozenset({"with_", "perm", "by", "of", "from_", "the", "name", "quote"})
_SHORT = 9
"""Tokens of "Source: The Name of a Newspaper"."""


# --- Ourselves ------------------------------------------------------------------------------------


def _own(reading: Reading, licensed: bool) -> Claim | None:
    """First published by ourselves or at a time; a licence of the whole site."""
    has = reading.has
    if licensed and _speaks_of_site(reading) and reading.strange <= _MANY:
        return Claim(Kind.SITE_LICENCE, 0.8, reading)
    if reading.subject not in {"this", "the", "it", "none", "bare", "we"}:
        return None
    if not has & {"pub", "rep"} or reading.strange > _SOME or "derived" in has:
        return None
    dated = bool(has & {"date", "month"})
    unnamed = source_of(reading) is None
    here = unnamed and has & {"ours", "here"}
    if reading.ours or here or "issue" in has or ("rep" in has and dated):
        return Claim(Kind.SELF, 0.75, reading)
    if unnamed and (dated or ("first" in has and reading.size <= _SHORT)):
        return Claim(Kind.DATE, 0.75, reading)
    return None


def _speaks_of_site(reading: Reading) -> bool:
    has = reading.has
    if "licensed" in has or ("except_" in has and has & {"under", "licence"}):
        return True
    return "content" in has and bool(has & {"under", "licence"})


# --- Where it comes from --------------------------------------------------------------------------

_ORDER: Final = (
    ("pub", {"at"}), ("first", {"at"}), ("told", {"at"}), ("subject", {"at"}),
    ("rep", {"of", "none"}), ("told", {"from_"}),
    ("pub", {"none", "by", "of"}), ("first", {"none", "by"}),
    ("original", {"at"}), ("original", {"of", "none", "by"}), ("read", {"at", "of", "none"}),
    ("transl", {"of", "at", "none"}), ("courtesy", {"of", "none", "by"}),
    ("perm", {"of", "by", "none", "at"}), ("grant", {"of", "by", "none"}),
    ("rep", {"by", "at"}), ("contributed", {"at", "by", "of"}), ("thanks", {"of", "at", "none"}),
    ("derived", {"at", "of"}), ("source", {"source", "none", "at", "of"}),
    ("pub", {"for_"}), ("written", {"for_"}), ("subject", {"for_"}), ("told", {"of", "for_"}),
    ("subject", {"of", "none"}), ("owner", {"none"}),
)  # fmt: skip
"""The place of the first publication goes before whoever gave permission, and so on."""


def source_of(reading: Reading) -> Place | None:
    """The publication it comes from."""
    if reading.subject == "name" and reading.told_after and reading.subject_name:
        return Place("pub", "none", reading.subject_name)
    for context, particles in _ORDER:
        for place in reading.places:
            by = {place.by, "of" if place.by == "from_" else place.by}
            if place.context == context and by & particles and _is_source(place):
                return place
    return None


def _is_source(place: Place) -> bool:
    return not place.person and len(place.name) > 1 and any(c.isalpha() for c in place.name)
