"""
Lines that agencies send for desks inside the text: who can be reached, what was added, signatures.

They are told by their form, which no prose has: brackets around the whole, and where they stand.
"""

from __future__ import annotations

import re

from reprise.model.submission import Removal
from reprise.text.html_tree import Node
from reprise.text.normalise import normalise_line

_ANYWHERE = re.compile(r"\(\(.{1,400}\)\)")
"""``((ada.kern@agency.example; +44 20 0000;))``"""
_ABOVE = re.compile(
    r"\((?:Adds|Updates|Recasts|Releads|Refiles|Rewrites|Writes through)\b[^()]{1,300}\)|Eds:.{1,400}",
    re.IGNORECASE,
)
_BELOW = re.compile(r"(?:dpa|dpa-AFX|AFX|APA|sda|ANSA)(?: [a-z]{1,4}\d{0,2}){2,8}")
"""``dpa yyny n1 al mi``: an agency and the short names of those who worked on it."""
_LONGEST = 500


def take_desk_lines(root: Node) -> tuple[Removal, ...]:
    """Take them out of *root*; never the only paragraph there is."""
    removed = []
    for block in [one for one in root.children if isinstance(one, Node)]:
        if len(root.children) > 1 and _is_for_desks(block, root):
            removed.append(
                Removal(
                    kind="desk-line", text=normalise_line(block.text()), reason="for desks only"
                )
            )
            root.children.remove(block)
    return tuple(removed)


def _is_for_desks(block: Node, root: Node) -> bool:
    text = normalise_line(block.text()) if block.tag == "p" else ""
    if not text or len(text) > _LONGEST:
        return False
    first, last = block is root.children[0], block is root.children[-1]
    return bool(
        _ANYWHERE.fullmatch(text)
        or (first and _ABOVE.fullmatch(text))
        or (last and _BELOW.fullmatch(text))
    )
