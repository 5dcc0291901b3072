"""
One sentence of a possible notice: which parts it has, and what it says about whom.

No sentence is listed anywhere. A reading collects the parts that occur (*published*, *with
permission*, *under*), the names that stand beside them, and how many words have no part to play:
an article's own sentences are full of those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reprise.text.notice_tokens import Lexicon, Token, fold

CORE: Final = frozenset(
    {
        "pub", "rep", "perm", "grant", "courtesy", "contributed", "transl", "derived", "original",
        "read", "source", "firstpub", "reserved", "forbid", "offer", "licensed", "photo", "written", "first",
    }
)  # fmt: skip
_CONTEXTS = CORE - {"first", "reserved", "forbid", "offer"}
_OPENERS = frozenset("([{*_—–-•·|>~#†\"'“”‘’.…:【（〔［※◎●■▲△○◆")
_STOPS = frozenset(
    {"pub", "rep", "perm", "grant", "under", "licence", "licensed", "with_", "read", "transl",
     "derived", "reserved", "offer", "written", "contributed", "courtesy", "without", "url"}
)  # fmt: skip
_LONGEST_NAME = 14
"""Words. "Alice, Eve, and Bob – a security blog" has eight."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name and the part it has: behind which verb (*context*), after which particle (*by*)."""

    context: str
    by: str
    name: str
    url: str | None = None
    person: bool = False
    outlet: bool = False


@dataclass
class Reading:
    """
    What one sentence says.

    Attributes:
        subject: this | the | bare | it | title | we | name | none | other.
        has: Parts that occur.
        titled: An unquoted title stands between subject and verb.
        ours: Where it was published is ourselves (*our newsletter*).
        strange: Words without a part, before and after the first part.
    """

    text: str
    subject: str = "other"
    has: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    titled: bool = False
    title_quoted: bool = False
    subject_name: str = ""
    opens: str = ""
    ours: bool = False
    strange_before: int = 0
    strange_after: int = 0
    loose_names: int = 0
    size: int = 0
    permitted: bool = False

    def place(self, context: str, *by: str) -> Place | None:
        """The first name with this part."""
        return next(
            (p for p in self.places if p.context == context and (not by or p.by in by)), None
        )


def read(text: str, tokens: Sequence[Token], table: Lexicon) -> Reading:
    """Read the tokens of one sentence."""
    return _Reader(text, tokens, table).read()


class _Reader:
    def __init__(self, text: str, tokens: Sequence[Token], table: Lexicon) -> None:
        self.text, self.tokens, self.table = text, tokens, table
        self.words = table.words
        self.links = frozenset(fold(self.words.link).split("|"))
        self.reading = Reading(text)
        self.context = "subject"
        self.gap = 0

    def kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def read(self) -> Reading:
        start = self._skip_label(0)
        self.reading.size = len(self.tokens) - start
        self.reading.has = {t.kind for t in self.tokens[start:]}
        if "firstpub" in self.reading.has:
            self.reading.has |= {"pub", "first"}
        self.reading.opens = self.kind(start)
        at = self._read_subject(start)
        while at < len(self.tokens):
            at = self._step(at)
        self._read_permission()
        return self.reading

    # --- Beginning

    def _skip_label(self, at: int) -> int:
        """Pass brackets, asterisks and a label such as "Editor's note:"."""
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "mark" and token.text in _OPENERS:
                at += 1
            elif (colon := self._label_end(at)) is not None:
                self.reading.has.add("label")
                at = colon + 1
            else:
                break
        return at

    def _label_end(self, at: int) -> int | None:
        if self.kind(at) != "label":
            return None
        for end in range(at + 1, min(at + 7, len(self.tokens))):
            if self.tokens[end].text in {":", "：", "–", "—", "-", ".", ")", "|"}:
                return end
        return None

    def _read_subject(self, at: int) -> int:
        """Say what the sentence is about; returns where to read on."""
        kinds = [self.kind(i) for i in range(at, at + 5)]
        subject, length = self._subject(kinds, at)
        self.reading.subject = subject
        if subject in {"this", "the", "bare"}:
            return self._read_title(at + length)
        return at + length

    def _subject(self, kinds: list[str], at: int) -> tuple[str, int]:
        noun = {"text", "piece"}
        first = kinds[0]
        if first == "this":
            for n in (1, 2, 3):
                if kinds[n] in noun:
                    return "this", n + 1
                if kinds[n] not in {"word", "name", "original", "first", "glue"}:
                    break
            follows = CORE | {"glue", "first"}
            return ("this", 1) if kinds[1] in follows else ("other", 0)
        if first == "the" and kinds[1] in noun:
            return (
                ("this", 3)
                if kinds[2] == "this"
                else (("the", 2) if kinds[1] == "text" else ("other", 0))
            )
        if first == "original" and kinds[1] in noun:
            return "this", 2
        if first in noun:
            if kinds[1] == "this":
                return "this", 2
            return ("bare", 1) if first == "text" else ("other", 0)
        if first == "it":
            return "it", 1
        if first == "ours":
            return "we", 1
        if first == "at":
            return self._place_subject(at)
        if first in CORE or first in {
            "by",
            "with_",
            "under",
            "without",
            "only",
            "content",
            "except_",
        }:
            return (
                "this"
                if self._this_after(at) and first in {"pub", "rep", "first", "firstpub", "transl"}
                else "none"
            ), 0
        if first in {"quote"}:
            self.reading.title_quoted = True
            return "title", 1
        if first in {"glue", "the"} and any(k in {"pub", "rep"} for k in kinds[1:4]):
            return ("this" if self._this_after(at) else "none"), 0
        if first in {"name", "url"}:
            return self._name_subject(at)
        return "other", 0

    def _this_after(self, at: int) -> bool:
        """Verb first: "Se publicó originalmente este artículo …", Arabic, Hebrew."""
        for i in range(at, min(at + 7, len(self.tokens) - 1)):
            pair = {self.kind(i), self.kind(i + 1)}
            if "this" in pair and pair & {"text", "piece"}:
                return True
        return False

    def _name_subject(self, at: int) -> tuple[str, int]:
        name, end, _ = self._take_name(at)
        self.reading.subject_name = name
        return "name", max(end - at, 1)

    def _place_subject(self, at: int) -> tuple[str, int]:
        """The place comes first: "Auf X erschien zuerst …"."""
        name, end, _ = self._take_name(at + 1)
        if name and self.kind(end) in {"pub", "first", "rep", "firstpub", "glue"}:
            return ("this" if self._this_after(end) else "none"), 0
        return "other", 0

    def _read_title(self, at: int) -> int:
        """Pass a title or an author between the subject and its verb."""
        end = at
        while end < len(self.tokens) and self.kind(end) not in CORE | {"under", "content", "read"}:
            end += 1
        between = self.tokens[at:end]
        if end == len(self.tokens) or not between:
            return at
        if between[0].kind in {"quote"} or between[0].text in {",", ":", "("}:
            quoted = any(t.kind == "quote" for t in between)
            self.reading.title_quoted = quoted
            return end if quoted and not any(t.kind in {"by", "of"} for t in between) else at
        loose = [t for t in between if t.kind in {"name", "word", "quote", "url"}]
        leads = between[0].kind in {"name", "word", "url", "date"} or between[0].capital
        if loose and leads and between[0].kind not in {"by", "of"}:
            self.reading.titled = True
            return end
        return at

    # --- The rest

    def _step(self, at: int) -> int:
        token = self.tokens[at]
        if token.kind in _CONTEXTS and not (token.kind == "original" and self.context == "pub"):
            self.context = "pub" if token.kind == "firstpub" else token.kind
            self.gap = 0
        if token.kind == "source" or (token.kind in {"at", "by", "of"} and not self.words.post):
            return self._read_place(at)
        if self.context == "subject" and token.kind in {"first"}:
            self.context = "first"
        if token.kind in {"name", "quote", "url"}:
            return self._read_loose(at)
        if token.kind == "word":
            self._count_strange()
        return at + 1

    def _count_strange(self) -> None:
        self.gap += 1
        if self.context == "subject":
            self.reading.strange_before += 1
        else:
            self.reading.strange_after += 1

    def _read_place(self, at: int) -> int:
        by = self.tokens[at].kind
        begin = at + 1
        while self.kind(begin) == "mark" and self.tokens[begin].text in {":", "：", "(", "–", "-"}:
            begin += 1
        name, end, flags = self._take_name(begin)
        if "ours" in flags or "here" in flags:
            if self.context in {"pub", "first", "subject"}:
                self.reading.ours = True
        if not name:
            return max(end, at + 1) if flags else at + 1
        url = name if self.kind(end - 1) == "url" else None
        by = "loose" if by == "of" and self.gap and self.context != "subject" else by
        self._add(self.context, by, name, url, "person" in flags, "outlet" in flags)
        return end

    def _add(
        self, context: str, by: str, name: str, url: str | None, person: bool, outlet: bool
    ) -> None:
        self.reading.places.append(Place(context, by, name, url, person, outlet))

    def _read_loose(self, at: int) -> int:
        """A name without a particle before it; in some languages the particle follows."""
        name, end, flags = self._take_name(at)
        if not name:
            return at + 1
        url = name if self.kind(end - 1) == "url" else None
        after = self.kind(end)
        while self.words.post and after in {"date"}:
            end += 1
            after = self.kind(end)
        if self.words.post and after == "outlet" and self.kind(end + 1) in {"at", "by", "of"}:
            end += 1
            after = self.kind(end)
        if self.words.post and after in {"at", "by", "of"}:
            self._add(
                "pub" if after != "of" else "perm", after, name, url, False, "outlet" in flags
            )
            return end + 1
        by = "loose" if self.gap and not url else "none"
        self._add(self.context, by, name, url, "person" in flags, "outlet" in flags)
        self.reading.loose_names += 1
        return end

    def _read_permission(self) -> None:
        """*With* (…) *permission* counts; the bare noun does not."""
        for at, token in enumerate(self.tokens):
            if token.kind in {"perm", "courtesy"}:
                self.reading.permitted = True
            if token.kind == "grant":
                for back in range(at - 1, max(at - 7, -1), -1):
                    kind = self.kind(back)
                    if kind in {"with_", "by"}:
                        self.reading.permitted = True
                    if kind not in {
                        "glue",
                        "the",
                        "person",
                        "word",
                        "of",
                        "by",
                        "name",
                        "piece",
                        "text",
                        "this",
                    }:
                        break

    # --- Names

    def _take_name(self, at: int) -> tuple[str, int, set[str]]:
        flags: set[str] = set()
        begin = self._lead(at, flags)
        if "stop" in flags:
            return "", begin, flags
        end = self._name_end(begin)
        if end == begin:
            return "", begin, flags
        name = self.text[self.tokens[begin].start : self.tokens[end - 1].end]
        return _plain(name), end, flags

    def _lead(self, at: int, flags: set[str]) -> int:
        """Pass "the blog of", "the June issue of"."""
        while at < len(self.tokens):
            token, following = self.tokens[at], self.kind(at + 1)
            if token.kind in {"ours", "here"} or (
                token.kind == "this" and following in {"outlet", "issue", "text", "content"}
            ):
                flags |= {"ours" if token.kind != "here" else "here", "stop"}
                return at + 1
            if (
                token.kind == "the"
                and token.capital
                and self._is_nameish(at + 1)
                and not self.words.nouns
            ):
                return at
            if token.kind in {"the", "glue", "with_"} and not self._starts_name(at):
                at += 1
            elif token.kind == "person":
                flags.add("person")
                at += 1
            elif token.kind == "outlet" and self._leads_name(at):
                flags.add("outlet")
                at += 1
            elif token.kind in {"issue", "date", "month"} and not self._starts_name(at):
                flags.add("issue" if token.kind == "issue" else "date")
                at += 1
            elif (
                (token.kind in {"of", "at", "and_"} and flags & {"outlet", "issue", "date"})
                or (token.text == "," and flags & {"outlet", "person"} and self._is_nameish(at + 1))
                or (token.kind == "mark" and token.text in {"’", "'", "`"})
            ):
                at += 1
            else:
                return at
        return at

    def _starts_name(self, at: int) -> bool:
        token = self.tokens[at]
        return (
            token.capital
            and not self._caseless
            and self._is_nameish(at + 1)
            and token.kind not in {"date", "month"}
        )

    @property
    def _caseless(self) -> bool:
        return self.words.joined or bool(self.words.clitics) or self.words.post

    def _leads_name(self, at: int) -> bool:
        token = self.tokens[at]
        follows = self.kind(at + 1) in {
            "name",
            "quote",
            "url",
            "of",
            "at",
            "the",
            "outlet",
            "word",
            "date",
            "ours",
            "mark",
        }
        if token.capital and not self.words.nouns and not self._caseless:
            return self.kind(at + 1) in {"quote", "url"}
        return follows or not token.capital

    def _is_nameish(self, at: int) -> bool:
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        return token.kind in {"name", "quote"} or (
            token.capital and token.kind not in _STOPS | {"mark", "date"}
        )

    def _name_end(self, begin: int) -> int:
        at = begin
        while at < len(self.tokens) and at - begin < _LONGEST_NAME:
            step = self._name_step(begin, at)
            if step == 0:
                break
            at += step
            if self.tokens[at - 1].kind in {"quote", "url"}:
                break
        return at

    def _name_step(self, begin: int, at: int) -> int:
        """How many tokens at *at* belong to the name."""
        token, inside = self.tokens[at], at > begin
        if token.kind == "url":
            return 0 if inside else 1
        if token.kind in {"name", "quote"}:
            return 1
        if token.kind == "word":
            glued = (token.glued and inside) or self._after_number(begin, at)
            return 1 if glued or (not inside and self.kind(at + 1) == "outlet") else 0
        if token.kind == "mark":
            return self._mark_step(begin, at)
        if inside and token.glued and token.kind == "glue":
            return 1
        if inside and fold(token.text) in self.links:
            return self._link_step(at)
        if token.capital and not self._caseless and token.kind not in _STOPS | {"date"}:
            return (
                1
                if inside or self._is_nameish(at + 1) or token.kind in {"text", "piece", "outlet"}
                else 0
            )
        return 0

    def _after_number(self, begin: int, at: int) -> bool:
        """ "8th light": a name that starts with a number may go on in small letters."""
        return at == begin + 1 and self.tokens[begin].text[0].isdigit()

    def _link_step(self, at: int) -> int:
        for ahead in (1, 2, 3):
            if self._is_nameish(at + ahead):
                return ahead
            if (
                at + ahead >= len(self.tokens)
                or fold(self.tokens[at + ahead].text) not in self.links
            ):
                return 0
        return 0

    def _mark_step(self, begin: int, at: int) -> int:
        mark, inside = self.tokens[at].text, at > begin
        if not inside:
            return 0
        if (
            mark in "&+@/·-–—|"
            and self._is_nameish(at + 1)
            and (mark not in "–—|-/" or self.tokens[at].glued)
        ):
            return 1
        if mark in "–—-" and not self.tokens[at].glued:
            return self._tagline_step(at)
        if mark in ".’'" and self.tokens[at].glued and at + 1 < len(self.tokens):
            initial = len(self.tokens[at - 1].text) == 1 and self.tokens[at - 1].capital
            following = self.tokens[at + 1]
            return 1 if (following.glued or initial) and following.kind != "mark" else 0
        if mark == ",":
            return self._enumeration_step(begin, at)
        return 0

    def _tagline_step(self, at: int) -> int:
        """A dash and up to four small words, as long as the notice goes on after them."""
        for ahead in range(1, 6):
            kind = self.kind(at + ahead)
            if kind in {"and_", "rep", "under", "with_"} and ahead > 1:
                return ahead
            if kind not in {"word", "the", "glue", "outlet", "name", "of"}:
                return 0
        return 0

    def _enumeration_step(self, begin: int, at: int) -> int:
        """ "Alice, Eve, and Bob" is one name; "Basic Books, New York" is not."""
        if self._is_nameish(at + 1):
            closes = self.tokens[at + 2].text if at + 2 < len(self.tokens) else ""
            is_list = self.kind(at + 2) == "and_" or (closes == "," and self.kind(at + 3) == "and_")
            return (
                2
                if is_list and self._is_nameish(at + (3 if self.kind(at + 2) == "and_" else 4))
                else 0
            )
        earlier = any(t.text == "," for t in self.tokens[begin:at])
        return 3 if earlier and self.kind(at + 1) == "and_" and self._is_nameish(at + 2) else 0


_WRAPPING = " \t\n.,;:!?()[]{}<>\"'“”„«»‘’「」『』《》〈〉‹›*_|"


def _plain(name: str) -> str:
    """Take a name out of its quotation marks and brackets."""
    plain = re.sub(r"(?<=\w)['’]s$", "", name.strip())
    if plain.startswith("[") and "]" in plain:
        return plain.rstrip(_WRAPPING)
    return plain.strip(_WRAPPING)
