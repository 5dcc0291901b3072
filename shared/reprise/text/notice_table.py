"""
The table of one language, and the same made ready for looking up.

A language is a table of phrases, each under the part it plays (``pub``: *published*, ``rep``:
*reprinted*, ``at``: *on* …). Matching ignores case and accents and looks at whole words, one
dictionary step per word, so the time is linear whatever the text holds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
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
        partner: Who makes *our* another's: *our partner X*, *our friends at X*.
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
    partner: str = ""
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


@dataclass(frozen=True)
class Lexicon:
    """The table of one language, made ready for looking up."""

    words: Words
    exact: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    prefixes: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    lengths: tuple[int, ...]
    endings: tuple[tuple[str, str], ...]
    joined: dict[str, re.Pattern[str]] | None
    uses: frozenset[str]

    def says_use(self, phrase: str) -> bool:
        """Say whether an invitation names a use by itself: *may republish*."""
        return not self.uses.isdisjoint(fold(phrase).split())

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
    for kind, phrase in phrases(words):
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
        _joined_patterns(words) if words.joined else None,
        frozenset(fold(f"{words.use}|{words.rep}|{words.pub}").split("|")),
    )


_BETWEEN_WORDS = re.compile(r"[\s'’-]+")


def phrases(words: Words, kinds: Iterable[str] = KINDS) -> Iterator[tuple[str, str]]:
    """The phrases of *kinds*, each once and folded, with the part it plays."""
    seen: set[str] = set()
    for kind in kinds:
        for phrase in _BETWEEN_WORDS.sub(" ", fold(getattr(words, kind))).split("|"):
            plain = phrase.strip()
            if plain and plain not in seen:
                seen.add(plain)
                yield kind, plain


JOINED_DATE = r"\d{4}\s?[年년](?:\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?)?|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"


def _is_syllable(phrase: str) -> bool:
    """Say whether it is one Hangul syllable: a particle ends its word, the rest are in names."""
    return len(phrase) == 1 and "가" <= phrase <= "힣"


def _joined_patterns(words: Words) -> dict[str, re.Pattern[str]]:
    """The phrases of a language without spaces, longest first, by their first character."""
    found: dict[str, list[str]] = {digit: [f"(?P<date__0>{JOINED_DATE})"] for digit in "0123456789"}
    longest = sorted(phrases(words), key=lambda one: -len(one[1]))
    for number, (kind, phrase) in enumerate(longest, start=1):
        pattern = f"(?P<{kind}__{number}>{_joined_phrase(phrase)})"
        found.setdefault(phrase[0], []).append(pattern)
    return {first: re.compile("|".join(patterns)) for first, patterns in found.items()}


def _joined_phrase(phrase: str) -> str:
    """A space in it is optional; a Latin phrase stands alone, and one syllable ends its word."""
    plain = re.escape(phrase).replace(r"\ ", " ?")
    if phrase.isascii():
        return rf"(?<![a-zA-Z]){plain}(?![a-zA-Z])"
    return rf"{plain}(?!\w)" if _is_syllable(phrase) else plain
