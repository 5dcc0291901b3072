"""Read stored uploads again after a change of code or configuration."""

from __future__ import annotations

import sys

import click

from reprise.cli._operator import Operator, on_the_stack


@click.command(name="rebuild")
@click.option("--article", help="Only this article (its house id).")
@click.option("--partner", help="Only this partner's articles.")
@click.option("--confirm", is_flag=True, help="Store even when many articles would change.")
@on_the_stack
def command(operator: Operator, article: str | None, partner: str | None, confirm: bool) -> None:
    """Ids and dates stay, nothing is announced as new; too many changes wait for --confirm."""
    from reprise.pipeline.rebuild import every_record, rebuild

    articles = operator.stores.articles
    if article:
        found = articles.record(article)
        records = iter([found] if found else [])
    elif partner:
        records = articles.records_of(partner)
    else:
        records = every_record(operator.stores, operator.configuration)
    done = rebuild(
        records,
        stores=operator.stores,
        configuration=operator.configuration,
        now=operator.now,
        confirmed=confirm,
        progress=lambda _: click.echo(".", nl=False, err=True),
    )
    click.echo(f"\n{done.looked_at} looked at, {len(done.changed)} changed", err=True)
    for one in done.problems:
        click.echo(f"{one.article_id}: {one.problem}")
    if done.stopped:
        click.echo("Nothing was stored: too many would change. Look, then --confirm.", err=True)
        sys.exit(1)
