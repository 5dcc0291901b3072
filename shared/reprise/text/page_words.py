"""The word lists of ``boilerplate_words`` as folded sets, for the readers of single lines."""

from __future__ import annotations

import re
from functools import lru_cache

from reprise.text import boilerplate_words as words
from reprise.text.boilerplate import fold


@lru_cache(maxsize=1)
def word_sets() -> dict[str, frozenset[str]]:
    """The lists of words as folded sets."""
    listed = {
        "credit": words.CREDIT_WORDS, "agency": words.AGENCIES, "caption": words.CAPTION_WORDS, "byline": words.BYLINE_PREFIXES,
        "suffix": words.BYLINE_SUFFIXES, "role": words.ROLES, "label": words.TIME_LABELS,
        "relative": words.RELATIVE_TIMES, "reading": words.READING_TIMES,
    }  # fmt: skip
    sets = {
        name: frozenset(fold(part) for part in re.split(r"[|\n]", text) if fold(part))
        for name, text in listed.items()
    }
    sets["month"] = frozenset(map(fold, words.MONTHS.split()))
    sets["weekday"] = frozenset(map(fold, words.WEEKDAYS.split()))
    sets["label word"] = frozenset(word for label in sets["label"] for word in label.split())
    return sets
