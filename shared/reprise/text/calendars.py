"""
Dates in other calendars, as papers in Tehran, Kabul, Bangkok, Tokyo and Taipei print them.

What can be converted exactly is written as a day of ours. The Islamic calendar follows the moon as
seen from each country, and Bengal's has two versions: their days are taken out where the line also
names the day in our calendar, and left as they are, unreadable, where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

_SOLAR_MONTHS = (
    ("فروردین", "فروردين", "حمل", "وری"),
    ("اردیبهشت", "ارديبهشت", "ثور", "غویی"),
    ("خرداد", "جوزا", "غبرګولی"),
    ("تیر", "تير", "سرطان", "چنګاښ"),
    ("مرداد", "امرداد", "اسد", "زمری"),
    ("شهریور", "شهريور", "سنبله", "وږی"),
    ("مهر", "میزان", "ميزان", "تله"),
    ("آبان", "عقرب", "لړم"),
    ("آذر", "قوس", "لیندۍ"),
    ("دی", "دي", "جدی", "مرغومی"),
    ("بهمن", "دلو", "سلواغه"),
    ("اسفند", "حوت", "کب"),
)
"""Months of the solar year in Iran and in Afghanistan (Dari, Pashto)."""
_MONTH = {name: number for number, names in enumerate(_SOLAR_MONTHS, 1) for name in names}
_LUNAR_MONTHS = (
    "محرم|صفر|ربيع الأول|ربيع الاول|ربيع الآخر|ربيع الثاني|جمادى الأولى|جمادى الاولى|جمادى الآخرة|"
    "جمادى الثانية|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة"
)
_BENGALI_MONTHS = "বৈশাখ|জ্যৈষ্ঠ|আষাঢ়|আষাঢ়|শ্রাবণ|ভাদ্র|আশ্বিন|কার্তিক|অগ্রহায়ণ|অগ্রহায়ণ|পৌষ|মাঘ|ফাল্গুন|চৈত্র"
_FIRST, _LAST = 1300, 1419
"""Solar years of the press so far and for a while: 1921 to 2041. By the moon, 1420 was in 1999."""
DIGITS = {
    ord(c): str(n % 10) for n, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙")
}
"""To the digits of ASCII."""

_NAMED = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s+(?:ماه\s+)?({'|'.join(_MONTH)})(?:\s+ماه)?،?\s+(\d{{4}})(?!\d)"
)
_NUMERIC = re.compile(r"(?<!\d)(1[34]\d\d)([/.-])(\d{1,2})\2(\d{1,2})(?!\d)")
_PERSIAN = re.compile(r"[پچژگکی۰-۹]")
"""Letters and digits that Persian has and Arabic has not."""
_PERSIAN_TAGS = frozenset({"fa", "prs", "ps"})
_AROUND = re.compile(r"(?:یک|دو|سه|چهار|پنج)?\s?‌?شنبه|جمعه|آدینه|ساعت|در تاریخ|\s[|–—-]\s|[،,|]")
"""Weekdays, *at*, and what stands between a day and a time."""
_TOGETHER = re.compile(
    rf"\d{{1,2}}\s+(?:من\s+)?(?:{_LUNAR_MONTHS})\s+1[34]\d\d(?:\s*هـ?)?"
    rf"|\d{{1,2}}\s+(?:{_BENGALI_MONTHS}),?\s+1[34]\d\d(?:\s+বঙ্গাব্দ)?"
)
_MARKED = re.compile(r"(?<=\d)\s?(?:ميلادية|ميلادي|م|খ্রিস্টাব্দ)(?!\w)")
"""*Of our era*, behind a year."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?(\d{{1,3}}|元)\s?年")
_BUDDHIST = 543
_BUDDHIST_CENTURY = 2500 - _BUDDHIST
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_THAI_YEAR = re.compile(r"(?<!\d)(2[45]\d\d)(?!\d)")
_SHORT_THAI_YEAR = re.compile(r"(?<=[\u0e00-\u0e7f.])\s([5-9]\d)(?=$|[\s,])")
"""Below, it may be a year of ours."""


def in_our_calendar(text: str, languages: Sequence[str] = ()) -> str:
    """
    *text*, a date, with its day as our calendar has it, if it names that in another; digits of any
    script become those of ASCII.

    Args:
        languages: BCP 47 tags; a year like 1403 in digits alone is Persian only where they say so.

    Example:
        >>> in_our_calendar("12 مرداد 1403 ساعت 14:30"), in_our_calendar("令和6年8月12日")
        ('2024-08-02 14:30', '2024年8月12日')
    """
    if text.isascii() and not languages:
        return text
    is_persian = bool(_PERSIAN.search(text)) or _speaks(languages, _PERSIAN_TAGS)
    text = text.translate(DIGITS)
    text = _ERA.sub(lambda era: f"{_ERAS[era[1]] + int(era[2].replace('元', '1'))}年", text)
    if _THAI.search(text) or _speaks(languages, {"th"}):
        return _from_thai(text)
    return _from_solar(_one_of_two(text), digits=is_persian)


def _speaks(languages: Sequence[str], tags: Collection[str]) -> bool:
    return any(tag.partition("-")[0] in tags for tag in languages)


def _one_of_two(text: str) -> str:
    rest = _TOGETHER.sub("", text)
    if rest == text or not re.search(r"\d{4}", rest):
        return text
    return _MARKED.sub("", rest).strip(" -–—,،/|()=")


def _from_thai(text: str) -> str:
    if _THAI_YEAR.search(text):
        return _THAI_YEAR.sub(lambda year: str(int(year[1]) - _BUDDHIST), text, count=1)
    return _SHORT_THAI_YEAR.sub(lambda year: f" {_BUDDHIST_CENTURY + int(year[1])}", text, count=1)


def _from_solar(text: str, *, digits: bool) -> str:
    named = _NAMED.search(text)
    if named:
        return _converted(text, named, int(named[3]), _MONTH[named[2]], int(named[1]))
    numeric = _NUMERIC.search(text) if digits else None
    if numeric:
        return _converted(text, numeric, int(numeric[1]), int(numeric[3]), int(numeric[4]))
    return text


def _converted(text: str, found: re.Match[str], year: int, month: int, day: int) -> str:
    ours = _solar(year, month, day)
    if ours is None:
        return text
    around = f"{text[: found.start()]} {text[found.end() :]}"
    return f"{ours} {' '.join(_AROUND.sub(' ', around).split())}".strip()


def _solar(year: int, month: int, day: int) -> date | None:
    from persiantools.jdatetime import JalaliDate

    try:
        solar = JalaliDate(year, month, day)  # type: ignore[no-untyped-call]
        return solar.to_gregorian() if _FIRST <= year <= _LAST else None
    except ValueError:
        return None
