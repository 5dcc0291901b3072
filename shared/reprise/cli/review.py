"""List uploads that wait for a person, and let them through."""

from __future__ import annotations

import click

from reprise.cli._operator import Operator, on_the_stack

OPERATOR = "operator"
"""Who looked, as receipts say it, where no API key does."""


@click.command(name="review")
@click.argument("partner")
@click.option("--let-through", "upload", help="Take this upload in as it was read.")
@on_the_stack
def command(operator: Operator, partner: str, upload: str | None) -> None:
    """Uploads of PARTNER that were read with doubt, oldest first, with the doubts."""
    from reprise.pipeline.review import let_through, waiting

    if upload:
        taken = let_through(partner, upload, by=OPERATOR, stores=operator.stores)
        click.echo(f"let through by {taken.key}")
        return
    for receipt in waiting([partner], stores=operator.stores, now=operator.now):
        for item in receipt.items:
            doubts = ", ".join(f"{note.field} {note.found}" for note in item.notes)
            click.echo(f"{receipt.upload}  {receipt.name}  {item.headline or ''}  ({doubts})")
