"""
Calls on AWS for an accepted article: one at a time, and in bursts of 100; counted by what they are
for.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.articles import texts
from benchmarks.measure import Row
from benchmarks.purposes import purpose
from benchmarks.recording import Calls, recorded, settle, small_world, upload

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
        told(alone, 1),
    )
    each = len(burst.made) / BURST
    yield Row(
        f"AWS calls for each article of a burst of {BURST}",
        "",
        f"under {AIM}",
        told(burst, BURST),
        each < AIM,
    )


def told(calls: Calls, articles: int) -> str:
    """The sum for each article, then each purpose with its count, the most frequent first."""
    counted = Counter(map(purpose, calls.made))
    names = ", ".join(f"{name} {count / articles:.3g}" for name, count in counted.most_common())
    return f"{counted.total() / articles:.3g}: {names}"
