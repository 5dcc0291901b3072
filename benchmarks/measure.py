"""
Measuring: candidates in turn, CPU seconds, medians; and what a measurement is called in the table.

Absolute times say more about a machine's neighbours than about code, so every figure that matters
is a ratio of two candidates of the same round.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Run = Callable[[], object]
Seconds = dict[str, list[float]]

LONG_ENOUGH = 0.05
"""Seconds a candidate works in each round at least; a short one is run again and again."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One line of the table.

    Attributes:
        work / against: What was done, and what it was measured against.
        reach: The figure to reach, in words; empty for one that is only told.
        measured: What was measured, in words.
        met: ``None`` where there is nothing to reach or a peer is missing.
    """

    work: str
    against: str
    reach: str
    measured: str
    met: bool | None = None


def in_turn(
    candidates: Mapping[str, Run], rounds: int, long_enough: float = LONG_ENOUGH
) -> Seconds:
    """
    CPU seconds of one run of each candidate, a figure for each round (A B C A B C …).

    Each is tried once before anything counts, to learn how many runs make a round.
    """
    often = {name: _runs(run, long_enough) for name, run in candidates.items()}
    seconds: Seconds = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, run in candidates.items():
            seconds[name].append(_timed(run, often[name]) / often[name])
    return seconds


def _runs(run: Run, long_enough: float) -> int:
    _timed(run, 1)
    return max(1, round(long_enough / max(_timed(run, 1), 1e-6)))


def _timed(run: Run, times: int) -> float:
    """What the candidate before left behind is not paid for here."""
    gc.collect()
    started = time.process_time()
    for _ in range(times):
        run()
    return time.process_time() - started


def ratio(numerator: list[float], denominator: list[float]) -> float:
    """The median of the rounds' ratios."""
    return median(a / b for a, b in zip(numerator, denominator, strict=True))


def times_faster(work: str, against: str, peer: list[float], own: list[float], aim: float) -> Row:
    """A row that asks to be at least *aim* times as fast as a peer."""
    found = ratio(peer, own)
    reach = f"at least {aim:g} times faster" if aim != 1 else "at least as fast"
    measured = f"{shown(found)} times faster ({told(peer)} : {told(own)})"
    return Row(work, against, reach, measured, found >= aim)


def within(work: str, against: str, floor: list[float], own: list[float], aim: float) -> Row:
    """A row that asks to take at most *aim* times as long as the floor."""
    found = ratio(own, floor)
    measured = f"{shown(found)} times ({told(own)} : {told(floor)})"
    return Row(work, against, f"within {aim:g} times", measured, found <= aim)


def shown(figure: float) -> str:
    """
    Three digits, no more.

    >>> shown(1234.5), shown(61.27), shown(0.8342)
    ('1,234', '61.3', '0.834')
    """
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"


def told(seconds: list[float]) -> str:
    """
    The median, in the unit it is best read in.

    >>> told([0.0000412]), told([0.0412]), told([4.12])
    ('41.2 µs', '41.2 ms', '4.12 s')
    """
    middle = median(seconds)
    for unit, factor in (("s", 1.0), ("ms", 1e3)):
        if middle * factor >= 1:
            return f"{shown(middle * factor)} {unit}"
    return f"{shown(middle * 1e6)} µs"
