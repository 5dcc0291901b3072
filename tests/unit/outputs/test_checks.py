"""Our own rules: each can fail, and good documents pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reprise.model.document import Document
from reprise.outputs import checks
from reprise.outputs.atom import ATOM
from reprise.outputs.checks import check
from reprise.outputs.feeds import assemble
from reprise.outputs.json_feed import JSON_FEED
from reprise.outputs.ninjs_out import NINJS
from reprise.outputs.rss import RSS
from tests.unit.outputs.feed_samples import ALL_WRITERS, NOW, a_feed, an_entry

WRITERS: dict[str, Any] = {"rss": RSS, "atom": ATOM, "json": JSON_FEED, "ninjs": NINJS}


def a_document(name: str, count: int = 3) -> Document:
    entries = [an_entry(key=f"k{n}", guid=f"tag:x,2026:{n}") for n in range(count)]
    writer, feed = WRITERS[name], a_feed()
    fragments = [writer.entry(entry, feed) for entry in entries]
    return assemble(writer, feed, [entry.key for entry in entries], fragments)


def codes(document: Document, **facts) -> set[str]:
    return {problem.code for problem in check(document, **facts)}


@pytest.mark.parametrize("writer", ALL_WRITERS)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_good_feed_passes(writer, count):
    """
    B86: the guard must not stop what is right, an empty channel included.
    """
    assert check(a_document(writer.name, count), now=NOW) == ()


BROKEN = {
    # document, what to replace by what, the rule that finds it
    "cut-off": ("rss", b"</channel></rss>", b"", "not_well_formed"),
    "space-before-declaration": ("rss", b"<?xml", b" <?xml", "no_xml_declaration"),
    "doctype": ("atom", b"<feed", b"<!DOCTYPE feed><feed", "doctype"),
    "named-entity": ("rss", b"<title>Front page", b"<title>Front&nbsp;page", "not_well_formed"),
    "no-channel-title": ("rss", b"<title>Front page</title>", b"", "missing"),
    "no-channel-link": ("rss", b"<link>https://news.example/channels/front/</link>", b"", "missing"),
    "foreign-self-link": ("rss", b"channels/front/feed.rss", b"channels/back/feed.rss", "wrong_self_link"),
    "foreign-root": ("rss", b'version="2.0"', b'version="1.0"', "wrong_root"),
    "no-feed-id": ("atom", b"<id>https://news.example/channels/front/feed.atom</id>", b"", "missing"),
    "no-feed-updated": ("atom", b"<updated>2026-03-02T08:00:00+00:00</updated>", b"", "missing"),
    "foreign-atom-namespace": ("atom", b'xmlns="http://www.w3.org/2005/Atom"', b'xmlns="x:y"', "wrong_root"),
    "two-self-links": ("atom", b'rel="alternate" type="text/html"', b'rel="self"', "wrong_self_link"),
    "json-cut-off": ("json", b"\n]}\n", b"\n]", "not_json"),
    "json-version": ("json", b"version/1.1", b"version/9", "wrong_root"),
    "json-title": ("json", b'"title":"Front page",', b"", "missing"),
    "json-address": ("json", b'"feed_url":"https://news.example/channels/front/feed.json",', b"", "wrong_self_link"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "code"), BROKEN.values(), ids=BROKEN)
def test_broken_frame_is_found(name, old, new, code):
    """
    X-01, X-03, RS-02, RS-30, AT-01, AT-02, JF-01, JF-02, WS-01: also when no entry is fresh.
    """
    good = a_document(name)
    assert old in good.head + good.tail
    broken = replace(good, head=good.head.replace(old, new), tail=good.tail.replace(old, new))

    assert code in codes(broken)
    assert code in codes(broken, fresh=())


BROKEN_ENTRIES = {
    "not-well-formed": ("rss", b"</item>", b"", "not_well_formed"),
    "no-guid": ("rss", b'<guid isPermaLink="false">tag:x,2026:1</guid>', b"", "no_id"),
    "same-guid": ("rss", b"tag:x,2026:1<", b"tag:x,2026:2<", "duplicate_id"),
    "bad-date": ("rss", b"Mon, 02 Mar 2026 06:00:00 GMT", b"next Monday", "bad_date"),
    "atom-no-id": ("atom", b"<id>tag:x,2026:1</id>", b"", "no_id"),
    "atom-same-id": ("atom", b"tag:x,2026:1", b"tag:x,2026:0", "duplicate_id"),
    "atom-no-title": ("atom", b"<title>Crane lifts for the last time</title>", b"", "missing"),
    "atom-no-link": ("atom", b"<link ", b"<lnk ", "missing"),
    "json-no-url": ("json", b'"url":"https://news.example/articles/crane2026.html",', b"", "missing"),
    "json-same-id": ("json", b"tag:x,2026:1", b"tag:x,2026:2", "duplicate_id"),
    "json-no-content": ("json", b'"content_html"', b'"content"', "missing"),
    "json-number-as-id": ("json", b'"tag:x,2026:1"', b"17", "missing"),
    "json-broken": ("json", b"}", b"", "not_json"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "code"), BROKEN_ENTRIES.values(), ids=BROKEN_ENTRIES
)
def test_broken_entry_is_found_when_it_is_fresh(name, old, new, code):
    """
    RS-06, RS-07, AT-03, AT-04, AT-13, JF-03, JF-04, JF-05, RS-04.
    """
    good = a_document(name)
    assert old in good.entries[1]
    entries = (good.entries[0], good.entries[1].replace(old, new), good.entries[2])

    assert code in codes(replace(good, entries=entries), fresh=("k1",))
    assert code in codes(replace(good, entries=entries))


@pytest.mark.parametrize("name", WRITERS)
def test_kept_entry_that_shares_its_id_with_another_kept_one_is_found(name):
    """
    AT-13: ids are looked at in all entries, because each of the two is good alone.
    """
    good = a_document(name)
    entries = (good.entries[0], good.entries[0], good.entries[2])

    assert codes(replace(good, entries=entries), fresh=("k2",)) == {"duplicate_id"}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("guid", ["tag:x,2026:0", "https://x.example/?a=1&b=<2>", 'urn:"quoted"'])
def test_fresh_entry_may_not_bear_the_id_of_a_kept_one(name, guid):
    """
    AT-13: kept entries are not read again, their ids are told; escaping makes no difference.
    """
    writer, feed = WRITERS[name], a_feed()
    fresh = writer.entry(an_entry(key="new", guid=guid), feed)
    document = assemble(writer, feed, ["old", "new"], [memoryview(b"not looked at"), fresh])

    told = {"old": guid, "new": "not believed"}
    assert "duplicate_id" in codes(document, fresh=("new",), ids=told)
    assert codes(document, fresh=("new",), ids=told | {"old": f"{guid}1"}) == set()


def test_ids_that_differ_in_case_are_two():
    """
    X-10.
    """
    good = a_document("atom")
    entries = tuple(e.replace(b"tag:x,2026:1", b"tag:X,2026:0") for e in good.entries)

    assert check(replace(good, entries=entries)) == ()


def test_id_is_read_from_its_element_and_not_from_the_text():
    """
    A text about feeds may hold what looks like a guid.
    """
    trap = '<guid isPermaLink="false">tag:x,2026:0</guid>'
    feed = a_feed()
    entries = [
        an_entry(key=f"k{n}", guid=f"tag:x,2026:{n}", content_html=trap, summary=trap)
        for n in range(2)
    ]
    document = assemble(RSS, feed, ["k0", "k1"], [RSS.entry(entry, feed) for entry in entries])

    assert check(document) == ()


def test_not_well_formed_entry_is_named():
    """
    Whoever repairs it must know which it is.
    """
    good = a_document("rss")
    entries = (*good.entries[:2], good.entries[2].replace(b"</item>", b""))

    (problem,) = check(replace(good, entries=entries))
    assert problem.field == "channels/front/feed.rss#entry[2]"


@pytest.mark.parametrize("name", ["rss", "atom", "json"])
def test_many_fresh_entries_are_looked_through_some_at_a_time(name, monkeypatch):
    """
    Each of them, in the last part too; what is wrong with the head is said once.
    """
    monkeypatch.setattr(checks, "PARSED_AT_ONCE", 2)
    good = a_document(name, count=5)
    fresh = good.entry_keys
    assert check(good, fresh=fresh) == ()

    broken = replace(good, entries=(*good.entries[:4], good.entries[4][:-20] + b"<&"))
    assert codes(broken, fresh=fresh) == codes(broken)
    headless = replace(good, head=good.head.replace(b"https://", b"nowhere://"))
    assert len(check(headless, fresh=fresh)) == len(check(headless, fresh=fresh[:2]))


@pytest.mark.parametrize("name", ["rss", "atom", "json"])
@pytest.mark.parametrize(("early", "wrong"), [(301, True), (300, False), (0, False)])
def test_date_after_now_is_wrong(name, early, wrong):
    """
    RS-05: five minutes are left for clocks that differ; then the story would hide or lead.
    """
    now = an_entry().published_at - timedelta(seconds=early)
    document = replace(a_document(name), head=a_document(name).head)
    entry = an_entry(updated_at=an_entry().published_at)
    writer, feed = WRITERS[name], a_feed(updated_at=None)
    document = assemble(writer, feed, ["k"], [writer.entry(entry, feed)])

    assert ("future_date" in codes(document, now=now)) is wrong


@pytest.mark.parametrize(("limit", "wrong"), [(-1, True), (0, False), (1, False)])
def test_size_limit_of_the_destination_is_kept(limit, wrong):
    """
    B85: one byte under the size refuses, the size itself and more do not.
    """
    document = a_document("rss")

    assert ("too_large" in codes(document, max_bytes=len(document.body) + limit)) is wrong


def test_our_own_size_limit_is_kept(monkeypatch):
    """
    MS-01, HTTP-09: also without a destination's.
    """
    monkeypatch.setitem(checks.MAX_BYTES, "application/rss+xml", 100)

    assert "too_large" in codes(a_document("rss"))


def test_empty_document_is_wrong():
    """
    Nothing at all is never what was meant.
    """
    assert "empty_document" in codes(Document("robots.txt", "text/plain", b""))


SITEMAP = (
    b'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/'
    b'sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">%s</urlset>'
)
URL = b"<url><loc>https://news.example/articles/%d.html</loc></url>"
NEWS_URL = b"<url><loc>https://news.example/articles/%d.html</loc><news:news/></url>"
PAGE = b"<!DOCTYPE html><html lang='en'><head><title>A page</title></head><body></body></html>"
OPML = b'<?xml version="1.0"?><opml version="2.0"><head/><body>%s</body></opml>'
RSL = b'<?xml version="1.0"?><rsl xmlns="https://rslstandard.org/rsl">%s</rsl>'
OTHERS = {
    "sitemap": ("application/xml", SITEMAP % URL % 1, set()),
    "empty-sitemap": ("application/xml", SITEMAP % b"", set()),
    "sitemap-address-twice": ("application/xml", SITEMAP % (URL * 2 % (1, 1)), {"duplicate_address"}),
    "sitemap-without-loc": ("application/xml", SITEMAP % b"<url/>", {"missing"}),
    "sitemap-of-50000": ("application/xml", SITEMAP % b"".join(URL % n for n in range(50_000)), set()),
    "sitemap-of-50001": ("application/xml", SITEMAP % b"".join(URL % n for n in range(50_001)), {"too_many"}),
    "news-of-1000": ("application/xml", SITEMAP % b"".join(NEWS_URL % n for n in range(1_000)), set()),
    "news-of-1001": ("application/xml", SITEMAP % b"".join(NEWS_URL % n for n in range(1_001)), {"too_many"}),
    "unknown-xml": ("application/xml", b'<?xml version="1.0"?><other/>', {"wrong_root"}),
    "opml": ("text/x-opml", OPML % b'<outline text="A"/>', set()),
    "opml-without-outline": ("text/x-opml", OPML % b"", {"missing"}),
    "opml-without-text": ("text/x-opml", OPML % b"<outline/>", {"missing"}),
    "rsl": ("application/rsl+xml", RSL % b'<content url="/"><license/></content>', set()),
    "rsl-without-license": ("application/rsl+xml", RSL % b'<content url="/"/>', {"missing"}),
    "page": ("text/html; charset=utf-8", PAGE, set()),
    "page-without-title": ("text/html; charset=utf-8", PAGE.replace(b"A page", b" "), {"missing"}),
    "page-cut-off": ("text/html; charset=utf-8", PAGE[:-20], {"cut_off"}),
    "page-without-doctype": ("text/html; charset=utf-8", PAGE[15:], {"wrong_root"}),
    "robots": ("text/plain; charset=utf-8", b"User-agent: *\nAllow: /\n", set()),
    "robots-not-utf8": ("text/plain; charset=utf-8", b"\xff", {"not_utf8"}),
    "json": ("application/json", b"[]", set()),
    "not-json": ("application/json", b"[", {"not_json"}),
}  # fmt: skip


@pytest.mark.parametrize(("media_type", "body", "expected"), OTHERS.values(), ids=OTHERS)
def test_other_documents_have_their_rules(media_type, body, expected):
    """
    SM, OP-01, OP-02, RL-01, RL-02, NS, TD-01: dispatched by media type, boundaries on both sides.
    """
    assert codes(Document("some-key", media_type, body)) == expected
