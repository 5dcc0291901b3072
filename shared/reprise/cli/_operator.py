"""What the operator's commands work on: the stores of a stack and the operator's file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from reprise.model.configuration import Configuration
from reprise.stores.ports import Stores


@dataclass(frozen=True, slots=True)
class Operator:
    """A stack as the command line sees it; tests hand one in with stores in memory."""

    stores: Stores
    configuration: Configuration
    now: datetime


_OPTIONS = (
    ("table", "The table's name"),
    ("inbox-bucket", "The inbox bucket"),
    ("archive-bucket", "The archive bucket"),
    ("site-bucket", "The site bucket"),
    ("turns-queue", "Address of the turns queue"),
    ("base-url", "Public root, where the stack has another than the file"),
)


def on_the_stack(function: Callable[..., None]) -> Callable[..., None]:
    """Gives a command its :class:`Operator`, made from options or the environment."""

    @click.option(
        "--configuration",
        envvar="CONFIGURATION",
        default="shared/reprise.yaml",
        show_default=True,
        help="The operator's file [$CONFIGURATION].",
    )
    @click.pass_context
    @wraps(function)
    def wrapper(context: click.Context, /, configuration: str, **given: Any) -> None:
        names = {name.replace("-", "_"): given.pop(name.replace("-", "_")) for name, _ in _OPTIONS}
        function(context.obj or _operator(Path(configuration), names), **given)

    for name, words in reversed(_OPTIONS):
        variable = name.replace("-", "_").upper()
        help_text = f"{words} [${variable}]; an output of the stack."
        wrapper = click.option(f"--{name}", envvar=variable, help=help_text)(wrapper)
    return wrapper


def _operator(configuration: Path, names: dict[str, str | None]) -> Operator:
    from reprise.configuration import load_file
    from reprise.errors import ConfigurationError
    from reprise.stores.aws import AwsNames, aws_stores

    if not names["table"]:
        raise ConfigurationError("no table: give --table or set TABLE, an output of the stack")
    loaded = load_file(configuration, base_url=names.pop("base_url") or "")
    given = {_NAMES.get(name, name): value for name, value in names.items() if value}
    return Operator(aws_stores(AwsNames(**given)), loaded, datetime.now(UTC))


_NAMES = {
    "inbox_bucket": "inbox",
    "archive_bucket": "archive",
    "site_bucket": "site",
    "turns_queue": "turns_queue_url",
}


def known(name: str, names: Iterable[str], kind: str) -> str:
    """*name*, if there is such a *kind*; a slip of the pen is told what there is."""
    if name not in names:
        raise click.ClickException(f"{name}: no such {kind}; there are {', '.join(names)}")
    return name


def instant(text: str | None, default: datetime) -> datetime:
    """An instant as an option gives it; it must say its offset."""
    if text is None:
        return default
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r}: send RFC 3339, e.g. 2026-05-01T09:00:00Z") from error
    if read.tzinfo is None:
        raise click.BadParameter(f"{text!r} has no UTC offset; send e.g. 2026-05-01T09:00:00Z")
    return read
