"""Quotas: at most so many articles in each calendar period, in UTC (row B37)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reprise.model.permission import Quota


def start_of_period(quota: Quota, at: datetime) -> datetime:
    """
    The first instant of the period that *at* falls in. Weeks begin on Monday (ISO 8601).

    >>> start_of_period(Quota(count=3, period="week"), datetime(2031, 5, 1, 9, tzinfo=UTC)).day
    28
    """
    day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    match quota.period:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)


def end_of_period(quota: Quota, at: datetime) -> datetime:
    """
    The first instant after the period that *at* falls in: when counting begins anew.

    >>> end_of_period(Quota(count=3, period="month"), datetime(2031, 12, 31, tzinfo=UTC)).year
    2032
    """
    starts = start_of_period(quota, at)
    match quota.period:
        case "day":
            return starts + timedelta(days=1)
        case "week":
            return starts + timedelta(days=7)
        case "month":
            return (starts + timedelta(days=31)).replace(day=1)
        case "year":
            return starts.replace(year=starts.year + 1)
