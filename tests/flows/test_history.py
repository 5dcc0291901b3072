"""
The full history of a channel as archived feeds (RFC 5005, rows B77, FH-01 … FH-06).

A new aggregator walks from the live feed through the volumes, as the RFC tells it to; what it
finds is held against what may be shown.
"""

from __future__ import annotations

import copy
import json
import random
from datetime import timedelta
from typing import Any

import feedparser
import pytest

from reprise.pipeline.takedown import takedown
from reprise.pipeline.uploads import catalogue_ticket
from tests.flows.test_any_order import Chaos
from tests.newsroom import CONFIGURATION, EVERYTHING, START, Newsroom, story

ENTRIES, FILLED = 5, 14
BASE = "https://bulletin.example/"


def newsroom_with(**channel: Any) -> Newsroom:
    """One channel of five entries, with its history."""
    front = {"title": "Front", "entries": ENTRIES, "formats": ["atom", "rss"], **channel}
    return Newsroom.opened({**CONFIGURATION, "channels": {"front": front}})


def name(number: int) -> str:
    return f"tide-{number:03}"


def publish(newsroom: Newsroom, count: int, start: int = 0, **changes: Any) -> None:
    """So many articles, a minute apart, and then the turns."""
    for number in range(start, start + count):
        newsroom.memory.clock.advance(minutes=1)
        newsroom.ingests(newsroom.put(story(name(number), **changes)))
    newsroom.settles()


def walk(newsroom: Newsroom, kind: str = "atom") -> list[Any]:
    """The live feed and every volume, as feedparser reads them, newest first."""
    feeds, address = [], f"{BASE}channels/front/feed.{kind}"
    while address:
        body = newsroom.read(address.removeprefix(BASE))
        assert body is not None, f"{address} is linked and not there"
        parsed = feedparser.parse(body)
        assert not parsed.bozo, parsed.get("bozo_exception")
        feeds.append(parsed)
        address = link(parsed, "prev-archive")
    return feeds


def link(parsed: Any, relation: str) -> str:
    return next((one.href for one in parsed.feed.get("links", ()) if one.rel == relation), "")


def titles(feeds: list[Any]) -> list[str]:
    """Everything an aggregator has seen, each entry once, oldest first."""
    return sorted({entry.title for feed in feeds for entry in feed.entries})


def title(number: int) -> str:
    return f"The {name(number)} runs again"


def places(newsroom: Newsroom, kind: str = "atom") -> list[str]:
    """Keys of the volumes in one format, oldest first."""
    older = walk(newsroom, kind)[1:]
    return [link(parsed, "self").removeprefix(BASE) for parsed in reversed(older)]


def volume(newsroom: Newsroom, number: int) -> str:
    """The first, second … volume."""
    return newsroom.text(places(newsroom)[number - 1])


def volumes(newsroom: Newsroom) -> list[str]:
    """Keys of every document of the history."""
    return list(newsroom.stores.site.keys("channels/front/archive/"))


@pytest.fixture(scope="module")
def filled() -> Newsroom:
    """Fourteen articles: volumes of two, and the live feed."""
    newsroom = newsroom_with()
    publish(newsroom, FILLED)
    return newsroom


@pytest.fixture
def newsroom(filled) -> Newsroom:
    """A copy of it, to do things to."""
    return copy.deepcopy(filled, {id(filled.pages): filled.pages})


def test_every_entry_can_be_reached_at_any_moment():
    """FH-01, B77, C14: after each upload the live feed and the volumes hold all there is."""
    newsroom = newsroom_with()
    for number in range(12):
        publish(newsroom, 1, number)
        assert titles(walk(newsroom)) == [title(n) for n in range(number + 1)]


def test_a_burst_loses_nothing():
    """Eighteen articles between two turns: the volumes catch up before anybody is asked again."""
    newsroom = newsroom_with()
    publish(newsroom, 18)
    for kind in ("atom", "rss"):
        assert titles(walk(newsroom, kind)) == [title(n) for n in range(18)]


@pytest.mark.parametrize("entries", [1, 2, 3])
def test_the_shortest_feeds_have_a_history_too(entries):
    """FH-01: a live feed of one entry, and every other in a volume."""
    newsroom = newsroom_with(entries=entries, formats=["json"])
    publish(newsroom, 6)
    found, address = set(), f"{BASE}channels/front/feed.json"
    while address:
        page = json.loads(newsroom.text(address.removeprefix(BASE)))
        found |= {item["title"] for item in page["items"]}
        address = page.get("next_url")
    assert found == {title(n) for n in range(6)}


def test_a_volume_is_never_longer_than_one_turn_can_make(monkeypatch):
    """Invariant 9: also where the live feed holds thousands."""
    monkeypatch.setattr("reprise.pipeline.channel.history.LONGEST", 3)
    newsroom = newsroom_with(entries=15)
    publish(newsroom, 25)
    _, *older = walk(newsroom)
    assert {len(parsed.entries) for parsed in older} == {3}
    assert titles(walk(newsroom)) == [title(n) for n in range(25)]


def test_the_chain_is_linked_both_ways(newsroom):
    """FH-02: current, prev-archive, next-archive and the mark; nothing of it in entries."""
    _, *older = walk(newsroom)
    assert len(older) > 2
    following = ""
    for parsed in older:
        assert link(parsed, "current") == f"{BASE}channels/front/feed.atom"
        assert link(parsed, "next-archive") == following
        following = link(parsed, "self")
        assert "<fh:archive/>" in newsroom.text(following.removeprefix(BASE))


def test_a_closed_volume_does_not_change_when_others_follow(newsroom):
    """FH-03: its bytes are the same, and it is not even written again."""
    before, (key, *_) = volume(newsroom, 1), places(newsroom)
    etag = newsroom.stores.site.etag(key)
    publish(newsroom, 7, start=FILLED)
    assert volume(newsroom, 1) == before
    assert newsroom.stores.site.etag(key) == etag


def test_an_idle_rebuild_writes_no_volume(newsroom):
    """X-12: same state, same bytes, no put."""
    newsroom.memory.clock.advance(minutes=7)
    assert [report.written for report in newsroom.rebuilds()] == [(), ()]


def test_what_is_withdrawn_leaves_its_volume_at_once(newsroom):
    """Invariant 6: gone from every document, told to the live feed's readers and to the CDN."""
    (guid,) = [e.id for f in walk(newsroom) for e in f.entries if e.title == title(1)][:1]
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": name(1)})
    newsroom.settles()
    oldest = places(newsroom)[0]

    assert titles(walk(newsroom)) == [title(n) for n in range(FILLED) if n != 1]
    assert not any(title(1).encode() in body for body in newsroom.everything().values())
    assert f'ref="{guid}"' in newsroom.text("channels/front/feed.atom")
    forgotten = [path for _, paths in newsroom.memory.edge.forgotten for path in paths]
    assert f"/{oldest}" in forgotten


def test_a_takedown_is_followed_through_the_volumes(newsroom):
    """B46: the volume is a place like any other, with the moment it let the article go."""
    article = next(
        r for r in newsroom.stores.articles.records_of("harbour") if r.identity == name(1)
    ).article_id
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives({"format": "reprise/1", "action": "kill", "id": name(1)})
    way = takedown(article, stores=newsroom.stores, now=newsroom.now)
    assert way is not None
    assert way.done
    oldest = places(newsroom)[0].rpartition("/")[2].removesuffix(".atom")
    assert f"front/{oldest}" in [step.channel for step in way.steps]


def test_what_expires_leaves_its_volume_on_time():
    """B31: by the clock alone, long after it left the live feed."""
    newsroom = newsroom_with()
    ends = START + timedelta(days=3)
    publish(newsroom, 1, permission={"expires_at": ends.isoformat()})
    publish(newsroom, 9, start=1)
    assert title(0) in volume(newsroom, 1)

    newsroom.waits_until(ends - timedelta(minutes=1))
    assert title(0) in volume(newsroom, 1)
    newsroom.waits_until(ends)
    assert titles(walk(newsroom)) == [title(n) for n in range(1, 10)]


def test_what_may_not_be_archived_is_in_the_live_feed_only():
    """The right to keep it in archives is a right of its own, never implied."""
    newsroom = newsroom_with()
    live_only = {"uses": {"archive": {"allowed": False}}}
    publish(newsroom, 2, permission=live_only)
    publish(newsroom, 2, start=2)
    assert titles(walk(newsroom)) == [title(n) for n in range(4)]
    publish(newsroom, 10, start=4)
    assert titles(walk(newsroom)) == [title(n) for n in range(2, 14)]


def test_nothing_tells_of_articles_that_may_not_be_archived(monkeypatch):
    """Invariant 1: not even an empty volume; and many of them don't stop what follows."""
    monkeypatch.setattr("reprise.pipeline.channel.history.SLACK", 2)
    newsroom = newsroom_with()
    publish(newsroom, 30, permission={"uses": {"archive": {"allowed": False}}})
    assert not volumes(newsroom)
    publish(newsroom, 10, start=30)
    assert titles(walk(newsroom)) == [title(n) for n in range(30, 40)]


def agreed(newsroom: Newsroom, **changes: Any) -> None:
    """The operator changes the configuration; the clock notices."""
    config = newsroom.configuration.model_dump()
    for path, value in changes.items():
        *places, last = path.split("__")
        target = config
        for place in places:
            target = target[place]
        target[last] = value
    newsroom.configuration = type(newsroom.configuration).model_validate(config)
    newsroom.waits(minutes=1)


def test_an_agreement_that_ends_empties_the_volumes(newsroom):
    """Invariant 1: a changed configuration reaches every volume, however old."""
    uses = {**EVERYTHING, "archive": {"allowed": False}}
    agreed(newsroom, partners__harbour__agreement__uses=uses)
    feeds = walk(newsroom)
    assert titles(feeds) == [title(n) for n in range(FILLED - ENTRIES, FILLED)]
    assert not any(feed.entries for feed in feeds[1:])


def test_a_changed_agreement_reaches_more_volumes_than_one_turn_looks_at(newsroom, monkeypatch):
    """The turns follow each other by themselves until all have been looked at."""
    monkeypatch.setattr("reprise.pipeline.channel.history.VOLUMES_AT_ONCE", 2)
    assert len(places(newsroom)) > 4
    uses = {**EVERYTHING, "archive": {"allowed": False}}
    agreed(newsroom, partners__harbour__agreement__uses=uses)
    assert not any(feed.entries for feed in walk(newsroom)[1:])


def test_a_closed_partner_is_in_no_volume(newsroom):
    """Nothing of it is shown any more, in whichever document."""
    agreed(newsroom, partners__harbour__closed=True)
    assert titles(walk(newsroom)) == []


def test_history_switched_off_takes_the_volumes_away_and_on_again_brings_them_back(newsroom):
    """The same volumes under the same addresses."""
    before = titles(walk(newsroom))
    agreed(newsroom, channels__front__history=False)
    assert not volumes(newsroom)
    agreed(newsroom, channels__front__history=True)
    assert titles(walk(newsroom)) == before


@pytest.mark.parametrize("ends", [False, True], ids=["moved", "moved-and-killed"])
def test_an_article_that_moves_to_another_channel_leaves_its_volume(ends):
    """Each article of a volume, one after the other: that it moved is a cause on record."""
    newsroom = newsroom_with(select={"sections": ["Sea"]})
    publish(newsroom, FILLED)
    number = len(titles(walk(newsroom)[1:2]))
    for moved in range(number):
        newsroom.memory.clock.advance(minutes=1)
        newsroom.receives(story(name(moved), sections=["Land"]))
        if ends:
            newsroom.memory.clock.advance(minutes=1)
            newsroom.receives({"format": "reprise/1", "action": "kill", "id": name(moved)})
    assert titles(walk(newsroom)) == [title(number) for number in range(number, FILLED)]


def test_a_revoked_grant_takes_its_articles_out_of_the_volumes():
    """Rulings are made again for every article the grant carried."""
    newsroom = newsroom_with()
    grant = {"id": "g", "permission": {"basis": "permission", "uses": EVERYTHING}}
    newsroom.receives({"format": "reprise/1", "action": "grant", "grant": grant}, partner="silent")
    newsroom.receives(story(name(0)), partner="silent")
    publish(newsroom, 9, start=1)
    assert title(0) in volume(newsroom, 1)
    newsroom.receives(
        {"format": "reprise/1", "action": "revoke", "grant": {"id": "g"}}, partner="silent"
    )
    assert titles(walk(newsroom)) == [title(n) for n in range(1, 10)]


def test_a_correction_of_an_archived_article_comes_back_to_the_live_feed(newsroom):
    """FH-03: readers that have fetched the volume hear of it, for a month; then it is enough."""
    newsroom.memory.clock.advance(days=2)
    told = "<p>It does not carry cars at all, as we had said; it carries bicycles, and people.</p>"
    newsroom.receives(
        story(name(1), headline="The ferry carries no cars", body_html=told, correction="Cars.")
    )
    live, *older = walk(newsroom)
    assert [entry.title for entry in live.entries][-1] == "The ferry carries no cars"
    assert len(live.entries) == ENTRIES
    assert title(1) not in titles(older)
    assert "The ferry carries no cars" in titles(older)
    newsroom.waits(days=31)
    live, *older = walk(newsroom)
    assert "The ferry carries no cars" not in [entry.title for entry in live.entries]
    assert "The ferry carries no cars" in titles(older)


def test_an_upload_read_late_takes_its_place_in_the_volume(newsroom):
    """Invariant 2: from the dead-letter queue after a day, into the past where it belongs."""
    newsroom = newsroom_with()
    publish(newsroom, 2)
    late = newsroom.put(story("late", headline="Found at last"))
    publish(newsroom, 9, start=2)
    assert "Found at last" not in titles(walk(newsroom))
    newsroom.ingests(late)
    newsroom.settles()
    assert "Found at last" in titles(walk(newsroom)[1:])


def test_a_volume_of_an_excerpt_channel_holds_excerpts():
    """B28: as much as the channel may pass on, and no more."""
    newsroom = newsroom_with(text="excerpt")
    body = "<p>" + "A long walk along the shore. " * 60 + "Zzyzx at the end.</p>"
    publish(newsroom, 8, body_html=body)
    assert "A long walk" in volume(newsroom, 1)
    assert "Zzyzx" not in volume(newsroom, 1)


def test_destination_that_follows_no_archives_gets_none():
    """A profile decides: MSN reads twenty entries of one document."""
    newsroom = newsroom_with(profile="msn", formats=["rss"])
    publish(newsroom, 8, headline="The ferry runs again, as it did in the spring")
    assert not volumes(newsroom)


@pytest.mark.parametrize("seed", [0, 1, 217])
def test_crashes_duplicates_and_swaps_lose_nothing_and_show_nothing_taken_back(seed):
    """Invariants 4 and 6, for a history: interleaved workers, crashed between any two calls."""
    newsroom = newsroom_with(entries=4, formats=["atom"])
    newsroom.memory.turns.max_receives = 10_000
    chance = random.Random(seed)  # noqa: S311 - repeatable by its seed
    events = []
    for number in range(12):
        newsroom.memory.clock.advance(minutes=1)
        events.append(newsroom.put(story(name(number))))
    newsroom.memory.clock.advance(minutes=1)
    withdrawal = {"format": "reprise/1", "action": "withdraw"}
    events += [newsroom.put({**withdrawal, "id": name(number)}) for number in (1, 5, 11)]
    events += chance.choices(events, k=3)
    chance.shuffle(events)
    Chaos(newsroom, chance, events).run(crashes=0.02)
    for _ in range(4):
        newsroom.waits(minutes=5)

    assert titles(walk(newsroom)) == [title(n) for n in range(12) if n not in {1, 5, 11}]
    for feed in walk(newsroom)[1:]:
        assert link(feed, "current")


def test_a_back_catalogue_divides_the_oldest_volume(monkeypatch):
    """Invariant 9: old stories by the hundred come into a history that is there already."""
    monkeypatch.setattr("reprise.pipeline.channel.history.LONGEST", 3)
    newsroom = newsroom_with(formats=["atom"])
    publish(newsroom, 9, start=100)
    for number in range(30):
        newsroom.memory.clock.advance(seconds=1)
        old = START - timedelta(days=90 - number)
        ticket = catalogue_ticket(old, f"{number:04x}")
        item = story(name(number), published_at=old.isoformat())
        newsroom.ingests(newsroom.put(item, ticket=ticket))
    newsroom.settles()

    older = walk(newsroom)[1:]
    assert titles(walk(newsroom)) == [title(n) for n in (*range(30), *range(100, 109))]
    assert max(len(parsed.entries) for parsed in older) <= 6
    in_order = [entry.published for parsed in older for entry in parsed.entries]
    assert in_order == sorted(in_order, reverse=True)
    assert [link(one, "next-archive") for one in older[1:]] == [link(o, "self") for o in older[:-1]]


def test_old_stories_of_one_instant_lie_in_one_volume(monkeypatch):
    """A volume ends between instants: undated stories of a catalogue all bear the same."""
    monkeypatch.setattr("reprise.pipeline.channel.history.LONGEST", 3)
    newsroom = newsroom_with(formats=["atom"])
    publish(newsroom, 9, start=100)
    for number in range(10):
        newsroom.memory.clock.advance(seconds=1)
        ticket = catalogue_ticket(START - timedelta(days=30), f"{number:04x}")
        newsroom.ingests(newsroom.put(story(name(number)), ticket=ticket))
    newsroom.settles()

    assert titles(walk(newsroom)) == [title(n) for n in (*range(10), *range(100, 109))]
    assert 10 in [len(parsed.entries) for parsed in walk(newsroom)]
