"""Tell an article's versions, and where it was shown, from when to when, on whose word."""

from __future__ import annotations

import click

from reprise.cli._operator import Operator, on_the_stack


@click.command(name="history")
@click.argument("article")
@on_the_stack
def command(operator: Operator, article: str) -> None:
    """Every version received of ARTICLE (its house id), in order, and its ledger."""
    record = operator.stores.articles.record(article)
    if record is None:
        raise click.ClickException(f"{article}: no such article")
    click.echo(f"{record.article_id} of {record.partner}, {record.guid}\n\nVersions")
    for version in record.versions:
        stated = f", stated {version.stated_at.isoformat()}" if version.stated_at else ""
        headline = f"  {version.listing.headline}" if version.listing else ""
        stored = version.stored_at.isoformat()
        click.echo(f"  {stored}{stated}  {version.action}{headline}  (upload {version.upload})")
    click.echo("\nShown")
    for entry in operator.stores.ledger.of(article):
        why = ", ".join(
            f"{one.reason} {one.origin or ''} {one.name}".strip() for one in entry.findings
        )
        click.echo(f"  {entry.at.isoformat()}  {entry.channel}  {entry.change}  {why}")
