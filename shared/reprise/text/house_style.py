"""
House style in running text: our quotation marks, place names our way (row B35).

Only what is configured is changed, nothing in code, and twice gives the same as once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from reprise.text.html_tree import Node, parse, serialise

_AS_WRITTEN = frozenset({"code", "pre", "kbd", "samp"})
_MARK = re.compile(r"[\"“”„‟«»″]")
_SPACES = " \u00a0\u202f"
_OPENING = "«„“"
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[{—–\-/¿¡\"“”„‟«»])$")
_CLOSES_BEFORE = re.compile(r"[\s)\]}—–\-/.,;:!?…\"“”‟«»]|$")

Edit = tuple[int, int, str]
"""What stands from the first to the second offset becomes the words."""


def styled(
    markup: str, *, names: Mapping[str, str] | None = None, quotes: tuple[str, str] | None = None
) -> str:
    """
    *markup* (allow-listed HTML) in house style.

    Args:
        names: Whole words, from theirs to ours; case counts.

        quotes: Opening and closing mark for phrases in double marks of whatever kind. A mark
            without its partner in the same block stays as it is.

    >>> styled("<p>«Kiew <em>now</em>», he said.</p>", names={"Kiew": "Kyiv"}, quotes=("“", "”"))
    '<p>“Kyiv <em>now</em>”, he said.</p>'
    """
    if not names and not quotes:
        return markup
    root = parse(markup)
    for block in root.children:
        if isinstance(block, Node):
            if names:
                _apply(block, partial(_renamed, names=names))
            if quotes:
                _apply(block, partial(_settled, marks=quotes))
    return serialise(root.children)


def _renamed(text: str, names: Mapping[str, str]) -> Iterator[Edit]:
    """The longest name first, so that one inside another does not win."""
    longest = sorted(names, key=len, reverse=True)
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", text):
        yield match.start(), match.end(), names[match[0]]


def _settled(text: str, marks: tuple[str, str]) -> list[Edit]:
    """No edits where marks stand so oddly that a second look would pair them otherwise."""
    edits = sorted(_quoted(text, marks))
    once = _edited(text, 0, edits)
    return edits if _edited(once, 0, sorted(_quoted(once, marks))) == once else []


def _quoted(text: str, marks: tuple[str, str]) -> Iterator[Edit]:
    """Both marks of each pair, with the spaces that some languages put inside."""
    open_ones: list[int] = []
    for match in _MARK.finditer(text):
        at = match.start()
        if open_ones and _CLOSES_BEFORE.match(text, at + 1):
            begin = open_ones.pop()
            if not re.search(r"\w", text[begin:at]):
                continue
            yield _with_spaces(text, begin, marks[0], behind=True)
            yield _with_spaces(text, at, marks[1], behind=False)
        elif match[0] in _OPENING or _opens(text, at):
            open_ones.append(at)


def _opens(text: str, at: int) -> bool:
    return (
        bool(_OPENS_AFTER.search(text[max(at - 1, 0) : at])) and not text[at + 1 : at + 2].isspace()
    )


def _with_spaces(text: str, at: int, mark: str, *, behind: bool) -> Edit:
    """Our mark in place of the one at *at*; one that is ours already keeps its spaces."""
    if text[at] == mark:
        return at, at + 1, mark
    if behind:
        return at, len(text) - len(text[at + 1 :].lstrip(_SPACES)), mark
    return len(text[:at].rstrip(_SPACES)), at + 1, mark


# --- Texts over the borders of elements -----------------------------------------------------------


def _apply(block: Node, edits_of: Callable[[str], Iterable[Edit]]) -> None:
    places = [*_places(block)]
    text = "".join(str(node.children[at]) for node, at in places)
    edits = sorted(edits_of(text))
    start = 0
    for node, at in places:
        own = str(node.children[at])
        node.children[at] = _edited(own, start, edits)
        start += len(own)


def _edited(text: str, start: int, edits: list[Edit]) -> str:
    """*text*, which begins at offset *start* of the block, with its part of each edit."""
    parts, at = [], 0
    for begin, end, words in edits:
        here, there = max(begin - start, 0), min(end - start, len(text))
        if here >= there:
            continue
        parts += [text[at:here], words if begin >= start else ""]
        at = there
    return "".join(parts) + text[at:]


def _places(node: Node) -> Iterator[tuple[Node, int]]:
    """Each text of *node* in reading order, with where it stands."""
    for at, child in enumerate(node.children):
        if isinstance(child, str):
            yield node, at
        elif child.tag not in _AS_WRITTEN:
            yield from _places(child)
