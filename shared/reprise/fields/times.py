"""When it was first published and last changed at the source (rows M57, C12)."""

from __future__ import annotations

from datetime import datetime, timedelta

from reprise.fields.base import STATED, Context, Found
from reprise.model.receipt import Note

_CLOCKS_DIFFER = timedelta(minutes=10)
"""A partner's clock may be ahead of ours by so much without anything being wrong."""


def read_published_at(context: Context) -> Found[datetime | None]:
    """First publication at the source, never in the future."""
    return _past("published_at", context.submission.published_at, context.now)


def read_updated_at(context: Context) -> Found[datetime | None]:
    """Last change at the source; one before its publication says nothing."""
    found = _past("updated_at", context.submission.updated_at, context.now)
    published = read_published_at(context).value
    if found.value is not None and published is not None and found.value < published:
        return Found(published, "published_at", confidence=0.8)
    return found


def _past(field: str, stated: datetime | None, now: datetime) -> Found[datetime | None]:
    if stated is None:
        return Found(None)
    if stated <= now + _CLOCKS_DIFFER:
        return Found(min(stated, now), STATED)
    note = Note(
        code="future_date",
        field=field,
        found=stated.isoformat(),
        send="taken as the time of upload",
    )
    return Found(now, "upload", confidence=0.5, notes=(note,))
