"""JSON Feed 1.1, rule by rule."""

from __future__ import annotations

import json
import re
import tracemalloc
from dataclasses import replace

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from reprise.model.document import Terms, Tombstone
from reprise.model.submission import Byline, Source
from reprise.outputs.json_feed import JSON_FEED
from tests.unit.outputs.feed_samples import (
    BASE,
    NOW,
    PICTURE,
    TERMS,
    a_feed,
    an_article,
    an_entry,
    granted,
    projected,
    schema_path,
    written,
)

FULL_FEED = a_feed(
    hubs=("https://hub.example/",),
    logo=f"{BASE}/logo.png",
    license_url=f"{BASE}/license.xml",
    tombstones=(Tombstone("tag:harbour.example,2026:gone", NOW),),
)


def feed_of(*entries, feed=FULL_FEED) -> dict:
    return json.loads(written(JSON_FEED, *entries, feed=feed))


def item_of(**changes) -> dict:
    return feed_of(an_entry(**changes))["items"][0]


def test_feed_names_its_version_title_page_and_address():
    """
    JF-01, JF-02, JF-11, JF-12, WS-01.
    """
    feed = feed_of()

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "Front page"
    assert feed["home_page_url"] == f"{BASE}/channels/front/"
    assert feed["feed_url"] == f"{BASE}/channels/front/feed.json"
    assert feed["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert feed["language"] == "en"
    assert feed["items"] == []


def test_feed_tells_a_person_what_it_is():
    """
    JF-15: no style sheet can; a comment does.
    """
    assert f"{BASE}/channels/front/feed.json" in feed_of()["user_comment"]


def test_item_has_every_part():
    """
    JF-03, JF-05, JF-06, B66, X-11.
    """
    item = item_of()

    assert item["id"] == "tag:harbour.example,2026:crane"
    assert item["url"] == f"{BASE}/articles/crane2026.html"
    assert item["external_url"] == "https://harbour.example/crane"
    assert item["content_html"].startswith("<p>The crane")
    assert item["date_published"] == "2026-03-02T06:00:00Z"
    assert item["date_modified"] == "2026-03-02T07:00:00Z"
    assert item["tags"] == ["Local", "harbour"]
    assert item["image"] == PICTURE.url
    assert item["language"] == "en"


def test_html_stands_in_the_content_only():
    """
    JF-04: what looks like markup elsewhere is plain text, as it was.
    """
    item = item_of(title="AT&T <b>", summary="1 < 2 & <i>", sections=("A <b>",))

    assert item["title"] == "AT&T <b>"
    assert item["summary"] == "1 < 2 & <i>"
    assert item["tags"][0] == "A <b>"


def test_item_without_full_text_has_its_summary_as_content():
    """
    JF-04: one of the contents is required.
    """
    item = item_of(content_html=None)

    assert "content_html" not in item
    assert item["content_text"] == item["summary"]


def test_unchanged_item_has_no_modification_date():
    """
    A date says that something changed.
    """
    entry = an_entry()

    assert "date_modified" not in item_of(updated_at=entry.published_at)


def test_authors_have_names_and_the_old_member_is_gone():
    """
    JF-07.
    """
    bylines = (Byline(name="Ola", url="https://harbour.example/ola"), Byline(name="Per"))
    item = item_of(bylines=bylines)

    assert item["authors"] == [
        {"name": "Ola", "url": "https://harbour.example/ola"},
        {"name": "Per"},
    ]
    assert "author" not in item


# --- _syndication ---------------------------------------------------------------------------------


def members(value):
    """Every object below *value*, with the name it has."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield name
            yield from members(member)
    elif isinstance(value, list):
        for member in value:
            yield from members(member)


def test_extension_names_follow_the_rule():
    """
    JF-10: only the block itself starts with an underscore; no dots in names.
    """
    feed = feed_of(an_entry())
    block = feed["items"][0]["_syndication"]

    assert all(re.fullmatch(r"[a-z][a-z_]*", name) for name in members(block))
    assert {n for n in (*feed, *feed["items"][0]) if n.startswith("_")} == {"_syndication"}


def test_permission_travels_with_the_item():
    """
    B27, C21, C23: credit, source, licence, uses and picture rights, machine-readable.
    """
    article = an_article(source=Source(name="Harbour Post", chain=("Quay Weekly",)))
    entry = projected(article, granted(credit_line="From the Post"))
    block = feed_of(replace(entry, terms=replace(TERMS, allow=("CA",), expires=NOW)))
    block = block["items"][0]["_syndication"]

    assert block["credit_line"] == "From the Post"
    assert block["source"] == {"name": "Harbour Post", "via": ["Quay Weekly"]}
    assert block["first_published"] == "2026-03-01T12:00:00Z"
    assert block["license"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert block["usage"] == {"permits": ["search"], "prohibits": ["ai-train"]}
    assert block["territories"] == {"allow": ["CA"], "deny": []}
    assert block["expires"] == "2026-03-02T08:00:00Z"
    assert block["pictures"][0]["credit"] == "Mara Lind"


def test_uses_are_said_also_when_none_is_permitted():
    """
    RL-14: silence must not be taken for a yes.
    """
    assert item_of(terms=Terms())["_syndication"]["usage"] == {"permits": [], "prohibits": []}


def test_withdrawn_entries_are_listed():
    """
    C26, B45: JSON Feed has no tombstones of its own.
    """
    assert feed_of()["_syndication"]["removed"] == [
        {"id": "tag:harbour.example,2026:gone", "at": "2026-03-02T08:00:00Z"}
    ]


def test_document_is_valid_by_the_schema():
    """
    The schema of SchemaStore, with the older version it refers to.
    """
    schemas = [json.loads(schema_path(f"{name}.json").read_text()) for name in ("feed", "feed-1")]
    registry = Registry()
    for schema in schemas:
        address = schema.get("id") or schema["$id"]
        resource = Resource.from_contents(schema, default_specification=DRAFT4)
        registry = registry.with_resource(address, resource)
    validator = jsonschema.Draft4Validator(schemas[0], registry=registry)

    document = feed_of(an_entry(), an_entry(guid="tag:x,2026:2", content_html=None))
    assert [error.message for error in validator.iter_errors(document)] == []
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(document | {"items": [{"title": "no id"}]})


def test_an_entry_takes_no_more_memory_than_its_bytes():
    """
    A channel holds thousands of them; orjson's own bytes keep what was reserved for them.
    """
    assert allocated(lambda: JSON_FEED.entry(an_entry(), a_feed())) < 20_000


def allocated(make):
    """Bytes that what *make* answers keeps allocated."""
    make()
    tracemalloc.start()
    try:
        kept = make()
        return tracemalloc.get_traced_memory()[0] if kept else 0
    finally:
        tracemalloc.stop()
