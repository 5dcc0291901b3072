"""
A channel's full history as archived feeds (RFC 5005, FH-01 … FH-06; row B77).

The live feed holds the newest entries; what is older lies in volumes, numbered from the oldest.
So a new aggregator can fetch everything, and nobody else fetches it twice: a closed volume changes
only when something in it may no longer be shown as it is.

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


def archive_key(channel: str, writer: FeedWriter, number: int) -> str:
    """
    Key of one volume in the site bucket.

    >>> from reprise.outputs.rss import RSS
    >>> archive_key("front", RSS, 12)
    'channels/front/archive/12.rss'
    """
    ending = writer.extension.removeprefix("feed.")
    return f"channels/{channel}/archive/{number}.{ending}"


@dataclass(frozen=True, slots=True)
class History:
    """
    The closed volumes of one channel in one format, and where they lie.

    Attributes:
        newest: Number of the newest volume; 0 while there is none.
        base_url: Public root, without a trailing slash.
    """

    channel: str
    writer: FeedWriter
    newest: int
    base_url: str

    def address(self, number: int) -> str:
        """Public address of one volume."""
        return f"{self.base_url}/{archive_key(self.channel, self.writer, number)}"

    def live(self, feed: Feed) -> Feed:
        """The head of the live feed, with the way into its history (FH-01)."""
        if not self.newest:
            return feed
        return replace(feed, history=(("prev-archive", self.address(self.newest)),))

    def archive(self, feed: Feed, number: int, updated_at: datetime | None) -> Feed:
        """
        The head of volume *number*: where the live feed is, what was before and after.

        Args:
            feed: The head of the live feed.

            updated_at: Newest change among the volume's entries.
        """
        links = [("current", feed.self_urls[self.writer.name])]
        if number > 1:
            links.append(("prev-archive", self.address(number - 1)))
        if number < self.newest:
            links.append(("next-archive", self.address(number + 1)))
        return replace(
            feed,
            title=f"{feed.title} – {number}",
            self_urls={self.writer.name: self.address(number)},
            updated_at=updated_at,
            tombstones=(),
            hubs=(),
            history=tuple(links),
            is_archive=True,
        )

    def document(
        self, feed: Feed, number: int, keys: Sequence[str], fragments: Sequence[bytes] | None
    ) -> Document:
        """
        Volume *number* made of *fragments*, from a head made by :meth:`archive`.

        Sealed it may be kept for a year (HTTP-06).
        """
        is_sealed = number < self.newest
        return replace(
            assemble(self.writer, feed, keys, fragments),
            key=archive_key(self.channel, self.writer, number),
            cache_seconds=_SECONDS_PER_YEAR if is_sealed else _SECONDS_PER_DAY,
            immutable=is_sealed,
        )
