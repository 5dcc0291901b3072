"""An upload being dealt with: what is read once for it, and how articles are changed for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reprise.model.configuration import Configuration
from reprise.model.versions import ArticleRecord, GrantRecord
from reprise.pipeline.arrival import Arrival
from reprise.pipeline.placing import Change, Occasion, Placed, placed
from reprise.pipeline.rulings import Rulings
from reprise.pipeline.usage import Usage
from reprise.stores.ports import Articles, Commit, Stores


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
        """This is what was read of an article."""
        self._records[article_id] = record

    def forget(self, article_id: str) -> None:
        """It is another one now."""
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
        self.occasion = Occasion(configuration, arrival.stored_at, arrival.upload)
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
        return self.occasion.commit_of(article)

    def update(self, article_id: str, change: Change) -> frozenset[str]:
        """Change another article's record; answers its channels, none when nothing changed."""
        return self.occasion.update(article_id, change, self.articles)
