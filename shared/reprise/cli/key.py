"""Make, list and remove partners' API keys."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from reprise.errors import ConfigurationError
from reprise.pipeline.desk import key_hash
from reprise.stores.ports import ApiKey

if TYPE_CHECKING:
    from reprise.stores.ports import Keys

SHORT = 12
"""Digits of a key's hash that tell it apart in a list."""


@click.group(name="key")
@click.option(
    "--table",
    envvar="TABLE",
    required=True,
    help="The table's name [$TABLE]; an output of the stack.",
)
@click.pass_context
def command(context: click.Context, table: str) -> None:
    """
    API keys of partners. Kept are hashes: a key is shown once, when it is made.

    A partner may have several at once, so that a new one is in use before the old one ends.
    """
    if context.obj is None:
        from reprise.stores.aws import AwsNames, aws_stores

        context.obj = aws_stores(AwsNames(table=table)).keys


@command.command()
@click.argument("partner")
@click.option("--label", default="", help="To tell it from the partner's other keys.")
@click.option("--days", type=click.IntRange(min=1), help="Days until it ends; never by default.")
@click.pass_obj
def add(keys: Keys, partner: str, label: str, days: int | None) -> None:
    """Make a key for PARTNER and print it, this once."""
    key = f"reprise_{secrets.token_urlsafe(32)}"
    ends = datetime.now(UTC) + timedelta(days=days) if days else None
    keys.add(ApiKey(key_hash=key_hash(key), partner=partner, label=label, expires_at=ends))
    click.echo(key)


@command.command(name="list")
@click.argument("partner")
@click.pass_obj
def list_keys(keys: Keys, partner: str) -> None:
    """List the keys of PARTNER by the beginnings of their hashes."""
    for each in keys.of(partner):
        ends = f"until {each.expires_at:%Y-%m-%d %H:%M} UTC" if each.expires_at else "without end"
        click.echo(f"{each.key_hash[:SHORT]}  {ends}  {each.label}")


@command.command()
@click.argument("partner")
@click.argument("beginning")
@click.pass_obj
def remove(keys: Keys, partner: str, beginning: str) -> None:
    """Refuse the key of PARTNER whose hash has this BEGINNING from now on."""
    found = [each for each in keys.of(partner) if each.key_hash.startswith(beginning)]
    if len(found) != 1:
        raise ConfigurationError(f"{beginning}: {len(found)} keys of {partner} begin so; say more")
    keys.remove(found[0].key_hash)
    click.echo(f"removed {found[0].key_hash[:SHORT]}")
