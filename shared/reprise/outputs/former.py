"""
What stands where a channel's documents were, when they are elsewhere now or no more (HTTP-12).

An address that aggregators follow is never just missing: it answers 301 with the new one, and
readers change their subscription, or 410, and they end it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from http import HTTPStatus

from reprise.model.configuration import Channel, Configuration, FeedFormat
from reprise.model.document import Document, Feed
from reprise.outputs.feeds import assemble
from reprise.outputs.formats import WRITERS
from reprise.outputs.pages import Pages
from reprise.outputs.places import address, feed_key, landing_key

INSTEAD = {FeedFormat.RSS: FeedFormat.ATOM, FeedFormat.ATOM: FeedFormat.RSS}
"""Formats that every reader of the one reads too."""


def keys_of(name: str, formats: Iterable[FeedFormat]) -> list[str]:
    """Keys of a channel's documents."""
    return [*(feed_key(name, kind) for kind in formats), landing_key(name)]


def stand_ins(
    old: str,
    keys: Iterable[str],
    new: str | None,
    configuration: Configuration,
    pages: Pages,
    *,
    sure: bool = True,
) -> Iterator[Document]:
    """
    The documents that stand under *keys* of channel *old* from now on.

    Args:
        new: The configured channel that took its place (*old* itself for a format it has given
            up); ``None`` when there is none.

        sure: Otherwise what is gone answers 404, which nobody takes for the last word.
    """
    publication, channels = configuration.publication, configuration.channels
    kinds = {feed_key(old, kind): kind for kind in FeedFormat}
    for key in keys:
        kind = kinds.get(key)
        if new and (to := _place(kind, new, channels[new])):
            yield pages.messages.moved(key, to, publication)
        elif not sure:
            yield pages.messages.message("lost", key, publication, HTTPStatus.NOT_FOUND, channels)
        elif kind is FeedFormat.JSON:
            yield _expired(old, configuration)
        else:
            yield pages.messages.closed(key, publication, channels)


def _place(kind: FeedFormat | None, name: str, channel: Channel) -> str | None:
    """Where readers of *kind* (``None``: people) find the same in channel *name*."""
    if kind is None:
        return landing_key(name)
    serves = (each for each in (kind, INSTEAD.get(kind)) if each in channel.formats)
    found = next(serves, None)
    return feed_key(name, found) if found else None


def _expired(old: str, configuration: Configuration) -> Document:
    """A JSON Feed can say itself that it has ended (JF-16)."""
    publication = configuration.publication
    feed = Feed(
        channel=old,
        title=publication.name,
        description="",
        language=publication.language,
        home_url=f"{publication.base_url}/",
        self_urls={str(FeedFormat.JSON): address(feed_key(old, FeedFormat.JSON), publication)},
        publication_name=publication.name,
        publication_url=f"{publication.base_url}/",
        has_ended=True,
    )
    made = assemble(WRITERS[FeedFormat.JSON], feed, (), ())
    return replace(made, status=int(HTTPStatus.GONE))
