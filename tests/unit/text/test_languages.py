"""Language tags, detection, direction."""

from __future__ import annotations

import string

import langcodes
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.model.article import Direction
from reprise.text.language_tags import is_registered, usual_tag
from reprise.text.languages import detect_language, direction_of, language_tag, matches

TAGS = {
    "plain": ("en", "en"),
    "underscore": ("en_us", "en-US"),
    "three letters": ("deu", "de"),
    "replaced code": ("iw", "he"),
    "script": ("zh-hant-tw", "zh-Hant-TW"),
    "POSIX": ("pt_BR.UTF-8", "pt-BR"),
    "list": ("en, fr", "en"),
    "unknown": ("und", None),
    "not a language": ("english", None),
    "empty": ("", None),
    "nonsense": ("xq-ZZZZZZZZZ", None),
}


@pytest.mark.parametrize(("stated", "tag"), TAGS.values(), ids=TAGS)
def test_stated_languages_become_tags(stated, tag):
    """BCP 47 in its usual spelling, or nothing."""
    assert language_tag(stated) == tag


def test_tags_in_common_use_are_what_the_registry_says_of_them():
    """
    The short tables say yes only to what IANA's registry knows, in the spelling it has there.
    """
    letters = string.ascii_lowercase
    codes = [first + second for first in letters for second in letters]
    tags = [*codes, *(f"en-{code.upper()}" for code in codes)]

    usual = [tag for tag in tags if usual_tag(tag)]

    assert len(usual) > 400
    assert [tag for tag in usual if not langcodes.tag_is_valid(tag)] == []
    assert [tag for tag in usual if langcodes.standardize_tag(tag) != usual_tag(tag)] == []


@pytest.mark.parametrize("tag", ["gsw", "zh-Hant-HK", "es-419", "sh"])
def test_tags_outside_the_short_tables_are_asked_of_the_registry(tag):
    """
    What is rare is known all the same.
    """
    assert usual_tag(tag) is None
    assert is_registered(tag)


@pytest.mark.parametrize("tag", ["xx", "en-9", "english", "", "en-", "-US"])
def test_what_no_table_knows_is_no_tag(tag):
    """
    Neither table makes a language up.
    """
    assert not is_registered(tag)


TEXTS = {
    "en": "The council voted on Tuesday to keep the library open through the winter.",
    "de": "Der Stadtrat beschloss am Dienstag, die Bücherei den Winter über offen zu halten.",
    "fr": "Le conseil a voté mardi pour garder la bibliothèque ouverte tout l'hiver.",
    "es": "El ayuntamiento votó el martes mantener abierta la biblioteca durante el invierno.",
    "pt": "A câmara votou na terça-feira manter a biblioteca aberta durante o inverno.",
    "it": "Il consiglio ha votato martedì di tenere aperta la biblioteca per tutto l'inverno.",
    "ar": "صوّت المجلس يوم الثلاثاء على إبقاء المكتبة مفتوحة طوال الشتاء.",
    "fa": "شورا روز سه‌شنبه رأی داد که کتابخانه در طول زمستان باز بماند.",
    "he": "המועצה הצביעה ביום שלישי להשאיר את הספרייה פתוחה במשך החורף.",
    "ru": "Совет проголосовал во вторник за то, чтобы библиотека работала всю зиму.",
    "ja": "市議会は火曜日、冬の間も図書館を開けておくことを決めた。",
    "zh": "市议会星期二投票决定冬季继续开放图书馆。",
    "ko": "시의회는 화요일 겨울 동안 도서관을 계속 열기로 결정했다.",
    "el": "Το συμβούλιο ψήφισε την Τρίτη να μείνει ανοιχτή η βιβλιοθήκη τον χειμώνα.",
    "hi": "परिषद ने मंगलवार को सर्दियों भर पुस्तकालय खुला रखने के पक्ष में मतदान किया।",
    "th": "สภาลงมติเมื่อวันอังคารให้เปิดห้องสมุดตลอดฤดูหนาว",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_languages_are_told_apart(language, text):
    """A sentence is enough."""
    found, confidence = detect_language(text)
    assert found.split("-")[0] == language
    assert confidence > 0.5


@pytest.mark.parametrize("text", ["", "…", "42", "ok"])
def test_too_little_text_is_no_language(text):
    """Not knowing is an answer."""
    assert detect_language(text) == ("und", 0.0)


DIRECTIONS = {
    "Arabic": ("ar", "", Direction.RTL),
    "Hebrew": ("he-IL", "", Direction.RTL),
    "Persian": ("fa", "", Direction.RTL),
    "Urdu": ("ur", "", Direction.RTL),
    "script wins": ("az-Arab", "", Direction.RTL),
    "Latin script of a language usually not": ("ks-Latn", "", Direction.LTR),
    "English": ("en", "שלום", Direction.LTR),
    "unknown, by its letters": ("und", "مرحبا", Direction.RTL),
    "unknown and nothing": ("und", "", Direction.LTR),
}


@pytest.mark.parametrize(("tag", "text", "direction"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_direction_follows_script_language_then_letters(tag, text, direction):
    """What is stated comes before what is seen."""
    assert direction_of(tag, text) is direction


def test_ranges_take_their_regions():
    """RFC 4647 basic filtering: en takes en-GB and not enm."""
    assert matches("en-GB", "en")
    assert not matches("enm", "en")
    assert not matches("en", "en-GB")


@given(st.text(max_size=80))
def test_nothing_raises(text):
    """Any text, any tag."""
    detect_language(text)
    tag = language_tag(text)
    assert tag is None or language_tag(tag) == tag
