"""
How many rulings a second one core makes, on typical permissions.

    python benchmarks/rulings.py [--seconds N]

Prints one line for each case, with the median of several rounds. The aim is 100,000 a second.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "shared"))

from reprise.model.permission import Origin, Permission, Stated, Use
from reprise.model.ruling import Request
from reprise.rights.combine import combine
from reprise.rights.ruling import rule

NOW = datetime(2031, 5, 1, 12, tzinfo=UTC)
YES = {"allowed": True}

AGREEMENT = Permission(
    basis="permission",
    uses={
        "display": YES,
        "syndicate_full": {"allowed": True, "recipients": ["Aggregator One", "aggregator two"]},
        "syndicate_excerpt": {"allowed": True, "max_words": 80},
        "index": YES,
    },
    territories={"allow": ["AU", "GB", "NZ", "US"], "deny": ["US"]},
    commercial=True,
    pictures=False,
    duties={"credit_line": "From the Harbour Post", "link_back": True},
)
UPLOAD = Permission(
    languages=["en"],
    embargoed_until="2031-04-30T18:00:00Z",
    expires_at="2032-04-30T18:00:00Z",
    duties={"credit_line": "Ann Lee, From the Harbour Post"},
)
LICENSED = Permission(licence="CC-BY-NC-ND-4.0")

TYPICAL = (
    Stated(origin=Origin.AGREEMENT, name="post", permission=AGREEMENT),
    Stated(origin=Origin.UPLOAD, permission=UPLOAD),
)
AUDIENCE = frozenset({"AU", "NZ"})


def question(use: Use, recipient: str = "aggregator one", territories: frozenset[str] = AUDIENCE):
    return Request(use, territories, frozenset({"front", recipient}), "en-NZ", words=60)


def cases() -> dict[str, Callable[[], object]]:
    effective = combine(TYPICAL)
    licensed = combine([Stated(origin=Origin.UPLOAD, permission=LICENSED)])
    elsewhere = question(Use.SYNDICATE_FULL, territories=frozenset({"NZ", "SG"}))
    stranger = question(Use.SYNDICATE_FULL, "aggregator nine")
    return {
        "granted, all limits": lambda: rule(effective, question(Use.SYNDICATE_FULL), now=NOW),
        "granted, display": lambda: rule(effective, question(Use.DISPLAY), now=NOW),
        "granted, licence": lambda: rule(licensed, Request(Use.INDEX, commercial=False), now=NOW),
        "refused, territory": lambda: rule(effective, elsewhere, now=NOW),
        "refused, recipient": lambda: rule(effective, stranger, now=NOW),
        "not stated": lambda: rule(effective, question(Use.AI_TRAIN), now=NOW),
        "combine two statements": lambda: combine(TYPICAL),
    }


def rate(ask: Callable[[], object], seconds: float) -> float:
    """Calls in a second of this process's own time, so that neighbours don't count."""
    calls, started = 0, process_time()
    deadline = perf_counter() + 10 * seconds
    while process_time() - started < seconds and perf_counter() < deadline:
        for _ in range(500):
            ask()
        calls += 500
    return calls / (process_time() - started)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--seconds", type=float, default=0.5, help="for each round (default 0.5)")
    seconds = parser.parse_args().seconds
    for name, ask in cases().items():
        ask()
        print(f"{name:24} {median(rate(ask, seconds) for _ in range(5)):>10,.0f} /s")


if __name__ == "__main__":
    main()
