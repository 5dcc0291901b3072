"""Read stored uploads again after a change of code or configuration."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from reprise.cli._operator import Operator, known, on_the_stack

if TYPE_CHECKING:
    from reprise.model.versions import ArticleRecord


@click.command(name="rebuild")
@click.option("--article", help="Only this article (its house id).")
@click.option("--partner", help="Only this partner's articles.")
@click.option("--channel", help="Only what is, was or should be in this channel.")
@click.option("--confirm", is_flag=True, help="Store even when many articles would change.")
@on_the_stack
def command(
    operator: Operator,
    article: str | None,
    partner: str | None,
    channel: str | None,
    confirm: bool,
) -> None:
    """Ids and dates stay, nothing is announced as new; too many changes wait for --confirm."""
    from reprise.pipeline.rebuild import rebuild

    done = rebuild(
        _records(operator, article, partner, channel),
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


def _records(
    operator: Operator, article: str | None, partner: str | None, channel: str | None
) -> Iterator[ArticleRecord]:
    """What is asked for; a name that nobody has is an error, not an empty rebuild."""
    from reprise.pipeline.rebuild import every_record, records_in

    stores, configuration = operator.stores, operator.configuration
    if sum(name is not None for name in (article, partner, channel)) > 1:
        raise click.UsageError("one of --article, --partner and --channel, or none")
    if article is not None:
        record = stores.articles.record(article)
        if record is None:
            raise click.ClickException(f"{article}: no such article")
        return iter([record])
    if partner is not None:
        return stores.articles.records_of(known(partner, configuration.partners, "partner"))
    if channel is not None:
        name = known(channel, configuration.channels, "channel")
        return records_in(name, stores, configuration)
    return every_record(stores, configuration)
