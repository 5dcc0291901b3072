"""
Calls on AWS for an accepted article: one at a time, and in bursts of 100; counted by name.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.articles import texts
from benchmarks.measure import Row
from benchmarks.recording import recorded, settle, small_world, upload

BEFORE = 30
"""Articles that fill every feed (25 entries) before anything is counted."""

BURST = 100
AIM = 4


def rows(rounds: int) -> Iterator[Row]:
    """Counts are the same in every round; *rounds* makes no difference."""
    del rounds
    articles = texts(BEFORE + 1 + BURST)
    with (
        tempfile.TemporaryDirectory() as folder,
        small_world(Path(folder), delay_seconds=2) as here,
    ):
        upload(here, articles[:BEFORE])
        settle(here)
        with recorded(here) as alone:
            upload(here, articles[BEFORE : BEFORE + 1])
            settle(here)
        with recorded(here) as burst:
            upload(here, articles[BEFORE + 1 :])
            settle(here)
    yield Row(
        "AWS calls for one article alone: 5 channels of 3 feeds, sitemaps, page",
        "",
        "",
        told(alone.by_name(), 1),
    )
    each = len(burst.made) / BURST
    yield Row(
        f"AWS calls for each article of a burst of {BURST}",
        "",
        f"under {AIM}",
        told(burst.by_name(), BURST),
        each < AIM,
    )


def told(calls: Counter[str], articles: int) -> str:
    """The sum, then each name with its count, the most frequent first."""
    names = ", ".join(f"{name} {count / articles:.3g}" for name, count in calls.most_common())
    return f"{calls.total() / articles:.3g}: {names}"
