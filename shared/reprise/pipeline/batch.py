"""
Uploads that came together are taken in together: what is asked of the stores for one of them is
asked for all in one call, and several articles are stored in one transaction.

Each succeeds or fails by itself all the same. Articles are filed, then stored, then looked after:
in this order whoever else is at work meets them (see ``neighbours``), and a crash between any two
calls leaves uploads without receipts, which come again and find their own work done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from reprise.errors import ConflictError, TransientError
from reprise.model.configuration import SITE, Configuration
from reprise.model.messages import Upload
from reprise.model.reading import ReadItem
from reprise.model.receipt import Receipt
from reprise.pipeline.case import Case, Memory
from reprise.pipeline.job import Content, Ingested, Job, at_risk_of
from reprise.pipeline.neighbours import Neighbours, Shelves, completes
from reprise.pipeline.newsdesk import Outcome
from reprise.pipeline.placing import ATTEMPTS, channels_of
from reprise.pipeline.review import looked_at, waits
from reprise.stores.ports import Commit, Stores

STORED_AT_ONCE = 100
"""Articles decided before they are stored: a feed of thousands need not be in memory twice."""


@dataclass(frozen=True, slots=True)
class Decision:
    """An item of an upload and what it leads to."""

    job: Job
    content: Content
    item: ReadItem
    outcome: Outcome

    @property
    def commit(self) -> Commit:
        """What is stored at once: of an upload of one item its receipt too."""
        if not self.content.is_single:
            return self.outcome.commit
        receipt = self.content.receipt_with([self.outcome.receipt])
        return waits(replace(self.outcome.commit, receipt=receipt))


class Batch:
    """Takes uploads in, step by step for all of them."""

    def __init__(self, stores: Stores, configuration: Configuration, now: datetime) -> None:
        self._stores = stores
        self._configuration = configuration
        self._now = now
        self._memory = Memory(stores.articles)
        self._waiting: list[Decision] = []

    def take(self, uploads: Iterable[Upload]) -> Sequence[Ingested | Exception]:
        """What each of *uploads* led to, or what stopped it."""
        jobs = list(map(Job, uploads))
        for step in (self._read, self._recall, self._decide, self._answer, self._follow_up):
            step([job for job in jobs if job.error is None])
        return [job.done() for job in jobs]

    def _read(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            with at_risk_of(job):
                job.read(self._stores, self._configuration, self._now, self._memory)

    def _recall(self, jobs: Sequence[Job]) -> None:
        """Which uploads have their receipts already, and what is stored of the articles."""
        arrived = [(job, job.arrival) for job in jobs if job.arrival]
        if not arrived:
            return
        uploads = [(arrival.address.partner, arrival.upload) for _, arrival in arrived]
        with at_risk_of(*(job for job, _ in arrived)):
            every = (name for job in jobs if job.content for name in job.content.article_ids())
            names = list(islice(every, STORED_AT_ONCE))  # of a feed of thousands the first
            known = self._stores.articles.look_up(uploads, names)
            for name in names:
                self._memory.learn(name, known.records.get(name))
            for job, arrival in arrived:
                if arrival.upload in known.receipts:
                    job.recall(known.receipts[arrival.upload])

    def _decide(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            if content := job.content:
                with at_risk_of(job):
                    content.fan_out()
                    for item in content.reading.items:
                        self._add(job, content, item)
        self._store()

    def _add(self, job: Job, content: Content, item: ReadItem) -> None:
        """Decide *item*, over what is decided already."""
        outcome = content.desk.decide(item)
        if self._has_to_wait(outcome) or len(self._waiting) == STORED_AT_ONCE:
            self._store()
            outcome = content.desk.decide(item)
        self._waiting.append(Decision(job, content, item, outcome))
        if outcome.commit.grant:
            self._store()
            self._memory.forget_grants()

    def _has_to_wait(self, outcome: Outcome) -> bool:
        """
        Whether it may be another one once what is decided is stored: of the same article, or under
        a quota that others use up.
        """
        records = [one.outcome.record for one in self._waiting]
        names = {record.article_id for record in records if record}
        if outcome.is_counted and names:
            return True
        return outcome.record is not None and outcome.record.article_id in names

    # Storing

    def _store(self) -> None:
        """Store what is decided."""
        waiting, self._waiting = self._waiting, []
        decisions = [one for one in waiting if one.job.error is None]
        if not decisions:
            return
        with at_risk_of(*(one.job for one in decisions)):
            self._file([one.outcome for one in decisions])
            failures = self._stores.articles.commit_all([one.commit for one in decisions])
            for position, one in enumerate(decisions):
                self._stored(one, failures.get(position))

    def _file(self, outcomes: Sequence[Outcome]) -> None:
        """Articles into the archive, and under the bands of their texts."""
        articles = dict(one.article for one in outcomes if one.article)
        if articles:
            self._stores.archive.add(articles.items())
        sketches = [one.sketch for one in outcomes if one.sketch and one.sketch.bands]
        if sketches:
            self._stores.articles.add_sketches(sketches)

    def _stored(self, decision: Decision, failure: TransientError | None) -> None:
        job = decision.job
        with at_risk_of(job):
            if isinstance(failure, ConflictError):
                decision = self._again(decision)
            elif failure is not None:
                raise failure
            if record := decision.outcome.commit.record:
                self._memory.forget(record.article_id)
            job.outcomes.append(decision.outcome)

    def _again(self, decision: Decision) -> Decision:
        """
        Decide anew and store by itself what another writer was faster with.

        Raises:
            TransientError: Others were faster again and again.
        """
        for _ in range(ATTEMPTS):
            if known := decision.outcome.record:
                self._memory.forget(known.article_id)
            outcome = decision.content.desk.decide(decision.item)
            decision = replace(decision, outcome=outcome)
            self._file([outcome])
            try:
                self._stores.articles.commit(decision.commit)
            except ConflictError:
                continue
            return decision
        raise TransientError(f"{decision.item.item}: too many other writers of the same article")

    def _answer(self, jobs: Sequence[Job]) -> None:
        """Receipts; those of uploads of one item are stored with it already."""
        waiting: list[tuple[Job, Commit]] = []
        for job in (job for job in jobs if not job.again):
            with at_risk_of(job):
                if content := job.content:
                    job.receipt = content.receipt_with([one.receipt for one in job.outcomes])
                if job.receipt and not (content and content.is_single):
                    waiting.append((job, completes(waits(Commit(receipt=job.receipt)))))
        if not waiting:
            return
        with at_risk_of(*(job for job, _ in waiting)):
            failures = self._stores.articles.commit_all([commit for _, commit in waiting])
            for position, error in failures.items():
                waiting[position][0].error = error

    # What follows

    def _follow_up(self, jobs: Sequence[Job]) -> None:
        with at_risk_of(*jobs):
            names = [name for job in jobs for name in _looks_under(job)]
            shelves = self._stores.articles.sketched(names) if names else {}
            for job in jobs:
                with at_risk_of(job):
                    if job.arrival:
                        looked_at(job.arrival, self._stores)
                    job.channels = _after(job, shelves) | self._settled(job)

    def _settled(self, job: Job) -> frozenset[str]:
        """
        Whom an upload that came again concerns: its announcement may have been lost, or what goes
        before that.
        """
        if not (job.again and job.arrival and job.receipt):
            return frozenset()
        case = Case(job.arrival, self._stores, self._configuration, self._now, self._memory)
        return Neighbours(case).settle(job.receipt) | self._concerned(job.receipt)

    def _concerned(self, receipt: Receipt) -> frozenset[str]:
        """Whom a receipt that was there already concerns."""
        if any(item.item.startswith("grant ") for item in receipt.items):
            return frozenset({SITE, *self._configuration.channels})
        ids = [item.article_id for item in receipt.items if item.article_id]
        records = self._stores.articles.records(ids).values() if ids else ()
        return frozenset({SITE}).union(*(channels_of(record) for record in records))


def _looks_under(job: Job) -> Iterator[str]:
    for outcome in job.outcomes:
        if outcome.record and job.content:
            yield from job.content.neighbours.looks_under(outcome.record)


def _after(job: Job, shelves: Shelves) -> frozenset[str]:
    """What has to come after everything of *job* was stored; answers whom to tell of it."""
    if job.content is None:
        return frozenset()
    neighbours = job.content.neighbours
    told = [neighbours.meet(one.record, shelves) for one in job.outcomes if one.record]
    reading = job.content.reading
    if job.receipt and any(item.feed for item in (*reading.items, *reading.listed)):
        told.append(neighbours.withdraw_missing(job.receipt))
    return frozenset().union(*told)
