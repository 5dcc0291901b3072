"""
An article in so many channels that its rows need more than one transaction on AWS: a crash between
two of them leaves nothing behind (invariants 2, 4 and 6).
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.flows.workers import Crashed
from tests.newsroom import CONFIGURATION, Newsroom, story
from tests.stores import conftest

MANY = 60
CHANNELS = {f"c{number:02}": {"title": f"Number {number}"} for number in range(MANY)}

aws, names, one_by_one, services = (
    conftest.aws,
    conftest.names,
    conftest.one_by_one,
    conftest.services,
)
"""The fixtures of the tests of the stores."""


@pytest.fixture
def newsroom(aws):
    room = Newsroom.opened({**CONFIGURATION, "channels": CHANNELS})
    room.stores = replace(room.stores, articles=aws.articles)
    return room


def die(*_):
    raise Crashed


def rows(newsroom):
    return [
        row
        for name in CHANNELS
        for row in newsroom.stores.articles.members_until(name, newsroom.now, limit=5)
    ]


def complete(*items: str) -> bytes:
    """A feed that holds everything its partner shows."""
    told = "".join(
        f'<item><guid isPermaLink="false">{name}</guid><title>The {name}</title>'
        f"<description>About {name}.</description></item>"
        for name in items
    )
    return (
        '<rss version="2.0" xmlns:fh="http://purl.org/syndication/history/1.0"><channel>'
        "<title>H</title><link>https://harbour.example/</link><description>All.</description>"
        f"<fh:complete/>{told}</channel></rss>"
    ).encode()


WAYS = {
    "kill": (story("ferry"), {"format": "reprise/1", "action": "kill", "id": "ferry"}),
    "missing": (complete("ferry", "tide"), complete("tide")),
}


@pytest.mark.parametrize(("first", "ends"), WAYS.values(), ids=WAYS)
def test_a_takedown_that_died_half_way_is_completed_when_it_comes_again(
    newsroom, monkeypatch, first, ends
):
    """Member rows that followed the transaction are written by the redelivery, too."""
    newsroom.ingests(newsroom.put(first, name="first"))
    newsroom.memory.clock.advance(minutes=1)
    upload = newsroom.put(ends, name="ends")
    shown = sum(row.live for row in rows(newsroom))
    with monkeypatch.context() as patched:
        patched.setattr(newsroom.stores.articles, "_follow", die)
        with pytest.raises(Crashed):
            newsroom.ingests(upload)
    newsroom.ingests(upload)

    assert sum(row.live for row in rows(newsroom)) == shown - MANY
    assert {*CHANNELS} <= {turn.channel for turn in newsroom.memory.turns.sent[-MANY - 1 :]}
