"""An upload being dealt with: what is read once for it, and how articles are changed for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from reprise.errors import ConflictError, TransientError
from reprise.model.configuration import Configuration
from reprise.model.versions import AgendaRow, ArticleRecord, GrantRecord
from reprise.pipeline.agenda import looks_at
from reprise.pipeline.arrival import Arrival
from reprise.pipeline.placing import Placed, channels_of, placed
from reprise.pipeline.rulings import Rulings
from reprise.pipeline.takedown import deadline_of
from reprise.pipeline.usage import Usage
from reprise.stores.ports import Articles, Commit, Stores

ATTEMPTS = 10
"""Tries against other writers of the same article before the message goes back to the queue."""


class Memory:
    """
    What was read of articles and grants for a batch of uploads, until one of them changes it.

    That it may be old by the time it is used makes nothing wrong: a record is stored only over the
    one that was read, and whoever waits for a grant looks once more after its commit.
    """

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self._records: dict[str, ArticleRecord | None] = {}
        self._grants: dict[str, Sequence[GrantRecord]] = {}

    def record(self, article_id: str) -> ArticleRecord | None:
        """The article's record, ``None`` when there is none."""
        if article_id not in self._records:
            self._records[article_id] = self._articles.record(article_id)
        return self._records[article_id]

    def grants(self, partner: str) -> Sequence[GrantRecord]:
        """The partner's grants on file."""
        if partner not in self._grants:
            self._grants[partner] = self._articles.grants(partner)
        return self._grants[partner]

    def learn(self, article_id: str, record: ArticleRecord | None) -> None:
        """This is what is stored of an article now."""
        self._records[article_id] = record

    def forget(self, article_id: str) -> None:
        """Somebody else has changed it."""
        self._records.pop(article_id, None)

    def forget_grants(self) -> None:
        """A grant was stored, or its end."""
        self._grants.clear()


class Case:
    """One upload, and the means to deal with it."""

    def __init__(
        self,
        arrival: Arrival,
        stores: Stores,
        configuration: Configuration,
        now: datetime,
        memory: Memory | None = None,
    ) -> None:
        self.arrival = arrival
        self.partner_id = arrival.address.partner
        self.stores = stores
        self.articles = stores.articles
        self.configuration = configuration
        self.now = now
        self.memory = memory or Memory(stores.articles)
        self._rulings: Rulings | None = None

    @property
    def rulings(self) -> Rulings:
        """
        By the grants on file, made once: it remembers what it has combined.

        Not a ``cached_property``: until Python 3.12 that holds one lock for all instances while
        it computes, and workers of one process would wait for each other's reads.
        """
        if self._rulings is None:
            grants = self.memory.grants(self.partner_id)
            self._rulings = Rulings(self.configuration, grants, self.now, Usage(self.stores))
        return self._rulings

    def place(self, record: ArticleRecord, rev: int) -> Placed:
        """*record* where it belongs now; *rev* is the revision that is stored."""
        return placed(record, self.configuration, rev=rev)

    def commit_of(self, article: Placed) -> Commit:
        """All that changes with *article*, to be stored at once."""
        deadline = deadline_of(article.record, article.state, token=self.arrival.upload)
        return article.commit((*self.looks(article.record), *deadline))

    def looks(self, record: ArticleRecord) -> tuple[AgendaRow, ...]:
        """Where *record* has to be looked at because of this upload."""
        at, token = self.arrival.stored_at, self.arrival.upload
        return looks_at(record, self.configuration, at=at, token=token)

    def update(
        self, article_id: str, change: Callable[[ArticleRecord], ArticleRecord]
    ) -> frozenset[str]:
        """Change another article's record; answers its channels, none when nothing changed."""
        for _ in range(ATTEMPTS):
            record = self.articles.record(article_id)
            if record is None or (changed := change(record)) == record:
                return frozenset()
            article = self.place(changed, record.rev)
            try:
                self.articles.commit(self.commit_of(article))
            except ConflictError:
                continue
            return channels_of(article.record)
        raise TransientError(f"{article_id}: too many other writers of the same article")
