"""
One sentence of a possible notice: which parts it has, and what it says about whom.

No sentence is listed anywhere. A reading collects the parts that occur (*published*, *with
permission*, *under*), the names that stand beside them, and how many words have no part to play:
an article's own sentences are full of those.
"""

from __future__ import annotations

from collections.abc import Sequence

from reprise.text.notice_names import Name, Names
from reprise.text.notice_reading import COLONS, CORE, NOUNS, PARTICLES, Place, Reading
from reprise.text.notice_subject import Beginning
from reprise.text.notice_table import Lexicon
from reprise.text.notice_tokens import Token

_CONTEXTS = CORE - {"first", "reserved", "forbid", "offer", "invite", "ask"}
_BRIDGES = frozenset({"glue", "the", "person", "word", "of", "name", "this"}) | NOUNS
_REACH = 8
"""Tokens between *with* and *permission*."""
_BEHIND = {
    "at": ("at", "pub"), "feed": ("at", "pub"), "by": ("by", "pub"), "of": ("of", "perm"),
    "from_": ("from_", "rep"), "perm": ("of", "perm"), "rep": ("from_", "rep"),
}  # fmt: skip
"""Where particles follow the name: what one says about it, as (by, context)."""
_AS_PARTICLE = {"with_": "from_", "under": "at"}
"""What else may stand before a place: Russian "с сайта", German "unter" an address."""


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
        self.beginning = Beginning(tokens, self.names, table.words, self.reading)
        self.context = "subject"
        self.gap = 0

    def read(self) -> Reading:
        start = self.beginning.skip_label(0)
        self._survey(start)
        at = self.beginning.read_subject(start)
        self.context = self.beginning.context
        while at < len(self.tokens):
            at = self._step(at)
        self._read_permission()
        return self.reading

    def _survey(self, start: int) -> None:
        reading, inner = self.reading, self.tokens[start:]
        reading.size, reading.opens = len(inner), self.kind(start)
        reading.has |= {t.kind for t in inner}
        if reading.opens == "from_" and self.names.is_mark(start + 1, ":"):  # "Aus: …"
            reading.opens = "source"
        if reading.has & {"firstpub", "feed"}:
            reading.has |= {"pub", "first"}
        invitations = (t.text for t in inner if t.kind in {"offer", "reserved"})
        if "invite" in reading.has or any(map(self.table.says_use, invitations)):
            reading.has.add("use")
        words = [t for t in inner if t.kind != "mark"]
        known = sum(t.kind not in {"word", "name"} for t in words)
        reading.known = known / len(words) if words else 0.0

    def _step(self, at: int) -> int:
        token = self.tokens[at]
        if token.kind in _CONTEXTS and not (token.kind == "original" and self.context == "pub"):
            self.context = "pub" if token.kind in {"firstpub", "feed"} else token.kind
            self.gap = 0
        if token.kind == "first" and self.context == "subject":
            self.context = "first"
        if token.kind == "where":
            return self._read_where(at)
        if token.kind == "this" and self.kind(at + 1) in NOUNS and self.context != "subject":
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
        return token.kind in PARTICLES and not self.words.post

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
        while self.kind(begin) == "mark" and self.tokens[begin].text in COLONS | {"("}:
            begin += 1
        whole = by == "source" and self.words.joined and begin > at + 1
        name = self.names.line(begin) if whole else self.names.take(begin, after_by=by == "by")
        self._note_ours(name, begin)
        if not name.text:
            return max(name.end, at + 1) if name.flags else at + 1
        loosely = {"by"} if self.context == "subject" else {"of", "from_"}
        far = self.gap and by in loosely  # "supported by X", "of" something else
        translator = by == "by" and self.kind(name.end) == "transl"
        self.reading.add(name, "loose" if far else by, "transl" if translator else self.context)
        return name.end

    def _note_ours(self, name: Name, begin: int) -> None:
        ours = bool(name.flags & {"ours", "here"})
        if not (name.text or ours or self.reading.places):
            # "στο ενημερωτικό μας δελτίο", "nel nostro numero"
            near = [self.kind(i) for i in range(begin, begin + 4)]
            ours = "ours" in near and not {"mark", "and_"} & set(near[: near.index("ours")])
        if ours and self.context in {"pub", "first", "subject", "rep"}:
            self.reading.ours = True

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
                self.reading.add(name, *part)
                return end + (self.kind(end) in PARTICLES)
        near = self._is_near(at) or name.url
        self.reading.add(name, "none" if near else "loose", self.context)
        cased = any(c.islower() or c.isupper() for c in name.text)
        if not (near or self.reading.titled or cased):
            words = len(name.text) // 4 if self.words.joined else len(name.text.split())
            self._count_strange(words)
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
            or before.text in COLONS | {",", "("}
        )

    def _read_permission(self) -> None:
        """*With* (…) *permission* counts, and thanks for it; the bare noun does not."""
        granted = any(map(self._grants, range(len(self.tokens))))
        self.reading.permitted = granted or self.reading.has >= {"thanks", "grant"}

    def _grants(self, at: int) -> bool:
        if self.kind(at + 1) == "licence":  # Greek "με άδεια" is *with permission*, too
            return False
        if self.kind(at) != "grant":
            return self.kind(at) in {"perm", "courtesy"}
        for back in range(at - 1, max(at - _REACH, -1), -1):
            if self.kind(back) in {"with_", "by"}:
                return True
            if self.kind(back) not in _BRIDGES:
                return False
        return False
