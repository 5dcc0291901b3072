"""ninjs 3.1: valid by the schema, complete, and silent about what is for staff."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from reprise.model.document import Tombstone
from reprise.model.submission import Source
from reprise.outputs.checks import check
from reprise.outputs.feeds import assemble
from reprise.outputs.ninjs_out import NINJS
from tests.unit.outputs.feed_samples import (
    BASE,
    NOW,
    TERMS,
    a_feed,
    an_article,
    an_entry,
    granted,
    projected,
    schema_path,
    written,
)

FEED = a_feed(
    self_urls={"ninjs": f"{BASE}/channels/front/feed.ninjs.json"},
    tombstones=(Tombstone("tag:harbour.example,2026:gone", NOW),),
)


def package(*entries: Any, feed: Any = FEED) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(NINJS, *entries, feed=feed))
    return found


def item(*entries: Any) -> dict[str, Any]:
    found: dict[str, Any] = package(*entries)["associations"][-1]
    return found


def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(schema_path("ninjs-schema_3.1.json").read_text())
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_package_is_valid_by_the_schema(count):
    """
    NJ-01: no unknown property, with and without articles; each article alone is valid, too.
    """
    entries = [an_entry(guid=f"tag:x,2026:{n}", key=f"k{n}") for n in range(count)]
    document, rules = package(*entries), validator()

    assert [error.message for error in rules.iter_errors(document)] == []
    for association in document["associations"]:
        alone = {name: value for name, value in association.items() if name != "name"}
        assert [error.message for error in rules.iter_errors(alone)] == []


def test_the_schema_can_refuse():
    """
    So that the test above means something.
    """
    assert list(validator().iter_errors(package() | {"unknown": 1}))
    assert list(validator().iter_errors(package() | {"pubStatus": "cancelled"}))


def test_article_keeps_its_id_and_says_what_it_is():
    """
    X-11, NJ-02, NJ-06.
    """
    found = item(an_entry())

    assert found["uri"] == "tag:harbour.example,2026:crane"
    assert (found["type"], found["pubStatus"]) == ("text", "usable")
    assert found["representationType"] == "full"
    assert item(an_entry(content_html=None))["representationType"] == "partial"


def test_article_has_every_part():
    """
    M75: three clocks, words, people, addresses.
    """
    found = item(projected(an_article(dateline="PORT LUND", kicker="Harbour")))

    assert found["firstCreated"] == "2026-03-02T06:00:00Z"
    assert found["versionCreated"] == "2026-03-02T07:00:00Z"
    assert found["contentCreated"] == "2026-03-01T12:00:00Z"
    assert [(h["role"], h["value"]) for h in found["headlines"]] == [
        ("main", "Crane lifts for the last time"),
        ("kicker", "Harbour"),
    ]
    assert found["bodies"][0]["contentType"] == "text/html"
    assert found["by"] == "Ola Brandt"
    assert found["located"] == "PORT LUND"
    assert [a["value"] for a in found["altIds"]] == [
        f"{BASE}/articles/crane2026.html",
        "https://harbour.example/crane",
    ]


def test_rights_go_out_with_the_article():
    """
    B27, NJ-04: exactly one kind of rights; credit line and end of the grant, too.
    """
    entry = projected(ruling=granted(credit_line="From the Post"))
    terms = replace(TERMS, copyright_holder="Harbour Post", expires=NOW, usage_terms="Web only")
    found = item(replace(entry, terms=terms))

    assert found["copyrightHolder"] == "Harbour Post"
    assert found["usageTerms"] == "Web only"
    assert found["rightsInfo"] == {"linkedRights": "https://creativecommons.org/licenses/by/4.0/"}
    assert found["expires"] == "2026-03-02T08:00:00Z"
    assert {"role": "credit", "contentType": "text/plain", "value": "From the Post"} in (
        found["descriptions"]
    )


def test_pictures_are_associations_with_their_own_rights():
    """
    B32, C23.
    """
    (picture,) = item(an_entry())["associations"]

    assert picture["type"] == "picture"
    assert picture["by"] == "Mara Lind"
    assert picture["copyrightNotice"] == "© Mara Lind"
    assert picture["renditions"][0]["width"] == 1200


def test_sources_are_named_in_their_order():
    """
    B63: the originator, and whom it came through.
    """
    source = Source(name="Harbour Post", url="https://harbour.example/", chain=("Quay Weekly",))

    assert item(an_entry(source=source))["infoSources"] == [
        {"name": "Harbour Post", "role": "originator", "uri": "https://harbour.example/"},
        {"name": "Quay Weekly", "role": "earlier"},
    ]


def test_withdrawn_article_is_canceled():
    """
    NJ-02, B45: with one l, and nothing of the article but its id.
    """
    (gone,) = [a for a in package()["associations"] if a.get("pubStatus") == "canceled"]

    assert gone["uri"] == "tag:harbour.example,2026:gone"
    assert set(gone) == {"name", "uri", "type", "pubStatus", "versionCreated"}


def test_same_id_twice_is_found_before_it_goes_out():
    """
    AT-13 holds here, too.
    """
    entry = an_entry()
    fragments = [NINJS.entry(entry, FEED)] * 2

    assert [p.code for p in check(assemble(NINJS, FEED, ["a", "b"], fragments))] == ["duplicate_id"]
    assert check(assemble(NINJS, FEED, ["a"], fragments[:1])) == ()
