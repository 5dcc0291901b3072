"""Take articles and grants back, and follow takedowns place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reprise.cli._operator import Operator, instant, known, on_the_stack
from reprise.pipeline.uploads import HOUSE_GRANT

if TYPE_CHECKING:
    from reprise.model.submission import Action, Submission
    from reprise.model.versions import ArticleRecord
    from reprise.pipeline.takedown import Takedown

CLOSING = f"{HOUSE_GRANT}closed"
"""The grant on file that ends everything of a partner."""


@click.group(name="takedown")
def command() -> None:
    """Take articles and grants back, and follow takedowns place by place."""


@command.command()
@click.argument("article", required=False)
@on_the_stack
def status(operator: Operator, article: str | None) -> None:
    """How far the takedown of ARTICLE has come, or all of them; status 1 when one is overdue."""
    from reprise.pipeline.takedown import DEADLINE, behind, takedown, under_way

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
    if not article and (since := behind(stores=stores, now=now)) >= DEADLINE:
        late.append(f"the site is behind by {since.total_seconds() // 60:.0f} minutes")
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

    _on_file(operator, partner, grant)
    _send(operator, partner, Submission(action=Action.REVOKE, grant=Grant(id=grant)))


@command.command()
@click.argument("partner")
@click.option("--at", "time", help="From this instant on (RFC 3339 with an offset), else now.")
@on_the_stack
def close(operator: Operator, partner: str, time: str | None) -> None:
    """End everything of PARTNER, whatever it is permitted otherwise, until it is reopened."""
    _end(operator, known(partner, operator.configuration.partners, "partner"), CLOSING, time)


@command.command()
@click.argument("partner")
@on_the_stack
def reopen(operator: Operator, partner: str) -> None:
    """Let what PARTNER is permitted count again after a close."""
    from reprise.model.submission import Action, Grant, Submission

    _on_file(operator, known(partner, operator.configuration.partners, "partner"), CLOSING)
    _send(operator, partner, Submission(action=Action.REVOKE, grant=Grant(id=CLOSING)))


@command.command()
@click.argument("article")
@click.option("--at", "time", help="At this instant (RFC 3339 with an offset), else now.")
@on_the_stack
def expire(operator: Operator, article: str, time: str | None) -> None:
    """Let the permission of ARTICLE (its house id), and of its later versions, end."""
    record = _record(operator, article)
    name = f"{HOUSE_GRANT}end of {article}"
    _end(operator, record.partner, name, time, articles=frozenset([article]))


def _end(
    operator: Operator,
    partner: str,
    name: str,
    time: str | None,
    *,
    articles: frozenset[str] | None = None,
) -> None:
    """
    Put a grant on file that gives nothing but an end.

    What is stated later can only narrow it, so it holds over everything that gives more.
    """
    from reprise.model.permission import Permission
    from reprise.model.submission import Action, Grant, Submission

    ends = Permission(expires_at=instant(time, operator.now))
    grant = Grant(id=name, articles=articles, permission=ends)
    _send(operator, partner, Submission(action=Action.GRANT, grant=grant))


def _record(operator: Operator, article: str) -> ArticleRecord:
    record = operator.stores.articles.record(article)
    if record is None:
        raise click.ClickException(f"{article}: no such article")
    return record


def _on_file(operator: Operator, partner: str, grant: str) -> None:
    if not any(one.grant_id == grant for one in operator.stores.articles.grants(partner)):
        raise click.ClickException(f"{partner}: no grant {grant!r} on file")


def _take_back(operator: Operator, article: str, action: Action) -> None:
    from reprise.model.submission import Submission

    record = _record(operator, article)
    _send(operator, record.partner, Submission(action=action, id=record.identity))


def _send(operator: Operator, partner: str, submission: Submission) -> None:
    """Commands are uploads too, so they have a receipt and their place in the order."""
    from reprise.pipeline.desk import command as put

    ticket = put(
        submission, partner=partner, stores=operator.stores, now=operator.now, of_the_house=True
    )
    click.echo(f"{submission.action.value} sent as upload ticket {ticket} of {partner}")
