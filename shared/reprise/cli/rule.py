"""Rule on a permission in a file: may this use happen, there, for them, at that time?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from reprise.model.permission import Use
from reprise.model.ruling import Request

PURPOSES = ("commercial", "non-commercial")


class Instant(click.ParamType[datetime]):
    """A moment with its offset from UTC."""

    name = "time"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date and time; write 2031-05-01T09:00:00+12:00", param, ctx)
        if at.tzinfo is None:
            self.fail(f"{value!r} has no UTC offset; write {value}Z or {value}+12:00", param, ctx)
        return at


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of every use."""

    territories: frozenset[str] | None
    recipients: frozenset[str]
    language: str
    commercial: bool
    words: int | None
    first_published_at: datetime | None

    def about(self, use: Use) -> Request:
        return Request(
            use=use,
            territories=self.territories,
            recipient=self.recipients,
            language=self.language,
            commercial=self.commercial,
            words=self.words,
            first_published_at=self.first_published_at,
        )


@click.command(name="rule")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--use",
    "uses",
    multiple=True,
    type=click.Choice([use.value for use in Use]),
    help="Use to rule on; several times for several. All, when left out.",
)
@click.option(
    "--territory",
    "territories",
    multiple=True,
    metavar="CODE",
    help="Audience (ISO 3166-1 alpha-2), several times for several; the whole world when left out.",
)
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="NAME",
    help="A name by which a permission may call the destination.",
)
@click.option("--purpose", type=click.Choice(PURPOSES), default="commercial", show_default=True)
@click.option("--language", default="", metavar="TAG", help="Language of the text (BCP 47).")
@click.option("--words", type=click.IntRange(min=0), help="Length of the text that is passed on.")
@click.option("--first-published", type=Instant(), help="First publication at the source.")
@click.option("--at", type=Instant(), help="Moment to rule for; now when left out.")
@click.option(
    "--json", "as_json", is_flag=True, help="Answer as JSON, with who decided each point."
)
@click.pass_context
def command(  # noqa: PLR0913 - one for each thing that can be asked
    ctx: click.Context,
    file: Path,
    *,
    uses: tuple[str, ...],
    territories: tuple[str, ...],
    recipients: tuple[str, ...],
    purpose: str,
    language: str,
    words: int | None,
    first_published: datetime | None,
    at: datetime | None,
    as_json: bool,
) -> None:
    """
    Rule on the permission in FILE: our own in JSON or YAML, ODRL, or RSL.

    Ends with status 1 when a use that was asked for is not granted.
    """
    from reprise.rights import explain
    from reprise.rights.combine import combine
    from reprise.rights.permission_file import read_statements
    from reprise.rights.ruling import rule

    question = Question(
        territories=_territories(territories),
        recipients=frozenset(recipients),
        language=language,
        commercial=purpose == "commercial",
        words=words,
        first_published_at=first_published,
    )
    effective = combine(read_statements(file.read_bytes(), file.name))
    now = at or datetime.now(UTC)
    asked = [Use(use) for use in uses] or list(Use)
    answers = [
        explain.answer(file.name, use, rule(effective, question.about(use), now=now))
        for use in asked
    ]
    if as_json:
        told = explain.as_json(answers, effective)
        click.echo(json.dumps({"at": now.isoformat()} | told, indent=2, ensure_ascii=False))
    else:
        click.echo(explain.in_words(answers))
    if uses and not all(one.granted for one in answers):
        ctx.exit(1)


def _territories(codes: tuple[str, ...]) -> frozenset[str] | None:
    """The audience; ``None``, the whole world, when none is named."""
    from reprise.rights.territories import hint, unknown

    named = frozenset(code.upper() for code in codes)
    for code in unknown(named):
        raise click.BadParameter(f"{code}: {hint(code)}", param_hint="--territory")
    return named or None
