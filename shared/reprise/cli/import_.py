"""Upload a folder of old stories; none of them appears as new."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from reprise.cli._operator import Operator, on_the_stack
from reprise.errors import ConfigurationError

LONG_AGO = timedelta(days=30)
"""Before today, for stories that do not say when they appeared: no list of news goes back so far."""


@click.command(name="import")
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--partner", required=True, help="Whose stories they are.")
@click.option(
    "--undated",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When stories appeared that do not say so [30 days ago].",
)
@click.option(
    "--at-once", type=click.IntRange(1, 64), default=8, show_default=True, help="Uploads."
)
@click.option("--journal", type=click.Path(path_type=Path), help="What is done [FOLDER.imported].")
@click.option("--receipts", is_flag=True, help="Upload nothing: say what became of what was.")
@on_the_stack
def command(
    operator: Operator,
    folder: Path,
    partner: str,
    undated: datetime | None,
    at_once: int,
    journal: Path | None,
    receipts: bool,
) -> None:
    """
    Upload every file below FOLDER as PARTNER's back catalogue.

    Each story is published under the day it says it appeared on: it gets its page, its sitemaps
    and its place among its contemporaries, and is announced to nobody as new. Stop it with Ctrl-C;
    the same command goes on where it stopped. Whatever ends, ends in a receipt: --receipts.
    """
    from reprise.cli._catalogue import Catalogue, Journal, stories_in

    if partner not in operator.configuration.partners:
        raise ConfigurationError(f"no partner {partner!r} in the operator's file")
    done = Journal(journal or folder.resolve().with_name(f"{folder.resolve().name}.imported"))
    if receipts:
        _tell(operator, partner, list(done.uploads.values()), at_once)
        return
    day = undated.replace(tzinfo=UTC) if undated else operator.now - LONG_AGO
    stories = stories_in(folder)
    catalogue = Catalogue(operator.stores.inbox, partner, day, done)
    with click.progressbar(length=len(stories), label="Uploading", file=sys.stderr) as bar:
        try:
            sent = catalogue.send(stories, at_once=at_once, progress=lambda: bar.update(1))
        except KeyboardInterrupt:
            click.echo("\nStopped. The same command goes on from here.", err=True)
            sys.exit(130)
    click.echo(f"{sent.stored} uploaded, {sent.known} were there already")
    for name, problem in sent.failures.items():
        click.echo(f"{name}: {problem}")
    if sent.failures:
        whole = "Stopped: so many fail that it is the stack. " if sent.stopped else ""
        click.echo(f"{whole}The same command tries again what is missing.", err=True)
        sys.exit(1)


def _tell(operator: Operator, partner: str, uploads: list[str], at_once: int) -> None:
    """How many were accepted, held, refused …, and the reasons of those that were not."""
    articles = operator.stores.articles
    counts: Counter[str] = Counter()
    with ThreadPoolExecutor(at_once) as pool:
        for receipt in pool.map(lambda upload: articles.receipt(partner, upload), uploads):
            counts[receipt.status.value if receipt else "on their way"] += 1
            for item in receipt.items if receipt else ():
                if item.status.value in {"held", "refused"}:
                    notes = "; ".join(f"{note.code} {note.field}" for note in item.notes)
                    click.echo(f"{item.item}: {item.status.value}: {notes}")
    click.echo(", ".join(f"{count} {status}" for status, count in counts.most_common()) or "none")
