"""
Boxes of a page that say themselves what they are: ``Comments (3)``, ``Read also``, ``Related``.

A box is the largest element whose first line is such a label. What stands in it is furniture,
whatever its builder called it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reprise.intake.page_units import PageUnit
from reprise.intake.xml_reading import Element
from reprise.text.boilerplate import Kind, classify

_LABELS = frozenset(
    {Kind.COMMENTS, Kind.RELATED, Kind.ALSO, Kind.NEWSLETTER, Kind.ABOUT_AUTHOR, Kind.CONSENT}
)
_LONGEST_LABEL = 8.0
_PROSE_BEFORE = 40.0
"""Words of text before a box, without which its label is more likely a button above the text."""
_SMALL_BOX = 60.0
"""Words of a box that is no more than a pointer; only comments and lists of stories are longer."""
_LARGE = frozenset({Kind.COMMENTS, Kind.RELATED})
_LIMITS = frozenset({"body", "html", "main", "article"})


def labelled_boxes(units: Sequence[PageUnit]) -> dict[int, str]:
    """Kind of furniture by place in *units*, for those in a box that begins with its label."""
    found: dict[int, str] = {}
    before = 0.0
    for at, unit in enumerate(units):
        if at in found:
            continue
        kind = _label_of(unit)
        if kind is None or before < _PROSE_BEFORE:
            before += unit.words if unit.linked < 0.5 else 0  # noqa: PLR2004 - mostly text
            continue
        inside = _box_at(units, at)
        words = sum(units[one].words for one in inside)
        if len(inside) > 1 and (kind in _LARGE or words <= _SMALL_BOX):
            found |= dict.fromkeys(inside, str(kind))
    return found


def _label_of(unit: PageUnit) -> Kind | None:
    if not 0 < unit.words <= _LONGEST_LABEL:
        return None
    said = classify(unit.text.strip(" :：|›»"))
    return said.kind if said is not None and said.kind in _LABELS else None


def _box_at(units: Sequence[PageUnit], at: int) -> list[int]:
    """Places of the units in the largest element that begins with the label at *at*."""
    label = units[at].element
    box = label
    earlier = set(units[at - 1].element.iterancestors())
    for ancestor in label.iterancestors():
        if ancestor.tag in _LIMITS or ancestor in earlier:
            break
        box = ancestor
    if box is label:
        return [at]
    end = at + 1
    while end < len(units) and _is_within(units[end].element, box):
        end += 1
    return list(range(at, end))


def _is_within(element: Element, box: Element) -> bool:
    return any(ancestor is box for ancestor in element.iterancestors())
