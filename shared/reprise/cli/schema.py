"""Print or write the JSON Schemas of uploads, sidecars, manifests and the configuration."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reprise.configuration import json_schema
from reprise.intake.schema import manifest_schema, permission_schema, submission_schema

FOLDER = Path("docs/schemas")
SCHEMAS: dict[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "submission": ("submission.schema.json", submission_schema),
    "permission": ("permission.schema.json", permission_schema),
    "manifest": ("manifest.schema.json", manifest_schema),
    "configuration": ("reprise.schema.json", json_schema),
}
"""Name, file, and where it comes from."""


def text_of(name: str) -> str:
    """The schema called *name*, as its file holds it."""
    _, make = SCHEMAS[name]
    return json.dumps(make(), ensure_ascii=False, indent=2) + "\n"


@click.command()
@click.argument("name", type=click.Choice(list(SCHEMAS)), required=False)
@click.option("--write", is_flag=True, help=f"Write all of them to {FOLDER}.")
def command(name: str | None, *, write: bool) -> None:
    """
    Print the JSON Schema called NAME, or write all of them.
    """
    if write:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for each, (file, _) in SCHEMAS.items():
            (FOLDER / file).write_text(text_of(each), encoding="utf-8")
            click.echo(FOLDER / file)
    elif name:
        click.echo(text_of(name), nl=False)
    else:
        raise click.UsageError(f"name one of {', '.join(SCHEMAS)}, or say --write")
