"""
A date that names no zone is read in its partner's; of a partner without one it holds the article,
whatever the format, and its receipt says what would let it through (rows M57, C12).
"""

import json
from datetime import UTC, datetime

import pytest

from reprise.cli.read import lines
from reprise.model.configuration import Partner

PARAGRAPH = (
    "The ferry to the outer islands runs again after a winter in dock, the company said on Monday. "
    "It carries two hundred people and a dozen cars, and leaves four times a day from the old pier."
)
BODY = f"<p>{PARAGRAPH}</p>" * 2
TITLE = "The ferry runs again"
ARTICLE = {
    "ninjs": json.dumps(
        {"uri": "urn:x:1", "type": "text", "headline": TITLE, "body_xhtml": BODY, "versioncreated": "2026-03-02T08:00:00"}
    ),
    "NewsML-G2": f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"
        standard="NewsML-G2" standardversion="2.33" conformance="power"><itemMeta>
        <itemClass qcode="ninat:text"/><versionCreated>2026-03-02T08:00:00</versionCreated></itemMeta>
        <contentMeta><headline>{TITLE}</headline></contentMeta><contentSet>
        <inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML>
        </contentSet></newsItem>""",
    "NITF": f"""<nitf><head><docdata><doc-id id-string="1"/><date.issue norm="20260302T080000"/>
        </docdata></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head>
        <body.content>{BODY}</body.content></body></nitf>""",
    "RSS": f"""<rss version="2.0"><channel><title>F</title><item><guid>1</guid><title>{TITLE}</title>
        <pubDate>Mon, 02 Mar 2026 08:00:00</pubDate><description><![CDATA[{BODY}]]></description>
        </item></channel></rss>""",
    "JSON Feed": json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "F",
         "items": [{"id": "1", "title": TITLE, "content_html": BODY, "date_published": "2026-03-02T08:00:00"}]}
    ),
    "WordPress": json.dumps(
        {"id": 1, "guid": {"rendered": "https://h.example/?p=1"}, "link": "https://h.example/a", "type": "post",
         "title": {"rendered": TITLE}, "content": {"rendered": BODY, "protected": False}, "date": "2026-03-02T08:00:00"}
    ),
    "Markdown": f"---\ntitle: {TITLE}\ndate: 2026-03-02 08:00\n---\n{PARAGRAPH}\n\n{PARAGRAPH}\n",
    "HTML": f"""<html lang="en"><head><title>{TITLE}</title>
        <meta property="article:published_time" content="2026-03-02T08:00:00"></head>
        <body><article><h1>{TITLE}</h1>{BODY}</article></body></html>""",
    "capture": f"{TITLE}\n\n2 March 2026, 08:00\n\n{PARAGRAPH}\n\n{PARAGRAPH} So it was.\n\n{PARAGRAPH} And is.\n",
}  # fmt: skip


def read(text: str, **settings: object) -> dict:
    partner = Partner(name="Harbour Post", **settings)
    now = datetime(2026, 3, 3, tzinfo=UTC)
    (line,) = lines(text.encode(), "ferry", sidecar=None, partner=partner, now=now)
    return line


@pytest.mark.parametrize("text", ARTICLE.values(), ids=ARTICLE)
def test_a_date_without_a_zone_waits_for_one(text):
    """Held, and told which date it is and what to send or set."""
    line = read(text)
    told = [reason for reason in line["reasons"] if reason["field"].endswith("_at")]
    assert line["outcome"] == "held"
    assert told
    assert {reason["found"] for reason in told} == {"2026-03-02 08:00 without a zone"}
    assert "offset" in told[0]["send"]


@pytest.mark.parametrize("text", ARTICLE.values(), ids=ARTICLE)
def test_in_its_partners_zone_it_is_sure(text):
    """Eight in the morning in Auckland was the evening before by UTC."""
    line = read(text, zone="Pacific/Auckland")
    dates = {line["published_at"], line["updated_at"]} - {None}
    assert line["outcome"] == "accepted"
    assert dates == {"2026-03-01T19:00:00Z"}


@pytest.mark.parametrize("text", ARTICLE.values(), ids=ARTICLE)
def test_a_zone_in_the_document_needs_no_other(text):
    """With an offset behind each date nothing waits, whatever the partner's zone."""
    told = text.replace("08:00:00", "08:00:00+0100").replace("T080000", "T080000+0100")
    told = told.replace("02 08:00\n", "02 08:00 +01:00\n").replace(", 08:00\n", ", 08:00 CET\n")
    told = told.replace("+0100", " +0100") if "pubDate" in told else told
    line = read(told)
    assert line["outcome"] == "accepted"
    assert {line["published_at"], line["updated_at"]} - {None} == {"2026-03-02T07:00:00Z"}


def test_a_scheduled_post_without_a_zone_is_an_embargo_that_is_not_understood():
    """An hour too early is an embargo broken."""
    post = json.loads(ARTICLE["WordPress"]) | {"status": "future"}
    line = read(json.dumps(post))
    assert line["outcome"] == "held"
    assert any(reason["code"] == "unreadable" for reason in line["reasons"])
    (stated,) = read(json.dumps(post), zone="UTC")["permission"]
    assert stated["embargoed_until"].startswith("2026-03-02T08:00:00")
