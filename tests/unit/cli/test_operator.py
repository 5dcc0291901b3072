"""The operator's commands, on a newsroom in memory."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from reprise.cli import commands
from reprise.cli._operator import Operator
from tests.newsroom import CONFIGURATION, EVERYTHING, START, Newsroom, story


@pytest.fixture
def newsroom():
    """One article, published and an hour later withdrawn."""
    newsroom = Newsroom.opened()
    newsroom.receives(story())
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry"})
    return newsroom


def call(newsroom, *arguments):
    """What ``reprise`` answers there."""
    operator = Operator(newsroom.stores, newsroom.configuration, newsroom.now)
    return CliRunner().invoke(commands, arguments, obj=operator, catch_exceptions=False)


def article(newsroom):
    (record,) = newsroom.stores.articles.records_of("harbour")
    return record.article_id


def test_why_says_that_it_was_withdrawn(newsroom):
    """Row B92, in words and as JSON."""
    told = call(newsroom, "why", article(newsroom), "front").output
    assert "it was withdrawn" in told
    assert '"place": "front"' in call(newsroom, "why", article(newsroom), "--json").output


def test_history_tells_versions_and_where_it_was_shown(newsroom):
    """Row B50: both versions, and the ledger."""
    told = call(newsroom, "history", article(newsroom)).output
    assert "publish  The ferry runs again" in told
    assert "withdraw" in told
    assert (
        "front · full: from 2026-03-02T09:00:00+00:00 to 2026-03-02T10:00:00+00:00, "
        "granted (agreement harbour); gone: it was withdrawn"
    ) in told


def test_history_lists_by_partner_and_by_grant(newsroom):
    """Row B39: the newest first, with the end of each showing; in JSON for programs."""
    shown = json.loads(call(newsroom, "history", "--partner", "harbour", "--json").output)["shown"]
    assert {one["channel"] for one in shown} == {"site", "front", "sea", "short"}
    assert {one["ended_by"] for one in shown} == {"gone"}
    assert "front · full" in call(newsroom, "history", "--partner", "harbour").output
    none = call(newsroom, "history", "--partner", "harbour", "--grant", "g", "--json").output
    assert json.loads(none) == {"shown": []}
    assert call(newsroom, "history").exit_code == 2
    assert call(newsroom, "history", "a", "--partner", "harbour").exit_code == 2


def test_a_feed_is_printed_as_it_stood(newsroom):
    """Row B50: before the withdrawal it held the story, after it not."""
    before = (START + timedelta(minutes=30)).isoformat()
    assert "The ferry runs again" in call(newsroom, "at", before, "front").output
    after = newsroom.now.isoformat()
    assert "The ferry runs again" not in call(newsroom, "at", after, "front").output


def test_an_instant_without_an_offset_is_refused(newsroom):
    """The message says what to send instead."""
    answer = call(newsroom, "at", "2026-03-02T09:30:00", "front")
    assert answer.exit_code == 2
    assert "no UTC offset" in answer.output


def test_a_takedown_is_told_place_by_place(newsroom):
    """Row B46."""
    told = call(newsroom, "takedown", "status", article(newsroom))
    assert told.exit_code == 0
    assert "front: shown 2026-03-02T09:00:00+00:00, gone 2026-03-02T10:00:00+00:00" in told.output


def test_the_report_tells_what_a_document_leaves_out_and_why():
    """Row B85: also in what is said of the article itself; a bad document is named (B86)."""
    front = {"title": "MSN", "profile": "msn", "formats": ["rss"]}
    newsroom = Newsroom.opened({**CONFIGURATION, "channels": {"front": front}})
    newsroom.receives(story(headline="Too short"))
    reason = "the destination does not take it: title: 'Too short'; at least 21 characters"

    told = call(newsroom, "report", "front")
    assert told.exit_code == 0
    assert "channels/front/feed.rss leaves out" in told.output
    assert reason in told.output
    assert reason in call(newsroom, "why", article(newsroom)).output
    assert '"reason": "destination"' in call(newsroom, "report", "front", "--json").output


def test_a_channel_never_built_has_no_report(newsroom):
    """A name that is no channel's is not silently good."""
    told = call(newsroom, "report", "frnt")
    assert told.exit_code == 1
    assert "never built" in told.output


def test_takedowns_under_way_are_listed_and_one_that_is_overdue_fails(newsroom):
    """Row B46: without an article, all there are; the exit status is for scripts."""
    newsroom.receives(story("bridge"))
    newsroom.ingests(newsroom.put({"format": "reprise/1", "action": "kill", "id": "bridge"}))
    listed = call(newsroom, "takedown", "status")
    assert listed.exit_code == 0
    assert "front: shown 2026-03-02T10:00:00+00:00, still shown" in listed.output
    newsroom.memory.clock.advance(minutes=15)
    late = call(newsroom, "takedown", "status")
    assert late.exit_code == 1
    assert "overdue" in late.output


@pytest.mark.parametrize(
    "named",
    [
        {"id": "bridge"},
        {"id": "https://harbour.example/b"},
        {"canonical_url": "https://a.example/"},
        {},
    ],
    ids=["id", "guid", "address", "headline"],
)
@pytest.mark.parametrize(("action", "status"), [("withdraw", 410), ("kill", 410)])
def test_the_operator_takes_back_by_house_id(newsroom, action, status, named):
    """However its partner names the article, and in that partner's name."""
    sent = {key: value for key, value in story("bridge").items() if key != "id"} | named
    item = newsroom.item(sent)
    newsroom.memory.clock.advance(minutes=1)
    confirmed = ("--yes",) if action == "kill" else ()
    assert call(newsroom, "takedown", action, item.article_id, *confirmed).exit_code == 0
    newsroom.ingests(newsroom.memory.inbox.arrived[-1])
    newsroom.settles()
    assert newsroom.page_status(item.article_id) == status


def test_a_kill_is_asked_for_twice(newsroom):
    """It can't be undone: without a yes nothing is sent."""
    sent = len(newsroom.memory.inbox.arrived)
    assert call(newsroom, "takedown", "kill", article(newsroom)).exit_code == 1
    assert len(newsroom.memory.inbox.arrived) == sent


def test_only_a_grant_on_file_is_revoked(newsroom):
    """A slip of the pen must not put a revocation of nothing on file."""
    answer = call(newsroom, "takedown", "revoke", "harbour", "islands")
    assert answer.exit_code == 1
    assert "no grant 'islands' on file" in answer.output
    grant = {"id": "islands", "permission": {"basis": "permission", "uses": EVERYTHING}}
    newsroom.receives({"format": "reprise/1", "action": "grant", "grant": grant})
    assert call(newsroom, "takedown", "revoke", "harbour", "islands").exit_code == 0


def takes_in(newsroom):
    """What the command put in the inbox is read, and every channel takes its turn."""
    newsroom.ingests(newsroom.memory.inbox.arrived[-1])
    newsroom.settles()


@pytest.fixture
def bridge(newsroom):
    """An article of the same partner that is shown, and its house id."""
    return newsroom.receives(story("bridge")).items[0].article_id


def test_a_partner_is_closed_and_reopened_at_once(newsroom, bridge):
    """Everything leaves and tells when, without a new configuration; and may come back."""
    newsroom.receives(story("harvest"), partner="meadow")
    newsroom.memory.clock.advance(hours=1)
    assert call(newsroom, "takedown", "close", "harbour").exit_code == 0
    takes_in(newsroom)
    assert newsroom.titles() == ["The harvest runs again"]
    assert newsroom.page_status(bridge) == 410
    assert b"deleted-entry" in newsroom.stores.site.get("channels/front/feed.atom").body

    newsroom.memory.clock.advance(hours=1)
    assert call(newsroom, "takedown", "reopen", "harbour").exit_code == 0
    takes_in(newsroom)
    assert newsroom.titles() == ["The harvest runs again", "The bridge runs again"]
    assert newsroom.page_status(bridge) == 200


@pytest.mark.parametrize(("seconds", "shown"), [(-1, True), (0, False), (1, False)])
def test_a_partner_is_closed_at_an_instant(newsroom, bridge, seconds, shown):
    """The clock ends it: one second before, on and after."""
    at = newsroom.now + timedelta(days=1)
    assert call(newsroom, "takedown", "close", "harbour", "--at", at.isoformat()).exit_code == 0
    takes_in(newsroom)
    newsroom.memory.clock.advance(days=1, seconds=seconds)
    newsroom.strikes()
    newsroom.settles()
    assert bool(newsroom.titles()) is shown
    assert newsroom.page_status(bridge) == (200 if shown else 410)


@pytest.mark.parametrize(("seconds", "status"), [(899, 0), (900, 1), (901, 1)])
def test_pages_that_still_wait_after_a_close_are_overdue(newsroom, bridge, seconds, status):
    """Row B46: just before the deadline, on and after, while the site has not had its turn."""
    call(newsroom, "takedown", "close", "harbour")
    newsroom.ingests(newsroom.memory.inbox.arrived[-1])
    newsroom.memory.clock.advance(seconds=seconds)
    told = call(newsroom, "takedown", "status")
    assert told.exit_code == status
    assert ("the site is behind by 15 minutes" in told.output) is bool(status)
    newsroom.settles()
    assert call(newsroom, "takedown", "status").exit_code == 0


def test_a_partner_can_not_undo_what_the_house_put_on_file(newsroom, bridge):
    """Nor begin a grant of its own with the same word."""
    call(newsroom, "takedown", "close", "harbour")
    takes_in(newsroom)
    name = newsroom.stores.articles.grants("harbour")[0].grant_id
    undo = {"format": "reprise/1", "action": "revoke", "grant": {"id": name}}
    (item,) = newsroom.receives(undo).items
    assert item.status == "refused"
    assert "choose another id" in str(item.notes[0])
    assert newsroom.page_status(bridge) == 410


def test_the_permission_of_one_article_ends(newsroom, bridge):
    """Its later versions too; its neighbours stay."""
    newsroom.receives(story("harvest"))
    assert call(newsroom, "takedown", "expire", bridge).exit_code == 0
    takes_in(newsroom)
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(story("bridge", headline="The bridge runs twice a day"))
    assert newsroom.titles() == ["The harvest runs again"]
    assert f"(grant house: end of {bridge})" in call(newsroom, "why", bridge, "front").output


@pytest.mark.parametrize(
    "arguments", [("close", "nobody"), ("reopen", "harbour"), ("expire", "nothing")]
)
def test_what_is_not_there_can_not_end(newsroom, arguments):
    """A slip of the pen is told, and nothing is sent."""
    sent = len(newsroom.memory.inbox.arrived)
    assert call(newsroom, "takedown", *arguments).exit_code == 1
    assert len(newsroom.memory.inbox.arrived) == sent


def test_a_rebuild_of_the_unchanged_says_so(newsroom):
    """Row B51."""
    assert "1 looked at, 0 changed" in call(newsroom, "rebuild").output


@pytest.mark.parametrize(
    ("which", "looked_at"),
    [(("--channel", "sea"), 1), (("--channel", "front"), 2), (("--partner", "meadow"), 1)],
    ids=["channel", "other-channel", "partner"],
)
def test_a_rebuild_looks_at_what_it_is_asked_to(newsroom, which, looked_at):
    """Row B51: by channel also what would belong there, by partner only its own."""
    newsroom.receives(story("harvest", sections=["Land"]), partner="meadow")
    assert f"{looked_at} looked at" in call(newsroom, "rebuild", *which).output


@pytest.mark.parametrize(
    "which", [("--article", "a"), ("--partner", "nobody"), ("--channel", "frnt")]
)
def test_a_rebuild_of_what_is_not_there_is_an_error(newsroom, which):
    """It must not look like a rebuild in which nothing changed."""
    answer = call(newsroom, "rebuild", *which)
    assert answer.exit_code == 1
    assert "no such" in answer.output


def test_publish_asks_for_turns(newsroom):
    """The generation asked for is told."""
    assert call(newsroom, "publish", "front", "--accept").output == "front: generation 3\n"


def test_nothing_waits_for_review(newsroom):
    """An empty list is no output."""
    assert call(newsroom, "review", "harbour").output == ""
