"""Where an article belongs now, and all that a commit of it has to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from reprise.errors import ConflictError, TransientError
from reprise.lifecycle.membership import (
    channels_for,
    ended_in,
    is_channel,
    lists_for,
    member_rows,
    with_memberships,
)
from reprise.lifecycle.state import state_of
from reprise.model.configuration import SITE, Configuration
from reprise.model.versions import AgendaRow, ArticleRecord, ArticleState
from reprise.pipeline.agenda import looks_at
from reprise.pipeline.takedown import deadline_of
from reprise.stores.ports import Articles, Commit

ATTEMPTS = 10
"""Tries against other writers of the same article before the message goes back to the queue."""

AT_ONCE = 90
"""Rows of an article, beside its record, that are certainly stored in one transaction."""

Change = Callable[[ArticleRecord], ArticleRecord]
"""The record as it has to be, or the same one when there is nothing to change."""


@dataclass(frozen=True, slots=True)
class Placed:
    """
    An article with its memberships, and the places it belongs to now.

    Attributes:
        places: Channels and lists.
    """

    record: ArticleRecord
    state: ArticleState
    places: tuple[str, ...]

    def at(self, rev: int) -> Placed:
        """The same at revision *rev*."""
        return replace(self, record=self.record.model_copy(update={"rev": rev}))

    def commit(self, agenda: tuple[AgendaRow, ...]) -> Commit:
        """The record, its rows everywhere, and its places on the agendas."""
        rows = member_rows(self.record, self.state, self.places)
        return Commit(record=self.record, members=rows, agenda=agenda)


def placed(record: ArticleRecord, configuration: Configuration, *, rev: int) -> Placed:
    """*record* where *configuration* wants it, one above *rev* (which is stored) if that is new."""
    state = state_of(record)
    places = places_for(record, state, configuration)
    return Placed(with_memberships(record, state, places, rev=rev), state, places)


@dataclass(frozen=True, slots=True)
class Occasion:
    """
    Why articles are changed: an upload, a grant.

    Attributes:
        at / token: Since when their places have to look at them again, and on what occasion.
    """

    configuration: Configuration
    at: datetime
    token: str

    def commit_of(self, article: Placed) -> Commit:
        """All that changes with *article*, to be stored at once."""
        looks = looks_at(article.record, self.configuration, at=self.at, token=self.token)
        deadline = deadline_of(article.record, article.state, token=self.token)
        return article.commit((*looks, *deadline))

    def update(self, article_id: str, change: Change, articles: Articles) -> frozenset[str]:
        """
        Change one article's record; answers its channels, none when nothing changed.

        Raises:
            TransientError: Other writers of the same article were faster again and again.
        """
        for _ in range(ATTEMPTS):
            record = articles.record(article_id)
            if record is None:
                return frozenset()
            if (changed := change(record)) == record:
                return self._changed_before(record, articles)
            article = placed(changed, self.configuration, rev=record.rev)
            try:
                articles.commit(self.commit_of(article))
            except ConflictError:
                continue
            return channels_of(article.record)
        raise TransientError(f"{article_id}: too many other writers of the same article")

    def _changed_before(self, record: ArticleRecord, articles: Articles) -> frozenset[str]:
        """Whom to tell of what an earlier delivery changed, which may have died over telling."""
        if not record.has_version_of(self.token):
            return frozenset()
        again = self.mended(placed(record, self.configuration, rev=record.rev))
        if again.members:
            articles.commit(again)
        return channels_of(record)

    def mended(self, article: Placed) -> Commit:
        """
        The rows of *article* once more, where an earlier delivery may have died between two
        transactions: nothing for most articles.
        """
        commit = self.commit_of(article)
        if len(commit.members) + len(commit.agenda) <= AT_ONCE:
            return Commit()
        return replace(commit, record=None)


def places_for(
    record: ArticleRecord, state: ArticleState, configuration: Configuration
) -> tuple[str, ...]:
    """Channels and lists the article belongs to now."""
    if state.current is None or state.current.listing is None:
        return ()
    listing = state.current.listing
    channels = channels_for(configuration, record.partner, listing)
    return (*channels, *lists_for(listing), *ended_in(state, channels))


def channels_of(record: ArticleRecord) -> frozenset[str]:
    """Every channel the article is or was in, and the site: whom its changes concern."""
    names = (membership.channel for membership in record.memberships)
    return frozenset({SITE, *filter(is_channel, names)})
