"""
What notices are made of, one module per language, and pieces of words that none can do without.
"""

from __future__ import annotations

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


def _gate(words: Words) -> tuple[str, ...]:
    """Its pieces without those that hold another."""
    pieces = sorted(set(fold(words.gate).split("|")), key=len)
    return tuple(
        piece for at, piece in enumerate(pieces) if not any(map(piece.__contains__, pieces[:at]))
    )


_GATES: Final = {code: _gate(words) for code, words in LANGUAGES.items()}


def is_candidate(code: str, folded: str) -> bool:
    """Whether a piece of language *code* occurs in *folded*."""
    return any(map(folded.__contains__, _GATES[code]))


def candidates(folded: str) -> list[Words]:
    """The languages whose pieces occur in *folded*."""
    return [words for code, words in LANGUAGES.items() if is_candidate(code, folded)]
