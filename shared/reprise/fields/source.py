"""The publication it first appeared in, and through which it came (row B63)."""

from __future__ import annotations

from reprise.fields.base import STATED, Context, Found, each_once, one_line
from reprise.model.submission import Source
from reprise.text.addresses import cleaned


def read_source(context: Context) -> Found[Source]:
    """The stated source, tidied; feed ids stay character for character (X-08)."""
    stated = context.submission.source
    if stated is None:
        return Found(Source())
    found = Source(
        name=one_line(stated.name) or None,
        url=cleaned(stated.url) if stated.url else None,
        feed_url=cleaned(stated.feed_url) if stated.feed_url else None,
        feed_id=stated.feed_id,
        feed_title=one_line(stated.feed_title) or None,
        feed_updated_at=stated.feed_updated_at,
        chain=each_once([one_line(name) for name in stated.chain]),
    )
    return Found(found, STATED if found != Source() else "")
