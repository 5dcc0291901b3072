"""Say why an article is shown, or not, in each place, and what would have to change."""

from __future__ import annotations

import json

import click

from reprise.cli._operator import Operator, instant, on_the_stack


@click.command(name="why")
@click.argument("article")
@click.argument("channel", required=False)
@click.option("--at", help="Ask for this instant instead of now.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@on_the_stack
def command(
    operator: Operator, article: str, channel: str | None, at: str | None, as_json: bool
) -> None:
    """Rulings on every use of ARTICLE (its house id), in every place or in CHANNEL."""
    from reprise.pipeline.why import why

    told = why(
        article,
        stores=operator.stores,
        configuration=operator.configuration,
        now=instant(at, operator.now),
        channel=channel,
    )
    if told is None:
        raise click.ClickException(f"{article}: no such article, or nothing of it was published")
    shown = json.dumps(told.as_json(), ensure_ascii=False, indent=2) if as_json else told.in_words()
    click.echo(shown)
