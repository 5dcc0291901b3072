"""An article's life end to end, in memory: from its upload to every public document."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from reprise.lifecycle.state import state_of
from reprise.pipeline.announce import announce
from reprise.pipeline.preview import preview
from reprise.pipeline.rebuild import every_record, rebuild
from reprise.pipeline.review import let_through, waiting
from reprise.pipeline.takedown import takedown
from reprise.pipeline.why import why
from tests.newsroom import CONFIGURATION, EVERYTHING, START, Newsroom, story


@pytest.fixture
def newsroom() -> Newsroom:
    """A newsroom with three partners and three channels."""
    return Newsroom.opened()


def test_an_upload_reaches_feeds_page_and_sitemaps(newsroom):
    """One upload of one article shows wherever it may, under one id (X-11)."""
    item = newsroom.item(story())
    assert item.status == "accepted"
    guid = {newsroom.feed("front", kind).entries[0].id for kind in ("rss", "atom")}
    assert guid == {newsroom.json_feed()["items"][0]["id"]} == {item.guid}
    assert newsroom.page_status(item.article_id) == 200
    assert item.url in newsroom.sitemap_urls("sitemap-2026-03-02.xml")
    assert item.url in newsroom.sitemap_urls("news-sitemap.xml")
    assert "https://bulletin.example/sitemap-2026-03-02.xml" in newsroom.sitemap_urls("sitemap.xml")


def test_an_article_without_any_permission_is_held_and_shown_nowhere(newsroom):
    """Absent permission is no (invariant 1, row B40); the receipt says so."""
    item = newsroom.item(story(headline="Plover census begins"), partner="silent")
    assert item.status == "held"
    assert item.notes
    assert not any(b"Plover" in body for body in newsroom.everything().values())


def test_an_idle_rebuild_writes_nothing(newsroom):
    """Same state, same bytes, no put (invariant 3, X-12, HTTP-03)."""
    newsroom.receives(story())
    newsroom.receives(story("lighthouse"))
    newsroom.memory.clock.advance(minutes=7)
    reports = newsroom.rebuilds()
    assert len(reports) == 4
    assert [report.written for report in reports] == [()] * 4


def test_a_second_version_replaces_the_first_and_keeps_its_identity(newsroom):
    """A newer version changes the text, never id or publication date (row M43, C1, C3)."""
    first = newsroom.item(story())
    published = newsroom.feed().entries[0].published
    newsroom.memory.clock.advance(hours=1)
    second = newsroom.item(story(headline="The ferry runs again, with a new captain"))
    assert (second.article_id, second.guid) == (first.article_id, first.guid)
    (entry,) = newsroom.feed().entries
    assert entry.title == "The ferry runs again, with a new captain"
    assert entry.published == published


def test_the_same_file_again_is_a_duplicate_that_changes_nothing(newsroom):
    """A re-upload is answered as a duplicate; not a byte moves (row M61)."""
    newsroom.receives(story())
    before = newsroom.everything()
    newsroom.memory.clock.advance(hours=1)
    again = newsroom.item(story())
    assert again.status == "duplicate"
    assert newsroom.everything() == before


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["in order", "swapped"])
def test_a_date_that_was_in_the_future_counts_when_it_comes_again(newsroom, order):
    """Row C12, invariant 4: clamped in the first delivery and not in the second, read in any order."""
    sent = story(published_at=(newsroom.now + timedelta(seconds=30)).isoformat())
    uploads = [newsroom.put(sent)]
    newsroom.memory.clock.advance(minutes=1)
    uploads.append(newsroom.put(sent))
    for number in order:
        newsroom.ingests(uploads[number])
        newsroom.settles()
    (item,) = newsroom.json_feed()["items"]
    assert item["_syndication"]["first_published"] == "2026-03-02T09:00:30Z"


def test_a_withdrawn_article_leaves_every_output_and_says_so(newsroom):
    """Gone from feeds, sitemaps and lists; the page answers 410; Atom has a tombstone (TS-01)."""
    item = newsroom.item(story(headline="Tern colony moves"))
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry"})
    assert newsroom.channels_showing("Tern colony") == []
    assert newsroom.page_status(item.article_id) == 410
    assert item.url not in newsroom.sitemap_urls("sitemap-2026-03-02.xml")
    assert item.url not in newsroom.sitemap_urls("news-sitemap.xml")
    assert f'ref="{item.guid}"' in newsroom.text("channels/front/feed.atom")
    assert not any(b"Tern colony" in body for body in newsroom.everything().values())
    assert newsroom.memory.edge.forgotten


def test_a_tombstone_is_dropped_after_its_time(newsroom):
    """Slow pollers hear of it for thirty days, then it is forgotten."""
    item = newsroom.item(story())
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry"})
    newsroom.waits(days=29, hours=23)
    assert item.guid in newsroom.text("channels/front/feed.atom")
    newsroom.waits(hours=1)
    assert item.guid not in newsroom.text("channels/front/feed.atom")


def test_a_killed_article_never_comes_back(newsroom):
    """A later version of a killed article is answered as superseded (row M44)."""
    newsroom.receives(story())
    newsroom.receives({"format": "reprise/1", "action": "kill", "id": "ferry"})
    newsroom.memory.clock.advance(days=1)
    again = newsroom.item(story(headline="The ferry is back"))
    assert again.status == "superseded"
    assert newsroom.channels_showing("ferry is back") == []


def test_a_withdrawal_before_its_article_holds(newsroom):
    """Swapped deliveries end in the same state: the late old version does not show (row B49)."""
    withdrawal = {
        "format": "reprise/1",
        "action": "withdraw",
        "id": "ferry",
        "updated_at": "2026-03-02T08:00:00Z",
    }
    newsroom.receives(withdrawal)
    newsroom.receives(story(updated_at="2026-03-02T07:00:00Z"))
    assert newsroom.titles() == []


def test_only_its_owner_can_take_an_article_back(newsroom):
    """Another partner's withdrawal of the same id concerns its own article only (row B23)."""
    newsroom.receives(story())
    newsroom.receives({"format": "reprise/1", "action": "kill", "id": "ferry"}, partner="meadow")
    assert newsroom.titles() == ["The ferry runs again"]


EMBARGO = START + timedelta(hours=5)
MARKER = "Curlew9"


def embargoed() -> dict:
    """A story with a marker in each field, held until 14:00."""
    return story(
        MARKER.lower(),
        headline=f"{MARKER} headline",
        kicker=f"{MARKER} kicker",
        abstract=f"{MARKER} abstract",
        bylines=[{"name": f"{MARKER} author"}],
        dateline=f"{MARKER} town",
        body_html=f"<p>{MARKER} body text that is long enough to be one.</p>",
        sections=[f"{MARKER} section", "Sea"],
        keywords=[f"{MARKER} keyword"],
        canonical_url=f"https://harbour.example/{MARKER}",
        source={"name": f"{MARKER} source"},
        pictures=[{"url": f"https://harbour.example/{MARKER}.jpg", "caption": f"{MARKER} caption"}],
        permission={"embargoed_until": EMBARGO.isoformat()},
    )


@pytest.mark.parametrize("minutes", [-1, 0, 1], ids=["just before", "on", "just after"])
def test_nothing_of_an_embargoed_article_is_public_before_its_time(newsroom, minutes):
    """Not a title, date, count, key or line until the instant of the embargo (row B42, C28)."""
    newsroom.receives(story())
    before = newsroom.everything()
    item = newsroom.item(embargoed())
    assert item.release_at == EMBARGO
    assert newsroom.everything() == before
    newsroom.waits_until(EMBARGO + timedelta(minutes=minutes))
    public = b"\n".join([*newsroom.everything().values(), "\n".join(newsroom.keys()).encode()])
    shown = minutes >= 0
    assert (MARKER.encode() in public) is shown
    assert (item.article_id.encode() in public) is shown


def test_the_clock_is_told_the_exact_instant_of_the_embargo(newsroom):
    """`next_change_at` of every channel that will show it is the embargo's end."""
    newsroom.receives(embargoed())
    board = newsroom.stores.board.read()
    assert {board[name].next_change_at for name in ("site", "front", "sea", "short")} == {EMBARGO}


def test_an_expired_grant_takes_the_article_out_on_time(newsroom):
    """At the instant of expiry the article leaves feeds, page and sitemaps (row B31)."""
    expiry = START + timedelta(days=1)
    item = newsroom.item(story(permission={"expires_at": expiry.isoformat()}))
    newsroom.waits_until(expiry - timedelta(seconds=1))
    assert newsroom.titles() == ["The ferry runs again"]
    assert newsroom.page_status(item.article_id) == 200
    newsroom.waits_until(expiry)
    assert newsroom.titles() == []
    assert newsroom.page_status(item.article_id) == 410
    assert item.url not in newsroom.sitemap_urls("sitemap-2026-03-02.xml")


@pytest.mark.parametrize(
    ("minutes", "listed"),
    [(2879, True), (2880, False), (2881, False)],
    ids=["47:59", "48:00", "48:01"],
)
def test_the_news_sitemap_forgets_after_48_hours_by_the_clock(newsroom, minutes, listed):
    """NS-03: no upload is needed for an article to leave the window (rows B69, C16)."""
    item = newsroom.item(story())
    newsroom.waits(minutes=minutes)
    assert (item.url in newsroom.sitemap_urls("news-sitemap.xml")) is listed
    assert item.url in newsroom.sitemap_urls("sitemap-2026-03-02.xml")


def test_a_grant_on_file_opens_and_its_revocation_closes(newsroom):
    """A named grant covers a source's articles; revoking it takes them all out at once."""
    upload = story(source={"name": "Silent Review"})
    item = newsroom.item(upload, partner="silent")
    assert item.status == "held"
    newsroom.memory.clock.advance(hours=3)
    grant = {
        "format": "reprise/1",
        "action": "grant",
        "grant": {
            "id": "review-2026",
            "sources": ["Silent Review"],
            "permission": {"basis": "permission", "uses": EVERYTHING},
        },
    }
    newsroom.receives(grant, partner="silent")
    (entry,) = newsroom.feed().entries
    assert entry.title == "The ferry runs again"
    assert entry.published == "Mon, 02 Mar 2026 12:00:00 GMT"
    assert newsroom.page_status(item.article_id) == 200
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives(
        {"format": "reprise/1", "action": "revoke", "grant": {"id": "review-2026"}},
        partner="silent",
    )
    assert newsroom.titles() == []
    assert newsroom.page_status(item.article_id) == 410


def test_a_grant_that_is_revoked_before_the_embargo_lifts_publishes_nothing(newsroom):
    """Our first publication is when readers first saw it: once a grant is there again (row C15)."""
    grant = {"id": "g", "permission": {"basis": "permission", "uses": EVERYTHING}}
    gives = {"format": "reprise/1", "action": "grant", "grant": grant}
    takes = {"format": "reprise/1", "action": "revoke", "grant": {"id": "g"}}
    newsroom.receives(gives, partner="silent")
    embargo = {"embargoed_until": "2026-03-02T11:00:00Z"}
    newsroom.receives(story(permission=embargo), partner="silent")
    for hours, upload in ((1, takes), (6, gives)):
        newsroom.memory.clock.advance(hours=hours)
        newsroom.receives(upload, partner="silent")

    (entry,) = newsroom.feed().entries
    assert entry.published == "Mon, 02 Mar 2026 16:00:00 GMT"
    assert len(newsroom.sitemap_urls("news-sitemap.xml")) == 1


def test_a_closed_partner_is_shown_no_more(newsroom):
    """A changed configuration counts from the clock's next stroke on."""
    newsroom.receives(story())
    closed = copy.deepcopy(CONFIGURATION)
    closed["partners"]["harbour"]["closed"] = True
    newsroom.configuration = type(newsroom.configuration).model_validate(closed)
    newsroom.waits(minutes=1)
    assert newsroom.titles() == []


def test_a_clock_that_was_down_for_a_day_catches_up_in_one_pass(newsroom):
    """Two embargoes and an expiry passed unseen: one stroke puts all right."""
    newsroom.receives(story("one", permission={"embargoed_until": "2026-03-02T12:00:00Z"}))
    newsroom.receives(story("two", permission={"embargoed_until": "2026-03-02T15:00:00Z"}))
    newsroom.receives(story("three", permission={"expires_at": "2026-03-02T18:00:00Z"}))
    newsroom.waits(days=1)
    assert newsroom.titles() == ["The two runs again", "The one runs again"]


def test_copies_of_one_story_show_once_and_the_next_takes_over(newsroom):
    """The preferred partner's copy shows; when it is withdrawn the other does (row B62)."""
    body = "".join(
        f"<p>Sentence number {n} tells more about the harbour wall.</p>" for n in range(40)
    )
    newsroom.receives(story("wall", headline="Wall A", body_html=body))
    newsroom.memory.clock.advance(minutes=5)
    newsroom.receives(story("mauer", headline="Wall B", body_html=body), partner="meadow")
    assert newsroom.titles() == ["Wall A"]
    newsroom.memory.clock.advance(minutes=5)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "wall"})
    assert newsroom.titles() == ["Wall B"]


def test_our_own_republication_does_not_come_back(newsroom):
    """An item whose address lies on our own site is refused as a loop (row B63, C30)."""
    item = newsroom.item(story(canonical_url="https://bulletin.example/articles/x.html"))
    assert (item.status, item.notes[0].code) == ("refused", "loop")


def test_hubs_are_told_only_of_feeds_that_changed(newsroom):
    """WS-08: an idle rebuild pings nobody; a change pings each feed once."""
    newsroom.strikes()
    newsroom.memory.hub.told.clear()
    newsroom.receives(story(sections=["Land"]))
    told = [topic for _, topic in newsroom.memory.hub.told]
    changed = [f"front/feed.{kind}" for kind in ("atom", "json", "rss")]
    changed += ["short/feed.atom"]
    assert sorted(told) == [f"https://bulletin.example/channels/{feed}" for feed in changed]
    before = len(newsroom.memory.hub.told)
    newsroom.rebuilds()
    assert len(newsroom.memory.hub.told) == before


def test_an_excerpt_channel_carries_no_full_text(newsroom):
    """A channel of excerpts shows a part, whatever more was granted (B28)."""
    body = "<p>" + "A long walk along the shore. " * 60 + "Zzyzx at the end.</p>"
    newsroom.receives(story(body_html=body))
    assert "Zzyzx" in newsroom.text("channels/front/feed.atom")
    assert "Zzyzx" not in newsroom.text("channels/short/feed.atom")


def test_a_foreign_canonical_is_in_no_sitemap(newsroom):
    """C18: a copy that names the original as canonical is not listed, but shown."""
    item = newsroom.item(
        story(
            canonical_url="https://harbour.example/ferry",
            permission={"duties": {"canonical": True}},
        )
    )
    assert newsroom.titles() == ["The ferry runs again"]
    assert item.url not in newsroom.sitemap_urls("sitemap-2026-03-02.xml")
    assert 'rel="canonical" href="https://harbour.example/ferry"' in newsroom.text(
        f"articles/{item.article_id}.html"
    )


def test_the_ledger_tells_what_was_shown_where_and_on_whose_word(newsroom):
    """Row B39: from when, to when, by whose grant, and why it went."""
    item = newsroom.item(story())
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry"})
    entries = newsroom.stores.ledger.of(item.article_id)
    told = {(e.channel, e.change.value, e.findings[0].reason.value) for e in entries}
    assert told == {
        (channel, *what)
        for channel in ("site", "front", "sea", "short")
        for what in (("shown", "granted"), ("gone", "withdrawn"))
    }
    assert entries[0].findings[0].name == "harbour"
    assert {e.at for e in entries} == {START, START + timedelta(hours=1)}


def test_a_takedown_is_followed_to_its_end(newsroom):
    """Row B46: each place with the moment it let the article go."""
    item = newsroom.item(story())
    newsroom.memory.clock.advance(hours=1)
    upload = newsroom.put({"format": "reprise/1", "action": "kill", "id": "ferry"})
    newsroom.ingests(upload)
    newsroom.memory.clock.advance(minutes=16)
    under_way = takedown(item.article_id, stores=newsroom.stores, now=newsroom.now)
    assert (under_way.done, under_way.overdue) == (False, True)
    newsroom.settles()
    finished = takedown(item.article_id, stores=newsroom.stores, now=newsroom.now)
    assert (finished.done, finished.overdue, finished.status) == (True, False, "killed")
    assert {step.gone_at for step in finished.steps} == {newsroom.now}


def test_why_answers_for_every_place(newsroom):
    """Rows B29, B92: each use in each place, granted or not, and on whose word."""
    item = newsroom.item(story(sections=["Land"]))
    told = why(
        item.article_id,
        stores=newsroom.stores,
        configuration=newsroom.configuration,
        now=newsroom.now,
    )
    answers = {(a.place, a.use.value): a for a in told.answers}
    assert answers["site", "display"].granted
    assert not answers["site", "ai_train"].granted
    assert answers["sea", "syndicate_full"].findings[0].reason.value == "selection"
    assert "harbour" in told.in_words()


def test_a_quota_lets_the_first_through_and_the_next_wait(newsroom):
    """Row B37: two a day; a withdrawal makes room for the third, and the first returns to its own."""
    quota = {"quota": {"count": 2, "period": "day"}}
    ids = []
    for name in ("one", "two", "three"):
        newsroom.memory.clock.advance(minutes=1)
        ids.append(newsroom.item(story(name, permission=quota)).article_id)
    assert newsroom.titles() == ["The two runs again", "The one runs again"]
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "one"})
    assert newsroom.titles() == ["The three runs again", "The two runs again"]
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(story("one", permission=quota))
    assert newsroom.titles() == ["The two runs again", "The one runs again"]
    statuses = [newsroom.page_status(one) for one in ids]
    assert statuses == [200, 200, 410]
    newsroom.waits(days=1)
    assert newsroom.titles() == ["The two runs again", "The one runs again"]


def test_a_rebuild_of_the_unchanged_changes_nothing(newsroom):
    """Row B51: reading everything again keeps every byte, and tells no hub."""
    newsroom.receives(story())
    newsroom.receives(story("bridge"), partner="meadow")
    before, told = newsroom.everything(), list(newsroom.memory.hub.told)
    newsroom.memory.clock.advance(days=1)
    records = every_record(newsroom.stores, newsroom.configuration)
    result = rebuild(
        records,
        stores=newsroom.stores,
        configuration=newsroom.configuration,
        now=newsroom.now,
    )
    newsroom.settles()
    assert (result.looked_at, result.changed, result.stopped) == (2, (), False)
    assert newsroom.everything() == before
    assert newsroom.memory.hub.told == told


def test_a_rebuild_that_would_change_too_much_waits_for_a_person(newsroom):
    """A renamed section rule changes both articles: nothing is stored until it is confirmed."""
    newsroom.receives(story())
    changed = copy.deepcopy(CONFIGURATION)
    changed["channels"]["land"] = {"title": "Land", "select": {"sections": ["Sea"]}}
    newsroom.configuration = type(newsroom.configuration).model_validate(changed)

    def run(confirmed: bool):
        return rebuild(
            every_record(newsroom.stores, newsroom.configuration),
            stores=newsroom.stores,
            configuration=newsroom.configuration,
            now=newsroom.now,
            confirmed=confirmed,
        )

    assert run(confirmed=False).stopped
    newsroom.strikes()
    assert newsroom.titles("land") == []
    assert not run(confirmed=True).stopped
    newsroom.settles()
    assert newsroom.titles("land") == ["The ferry runs again"]


@pytest.mark.parametrize("more", [0, 20], ids=["a few", "many"])
def test_a_narrowed_channel_lets_go_at_its_next_turn(newsroom, more):
    """Invariant 3: nothing is read again, and no shrink limit holds what the operator decided."""
    for name in ["bridge", "ferry", *(f"tide-{number}" for number in range(more))]:
        newsroom.receives(story(name, sections=["Sea"]))
    assert newsroom.titles("sea")
    changed = copy.deepcopy(CONFIGURATION)
    changed["channels"]["sea"]["select"] = {"sections": ["Land"]}
    newsroom.configuration = type(newsroom.configuration).model_validate(changed)
    newsroom.strikes()
    newsroom.settles()
    assert newsroom.titles("sea") == []
    assert newsroom.titles("front")


@pytest.mark.parametrize(("limit", "stopped"), [(0.49, True), (0.5, False), (0.51, False)])
def test_how_much_a_rebuild_may_change_is_configured(newsroom, limit, stopped):
    """Row B51: one article of two changes; below, on and above the configured share."""
    newsroom.receives(story())
    newsroom.receives(story("harvest", sections=["Land"]))
    changed = copy.deepcopy(CONFIGURATION)
    changed["publication"]["rebuild_limit"] = limit
    changed["channels"]["land"] = {"title": "Land", "select": {"sections": ["Land"]}}
    newsroom.configuration = type(newsroom.configuration).model_validate(changed)
    done = rebuild(
        every_record(newsroom.stores, newsroom.configuration),
        stores=newsroom.stores,
        configuration=newsroom.configuration,
        now=newsroom.now,
    )
    newsroom.settles()
    assert (len(done.changed), done.stopped) == (1, stopped)
    assert newsroom.titles("land") == ([] if stopped else ["The harvest runs again"])


def test_an_article_whose_upload_is_lost_is_told_and_the_others_go_on(newsroom):
    """One that can't be read again stays as it is, and stops nobody."""
    newsroom.receives(story())
    newsroom.receives(story("bridge"))
    lost = newsroom.memory.inbox.arrived[0].key

    class Inbox(type(newsroom.stores.inbox)):
        def read(self, key, version_id, *, limit):
            found = newsroom.stores.inbox.read(key, version_id, limit=limit)
            return None if key == lost else found

    done = rebuild(
        every_record(newsroom.stores, newsroom.configuration),
        stores=replace(newsroom.stores, inbox=Inbox(newsroom.memory.clock)),
        configuration=newsroom.configuration,
        now=newsroom.now,
    )
    assert done.looked_at == 2
    assert [problem.problem for problem in done.problems] == [
        f"{lost}: announced, but not in the inbox (yet)"
    ]


PAGE = "Ferry runs again\n\n" + "\n\n".join(
    f"The ferry to island number {n} runs again after the winter, said the company."
    for n in range(9)
)
SIDECAR = {"expires_at": "2026-03-03T09:00:00Z", "uses": {"syndicate_full": {"allowed": False}}}


def doubts_everything(newsroom):
    """Whatever harbour's pages are read as waits for a person."""
    changed = copy.deepcopy(CONFIGURATION)
    changed["partners"]["harbour"]["review_below"] = 1.0
    newsroom.configuration = type(newsroom.configuration).model_validate(changed)


def waits_for_a_person(newsroom):
    """Ids of harbour's uploads on the list."""
    listed = waiting(["harbour"], stores=newsroom.stores, now=newsroom.now)
    return [receipt.upload for receipt in listed]


FERRY = "https://harbour.example/ferry"


def doubtful_page() -> bytes:
    """A page of the partner's, under the address by which it takes it back."""
    text = "".join(
        f"<p>The ferry to island number {n} runs again after the winter, said the company.</p>"
        for n in range(9)
    )
    return (
        f'<html lang="en"><head><title>Ferry runs again</title><link rel="canonical" href="{FERRY}">'
        f"</head><body><article><h1>Ferry runs again</h1>{text}</article></body></html>"
    ).encode()


def lets_through(newsroom, receipt):
    """A person has looked, and takes it in."""
    newsroom.ingests(let_through("harbour", receipt.upload, by="desk", stores=newsroom.stores))
    newsroom.settles()


def test_a_doubtful_reading_waits_for_a_person_and_is_let_through(newsroom):
    """Low confidence holds an upload; letting it through is an upload of the same bytes."""
    doubts_everything(newsroom)
    receipt = newsroom.receives(PAGE.encode(), name="ferry.txt")
    assert receipt.status == "held"
    assert newsroom.titles() == []
    assert waits_for_a_person(newsroom) == [receipt.upload]
    lets_through(newsroom, receipt)
    assert newsroom.titles() == ["Ferry runs again"]
    assert waits_for_a_person(newsroom) == []


@pytest.mark.parametrize("late", [False, True], ids=["in order", "read last"])
def test_a_slip_does_not_undo_what_came_after_what_it_lets_through(newsroom, late):
    """Invariant 6: taken back while it waited, it stays away; in whichever order both are read."""
    doubts_everything(newsroom)
    held = newsroom.receives(doubtful_page(), name="ferry.html")
    newsroom.memory.clock.advance(minutes=1)
    withdrawal = newsroom.put({"format": "reprise/1", "action": "withdraw", "id": FERRY})
    newsroom.memory.clock.advance(minutes=1)
    slip = let_through("harbour", held.upload, by="desk", stores=newsroom.stores)
    for upload in (slip, withdrawal) if late else (withdrawal, slip):
        newsroom.ingests(upload)
    newsroom.settles()
    assert newsroom.page_status(held.items[0].article_id) != 200
    assert newsroom.titles() == []


def test_what_was_let_through_appeared_when_it_was(newsroom):
    """Not when it was held: nobody could have seen it then, also after a rebuild."""
    doubts_everything(newsroom)
    held = newsroom.receives(doubtful_page(), name="ferry.html")
    newsroom.memory.clock.advance(hours=2)
    lets_through(newsroom, held)
    record = newsroom.stores.articles.record(held.items[0].article_id)
    assert state_of(record).published_at == newsroom.now
    newsroom.rebuilds()
    before = newsroom.everything()
    rebuild([record], stores=newsroom.stores, configuration=newsroom.configuration,
            now=newsroom.now, confirmed=True)  # fmt: skip
    newsroom.settles()
    assert newsroom.everything() == before


def test_what_is_let_through_is_what_was_looked_at(newsroom):
    """A partner that writes into the inbox itself may put something else under the same name."""
    doubts_everything(newsroom)
    receipt = newsroom.receives(PAGE.encode(), name="ferry.txt", ticket="t9")
    other = PAGE.replace("Ferry runs again", "Another story").encode()
    newsroom.put(other, name="ferry.txt", ticket="t9")
    lets_through(newsroom, receipt)
    assert newsroom.titles() == ["Ferry runs again"]


@pytest.mark.parametrize("folder", ["reviewed", "~house", "~house/harbour/t9"])
def test_no_name_that_a_partner_can_choose_lets_anything_through(newsroom, folder):
    """Leave lies outside the folder that a partner may write to, whoever uploads for it."""
    doubts_everything(newsroom)
    receipt = newsroom.receives(PAGE.encode(), name=f"{folder}/ferry.txt")
    assert receipt.status == "held"
    slip = {"format": "reprise-slip/1", "upload": receipt.upload, "by": "harbour"}
    newsroom.receives(slip, name=f"{folder}/{receipt.upload}.slip.json")
    assert newsroom.titles() == []
    assert waits_for_a_person(newsroom) == [receipt.upload]


def test_a_sidecar_that_came_last_is_let_through_with_its_file(newsroom):
    """Both uploads wait; a person's word on either takes in the file with what is beside it."""
    doubts_everything(newsroom)
    newsroom.receives(PAGE.encode(), name="ferry.txt", ticket="t9")
    newsroom.memory.clock.advance(seconds=5)
    beside = newsroom.receives(SIDECAR, name="ferry.txt.permission.json", ticket="t9")
    newsroom.memory.clock.advance(seconds=5)
    lets_through(newsroom, beside)
    newsroom.waits(minutes=1)
    assert newsroom.titles() == ["Ferry runs again"]
    newsroom.waits(days=1)
    assert newsroom.titles() == []


def test_the_rest_of_a_feed_waits_with_its_refused_items(newsroom):
    """A receipt may tell of both; what waits in it can still be let through, once."""
    entry = "<item><guid>{0}</guid><title>{0}</title><description>The ferry … </description></item>"
    feed = (
        f"<rss><channel><title>F</title>{entry.format('Ferry')}{entry.format('')}</channel></rss>"
    )
    receipt = newsroom.receives(feed.encode())
    assert [item.status for item in receipt.items] == ["held", "refused"]
    assert receipt.status == "refused"
    lets_through(newsroom, receipt)
    assert newsroom.titles() == ["Ferry"]
    assert waits_for_a_person(newsroom) == []


@pytest.mark.parametrize("first", ["shown", "doubtful"])
def test_what_a_doubtful_version_says_of_the_permission_counts_at_once(newsroom, first):
    """
    A page that is up may have lost its right by the version that waits for a person: it comes down
    until somebody has looked, whichever was read first. Without such words it stays.
    """
    shown = newsroom.put(story(id=None, headline="Ferry runs again"))
    newsroom.memory.clock.advance(seconds=5)
    doubts_everything(newsroom)
    newsroom.put(SIDECAR, name="ferry.txt.permission.json", ticket="t9")
    doubtful = newsroom.put(PAGE.encode(), name="ferry.txt", ticket="t9")
    uploads = [shown, doubtful] if first == "shown" else [doubtful, shown]
    receipts = {upload.key: newsroom.ingests(upload) for upload in uploads}
    newsroom.settles()
    assert newsroom.titles() == []
    newsroom.memory.clock.advance(seconds=5)
    lets_through(newsroom, receipts[doubtful.key])
    assert newsroom.titles() == ["Ferry runs again"]


def test_a_doubtful_version_that_says_nothing_of_permission_leaves_the_older_up(newsroom):
    """Doubt about a headline costs nobody an article."""
    newsroom.receives(story(id=None, headline="Ferry runs again"))
    doubts_everything(newsroom)
    newsroom.memory.clock.advance(seconds=5)
    assert newsroom.receives(PAGE.encode(), name="ferry.txt").status == "held"
    assert newsroom.titles() == ["Ferry runs again"]


def test_a_preview_shows_what_an_upload_would_change_and_changes_nothing(newsroom):
    """Row B104: the documents, readable, per channel; the live site stays."""
    newsroom.receives(story())
    before = newsroom.everything()
    body = json.dumps(story("bridge", sections=["Land"])).encode()
    shown = preview(
        stores=newsroom.stores,
        configuration=newsroom.configuration,
        now=newsroom.now,
        pages=newsroom.pages,
        uploads={"inbox/harbour/try/bridge.json": body},
    )
    assert [r.status.value for r in shown.receipts] == ["accepted"]
    changed = {difference.key for difference in shown.differences}
    assert "channels/front/feed.rss" in changed
    assert "channels/sea/feed.rss" not in changed
    told = "\n".join(shown.differences[0].lines())
    assert "The bridge runs again" in "\n".join(
        "\n".join(difference.lines()) for difference in shown.differences
    )
    assert told
    assert newsroom.everything() == before


def test_a_preview_shows_what_a_new_channel_would_hold(newsroom):
    """A changed selection is tried on all stored articles without touching them."""
    newsroom.receives(story())
    changed = copy.deepcopy(CONFIGURATION)
    changed["channels"]["harbour"] = {"title": "Harbour", "select": {"partners": ["harbour"]}}
    shown = preview(
        stores=newsroom.stores,
        configuration=type(newsroom.configuration).model_validate(changed),
        now=newsroom.now,
        pages=newsroom.pages,
        reread=True,
    )
    feeds = {d.key: d.after for d in shown.differences}
    assert b"The ferry runs again" in feeds["channels/harbour/feed.rss"]
    assert newsroom.read("channels/harbour/feed.rss") is None


def test_a_feed_that_shrinks_without_a_cause_stays_until_accepted(newsroom):
    """Invariant 5, row B86: rows that vanish do not empty a feed; a person may say they should."""
    newsroom.receives(story("one"))
    newsroom.receives(story("two"))
    newsroom.memory.articles._members.pop("front")
    reports = {report.channel: report for report in newsroom.rebuilds()}
    codes = {problem.code for _, problems in reports["front"].kept for problem in problems}
    assert codes == {"shrunk"}
    assert len(newsroom.titles()) == 2
    announce(["front"], stores=newsroom.stores, now=newsroom.now, accept=True)
    newsroom.settles()
    assert newsroom.titles() == []


@pytest.mark.parametrize("first", ["page", "sidecar"])
def test_a_sidecar_narrows_the_file_beside_it_whichever_comes_first(newsroom, first):
    """Row B10: both orders end in the same state, and each upload has its own receipt."""
    page = newsroom.put(PAGE.encode(), name="ferry.txt", ticket="t1")
    sidecar = newsroom.put(SIDECAR, name="ferry.txt.permission.json", ticket="t1")
    uploads = [page, sidecar] if first == "page" else [sidecar, page]
    newsroom.memory.clock.advance(seconds=1)
    receipts = [newsroom.ingests(upload) for upload in uploads]
    newsroom.settles()
    assert {receipt.key for receipt in receipts} == {page.key, sidecar.key}
    assert {receipt.status.value for receipt in receipts} == {"accepted"}
    (entry,) = newsroom.feed().entries
    assert "island number 8" not in entry.get("summary", "") + str(entry.get("content", ""))
    newsroom.waits_until(START + timedelta(days=1))
    assert newsroom.titles() == []


@pytest.mark.parametrize("first", ["article", "sidecar"])
@pytest.mark.parametrize("sidecar", [SIDECAR | {"uses": {"display": {"allowed": False}}}, b"{"])
def test_a_sidecar_beside_our_own_format_is_never_overlooked(newsroom, first, sidecar):
    """It narrows what the article says of itself; one that can't be read holds it (row B10)."""
    article = newsroom.put(story(), name="ferry.json", ticket="t1")
    beside = newsroom.put(sidecar, name="ferry.json.permission.json", ticket="t1")
    newsroom.memory.clock.advance(seconds=1)
    for upload in [article, beside] if first == "article" else [beside, article]:
        newsroom.ingests(upload)
    newsroom.settles()
    assert newsroom.titles() == []


def test_a_sidecar_that_arrives_late_narrows_what_is_shown(newsroom):
    """A page that is public already obeys its sidecar within one turn."""
    newsroom.receives(PAGE.encode(), name="ferry.txt", ticket="t1")
    assert newsroom.titles() == ["Ferry runs again"]
    newsroom.memory.clock.advance(seconds=1)
    denied = {"uses": {"display": {"allowed": False}}}
    newsroom.receives(denied, name="ferry.txt.permission.json", ticket="t1")
    assert newsroom.titles() == []


class Died(BaseException):
    """A function's process ends here."""


@pytest.mark.parametrize("end", ["withdrawn", "embargoed again"])
def test_what_a_dead_turn_put_out_does_not_stay_up(newsroom, end):
    """
    A turn dies after its puts, before it remembers them; then the state returns to what is
    remembered. What the bucket holds decides, not what is remembered (invariant 6).
    """
    newsroom.strikes()
    live = newsroom.stores
    newsroom.ingests(newsroom.put(story()))

    def dies(call):
        if call.name == "board.save_build" and call.phase == "before":
            raise Died

    newsroom.stores = newsroom.memory.stores(dies)
    for delivery in newsroom.memory.turns.receive():
        with pytest.raises(Died):
            newsroom.turn(delivery.turn)
    newsroom.stores = live
    assert len(newsroom.json_feed()["items"]) == 1
    newsroom.memory.clock.advance(minutes=4)
    if end == "withdrawn":
        newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry"})
    else:
        newsroom.receives(story(permission={"embargoed_until": "2026-03-05T09:00:00Z"}))
    assert newsroom.json_feed()["items"] == []
    assert newsroom.titles("front", "rss") == newsroom.titles("front", "atom") == []
    assert newsroom.sitemap_urls("news-sitemap.xml") == []
    told = {path for _, paths in newsroom.memory.edge.forgotten for path in paths}
    assert {"/channels/front/feed.json", "/channels/front/feed.rss"} <= told
