"""
The words of a text, in order: their fingerprint, and what differs between two texts (row B35).

Where no changes are allowed, the words that come in are the words that go out. Mark-up, spacing
and pictures (with their captions) are not words; a quote mark is part of one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from reprise.text.remembered import remembered

_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "mark", "q", "rb", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
"""Elements inside a word's line; every other one ends a word."""

_NO_WORDS = frozenset({"script", "style", "template", "figure", "head", "title", "rp", "rt"})
"""Elements whose content is not text of the article."""

_NEVER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]")
"""Controls, soft hyphen, zero-width space, word joiner, byte order mark: nobody reads them."""


@dataclass(frozen=True, slots=True)
class Change:
    """
    Words that were replaced.

    Attributes:
        before / after: The words, joined by single spaces; empty when there were none.
        at: Number of the first changed word in the text before, from 0.
    """

    before: str
    after: str
    at: int


@remembered(8, longest=100_000)  # asked for by the fingerprint, and by each duty in each place
def words_of(markup: str) -> tuple[str, ...]:
    """
    The words of HTML or plain text in reading order. Never raises.

    >>> words_of("<p>Bridge <b>re</b>opens&nbsp;today.</p><p>At last.</p>")
    ('Bridge', 'reopens', 'today.', 'At', 'last.')
    """
    text = unicodedata.normalize("NFC", visible_text(markup))
    return tuple(_INVISIBLE.sub("", text).split())


def visible_text(markup: str) -> str:
    """All text a reader sees, with a space where a line or block ends."""
    root = tree(markup)
    for node in root.iter(etree.Element):
        if node.tag not in _INLINE:
            node.text, node.tail = _apart(node.text), _apart(node.tail)
    etree.strip_elements(root, *_NO_WORDS, with_tail=False)
    return str(etree.tostring(root, method="text", encoding="unicode"))


def _apart(text: str | None) -> str:
    """*text* behind a space; references may have brought what can't be in HTML."""
    return f" {_NEVER.sub('', text or '')}"


def tree(markup: str) -> etree._Element:
    """The fragment as a tree below one ``body``; what can't be in HTML is left out."""
    clean = _NEVER.sub("", markup)
    body = etree.HTML(f"<html><body><div>{clean}</div></body></html>").find("body")
    return etree.Element("body") if body is None else body


def fingerprint(markup: str) -> str:
    """
    Hexadecimal SHA-256 of the words; equal fingerprints, same words in the same order.

    >>> fingerprint("<p>At last.</p>") == fingerprint("<div>At <i>last.</i></div>")
    True
    """
    return hashlib.sha256(" ".join(words_of(markup)).encode()).hexdigest()


def changes_between(before: str, after: str) -> tuple[Change, ...]:
    """What was replaced, taken out or put in, from the text *before* to the text *after*."""
    old, new = words_of(before), words_of(after)
    if old == new:
        return ()
    same = _same_at_start(old, new)
    tail = _same_at_start(old[same:][::-1], new[same:][::-1])
    old, new = old[same : len(old) - tail], new[same : len(new) - tail]
    if len(old) * len(new) > COMPARED:
        return (Change(" ".join(old), " ".join(new), same),)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Change(" ".join(old[start:end]), " ".join(new[other_start:other_end]), same + start)
        for kind, start, end, other_start, other_end in matcher.get_opcodes()
        if kind != "equal"
    )


COMPARED = 4_000_000
"""Words against words: more takes seconds, and is another text rather than one with changes."""


def _same_at_start(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def beyond(
    changes: Sequence[Change],
    *,
    quotes: bool = False,
    names: Mapping[str, str] | None = None,
    removed: Sequence[str] = (),
    added: Sequence[str] = (),
) -> tuple[Change, ...]:
    """
    Those of *changes* that are not on the list of allowed ones; by default none is.

    Args:
        quotes: House style of quotation marks and apostrophes is allowed.

        names: Place names that are written our way, from theirs to ours.

        removed / added: Lines taken out or put in on the record: a notice that was lifted, the
            credit line.
    """
    out = {" ".join(words_of(line)) for line in removed}
    more = {" ".join(words_of(line)) for line in added}
    return tuple(
        change
        for change in changes
        if not (
            (not change.after and _consists_of(change.before, out))
            or (not change.before and _consists_of(change.after, more))
            or _is_spelling(change, quotes=quotes, names=names or {})
        )
    )


def holds_unchanged(whole: str, part: str) -> bool:
    """
    Whether the words of *part* stand in *whole* together and in order.

    >>> holds_unchanged("<p>From the Post.</p><p>At last.</p><hr>", "<div>At last.</div>")
    True
    """
    return f" {' '.join(words_of(part))} " in f" {' '.join(words_of(whole))} "


def _consists_of(words: str, lines: set[str]) -> bool:
    """Whether *words* are some of *lines*, one after the other in any order."""
    rest = words
    while rest:
        line = next((one for one in lines if one and f"{rest} ".startswith(f"{one} ")), None)
        if line is None:
            return False
        rest = rest[len(line) :].lstrip()
    return True


_QUOTES = dict.fromkeys(map(ord, "'‘’‚‛′ʼ´`‹›“”„‟″«»「」『』"), '"')
"""Single and double are one: which of them a house uses is its style."""


def _is_spelling(change: Change, *, quotes: bool, names: Mapping[str, str]) -> bool:
    before, after = change.before, change.after
    for theirs, ours in names.items():
        before = re.sub(rf"(?<!\w){re.escape(theirs)}(?!\w)", ours, before)
    if quotes:
        before, after = _plain_quotes(before), _plain_quotes(after)
    return before == after


def _plain_quotes(words: str) -> str:
    """
    >>> _plain_quotes("«\u202fOui\u202f», dit-elle")
    '"Oui", dit-elle'
    """
    return re.sub(r'\s*"\s*', '"', words.translate(_QUOTES))
