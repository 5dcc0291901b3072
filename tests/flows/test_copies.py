"""
Copies of one story from several partners (rows B62, B63, C30): shown once, by preference, under the
permission of the copy that is shown; whichever arrives first, and whatever becomes of it later.
"""

from __future__ import annotations

import copy
import json
from itertools import permutations

import pytest

from tests.newsroom import CONFIGURATION, Newsroom, story

BODY = "".join(f"<p>Sentence number {n} tells more about the harbour wall.</p>" for n in range(40))
OTHER = "".join(
    f"<p>Line {n * n} is of quite another matter, the school roof.</p>" for n in range(40)
)
PREFERENCES = {"harbour": 30, "meadow": 10, "silent": 20}


@pytest.fixture
def newsroom() -> Newsroom:
    """A newsroom that prefers meadow, then silent, then harbour."""
    changed = copy.deepcopy(CONFIGURATION)
    changed["partners"]["silent"]["agreement"] = changed["partners"]["meadow"]["agreement"]
    for name, number in PREFERENCES.items():
        changed["partners"][name]["preference"] = number
    return Newsroom.opened(changed)


def wall(partner: str, body: str = BODY, **changes: object) -> dict:
    return story(f"wall-{partner}", headline=f"Wall of {partner}", body_html=body, **changes)


@pytest.mark.parametrize("order", list(permutations(PREFERENCES)), ids=" ".join)
def test_the_preferred_copy_is_shown_whichever_comes_first(newsroom, order):
    """Three partners in every order; then each shown copy goes, and the next takes over."""
    for partner in order:
        newsroom.memory.clock.advance(minutes=1)
        newsroom.receives(wall(partner), partner=partner)
    for partner in sorted(PREFERENCES, key=PREFERENCES.__getitem__):
        assert newsroom.titles() == [f"Wall of {partner}"]
        newsroom.memory.clock.advance(minutes=1)
        gone = {"format": "reprise/1", "action": "withdraw", "id": f"wall-{partner}"}
        newsroom.receives(gone, partner=partner)
    assert newsroom.titles() == []


def test_the_permission_of_the_copy_that_is_shown_applies(newsroom):
    """That another copy could be passed on whole widens nothing."""
    narrow = {"uses": {"syndicate_full": {"allowed": False}}}
    newsroom.receives(wall("harbour"))
    newsroom.receives(wall("meadow", permission=narrow), partner="meadow")
    (entry,) = newsroom.json_feed()["items"]
    assert entry["title"] == "Wall of meadow"
    assert "number 39" not in entry["content_html"]


def test_a_copy_that_may_not_be_shown_does_not_stand_in_the_way(newsroom):
    """The preferred copy denies onward use: the next one is shown in the feeds."""
    denied = {use: {"allowed": False} for use in ("syndicate_full", "syndicate_excerpt")}
    newsroom.receives(wall("harbour"))
    newsroom.receives(wall("meadow", permission={"uses": denied}), partner="meadow")
    assert newsroom.titles() == ["Wall of harbour"]


def test_the_page_of_a_copy_names_the_one_that_counts(newsroom):
    """RP-06: both pages stand, one is canonical, and only that is in the sitemap."""
    other = newsroom.item(wall("harbour"))
    shown = newsroom.item(wall("meadow"), partner="meadow")
    page = newsroom.text(f"articles/{other.article_id}.html")
    assert f'rel="canonical" href="{shown.url}"' in page
    assert newsroom.sitemap_urls("sitemap-2026-03-02.xml") == [shown.url]


def test_once_a_copy_always_a_copy(newsroom):
    """Which texts were alike must not depend on what has arrived: a rewrite does not part them."""
    newsroom.receives(wall("harbour"))
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(wall("harbour", OTHER))
    newsroom.receives(wall("meadow"), partner="meadow")
    assert newsroom.titles() == ["Wall of meadow"]


@pytest.mark.parametrize(
    "item",
    [
        {"canonical_url": "https://bulletin.example/articles/x.html"},
        {"alternate_urls": ["https://bulletin.example/articles/x.html"]},
        {"source": {"name": "Gull Gazette", "chain": ["the ferry bulletin"]}},
    ],
    ids=["address", "another address", "chain"],
)
def test_our_own_republication_does_not_come_back(newsroom, item):
    """By its address or by the chain of publications it passed through (row B63)."""
    told = newsroom.item(wall("harbour", **item))
    assert (told.status, told.notes[0].code) == ("refused", "loop")


def test_the_chain_of_origin_is_kept(newsroom):
    """Who had it before its source stays on record, for the next in the chain to stop loops."""
    source = {"name": "Gull Gazette", "chain": ["Island Review", "Gull Gazette"]}
    item = newsroom.item(wall("harbour", source=source))
    record = newsroom.stores.articles.record(item.article_id)
    stored = newsroom.stores.archive.get(record.versions[-1].article_key)
    assert b'"chain":["Island Review","Gull Gazette"]' in stored


SMALL = {"title": "All of it", "entries": 2, "formats": ["atom", "json"]}


def between(newsroom: Newsroom, count: int) -> None:
    """So many other articles, then the turns."""
    for number in range(count):
        newsroom.memory.clock.advance(minutes=1)
        other = story(f"other-{number}", body_html=f"<p>Number {number}.</p>")
        newsroom.ingests(newsroom.put(other))
    newsroom.settles()


def everywhere(newsroom: Newsroom) -> set[str]:
    """Headlines in the live feed and in all volumes of its history."""
    keys = [key for key in newsroom.stores.site.keys("channels/front/") if key.endswith(".json")]
    return {item["title"] for key in keys for item in json.loads(newsroom.text(key))["items"]}


@pytest.mark.parametrize("history", [True, False], ids=["with-history", "live-alone"])
def test_a_story_is_told_once_however_far_apart_its_copies_are_released(history):
    """
    The first copy left the feed long ago: the second takes its place only when that one is gone.
    """
    front = SMALL | {"history": history}
    newsroom = Newsroom.opened({**CONFIGURATION, "channels": {"front": front}})
    newsroom.receives(wall("harbour"))
    between(newsroom, 55)
    newsroom.receives(wall("meadow"), partner="meadow")
    between(newsroom, 1)
    assert "Wall of meadow" not in everywhere(newsroom)
    assert ("Wall of harbour" in everywhere(newsroom)) is history

    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "wall-harbour"})
    assert "Wall of meadow" in everywhere(newsroom)
    assert "Wall of harbour" not in everywhere(newsroom)


def test_a_copy_in_a_closed_volume_takes_over_when_the_shown_one_expires():
    """Time alone ends the copy that counts, which stands in another volume."""
    newsroom = Newsroom.opened({**CONFIGURATION, "channels": {"front": SMALL}})
    newsroom.receives(wall("harbour", permission={"expires_at": "2026-03-02T12:00:00Z"}))
    between(newsroom, 8)
    newsroom.receives(wall("meadow"), partner="meadow")
    between(newsroom, 8)
    assert "Wall of meadow" not in everywhere(newsroom)

    newsroom.waits(hours=3)
    assert "Wall of meadow" in everywhere(newsroom)
    assert "Wall of harbour" not in everywhere(newsroom)
