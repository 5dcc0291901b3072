"""
How well republication notices are told from their look-alikes, and read once they are told.

    python benchmarks/notices.py [FILE.jsonl …] [--wrong]

Without files: each labelled set of the repository, the tuned one and the blind ones apart (see
docs/permissions.md for what each measures). A line of a file is an object with ``text`` (or
``phrase``), ``lang``, ``position``, ``kind``, ``is_republication`` and what it says: ``source``,
``author``, ``basis``, ``licence`` (or ``original_publisher``, ``original_author``).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "shared"))

from reprise.text.licences import find_licence
from reprise.text.notices import Notice, find_notice

FIELDS: Final = ("source", "author", "basis", "licence")
_ALIASES: Final = {
    "phrase": "text",
    "original_publisher": "source",
    "original_author": "author",
}
_REPUBLICATIONS: Final = frozenset({"republished", "translated"})
_GIVEN: Final = frozenset({"permission", "contributed"})


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line; an absent field is one that the line does not state."""

    text: str
    language: str
    position: str
    kind: str
    is_republication: bool
    stated: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A line and what the recogniser made of it."""

    line: Line
    notice: Notice | None

    @property
    def claimed(self) -> bool:
        """It is taken for a republication."""
        return self.notice is not None and self.notice.is_republication

    @property
    def right(self) -> bool:
        """It is one exactly if it is taken for one."""
        return self.claimed == self.line.is_republication

    def wrong_fields(self) -> dict[str, tuple[str | None, str | None]]:
        """Fields read otherwise than labelled, each as (labelled, read)."""
        read = read_fields(self.notice) if self.notice else {}
        pairs = {name: (self.line.stated.get(name), read.get(name)) for name in FIELDS}
        return {name: pair for name, pair in pairs.items() if _plain(pair[0]) != _plain(pair[1])}


@dataclass(slots=True)
class Score:
    """Counts of one group of lines."""

    found: int = 0
    missed: int = 0
    false: int = 0
    passed: int = 0

    def add(self, answer: Answer) -> None:
        """Count *answer*."""
        if answer.line.is_republication:
            self.found += answer.claimed
            self.missed += not answer.claimed
        else:
            self.false += answer.claimed
            self.passed += not answer.claimed

    def __str__(self) -> str:
        recall = _share(self.found, self.found + self.missed)
        precision = _share(self.found, self.found + self.false)
        kept_out = _share(self.passed, self.passed + self.false)
        return f"recall {recall}  precision {precision}  look-alikes kept out {kept_out}"


def read_lines(path: Path) -> list[Line]:
    """Read a labelled file; its name is the language where a line names none."""
    with path.open(encoding="utf-8") as file:
        return [_line(json.loads(row), path.stem) for row in file if row.strip()]


def _line(row: Mapping[str, Any], language: str) -> Line:
    row = {_ALIASES.get(key, key): value for key, value in row.items()}
    kind = row["kind"].replace("-", "_")
    stated = {name: row[name] for name in FIELDS if row.get(name)}
    return Line(
        row["text"],
        row.get("lang", language),
        row["position"],
        kind,
        row.get("is_republication", kind in _REPUBLICATIONS),
        _only_said(stated, row["text"]),
    )


def _only_said(stated: dict[str, str], text: str) -> dict[str, str]:
    """Leave out labels that were taken from elsewhere on the page than from the line."""
    author = stated.get("author")
    if author and not all(_plain(one) in _plain(text) for one in author.split("; ")):
        del stated["author"]
    basis = stated.get("basis")
    if basis and basis not in _GIVEN:
        stated["basis"] = "licence"
    return stated


def read_fields(notice: Notice) -> dict[str, str]:
    """What *notice* states, in the words of the labels."""
    basis = "contributed" if notice.contributed else notice.basis
    licence = notice.licence or (_family(notice.licence_stated) if notice.licence_stated else None)
    read = {
        "source": notice.source_name,
        "author": notice.author,
        "basis": str(basis) if basis else None,
        "licence": licence,
    }
    return {name: value for name, value in read.items() if value}


def _family(stated: str) -> str:
    """A licence that is named without its version."""
    return stated


def _plain(value: str | None) -> str:
    return " ".join((value or "").casefold().removeprefix("the ").split())


def answers(lines: Iterable[Line]) -> list[Answer]:
    """Ask the recogniser about each line."""
    return [
        Answer(line, find_notice(line.text, position=line.position, language=line.language))  # type: ignore[arg-type]
        for line in lines
    ]
