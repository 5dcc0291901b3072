"""History as archived feeds: the chain, what closes when, and what never changes again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from reprise.outputs.archives import History, archive_key, closed, closes_at, period_of
from reprise.outputs.atom import ATOM
from reprise.outputs.checks import check
from reprise.outputs.formats import FeedWriter
from reprise.outputs.json_feed import JSON_FEED
from reprise.outputs.rss import RSS
from tests.unit.outputs.feed_samples import BASE, NOW, a_feed, an_entry, parsed, texts

PERIODS = ("2025-12", "2026-01", "2026-02")
XML_WRITERS = [pytest.param(RSS, id="rss"), pytest.param(ATOM, id="atom")]


def history(writer: FeedWriter, periods: tuple[str, ...] = PERIODS) -> History:
    return History("front", writer, periods, BASE)


def archive(writer: FeedWriter, period: str, periods: tuple[str, ...] = PERIODS) -> Any:
    chain, entry = history(writer, periods), an_entry()
    feed = chain.archive(a_feed(), period, entry.updated_at)
    return chain.document(feed, period, [entry.key], [writer.entry(entry, feed)])


def links(body: bytes) -> dict[str, str]:
    found = parsed(body).iter("{http://www.w3.org/2005/Atom}link")
    return {link.get("rel"): link.get("href") for link in found if link.get("rel")}


@pytest.mark.parametrize(
    ("moment", "periods"),
    [
        (datetime(2026, 2, 28, 23, 59, 59, tzinfo=UTC), ("2026-01",)),
        (datetime(2026, 3, 1, tzinfo=UTC), ("2026-01", "2026-02")),
        (datetime(2026, 3, 1, 0, 0, 1, tzinfo=UTC), ("2026-01", "2026-02")),
    ],
    ids=["just-before", "on", "just-after"],
)
def test_month_is_archived_when_it_is_over(moment, periods):
    """
    FH-02: never an archive that is still being filled.
    """
    assert closed(["2026-03", "2026-02", "2026-01", "2026-02"], moment) == periods


def test_period_is_the_month_in_utc():
    """
    The same article lies in the same archive wherever it is asked from.
    """
    tokyo = datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=9)))

    assert period_of(tokyo) == "2026-02"
    assert closes_at("2025-12") == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_chain_leads_from_the_live_feed_to_the_beginning(writer):
    """
    FH-01: prev-archive on everything but the oldest.
    """
    live = writer.head(history(writer).live(a_feed())) + writer.tail(a_feed())
    walked, address = [], links(live).get("prev-archive")
    while address:
        period = address.rpartition("/")[2].partition(".")[0]
        walked.append(period)
        address = links(archive(writer, period).body).get("prev-archive")

    assert walked == ["2026-02", "2026-01", "2025-12"]


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_archive_says_so_and_where_the_live_feed_is(writer):
    """
    FH-02: fh:archive, empty, current, and next-archive where one exists.
    """
    middle, newest = (archive(writer, period).body for period in ("2026-01", "2026-02"))

    (mark,) = parsed(middle).iter("{http://purl.org/syndication/history/1.0}archive")
    assert (len(mark), mark.text) == (0, None)
    assert links(middle)["current"] == f"{BASE}/channels/front/feed.{writer.name}"
    assert links(middle)["next-archive"].endswith(f"/archive/2026-02.{writer.name}")
    assert "next-archive" not in links(newest)


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_links_of_the_history_stand_on_the_feed_only(writer):
    """
    FH-04, FH-05: never inside an entry, and no fh:complete.
    """
    root = parsed(archive(writer, "2026-01").body)
    inside = texts(root, "//item//a:link/@rel") + texts(root, "//a:entry/a:link/@rel")

    assert not {rel for rel in inside if "archive" in rel or rel == "current"}
    assert not [*root.iter("{http://purl.org/syndication/history/1.0}complete")]


@pytest.mark.parametrize("writer", [*XML_WRITERS, pytest.param(JSON_FEED, id="json")])
def test_archive_is_good_by_our_own_rules(writer):
    """
    RS-30, AT-02: its self link is its own address; no hub, for it does not change.
    """
    document = archive(writer, "2026-01")

    assert check(document, now=NOW) == ()
    assert document.key == archive_key("front", writer, "2026-01")
    assert b"hub" not in document.head


def test_sealed_archive_is_kept_for_a_year_and_the_newest_for_a_day():
    """
    FH-03, HTTP-06: the newest may still gain the link to its successor.
    """
    sealed, newest = archive(RSS, "2026-01"), archive(RSS, "2026-02")

    assert (sealed.cache_seconds, sealed.immutable) == (31_536_000, True)
    assert (newest.cache_seconds, newest.immutable) == (86_400, False)


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_sealed_archive_does_not_change_when_months_are_added(writer):
    """
    FH-03: the bytes of January are the same in March and in May.
    """
    later = (*PERIODS, "2026-03", "2026-04")

    assert archive(writer, "2026-01").body == archive(writer, "2026-01", later).body


def test_pages_of_json_feed_never_lead_back():
    """
    JF-09: next_url differs from feed_url and from every one before.
    """
    chain = history(JSON_FEED)
    heads = [chain.live(a_feed())] + [
        chain.archive(a_feed(), period, NOW) for period in reversed(PERIODS)
    ]
    pages = [json.loads(JSON_FEED.head(head) + JSON_FEED.tail(head)) for head in heads]

    following = [page.get("next_url") for page in pages]
    assert following == [page["feed_url"] for page in pages[1:]] + [None]
    assert len({page["feed_url"] for page in pages}) == len(pages)


def test_channel_without_history_links_to_none():
    """
    FH-01: nothing older exists.
    """
    assert history(RSS, ()).live(a_feed()) == a_feed()
