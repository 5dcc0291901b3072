"""
Pages for people: article, channel (how to follow), front page and lists (HU-*, RP-*, SO-*).

Plain HTML without any script; one style for all pages, inside each, named by its hash in the
page's own content security policy. What they look like is in ``templates/``, and a publisher may
replace any of those files by one of its own of the same name.

>>> here = Publication(name="Here", base_url="https://here.example", language="en")
>>> Pages().messages.gone("abc", here).status
410
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from markupsafe import Markup

from reprise.model.configuration import Channel, Publication
from reprise.model.document import Document, Entry
from reprise.outputs import places
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
from reprise.outputs.message_pages import Messages
from reprise.outputs.page_parts import Link, feed_links, links_to, some_feeds
from reprise.outputs.page_renderer import Renderer
from reprise.outputs.places import address, landing_key, page_key
from reprise.outputs.structured import first_published, news_article, open_graph

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

LANDING_ITEMS = 30
PAGE_ITEMS = 75
"""Headlines on one page of a list: with addresses and dates about 35 KB, well below the 50 a page may have."""
FRONT_ITEMS = 40

_NO_CHANNELS: Mapping[str, Channel] = {}
_NO_TEMPLATES: Mapping[str, str] = {}
_NO_LISTS = Lists()


class Pages:
    """
    The renderer: templates compiled once, then a pure function from values to documents.

    Args:
        own: Texts by file name that replace ours of the same name; empty for ours alone. What
            comes from a publisher is tried out first, by :func:`~reprise.outputs.rehearsal.rehearsed`.

        trial: They are only tried out, in a sandbox.

    Attributes:
        messages: The pages that say why there is nothing.

    Raises:
        ConfigurationError: One of them can't be used: with file and line.
    """

    def __init__(self, own: Mapping[str, str] = _NO_TEMPLATES, *, trial: bool = False) -> None:
        self._renderer = Renderer(own, trial=trial)
        self.messages = Messages(self._renderer)

    @property
    def policy(self) -> str:
        """The pages' content security policy, for whoever wants to send it as a header too."""
        return self._renderer.policy

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
        view = ArticleView(entry, self._renderer.words(entry.language, publication.language))
        pictures = view.pictures()
        return self._renderer.document(
            "article.html",
            page_key(entry.article_id),
            publication,
            view.words,
            noindex="noindex" in entry.robots,
            kind="article",
            robots=entry.robots,
            canonical=entry.canonical_url if entry.link_canonical else entry.url,
            feeds=some_feeds(channels, publication),
            entry=entry,
            language=known_language(entry.language),
            content=Markup(view.content),  # noqa: S704 - allow-listed HTML, our own additions
            is_excerpt=view.is_excerpt(),
            standfirst=view.standfirst(),
            correction=entry.correction,
            bylines=view.bylines(),
            figures=view.figures(),
            films=view.films(),
            credit_at=view.credit_at(),
            shown_at=first_published(entry),
            updated_at=view.updated_at(),
            facts=view.facts(publication, lists),
            sections=links_to(lists.sections, places.section_key, publication),
            source_url=_address(lists.source, places.source_key, publication),
            structured=Markup(news_article(entry, publication, pictures)),  # noqa: S704 - escaped
            social=tuple(open_graph(entry, publication, pictures)),
        )

    def landing_page(
        self, channel_id: str, channel: Channel, items: Iterable[ListItem], publication: Publication
    ) -> Document:
        """How to follow a channel, and what is in it now (HU-03, HU-05)."""
        shown = _legal_items(items)
        key = landing_key(channel_id)
        return self._renderer.document(
            "landing.html",
            key,
            publication,
            self._renderer.words(channel.language or publication.language),
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
        words = self._renderer.words(publication.language)
        return self._renderer.document(
            "front.html",
            places.FRONT_KEY,
            publication,
            words,
            kind="front",
            canonical=address(places.FRONT_KEY, publication),
            feeds=some_feeds(channels, publication),
            lead=shown[0] if shown else None,
            list=shown[1:],
            channels=[
                Link(channel.title, address(landing_key(name), publication), channel.description)
                for name, channel in channels.items()
            ],
            sections=links_to(sections, places.section_key, publication),
            sources=links_to(sources, places.source_key, publication),
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
        heading = self._renderer.words(publication.language).date(day)
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
        words = self._renderer.words(publication.language)
        made = [
            self._renderer.document(
                "listing.html",
                key(page),
                publication,
                words,
                kind="listing",
                feeds=some_feeds(channels, publication),
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
        lost = (self.messages.message("lost", k, publication, 410, channels) for k in gone)
        return (*made, *lost)


def _legal_items(items: Iterable[ListItem]) -> tuple[ListItem, ...]:
    return tuple(legal_throughout(item) for item in items)


def _address(name: str | None, key: Callable[[str], str], publication: Publication) -> str | None:
    return address(key(legal(name)), publication) if name else None
