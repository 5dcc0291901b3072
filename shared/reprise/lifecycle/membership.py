"""Which channels take an article (rows B76, M100), and the rows that say so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reprise.model.configuration import SITE, Configuration, Selection
from reprise.model.versions import (
    ArticleRecord,
    ArticleState,
    Listing,
    MemberRow,
    Membership,
    Status,
)


def channels_for(configuration: Configuration, partner: str, listing: Listing) -> tuple[str, ...]:
    """Channels whose selection takes the article, the site first. Rights are not asked here."""
    chosen = (
        name
        for name, channel in configuration.channels.items()
        if is_selected(channel.select, partner, listing)
    )
    return (SITE, *chosen)


SECTION = "section:"
SOURCE = "source:"
"""Lists of the site's own pages: rows like a channel's, under names no channel can have."""

ENDED = "ended:"
"""What was taken back in a channel, by when: feeds go on saying so wherever the article stood."""


def lists_for(listing: Listing) -> tuple[str, ...]:
    """The section and source pages the article stands on; case makes no difference."""
    sections = (f"{SECTION}{name.casefold()}" for name in listing.sections)
    source = (f"{SOURCE}{listing.source.casefold()}",) if listing.source else ()
    return tuple(dict.fromkeys((*sections, *source)))


def ended_in(state: ArticleState, channels: Iterable[str]) -> tuple[str, ...]:
    """The lists of taken back articles it stands on; none when it never was public."""
    if state.ended_at is None or state.published_at is None:
        return ()
    if state.ended_at <= state.published_at:
        return ()
    return tuple(f"{ENDED}{name}" for name in channels if name != SITE)


def is_channel(name: str) -> bool:
    """Whether *name* takes turns of its own."""
    return not name.startswith((SECTION, SOURCE, ENDED))


def is_page(name: str) -> bool:
    """Whether *name* is a list that the site's turn keeps up as a page."""
    return name.startswith((SECTION, SOURCE))


def is_selected(selection: Selection, partner: str, listing: Listing) -> bool:
    """Whether *selection* takes the article: every limit that is set must be met."""
    return (
        (selection.partners is None or partner in selection.partners)
        and _meets(selection.sections, listing.sections)
        and _meets(selection.keywords, listing.keywords)
        and _meets(selection.sources, (listing.source,) if listing.source else ())
        and _speaks(selection.languages, listing.language)
    )


def _meets(wanted: frozenset[str] | None, given: Iterable[str]) -> bool:
    if wanted is None:
        return True
    folded = {value.casefold() for value in wanted}
    return any(value.casefold() in folded for value in given)


def _speaks(wanted: frozenset[str] | None, language: str) -> bool:
    """RFC 4647 basic filtering: ``en`` takes ``en-GB``, ``en-GB`` does not take ``en``."""
    if wanted is None:
        return True
    tag = language.casefold()
    ranges = (value.casefold() for value in wanted)
    return any(tag == value or tag.startswith(f"{value}-") for value in ranges)


def with_memberships(
    record: ArticleRecord, state: ArticleState, channels: Iterable[str], *, rev: int
) -> ArticleRecord:
    """
    *record* with its present memberships added to those it ever had, one above *rev*, the
    revision that is stored.

    Former ones stay: their rows must be told about every later version, or an article that left
    a channel would stand there for ever.
    """
    if state.published_at is None:
        return record
    places = ((name, _place(name, state)) for name in channels)
    present = {Membership(channel=name, release_at=at) for name, at in places if at is not None}
    every = sorted({*record.memberships, *present}, key=lambda m: (m.channel, m.release_at))
    memberships = tuple(every)
    if memberships == record.memberships:
        return record
    return record.model_copy(update={"memberships": memberships, "rev": rev + 1})


def _place(name: str, state: ArticleState) -> datetime | None:
    """Where it stands in *name*: by its release, or by when it ended."""
    return state.ended_at if name.startswith(ENDED) else state.published_at


def member_rows(
    record: ArticleRecord, state: ArticleState, channels: Iterable[str]
) -> tuple[MemberRow, ...]:
    """One row for each membership, live only where the article belongs now."""
    names = frozenset(channels)
    return tuple(_row(record, state, membership, names) for membership in record.memberships)


def _row(
    record: ArticleRecord, state: ArticleState, membership: Membership, channels: frozenset[str]
) -> MemberRow:
    place = _place(membership.channel, state)
    here = membership.channel in channels and membership.release_at == place
    current = state.current
    is_by_release = place == state.published_at
    return MemberRow(
        channel=membership.channel,
        article_id=record.article_id,
        partner=record.partner,
        rev=record.rev,
        release_at=membership.release_at,
        published_at=None if is_by_release else state.published_at,
        updated_at=state.updated_at or membership.release_at,
        live=here and state.status is Status.USABLE,
        status=state.status,
        moved=not here,
        ended_at=state.ended_at,
        article_key=current.article_key if current else None,
        listing=current.listing if current else None,
        copies=record.copies,
        translations=record.translations,
    )
