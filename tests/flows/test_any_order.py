"""
Invariants 2 and 4, tried to break: any order, any number of times, any crash, any concurrency.

Random uploads are delivered late, twice and swapped to workers that are interleaved store call by
store call and crash between any two; when the queues are empty, every public byte and every
receipt is compared with the same uploads handled one by one in order.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reprise.errors import TransientError
from reprise.model.messages import Upload
from reprise.pipeline.announce import announce
from reprise.pipeline.clock import wake
from reprise.pipeline.ingest import ingest
from reprise.pipeline.turns import take_turn
from tests.flows.workers import Crashed, Worker, pausing
from tests.newsroom import START, Newsroom, story

END = START + timedelta(days=3)
NAMES = ("ferry", "bridge", "harbour")

moments = st.integers(0, 40).map(lambda n: (START + timedelta(minutes=n)).isoformat())
versions = st.builds(
    lambda name, text, number, stated, embargo, expires, section: story(
        name,
        headline=f"{name} {text}",
        body_html=f"<p>{f'The {text} version of {name} has words. ' * 9}</p>",
        version=number,
        updated_at=stated,
        sections=[section],
        permission={
            key: value
            for key, value in {"embargoed_until": embargo, "expires_at": expires}.items()
            if value
        }
        or None,
    ),
    st.sampled_from(NAMES),
    st.sampled_from(["first", "second", "third"]),
    st.none() | st.integers(1, 3),
    st.none() | moments,
    st.none() | st.sampled_from([(START + timedelta(hours=n)).isoformat() for n in (1, 2)]),
    st.none() | st.sampled_from([(START + timedelta(hours=n)).isoformat() for n in (4, 30)]),
    st.sampled_from(["Sea", "Land"]),
)
take_backs = st.builds(
    lambda name, action, stated: {
        "format": "reprise/1",
        "action": action,
        "id": name,
        **({"updated_at": stated} if stated else {}),
    },
    st.sampled_from(NAMES),
    st.sampled_from(["withdraw", "withdraw", "kill"]),
    st.none() | moments,
)
uploads = st.lists(st.one_of(versions, versions, take_backs), min_size=1, max_size=7)


@dataclass
class Chaos:
    """A newsroom whose workers are interleaved, crashed and fed out of order."""

    newsroom: Newsroom
    chance: random.Random
    events: list[Upload]
    workers: list[tuple[Worker, object]] = field(default_factory=list)

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
            # Past the visibility timeout, so what a crashed worker held comes again.
            self.newsroom.memory.clock.advance(minutes=self.chance.choice([1, 4]))
            wake(
                stores=self.newsroom.stores,
                configuration=self.newsroom.configuration,
                now=self.newsroom.now,
            )

    def _hire(self) -> None:
        if self.events and self.chance.random() < 0.6:
            event = self.events.pop(self.chance.randrange(len(self.events)))
            self.workers.append((Worker("ingest", lambda: self._ingest(event)), event))
            return
        for delivery in self.newsroom.memory.turns.receive(limit=1):
            self.workers.append((Worker("publish", lambda d=delivery: self._turn(d)), delivery))

    def _ingest(self, event: Upload) -> None:
        result = ingest(
            event,
            stores=self.stores,
            configuration=self.newsroom.configuration,
            now=self.newsroom.now,
        )
        announce(result.channels, stores=self.stores, now=self.newsroom.now)

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
        if self.chance.random() < crashes:
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
        if isinstance(message, Upload):
            self.events += [message] if failed else []
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
    """A page that is gone, and an emptied list: they depend on what was public in between."""
    if key.startswith("articles/"):
        return newsroom.page_status(key.removeprefix("articles/").removesuffix(".html")) == 410
    if key.startswith(("sections/", "sources/", "days/")):
        return b"/articles/" not in body
    return key.startswith("sitemap-") and b"<loc>" not in body


def receipts(newsroom: Newsroom) -> set[str]:
    return {receipt.upload for receipt in newsroom.stores.articles.receipts("harbour")}


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(uploads, st.integers(0, 2**32), st.sampled_from([0.0, 0.02, 0.1]))
def test_any_order_and_any_crash_end_in_the_same_state(sent, seed, crashes):
    """Chaos and order give the same bytes, and exactly one receipt for every upload."""
    chance = random.Random(seed)  # noqa: S311 - a test run, repeatable by its seed
    calm, wild = Newsroom.opened(), Newsroom.opened()
    events = []
    for item in sent:
        calm.memory.clock.advance(seconds=37)
        wild.memory.clock.advance(seconds=37)
        calm.receives(item)
        events.append(wild.put(item))
    repeated = [*events, *chance.choices(events, k=len(events) // 2)]
    chance.shuffle(repeated)
    wild.memory.turns.max_receives = 10_000
    Chaos(wild, chance, repeated).run(crashes)
    wild.settles()
    assert finished(wild) == finished(calm)
    assert receipts(wild) == receipts(calm)
    assert len(receipts(wild)) == len(sent)
    assert not wild.memory.turns.dead
