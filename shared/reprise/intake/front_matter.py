"""
Front matter: the metadata in YAML or TOML above a Markdown text.

YAML is read strictly (:mod:`reprise.text.strict_yaml`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from reprise.errors import Problem
from reprise.text.strict_yaml import read_yaml

MAX_LENGTH = 65_536
"""Characters. Longer heads are texts."""

_YAML = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_FIRST_KEY = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)*\"?[A-Za-z][\w .-]{0,60}\"?\s*:(?:\s|\Z)")
_FIRST_TOML_KEY = re.compile(
    r"\A(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?:\[|\"?[A-Za-z][\w.-]{0,60}\"?\s*=)"
)


def split(text: str) -> tuple[str, str, str]:
    """
    Kind (``yaml``, ``toml``, empty for none), the front matter, and the text below it.

    Example:
        >>> split("---\\ntitle: Tide\\n---\\nIt came.")
        ('yaml', 'title: Tide', 'It came.')
    """
    for kind, pattern, begins in (("yaml", _YAML, _FIRST_KEY), ("toml", _TOML, _FIRST_TOML_KEY)):
        found = pattern.match(text[: MAX_LENGTH * 2].replace("\r\n", "\n"))
        if found and len(found[1]) <= MAX_LENGTH and begins.match(found[1]):
            whole = text.replace("\r\n", "\n")
            return kind, found[1], whole[found.end() :]
    return "", "", text


def parse(kind: str, text: str) -> Mapping[str, Any] | Problem:
    """
    The values in *text* under their names in lower case, dashes as underscores.

    Returns:
        The values, or the problem that stands against reading them.
    """
    try:
        value = tomllib.loads(text) if kind == "toml" else read_yaml(text)
    except (ValueError, RecursionError) as error:
        found = " ".join(str(error).split())[:200]
        return Problem("bad_front_matter", found=found, send=f"send valid {kind.upper()}")
    if not isinstance(value, dict):
        send = "send names with values, e.g. title: The tide"
        return Problem("bad_front_matter", found=type(value).__name__, send=send)
    return {_name(key): _plain(inner) for key, inner in value.items()}


def _name(key: object) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", str(key).strip())
    return re.sub(r"[\s.-]+", "_", spaced).lower()


def _plain(value: Any) -> Any:
    """Dates as texts (TOML has them as values), so that one reader reads all of them."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | None) else str(value)
