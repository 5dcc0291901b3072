"""What is wrong, in words: place, what was found, what is allowed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from reprise.configuration.places import Path, Places, Wrong
from reprise.model.configuration import Configuration


def message(wrong: list[Wrong], name: str) -> str:
    """Everything that is *wrong* in the file *name*, a line for each entry, by line."""
    lines: dict[str, list[str]] = {}
    for entry in sorted(wrong, key=lambda entry: (entry.line, dotted(entry.path))):
        place = f"{name}:{entry.line}: {dotted(entry.path) or 'file'}: {entry.found}"
        lines.setdefault(place, []).append(entry.allowed)
    return "\n".join(f"{place}; {', or '.join(allowed)}" for place, allowed in lines.items())


def dotted(path: Path) -> str:
    """
    The path as people write it.

    >>> dotted(("channels", "front", "formats", 0))
    'channels.front.formats[0]'
    """
    words = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(words).lstrip(".")


def wrong_of(details: ErrorDetails, data: object, places: Places) -> Wrong:
    """One of pydantic's complaints in our words."""
    path = _known_path(details["loc"], data)
    found = shown(details["input"])
    match details["type"]:
        case "extra_forbidden":
            hint = _close(str(path[-1]), _fields_beside(path))
            return Wrong(places.line(path), path, "no such entry", hint)
        case "missing":
            place = (*path, *(part for part in details["loc"][-1:] if path[-1:] != (part,)))
            return Wrong(places.line(place), place, "nothing", "this entry is required")
        case "enum" | "literal_error":
            expected = str(details.get("ctx", {}).get("expected", ""))
            choices = re.findall(r"'([^']+)'", expected)
            hint = _close(str(details["input"]), choices)
            return Wrong(places.line(path), path, found, hint)
        case "value_error":
            return _own_complaint(path, details, places)
        case _:
            return Wrong(places.line(path), path, found, _allowed(details))


def _own_complaint(path: Path, details: ErrorDetails, places: Places) -> Wrong:
    """A check of the model itself: ``path: what is wrong``, the path from where it was made."""
    said = str(details.get("ctx", {}).get("error", details["msg"]))
    field, colon, rest = said.partition(": ")
    if not colon or not re.fullmatch(r"[\w.-]+", field):
        return Wrong(places.line(path), path, shown(details["input"]), said)
    path = (*path, *field.split("."))
    found, _, allowed = rest.partition("; ")
    return Wrong(places.line(path), path, found, allowed or "see docs/configuration.md")


_ALLOWED = {
    "aware_datetime": "a date and time with an offset, e.g. 2026-05-01T09:00:00+02:00",
    "timezone_aware": "a date and time with an offset, e.g. 2026-05-01T09:00:00+02:00",
    "datetime_parsing": "a date and time with an offset, e.g. 2026-05-01T09:00:00+02:00",
    "datetime_from_date_parsing": "a date and time with an offset, e.g. 2026-05-01T09:00:00+02:00",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "string_type": "text; put it in quotes if it looks like a number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "dict_type": "entries of the form name: value",
    "model_type": "entries of the form name: value",
    "model_attributes_type": "entries of the form name: value",
    "tuple_type": "a list, e.g. [a, b]",
    "frozen_set_type": "a list, e.g. [a, b]",
    "string_unicode": "text of whole characters; there is half of one in it",
    "string_too_short": "it may not be empty",
}

_PATTERNS = {
    r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$": (
        "lower-case letters, digits and inner hyphens, at most 64"
    ),
    r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$": "a BCP 47 tag, e.g. en, pt-BR, zh-Hant",
    r"^[A-Z]{2}$": "an ISO 3166-1 country code in capitals, e.g. NZ",
    r"^https?://[^\s/?#]+(?:[/?#]\S*)?$": "an address that begins with https://",
    r"^[^()]+$": "text without parentheses",
}


def _allowed(details: ErrorDetails) -> str:
    if details["type"] == "string_pattern_mismatch":
        pattern = str(details.get("ctx", {}).get("pattern", ""))
        return _PATTERNS.get(pattern, f"text that matches {pattern}")
    message = details["msg"][:1].lower() + details["msg"][1:]
    return _ALLOWED.get(details["type"], message)


_READABLE = 80
"""Characters of a wrong entry that a message shows."""


def shown(value: object) -> str:
    """What was found, short enough to read."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "entries"
    if isinstance(value, list):
        return "a list"
    text = repr(value)
    return text if len(text) <= _READABLE else f"{text[:_READABLE]}..."


def _known_path(loc: tuple[int | str, ...], data: object) -> Path:
    """*loc* without the marks pydantic adds for unions and keys, as far as the file has it."""
    path: list[str | int] = []
    for part in loc:
        try:
            data = data[part]  # type: ignore[index]
        except (TypeError, LookupError):
            continue
        path.append(part)
    return tuple(path)


def _close(found: str, choices: list[str]) -> str:
    """The allowed ones, the likely one first."""
    near = difflib.get_close_matches(found, choices, n=1, cutoff=0.6)
    listed = f"allowed: {', '.join(choices)}"
    return f"did you mean {near[0]}? {listed}" if near else listed


def _fields_beside(path: Path) -> list[str]:
    """Names that may stand where the last part of *path* stands."""
    schema = Configuration.model_json_schema()
    definitions = schema.get("$defs", {})
    node: Mapping[str, Any] = schema
    for part in path[:-1]:
        node = _below(node, part, definitions)
    return sorted(_resolved(node, definitions).get("properties", {}))


def _below(node: Mapping[str, Any], part: str | int, definitions: Mapping[str, Any]) -> Any:
    node = _resolved(node, definitions)
    if isinstance(part, int):
        return node.get("items", {})
    if part in node.get("properties", {}):
        return node["properties"][part]
    return node.get("additionalProperties") or next(iter(node.get("patternProperties", {}).values()), {})  # fmt: skip


def _resolved(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema meant: references followed, the ``null`` of optional entries left out."""
    if "$ref" in node:
        return _resolved(definitions[node["$ref"].rpartition("/")[2]], definitions)
    choices = [choice for choice in node.get("anyOf", []) if choice.get("type") != "null"]
    return _resolved(choices[0], definitions) if choices else node
