"""What no type can tell of a destination profile: entries that cannot be meant, or are no good."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from reprise.outputs.profile import Profile

ACTIVE_TAGS = frozenset({"applet", "base", "embed", "form", "link", "meta", "object", "param", "script", "style"})  # fmt: skip
"""Elements that no feed carries, whatever a destination allows (RS-34)."""
ACTIVE_SCHEMES = frozenset({"data", "javascript", "vbscript"})

_TAG = re.compile(r"[a-z][a-z0-9]*")
_ATTRIBUTE = re.compile(r"[a-z][a-z-]*")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*")


def complaints(profile: Profile) -> Iterator[str]:
    """Everything in *profile* that contradicts itself or must not be, each with its field."""
    if not profile.title.strip():
        yield f"title: what people call it (found {profile.title!r})"
    yield from _contradictions(profile)
    yield from _markup(profile)


def _contradictions(profile: Profile) -> Iterator[str]:
    if profile.title_max is not None and profile.title_max < profile.title_min:
        yield f"title_max: at least title_min, {profile.title_min} (found {profile.title_max})"
    if profile.max_entry_bytes and profile.max_entry_bytes > profile.max_bytes:
        yield (
            f"max_entry_bytes: at most max_bytes, {profile.max_bytes}"
            f" (found {profile.max_entry_bytes})"
        )


def _markup(profile: Profile) -> Iterator[str]:
    """What its allow-list lets through: elements, attributes, addresses."""
    tags = profile.tags or frozenset()
    for tag in sorted(tags):
        if not _TAG.fullmatch(tag):
            yield f"tags: names of elements in lower case, without brackets (found {tag!r})"
        elif tag in ACTIVE_TAGS:
            yield f"tags: nothing active, no feed carries it (found {tag!r})"
    yield from _attributes(profile, tags)
    for tag, other in sorted(profile.instead.items()):
        if other not in tags:
            yield f"instead.{tag}: an element that tags allows (found {other!r})"
    for scheme in sorted(profile.schemes):
        if not _SCHEME.fullmatch(scheme) or scheme in ACTIVE_SCHEMES:
            yield f"schemes: schemes of addresses that run nothing (found {scheme!r})"


def _attributes(profile: Profile, tags: frozenset[str]) -> Iterator[str]:
    for tag, names in sorted(profile.attributes.items()):
        if tag not in tags:
            yield f"attributes.{tag}: an element that tags allows (found {tag!r})"
        for name in sorted(names):
            if not _ATTRIBUTE.fullmatch(name) or name == "style" or name.startswith("on"):
                yield f"attributes.{tag}: names of attributes, no styles, no actions (found {name!r})"


class OnceLoader(yaml.SafeLoader):
    """YAML in which no key stands twice: the second would win without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                problem = f"{key.value}: a second time"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)
