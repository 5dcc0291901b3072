"""Small parts of pages: links, the feeds a page names, whom to write to, the icon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from reprise.model.configuration import Channel, Publication
from reprise.outputs import places
from reprise.outputs.addresses import host_of, public_uri
from reprise.outputs.characters import legal
from reprise.outputs.pictures import html_text
from reprise.outputs.places import address

MAX_FEED_LINKS = 12
"""Feeds that a page names beside its own: browsers and readers list them all in one menu."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a list beside the stories."""

    text: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed a page names (HU-05): its title is distinct on the page."""

    kind: str
    name: str
    title: str
    url: str
    media_type: str


def feed_links(channels: Mapping[str, Channel], publication: Publication) -> tuple[FeedLink, ...]:
    """The feeds of the channels, with their types and distinct titles (HU-05)."""
    return tuple(
        FeedLink(
            kind=str(kind),
            name=places.FEEDS[kind].name,
            title=f"{channel.title} ({places.FEEDS[kind].name})",
            url=address(places.feed_key(name, kind), publication),
            media_type=places.FEEDS[kind].media_type,
        )
        for name, channel in channels.items()
        for kind in channel.formats
    )


def some_feeds(channels: Mapping[str, Channel], publication: Publication) -> tuple[FeedLink, ...]:
    """The feeds that a page names when it is not about one channel."""
    return feed_links(channels, publication)[:MAX_FEED_LINKS]


def links_to(
    names: Iterable[str], key: Callable[[str], str], publication: Publication
) -> list[Link]:
    """A link for each name, to the page under its *key*."""
    return [Link(legal(name), address(key(name), publication)) for name in names]


def contact(stated: str | None) -> Link | None:
    """
    Whom to write to, if it is an address.

    >>> contact("desk@here.example")
    Link(text='desk@here.example', url='mailto:desk@here.example', note='')
    """
    if not stated:
        return None
    text = stated.strip().removeprefix("mailto:")
    if public_uri(text):
        return Link(host_of(text), text)
    is_mail = text.count("@") == 1 and text.isascii() and text.isprintable() and " " not in text
    return Link(text, f"mailto:{quote(text, safe='@+.-_')}") if is_mail else None


def icon(name: str) -> str:
    """The initial of the publication as a picture of a few bytes, so that no tab asks for one."""
    initial = html_text(legal(name)[:1].upper())
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        '<rect width="32" height="32" rx="5" fill="#9c2a16"/>'
        '<text x="16" y="23" font-family="Georgia,serif" font-size="20" font-weight="700" '
        f'fill="#fff" text-anchor="middle">{initial}</text></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe="/:='")
