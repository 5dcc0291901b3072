"""The twin and AWS side by side: whatever is done to both, both answer the same."""

import random

import pytest

from reprise.errors import ConflictError
from reprise.stores.memory import memory_stores
from reprise.stores.ports import Commit, Sketch
from tests.stores.rows import NOON, after, agenda, grant, member, receipt, record

ARTICLES = ("a1", "a2", "a3")
CHANNELS = ("world", "world-2", "site")
PARTNERS = ("riverside", "riverside-post")


class Chance:
    """Random calls on stores, from a narrow choice so that they meet each other's rows."""

    def __init__(self, seed):
        self._random = random.Random(seed)  # noqa: S311 - no secret

    def some(self, choices, most=3):
        return self._random.sample(list(choices), self._random.randint(0, min(most, len(choices))))

    def one(self, choices):
        return self._random.choice(list(choices))

    def instant(self):
        return after(minutes=self._random.randint(-3, 3), microseconds=self._random.randint(0, 1))

    def rev(self):
        return self._random.randint(1, 6)

    def commit(self, stored_revs):
        """Mostly the next revision, as a writer who has read the record; sometimes another."""
        article = self.one(ARTICLES)
        rev = stored_revs.get(article, 0) + 1 if self._random.random() < 0.6 else self.rev()
        own = record(article, rev) if self._random.random() < 0.7 else None
        # Rows of an article go with its record, at its revision: so says the port.
        members = tuple(
            member(article, own.rev if own else self.rev(), channel=name, release_at=self.instant())
            for name in self.some(CHANNELS)
        )
        if own is None:
            members = tuple(
                row.model_copy(update={"article_id": f"loose-{row.article_id}"}) for row in members
            )
        return Commit(
            record=own,
            members=members,
            agenda=tuple(self.agenda() for _ in self.some(range(2))),
            grant=self.grant() if self._random.random() < 0.3 else None,
            receipt=self.receipt() if self._random.random() < 0.6 else None,
        )

    def agenda(self):
        return agenda(self.one(ARTICLES), self.instant(), self.one(["t1", "t2"]))

    def grant(self):
        return grant(
            self.one(["g1", "g2"]),
            partner=self.one(PARTNERS),
            stored_at=self.instant(),
            digest=self.one(["d1", "d2"]),
            revoked=self.one([True, False]),
        )

    def receipt(self):
        return receipt(
            self.one([f"u{n}" for n in range(9)]),
            partner=self.one(PARTNERS),
            received_at=self.instant(),
            status=self.one(["accepted", "held"]),
        )

    def call(self, stored_revs):
        """A call as a function of stores, the same for both."""
        calls = {
            "commit": lambda given: lambda s: s.articles.commit(given),
            "commits": lambda given: lambda s: list(s.articles.commit_all(given)),
            "agenda": lambda given: lambda s: s.articles.add_agenda(given),
            "done": lambda given: lambda s: s.articles.remove_agenda(given),
            "sketch": lambda given: lambda s: s.articles.add_sketches(given),
            "mark": lambda given: lambda s: s.board.mark_dirty(given, now=NOON),
            "finish": lambda given: (
                lambda s: s.board.finish(
                    given[0], given[1], next_change_at=given[2], fingerprint=given[3]
                )
            ),
        }
        given = {
            "commit": lambda: self.commit(stored_revs),
            "commits": lambda: [self.commit(stored_revs) for _ in range(3)],
            "agenda": lambda: [self.agenda() for _ in range(3)],
            "done": lambda: [self.agenda() for _ in range(3)],
            "sketch": lambda: [
                Sketch(name, PARTNERS[0], tuple(self.some(["b1", "b2"]))) for name in self.some(ARTICLES)
            ],
            "mark": lambda: self.some(CHANNELS),
            "finish": lambda: (
                self.one(CHANNELS), self.rev(), self.one([None, self.instant()]), self.one("fg"),
            ),
        }  # fmt: skip
        name = self.one(["commit"] * 3 + list(calls))
        return name, calls[name](given[name]())


def outcome(call, stores):
    """What a call answers, or that it lost a race."""
    try:
        return call(stores)
    except ConflictError:
        return ConflictError


def everything(stores):
    """All that can be read, by every way there is to read it."""
    articles, instants = (
        stores.articles,
        [after(minutes=n, microseconds=-n % 2) for n in range(-3, 4)],
    )
    return {
        "records": dict(sorted(articles.records(ARTICLES).items())),
        "owned": {name: list(articles.records_of(name)) for name in PARTNERS},
        "receipts": {name: list(articles.receipts(name, limit=5)) for name in PARTNERS},
        "grants": [list(articles.grants(name)) for name in (None, *PARTNERS)],
        "board": dict(sorted(stores.board.read().items())),
        "sketched": dict(sorted(articles.sketched(["b1", "b2"]).items())),
        "members": [
            (
                list(articles.members_until(channel, at, limit=2)),
                list(articles.members_between(channel, at, after(minutes=1))),
                articles.first_member_after(channel, at),
            )
            for channel in CHANNELS for at in instants
        ],
        "agenda": [
            (list(articles.agenda_until(at, limit=3)), articles.first_agenda_after(at))
            for at in instants
        ],
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_both_answer_the_same_whatever_is_done(aws, seed):
    """
    Random commits that meet, lose races and come out of order; then every kind of read.
    """
    chance, memory = Chance(seed), memory_stores()
    conflicts = 0
    for step in range(60):
        stored = {name: row.rev for name, row in memory.articles.records(ARTICLES).items()}
        name, call = chance.call(stored)
        expected = outcome(call, memory)
        conflicts += expected is ConflictError
        assert outcome(call, aws) == expected, f"step {step}: {name}"

    assert everything(aws) == everything(memory)
    assert conflicts
