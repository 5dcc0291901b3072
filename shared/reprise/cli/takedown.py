"""Follow a takedown: each place with the moment it let the article go."""

from __future__ import annotations

import click

from reprise.cli._operator import Operator, on_the_stack


@click.command(name="takedown")
@click.argument("article")
@on_the_stack
def command(operator: Operator, article: str) -> None:
    """How far the takedown of ARTICLE has come; status 1 when it is overdue."""
    from reprise.pipeline.takedown import takedown

    told = takedown(article, stores=operator.stores, now=operator.now)
    if told is None:
        raise click.ClickException(f"{article}: no such article")
    asked = told.asked_at.isoformat() if told.asked_at else "not asked for"
    click.echo(f"{article}: {told.status}, taken back {asked}")
    for step in told.steps:
        gone = f"gone {step.gone_at.isoformat()}" if step.gone_at else "still shown"
        click.echo(f"  {step.channel}: shown {step.shown_at.isoformat()}, {gone}")
    if told.overdue:
        raise click.ClickException(f"{article}: overdue")
