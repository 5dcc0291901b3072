"""Which pictures of a NewsML-G2 message belong to which text (packageItem, links)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reprise.intake.xml_reading import Element, attribute, children, first

_DEEPEST = 50
"""Groups in groups; packages of news have three."""


@dataclass(slots=True)
class _Collected:
    """What stands in a group and below it: texts, and pictures that found no text yet."""

    texts: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


def companions(
    packages: list[Element], texts: Mapping[str, Element], pictures: Mapping[str, Element]
) -> dict[str, list[str]]:
    """
    The pictures of each text, by guid, in the order of the packages and links.

    A picture belongs to the one text in the smallest group that has one; where that holds several,
    nothing says to which, and it is left alone. Links between items count in either direction. In
    a message with one text and no package every picture is that text's.
    """
    found: dict[str, list[str]] = {guid: [] for guid in texts}
    for package in packages:
        _assign(package, texts, pictures, found)
    for guid, item in texts.items():
        found[guid] += [name for name in _linked(item) if name in pictures]
    for guid, item in pictures.items():
        for name in _linked(item):
            if name in found:
                found[name].append(guid)
    taken = {name for names in found.values() for name in names}
    if len(texts) == 1 and not packages:
        found[next(iter(texts))] += [guid for guid in pictures if guid not in taken]
    return {guid: list(dict.fromkeys(names)) for guid, names in found.items()}


def members(package: Element) -> frozenset[str]:
    """Guids of all items that *package* refers to."""
    groups = children(first(package, "groupSet"), "group")
    return frozenset(_reference(one) for group in groups for one in children(group, "itemRef"))


def _assign(
    package: Element,
    texts: Mapping[str, Element],
    pictures: Mapping[str, Element],
    found: dict[str, list[str]],
) -> None:
    groups = {attribute(one, "id"): one for one in children(first(package, "groupSet"), "group")}
    seen: set[str] = set()

    def walk(name: str, depth: int) -> _Collected:
        here = _Collected()
        if name in seen or depth > _DEEPEST or name not in groups:
            return here
        seen.add(name)
        for one in children(groups[name], "itemRef"):
            guid = _reference(one)
            if guid in texts:
                here.texts.append(guid)
            elif guid in pictures:
                here.pictures.append(guid)
        for one in children(groups[name], "groupRef"):
            below = walk(attribute(one, "idref"), depth + 1)
            here.texts += below.texts
            here.pictures += below.pictures
        if len(set(here.texts)) == 1:
            found[here.texts[0]] += here.pictures
            here.pictures = []
        return here

    root = attribute(first(package, "groupSet"), "root")
    for name in (root, *groups):
        walk(name, 0)


def _linked(item: Element) -> Iterator[str]:
    for link in children(first(item, "itemMeta"), "link"):
        yield _reference(link)


def _reference(link: Element) -> str:
    return attribute(link, "residref") or attribute(link, "href")
