"""
Republication notices in running text: who published it first, and on what ground we may (B27).

*"This article first appeared in X and is republished under CC BY"* is a notice. A footer that a
feed adds, a rights-reserved line, a date of first publication, an offer to others, a photo credit
and an article's own sentence about publishing are not, however alike they look; those that have a
name of their own are returned under it, the rest is ``None``. When unsure the answer is ``None``:
a paragraph of the article must never be taken for a notice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Literal
from urllib.parse import urlsplit

from reprise.model.permission import Basis
from reprise.text.licences import StatedLicence, find_licence
from reprise.text.notice_grammar import Place, Reading, read
from reprise.text.notice_tokens import LONGEST, Lexicon, Token, fold, lexicon, tokens
from reprise.text.notice_words import candidates

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


@dataclass(frozen=True)
class Notice:
    """
    What one paragraph says about where it comes from.

    Attributes:
        is_republication: The text was published elsewhere before.
        source_name: Where, in the words of the notice.
        licence: Id of the licence if it is a known one.
        licence_stated: The words that name it.
        basis: The ground that is stated; ``None`` if none is.
        contributed: The author gave it for publication: a permission, said in other words.
        confidence: 0 to 1; below 0.5 it is a guess from the form of the line alone.
        text: The paragraph.
    """

    kind: Kind
    is_republication: bool
    confidence: float
    text: str
    source_name: str | None = None
    source_url: str | None = None
    author: str | None = None
    licence: str | None = None
    licence_stated: str | None = None
    basis: Basis | None = None
    contributed: bool = False
    language: str | None = None


@dataclass(frozen=True)
class FoundNotice:
    """A notice and the index of its paragraph."""

    index: int
    notice: Notice


def find_notice(
    paragraph: str,
    *,
    position: Position,
    own_names: frozenset[str] = frozenset(),
    language: str | None = None,
) -> Notice | None:
    """
    Say what *paragraph* tells about its origin, if it is a notice at all.

    Args:
        paragraph: Plain text of one paragraph.
        position: Where it stands. In the body only a full and unmistakable notice counts.
        own_names: Names and hosts of the site it was found on: first published *there* is no
            republication.
        language: BCP 47 tag if known; the words are tried in that language first.

    Example:
        >>> notice = find_notice(
        ...     "This story first appeared in The Tidal Post and is republished with permission.",
        ...     position="tail",
        ... )
        >>> notice.source_name, notice.basis
        ('The Tidal Post', <Basis.PERMISSION: 'permission'>)
    """
    if not 5 <= len(paragraph) <= LONGEST:
        return None
    folded = fold(paragraph)
    best: Notice | None = None
    for words in candidates(folded, language):
        found = _in_language(paragraph, lexicon(words), position, own_names)
        if found and (best is None or found.confidence > best.confidence):
            best = found
    return best or (_byline(paragraph) if position == "head" else None)


def find_notices(
    paragraphs: Sequence[str],
    *,
    own_names: frozenset[str] = frozenset(),
    language: str | None = None,
) -> tuple[FoundNotice, ...]:
    """
    Find the notices of an article, in order.

    The first three and the last five paragraphs are its head and its tail.
    """
    found = []
    for index, paragraph in enumerate(paragraphs):
        position = position_of(index, len(paragraphs))
        if notice := find_notice(
            paragraph, position=position, own_names=own_names, language=language
        ):
            found.append(FoundNotice(index, notice))
    return tuple(found)


HEAD: Final = 3
TAIL: Final = 5
"""Paragraphs: notices stand before or right after byline and lead, or among the closing lines."""


def position_of(index: int, count: int) -> Position:
    """Say where paragraph *index* of *count* stands; what is both head and tail is tail."""
    if index >= count - TAIL and index > 0:
        return "tail"
    return "head" if index < HEAD else "body"


# --- One language ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Claim:
    """What one sentence claims."""

    kind: Kind
    confidence: float
    reading: Reading
    source: Place | None = None

    @property
    def is_republication(self) -> bool:
        return self.kind in {Kind.REPUBLISHED, Kind.TRANSLATED}


def _in_language(
    paragraph: str, table: Lexicon, position: Position, own_names: Collection[str]
) -> Notice | None:
    found = tokens(paragraph, table)
    sentences = list(_sentences(paragraph, found))
    readings = [read(paragraph, sentence, table) for sentence in sentences]
    stated = _licence(paragraph, readings)
    claims = [_claim(reading, position, stated is not None) for reading in readings]
    if not _is_all_notice(claims, sentences, len(paragraph), position):
        return None
    return _merged(paragraph, [c for c in claims if c], stated, own_names, table.words.code)


_ENDS = frozenset(".!?。！？।؟")
_ABBREVIATIONS = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "st",
        "inc",
        "ltd",
        "vol",
        "no",
        "nr",
        "p",
        "pp",
        "ca",
        "bzw",
        "red",
        "sr",
        "jr",
        "prof",
        "ed",
        "co",
        "corp",
        "s",
        "z",
        "b",
        "d",
        "h",
        "u",
        "a",
        "m",
        "ap",
        "mag",
        "núm",
        "num",
        "art",
        "hr",
        "vgl",
        "mgr",
        "ing",
        "t",
        "i",
        "r",
        "o",
        "y",
        "г",
        "тов",
        "им",
        "ст",
        "см",
        "ul",
        "pl",
    ]
)


def _sentences(text: str, found: Sequence[Token]) -> Iterator[list[Token]]:
    """Cut tokens into sentences; a stop ends one only before a space and no small letter."""
    current: list[Token] = []
    for at, token in enumerate(found):
        current.append(token)
        if _ends_sentence(text, found, at):
            yield current
            current = []
    if current:
        yield current


def _ends_sentence(text: str, found: Sequence[Token], at: int) -> bool:
    token = found[at]
    following = found[at + 1] if at + 1 < len(found) else None
    if following is None:
        return False
    if "\n" in text[token.end : following.start]:
        return True
    if token.kind != "mark" or token.text not in _ENDS:
        return False
    if token.text in "。！？।":
        return True
    before = fold(found[at - 1].text) if at else ""
    if token.text == "." and (before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha())):
        return False
    first = text[following.start]
    return following.start > token.end and not first.islower() and first not in ",;:)"


def _is_all_notice(
    claims: Sequence[_Claim | None],
    sentences: Sequence[Sequence[Token]],
    length: int,
    position: Position,
) -> bool:
    """
    Say whether the paragraph as a whole is a notice.

    A line about the author may stand beside one at the head or the tail; in the body nothing may.
    """
    strong = [c for c in claims if c]
    if not strong:
        return False
    others = sum(1 for c, s in zip(claims, sentences, strict=True) if c is None and len(s) > 2)
    if others == 0:
        return True
    best = max(c.confidence for c in strong)
    if position == "body" or best < _SURE:
        return False
    return others <= _COMPANY and length <= _LONGEST_WITH_COMPANY


_SURE = 0.8
_COMPANY = 3
_LONGEST_WITH_COMPANY = 600


def _licence(paragraph: str, readings: Sequence[Reading]) -> StatedLicence | None:
    """The licence it names; looked for only where a word for one occurs."""
    if any(r.has & {"licence", "under", "licensed", "url", "content"} for r in readings) or (
        "CC" in paragraph or "ommons" in paragraph or "omain" in paragraph
    ):
        return find_licence(paragraph)
    return None


# --- One sentence ---------------------------------------------------------------------------------


def _claim(reading: Reading, position: Position, licensed: bool) -> _Claim | None:
    """What the sentence claims; near misses are asked first."""
    if "terms" in reading.has:
        return None
    for question in (_reservation, _photo, _offer, _feed_footer, _derived):
        if claim := question(reading, position, licensed):
            return claim
    return _republication(reading, position, licensed) or _own(reading, position, licensed)


def _reservation(reading: Reading, _position: Position, _licensed: bool) -> _Claim | None:
    has = reading.has
    if (
        _is_granted(reading)
        and not has & {"forbid", "only"}
        and "without" not in has
        and "reserved" not in has
    ):
        return None
    strange = reading.strange_before + reading.strange_after
    copying = bool(has & {"rep", "use", "grant", "perm", "pub"})
    if "reserved" in has and strange <= 14 and not (_is_granted(reading) and reading.place("perm")):
        return _Claim(Kind.RESERVATION, 0.85, reading)
    if copying and strange <= 12:
        if "forbid" in has and has & {"rep", "use", "pub"}:
            return _Claim(Kind.RESERVATION, 0.85, reading)
        if "without" in has and has & {"grant", "perm"} and has & {"rep", "use", "pub", "forbid"}:
            return _Claim(Kind.RESERVATION, 0.85, reading)
        if "only" in has and has & {"grant", "perm"} and has & {"use", "rep"}:
            return _Claim(Kind.RESERVATION, 0.75, reading)
        if "use" in has and reading.permitted and not has & {"rep", "pub"}:
            return _Claim(Kind.RESERVATION, 0.7, reading)
    return None


def _is_granted(reading: Reading) -> bool:
    return reading.permitted and bool(reading.has & {"rep", "pub"})


def _photo(reading: Reading, _position: Position, _licensed: bool) -> _Claim | None:
    if reading.opens != "photo" or reading.strange_before + reading.strange_after > 8:
        return None
    marked = re.match(r"\W*[\w ]{2,40}[:©|/–—-]", reading.text) is not None
    if marked or reading.has & {"courtesy", "perm", "by", "licence", "under", "rep", "source"}:
        return _Claim(Kind.PHOTO, 0.8, reading)
    return None


def _offer(reading: Reading, _position: Position, _licensed: bool) -> _Claim | None:
    has = reading.has
    if "offer" not in has or not has & {"use", "rep", "pub"} or _is_granted(reading):
        return None
    return _Claim(Kind.OUTBOUND_OFFER, 0.85, reading)


def _feed_footer(reading: Reading, _position: Position, _licensed: bool) -> _Claim | None:
    has = reading.has
    if not reading.titled or reading.permitted or has & {"rep", "derived", "transl"}:
        return None
    source = _source(reading)
    if "pub" in has and source and reading.strange_after <= 3 and not has & {"written"}:
        return _Claim(Kind.FEED_FOOTER, 0.85, reading, source)
    return None


def _derived(reading: Reading, _position: Position, _licensed: bool) -> _Claim | None:
    has = reading.has
    if "derived" not in has or ("rep" in has and reading.permitted):
        return None
    if reading.strange_before > 3 or reading.strange_after > 12:
        return None
    source = _source(reading) or reading.place("derived")
    if has & {"pub", "rep"} and source:
        return _Claim(Kind.DERIVED, 0.85, reading, source)
    if reading.subject in {"this", "bare"} and source:
        return _Claim(Kind.DERIVED, 0.7, reading, source)
    return None


_SUBJECT_CONFIDENCE = {
    "this": 0.9, "bare": 0.8, "none": 0.8, "the": 0.75, "title": 0.65, "we": 0.6, "it": 0.55,
    "name": 0.6,
}  # fmt: skip


def _republication(reading: Reading, position: Position, licensed: bool) -> _Claim | None:
    base = _SUBJECT_CONFIDENCE.get(reading.subject, 0.0)
    if not base or not _is_plain(reading, position):
        return None
    source = _source(reading)
    confidence = _frame(reading, source, licensed, position) * base
    if position == "body":
        confidence -= 0.1
    kind = Kind.TRANSLATED if "transl" in reading.has else Kind.REPUBLISHED
    return _Claim(kind, round(confidence, 2), reading, source) if confidence >= 0.35 else None


def _is_plain(reading: Reading, position: Position) -> bool:
    """An article's own sentence is given away by the words that have no part in a notice."""
    if reading.strange_before > 2:
        return False
    strong = reading.subject == "this" or (reading.permitted and "rep" in reading.has)
    if position == "body":
        return reading.strange_after <= (5 if strong else 2)
    return reading.strange_after <= (25 if strong else 4)


def _frame(reading: Reading, source: Place | None, licensed: bool, position: Position) -> float:
    """How sure the parts that occur make it, before the subject is weighed."""
    has, subject = reading.has, reading.subject
    this = subject in {"this", "bare", "none", "the", "title"}
    outside = not reading.ours
    if subject == "we" and not (reading.permitted and has & {"rep", "pub"}):
        return 0.0
    if subject == "name":
        active = "pub" in has and "first" in has and "this" in has and source
        return 1.0 if active else 0.0
    if "rep" in has and reading.permitted:
        return 1.05
    if "contributed" in has and has & {"pub", "rep"}:
        return 1.0
    if "rep" in has and (licensed or (source and source.by in {"of", "none"})):
        return 0.95
    if "pub" in has and reading.permitted and (this or has & {"perm", "grant"}):
        return 0.95 if this else 0.8
    if "pub" in has and "first" in has and source and outside:
        return 1.0
    if (
        "transl" in has
        and (source or reading.permitted)
        and (has & {"pub", "original", "source"} or reading.permitted)
    ):
        return 0.8
    if "rep" in has and source and outside:
        return 0.75
    if "pub" in has and source and outside and subject in {"this", "bare"}:
        return 0.85
    if (
        "pub" in has
        and source
        and subject in {"none", "the"}
        and reading.strange_after == 0
        and outside
    ):
        return 0.7 if position != "body" else 0.0
    if position == "body":
        return 0.0
    if "courtesy" in has and (source or subject == "this"):
        return 0.9 if subject == "this" else 0.8 if reading.opens == "courtesy" else 0.0
    if (
        reading.permitted
        and reading.opens in {"with_", "perm", "by"}
        and source
        and reading.strange_after <= 1
    ):
        return 0.85
    if has & {"read", "original"} and (source or "read" in has) and reading.strange_after <= 2:
        return 0.8
    if reading.opens == "source" and source and reading.size <= 9 and reading.strange_after == 0:
        return 0.5
    return 0.0


def _own(reading: Reading, _position: Position, licensed: bool) -> _Claim | None:
    """First published by ourselves or at a time; a licence of the whole site."""
    has = reading.has
    strange = reading.strange_before + reading.strange_after
    if (
        licensed
        and has & {"licensed", "content", "except_", "licence"}
        and strange <= 12
        and (has & {"licensed", "except_", "under"})
    ):
        return _Claim(Kind.SITE_LICENCE, 0.8, reading)
    if reading.subject not in {"this", "the", "it", "none", "bare", "we"} or strange > 12:
        return None
    if not has & {"pub", "rep"} or (_source(reading) and not reading.ours):
        return None
    dated = bool(has & {"date", "month"})
    if reading.ours or "issue" in has or ("rep" in has and dated):
        return _Claim(Kind.SELF, 0.75, reading)
    if dated or ("first" in has and reading.size <= 6):
        return _Claim(Kind.DATE, 0.75, reading)
    return None


# --- Who, where -----------------------------------------------------------------------------------

_ORDER: Final = (
    ("pub", ("at",)), ("first", ("at",)), ("subject", ("at",)), ("rep", ("of", "none")), ("pub", ("none", "by", "of")),
    ("first", ("none", "by")), ("original", ("at", "of", "none", "by")), ("read", ("at", "of", "none")),
    ("transl", ("of",)), ("courtesy", ("of", "none", "by")),
    ("perm", ("of", "by", "none", "at")), ("grant", ("of", "by", "none")), ("rep", ("by", "at")),
    ("contributed", ("at", "by")), ("derived", ("at", "of")), ("source", ("source", "none", "at", "of")),
)  # fmt: skip


def _source(reading: Reading) -> Place | None:
    """The publication it comes from: the place of the first publication before all others."""
    if reading.subject == "name" and "this" in reading.has and reading.subject_name:
        return Place("pub", "none", reading.subject_name)
    for context, particles in _ORDER:
        for place in reading.places:
            if (
                place.context == context
                and place.by in particles
                and not place.person
                and _is_name(place.name)
            ):
                return place
    return None


def _is_name(name: str) -> bool:
    return len(name) > 1 and any(c.isalpha() for c in name)


def _author(readings: Sequence[Reading], source: Place | None) -> str | None:
    for reading in readings:
        for place in reading.places:
            if place == source or place.url or not _is_person(place.name):
                continue
            if place.context == "written" or (
                place.by == "by" and place.context in {"pub", "first", "subject"}
            ):
                return place.name
            if place.context == "subject" and place.by == "of":
                return place.name
    return None


_MANY = 5


def _is_person(name: str) -> bool:
    words = name.split()
    return len(words) <= _MANY and (len(words) > 1 or not name.isascii())


# --- The paragraph --------------------------------------------------------------------------------


def _merged(
    paragraph: str,
    claims: Sequence[_Claim],
    stated: StatedLicence | None,
    own_names: Collection[str],
    language: str,
) -> Notice | None:
    """One notice of all its sentences: the strongest republication, else the strongest other."""
    best = max(claims, key=lambda c: (c.is_republication and c.confidence >= _CLEAR, c.confidence))
    readings = [claim.reading for claim in claims]
    source = best.source or next(
        (c.source for c in claims if c.source and c.kind == best.kind), None
    )
    kind = best.kind
    if best.is_republication and any(c.kind is Kind.TRANSLATED for c in claims):
        kind = Kind.TRANSLATED
    if best.is_republication and source and _is_own(source, own_names):
        kind = Kind.SELF
    notice = Notice(
        kind=kind,
        is_republication=kind in {Kind.REPUBLISHED, Kind.TRANSLATED},
        confidence=min(best.confidence, 0.99),
        text=paragraph,
        source_name=_name(source),
        source_url=_url(paragraph, source, stated),
        author=_author(readings, source),
        licence_stated=stated.text if stated else None,
        licence=stated.licence.id if stated and stated.licence else None,
        contributed=any("contributed" in r.has for r in readings),
        language=language,
    )
    return replace(notice, basis=_basis(notice, readings, stated))


_CLEAR = 0.5


def _basis(
    notice: Notice, readings: Sequence[Reading], stated: StatedLicence | None
) -> Basis | None:
    if notice.kind not in {Kind.REPUBLISHED, Kind.TRANSLATED, Kind.DERIVED}:
        return None
    if notice.contributed or any(r.permitted for r in readings):
        return Basis.PERMISSION
    if stated is None:
        return None
    public = stated.licence is not None and stated.licence.public_domain
    return Basis.PUBLIC_DOMAIN if public else Basis.LICENCE


def _name(source: Place | None) -> str | None:
    if source is None:
        return None
    return _host(source.url) if source.url else source.name


def _host(url: str) -> str:
    bare = url.strip("<>.,;")
    host = urlsplit(bare if "://" in bare else f"//{bare}").hostname or bare
    return host.removeprefix("www.") if "/" in bare or bare.islower() else bare


_WEB = re.compile(r"https?://[^\s<>\"”»）)\]]+")


def _url(paragraph: str, source: Place | None, stated: StatedLicence | None) -> str | None:
    """The address it names for the original, if it is not the licence's."""
    if source and source.url and "/" in source.url:
        return source.url.strip("<>.,;")
    for match in _WEB.finditer(paragraph):
        if "creativecommons.org" not in match.group() and not (
            stated and stated.start <= match.start() < stated.end
        ):
            return match.group().rstrip(".,;:!?")
    return None


def _is_own(source: Place, own_names: Collection[str]) -> bool:
    name = fold(_name(source) or "").removeprefix("the ")
    return bool(name) and any(
        name == fold(own).removeprefix("the ").removeprefix("www.") for own in own_names
    )


# --- A line at the head: author / publication -----------------------------------------------------

_BYLINE = re.compile(r"(?:By )?([^/|\n.,:;]{4,50}?) ?[/|] ?([^/|\n.:;]{3,60})")
_CAPITALISED = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|of|the|and|de|la|du|für|van|von|der)(?: |$)")


def _byline(paragraph: str) -> Notice | None:
    """*Author / Publication*: a guess from the form of the line."""
    match = _BYLINE.fullmatch(paragraph.strip()) if len(paragraph) <= 100 else None
    if match is None:
        return None
    author, publication = match[1].strip(), match[2].strip()
    if not 2 <= len(author.split()) <= 4 or len(publication.split()) > 6:
        return None
    if not all(_is_capitalised(part) for part in (author, publication)):
        return None
    return Notice(Kind.REPUBLISHED, True, 0.4, paragraph, source_name=publication, author=author)


def _is_capitalised(text: str) -> bool:
    return (
        sum(len(m.group()) for m in _CAPITALISED.finditer(text)) == len(text)
        and text.split()[-1][0].isupper()
    )
