"""
Names inside a notice: where they begin, which small words belong to them, where they end.

*"in the June issue of Harbour Lines, a quarterly"* names *Harbour Lines*. Capitals decide where a
script has them; elsewhere everything that is no phrase of the language may be part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reprise.text.notice_table import Words, fold
from reprise.text.notice_tokens import Token

STOPS: Final = frozenset(
    {"pub", "firstpub", "feed", "rep", "perm", "grant", "under", "licence", "licensed", "with_",
     "read", "transl", "derived", "reserved", "offer", "invite", "written", "contributed",
     "courtesy", "without", "url", "where", "thanks"}
)  # fmt: skip
"""Parts that end a name, unless they are capitalised where others are not."""
_ORDINARY = STOPS | {"at", "first"}
_LONGEST = 14
"""Words. "Alice, Eve, and Bob – a security blog" has eight."""
_TAGLINE = 6
_FOREIGN_LINKS = frozenset("of the de du des da do di del della la le les el van von y et".split())
"""Small words inside names of other languages: *Le Phare du Nord* in an English notice."""
_NOUN_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name and what was passed before it.

    Attributes:
        text: Empty if there is none.
        end: Index of the token after it.
        flags: ours | here | person | outlet | issue | date, as passed on the way.
        url: It is an address.
    """

    text: str
    end: int
    flags: frozenset[str] = frozenset()
    url: bool = False


class Names:
    """Finds names among the tokens of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Words) -> None:
        self.text, self.tokens, self.words = text, tokens, words
        self.links = frozenset(fold(words.link).split("|"))
        self.in_capitals = self._is_in_capitals()

    def _is_in_capitals(self) -> bool:
        """Say whether ordinary words are capitalised, as in a headline."""
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        inner = [t for before, t in pairs if t.kind in _ORDINARY and before.kind != "name"]
        cased = [t for t in inner if t.text[0].isupper() or t.text[0].islower()]
        return sum(t.capital for t in cased) * 2 > len(cased)

    def kind(self, at: int) -> str:
        """Kind of the token at *at*, empty beyond either end."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def is_mark(self, at: int, mark: str) -> bool:
        """Say whether *mark* stands at *at*."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text == mark

    def take(self, at: int, *, after_by: bool = False) -> Name:
        """Read the name at *at*; behind *by* a preposition ends it: "by A. Poe in The Orchard"."""
        flags: set[str] = set()
        begin = self._lead(at, flags)
        if "stop" in flags:
            return Name("", begin, frozenset(flags))
        end = self._end(begin, after_by)
        if end == begin:
            return Name("", begin, frozenset(flags))
        name = self.text[self.tokens[begin].start : self.tokens[end - 1].end]
        return Name(_plain(name), end, frozenset(flags), self.kind(end - 1) == "url")

    def line(self, at: int) -> Name:
        """All that stands at *at* before the next mark: "出典：みなと日報"."""
        end = at
        while self.kind(end) not in {"", "mark", "date", "quote", "url"}:
            end += 1
        if end == at or any(self.kind(i) in STOPS | {"this"} for i in range(at, end)):
            return self.take(at)
        return Name(_plain(self.text[self.tokens[at].start : self.tokens[end - 1].end]), end)

    def starts_at(self, at: int) -> bool:
        """Say whether what stands at *at* can be part of a name."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        return token.kind in {"name", "quote"} or (
            token.capital
            and self._is_cased(token)
            and token.kind not in {"mark", "date", "licence", "mail"}
            and (token.kind not in STOPS or not self.in_capitals)
        )

    def is_article_of_name(self, at: int) -> bool:
        """Say whether a capitalised article begins a name: "La Vigie", "The Orchard"."""
        token = self.tokens[at]
        return (
            token.kind in {"the", "it", "link"}
            and token.capital
            and self._is_cased(token)
            and not (self.words.nouns or (self.words.bare and at == 0))
            and self.starts_at(at + 1)
        )

    # --- Before the name

    def _lead(self, at: int, flags: set[str]) -> int:
        """Pass "the blog of", "the June issue of"."""
        while at < len(self.tokens):
            step = self._lead_step(at, flags)
            if "stop" in flags:
                return at + 1
            if step == 0:
                break
            at += step
        return at

    def _lead_step(self, at: int, flags: set[str]) -> int:
        token = self.tokens[at]
        if self._is_us(at):
            flags |= {"here" if token.kind == "here" else "ours", "stop"}
            return 0
        if self.is_article_of_name(at):
            return 0
        if token.kind in {"the", "glue", "with_", "it"} and not self._begins_name(at):
            return 1
        if token.kind in {"ours", "partner"}:
            flags.add("outlet")
            return 1
        if token.kind in {"word", "text", "piece"} and self._is_noun_before_name(at):
            return 1
        if token.kind == "person" and not self._begins_name(at):
            flags.add("person")
            return 1
        if token.kind == "outlet" and self._leads_name(at):
            flags.add("outlet")
            return 1
        if token.kind == "issue" and self._is_number(at + 1):
            flags.add("issue")
            return 2
        if token.kind in {"issue", "date", "month"} and not self._begins_name(at):
            flags.add("issue" if token.kind == "issue" else "date")
            return 1
        if token.kind in {"of", "from_", "at", "and_", "with_"} and flags & {
            "outlet",
            "issue",
            "date",
            "person",
        }:
            return 1
        return self._lead_mark(at, flags)

    def _is_noun_before_name(self, at: int) -> bool:
        """An outlet the table does not know: "no fanzine Vento Norte"."""
        plain = not self.tokens[at].capital and len(self.tokens[at].text) >= _NOUN_LENGTH
        return plain and self.kind(at + 1) in {"name", "quote", "url"}

    def _is_number(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].text.strip(".").isdigit()

    def _lead_mark(self, at: int, flags: set[str]) -> int:
        text = self.tokens[at].text
        if text == "," and flags & {"outlet", "person"} and self.starts_at(at + 1):
            return 1
        return 1 if text in {"’", "'", "`"} else 0

    def _is_us(self, at: int) -> bool:
        token, following = self.tokens[at], self.kind(at + 1)
        if token.kind == "ours" and "partner" in {following, self.kind(at + 2)}:
            return False
        if token.kind == "content" and following in {"of", "name", "quote", "url"}:
            return False
        here = token.kind in {"ours", "here"} and not (token.capital and self._begins_name(at))
        this = token.kind == "this" and following in {"outlet", "issue", "text", "content"}
        return here or this or (token.kind == "content" and not token.capital)

    def _begins_name(self, at: int) -> bool:
        token = self.tokens[at]
        cased = token.capital and self._is_cased(token)
        return cased and self.starts_at(at + 1) and token.kind not in {"date", "month"}

    @staticmethod
    def _is_cased(token: Token) -> bool:
        return any(c.isupper() or c.islower() or c.isdigit() for c in token.text)

    def _leads_name(self, at: int) -> bool:
        """Say whether *blog*, *journal* leads a name and is not its first word."""
        token, following = self.tokens[at], self.kind(at + 1)
        if token.capital and self._is_cased(token) and not self.words.nouns:
            return following in {"quote", "url"}
        return bool(following) or not token.capital

    # --- The name

    def _end(self, begin: int, after_by: bool) -> int:
        at = begin
        while at < len(self.tokens) and at - begin < _LONGEST:
            step = self._step(begin, at, after_by)
            if step == 0:
                break
            at += step
            if self.tokens[at - 1].kind in {"quote", "url"}:
                break
        return at

    def _step(self, begin: int, at: int, after_by: bool) -> int:
        """How many tokens at *at* belong to the name."""
        token, inside = self.tokens[at], at > begin
        if token.kind == "url":
            return 0 if inside else 1
        if token.kind in {"name", "quote"}:
            return 1
        if token.kind == "word":
            if inside and self._takes_word(at):
                return 1
            return self._link_step(at) if inside and fold(token.text) in _FOREIGN_LINKS else 0
        if token.kind == "mark":
            return self._mark_step(begin, at)
        if inside and token.glued and token.kind == "glue":
            return 1
        if inside and fold(token.text) in self.links:
            return 0 if after_by and token.kind in {"at", "for_"} else self._link_step(at)
        if self._takes_capital(at):
            return 1 if inside or self.starts_at(at + 1) or token.kind in _NOUNS else 0
        return 0

    def _takes_capital(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.capital or not self._is_cased(token) or token.kind in {"date", "licence"}:
            return False
        if token.kind == "issue" and at + 1 < len(self.tokens):
            dot = self.tokens[at + 1].text == "."
            return not self._is_number(at + 2 if dot else at + 1)
        return token.kind not in STOPS or not self.in_capitals

    def _takes_word(self, at: int) -> bool:
        """A word in small letters: glued, or closing a title ("Le Courrier des dunes")."""
        before = self.tokens[at - 1]
        if self.tokens[at].glued:
            return True
        closes = self._closes(at + 1)
        return closes and self.words.small_titles and before.kind == "name"

    def _closes(self, at: int) -> bool:
        return self.kind(at) in {"", "mark", "and_", "date", "mail"} | STOPS

    def _link_step(self, at: int) -> int:
        for ahead in (1, 2, 3):
            if self.starts_at(at + ahead):
                return ahead
            if self.kind(at + ahead) == "word" and self.words.small_titles:
                return ahead + 1 if self._closes(at + ahead + 1) else 0
            following = self.tokens[at + ahead].text if self.kind(at + ahead) else ""
            if fold(following) not in self.links:
                return 0
        return 0

    def _mark_step(self, begin: int, at: int) -> int:
        mark, glued = self.tokens[at].text, self.tokens[at].glued
        if at == begin:
            return 0
        if mark in "&+@" and self.starts_at(at + 1):
            return 1
        if mark in "/·-–—|" and glued and self.starts_at(at + 1):
            return 1
        if mark in "–—-" and not glued:
            return self._tagline_step(at)
        if mark in ".’'" and glued and at + 1 < len(self.tokens):
            initial = len(self.tokens[at - 1].text) == 1 and self.tokens[at - 1].capital
            following = self.tokens[at + 1]
            return 1 if (following.glued or initial) and following.kind != "mark" else 0
        return self._list_step(begin, at) if mark == "," else 0

    def _tagline_step(self, at: int) -> int:
        """A dash and up to four small words, as long as the notice goes on after them."""
        for ahead in range(1, _TAGLINE):
            kind = self.kind(at + ahead)
            if kind in {"and_", "rep", "under", "with_"} and ahead > 1:
                return ahead
            if kind not in {"word", "the", "glue", "outlet", "name", "of"}:
                return 0
        return 0

    def _list_step(self, begin: int, at: int) -> int:
        """ "Alice, Eve, and Bob" is one name; "Basic Books, New York" is not."""
        if self.starts_at(at + 1):
            comma = self.kind(at + 2) == "mark" and self.tokens[at + 2].text == ","
            closing = at + 2 if self.kind(at + 2) == "and_" else at + 3 if comma else -1
            return 2 if self.kind(closing) == "and_" and self.starts_at(closing + 1) else 0
        earlier = any(t.text == "," for t in self.tokens[begin:at])
        return 3 if earlier and self.kind(at + 1) == "and_" and self.starts_at(at + 2) else 0


_NOUNS = frozenset({"text", "piece", "outlet"})
_WRAPPING = " \t\n.,;:!?()[]{}<>\"'“”„«»‘’「」『』《》〈〉‹›*_|。।"


def _plain(name: str) -> str:
    """Take a name out of its quotation marks and brackets."""
    plain = re.sub(r"(?<=\w)['’]s$", "", name.strip())
    if plain.startswith("[") and "]" in plain:
        return plain.rstrip(_WRAPPING)
    return plain.strip(_WRAPPING)
