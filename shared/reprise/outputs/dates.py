"""Instants in the two spellings of feeds. Both are English and UTC whatever the locale (RS-04)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache


def whole_seconds(instant: datetime) -> datetime:
    """The same instant in UTC without the fraction, which no feed format needs."""
    return instant.astimezone(UTC).replace(microsecond=0)


@lru_cache(maxsize=8192)
def rfc822(instant: datetime) -> str:
    """
    RFC 822 with a four-digit year (RS-04), never through the process's locale.

    >>> rfc822(datetime(2026, 3, 1, 9, tzinfo=UTC))
    'Sun, 01 Mar 2026 09:00:00 GMT'
    """
    return format_datetime(whole_seconds(instant), usegmt=True)


@lru_cache(maxsize=8192)
def rfc3339(instant: datetime) -> str:
    """
    RFC 3339 with capital T and Z (AT-06, JF-06).

    >>> rfc3339(datetime(2026, 3, 1, 9, tzinfo=UTC))
    '2026-03-01T09:00:00Z'
    """
    return whole_seconds(instant).isoformat().replace("+00:00", "Z")
