"""Words in, words out: what counts as a change of the text (row B35)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.text.fingerprint import (
    Change,
    beyond,
    changes_between,
    fingerprint,
    holds_unchanged,
    words_of,
)

BODY = "<p>The bridge at Akaroa opens today.</p><p>“At last,” said Ann.</p>"

SAME = {
    "other mark-up": "<div><h2>The bridge at <a href='/x'>Akaroa</a></h2> opens <br>today.</div>“At last,” said Ann.",
    "other spacing": "<p>\n The bridge at\u00a0Akaroa  opens today.</p><p>“At last,” said Ann.</p>",
    "a picture with its caption": BODY + "<figure><img src='a.jpg'><figcaption>A view</figcaption></figure>",
    "a picture inside": BODY.replace("</p><p>", "</p><figure><img></figure><p>"),
    "a comment inside a word": BODY.replace("today", "to<!-- x -->day"),
    "soft hyphens": BODY.replace("bridge", "bri\u00addge"),
    "composed letters": BODY.replace("Akaroa", "Akaro\u0061"),
    "an entity": BODY.replace("“", "&ldquo;"),
    "control characters as references": BODY.replace("bridge", "bri&#27;d<b>&#1;ge</b>"),
    "control characters": BODY.replace("bridge", "bri\x00\x0bdge"),
}  # fmt: skip


@pytest.mark.parametrize("markup", SAME.values(), ids=SAME)
def test_the_same_words_have_the_same_fingerprint(markup):
    """
    Mark-up, spacing, pictures and what nobody sees are not words.
    """
    assert fingerprint(markup) == fingerprint(BODY)


OTHER = {
    "a word more": BODY.replace("today", "only today"),
    "a word less": BODY.replace(" today", ""),
    "a letter": BODY.replace("Ann", "Anne"),
    "capitals": BODY.replace("Akaroa", "AKAROA"),
    "a quote mark": BODY.replace("“", '"'),
    "the order": "<p>“At last,” said Ann.</p><p>The bridge at Akaroa opens today.</p>",
    "a word divided": BODY.replace("today", "to day"),
}


@pytest.mark.parametrize("markup", OTHER.values(), ids=OTHER)
def test_other_words_have_another_fingerprint(markup):
    """
    Any change a reader could see is a change.
    """
    assert fingerprint(markup) != fingerprint(BODY)
    assert beyond(changes_between(BODY, markup)) != ()


def test_changes_are_named_with_their_place():
    """
    What was replaced, by what, and where.
    """
    after = BODY.replace("at Akaroa", "in Akaroa").replace(" today", "")

    assert changes_between(BODY, after) == (
        Change("at", "in", 2),
        Change("opens today.", "opens.", 4),
    )
    assert changes_between(BODY, BODY) == ()


ALLOWED = {
    "quotes, as configured": (
        BODY.replace("“At last,”", "‘At last,’"), {"quotes": True}, True,
    ),
    "quotes, not configured": (BODY.replace("“At last,”", '"At last,"'), {}, False),
    "quotes, and a word": (
        BODY.replace("“At last,”", '"At long last,"'), {"quotes": True}, False,
    ),
    "a place name of ours": (
        BODY.replace("Akaroa", "Akaroa/Whakaroa"), {"names": {"Akaroa": "Akaroa/Whakaroa"}}, True,
    ),
    "another place name": (BODY.replace("Akaroa", "Lyttelton"), {"names": {"X": "Y"}}, False),
    "a line removed on record": (
        "<p>The bridge at Akaroa opens today.</p>", {"removed": ["“At last,” said Ann."]}, True,
    ),
    "a line removed": ("<p>The bridge at Akaroa opens today.</p>", {"removed": ["At last"]}, False),
    "a line added on record": (
        f"{BODY}<p>From the Harbour Post</p>", {"added": ["From the Harbour Post"]}, True,
    ),
    "a line added": (f"{BODY}<p>From the Hill Post</p>", {"added": ["From the Harbour Post"]}, False),
}  # fmt: skip


@pytest.mark.parametrize(("after", "listed", "allowed"), ALLOWED.values(), ids=ALLOWED)
def test_only_listed_changes_are_allowed(after, listed, allowed):
    """
    Place names, house quotes and recorded lines can be allowed; by default nothing is.
    """
    assert (beyond(changes_between(BODY, after), **listed) == ()) is allowed


def test_spaces_inside_quotes_are_part_of_their_style():
    """
    French spacing of quotes is a matter of style too; without the configuration it is a change.
    """
    before, after = "<p>« Enfin », dit-elle.</p>", "<p>“Enfin”, dit-elle.</p>"

    assert beyond(changes_between(before, after), quotes=True) == ()
    assert beyond(changes_between(before, after)) != ()


def test_a_text_dressed_with_credit_and_pixel_holds_it_unchanged():
    """
    Additions before and after leave the text itself whole; an insertion does not.
    """
    assert holds_unchanged(f"<p>From the Post</p>{BODY}<img src='p'>", BODY)
    assert not holds_unchanged(BODY.replace("</p><p>", "</p><p>Advertisement</p><p>"), BODY)
    assert not holds_unchanged(BODY.replace("Ann.", "Ann.."), BODY)


@given(st.text())
def test_any_text_has_words_and_a_fingerprint(text):
    """
    Whatever comes in, reading it never fails, and its words read as text are the same words.
    """
    plain = " ".join(words_of(text))

    assert len(fingerprint(text)) == 64
    assert holds_unchanged(text, text)
    assert "  " not in plain


@given(st.lists(st.text(alphabet=st.characters(categories=("L", "N")), min_size=1), max_size=8))
def test_words_survive_their_mark_up(words):
    """
    Words of letters come out as they went in, one by one, in paragraphs or in a row.
    """
    import unicodedata

    expected = tuple(unicodedata.normalize("NFC", word) for word in words)

    assert words_of(" ".join(words)) == expected
    assert words_of("".join(f"<p>{word}</p>" for word in words)) == expected


def test_deep_nesting_is_read():
    """
    A text nested far deeper than any page is read, not refused.
    """
    assert words_of("<div>" * 250 + "At last." + "</div>" * 250) == ("At", "last.")
