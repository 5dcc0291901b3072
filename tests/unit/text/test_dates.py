"""Dates in many forms and languages (M57, C12, NI-02)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.text.dates import find_date, read_date


def instant(text, **settings):
    """The instant that *text* surely names."""
    found = read_date(text, **settings)
    assert found.instant is not None
    assert found.sure, found
    return found.instant


EXACT = {
    "from Greenwich": ("25/05/2026, 14:30 (GMT+7)", "2026-05-25T07:30:00+00:00"),
    "half days are not skipped": ("Mon, 4 May 2026 10:15 PM ET", "2026-05-05T02:15:00+00:00"),
    "RFC 3339": ("2026-05-05T09:30:00Z", "2026-05-05T09:30:00+00:00"),
    "offset": ("2026-05-05T09:30:00+02:00", "2026-05-05T07:30:00+00:00"),
    "offset without colon": ("2026-05-05T09:30:00+0200", "2026-05-05T07:30:00+00:00"),
    "space before the offset": ("2026-05-05 09:30:00 +02:00", "2026-05-05T07:30:00+00:00"),
    "fraction": ("2026-05-05T09:30:00.123Z", "2026-05-05T09:30:00.123000+00:00"),
    "compact (NITF)": ("20260505T093000-0400", "2026-05-05T13:30:00+00:00"),
    "RFC 822": ("Tue, 05 May 2026 09:30:00 +0200", "2026-05-05T07:30:00+00:00"),
    "RFC 822 zone name": ("Tue, 05 May 2026 09:30:00 EST", "2026-05-05T14:30:00+00:00"),
    "RFC 822 without weekday": ("5 May 2026 09:30 GMT", "2026-05-05T09:30:00+00:00"),
    "RFC 822 two-digit year": ("05 May 26 09:30 GMT", "2026-05-05T09:30:00+00:00"),
    "European zone": ("Tue, 05 May 2026 09:30:00 CEST", "2026-05-05T07:30:00+00:00"),
    "Unix": ("1777973400", "2026-05-05T09:30:00+00:00"),
    "Unix milliseconds": ("1777973400000", "2026-05-05T09:30:00+00:00"),
    "place": ("May 5, 2026, 9:30 p.m. ET", "2026-05-06T01:30:00+00:00"),
    "place in winter": ("January 5, 2026 9:30 AM ET", "2026-01-05T14:30:00+00:00"),
    "ordinal": ("May 5th, 2026 at 9:30am EST", "2026-05-05T14:30:00+00:00"),
}


@pytest.mark.parametrize(("text", "expected"), EXACT.values(), ids=EXACT)
def test_dates_that_say_their_zone_are_sure(text, expected):
    """No setting is needed where the text says it all."""
    assert instant(text).isoformat() == expected


LANGUAGES = {
    "Swedish with a label": ("Publicerad 5 maj 2026 kl 14:20", "sv"),
    "Finnish with a dot": ("5. toukokuuta 2026 klo 14.20", "fi"),
    "Turkish with a label": ("Oluşturulma Tarihi: Mayıs 05, 2026 14:20", "tr"),
    "Hebrew, two digits": ("פורסם: 05.05.26, 14:20", "he"),
    "Korean, year first": ("입력 26.05.05 14:20", "ko"),
    "Thai, Buddhist year": ("วันที่ 5 พฤษภาคม 2569 เวลา 14:20 น.", "th"),
    "Arabic, of Damascus": ("5 أيار 2026 - 14:20", "ar"),
    "Arabic, both names": ("5 أيار/مايو 2026، 14:20", "ar"),
    "British half days": ("5 May 2026 2.20pm", "en-GB"),
    "Arabic, afternoon": ("الثلاثاء 5 مايو 2026 - 02:20 م", "ar"),
    "English": ("5 May 2026 at 14:20", "en"),
    "German": ("5. Mai 2026, 14:20 Uhr", "de"),
    "French": ("Le 5 mai 2026 à 14h20", "fr"),
    "Spanish": ("5 de mayo de 2026, 14:20", "es"),
    "Portuguese": ("5 de maio de 2026 às 14h20", "pt"),
    "Italian": ("5 maggio 2026, 14:20", "it"),
    "Dutch": ("5 mei 2026 14:20", "nl"),
    "Polish": ("5 maja 2026 14:20", "pl"),
    "Czech": ("5. května 2026 14:20", "cs"),
    "Swedish": ("5 maj 2026 14:20", "sv"),
    "Finnish": ("5. toukokuuta 2026 14:20", "fi"),
    "Turkish": ("5 Mayıs 2026 Salı 14:20", "tr"),
    "Russian": ("5 мая 2026, 14:20", "ru"),
    "Ukrainian": ("5 травня 2026, 14:20", "uk"),
    "Greek": ("5 Μαΐου 2026 14:20", "el"),
    "Arabic": ("٥ مايو ٢٠٢٦ 14:20", "ar"),
    "Hindi": ("5 मई 2026 14:20", "hi"),
    "Indonesian": ("5 Mei 2026 14:20", "id"),
    "Vietnamese": ("5 tháng 5 2026 14:20", "vi"),
    "Thai years": ("5 พฤษภาคม 2569 14:20", "th"),
    "Danish": ("5. maj 2026 kl. 14.20", "da"),
    "Japanese": ("2026年5月5日 14時20分", "ja"),
    "Japanese afternoon": ("2026年5月5日 午後2時20分", "ja"),
    "Chinese": ("2026年5月5日 14:20", "zh"),
    "Korean": ("2026년 5월 5일 14:20", "ko"),
    "numbers with dots": ("05.05.2026 14:20", "de"),
}


@pytest.mark.parametrize(("text", "language"), LANGUAGES.values(), ids=LANGUAGES)
def test_dates_in_words_are_read_in_the_partners_zone(text, language):
    """At least twelve languages; the zone is the partner's (M57)."""
    assert (
        instant(text, zone="Europe/Berlin", languages=[language]).isoformat()
        == "2026-05-05T12:20:00+00:00"
    )


UNSURE = {
    "day or month, two digits": ("3/4/26 10:00", ("en",), "ambiguous_order"),
    "no zone": ("2026-05-05 09:30", (), "no_zone"),
    "day only": ("2026-05-05", (), "no_zone"),
    "shared zone": ("Tue, 05 May 2026 09:30:00 IST", (), "ambiguous_zone"),
    "unknown zone": ("Tue, 05 May 2026 09:30:00 XYZT", (), "ambiguous_zone"),
    "day or month": ("03/04/2026 10:00 +0000", (), "ambiguous_order"),
}


@pytest.mark.parametrize(("text", "languages", "problem"), UNSURE.values(), ids=UNSURE)
def test_what_is_not_said_is_never_guessed_silently(text, languages, problem):
    """The instant comes with the reason why it is not sure."""
    found = read_date(text, languages=languages)
    assert found.instant is not None
    assert (found.sure, found.problem) == (False, problem)


def test_a_shared_zone_is_sure_where_the_partner_is():
    """IST is India's for a partner in India."""
    assert (
        instant("Tue, 05 May 2026 09:30:00 IST", zone="Asia/Kolkata").isoformat()
        == "2026-05-05T04:00:00+00:00"
    )


def test_the_language_decides_day_and_month():
    """3/4 is in March only where months come first."""
    assert instant("3/4/2026", zone="UTC", languages=["en-US"]).month == 3
    assert instant("3/4/2026", zone="UTC", languages=["en-GB"]).month == 4
    assert instant("13/4/2026", zone="UTC").month == 4


NO_DATES = [
    "", "yesterday", "2 hours ago", "vor 3 Tagen", "May 2026", "Monday", "12:30", "last week", "n/a",
    "99999-01-01", "2026-13-45", "0000-00-00T00:00:00Z", "1 2 3", "9" * 40, "x" * 500,
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_needs_a_clock_or_is_no_date_is_not_read(text):
    """Nothing depends on when it is read."""
    found = read_date(text, zone="UTC", languages=["en", "de"])
    assert found.instant is None
    assert found.problem in {"unreadable", "out_of_range"}


@given(st.text(max_size=40) | st.from_regex(r"[\d/:. -]{1,20}"))
@settings(max_examples=60, deadline=None)
def test_reading_never_raises(text):
    """Any text at all."""
    found = read_date(text, zone="Europe/Berlin")
    assert (found.instant is None) == bool(found.problem in {"unreadable", "out_of_range"})


LINES = {
    "changed later": ("Publié le 8 juin 2023 à 09h30, mis à jour le 9 juin 2023 à 11h12", "fr", 8),
    "who wrote it": ("Veröffentlicht am 8. Juni 2023 von Sabine Lorenz", "de", 8),
    "ago": ("June 8, 2023 1:52 PM UTC Updated 4 hours ago", "en", 8),
    "time first": ("10:22 08.06.2023 (обновлено: 11:05 09.06.2023)", "ru", 8),
    "source": ("2023-06-08 09:42:11 来源: 南岭晚报", "zh", 8),
    "two names of a month": ("8 يونيو/حزيران 2023", "ar", 8),
    "no date": ("4 hours ago by Kit Marlow", "en", None),
}


@pytest.mark.parametrize(("line", "language", "day"), LINES.values(), ids=LINES)
def test_the_first_date_of_a_line_is_found(line, language, day):
    """Pages print changes, names and sources behind it."""
    found = find_date(line, zone="UTC", languages=[language]).instant
    assert (found and found.day) == day
