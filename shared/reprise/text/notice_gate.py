"""
The gate before the reading of notices: the languages in which a paragraph could claim anything.

Nearly no paragraph of an article is a notice, and reading it as one in three languages costs a
hundred times as much as looking up its words. Whatever :mod:`~reprise.text.notice_claims` finds
rests on a phrase of one of :data:`CLAIMING`, so a paragraph in which no such phrase has its
rarest word is no notice. What the gate lets pass may still be none; what it stops never is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Final

from reprise.text.notice_table import MARKS, fold, phrases
from reprise.text.notice_tokens import NO_SPACES, SIGNS, WORD
from reprise.text.notice_words import LANGUAGES

CLAIMING: Final = (
    "pub", "firstpub", "feed", "rep", "perm", "grant", "courtesy", "contributed", "partner",
    "transl", "derived", "original", "read", "source", "reserved", "invite", "offer",
    "use", "licensed", "content", "except_", "photo", "language",
)  # fmt: skip
"""Kinds of phrases, one of which every claim needs (tests hold it against the claims)."""
_WITH_COLON: Final = ("from_",)
"""The same, before a colon: *Aus: Hafenblatt*."""

_SMALL: Final = ("this", "it", "the", "glue", "at", "by", "of", "from_", "for_", "with_", "where")

_WORDS = re.compile(WORD)
_PLAIN_WORDS = re.compile(r"\w+")
_BEYOND_LETTERS = re.compile(f"[{NO_SPACES}{SIGNS}]")
"""Without any of these, a run of letters is a word."""
_NO_SPACES = re.compile(f"[{NO_SPACES}]")
_BREAKS = re.compile(rf"[\d{MARKS}]+")
"""Behind these a word may begin inside another: "10.30reprinted"."""


def languages_of(paragraph: str) -> frozenset[str]:
    """
    Codes of the languages in which *paragraph* may be a notice; mostly none.

    >>> languages_of("Es regnet seit Tagen."), languages_of("Veröffentlicht mit Erlaubnis.")
    (frozenset(), frozenset({'de'}))
    """
    is_plain = _BEYOND_LETTERS.search(paragraph) is None
    words = set((_PLAIN_WORDS if is_plain else _WORDS).findall(paragraph))
    found = reduce(or_, map(_languages, words), 0)
    if ":" in paragraph:
        found |= found >> len(LANGUAGES)
    found &= (1 << len(LANGUAGES)) - 1
    if not is_plain and _NO_SPACES.search(paragraph):
        found |= _table().joined
    return _codes(found)


@lru_cache(maxsize=256)
def _codes(bits: int) -> frozenset[str]:
    return frozenset(code for at, code in enumerate(LANGUAGES) if bits >> at & 1)


@lru_cache(maxsize=1 << 14)
def _languages(word: str) -> int:
    """The languages with a claiming phrase that *word* may belong to, as bits."""
    table = _table()
    found = 0
    for part in _readings(word, table.clitics):
        found |= table.exact.get(part, 0)
        for length in table.lengths:
            found |= table.prefixes.get(part[:length], 0)
        for ending, bits in table.endings.items():
            if part.endswith(ending):
                found |= bits
    return found


def _readings(word: str, clitics: Iterable[str]) -> Iterator[str]:
    """*word* folded, as the tokens may be that are cut out of it."""
    if word.isascii() and word.isalpha():
        yield word.lower()
        return
    for part in map(fold, (word, *(word[found.end() :] for found in _BREAKS.finditer(word)))):
        yield part
        yield from (part.removeprefix(one) for one in clitics if part.startswith(one))


@dataclass(frozen=True, slots=True)
class _Table:
    """
    The rarest words of claiming phrases, with the languages they are of, as bits.

    Attributes:
        exact / prefixes / endings: Whole words; up to the ``*`` behind; from the ``*`` before.
        joined: Languages without spaces: their words can't be looked up.
    """

    exact: dict[str, int]
    prefixes: dict[str, int]
    endings: dict[str, int]
    lengths: tuple[int, ...]
    clitics: frozenset[str]
    joined: int


@cache
def _table() -> _Table:
    exact: dict[str, int] = {}
    prefixes: dict[str, int] = {}
    endings: dict[str, int] = {}
    for bit, phrase in _claiming():
        word = _rarest(phrase)
        table = endings if word.startswith("*") else prefixes if word.endswith("*") else exact
        key = word.strip("*")
        table[key] = table.get(key, 0) | bit
    clitics = (words.clitics.split("|") for words in LANGUAGES.values() if words.clitics)
    return _Table(
        exact,
        prefixes,
        endings,
        lengths=tuple({len(word) for word in prefixes}),
        clitics=frozenset().union(*clitics),
        joined=sum(1 << at for at, words in enumerate(LANGUAGES.values()) if words.joined),
    )


def _rarest(phrase: str) -> str:
    """
    The word of *phrase* that ordinary sentences have least: no small one, the longest, the last.
    A compound is known by its own end.
    """
    first, *more = phrase.split()
    if first.startswith("*"):
        return first
    return max((*more[::-1], first), key=lambda word: (word not in _small_words(), len(word)))


@cache
def _small_words() -> frozenset[str]:
    """Articles, prepositions and the like of all languages."""
    tables = LANGUAGES.values()
    return frozenset(phrase for words in tables for _, phrase in phrases(words, _SMALL))


def _claiming() -> Iterator[tuple[int, str]]:
    for at, words in enumerate(LANGUAGES.values()):
        for phrase in phrases(words, CLAIMING):
            yield 1 << at, phrase[1]
        for phrase in phrases(words, _WITH_COLON):
            yield 1 << at + len(LANGUAGES), phrase[1]
