"""
Pages for people: article, gone, channel (how to follow), front, lists, errors (HU-*, RP-*, SO-*).

Plain HTML without any script; one style for all pages, inside each, named by its hash in the
page's own content security policy. What they look like is in ``templates/``, and a publisher may
replace any of those files by one of its own of the same name.

>>> here = Publication(name="Here", base_url="https://here.example", language="en")
>>> Pages().gone_page("abc", here).status
410
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from reprise.model.configuration import Channel, Publication
from reprise.model.document import Document, Entry
from reprise.outputs import places
from reprise.outputs.addresses import host_of, public_uri
from reprise.outputs.article_view import ArticleView
from reprise.outputs.characters import legal, legal_throughout
from reprise.outputs.listing import (
    ListItem,
    Lists,
    item_of,
    item_of_entry,
    known_language,
    licences_of,
    lists_of,
)
from reprise.outputs.page_templates import Templates
from reprise.outputs.pictures import html_text
from reprise.outputs.places import address, landing_key, page_key
from reprise.outputs.structured import first_published, news_article, open_graph
from reprise.outputs.words import Words

__all__ = [
    "ListItem",
    "Lists",
    "Pages",
    "item_of",
    "item_of_entry",
    "landing_key",
    "lists_of",
    "page_key",
]

ARTICLE_SECONDS = 300
GONE_SECONDS = 300
ERROR_SECONDS = 10
"""What a poller asked for too early, or while S3 was away, is there soon."""
LIST_SECONDS = 300

LANDING_ITEMS = 30
PAGE_ITEMS = 75
"""Headlines on one page of a list: with addresses and dates about 35 KB, well below the 50 a page may have."""
FRONT_ITEMS = 40
MAX_FEED_LINKS = 12
"""Feeds an article's page names: browsers and readers list them all in one menu."""


_NO_CHANNELS: Mapping[str, Channel] = {}
_NO_TEMPLATES: Mapping[str, str] = {}
_NO_LISTS = Lists()


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


class Pages:
    """
    The renderer: templates compiled once, then a pure function from values to documents.

    Args:
        own: Texts by file name that replace ours of the same name; empty for ours alone. What
            comes from a publisher is tried out first, by :func:`~reprise.outputs.rehearsal.rehearsed`.

    Raises:
        ConfigurationError: One of them can't be used: with file and line.
    """

    def __init__(self, own: Mapping[str, str] = _NO_TEMPLATES) -> None:
        self._templates = Templates(own)

    @property
    def policy(self) -> str:
        """The pages' content security policy, for whoever wants to send it as a header too."""
        return self._templates.policy

    # Pages

    def article_page(
        self,
        entry: Entry,
        publication: Publication,
        channels: Mapping[str, Channel],
        lists: Lists = _NO_LISTS,
    ) -> Document:
        """
        The page of an article, as permitted: every duty is in place, and what search engines may
        do with it is said (RP-*).

        Args:
            entry: Ruled on, projected for its own page.

            channels: The channels that carry it; their feeds are named for discovery.

            lists: Lists that hold it; the page links to them.
        """
        entry = legal_throughout(entry)
        view = ArticleView(entry, self._templates.words(entry.language, publication.language))
        pictures = view.pictures()
        return self._document(
            "article.html",
            page_key(entry.article_id),
            publication,
            view.words,
            seconds=ARTICLE_SECONDS,
            noindex="noindex" in entry.robots,
            kind="article",
            robots=entry.robots,
            canonical=entry.canonical_url if entry.link_canonical else entry.url,
            feeds=feed_links(channels, publication)[:MAX_FEED_LINKS],
            entry=entry,
            language=known_language(entry.language),
            content=Markup(view.content),  # noqa: S704 - allow-listed HTML, our own additions
            is_excerpt=view.is_excerpt(),
            standfirst=view.standfirst(),
            correction=entry.correction,
            bylines=view.bylines(),
            figures=view.figures(),
            credit_at=view.credit_at(),
            shown_at=first_published(entry),
            updated_at=view.updated_at(),
            facts=view.facts(publication, lists),
            sections=_links(lists.sections, places.section_key, publication),
            source_url=_address(lists.source, places.source_key, publication),
            structured=Markup(news_article(entry, publication, pictures)),  # noqa: S704 - escaped
            social=tuple(open_graph(entry, publication, pictures)),
        )

    def gone_page(self, article_id: str, publication: Publication) -> Document:
        """What stands where an article was: 410, and not a word of it (invariant 6)."""
        words = self._templates.words(publication.language)
        return self._message(
            page_key(article_id), publication, words, 410, words["gone_title"], words["gone_text"]
        )

    def error_page(self, status: int, publication: Publication) -> Document:
        """The page for an error the edge meets: ``errors/404.html`` and so on."""
        words = self._templates.words(publication.language)
        which = "lost" if status in (403, 404) else "gone" if status == 410 else "error"  # noqa: PLR2004
        title, text = words[f"{which}_title"], words[f"{which}_text"]
        key = places.error_key(status)
        return self._message(key, publication, words, status, title, text, seconds=ERROR_SECONDS)

    def landing_page(
        self, channel_id: str, channel: Channel, items: Iterable[ListItem], publication: Publication
    ) -> Document:
        """How to follow a channel, and what is in it now (HU-03, HU-05)."""
        shown = _legal_items(items)
        key = landing_key(channel_id)
        return self._document(
            "landing.html",
            key,
            publication,
            self._templates.words(channel.language or publication.language),
            kind="landing",
            canonical=address(key, publication),
            channel=legal_throughout(channel),
            feeds=feed_links({channel_id: channel}, publication),
            list=shown[:LANDING_ITEMS],
            licences=licences_of(shown),
        )

    def front_page(
        self,
        items: Iterable[ListItem],
        channels: Mapping[str, Channel],
        publication: Publication,
        *,
        sections: Iterable[str] = (),
        sources: Iterable[str] = (),
        days: Iterable[date] = (),
    ) -> Document:
        """The front page: newest first, with all channels, and other lists as far as they exist."""
        shown = _legal_items(items)[:FRONT_ITEMS]
        words = self._templates.words(publication.language)
        return self._document(
            "front.html",
            places.FRONT_KEY,
            publication,
            words,
            kind="front",
            canonical=address(places.FRONT_KEY, publication),
            feeds=feed_links(channels, publication)[:MAX_FEED_LINKS],
            lead=shown[0] if shown else None,
            list=shown[1:],
            channels=[
                Link(channel.title, address(landing_key(name), publication), channel.description)
                for name, channel in channels.items()
            ],
            sections=_links(sections, places.section_key, publication),
            sources=_links(sources, places.source_key, publication),
            archive=[Link(words.date(d), address(places.day_key(d), publication)) for d in days],
        )

    def section_pages(
        self,
        name: str,
        items: Iterable[ListItem],
        publication: Publication,
        channels: Mapping[str, Channel] = _NO_CHANNELS,
        *,
        pages: int = 1,
    ) -> tuple[Document, ...]:
        """
        All articles of a section, newest first.

        Args:
            channels: Whose feeds are named for discovery.

            pages: How many pages the list has had; those no longer needed say 410, all of them
                when there are no *items* any more.
        """
        return self._listing(
            "section", name, partial(places.section_key, name), items, publication, channels, pages
        )

    def source_pages(
        self,
        name: str,
        items: Iterable[ListItem],
        publication: Publication,
        channels: Mapping[str, Channel] = _NO_CHANNELS,
        *,
        pages: int = 1,
    ) -> tuple[Document, ...]:
        """All articles of one source, newest first; the rest as for :meth:`section_pages`."""
        return self._listing(
            "source", name, partial(places.source_key, name), items, publication, channels, pages
        )

    def day_pages(
        self,
        day: date,
        items: Iterable[ListItem],
        publication: Publication,
        channels: Mapping[str, Channel] = _NO_CHANNELS,
        *,
        pages: int = 1,
        before: date | None = None,
    ) -> tuple[Document, ...]:
        """
        The archive: first published here on *day* (UTC); else as :meth:`section_pages`.

        Args:
            before: The day that the last page leads on to.
        """
        heading = self._templates.words(publication.language).date(day)
        older = address(places.day_key(before), publication) if before else None
        return self._listing(
            "archive", heading, partial(places.day_key, day), items, publication, channels, pages,
            older,
        )  # fmt: skip

    # How they are made

    def _listing(
        self,
        label: str,
        heading: str,
        key: Callable[[int], str],
        items: Iterable[ListItem],
        publication: Publication,
        channels: Mapping[str, Channel],
        pages: int,
        older: str | None = None,
    ) -> tuple[Document, ...]:
        shown = _legal_items(items)
        parts = [shown[at : at + PAGE_ITEMS] for at in range(0, len(shown), PAGE_ITEMS)]
        words = self._templates.words(publication.language)
        made = [
            self._document(
                "listing.html",
                key(page),
                publication,
                words,
                kind="listing",
                feeds=feed_links(channels, publication)[:MAX_FEED_LINKS],
                canonical=address(key(page), publication),
                listing="day" if label == "archive" else label,
                label=words[label],
                heading=legal(heading),
                page=page,
                list=part,
                newer=address(key(page - 1), publication) if page > 1 else None,
                older=address(key(page + 1), publication) if page < len(parts) else older,
            )
            for page, part in enumerate(parts, 1)
        ]
        # What a shorter list leaves behind would go on showing what was taken back; and a list of
        # nothing would still tell the name that the last article on it gave it.
        gone = (key(page) for page in range(len(parts) + 1, pages + 1))
        title, text = words["lost_title"], words["lost_text"]
        return (*made, *(self._message(k, publication, words, 410, title, text) for k in gone))

    def _message(
        self,
        key: str,
        publication: Publication,
        words: Words,
        status: int,
        heading: str,
        text: str,
        *,
        seconds: int = GONE_SECONDS,
    ) -> Document:
        made = self._document(
            "message.html",
            key,
            publication,
            words,
            seconds=seconds,
            noindex=True,
            kind="message",
            robots="noindex",
            status=status,
            heading=heading,
            text=text,
        )
        return replace(made, status=status)

    def _document(
        self,
        template: str,
        key: str,
        publication: Publication,
        words: Words,
        *,
        seconds: int = LIST_SECONDS,
        noindex: bool = False,
        **values: Any,
    ) -> Document:
        context = {
            "robots": "",
            "canonical": None,
            "feeds": (),
            **values,
            "publication": legal_throughout(publication),
            "words": words,
            "icon": _icon(publication.name),
            "contact": _contact(publication.contact),
            "address": lambda key: address(key, publication),
        }
        body = self._templates.render(template, context)
        return Document(
            key,
            places.HTML,
            body.encode(),
            cache_seconds=seconds,
            noindex=noindex,
            language=words.tag,
        )


# --- Small parts ----------------------------------------------------------------------------------


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


def _legal_items(items: Iterable[ListItem]) -> tuple[ListItem, ...]:
    return tuple(legal_throughout(item) for item in items)


def _links(names: Iterable[str], key: Callable[[str], str], publication: Publication) -> list[Link]:
    return [Link(legal(name), address(key(name), publication)) for name in names]


def _address(name: str | None, key: Callable[[str], str], publication: Publication) -> str | None:
    return address(key(legal(name)), publication) if name else None


def _contact(contact: str | None) -> Link | None:
    """
    Whom to write to, if it is an address.

    >>> _contact("desk@here.example")
    Link(text='desk@here.example', url='mailto:desk@here.example', note='')
    """
    if not contact:
        return None
    text = contact.strip().removeprefix("mailto:")
    if public_uri(text):
        return Link(host_of(text), text)
    is_mail = text.count("@") == 1 and text.isascii() and text.isprintable() and " " not in text
    return Link(text, f"mailto:{quote(text, safe='@+.-_')}") if is_mail else None


def _icon(name: str) -> str:
    """The initial of the publication as a picture of a few bytes, so that no tab asks for one."""
    initial = html_text(legal(name)[:1].upper())
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        '<rect width="32" height="32" rx="5" fill="#9c2a16"/>'
        '<text x="16" y="23" font-family="Georgia,serif" font-size="20" font-weight="700" '
        f'fill="#fff" text-anchor="middle">{initial}</text></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe="/:='")
