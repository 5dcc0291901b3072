"""Tell an article's versions, and what was shown where, from when to when, on whose word."""

from __future__ import annotations

import json

import click

from reprise.cli._operator import Operator, instant, on_the_stack


@click.command(name="history")
@click.argument("article", required=False)
@click.option("--partner", help="Tell of the articles of this partner instead, the newest first.")
@click.option("--grant", help="Only what was shown on the word of this grant of the partner.")
@click.option("--until", help="Only what began then or before, to list on from there.")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1, 1000))
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@on_the_stack
def command(
    operator: Operator,
    article: str | None,
    *,
    partner: str | None,
    grant: str | None,
    until: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """
    Every version received of ARTICLE (its house id) and every time it was shown.

    Without ARTICLE what was shown of a partner, or on the word of one of its grants.
    """
    from reprise.pipeline import on_record

    if (article is None) == (partner is None):
        raise click.UsageError("name an ARTICLE, or a --partner")
    if grant is not None and partner is None:
        raise click.UsageError("a --grant is one of a --partner")
    if article is not None:
        told = on_record.of_article(article, operator.stores)
        if not as_json:
            _tell_versions(operator, article)
    else:
        told = on_record.of_partner(
            str(partner),
            operator.stores,
            grant=grant,
            until=instant(until, operator.now) if until else None,
            limit=limit,
        )
    if as_json:
        shown = {"shown": on_record.as_json(told)}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    for one in told:
        name = "" if article else f"{one.began.article_id}  "
        click.echo(f"  {name}{on_record.in_words(one)}")


def _tell_versions(operator: Operator, article: str) -> None:
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
