"""Answers about texts that a process remembers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")
Ask = Callable[[str], Answer]


def remembered(count: int, *, longest: int) -> Callable[[Ask[Answer]], Ask[Answer]]:
    """
    Remember the answers to the last *count* texts of up to *longest* characters.

    Longer ones are asked about anew each time: whoever sends the longest texts must not fill the
    memory of a process that lives for hours.

    >>> @remembered(2, longest=3)
    ... def shout(text):
    ...     print("asked")
    ...     return text.upper()
    >>> shout("one"), shout("one")
    asked
    ('ONE', 'ONE')
    """

    def decorate(ask: Ask[Answer]) -> Ask[Answer]:
        recall = lru_cache(maxsize=count)(ask)

        @wraps(ask)
        def answer(text: str) -> Answer:
            return recall(text) if len(text) <= longest else ask(text)

        return answer

    return decorate
