"""A back catalogue comes in whole, once, and never as news."""

from __future__ import annotations

import json
import os
from datetime import timedelta

import pytest
from click.testing import CliRunner

from reprise.cli import commands
from reprise.cli._operator import Operator
from reprise.errors import TransientError
from reprise.pipeline.uploads import SIDECAR
from reprise.stores.watched import watched
from tests.newsroom import START, Newsroom, story

LAST_YEAR = START - timedelta(days=365)


@pytest.fixture
def newsroom():
    """One story of today."""
    newsroom = Newsroom.opened()
    newsroom.receives(story("today"))
    return newsroom


@pytest.fixture
def folder(tmp_path):
    """Three old stories, one of them in a folder of its own."""
    folder = tmp_path / "old"
    (folder / "more").mkdir(parents=True)
    for number, name in enumerate(("a.json", "b.json", "more/c.json")):
        at = (LAST_YEAR + timedelta(days=number)).isoformat()
        told = story(f"old{number}", published_at=at)
        (folder / name).write_text(json.dumps(told), encoding="utf-8")
    return folder


def imports(newsroom, folder, *options, stores=None):
    """``reprise import`` there, and everything that follows from it."""
    seen = len(newsroom.memory.inbox.arrived)
    operator = Operator(stores or newsroom.stores, newsroom.configuration, newsroom.now)
    command = ["import", str(folder), "--partner", "harbour", "--at-once", "2", *options]
    answer = CliRunner().invoke(commands, command, obj=operator)
    for upload in newsroom.memory.inbox.arrived[seen:]:
        newsroom.ingests(upload)
    newsroom.settles()
    return answer


def test_old_stories_take_their_place_below_the_news(newsroom, folder):
    """Newest first by the day they appeared on, whatever the order of upload."""
    imports(newsroom, folder)

    titles = [f"The {name} runs again" for name in ("today", "old2", "old1", "old0")]
    assert newsroom.titles() == titles
    published = [entry.published_parsed[:3] for entry in newsroom.feed().entries[1:]]
    assert published == [(2025, 3, 4), (2025, 3, 3), (2025, 3, 2)]


def test_old_stories_are_no_news(newsroom, folder):
    """The news sitemap stays as it is, and each story stands in the sitemap of its own day."""
    before = newsroom.read("news-sitemap.xml")
    imports(newsroom, folder)

    assert newsroom.read("news-sitemap.xml") == before
    assert len(newsroom.sitemap_urls("sitemap-2025-03-02.xml")) == 1


def test_a_full_feed_is_not_touched_and_no_hub_is_told(folder):
    """A channel that is full of newer stories does not change by a byte."""
    newsroom = Newsroom.opened()
    for number in range(50):
        newsroom.receives(story(f"new{number:02}"))
    before = newsroom.read("channels/front/feed.rss")
    told = len(newsroom.memory.hub.told)
    imports(newsroom, folder)

    assert newsroom.read("channels/front/feed.rss") == before
    assert len(newsroom.memory.hub.told) == told
    assert newsroom.channels_showing("old0") == []


def test_a_story_without_a_date_is_old_all_the_same(newsroom, folder):
    """Thirty days, or the day that is told."""
    (folder / "undated.json").write_text(json.dumps(story("undated")), encoding="utf-8")
    imports(newsroom, folder, "--undated", "2025-06-01")

    assert newsroom.titles()[:2] == ["The today runs again", "The undated runs again"]
    assert newsroom.feed().entries[1].published_parsed[:3] == (2025, 6, 1)


def test_a_story_we_had_already_stays_where_it_is(newsroom, folder):
    """Its release time never moves, although the archive knows an earlier day."""
    before = newsroom.feed().entries[0].published
    old = story("today", published_at=LAST_YEAR.isoformat(), headline="The today ran once")
    (folder / "today.json").write_text(json.dumps(old), encoding="utf-8")
    imports(newsroom, folder)

    assert newsroom.feed().entries[0].published == before


def test_the_second_time_nothing_is_sent(newsroom, folder):
    """The journal knows each file by its bytes; a changed one is sent again."""
    assert imports(newsroom, folder).stdout == "3 uploaded, 0 were there already\n"
    (folder / "b.json").write_text(json.dumps(story("old1", headline="New")), encoding="utf-8")

    assert imports(newsroom, folder).stdout == "1 uploaded, 2 were there already\n"


def test_goes_on_where_it_was_stopped(newsroom, folder):
    """Ctrl-C after the first file: the rest is sent later, nothing twice."""

    def interrupt(call):
        if call.name == "inbox.put" and call.phase == "before" and len(sent) == 1:
            raise KeyboardInterrupt
        if call.name == "inbox.put" and call.phase == "after":
            sent.append(call)

    sent: list[object] = []
    stopped = imports(
        newsroom, folder, "--at-once", "1", stores=watched(newsroom.stores, interrupt)
    )
    assert stopped.exit_code == 130

    assert imports(newsroom, folder).stdout == "2 uploaded, 1 were there already\n"
    assert len(newsroom.titles()) == 4


def test_a_torn_line_of_the_journal_costs_one_upload(newsroom, folder):
    """The machine went down while it was written: that file is sent again, and is a duplicate."""
    imports(newsroom, folder)
    journal = folder.with_name("old.imported")
    os.truncate(journal, journal.stat().st_size - 5)
    pages = newsroom.everything()

    assert imports(newsroom, folder).stdout == "1 uploaded, 2 were there already\n"
    assert newsroom.everything() == pages


def test_a_file_that_fails_costs_only_itself(newsroom, folder):
    """It is named, the others go on, and the next time it alone is sent."""

    def fail(call):
        if call.name == "inbox.put" and "a.json" in call.arguments[0]:
            raise TransientError("the line is down")

    answer = imports(newsroom, folder, stores=watched(newsroom.stores, fail))
    assert answer.exit_code == 1
    assert "a.json: the line is down" in answer.output

    assert imports(newsroom, folder).stdout == "1 uploaded, 2 were there already\n"


def test_permission_beside_a_story_goes_with_it(newsroom, folder):
    """A sidecar that forbids: the story is nowhere, at no moment."""
    terms = {"uses": {"display": {"allowed": False}}}
    (folder / f"a.json{SIDECAR}").write_text(json.dumps(terms), encoding="utf-8")
    imports(newsroom, folder)

    assert newsroom.channels_showing("old0") == []
    assert len(newsroom.titles()) == 3


def test_receipts_tell_what_became_of_each(newsroom, folder):
    """Counts by status, and the reasons of what was not accepted."""
    (folder / "bad.json").write_text('{"format": "reprise/1"}', encoding="utf-8")
    imports(newsroom, folder)
    told = imports(newsroom, folder, "--receipts").output

    assert "3 accepted, 1 refused" in told
    assert "refused: " in told


def test_only_a_partner_that_is_known(newsroom, folder):
    """Nothing is uploaded for a name that no agreement stands behind."""
    answer = imports(newsroom, folder, "--partner", "nobody")

    assert "no partner 'nobody'" in str(answer.exception)


def test_any_other_upload_is_of_today(newsroom):
    """An old date in a story that arrives as news does not hide it."""
    newsroom.receives(story("late", published_at=LAST_YEAR.isoformat()))

    assert newsroom.titles()[0] == "The late runs again"
    assert newsroom.feed().entries[0].published_parsed[:3] == (2026, 3, 2)
