"""
Paragraph -> words with a part to play in a notice, for :mod:`reprise.text.notice_grammar`.

A language is a table of phrases, each under the part it plays (``pub``: *published*, ``rep``:
*reprinted*, ``at``: *on* …). Matching ignores case and accents and looks at whole words, one
dictionary step per word, so the time is linear whatever the text holds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Final

MARKS: Final = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
"""Combining marks that fold away: Latin, Greek and Cyrillic accents, Hebrew points, harakat."""

_FOLDED_AWAY = re.compile(f"[{MARKS}\u0640\u200d\u00ad]")


def fold(text: str) -> str:
    """
    *text* for comparison: no case, no accents.

    >>> fold("Publié à İstanbul")
    'publie a istanbul'
    """
    if text.isascii():
        return text.lower()
    bare = _FOLDED_AWAY.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", bare).replace("’", "'")


@dataclass(frozen=True)
class Words:
    """
    What notices are made of in one language.

    Phrases are separated by ``|``; ``*`` at the end of a word stands for any ending, before a word
    for any beginning. Hyphens and apostrophes inside a phrase are written as spaces.

    Attributes:
        gate: Pieces of words, one of which every notice of the language holds.
        text: What an article is called, also after a mere *the*.
        piece: More names for it, which count only after *this*.
        pub / first / rep: published; originally; reprinted. ``firstpub`` says both first ones.
        grant / with_ / perm: permission; with; both in one.
        at / by / of / from_: What stands before (``post``: behind) a place, an agent, an owner, an
            origin; whom one writes ``for_``.
        link: Small words inside the name of a publication.
        outlet: What a publication is called: blog, newspaper.
        written / aided: What stands before an author; before an editor, an illustrator.
        person: Who may give permission without being a publication: the author.
        original / read: the original article; where to read it.
        use / offer: What one may do with a text; what invites to it; ``invite`` says both.
        ask / thanks: Where to ask for permission; who is thanked for it.
        feed: *Appeared first on*, as only the footers of feeds say it.
        forbid / without / only: What turns a permission into a reservation.
        post: Particles follow the name (Turkish, Hindi).
        bare: The name may stand without any, inflected (Finnish, Hungarian).
        joined: Written without spaces (Chinese, Japanese), or with particles that cling (Korean).
        nouns: Every noun has a capital (German).
        small_titles: Only the first word of a title has one (French, Czech).
        clitics: Letters that cling to the front of a word (Arabic, Hebrew).
    """

    code: str
    gate: str
    text: str
    this: str
    pub: str
    first: str
    rep: str
    firstpub: str = ""
    feed: str = ""
    piece: str = ""
    it: str = ""
    grant: str = ""
    with_: str = ""
    perm: str = ""
    courtesy: str = ""
    contributed: str = ""
    written: str = ""
    aided: str = ""
    person: str = ""
    at: str = ""
    by: str = ""
    of: str = ""
    from_: str = ""
    for_: str = ""
    outlet: str = ""
    issue: str = ""
    transl: str = ""
    derived: str = ""
    original: str = ""
    read: str = ""
    source: str = ""
    reserved: str = ""
    forbid: str = ""
    without: str = ""
    only: str = ""
    invite: str = ""
    offer: str = ""
    ask: str = ""
    thanks: str = ""
    use: str = ""
    terms: str = ""
    under: str = ""
    licence: str = ""
    licensed: str = ""
    content: str = ""
    except_: str = ""
    photo: str = ""
    here: str = ""
    ours: str = ""
    label: str = ""
    language: str = ""
    link: str = ""
    month: str = ""
    where: str = ""
    and_: str = ""
    the: str = ""
    glue: str = ""
    post: bool = False
    bare: bool = False
    joined: bool = False
    nouns: bool = False
    small_titles: bool = False
    clitics: str = ""


_NO_PHRASES = frozenset(
    {"code", "gate", "link", "post", "bare", "joined", "nouns", "small_titles", "clitics"}
)
KINDS: Final = tuple(f.name for f in fields(Words) if f.name not in _NO_PHRASES)
"""The parts a phrase can play; if a phrase is under two, the one further up wins."""


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


@dataclass(frozen=True)
class Lexicon:
    """The table of one language, made ready for looking up."""

    words: Words
    exact: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    prefixes: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    lengths: tuple[int, ...]
    endings: tuple[tuple[str, str], ...]
    joined: re.Pattern[str] | None
    uses: frozenset[str]

    def says_use(self, token: Token) -> bool:
        """Say whether an invitation names a use by itself: *may republish*."""
        return token.kind in {"offer", "reserved"} and not self.uses.isdisjoint(
            fold(token.text).split()
        )

    def compound(self, word: str) -> str | None:
        """Say what a word plays whose end is listed: *Stadtmagazin* is a magazine."""
        return next((kind for ending, kind in self.endings if word.endswith(ending)), None)

    def entries(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Phrases that may begin with *word*, longest first."""
        found = self.exact.get(word, ())
        for length in self.lengths:
            if length <= len(word) and (more := self.prefixes.get(word[:length])):
                found = (*found, *more)
        return tuple(sorted(found, key=lambda entry: -len(entry[0]))) if found else ()


@cache
def lexicon(words: Words) -> Lexicon:
    """Make the table of one language ready."""
    exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    prefixes: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    endings = []
    for kind, phrase in _phrases(words):
        head, *rest = phrase.split()
        if head.startswith("*"):
            endings.append((head[1:], kind))
            continue
        table, key = (prefixes, head[:-1]) if head.endswith("*") else (exact, head)
        table.setdefault(key, []).append((tuple(rest), kind))
    return Lexicon(
        words,
        {word: tuple(found) for word, found in exact.items()},
        {word: tuple(found) for word, found in prefixes.items()},
        tuple(sorted({len(word) for word in prefixes}, reverse=True)),
        tuple(endings),
        _joined_pattern(words) if words.joined else None,
        frozenset(fold(f"{words.use}|{words.rep}|{words.pub}").split("|")),
    )


def _phrases(words: Words) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for kind in KINDS:
        for phrase in getattr(words, kind).split("|"):
            plain = " ".join(re.split(r"[\s'’-]+", fold(phrase))).strip()
            if plain and plain not in seen:
                seen.add(plain)
                yield kind, plain


_JOINED_DATE = r"\d{4}\s?[年년](?:\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?)?|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"


def _joined_pattern(words: Words) -> re.Pattern[str]:
    """All phrases of a language without spaces, longest first; a space in one is optional."""
    phrases = sorted(_phrases(words), key=lambda found: -len(found[1]))
    kinds: dict[str, list[str]] = {}
    ordered = [f"(?P<date__0>{_JOINED_DATE})"]
    for number, (kind, phrase) in enumerate(phrases, start=1):
        kinds.setdefault(kind, []).append(phrase)
        ordered.append(f"(?P<{kind}__{number}>{re.escape(phrase).replace(chr(92) + ' ', ' ?')})")
    return re.compile("|".join(ordered))


# --- Tokens ---------------------------------------------------------------------------------------

_LETTER = r"[\w\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0900-\u0dff\u200c\u200d]"
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
    rf"|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?!\d)|{_JOINED_DATE}|\d{{1,2}}\s?月)"
    rf"|(?P<name>\[\w{{1,3}}\]{_LETTER}+)"
    rf"|(?P<word>{_LETTER}+)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|º|ª)?")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}")
LONGEST: Final = 900
"""Characters. A longer paragraph is never a notice; real ones stay under six hundred."""


def tokens(text: str, table: Lexicon) -> list[Token]:
    """Split *text* into tokens of one language."""
    if table.joined is not None:
        return list(_joined_tokens(text, table.joined))
    raw = list(_raw_tokens(text))
    return _months(list(_merged(raw, table)))


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


def _merged(raw: list[Token], table: Lexicon) -> Iterator[Token]:
    """Yield tokens with the phrases of the table put together, longest first."""
    raw = [t for at, t in enumerate(raw) if t.kind != "mark" or not _is_joint(raw, at)]
    folded = [fold(t.text) if t.kind in ("word", "date") else "" for t in raw]
    at = 0
    while at < len(raw):
        found = _longest(raw, folded, at, table) or _compound(raw, folded, at, table)
        clitic = _clitic(raw, folded, at, table, longer_than=found[1] if found else 0)
        if clitic:
            yield from clitic.tokens
            at += clitic.length
            continue
        if found is None:
            yield raw[at] if raw[at].kind != "word" or not raw[at].capital else _named(raw[at])
            at += 1
            continue
        kind, length = found
        first, last = raw[at], raw[at + length - 1]
        phrase = " ".join(t.text for t in raw[at : at + length])
        yield Token(kind, phrase, first.start, last.end, first.capital, first.glued)
        at += length


def _longest(
    raw: list[Token], folded: list[str], at: int, table: Lexicon
) -> tuple[str, int] | None:
    for rest, kind in table.entries(folded[at]) if folded[at] else ():
        if _follows(raw, folded, at + 1, rest):
            return kind, 1 + len(rest)
    return None


def _compound(
    raw: list[Token], folded: list[str], at: int, table: Lexicon
) -> tuple[str, int] | None:
    """A compound leads a name; without one behind it, it is the name: *im Hafenblatt*."""
    following = raw[at + 1] if folded[at] and at + 1 < len(raw) else None
    if following is None or following.kind == "mark" or not following.capital:
        return None
    kind = table.compound(folded[at])
    return (kind, 1) if kind else None


def _follows(raw: list[Token], folded: list[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(raw):
        return False
    for offset, wanted in enumerate(rest):
        word = folded[at + offset]
        if not (word.startswith(wanted[:-1]) and word if wanted[-1] == "*" else word == wanted):
            return False
    return True


@dataclass(frozen=True)
class _Clitic:
    tokens: tuple[Token, Token]
    length: int


def _clitic(
    raw: list[Token], folded: list[str], at: int, table: Lexicon, *, longer_than: int
) -> _Clitic | None:
    """A phrase with a particle clinging to its front (*in-the-newspaper*), taken apart."""
    token, word = raw[at], folded[at]
    if not word or not table.words.clitics or token.kind != "word":
        return None
    for clitic in table.words.clitics.split("|"):
        stem = word.removeprefix(clitic)
        found = _longest(raw, [*folded[:at], stem, *folded[at + 1 :]], at, table)
        if stem == word or found is None or found[1] <= longer_than:
            continue
        particle = _single(clitic, table) or "glue"
        kind, length = found
        cut = min(token.start + len(clitic), token.end)
        front = Token(particle, clitic, token.start, cut, False, token.glued)
        end = raw[at + length - 1].end
        return _Clitic((front, Token(kind, stem, cut, end, token.capital, True)), length)
    return None


def _named(token: Token) -> Token:
    return Token("name", token.text, token.start, token.end, token.capital, token.glued)


def _single(word: str, table: Lexicon) -> str | None:
    return next((kind for rest, kind in table.entries(word) if not rest), None)


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


def _joined_tokens(text: str, pattern: re.Pattern[str]) -> Iterator[Token]:
    """Yield tokens of a script without spaces; what lies between phrases is a name."""
    for is_run, kind, start, end in _runs(text):
        if is_run:
            yield from _split_run(text, start, end, pattern)
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


def _split_run(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[Token]:
    at = start
    for match in pattern.finditer(text, start, end):
        yield from _name_between(text, at, match.start())
        kind = str(match.lastgroup).split("__")[0]
        yield Token(kind, match.group(), match.start(), match.end(), capital=True, glued=True)
        at = match.end()
    yield from _name_between(text, at, end)


def _name_between(text: str, start: int, end: int) -> Iterator[Token]:
    bare = text[start:end]
    if inner := bare.strip():
        begin = start + bare.index(inner)
        yield Token("name", inner, begin, begin + len(inner), capital=True)
