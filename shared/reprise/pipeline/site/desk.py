"""What every part of the site's turn shares: the moment, the rulings, and the way to the bucket."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from reprise.errors import Problem, RefusedError, TransientError
from reprise.lifecycle.copies import chosen
from reprise.lifecycle.membership import member_rows
from reprise.lifecycle.state import state_of
from reprise.model.configuration import SITE, Configuration
from reprise.model.document import Document
from reprise.model.versions import ArticleRecord, MemberRow
from reprise.outputs.checks import check
from reprise.outputs.pages import Pages
from reprise.pipeline.guard import Listed
from reprise.pipeline.rulings import Rulings, subject_of
from reprise.pipeline.usage import Usage
from reprise.stores.ports import StoredObject, Stores

SHOWN = 200
"""Characters of an error in a report."""

Made = TypeVar("Made")

MOST_ROWS = 6_000
"""Rows of a list looked at in one turn at most, however many in a row may not be shown."""


@dataclass(frozen=True, slots=True)
class Newest:
    """
    The articles of a list, the newest first.

    Attributes:
        rows: All that were looked at, those that are not shown too.
        cut: There may be older ones that the list would show if it were longer.
    """

    shown: Sequence[MemberRow]
    rows: Sequence[MemberRow]
    cut: bool = False


class Desk:
    """
    Holds what every step of a turn needs.

    Args:
        accept: Let shrunk documents out.

    Attributes:
        written: Keys of documents stored.
        looked_at: Keys of documents made, stored or not.
        kept: Documents that failed their checks; the last good ones stay (invariant 5).
    """

    def __init__(
        self,
        stores: Stores,
        configuration: Configuration,
        now: datetime,
        pages: Pages,
        *,
        accept: bool,
    ) -> None:
        self.stores = stores
        self.configuration = configuration
        self.publication = configuration.publication
        self.now = now
        self.pages = pages
        self.accept = accept
        self._rulings: Rulings | None = None
        self.written: list[str] = []
        self.looked_at: list[str] = []
        self.kept: list[tuple[str, tuple[Problem, ...]]] = []

    @property
    def rulings(self) -> Rulings:
        """By the grants on file, read when they are first asked for: after what stands there."""
        if self._rulings is None:
            grants, usage = self.stores.articles.grants(), Usage(self.stores)
            self._rulings = Rulings(self.configuration, grants, self.now, usage)
        return self._rulings

    # What is shown

    def displays(self, row: MemberRow) -> bool:
        """Whether lists of articles show *row*."""
        return (
            row.shows
            and self.rulings.display(subject_of(row)).granted
            and self.preferred(row).article_id == row.article_id
        )

    def preferred(self, row: MemberRow) -> MemberRow:
        """The copy of the story that is listed on our site: *row* itself for most (row B62)."""
        if not row.copies:
            return row
        records = self.stores.articles.records(row.copies).values()
        rows = [row, *(other for record in records if (other := site_row(record)) is not None)]
        shown = [
            each
            for each in rows
            if each.shows
            and each.release_at <= self.now
            and self.rulings.display(subject_of(each)).granted
        ]
        known = {row.article_id, *row.copies}
        return next(
            (each for each in chosen(shown, self.configuration) if each.article_id in known), row
        )

    def newest(self, place: str, count: int, *, until: datetime | None = None) -> Newest:
        """The newest articles that the list *place* shows; further back while too few may be."""
        limit = 2 * count
        while True:
            rows = self.stores.articles.members_until(place, until or self.now, limit=limit)
            shown = tuple(row for row in rows if self.displays(row))[:count]
            complete = len(rows) < limit
            if len(shown) == count or complete or limit >= MOST_ROWS:
                return Newest(shown, rows, cut=len(shown) == count or not complete)
            limit = min(4 * limit, MOST_ROWS)

    # Documents

    def standing(self, key: Callable[[int], str]) -> dict[str, StoredObject]:
        """
        What stands under numbered keys, from the first on. To be read before what is listed there
        (design rule 6); and what is not needed any more has to be told that, or it would go on
        showing what was taken back.
        """
        found: dict[str, StoredObject] = {}
        while one := self.stores.site.get(key(len(found) + 1)):
            found[key(len(found) + 1)] = one
        return found

    def store(self, document: Document, found: StoredObject | None) -> bool:
        """Put *document* over what was found; answers whether anything changed."""
        return self.put(document, found) != (found.etag if found else None)

    def put(self, document: Document, found: StoredObject | None) -> str | None:
        """As :meth:`store`; answers the ETag of what is there then."""
        known = found.etag if found else None
        self.looked_at.append(document.key)
        if (found is not None and found.body == document.body) or not self.is_good(document):
            return known
        etag = self.stores.site.put(document, expected_etag=known)
        self.written.append(document.key)
        return etag

    def shrank(self, key: str, listed: Listed) -> bool:
        """Whether the list under *key* lost more than it may; then it is named, and stays."""
        if self.accept:
            return False
        found = listed.shrinkage(key, self.publication.shrink_limit)
        if found:
            self.kept.append((key, found))
        return bool(found)

    def made(self, key: str, make: Callable[[], Made]) -> Made | None:
        """
        What *make* makes of the page *key*; ``None`` when it can't: that costs only this page,
        whose last good one stays and is named.

        Raises:
            RefusedError: It must not be shown.

            TransientError: The turn has to come again.
        """
        try:
            return make()
        except (RefusedError, TransientError):
            raise
        except Exception as error:  # noqa: BLE001 - one page must not stop all others
            found = f"{type(error).__name__}: {error}"[:SHOWN]
            problem = Problem("not_renderable", key, found, "mend the template, or tell us")
            self.kept.append((key, (problem,)))
            return None

    def is_good(self, document: Document) -> bool:
        """Whether *document* may replace the last good one; else says why not (invariant 5)."""
        problems = check(document, now=self.now)
        if problems:
            self.kept.append((document.key, problems))
        return not problems


def site_row(record: ArticleRecord) -> MemberRow | None:
    """The site's member row of *record* as it is now; ``None`` for one never published."""
    state = state_of(record)
    if state.published_at is None or state.current is None:
        return None
    rows = member_rows(record, state, (SITE,))
    return next((row for row in rows if row.channel == SITE and not row.moved), None)


def is_public(found: StoredObject | None) -> bool:
    """Whether a page stands there, and not the word that it is gone."""
    return found is not None and found.metadata.get("status", "200") == "200"
