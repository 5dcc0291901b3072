"""RSS 2.0, rule by rule."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import feedparser
import pytest
from lxml import etree

from reprise.model.document import License
from reprise.model.permission import Duties
from reprise.model.submission import Byline, Source
from reprise.outputs.rss import RSS
from tests.unit.outputs.feed_samples import (
    BASE,
    NAMESPACES,
    NOW,
    PICTURE,
    TERMS,
    a_feed,
    an_entry,
    granted,
    parsed,
    projected,
    schema_path,
    texts,
    written,
)

CORE_CHANNEL = {
    "title", "link", "description", "language", "copyright", "managingEditor", "webMaster",
    "pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image",
    "skipHours", "skipDays", "item",
}  # fmt: skip
CORE_ITEM = {
    "title", "link", "description", "author", "category", "comments", "enclosure", "guid",
    "pubDate", "source",
}  # fmt: skip
FULL_FEED = a_feed(
    hubs=("https://hub.example/",),
    logo=f"{BASE}/logo.png",
    license_url=f"{BASE}/license.xml",
    hold_minutes=15,
)


def item_of(**changes) -> Any:
    return parsed(written(RSS, an_entry(**changes))).find("channel/item")


def test_document_starts_with_its_declaration_and_shows_its_kind_early():
    """
    X-01, HTTP-13: nothing before ``<?xml``, and ``<rss`` within the first 512 bytes.
    """
    body = written(RSS, an_entry())

    assert body.startswith(b"<?xml")
    assert b"<rss" in body[:512]


def test_no_document_type_stylesheet_or_named_entity():
    """
    X-03, HU-01.
    """
    body = written(RSS, an_entry(title="caf\u00e9 \u00a0 &nbsp;"), feed=FULL_FEED)

    assert b"<!DOCTYPE" not in body
    assert b"<!ENTITY" not in body
    assert b"<?xml-stylesheet" not in body
    assert set(re.findall(rb"&(\w+);", re.sub(rb"<!\[CDATA\[.*?]]>", b"", body))) <= {
        b"amp", b"lt", b"gt", b"quot", b"apos",
    }  # fmt: skip


def test_channel_and_items_hold_only_elements_of_rss_or_of_a_namespace():
    """
    RS-01, RS-03, RS-18.
    """
    root = parsed(written(RSS, an_entry(), feed=FULL_FEED))

    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    assert {e.tag for e in root[0] if "{" not in e.tag} <= CORE_CHANNEL
    assert {e.tag for e in root[0].find("item") if "{" not in e.tag} <= CORE_ITEM


def test_namespaces_have_their_usual_prefixes():
    """
    X-05, X-06, RM-01, RL-12: every one on the root, used or not.
    """
    declared = parsed(written(RSS)).nsmap

    assert declared == {
        "atom": "http://www.w3.org/2005/Atom",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "fh": "http://purl.org/syndication/history/1.0",
        "media": "http://search.yahoo.com/mrss/",
        "rsl": "https://rslstandard.org/rsl",
        "sy": "http://purl.org/rss/1.0/modules/syndication/",
    }


def test_channel_links_to_its_page_and_names_its_own_address():
    """
    RS-02, RS-30; complaint of feedgen: the last link set becomes the channel's.
    """
    channel = parsed(written(RSS, feed=FULL_FEED))[0]

    assert channel.findtext("link") == f"{BASE}/channels/front/"
    assert channel.findtext("description") == "What is new"
    assert texts(channel, "a:link[@rel='self']/@href") == [f"{BASE}/channels/front/feed.rss"]
    assert texts(channel, "a:link[@rel='self']/@type") == ["application/rss+xml"]


def test_hub_is_named_in_the_channel():
    """
    WS-01, WS-02: feedgen writes hubs in Atom only.
    """
    assert texts(parsed(written(RSS, feed=FULL_FEED)), "//a:link[@rel='hub']/@href") == [
        "https://hub.example/"
    ]


def test_metadata_of_the_channel_comes_before_its_items():
    """
    RS-31.
    """
    tags = [element.tag for element in parsed(written(RSS, an_entry(), feed=FULL_FEED))[0]]

    assert tags.index("item") == len(tags) - 1


def test_last_build_date_is_the_newest_change_and_never_the_clock():
    """
    RS-20, X-12: absent while the channel is empty, rather than now.
    """
    assert parsed(written(RSS))[0].findtext("lastBuildDate") == "Mon, 02 Mar 2026 08:00:00 GMT"
    assert parsed(written(RSS, feed=a_feed(updated_at=None)))[0].find("lastBuildDate") is None


@pytest.mark.parametrize(
    ("minutes", "period", "frequency"),
    [(1, "hourly", "60"), (10, "hourly", "6"), (60, "hourly", "1"), (61, "daily", "23"),
     (1440, "daily", "1")],
)  # fmt: skip
def test_ttl_and_schedule_say_the_same(minutes, period, frequency):
    """
    RS-21, RM-02: feedgen writes ``sy:UpdatePeriod`` and the frequency ``None``.
    """
    channel = parsed(written(RSS, feed=a_feed(hold_minutes=minutes)))[0]

    assert channel.findtext("ttl") == str(minutes)
    assert texts(channel, "sy:updatePeriod") == [period]
    assert texts(channel, "sy:updateFrequency") == [frequency]


def test_channel_image_bears_the_channels_title_and_link():
    """
    RS-15, RS-16.
    """
    image = parsed(written(RSS, feed=FULL_FEED))[0].find("image")

    assert [e.tag for e in image] == ["url", "title", "link"]
    assert image.findtext("title") == "Front page"
    assert image.findtext("link") == f"{BASE}/channels/front/"


# --- Items ----------------------------------------------------------------------------------------


def test_item_has_every_part_of_the_entry():
    """
    M64: title, page, summary, full text, guid, date, categories, people.
    """
    item = item_of()

    assert item.findtext("title") == "Crane lifts for the last time"
    assert item.findtext("link") == f"{BASE}/articles/crane2026.html"
    assert item.findtext("description").startswith("The crane at the old quay")
    assert texts(item, "content:encoded")[0].startswith("<p>The crane")
    assert item.findtext("pubDate") == "Mon, 02 Mar 2026 06:00:00 GMT"
    assert [c.text for c in item.findall("category")] == ["Local", "harbour"]
    assert texts(item, "dc:creator") == ["Ola Brandt"]
    assert texts(item, "dc:language") == ["en"]


@pytest.mark.parametrize("guid", ["tag:harbour.example,2026:crane", "https://harbour.example/1"])
def test_guid_is_permanent_and_no_permalink(guid):
    """
    RS-07, RS-08, X-11: it is an identity, not the address of our page.
    """
    element = item_of(guid=guid).find("guid")

    assert (element.text, element.get("isPermaLink")) == (guid, "false")


def test_summary_comes_before_the_full_text():
    """
    RS-32.
    """
    tags = [element.tag for element in item_of()]

    assert tags.index("description") < tags.index(f"{{{NAMESPACES['content']}}}encoded")


def test_full_text_stays_full_text_when_there_is_no_summary():
    """
    feedgen would move it to ``description`` and write no ``content:encoded``.
    """
    item = item_of(summary="")

    assert texts(item, "content:encoded")[0].startswith("<p>The crane")
    assert "<p>" not in item.findtext("description")


def test_nothing_is_said_in_two_vocabularies():
    """
    RS-35, RS-12: dc:creator for people, and so no author; no dc:date, dc:subject, dc:source.
    """
    names = {etree.QName(element).localname for element in item_of()}

    assert not names & {"author", "date", "subject"}


def test_text_that_looks_like_markup_stays_text():
    """
    RS-33: what a title says is what a reader sees.
    """
    item = item_of(title="AT&T <b>", sections=("A & B",), bylines=(Byline(name="X <y@z>"),))

    assert item.findtext("title") == "AT&T <b>"
    assert item.findtext("category") == "A & B"
    assert texts(item, "dc:creator") == ["X <y@z>"]


def test_cdata_end_mark_in_the_text_survives():
    """
    X-04.
    """
    text = "<pre>a[b[0]]>1</pre>]]>"

    assert texts(item_of(content_html=text), "content:encoded") == [text]


def test_entry_that_may_pass_on_its_summary_only_has_no_full_text():
    """
    ``content_html=None`` means exactly that.
    """
    item = item_of(content_html=None)

    assert texts(item, "content:encoded") == []
    assert item.findtext("description")


def test_source_names_the_partners_feed_and_never_the_article():
    """
    RS-11: with no known feed there is no source element.
    """
    source = item_of().find("source")

    assert (source.get("url"), source.text) == ("https://harbour.example/feed.xml", "Harbour Post")
    assert item_of(source=Source(name="X", url="https://x.example/")).find("source") is None


def test_date_is_english_and_utc_whatever_the_zone():
    """
    RS-04, RS-05: 09:00 in +02:00 is 07:00 GMT.
    """
    summer = datetime(2026, 7, 1, 9, tzinfo=timezone(timedelta(hours=2)))

    assert item_of(published_at=summer).findtext("pubDate") == "Wed, 01 Jul 2026 07:00:00 GMT"


def test_early_year_has_four_digits():
    """
    RS-04: feedgen writes ``999``.
    """
    old = datetime(999, 1, 1, tzinfo=UTC)

    assert item_of(published_at=old).findtext("pubDate") == "Tue, 01 Jan 0999 00:00:00 GMT"


def test_correction_moves_modified_and_never_the_publication_date():
    """
    C3, E8: a moved pubDate would sort the story as new.
    """
    item = item_of(updated_at=NOW)

    assert item.findtext("pubDate") == "Mon, 02 Mar 2026 06:00:00 GMT"
    assert texts(item, "dcterms:modified") == ["2026-03-02T08:00:00Z"]


def test_end_of_the_grant_is_passed_on():
    """
    B31: a consumer can take the item down by itself.
    """
    item = item_of(terms=replace(TERMS, expires=NOW + timedelta(days=1)))

    assert texts(item, "dcterms:valid") == [
        "start=2026-03-02T06:00:00Z;end=2026-03-03T08:00:00Z;scheme=W3C-DTF"
    ]


# --- Rights ---------------------------------------------------------------------------------------


def test_rights_and_licence_are_passed_on():
    """
    B27, RM-04: the sentence for people, the licence for machines.
    """
    item = item_of()

    assert texts(item, "dc:rights") == ["© Harbour Post, republished with permission"]
    assert texts(item, "cc:license") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert texts(item, "a:link[@rel='license']/@href") == texts(item, "cc:license")


def test_other_licences_are_links_but_not_creative_commons():
    """
    RM-04: the element belongs to Creative Commons' own licences.
    """
    ogl = License("OGL", "https://www.nationalarchives.gov.uk/doc/open-government-licence/")
    item = item_of(terms=replace(TERMS, license=ogl))

    assert texts(item, "cc:license") == []
    assert texts(item, "a:link[@rel='license']/@href") == [ogl.url]


def rsl_of(**terms) -> list[tuple[str, str | None, str | None]]:
    license_ = item_of(terms=replace(TERMS, **terms)).find("rsl:content/rsl:license", NAMESPACES)
    return [(etree.QName(rule).localname, rule.get("type"), rule.text) for rule in license_]


def test_rsl_names_our_page():
    """
    RL-12: on our own origin, never the partner's.
    """
    assert texts(item_of(), "rsl:content/@url") == [f"{BASE}/articles/crane2026.html"]


@pytest.mark.parametrize(
    ("terms", "rules"),
    [
        (
            {"permits": ("search", "ai-input"), "prohibits": ("ai-train",)},
            [("permits", "usage", "search ai-input"), ("prohibits", "usage", "ai-train")],
        ),
        (
            {"allow": ("CA", "US"), "prohibits": ()},
            [("permits", "usage", "search"), ("permits", "geo", "CA US")],
        ),
        (
            {"deny": ("FR",), "prohibits": ()},
            [("permits", "usage", "search"), ("prohibits", "geo", "FR")],
        ),
        ({"permits": (), "prohibits": ()}, [("prohibits", "usage", "all")]),
        ({"permits": (), "prohibits": ("ai-train",)}, [("prohibits", "usage", "all")]),
        ({"allow": (), "prohibits": ()}, [("prohibits", "usage", "all")]),
    ],
)
def test_rsl_never_grants_more_than_was_granted(terms, rules):
    """
    RL-03, RL-14: where nothing is permitted all is prohibited, for silence would permit.
    """
    assert rsl_of(**terms) == rules


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({}, []),
        ({"allow": ("CA", "US")}, [("allow", "country", "CA US")]),
        ({"deny": ("FR", "BE")}, [("deny", "country", "FR BE")]),
        ({"allow": ("CA",), "deny": ("FR",)}, [("allow", "country", "CA")]),
        ({"allow": ()}, [("allow", None, "none")]),
    ],
)
def test_territories_are_passed_on(terms, expected):
    """
    MR-08, MR-09: an empty list means nobody, and is written so on purpose.
    """
    item = item_of(terms=replace(TERMS, **terms))
    found = item.findall("media:restriction", NAMESPACES)

    assert [(r.get("relationship"), r.get("type"), r.text) for r in found] == expected


# --- Pictures -------------------------------------------------------------------------------------


def test_picture_goes_out_with_credit_caption_rights_and_size():
    """
    M70, MR-01, MR-02, MR-03, MR-06, C23: alone, so not in a group.
    """
    licensed = PICTURE.model_copy(
        update={"licence": "CC-BY-4.0", "bytes": 9000,
                "media_type": "image/jpeg"}
    )  # fmt: skip
    item = item_of(pictures=(licensed,))
    content = item.find("media:content", NAMESPACES)

    assert dict(content.attrib) == {
        "url": "https://harbour.example/crane.jpg", "medium": "image", "type": "image/jpeg",
        "fileSize": "9000", "width": "1200", "height": "800",
    }  # fmt: skip
    assert texts(content, "media:title") == ["A crane over water"]
    assert texts(content, "media:description") == ["The old crane"]
    assert texts(content, "media:credit") == ["Mara Lind"]
    assert texts(content, "media:copyright") == ["© Mara Lind"]
    assert texts(content, "media:license/@href") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert texts(content, "media:license") == ["Creative Commons Attribution 4.0"]
    assert item.find("media:group", NAMESPACES) is None


def test_first_picture_is_the_thumbnail():
    """
    SN-05 and readers of lists.
    """
    second = PICTURE.model_copy(update={"url": "https://harbour.example/2.jpg"})
    item = item_of(pictures=(PICTURE, second))

    assert len(item.findall("media:content", NAMESPACES)) == 2
    assert texts(item, "media:thumbnail/@url") == [PICTURE.url]


# --- Read back ------------------------------------------------------------------------------------


def test_feedparser_reads_back_what_was_written():
    """
    An independent parser sees the same article.
    """
    entry = projected(ruling=granted(**Duties(credit_line="By & for the Post").model_dump()))
    read = feedparser.parse(written(RSS, entry, feed=FULL_FEED))

    assert not read.bozo
    assert read.feed.title == "Front page"
    assert read.feed.ttl == "15"
    (item,) = read.entries
    assert item.id == entry.guid
    assert item.link == entry.url
    assert item.author == "Ola Brandt"
    assert "By &amp; for the Post" in item.content[0].value
    assert item.published_parsed[:5] == (2026, 3, 2, 6, 0)
    assert item.updated_parsed[:5] == (2026, 3, 2, 7, 0)
    assert item.media_content[0]["url"] == PICTURE.url
    assert item.media_credit[0]["content"] == "Mara Lind"
    assert {"rel": "license", "href": "https://creativecommons.org/licenses/by/4.0/"} in [
        {"rel": link.rel, "href": link.href} for link in item.links
    ]


def test_document_is_valid_by_the_schema():
    """
    The unofficial schema of RSS 2.0, which lets namespaced elements pass.
    """
    schema = etree.XMLSchema(etree.parse(schema_path("rss-2.0-thelin.xsd")))
    second = an_entry(guid="tag:x,2026:2", content_html=None, pictures=())

    schema.assertValid(parsed(written(RSS, an_entry(), second, feed=FULL_FEED)))
