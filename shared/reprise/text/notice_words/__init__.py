"""
What notices are made of, one module per language, and the gate before them.

``candidates`` is asked for every paragraph of every article, so it only looks for pieces of
words that no notice can do without.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from reprise.text.notice_table import Words, fold

CODES: Final = [
    "en",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "sv",
    "da",
    "no",
    "fi",
    "pl",
    "cs",
    "sk",
    "hr",
    "bg",
    "ro",
    "hu",
    "tr",
    "ru",
    "uk",
    "el",
    "ca",
    "id",
    "vi",
    "hi",
    "ar",
    "he",
    "fa",
    "zh",
    "ja",
    "ko",
]
LANGUAGES: Final[dict[str, Words]] = {
    code: import_module(f"{__name__}.{code}").WORDS for code in CODES
}
"""Tables by language code; one more is one more module."""


def _gates(*, ascii_only: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    gates: dict[str, list[str]] = {}
    for code, words in LANGUAGES.items():
        pieces = {fold(piece) for piece in words.gate.split("|")}
        for piece in sorted(pieces):
            if not any(other in piece for other in pieces - {piece}):
                gates.setdefault(piece, []).append(code)
    return tuple((p, tuple(codes)) for p, codes in gates.items() if p.isascii() or not ascii_only)


_ASCII: Final = _gates(ascii_only=True)
_ALL: Final = _gates(ascii_only=False)


def candidates(folded: str) -> Iterator[Words]:
    """Yield the languages whose pieces occur in *folded*."""
    codes = {
        code: None
        for piece, found in (_ASCII if folded.isascii() else _ALL)
        if piece in folded
        for code in found
    }
    for code in codes:
        yield LANGUAGES[code]
