"""
Many articles in one JSON file: NDJSON (one object per line), and long lists (row B12).

Each object is an upload of its own, in any JSON format: thousands of them are read side by side,
and one that is broken costs only itself. A short list is read as one upload.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from reprise.errors import Problem, RefusedError
from reprise.intake.archives import MOST_MEMBERS
from reprise.intake.marks import LIST
from reprise.intake.received import Received
from reprise.model.reading import Part, Reading

NAME = "ndjson"
_BETWEEN = re.compile(r"\s*,\s*(?=\{)")


def read(received: Received) -> Reading:
    """
    A part for each object, named by its line or its place in the list.

    Raises:
        RefusedError: There are more than :data:`MOST_MEMBERS`.
    """
    found = _items if LIST.match(received.text) else _lines
    parts = [
        Part(name, text.encode("utf-8", "surrogatepass")) for name, text in found(received.text)
    ]
    if len(parts) > MOST_MEMBERS:
        send = f"send at most {MOST_MEMBERS} articles in one file"
        raise RefusedError(received.name, Problem("too_many", "articles", f"{len(parts)}", send))
    return Reading(NAME, parts=tuple(parts))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    # JSON may hold U+2028 and its like inside texts: only line feeds end a line.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"line-{number}.json", line.strip()


def _items(text: str) -> Iterator[tuple[str, str]]:
    """The texts of a list's objects as they stand, so that each is judged by what was sent."""
    # Only ends are looked for: numbers of any length are left as they are.
    decoder = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
    at, number = text.index("{"), 0
    while at < len(text):
        _, end = decoder.raw_decode(text, at)
        number += 1
        yield f"item-{number}.json", text[at:end]
        between = _BETWEEN.match(text, end)
        at = between.end() if between else len(text)
