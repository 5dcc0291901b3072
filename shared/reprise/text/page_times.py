"""
Lines of a page that say when: published, updated, so long ago, so long to read.

They are found here, not interpreted: what day ``05/04`` is, is for ``dates`` to say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reprise.text.boilerplate import MAX_LINE, fold, weigh
from reprise.text.calendars import in_our_calendar
from reprise.text.page_words import word_sets
from reprise.text.remembered import remembered

_DATE = re.compile(
    r"\b\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\b\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})\b"
    r"|\d{2,4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?|\d{1,2}[月월]\s?\d{1,2}[日일]"
    r"|(?:[Tt]háng|ngày)\s\d{1,2}"
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h：]\d{2}(?::\d{2})?\b|\d{1,2}[時时点시]\s?\d{1,2}[分분]?|\d{1,2}[時시]"
)
_UNITS = re.compile(
    r"(?<!\d)\d{1,4}\s?\+?\s?(?:second|minute|min|hour|hr|day|week|month|year|stunde|minute|tag|woche|monat|jahr|heure|jour"
    r"|semaine|mois|hora|día|dia|semana|mes|minut|or[ae]|giorn|settiman|mes[ei]|uur|dag|dage|week|weken|timm|tim|dag|veck"
    r"|godzin|dni|dzień|tydz|hodin|dn[iyů]|saat|gün|dakika|hafta|час|мин|дн|ден|недел|мес|год|хв|тижн|ώρ|λεπτ|ημέρ|óra|órá|perc|nap|oră|zile|zi"
    r"|ساع|دقيق|يوم|أيام|اسبوع|أسبوع|روز|دقیقه|שע|דק|ימ|יום|小时|小時|分钟|分鐘|天|時間|分|日|週|周|시간|분|일|주|jam|menit|hari|giờ|phút|ngày|घंट|मिनट|दिन)[^\W\d]*",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"^\d{1,4}(?:st|nd|rd|th|er|e|º|ª|a|o|г|р|h|hs|hrs|am|pm|uhr|م|ص)?$")
_MAX_TIME = 16.0
_MAX_STRANGERS = 3
"""Words besides the time that such a line may have: an agency, a place."""


@remembered(8192, longest=MAX_LINE)
def is_time_line(line: str) -> bool:
    """
    Whether *line* says when, and nothing else: published, updated, so long ago, so long to read.

    Example:
        >>> is_time_line("Updated: 3 March 2021, 14:05 CET"), is_time_line("At 14:05 she left")
        (True, False)
    """
    line = in_our_calendar(line)
    if not has_time(line):
        return False
    strangers = len(_strangers(line))
    dated = bool(_DATE.search(line)) or bool(set(fold(line).split()) & word_sets()["month"])
    sure = dated and (bool(_CLOCK.search(line)) or _begins_with_label(line))
    return strangers == 0 or (
        sure and strangers <= _MAX_STRANGERS and not line.endswith((".", "。"))
    )


def _begins_with_label(line: str) -> bool:
    """``Published``, ``Mis à jour``; a mere preposition is none."""
    tokens = fold(line).split()
    starts = {" ".join(tokens[:size]) for size in (1, 2, 3)}
    return any(len(start) > 4 for start in starts & word_sets()["label"])  # noqa: PLR2004


def is_clock_line(line: str) -> bool:
    """Whether *line* is only a time of day, as above an entry of a live report."""
    return bool(
        re.fullmatch(
            r"\W{0,2}\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?(?:[ap]\.?m\.?|Uhr|h|CET|GMT|BST|IST|ET))?\W{0,2}",
            line.strip(),
            re.IGNORECASE,
        )
    )


@remembered(8192, longest=MAX_LINE)
def has_time(line: str) -> bool:
    """Whether a short *line* names a date, a time of day, an age or a reading time."""
    if weigh(line) > _MAX_TIME or not any(c.isdigit() for c in line):
        return bool(
            fold(line)
            in {
                "just now",
                "today",
                "yesterday",
                "heute",
                "gestern",
                "hoy",
                "ayer",
                "сегодня",
                "вчера",
            }
        )
    if _DATE.search(line) or _CLOCK.search(line) or _is_relative(line) or is_reading_time(line):
        return True
    tokens = fold(line).split()
    return any(token in word_sets()["month"] for token in tokens) and any(
        _ORDINAL.match(token) for token in tokens
    )


def _is_relative(line: str) -> bool:
    if not _UNITS.search(line):
        return False
    key = f" {fold(line)} "
    return any(
        (f" {word} " in key) or (word in key and not word.isascii())
        for word in word_sets()["relative"]
    )


def is_reading_time(line: str) -> bool:
    """Whether *line* says how long the article takes to read."""
    key = fold(line)
    return any(phrase in key for phrase in word_sets()["reading"])


@lru_cache(maxsize=1)
def _words_of_time() -> frozenset[str]:
    known = frozenset().union(
        *(word_sets()[name] for name in ("month", "weekday", "label word", "relative"))
    )
    return known | {word for phrase in word_sets()["reading"] for word in phrase.split()}


def _strangers(line: str) -> list[str]:
    """Words of *line* that have nothing to do with time."""
    rest = _UNITS.sub(" ", _CLOCK.sub(" ", _DATE.sub(" ", line)))
    tokens = fold(rest).split()
    known = _words_of_time()
    return [
        token
        for token in tokens
        if token not in known
        and not _ORDINAL.match(token)
        and not (len(token) == 1 and not token.isascii())
    ]


def time_in(line: str) -> str:
    """
    The words of *line* from the first to the last that tell the time; empty if none do.

    Example:
        >>> time_in("Par Ada Kern, le 27 février 2022")
        '27 février 2022'
    """
    if not has_time(line):
        return ""
    tokens = line.split()
    times = [
        at
        for at, token in enumerate(tokens)
        if any(map(str.isdigit, token))
        or fold(token) in word_sets()["month"] | word_sets()["weekday"]
    ]
    return " ".join(tokens[times[0] : times[-1] + 1]) if times else ""


def split_meta(line: str) -> tuple[str, ...]:
    """
    The parts of a line that strings facts together.

    Example:
        >>> split_meta("By Ada Kern | 3 May 2020 • Rivers")
        ('By Ada Kern', '3 May 2020', 'Rivers')
    """
    parts = re.split(r"\s*[|•·●∙⋅‧▪｜]\s*|\s+[–—-]{1,2}\s+|\t+", line)
    return tuple(part.strip() for part in parts if part.strip())
