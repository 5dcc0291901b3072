"""
Dates in other calendars: converted where that is exact, taken from the day of ours beside them
where it is not, and never read as a day of ours that they are not.
"""

import pytest

from reprise.text.calendars import in_our_calendar
from reprise.text.dates import read_date
from reprise.text.page_times import is_time_line


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("۱۲ مرداد ۱۴۰۳", "2024-08-01T20:30:00+00:00"),
        ("شنبه ۱۲ مرداد ۱۴۰۳ - ۱۴:۳۰", "2024-08-02T11:00:00+00:00"),
        ("۲۸ آبان ۱۴۰۳ ساعت ۱۴:۳۰", "2024-11-18T11:00:00+00:00"),
        ("۱۴۰۳/۰۵/۱۲ - ۱۴:۳۰", "2024-08-02T11:00:00+00:00"),
        ("۱۴۰۳-۱-۱", "2024-03-19T20:30:00+00:00"),  # New Year's day
        ("30 اسفند 1403", "2025-03-19T20:30:00+00:00"),  # the last of a leap year
        ("12 سرطان 1403", "2024-07-01T20:30:00+00:00"),  # as Kabul calls the month
        ("۲۱ لړم ۱۴۰۳", "2024-11-10T20:30:00+00:00"),  # as Kandahar does
    ],
)
def test_days_of_the_solar_calendar_are_days_of_ours(text, instant):
    """Iran's and Afghanistan's, by names or digits, with and without a time of day."""
    read = read_date(text, zone="Asia/Tehran")
    assert (read.instant.isoformat(), read.sure) == (instant, True)


@pytest.mark.parametrize(
    ("text", "languages", "day"),
    [
        ("1403/05/12", ["fa"], "2024-08-02"),
        ("1403/05/12", ["fa-IR"], "2024-08-02"),
        ("1403/05/12", [], None),
        ("1403/05/12", ["ar"], None),
        ("1403/12/31", ["fa"], None),
        ("30 اسفند 1404", [], None),  # no leap year
        ("12 مرداد 1203", [], None),
    ],
)
def test_digits_alone_are_persian_only_where_the_language_says_so(text, languages, day):
    """Elsewhere a year like that is a slip, or the moon's: it is not read."""
    read = read_date(text, zone="UTC", languages=languages)
    assert (read.instant and f"{read.instant:%Y-%m-%d}") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 สิงหาคม 2567", "2024-08-12"),
        ("๑๒ สิงหาคม ๒๕๖๗", "2024-08-12"),
        ("12 ส.ค. 2567 14:30 น.", "2024-08-12"),
        ("12 ส.ค. 67", "2024-08-12"),
        ("12 สิงหาคม 2024", "2024-08-12"),
        ("令和6年8月12日", "2024-08-12"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("民國113年8月12日", "2024-08-12"),
    ],
)
def test_years_counted_from_elsewhere_are_ours_with_a_sum(text, day):
    """From the Buddha, from an emperor's first year, from the republic."""
    assert f"{read_date(text, zone='UTC').instant:%Y-%m-%d}" == day


@pytest.mark.parametrize(
    "text",
    [
        "الإثنين 5 صفر 1446هـ - 12 أغسطس 2024م",
        "12 أغسطس 2024م، 5 صفر 1446 هـ",
        "٥ صفر ١٤٤٦ هـ / ١٢ أغسطس ٢٠٢٤",
        "১২ আগস্ট ২০২৪ | ২৮ শ্রাবণ ১৪৩১",
        "২৮ শ্রাবণ ১৪৩১ বঙ্গাব্দ, ১২ আগস্ট ২০২৪",
    ],
)
def test_of_two_calendars_in_one_line_ours_counts(text):
    """The moon's month begins on another day in another country; ours stands beside it."""
    assert f"{read_date(text, zone='UTC').instant:%Y-%m-%d}" == "2024-08-12"
    assert is_time_line(text)


@pytest.mark.parametrize("text", ["5 صفر 1446 هـ", "1446/02/05", "২৮ শ্রাবণ ১৪৩১", "5 Av 5784"])
def test_what_cannot_be_converted_exactly_is_not_read(text):
    """No day is better than a wrong one."""
    assert read_date(text, zone="UTC").instant is None


@pytest.mark.parametrize("text", ["2024-08-12", "12 August 2024", "12 مهر", "", "67", "1403"])
def test_days_of_ours_and_no_days_stay_as_they_are(text):
    """Only a whole day of another calendar is rewritten."""
    assert in_our_calendar(text, ["fa"]) == text
