"""
What is marked as not for publication never leaves (rows M3, B42): in every format that partners send,
each field for desks, each comment and each hidden element carries a marker, and the whole site
bucket is read for it. A marker in what is to be read shows that the bucket is not empty.
"""

from __future__ import annotations

import json

import pytest

from tests.newsroom import CONFIGURATION, Newsroom

EVERY_FORMAT = CONFIGURATION | {
    "channels": {"front": {"title": "Everything", "formats": ["rss", "atom", "json", "ninjs"]}}
}
SHOWN = "zqshownqz"
SECRET = "zqsecretqz"
"""Followed by the name of its field."""

PARAGRAPH = (
    f"The ferry to the outer islands runs again after a winter in dock, {SHOWN}, the company said. "
    "It carries two hundred people and a dozen cars, and leaves four times a day from the old pier."
)
PARAGRAPHS = [
    PARAGRAPH,
    (
        "Repairs took longer than planned, because two of the engines had to be taken out and sent "
        "away. The company paid for buses to the bridge in the meantime, and nobody was charged more."
    ),
    (
        "Islanders welcomed the news at a meeting in the village hall on Tuesday. The timetable of last "
        "summer is in force again, said the harbour master, and tickets are sold on board as before."
    ),
    (
        "A second ship is to be bought within two years. The council has asked three yards for offers "
        "and wants to decide before the end of the season, after hearing those who live out there."
    ),
]
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def secret(field: str) -> str:
    return f"{SECRET}{field}"


HIDDEN = f"""
<!-- {secret("comment")} -->
<p hidden>{secret("hidden")}</p>
<p style="display:none">{secret("displaynone")}</p>
<div style="visibility: hidden"><p>{secret("visibility")}</p></div>
<p style="visibility:collapse">{secret("collapse")}</p>
<p style="dis\\70lay: /* later */ none">{secret("escaped")}</p>
<p style="mso-hide:all">{secret("wordhidden")}</p>
<div style="mso-element:comment-list"><p>{secret("wordcomment")}</p></div>
<p style="position: absolute; left: -9999px">{secret("left")}</p>
<p style="text-indent: -9999em">{secret("indent")}</p>
<p style="position:absolute;clip: rect(0 0 0 0)">{secret("clip")}</p>
<div style="max-height: 0; overflow: hidden"><p>{secret("preheader")}</p></div>
<p class="screen-reader-text">{secret("screenreader")}</p>
<div hidden><p>{secret("long")} {"A long note for the desk only. " * 30}</p></div>
<p>(({secret("reach")}@agency.example; +44 20 0000;))</p>
<section class="noticenonpublic"><p>{secret("nonpublic")}</p></section>
<dialog><p>{secret("dialog")}</p></dialog>
<template><p>{secret("template")}</p></template>
<script>var note = "{secret("script")}";</script>
<style>.a {{ content: "{secret("style")}" }}</style>
<p data-note="{secret("data")}" class="{secret("class")}" id="{secret("htmlid")}">It sails.</p>
<input type="hidden" value="{secret("input")}">
<p>It <del style="display: none">{secret("del")}</del>sails.</p>
"""
"""Markup that no reader sees, as it comes with texts from editors."""


def reprise() -> object:
    return {
        "format": "reprise/1",
        "id": "ferry",
        "headline": "The ferry runs again",
        "body_html": BODY + HIDDEN,
        "slugline": secret("slugline"),
        "ed_note": secret("ednote"),
        "bylines": [{"name": "Ann Lee", "email": f"{secret('email')}@harbour.example"}],
        "permission": {
            "contact": f"{secret('contact')}@harbour.example",
            "price": secret("price"),
            "evidence": {"text": secret("evidence")},
        },
    }


def ninjs(version: str) -> object:
    two = version == "2"
    return {
        "uri": "urn:newsml:harbour.example:2026:ferry",
        "type": "text",
        "standard": {"name": "ninjs", "version": "2.1" if two else "1.3"},
        "pubstatus": "usable",
        "versioncreated": "2026-03-02T08:00:00Z",
        "ednote": secret("ednote"),
        "slugline": secret("slugline"),
        "title": secret("title"),
        "infosources": [{"name": secret("infosource"), "role": "tip"}],
        "signals": [{"name": secret("signal")}],
        "genres": [{"name": secret("genre")}],
        "charcount": 100,
        **(
            {
                "headlines": [{"role": "main", "value": "The ferry runs again"}],
                "bodies": [{"role": "main", "contentType": "text/html", "value": BODY + HIDDEN}],
                "descriptions": [{"role": "internal", "value": secret("description")}],
            }
            if two
            else {"headline": "The ferry runs again", "body_xhtml": BODY + HIDDEN}
        ),
    }


NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:harbour.example:ferry"
  version="1" standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en">
 <!-- {secret("comment")} -->
 <rightsInfo><copyrightHolder literal="Harbour Post"/></rightsInfo>
 <itemMeta>
  <itemClass qcode="ninat:text"/><provider literal="harbour"/>
  <versionCreated>2026-03-02T08:00:00Z</versionCreated><pubStatus qcode="stat:usable"/>
  <edNote>{secret("ednote")}</edNote>
  <edNote role="ednoterole:internal">{secret("ednotetwo")}</edNote>
  <memberOf literal="{secret("memberof")}"><name>{secret("membername")}</name></memberOf>
  <title>{secret("title")}</title>
  <signal qcode="sig:{secret("signal")}"><name>{secret("signalname")}</name></signal>
  <instanceOf literal="{secret("instance")}"/>
 </itemMeta>
 <contentMeta>
  <urgency>4</urgency>
  <slugline>{secret("slugline")}</slugline>
  <headline>The ferry runs again</headline>
  <headline role="hlrole:note">{secret("headlinenote")}</headline>
  <description role="drol:internal">{secret("description")}</description>
  <infoSource role="isrol:originfo" literal="{secret("infosource")}"/>
  <creator literal="{secret("creator")}"><name>Ann Lee</name>
   <personDetails><contactInfo><email>{secret("email")}@h.example</email></contactInfo></personDetails>
  </creator>
 </contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml">
  <html xmlns="http://www.w3.org/1999/xhtml"><head><title>{secret("htmltitle")}</title>
  <meta name="note" content="{secret("meta")}"/></head>
  <body>{BODY}<!-- {secret("inner")} --><p hidden="hidden">{secret("hidden")}</p></body></html>
 </inlineXML></contentSet>
</newsItem>""".encode()

NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>{secret("title")}</title>
 <meta name="note" content="{secret("meta")}"/>
 <docdata management-status="usable">
  <doc-id id-string="ferry" regsrc="h.example"/>
  <ed-msg info="{secret("edmsg")}" msg-type="{secret("edmsgtype")}"/>
  <du-key generation="1" key="{secret("dukey")}"/>
  <fixture fix-id="{secret("fixture")}"/>
  <doc.rights owner="Harbour Post"/>
  <correction info="" id-string="x"/>
 </docdata>
 <pubdata name="Harbour Post" type="{secret("pubdata")}"/>
 <revision-history name="{secret("history")}" comment="{secret("historycomment")}"/>
 <tobject tobject.type="{secret("tobject")}"/>
</head>
<body><body.head><hedline><hl1>The ferry runs again</hl1>
 <hl2 id="originalHeadline">{secret("deskheadline")}</hl2></hedline>
 <note noteclass="editorsnote"><body.content><p>{secret("note")}</p></body.content></note>
 <note type="std"><p>{secret("notep")}</p></note>
 <byline>By Ann Lee</byline><distributor>{secret("distributor")}</distributor></body.head>
 <body.content>{BODY}<!-- {secret("comment")} -->
 <note noteclass="editorsnote"><p>{secret("innernote")}</p></note></body.content>
 <body.end><tagline>Bo Reed contributed.</tagline></body.end></body></nitf>""".encode()

RSS = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Post</title><link>https://h.example/</link>
<managingEditor>{secret("editor")}@h.example (Bo)</managingEditor><webMaster>{secret("master")}@h.example</webMaster>
<!-- {secret("comment")} -->
<item><guid isPermaLink="false">ferry</guid><title>The ferry runs again</title>
<comments>https://h.example/{secret("comments")}</comments>
<author>{secret("author")}@h.example (Ann Lee)</author>
<content:encoded><![CDATA[{BODY}{HIDDEN}]]></content:encoded>
<x:note xmlns:x="urn:x">{secret("extension")}</x:note></item></channel></rss>""".encode()

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>Harbour Post</title>
<updated>2026-03-02T08:00:00Z</updated>
<entry><id>urn:ferry</id><title>The ferry runs again</title><updated>2026-03-02T08:00:00Z</updated>
<author><name>Ann Lee</name><email>{secret("email")}@h.example</email></author>
<app:control xmlns:app="http://www.w3.org/2007/app"><app:note>{secret("control")}</app:note></app:control>
<link rel="edit" href="https://h.example/{secret("edit")}"/>
<link rel="replies" href="https://h.example/{secret("replies")}"/>
<content type="html"><![CDATA[{BODY}{HIDDEN}]]></content></entry></feed>""".encode()


def json_feed() -> object:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Post",
        "user_comment": secret("comment"),
        "items": [
            {
                "id": "ferry",
                "title": "The ferry runs again",
                "content_html": BODY + HIDDEN,
                "_desk": {"note": secret("extension")},
                "authors": [{"name": "Ann Lee"}],
            }
        ],
    }


def wordpress(status: str = "publish", password: str = "", kind: str = "post") -> bytes:
    body = (BODY + HIDDEN).replace("<script>", "<script >")
    return f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Harbour Post</title><link>https://h.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>ann</wp:author_login><wp:author_email>{secret("authoremail")}@h.example</wp:author_email>
<wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>
<item><title>The ferry runs again</title><link>https://h.example/ferry</link>
<pubDate>Mon, 02 Mar 2026 08:00:00 +0000</pubDate><dc:creator>ann</dc:creator>
<guid isPermaLink="false">https://h.example/?p=1</guid>
<content:encoded><![CDATA[{body}]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_date_gmt>2026-03-02 08:00:00</wp:post_date_gmt>
<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>
<wp:post_password>{password}</wp:post_password>
<wp:postmeta><wp:meta_key>_desk_note</wp:meta_key><wp:meta_value>{secret("postmeta")}</wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_author>{secret("commenter")}</wp:comment_author>
<wp:comment_author_email>{secret("commentermail")}@x.example</wp:comment_author_email>
<wp:comment_content>{secret("comment")}</wp:comment_content></wp:comment>
</item></channel></rss>""".encode()


def rest(**changes: object) -> object:
    return {
        "id": 1,
        "guid": {"rendered": "https://h.example/?p=1"},
        "link": "https://h.example/ferry",
        "date_gmt": "2026-03-02T08:00:00",
        "modified_gmt": "2026-03-02T08:00:00",
        "status": "publish",
        "type": "post",
        "title": {"rendered": "The ferry runs again"},
        "content": {"rendered": BODY + HIDDEN, "protected": False},
        "excerpt": {"rendered": "", "protected": False},
        "meta": {"desk": secret("meta")},
        "acf": {"note": secret("acf")},
        **changes,
    }


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>The ferry runs again</title>
<meta name="desk-note" content="{secret("meta")}"><!-- {secret("headcomment")} -->
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"The ferry runs again","comment":[{{"@type":"Comment","text":"{secret("ldcomment")}"}}],
"editor":{{"@type":"Person","name":"{secret("editor")}"}}}}</script>
<script type="application/json">{{"internal":"{secret("json")}"}}</script></head>
<body><article><h1>The ferry runs again</h1>{BODY}{HIDDEN}</article>
<section id="comments"><h2>Comments</h2><p>{secret("comments")}: what a long story this was.</p></section>
</body></html>""".encode()

MARKDOWN = f"""---
title: The ferry runs again
date: 2026-03-02T08:00:00Z
ed_note: {secret("ednote")}
editor_note: {secret("editornote")}
notes: {secret("notes")}
slugline: {secret("slugline")}
internal: {{todo: {secret("internal")}}}
---
{PARAGRAPHS[0]}

<!-- {secret("comment")} -->

[//]: # ({secret("linkcomment")})

{PARAGRAPHS[1]}

<p hidden>{secret("hidden")}</p>

{PARAGRAPHS[2]}
""".encode()

DOCUMENTS = {
    "reprise": reprise(),
    "ninjs 1": ninjs("1"),
    "ninjs 2": ninjs("2"),
    "NewsML-G2": NEWSML,
    "NITF": NITF,
    "RSS": RSS,
    "Atom": ATOM,
    "JSON Feed": json_feed(),
    "WordPress export": wordpress(),
    "WordPress REST": rest(),
    "HTML page": PAGE,
    "Markdown": MARKDOWN,
}


def public(newsroom: Newsroom) -> str:
    """Keys, headers and bodies of the whole bucket in one text."""
    objects = {key: newsroom.stores.site.get(key) for key in newsroom.everything()}
    return "\n".join(
        f"{key} {dict(one.metadata)} {one.body.decode()}" for key, one in objects.items()
    ).casefold()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_that_is_not_for_publication_leaves(name):
    """Not one of its fields is in any byte of the site, while the text itself is."""
    newsroom = Newsroom.opened(EVERY_FORMAT)
    document = DOCUMENTS[name]
    receipt = newsroom.receives(document)
    body = document.decode() if isinstance(document, bytes) else json.dumps(document)
    told = public(newsroom)
    assert SECRET in body
    assert receipt.status == "accepted", receipt
    assert SHOWN in told
    assert SECRET not in told, told[told.index(SECRET) - 200 :][:300]


@pytest.mark.parametrize(
    "status", ["draft", "private", "pending", "trash", "auto-draft", "inherit"]
)
def test_a_post_that_is_not_public_at_its_source_is_not_here(status):
    """Drafts, private and binned posts of an export or a list."""
    newsroom = Newsroom.opened(EVERY_FORMAT)
    newsroom.receives(wordpress(status=status))
    newsroom.receives(rest(status=status))
    newsroom.receives([rest(status=status), rest(id=2, status=status)])
    assert SHOWN not in public(newsroom)


def test_a_post_behind_a_password_is_not_here():
    """Whoever exports it has the text, its readers have not."""
    newsroom = Newsroom.opened(EVERY_FORMAT)
    newsroom.receives(wordpress(password="open sesame"))
    newsroom.receives(rest(content={"rendered": BODY, "protected": True}))
    newsroom.receives(rest(password="open sesame"))
    assert SHOWN not in public(newsroom)
