"""Atom 1.0, rule by rule."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from lxml import etree

from reprise.model.document import License, Terms, Tombstone
from reprise.model.submission import Byline, Source
from reprise.outputs.atom import ATOM
from tests.unit.outputs.feed_samples import (
    BASE,
    NOW,
    PICTURE,
    TERMS,
    a_feed,
    an_entry,
    parsed,
    schema_path,
    texts,
    written,
)

UNSPECIFIED = "http://purl.org/atompub/license#unspecified"
FULL_FEED = a_feed(
    hubs=("https://hub.example/",),
    logo=f"{BASE}/logo.png",
    license_url=f"{BASE}/license.xml",
    tombstones=(Tombstone("tag:harbour.example,2026:gone", NOW),),
)


def entry_of(**changes) -> Any:
    return parsed(written(ATOM, an_entry(**changes))).find("{*}entry")


def test_document_starts_with_its_declaration_and_shows_its_kind_early():
    """
    X-01, HTTP-13.
    """
    body = written(ATOM, an_entry())

    assert body.startswith(b"<?xml")
    assert b"<feed" in body[:512]


def test_atom_is_the_default_namespace_and_the_others_have_their_prefixes():
    """
    X-05, TS-01: feedgen makes elements of no namespace; inside the document they are Atom's.
    """
    root = parsed(written(ATOM, an_entry()))

    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.nsmap == {
        None: "http://www.w3.org/2005/Atom",
        "at": "http://purl.org/atompub/tombstones/1.0",
        "dcterms": "http://purl.org/dc/terms/",
        "fh": "http://purl.org/syndication/history/1.0",
        "media": "http://search.yahoo.com/mrss/",
        "sy": "http://purl.org/rss/1.0/modules/syndication/",
    }
    assert {e.prefix for e in root.iter() if isinstance(e.tag, str)} <= {None, "media", "sy"}


def test_feed_has_one_id_title_updated_author_and_self_link():
    """
    AT-01, AT-02, WS-01.
    """
    root = parsed(written(ATOM, feed=FULL_FEED))

    assert texts(root, "a:id") == [f"{BASE}/channels/front/feed.atom"]
    assert texts(root, "a:title") == ["Front page"]
    assert texts(root, "a:updated") == ["2026-03-02T08:00:00+00:00"]
    assert texts(root, "a:author/a:name") == ["Example News"]
    assert texts(root, "a:link[@rel='self']/@href") == [f"{BASE}/channels/front/feed.atom"]
    assert texts(root, "a:link[@rel='alternate']/@href") == [f"{BASE}/channels/front/"]
    assert texts(root, "a:link[@rel='hub']/@href") == ["https://hub.example/"]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_empty_feed_is_as_old_as_can_be_and_never_as_old_as_the_clock():
    """
    X-12: ``updated`` is required, and nothing has happened yet.
    """
    root = parsed(written(ATOM, feed=a_feed(updated_at=None)))

    assert texts(root, "a:updated") == ["1970-01-01T00:00:00+00:00"]


def test_entry_has_every_part():
    """
    AT-03, AT-05, M65.
    """
    entry = entry_of()

    assert texts(entry, "a:id") == ["tag:harbour.example,2026:crane"]
    assert texts(entry, "a:title") == ["Crane lifts for the last time"]
    assert texts(entry, "a:updated") == ["2026-03-02T07:00:00+00:00"]
    assert texts(entry, "a:published") == ["2026-03-02T06:00:00+00:00"]
    assert texts(entry, "a:author/a:name") == ["Ola Brandt"]
    assert texts(entry, "a:category/@term") == ["Local", "harbour"]
    assert texts(entry, "a:rights") == ["© Harbour Post, republished with permission"]
    assert texts(entry, "a:summary")[0].startswith("The crane at the old quay")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_full_text_is_escaped_html():
    """
    AT-08: type html, no child elements, whatever the text holds.
    """
    text = '<p>1 &lt; 2 ]]> &amp; <b>3</b> "’"</p>'
    content = entry_of(content_html=text).find("{http://www.w3.org/2005/Atom}content")

    assert (content.get("type"), len(content), content.text) == ("html", 0, text)


def test_entry_without_full_text_has_its_page_and_summary():
    """
    AT-04.
    """
    entry = entry_of(content_html=None)

    assert entry.find("{http://www.w3.org/2005/Atom}content") is None
    assert texts(entry, "a:link[not(@rel)]/@href") == [f"{BASE}/articles/crane2026.html"]
    assert texts(entry, "a:summary")


def test_entry_without_byline_is_by_its_source():
    """
    AT-03, AT-11: the feed's author must not be taken for the writer of others' texts.
    """
    assert texts(entry_of(bylines=()), "a:author/a:name") == ["Harbour Post"]


def test_author_has_a_name_and_an_address_but_no_email():
    """
    AT-09.
    """
    byline = Byline(name="Ola Brandt", url="https://harbour.example/ola", email="o@x.example")
    author = entry_of(bylines=(byline,)).find("{*}author")

    assert [(etree.QName(e).localname, e.text) for e in author] == [
        ("name", "Ola Brandt"),
        ("uri", "https://harbour.example/ola"),
    ]


def test_dates_are_rfc_3339_with_capital_letters():
    """
    AT-06: also where the clock had fractions.
    """
    body = written(ATOM, an_entry(updated_at=NOW.replace(microsecond=123456)), feed=FULL_FEED)
    dates = re.findall(r"\d{4}-\d\d-\d\d.\d\d:\d\d:\d\d[^<\"]*", body.decode())

    assert dates
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|\+00:00)", date) for date in dates)


def test_link_relations_say_which_address_is_which():
    """
    AT-17, AT-18: page, original, licence; feedgen would lose ``rel`` on all of them.
    """
    root = parsed(written(ATOM, an_entry(), feed=FULL_FEED))
    entry = root.find("{*}entry")
    registered = {"alternate", "self", "hub", "license", "via"}

    assert texts(entry, "a:link[@rel='via']/@href") == ["https://harbour.example/crane"]
    assert set(texts(root, "//a:link/@rel")) <= registered


def test_source_names_the_partners_feed():
    """
    AT-11, AT-12: id, title and updated at least, once.
    """
    source = Source(
        name="Harbour Post",
        url="https://harbour.example/",
        feed_url="https://harbour.example/feed.xml",
        feed_id="tag:harbour.example,2020:all",
        feed_title="All news",
        feed_updated_at=NOW,
    )
    (found,) = entry_of(source=source).findall("{*}source")

    assert texts(found, "a:id") == ["tag:harbour.example,2020:all"]
    assert texts(found, "a:title") == ["All news"]
    assert texts(found, "a:updated") == ["2026-03-02T08:00:00Z"]
    assert texts(found, "a:link[@rel='self']/@href") == ["https://harbour.example/feed.xml"]
    assert texts(found, "a:link[@rel='alternate']/@href") == ["https://harbour.example/"]


def test_source_without_a_feed_is_left_out():
    """
    ``atom:source`` describes a feed; there is none.
    """
    assert entry_of(source=Source(name="X")).find("{*}source") is None


# --- Licences -------------------------------------------------------------------------------------


def effective_license(root: Any, entry: Any) -> list[str]:
    """RFC 4946 section 4: the entry's own, else its source's, else the feed's."""
    for path, element in (("a:link", entry), ("a:source/a:link", entry), ("a:link", root)):
        if found := texts(element, f"{path}[@rel='license']/@href"):
            return found
    return []


BY = License("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
NAMED_ONLY = License("Special terms", None)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (Terms(license=BY, license_unstated=False), BY.url),
        (Terms(license=NAMED_ONLY, license_unstated=False), UNSPECIFIED),
        (Terms(), UNSPECIFIED),
    ],
    ids=["stated", "named-without-address", "unstated"],
)
def test_effective_licence_of_every_entry_is_that_of_its_permission(terms, expected):
    """
    AL-01, AL-02, AL-04, AL-05: our feed's own licence never leaks onto a partner's text.
    """
    root = parsed(written(ATOM, an_entry(terms=terms), feed=FULL_FEED))

    assert effective_license(root, root.find("{*}entry")) == [expected]


def test_licence_is_a_link_and_the_rights_are_for_people():
    """
    AT-10, AL-03, AL-06: both from one record, the machine-readable one not in ``rights``.
    """
    entry = entry_of(terms=replace(TERMS, license=BY))
    link = entry.find("{*}link[@rel='license']")

    assert (link.get("href"), link.get("title")) == (BY.url, BY.name)
    assert str(BY.url) not in texts(entry, "a:rights")[0]


# --- Tombstones -----------------------------------------------------------------------------------


def tombstone_of(tombstone: Tombstone) -> Any:
    return parsed(written(ATOM, feed=a_feed(tombstones=(tombstone,)))).find("{*}deleted-entry")


def test_withdrawn_entry_leaves_a_tombstone():
    """
    TS-01, B47: ref is the entry's id, when the time it went.
    """
    gone = tombstone_of(Tombstone("tag:harbour.example,2026:gone", NOW))

    assert gone.tag == "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
    assert dict(gone.attrib) == {
        "ref": "tag:harbour.example,2026:gone",
        "when": "2026-03-02T08:00:00Z",
    }


def test_tombstone_names_the_feed_the_entry_came_from():
    """
    TS-02: our feed is not the entry's own.
    """
    source = Source(name="Harbour Post", feed_url="https://harbour.example/feed.xml")
    gone = tombstone_of(Tombstone("tag:x", NOW, source))

    assert texts(gone, "a:source/a:id") == ["https://harbour.example/feed.xml"]
    assert texts(gone, "a:source/a:title") == ["Harbour Post"]
    assert texts(gone, "a:source/a:updated") == ["2026-03-02T08:00:00Z"]


def test_tombstone_of_an_entry_without_a_feed_names_ours():
    """
    TS-02: where no other feed is known, ours is the entry's own.
    """
    gone = tombstone_of(Tombstone("tag:x", NOW))

    assert texts(gone, "a:source/a:id") == [f"{BASE}/channels/front/feed.atom"]


# --- Read back ------------------------------------------------------------------------------------


def test_feedparser_reads_back_what_was_written():
    """
    An independent parser sees the same article.
    """
    entry = an_entry()
    read = feedparser.parse(written(ATOM, entry, feed=FULL_FEED))

    assert not read.bozo
    (item,) = read.entries
    assert (item.id, item.link, item.title) == (entry.guid, entry.url, entry.title)
    assert item.author == "Ola Brandt"
    assert item.content[0].language == "en"
    assert "museum" in item.content[0].value
    assert item.source.title == "Harbour Post"
    assert item.media_content[0]["url"] == PICTURE.url


def atom_schema() -> etree.RelaxNG:
    rnc2rng = pytest.importorskip("rnc2rng", reason="reads the compact schema")
    rng = rnc2rng.dumps(rnc2rng.load(str(schema_path("atom-rfc4287.rnc"))))
    # An XML parser refuses the empty declaration that the conversion leaves.
    return etree.RelaxNG(etree.fromstring(rng.replace('xmlns:local=""', "").encode()))


def test_document_is_valid_by_the_schema():
    """
    RFC 4287, appendix B: full and bare entries, with all extensions.
    """
    bare = an_entry(
        guid="tag:x,2026:2", content_html=None, pictures=(), bylines=(), source=Source()
    )
    document = etree.fromstring(written(ATOM, an_entry(), bare, feed=FULL_FEED))

    atom_schema().assertValid(document)


def test_the_schema_can_refuse():
    """
    A feed without ``updated`` is found, so that the test above means something.
    """
    body = written(ATOM, an_entry())
    broken = re.sub(rb"<updated>[^<]*</updated>", b"", body, count=1)

    assert not atom_schema().validate(etree.fromstring(broken))
