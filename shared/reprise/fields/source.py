"""The publication it first appeared in, and through which it came (row B63)."""

from __future__ import annotations

from reprise.fields.base import STATED, Context, Found, each_once, one_line
from reprise.model.submission import Source
from reprise.text.addresses import cleaned


def read_source(context: Context) -> Found[Source]:
    """The stated source, tidied, else the one a notice names; feed ids stay as they are (X-08)."""
    stated = context.submission.source or Source()
    by_notice = None if stated.name else _by_notice(context, stated)
    if by_notice is not None:
        return by_notice
    source = Source(
        name=one_line(stated.name) or None,
        url=cleaned(stated.url) if stated.url else None,
        feed_url=cleaned(stated.feed_url) if stated.feed_url else None,
        feed_id=stated.feed_id,
        feed_title=one_line(stated.feed_title) or None,
        feed_updated_at=stated.feed_updated_at,
        chain=each_once([one_line(name) for name in stated.chain]),
    )
    return Found(source, STATED if source != Source() else "")


def _by_notice(context: Context, stated: Source) -> Found[Source] | None:
    for lifted in context.body.notices:
        name = one_line(lifted.notice.source_name)
        if name:
            url = None if lifted.original_url else lifted.link
            source = stated.model_copy(update={"name": name, "url": stated.url or url})
            return Found(source, "notice", confidence=lifted.notice.confidence)
    return None
