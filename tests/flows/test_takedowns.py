"""
Invariant 6 end to end: however an article ends, it leaves every output within one turn, each
destination is told in its own way for as long as slow pollers need, and then it is forgotten
(rows M44, B45, C4; TS-01 to TS-04, MS-05, SN-05).
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from lxml import etree

from reprise.model.receipt import ItemReceipt
from reprise.outputs.dates import rfc3339
from reprise.pipeline.channel.selection import TOMBSTONES_FOR
from tests.newsroom import CONFIGURATION, EVERYTHING, START, Newsroom, story

HEADLINE = "The plover ferry to the outer islands runs again"
END = START + timedelta(hours=2)
GONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
CONFIGURED = CONFIGURATION | {
    "channels": {
        "front": {"title": "Everything", "entries": 20},
        "msn": {"title": "Headlines for MSN", "profile": "msn", "formats": ["rss"]},
        "smart": {"title": "For SmartNews", "profile": "smartnews", "formats": ["rss"]},
        "wire": {"title": "For newsrooms", "profile": "ninjs", "formats": ["ninjs"]},
    }
}
Room = Newsroom


def reconfigured(newsroom: Room, change: Callable[[dict[str, Any]], object]) -> None:
    """The operator deploys another file; the clock notices at its next stroke."""
    changed = copy.deepcopy(CONFIGURED)
    change(changed)
    newsroom.configuration = type(newsroom.configuration).model_validate(changed)
    newsroom.strikes()


def sends(data: dict[str, Any], *, partner: str = "harbour") -> Callable[[Room], object]:
    def end(newsroom: Room) -> None:
        newsroom.waits_until(END)
        newsroom.receives(data, partner=partner)

    return end


def waits(newsroom: Room) -> None:
    newsroom.waits_until(END)


def closes(newsroom: Room) -> None:
    harbour = {"closed_at": END.isoformat()}
    reconfigured(newsroom, lambda file: file["partners"]["harbour"].update(harbour))
    newsroom.waits_until(END)


def command(action: str) -> dict[str, Any]:
    return {"format": "reprise/1", "action": action, "id": "ferry"}


GRANT = {
    "id": "islands",
    "sources": ["Island Review"],
    "permission": {"basis": "permission", "uses": EVERYTHING},
}
WAYS: dict[str, tuple[str, dict[str, Any], Callable[[Room], object]]] = {
    "withdrawal": ("harbour", {}, sends(command("withdraw"))),
    "kill": ("harbour", {}, sends(command("kill"))),
    "canceled": ("harbour", {}, sends(story("ferry", pub_status="canceled"))),
    "withheld": ("harbour", {}, sends(story("ferry", headline=HEADLINE, pub_status="withheld"))),
    "expiry": ("harbour", {"permission": {"expires_at": END.isoformat()}}, waits),
    "revocation": (
        "silent",
        {"source": {"name": "Island Review"}},
        sends(
            {"format": "reprise/1", "action": "revoke", "grant": {"id": "islands"}},
            partner="silent",
        ),
    ),
    "closed partner": ("harbour", {}, closes),
}


def opened() -> Newsroom:
    """A newsroom with a grant on file."""
    newsroom = Newsroom.opened(CONFIGURED)
    newsroom.strikes()
    newsroom.receives({"format": "reprise/1", "action": "grant", "grant": GRANT}, partner="silent")
    return newsroom


@pytest.fixture
def newsroom() -> Newsroom:
    """One of its own for each test."""
    return opened()


def shown(newsroom: Newsroom, way: tuple[str, dict[str, Any], object]) -> Any:
    """The article as its partner sends it, public everywhere."""
    partner, changes, _ = way
    item = newsroom.item(story("ferry", headline=HEADLINE, **changes), partner=partner)
    newsroom.waits(minutes=1)
    feeds = [f"channels/{name}/feed.rss" for name in ("front", "msn", "smart")]
    assert all(HEADLINE in newsroom.text(key) for key in feeds)
    assert HEADLINE in newsroom.text("channels/wire/feed.ninjs.json")
    return item


@dataclass(frozen=True)
class Ended:
    """What was public once an article had ended, and around the instant it is forgotten."""

    item: ItemReceipt
    public: dict[str, str]
    page: int | None
    hubs: frozenset[str]
    edge: frozenset[str]
    later: dict[int, dict[str, str]]


@pytest.fixture(scope="module", params=WAYS.values(), ids=list(WAYS))
def ended(request) -> Ended:
    """An article that was public everywhere and ended in one of the ways there are."""
    newsroom = opened()
    item = shown(newsroom, request.param)
    newsroom.memory.hub.told.clear()
    newsroom.memory.edge.forgotten.clear()
    request.param[2](newsroom)
    public, page = words(newsroom), newsroom.page_status(item.article_id)
    hubs = frozenset(topic for _, topic in newsroom.memory.hub.told)
    edge = frozenset(path for _, paths in newsroom.memory.edge.forgotten for path in paths)
    later = {}
    for seconds in (-1, 0, 1):
        newsroom.waits_until(END + TOMBSTONES_FOR + timedelta(seconds=seconds))
        later[seconds] = words(newsroom)
    return Ended(item, public, page, hubs, edge, later)


def words(newsroom: Newsroom) -> dict[str, str]:
    return {key: body.decode() for key, body in newsroom.everything().items()}


def test_it_leaves_every_output_in_one_turn(ended):
    """No word of it anywhere; its page says 410; no list, sitemap or directory has its address."""
    assert not [key for key, text in ended.public.items() if HEADLINE in text]
    assert ended.page == 410
    lists = [key for key in ended.public if not key.startswith(("articles/", "channels/"))]
    lists += [f"channels/{name}/index.html" for name in CONFIGURED["channels"]]
    assert not [key for key in lists if ended.item.article_id in ended.public[key]]


def test_each_destination_is_told_in_its_own_way(ended):
    """Tombstone for Atom, an end in the past for MSN, deleted for SmartNews, canceled in ninjs."""
    (gone,) = etree.fromstring(ended.public["channels/front/feed.atom"].encode()).iter(GONE)
    assert (gone.get("ref"), gone.get("when")) == (ended.item.guid, rfc3339(END))
    assert gone.find("{*}source") is not None
    for channel, mark in (("msn", f"end={rfc3339(END)};"), ("smart", 'state="deleted"')):
        text = ended.public[f"channels/{channel}/feed.rss"]
        assert ended.item.guid in text
        assert mark in text
        assert f"modified>{rfc3339(END)}<" in text
    assert '"pubStatus":"canceled"' in ended.public["channels/wire/feed.ninjs.json"]
    assert ended.item.guid not in ended.public["channels/front/feed.rss"]
    assert json.loads(ended.public["channels/front/feed.json"])["items"] == []


def test_the_world_outside_is_told_at_once(ended):
    """Every hub hears of every feed it left, and the CDN forgets feeds and page."""
    feeds = {f"channels/front/feed.{kind}" for kind in ("rss", "atom", "json")}
    feeds |= {"channels/msn/feed.rss", "channels/smart/feed.rss", "channels/wire/feed.ninjs.json"}
    assert {f"https://bulletin.example/{feed}" for feed in feeds} <= ended.hubs
    assert {f"/{feed}" for feed in feeds} <= ended.edge
    assert f"/articles/{ended.item.article_id}.html" in ended.edge


@pytest.mark.parametrize(
    ("seconds", "said"), [(-1, True), (0, False), (1, False)], ids=["just before", "on", "after"]
)
def test_slow_pollers_hear_of_it_for_thirty_days_and_then_it_is_forgotten(ended, seconds, said):
    """By the clock alone, at the instant the board names."""
    feeds = ("front/feed.atom", "msn/feed.rss", "smart/feed.rss", "wire/feed.ninjs.json")
    public = ended.later[seconds]
    assert {ended.item.guid in public[f"channels/{feed}"] for feed in feeds} == {said}


def test_a_takedown_is_said_however_long_ago_the_article_left_the_feed(newsroom):
    """Destinations keep what a feed has long dropped (MSN for a year); they must hear it ends."""
    item = shown(newsroom, WAYS["kill"])
    for number in range(90):
        newsroom.memory.clock.advance(minutes=1)
        newsroom.ingests(newsroom.put(story(f"s{number}", headline=f"Story {number} of the day")))
    newsroom.settles()
    assert item.guid not in newsroom.text("channels/msn/feed.rss")
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(command("kill"))
    assert item.guid in newsroom.text("channels/msn/feed.rss")
    assert f'ref="{item.guid}"' in newsroom.text("channels/front/feed.atom")


def test_no_tombstone_speaks_of_an_id_that_another_copy_shows(newsroom):
    """Two partners pass on one entry under its own id: the second takes over in silence (AT-13)."""
    guid = "https://origin.example/ids/7"
    newsroom.receives(story(guid, headline=HEADLINE))
    newsroom.receives(story(guid, headline=HEADLINE), partner="meadow")
    newsroom.memory.clock.advance(minutes=5)
    newsroom.receives(command("withdraw") | {"id": guid})
    (entry,) = newsroom.feed("front", "atom").entries
    assert entry.id == guid
    assert "deleted-entry" not in newsroom.text("channels/front/feed.atom")


def test_what_returns_is_newer_than_what_said_that_it_was_gone(newsroom):
    """TS-03: the tombstone goes, and the entry's update is past it."""
    item = shown(newsroom, WAYS["withdrawal"])
    newsroom.waits_until(END)
    newsroom.receives(command("withdraw"))
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives(story("ferry", headline=HEADLINE))
    assert "deleted-entry" not in newsroom.text("channels/front/feed.atom")
    (entry,) = newsroom.feed("front", "atom").entries
    assert entry.id == item.guid
    assert entry.updated > rfc3339(END)
    assert newsroom.page_status(item.article_id) == 200


def test_what_returns_after_its_permission_ended_is_newer_than_its_end(newsroom):
    """TS-03 for expiry: a longer permission brings it back with an update past the tombstone."""
    shown(newsroom, WAYS["expiry"])
    newsroom.waits_until(END + timedelta(hours=1))
    longer = {"expires_at": (END + timedelta(days=9)).isoformat()}
    newsroom.receives(story("ferry", headline=HEADLINE, permission=longer))
    (entry,) = newsroom.feed("front", "atom").entries
    assert entry.updated > rfc3339(END)


def test_a_partner_that_is_not_named_any_more_is_closed(newsroom):
    """Nothing of it stays: not its pages either, which no upload of its own will ever touch."""
    item = shown(newsroom, WAYS["kill"])
    reconfigured(newsroom, lambda file: file["partners"].pop("harbour"))
    assert not [key for key, text in words(newsroom).items() if HEADLINE in text]
    assert newsroom.page_status(item.article_id) == 410


def test_closing_a_partner_with_many_articles_goes_on_over_several_turns(newsroom, monkeypatch):
    """So many pages a turn; the site asks for its own next turn until all are gone."""
    monkeypatch.setattr("reprise.pipeline.site.turn.AGENDA_AT_ONCE", 8)
    for number in range(30):
        newsroom.ingests(newsroom.put(story(f"s{number}", headline=f"Story {number}")))
    newsroom.settles()
    reconfigured(newsroom, lambda file: file["partners"]["harbour"].update(closed=True))
    pages = [key for key in newsroom.everything() if key.startswith("articles/")]
    ids = [key.removeprefix("articles/").removesuffix(".html") for key in pages]
    assert len(ids) == 30
    assert {newsroom.page_status(one) for one in ids} == {410}


def test_a_channel_that_is_not_configured_any_more_is_taken_away(newsroom):
    """Its documents would go on showing what is taken back later."""
    shown(newsroom, WAYS["kill"])
    reconfigured(newsroom, lambda file: file["channels"].pop("msn"))
    keys = [key for key in newsroom.everything() if key.startswith("channels/msn/")]
    assert {newsroom.status(key) for key in keys} == {410}
    assert [key for key in newsroom.everything() if key.startswith("channels/smart/")]
    assert "/channels/msn/feed.rss" in {p for _, ps in newsroom.memory.edge.forgotten for p in ps}


def test_a_channel_that_comes_back_is_built_from_its_rows(newsroom):
    """Removing a channel by mistake loses nothing."""
    shown(newsroom, WAYS["kill"])
    before = newsroom.read("channels/msn/feed.rss")
    reconfigured(newsroom, lambda file: file["channels"].pop("msn"))
    reconfigured(newsroom, lambda file: None)
    assert newsroom.read("channels/msn/feed.rss") == before


def test_a_configuration_that_changes_no_byte_writes_and_pings_nothing(newsroom):
    """X-12, WS-08: every entry is made anew, and comes out as it was."""
    shown(newsroom, WAYS["kill"])
    newsroom.memory.hub.told.clear()
    newsroom.reports.clear()
    reconfigured(newsroom, lambda file: file["partners"].update(newcomer={"name": "Newcomer"}))
    assert [report.channel for report in newsroom.reports if not report.skipped]
    assert [key for report in newsroom.reports for key in report.written] == []
    assert newsroom.memory.hub.told == []


def test_only_the_owner_is_heard(newsroom):
    """Invariant 8: another partner's kill, revocation or empty feed concerns only its own."""
    item = shown(newsroom, WAYS["kill"])
    newsroom.receives(command("kill"), partner="meadow")
    newsroom.receives(command("kill") | {"id": item.guid}, partner="meadow")
    newsroom.receives(command("kill") | {"id": item.article_id}, partner="meadow")
    revoke = {"format": "reprise/1", "action": "revoke", "grant": {"id": "islands"}}
    newsroom.receives(revoke, partner="meadow")
    assert newsroom.page_status(item.article_id) == 200
