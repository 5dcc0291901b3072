"""
The whole flow over HTTP on moto: tickets, forms, queues, handlers, site, as `make run` does it.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

import pytest

from reprise.local.clock import SteppedClock
from reprise.local.world import ROOT, Options, world
from tests.local_newsroom import LocalNewsroom, ferry

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SHARED = Path(os.environ.get("REPRISE_SHARED", ROOT.parent / "shared"))
CAPTURE = SHARED / "samples" / "captures" / "escaping-a-bear-hug.txt"


@pytest.fixture
def newsroom(tmp_path):
    """A fresh world on a clock that moves only when told to."""
    with world(Options(), SteppedClock(START)) as here:
        yield LocalNewsroom(here, tmp_path)


def test_an_upload_is_in_every_feed_of_its_channels_and_has_a_page(newsroom):
    """
    From ticket to RSS, Atom and JSON Feed, sitemap and page, over HTTP all the way.
    """
    receipt = newsroom.uploads(ferry())

    assert receipt.status == "accepted"
    for kind in ("rss", "atom"):
        assert (
            newsroom.titles("front", kind)
            == newsroom.titles("world", kind)
            == ["The ferry runs again"]
        )
    with urlopen(f"{newsroom.here.site_url}/channels/front/feed.json") as answer:
        assert [item["title"] for item in json.load(answer)["items"]] == ["The ferry runs again"]
    assert newsroom.titles("deutsch") == []
    (entry,) = newsroom.feed().entries
    assert entry.link == receipt.items[0].url
    assert newsroom.status(entry.link) == 200
    assert entry.link in urlopen(f"{newsroom.here.site_url}/news-sitemap.xml").read().decode()


def test_a_second_version_replaces_the_first_under_the_same_id_and_address(newsroom):
    """
    One entry, new words, same guid, same page; the source's order decides, not arrival.
    """
    newsroom.uploads(ferry())
    (before,) = newsroom.feed().entries

    newsroom.passes(minutes=5)
    receipt = newsroom.uploads(
        ferry(
            headline="The ferry runs twice",
            updated_at="2026-03-02T09:04:00Z",
            correction="Twice, not once.",
        ),
        name="another name.json",
    )

    (after,) = newsroom.feed().entries
    assert receipt.status == "accepted"
    assert after.title == "The ferry runs twice"
    assert (after.id, after.link) == (before.id, before.link)
    assert after.published == before.published
    assert after.updated > before.updated


def test_an_older_version_that_comes_late_changes_nothing(newsroom):
    """
    What the versions say about themselves decides (invariant 4).
    """
    newsroom.uploads(ferry(headline="Newer", updated_at="2026-03-02T08:30:00Z"))
    before = newsroom.etags()

    receipt = newsroom.uploads(ferry(headline="Older", updated_at="2026-03-02T07:00:00Z"))

    assert receipt.status == "superseded"
    assert newsroom.titles() == ["Newer"]
    assert newsroom.etags() == before


def test_a_withdrawal_takes_the_article_out_of_everything_and_its_page_says_gone(newsroom):
    """
    Gone from the feeds, told as a tombstone in Atom, page answers 410, sitemap line gone.
    """
    receipt = newsroom.uploads(ferry())
    url = receipt.items[0].url

    newsroom.passes(minutes=5)
    newsroom.asks("/withdrawals", {"id": "ferry"})

    assert newsroom.titles("front", "rss") == newsroom.titles("front", "atom") == []
    atom = urlopen(f"{newsroom.here.site_url}/channels/front/feed.atom").read().decode()
    assert "deleted-entry" in atom
    assert newsroom.status(url) == 410
    for name in newsroom.here.stores.site.keys(""):
        if "sitemap" in name:
            assert url not in urlopen(f"{newsroom.here.site_url}/{name}").read().decode()


def test_the_same_file_again_is_a_duplicate_and_writes_nothing(newsroom):
    """
    Another upload, another receipt, no document touched (invariant 3).
    """
    newsroom.uploads(ferry())
    before = newsroom.etags()

    newsroom.passes(minutes=2)
    receipt = newsroom.uploads(ferry())

    assert receipt.status == "duplicate"
    assert newsroom.titles() == ["The ferry runs again"]
    assert newsroom.etags() == before


def test_idle_turns_write_nothing(newsroom):
    """
    Every channel asked to build again, hours of clock: not one object is written (HTTP-03).
    """
    from reprise.pipeline.announce import announce

    newsroom.uploads(ferry())
    before = newsroom.etags()

    names = ("site", *newsroom.here.configuration.channels)
    announce(names, stores=newsroom.here.stores, now=newsroom.here.clock())
    newsroom.passes(minutes=10)
    for _ in range(3):
        newsroom.passes(hours=1)

    assert newsroom.etags() == before


def test_an_embargo_lifts_by_the_clock_alone(newsroom):
    """
    Nothing of it anywhere before, everything at its minute; nobody uploads anything.
    """
    permission = {"embargoed_until": "2026-03-02T10:00:00Z"}
    newsroom.uploads(ferry(permission=permission))
    marker = b"ferry runs again"
    bucket = newsroom.here.addresses["SiteBucket"]["Ref"]

    def leaked():
        s3 = newsroom.here.clients.s3
        keys = newsroom.here.stores.site.keys("")
        return [k for k in keys if marker in s3.get_object(Bucket=bucket, Key=k)["Body"].read()]

    newsroom.passes(minutes=58)
    assert leaked() == []
    newsroom.passes(minutes=2)
    newsroom.passes(minutes=1)
    assert newsroom.titles() == ["The ferry runs again"]


def test_a_sidecar_travels_with_its_file(newsroom):
    """
    Plain text cannot carry a permission; the file beside it can, and narrows what may be shown.
    """
    text = b"""The harbour opens on Monday

By Ann Weir

The harbour opens on Monday, the council said in a long statement on Friday evening, and the first
boats are expected before noon. It had been closed for a year, and the town had waited for the day.

Fishermen said they would be out before sunrise. The season is short, and the quay was rebuilt at a
cost that the council put at two million, a third of it paid by the port authority itself.

The ferry company will follow in April. Its director said that the timetable would be the old one,
with four boats a day, and that nobody had been let go during the winter in dock.
"""
    sidecar = {
        "uses": {"syndicate_full": {"allowed": False}, "syndicate_excerpt": {"allowed": False}}
    }

    receipt = newsroom.uploads(text, name="harbour.txt", sidecar=sidecar)

    assert receipt.status == "accepted", receipt
    assert newsroom.titles() == []
    assert newsroom.status(receipt.items[0].url) == 200


@pytest.mark.skipif(not CAPTURE.exists(), reason=f"no {CAPTURE}: set REPRISE_SHARED to try it")
def test_the_real_capture_comes_out_whole(newsroom):
    """
    The copied page ends as one article: its own words, all of them, and nothing of the page.
    """
    receipt = newsroom.uploads(CAPTURE.read_bytes(), name=CAPTURE.name)

    assert receipt.status == "accepted"
    (entry,) = newsroom.feed("front", "rss").entries
    assert entry.title == "Escaping a bear hug: Kazakhstan seeks closer ties to US, Europe"
    assert [tag.term for tag in entry.tags] == ["Analysis", "Middle East"]
    body = entry.content[0].value
    assert "Eight years ago, Kazakhs shrugged off" in body
    assert "renamed Nur-Sultan in 2019." in body
    assert "\xa0" not in body
    assert len(receipt.items[0].removals) >= 7
