"""
Paragraph -> words with a part to play in a notice, for :mod:`reprise.text.notice_grammar`.

A paragraph is cut into words once, and these are read with the tables of the languages that it
may be in (:mod:`reprise.text.notice_table`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reprise.text.notice_table import JOINED_DATE, Lexicon, fold


@dataclass(frozen=True, slots=True)
class Token:
    """
    A phrase of the table, a name, another word, an address, a quotation or a mark.

    Attributes:
        kind: One of :data:`KINDS`, or ``name``, ``word``, ``url``, ``quote``, ``date``, ``mark``.
        capital: Starts with a capital letter or a digit, or its script has none.
        glued: No space before it.
    """

    kind: str
    text: str
    start: int
    end: int
    capital: bool = False
    glued: bool = False


# --- Tokens ---------------------------------------------------------------------------------------

SIGNS: Final = r"\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0900-\u0dff\u200c\u200d"
"""What words are written with besides letters: accents, points, vowel signs, joiners."""
_LETTER = rf"[\w{SIGNS}]"
NO_SPACES: Final = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Kana, ideographs and Hangul: a word of theirs ends where an address or a Latin name begins."""
WORD: Final = rf"[{NO_SPACES}]+|(?:(?![{NO_SPACES}]){_LETTER})+"
_QUOTES = (
    ("“", "”"), ("„", "“”"), ("«", "»"), ("»", "«"), ('"', '"'), ("‘", "’"), ("「", "」"),
    ("『", "』"), ("《", "》"), ("〈", "〉"), ("‹", "›"), ("”", "”"), ("'", "'"), ("″", "″"),
)  # fmt: skip
_QUOTE = "|".join(
    rf"{'(?<!' + _LETTER + ')' if a in chr(39) + '‘' else ''}{a}(?=\S)[^{a}{b}\n]{{1,160}}[{b}]"
    + (rf"(?!{_LETTER})" if a in "'‘" else "")
    for a, b in _QUOTES
)
_TOKEN = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<licence>\b(?:CC|Creative\sCommons)[\s-]?(?:BY|0|Zero)(?:[\s-](?:NC|ND|SA))*"
    r"(?:[\s-]?[1-4]\.[05])?(?:\s(?:International|Unported|Deed|DE|IGO|Intl))?\b)"
    r"|(?P<url><?(?:https?://|\bwww\.)[^\s<>\"”»）)]+>?"
    r"|[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]{2,})*\.[A-Za-z]{2,10}(?![\w-])(?:/[^\s<>\"”»)]*)?)"
    rf"|(?P<quote>{_QUOTE})"
    r"|(?P<date>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?(?:[ap]\.?m\b\.?|uhr|h)(?!\w))?"
    rf"|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?!\d)|\d{{1,2}}/\d{{4}}(?!\d)|{JOINED_DATE}|\d{{1,2}}\s?月)"
    rf"|(?P<name>\[\w{{1,3}}\]{_LETTER}+)"
    rf"|(?P<word>{WORD})"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|º|ª)?")
LONGEST: Final = 900
"""Characters. A longer paragraph is never a notice; real ones stay under six hundred."""


def tokens(text: str, table: Lexicon) -> list[Token]:
    """Split *text* into tokens of one language."""
    if table.joined is not None:
        return list(_joined_tokens(text, table.joined))
    return _months(list(_merged(_cut(text), table)))


def likely(text: str, tables: Sequence[Lexicon]) -> list[Lexicon]:
    """
    Leave out the languages that know far fewer words of *text* than the best of *tables*.

    Many share *original* and *source*; the small words around them tell which it is.
    """
    if len(tables) < _FEW_TABLES:
        return list(tables)
    words = [word for word in _cut(text).folded if word]
    known = {t.words.code: sum(word in t.exact for word in words) for t in tables if not t.joined}
    least = max(known.values(), default=0) / 2
    return [t for t in tables if known.get(t.words.code, least) >= least]


_FEW_TABLES = 2


@dataclass(frozen=True, slots=True)
class _Cut:
    """Words and marks of a paragraph, the same for all languages; ``folded`` only where a word."""

    tokens: tuple[Token, ...]
    folded: tuple[str, ...]


@lru_cache(maxsize=2)
def _cut(text: str) -> _Cut:
    raw = list(_raw_tokens(text))
    raw = [t for at, t in enumerate(raw) if t.kind != "mark" or not _is_joint(raw, at)]
    folded = (fold(t.text) if t.kind in ("word", "date") else "" for t in raw)
    return _Cut(tuple(raw), tuple(folded))


def _raw_tokens(text: str) -> Iterator[Token]:
    end = 0
    for match in _TOKEN.finditer(text):
        kind, word = str(match.lastgroup), match.group()
        glued = match.start() == end and end > 0
        end = match.end()
        if kind == "word":
            kind = "date" if _YEAR.fullmatch(word) else "word"
        yield Token(kind, word, match.start(), end, _capital(word), glued)


def _capital(word: str) -> bool:
    return any(c.isupper() or c.isdigit() for c in word) or not any(c.islower() for c in word)


def _is_joint(raw: list[Token], at: int) -> bool:
    """Say whether a hyphen or an apostrophe holds two words together here."""
    return (
        raw[at].text in "-‐‑'’´ʼ`"
        and raw[at].glued
        and at + 1 < len(raw)
        and raw[at + 1].glued
        and raw[at + 1].kind == "word"
    )


# --- Phrases --------------------------------------------------------------------------------------


def _merged(cut: _Cut, table: Lexicon) -> Iterator[Token]:
    """Yield tokens with the phrases of the table put together, longest first."""
    raw, at = cut.tokens, 0
    while at < len(raw):
        found = _longest(cut.folded, at, table) or _compound(cut, at, table)
        split = _clitic(cut, at, table, longer_than=found[1] if found else 0)
        if split:
            yield from split.tokens
            at += split.length
        elif found:
            kind, length = found
            first, last = raw[at], raw[at + length - 1]
            phrase = " ".join(t.text for t in raw[at : at + length])
            yield Token(kind, phrase, first.start, last.end, first.capital, first.glued)
            at += length
        else:
            yield _named(raw[at]) if raw[at].kind == "word" and raw[at].capital else raw[at]
            at += 1


def _longest(folded: Sequence[str], at: int, table: Lexicon) -> tuple[str, int] | None:
    for rest, kind in table.entries(folded[at]) if folded[at] else ():
        if _follows(folded, at + 1, rest):
            return kind, 1 + len(rest)
    return None


def _compound(cut: _Cut, at: int, table: Lexicon) -> tuple[str, int] | None:
    """A compound leads a name; without one behind it, it is the name: *im Hafenblatt*."""
    if not table.endings or not cut.folded[at] or at + 1 == len(cut.tokens):
        return None
    following = cut.tokens[at + 1]
    kind = table.compound(cut.folded[at])
    return (kind, 1) if kind and following.kind != "mark" and following.capital else None


def _follows(folded: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(folded):
        return False
    for word, wanted in zip(folded[at:], rest, strict=False):
        if not (word.startswith(wanted[:-1]) and word if wanted[-1] == "*" else word == wanted):
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Clitic:
    tokens: tuple[Token, Token]
    length: int


def _clitic(cut: _Cut, at: int, table: Lexicon, *, longer_than: int) -> _Clitic | None:
    """A phrase with a particle clinging to its front (*in-the-newspaper*), taken apart."""
    token, word = cut.tokens[at], cut.folded[at]
    if not word or not table.words.clitics or token.kind != "word":
        return None
    for clitic in table.words.clitics.split("|"):
        if not word.startswith(clitic):
            continue
        stem = word.removeprefix(clitic)
        found = _longest([stem, *cut.folded[at + 1 :]], 0, table)
        if found is None or found[1] <= longer_than:
            continue
        kind, length = found
        middle, end = min(token.start + len(clitic), token.end), cut.tokens[at + length - 1].end
        particle = _longest([clitic], 0, table)
        front = Token(particle[0] if particle else "glue", clitic, token.start, middle)
        return _Clitic((front, Token(kind, stem, middle, end, token.capital, True)), length)
    return None


def _named(token: Token) -> Token:
    return Token("name", token.text, token.start, token.end, token.capital, token.glued)


def _months(found: list[Token]) -> list[Token]:
    """Turn months, and the days beside them, into dates; a lone "May" stays what it is."""
    out = list(found)
    for at, token in enumerate(found):
        near = [found[i] for i in (at - 1, at + 1) if 0 <= i < len(found)]
        digits = [t for t in near if t.text.isdigit() or t.kind == "date"]
        if token.kind == "month" and (digits or len(token.text) > 3):
            out[at] = _as_date(token)
        elif _DAY.fullmatch(token.text):
            reach = found[max(0, at - 2) : at + 4]
            if any(t.kind == "month" for t in reach):
                out[at] = _as_date(token)
    return out


def _as_date(token: Token) -> Token:
    return Token("date", token.text, token.start, token.end, token.capital, token.glued)


def _joined_tokens(text: str, patterns: Mapping[str, re.Pattern[str]]) -> Iterator[Token]:
    """Yield tokens of a script without spaces; what lies between phrases is a name."""
    for is_run, kind, start, end in _runs(text):
        if is_run:
            yield from _split_run(text, start, end, patterns)
        else:
            yield Token(kind, text[start:end], start, end, True)


def _runs(text: str) -> Iterator[tuple[bool, str, int, int]]:
    """Yield words with the spaces between them as one run, all else token by token."""
    begin = end = -1
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind == "word" and not _YEAR.fullmatch(match.group()):
            begin, end = (match.start() if begin < 0 else begin), match.end()
            continue
        if begin >= 0:
            yield True, "", begin, end
            begin = -1
        yield False, "date" if kind == "word" else kind, match.start(), match.end()
    if begin >= 0:
        yield True, "", begin, end


def _split_run(
    text: str, start: int, end: int, patterns: Mapping[str, re.Pattern[str]]
) -> Iterator[Token]:
    begin = at = start
    while at < end:
        pattern = patterns.get(text[at])
        match = pattern.match(text, at, end) if pattern else None
        if match is None:
            at += 1
            continue
        yield from _name_between(text, begin, at)
        kind = str(match.lastgroup).split("__")[0]
        yield Token(kind, match.group(), at, match.end(), capital=True, glued=True)
        begin = at = match.end()
    yield from _name_between(text, begin, end)


def _name_between(text: str, start: int, end: int) -> Iterator[Token]:
    bare = text[start:end]
    if inner := bare.strip():
        begin = start + bare.index(inner)
        yield Token("name", inner, begin, begin + len(inner), capital=True)
