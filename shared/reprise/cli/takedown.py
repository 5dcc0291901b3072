"""Take articles and grants back, and follow takedowns place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reprise.cli._operator import Operator, on_the_stack

if TYPE_CHECKING:
    from reprise.model.submission import Action, Submission
    from reprise.pipeline.takedown import Takedown


@click.group(name="takedown")
def command() -> None:
    """Take articles and grants back, and follow takedowns place by place."""


@command.command()
@click.argument("article", required=False)
@on_the_stack
def status(operator: Operator, article: str | None) -> None:
    """How far the takedown of ARTICLE has come, or all of them; status 1 when one is overdue."""
    from reprise.pipeline.takedown import takedown, under_way

    stores, now = operator.stores, operator.now
    known = (
        [takedown(article, stores=stores, now=now)]
        if article
        else under_way(stores=stores, now=now)
    )
    found = [one for one in known if one is not None]
    if article and not found:
        raise click.ClickException(f"{article}: no such article")
    for one in found:
        _tell(one)
    late = [one.article_id for one in found if one.overdue]
    if late:
        raise click.ClickException(f"{', '.join(late)}: overdue")


def _tell(one: Takedown) -> None:
    asked = one.asked_at.isoformat() if one.asked_at else "not asked for"
    click.echo(f"{one.article_id}: {one.status}, taken back {asked}")
    for step in one.steps:
        gone = f"gone {step.gone_at.isoformat()}" if step.gone_at else "still shown"
        click.echo(f"  {step.channel}: shown {step.shown_at.isoformat()}, {gone}")
    if one.asked_at and one.done_at:
        click.echo(f"  done {(one.done_at - one.asked_at).total_seconds():.0f} seconds later")


@command.command()
@click.argument("article")
@on_the_stack
def withdraw(operator: Operator, article: str) -> None:
    """Withdraw ARTICLE (its house id) in its partner's name; a later version brings it back."""
    from reprise.model.submission import Action

    _take_back(operator, article, Action.WITHDRAW)


@command.command()
@click.argument("article")
@click.confirmation_option(prompt="A killed article never returns. Kill it?")
@on_the_stack
def kill(operator: Operator, article: str) -> None:
    """Kill ARTICLE (its house id) in its partner's name: it never returns."""
    from reprise.model.submission import Action

    _take_back(operator, article, Action.KILL)


@command.command()
@click.argument("partner")
@click.argument("grant")
@on_the_stack
def revoke(operator: Operator, partner: str, grant: str) -> None:
    """End a GRANT of PARTNER: everything that was shown on its word alone goes."""
    from reprise.model.submission import Action, Grant, Submission

    if not any(one.grant_id == grant for one in operator.stores.articles.grants(partner)):
        raise click.ClickException(f"{partner}: no grant {grant!r} on file")
    _send(operator, partner, Submission(action=Action.REVOKE, grant=Grant(id=grant)))


def _take_back(operator: Operator, article: str, action: Action) -> None:
    from reprise.model.submission import Submission

    record = operator.stores.articles.record(article)
    if record is None:
        raise click.ClickException(f"{article}: no such article")
    _send(operator, record.partner, Submission(action=action, id=record.identity))


def _send(operator: Operator, partner: str, submission: Submission) -> None:
    """Commands are uploads too, so they have a receipt and their place in the order."""
    from reprise.pipeline.desk import command as put

    ticket = put(submission, partner=partner, stores=operator.stores, now=operator.now)
    click.echo(f"{submission.action.value} sent as upload ticket {ticket} of {partner}")
