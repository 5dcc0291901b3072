"""Run the whole pipeline on this machine."""

from __future__ import annotations

import signal
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click


class Instant(click.ParamType[datetime]):
    """A date, or a date and time; without an offset it is UTC."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            found = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date or time; say e.g. 2026-05-01T09:00:00Z", param, ctx)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found


@click.command(name="run")
@click.option(
    "--upload",
    type=click.Path(exists=True, path_type=Path),
    help="File or folder to upload instead of the examples.",
)
@click.option("--partner", help="Who uploads it [sample]; without --upload, whose examples.")
@click.option("--once", is_flag=True, help="End when everything is published.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder to save the site in."
)
@click.option("--start", type=Instant(), help="Time at which the local clock starts.")
@click.option(
    "--speed",
    type=click.FloatRange(min=0, min_open=True),
    default=1.0,
    help="How much faster than usual time passes.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Of the site, if it is free.",
)
@click.option("--base-url", default="", help="Public root that documents name.")
@click.option(
    "--configuration",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Another operator's file than shared/reprise.yaml.",
)
def command(**options: Any) -> None:
    """
    The whole pipeline on moto's server: uploads the shipped examples, or what you give it, as a
    partner would, prints the receipts and serves what comes of it until Ctrl-C.
    """
    from reprise.local.run import Wish, run

    # Also when a shell started it in the background, where interrupts are ignored.
    for ends in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ends, signal.default_int_handler)
    wish = Wish(**{name: value for name, value in options.items() if value is not None})
    # The functions' own output goes elsewhere; this is the person's terminal.
    sys.exit(run(wish, partial(click.echo, file=sys.stdout)))
