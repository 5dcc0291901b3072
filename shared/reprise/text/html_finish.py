"""The last touches on a block once it is complete, and on the whole body."""

from __future__ import annotations

from reprise.text.html_tree import Node

_DROPPED_WHEN_EMPTY = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "blockquote",
        "figcaption",
        "caption",
        "pre",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "ul",
        "ol",
        "dl",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_BLOCKS = _DROPPED_WHEN_EMPTY | {"figure", "hr", "td", "th"}
_ONE_PARAGRAPH = frozenset({"li", "dd", "td", "th", "figcaption"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FIRST_LEVEL = 2
"""The headline above the body is the only first-level heading of a page."""


def finish(node: Node, parent: Node) -> None:
    """Drop *node* from *parent* when nothing is in it; simplify it when little is."""
    if node.tag == "figure":
        _finish_figure(node, parent)
    elif node.tag in _DROPPED_WHEN_EMPTY and node.is_empty():
        _replace(parent, node, [])
    elif node.tag in _ONE_PARAGRAPH:
        _open_only_paragraph(node)
    elif node.tag == "table":
        _open_single_cell(node, parent)


def _finish_figure(node: Node, parent: Node) -> None:
    """A figure shows a picture; around anything else it is opened up."""
    if not any(_is_picture(child) for child in node.children):
        _replace(parent, node, [_as_paragraph(child) for child in node.children])
        return
    captions = [c for c in node.children if isinstance(c, Node) and c.tag == "figcaption"]
    others = [c for c in node.children if not _is_picture(c) and c not in captions]
    if not captions and others:
        node.children = [child for child in node.children if _is_picture(child)]
        caption = Node("figcaption", {}, list(others))
        _open_only_paragraph(caption)
        node.children.append(caption)


def _is_picture(child: Node | str) -> bool:
    if not isinstance(child, Node):
        return False
    return child.tag == "img" or (
        child.tag == "a" and any(isinstance(c, Node) and c.tag == "img" for c in child.children)
    )


def _as_paragraph(child: Node | str) -> Node | str:
    if isinstance(child, Node) and child.tag == "figcaption":
        return Node("p", child.attrs, child.children)
    return child


def _open_only_paragraph(node: Node) -> None:
    """``<li><p>one</p></li>`` is ``<li>one</li>``; with more paragraphs all stay."""
    paragraphs = [c for c in node.children if isinstance(c, Node) and c.tag == "p"]
    if len(paragraphs) == 1 and node.children[0] is paragraphs[0] and not paragraphs[0].attrs:
        node.children[:1] = paragraphs[0].children


def _open_single_cell(node: Node, parent: Node) -> None:
    """A table of one cell is only a frame."""
    cells = [child for child in node.nodes() if child.tag in {"td", "th"}]
    if len(cells) == 1 and not any(child.tag in {"caption", "table"} for child in node.nodes()):
        _replace(parent, node, _in_paragraphs(cells[0].children))


def _in_paragraphs(children: list[Node | str]) -> list[Node | str]:
    found: list[Node | str] = []
    for child in children:
        if isinstance(child, Node) and child.tag in _BLOCKS:
            found.append(child)
        elif found and isinstance(found[-1], Node) and found[-1].tag == "p loose":
            found[-1].children.append(child)
        else:
            found.append(Node("p loose", {}, [child]))
    for node in found:
        if isinstance(node, Node) and node.tag == "p loose":
            node.tag = "p"
    return found


def _replace(parent: Node, node: Node, by: list[Node | str]) -> None:
    # It was closed just now, so it stands at the end or close to it.
    children = parent.children
    at = next(n for n in reversed(range(len(children))) if children[n] is node)
    children[at : at + 1] = by


def drop_empty_phrases(node: Node) -> None:
    """Phrases without a word go; a space they held stays."""
    kept: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag not in {"br", "img"}:
            drop_empty_phrases(child)
            if child.is_empty():
                kept.extend(child.children)
                continue
        kept.append(child)
    node.children = kept


def trim_end(node: Node) -> None:
    """No white space or line break at the end of a paragraph."""
    while node.children:
        last = node.children[-1]
        if isinstance(last, Node):
            if last.tag != "br":
                trim_end(last)
                if last.children or last.tag == "img":
                    return
            node.children.pop()
        elif last.rstrip():
            node.children[-1] = last.rstrip()
            return
        else:
            node.children.pop()


def trim_begin(node: Node) -> None:
    """No white space at the begin of a paragraph."""
    if node.children and isinstance(first := node.children[0], str):
        node.children[0] = first.lstrip()


def level_headings(root: Node) -> None:
    """The levels in use become 2, 3 … without gaps, in their order."""
    found = [node for node in root.nodes() if node.tag in _HEADINGS]
    levels = sorted({node.tag for node in found})
    new = {tag: f"h{min(_FIRST_LEVEL + n, 6)}" for n, tag in enumerate(levels)}
    for node in found:
        node.tag = new[node.tag]


def drop_idle_rules(root: Node) -> None:
    """A rule separates: not at the begin or end, and never twice."""
    kept: list[Node | str] = []
    for child in root.children:
        is_rule = isinstance(child, Node) and child.tag == "hr"
        last_is_rule = bool(kept) and isinstance(kept[-1], Node) and kept[-1].tag == "hr"
        if not is_rule or (kept and not last_is_rule):
            kept.append(child)
    if kept and isinstance(kept[-1], Node) and kept[-1].tag == "hr":
        kept.pop()
    root.children = kept
