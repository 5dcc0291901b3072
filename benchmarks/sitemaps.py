"""
How fast sitemaps are written, against Django's in the same run.

    make .venv-bench/.ready && .venv/bin/python -m benchmarks.sitemaps [--rounds 5]

Both get the same pages and are measured in CPU seconds, turn by turn, each in its own process;
the ratio is that of the fastest rounds, because a neighbour can only make a round slower.
The aims: 1,000 news addresses at least 10 times as fast, 50,000 addresses at least 20 times.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reprise.model.configuration import Publication
from reprise.model.document import Document
from reprise.outputs.news_sitemap import news_sitemaps
from reprise.outputs.sitemap import SitemapLine, day_sitemap

ROOT = Path(__file__).parent.parent
PEER = ROOT / ".venv-bench" / "bin" / "python"
WORKER = ROOT / "benchmarks" / "peers" / "django_sitemaps.py"
START = datetime(2026, 5, 3, 12, tzinfo=UTC)
HERE = Publication(name="The Harbour Post", base_url="https://news.example", language="en")
AIMS = {"news": (1_000, 10), "day": (50_000, 20)}
TURNS = 3


def lines(count: int) -> list[SitemapLine]:
    """Pages, the same that the peer is given."""
    return [
        SitemapLine(
            url=f"{HERE.base_url}/articles/{number:020}.html",
            published_at=START - timedelta(seconds=number % 100_000),
            lastmod=START - timedelta(seconds=number % 80_000),
            language="en",
            title=f"Council backs the new ferry & bridge plan number {number}",
        )
        for number in range(count)
    ]


def ours(kind: str, count: int, rounds: int) -> tuple[float, int]:
    """CPU seconds of the fastest round, and bytes written."""
    pages = lines(count)
    write: Callable[[], tuple[Document, ...]] = (
        (lambda: news_sitemaps(pages, HERE, now=START))
        if kind == "news"
        else (lambda: day_sitemap(START.date(), pages, HERE))
    )
    seconds, files = [], write()
    for _ in range(rounds):
        began = time.process_time()
        files = write()
        seconds.append(time.process_time() - began)
    assert sum(file.body.count(b"<url>") for file in files) == count
    return min(seconds), sum(len(file.body) for file in files)


def django(kind: str, count: int, rounds: int) -> dict[str, object]:
    """What the peer measured, by its own interpreter."""
    command = [str(PEER), str(WORKER), kind, str(count), str(rounds)]
    found: dict[str, object] = json.loads(subprocess.check_output(command, text=True))
    return found


def compare(kind: str, rounds: int) -> tuple[str, bool]:
    """One line of the report, and whether the aim is met."""
    count, aim = AIMS[kind]
    mine, theirs, size, version = [], [], 0, ""
    for _ in range(TURNS):
        fastest, size = ours(kind, count, 4 * rounds)
        mine.append(fastest)
        if PEER.exists():
            measured = django(kind, count, rounds)
            theirs.append(min(measured["seconds"]))  # type: ignore[call-overload]
            version = str(measured["version"])
    speed = f"{kind:5} {count:6,} addresses  {count / min(mine):10,.0f} a second, {size:,} bytes"
    if not theirs:
        return f"{speed}; Django is not here: make .venv-bench/.ready", True
    ratio = min(theirs) / min(mine)
    return f"{speed}; {ratio:.1f} times Django {version} (aim {aim})", ratio >= aim


def main() -> int:
    """Print a line for each kind; 1 when an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the peer in each turn")
    rounds = parser.parse_args().rounds
    results = [compare(kind, rounds) for kind in AIMS]
    for line, _ in results:
        print(line)
    return 0 if all(met for _, met in results) else 1


if __name__ == "__main__":
    sys.exit(main())
