"""The gate before the reading of notices stops nothing that would be one."""

from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.notices import CASES, ask, read_lines
from reprise.text import notices
from reprise.text.notice_claims import claim_of
from reprise.text.notice_gate import CLAIMING, languages_of
from reprise.text.notice_reading import Place, Reading
from reprise.text.notice_table import KINDS
from reprise.text.notice_words import LANGUAGES
from reprise.text.notices import find_notice

TOKENS = {"name", "word", "url", "quote", "date", "mark", "licence", "mail"}
IDLE = sorted({*KINDS, *TOKENS} - {*CLAIMING})
"""Kinds of tokens that the gate lets nobody through for."""
SUBJECTS = ["this", "the", "bare", "it", "title", "we", "name", "none", "other"]
PLACES = [
    Place(context, by, "Sea News")
    for context in ("subject", "first", "told", "owner", "written", "aided", "thanks")
    for by in ("at", "by", "of", "from_", "for_", "none", "loose")
]


@pytest.mark.parametrize("opens", IDLE)
def test_a_sentence_without_a_claiming_phrase_claims_nothing(opens):
    """Whatever else is in it, wherever it stands; so a paragraph without one need not be read."""
    claims = [claim_of(*one, licensed=licensed) for one in _sentences(opens) for licensed in BOTH]
    assert not any(claims)


BOTH = (False, True)


def _sentences(opens):
    parts = [set(IDLE) - {"terms"} - less for less in ({"written"}, {"date", "month"}, set())]
    for subject, has, places, flag, position in product(
        SUBJECTS, parts, ([], PLACES), BOTH, ("head", "tail", "body")
    ):
        reading = Reading("This: Sea News.", subject, "Sea News", opens, set(has), list(places))
        reading.titled = reading.ours = reading.told_after = reading.labelled = flag
        reading.has |= _implied(reading.has)
        reading.permitted = not has.isdisjoint({"perm", "grant", "courtesy"})
        yield reading, position


def _implied(has):
    """What the grammar takes a sentence to hold besides."""
    first = {"pub", "first"} if has & {"firstpub", "feed"} else set()
    first |= {"transl"} if has >= {"at", "language"} else set()
    return first | ({"use"} if has & {"invite", "offer", "reserved"} else set())


PATHS = sorted(CASES.glob("notices*/*.jsonl"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_labelled_lines_are_read_as_without_the_gate(path):
    """Notices and their look-alikes."""
    lines = read_lines(path)
    gated = [answer.notice for answer in ask(lines)]
    with patch.object(notices, "languages_of", return_value=frozenset(LANGUAGES)):
        assert gated == [answer.notice for answer in ask(lines)]


LINES = [line.text for path in PATHS for line in read_lines(path)]
BETWEEN = [
    "",
    " ",
    ". ",
    ": ",
    "10.30",
    "3/2020",
    "\u0301",
    "“",
    "’",
    "-",
    " www.a.example/ ",
    "年",
]


@given(
    st.sampled_from(LINES),
    st.sampled_from(LINES),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(BETWEEN),
    st.sampled_from(["head", "tail", "body"]),
)
@settings(max_examples=400)
def test_lines_cut_and_joined_are_read_as_without_the_gate(one, other, end, start, between, where):
    """Whatever sentences that makes."""
    text = one[: int(end * len(one))] + between + other[int(start * len(other)) :]
    gated = find_notice(text, position=where)
    with patch.object(notices, "languages_of", return_value=frozenset(LANGUAGES)):
        assert gated == find_notice(text, position=where)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("10.30reprinted with permission from Sea News", id="behind-a-time"),
        pytest.param("3/2020reprinted with permission from Sea News", id="behind-a-date"),
        pytest.param("\u0301Reprinted with permission from Sea News.", id="behind-an-accent"),
        pytest.param("Aus: Hafenblatt", id="a-source-told-by-its-colon"),
        pytest.param("The text in English", id="another-language-alone"),
        pytest.param("潮汐评论授权转载", id="without-spaces"),
        pytest.param("نشرت هذه المقالة بإذن من صحيفة الميناء", id="letters-that-cling"),
    ],
)
def test_words_are_found_wherever_a_token_may_begin(line):
    """The gate looks at runs of letters; tokens may begin inside one."""
    assert languages_of(line)


def test_languages_without_spaces_are_told_by_their_script():
    """Their words can't be looked up; without a sign of theirs, nothing they need can occur."""
    pieces = [words.gate.split("|") for words in LANGUAGES.values() if words.joined]
    assert len(pieces) == 3
    assert all(languages_of(piece) >= {"zh", "ja", "ko"} for of in pieces for piece in of)


def test_an_ordinary_sentence_is_not_read(monkeypatch):
    """A word that claims something in one language alone is no reason to read in another."""
    read = []
    monkeypatch.setattr(notices, "read_paragraph", lambda *args: read.append(args))
    find_notice("The council voted for the hospital in the village on Tuesday.", position="tail")
    assert read == []
