"""ninjs 1.x, 2.x and 3.x (row M4, NJ-01 to NJ-06)."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.intake.stated import Terms
from reprise.model.permission import Origin
from tests.unit.intake.reading import (
    case,
    only,
    partner,
    read,
    reads_or_refuses,
    refusal,
    schema,
    submitted,
)

LINES = ["1.3", "2.2", "3.1"]
STORY = {
    "uri": "urn:kelp:1",
    "type": "text",
    "pubstatus": "usable",
    "headline": "Tide comes in",
    "body_text": "The tide came in.\n\nIt went out again.",
}


def ninjs(**changes: object) -> str:
    return json.dumps({key: value for key, value in {**STORY, **changes}.items() if value != "-"})


@pytest.mark.parametrize("line", LINES)
def test_the_cases_follow_the_published_schemas(line):
    """What we read is what the standard means (NJ-01)."""
    document = json.loads(schema(f"ninjs-schema_{line}.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(case(f"ninjs/{line}.json")), document)


@pytest.mark.parametrize("line", LINES)
def test_every_line_gives_the_same_article(line):
    """Names and nesting differ by line, what is said does not (NJ-03)."""
    item = only(read(case(f"ninjs/{line}.json")))
    said = item.submission
    assert item.item == said.id == "urn:newsml:kelp.example:20260506:ferry:1"
    assert said.version == 4
    assert said.headline == "Ferries to run hourly from May"
    assert said.abstract == "Winter boats return to the south pier."
    assert said.body_html == (
        "<p>The ferries will run every hour from May.</p><p>The south pier opens again.</p>"
    )
    assert [byline.name for byline in said.bylines] == ["Rua Penfold", "Ida Skerry"]
    assert (said.dateline, said.language, said.slugline) == (
        "PORT ELLERY",
        "en-NZ",
        "ferries-hourly",
    )
    assert said.sections == ("Transport",)
    assert said.canonical_url == "https://courier.example/ferry"
    assert said.source is not None
    assert said.source.name == "The Kelp Courier"
    assert said.published_at == datetime(2026, 5, 6, 6, 0, tzinfo=UTC)
    assert said.updated_at == datetime(2026, 5, 6, 7, 30, tzinfo=UTC)
    assert said.permission is not None
    assert said.permission.embargoed_until == datetime(2026, 5, 6, 10, 0, tzinfo=UTC)
    assert said.permission.rights_holder == "Kelp Wire"
    assert said.permission.copyright_notice == "© 2026 Kelp Wire"
    assert said.permission.usage_terms == "Not for sale."
    assert said.ed_note == "STAFF-ONLY: call the harbour master."


def test_expiry_is_the_end_of_the_grant():
    """NJ-06: out of date after it."""
    for line in ("2.2", "3.1"):
        permission = submitted(case(f"ninjs/{line}.json")).permission
        assert permission is not None
        assert permission.expires_at == datetime(2027, 5, 6, tzinfo=UTC)


def test_people_places_and_organisations_are_keywords_and_the_kicker_a_headline_by_role():
    """What a channel may select by is kept."""
    assert submitted(case("ninjs/1.3.json")).keywords == (
        "Rua Penfold",
        "Mayor Teal",
        "Port Ellery",
    )
    assert submitted(case("ninjs/3.1.json")).keywords == ("Harbour Board",)
    assert submitted(case("ninjs/2.2.json")).kicker == "Harbour"


def test_the_rendition_of_a_picture_fits_a_page():
    """Not the thumbnail, not the print file; caption, credit and rights with it (B32)."""
    (picture,) = submitted(case("ninjs/1.3.json")).pictures
    assert (picture.url, picture.width, picture.height, picture.bytes) == (
        "https://courier.example/v.jpg", 1280, 853, 204800,
    )  # fmt: skip
    assert picture.caption == "The ferry at the south pier."
    assert (picture.credit, picture.rights) == ("Ida Skerry", "With this story only.")
    assert picture.usable is None


def test_a_picture_with_another_status_or_embargo_is_not_usable():
    """An embargo shared with its article is the article's matter."""
    assert submitted(case("ninjs/3.1.json")).pictures[0].usable is False
    assert submitted(case("ninjs/2.2.json")).pictures[0].usable is None
    item = json.loads(case("ninjs/2.2.json"))
    item["associations"][0]["embargoed"] = "2026-06-01T00:00:00Z"
    assert submitted(json.dumps(item)).pictures[0].usable is False


def test_a_linked_licence_is_a_policy():
    """NJ-04: linkedRights."""
    (stated,) = only(read(case("ninjs/2.2.json"))).policies
    assert stated.origin is Origin.POLICY
    assert stated.permission.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_encoded_rights_wait_for_their_reader():
    """NJ-04: encodedRights hold the article until the rights room has read them."""
    item = only(read(case("ninjs/3.1.json")))
    (document,) = item.documents
    (stated,) = item.policies
    assert (document.name, document.language) == (stated.name, "http://www.w3.org/ns/odrl/2/")
    assert document.body.startswith('{"@context"')
    assert stated.permission.unreadable


RIGHTS = {
    "both": {"linkedRights": "https://a.example/", "encodedRights": "x"},
    "neither": {"langId": "x"},
    "a link to unknown rights": {"linkedRights": "https://a.example/terms"},
    "not an object": "all rights",
}


@pytest.mark.parametrize("rights", RIGHTS.values(), ids=RIGHTS)
def test_rights_that_are_not_understood_hold(rights):
    """Never skipped (invariant 1)."""
    (stated,) = only(read(ninjs(rightsInfo=rights))).policies
    assert stated.permission.unreadable


LIMITS = {
    "not stated": ("-", None, False),
    "null": (None, None, False),
    "an instant": ("2026-05-06T12:00:00Z", datetime(2026, 5, 6, 12, tzinfo=UTC), False),
    "empty": ("", None, True),
    "without zone": ("2026-05-06T12:00:00", None, True),
    "words": ("soon", None, True),
    "a number": (1778068800, None, True),
}


@pytest.mark.parametrize("name", ["embargoed", "embargoedUntil", "expires"])
@pytest.mark.parametrize(("value", "expected", "holds"), LIMITS.values(), ids=LIMITS)
def test_a_limit_is_understood_or_holds(name, value, expected, holds):
    """In the spelling of either line (NJ-03)."""
    permission = submitted(ninjs(**{name: value})).permission
    if expected is None and not holds:
        assert permission is None
        return
    assert permission is not None
    field = "expires_at" if name == "expires" else "embargoed_until"
    assert getattr(permission, field) == expected
    assert bool(permission.unreadable) is holds


def test_a_limit_that_ninjs_does_not_know_holds():
    """NJ-01: no unknown property; one that seems to limit is not passed over."""
    permission = submitted(ninjs(restrictions=["no web"])).permission
    assert permission is not None
    assert "restrictions" in permission.unreadable[0]
    assert submitted(ninjs(priority=3)).permission is None


STATUSES = {"usable": "usable", "withheld": "withheld", "canceled": "canceled", "Usable": "usable"}


@pytest.mark.parametrize(("stated", "status"), STATUSES.items(), ids=STATUSES)
def test_the_status_is_kept(stated, status):
    """NJ-02."""
    assert submitted(ninjs(pubstatus=stated)).pub_status == status


REFUSED = {
    "British spelling": ({"pubstatus": "cancelled"}, "pubstatus", "one l"),
    "incomplete (1.x)": ({"representationtype": "incomplete"}, "representationtype", "complete"),
    "partial (3.x)": ({"representationType": "partial"}, "representationType", "complete"),
    "a picture": ({"type": "picture"}, "type", "text"),
    "planning": ({"type": "planning"}, "type", "text"),
}


@pytest.mark.parametrize(("changes", "field", "advice"), REFUSED.values(), ids=REFUSED)
def test_what_can_not_be_shown_is_refused_with_advice(changes, field, advice):
    """NJ-02, NJ-06."""
    (problem,) = refusal(ninjs(**changes)).problems
    assert problem.field == field
    assert advice in problem.send


def test_text_bodies_keep_their_paragraphs_for_the_fields():
    """Without HTML the text is what there is."""
    assert submitted(ninjs()).body_html == "The tide came in.\n\nIt went out again."


def test_a_list_is_read_item_by_item():
    """One bad item never costs the others."""
    items = [json.loads(ninjs()), json.loads(ninjs(uri="urn:kelp:2", type="video")), 7]
    reading = read(json.dumps(items))
    assert [item.item for item in reading.items] == ["urn:kelp:1"]
    assert [name for name, _ in reading.failures] == ["urn:kelp:2", "upload[2]"]


def test_the_uri_is_kept_character_for_character():
    """X-08."""
    assert submitted(ninjs(uri="HTTP://A.Example/%7Ex")).id == "HTTP://A.Example/%7Ex"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from(
    [
        "version",
        "headline",
        "headlines",
        "bodies",
        "associations",
        "renditions",
        "altids",
        "altIds",
        "rightsInfo",
        "by",
        "byline",
        "subject",
        "infosource",
        "expires",
        "embargoed",
        "language",
        "person",
        "standard",
        "body_html",
        "type",
        "located",
    ]
)


@given(st.dictionaries(NAMES, VALUES, max_size=5))
@settings(max_examples=200, deadline=None)
def test_any_value_in_any_property_is_read_or_refused(values):
    """Never anything else."""
    reads_or_refuses(json.dumps({**STORY, **values}))


def test_terms_of_no_statement_are_none():
    """An item that says nothing about rights states no permission."""
    assert Terms(partner()).permission is None
    assert submitted(ninjs()).permission is None
