"""From upload to each destination's feed: what it takes, what it is told, what stays out and why."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from reprise.model.ruling import Reason
from reprise.outputs import profile
from reprise.outputs.profile import read_profile
from tests.newsroom import CONFIGURATION, Newsroom, story

PASSED_ON = ("syndicate_full", "syndicate_excerpt")
LONG = {"headline": "The ferry to the outer islands runs again"}


def newsroom_for(destination: str, **channel: Any) -> Newsroom:
    """A newsroom with one channel, for *destination*."""
    chosen = {"title": "Out", "profile": destination, "formats": ["rss"], **channel}
    partners = {
        **CONFIGURATION["partners"],
        "harbour": {
            **CONFIGURATION["partners"]["harbour"],
            "feed_url": "https://harbour.example/feed.xml",
            "feed_title": "All of the harbour",
        },
    }
    return Newsroom.opened({**CONFIGURATION, "partners": partners, "channels": {"out": chosen}})


def reasons(newsroom: Newsroom) -> list[tuple[Reason, str]]:
    """Why articles were left out of the last build of the channel."""
    report = [r for r in newsroom.reports if r.channel == "out" and not r.skipped][-1]
    return [(f.reason, f.detail) for left in report.left_out for f in left.findings]


def test_entry_the_destination_refuses_is_left_out_with_its_reason():
    """
    B85, M55: the others go out; the report names field, what came and what is taken.
    """
    newsroom = newsroom_for("msn")
    newsroom.receives(story("ferry", **LONG))
    newsroom.receives(story("tide", headline="Too short"))
    newsroom.settles()

    assert newsroom.titles("out") == [LONG["headline"]]
    assert reasons(newsroom) == [(Reason.DESTINATION, "title: 'Too short'; at least 21 characters")]


def test_the_report_of_a_build_is_kept_until_the_next():
    """
    B85: by document, entry and reason; a turn with nothing new repeats it, and asks nothing again.
    """
    newsroom = newsroom_for("msn")
    newsroom.receives(story("tide", headline="Too short"))
    newsroom.receives(
        story("wreck", permission={"uses": {use: {"allowed": False} for use in PASSED_ON}})
    )
    told = newsroom.stores.board.build("out").left_out
    newsroom.rebuilds()

    assert newsroom.stores.board.build("out").left_out == told
    assert {one.document for one in told} == {"", "channels/out/feed.rss"}
    assert [one.findings[0].reason for one in told if one.document] == [Reason.DESTINATION]


def test_destination_that_needs_a_picture_says_so_in_the_reason():
    """
    B32, FL-03: the same article goes to readers, where the text alone is enough.
    """
    newsroom = newsroom_for("flipboard")
    newsroom.receives(story("ferry"))
    newsroom.settles()

    assert newsroom.titles("out") == []
    assert [reason for reason, _ in reasons(newsroom)] == [Reason.PICTURE]


def test_feed_holds_no_more_than_the_destination_takes():
    """
    MS-06: 30 of 32, the newest, although the channel would hold 50.
    """
    newsroom = newsroom_for("msn")
    for number in range(32):
        newsroom.receives(story(f"s{number}", headline=f"Story number {number:02} of the day"))
        newsroom.memory.clock.advance(seconds=60)
    newsroom.settles()

    titles = newsroom.titles("out")
    assert len(titles) == 30
    assert titles[0] == "Story number 31 of the day"


def test_entry_too_large_for_the_destination_does_not_cost_the_others():
    """
    B85: the newest article is two megabytes long; SmartNews gets all but that one.
    """
    newsroom = newsroom_for("smartnews")
    newsroom.receives(story("ferry"))
    newsroom.memory.clock.advance(seconds=60)
    newsroom.receives(story("tide", body_html="<p>Water rises and falls again.</p>" * 60_000))

    assert newsroom.titles("out") == ["The ferry runs again"]
    ((reason, detail),) = reasons(newsroom)
    assert reason is Reason.DESTINATION
    assert "at most 900000 bytes" in detail


def test_entry_leaves_the_feed_of_a_destination_when_it_is_too_old():
    """
    MS-04: less than 365 days, just before, on, and on time by the clock alone.
    """
    newsroom = newsroom_for("msn")
    newsroom.receives(story("ferry", **LONG))
    newsroom.waits(days=364, hours=23)
    assert newsroom.titles("out") == [LONG["headline"]]
    newsroom.waits(hours=1)
    assert newsroom.titles("out") == []
    assert reasons(newsroom) == [(Reason.DESTINATION, "released 2026-03-02; at most 365 days ago")]


def test_feed_too_large_for_the_destination_loses_its_oldest_entries(monkeypatch):
    """
    B85: and the report says which and why.
    """
    small = profile.profile_named("readers").model_copy(update={"max_bytes": 6_000})
    monkeypatch.setattr("reprise.pipeline.channel.assignment.profile_named", lambda name: small)
    newsroom = newsroom_for("readers")
    for number in range(6):
        newsroom.receives(story(f"s{number}", headline=f"Story number {number}"))
        newsroom.memory.clock.advance(seconds=60)
    newsroom.settles()

    body = newsroom.read("channels/out/feed.rss")
    assert body is not None
    assert len(body) <= 6_000
    shown = newsroom.titles("out")
    assert 0 < len(shown) < 6
    assert shown[0] == "Story number 5"
    assert reasons(newsroom) == [(Reason.DESTINATION, "no room in a feed for Feed readers")] * (
        6 - len(shown)
    )


@pytest.mark.parametrize(
    ("destination", "path"),
    [
        ("msn", "dcterms:valid"),
        ("smartnews", "media:status[@state='deleted']"),
    ],
)
def test_takedown_is_said_in_the_destinations_own_way(destination, path):
    """
    B45, C4: the entry stays with its id, without its words, and says that it has ended.
    """
    newsroom = newsroom_for(destination)
    newsroom.receives(story("ferry", **LONG))
    newsroom.waits(minutes=30)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry"})
    newsroom.settles()

    body = newsroom.read("channels/out/feed.rss")
    assert body is not None
    root = etree.fromstring(body)
    (item,) = root.iter("item")
    spaces = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    assert item.xpath(path, namespaces=spaces)
    assert item.findtext("link").startswith("https://bulletin.example/articles/")
    assert b"outer islands" not in body


def test_tombstone_names_the_feed_the_entry_came_from():
    """
    TS-02: our feed is not the entry's own.
    """
    newsroom = newsroom_for("readers", formats=["atom"])
    newsroom.receives(story("ferry"))
    newsroom.waits(minutes=30)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry"})
    newsroom.settles()

    body = newsroom.read("channels/out/feed.atom")
    assert body is not None
    (gone,) = etree.fromstring(body).iter("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert gone.findtext("{*}source/{*}id") == "https://harbour.example/feed.xml"
    assert gone.findtext("{*}source/{*}title") == "All of the harbour"


PIXEL = {"permission": {"duties": {"pixel": "https://count.example/p"}}}


@pytest.mark.parametrize(
    ("strips", "item", "shown"),
    [
        ("strips_pixels: true", story("ferry", **PIXEL), False),
        ("strips_pixels: true", story("ferry"), True),
        ("strips_links: true", story("ferry", **PIXEL), True),
        ("strips_links: true", story("f", permission={"duties": {"keep_links": True}}), False),
    ],
    ids=["pixel", "no-duty", "another-duty", "links"],
)
def test_destination_that_strips_a_duty_does_not_get_the_article(monkeypatch, strips, item, shown):
    """
    B33, B34: what must be shown is not sent where it would be taken out.
    """
    stripping = read_profile(f"title: Stripping reader\n{strips}", "readers")
    for room in ("channel.assignment", "rulings"):
        monkeypatch.setattr(f"reprise.pipeline.{room}.profile_named", lambda name: stripping)
    newsroom = newsroom_for("readers")
    newsroom.receives(item)
    newsroom.settles()

    assert bool(newsroom.titles("out")) is shown
    assert [reason for reason, _ in reasons(newsroom)] == [Reason.DUTY] * (not shown)


def test_ninjs_package_is_published_like_any_feed():
    """
    M75, E7: a channel for newsrooms, with a withdrawn item canceled in it.
    """
    newsroom = newsroom_for("ninjs", formats=["ninjs"])
    newsroom.receives(story("ferry"))
    newsroom.receives(story("tide", headline="The tide is late"))
    newsroom.waits(minutes=30)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "tide"})
    newsroom.settles()

    text = newsroom.text("channels/out/feed.ninjs.json")
    assert '"The ferry runs again"' in text
    assert '"pubStatus":"canceled"' in text
    assert "The tide is late" not in text
