"""
How well republication notices are told from their look-alikes, and how well they are read.

    python -m benchmarks.notices [FILE.jsonl …] [--wrong] [--folds 5]

Without files: the labelled lines of the repository, each set on its own, because they do not
measure the same (docs/permissions.md says what each does). With ``--folds N`` also what is left
when the recogniser does not know every Nth phrase of its tables.

A line of a file is an object with ``text`` (or ``phrase``), ``language`` (or ``lang``; else the
file's name), ``position``, ``kind``, and what it states: ``source``, ``author``, ``basis``,
``licence`` (or ``original_publisher``, ``original_author``). ``is_republication`` may be left out.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time
from typing import Any, Final
from unittest.mock import patch

from reprise.text import notice_words
from reprise.text.notice_table import KINDS, Words
from reprise.text.notices import Notice, Position, find_notice

CASES: Final = Path(__file__).resolve().parent.parent / "tests" / "cases" / "text"
FIELDS: Final = ("source", "author", "basis", "licence")
_ALIASES: Final = {
    "phrase": "text",
    "lang": "language",
    "original_publisher": "source",
    "original_author": "author",
}
_REPUBLICATIONS: Final = frozenset({"republished", "translated"})
_BASES: Final = {"cc": "licence", "contributed": "permission"}
"""Other words for a ground: what an author contributes, we have the permission for."""
_UNVERSIONED: Final = "CC (unspecified)"
"""Label of a licence that is only called Creative Commons."""


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line; what it does not state is not in ``stated``."""

    text: str
    language: str
    position: Position
    kind: str
    is_republication: bool
    stated: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A line and what the recogniser makes of it."""

    line: Line
    notice: Notice | None

    @property
    def claimed(self) -> bool:
        """It is taken for a republication."""
        return self.notice is not None and self.notice.is_republication

    @property
    def right(self) -> bool:
        """It is taken for a republication exactly if it is one."""
        return self.claimed == self.line.is_republication

    def wrong_fields(self) -> dict[str, tuple[str | None, str | None]]:
        """Fields read otherwise than labelled: (labelled, read); case and *the* do not count."""
        read = _read(self.notice) if self.notice else {}
        pairs = {name: (self.line.stated.get(name), read.get(name)) for name in FIELDS}
        return {name: pair for name, pair in pairs.items() if _plain(pair[0]) != _plain(pair[1])}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some answers."""

    found: int
    missed: int
    false: int
    passed: int

    @property
    def recall(self) -> float:
        """Share of the republications that are found."""
        return _share(self.found, self.missed)

    @property
    def precision(self) -> float:
        """Share of republications among what is taken for one."""
        return _share(self.found, self.false)

    def __str__(self) -> str:
        return (
            f"recall {self.recall:6.1%} ({self.found}/{self.found + self.missed})"
            f"  precision {self.precision:6.1%} ({self.found}/{self.found + self.false})"
            f"  look-alikes let through {self.false}/{self.false + self.passed}"
        )


def score(answers: Iterable[Answer]) -> Score:
    """Count *answers*."""
    counts: dict[tuple[bool, bool], int] = defaultdict(int)
    for answer in answers:
        counts[answer.line.is_republication, answer.claimed] += 1
    return Score(counts[True, True], counts[True, False], counts[False, True], counts[False, False])


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0


# --- Labelled lines -------------------------------------------------------------------------------


def read_lines(path: Path) -> list[Line]:
    """Read a labelled file."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return [_line(json.loads(row), path.stem) for row in rows if row.strip()]


def _line(row: Mapping[str, Any], language: str) -> Line:
    row = {_ALIASES.get(key, key): value for key, value in row.items()}
    kind = row["kind"].replace("-", "_")
    return Line(
        text=row["text"],
        language=row.get("language", language),
        position=row["position"],
        kind=kind,
        is_republication=row.get("is_republication", kind in _REPUBLICATIONS),
        stated=dict(_stated(row)),
    )


def _stated(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Labels of *row*, without an author that was taken from elsewhere than the line."""
    for name in FIELDS:
        value = row.get(name)
        if value and (name != "author" or _plain(value) in _plain(row["text"])):
            yield name, _BASES.get(value, value)


def _read(notice: Notice) -> dict[str, str]:
    """What *notice* states, in the words of the labels."""
    licence = notice.licence or (_UNVERSIONED if notice.licence_stated else None)
    values = (notice.source_name, notice.author, notice.basis, licence)
    return {name: str(value) for name, value in zip(FIELDS, values, strict=True) if value}


def _plain(value: str | None) -> str:
    return " ".join((value or "").casefold().removeprefix("the ").split())


def ask(lines: Iterable[Line]) -> list[Answer]:
    """Ask the recogniser about each line."""
    return [
        Answer(line, find_notice(line.text, position=line.position, language=line.language))
        for line in lines
    ]


# --- With a part of the words unknown -------------------------------------------------------------

_KEPT_WHOLE: Final = frozenset(
    {"month", "language", "glue", "the", "and_", "link", "at", "by", "of"}
)
"""Closed sets of small words. Nobody meets a new preposition."""


@contextmanager
def unknown_phrases(fold: int, folds: int) -> Iterator[None]:
    """Hide every *folds*-th phrase of every table, another one in each *fold*."""
    tables = {c: _thinned(w, fold, folds) for c, w in notice_words.LANGUAGES.items()}
    with patch.dict(notice_words.LANGUAGES, tables):
        yield


def _thinned(words: Words, fold: int, folds: int) -> Words:
    parts = [kind for kind in KINDS if kind not in _KEPT_WHOLE]
    return replace(words, **{part: _kept(getattr(words, part), fold, folds) for part in parts})


def _kept(phrases: str, fold: int, folds: int) -> str:
    known = (p for p in phrases.split("|") if zlib.crc32(p.encode()) % folds != fold)
    return "|".join(known)


# --- Report ---------------------------------------------------------------------------------------


def report(name: str, lines: Sequence[Line], *, wrong: bool, folds: int) -> None:
    """Print the figures of one set."""
    started = process_time()
    answers = ask(lines)
    spent = (process_time() - started) / max(len(lines), 1)
    print(f"\n{name}: {len(lines)} lines, {spent * 1e6:,.0f} µs each\n  {score(answers)}")
    _print_fields([a for a in answers if a.claimed and a.right])
    _print_groups("language", answers, lambda a: a.line.language)
    _print_groups("kind", answers, lambda a: a.line.kind)
    if folds:
        print(f"  with one phrase in {folds} unknown: {score(_folded(lines, folds))}")
    if wrong:
        _print_wrong(answers)


def _folded(lines: Sequence[Line], folds: int) -> Iterator[Answer]:
    for fold in range(folds):
        with unknown_phrases(fold, folds):
            yield from ask(lines)


def _print_fields(found: Sequence[Answer]) -> None:
    if not found:
        return
    for name in FIELDS:
        exact = sum(name not in answer.wrong_fields() for answer in found)
        print(f"  {name:8} exact in {exact / len(found):6.1%} ({exact}/{len(found)})")


def _print_groups(what: str, answers: Sequence[Answer], key: Callable[[Answer], str]) -> None:
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[key(answer)].append(answer)
    rows = (f"{name} {sum(a.right for a in of)}/{len(of)}" for name, of in sorted(groups.items()))
    print(f"  right by {what}: {', '.join(rows)}")


def _print_wrong(answers: Sequence[Answer]) -> None:
    for answer in answers:
        if not answer.right:
            print(f"  {'missed' if answer.line.is_republication else 'false '}  {answer.line.text}")
        elif answer.claimed and (fields := answer.wrong_fields()):
            print(f"  fields  {answer.line.text}\n          {fields}")


def sets() -> dict[str, list[Line]]:
    """The labelled lines of the repository: the tuned ones as one set, each blind set on its own."""
    tuned = [line for path in sorted(CASES.glob("notices/*.jsonl")) for line in read_lines(path)]
    blind = {f"blind, {p.stem}": read_lines(p) for p in sorted(CASES.glob("notices-blind/*.jsonl"))}
    return {"tuned": tuned, **blind}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print each wrong line")
    parser.add_argument("--folds", type=int, default=0, help="hide every Nth phrase in turn")
    options = parser.parse_args()
    chosen = {path.name: read_lines(path) for path in options.files} or sets()
    for name, lines in chosen.items():
        report(name, lines, wrong=options.wrong, folds=options.folds)


if __name__ == "__main__":
    main()
