"""Where an article belongs now, and all that a commit of it has to change."""

from __future__ import annotations

from dataclasses import dataclass

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
from reprise.stores.ports import Commit


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

    def commit(self, agenda: tuple[AgendaRow, ...]) -> Commit:
        """The record, its rows everywhere, and its places on the agendas."""
        rows = member_rows(self.record, self.state, self.places)
        return Commit(record=self.record, members=rows, agenda=agenda)


def placed(record: ArticleRecord, configuration: Configuration, *, rev: int) -> Placed:
    """*record* where *configuration* wants it, one above *rev* (which is stored) if that is new."""
    state = state_of(record)
    places = places_for(record, state, configuration)
    return Placed(with_memberships(record, state, places, rev=rev), state, places)


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
