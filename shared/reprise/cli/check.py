"""Check the operator's file."""

from __future__ import annotations

from pathlib import Path

import click

SHIPPED = Path(__file__).parents[2] / "reprise.yaml"


@click.command(name="check")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False
)
def command(file: Path | None) -> None:
    """
    Check FILE [shared/reprise.yaml]: every wrong entry is named with its line, what was found and
    what is allowed.
    """
    from reprise.configuration import load_file
    from reprise.outputs.rehearsal import rehearsed

    path = file or SHIPPED
    found = load_file(path)
    rehearsed(found.templates)
    click.echo(
        f"{path}: right. {found.publication.name}: "
        f"{len(found.partners)} partners, {len(found.channels)} channels."
    )
