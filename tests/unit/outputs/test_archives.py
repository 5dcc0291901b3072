"""History as archived feeds: the chain, and what never changes again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reprise.outputs.archives import History, Shelved, archive_key
from reprise.outputs.atom import ATOM
from reprise.outputs.checks import check
from reprise.outputs.formats import FeedWriter
from reprise.outputs.json_feed import JSON_FEED
from reprise.outputs.rss import RSS
from tests.unit.outputs.feed_samples import BASE, NOW, a_feed, an_entry, parsed, texts

NAMES = ("oldest", "middle", "newest")
XML_WRITERS = [pytest.param(RSS, id="rss"), pytest.param(ATOM, id="atom")]


def history(writer: FeedWriter) -> History:
    return History("front", writer, BASE)


def shelved(name: str) -> Shelved:
    """One of three volumes, with its neighbours."""
    around = (None, *NAMES, None)
    at = around.index(name)
    return Shelved(name, around[at - 1], around[at + 1])


def archive(writer: FeedWriter, name: str) -> Any:
    chain, entry, volume = history(writer), an_entry(), shelved(name)
    feed = chain.archive(a_feed(), volume, entry.updated_at)
    return chain.document(feed, volume, [entry.key], [writer.entry(entry, feed)])


def links(body: bytes) -> dict[str, str]:
    found = parsed(body).iter("{http://www.w3.org/2005/Atom}link")
    return {link.get("rel"): link.get("href") for link in found if link.get("rel")}


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_chain_leads_from_the_live_feed_to_the_beginning(writer):
    """
    FH-01: prev-archive on everything but the oldest.
    """
    live = writer.head(history(writer).live(a_feed(), "newest")) + writer.tail(a_feed())
    walked, address = [], links(live).get("prev-archive")
    while address:
        name = address.rpartition("/")[2].partition(".")[0]
        walked.append(name)
        address = links(archive(writer, name).body).get("prev-archive")

    assert walked == ["newest", "middle", "oldest"]


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_archive_says_so_and_where_the_live_feed_is(writer):
    """
    FH-02: fh:archive, empty, current, and next-archive where one exists.
    """
    middle, newest = (archive(writer, name).body for name in ("middle", "newest"))

    (mark,) = parsed(middle).iter("{http://purl.org/syndication/history/1.0}archive")
    assert (len(mark), mark.text) == (0, None)
    assert links(middle)["current"] == f"{BASE}/channels/front/feed.{writer.name}"
    assert links(middle)["next-archive"].endswith(f"/archive/newest.{writer.name}")
    assert "next-archive" not in links(newest)


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_links_of_the_history_stand_on_the_feed_only(writer):
    """
    FH-04, FH-05: never inside an entry, and no fh:complete.
    """
    root = parsed(archive(writer, "middle").body)
    inside = texts(root, "//item//a:link/@rel") + texts(root, "//a:entry/a:link/@rel")

    assert not {rel for rel in inside if "archive" in rel or rel == "current"}
    assert not [*root.iter("{http://purl.org/syndication/history/1.0}complete")]


@pytest.mark.parametrize("writer", [*XML_WRITERS, pytest.param(JSON_FEED, id="json")])
def test_archive_is_good_by_our_own_rules(writer):
    """
    RS-30, AT-02: its self link is its own address; no hub, for it does not change.
    """
    document = archive(writer, "middle")

    assert check(document, now=NOW) == ()
    assert document.key == archive_key("front", writer, "middle")
    assert b"hub" not in document.head


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_archive_asks_nobody_to_come_back_soon(writer):
    """
    RS-21: no ttl and no schedule, which would contradict how long it may be kept.
    """
    head = archive(writer, "middle").head

    assert b"<ttl>" not in head
    assert b"updatePeriod" not in head


def test_sealed_archive_is_kept_for_a_year_and_the_newest_for_a_day():
    """
    FH-03, HTTP-06: the newest may still gain the link to its successor.
    """
    sealed, newest = archive(RSS, "middle"), archive(RSS, "newest")

    assert (sealed.cache_seconds, sealed.immutable) == (31_536_000, True)
    assert (newest.cache_seconds, newest.immutable) == (86_400, False)


def test_archive_is_a_part_of_the_live_feed():
    """
    RFC 5005 section 4: one id for all documents of a feed; people are sent to the live one.
    """
    live = a_feed().self_urls
    (identity,) = texts(parsed(archive(ATOM, "middle").body), "/a:feed/a:id/text()")

    assert identity == live["atom"]
    assert live["json"] in json.loads(archive(JSON_FEED, "middle").body)["user_comment"]


def test_pages_of_json_feed_never_lead_back():
    """
    JF-09: next_url differs from feed_url and from every one before.
    """
    chain = history(JSON_FEED)
    heads = [chain.live(a_feed(), "newest")] + [
        chain.archive(a_feed(), shelved(name), NOW) for name in reversed(NAMES)
    ]
    pages = [json.loads(JSON_FEED.head(head) + JSON_FEED.tail(head)) for head in heads]

    following = [page.get("next_url") for page in pages]
    assert following == [page["feed_url"] for page in pages[1:]] + [None]
    assert len({page["feed_url"] for page in pages}) == len(pages)


def test_channel_without_history_links_to_none():
    """
    FH-01: nothing older exists.
    """
    assert history(RSS).live(a_feed(), None) == a_feed()
