"""
One sentence of a possible notice: which parts it has, and what it says about whom.

No sentence is listed anywhere. A reading collects the parts that occur (*published*, *with
permission*, *under*), the names that stand beside them, and how many words have no part to play:
an article's own sentences are full of those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from reprise.text.notice_names import Name, Names
from reprise.text.notice_table import Lexicon
from reprise.text.notice_tokens import Token

CORE: Final = frozenset(
    {"pub", "firstpub", "feed", "rep", "perm", "grant", "courtesy", "contributed", "transl",
     "derived", "original", "read", "source", "reserved", "forbid", "offer", "invite", "licensed",
     "photo", "written", "aided", "first", "thanks", "ask"}
)  # fmt: skip
"""Parts that a notice is about; the subject ends where one begins."""
_CONTEXTS = CORE - {"first", "reserved", "forbid", "offer", "invite", "ask"}
_VERBS = frozenset({"pub", "firstpub", "feed", "rep", "first", "transl"})
_NOUN = frozenset({"text", "piece"})
_PARTICLES = frozenset({"at", "by", "of", "from_", "for_"})
_OPENERS = frozenset("([{*_—–-•·|>~#†\"'“”‘’.…:【（〔［※◎●■▲△○◆©")
_COLONS = frozenset({":", "：", "–", "—", "-", "/", "|"})
_CREDITS = frozenset(":：/／|｜丨")
"""Behind the word for a text, its author follows: "Text: Jana Petersen"."""
_BRIDGES = frozenset({"glue", "the", "person", "word", "of", "name", "this"}) | _NOUN


_BEHIND = {
    "at": ("at", "pub"), "feed": ("at", "pub"), "by": ("by", "pub"), "of": ("of", "perm"),
    "from_": ("from_", "rep"), "perm": ("of", "perm"), "rep": ("from_", "rep"),
}  # fmt: skip
"""Where particles follow the name: what one says about it, as (by, context)."""


_GENITIVE_NAMES = (2, 3)
"""Words of a person's name."""


_AS_PARTICLE = {"with_": "from_", "under": "at"}
"""What else may stand before a place: Russian "с сайта", German "unter" an address."""


@dataclass(frozen=True, slots=True)
class Place:
    """
    A name and the part it has.

    Attributes:
        context: The part it follows: *pub*, *rep*, *perm* …; ``subject`` before any, ``told``
            behind a text that is spoken of after the verb, ``owner`` behind a copyright sign.
        by: The particle before (or behind) it: at | by | of | from_ | for_ | source; ``none``: it
            stands directly at the verb; ``loose``: other words stand between.
    """

    context: str
    by: str
    name: str
    url: str | None = None
    person: bool = False


@dataclass
class Reading:
    """
    What one sentence says.

    Attributes:
        subject: this | the | bare | it | title | we | name | none | other.
        has: Parts that occur.
        titled: A title without quotation marks stands between subject and verb.
        quoted: The same in quotation marks.
        ours: Where it was published is ourselves (*our newsletter*).
        permitted: *With permission*, not the bare word.
        owned: It opens with a copyright sign.
        told_after: The text is spoken of after the verb (*X first published this story*).
        strange_before / strange_after: Words without a part, before and after the first part.
        known: Share of its words that have one.
    """

    text: str
    subject: str = "other"
    subject_name: str = ""
    opens: str = ""
    has: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    titled: bool = False
    quoted: bool = False
    ours: bool = False
    permitted: bool = False
    told_after: bool = False
    labelled: bool = False
    owned: bool = False
    strange_before: int = 0
    strange_after: int = 0
    size: int = 0
    known: float = 0.0

    @property
    def strange(self) -> int:
        """Words without a part."""
        return self.strange_before + self.strange_after

    def place(self, context: str) -> Place | None:
        """The first name in *context*."""
        return next((p for p in self.places if p.context == context), None)


def read(text: str, tokens: Sequence[Token], table: Lexicon) -> Reading:
    """Read the tokens of one sentence."""
    return _Reader(text, tokens, table).read()


class _Reader:
    def __init__(self, text: str, tokens: Sequence[Token], table: Lexicon) -> None:
        self.tokens, self.table, self.words = tokens, table, table.words
        self.names = Names(text, tokens, table.words)
        self.kind = self.names.kind
        span = text[tokens[0].start : tokens[-1].end] if tokens else ""
        self.reading = Reading(span)
        self.context = "subject"
        self.gap = 0

    def read(self) -> Reading:
        start = self._skip_label(0)
        self._survey(start)
        at = self._read_subject(start)
        while at < len(self.tokens):
            at = self._step(at)
        self._read_permission()
        return self.reading

    def _survey(self, start: int) -> None:
        reading, inner = self.reading, self.tokens[start:]
        reading.size, reading.opens = len(inner), self.kind(start)
        reading.has |= {t.kind for t in inner}
        if reading.opens == "from_" and self._is_mark(start + 1, ":"):  # "Aus: …"
            reading.opens = "source"
        if reading.has & {"firstpub", "feed"}:
            reading.has |= {"pub", "first"}
        invitations = (t.text for t in inner if t.kind in {"offer", "reserved"})
        if "invite" in reading.has or any(map(self.table.says_use, invitations)):
            reading.has.add("use")
        words = [t for t in inner if t.kind != "mark"]
        known = sum(t.kind not in {"word", "name"} for t in words)
        reading.known = known / len(words) if words else 0.0

    # --- Beginning

    def _skip_label(self, at: int) -> int:
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
        return word in {"©", "copyright"} or (word == "c" and self._is_mark(at - 1, "("))

    def _is_mark(self, at: int, mark: str) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].text == mark

    def _label_end(self, at: int) -> int | None:
        if self.kind(at) != "label":
            return None
        for end in range(at + 1, min(at + 7, len(self.tokens))):
            if self.tokens[end].text in _COLONS | {".", ")"}:
                return end
        return None

    def _read_subject(self, at: int) -> int:
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
            self._add(name, "none", "owner")
        return max(name.end, at)

    def _subject(self, at: int) -> tuple[str, int]:
        kinds = [self.kind(i) for i in range(at, at + 5)]
        first, second = kinds[0], kinds[1]
        if first == "this":
            return self._this_subject(kinds)
        if first in {"the", "it"} and second in _NOUN | {"original"}:
            return self._the_subject(kinds)
        if first == "original" and second in _NOUN:
            return "this", 2
        if (
            first == "text"
            and self.tokens[at + 1 : at + 2]
            and self.tokens[at + 1].text in _CREDITS
        ):
            self.context = "written"
            return "none", 2
        if first in _NOUN:
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
            return ("this" if first in _VERBS and self._text_after(at) else "none"), 0
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
            if kinds[n] in _NOUN:
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
            return any(k in _VERBS | {"perm", "with_"} for k in kinds[1:3])
        named = self.words.bare and kinds[0] == "the" and self.names.starts_at(at + 1)
        return named and bool({"perm", "outlet"} & set(kinds[2:5]))

    def _has_particle(self, at: int) -> bool:
        """Say whether the name at *at* has its particle behind it."""
        end = self.names.take(at).end
        if self.kind(end) == "of":
            return self.kind(end + 1) in {"perm", "outlet", "grant"}
        return self.kind(end) in _PARTICLES | {"outlet", "perm", "rep"}

    def _text_after(self, at: int) -> bool:
        """Verb first: "Se publicó originalmente este artículo …", Arabic, Hebrew."""
        for i in range(at, min(at + 7, len(self.tokens) - 1)):
            pair = {self.kind(i), self.kind(i + 1)}
            if "this" in pair and pair & _NOUN:
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
        if name.text and self.kind(name.end) in _VERBS | {"glue"}:
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
        if self.words.post and any(t.kind in _PARTICLES for t in between) and not self._ends_feed():
            return at
        if self.words.post and self.kind(end) in {"perm", "rep"}:
            return at
        has_particle = any(t.kind in _PARTICLES for t in between)
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
            self._add(self.names.take(at), "by")
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

    # --- The rest

    def _step(self, at: int) -> int:
        token = self.tokens[at]
        if token.kind in _CONTEXTS and not (token.kind == "original" and self.context == "pub"):
            self.context = "pub" if token.kind in {"firstpub", "feed"} else token.kind
            self.gap = 0
        if token.kind == "first" and self.context == "subject":
            self.context = "first"
        if token.kind == "where":
            return self._read_where(at)
        if token.kind == "this" and self.kind(at + 1) in _NOUN and self.context != "subject":
            self.reading.told_after, self.context = True, "told"
        if token.kind == "text" and self.context == "rep" and self.kind(at + 1) == "name":
            self.context = "told"  # "we reprint the text of …"
        if self._opens_place(at):
            return self._read_place(at)
        if token.kind in {"name", "quote", "url"} or self.names.is_article_of_name(at):
            return self._read_loose(at)
        if token.kind == "word":
            self._count_strange()
        return at + 1

    def _count_strange(self, words: int = 1) -> None:
        self.gap += words
        if self.context == "subject":
            self.reading.strange_before += words
        else:
            self.reading.strange_after += words

    def _opens_place(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == "source":
            return True
        if token.kind == "under":
            return self.kind(at + 1) == "url"
        if token.kind == "with_":  # Russian "с сайта" is *from* as well as *with*
            return self.context in {"rep", "pub"} and self.kind(at + 1) in {
                "outlet",
                "quote",
                "url",
            }
        return token.kind in _PARTICLES and not self.words.post

    def _read_where(self, at: int) -> int:
        """ "… covers fisheries for The Tidal Post, where this article first appeared"."""
        follows = [self.kind(i) for i in range(at + 1, at + 4)]
        if follows[0] in {"this", "it"} and self.reading.places:
            *before, last = self.reading.places
            self.reading.places = [*before, Place("pub", "at", last.name, last.url)]
            self.reading.subject, self.context = "this", "subject"
            self.reading.strange_before = self.reading.strange_after = 0
        return at + 1

    def _read_place(self, at: int) -> int:
        by = _AS_PARTICLE.get(self.tokens[at].kind, self.tokens[at].kind)
        begin = at + 1
        if by == "at" and self.kind(begin) == "language":  # "first published in English"
            self.reading.has.add("transl")
            return begin + 1
        while self.kind(begin) == "mark" and self.tokens[begin].text in _COLONS | {"("}:
            begin += 1
        whole = by == "source" and self.words.joined and begin > at + 1
        name = self.names.line(begin) if whole else self.names.take(begin, after_by=by == "by")
        self._note_ours(name, begin)
        if not name.text:
            return max(name.end, at + 1) if name.flags else at + 1
        loosely = {"by"} if self.context == "subject" else {"of", "from_"}
        far = self.gap and by in loosely  # "supported by X", "of" something else
        translator = by == "by" and self.kind(name.end) == "transl"
        self._add(name, "loose" if far else by, "transl" if translator else None)
        return name.end

    def _note_ours(self, name: Name, begin: int) -> None:
        ours = bool(name.flags & {"ours", "here"})
        if (
            not name.text and not ours and not self.reading.places
        ):  # "στο ενημερωτικό μας δελτίο", "nel nostro numero"
            near = [self.kind(i) for i in range(begin, begin + 4)]
            ours = "ours" in near and not {"mark", "and_"} & set(near[: near.index("ours")])
        if ours and self.context in {"pub", "first", "subject", "rep"}:
            self.reading.ours = True

    def _add(self, name: Name, by: str, context: str | None = None) -> None:
        url = name.text if name.url else None
        person = "person" in name.flags
        self.reading.places.append(Place(context or self.context, by, name.text, url, person))

    def _read_loose(self, at: int) -> int:
        """A name without a particle before it; in some languages the particle follows."""
        name = self.names.take(at, after_by=self.context == "written")
        if not name.text:
            return at + 1
        end = name.end
        if self.words.post:
            while self.kind(end) in {"date", "issue", "outlet"}:
                end += 1
            if part := _BEHIND.get(self.kind(end)):
                self._add(name, *part)
                return end + (self.kind(end) in _PARTICLES)
        near = self._is_near(at) or name.url
        self._add(name, "none" if near else "loose")
        if (
            not near
            and not self.reading.titled
            and not any(c.islower() or c.isupper() for c in name.text)
        ):
            self._count_strange(
                len(name.text) // 4 if self.words.joined else len(name.text.split())
            )
        return end

    def _is_near(self, at: int) -> bool:
        """Say whether the name stands directly at the part before it."""
        if self.gap:
            return False
        if self.context == "transl":
            return self.words.joined
        if self.context not in {"pub", "first"} or self.words.bare or self.words.joined:
            return True
        if self.tokens[at].kind == "quote" and not self.words.by:
            return True  # the case says it: "подготовлен «Берегом»"
        before = self.tokens[at - 1] if at else None
        return before is not None and (
            before.kind in {"outlet", "issue", "firstpub", "feed"}
            or before.text in _COLONS | {",", "("}
        )

    def _read_permission(self) -> None:
        """*With* (…) *permission* counts, and thanks for it; the bare noun does not."""
        if self.reading.has >= {"thanks", "grant"}:
            self.reading.permitted = True
        for at, token in enumerate(self.tokens):
            if self.kind(at + 1) == "licence":  # Greek "με άδεια" is *with permission*, too
                continue
            if token.kind in {"perm", "courtesy"}:
                self.reading.permitted = True
            if token.kind != "grant":
                continue
            for back in range(at - 1, max(at - 8, -1), -1):
                if self.kind(back) in {"with_", "by"}:
                    self.reading.permitted = True
                if self.kind(back) not in _BRIDGES:
                    break
