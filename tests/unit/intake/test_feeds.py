"""Feeds as uploads: RSS, RDF, Atom, JSON Feed (rows M1, M2, B3)."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.fields.chain import make_article
from reprise.model.configuration import Publication
from reprise.model.permission import Territories
from reprise.model.submission import Action, Byline
from tests.unit.intake.reading import case, only, partner, read, reads_or_refuses, refusal

MAY = datetime(2026, 5, 6, 6, 0, tzinfo=UTC)
CHANGED = datetime(2026, 5, 6, 7, 30, tzinfo=UTC)


def rss(item: str, channel: str = "", attributes: str = "") -> str:
    return (
        f'<rss version="2.0" {attributes}><channel><title>C</title><link>https://c.example/</link>'
        f"{channel}<item><title>T</title><guid>1</guid><description>Text of it.</description>{item}"
        "</item></channel></rss>"
    )


def sure(item, field):
    """How sure a reader is of a field."""
    return next((one.confidence for one in item.provenance if one.field == field), 1.0)


def test_an_rss_item_is_read_with_all_its_modules():
    """Content, Dublin Core, Media RSS, Atom, Creative Commons."""
    reading = read(case("feed/rss.xml"))
    assert reading.format == "feed/rss"
    item = reading.items[0]
    said = item.submission
    assert said.id == item.item == "HTTPS://Courier.example/?p=%7E17"
    assert said.canonical_url == "https://courier.example/ferry?utm_source=feed"
    assert said.bylines == (Byline(name="Rua Penfold"), Byline(name="Ida Skerry"))
    assert (said.published_at, said.updated_at) == (MAY, CHANGED)
    assert said.abstract == "Winter boats return to the south pier."
    assert said.body_html is not None
    assert said.body_html.startswith("<p>The ferries will run every hour from May.</p>")
    assert said.sections == ("Transport", "transport", "Islands")
    assert said.keywords == ("ferries", "piers")
    assert said.language == "en-nz"
    assert said.permission is not None
    assert said.permission.copyright_notice == "© 2026 The Kelp Courier"
    assert said.permission.starts_at == datetime(2026, 5, 6, 10, tzinfo=UTC)
    assert said.permission.expires_at == datetime(2027, 5, 6, 10, tzinfo=UTC)


def test_the_source_of_an_item_comes_before_the_feed_it_came_by():
    """RS-11, B63: the chain of origin is kept."""
    source = read(case("feed/rss.xml")).items[0].submission.source
    assert source is not None
    assert (source.name, source.feed_url) == ("Kelp Wire", "https://wire.example/rss")
    assert source.chain == ("The Kelp Courier",)
    own = read(case("feed/rss.xml")).items[1].submission.source
    assert own is not None
    assert (own.name, own.url) == ("The Kelp Courier", "https://courier.example/")
    assert own.feed_url == "https://courier.example/feed.rss"


def test_media_rss_gives_the_best_of_a_group_with_its_credit():
    """C23, M70: credit, description, title, copyright and licence of the group hold for it."""
    (picture,) = read(case("feed/rss.xml")).items[0].submission.pictures
    assert (picture.url, picture.width, picture.height, picture.bytes) == (
        "https://courier.example/large.jpg", 1600, 1067, 204800,
    )  # fmt: skip
    assert (picture.credit, picture.caption) == ("Ida Skerry", "The ferry at the south pier.")
    assert (picture.alt, picture.rights) == ("A white ferry", "With this story only.")
    assert picture.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_the_licence_of_an_item_wins_over_that_of_the_feed():
    """RFC 4946, section 3: inherited only where nothing is said."""
    first, second, _ = read(case("feed/rss.xml")).items
    assert [one.permission.licence for one in first.policies] == [
        "https://creativecommons.org/licenses/by-nd/4.0/"
    ]
    assert [one.permission.licence for one in second.policies] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]


def test_an_excerpt_is_not_taken_for_the_text():
    """C15: a text that says it goes on elsewhere waits for a person."""
    item = read(case("feed/rss.xml")).items[1]
    assert sure(item, "body") < 0.5
    assert sure(read(case("feed/rss.xml")).items[0], "body") == 1.0


def test_a_date_without_zone_is_unsure_and_an_address_before_a_name_is_mail():
    """RSS authors are mail addresses; enclosures are pictures only when they say so."""
    item = read(case("feed/rss.xml")).items[1]
    assert sure(item, "published_at") < 1
    assert item.submission.bylines == (Byline(name="News desk", email="desk@courier.example"),)
    assert [one.url for one in item.submission.pictures] == ["https://courier.example/e.jpg"]
    assert item.submission.id is None
    assert item.submission.canonical_url == "https://courier.example/excerpt"


def test_a_deleted_status_is_a_withdrawal():
    """B45: as some destinations are told."""
    item = read(case("feed/rss.xml")).items[2]
    assert item.submission.action is Action.WITHDRAW
    assert item.submission.id == "https://courier.example/gone"
    assert item.submission.canonical_url == "https://courier.example/gone"


def test_rdf_is_read_like_its_younger_siblings():
    """RSS 1.0: items beside the channel, licence as a resource."""
    reading = read(case("feed/rdf.xml"))
    item = only(reading)
    said = item.submission
    assert reading.format == "feed/rdf"
    assert (said.headline, said.language) == ("Des ferries toutes les heures", "fr")
    assert said.canonical_url == "https://courier.example/ferry"
    assert said.published_at == MAY
    assert said.keywords == ("Transport", "Îles")
    assert said.permission is not None
    assert said.permission.copyright_notice == "© 2026 Rua Penfold"
    assert item.policies[0].permission.licence == "http://creativecommons.org/licenses/by-sa/3.0/"


def test_an_atom_entry_is_read():
    """RFC 4287: ids as they are, labels, people, xhtml, xml:base, xml:lang, source."""
    reading = read(case("feed/atom.xml"))
    said = reading.items[0].submission
    assert reading.format == "feed/atom"
    assert said.id == "tag:Courier.example,2026:Ferry.%7e"
    assert said.bylines[0] == Byline(
        name="Rua Penfold", email="rua@courier.example", url="https://courier.example/rua"
    )
    assert [one.name for one in said.bylines] == ["Rua Penfold", "Ida Skerry"]
    assert said.sections == ("Verkehr", "inseln")
    assert said.canonical_url == "https://courier.example/de/faehre?utm_medium=feed"
    assert said.body_html == (
        "<p>Ab Mai fahren die <strong>Fähren</strong> stündlich.</p>"
        '<p><a href="https://courier.example/de/texte/plan">Fahrplan</a></p>'
    )
    assert said.abstract == "Die Winterboote kehren zum Südpier zurück."
    assert said.language == "de"
    assert (said.published_at, said.updated_at) == (MAY, CHANGED)
    assert said.permission is None, "the entry names its source, whose rights it has"
    assert [one.url for one in said.pictures] == ["https://courier.example/p.jpg"]
    source = said.source
    assert source is not None
    assert (source.name, source.feed_id) == ("Kelp Wire", "tag:wire.example,2026:feed")
    assert source.feed_url == "https://wire.example/atom"
    assert source.chain == ("Der Kelp-Kurier & Bote",)


def test_a_literal_title_stays_literal_all_the_way():
    """``type="text"`` with angle brackets is no markup."""
    item = read(case("feed/atom.xml")).items[0]
    publication = Publication(name="B", base_url="https://b.example", language="en")
    result = make_article(
        item, article_id="x", guid="g", partner_id="p", partner=partner(), publication=publication,
        now=CHANGED,
    )  # fmt: skip
    assert result.article is not None
    assert result.article.headline == "Fähren fahren <stündlich>"


def test_an_entry_whose_text_is_elsewhere_is_only_an_excerpt():
    """``content/@src`` (AT-rules): what is here is the summary."""
    item = read(case("feed/atom.xml")).items[1]
    assert sure(item, "body") < 0.5
    assert item.submission.language == "en"
    assert [one.name for one in item.submission.bylines] == ["Redaktion"]
    assert [one.permission.licence for one in item.policies] == [
        "https://creativecommons.org/licenses/by-nc/4.0/"
    ]


def test_a_tombstone_is_a_withdrawal():
    """TS-01, C26."""
    said = read(case("feed/atom.xml")).items[2].submission
    assert (said.action, said.id) == (Action.WITHDRAW, "tag:courier.example,2026:gone")
    assert said.updated_at == datetime(2026, 5, 5, 10, tzinfo=UTC)


def test_a_complete_feed_says_so():
    """RFC 5005, section 2."""
    assert read(case("feed/atom.xml")).complete_feed == "tag:courier.example,2026:feed"
    assert read(case("feed/rss.xml")).complete_feed is None


def test_rsl_terms_wait_for_their_reader():
    """They hold the article until the rights room has read them."""
    item = read(case("feed/atom.xml")).items[0]
    (document,) = item.documents
    assert document.language == "rsl"
    assert 'type="usage"' in document.body
    assert [one.name for one in item.policies if one.permission.unreadable] == ["rsl"]


def test_a_json_feed_is_read_item_by_item():
    """JSON Feed 1.1; numbers are ids too, what is no item costs only itself."""
    reading = read(case("feed/feed.json"))
    said, untitled = (item.submission for item in reading.items)
    assert reading.format == "json-feed"
    assert said.id == "HTTPS://Courier.example/?p=17"
    assert said.canonical_url == "https://courier.example/ferry"
    assert said.alternate_urls == ("https://harbour.example/timetable",)
    assert said.body_html == "<p>The ferries will run every hour from May.</p>"
    assert said.body_text is None
    assert [one.name for one in said.bylines] == ["Rua Penfold"]
    assert [one.url for one in said.pictures] == [
        "https://courier.example/p.jpg", "https://courier.example/q.jpg",
    ]  # fmt: skip
    assert said.sections == ("Transport", "Islands")
    assert (said.published_at, said.updated_at) == (MAY, CHANGED)
    assert (untitled.id, untitled.body_text) == ("18", "No title.")
    assert [one.name for one in untitled.bylines] == ["News desk"]
    assert sure(reading.items[1], "published_at") < 1
    assert [name for name, _ in reading.failures] == ["upload[2]"]


SUMMARIES = {
    "its own words": ("Boats return.", "<p>The ferries will run.</p>", "Boats return."),
    "the begin of the text": ("The ferries will run every […]", "<p>The ferries will run every hour.</p>", None),
    "the same as the text": ("The ferries will run.", "<p>The ferries will run.</p>", None),
}  # fmt: skip


@pytest.mark.parametrize(("summary", "content", "abstract"), SUMMARIES.values(), ids=SUMMARIES)
def test_a_description_cut_from_the_text_is_no_standfirst(summary, content, abstract):
    """Generators put the first words of the text there."""
    text = (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>T</title>'
        f"<description>{summary}</description><content:encoded><![CDATA[{content}]]></content:encoded>"
        "</item></channel></rss>"
    )
    assert only(read(text)).submission.abstract == abstract


CARELESS = {
    "bare ampersand": rss("<category>Fish & chips</category>"),
    "prefix not declared": rss("<dc:creator>Ada</dc:creator><media:thumbnail url='https://a.example/x.jpg'/>"),
    "space before the declaration": "\n\n" + '<?xml version="1.0"?>' + rss(""),
    "control characters": rss("<category>a\x08b</category>"),
    "named entities": rss("<category>caf&eacute;&nbsp;&hellip;</category>"),
    "ampersand in CDATA stays": rss("<category><![CDATA[a & b]]></category>"),
    "document type": '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.example/rss-0.91.dtd">' + rss(""),
}  # fmt: skip


@pytest.mark.parametrize("text", CARELESS.values(), ids=CARELESS)
def test_careless_feeds_are_read(text):
    """What generators do wrong every day costs nothing (C7)."""
    assert only(read(text)).submission.headline == "T"


DAMAGED = {
    "truncated": (case("feed/rss.xml")[:2000], "truncated"),
    "empty": ("<rss><channel><title>x</title></channel></rss>", "no_article"),
    "entity bomb": (
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + rss("<category>&b;</category>"),
        "own_entities",
    ),
    "external entity": (
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss("<category>&x;</category>"),
        "own_entities",
    ),
    "deep": (rss("<a>" * 5000 + "</a>" * 5000), "too_deep"),
    "no items in JSON": ('{"version": "https://jsonfeed.org/version/1", "items": []}', "no_article"),
    "JSON twice": ('{"version": "https://jsonfeed.org/version/1", "items": [], "items": []}', "duplicate_key"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code"), DAMAGED.values(), ids=DAMAGED)
def test_damaged_and_hostile_feeds_are_refused(text, code):
    """In bounded time, with the reason."""
    assert [problem.code for problem in refusal(text).problems] == [code]


RESTRICTIONS = {
    "allow": (
        'relationship="allow" type="country">nz au',
        Territories(allow=frozenset({"NZ", "AU"})),
    ),
    "deny": ('relationship="deny" type="country">US', Territories(deny=frozenset({"US"}))),
    "deny all": ('relationship="deny" type="country">all', Territories(allow=frozenset())),
}


@pytest.mark.parametrize(("said", "expected"), RESTRICTIONS.values(), ids=RESTRICTIONS)
def test_country_restrictions_are_territories(said, expected):
    """Media RSS restrictions of an item limit it (B30)."""
    text = rss(f"<media:restriction {said}</media:restriction>")
    (stated,) = only(read(text)).policies
    assert stated.permission.territories == expected


UNKNOWN = ['relationship="deny" type="sharing">', 'relationship="allow" type="uri">https://a.example/', 'type="country">NZ', 'relationship="allow" type="country">Atlantis']  # fmt: skip


@pytest.mark.parametrize("said", UNKNOWN)
def test_restrictions_that_are_not_understood_hold(said):
    """Never skipped (invariant 1)."""
    (stated,) = only(read(rss(f"<media:restriction {said}</media:restriction>"))).policies
    assert stated.permission.unreadable


def test_an_expiry_in_the_past_is_kept_as_the_end():
    """E2: so MSN is told of a takedown."""
    text = rss("<mi:expirationDate>2026-01-01T00:00:00Z</mi:expirationDate>")
    permission = only(read(text)).submission.permission
    assert permission is not None
    assert permission.expires_at == datetime(2026, 1, 1, tzinfo=UTC)


PARTS = st.sampled_from(
    ["<title>", "</title>", "<item>", "</item>", "<guid>", "</guid>", "x", "&amp;", "&", "<![CDATA[", "]]>",
     "<media:content url='https://a.example/x.jpg'/>", "<pubDate>", "</pubDate>", "2026", "<a>", "</a>"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=20).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_feed_like_text_is_read_or_refused(inside):
    """Never anything else."""
    reads_or_refuses(f"<rss><channel>{inside}</channel></rss>")


@given(st.dictionaries(st.sampled_from(["id", "title", "url", "authors", "tags", "image", "attachments", "date_published", "content_html"]), st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda one: st.lists(one, max_size=2) | st.dictionaries(st.text(max_size=4), one, max_size=2), max_leaves=4)))  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_any_json_item_is_read_or_refused(item):
    """Never anything else."""
    reads_or_refuses(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}))


BLOGGER = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="{app}" xmlns:b="http://schemas.google.com/blogger/2018">
<id>tag:blogger.com,1999:blog-1.archive</id><title>Harbour</title>
<entry><id>urn:post</id><title>A post</title><content>It sails.</content>{post}</entry>
<entry><id>urn:other</id><title>Another</title><content>Not for readers.</content>{other}</entry></feed>"""
KIND = '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#{}"/>'
DRAFT = "<app:control><app:draft>yes</app:draft></app:control>"


@pytest.mark.parametrize(
    ("post", "other", "left"),
    [
        ("", DRAFT, "draft"),
        ("<app:control><app:draft>no</app:draft></app:control>", DRAFT, "draft"),
        (KIND.format("post"), KIND.format("comment"), "comment"),
        (KIND.format("page"), KIND.format("template"), "template"),
        (KIND.format("post"), KIND.format("post") + DRAFT, "draft"),
        ("<b:status>LIVE</b:status><b:type>POST</b:type>", "<b:status>DRAFT</b:status>", "draft"),
        ("<b:type>POST</b:type>", "<b:type>COMMENT</b:type>", "comment"),
    ],
)
@pytest.mark.parametrize("app", ["http://www.w3.org/2007/app", "http://purl.org/atom/app#"])
def test_drafts_and_what_is_no_post_are_left_out(app, post, other, left):
    """Exports of blogs hold what no reader was ever shown; the receipt counts it."""
    reading = read(BLOGGER.format(app=app, post=post, other=other))
    assert only(reading).submission.id == "urn:post"
    assert not only(reading).submission.sections
    assert [note.found for note in reading.notes] == [f"1: {left}"]


def test_the_original_behind_a_counting_redirect_is_the_address():
    """FeedBurner's links lead through its counter; it says where to."""
    feed = """<rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
    <item><title>A</title><link>http://feedproxy.example/~r/1</link>
    <feedburner:origLink>https://h.example/a</feedburner:origLink></item></channel></rss>"""
    assert only(read(feed)).submission.canonical_url == "https://h.example/a"
