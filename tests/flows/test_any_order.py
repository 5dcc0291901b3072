"""
Invariants 2 and 4, tried to break: any order, any number of times, any crash, any concurrency.

Random uploads are delivered late, twice and swapped to workers that are interleaved store call by
store call and crash between any two; when the queues are empty, every public byte and every
receipt is compared with the same uploads handled one by one in order.
"""

from __future__ import annotations

import copy
import os
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reprise.errors import TransientError
from reprise.model.messages import Upload
from reprise.pipeline.announce import announce
from reprise.pipeline.clock import wake
from reprise.pipeline.ingest import ingest_all
from reprise.pipeline.rebuild import every_record
from reprise.pipeline.takedown import takedown
from reprise.pipeline.turns import take_turn
from tests.flows.workers import Crashed, Worker, pausing
from tests.newsroom import CONFIGURATION, EVERYTHING, START, Newsroom, story

EXAMPLES = int(os.environ.get("REPRISE_CHAOS", "10"))
END = START + timedelta(days=3)
BATCHES = (1, 1, 2, 3)
"""How many uploads come together."""
NAMES = ("ferry", "bridge")
PARTNERS = ("harbour", "harbour", "meadow", "silent")
WORDS = {
    text: " ".join(f"{text}{n} harbour tells {n * n} more" for n in range(20))
    for text in ("first", "second", "third")
}
"""Texts long enough to be known as copies of each other, whoever sends them."""

moments = st.integers(0, 40).map(lambda n: (START + timedelta(minutes=n)).isoformat())
hours = [(START + timedelta(hours=n)).isoformat() for n in (1, 2, 4, 30)]


def permission(
    embargo: str | None, expires: str | None, onward: bool, quota: dict[str, Any] | None
) -> dict[str, Any] | None:
    """What a version states: perhaps nothing."""
    stated: dict[str, Any] = {"embargoed_until": embargo, "expires_at": expires, "quota": quota}
    if not onward:
        stated["uses"] = {"syndicate_full": {"allowed": False}}
    return {key: value for key, value in stated.items() if value} or None


versions = st.builds(
    lambda partner, name, text, number, stated, published, section, source, status, terms: (
        partner,
        story(
            name,
            headline=f"{name} {text}",
            body_html=f"<p>{WORDS[text]}.</p>",
            version=number,
            updated_at=stated,
            published_at=published,
            sections=[section],
            source={"name": source},
            pub_status=status,
            permission=terms,
        ),
    ),
    st.sampled_from(PARTNERS),
    st.sampled_from(NAMES),
    st.sampled_from(["first", "second", "third"]),
    st.none() | st.integers(1, 3),
    st.none() | moments,
    st.none() | moments,
    st.sampled_from(["Sea", "Land"]),
    st.sampled_from(["Silent Review", "Gull Gazette"]),
    st.sampled_from([None, None, None, "withheld"]),
    st.builds(
        permission,
        st.none() | st.sampled_from(hours[:2]),
        st.none() | st.sampled_from(hours),
        st.booleans(),
        st.sampled_from([None, None, None, {"count": 1, "period": "day"}]),
    ),
)
take_backs = st.builds(
    lambda partner, name, action, stated: (
        partner,
        {
            "format": "reprise/1",
            "action": action,
            "id": name,
            **({"updated_at": stated} if stated else {}),
        },
    ),
    st.sampled_from(PARTNERS),
    st.sampled_from(NAMES),
    st.sampled_from(["withdraw", "withdraw", "kill"]),
    st.none() | moments,
)
grants = st.builds(
    lambda action, name, sources: (
        "silent",
        {
            "format": "reprise/1",
            "action": action,
            "grant": {"id": name}
            if action == "revoke"
            else {
                "id": name,
                "sources": sources,
                "permission": {"basis": "permission", "uses": EVERYTHING},
            },
        },
    ),
    st.sampled_from(["grant", "grant", "revoke"]),
    st.sampled_from(["one", "two"]),
    st.sampled_from([None, ["Silent Review"], ["Gull Gazette"]]),
)
uploads = st.lists(
    st.one_of(versions, versions, versions, take_backs, grants), min_size=1, max_size=9
)


@dataclass
class Chaos:
    """A newsroom whose workers are interleaved, crashed and fed out of order."""

    newsroom: Newsroom
    chance: random.Random
    events: list[Upload]
    workers: list[tuple[Worker, object]] = field(default_factory=list)
    crashes_left: int = 20
    """A turn makes a hundred calls: if one in ten crashed for ever, none would come to its end."""

    def __post_init__(self) -> None:
        self.stores = self.newsroom.memory.stores(pausing)

    def run(self, crashes: float) -> None:
        """Go on until nothing waits and nobody works."""
        while self.events or self.workers or self.newsroom.memory.turns.waiting():
            self._act(crashes)

    def _act(self, crashes: float) -> None:
        if len(self.workers) < 3 and self.chance.random() < 0.5:
            self._hire()
        if self.workers:
            self._step(crashes)
        elif self.chance.random() < 0.5:
            # Past the visibility timeout, so what a crashed worker held comes again; sometimes the
            # clock was down for hours.
            was_down = self.newsroom.now < END - timedelta(days=2) and self.chance.random() < 0.2
            self.newsroom.memory.clock.advance(minutes=400 if was_down else 4)
            wake(
                stores=self.newsroom.stores,
                configuration=self.newsroom.configuration,
                now=self.newsroom.now,
            )

    def _hire(self) -> None:
        if self.events and self.chance.random() < 0.6:
            batch = [self._any_event() for _ in range(self.chance.choice(BATCHES)) if self.events]
            self.workers.append((Worker("ingest", lambda: self._ingest(batch)), batch))
            return
        for delivery in self.newsroom.memory.turns.receive(limit=1):
            self.workers.append((Worker("publish", lambda d=delivery: self._turn(d)), delivery))

    def _any_event(self) -> Upload:
        return self.events.pop(self.chance.randrange(len(self.events)))

    def _ingest(self, batch: list[Upload]) -> None:
        """What is done leaves the batch; the rest comes again."""
        done = ingest_all(
            batch,
            stores=self.stores,
            configuration=self.newsroom.configuration,
            now=self.newsroom.now,
        )
        failed = [one for one in done if isinstance(one, Exception)]
        channels = [one.channels for one in done if not isinstance(one, Exception)]
        announce(frozenset().union(*channels), stores=self.stores, now=self.newsroom.now)
        batch[:] = [e for e, one in zip(batch, done, strict=True) if isinstance(one, Exception)]
        if failed:
            raise failed[0]

    def _turn(self, delivery) -> None:
        take_turn(
            delivery.turn,
            stores=self.stores,
            configuration=self.newsroom.configuration,
            now=self.newsroom.now,
            pages=self.newsroom.pages,
        )

    def _step(self, crashes: float) -> None:
        worker, message = self.chance.choice(self.workers)
        if self.crashes_left and self.chance.random() < crashes:
            self.crashes_left -= 1
            worker.crash()
        else:
            worker.step()
        if worker.done:
            self.workers.remove((worker, message))
            self._settle(worker, message)

    def _settle(self, worker: Worker, message: object) -> None:
        failed = worker.error is not None
        if failed and not isinstance(worker.error, Crashed | TransientError):
            raise worker.error
        if isinstance(message, list):
            self.events += message if failed else []
        elif not failed:
            self.newsroom.memory.turns.done(message)
        elif not isinstance(worker.error, Crashed):
            self.newsroom.memory.turns.back(message)


def finished(newsroom: Newsroom) -> dict[str, bytes]:
    """What is public at the end, without what only says that something is not there."""
    newsroom.memory.clock.now = max(newsroom.now, END - timedelta(minutes=30))
    while newsroom.now < END:
        newsroom.waits(minutes=10)
    return {
        key: body
        for key, body in newsroom.everything().items()
        if not says_nothing(newsroom, key, body)
    }


def says_nothing(newsroom: Newsroom, key: str, body: bytes) -> bool:
    """
    A document that is gone (410), and an emptied list: they depend on what was public in between.
    """
    if newsroom.status(key) == 410:
        return True
    if key.startswith(("sections/", "sources/", "days/")):
        return b"/articles/" not in body
    return key.startswith("sitemap-") and b"<loc>" not in body


def receipts(newsroom: Newsroom) -> dict[str, int]:
    """How many receipts each upload has."""
    partners = newsroom.configuration.partners
    found = [r.upload for name in partners for r in newsroom.stores.articles.receipts(name)]
    return Counter(found)


def unfinished(newsroom: Newsroom) -> list[str]:
    """Articles taken back that the ledger, by which takedowns are followed, thinks are shown."""
    records = every_record(newsroom.stores, newsroom.configuration)
    told = [
        takedown(record.article_id, stores=newsroom.stores, now=newsroom.now) for record in records
    ]
    return [one.article_id for one in told if one and one.status != "usable" and not one.done]


def close_meadow(newsroom: Newsroom) -> None:
    """The operator deploys a file that closes a partner and ends a channel."""
    changed = copy.deepcopy(CONFIGURATION)
    changed["partners"]["meadow"]["closed"] = True
    del changed["channels"]["short"]
    newsroom.configuration = type(newsroom.configuration).model_validate(changed)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(uploads, st.integers(0, 2**32), st.sampled_from([0.0, 0.02, 0.1]), st.booleans())
def test_any_order_and_any_crash_end_in_the_same_state(sent, seed, crashes, closes):
    """Chaos and order give the same bytes, and exactly one receipt for every upload."""
    chance = random.Random(seed)  # noqa: S311 - a test run, repeatable by its seed
    calm, wild = Newsroom.opened(), Newsroom.opened()
    events = []
    for partner, item in sent:
        calm.memory.clock.advance(seconds=37)
        wild.memory.clock.advance(seconds=37)
        calm.receives(item, partner=partner)
        events.append(wild.put(item, partner=partner))
    repeated = [*events, *chance.choices(events, k=len(events) // 2)]
    chance.shuffle(repeated)
    wild.memory.turns.max_receives = 10_000
    half = len(repeated) // 2
    Chaos(wild, chance, repeated[:half]).run(crashes)
    if closes:
        close_meadow(calm)
        close_meadow(wild)
    Chaos(wild, chance, repeated[half:]).run(crashes)
    wild.settles()
    assert finished(wild) == finished(calm)
    assert receipts(wild) == dict.fromkeys((receipt for receipt in receipts(calm)), 1)
    assert len(receipts(wild)) == len(sent)
    assert not wild.memory.turns.dead
    assert unfinished(wild) == unfinished(calm) == []
