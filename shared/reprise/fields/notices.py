"""
Republication notices in the text: lifted into the permission and out of the body (B27, B63).

*"This article first appeared in X and is republished with permission"* says why the text may stand
here and where it comes from. Shown by the credit line once, it is not shown again as a paragraph.
A notice alone grants nothing that the agreement does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reprise.model.configuration import Partner
from reprise.model.permission import Basis, Evidence, Origin, Permission, Stated
from reprise.model.submission import Removal
from reprise.text.addresses import host_of
from reprise.text.html_finish import drop_idle_rules, trim_begin, trim_end
from reprise.text.html_tree import Node, cut_out
from reprise.text.licences import resolve
from reprise.text.notices import Kind, Notice, Position, find_notice, position_of

_SURE = 0.5
"""Below, a notice is only a guess from the form of its line: it stays where it is."""
_SURE_INSIDE = 0.8
"""In the middle of an article, or among the items of a list, it has to be very clearly one."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TEXT_BLOCKS = frozenset({"p", "li", "blockquote"}) | _HEADINGS
_CONTAINERS = frozenset({"blockquote", "ul", "ol"})
_LABEL_WORDS = 6
"""Words of "About this article" and "Notes from the publisher"."""
# Furniture of feeds and sites. It speaks to other readers than ours and grants us nothing.
_DROPPED = {
    Kind.FEED_FOOTER: "line a feed adds to its items",
    Kind.OUTBOUND_OFFER: "offer of the source to its own readers",
    Kind.SITE_LICENCE: "licence of a whole site",
}


@dataclass(frozen=True, slots=True)
class LiftedNotice:
    """
    A republication notice found in the text.

    Attributes:
        link: Address its paragraph links to: the original, or the source's home page.
        licence: Id of the licence its paragraph links to, which often says more than the words.
    """

    notice: Notice
    link: str | None = None
    licence: str | None = None

    @property
    def original_url(self) -> str | None:
        """The link, when it leads to a page rather than to a site."""
        return self.link if self.link and len(self.link.rstrip("/").split("/")) > 3 else None  # noqa: PLR2004 - scheme, empty, host

    def stated(self, *, licence_known: bool = False) -> Stated:
        """
        What the notice says, as a statement among others.

        Args:
            licence_known: Another statement names the licence: "a Creative Commons licence" in
                the words of the notice says no more than that, and is no riddle.
        """
        notice, known = self.notice, self.licence or self.notice.licence
        permission = Permission(
            basis=notice.basis or (Basis.LICENCE if self.licence else None),
            licence=known or (None if licence_known else notice.licence_stated),
            evidence=Evidence(text=notice.words),
        )
        return Stated(origin=Origin.NOTICE, permission=permission, name=notice.source_name or "")


@dataclass(frozen=True, slots=True)
class Lifted:
    """The notices that were taken out of a body, and what else went with them."""

    notices: tuple[LiftedNotice, ...] = ()
    removals: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    """A block that holds only a line of text, and where in the body its outermost block stands."""

    node: Node
    position: Position


def lift_notices(root: Node, *, partner: Partner, language: str | None) -> Lifted:
    """
    Take the notices out of *root* (allow-listed), and the labels that stood over them alone.

    A body that is nothing else keeps them: there would be no article left.

    Args:
        partner: Its own name and hosts: first published *there* is no republication.

        language: BCP 47 tag as stated.
    """
    blocks = [child for child in root.children if isinstance(child, Node)]
    leaves = [leaf for at, block in enumerate(blocks) for leaf in _leaves(block, at, len(blocks))]
    found = list(_found(leaves, frozenset({partner.name, *partner.hosts}), language))
    if not found or len(found) == len(leaves):
        return Lifted()
    lifted = [
        LiftedNotice(notice, _link(leaf.node, notice), _licence(leaf.node))
        for leaf, notice in found
        if _states(notice)
    ]
    labels = _take_out(root, blocks, [leaf.node for leaf, one in found if _is_all(leaf.node, one)])
    removals = (*(_removal(notice) for _, notice in found), *map(_label_removal, labels))
    return Lifted(tuple(lifted), removals)


def _states(notice: Notice) -> bool:
    """Where the text comes from, or under which licence it is: part of the permission."""
    return notice.is_republication or notice.of_text


def _leaves(block: Node, at: int, count: int) -> Iterator[_Leaf]:
    inner = [child for child in block.children if isinstance(child, Node)]
    if block.tag in _CONTAINERS and any(child.tag in _TEXT_BLOCKS | _CONTAINERS for child in inner):
        for child in inner:
            yield from _leaves(child, at, count)
    else:
        yield _Leaf(block, position_of(at, count))


def _found(
    leaves: Sequence[_Leaf], own_names: frozenset[str], language: str | None
) -> Iterator[tuple[_Leaf, Notice]]:
    for leaf in leaves:
        if leaf.node.tag not in _TEXT_BLOCKS:
            continue
        text = " ".join(leaf.node.text().split())
        notice = find_notice(text, position=leaf.position, own_names=own_names, language=language)
        inside = leaf.position == "body" or leaf.node.tag == "li"
        if notice is None or notice.confidence < (_SURE_INSIDE if inside else _SURE):
            continue
        if notice.is_republication or notice.kind in _DROPPED:
            yield leaf, notice


# --- Out of the body ------------------------------------------------------------------------------


def _is_all(node: Node, notice: Notice) -> bool:
    """Say whether nothing is left of *node* without the notice; else it is cut out of it."""
    text = node.text()
    if notice.span == (0, len(notice.text)) or text.strip() != notice.text:
        return True
    before = len(text) - len(text.lstrip())
    cut_out(node, before + notice.span[0], before + notice.span[1])
    trim_begin(node)
    trim_end(node)
    return node.is_empty()


def _take_out(root: Node, blocks: Sequence[Node], gone: Sequence[Node]) -> list[Node]:
    """Take *gone* out of *root*, with blocks left empty and labels left alone; returns the labels."""
    lost = {id(node) for node in gone}
    root.children = _without(root.children, lost)
    kept = {id(child) for child in root.children}
    labels = list(_labels(blocks, {at for at, block in enumerate(blocks) if id(block) not in kept}))
    root.children = _without(root.children, {id(label) for label in labels})
    drop_idle_rules(root)
    return labels


def _without(children: Sequence[Node | str], lost: set[int]) -> list[Node | str]:
    kept: list[Node | str] = []
    for child in children:
        if isinstance(child, Node):
            if id(child) in lost:
                continue
            if child.tag in _CONTAINERS:
                child.children = _without(child.children, lost)
                if child.is_empty():
                    continue
        kept.append(child)
    return kept


def _labels(blocks: Sequence[Node], gone: set[int]) -> Iterator[Node]:
    """Headings and separators that stood right over what is gone and have nothing under them now."""
    for at in gone:
        below = next((n for n in range(at, len(blocks)) if n not in gone), len(blocks))
        is_last = below == len(blocks) or blocks[below].tag in _HEADINGS | {"hr"}
        if at and at - 1 not in gone and is_last and _is_label(blocks[at - 1]):
            yield blocks[at - 1]


def _is_label(block: Node) -> bool:
    text = block.text().strip()
    if block.tag == "p" and not any(c.isalnum() for c in text):
        return bool(text)  # a separator: "* * *"
    only = block.children[0] if len(block.children) == 1 else None
    bold = block.tag == "p" and isinstance(only, Node) and only.tag == "strong"
    heads = block.tag in _HEADINGS or bold
    return heads and len(text.split()) <= _LABEL_WORDS


# --- Where its links lead -------------------------------------------------------------------------


def _link(block: Node, notice: Notice) -> str | None:
    """Where the original is: the link on the source's name, else the only one that is no licence."""
    links = [(href, text) for href, text in _links(block) if host_of(href) not in _LICENCE_HOSTS]
    named = [href for href, text in links if notice.source_name and notice.source_name in text]
    if named:
        return named[0]
    return links[0][0] if len(links) == 1 else notice.source_url


_LICENCE_HOSTS = frozenset({"creativecommons.org", "opensource.org", "spdx.org", "gnu.org"})


def _licence(block: Node) -> str | None:
    """The licence that is linked, if it is one and only one."""
    linked = {found.id for href, _ in _links(block) if (found := resolve(href))}
    return linked.pop() if len(linked) == 1 else None


def _links(block: Node) -> list[tuple[str, str]]:
    links = ((one.attrs.get("href", ""), one.text()) for one in block.nodes() if one.tag == "a")
    return [(href, text) for href, text in links if href.startswith("http")]


def _removal(notice: Notice) -> Removal:
    if _states(notice):
        return Removal(kind="notice", text=notice.words, reason="lifted into the permission")
    return Removal(kind=str(notice.kind), text=notice.words, reason=_DROPPED[notice.kind])


def _label_removal(label: Node) -> Removal:
    text = " ".join(label.text().split())
    return Removal(kind="notice", text=text, reason="stood over a notice alone")
