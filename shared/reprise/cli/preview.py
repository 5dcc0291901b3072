"""See what a changed configuration or an upload would publish, against what is live."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from http import HTTPStatus
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reprise.cli._operator import Operator, on_the_stack

if TYPE_CHECKING:
    from reprise.pipeline.preview import Difference, Preview
    from reprise.pipeline.turn_report import TurnReport

SHORT = 60
"""Characters of a value before and after that a line shows."""

MARKS = {"new": "+", "changed": "~", "gone": "-"}


@click.command(name="preview")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--partner", help="Who would upload FILES.")
@click.option("--channel", "channels", multiple=True, help="Tell of this channel only [all].")
@click.option(
    "--reread", is_flag=True, help="Read every stored upload again first, as rebuild does."
)
@click.option("--diff", "as_diff", is_flag=True, help="Every line that differs.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write the documents to that would differ.",
)
@on_the_stack
def command(
    operator: Operator,
    files: tuple[Path, ...],
    partner: str | None,
    channels: tuple[str, ...],
    reread: bool,
    as_diff: bool,
    out: Path | None,
) -> None:
    """
    Try the configuration, and FILES as uploads, against what is live; nothing is changed.

    Ends with status 1 when a document would be kept back.
    """
    from reprise.outputs.rehearsal import rehearsed
    from reprise.pipeline.preview import preview

    known = operator.configuration.channels
    if unknown := sorted({*channels} - {*known, "site"}):
        raise click.BadParameter(f"no channel {unknown[0]!r}", param_hint="--channel")
    shown = preview(
        stores=operator.stores,
        configuration=operator.configuration,
        now=operator.now,
        pages=rehearsed(operator.configuration.templates),
        uploads=_uploads(files, partner, operator),
        reread=reread,
    )
    for line in _told(shown, channels, as_diff=as_diff):
        click.echo(line)
    if out:
        _write(shown.differences, out)
    if any(report.kept for report in shown.reports):
        sys.exit(1)


def _uploads(
    files: Sequence[Path], partner: str | None, operator: Operator
) -> dict[str, bytes] | None:
    """The files by the key they would have, each with its sidecar."""
    from reprise.local.partner import files_in
    from reprise.pipeline.uploads import SIDECAR

    if not files:
        return None
    if partner not in operator.configuration.partners:
        known = ", ".join(operator.configuration.partners)
        raise click.UsageError(f"--partner: {partner or 'nobody'!r} is none; known: {known}")
    uploads = {}
    for number, path in enumerate(each for file in files for each in files_in(file)):
        beside = path.with_name(path.name + SIDECAR)
        for each in (beside, path) if beside.is_file() else (path,):
            uploads[f"inbox/{partner}/preview-{number}/{each.name}"] = each.read_bytes()
    return uploads


def _write(differences: Iterable[Difference], folder: Path) -> None:
    for each in differences:
        if each.after is not None:
            path = folder / each.key
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(each.after)


# --- In words -------------------------------------------------------------------------------------


def _told(shown: Preview, wanted: Sequence[str], *, as_diff: bool) -> Iterator[str]:
    from reprise.local.words import receipt_lines

    names = dict.fromkeys(report.channel for report in shown.reports)
    told = [list(receipt_lines(each, each.name or each.key)) for each in shown.receipts]
    channels = [
        list(_channel(name, shown, as_diff=as_diff))
        for name in names
        if not wanted or name in wanted
    ]
    if not any(channels):
        channels = [["Nothing would change."]]
    blocks = filter(None, (*told, *channels))
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield from block


def _channel(name: str, shown: Preview, *, as_diff: bool) -> Iterator[str]:
    """What is different in a channel; nothing when nothing is."""
    differences = [each for each in shown.differences if each.channel == name]
    reports = [each for each in shown.reports if each.channel == name]
    if differences or any(report.kept for report in reports):
        yield f"{name}: {', '.join(each.name for each in differences) or 'nothing new'}"
        yield from (f"  {line}" for line in (*_documents(differences), *_turns(reports)))
        if as_diff:
            yield from (line for each in differences for line in each.lines())


def _documents(differences: Sequence[Difference]) -> Iterator[str]:
    """What is different in a channel's documents; what several have in common is said once."""
    where: dict[str, list[str]] = {}
    details: dict[str, dict[str, str]] = {}
    for each in differences:
        for said, fields in _said(each):
            where.setdefault(said, []).append(each.name)
            details[said] = {**fields, **details.get(said, {})}
    for said, names in where.items():
        is_everywhere = len(names) == len(differences) or said.split(" ")[-1] == names[0]
        yield said if is_everywhere else f"{said}  [{', '.join(names)}]"
        yield from (f"    {name}: {both}" for name, both in details[said].items())


def _said(difference: Difference) -> Iterator[tuple[str, dict[str, str]]]:
    """One document's changes, each with the fields that are different."""
    if difference.after is None:
        yield f"taken away: {difference.name}", {}
        return
    if difference.status != HTTPStatus.OK:
        status = HTTPStatus(difference.status)
        yield f"{status.value} {status.phrase}: {difference.name}", {}
        return
    if difference.before is None:
        yield f"new: {difference.name}", {}
    for change in difference.changes():
        fields = {name: _both(before, after) for name, before, after in change.details}
        if change.title or fields:
            yield f"{MARKS[change.fate]} {change.title or difference.name}", fields


def _turns(reports: Sequence[TurnReport]) -> Iterator[str]:
    """What would not be published, and why."""
    for key, problems in (kept for report in reports for kept in report.kept):
        yield f"kept back: {key}: {'; '.join(map(str, problems))}"
    left_out = (left for report in reports for left in report.left_out if left.findings)
    for reason, count in sorted(Counter(left.findings[0].reason for left in left_out).items()):
        yield f"left out: {count} ({reason})"


def _both(before: str, after: str) -> str:
    """
    Two values; of long ones only what is different, with a word on each side.

    >>> _both("one", "two")
    '“one” → “two”'
    >>> _both("a b c " * 20 + "an old end", "a b c " * 20 + "an end")
    '“… an old end” → “… an end”'
    """
    if max(len(before), len(after)) <= SHORT:
        return f"“{before}” → “{after}”"
    was, now = before.split(), after.split()
    start = _alike(was, now)
    end = _alike(was[start:][::-1], now[start:][::-1])
    start, end = max(start - 1, 0), max(end - 1, 0)
    return " → ".join(f"“{_middle(words, start, end)}”" for words in (was, now))


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    pairs = zip(some, others, strict=False)
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], pairs))


def _middle(words: Sequence[str], start: int, end: int) -> str:
    middle = " ".join(words[start : len(words) - end])
    is_cut = end > 0 or len(middle) > SHORT
    return f"{'… ' if start else ''}{middle[:SHORT].strip()}{' …' if is_cut else ''}"
