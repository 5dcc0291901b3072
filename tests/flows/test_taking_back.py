"""
Taking back in the words of each format a partner may speak, end to end: first the story, then what
ends it, from upload to page (rows M44, B45; NJ-02, NM-02, NI-01, MS-05, TS-01, RFC 5005).
"""

from __future__ import annotations

import json
from itertools import permutations

import pytest

from reprise.lifecycle.state import state_of
from reprise.model.configuration import SITE
from reprise.model.messages import Turn
from reprise.model.receipt import Receipt
from reprise.model.versions import Status
from reprise.pipeline.announce import announce
from reprise.stores.watched import Call, Tally, watched
from tests.newsroom import CONFIGURATION, EVERYTHING, Newsroom, story

BODY = "The plover ferry runs again after a winter in dock, its owners said on Monday."
G2 = "http://iptc.org/std/nar/2006-10-01/"
ENDED = "2026-03-02T09:30:00Z"
"""In the past when it arrives: the story comes at 09:00, what ends it an hour later."""


def ninjs(status: str = "usable") -> bytes:
    said = {"uri": "urn:plover:1", "type": "text", "pubstatus": status, "headline": "Plover ferry"}
    return json.dumps(said | {"body_text": BODY, "language": "en"}).encode()


def g2(status: str = "usable", version: int = 1) -> bytes:
    return (
        f'<newsItem xmlns="{G2}" guid="urn:plover:1" version="{version}"><itemMeta>'
        '<itemClass qcode="ninat:text"/><versionCreated>2026-03-02T08:00:00Z</versionCreated>'
        f'<pubStatus qcode="stat:{status}"/></itemMeta><contentMeta><headline>Plover ferry'
        f'</headline></contentMeta><contentSet><inlineData contenttype="text/plain">{BODY}'
        "</inlineData></contentSet></newsItem>"
    ).encode()


def nitf(docdata: str = "", own: str = "P-1", headline: str = "Plover ferry") -> bytes:
    return (
        f'<nitf><head><docdata {docdata}><doc-id id-string="{own}"/></docdata></head><body>'
        f"<body.head><hedline><hl1>{headline}</hl1></hedline></body.head>"
        f"<body.content><p>{BODY}</p></body.content></body></nitf>"
    ).encode()


def rss(*elements: str) -> bytes:
    spaces = (
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:mi="http://schemas.ingestion.microsoft.com/common/" '
        'xmlns:fh="http://purl.org/syndication/history/1.0"'
    )
    return (
        f'<rss version="2.0" {spaces}><channel><title>Harbour</title><fh:complete/>'
        f"<link>https://harbour.example/</link>{''.join(elements)}</channel></rss>"
    ).encode()


def item(more: str = "", guid: str = "plover-1") -> str:
    return (
        f'<item><guid isPermaLink="false">{guid}</guid><title>Plover ferry {guid}</title>'
        f"<description>{BODY}</description>{more}</item>"
    )


def atom(entry: str) -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:at="http://purl.org/atompub/tombstones/1.0"><id>urn:harbour:feed</id>'
        f"<title>Harbour</title><updated>2026-03-02T08:00:00Z</updated>{entry}</feed>"
    ).encode()


ENTRY = (
    "<entry><id>urn:plover:1</id><title>Plover ferry</title><updated>2026-03-02T08:00:00Z</updated>"
    f'<content type="text">{BODY}</content></entry>'
)
OWN = story("plover", headline="Plover ferry")

WAYS: dict[str, tuple[bytes, bytes]] = {
    "ninjs canceled": (ninjs(), ninjs("canceled")),
    "ninjs withheld": (ninjs(), ninjs("withheld")),
    "G2 canceled": (g2(), g2("canceled", 2)),
    "G2 withheld": (g2(), g2("withheld", 2)),
    "NITF canceled": (nitf(), nitf('management-status="canceled"')),
    "NITF withheld": (nitf(), nitf('management-status="withheld"')),
    "NITF of another document": (
        nitf(),
        nitf(
            'management-doc-idref="P-1" management-idref-status="canceled"',
            own="P-2",
            headline="The other notice",
        ),
    ),
    "MSN expiry": (rss(item()), rss(item(f"<mi:expirationDate>{ENDED}</mi:expirationDate>"))),
    "dcterms expiry": (
        rss(item()),
        rss(item(f"<dcterms:valid>start=2026-03-01T00:00:00Z;end={ENDED}</dcterms:valid>")),
    ),
    "media status": (rss(item()), rss(item('<media:status state="deleted"/>'))),
    "Atom tombstone": (
        atom(ENTRY),
        atom(f'<at:deleted-entry ref="urn:plover:1" when="{ENDED}"/>'),
    ),
    "missing from a complete feed": (rss(item(), item(guid="other")), rss(item(guid="other"))),
    "our own": (
        json.dumps(OWN).encode(),
        json.dumps({"format": "reprise/1", "action": "withdraw", "id": "plover"}).encode(),
    ),
    "our own status": (
        json.dumps(OWN).encode(),
        json.dumps(OWN | {"pub_status": "canceled"}).encode(),
    ),
}
ways = pytest.mark.parametrize(("first", "ends"), WAYS.values(), ids=WAYS)


def pages(newsroom: Newsroom) -> set[int | None]:
    """What the pages of the partner's articles answer."""
    records = newsroom.stores.articles.records_of("harbour")
    return {newsroom.page_status(record.article_id) for record in records}


@pytest.fixture
def newsroom() -> Newsroom:
    return Newsroom.opened()


@ways
def test_each_format_takes_back_in_its_own_words(newsroom, first, ends):
    """It leaves feeds and page at once, and a tombstone says so; other items of the file stay."""
    newsroom.receives(first, name="story")
    assert "Plover ferry" in newsroom.text("channels/front/feed.rss")
    newsroom.memory.clock.advance(hours=1)
    receipt = newsroom.receives(ends, name="end")
    assert receipt.status != "refused"
    assert "Plover ferry plover-1" not in newsroom.text("channels/front/feed.rss")
    assert not [title for title in newsroom.titles() if "other" not in title]
    assert "deleted-entry" in newsroom.text("channels/front/feed.atom")
    assert 410 in pages(newsroom)


@ways
def test_nobody_else_is_heard_in_any_format(newsroom, first, ends):
    """The same words under another partner's prefix concern that partner's own articles."""
    newsroom.receives(first, name="story")
    before = newsroom.titles()
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives(ends, name="end", partner="silent")
    assert newsroom.titles() == before


@ways
def test_the_story_may_come_back_but_for_a_kill(newsroom, first, ends):
    """A later delivery of the story shows it again; killed in between, never."""
    del ends
    newsroom.receives(first, name="story")
    (killed,) = [
        record
        for record in newsroom.stores.articles.records_of("harbour")
        if "other" not in record.identity
    ]
    newsroom.memory.clock.advance(hours=1)
    kill = {"format": "reprise/1", "action": "kill", "id": killed.identity}
    newsroom.receives(kill)
    newsroom.memory.clock.advance(hours=1)
    newsroom.receives(first, name="again")
    assert newsroom.page_status(killed.article_id) == 410
    assert not [title for title in newsroom.titles() if "other" not in title]


def test_an_item_that_returns_to_a_complete_feed_returns_to_the_site(newsroom):
    """Missing is a withdrawal: it may come back."""
    both, one = rss(item(), item(guid="other")), rss(item(guid="other"))
    for feed, shown in ((both, 2), (one, 1), (both, 2)):
        newsroom.memory.clock.advance(hours=1)
        newsroom.receives(feed, name="feed.xml")
        assert len(newsroom.titles()) == shown


@pytest.mark.parametrize("order", ["in order", "swapped"])
def test_a_complete_feed_takes_back_whatever_the_order(newsroom, order):
    """The newer feed lacks the story: it goes also when the older feed is read after it (B49)."""
    older = newsroom.put(rss(item(), item(guid="other")), name="feed.xml")
    newsroom.memory.clock.advance(hours=1)
    newer = newsroom.put(rss(item(guid="other")), name="feed.xml")
    for upload in (older, newer) if order == "in order" else (newer, older):
        newsroom.ingests(upload)
    newsroom.settles()
    assert newsroom.titles() == ["Plover ferry other"]


ENDS = {
    "withheld": {"pub_status": "withheld"},
    "over": {"permission": {"expires_at": "1970-01-01T00:00:00Z"}},
    "killed": {},
}


@pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS.keys())
def test_the_end_is_told_where_the_story_stood_and_nowhere_else(ends):
    """
    What ends it, or comes after a kill, names another section: who never heard of the article is
    not told that it is gone, and who did is (TS-01, invariant 1).
    """
    land = {"title": "The land", "select": {"sections": ["Land"]}}
    channels = {**CONFIGURATION["channels"], "land": land}
    newsroom = Newsroom.opened({**CONFIGURATION, "channels": channels})
    newsroom.item(story("plover", sections=["Sea"]))
    newsroom.memory.clock.advance(minutes=5)
    if not ends:
        newsroom.item({"format": "reprise/1", "action": "kill", "id": "plover"})
        newsroom.memory.clock.advance(minutes=5)
    newsroom.item(story("plover", sections=["Land"], **ends))
    newsroom.receives(story("other", sections=["Land"]))

    assert "<at:deleted-entry" in newsroom.text("channels/sea/feed.atom")
    assert "<at:deleted-entry" in newsroom.text("channels/front/feed.atom")
    assert newsroom.titles("land", "atom") == ["The other runs again"]
    assert "<at:deleted-entry" not in newsroom.text("channels/land/feed.atom")


def test_revoking_a_grant_takes_all_its_articles_at_once(newsroom):
    """One upload, every article that was shown on its word alone, and none of the others."""
    grant = {"id": "g", "permission": {"basis": "permission", "uses": EVERYTHING}}
    newsroom.receives({"format": "reprise/1", "action": "grant", "grant": grant}, partner="silent")
    for number in range(5):
        newsroom.memory.clock.advance(minutes=1)
        newsroom.receives(story(f"s{number}", headline=f"Silent {number}"), partner="silent")
    newsroom.receives(story("mine", headline="Mine"))
    assert len(newsroom.titles()) == 6
    revoke = {"format": "reprise/1", "action": "revoke", "grant": {"id": "g"}}
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(revoke, partner="silent")
    assert newsroom.titles() == ["Mine"]
    ids = [record.article_id for record in newsroom.stores.articles.records_of("silent")]
    assert {newsroom.page_status(one) for one in ids} == {410}
    assert newsroom.text("channels/front/feed.atom").count("<at:deleted-entry") == 5


GRANT = {"id": "g", "permission": {"basis": "permission", "uses": EVERYTHING}}


def grants(newsroom: Newsroom, action: str) -> Receipt:
    said = GRANT if action == "grant" else {"id": "g"}
    data = {"format": "reprise/1", "action": action, "grant": said}
    return newsroom.receives(data, partner="silent")


@pytest.mark.parametrize("count", [19, 20, 21, 55])
def test_a_grant_reaches_more_articles_than_one_turn_looks_at(newsroom, monkeypatch, count):
    """
    However many waited for it: all appear, dated when it was given, and all go with it; around
    the number that one turn takes, where the last turn finds nothing.
    """
    monkeypatch.setattr("reprise.pipeline.site.turn.AGENDA_AT_ONCE", 20)
    for number in range(count):
        newsroom.ingests(newsroom.put(story(f"tide-{number}"), partner="silent"))
    newsroom.settles()
    assert newsroom.titles() == []
    newsroom.memory.clock.advance(hours=1)
    given = newsroom.now
    grants(newsroom, "grant")
    records = list(newsroom.stores.articles.records_of("silent"))
    assert {newsroom.page_status(record.article_id) for record in records} == {200}
    assert {state_of(record).published_at for record in records} == {given}
    assert len(newsroom.titles()) == min(count, 50)

    newsroom.memory.clock.advance(hours=1)
    grants(newsroom, "revoke")
    assert {newsroom.page_status(record.article_id) for record in records} == {410}
    assert newsroom.titles() == []
    assert not [key for key, body in newsroom.everything().items() if b"tide" in body]
    assert not newsroom.stores.articles.agenda_until(newsroom.now, limit=1)


def test_a_grant_costs_its_upload_the_same_however_many_articles_it_covers(newsroom):
    """Invariant 9: an upload for a hundred thousand articles ends as soon as one for ten."""
    counted = []
    for count in (10, 100):
        for number in range(count):
            newsroom.ingests(newsroom.put(story(f"{count}-{number}"), partner="silent"))
        newsroom.settles()
        tally = Tally()
        newsroom.stores = newsroom.memory.stores(tally)
        action = "grant" if count == 10 else "revoke"
        data = {"format": "reprise/1", "action": action, "grant": GRANT}
        newsroom.ingests(newsroom.put(data, partner="silent"))
        counted.append(dict(tally.calls))
        newsroom.settles()
    assert counted[0] == counted[1]


@pytest.mark.parametrize("phase", ["before", "after"])
@pytest.mark.parametrize("call", ["articles.grants", "articles.agenda_until"])
def test_a_revocation_in_the_middle_of_a_turn_is_not_lost(newsroom, call, phase):
    """Whichever of agenda and grants the turn has read by then: the article goes (invariant 6)."""
    grants(newsroom, "grant")
    article = newsroom.item(story("tide"), partner="silent").article_id
    newsroom.memory.clock.advance(hours=1)
    quiet, waiting = newsroom.stores, [{"format": "reprise/1", "action": "revoke", "grant": GRANT}]

    def interrupt(one: Call) -> None:
        if (one.name, one.phase) == (call, phase) and waiting:
            newsroom.stores = quiet
            newsroom.ingests(newsroom.put(waiting.pop(), partner="silent"))

    announce([SITE], stores=newsroom.stores, now=newsroom.now)
    newsroom.stores = watched(quiet, interrupt)
    newsroom.settles()
    assert not waiting
    assert newsroom.page_status(article) == 410
    assert newsroom.titles() == []


def test_two_grants_at_once_have_each_article_looked_at_once(newsroom, monkeypatch):
    """A second grant while the first is still gone through starts again, and both are done."""
    monkeypatch.setattr("reprise.pipeline.site.turn.AGENDA_AT_ONCE", 4)
    for number in range(9):
        newsroom.ingests(newsroom.put(story(f"tide-{number}"), partner="silent"))
    newsroom.settles()
    newsroom.memory.clock.advance(hours=1)
    for name in ("g", "h"):
        data = {"format": "reprise/1", "action": "grant", "grant": GRANT | {"id": name}}
        newsroom.ingests(newsroom.put(data, partner="silent"))
        asked_for = newsroom.stores.board.read()[SITE].dirty
        newsroom.turn(Turn(channel=SITE, generation=asked_for))
    newsroom.settles()
    assert len(newsroom.titles()) == 9
    assert not newsroom.stores.articles.agenda_until(newsroom.now, limit=1)


@pytest.mark.parametrize("names", [("a.xml", "b.xml"), ("b.xml", "a.xml")])
def test_complete_feeds_of_one_instant_all_take_back(newsroom, names):
    """Two feeds that were stored together, and an item that was stored before and is read last."""
    other = rss(item(guid="far")).replace(b"harbour.example", b"harbour.example/other")
    older = newsroom.put(rss(item(), item(guid="other")), name="feed.xml")
    newsroom.memory.clock.advance(hours=1)
    feeds = {"a.xml": rss(item(guid="other")), "b.xml": other}
    for upload in [newsroom.put(feeds[name], name=name) for name in names]:
        newsroom.ingests(upload)
    newsroom.ingests(older)
    newsroom.settles()
    assert sorted(newsroom.titles()) == ["Plover ferry far", "Plover ferry other"]


@pytest.mark.parametrize("order", permutations(range(3)), ids=str)
def test_a_complete_feed_takes_back_what_it_brought_last(newsroom, order):
    """Invariant 4: its newest version came by another way, in whichever order they are read."""
    uploads = [newsroom.put(rss(item(), item(guid="other")), name="feed.xml")]
    newsroom.memory.clock.advance(minutes=5)
    uploads.append(newsroom.put(story("plover-1", headline="Plover ferry, corrected")))
    newsroom.memory.clock.advance(minutes=5)
    uploads.append(newsroom.put(rss(item(guid="other")), name="feed.xml"))
    for number in order:
        newsroom.ingests(uploads[number])
    newsroom.settles()
    assert sorted(newsroom.titles()) == ["Plover ferry other", "Plover ferry, corrected"]


def test_what_one_upload_brings_and_takes_back_leaves_no_page(newsroom, monkeypatch):
    """
    Invariant 6: a turn of the site looks between the two, and does away with the first look only.
    """
    gone = '<at:deleted-entry ref="urn:plover:1" when="2026-03-02T08:30:00Z"/>'
    upload = newsroom.put(atom(ENTRY + gone), name="feed.xml")
    newsroom.memory.clock.advance(hours=1)
    quiet, removed = newsroom.stores, []

    def look_between(call: Call) -> None:
        if (call.name, call.phase) != ("articles.commit_all", "after") or removed:
            return
        newsroom.stores = quiet
        with monkeypatch.context() as patch:
            patch.setattr(quiet.articles, "remove_agenda", removed.extend)
            announce([SITE], stores=quiet, now=newsroom.now)
            newsroom.settles()
        assert removed

    newsroom.stores = watched(quiet, look_between)
    newsroom.ingests(upload)
    quiet.articles.remove_agenda(removed)
    newsroom.settles()
    (record,) = quiet.articles.records_of("harbour")
    assert state_of(record).status is Status.WITHDRAWN
    assert newsroom.page_status(record.article_id) != 200
    assert newsroom.titles() == []


def test_a_complete_feed_with_an_item_that_is_refused_takes_nothing_back(newsroom):
    """Who is missing can't be told; the receipt says so, and what to do (RFC 5005)."""
    newsroom.receives(rss(item(), item(guid="other")), name="feed.xml")
    newsroom.memory.clock.advance(hours=1)
    broken = "<item><guid>plover-1</guid></item>"
    receipt = newsroom.receives(rss(broken, item(guid="other")), name="feed.xml")
    assert [note.code for note in receipt.notes] == ["not_complete"]
    assert len(newsroom.titles()) == 2
