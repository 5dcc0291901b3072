"""Fragments become the feed documents of a channel."""

from __future__ import annotations

from collections.abc import Sequence

from reprise.errors import Problem, RefusedError
from reprise.model.document import Document, Entry, Feed, Fragment
from reprise.outputs.formats import FeedWriter
from reprise.outputs.profile import profile_named

_SECONDS_PER_MINUTE = 60


def feed_key(channel: str, writer: FeedWriter) -> str:
    """
    Key of a channel's feed in the site bucket, which is its path below the publication's root.

    >>> from reprise.outputs.rss import RSS
    >>> feed_key("front", RSS)
    'channels/front/feed.rss'
    """
    return f"channels/{channel}/{writer.extension}"


def render_entry(writer: FeedWriter, entry: Entry, feed: Feed) -> bytes:
    """
    One entry's fragment.

    Raises:
        RefusedError: It can't be written, or its destination does not take it (row B85); only
            this entry is meant, the others go on (row M55).
    """
    profile = profile_named(feed.profile)
    if misfit := profile.fits(entry, feed.language):
        raise RefusedError(entry.article_id, misfit)
    try:
        fragment = writer.entry(entry, feed)
    except (ValueError, TypeError) as error:
        problem = Problem("not_renderable", found=str(error)[:200], send="text without controls")
        raise RefusedError(entry.article_id, problem) from error
    if misfit := profile.fits_fragment(fragment):
        raise RefusedError(entry.article_id, misfit)
    return fragment


def assemble(
    writer: FeedWriter,
    feed: Feed,
    keys: Sequence[str],
    fragments: Sequence[Fragment] | None,
    *,
    noindex: bool = True,
) -> Document:
    """
    The document of *feed* made of *fragments*, newest first as they come. Nothing is copied.

    Args:
        keys: :attr:`Entry.key` of each fragment.

        fragments: From :func:`render_entry` or kept from the last build; ``None`` gives a draft
            without them, to see whether anything changed.

        noindex: Ask search engines to leave the feed out, as feeds that repeat full texts
            should (RP-05); an excerpt feed may say no.
    """
    if fragments is not None and len(keys) != len(fragments):
        raise ValueError(f"{len(keys)} keys for {len(fragments)} fragments")
    return Document(
        key=feed_key(feed.channel, writer),
        media_type=writer.media_type,
        head=writer.head(feed),
        entries=tuple(fragments or ()),
        tail=writer.tail(feed),
        separator=writer.separator,
        entry_keys=tuple(keys),
        cache_seconds=feed.hold_minutes * _SECONDS_PER_MINUTE,
        language=None if feed.language == "und" else feed.language,
        noindex=noindex,
        # A hub fetches what it is told of at once, through the CDN (WS-06).
        fresh=bool(feed.hubs),
    )
