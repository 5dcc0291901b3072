"""Republication notices: found, read, and told from what looks like one."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.notices import CASES, Line, ask, read_lines, score, unknown_phrases
from reprise.model.permission import Basis
from reprise.text.notice_words import LANGUAGES
from reprise.text.notices import Kind, Position, find_notice, find_notices, position_of

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("REPRISE_SHARED", ROOT.parent / "shared"))
SAMPLE = SHARED / "samples" / "republication-notices.jsonl"

TUNED = sorted((CASES / "notices").glob("*.jsonl"))
BLIND = sorted((CASES / "notices-blind").glob("*.jsonl"))
NO_KIND = {"prose", "terms"}


# --- Labelled lines -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", TUNED, ids=lambda path: path.stem)
def test_each_labelled_line_is_read_as_labelled(path):
    """Its kind, and for a republication its source, ground and licence; no language is told."""
    wrong = [line.text for line in read_lines(path) if not _is_read_right(line)]
    assert wrong == []


def _is_read_right(line: Line) -> bool:
    notice = find_notice(line.text, position=line.position)
    kind = str(notice.kind) if notice else None
    if kind != (None if line.kind in NO_KIND else line.kind):
        return False
    if notice is None or not notice.is_republication:
        return True
    (answer,) = ask([line])
    unlabelled = {"author"} - line.stated.keys()
    return answer.wrong_fields().keys() <= unlabelled


@pytest.mark.parametrize("path", BLIND, ids=lambda path: path.stem)
def test_lines_written_before_the_words_were_widened_stay_found(path):
    """A floor under what docs/permissions.md says of them."""
    found = score(ask(read_lines(path)))
    assert found.recall >= 0.94
    assert found.precision >= 0.99


@pytest.mark.skipif(not SAMPLE.exists(), reason=f"no {SAMPLE}: set REPRISE_SHARED to try it")
def test_the_labelled_lines_beside_the_repository_are_told_apart():
    """Real lines, with real look-alikes."""
    found = score(ask(read_lines(SAMPLE)))
    assert (found.missed, found.false) == (0, 0)


def test_words_that_are_not_known_cost_recall_not_precision():
    """When unsure it says nothing: an article's paragraph is not taken for a notice."""
    lines = [line for path in BLIND for line in read_lines(path)]
    with unknown_phrases(fold=0, folds=5):
        found = score(ask(lines))
    assert found.recall >= 0.65
    assert found.precision >= 0.97


# --- What a notice is made of ---------------------------------------------------------------------

FIRST = "This article first appeared in The Tidal Post."


def test_all_sentences_of_a_notice_make_one():
    """Source, ground and licence stand in different sentences."""
    notice = find_notice(
        "From the archive of The Tidal Post, 1998. Licensed under CC BY-ND 4.0. "
        "Reprinted by kind permission.",
        position="tail",
    )
    assert notice is not None
    assert (notice.source_name, notice.licence) == ("The Tidal Post", "CC-BY-ND-4.0")
    assert notice.basis is Basis.PERMISSION


def test_a_line_about_the_author_may_stand_before_it():
    """Where the author works is not where the text comes from."""
    notice = find_notice(
        f"Hannah Oduya is a lecturer in hydrology at Port Selby University. {FIRST}",
        position="tail",
    )
    assert notice is not None
    assert notice.source_name == "The Tidal Post"


def test_the_words_of_a_licence_are_no_publication():
    """ "International" is part of the licence's name, and its address is not the source's."""
    notice = find_notice(
        "Republished under Creative Commons Attribution 4.0 International "
        "(https://creativecommons.org/licenses/by/4.0/) from Open Fields.",
        position="tail",
    )
    assert notice is not None
    assert (notice.source_name, notice.source_url) == ("Open Fields", None)


def test_an_address_that_is_none_is_a_name():
    """Brackets stand in numeric addresses alone; what breaks that rule is no reason to fail."""
    notice = find_notice("First published at http://[tidal.example/ferry.", position="tail")
    assert notice is not None
    assert notice.source_name == "http://[tidal.example/ferry"


def test_first_published_by_ourselves_is_no_republication():
    """*own_names* are those of the site the text was found on."""
    notice = find_notice(FIRST, position="tail", own_names=frozenset({"Tidal Post"}))
    assert notice is not None
    assert notice.kind is Kind.SELF


def test_our_partner_is_another_publication():
    """ "Our newsletter" is ours, "our partner" is not."""
    by_us = find_notice("This story first appeared in our newsletter.", position="tail")
    by_them = find_notice("This story first appeared at our partner Sea News.", position="tail")
    assert by_us is not None
    assert by_them is not None
    assert (by_us.kind, by_them.kind) == (Kind.SELF, Kind.REPUBLISHED)
    assert by_them.source_name == "Sea News"


def test_a_permission_is_told_from_the_reservation_behind_it():
    """ "Published by arrangement with X, not to be copied without permission"."""
    notice = find_notice("本文经《潮汐评论》授权发布，未经许可不得转载。", position="tail")
    assert notice is not None
    assert (notice.kind, notice.source_name) == (Kind.REPUBLISHED, "潮汐评论")


def test_the_rights_line_names_the_source_when_nothing_else_does():
    """ "© X. Reprinted with permission"."""
    notice = find_notice("© 2023 Tidal Media. Reprinted with permission.", position="tail")
    assert notice is not None
    assert notice.source_name == "Tidal Media"


def test_who_distributes_it_is_not_its_source():
    """ "© X. Distributed by Y": Y is an agency."""
    notice = find_notice(
        "©2020 The Tidal Post. Visit at tidalpost.example. Distributed by Sea News Agency, LLC.",
        position="tail",
    )
    assert notice is not None
    assert notice.source_name == "The Tidal Post"


def test_a_translator_and_an_editor_are_no_authors():
    """Only who wrote it is."""
    for line in (
        "Translated by Tom Weller. First published in Sea News.",
        "This essay, edited by Tom Weller, first appeared in Sea News.",
        "本文由周敏译自 Sea News。",
    ):
        notice = find_notice(line, position="tail")
        assert notice is not None, line
        assert notice.author is None, line


# --- Where it stands ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("index", "count", "expected"),
    [
        (0, 1, "head"),
        (2, 20, "head"),
        (3, 20, "body"),
        (14, 20, "body"),
        (15, 20, "tail"),
        (1, 3, "tail"),
    ],
)
def test_the_first_three_are_head_and_the_last_five_tail(index, count, expected):
    """What is both is tail, but the first paragraph is always head."""
    assert position_of(index, count) == expected


def test_a_short_source_line_counts_only_at_the_ends():
    """In the body "Source: …" belongs to a chart or a list."""
    line = "Source: Harbour Statistics Office"
    assert find_notice(line, position="tail") is not None
    assert find_notice(line, position="body") is None


def test_notices_come_in_order_with_their_index():
    """One at the head, one at the tail."""
    prose = ["The harbour was quiet that morning, and nobody had expected a ferry."] * 9
    found = find_notices([FIRST, *prose, "Reprinted with permission from Sea News."])
    assert [(one.index, one.notice.source_name) for one in found] == [
        (0, "The Tidal Post"),
        (10, "Sea News"),
    ]


# --- Whatever comes -------------------------------------------------------------------------------

POSITIONS: list[Position] = ["head", "tail", "body"]
PIECES = st.sampled_from(
    sorted(
        {piece for words in LANGUAGES.values() for piece in words.rep.split("|")[:3]}
        | {"©", "(", "“", "»", ":", " by ", "CC BY 4.0", "https://a.example/", "Sea News", "\n"}
    )
)


@given(
    st.lists(PIECES | st.text(max_size=12), max_size=14).map(" ".join), st.sampled_from(POSITIONS)
)
def test_any_text_is_read_without_an_error(text, position):
    """And what a notice names is taken from the text."""
    notice = find_notice(text, position=position)
    if notice is not None and notice.author:
        assert notice.author in text
