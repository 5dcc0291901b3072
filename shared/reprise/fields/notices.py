"""
Republication notices in the text: lifted into the permission and out of the body (B27, B63).

*"This article first appeared in X and is republished with permission"* says why the text may stand
here and where it comes from. Shown by the credit line once, it is not shown again as a paragraph.
A notice alone grants nothing that the agreement does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reprise.model.configuration import Partner
from reprise.model.permission import Evidence, Origin, Permission, Stated
from reprise.model.submission import Removal
from reprise.text.addresses import host_of
from reprise.text.html_tree import Node, parse, serialise
from reprise.text.notices import Kind, Notice, find_notice, position_of

_SURE = 0.5
"""Below, a notice is only a guess from the form of its line: it stays where it is."""
_SURE_INSIDE = 0.8
"""In the middle of an article a paragraph has to be very clearly a notice."""
_TEXT_BLOCKS = frozenset({"p", "blockquote", "h2", "h3", "h4", "h5", "h6", "ul"})
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
    """

    notice: Notice
    link: str | None = None

    @property
    def original_url(self) -> str | None:
        """The link, when it leads to a page rather than to a site."""
        return self.link if self.link and len(self.link.rstrip("/").split("/")) > 3 else None  # noqa: PLR2004 - scheme, empty, host

    def stated(self) -> Stated:
        """What the notice says, as a statement among others."""
        notice = self.notice
        permission = Permission(
            basis=notice.basis,
            licence=notice.licence or notice.licence_stated,
            evidence=Evidence(text=notice.text),
        )
        return Stated(origin=Origin.NOTICE, permission=permission, name=notice.source_name or "")


@dataclass(frozen=True, slots=True)
class WithoutNotices:
    """A body without its notices, and those."""

    html: str
    notices: tuple[LiftedNotice, ...] = ()
    removals: tuple[Removal, ...] = ()


def lift_notices(html: str, *, partner: Partner, language: str | None) -> WithoutNotices:
    """
    Take the notices out of *html* (allow-listed).

    Args:
        partner: Its own name and hosts: first published *there* is no republication.

        language: BCP 47 tag as stated.
    """
    root = parse(html)
    blocks = [child for child in root.children if isinstance(child, Node)]
    own_names = frozenset({partner.name, *partner.hosts})
    found = dict(_found(blocks, own_names, language))
    if not found or len(found) == len(blocks):
        return WithoutNotices(html)
    lifted = [
        LiftedNotice(notice, _link(blocks[at], notice))
        for at, notice in found.items()
        if notice.is_republication
    ]
    removals = tuple(_removal(notice) for notice in found.values())
    kept: list[Node | str] = [block for at, block in enumerate(blocks) if at not in found]
    return WithoutNotices(serialise(kept), tuple(lifted), removals)


def _found(
    blocks: list[Node], own_names: frozenset[str], language: str | None
) -> Iterator[tuple[int, Notice]]:
    for at, block in enumerate(blocks):
        if block.tag not in _TEXT_BLOCKS:
            continue
        position = position_of(at, len(blocks))
        notice = find_notice(
            " ".join(block.text().split()),
            position=position,
            own_names=own_names,
            language=language,
        )
        if notice is None or notice.confidence < _SURE:
            continue
        if position == "body" and notice.confidence < _SURE_INSIDE:
            continue
        if notice.is_republication or notice.kind in _DROPPED:
            yield at, notice


def _link(block: Node, notice: Notice) -> str | None:
    """Where the original is: the link on the source's name, else the only one that is no licence."""
    links = [(one.attrs.get("href", ""), one.text()) for one in block.nodes() if one.tag == "a"]
    links = [(href, text) for href, text in links if href.startswith("http")]
    links = [(href, text) for href, text in links if host_of(href) not in _LICENCE_HOSTS]
    named = [href for href, text in links if notice.source_name and notice.source_name in text]
    if named:
        return named[0]
    return links[0][0] if len(links) == 1 else notice.source_url


_LICENCE_HOSTS = frozenset({"creativecommons.org", "opensource.org", "spdx.org", "gnu.org"})


def _removal(notice: Notice) -> Removal:
    if notice.is_republication:
        return Removal(kind="notice", text=notice.text, reason="lifted into the permission")
    return Removal(kind=str(notice.kind), text=notice.text, reason=_DROPPED[notice.kind])
