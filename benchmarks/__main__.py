"""
Measures us and the peers side by side, and writes the table.

    make bench                          everything, in 15 to 20 minutes
    make bench ARGS="--only feeds"      one part; --list names them

Every figure is a ratio within this run. The table is printed and kept in benchmarks/results/, part by
part: a run that is stopped has what it had measured, and a part that fails costs only itself.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from benchmarks.measure import Row

PARTS = (
    "feeds",
    "sitemaps",
    "reading",
    "rulings",
    "calls",
    "memory",
    "startup",
    "local",
    "artifacts",
)
"""Modules beside this one, each with ``rows(rounds)`` and a first docstring line that names it."""

RESULTS = Path(__file__).parent / "results"
PEERS = (
    "feedgen",
    "feedparser",
    "trafilatura",
    "lxml",
    "orjson",
    "pydantic",
    "nh3",
    "boto3",
    "moto",
)
HEAD = ("work", "against", "to reach", "measured", "met")
MARKS = {True: "met", False: "**not met**", None: ""}


def main() -> int:
    """Measure what is asked for; 1 when a figure is missed."""
    chosen = _arguments()
    if chosen.list:
        for name in PARTS:
            print(f"{name:12} {_title(name)}")
        return 0
    print(_surroundings(), end="\n\n")
    begun = datetime.now(UTC)
    path = RESULTS / f"{begun:%Y-%m-%dT%H%M%SZ}.md"
    table: dict[str, list[Row]] = {}
    for name in chosen.only or PARTS:
        print(f"{name}: {_title(name)}", flush=True)
        table[name] = []
        for row in _measured(name, chosen.rounds):
            table[name].append(row)
            _say(row)
        RESULTS.mkdir(exist_ok=True)
        path.write_text(markdown(table, begun), encoding="utf-8")
    print(
        f"\nThe table: {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}"
    )
    return 0 if all(row.met is not False for rows in table.values() for row in rows) else 1


def _measured(name: str, rounds: int) -> Iterator[Row]:
    """A part's rows; its failure is one of them, and how long it took the last."""
    began = time.monotonic()
    try:
        yield from importlib.import_module(f"benchmarks.{name}").rows(rounds)
    except Exception as error:  # noqa: BLE001 - the other parts are measured all the same
        traceback.print_exc()
        yield Row(name, "", "an end", f"failed: {type(error).__name__}", met=False)
    load = os.getloadavg()[0]
    took = f"{time.monotonic() - began:,.0f} s, to a load of {load:.1f} at its end"
    yield Row(f"({name} as a whole)", "", "", took)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").split("\n")[1])
    parser.add_argument(
        "--only", action="append", choices=PARTS, metavar="NAME", help="this part; again for more"
    )
    parser.add_argument(
        "--rounds", type=int, default=7, help="rounds of each comparison (default 7)"
    )
    parser.add_argument("--list", action="store_true", help="name the parts")
    return parser.parse_args()


def _title(name: str) -> str:
    """The first line of the part's docstring, read without importing it."""
    text = (Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8")
    return text.removeprefix('"""').lstrip("\n").partition("\n")[0]


def _surroundings() -> str:
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in PEERS)
    return (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, "
        f"{os.cpu_count()} processors. {versions}"
    )


def _say(row: Row) -> None:
    mark = {True: "met    ", False: "NOT MET", None: "       "}[row.met]
    print(
        f"  {mark} {row.work}",
        f"          against {row.against}" if row.against else "",
        sep="\n" if row.against else "",
    )
    print(
        f"          {row.measured}" + (f"; to reach: {row.reach}" if row.reach else ""), flush=True
    )


def markdown(table: dict[str, list[Row]], now: datetime) -> str:
    """The whole table, with what it was measured on."""
    lines = [f"# Measured {now:%Y-%m-%d %H:%M} UTC", "", _surroundings(), "", *_line(HEAD)]
    lines += _line("---" for _ in HEAD)
    for rows in table.values():
        for row in rows:
            lines += _line((row.work, row.against, row.reach, row.measured, MARKS[row.met]))
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> list[str]:
    return [f"| {' | '.join(cell or '–' for cell in cells)} |"]


if __name__ == "__main__":
    sys.exit(main())
