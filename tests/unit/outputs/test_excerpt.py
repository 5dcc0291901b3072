"""Plain text out of bodies, and where it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.outputs.excerpt import count_words, cut_characters, cut_words, plain_text

TEXTS = st.text(alphabet=st.sampled_from("ab .!?,–…。港口\n\u0e01\u0301‍"), max_size=80)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one – two", 2),
        ("don't stop-start", 2),
        ("港口停了。", 4),
        ("Hamburg港口", 3),
        ("ท่าเรือ", 3),
        ("...", 0),
    ],
)
def test_words_are_counted(text, words):
    """
    Between spaces; by character (with its signs) where a script has none; punctuation alone is no word.
    """
    assert count_words(text) == words


@given(TEXTS, st.integers(1, 30))
def test_cut_text_is_a_beginning_within_the_limit(text, limit):
    """
    Whatever the text, no more words than the limit, and nothing reworded.
    """
    cut = cut_words(text, limit)

    assert count_words(cut) <= limit
    assert " ".join(text.split()).startswith(cut.removesuffix("…").rstrip())


@given(TEXTS, st.integers(5, 60))
def test_text_cut_by_characters_is_a_beginning_within_the_limit(text, limit):
    """
    Whatever the text, no more characters than the limit, and nothing reworded.
    """
    cut = cut_characters(text, limit)

    assert len(cut) <= limit
    assert " ".join(text.split()).startswith(cut.removesuffix("…").rstrip())


@given(TEXTS)
def test_text_within_the_limit_is_left_as_it_is(text):
    """
    An ellipsis says that something is missing, so it stands only where something is.
    """
    assert cut_words(text, 80) == " ".join(text.split())
    assert cut_characters(text, 200) == " ".join(text.split())


def test_cut_prefers_the_end_of_a_sentence():
    """
    Unless that would cost more than half of the length.
    """
    assert cut_words("One two three four. Five six seven.", 6) == "One two three four. …"
    assert cut_words("One. Two three four five six seven.", 6) == "One. Two three four five six…"


def test_plain_text_leaves_headings_captions_and_tables_out():
    """
    A summary is made of running text.
    """
    body = (
        "<h2>Head</h2><p>One<br>two</p><figure><img src='x'><figcaption>cap</figcaption></figure>"
        "<table><tr><td>cell</td></tr></table><ul><li>a</li><li>b</li></ul>tail"
    )

    assert plain_text(body) == "One\ntwo\na\nb\ntail"


def test_plain_text_of_nothing_is_nothing():
    """
    A body of markup only has no text, and that is no error.
    """
    assert plain_text("") == plain_text("<p> </p>") == plain_text("<!-- x -->") == ""
