"""
JSON read with suspicion: what the standard leaves open is reported, with the path where it stands.

Duplicate keys, NaN and Infinity, numbers no system can hold, lone surrogates and bottomless
nesting each become a problem its sender can act on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reprise.errors import Problem

MAX_DIGITS = 19
"""Digits of the largest 64-bit integer."""
MAX_DEPTH = 100
"""Objects in lists in objects: our format needs six."""
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class ParsedJson:
    """A JSON text's value (``None`` when unreadable) and what is wrong with it."""

    value: Any
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bad:
    """Stands in the value for what can't be taken."""

    code: str
    found: str
    send: str


def parse_json(text: str) -> ParsedJson:
    """
    Parse *text*, never raising.

    Example:
        >>> parse_json('{"a": 1, "a": 2}').problems[0].code
        'duplicate_key'
    """
    try:
        value = json.loads(
            text.lstrip("\ufeff"),
            strict=False,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_integer,
            parse_float=_float,
        )
    except json.JSONDecodeError as error:
        return ParsedJson(None, (_syntax(text, error),))
    except RecursionError:
        return ParsedJson(None, (_TOO_DEEP,))
    problems = tuple(_problems(value, "", 0))
    return ParsedJson(value, problems)


_TOO_DEEP = Problem("too_deep", send=f"nest at most {MAX_DEPTH} levels deep")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        found[repeated] = _Bad("duplicate_key", repeated, "send each name once")
    return found


def _constant(text: str) -> _Bad:
    return _Bad("not_a_number", text, "send a number, or leave the field out")


def _integer(text: str) -> int | _Bad:
    if len(text.lstrip("-")) > MAX_DIGITS:
        return _Bad("number_too_large", text[:_SHOWN], f"send at most {MAX_DIGITS} digits")
    return int(text)


def _float(text: str) -> float | _Bad:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        return _Bad("number_too_large", text[:_SHOWN], "send a smaller number")
    return number


def _problems(value: Any, path: str, depth: int) -> Iterator[Problem]:
    if isinstance(value, _Bad):
        yield Problem(value.code, path, value.found, value.send)
    elif depth > MAX_DEPTH:
        yield _TOO_DEEP
    elif isinstance(value, str):
        if _has_lone_surrogate(value):
            shown = value.encode("ascii", "backslashreplace").decode()[:_SHOWN]
            yield Problem("lone_surrogate", path, shown, "send characters outside the BMP as pairs")
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _problems(name, f"{path}.{name}".lstrip("."), depth)
            yield from _problems(inner, f"{path}.{name}".lstrip("."), depth + 1)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _problems(inner, f"{path}[{at}]", depth + 1)


def _has_lone_surrogate(text: str) -> bool:
    return not text.isascii() and _SURROGATE.search(text) is not None


_SURROGATE = re.compile("[\ud800-\udfff]")


def _syntax(text: str, error: json.JSONDecodeError) -> Problem:
    if error.pos >= len(text.rstrip()) - 1 or "Unterminated string" in error.msg:
        return Problem(
            "truncated",
            found=text.rstrip()[-_SHOWN:],
            send="send the whole file; the end is missing",
        )
    near = text[max(0, error.pos - 20) : error.pos + 20]
    place = f"line {error.lineno}, column {error.colno}: {error.msg} near {near!r}"
    return Problem("bad_json", found=place, send="send valid JSON (RFC 8259) in UTF-8")
