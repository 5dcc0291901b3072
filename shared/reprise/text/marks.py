"""
Characters that nobody sees: marks that steer the direction of writing, and texts of nothing else.

An embedding, override or isolate (UAX #9) that is not closed goes on to the end of the line it
stands in, and readers set a headline into a line with others. So what is opened is closed where
the text ends, as the W3C advises for text that is put beside other text.
"""

from __future__ import annotations

import re
import unicodedata

_CLOSED_BY = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
"""Embeddings and overrides end by POP DIRECTIONAL FORMATTING, isolates by their own mark."""
_ISOLATE_ENDS = "\u2069"
_CLOSING = frozenset(_CLOSED_BY.values())
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMPTY = re.compile("[\u202a\u202b\u202d\u202e]\u202c|[\u2066-\u2068]\u2069")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Zl", "Zp", "Zs"})


def balanced(text: str) -> str:
    """
    *text* with every mark of direction in its lines closed, and those that close nothing gone.

    >>> balanced("one \\u202etwo") == "one \\u202etwo\\u202c"
    True
    >>> balanced("one\\u2069 two\\u202c \\u2067"), balanced("left \\u200eas is")
    ('one two ', 'left \\u200eas is')
    """
    if text.isascii() or not _STEERING.search(text):
        return text
    return "\n".join(map(_balanced_line, text.split("\n")))


def _balanced_line(line: str) -> str:
    kept: list[str] = []
    due: list[str] = []
    for character in line:
        if character in _CLOSED_BY:
            due.append(_CLOSED_BY[character])
        elif character == _ISOLATE_ENDS and character in due:
            # The end of an isolate ends what was opened in it, too.
            while due[-1] != _ISOLATE_ENDS:
                kept.append(due.pop())
            due.pop()
        elif character in _CLOSING:
            if not due or due[-1] != character:
                continue
            due.pop()
        kept.append(character)
    return _without_empty("".join([*kept, *reversed(due)]))


def _without_empty(line: str) -> str:
    """Pairs of marks with nothing between them say nothing."""
    while (fewer := _EMPTY.sub("", line)) != line:
        line = fewer
    return line


def is_visible(text: str) -> bool:
    """
    Whether there is anything to see in *text*.

    >>> is_visible("…"), is_visible(" \\u200f\\u00a0"), is_visible("\\u202e\\u202c")
    (True, False, False)
    """
    return any(unicodedata.category(character) not in _UNSEEN for character in text)
