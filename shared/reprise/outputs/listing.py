"""One line of a list on a page: what front, channel, section, source and day pages show of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from reprise.model.configuration import Configuration
from reprise.model.document import Entry, License
from reprise.model.permission import Stated
from reprise.model.versions import MemberRow
from reprise.outputs.places import address, page_key
from reprise.outputs.words import direction_of
from reprise.text.licences import resolve


@dataclass(frozen=True, slots=True)
class ListItem:
    """
    A headline in a list.

    Attributes:
        url: Our page. published_at: Our first publication.
        licence: The licence its source states, if we know it by name.
    """

    url: str
    headline: str
    published_at: datetime
    language: str = ""
    direction: str = "ltr"
    summary: str = ""
    source: str | None = None
    section: str | None = None
    licence: License | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """
    The lists on our site that an article stands in, for links from its page.

    Attributes:
        day: Of its release, UTC.
    """

    sections: tuple[str, ...] = ()
    source: str | None = None
    day: date | None = None


def lists_of(row: MemberRow) -> Lists:
    """The lists that hold the article of *row* while it is shown."""
    return Lists(row.listed.sections, row.listed.source, row.release_at.astimezone(UTC).date())


def item_of(row: MemberRow, configuration: Configuration) -> ListItem:
    """
    The line of a member row that may be shown now.

    Raises:
        ValueError: The row lists nothing (it is of something taken back).
    """
    listing = row.listing
    if listing is None:
        raise ValueError(f"{row.article_id}: a row without a listing can't be shown")
    partner = configuration.partners.get(row.partner)
    return ListItem(
        url=address(page_key(row.article_id), configuration.publication),
        headline=listing.headline,
        published_at=row.release_at,
        language=known_language(listing.language),
        direction=direction_of(listing.language),
        source=listing.source or (partner.name if partner else None),
        section=listing.sections[0] if listing.sections else None,
        licence=_stated_licence(listing.permissions),
    )


def item_of_entry(entry: Entry) -> ListItem:
    """The line of an entry, which knows its summary too."""
    return ListItem(
        url=entry.url,
        headline=entry.title,
        published_at=entry.published_at,
        language=known_language(entry.language),
        direction=entry.direction,
        summary=entry.summary,
        source=entry.source.name or entry.partner_name,
        section=entry.sections[0] if entry.sections else None,
        licence=entry.terms.license,
    )


def known_language(tag: str) -> str:
    """The tag for a ``lang`` attribute: empty is HTML's word for unknown."""
    return "" if tag == "und" else tag


def by_day(items: Iterable[ListItem]) -> Iterator[tuple[date, list[ListItem]]]:
    """The items of each day (UTC) together, newest day first; within a day as they come."""
    days = sorted(items, key=_day, reverse=True)
    for day, some in groupby(days, key=_day):
        yield day, list(some)


def _day(item: ListItem) -> date:
    return item.published_at.astimezone(UTC).date()


def licences_of(items: Iterable[ListItem]) -> tuple[License, ...]:
    """The licences that occur, each once, by name."""
    found = {item.licence.name: item.licence for item in items if item.licence}
    return tuple(found[name] for name in sorted(found))


def _stated_licence(permissions: Iterable[Stated]) -> License | None:
    """
    The one licence that is stated; two different ones are not for a list to judge.
    """
    stated = {stated.permission.licence for stated in permissions} - {None}
    known = resolve(stated.pop() or "") if len(stated) == 1 else None
    return License(known.name, known.url) if known else None
