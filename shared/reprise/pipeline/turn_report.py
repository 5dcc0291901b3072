"""What a turn did, and what its builds remember of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reprise.errors import Problem
from reprise.model.report import HeldBack, Omission

MOST_REPORTED = 1_000
"""Articles left out that a build remembers; there are as many only when something is wrong."""


@dataclass(frozen=True, slots=True)
class TurnReport:
    """
    What a turn did.

    Attributes:
        skipped: The generation was built already.
        written: Keys of documents stored.
        kept: Documents that failed their checks; the last good ones stay (invariant 5).
        left_out: Articles not shown, with reasons.
    """

    channel: str
    generation: int
    skipped: bool = False
    written: tuple[str, ...] = ()
    kept: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    left_out: tuple[Omission, ...] = ()
    shown: int = 0
    next_change_at: datetime | None = None


def reported(
    left_out: Iterable[Omission], kept: Iterable[tuple[str, Sequence[Problem]]]
) -> dict[str, Any]:
    """The report of a build, as :class:`~reprise.model.document.Build` keeps it."""
    held = (HeldBack(document=key, problems=tuple(map(str, found))) for key, found in kept)
    return {"left_out": tuple(left_out)[:MOST_REPORTED], "held": tuple(held)}
