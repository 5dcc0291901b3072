"""
NDJSON: one JSON object per line, each an article of any JSON format (row B12).

A line is an upload of its own: thousands of them are read side by side, and one that is broken
costs only itself. A list (``[…]``) is read as one upload.
"""

from __future__ import annotations

import re

from reprise.errors import Problem, RefusedError
from reprise.intake.archives import MOST_MEMBERS
from reprise.intake.json_values import parse_json
from reprise.intake.received import Received
from reprise.model.reading import Part, Reading

NAME = "ndjson"
_TWO_LINES = re.compile(r"\s*(\{[^\n]*\})\s*\n\s*\{")


def recognises(received: Received) -> bool:
    """At least two lines that begin an object, the first of them whole."""
    found = _TWO_LINES.match(received.text)
    return found is not None and isinstance(parse_json(found[1]).value, dict)


def read(received: Received) -> Reading:
    """
    A part for each line that is not blank, named by its number.

    Raises:
        RefusedError: There are more than :data:`MOST_MEMBERS`.
    """
    # JSON may hold U+2028 and its like inside texts: only line feeds end a line.
    lines = enumerate(received.text.split("\n"), 1)
    parts = [
        Part(f"line-{number}.json", line.strip().encode("utf-8", "surrogatepass"))
        for number, line in lines
        if line.strip()
    ]
    if len(parts) > MOST_MEMBERS:
        send = f"send at most {MOST_MEMBERS} lines in one file"
        raise RefusedError(received.name, Problem("too_many", "lines", f"{len(parts)}", send))
    return Reading(NAME, parts=tuple(parts))
