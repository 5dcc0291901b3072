"""Print a channel's feed as it stood at an instant."""

from __future__ import annotations

import click

from reprise.cli._operator import Operator, instant, on_the_stack


@click.command(name="at")
@click.argument("time")
@click.argument("channel")
@click.option("--format", "kind", default="rss", type=click.Choice(["rss", "atom", "json"]))
@on_the_stack
def command(operator: Operator, time: str, channel: str, kind: str) -> None:
    """The feed of CHANNEL as readers got it at TIME (RFC 3339): a version of its object."""
    key = f"channels/{channel}/feed.{kind}"
    stored = operator.stores.site.as_of(key, instant(time, operator.now))
    if stored is None:
        raise click.ClickException(f"{key}: there was none at {time}")
    click.echo(stored.body.decode("utf-8"), nl=False)
