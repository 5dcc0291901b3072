"""
Republication notices in running text: who published it first, and on what ground we may (B27).

*"This article first appeared in X and is republished under CC BY"* is a notice. A footer that a
feed adds, a rights-reserved line, a date of first publication, an offer to others, a photo credit
and an article's own sentence about publishing are not, however alike they look; those that have a
name of their own are returned under it, the rest is ``None``. When unsure the answer is ``None``:
a paragraph of the article must never be taken for a notice.

The way: a gate of pieces of words, tokens (:mod:`~reprise.text.notice_tokens`), a reading per
sentence (:mod:`~reprise.text.notice_grammar`), what it claims
(:mod:`~reprise.text.notice_claims`), whether the paragraph is a notice
(:mod:`~reprise.text.notice_paragraph`), and here one notice of all sentences.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from reprise.model.permission import Basis
from reprise.text.licences import StatedLicence
from reprise.text.notice_claims import Claim, Kind, Position, source_of
from reprise.text.notice_gate import languages_of
from reprise.text.notice_paragraph import Found, read_paragraph
from reprise.text.notice_reading import Place, Reading
from reprise.text.notice_table import Lexicon, fold, lexicon
from reprise.text.notice_tokens import LONGEST, likely
from reprise.text.notice_words import candidates, is_candidate

__all__ = ["FoundNotice", "Kind", "Notice", "Position", "find_notice", "find_notices"]


@dataclass(frozen=True)
class Notice:
    """
    What one paragraph says about where it comes from.

    Attributes:
        is_republication: The text was published elsewhere before.
        source_name: Where, in the words (and the case) of the notice.
        source_url: Address of the original, if the paragraph spells one out.
        licence: Id of the licence if it is a known one.
        licence_stated: The words that name it.
        basis: The ground that is stated; ``None`` if none is.
        of_text: The licence is this text's own, not a whole site's.
        contributed: The author gave it for publication: a permission, said in other words.
        confidence: 0 to 1; below 0.5 it is a guess from the form of the line alone.
        text: The paragraph.
        span: Where in it the notice is; a line about the author may share the paragraph, or the
            end of the article.
        language: The table of words it was read with.
    """

    kind: Kind
    is_republication: bool
    confidence: float
    text: str
    span: tuple[int, int] = (0, 0)
    source_name: str | None = None
    source_url: str | None = None
    author: str | None = None
    licence: str | None = None
    licence_stated: str | None = None
    basis: Basis | None = None
    of_text: bool = False
    contributed: bool = False
    language: str | None = None

    @property
    def words(self) -> str:
        """The notice's own words."""
        return self.text[slice(*self.span)]


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
        language: BCP 47 tag if known; the paragraph is more readily read in it.

    Example:
        >>> notice = find_notice(
        ...     "This story first appeared in The Tidal Post and is republished with permission.",
        ...     position="tail",
        ... )
        >>> notice.source_name, notice.basis
        ('The Tidal Post', <Basis.PERMISSION: 'permission'>)
    """
    if not _SHORTEST <= len(paragraph) <= LONGEST:
        return None
    tables = _tables(paragraph)
    found = [read_paragraph(paragraph, table, position) for table in tables]
    best = max(filter(None, found), key=lambda one: one.rank(language), default=None)
    if best is None:
        return _byline(paragraph) if position == "head" else None
    return replace(_merged(paragraph, best, own_names), span=best.span(position))


def _tables(paragraph: str) -> list[Lexicon]:
    """The tables to read *paragraph* with: of its likely languages, those it may claim something in."""
    folded = fold(paragraph)
    claiming = {code for code in languages_of(paragraph) if is_candidate(code, folded)}
    if not claiming:
        return []
    tables = likely(paragraph, [lexicon(words) for words in candidates(folded)])
    return [table for table in tables if table.words.code in claiming]


_SHORTEST = 4
"""Characters of "来源：新报"; less cannot name anything."""


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


# --- The paragraph --------------------------------------------------------------------------------


def _merged(paragraph: str, found: Found, own_names: Collection[str]) -> Notice:
    """Make one notice of what all its sentences say."""
    best, stated = found.best, found.licence
    source = _owner(best, found) or best.source or _source_beside(best, found)
    kind = _kind(best, found, source, own_names)
    notice = Notice(
        kind=kind,
        is_republication=kind.is_republication,
        confidence=min(best.confidence, 0.99),
        text=paragraph,
        source_name=_name(source),
        source_url=_url(paragraph, source, stated),
        author=_author(found.readings, source),
        licence_stated=stated.text if stated else None,
        licence=stated.licence.id if stated and stated.licence else None,
        of_text=kind is Kind.SITE_LICENCE and _speaks_of_text(best.reading),
        contributed=any("contributed" in r.has for r in found.readings),
        language=found.language,
    )
    return replace(notice, basis=_basis(notice, found))


def _owner(best: Claim, found: Found) -> Place | None:
    """ "© 2022 X. Distributed by Y": Y is an agency, and X the publication."""
    by_agency = best.reading.opens == "pub" and best.source is not None and best.source.by == "by"
    owners = (place for r in found.readings if (place := r.place("owner")))
    return next(owners, None) if by_agency else None


def _source_beside(best: Claim, found: Found) -> Place | None:
    """The publication, from another sentence: *From the archive of X. Reprinted by permission*."""
    stated = [claim.source for claim in found.claims if claim.source]
    if stated or not best.kind.is_republication:
        return stated[0] if stated else None
    others = (r for r in found.readings if r is not best.reading and _may_name_source(r))
    return next(filter(None, map(source_of, others)), None)


def _may_name_source(reading: Reading) -> bool:
    """A line about the author ("Jo Kay teaches at …") names other places than the source."""
    if "pub" in reading.has and reading.labelled:
        return True
    about_text = reading.subject not in {"name", "it", "we", "other"}
    return about_text and reading.strange <= 1 and reading.opens != "photo"


def _kind(best: Claim, found: Found, source: Place | None, own_names: Collection[str]) -> Kind:
    if not best.kind.is_republication:
        return best.kind
    if source and _is_own(source, own_names):
        return Kind.SELF
    translated = any("transl" in r.has for r in found.readings)
    return Kind.TRANSLATED if translated else best.kind


def _speaks_of_text(reading: Reading) -> bool:
    """ "This article is licensed under …", not "our articles", "this site", "except where noted"."""
    return reading.subject in {"this", "bare"} and not reading.has & {"content", "except_", "ours"}


def _basis(notice: Notice, found: Found) -> Basis | None:
    """The ground it states; a permission goes before a licence."""
    if notice.kind not in {Kind.REPUBLISHED, Kind.TRANSLATED, Kind.DERIVED}:
        return None
    if notice.contributed or any(r.permitted for r in found.readings if r.opens != "photo"):
        return Basis.PERMISSION
    if found.licence is None:
        return None
    licence = found.licence.licence
    return Basis.PUBLIC_DOMAIN if licence and licence.public_domain else Basis.LICENCE


# --- Who, where -----------------------------------------------------------------------------------


def _author(readings: Sequence[Reading], source: Place | None) -> str | None:
    """Who wrote it: "by …" beside a source, "this essay by …", "written by …"."""
    for reading in readings:
        for place in reading.places:
            other = source is None or place.name != source.name
            named = other and not place.url and _is_person(place.name)
            if named and _wrote(place, reading, source):
                return place.name
    return None


def _wrote(place: Place, reading: Reading, source: Place | None) -> bool:
    if place.context == "written":
        return place.by != "for_"
    if place.context == "pub" and place.by == "by":  # else "by" names who published it
        return source is not None and source.context in {"pub", "first"}
    if place.by == "by":
        return place.context in {"first", "subject", "told", "rep"}
    of_a_text = place.by == "of" or (place.context, place.by) == ("told", "none")
    return of_a_text and place.context in _OF_A_TEXT and reading.subject in _TEXTS


_OF_A_TEXT = frozenset({"subject", "told", "original"})
_TEXTS = frozenset({"this", "the", "bare", "title", "none", "we"})
_NAME_WORDS = 5


def _is_person(name: str) -> bool:
    words = name.split()
    return len(words) <= _NAME_WORDS and (len(words) > 1 or not name.isascii())


def _name(source: Place | None) -> str | None:
    if source is None:
        return None
    return _host(source.url) if source.url else source.name


def _host(url: str) -> str:
    bare = url.strip("<>.,;")
    try:
        host = urlsplit(bare if "://" in bare else f"//{bare}").hostname or bare
    except ValueError:  # a bracket, which only stands in numeric addresses
        host = bare
    return host.removeprefix("www.") if "/" in bare or bare.islower() else bare


_WEB = re.compile(r"https?://[^\s<>\"”»）)\]]+")


def _url(paragraph: str, source: Place | None, stated: StatedLicence | None) -> str | None:
    """The address it names for the original, if it is not the licence's."""
    if source and source.url and "/" in source.url:
        return source.url.strip("<>.,;")
    for match in _WEB.finditer(paragraph):
        of_licence = stated and stated.start <= match.start() < stated.end
        if "creativecommons.org" not in match.group() and not of_licence:
            return match.group().rstrip(".,;:!?")
    return None


def _is_own(source: Place, own_names: Collection[str]) -> bool:
    name = _comparable(_name(source) or "")
    return bool(name) and any(name == _comparable(own) for own in own_names)


def _comparable(name: str) -> str:
    return fold(name).strip().removeprefix("the ").removeprefix("www.")


# --- A line at the head: author / publication -----------------------------------------------------

_BYLINE = re.compile(
    r"(?:(?:By|Por|Par|Von|Di|Door|Av|Af|Oleh|От|Автор:) )?([^/|\n.,:;]{4,50}?) ?[/|] ?([^/|\n.:;]{3,60})"
)
_SMALL = frozenset("of the and de la du del el le da do dos di für van von der y e i и".split())
"""Words of a name that have no capital."""
_LONGEST_BYLINE = 100
_MOST_NAMES = 4
_MOST_WORDS = 6


def _byline(paragraph: str) -> Notice | None:
    """*Author / Publication*: a guess from the form of the line."""
    if len(paragraph) > _LONGEST_BYLINE:
        return None
    match = _BYLINE.fullmatch(paragraph.strip())
    if match is None:
        return None
    author, publication = match[1].strip(), match[2].strip()
    counts = len(author.split()), len(publication.split())
    if not 2 <= counts[0] <= _MOST_NAMES or not 1 <= counts[1] <= _MOST_WORDS:
        return None
    if not (_is_capitalised(author) and _is_capitalised(publication)):
        return None
    return Notice(
        Kind.REPUBLISHED,
        is_republication=True,
        confidence=0.4,
        text=paragraph,
        span=(0, len(paragraph)),
        source_name=publication,
        author=author,
    )


def _is_capitalised(text: str) -> bool:
    words = text.split()
    return words[-1][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)
