"""List uploads that wait for a person, and let them through."""

from __future__ import annotations

import click

from reprise.cli._operator import Operator, on_the_stack


@click.command(name="review")
@click.argument("partner")
@click.option("--let-through", "upload", help="Take this upload in as it was read.")
@on_the_stack
def command(operator: Operator, partner: str, upload: str | None) -> None:
    """Uploads of PARTNER that were read with doubt, newest first, with the doubts."""
    from reprise.pipeline.review import let_through, waiting

    if upload:
        key = let_through(
            partner, upload, stores=operator.stores, configuration=operator.configuration
        )
        click.echo(f"taken in again as {key}")
        return
    for receipt in waiting(partner, stores=operator.stores):
        for item in receipt.items:
            doubts = ", ".join(f"{note.field} {note.found}" for note in item.notes)
            click.echo(f"{receipt.upload}  {receipt.name}  {item.headline or ''}  ({doubts})")
