"""
A crash at every single point: between any two calls of what an upload brings about (invariants 2
and 4).

The chaos model crashes at random; here the same story is lived once for each call that ingest and
turns make for one upload, with the process dying just there. What died is delivered again, as the
queues do, and everything ends as if nothing had happened. ``REPRISE_CRASHES=all`` crashes at every
call of every story; the suite takes some of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from reprise.model.ledger import Change
from reprise.model.messages import Turn, Upload
from reprise.pipeline.announce import announce
from reprise.pipeline.ingest import ingest_all
from reprise.pipeline.rebuild import every_record
from reprise.pipeline.turns import take_turn
from reprise.stores.watched import Call
from tests.archives import zipped
from tests.flows.test_any_order import finished, receipts, unfinished
from tests.flows.workers import Crashed
from tests.newsroom import CONFIGURATION, EVERYTHING, Newsroom, story

STEP = 1 if os.environ.get("REPRISE_CRASHES") == "all" else 9
LONG = " ".join(f"harbour tells {n * n} and {n} more" for n in range(20))
STORY = story("ferry", body_html=f"<p>{LONG}.</p>")
GRANT = {"id": "g", "permission": {"basis": "permission", "uses": EVERYTHING}}


def says(action: str, **more: Any) -> dict[str, Any]:
    return {"format": "reprise/1", "action": action, **more}


def complete(**sections: str) -> bytes:
    """A feed that holds everything its partner shows, by name, each in a section."""
    items = (
        f'<item><guid isPermaLink="false">{name}</guid><title>The {name}</title>'
        f"<category>{section}</category>"
        f"<description>What {name} is about, and more.</description></item>"
        for name, section in sections.items()
    )
    return (
        '<rss version="2.0" xmlns:fh="http://purl.org/syndication/history/1.0"><channel>'
        "<title>Harbour</title><link>https://harbour.example/</link><fh:complete/>"
        f"<description>All.</description>{''.join(items)}</channel></rss>"
    ).encode()


CHANNELS = CONFIGURATION["channels"]
CONFIGURED = CONFIGURATION | {
    "channels": {**CHANNELS, "sea": CHANNELS["sea"] | {"history": False}},
}
"""With histories and without: a history is looked at for reasons of its own."""

Sent = tuple[str, Any]
"""Partner, and what it uploads."""

HARBOUR, MEADOW, SILENT = "harbour", "meadow", "silent"
STORIES: dict[str, list[Sent]] = {
    "a new article": [(HARBOUR, STORY)],
    "a correction in another section": [
        (HARBOUR, STORY),
        (HARBOUR, STORY | {"headline": "Other", "sections": ["Land"], "correction": "A name."}),
    ],
    "a kill": [(HARBOUR, STORY), (HARBOUR, says("kill", id="ferry"))],
    "the shown copy withdrawn": [
        (HARBOUR, STORY),
        (MEADOW, STORY | {"id": "wire"}),
        (HARBOUR, says("withdraw", id="ferry")),
    ],
    "a copy": [(HARBOUR, STORY), (MEADOW, STORY | {"id": "wire"})],
    "a grant": [(SILENT, STORY), (SILENT, says("grant", grant=GRANT))],
    "a revocation": [
        (SILENT, says("grant", grant=GRANT)),
        (SILENT, STORY),
        (SILENT, says("revoke", grant={"id": "g"})),
    ],
    "an item missing from a complete feed": [
        (HARBOUR, complete(tide="Sea", quay="Land")),
        (HARBOUR, complete(quay="Land")),
    ],
    "a bundle": [(HARBOUR, zipped([("one.json", STORY), ("two.json", STORY | {"id": "two"})]))],
}


@dataclass
class Dying:
    """A newsroom in whose stores the call with this number is not made: the process dies there."""

    dies_at: int = 0
    calls: int = 0
    newsroom: Newsroom = field(default_factory=lambda: Newsroom.opened(CONFIGURED))

    def __post_init__(self) -> None:
        self.stores = self.newsroom.memory.stores(self._count)

    def _count(self, call: Call) -> None:
        if call.phase == "before":
            self.calls += 1
            if self.calls == self.dies_at:
                raise Crashed(call.name)

    def lives(self, sent: list[Sent]) -> Dying:
        """All but the last upload come in peace; that one, and its turns, on stores that die."""
        room, (*before, (partner, data)) = self.newsroom, sent
        for earlier, item in before:
            room.receives(item, partner=earlier)
            room.memory.clock.advance(minutes=5)
        room.memory.hub.told.clear()
        taken = len(room.memory.inbox.arrived)
        room.put(data, partner=partner)
        while arrived := room.memory.inbox.arrived[taken:]:
            taken += len(arrived)
            self._ingests(arrived)
        self._takes_turns()
        return self

    def _ingests(self, arrived: Sequence[Upload]) -> None:
        """Together; what died comes again minutes later, each by itself."""
        try:
            self._ingest(arrived)
        except Crashed:
            self.newsroom.memory.clock.advance(minutes=4)
            for upload in arrived:
                self._ingest([upload])

    def _ingest(self, uploads: Sequence[Upload]) -> None:
        room = self.newsroom
        done = ingest_all(
            uploads, stores=self.stores, configuration=room.configuration, now=room.now
        )
        channels = frozenset[str]().union(*(one.channels for one in done))
        announce(channels, stores=self.stores, now=room.now)

    def _takes_turns(self) -> None:
        turns = self.newsroom.memory.turns
        while deliveries := turns.receive(limit=1):
            try:
                self._turn(deliveries[0].turn)
            except Crashed:
                self.newsroom.memory.clock.advance(minutes=4)
            else:
                turns.done(deliveries[0])

    def _turn(self, turn: Turn) -> None:
        room = self.newsroom
        take_turn(
            turn,
            stores=self.stores,
            configuration=room.configuration,
            now=room.now,
            pages=room.pages,
        )


@dataclass(frozen=True)
class End:
    """Everything that must be the same, whatever happened; at once, and days later."""

    now: dict[str, bytes]
    later: dict[str, bytes]
    receipts: dict[str, int]
    unfinished: list[str]
    dead: list[Turn]
    last_words: dict[tuple[str, str], Change]

    @staticmethod
    def of(room: Newsroom) -> End:
        return End(
            now=room.everything(),
            later=finished(room),
            receipts=receipts(room),
            unfinished=unfinished(room),
            dead=room.memory.turns.dead,
            last_words=last_words(room),
        )


def last_words(room: Newsroom) -> dict[tuple[str, str], Change]:
    """What the ledger said last of each article in each place."""
    return {
        (record.article_id, entry.channel): entry.change
        for record in every_record(room.stores, room.configuration)
        for entry in room.stores.ledger.of(record.article_id)
        if entry.change is not Change.RULED
    }


def told(room: Newsroom) -> set[str]:
    """Topics that the hub was told of, and paths that the CDN had to forget."""
    topics = {topic for _, topic in room.memory.hub.told}
    return topics.union(*(paths for _, paths in room.memory.edge.forgotten))


@pytest.mark.parametrize(("number", "name"), list(enumerate(STORIES)), ids=[*STORIES])
def test_a_crash_between_any_two_calls_changes_nothing(number, name):
    """
    Every byte, receipt and last word is that of the calm run, and whoever was told there is told.
    """
    calm = Dying().lives(STORIES[name])
    heard, expected = told(calm.newsroom), End.of(calm.newsroom)
    assert expected.unfinished == [] == expected.dead
    for dies_at in range(1 + number % STEP, calm.calls + 1, STEP):
        wild = Dying(dies_at).lives(STORIES[name])
        assert wild.calls > dies_at, "nobody died"
        assert told(wild.newsroom) >= heard, dies_at
        assert End.of(wild.newsroom) == expected, dies_at
