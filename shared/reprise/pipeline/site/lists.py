"""The site's pages that list articles: sections, sources, days, and the front page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http import HTTPStatus

from reprise.lifecycle.membership import SECTION
from reprise.model.configuration import SITE
from reprise.model.document import Document
from reprise.model.versions import MemberRow
from reprise.outputs.pages import item_of
from reprise.outputs.places import FRONT_KEY, articles_in, day_key, section_key, source_key
from reprise.pipeline.guard import Listed
from reprise.pipeline.site.desk import Desk, is_public
from reprise.stores.ports import StoredObject

FRONT_PAGE = 30
"""Headlines on the front page."""

LISTED = 100
"""Headlines on a section's or source's page."""


@dataclass(frozen=True, slots=True)
class Day:
    """A release day: what stands there by key, and what was released on it, oldest first."""

    date: date
    standing: Mapping[str, StoredObject]
    rows: Sequence[MemberRow]


class ListPages:
    """Makes pages that list articles, the newest first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def front(self) -> Document | None:
        """
        The front page: the newest articles, and the ways to all others; ``None`` when it must
        stay as it is.
        """
        found = self._desk.newest(SITE, FRONT_PAGE)
        made = self._desk.made(FRONT_KEY, lambda: self._front(found.shown))
        if made is None:
            return None
        standing = None if found.cut else self._desk.stores.site.get(made.key)
        held = standing and self._must_stay(made.key, [standing], [made], found.rows)
        return None if held else made

    def _front(self, shown: Sequence[MemberRow]) -> Document:
        return self._desk.pages.front_page(
            [item_of(row, self._desk.configuration) for row in shown],
            self._desk.configuration.channels,
            self._desk.publication,
            sections=_first_spelling(name for row in shown for name in row.listed.sections),
            sources=_first_spelling(row.listed.source for row in shown if row.listed.source),
            days=dict.fromkeys(row.release_at.date() for row in shown),
        )

    def list_page(self, name: str) -> bool:
        """A section's or source's page: the newest articles on it. Answers whether it is done."""
        desk, is_section = self._desk, name.startswith(SECTION)
        key = section_key if is_section else source_key
        # Spellings share their keys: what stands there is known before what is listed.
        standing = desk.standing(partial(key, name.partition(":")[2]))
        found = desk.newest(name, LISTED)
        items = [item_of(row, desk.configuration) for row in found.shown]
        make = desk.pages.section_pages if is_section else desk.pages.source_pages
        heading, channels = _heading(name, found.shown), desk.configuration.channels
        pages = max(len(standing), 1)
        made = desk.made(
            key(heading), lambda: make(heading, items, desk.publication, channels, pages=pages)
        )
        return made is not None and self._store(made, standing, None if found.cut else found.rows)

    def day(self, day: date) -> Day:
        """What stands as the archive pages of *day*, read before what is released on it."""
        standing = self._desk.standing(partial(day_key, day))
        start, end = midnight(day), midnight(day, days=1)
        return Day(day, standing, self._desk.stores.articles.members_between(SITE, start, end))

    def day_page(self, day: Day) -> None:
        """The archive page of a release day, which leads to the day before it."""
        desk = self._desk
        shown = [row for row in day.rows if row.release_at <= desk.now and desk.displays(row)]
        items = [item_of(row, desk.configuration) for row in reversed(shown)]
        made = desk.made(
            day_key(day.date),
            lambda: desk.pages.day_pages(
                day.date,
                items,
                desk.publication,
                desk.configuration.channels,
                pages=max(len(day.standing), 1),
                before=self._day_before(day.date),
            ),
        )
        if made is not None:
            self._store(made, day.standing, day.rows)
        if is_public(day.standing.get(day_key(day.date))) != bool(items):
            self._day_after(day.date)

    def _day_before(self, day: date) -> date | None:
        """The last day before *day* on which something stands."""
        until = midnight(day) - timedelta(microseconds=1)
        found = self._desk.newest(SITE, 1, until=until)
        return next((row.release_at.date() for row in found.shown), None)

    def _day_after(self, day: date) -> None:
        """Let the page of the next day lead past *day*, or to it again."""
        since, until = midnight(day, days=1), self._desk.now + timedelta.resolution
        rows = self._desk.stores.articles.members_between(SITE, since, until, limit=2 * FRONT_PAGE)
        after = next((row.release_at.date() for row in rows if self._desk.displays(row)), None)
        if after is not None:
            self.day_page(self.day(after))

    # Guard rails

    def _store(
        self,
        made: Sequence[Document],
        standing: Mapping[str, StoredObject],
        rows: Sequence[MemberRow] | None,
    ) -> bool:
        """
        Put the pages of one list over what is *standing*; *rows* are all there is on record, if
        that is known.

        Returns:
            Whether it was put; it may have had to stay as it is.
        """
        public = [found for found in standing.values() if is_public(found)]
        if rows is not None and self._must_stay(made[0].key, public, made, rows):
            return False
        for document in made:
            found = standing.get(document.key)
            if found is not None or document.status == HTTPStatus.OK:
                self._desk.store(document, found)
        return True

    def _must_stay(
        self,
        key: str,
        standing: Iterable[StoredObject],
        made: Iterable[Document],
        rows: Iterable[MemberRow],
    ) -> bool:
        """
        Whether the list lost what no row speaks of, and shows nothing that it must not show: that
        would be no reason to go on showing it.
        """
        before = frozenset[str]().union(*(articles_in(found.body) for found in standing))
        after = frozenset[str]().union(*(articles_in(document.body) for document in made))
        listed = Listed(before, after, frozenset(row.article_id for row in rows))
        return self._desk.shrank(key, listed) and not listed.away


def midnight(day: date, *, days: int = 0) -> datetime:
    """The beginning of *day* (UTC), or of one *days* later."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=days)


def _heading(name: str, shown: Sequence[MemberRow]) -> str:
    """How the newest article spells the section or source that is listed as *name*."""
    kind, _, folded = name.partition(":")
    for row in shown:
        names = row.listed.sections if kind == "section" else (row.listed.source or "",)
        for spelling in names:
            if spelling.casefold() == folded:
                return spelling
    return folded


def _first_spelling(names: Iterable[str]) -> list[str]:
    """Each name once, as first spelt: case makes no difference."""
    return list({name.casefold(): name for name in reversed(list(names))}.values())[::-1]
