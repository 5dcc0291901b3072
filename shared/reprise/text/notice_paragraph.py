"""
A paragraph in one language: its sentences, and whether they are a notice together.

A line about the author may share a paragraph with a notice, and so may the end of the article
itself; what is the notice's own is told by :meth:`Found.span`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reprise.text.licences import StatedLicence, find_licence
from reprise.text.notice_claims import CLEAR, Claim, Kind, Position, claim_of, supports
from reprise.text.notice_grammar import read
from reprise.text.notice_reading import Reading
from reprise.text.notice_sentences import sentences
from reprise.text.notice_table import Lexicon
from reprise.text.notice_tokens import Token, tokens

_SURE = 0.7
_COMPANY = 3
_LONGEST_WITH_COMPANY = 600
"""Sentences and characters of something else that a notice may share a paragraph with."""
_LONGEST_OFFER = 300
_FRAGMENT = 2
"""Tokens: "Original." and brackets left over are no sentences."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, what it says and what it claims."""

    tokens: Sequence[Token]
    reading: Reading
    claim: Claim | None

    @property
    def is_part(self) -> bool:
        """It belongs to a notice, or is too little to belong to anything."""
        return self.claim is not None or len(self.tokens) <= _FRAGMENT or supports(self.reading)


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph that is, or holds, a notice, as read in one language."""

    language: str
    sentences: tuple[Sentence, ...]
    licence: StatedLicence | None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What its sentences claim; at least one does."""
        return tuple(s.claim for s in self.sentences if s.claim)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What its sentences say."""
        return tuple(s.reading for s in self.sentences)

    @property
    def best(self) -> Claim:
        """The strongest republication, else the strongest other claim."""
        return max(
            self.claims,
            key=lambda c: (c.kind.is_republication and c.confidence >= CLEAR, c.confidence),
        )

    def rank(self, language: str | None) -> tuple[float, float]:
        """Order readings: the language that knows most of the words goes first."""
        known = sum(r.known * r.size for r in self.readings) / sum(r.size for r in self.readings)
        bonus = 0.2 if language and language.split("-")[0].lower() == self.language else 0.0
        return round(known + bonus, 2), self.best.confidence

    def span(self, position: Position) -> tuple[int, int]:
        """
        Where the notice begins and ends in the paragraph.

        At the tail all that follows is the notice's: what kind of newsroom X is, where to
        subscribe to it. At the head it may be the article.
        """
        claiming = [at for at, sentence in enumerate(self.sentences) if sentence.claim]
        first, last = claiming[0], claiming[-1]
        while first > 0 and self.sentences[first - 1].is_part:
            first -= 1
        while last + 1 < len(self.sentences) and (
            position == "tail" or self.sentences[last + 1].is_part
        ):
            last += 1
        return self.sentences[first].tokens[0].start, self.sentences[last].tokens[-1].end


def read_paragraph(paragraph: str, table: Lexicon, position: Position) -> Found | None:
    """Read *paragraph* with the words of one language; ``None`` when it is no notice in it."""
    words = tokens(paragraph, table)
    licence = _licence(paragraph) if _speaks_of_licence(paragraph, words) else None
    cut = sentences(paragraph, _without_licence(words, licence))
    read_out = [(part, read(paragraph, part, table)) for part in cut]
    found = tuple(
        Sentence(part, reading, claim_of(reading, position, licensed=licence is not None))
        for part, reading in read_out
    )
    if not _is_notice(found, len(paragraph), position):
        return None
    return Found(table.words.code, found, licence)


_licence = lru_cache(maxsize=2)(find_licence)
"""One paragraph is asked about in several languages."""
_OF_LICENCES = frozenset({"licence", "licensed", "under", "content", "url"})


def _speaks_of_licence(paragraph: str, words: Sequence[Token]) -> bool:
    """Its patterns are the dearest of all, and few paragraphs hold a word for what they find."""
    return any(word.kind in _OF_LICENCES for word in words) or "omain" in paragraph


def _is_notice(found: Sequence[Sentence], length: int, position: Position) -> bool:
    """
    Say whether the paragraph is a notice, or one at the head or the tail holds one.

    In the body nothing may stand beside it.
    """
    claims = [sentence.claim for sentence in found if sentence.claim]
    if not claims:
        return False
    others = sum(not sentence.is_part for sentence in found)
    if others == 0:
        return True
    best = max(claims, key=lambda c: c.confidence)
    if position == "body" or best.confidence < _SURE:
        return False
    if best.kind in {Kind.OUTBOUND_OFFER, Kind.RESERVATION}:
        return length <= _LONGEST_OFFER
    if not best.kind.is_republication:
        return False
    return others <= _COMPANY and length <= _LONGEST_WITH_COMPANY


def _without_licence(found: Sequence[Token], licence: StatedLicence | None) -> list[Token]:
    """The tokens, with those that name the licence as such: *4.0 International* is no newspaper."""
    return [replace(t, kind="licence") if _names_licence(t, licence) else t for t in found]


def _names_licence(token: Token, licence: StatedLicence | None) -> bool:
    if licence and licence.start <= token.start < licence.end:
        return token.kind in {"name", "word", "date", "url", "licence"}
    return token.kind == "url" and "creativecommons.org" in token.text
