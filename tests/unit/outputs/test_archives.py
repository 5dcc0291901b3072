"""History as archived feeds: the chain, and what never changes again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reprise.outputs.archives import History, archive_key
from reprise.outputs.atom import ATOM
from reprise.outputs.checks import check
from reprise.outputs.formats import FeedWriter
from reprise.outputs.json_feed import JSON_FEED
from reprise.outputs.rss import RSS
from tests.unit.outputs.feed_samples import BASE, NOW, a_feed, an_entry, parsed, texts

NEWEST = 3
XML_WRITERS = [pytest.param(RSS, id="rss"), pytest.param(ATOM, id="atom")]


def history(writer: FeedWriter, newest: int = NEWEST) -> History:
    return History("front", writer, newest, BASE)


def archive(writer: FeedWriter, number: int, newest: int = NEWEST) -> Any:
    chain, entry = history(writer, newest), an_entry()
    feed = chain.archive(a_feed(), number, entry.updated_at)
    return chain.document(feed, number, [entry.key], [writer.entry(entry, feed)])


def links(body: bytes) -> dict[str, str]:
    found = parsed(body).iter("{http://www.w3.org/2005/Atom}link")
    return {link.get("rel"): link.get("href") for link in found if link.get("rel")}


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_chain_leads_from_the_live_feed_to_the_beginning(writer):
    """
    FH-01: prev-archive on everything but the oldest.
    """
    live = writer.head(history(writer).live(a_feed())) + writer.tail(a_feed())
    walked, address = [], links(live).get("prev-archive")
    while address:
        number = int(address.rpartition("/")[2].partition(".")[0])
        walked.append(number)
        address = links(archive(writer, number).body).get("prev-archive")

    assert walked == [3, 2, 1]


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_archive_says_so_and_where_the_live_feed_is(writer):
    """
    FH-02: fh:archive, empty, current, and next-archive where one exists.
    """
    middle, newest = (archive(writer, number).body for number in (2, 3))

    (mark,) = parsed(middle).iter("{http://purl.org/syndication/history/1.0}archive")
    assert (len(mark), mark.text) == (0, None)
    assert links(middle)["current"] == f"{BASE}/channels/front/feed.{writer.name}"
    assert links(middle)["next-archive"].endswith(f"/archive/3.{writer.name}")
    assert "next-archive" not in links(newest)


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_links_of_the_history_stand_on_the_feed_only(writer):
    """
    FH-04, FH-05: never inside an entry, and no fh:complete.
    """
    root = parsed(archive(writer, 2).body)
    inside = texts(root, "//item//a:link/@rel") + texts(root, "//a:entry/a:link/@rel")

    assert not {rel for rel in inside if "archive" in rel or rel == "current"}
    assert not [*root.iter("{http://purl.org/syndication/history/1.0}complete")]


@pytest.mark.parametrize("writer", [*XML_WRITERS, pytest.param(JSON_FEED, id="json")])
def test_archive_is_good_by_our_own_rules(writer):
    """
    RS-30, AT-02: its self link is its own address; no hub, for it does not change.
    """
    document = archive(writer, 2)

    assert check(document, now=NOW) == ()
    assert document.key == archive_key("front", writer, 2)
    assert b"hub" not in document.head


def test_sealed_archive_is_kept_for_a_year_and_the_newest_for_a_day():
    """
    FH-03, HTTP-06: the newest may still gain the link to its successor.
    """
    sealed, newest = archive(RSS, 2), archive(RSS, 3)

    assert (sealed.cache_seconds, sealed.immutable) == (31_536_000, True)
    assert (newest.cache_seconds, newest.immutable) == (86_400, False)


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_sealed_archive_does_not_change_when_others_follow(writer):
    """
    FH-03: its bytes are the same whether one or seven came after it.
    """
    assert archive(writer, 2).body == archive(writer, 2, newest=9).body


def test_pages_of_json_feed_never_lead_back():
    """
    JF-09: next_url differs from feed_url and from every one before.
    """
    chain = history(JSON_FEED)
    heads = [chain.live(a_feed())] + [chain.archive(a_feed(), number, NOW) for number in (3, 2, 1)]
    pages = [json.loads(JSON_FEED.head(head) + JSON_FEED.tail(head)) for head in heads]

    following = [page.get("next_url") for page in pages]
    assert following == [page["feed_url"] for page in pages[1:]] + [None]
    assert len({page["feed_url"] for page in pages}) == len(pages)


def test_channel_without_history_links_to_none():
    """
    FH-01: nothing older exists.
    """
    assert history(RSS, 0).live(a_feed()) == a_feed()
