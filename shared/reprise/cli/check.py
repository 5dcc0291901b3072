"""Check the operator's file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from reprise.errors import ConfigurationError
from reprise.model.configuration import Configuration

SHIPPED = Path(__file__).parents[2] / "reprise.yaml"


@click.command(name="check")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False
)
def command(file: Path | None) -> None:
    """
    Check FILE [shared/reprise.yaml]: every wrong entry is named with its line, what was found and
    what is allowed.
    """
    from reprise.configuration import load_file
    from reprise.outputs.rehearsal import rehearsed

    path = file or SHIPPED
    found = load_file(path)
    if unknown := "\n".join(_unknown_languages(found)):
        raise ConfigurationError(unknown)
    rehearsed(found.templates)
    click.echo(
        f"{path}: right. {found.publication.name}: "
        f"{len(found.partners)} partners, {len(found.channels)} channels."
    )


def _unknown_languages(configuration: Configuration) -> Iterator[str]:
    """Tags of the right form that name no language (RS-19); the functions don't carry the list."""
    from reprise.text.languages import language_tag

    for place, tag in _languages(configuration):
        if language_tag(tag) is None:
            yield f"{place}: {tag!r}; no such language: a BCP 47 tag, e.g. en, pt-BR, zh-Hant"


def _languages(configuration: Configuration) -> Iterator[tuple[str, str]]:
    yield "publication.language", configuration.publication.language
    for name, partner in configuration.partners.items():
        if partner.language:
            yield f"partners.{name}.language", partner.language
    for name, channel in configuration.channels.items():
        if channel.language:
            yield f"channels.{name}.language", channel.language
        for tag in sorted(channel.select.languages or ()):
            yield f"channels.{name}.select.languages", tag
