"""
What a sentence is about: how it begins, up to its verb.

*This article …*, *The post* TITLE *…*, *Reprinted …* without a subject, *© 2022 X*, a label before
any of them, or a name. Only the first kinds are notices of this text; a title between subject and
verb is a feed's footer.
"""

from __future__ import annotations

from collections.abc import Sequence

from reprise.text.notice_names import Names
from reprise.text.notice_reading import COLONS, CORE, NOUNS, PARTICLES, VERBS, Reading
from reprise.text.notice_table import Words
from reprise.text.notice_tokens import Token

_OPENERS = frozenset("([{*_—–-•·|>~#†\"'“”‘’.…:【（〔［※◎●■▲△○◆©")
_CREDITS = frozenset(":：/／|｜丨")
"""Behind the word for a text, its author follows: "Text: Jana Petersen"."""
_GENITIVE_NAMES = (2, 3)
"""Words of a person's name."""


class Beginning:
    """
    Reads how a sentence begins into a :class:`Reading`.

    Attributes:
        context: The part that names behind the beginning have: ``subject``, or ``written`` when it
            is the label of a credit.
    """

    def __init__(
        self, tokens: Sequence[Token], names: Names, words: Words, reading: Reading
    ) -> None:
        self.tokens, self.names, self.words, self.reading = tokens, names, words, reading
        self.kind = names.kind
        self.context = "subject"

    def skip_label(self, at: int) -> int:
        """Pass brackets, asterisks and a label such as "Editor's note:"."""
        while at < len(self.tokens):
            token = self.tokens[at]
            if self._is_owner_sign(at):
                self.reading.owned = True
                at += 1
            elif token.kind == "mark" and token.text in _OPENERS:
                at += 1
            elif (end := self._label_end(at)) is not None:
                self.reading.labelled = True
                at = end + 1
            else:
                break
        return at

    def _is_owner_sign(self, at: int) -> bool:
        word = self.tokens[at].text.casefold()
        return word in {"©", "copyright"} or (word == "c" and self.names.is_mark(at - 1, "("))

    def _label_end(self, at: int) -> int | None:
        if self.kind(at) != "label":
            return None
        for end in range(at + 1, min(at + 7, len(self.tokens))):
            if self.tokens[end].text in COLONS | {".", ")"}:
                return end
        return None

    def read_subject(self, at: int) -> int:
        """Say what the sentence is about; returns where to read on."""
        if self.reading.owned:
            self.reading.subject = "none"
            return self._read_owner(at)
        subject, length = self._subject(at)
        self.reading.subject = subject
        if subject in {"this", "the", "bare"}:
            return self._read_title(at + length)
        return at + length

    def _read_owner(self, at: int) -> int:
        """ "© 2022 Harbour Media": who holds the rights is the source, if nothing else is."""
        name = self.names.take(at)
        if name.text:
            self.reading.add(name, "none", "owner")
        return max(name.end, at)

    def _subject(self, at: int) -> tuple[str, int]:
        kinds = [self.kind(i) for i in range(at, at + 5)]
        first, second = kinds[0], kinds[1]
        if first == "this":
            return self._this_subject(kinds)
        if first in {"the", "it"} and second in NOUNS | {"original"}:
            return self._the_subject(kinds)
        if first == "original" and second in NOUNS:
            return "this", 2
        if first == "text" and second == "mark" and self.tokens[at + 1].text in _CREDITS:
            self.context = "written"
            return "none", 2
        if first in NOUNS:
            return self._noun_subject(kinds)
        if first in {"it", "ours"}:
            return ("it" if first == "it" else "we"), 1
        if self.words.post and first in {"name", "quote", "url"} and self._has_particle(at):
            return ("this" if self._text_after(at) else "none"), 0
        if first == "at":
            return self._place_subject(at)
        if self._is_bare_start(at, kinds):
            if first == "pub" and second == "text" and self._reads_title_after_verb(at):
                return "the", 0
            self.reading.piece = "piece" in kinds[:3]
            return ("this" if first in VERBS and self._text_after(at) else "none"), 0
        if first == "quote":
            self.reading.quoted = True
            return "title", 1
        if first in {"name", "url"}:
            return self._name_subject(at)
        if first == "the" and self.words.bare:
            subject, length = self._name_subject(at + 1)
            return (subject, length + 1) if self.reading.titled else ("other", 0)
        return "other", 0

    def _this_subject(self, kinds: list[str]) -> tuple[str, int]:
        for n in (1, 2, 3):
            if kinds[n] in NOUNS:
                self.reading.piece = kinds[n] == "piece"
                return "this", n + 1
            if kinds[n] not in {"word", "name", "original", "first", "glue", "the"}:
                break
        if self.words.joined:  # their phrases hold the noun
            return "this", 1
        return ("this", 1) if kinds[1] in CORE | {"glue"} else ("other", 0)

    def _the_subject(self, kinds: list[str]) -> tuple[str, int]:
        if kinds[1] == "original":
            return "none", 0
        if kinds[2] == "this":
            return "this", 3
        return ("the", 2) if kinds[1] == "text" else ("other", 0)

    def _noun_subject(self, kinds: list[str]) -> tuple[str, int]:
        self.reading.piece = kinds[0] == "piece"
        if kinds[1] == "this":
            return "this", 2
        if kinds[0] == "text" or kinds[1] in {"pub", "rep", "contributed", "first", "courtesy"}:
            return "bare", 1
        return "other", 0

    def _is_bare_start(self, at: int, kinds: list[str]) -> bool:
        """No subject: "Reprinted from", "Mit Genehmigung von", "Se publicó"."""
        starts = CORE | {"by", "of", "from_", "with_", "under", "without", "only", "content", "except_",
                         "use", "licence"}  # fmt: skip
        if kinds[0] in starts:
            return True
        if kinds[0] == "glue":
            return any(k in VERBS | {"perm", "with_"} for k in kinds[1:3])
        named = self.words.bare and kinds[0] == "the" and self.names.starts_at(at + 1)
        return named and bool({"perm", "outlet"} & set(kinds[2:5]))

    def _has_particle(self, at: int) -> bool:
        """Say whether the name at *at* has its particle behind it."""
        end = self.names.take(at).end
        while self.kind(end) in {"date", "issue"}:
            end += 1
        if self.kind(end) == "of":
            return self.kind(end + 1) in {"perm", "outlet", "grant"}
        return self.kind(end) in PARTICLES | {"outlet", "perm", "rep"}

    def _text_after(self, at: int) -> bool:
        """Verb first: "Se publicó originalmente este artículo …", Arabic, Hebrew."""
        for i in range(at, min(at + 7, len(self.tokens) - 1)):
            pair = {self.kind(i), self.kind(i + 1)}
            if "this" in pair and pair & NOUNS:
                return True
        return False

    def _reads_title_after_verb(self, at: int) -> bool:
        """Arabic footers: *appeared the post* TITLE *first on* NAME."""
        if self.kind(at + 2) in {"this", "at", "first"}:
            return False
        upto = next((i for i in range(at + 2, len(self.tokens)) if self.kind(i) == "first"), 0)
        names = sum(self.kind(i) in {"name", "word"} for i in range(at + 2, upto))
        self.reading.titled = names > 0
        return names > 0

    def _place_subject(self, at: int) -> tuple[str, int]:
        """The place comes first: "Auf X erschien zuerst …"."""
        name = self.names.take(at + 1)
        if name.text and self.kind(name.end) in VERBS | {"glue"}:
            return ("this" if self._text_after(name.end) else "none"), 0
        return "other", 0

    def _name_subject(self, at: int) -> tuple[str, int]:
        """A name or a title; where the noun follows it, as in Turkish, it is a feed's footer."""
        name = self.names.take(at)
        core = next((i for i in range(at, len(self.tokens)) if self.kind(i) in CORE), 0)
        if core and any(self._is_footer_noun(i) for i in range(max(at + 1, core - 3), core)):
            self.reading.titled = True
            return "the", core - at
        if "feed" in self.reading.has:
            self.reading.titled = True
            return "the", max(core - at, 1)
        self.reading.subject_name = name.text
        return "name", max(name.end - at, 1)

    def _is_footer_noun(self, at: int) -> bool:
        token = self.tokens[at]
        headline = token.capital and token.text.lower() != token.text
        return token.kind == "text" and not headline and self.kind(at - 1) != "this"

    def _read_title(self, at: int) -> int:
        """Pass a title between the subject and its verb."""
        end = at
        while end < len(self.tokens) and self.kind(end) not in CORE | {"under", "content"}:
            end += 1
        between = self.tokens[at:end]
        if end == len(self.tokens) or not between:
            return at
        if self.words.post and any(t.kind in PARTICLES for t in between) and not self._ends_feed():
            return at
        if self.words.post and self.kind(end) in {"perm", "rep"}:
            return at
        has_particle = any(t.kind in PARTICLES for t in between)
        if any(t.kind == "quote" for t in between) and not has_particle:
            self.reading.quoted = True
            self.reading.titled = between[0].kind == "quote" and self.reading.subject != "this"
            return end
        if self._ends_feed() and not self.words.post:
            self.reading.titled = True
            return end
        if between[0].text in {",", ":", "("} or between[0].kind in {"by", "of", "from_", "glue"}:
            return at
        if self._is_person(between):
            self.reading.add(self.names.take(at), "by", "subject")
            return end
        if any(t.kind in {"name", "word", "url"} for t in between):
            self.reading.titled = True
            return at if self._ends_feed() else end
        return at

    def _is_person(self, between: Sequence[Token]) -> bool:
        """An author in the genitive, no title: "Статья Анны Лесной вышла …"."""
        return (
            not self.words.nouns
            and len(between) in _GENITIVE_NAMES
            and all(t.kind == "name" for t in between)
        )

    def _ends_feed(self) -> bool:
        return "feed" in self.reading.has
