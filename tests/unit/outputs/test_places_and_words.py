"""Where documents lie, what things are called, and the words of pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.outputs import places
from reprise.outputs.page_templates import Templates
from reprise.outputs.words import direction_of, words_for
from tests.unit.outputs.page_samples import HERE

TEMPLATES = Templates()
TABLE = TEMPLATES.words("en").phrases
LANGUAGES = (
    "en de fr es pt it nl sv pl ru uk tr id ar he fa zh zh-Hant ja ko".split()  # noqa: SIM905
)


@given(st.text(max_size=80), st.text(max_size=80))
def test_different_names_lie_in_different_places(first, second):
    """
    Two sections never share a page, unless they differ in case and spaces only.
    """
    same = " ".join(first.casefold().split()) == " ".join(second.casefold().split())

    assert (places.slug(first) == places.slug(second)) is same


@given(st.text(max_size=200))
def test_a_slug_is_safe_in_a_key(name):
    """
    Lower-case ASCII, never empty, of bounded length, no path of its own.
    """
    slug = places.slug(name)

    assert slug
    assert len(slug) < 80
    assert not set(slug) - set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_name_with_a_number_is_no_second_page():
    """
    "Top 2" is a section of its own, not page two of "Top".
    """
    assert places.section_key("Top 2") != places.section_key("Top", 2)


def test_addresses_of_folders_end_in_a_slash():
    """
    The landing page is known by its folder.
    """
    assert places.address(places.landing_key("top"), HERE) == "https://news.example/channels/top/"
    assert places.address(places.FRONT_KEY, HERE) == "https://news.example/"


# --- Words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_says_everything(tag):
    """
    No label falls back to English by oversight, and every place holder is one we fill.
    """
    words = TEMPLATES.words(tag)
    own = {key for key in TABLE if words.phrases[key] is not TABLE[key]}
    shared = {key for key in set(TABLE) - own if isinstance(TABLE[key], str)}

    assert words.tag == tag
    assert len(words.phrases["months"]) == 12
    assert tag == "en" or len(shared) == 0
    for phrase in (value for value in words.phrases.values() if isinstance(value, str)):
        fields = {field for _, field, _, _ in Formatter().parse(phrase) if field}
        assert fields <= {"day", "month", "year", "date", "time", "names", "host", "and"}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "1 May 2026, 09:05 UTC"),
        ("de-AT", "1. Mai 2026, 09:05 Uhr UTC"),
        ("es", "1 de mayo de 2026, 09:05 UTC"),
        ("ja", "2026年5月1日 09:05 UTC"),
        ("ru", "1 мая 2026, 09:05 UTC"),
    ],
)
def test_moments_are_said_in_the_language_and_in_utc(tag, expected):
    """
    Whatever the zone it was stated in.
    """
    moment = datetime(2026, 5, 1, 5, 5, tzinfo=timezone(timedelta(hours=-4)))

    assert TEMPLATES.words(tag).moment(moment) == expected


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_every_day_has_a_name(day, tag):
    """
    All days, all languages.
    """
    assert str(day.year) in TEMPLATES.words(tag).date(day)


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_stand_in_a_row(names, expected):
    """
    As a newspaper would print them.
    """
    assert TEMPLATES.words("en").names(names) == expected


@pytest.mark.parametrize(
    ("wanted", "tag"),
    [
        (["de-CH", "en"], "de"), (["zh-TW"], "zh-Hant"), (["zh-Hans-CN"], "zh"),
        (["gsw", "fr"], "fr"), (["und"], "en"), ([""], "en"), ([], "en"), (["iw"], "he"),
    ],
)  # fmt: skip
def test_the_nearest_words_are_found(wanted, tag):
    """
    By script where it matters, then by language, then what the site speaks, then English.
    """
    assert TEMPLATES.words(*wanted).tag == tag


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("fa-IR", "rtl"), ("he", "rtl"), ("ku-Arab", "rtl"), ("pa-Guru", "ltr"), ("en-Hebr", "rtl")],
)
def test_direction_follows_the_script(tag, direction):
    """
    A script that is named decides over the language.
    """
    assert direction_of(tag) == direction


def test_a_table_of_ones_own_is_enough():
    """
    What is not in it comes from English.
    """
    words = words_for(
        ["hu"], {"en": {"front": "Front page", "skip": "Skip"}, "hu": {"skip": "Ugrás"}}
    )

    assert (words["skip"], words["front"]) == ("Ugrás", "Front page")


def test_days_lie_by_date():
    """
    The archive is found by the day.
    """
    assert places.day_key(date(2026, 5, 1)) == "days/2026-05-01.html"
    assert datetime(2026, 5, 1, tzinfo=UTC).date() == date(2026, 5, 1)
