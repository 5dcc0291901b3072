"""
After a grant was given or ended: every article of its partner is looked at, some in each turn.

Feeds ask the grants afresh in each of their turns. What has to be gone through is what they and the
grants can't tell by themselves: articles that waited for a grant and have a date from now on, pages,
and closed volumes of a channel's history.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from itertools import islice

from reprise.lifecycle.state import state_of
from reprise.model.configuration import SITE
from reprise.model.versions import AgendaRow, ArticleRecord
from reprise.pipeline.agenda import all_of, looks_at, whose
from reprise.pipeline.appearing import visible_as_granted
from reprise.pipeline.placing import Occasion, channels_of
from reprise.pipeline.site.desk import Desk


class Regrants:
    """
    Goes through the partners that rows of the agenda name.

    Attributes:
        again: Rows for the articles that follow in the next turn.
        told: Channels that have to look at their history, or at articles that have appeared.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.again: list[AgendaRow] = []
        self.told: set[str] = set()

    def look(self, rows: Iterable[AgendaRow], *, limit: int) -> list[str]:
        """Do what *rows* ask for, for up to *limit* articles; answers those the site looks at."""
        found: list[tuple[ArticleRecord, datetime]] = []
        for partner, (first, after) in _by_partner(rows).items():
            wanted = limit - len(found)
            some = list(self._some(partner, after, wanted)) if wanted > 0 else []
            found += ((record, first.at) for record in some)
            if wanted <= 0:
                self.again.append(all_of(partner, at=first.at, token=first.token, after=after))
            elif len(some) == wanted:
                last = some[-1].article_id
                self.again.append(all_of(partner, at=first.at, token=first.token, after=last))
        for record, since in found:
            self._regrant(record, since)
        return [record.article_id for record, _ in found]

    def _some(self, partner: str, after: str, count: int) -> Iterable[ArticleRecord]:
        return islice(self._desk.stores.articles.records_of(partner, after=after), count)

    def _regrant(self, record: ArticleRecord, since: datetime) -> None:
        """
        Let *record* appear if it may now, and its channels look at their volumes.

        Of one that has appeared *since* the grant an earlier try may have died before it told.
        """
        desk = self._desk
        articles = desk.stores.articles
        occasion = Occasion(desk.configuration, desk.now, f"grants-{record.rev}")
        change = partial(visible_as_granted, rulings=desk.rulings)
        if change(record) is not record:
            self.told |= occasion.update(record.article_id, change, articles)
            return
        appeared = state_of(record).published_at
        if appeared is not None and appeared >= since:
            self.told |= channels_of(record) - {SITE}
        looks = looks_at(record, desk.configuration, at=occasion.at, token=occasion.token)
        others = [look for look in looks if look.place != SITE]
        articles.add_agenda(others)
        self.told |= {look.place for look in others}


def _by_partner(rows: Iterable[AgendaRow]) -> dict[str, tuple[AgendaRow, str]]:
    """Each partner's first row, and after which article the looking goes on: several grants ask
    for one look at each article, from the earliest place on."""
    first: dict[str, tuple[AgendaRow, str]] = {}
    for row in rows:
        if named := whose(row):
            partner, after = named
            known = first.get(partner, (row, after))
            first[partner] = (known[0], min(known[1], after))
    return first
