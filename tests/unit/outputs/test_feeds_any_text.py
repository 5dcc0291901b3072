"""Any text in any field gives a document that strict parsers read, and that gives the text back."""

from __future__ import annotations

import feedparser
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reprise.model.document import Entry, License, Terms, Tombstone
from reprise.model.submission import Byline, Picture, Source
from reprise.outputs.addresses import public_uri
from reprise.outputs.atom import ATOM
from reprise.outputs.characters import is_legal, legal, legal_throughout
from reprise.outputs.checks import check
from reprise.outputs.feeds import assemble
from reprise.outputs.formats import WRITERS
from reprise.outputs.json_feed import JSON_FEED
from reprise.outputs.rss import RSS
from tests.unit.outputs.feed_samples import NOW, a_feed, texts, written

# All of Unicode with lone surrogates, and what XML, HTML and JSON trip over more often than that.
SPECIAL = ["]]>", "<![CDATA[", "&amp;", "</item>", "<b>", '"', "\x08", "\ufffe", "\r\n", "\u2028",
           "&nbsp;", "<!DOCTYPE x>", "\\", " "]  # fmt: skip
PIECES = st.text(max_size=6) | st.sampled_from(SPECIAL)
TEXT = st.lists(PIECES, max_size=3).map("".join)
"""What the values that were read from outside can hold: they know no lone surrogates."""
ANY = st.lists(PIECES | st.sampled_from(["\ud83d", "\udfff"]), max_size=3).map("".join)
MAYBE, MAYBE_TEXT = st.none() | ANY, st.none() | TEXT

ENTRIES = st.builds(
    Entry,
    key=st.just("k"),
    article_id=st.just("a"),
    guid=ANY.map(lambda text: f"tag:x,2026:{text}"),
    url=st.just("https://news.example/articles/a.html"),
    title=ANY,
    published_at=st.just(NOW),
    updated_at=st.just(NOW),
    language=st.sampled_from(["en", "ar", "zh-Hant", "und"]),
    summary=ANY,
    content_html=MAYBE,
    kicker=MAYBE,
    dateline=MAYBE,
    bylines=st.lists(st.builds(Byline, name=TEXT.map(lambda text: f"N{text}")), max_size=2).map(tuple),
    sections=st.lists(ANY, max_size=2).map(tuple),
    keywords=st.lists(ANY, max_size=2).map(tuple),
    pictures=st.lists(
        st.builds(
            Picture, url=st.just("https://x.example/p.jpg"), caption=MAYBE_TEXT, alt=MAYBE_TEXT,
            credit=MAYBE_TEXT, rights=MAYBE_TEXT, licence=MAYBE_TEXT, media_type=MAYBE_TEXT,
        ),
        max_size=2,
    ).map(tuple),
    credit_line=MAYBE,
    source=st.builds(Source, name=TEXT.map(lambda text: f"N{text}"), feed_title=MAYBE_TEXT,
                     feed_url=st.just("https://x.example/feed") | st.none()),
    partner_name=ANY,
    correction=MAYBE,
    terms=st.builds(
        Terms, rights=ANY, license=st.none() | st.builds(License, name=ANY, url=MAYBE),
        copyright_notice=MAYBE, usage_terms=MAYBE,
    ),
)  # fmt: skip
FEEDS = st.builds(
    a_feed,
    title=ANY.map(lambda text: f"T{text}"),
    description=ANY,
    tombstones=st.lists(st.builds(Tombstone, guid=ANY, at=st.just(NOW)), max_size=1).map(tuple),
)


def strictly(body: bytes) -> object:
    """The parsed document: as XML without recovery, or as JSON."""
    return orjson.loads(body) if body.startswith(b"{") else etree.fromstring(body)


@settings(max_examples=80, deadline=None)
@given(ENTRIES, FEEDS)
def test_any_text_gives_well_formed_documents(entry, feed):
    """
    X-02, X-03, C7: whatever stands in any field, every format can be read strictly.
    """
    for writer in WRITERS.values():
        strictly(written(writer, entry, feed=feed))


@settings(max_examples=40, deadline=None)
@given(ENTRIES, FEEDS)
def test_feedparser_finds_the_one_entry_with_its_id(entry, feed):
    """
    An independent parser that forgives nothing sees one item, and whose it is.
    """
    for writer in (RSS, ATOM):
        read = feedparser.parse(written(writer, entry, feed=feed), sanitize_html=False)

        assert not read.bozo
        assert len(read.entries) == 1
        # feedparser takes C1 controls for Windows-1252, so only the beginning is comparable.
        assert read.entries[0].id.startswith("tag:x,2026:")


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_text_comes_back_as_it_went(entry):
    """
    RS-33, AT-08, JF-04, X-04: title and full text, in all three formats alike.
    """
    title, html = legal(entry.title), legal(entry.content_html or "")
    rss = etree.fromstring(written(RSS, entry))
    atom = etree.fromstring(written(ATOM, entry))
    item = orjson.loads(written(JSON_FEED, legal_throughout(entry)))["items"][0]

    if title.strip():
        assert texts(rss, "//item/title") == texts(atom, "//a:entry/a:title") == [title]
        assert item["title"] == title
    if html:
        assert texts(rss, "//content:encoded") == texts(atom, "//a:content") == [html]
        assert item["content_html"] == html


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_our_own_rules_find_nothing_wrong(entry):
    """
    What the writers make passes the checks that guard the last good document.
    """
    feed = a_feed()
    for writer in WRITERS.values():
        document = assemble(writer, feed, [entry.key], [writer.entry(entry, feed)])

        assert check(document, now=NOW) == ()


@given(ANY)
def test_legal_text_is_legal_and_stays_as_it_is(text):
    """
    Never raises; twice equals once; clean text is the same object.
    """
    once = legal(text)

    assert is_legal(once)
    assert legal(once) is once
    assert is_legal(text) == (once == text)


@given(
    ANY, st.sampled_from(["https://x.example/", "http://X.example:8080/a?b=", "https://é.example/"])
)
def test_public_addresses_are_ascii_uris_or_nothing(text, base):
    """
    X-07: no spaces, braces, controls or other scripts; and twice equals once.
    """
    uri = public_uri(base + text)

    if uri is not None:
        assert uri.isascii()
        assert not set(uri) & set(' {}<>"\\^`|\x08\n\r\t')
        assert public_uri(uri) == uri


@pytest.mark.parametrize(
    "address",
    [None, "", "x", "picture.jpg", "//host/x", "javascript:alert(1)", "data:text/html,x",
     "https://", "https:///path", "https://[bad/", "https://user:pw@x.example/",
     "https://x.example/" + "a" * 2100],
)  # fmt: skip
def test_what_cannot_be_a_public_address_is_none(address):
    """
    X-07, MS-01: relative, of another scheme, with a password, or longer than pollers take.
    """
    assert public_uri(address) is None


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://X.example/%7Ea?b=%C3%BC", "https://X.example/%7Ea?b=%C3%BC"),
        (" https://x.example/a b{c} ", "https://x.example/a%20b%7Bc%7D"),
        ("https://x.example/ü?q=ü#ü", "https://x.example/%C3%BC?q=%C3%BC#%C3%BC"),
        ("https://münchen.example:8443/", "https://xn--mnchen-3ya.example:8443/"),
        ("https://x.example/a?", "https://x.example/a?"),
        ("https://x.example/a#", "https://x.example/a#"),
    ],
)
def test_addresses_become_ascii_and_are_otherwise_left_alone(address, uri):
    """
    X-07: only what may not stand in a URI is encoded.
    """
    assert public_uri(address) == uri
