"""The feed formats, one line each: adding one is a writer module and its line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from reprise.model.configuration import FeedFormat
from reprise.model.document import Entry, Feed
from reprise.outputs.atom import ATOM
from reprise.outputs.json_feed import JSON_FEED
from reprise.outputs.ninjs_out import NINJS
from reprise.outputs.rss import RSS


class FeedWriter(Protocol):
    """
    One feed format. ``head + separator.join(entries) + tail`` is a whole document.

    All three are pure, total on text (a character the format can't carry is left out, X-02) and
    deterministic (X-12).
    """

    @property
    def name(self) -> str:
        """Name in :attr:`Feed.self_urls` and in the configuration."""

    @property
    def extension(self) -> str:
        """File name below the channel's folder."""

    @property
    def media_type(self) -> str:
        """Content type with charset (HTTP-01, HTTP-02)."""

    @property
    def separator(self) -> bytes:
        """What stands between two entries."""

    def head(self, feed: Feed) -> bytes:
        """Bytes before the first entry."""

    def entry(self, entry: Entry, feed: Feed) -> bytes:
        """Bytes of one entry."""

    def tail(self, feed: Feed) -> bytes:
        """Bytes after the last entry."""


WRITERS: Mapping[FeedFormat, FeedWriter] = {
    FeedFormat.RSS: RSS,
    FeedFormat.ATOM: ATOM,
    FeedFormat.JSON: JSON_FEED,
    FeedFormat.NINJS: NINJS,
}
