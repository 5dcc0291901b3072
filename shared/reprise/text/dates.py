"""
Reads dates as partners write them (row M57, C12): exact forms first, words last.

Nothing here knows what time it is now. A date without a zone is read in the partner's zone, and is
unsure without one; a zone that several places share is unsure too, never guessed silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reprise.text.calendars import in_our_calendar

EARLIEST, LATEST = 1800, 2200
"""Years outside are slips of the machine that wrote them."""
MAX_LENGTH = 120
_NO_ZONE, _UNSURE = 0.4, 0.5


@dataclass(frozen=True, slots=True)
class ReadDate:
    """
    What a date text says.

    Attributes:
        instant: In UTC; ``None`` when it could not be read.
        sure: The zone is known and day and month cannot be swapped.
        problem: Code of what is missing: ``unreadable``, ``no_zone``, ``ambiguous_zone``,
            ``ambiguous_order``, ``out_of_range``; empty when nothing is.
        has_time: A time of day was given; else the instant is the day's begin.
    """

    instant: datetime | None
    sure: bool
    problem: str = ""
    has_time: bool = True

    @property
    def confidence(self) -> float:
        """How sure the instant is, 0 to 1; without a zone so little that a person has to look."""
        if self.sure:
            return 1.0
        return _NO_ZONE if self.problem in {"no_zone", "ambiguous_zone"} else _UNSURE


UNREADABLE = ReadDate(None, sure=False, problem="unreadable")

# Minutes east of UTC. RFC 822 section 5 for the American ones; the others as newsrooms use them.
_OFFSETS = {
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "TRT": 180, "MSK": 180, "EAT": 180,
    "CAT": 120, "SAST": 120, "WAT": 60, "PKT": 300, "NPT": 345, "ICT": 420, "WIB": 420,
    "WITA": 480, "WIT": 540, "HKT": 480, "SGT": 480, "PHT": 480, "AWST": 480, "JST": 540,
    "KST": 540, "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "NDT": -150, "ADT": -180, "BRT": -180,
    "ART": -180, "CLT": -240, "CLST": -180, "COT": -300, "PET": -300,
}  # fmt: skip
# Names that mean a place and leave summer time to the reader.
_PLACES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver",
           "PT": "America/Los_Angeles", "UHR": None}  # fmt: skip
# Shared names: right only in the zones listed.
_SHARED = {
    "IST": ("Asia/Kolkata", "Asia/Calcutta", "Asia/Jerusalem", "Asia/Tel_Aviv", "Europe/Dublin"),
    "GST": ("Asia/Dubai", "Asia/Muscat"),
    "AST": ("America/Halifax", "America/Puerto_Rico", "Asia/Riyadh", "Asia/Baghdad"),
}
_ZONE_WORD = re.compile(r"(?<![A-Za-z])(?:\(?)([A-Z]{1,5}|(?<= )[+-]\d\d:\d\d)\)?\.?\s*$")
_EPOCH = re.compile(r"^\d{9,10}(?:\d{3})?(?:\.\d+)?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$")
_EAST_ASIAN = re.compile(
    r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]"
    r"(?:.{0,8}?(\d{1,2})\s*[:：時时시点]\s*(\d{1,2})?)?"
)
_NUMERIC = re.compile(
    r"^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?:[,\sT–|-]+(\d{1,2})[:.h](\d{2})(?::(\d{2}))?)?"
    r"\s*(?:uhr|h)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5})?$",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(r"\d\s?[AaPp]\.?[Mm]\b")
"""RFC 822 has 24 hours; its reader skips what it does not know."""
_DOTTED = re.compile(r"\b(\d{1,2})\.(\d{2})(?=\s?[AaPp]\.?[Mm]\b)")
"""British papers write 11.20am."""
_HOURS = re.compile(r"\b(\d{1,2}) ?[hH] ?(\d{2})\b")
"""French and Portuguese write 14h20."""
_AT = re.compile(r"(?<!\w)(?:kl|klo|klockan)\.?\s?(?=\d)|\s*เวลา\s*|\s*น\.?$", re.IGNORECASE)
"""Words for *at* and *o'clock* that dateparser does not know."""
_FROM_GREENWICH = re.compile(r"\s*\(?(?:GMT|UTC)\s?([+\-−])\s?(\d{1,2})(?::?(\d{2}))?\)?\s*$")
_PARTS = 8
"""Beginnings of a line that are tried as a date, the longest first."""
_TIME_FIRST = re.compile(r"^(\d{1,2}:\d\d(?::\d\d)?)[,|]?\s+(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$")
_IN_ROUND = re.compile(r"\((\d{1,2}:\d{2})\)")
_TWO_NAMES = re.compile(r"(?<=[\u0600-\u06ff])\s?/\s?[\u0600-\u06ff ]+(?=\s\d{4})")
"""Arabic papers write both names of a month: the one of Cairo and that of Damascus."""
_LEVANT = {
    "كانون الثاني": "يناير", "شباط": "فبراير", "آذار": "مارس", "نيسان": "أبريل", "أيار": "مايو",
    "حزيران": "يونيو", "تموز": "يوليو", "آب": "أغسطس", "أيلول": "سبتمبر",
    "تشرين الأول": "أكتوبر", "تشرين الثاني": "نوفمبر", "كانون الأول": "ديسمبر",
}  # fmt: skip
"""Months from Beirut to Baghdad, by the names that dateparser knows."""
_LEVANTINE = re.compile(rf"(?<!\w)(?:{'|'.join(_LEVANT)})(?!\w)")
_LABEL_WORDS = 4
"""Words before a date that say what it is the date of: ``Published on``, ``Oluşturulma Tarihi:``."""
_HOURS_AFTER = re.compile(r"(\d{4}\D{1,12})(\d{1,2})\.(\d{2})(?![\d.])")
"""Italian, Finnish and Danish write 14.20, after the year."""
_CENTURY = 69
"""POSIX reads two digits above this as 19xx."""
_YEAR_FIRST = frozenset({"ko", "ja", "zh", "hu"})
"""Where ``26.6.11`` may begin with the year: dateparser knows."""
_MONTH_FIRST = ("en-US", "en-PH", "en-CA", "fil")


def read_date(text: str, *, zone: str | None = None, languages: Sequence[str] = ()) -> ReadDate:
    """
    The instant *text* names.

    Args:
        text: A date in nearly any form: RFC 3339, RFC 822, compact, epoch, or words in the
            languages known to dateparser.

        zone: IANA zone for dates that name none, the partner's setting.

        languages: BCP 47 tags the text may be in, most likely first; they also decide whether
            ``3/4/2026`` is in March or April.

    Example:
        >>> read_date("Tue, 05 May 2026 09:30:00 EDT").instant.isoformat()
        '2026-05-05T13:30:00+00:00'
        >>> read_date("5. Mai 2026, 9:30 Uhr", zone="Europe/Berlin", languages=["de"]).instant.hour
        7
    """
    text = " ".join(in_our_calendar(text[: 2 * MAX_LENGTH], languages).split())
    if not text or len(text) > MAX_LENGTH or not any(c.isdigit() for c in text):
        return UNREADABLE
    text = _DOTTED.sub(r"\1:\2", _TIME_FIRST.sub(r"\2 \1", text))
    text = _LEVANTINE.sub(lambda month: _LEVANT[month[0]], text)
    text = _TWO_NAMES.sub("", _IN_ROUND.sub(r"\1", _FROM_GREENWICH.sub(_as_offset, text)))
    attempts = [*((part, languages) for part in _without_labels(text)), (text, ())]
    for part, spoken in attempts[: -1 if not languages else None]:
        found = _attempt(part, zone, spoken)
        if found.problem != UNREADABLE.problem:
            return found
    return UNREADABLE


def find_date(line: str, *, zone: str | None = None, languages: Sequence[str] = ()) -> ReadDate:
    """
    The first date in a *line* that may go on after it: with who wrote it, or when it was changed.

    Example:
        >>> find_date("Jun 3, 2021 Updated Jun 4, 2021", zone="UTC").instant.day
        3
    """
    tokens = line[:MAX_LENGTH].split()
    ends = [at for at, token in enumerate(tokens, start=1) if any(map(str.isdigit, token))]
    parts = (
        " ".join(tokens[:end]).rstrip(",;|-–(") for end in [len(tokens), *ends[: -_PARTS - 1 : -1]]
    )
    found = (read_date(part, zone=zone, languages=languages) for part in parts)
    return next((one for one in found if one.instant is not None), UNREADABLE)


def _without_labels(text: str) -> Iterator[str]:
    """*text*, and what is left of it without its first words, up to the first with a digit."""
    for _ in range(_LABEL_WORDS + 1):
        yield text
        label, _, text = text.partition(" ")
        if not text or any(map(str.isdigit, label)):
            return


def _as_offset(match: re.Match[str]) -> str:
    """``(GMT+7)`` as `` +07:00``."""
    sign, hours, minutes = match.groups()
    return f" {'+' if sign == '+' else '-'}{hours:0>2}:{minutes or '00'}"


def _attempt(text: str, zone: str | None, languages: Sequence[str]) -> ReadDate:
    try:
        return _read(text, zone, languages)
    except (ValueError, OverflowError, LookupError):
        return UNREADABLE


def _read(text: str, zone: str | None, languages: Sequence[str]) -> ReadDate:
    if _EPOCH.match(text):
        seconds = float(text) / (1000 if len(text.partition(".")[0]) > 10 else 1)  # noqa: PLR2004 - milliseconds
        return _settled(datetime.fromtimestamp(seconds, UTC), zone)
    for reader in (_iso, _compact, _east_asian):
        found = reader(text)
        if found is not None:
            return _settled(found, zone, has_time=_names_a_time(text))
    numeric = _NUMERIC.match(text)
    if numeric and (len(numeric[4]) > 2 or not _begins_with_year(languages)):  # noqa: PLR2004
        return _numeric(numeric, zone, languages)
    return _in_words(text, zone, languages)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.replace(" Z", "Z").replace(" +", "+"))
    except ValueError:
        return None


def _compact(text: str) -> datetime | None:
    """NI-02: ``YYYYMMDDTHHMMSS±HHMM``, and shorter."""
    match = _COMPACT.match(text)
    if not match:
        return None
    numbers = [int(part or 0) for part in match.groups()[:6]]
    return datetime(*numbers, tzinfo=_offset(match[7]))  # type: ignore[arg-type,misc]


def _east_asian(text: str) -> datetime | None:
    match = _EAST_ASIAN.search(text)
    if not match:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    if ("午後" in text or "下午" in text or "오후" in text) and hour < 12:  # noqa: PLR2004 - noon
        hour += 12
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the zone comes from _settled


def _numeric(match: re.Match[str], zone: str | None, languages: Sequence[str]) -> ReadDate:
    one, separator, other, year, hour, minute, second, half, named = match.groups()
    swapped = _month_comes_first(int(one), int(other), separator, languages)
    day, month = (int(other), int(one)) if swapped else (int(one), int(other))
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    naive = datetime(_full_year(year), month, day, hours, int(minute or 0), int(second or 0))  # noqa: DTZ001
    read = _with_zone_word(naive, named or "", zone, has_time=hour is not None)
    if swapped is None:
        return ReadDate(read.instant, sure=False, problem="ambiguous_order", has_time=read.has_time)
    return read


def _begins_with_year(languages: Sequence[str]) -> bool:
    return bool(languages) and languages[0].split("-")[0] in _YEAR_FIRST


def _full_year(year: str) -> int:
    """Two digits are a year of the web's time."""
    return int(year) if len(year) > 2 else 2000 + int(year) - 100 * (int(year) > _CENTURY)  # noqa: PLR2004


def _month_comes_first(
    one: int, other: int, separator: str, languages: Sequence[str]
) -> bool | None:
    """``None`` when nothing tells. Dots are never American."""
    if one > 12 or other > 12:  # noqa: PLR2004 - months
        return other > 12  # noqa: PLR2004
    if one == other or separator == ".":
        return False
    if not languages or languages[0] == "en":
        return None
    return languages[0] in _MONTH_FIRST


def _in_words(text: str, zone: str | None, languages: Sequence[str]) -> ReadDate:
    found = _rfc822(text) or _english(text)
    if found is not None:
        return _with_zone_word(found, _zone_word(text), zone, has_time=_names_a_time(text))
    text = _HOURS_AFTER.sub(r"\1\2:\3", _HOURS.sub(r"\1:\2", _AT.sub(" ", text))).strip(" .")
    found = _any_language(text, languages)
    if found is None:
        return UNREADABLE
    return _with_zone_word(found, _zone_word(text), zone, has_time=_names_a_time(text))


def _rfc822(text: str) -> datetime | None:
    if not re.match(r"^(?:[A-Za-z]{3,9},? )?\d{1,2} [A-Za-z]{3,9} \d{2,4} \d", text):
        return None
    if _HALF_DAY.search(text):
        return None
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    # An alphabetic zone is looked up in our table: the library takes unknown ones for none.
    return found.replace(tzinfo=None) if _zone_word(text) else found


def _english(text: str) -> datetime | None:
    """dateutil, only where every word is one it knows; it drops zones it does not know."""
    from dateutil import parser

    bare = _without_zone_word(text)
    if not re.search(r"\b\d{4}\b", bare):
        return None
    try:
        found = parser.parse(bare, default=datetime(1, 1, 1), ignoretz=False)  # noqa: DTZ001
        again = parser.parse(bare, default=datetime(2, 2, 2), ignoretz=False)  # noqa: DTZ001
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    # Two different defaults give one answer only when year, month and day are all in the text.
    return found if found == again else None


def _any_language(text: str, languages: Sequence[str]) -> datetime | None:
    """dateparser, with nothing in it that depends on the clock."""
    import dateparser

    known = [*dict.fromkeys(tag.split("-")[0] for tag in languages if tag and tag != "und")]
    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001 - never used, but never the clock
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    bare = _without_zone_word(text)
    try:
        return dateparser.parse(bare, languages=known or None, settings=settings)
    except ValueError:
        return None


# --- Zones ------------------------------------------------------------------------------------


def _zone_word(text: str) -> str:
    match = _ZONE_WORD.search(text)
    word = match[1] if match else ""
    return "" if word in {"AM", "PM", "H", "UHR"} else word


def _without_zone_word(text: str) -> str:
    word = _zone_word(text)
    return re.sub(rf"\(?{re.escape(word)}\)?\.?\s*$", "", text).strip() if word else text


def _with_zone_word(found: datetime, word: str, zone: str | None, *, has_time: bool) -> ReadDate:
    """*found* in the zone that *word* names, else in the partner's."""
    word = word.upper()
    if found.tzinfo is not None or not word or (word in _PLACES and _PLACES[word] is None):
        return _settled(found, zone, has_time=has_time)
    named = _named_zone(word, zone)
    if named is not None:
        return _settled(found.replace(tzinfo=named), zone, has_time=has_time)
    read = _settled(found, zone, has_time=has_time)
    return ReadDate(read.instant, sure=False, problem="ambiguous_zone", has_time=has_time)


def _named_zone(word: str, zone: str | None) -> tzinfo | None:
    if word in _SHARED:
        return _zone(zone) if zone in _SHARED[word] else None
    place = _PLACES.get(word)
    if place:
        return _zone(place)
    if re.match(r"[+-]|Z$", word):
        return _offset(word)
    minutes = _OFFSETS.get(word)
    return timezone(timedelta(minutes=minutes)) if minutes is not None else None


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _zone(name: str | None) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _settled(found: datetime, zone: str | None, *, has_time: bool = True) -> ReadDate:
    if not EARLIEST <= found.year <= LATEST:
        return ReadDate(None, sure=False, problem="out_of_range", has_time=has_time)
    if found.tzinfo is not None:
        return ReadDate(found.astimezone(UTC), sure=True, has_time=has_time)
    home = _zone(zone)
    if home is None:
        return ReadDate(found.replace(tzinfo=UTC), sure=False, problem="no_zone", has_time=has_time)
    return ReadDate(found.replace(tzinfo=home).astimezone(UTC), sure=True, has_time=has_time)


def _names_a_time(text: str) -> bool:
    return bool(
        re.search(r"\d\s*[:：時时시点h]|\d{8}T?\d{4}|T\d{2}|\d\s*[AaPp]\.?[Mm]|\d uhr", text)
    )
