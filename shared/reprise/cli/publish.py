"""Ask for a channel's turn; let a document out that shrank without a cause."""

from __future__ import annotations

import click

from reprise.cli._operator import Operator, on_the_stack


@click.command(name="publish")
@click.argument("channels", nargs=-1, required=True)
@click.option("--accept", is_flag=True, help="I have looked: shrunk documents may go out.")
@on_the_stack
def command(operator: Operator, channels: tuple[str, ...], accept: bool) -> None:
    """Ask for turns of CHANNELS (``site`` is the site's own)."""
    from reprise.pipeline.announce import announce

    turns = announce(channels, stores=operator.stores, now=operator.now, accept=accept)
    for turn in turns:
        click.echo(f"{turn.channel}: generation {turn.generation}")
