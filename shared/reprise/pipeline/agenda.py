"""Who has to look at an article again when something about it changed."""

from __future__ import annotations

from datetime import datetime

from reprise.model.configuration import SITE, Configuration
from reprise.model.versions import AgendaRow, ArticleRecord
from reprise.outputs.profile import profile_named


def looks_at(
    record: ArticleRecord, configuration: Configuration, *, at: datetime, token: str
) -> tuple[AgendaRow, ...]:
    """
    The site, for page and sitemap; and each channel it is or was in that keeps a history.

    The revision is part of the token: one upload may change an article twice, and a turn that has
    seen it once must not do away with the second look.
    """
    channels = {membership.channel for membership in record.memberships}
    places = (SITE, *sorted(name for name in channels if keeps_history(name, configuration)))
    row = AgendaRow(
        at=at,
        article_id=record.article_id,
        token=f"{token}.{record.rev}",
        is_new=record.rev == 1,
    )
    return tuple(row.model_copy(update={"place": place}) for place in places)


def keeps_history(name: str, configuration: Configuration) -> bool:
    """Whether *name* is a channel whose older entries stand in volumes."""
    channel = configuration.channels.get(name)
    return channel is not None and bool(profile_named(channel.profile).archived(channel))


_ALL_OF = "all of"


def all_of(partner: str, *, at: datetime, token: str, after: str = "") -> AgendaRow:
    """
    A row that has the site look at every article of *partner* that comes after the id *after*.

    What a grant means for all of them is more than one upload can tell: the site takes some in
    each turn, and leaves such a row for the rest (invariant 9).
    """
    return AgendaRow(at=at, article_id=f"{_ALL_OF} {partner} {after}", token=token)


def whose(row: AgendaRow) -> tuple[str, str] | None:
    """The partner of a row of :func:`all_of`, and after which id; ``None`` for one article's."""
    if not row.article_id.startswith(f"{_ALL_OF} "):
        return None
    partner, _, after = row.article_id.removeprefix(f"{_ALL_OF} ").partition(" ")
    return partner, after
