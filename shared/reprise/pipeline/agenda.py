"""Who has to look at an article again when something about it changed."""

from __future__ import annotations

from datetime import datetime

from reprise.model.configuration import SITE, Configuration
from reprise.model.versions import AgendaRow, ArticleRecord
from reprise.outputs.profile import profile_named


def looks_at(
    record: ArticleRecord, configuration: Configuration, *, at: datetime, token: str
) -> tuple[AgendaRow, ...]:
    """The site, for page and sitemap; and each channel it is or was in that keeps a history."""
    channels = {membership.channel for membership in record.memberships}
    places = (SITE, *sorted(name for name in channels if _keeps_history(name, configuration)))
    row = AgendaRow(at=at, article_id=record.article_id, token=token, is_new=record.rev == 1)
    return tuple(row.model_copy(update={"place": place}) for place in places)


def _keeps_history(name: str, configuration: Configuration) -> bool:
    channel = configuration.channels.get(name)
    return channel is not None and bool(profile_named(channel.profile).archived(channel))
