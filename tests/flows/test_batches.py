"""
Uploads that came together: as if they had come one by one, with fewer calls of the stores.
"""

from __future__ import annotations

from collections import Counter

import pytest

from reprise.errors import TransientError
from reprise.model.messages import Upload
from reprise.model.receipt import ReceiptStatus
from reprise.pipeline.announce import announce
from reprise.pipeline.batch import STORED_AT_ONCE
from reprise.pipeline.ingest import TOGETHER_BYTES, ingest_all
from reprise.pipeline.job import Ingested
from reprise.stores.watched import Call, Tally
from tests.newsroom import Newsroom, story

LONG = " ".join(f"word{n} of the harbour" for n in range(60))


def take_in(newsroom, uploads):
    """Take *uploads* in together, and announce them."""
    done = ingest_all(
        uploads, stores=newsroom.stores, configuration=newsroom.configuration, now=newsroom.now
    )
    channels = [one.channels for one in done if isinstance(one, Ingested)]
    announce(frozenset().union(*channels), stores=newsroom.stores, now=newsroom.now)
    return done


def put_all(newsroom):
    """Uploads of every kind, some about the same article; each a second after the one before."""
    yield newsroom.put(story("ferry"))
    yield newsroom.put(story("bridge", body_html=f"<p>{LONG}</p>"))
    newsroom.memory.clock.advance(seconds=1)
    yield newsroom.put(story("ferry", headline="The ferry is late"))
    yield newsroom.put(b"\x00\x01 nothing that anybody could read")
    yield newsroom.put(story("dam", body_html=f"<p>{LONG}</p>"), partner="meadow")
    newsroom.memory.clock.advance(seconds=1)
    yield newsroom.put({"format": "reprise/1", "id": "ferry", "action": "withdraw"})
    yield newsroom.put(story("mill"), ticket="beside", name="mill.json")
    stated = {"uses": {"syndicate_full": {"allowed": False}}}
    yield newsroom.put(stated, ticket="beside", name="mill.json.permission.json")
    yield newsroom.put(story("quay"), partner="silent")
    yield newsroom.put(
        {
            "format": "reprise/1",
            "action": "grant",
            "grant": {"id": "g1", "permission": {"uses": {"display": {"allowed": True}}}},
        },
        partner="silent",
    )
    yield newsroom.put(story("pier"), partner="silent")


def stored(newsroom):
    """Everything that is public, and every receipt's status."""
    partners = newsroom.configuration.partners
    receipts = {
        one.key: one.status for name in partners for one in newsroom.stores.articles.receipts(name)
    }
    return newsroom.everything(), receipts


@pytest.fixture(scope="module")
def one_by_one():
    """The same uploads, each taken in alone."""
    newsroom = Newsroom.opened()
    for upload in list(put_all(newsroom)):
        newsroom.ingests(upload)
    newsroom.settles()
    return stored(newsroom)


@pytest.mark.parametrize("size", [2, 5, 11])
def test_a_batch_leaves_what_its_uploads_leave_one_by_one(one_by_one, size):
    """
    Versions of one article, copies, a sidecar, a grant and what waits for it, and a file nobody can
    read: the same public bytes and the same answers, however they are cut into batches.
    """
    newsroom = Newsroom.opened()
    uploads = list(put_all(newsroom))
    for start in range(0, len(uploads), size):
        take_in(newsroom, uploads[start : start + size])
    newsroom.settles()

    assert stored(newsroom) == one_by_one
    assert set(one_by_one[1].values()) >= {ReceiptStatus.ACCEPTED, ReceiptStatus.REFUSED}


def test_a_quota_is_counted_article_by_article():
    """
    The first two of a batch are accepted and the third waits, as its receipt says.
    """
    newsroom = Newsroom.opened()
    limited = {"quota": {"count": 2, "period": "day"}}
    uploads = []
    for number in range(3):
        newsroom.memory.clock.advance(seconds=1)
        uploads.append(newsroom.put(story(f"s{number}", permission=limited)))

    done = take_in(newsroom, uploads)

    shown = [one.receipt.items[0].shown[0].outcome for one in done]
    assert shown == ["granted", "granted", "held"]


def test_ten_articles_share_their_calls():
    """
    Each has its own reads of the inbox; everything else is asked and stored for all of them.
    """
    newsroom = Newsroom.opened()
    tally = Tally()
    uploads = [newsroom.put(story(f"s{n}", body_html=f"<p>{LONG} {n}</p>")) for n in range(10)]
    newsroom.stores = newsroom.memory.stores(tally)

    done = take_in(newsroom, uploads)

    assert {one.receipt.status for one in done} == {ReceiptStatus.ACCEPTED}
    assert tally.calls == Counter(
        {
            "inbox.read": 20,
            "articles.look_up": 1,
            "articles.grants": 1,
            "archive.add": 1,
            "articles.add_sketches": 1,
            "articles.commit_all": 1,
            "articles.sketched": 1,
            "board.mark_dirty": 1,
            "turns.send": 1,
        }
    )


def test_large_uploads_are_taken_in_by_themselves():
    """
    Ten of them at once would not fit into the function's memory; in order all the same.
    """
    newsroom = Newsroom.opened()
    small = [newsroom.put(story(f"s{n}")) for n in range(4)]
    large = small[1].model_copy(update={"bytes": TOGETHER_BYTES})
    asked: list[int] = []

    def note(call: Call) -> None:
        if (call.name, call.phase) == ("articles.look_up", "before"):
            asked.append(len(call.arguments[0]))

    newsroom.stores = newsroom.memory.stores(note)
    done = take_in(newsroom, [small[0], large, small[2], small[3]])

    assert asked == [1, 1, 2]
    assert [one.receipt.items[0].item for one in done] == ["s0", "s1", "s2", "s3"]


def test_what_is_not_there_yet_stops_no_neighbour():
    """
    It comes again by itself.
    """
    newsroom = Newsroom.opened()
    there = newsroom.put(story("ferry"))
    missing = Upload(key="inbox/harbour/t9999/later.json", version_id="v9")

    late, good = take_in(newsroom, [missing, there])

    assert isinstance(late, TransientError)
    assert good.receipt.status is ReceiptStatus.ACCEPTED


def test_an_upload_delivered_twice_at_once_has_one_receipt():
    """
    And both deliveries are done with.
    """
    newsroom = Newsroom.opened()
    upload = newsroom.put(story("ferry"))

    one, other = take_in(newsroom, [upload, upload])

    assert one.receipt.status is other.receipt.status is ReceiptStatus.ACCEPTED
    assert len(newsroom.stores.articles.receipts("harbour")) == 1
    assert take_in(newsroom, [upload])[0].again


def test_another_writer_costs_only_the_article_it_wrote():
    """
    Somebody stores a version between the look-up and the commit: that article is decided anew,
    and all are in.
    """
    newsroom = Newsroom.opened()
    uploads = [newsroom.put(story(name)) for name in ("ferry", "bridge", "mill")]
    rival = newsroom.put(story("bridge", headline="Another bridge"))
    plain = newsroom.stores

    def overtake(call: Call) -> None:
        if (
            call.name == "articles.commit_all"
            and call.phase == "before"
            and newsroom.stores != plain
        ):
            newsroom.stores = plain
            take_in(newsroom, [rival])

    newsroom.stores = newsroom.memory.stores(overtake)
    done = take_in(newsroom, uploads)

    assert all(isinstance(one, Ingested) for one in done)
    records = list(newsroom.stores.articles.records_of("harbour"))
    assert sorted(len(record.versions) for record in records) == [1, 1, 2]
    assert len(newsroom.stores.articles.receipts("harbour")) == 4


@pytest.mark.parametrize("crash_at", range(1, 30))
def test_a_batch_that_dies_at_any_call_is_finished_by_its_redelivery(one_by_one, crash_at):
    """
    Before each call in turn; what comes again is taken in one by one, as the door does.
    """

    class Died(BaseException):
        """The function is gone."""

    newsroom = Newsroom.opened()
    uploads = list(put_all(newsroom))
    plain, calls = newsroom.stores, 0

    def die(call: Call) -> None:
        nonlocal calls
        if call.phase == "before" and call.name != "inbox.read":
            calls += 1
            if calls == crash_at:
                raise Died

    newsroom.stores = newsroom.memory.stores(die)
    try:
        take_in(newsroom, uploads)
    except Died:
        newsroom.stores = plain
        for upload in uploads:
            newsroom.ingests(upload)
    newsroom.stores = plain
    newsroom.settles()

    assert stored(newsroom) == one_by_one


def test_a_feed_longer_than_what_is_stored_at_once_is_taken_in_whole():
    """
    Its articles go in several steps, its receipt after all of them.
    """
    items = "".join(
        f"<item><title>Story {n}</title><guid>urn:s:{n}</guid><description>&lt;p&gt;It happened "
        f"in the harbour, number {n}.&lt;/p&gt;</description></item>"
        for n in range(STORED_AT_ONCE + 5)
    )
    rss = f"<rss version='2.0'><channel><title>Bay</title>{items}</channel></rss>"
    newsroom = Newsroom.opened()

    (done,) = take_in(newsroom, [newsroom.put(rss.encode(), name="feed.rss")])

    assert len(done.receipt.items) == STORED_AT_ONCE + 5
    assert len(list(newsroom.stores.articles.records_of("harbour"))) == STORED_AT_ONCE + 5
