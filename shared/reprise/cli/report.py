"""Tell what a channel's last build left out and held back, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from reprise.cli._operator import Operator, on_the_stack
from reprise.model.document import Build
from reprise.rights.explain import reason_in_words


@click.command(name="report")
@click.argument("channel")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@on_the_stack
def command(operator: Operator, channel: str, as_json: bool) -> None:
    """
    The last build of CHANNEL (``site`` for the site's own, ``CHANNEL/3`` for the third volume of
    its history): what no document shows, what one leaves out, what was held back; status 1 then.
    """
    build = operator.stores.board.build(channel)
    if build.built_at is None:
        raise click.ClickException(f"{channel}: never built")
    if as_json:
        told = build.model_dump(mode="json", include={"channel", "built_at", "left_out", "held"})
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(build)))
    if build.held:
        sys.exit(1)


def _lines(build: Build) -> Iterator[str]:
    built_at = build.built_at.isoformat() if build.built_at else "never"
    yield f"{build.channel}: last changed {built_at}, {len(build.documents)} documents"
    for document in sorted({one.document for one in build.left_out}):
        yield f"\n{document or 'In no document'}" + (" leaves out" if document else "")
        for one in build.left_out:
            if one.document == document:
                reasons = "; ".join(map(reason_in_words, one.findings))
                yield f"  {one.article_id} of {one.partner}: {reasons}"
    for held in build.held:
        yield f"\n{held.document} was held back, the last good one stays"
        yield from (f"  {problem}" for problem in held.problems)
        yield f"  to let it out: reprise publish {build.channel.partition('/')[0]} --accept"
