"""
A channel's full history as archived feeds (RFC 5005, FH-01 … FH-06; row B77).

The live feed holds the newest entries; what was released in a calendar month (UTC) lies in that
month's archive, once the month is over. So a new aggregator can fetch everything, and nobody else
fetches it twice: a closed archive does not change, except to take something down.

An archive is *sealed* when a later one exists to name in it; until then it is closed but may
still gain that one link, and is cached for a day only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reprise.model.document import Document, Feed
from reprise.outputs.feeds import assemble
from reprise.outputs.formats import FeedWriter

_SECONDS_PER_DAY = 86_400
_SECONDS_PER_YEAR = 365 * _SECONDS_PER_DAY
_DECEMBER = 12


def period_of(instant: datetime) -> str:
    """
    The archive period of what was released at *instant*.

    >>> period_of(datetime(2026, 3, 31, 23, 59, tzinfo=UTC))
    '2026-03'
    """
    return instant.astimezone(UTC).strftime("%Y-%m")


def closes_at(period: str) -> datetime:
    """
    First instant at which *period* is over and may be archived.

    >>> closes_at("2026-12").isoformat()
    '2027-01-01T00:00:00+00:00'
    """
    year, month = map(int, period.split("-"))
    if month == _DECEMBER:
        return datetime(year + 1, 1, 1, tzinfo=UTC)
    return datetime(year, month + 1, 1, tzinfo=UTC)


def closed(periods: Sequence[str], now: datetime) -> tuple[str, ...]:
    """Those of *periods* that are over at *now*, oldest first; the others are still filling."""
    return tuple(sorted({period for period in periods if closes_at(period) <= now}))


def archive_key(channel: str, writer: FeedWriter, period: str) -> str:
    """
    Key of one archive in the site bucket.

    >>> from reprise.outputs.rss import RSS
    >>> archive_key("front", RSS, "2026-03")
    'channels/front/archive/2026-03.rss'
    """
    ending = writer.extension.removeprefix("feed.")
    return f"channels/{channel}/archive/{period}.{ending}"


@dataclass(frozen=True, slots=True)
class History:
    """
    The closed archives of one channel in one format, and where they lie.

    Attributes:
        periods: Closed periods that hold anything, oldest first.
        base_url: Public root, without a trailing slash.
    """

    channel: str
    writer: FeedWriter
    periods: tuple[str, ...]
    base_url: str

    def address(self, period: str) -> str:
        """Public address of one archive."""
        return f"{self.base_url}/{archive_key(self.channel, self.writer, period)}"

    def live(self, feed: Feed) -> Feed:
        """The head of the live feed, with the way into its history (FH-01)."""
        if not self.periods:
            return feed
        return replace(feed, history=(("prev-archive", self.address(self.periods[-1])),))

    def archive(self, feed: Feed, period: str, updated_at: datetime) -> Feed:
        """
        The head of the archive of *period*: where the live feed is, what was before and after.

        Args:
            feed: The head of the live feed.

            updated_at: Newest change among the archive's entries.
        """
        place = self.periods.index(period)
        links = [("current", feed.self_urls[self.writer.name])]
        if place:
            links.append(("prev-archive", self.address(self.periods[place - 1])))
        if place + 1 < len(self.periods):
            links.append(("next-archive", self.address(self.periods[place + 1])))
        own: Mapping[str, str] = {self.writer.name: self.address(period)}
        return replace(
            feed,
            title=f"{feed.title} – {period}",
            self_urls=dict(own),
            updated_at=updated_at,
            tombstones=(),
            hubs=(),
            history=tuple(links),
            is_archive=True,
        )

    def document(
        self, feed: Feed, period: str, keys: Sequence[str], fragments: Sequence[bytes]
    ) -> Document:
        """
        The archive of *period* made of *fragments*, from a head made by :meth:`archive`.

        Sealed it may be kept for a year (HTTP-06).
        """
        is_sealed = period != self.periods[-1]
        return replace(
            assemble(self.writer, feed, keys, fragments),
            key=archive_key(self.channel, self.writer, period),
            cache_seconds=_SECONDS_PER_YEAR if is_sealed else _SECONDS_PER_DAY,
            immutable=is_sealed,
        )
