"""
Feeds and exports of thousands of entries: each entry becomes an upload of its own (row B12).

An entry's upload is the same document with that entry alone, so it is read as it would have been
among the others: with the feed around it, its language, its terms, and its id as it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lxml import etree

from reprise.intake.xml_reading import Element
from reprise.model.reading import Part

LONG = 250
"""Entries that one run of the function takes in itself: of 8 KB each, 1.5 seconds of a processor."""

_PLACE = "reprise-place"
Beside = Callable[[Element], Iterable[Element]]


def parts_of(
    root: Element,
    holder: Element,
    entries: Sequence[Element],
    *,
    without: Sequence[Element] = (),
    beside: Beside = lambda _: (),
) -> Iterator[Part]:
    """
    A document for each of *entries*, named by its place.

    Args:
        root: The whole document; its entries are taken out of it.

        holder: The element that the entry goes into.

        without: What else no part has: marks that hold for the whole alone.

        beside: The elements that an entry needs with it.
    """
    alone = ["".join(map(_written, (*beside(entry), entry))) for entry in entries]
    for element in (*entries, *without):
        _take_out(element)
    holder.append(etree.Comment(_PLACE))
    head, _, tail = etree.tostring(root, encoding="unicode").partition(f"<!--{_PLACE}-->")
    for number, inner in enumerate(alone, 1):
        yield Part(f"entry-{number}.xml", f"{head}{inner}{tail}".encode())


def _take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _written(element: Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)
