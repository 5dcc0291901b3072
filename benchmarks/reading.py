"""
Taking one article in: CPU from its bytes to what is stored; against the least that has to be done.

Ours is the whole of ingest on stores in memory: read, understood, its notices found, its language
looked at, sanitised, sketched, ruled on for every place, its receipt written. The floor of our own
format is validation, sanitising and hashing; the others' is their parser alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import feedparser
import nh3
import trafilatura

from benchmarks.articles import FORMATS, Text, texts
from benchmarks.measure import Row, in_turn, within
from benchmarks.memory import CONFIGURATION
from reprise.model.messages import Upload
from reprise.model.receipt import ReceiptStatus
from reprise.model.submission import Submission
from reprise.pipeline.ingest import ingest
from reprise.stores.memory import MemoryStores
from reprise.stores.memory.clock import Clock

LONG_ENOUGH = 0.1


def rows(rounds: int) -> Iterator[Row]:
    """Each format with what it is held against."""
    articles = texts(2_000)
    aims = {"our JSON": 3.0}
    candidates: dict[str, Callable[[], object]] = {}
    for name, write in FORMATS.items():
        candidates[name] = takes_in(write, articles)
        candidates[f"{name} floor"] = FLOORS[name](write(articles[0]))
    found = in_turn(candidates, rounds, LONG_ENOUGH)
    for name in FORMATS:
        work = f"one article as {name}, from bytes to stored, without the AWS client"
        floor = found[f"{name} floor"]
        yield within(work, AGAINST[name], floor, found[name], aims.get(name, 1.5))


def takes_in(write: Callable[[Text], bytes], articles: list[Text]) -> Callable[[], None]:
    """Ingest of one article after the other; none is a duplicate of an earlier one."""
    memory = MemoryStores(Clock(datetime(2026, 6, 1, tzinfo=UTC)))
    stores = memory.stores()
    waiting = iter(articles)

    def take_in() -> None:
        text = next(waiting)
        body = write(text)
        key = f"inbox/partner/t{text.number:06}/article"
        version = stores.inbox.put(key, body, "application/octet-stream")
        upload = Upload(key=key, version_id=version, bytes=len(body), happened_at=memory.clock())
        done = ingest(upload, stores=stores, configuration=CONFIGURATION, now=memory.clock())
        assert done.receipt.items[0].status in STORED, done.receipt

    return take_in


STORED = {ReceiptStatus.ACCEPTED, ReceiptStatus.HELD}


# --- What has to be done at least -----------------------------------------------------------------


def validated(body: bytes) -> Callable[[], object]:
    """Pydantic, nh3, SHA-256."""
    cleaner = nh3.Cleaner()

    def floor() -> None:
        submission = Submission.model_validate_json(body)
        cleaner.clean(submission.body_html or "")
        hashlib.sha256(body).hexdigest()

    return floor


def page(body: bytes) -> Callable[[], object]:
    """trafilatura as fast as it can."""
    text = body.decode()
    return lambda: trafilatura.extract(text, fast=True)


FLOORS: dict[str, Callable[[bytes], Callable[[], object]]] = {
    "our JSON": validated,
    "ninjs": lambda body: lambda: json.loads(body),
    "RSS": lambda body: lambda: feedparser.parse(body),
    "HTML": page,
}
AGAINST = {
    "our JSON": "pydantic validation + nh3 + sha256",
    "ninjs": "json.loads alone",
    "RSS": "feedparser alone",
    "HTML": "trafilatura (fast) alone",
}
