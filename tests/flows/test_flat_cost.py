"""
Invariant 9: an article more in a hundred thousand costs what it costs in a hundred.

Counted are calls, rows, and bytes both ways, of one upload with everything that follows from it,
above archives of three sizes. The index of the sitemaps is the one document that grows with age:
by a line a day, not by articles; the archives here are all a hundred days old.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from reprise.model.configuration import SITE
from reprise.model.versions import (
    AgendaRow,
    ArticleRecord,
    Listing,
    MemberRow,
    Membership,
    Status,
    Volume,
)
from reprise.pipeline.announce import announce
from reprise.pipeline.fingerprint import fingerprint
from reprise.stores.ports import Commit
from reprise.stores.watched import Tally
from tests.newsroom import START, Newsroom, story

SIZES = (100, 10_000, 100_000)
DAYS = 100
IN_A_VOLUME = 20


def with_archive(size: int) -> Newsroom:
    """A newsroom that published *size* articles in the last hundred days, feeds up to date."""
    newsroom = Newsroom.opened()
    listing = Listing(headline="An old story", guid="urn:old", language="en", sections=("Sea",))
    channels = (SITE, "front", "sea", "short", "section:sea")
    first = MemberRow(
        channel=SITE,
        article_id="old",
        partner="harbour",
        rev=1,
        release_at=START,
        updated_at=START,
        live=True,
        status=Status.USABLE,
        article_key="articles/old.json",
        listing=listing,
    )
    old = ArticleRecord(article_id="old", partner="harbour", identity="old", guid="urn:old", rev=1)
    span = timedelta(seconds=DAYS * 86_400 // size)
    for number in range(size):
        at = START - timedelta(days=DAYS + 3) + number * span
        name, guid = f"old{number:06}", f"urn:old:{number:06}"
        update = {
            "article_id": name,
            "release_at": at,
            "updated_at": at,
            "article_key": f"articles/{name}.json",
            "listing": listing.model_copy(update={"guid": guid}),
        }
        row = first.model_copy(update=update)
        rows = tuple(row.model_copy(update={"channel": channel}) for channel in channels)
        memberships = tuple(Membership(channel=c, release_at=at) for c in channels)
        record = old.model_copy(
            update={"article_id": name, "identity": name, "guid": guid, "memberships": memberships}
        )
        newsroom.stores.articles.commit(Commit(record=record, members=rows))
        newsroom.stores.archive.put(f"articles/{name}.json", article(guid))
        if number % IN_A_VOLUME == 0 and number < size - IN_A_VOLUME:
            close_volume(newsroom, at, at + IN_A_VOLUME * span)
    for channel in newsroom.channels():
        # As if they had been built like this: their volumes are not looked through.
        newsroom.stores.board.finish(
            channel, 0, next_change_at=None, fingerprint=fingerprint(newsroom.configuration)
        )
    newsroom.rebuilds()
    return newsroom


def close_volume(newsroom: Newsroom, start: datetime, end: datetime) -> None:
    """A closed part of every channel's history."""
    for channel in newsroom.configuration.channels:
        newsroom.stores.articles.add_volume(Volume(channel=channel, start=start, end=end))


def article(guid: str) -> bytes:
    """A text of the archive."""
    return json.dumps(
        {
            "article_id": "old",
            "guid": guid,
            "partner": "harbour",
            "headline": "An old story",
            "body_html": "<p>It was a calm day on the bay, as most of them are.</p>",
            "language": "en",
        }
    ).encode()


def cost(size: int) -> dict[str, object]:
    newsroom = with_archive(size)
    newsroom.receives(story("warm-up"))
    tally = counted(newsroom)
    newsroom.receives(story("new"))
    assert newsroom.titles()[0] == "The new runs again"
    again = counted(newsroom)
    look_again(newsroom, f"old{size // 2:06}")
    return {
        "calls": dict(tally.calls),
        "items": (tally.items_in, tally.items_out),
        "bytes": (tally.bytes_in, tally.bytes_out),
        "calls for an archived article": dict(again.calls),
    }


def counted(newsroom: Newsroom) -> Tally:
    """A minute later, every call from now on is counted."""
    tally = Tally()
    newsroom.stores = newsroom.memory.stores(tally)
    newsroom.memory.clock.advance(minutes=1)
    return tally


def look_again(newsroom: Newsroom, article_id: str) -> None:
    """Something about an article in the channel's history may have changed."""
    row = AgendaRow(at=newsroom.now, article_id=article_id, token="t", place="front")
    newsroom.stores.articles.add_agenda([row])
    announce(["front"], stores=newsroom.stores, now=newsroom.now)
    newsroom.settles()
    assert any("/archive/" in key for report in newsroom.reports for key in report.written)


@pytest.fixture(scope="module")
def costs() -> dict[int, dict[str, object]]:
    """What one upload costs above each archive."""
    return {size: cost(size) for size in SIZES}


def test_the_same_calls_are_made_however_many_articles_there_are(costs):
    """A hundred, ten thousand, a hundred thousand: call by call the same."""
    assert costs[100]["calls"] == costs[10_000]["calls"] == costs[100_000]["calls"]


def test_not_a_row_more_is_read_or_written(costs):
    """From where the lists are full on, the rows both ways are the same, and so are the bytes."""
    medium, large = costs[10_000], costs[100_000]
    assert medium["items"] == large["items"]
    for one, other in zip(medium["bytes"], large["bytes"], strict=True):
        # Other dates in the lists are written longer or shorter by some characters.
        assert abs(one - other) < one / 1000


def test_a_full_list_reads_no_more_than_its_length(costs):
    """What the small archive lacks is only the rows that its lists can't fill yet."""
    small, large = costs[100]["items"], costs[100_000]["items"]
    assert large[0] == small[0]
    assert large[1] - small[1] <= 100


def test_a_look_at_an_archived_article_reads_its_own_volume_only(costs):
    """However long the history of the channel is."""
    looks = [costs[size]["calls for an archived article"] for size in SIZES]
    assert looks[0] == looks[1] == looks[2]
    assert looks[0]["articles.members_between"] < 5
