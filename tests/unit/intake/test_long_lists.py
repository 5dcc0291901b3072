"""
Entries of long feeds and exports are read one by one, each as it would have been among the others.
"""

import json
from dataclasses import replace

import pytest

from reprise.intake.formats import read_upload
from reprise.model.configuration import Partner
from tests.unit.intake.reading import CASES

PARTNER = Partner(name="Harbour Post", zone="UTC")
READERS = ("feeds", "json_feed", "wordpress")
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xml:lang="de">
<channel><title>Hafenblatt</title><link>https://h.example/</link>
<creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>
<item><guid isPermaLink="false"> Art &amp; 1é&#9;</guid><title>Eins &amp;amp; &lt;zwei&gt;</title>
<content:encoded><![CDATA[<p>Die Fähre <b>fährt</b> & legt ab.</p><img src="/a.jpg">]]></content:encoded></item>
<item><guid isPermaLink="false">tag:h.example,2026:b</guid><title>Zwei</title>
<description>Sie legt wieder ab &#8212; heute.</description></item>
<item><title></title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"
 xml:lang="fr" xml:base="https://h.example/"><id>urn:f</id><title>Le port</title>
<author><name>Ada Kern</name></author><rights>Tous droits réservés</rights>
<entry><id>urn:A%20b?x=1&amp;y=2</id><title type="html">Un &amp;amp; deux</title>
<updated>2026-03-02T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le <i>bac</i> repart.</p></div></content></entry>
<at:deleted-entry ref="urn:gone" when="2026-03-02T09:00:00Z"/></feed>"""


def read(data, monkeypatch, *, long):
    for name in READERS:
        monkeypatch.setattr(f"reprise.intake.{name}.LONG", long)
    return read_upload(data, "upload", partner=PARTNER)


def one_by_one(data, monkeypatch):
    """The items and refusals of the parts that *data* becomes, in their order."""
    parts = read(data, monkeypatch, long=0).parts
    alone = [read(part.body, monkeypatch, long=1000) for part in parts]
    items = [item for reading in alone for item in reading.items]
    return items, [problems for reading in alone for _, problems in reading.failures]


FILES = {
    "RSS": RSS.encode(),
    "Atom": ATOM.encode(),
    "Latin-1": RSS.replace("UTF-8", "ISO-8859-1").replace("—", "-").encode("latin-1", "replace"),
    **{
        path.name: path.read_bytes()
        for folder in ("feed", "wordpress")
        for path in sorted((CASES / folder).iterdir())
        if path.name != "post.json"
    },
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_an_entry_says_alone_what_it_says_among_the_others(data, monkeypatch):
    """Id character for character, texts, dates, language, pictures, terms and policies."""
    together = read(data, monkeypatch, long=1000)
    items, problems = one_by_one(data, monkeypatch)
    named = [replace(item, item="") for item in items]
    assert together.items
    assert named == [replace(item, item="") for item in together.items]
    assert problems == [problems for _, problems in together.failures]


def test_a_part_is_never_complete(monkeypatch):
    """What holds for the whole feed would take back everything else if an entry said it."""
    mark = '<fh:complete xmlns:fh="http://purl.org/syndication/history/1.0"/>'
    feed = RSS.replace("<title>Hafenblatt", f"{mark}<title>Hafenblatt").encode()
    whole = read(feed, monkeypatch, long=1)
    assert whole.complete_feed
    assert len(whole.listed) == 3
    assert [read(p.body, monkeypatch, long=9).complete_feed for p in whole.parts] == [None] * 3


def test_a_post_brings_the_media_it_shows_and_no_others(monkeypatch):
    """An export names pictures once, beside the posts; a part of it would lose them."""
    data = FILES["export.xml"]
    together = read(data, monkeypatch, long=1000)
    parts = read(data, monkeypatch, long=0).parts
    assert any(item.submission.pictures for item in together.items)
    assert sum(len(part.body) for part in parts) < len(parts) * len(data)


def test_an_item_of_a_json_feed_keeps_what_it_says(monkeypatch):
    """Extensions of the feed and of the item, ids of any form, characters of any plane."""
    items = [
        {"id": 17, "title": "Ferry 🚢", "content_text": "It sails."},
        {"id": " x ", "title": "B", "content_html": "<p>C</p>"},
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "F",
        "language": "en",
        "items": items,
    }
    together = read(json.dumps(feed).encode(), monkeypatch, long=9).items
    alone, _ = one_by_one(json.dumps(feed).encode(), monkeypatch)
    assert [one.submission for one in alone] == [one.submission for one in together]
