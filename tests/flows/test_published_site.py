"""
Every document that the sample uploads lead to, held against the rules that speak of all of them.

The rooms' own tests look at one writer each; this reads the site the way a crawler does.
"""

import re
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree, html

from reprise.configuration import load
from reprise.local.world import ROOT
from reprise.model.configuration import Channel
from reprise.stores.memory import MemoryStores
from reprise.stores.memory.clock import Clock
from tests.newsroom import START, Newsroom, story

UPLOADS = sorted(path for path in (ROOT / "docs/examples/uploads").glob("*/*") if path.is_file())
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
PICTURE = {
    "url": "https://harbour-post.example/gull.jpg",
    "media_type": "image/jpeg",
    "bytes": 48_213,
    "width": 1600,
    "height": 900,
    "credit": "Ida Rowe",
}
ACTIVE = {"script", "object", "embed", "iframe", "meta", "link", "style", "base", "form"}


@pytest.fixture(scope="module")
def newsroom():
    """The shipped configuration after all sample uploads, and every call on the stores."""
    configuration = load((ROOT / "shared/reprise.yaml").read_text("utf-8"), name="reprise.yaml")
    publication = configuration.publication.model_copy(update={"hubs": ("https://hub.example/",)})
    channels = {**configuration.channels, "pictured": Channel(title="Seen", profile="flipboard")}
    configuration = configuration.model_copy(
        update={"publication": publication, "channels": channels}
    )
    newsroom = Newsroom(configuration, MemoryStores(Clock(START)))
    newsroom.calls = []
    newsroom.stores = newsroom.memory.stores(
        lambda call: newsroom.calls.append(call) if call.phase == "after" else None
    )
    for path in UPLOADS:
        newsroom.ingests(
            newsroom.put(path.read_bytes(), partner=path.parent.name, name=path.name, ticket="t")
        )
        newsroom.memory.clock.advance(seconds=1)
        newsroom.settles()
    newsroom.receives(story("gull", pictures=[PICTURE]), partner="harbour-post")
    newsroom.strikes()
    return newsroom


@pytest.fixture(scope="module")
def feeds(newsroom):
    """RSS and Atom documents as parsed by an independent reader, by key."""
    keys = [key for key in newsroom.everything() if key.endswith((".rss", ".atom"))]
    parsed = {key: feedparser.parse(newsroom.read(key), sanitize_html=False) for key in keys}
    assert any(feed.entries for feed in parsed.values())
    return parsed


def test_every_document_says_what_it_is(newsroom):
    """SM-13, OP-05, JF-14, RS-01: media types that readers and validators know."""
    types = {
        "sitemap.xml": "application/xml",
        "news-sitemap.xml": "application/xml",
        "robots.txt": "text/plain",
        "channels.opml": "text/x-opml",
        "channels/front/feed.rss": "application/rss+xml",
        "channels/front/feed.atom": "application/atom+xml",
        "channels/front/feed.json": "application/feed+json",
        "channels/front/index.html": "text/html",
    }
    found = {key: newsroom.stores.site.get(key).media_type.split(";")[0] for key in types}
    assert found == types


def test_an_index_lists_sitemaps_that_are_there_and_nothing_else(newsroom):
    """SI-03: what an index names has the root element ``urlset``."""
    base = newsroom.configuration.publication.base_url
    listed = newsroom.sitemap_urls("sitemap.xml")
    roots = {etree.fromstring(newsroom.read(url.removeprefix(f"{base}/"))).tag for url in listed}
    assert listed
    assert roots == {"{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"}


def test_what_an_index_names_is_put_before_it(newsroom):
    """SI-07: a crawler that reads the index at once finds all it names."""
    base = newsroom.configuration.publication.base_url
    put: set[str] = set()
    for call in newsroom.calls:
        if call.name == "site.put":
            document = call.arguments[0]
            if document.key == "sitemap.xml":
                assert set(newsroom.locations(document.body)) <= put
            put.add(f"{base}/{document.key}")
    assert f"{base}/sitemap.xml" in put


def test_addresses_and_ids_of_our_own_are_in_normal_form(feeds, newsroom):
    """X-09: lower-case scheme and host, no default port, no empty query."""
    host = urlsplit(newsroom.configuration.publication.base_url).netloc
    for feed in feeds.values():
        for entry in feed.entries:
            address = urlsplit(entry.link)
            assert (address.scheme, address.netloc, address.query) == ("https", host, "")
            assert not re.fullmatch(r"\d{1,9}", entry.id)  # RS-09


def test_an_edit_changes_no_id(newsroom, feeds):
    """RS-10: the corrected article goes by the id of its first version."""
    (first,) = (item for item in receipts(newsroom, "bridge-1.json"))
    (corrected,) = (item for item in receipts(newsroom, "bridge-2-correction.json"))
    assert first.guid == corrected.guid
    shown = [entry.id for entry in feeds["channels/front/feed.rss"].entries]
    assert shown.count(first.guid) == 1


def receipts(newsroom, name):
    """The items of what was uploaded as *name*."""
    found = newsroom.stores.articles.receipts("harbour-post", limit=100)
    return [item for receipt in found if receipt.name == name for item in receipt.items]


def test_languages_are_language_tags(feeds):
    """RS-19: a hyphen, and a code that exists."""
    assert all(LANGUAGE.fullmatch(feed.feed.language) for feed in feeds.values())


def test_no_feed_carries_anything_active_or_relative(feeds, newsroom):
    """RS-34, HU-02: no script, embedding or relative address in any entry; X-06."""
    for feed in feeds.values():
        for entry in feed.entries:
            for content in entry.get("content", []):
                tree = html.fragment_fromstring(content.value, create_parent="div")
                assert not ACTIVE & {element.tag for element in tree.iter()}
                assert all(urlsplit(link).scheme for *_, link, _ in tree.iterlinks())
    assert not any(b"<?xml-stylesheet" in newsroom.read(key) for key in feeds)


def test_enclosures_have_type_and_length(newsroom):
    """RS-13, AT-15, JF-08: whoever announces a file says what it is; only one feed asks for it."""
    enclosures = [
        (key, enclosure.get("type"), int(enclosure.get("length")))
        for key in newsroom.everything()
        if key.endswith(".rss")
        for enclosure in etree.fromstring(newsroom.read(key)).iter("enclosure")
    ]
    assert ("channels/pictured/feed.rss", "image/jpeg", 48_213) in enclosures
    assert {key for key, _, _ in enclosures} == {"channels/pictured/feed.rss"}
    assert all(kind and length > 0 for _, kind, length in enclosures)
    assert not any("attachments" in item for item in newsroom.json_feed("front")["items"])
    atom = etree.fromstring(newsroom.read("channels/front/feed.atom"))
    assert not any(link.get("rel") == "enclosure" for link in atom.iter("{*}link"))


def test_categories_of_atom_have_a_term(newsroom):
    """AT-14: a category without a term is none."""
    found = [
        category.get("term")
        for key in newsroom.everything()
        if key.endswith(".atom")
        for category in etree.fromstring(newsroom.read(key)).iter("{*}category")
    ]
    assert found
    assert all(found)


def test_feeds_of_samples_are_no_burden(newsroom):
    """JF-13: 250 KB is fine."""
    sizes = {key: len(newsroom.read(key)) for key in newsroom.everything() if "/feed." in key}
    assert {key: size for key, size in sizes.items() if size > 250_000} == {}


def test_the_list_of_feeds_tells_no_time(newsroom):
    """OP-04 asks for RFC 822 dates where there are any; invariant 3 leaves no time to tell."""
    head = etree.fromstring(newsroom.read("channels.opml")).find("head")
    assert [element.text for element in head if element.tag.startswith("date")] == []


def test_each_feed_names_itself_by_the_address_it_is_served_at(feeds, newsroom):
    """WS-04: ``self`` is the topic; a query string or another host would be another topic."""
    base = newsroom.configuration.publication.base_url
    for key, feed in feeds.items():
        own = [link.href for link in feed.feed.links if link.rel == "self"]
        assert own == [f"{base}/{key}"]


def test_a_hub_is_told_of_changed_feeds_once_they_can_be_read(newsroom):
    """WS-05, WS-06, SM-14: each told topic is a feed that was put before; nobody else is told."""
    base = newsroom.configuration.publication.base_url
    put: set[str] = set()
    told = 0
    for call in newsroom.calls:
        if call.name == "site.put":
            put.add(f"{base}/{call.arguments[0].key}")
        if call.name == "hub.announce":
            hub, topic = call.arguments
            told += 1
            assert hub in {str(each) for each in newsroom.configuration.publication.hubs}
            assert topic in put
            assert "/feed." in topic
    assert told


def test_robots_meta_speaks_only_to_those_who_read_it(newsroom):
    """RP-04: ``robots``, ``googlebot`` and ``googlebot-news`` are the names that are read."""
    names = {
        meta.get("name")
        for key in newsroom.everything()
        if key.endswith(".html")
        for meta in html.fromstring(newsroom.read(key)).iter("meta")
        if "index" in (meta.get("content") or "").split(",")[0]
    }
    assert names
    assert names <= {"robots", "googlebot", "googlebot-news"}


def test_pages_name_their_feeds(newsroom):
    """GO-03: Discover and readers find the feeds from any page of a channel."""
    page = html.fromstring(newsroom.read("channels/front/index.html"))
    kinds = {link.get("type") for link in page.iter("link") if link.get("rel") == "alternate"}
    assert {"application/rss+xml", "application/atom+xml", "application/feed+json"} <= kinds


def test_languages_are_named_in_one_place(newsroom):
    """HL-03: sitemaps name translations; a page that did so too could contradict them."""
    pages = {key: body for key, body in newsroom.everything().items() if key.endswith(".html")}
    assert pages
    assert not any(b"hreflang" in body for body in pages.values())


UNWANTED = {
    "textInput", "cloud", "skipHours", "skipDays",  # RS-17, RS-18
    "comments", "point", "where",  # RM-03, RM-05: slash and georss
    "group", "adult", "hash", "rating",  # MR-03, MR-12, MR-13
    "in-reply-to", "total",  # TH-01
}  # fmt: skip


def test_feeds_say_nothing_that_nobody_needs_or_that_is_easily_wrong(newsroom):
    """RS-17, RS-18, RM-03, RM-05, MR-03, MR-04, MR-12, MR-13, TH-01: not written, so never wrong."""
    feeds = [body for key, body in newsroom.everything().items() if key.endswith((".rss", ".atom"))]
    elements = [each for body in feeds for each in etree.fromstring(body).iter("*")]
    assert {etree.QName(each).localname for each in elements}.isdisjoint(UNWANTED)
    assert not any("isDefault" in each.attrib for each in elements)


def test_feeds_are_read_from_the_newest_back(newsroom):
    """WS-07: a hub may cut what it forwards to the new entries, and those come first."""
    listed = [
        [entry.published_parsed for entry in feedparser.parse(body).entries]
        for key, body in newsroom.everything().items()
        if key.endswith((".rss", ".atom"))
    ]
    assert max(map(len, listed)) > 1
    assert all(dates == sorted(dates, reverse=True) for dates in listed)


def test_a_withdrawn_article_is_told_of_and_gone_everywhere_else(newsroom):
    """TS-04: a tombstone is advice; feeds, sitemaps and pages have dropped the article too."""
    (item,) = receipts(newsroom, "ferry-2-withdrawal.json")
    naming = {key for key, body in newsroom.everything().items() if item.guid.encode() in body}
    assert naming
    assert {key.rpartition("/")[2] for key in naming} == {"feed.atom", "feed.json"}
    assert item.guid not in {each["id"] for each in newsroom.json_feed("front")["items"]}
    assert newsroom.page_status(item.article_id) == 410
