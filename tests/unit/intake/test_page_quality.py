"""How well whole pages are read: saved pages of imaginary sites, and what a person reads in them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from benchmarks.quality import pairs, read_ours, read_trafilatura, score

PAGES = Path(__file__).resolve().parents[2] / "cases" / "pages"
PAIRS = {pair.name: pair for pair in pairs(PAGES)}
FIELDS = ("headline", "abstract", "bylines", "published", "language", "sections", "captions", "credits")  # fmt: skip


@lru_cache(maxsize=64)
def scores(name):
    """What our reading of a page is worth."""
    pair = PAIRS[name]
    return score(read_ours(pair), pair.expected)


@pytest.mark.parametrize("name", PAIRS)
def test_no_paragraph_of_a_page_is_lost_and_little_comes_with_it(name):
    """Neither comments nor boxes nor banners; every paragraph, list, table and quote."""
    assert scores(name)["recall"] >= 0.99
    assert scores(name)["precision"] >= 0.86


@pytest.mark.parametrize("name", PAIRS)
def test_every_field_of_a_page_is_found(name):
    """Headline, standfirst, names, day, language, section, captions and credits."""
    wrong = [field for field in FIELDS if scores(name).get(field, 1.0) < 1]
    assert wrong == []


def test_pages_are_read_better_than_by_the_extractor_alone():
    """The body, and each field that both look for."""
    theirs = {name: score(read_trafilatura(pair), pair.expected) for name, pair in PAIRS.items()}
    for column in ("body F1", "headline", "abstract", "bylines", "published", "language"):
        judged = [name for name in PAIRS if column in scores(name)]
        ours = sum(scores(name)[column] for name in judged)
        assert ours >= sum(theirs[name][column] for name in judged), column
    mean = sum(scores(name)["body F1"] for name in PAIRS) / len(PAIRS)
    assert mean >= 0.97
