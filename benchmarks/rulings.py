"""
Rulings: how many a second one core makes, on typical permissions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.measure import Row, Run, in_turn, told
from reprise.model.permission import Origin, Permission, Stated, Use
from reprise.model.ruling import Request
from reprise.rights.combine import combine
from reprise.rights.ruling import rule

AIM = 100_000
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


def rows(rounds: int) -> Iterator[Row]:
    """The slowest kind of question, and what it costs to combine what is stated, once for all."""
    found = in_turn(cases(), rounds)
    rates = {name: 1 / sorted(seconds)[len(seconds) // 2] for name, seconds in found.items()}
    slowest = min(rates, key=rates.__getitem__)
    measured = f"{rates[slowest]:,.0f} a second ({slowest}) to {max(rates.values()):,.0f}"
    yield Row("ruling", "", f"{AIM:,} a second", measured, rates[slowest] >= AIM)
    combined = in_turn({"combine": lambda: combine(TYPICAL)}, rounds)["combine"]
    yield Row("combining two statements, once for all rulings on them", "", "", told(combined))


def cases() -> dict[str, Run]:
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
    }
