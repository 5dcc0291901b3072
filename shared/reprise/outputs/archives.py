"""
A channel's full history as archived feeds (RFC 5005, FH-01 … FH-06; row B77).

The live feed holds the newest entries; what is older lies in volumes, one behind the other. So a
new aggregator can fetch everything, and nobody else fetches it twice: a closed volume changes only
when something in it may no longer be shown as it is.

A volume is *sealed* when a later one exists to name in it; until then it is closed but may still
gain that one link, and is cached for a day only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reprise.model.document import Document, Feed
from reprise.outputs.feeds import assemble
from reprise.outputs.formats import FeedWriter

_SECONDS_PER_DAY = 86_400
_SECONDS_PER_YEAR = 365 * _SECONDS_PER_DAY


def archive_key(channel: str, writer: FeedWriter, name: str) -> str:
    """
    Key of the volume *name* in the site bucket.

    >>> from reprise.outputs.rss import RSS
    >>> archive_key("front", RSS, "q7k2")
    'channels/front/archive/q7k2.rss'
    """
    ending = writer.extension.removeprefix("feed.")
    return f"channels/{channel}/archive/{name}.{ending}"


@dataclass(frozen=True, slots=True)
class Shelved:
    """
    A volume and its neighbours, by their names.

    Attributes:
        older / newer: What was released before and after; ``None`` at either end.
    """

    name: str
    older: str | None = None
    newer: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """
    The closed volumes of one channel in one format: where they lie, and how they are linked.

    Attributes:
        base_url: Public root, without a trailing slash.
    """

    channel: str
    writer: FeedWriter
    base_url: str

    def address(self, name: str) -> str:
        """Public address of one volume."""
        return f"{self.base_url}/{archive_key(self.channel, self.writer, name)}"

    def live(self, feed: Feed, newest: str | None) -> Feed:
        """The head of the live feed, with the way into its history (FH-01)."""
        links = (("prev-archive", self.address(newest)),) if newest else ()
        return replace(feed, history=links)

    def archive(self, feed: Feed, volume: Shelved, updated_at: datetime | None) -> Feed:
        """
        The head of *volume*: where the live feed is, what was before and after.

        Args:
            feed: The head of the live feed.

            updated_at: Newest change among the volume's entries.
        """
        links = [("current", feed.self_urls[self.writer.name])]
        if volume.older:
            links.append(("prev-archive", self.address(volume.older)))
        if volume.newer:
            links.append(("next-archive", self.address(volume.newer)))
        return replace(
            feed,
            self_urls={self.writer.name: self.address(volume.name)},
            updated_at=updated_at,
            tombstones=(),
            hubs=(),
            history=tuple(links),
            is_archive=True,
        )

    def document(
        self, feed: Feed, volume: Shelved, keys: Sequence[str], fragments: Sequence[bytes] | None
    ) -> Document:
        """
        *volume* made of *fragments*, from a head made by :meth:`archive`.

        Sealed it may be kept for a year (HTTP-06).
        """
        is_sealed = volume.newer is not None
        return replace(
            assemble(self.writer, feed, keys, fragments),
            key=archive_key(self.channel, self.writer, volume.name),
            cache_seconds=_SECONDS_PER_YEAR if is_sealed else _SECONDS_PER_DAY,
            immutable=is_sealed,
        )
