"""
Invariant 3 across processes: what one function remembers is true for every other.

Sets have another order in each process. Whatever digests a value, names an object by its content
or writes a list must not depend on it, or each process would publish everything once more.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator

from reprise.model.base import Frozen
from tests.newsroom import CONFIGURATION, Newsroom, story

EUROPE = ["AT", "BE", "CH", "DE", "DK", "ES", "FR", "IT", "NL", "SE"]
LIMITS = {
    "territories": {"allow": EUROPE},
    "languages": ["de", "en", "fr", "nl"],
    "uses": {"syndicate_full": {"allowed": True, "recipients": ["front", "land", "sea", "short"]}},
}
SELECTIVE = {
    **CONFIGURATION,
    "publication": {**CONFIGURATION["publication"], "territories": EUROPE[:4]},
    "channels": {
        "front": {"title": "Front", "select": {"sections": ["Sea", "Land", "Air", "Fire"]}},
        "msn": {"title": "MSN", "profile": "msn", "recipients": ["a", "b", "c"]},
    },
}


def state() -> str:
    """Digest of everything that a few uploads leave behind."""
    newsroom = Newsroom.opened(SELECTIVE)
    grant = {"id": "g", "sources": ["a", "b", "c"], "permission": LIMITS}
    for data in (story(permission=LIMITS), story("tide", permission=LIMITS), story("tide")):
        newsroom.memory.clock.advance(minutes=1)
        newsroom.receives(data)
    newsroom.receives({"format": "reprise/1", "action": "grant", "grant": grant})
    told = hashlib.sha256()
    for key, body in newsroom.everything().items():
        told.update(key.encode() + body)
    for record in newsroom.stores.articles.records_of("harbour"):
        told.update(record.model_dump_json().encode())
    for channel in newsroom.channels():
        told.update(newsroom.stores.board.build(channel).model_dump_json().encode())
    told.update(repr(newsroom.stores.board.read()).encode())
    return told.hexdigest()


def test_two_processes_leave_the_same_behind():
    """
    Documents, records with their digests and keys, what is remembered of builds: all equal.
    """
    told = {seed: elsewhere(seed) for seed in ("1", "2")}
    assert told["1"] == told["2"] == state()


def elsewhere(seed: str) -> str:
    """What another process says, whose sets have another order."""
    command = [
        sys.executable,
        "-c",
        "from tests.flows.test_same_everywhere import state as s; print(s())",
    ]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    return done.stdout.strip()


def values(of: type[Frozen] = Frozen) -> Iterator[type[Frozen]]:
    """Every kind of value there is."""
    for kind in of.__subclasses__():
        yield kind
        yield from values(kind)


def test_every_set_of_a_value_is_written_sorted():
    """
    A field declared as a bare frozenset would be written in the order of the process.
    """
    kinds = [kind for kind in values() if kind.__module__.startswith("reprise.")]
    bare = [
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name, annotation in kind.__annotations__.items()
        if "frozenset[" in str(annotation)
    ]
    assert len(kinds) > 20
    assert bare == []
