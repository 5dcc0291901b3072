"""Normalising text and decoding bytes."""

import codecs

import ftfy.badness
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.text.normalise import (
    decode,
    may_be_mojibake,
    normalise,
    normalise_line,
    repair_mojibake,
    unescape_entities,
)

any_text = st.text(st.characters(exclude_categories=()), max_size=400)


@given(any_text)
def test_normalising_twice_is_normalising_once(text):
    """Idempotent on any text, lone surrogates included, and never raises."""
    once = normalise(text)
    assert normalise(once) == once


@given(any_text)
def test_normal_text_is_legal_in_xml(text):
    """No character is left that XML 1.0 forbids (X-05)."""
    assert not [
        c
        for c in normalise(text)
        if (c < " " and c not in "\t\n") or "\ud800" <= c <= "\udfff" or c in "\ufffe\uffff"
    ]


@given(any_text)
def test_unescaping_twice_is_unescaping_once(text):
    """References are resolved until none is left to resolve."""
    once = unescape_entities(text)
    assert unescape_entities(once) == once


CASES = [
    pytest.param("a\u00a0 b\u2009c", "a b c", id="no-break-and-thin-spaces-doubled"),
    pytest.param("co\u00adop\u200berate", "cooperate", id="soft-hyphen-and-zero-width-space"),
    pytest.param("\ufb01nal \ufb02ow", "final flow", id="latin-ligatures"),
    pytest.param("\ufefbm \ufe8d", "لاm ا", id="arabic-glyphs"),
    pytest.param("e\u0301", "é", id="nfc"),
    pytest.param("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour", id="line-ends"),
    pytest.param("a\x00b\x07c", "abc", id="controls"),
    pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiner-of-persian-stays"),
    pytest.param("\u200fabc\u200e", "\u200fabc\u200e", id="direction-marks-stay"),
    pytest.param("全角\u3000空白", "全角 空白", id="ideographic-space"),
    pytest.param("x \t y", "x\ty", id="tabs-of-tables-stay"),
    pytest.param("itâ€™s the cafÃ©", "it’s the café", id="mojibake"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_text_is_kept_in_one_form(text, expected):
    """Each odd character of copied text has one answer."""
    assert normalise(text) == expected


def test_one_line_has_no_breaks():
    """Breaks and tabs become spaces."""
    assert normalise_line("a\n\tb\u00a0c ") == "a b c"


def test_clean_text_is_not_repaired():
    """Words that merely look odd stay as they are."""
    for text in ("Ångström naïveté", "São João à noite", "œuvre à façon"):
        assert repair_mojibake(text) == text


SEEN_IN_MOJIBAKE = "".join(ftfy.badness.MOJIBAKE_CATEGORIES.values()) + "вЂГўВЃÙÂà aA.1\u0080"


@given(st.text(st.sampled_from(sorted(set(SEEN_IN_MOJIBAKE))), max_size=8))
def test_whatever_ftfy_finds_bad_is_shown_to_it(text):
    """The cheap look before its slow expression lets all of it through."""
    assert may_be_mojibake(text) or not ftfy.badness.is_bad(text)


@pytest.mark.parametrize(
    ("data", "declared", "encoding"),
    [
        pytest.param("Grüße".encode(), None, "utf-8", id="utf-8"),
        pytest.param("Grüße".encode(), "latin-1", "utf-8", id="utf-8-declared-wrongly"),
        pytest.param(codecs.BOM_UTF8 + "Grüße".encode(), None, "utf-8", id="utf-8-mark"),
        pytest.param("Grüße an alle".encode("utf-16"), None, "utf-16-le", id="utf-16-mark"),
        pytest.param("Grüße an alle".encode("utf-16-be"), None, "utf-16-be", id="utf-16-bare"),
        pytest.param("“Grüße”".encode("cp1252"), "iso-8859-1", "cp1252", id="web-latin-1"),
        pytest.param("Новости дня".encode("koi8-r"), "KOI8-R", "koi8-r", id="declared"),
        pytest.param("今日は晴れ".encode("iso2022_jp"), None, "iso2022_jp", id="escapes"),
    ],
)
def test_encoding_is_told_by_mark_then_utf_8_then_declaration(data, declared, encoding):
    """The first that fits, in that order; the answer says which and is sure."""
    text, found, sure = decode(data, declared)
    assert found == encoding
    assert sure >= 0.9
    assert not set(text) & {"\ufffd", "\ufeff"}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Жители посёлка рассказали, что мост через реку закрыли ещё весной. " * 8, "cp1251"),
        ("町の図書館は来月から日曜日も開館することになった。利用者は喜んでいる。" * 8, "shift_jis"),
        ("Na rynku w Łęczycy można dziś kupić żurawinę, śliwki i świeże jabłka. " * 8, "cp1250"),
    ],
    ids=["cp1251", "shift-jis", "cp1250"],
)
def test_an_unnamed_encoding_is_detected(text, encoding):
    """Bytes that are not UTF-8 and say nothing are read as what they look like."""
    found, _, sure = decode(text.encode(encoding))
    assert found == text
    assert sure < 0.9


def test_a_few_broken_bytes_do_not_change_the_encoding():
    """Damaged UTF-8 is still UTF-8, with marks where it is damaged."""
    data = ("Das Café öffnet früh. " * 40).encode() + b"\xff"
    text, encoding, sure = decode(data)
    assert (encoding, text.count("\ufffd")) == ("utf-8", 1)
    assert sure < 0.9


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=20)))
def test_decoding_never_raises(data, declared):
    """Whatever the bytes and whatever is declared, there is a text."""
    assert isinstance(decode(data, declared)[0], str)
