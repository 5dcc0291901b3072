"""Which channels take an article (rows B76, M100), and the rows that say so."""

from __future__ import annotations

from collections.abc import Iterable

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


def lists_for(listing: Listing) -> tuple[str, ...]:
    """The section and source pages the article stands on; case makes no difference."""
    sections = (f"{SECTION}{name.casefold()}" for name in listing.sections)
    source = (f"{SOURCE}{listing.source.casefold()}",) if listing.source else ()
    return tuple(dict.fromkeys((*sections, *source)))


def is_channel(name: str) -> bool:
    """Whether *name* takes turns of its own; lists are kept up by the site's turn."""
    return not name.startswith((SECTION, SOURCE))


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
    present = {Membership(channel=name, release_at=state.published_at) for name in channels}
    every = sorted({*record.memberships, *present}, key=lambda m: (m.channel, m.release_at))
    memberships = tuple(every)
    if memberships == record.memberships:
        return record
    return record.model_copy(update={"memberships": memberships, "rev": rev + 1})


def member_rows(
    record: ArticleRecord, state: ArticleState, channels: Iterable[str]
) -> tuple[MemberRow, ...]:
    """One row for each membership, live only where the article belongs now."""
    names = frozenset(channels)
    return tuple(_row(record, state, membership, names) for membership in record.memberships)


def _row(
    record: ArticleRecord, state: ArticleState, membership: Membership, channels: frozenset[str]
) -> MemberRow:
    here = membership.channel in channels and membership.release_at == state.published_at
    current = state.current
    return MemberRow(
        channel=membership.channel,
        article_id=record.article_id,
        partner=record.partner,
        rev=record.rev,
        release_at=membership.release_at,
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
