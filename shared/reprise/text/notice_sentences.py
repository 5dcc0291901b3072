"""Where one sentence ends and the next begins, among the tokens of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reprise.text.notice_table import fold
from reprise.text.notice_tokens import Token

_ENDS: Final = frozenset(".!?。！？।؟")
_ALWAYS: Final = frozenset("。！？।")
"""A stop of these scripts ends a sentence even without a space after it."""
_RESERVING: Final = frozenset({"reserved", "without", "ask", "invite"})
_ABBREVIATIONS: Final = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "st",
        "inc",
        "ltd",
        "vol",
        "no",
        "nr",
        "bzw",
        "red",
        "sr",
        "jr",
        "prof",
        "ed",
        "co",
        "corp",
        "ca",
        "ap",
        "pp",
        "num",
        "art",
        "hr",
        "vgl",
        "mgr",
        "ing",
        "тов",
        "им",
        "ст",
        "см",
        "ul",
        "pl",
        "pozn",
        "prim",
        "tlum",
        "anm",
    ]
)
_DAY = 2
"""Digits of a day: "3. März" does not end a sentence."""


def sentences(text: str, found: Sequence[Token]) -> Iterator[list[Token]]:
    """Cut *found* into sentences; a full stop ends one only before a space and a capital."""
    current: list[Token] = []
    for at, token in enumerate(found):
        current.append(token)
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and _ends(text, found[at - 1] if at else None, token, following):
            yield current
            current = []
    if current:
        yield current


def _ends(text: str, before: Token | None, token: Token, following: Token) -> bool:
    if "\n" in text[token.end : following.start]:
        return True
    if token.text in ",，、;；" and following.kind in _RESERVING:
        return True  # "published by arrangement with X, not to be copied without permission"
    if token.kind != "mark" or token.text not in _ENDS:
        return False
    if token.text in _ALWAYS:
        return True
    if token.text == "." and before is not None and _abbreviates(before, following):
        return False
    first = text[following.start]
    return following.start > token.end and not first.islower() and first not in ",;:)"


def _abbreviates(before: Token, following: Token) -> bool:
    word = fold(before.text)
    if word.isdigit() and len(word) <= _DAY:
        return following.kind in {"date", "month"}
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
