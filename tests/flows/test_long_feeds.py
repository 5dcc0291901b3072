"""
Feeds of thousands of entries: each is taken in by itself, with a receipt of its own, and a complete
one says what is gone as a short one does, in any order of delivery (row B12, RFC 5005).
"""

from __future__ import annotations

import pytest

from tests.newsroom import Newsroom


@pytest.fixture
def newsroom(monkeypatch) -> Newsroom:
    """Three entries are many here."""
    monkeypatch.setattr("reprise.intake.feeds.LONG", 2)
    return Newsroom.opened()


def feed(*names: str, complete: bool = False) -> bytes:
    mark = "<fh:complete/>" if complete else ""
    items = "".join(
        f"<item><guid>{name}</guid><title>The {name} sails</title>"
        f"<description>The {name} to the outer islands sails again after a winter in dock. It carries "
        f"two hundred people and a dozen cars, and the {name} leaves four times a day, said the "
        f"company, which had to pay for buses to the bridge in the meantime.</description></item>"
        for name in names
    )
    return (
        '<rss version="2.0" xmlns:fh="http://purl.org/syndication/history/1.0">'
        f"<channel><title>Harbour</title>{mark}{items}</channel></rss>"
    ).encode()


def sailing(newsroom: Newsroom) -> set[str]:
    return {title.split()[1] for title in newsroom.titles()}


def test_each_entry_of_a_long_feed_has_its_own_receipt(newsroom):
    """The feed's receipt is the summary, and all of them answer to its ticket."""
    receipt = newsroom.receives(feed("ferry", "barge", "tug"), name="feed.xml", ticket="t1")
    assert receipt.status == "accepted"
    assert receipt.notes[0].found == "own uploads: 3"
    assert [part.items[0].guid for part in newsroom.parts]
    assert {part.key.split("/")[2] for part in newsroom.parts} == {"t1"}
    assert sailing(newsroom) == {"ferry", "barge", "tug"}


def test_a_long_feed_sent_again_adds_nothing(newsroom):
    """The same bytes twice: every entry is known."""
    newsroom.receives(feed("ferry", "barge", "tug"))
    newsroom.memory.clock.advance(hours=1)
    before = newsroom.everything()
    newsroom.parts.clear()
    newsroom.receives(feed("ferry", "barge", "tug"))
    assert {part.status for part in newsroom.parts} == {"duplicate"}
    assert newsroom.everything() == before


def test_what_is_missing_from_a_long_complete_feed_is_gone(newsroom):
    """And what is new in it is there; a short complete feed says the same."""
    newsroom.receives(feed("ferry", "barge", "tug", complete=True))
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives(feed("ferry", "tug", "yacht", complete=True))
    assert sailing(newsroom) == {"ferry", "tug", "yacht"}
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives(feed("yacht", complete=True))
    assert sailing(newsroom) == {"yacht"}


@pytest.mark.parametrize("late", ["feed", "entries"])
def test_a_complete_feed_takes_back_whatever_is_read_late(newsroom, late):
    """The older feed, or only its entries, are read after the newer one that lacks one of them."""
    older = newsroom.put(feed("ferry", "barge", "tug", complete=True))
    if late == "entries":
        newsroom.ingests(older)
    newsroom.memory.clock.advance(hours=1)
    newer = newsroom.put(feed("ferry", "tug", "yacht", complete=True))
    newsroom.ingests(newer)
    if late == "feed":
        newsroom.takes_in_parts()
        newsroom.ingests(older)
    newsroom.takes_in_parts()
    newsroom.settles()
    assert sailing(newsroom) == {"ferry", "tug", "yacht"}


def test_a_complete_feed_goes_on_taking_back_behind_hundreds_of_other_uploads(newsroom):
    """What was read since does not hide it from an older feed that comes late."""
    older = newsroom.put(feed("ferry", "barge"))
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives(feed("ferry", complete=True))
    for number in range(220):
        newsroom.memory.clock.advance(seconds=1)
        newsroom.ingests(
            newsroom.put({"format": "reprise/1", "action": "withdraw", "id": f"x{number}"})
        )
    newsroom.ingests(older)
    newsroom.settles()
    assert sailing(newsroom) == {"ferry"}


def test_a_long_complete_feed_with_an_entry_that_cannot_be_read_takes_nothing_back(newsroom):
    """Who is missing can't be told."""
    newsroom.receives(feed("ferry", "barge", "tug", complete=True))
    newsroom.memory.clock.advance(hours=1)
    nameless = b"<item><description>No name.</description></item></channel>"
    receipt = newsroom.receives(
        feed("ferry", "tug", complete=True).replace(b"</channel>", nameless)
    )
    assert "not_complete" in {note.code for note in receipt.notes}
    assert sailing(newsroom) == {"ferry", "barge", "tug"}
