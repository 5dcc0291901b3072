"""
Values as policies write them: territories, languages, durations, instants.

Each reader gives the value in our terms or raises :class:`NotUnderstoodError`; where a value leaves
room (a date without a zone), it is read the narrower way.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, timedelta
from functools import cache

from reprise.rights.limits import NotUnderstoodError
from reprise.rights.territories import EU
from reprise.text.language_tags import is_registered
from reprise.text.territories import territories

# --- Territories ----------------------------------------------------------------------------------

_CODE_LISTS = re.compile(r"3166|authority/country/|geonames\.org/countries/", re.IGNORECASE)
"""What an address of a territory has in it when its last part is an ISO 3166-1 code."""


def territory_codes(value: str) -> frozenset[str]:
    """
    The territories that a code or the address of one means; ``EU`` means its members.

    >>> sorted(territory_codes("http://cvx.iptc.org/iso3166-1a3/DEU") | territory_codes("nz"))
    ['DE', 'NZ']
    """
    code = _last_part(value) if _is_address(value) else value.strip()
    if _is_address(value) and not _CODE_LISTS.search(value):
        raise NotUnderstoodError(f"territory {value}")
    code = code.upper()
    if code == "EU":
        return EU
    known = code if code in territories() else _from_other_codes().get(code)
    if known is None:
        raise NotUnderstoodError(f"territory {value}")
    return frozenset({known})


_OTHER_LENGTH = 3


@cache
def _from_other_codes() -> dict[str, str]:
    """Three letters or three digits to two letters, from the Unicode tables in langcodes."""
    from langcodes.data_dicts import (
        TERRITORY_REPLACEMENTS,  # its tables take 30 ms: only for those who need them
    )

    exact = {"BIH": "BA", "XKX": "XK", "XKK": "XK"}
    other = {code: two for code, two in TERRITORY_REPLACEMENTS.items() if two in territories()}
    codes = {code.upper(): two for code, two in other.items() if len(code) == _OTHER_LENGTH}
    return codes | exact


# --- Languages ------------------------------------------------------------------------------------

_LANGUAGE_LISTS = re.compile(r"639|bcp-?47|lang", re.IGNORECASE)


def language_range(value: str) -> str:
    """
    The BCP 47 range that a tag, or the address of a language code, means.

    >>> language_range("http://id.loc.gov/vocabulary/iso639-1/mi"), language_range("pt-BR")
    ('mi', 'pt-BR')
    """
    if _is_address(value) and not _LANGUAGE_LISTS.search(value):
        raise NotUnderstoodError(f"language {value}")
    tag = _last_part(value) if _is_address(value) else value.strip()
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", tag) or not is_registered(tag):
        raise NotUnderstoodError(f"language {value}")
    return tag


# --- Time -----------------------------------------------------------------------------------------

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?")
_DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?")

FIRST_ZONE, LAST_ZONE = "+14:00", "-12:00"
"""Where a day begins first and last: between them lies what a date without a zone may mean."""

A_MOMENT = timedelta(microseconds=1)


def begin(value: str, *, inclusive: bool = True) -> datetime:
    """
    The first instant from *value* on, for what may happen only then.

    A value without a zone begins everywhere first in the last zone to reach it. What is to happen
    *after* a date happens after the whole day.

    >>> begin("2031-05-01").isoformat(), begin("2031-05-01Z", inclusive=False).isoformat()
    ('2031-05-01T12:00:00+00:00', '2031-05-02T00:00:00+00:00')
    """
    at, is_day = _instant(value, LAST_ZONE)
    if inclusive:
        return at
    return at + (timedelta(days=1) if is_day else A_MOMENT)


def end(value: str, *, inclusive: bool = False) -> datetime:
    """
    The first instant at which it is too late, for what may happen only until *value*.

    >>> end("2031-05-01T12:00:00Z").isoformat(), end("2031-05-01Z", inclusive=True).isoformat()
    ('2031-05-01T12:00:00+00:00', '2031-05-02T00:00:00+00:00')
    """
    at, is_day = _instant(value, FIRST_ZONE)
    if not inclusive:
        return at
    return at + (timedelta(days=1) if is_day else A_MOMENT)


def is_day(value: str) -> bool:
    """Whether *value* is a date without a time."""
    return _DATE.fullmatch(value.strip()) is not None


def _instant(value: str, without_zone: str) -> tuple[datetime, bool]:
    text = value.strip()
    match = _DATE.fullmatch(text) or _DATE_TIME.fullmatch(text)
    if match is None:
        raise NotUnderstoodError(f"date {value}")
    whole_day = "T" not in text
    stated = match[1] + ("T00:00:00" if whole_day else "")
    zone = (match[2] or without_zone).replace("Z", "+00:00")
    try:
        return datetime.fromisoformat(stated + zone).astimezone(UTC), whole_day
    except (ValueError, OverflowError) as error:
        raise NotUnderstoodError(f"date {value}") from error


LONGEST_WAIT = 36500
"""Days; the most a permission holds."""

_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?"
    r"(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)


def whole_days(value: str, *, more: bool = False) -> int:
    """
    Days of a duration (XML Schema), rounded up: a month is 31, a year 366; *more* than it adds one.

    >>> whole_days("P2W"), whole_days("PT36H"), whole_days("P1M"), whole_days("P1D", more=True)
    (14, 2, 31, 2)
    """
    match = _DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()):
        raise NotUnderstoodError(f"duration {value}")
    years, months, weeks, days, hours, minutes, seconds = (float(g or 0) for g in match.groups())
    exact = years * 366 + months * 31 + weeks * 7 + days
    exact += hours / 24 + minutes / 1440 + seconds / 86400
    rounded = math.floor(exact) + 1 if more else math.ceil(exact)
    if rounded > LONGEST_WAIT:
        raise NotUnderstoodError(f"duration {value}")
    return rounded


# --- Parts ----------------------------------------------------------------------------------------


def _is_address(value: str) -> bool:
    return ":" in value


def _last_part(value: str) -> str:
    return re.split(r"[/#:]", value.strip().rstrip("/"))[-1]
