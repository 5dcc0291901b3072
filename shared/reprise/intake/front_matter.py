"""
Front matter: the metadata in YAML or TOML above a Markdown text.

YAML is read the way 1.2 and people mean it: ``no`` is the language of Norway, dates stay texts, and
anchors (with which few bytes become millions) are refused.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import yaml

from reprise.errors import Problem

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
        value = tomllib.loads(text) if kind == "toml" else yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader with less
    except (tomllib.TOMLDecodeError, yaml.YAMLError, ValueError, RecursionError) as error:
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


class _Loader(yaml.SafeLoader):
    """Safe, without aliases, merges, repeated keys, and the surprises of YAML 1.1."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "an alias (*name)", None)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [str(self.construct_object(key)) for key, _ in node.value]
        repeated = next((name for name in names if names.count(name) > 1), None)
        if repeated is not None:
            problem = f"the name {repeated!r} twice"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return dict(super().construct_mapping(node, deep=deep))


for _tag, _pattern, _begins in (
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:int", r"[-+]?(?:0|[1-9][0-9]{0,17})", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}", "-+0123456789"),
):
    _Loader.add_implicit_resolver(_tag, re.compile(rf"^(?:{_pattern})$"), list(_begins))
