"""
Sitemaps: the news sitemap of 1,000 articles and a file of 50,000, against Django's.

Django has an environment of its own (requirements/bench.txt); both write the same addresses, turn
by turn, and each measures its own CPU seconds.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.measure import Row, times_faster
from reprise.model.configuration import Publication
from reprise.model.document import Document
from reprise.outputs.news_sitemap import news_sitemaps
from reprise.outputs.sitemap import day_sitemap
from reprise.outputs.sitemap_line import SitemapLine

ROOT = Path(__file__).parent.parent
PEER = ROOT / ".venv-bench" / "bin" / "python"
WORKER = ROOT / "benchmarks" / "peers" / "django_sitemaps.py"
START = datetime(2026, 5, 3, 12, tzinfo=UTC)
HERE = Publication(name="The Harbour Post", base_url="https://news.example", language="en")
KINDS = {"news": ("news sitemap", 1_000, 10), "day": ("sitemap", 50_000, 20)}


def rows(rounds: int) -> Iterator[Row]:
    """Both kinds."""
    for kind, (name, count, aim) in KINDS.items():
        work, against = f"{name} of {count:,} addresses", "Django's sitemaps"
        if not PEER.exists():
            missing = "Django is not installed here: make .venv-bench/.ready"
            yield Row(work, against, f"at least {aim} times faster", missing)
            continue
        write, theirs, own = writer(kind, count), [], []
        for _ in range(rounds):
            theirs.append(django(kind, count))
            own.append(timed(write, count))
        yield times_faster(work, against, theirs, own, aim)


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


def writer(kind: str, count: int) -> Callable[[], tuple[Document, ...]]:
    """Ours."""
    pages = lines(count)
    if kind == "news":
        return lambda: news_sitemaps(pages, HERE, now=START)
    return lambda: day_sitemap(START.date(), pages, HERE)


def timed(write: Callable[[], tuple[Document, ...]], count: int) -> float:
    """CPU seconds of the second of two runs, as with the peer."""
    write()
    began = time.process_time()
    files = write()
    seconds = time.process_time() - began
    assert sum(file.body.count(b"<url>") for file in files) == count
    return seconds


def django(kind: str, count: int) -> float:
    """CPU seconds as the peer's own interpreter measured them."""
    command = [str(PEER), str(WORKER), kind, str(count), "2"]
    found = json.loads(subprocess.check_output(command, text=True))
    return float(found["seconds"][-1])
