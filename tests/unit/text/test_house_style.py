"""House style changes what is configured, and nothing else (row B35)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.text.fingerprint import beyond, changes_between
from reprise.text.house_style import styled

CURLY = ("“", "”")
QUOTES = {
    "straight": ('<p>"Yes," he said. "No."</p>', "<p>“Yes,” he said. “No.”</p>"),
    "french, with spaces inside": ("<p>«\u202fOui\u202f», dit-il.</p>", "<p>“Oui”, dit-il.</p>"),
    "german, both ways": ("<p>„Ja“ und »Nein«</p>", "<p>“Ja” und “Nein”</p>"),
    "swedish": ("<p>”Ja”, sa han.</p>", "<p>“Ja”, sa han.</p>"),
    "over the borders of elements": ('<p>"<em>Now</em>" or</p>', "<p>“<em>Now</em>” or</p>"),
    "one in another": ('<p>"He said "no" twice"</p>', "<p>“He said “no” twice”</p>"),
    "without its partner": ('<p>A 6" nail.</p>', '<p>A 6" nail.</p>'),
    "in code": ('<p><code>"x"</code></p>', '<p><code>"x"</code></p>'),
    "apostrophes": ("<p>Tom's 'boat'</p>", "<p>Tom's 'boat'</p>"),
    "brackets of Japanese": ("<p>「はい」と言った。</p>", "<p>「はい」と言った。</p>"),
}


@pytest.mark.parametrize(("before", "after"), QUOTES.values(), ids=QUOTES)
def test_pairs_of_marks_are_written_our_way(before, after):
    """
    By where they stand, whatever they look like; a mark alone stays.
    """
    assert styled(before, quotes=CURLY) == after


def test_names_are_whole_words_and_the_longest_wins():
    """
    A name in another word or another name is not that name.
    """
    names = {"Kiew": "Kyiv", "Neu Kiew": "Nova Kyiv"}
    markup = "<p>Kiew, Neu Kiew and Kiewer <b>Kiew</b>.</p>"
    found = styled(markup, names=names)
    assert found == "<p>Kyiv, Nova Kyiv and Kiewer <b>Kyiv</b>.</p>"


def test_nothing_configured_changes_not_a_byte():
    """
    The default is no house style.
    """
    assert styled("<P>«a»") == "<P>«a»"


PARTS = ["a", "b b", " ", "<em>a</em>", "<code>'</code>", *'"“”„«».,-', "\u202f", "\u00a0"]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=20).map("".join)


@given(TEXTS, st.sampled_from([CURLY, ("«\u202f", "\u202f»"), ('"', '"'), ("„", "“")]))
def test_twice_is_once_and_no_word_is_touched(text, quotes):
    """
    Whatever comes, only marks and the spaces at them change, and the second time nothing does.
    """
    markup = f"<p>{text}</p>"
    once = styled(markup, quotes=quotes)
    assert styled(once, quotes=quotes) == once
    assert beyond(changes_between(markup, once), quotes=True) == ()
