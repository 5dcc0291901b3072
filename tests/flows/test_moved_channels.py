"""
HTTP-12: a channel that gets another name, gives up a format or ends says so under its addresses.
"""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from reprise.model.configuration import Configuration
from reprise.model.document import Document
from reprise.model.ledger import Change
from reprise.pipeline.announce import announce
from reprise.pipeline.rebuild import every_record, rebuild
from tests.newsroom import CONFIGURATION, Newsroom, story

BASE = "https://bulletin.example"


@pytest.fixture
def newsroom() -> Newsroom:
    """Two articles, published."""
    room = Newsroom.opened()
    for name in ("ferry", "pier"):
        room.receives(story(name))
        room.waits(minutes=1)
    return room


def configures(newsroom: Newsroom, **channels: dict[str, Any] | None) -> None:
    """Another file is deployed (``None``: without that channel), and everything is read again."""
    data = copy.deepcopy(CONFIGURATION)
    data["channels"] |= channels
    data["channels"] = {name: one for name, one in data["channels"].items() if one is not None}
    newsroom.configuration = Configuration.model_validate(data)
    records = every_record(newsroom.stores, newsroom.configuration)
    rebuild(
        records,
        stores=newsroom.stores,
        configuration=newsroom.configuration,
        now=newsroom.now,
        confirmed=True,
    )
    newsroom.waits(minutes=1)


def answers(newsroom: Newsroom, channel: str) -> dict[str, tuple[int, str | None]]:
    """Status and address of everything under the channel's name, by file."""
    start = f"channels/{channel}/"
    found = {}
    for key in newsroom.stores.site.keys(start):
        stored = newsroom.stores.site.get(key)
        assert stored is not None
        marks = stored.metadata
        place = marks.get("location")
        found[key.removeprefix(start)] = (
            int(marks["status"]),
            place.removeprefix(BASE) if place else None,
        )
    return found


def test_the_addresses_of_a_renamed_channel_lead_to_the_new_ones(newsroom):
    """One line, ``formerly``; the ids are what they were, so no reader shows a story twice."""
    ids = [entry.id for entry in newsroom.feed("sea").entries]

    configures(newsroom, sea=None, shore={"title": "The shore", "formerly": ["sea"]})

    assert answers(newsroom, "sea") == {
        "feed.rss": (301, "/channels/shore/feed.rss"),
        "feed.atom": (301, "/channels/shore/feed.atom"),
        "feed.json": (301, "/channels/shore/feed.json"),
        "index.html": (301, "/channels/shore/"),
    }
    assert [entry.id for entry in newsroom.feed("shore").entries] == ids


def test_a_channel_that_ends_is_gone_for_good(newsroom):
    """410 makes readers stop; nothing of its articles is left, and the ledger says they left."""
    configures(newsroom, sea=None)

    assert answers(newsroom, "sea") == dict.fromkeys(
        ("feed.rss", "feed.atom", "feed.json", "index.html"), (410, None)
    )
    ended = json.loads(newsroom.text("channels/sea/feed.json"))
    assert (ended["expired"], ended["items"]) == (True, [])
    assert "has ended" in ended["user_comment"]
    assert "runs again" not in "".join(
        newsroom.text(f"channels/sea/{name}") for name in answers(newsroom, "sea")
    )
    (article,) = {one.article_id for one in every_record(newsroom.stores, newsroom.configuration)
                  if "ferry" in one.identity}  # fmt: skip
    last = [one for one in newsroom.stores.ledger.of(article) if one.channel == "sea"][-1]
    assert last.change is Change.MOVED_ON


@pytest.mark.parametrize("kept", [["rss", "atom"], ["rss"], ["json"]], ids=" ".join)
def test_a_format_that_is_given_up_leads_to_one_that_its_readers_read(newsroom, kept):
    """Readers of RSS read Atom and the other way round; of anything else there is nothing left."""
    configures(newsroom, sea={**CONFIGURATION["channels"]["sea"], "formats": kept})

    left = {kind: answers(newsroom, "sea")[f"feed.{kind}"] for kind in ("rss", "atom", "json")}
    instead = next((kind for kind in kept if kind != "json"), None)
    elsewhere = (301, f"/channels/sea/feed.{instead}") if instead else (410, None)
    assert left == {
        kind: (200, None) if kind in kept else elsewhere if kind != "json" else (410, None)
        for kind in left
    }


def test_languages_move_with_the_channel_that_they_are_split_from(newsroom):
    """``per_language`` and ``formerly`` together; a language that is given up is gone."""
    configures(newsroom, sea={"title": "The sea", "per_language": ["en", "de"]})
    assert len(newsroom.titles("sea-en")) == 2

    shore = {"title": "The shore", "per_language": ["en"], "formerly": ["sea"]}
    configures(newsroom, sea=None, shore=shore)

    assert answers(newsroom, "sea-en")["feed.rss"] == (301, "/channels/shore-en/feed.rss")
    assert answers(newsroom, "sea-de")["feed.rss"] == (410, None)


def test_one_feed_of_all_languages_can_lead_to_one_of_its_parts(newsroom):
    """A language split: who followed everything is led to the channel that names it."""
    configures(
        newsroom,
        sea=None,
        shore={"title": "Shore", "select": {"languages": ["en"]}, "formerly": ["sea"]},
    )

    assert answers(newsroom, "sea")["feed.atom"] == (301, "/channels/shore/feed.atom")


def test_an_address_of_an_earlier_system_leads_here_too(newsroom):
    """A name that no turn was ever taken for: somebody else published under it."""
    configures(newsroom, sea={**CONFIGURATION["channels"]["sea"], "formerly": ["coast"]})

    assert answers(newsroom, "coast")["feed.rss"] == (301, "/channels/sea/feed.rss")


def test_what_has_moved_comes_back_as_a_channel(newsroom):
    """The first thought was the best: the old name is configured again."""
    configures(newsroom, sea=None, shore={"title": "The shore", "formerly": ["sea"]})
    configures(newsroom, shore=None)

    assert answers(newsroom, "sea")["feed.rss"] == (200, None)
    assert len(newsroom.titles("sea")) == 2
    assert answers(newsroom, "shore")["feed.rss"] == (410, None)


def test_what_has_moved_stays_as_it_is(newsroom):
    """HTTP-03: turn after turn nothing is written, whatever else changes in the file."""
    configures(newsroom, sea=None, shore={"title": "The shore", "formerly": ["sea"]})
    before = {
        key: newsroom.stores.site.etag(key) for key in newsroom.stores.site.keys("channels/sea/")
    }
    told = len(newsroom.memory.edge.forgotten)

    configures(newsroom, sea=None, shore={"title": "By the shore", "formerly": ["sea"]})

    assert before == {key: newsroom.stores.site.etag(key) for key in before}
    assert not any("/sea/" in path for _, paths in newsroom.memory.edge.forgotten[told:] for path in paths)  # fmt: skip


def test_a_turn_that_lost_a_race_leaves_the_addresses_right(newsroom):
    """An old function still built the channel: the last turn looks again and goes over it."""
    newsroom.stores.site.put(
        Document("channels/sea/feed.rss", "application/rss+xml", b"<rss/>"),
        expected_etag=newsroom.stores.site.etag("channels/sea/feed.rss"),
    )
    configures(newsroom, sea=None)

    assert answers(newsroom, "sea")["feed.rss"] == (410, None)


def test_a_channel_whose_partners_are_all_closed_has_ended(newsroom):
    """JF-16: nothing new can come; the feed itself stays, and says so."""
    assert "expired" not in newsroom.json_feed("sea")
    data = copy.deepcopy(CONFIGURATION)
    data["channels"]["sea"]["select"] = {"partners": ["harbour"]}
    data["partners"]["harbour"]["closed"] = True
    newsroom.configuration = Configuration.model_validate(data)
    newsroom.waits(minutes=1)

    assert newsroom.json_feed("sea")["expired"] is True
    assert "expired" not in newsroom.json_feed("front")


def test_a_file_that_ends_most_channels_waits_for_a_person(newsroom):
    """
    Invariant 5: who is told 410 never asks again, so a file that is perhaps the wrong one says 404,
    and the directory stays; nothing of the articles is left all the same.
    """
    configures(newsroom, sea=None, front=None)

    held = {key for report in newsroom.reports[-6:] for key, _ in report.kept}
    assert held == {"channels.opml"}
    assert [one.document for one in newsroom.stores.board.build("sea").held] == ["channels.opml"]
    assert set(answers(newsroom, "sea").values()) == {(404, None)}
    assert b"/channels/sea/feed.rss" in (newsroom.read("channels.opml") or b"")
    assert "runs again" not in newsroom.text("channels/sea/feed.rss")

    announce(["site", "sea", "front"], stores=newsroom.stores, now=newsroom.now, accept=True)
    newsroom.settles()
    assert set(answers(newsroom, "sea").values()) == {(410, None)}
    assert newsroom.stores.board.build("sea").held == ()
    assert b"/channels/sea/feed.rss" not in (newsroom.read("channels.opml") or b"")


def test_the_right_file_heals_what_the_wrong_one_did(newsroom):
    """The channels stand again as if nothing had been, under the same ids."""
    before = newsroom.titles("sea")
    configures(newsroom, sea=None, front=None)
    configures(newsroom)

    assert newsroom.titles("sea") == before
    assert answers(newsroom, "sea")["feed.rss"] == (200, None)
