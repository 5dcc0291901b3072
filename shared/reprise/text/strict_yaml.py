"""
YAML the way 1.2 and people mean it, from strangers.

``no`` is the language of Norway and dates stay texts; aliases (with which few bytes become millions),
merges and names that stand twice are refused.
"""

from __future__ import annotations

import re
from typing import Any

import yaml


def read_yaml(text: str) -> Any:
    """
    The value in *text*.

    Raises:
        ValueError: It is not YAML, or uses what is refused; in one line.

    Example:
        >>> read_yaml("language: no\\nsince: 2026-05-01")
        {'language': 'no', 'since': '2026-05-01'}
    """
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader with less
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ValueError(" ".join(str(error).split())[:200]) from error


class _Loader(yaml.SafeLoader):
    """Safe, without aliases, merges, repeated names, and the surprises of YAML 1.1."""

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
