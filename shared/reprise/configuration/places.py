"""YAML with the line of every entry, and what is wrong with one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import yaml

from reprise.errors import ConfigurationError

Path = tuple[str | int, ...]

_SCALARS = (
    # Tag, pattern, first characters: the core schema of YAML 1.2, section 10.3.2.
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:e[-+]?[0-9]+)?$", "-+.0123456789"),
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", "~nN"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wrong:
    """One wrong entry: where it is, what was found and what is allowed."""

    line: int
    path: Path
    found: str
    allowed: str

    def at(self, places: Places) -> Wrong:
        """The same with its line."""
        return replace(self, line=places.line(self.path))


class Loader(yaml.SafeLoader):
    """YAML 1.2 scalars only: no yes/no booleans, no dates, no octal or base-60 numbers."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _first in _SCALARS:
    Loader.add_implicit_resolver(_tag, re.compile(_pattern), [*_first])
Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^$"), [""])


class Places:
    """The line of every entry by its path, and the keys that stand twice."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {(): 1}
        self.doubled: list[Wrong] = []

    def line(self, path: Path) -> int:
        """Line of the entry, or of the closest one around it."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def read(text: str, name: str, places: Places) -> object:
    """
    The YAML *text* of the file *name*; the line of every entry goes into *places*.

    Raises:
        ConfigurationError: It is no YAML.
    """
    try:
        loader = Loader(text)
        try:
            node = loader.get_single_node()
            return None if node is None else _value(node, (), places, loader, frozenset())
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise ConfigurationError(f"{name}:{line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise ConfigurationError(f"{name}:1: not YAML: {error}") from error


def _value(
    node: yaml.Node, path: Path, places: Places, loader: Loader, around: frozenset[int]
) -> object:
    """The value of *node*, its place and those of all below noted."""
    places.lines.setdefault(path, node.start_mark.line + 1)
    if id(node) in around:
        raise yaml.MarkedYAMLError(problem="an anchor inside itself", problem_mark=node.start_mark)
    around = around | {id(node)}
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, places, loader, around)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(item, (*path, index), places, loader, around)
            for index, item in enumerate(node.value)
        ]
    return loader.construct_object(node, deep=True)


def _mapping(
    node: yaml.MappingNode, path: Path, places: Places, loader: Loader, around: frozenset[int]
) -> dict[str, object]:
    values: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in values:
            first = places.lines[*path, key]
            places.doubled.append(
                Wrong(line, (*path, key), "a second time", f"it stands on line {first} already")
            )
            continue
        places.lines[*path, key] = line
        values[key] = _value(value_node, (*path, key), places, loader, around)
    return values
