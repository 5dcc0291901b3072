"""NITF 3.x (row M5, NI-01 to NI-04)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reprise.model.permission import Territories
from reprise.model.submission import Action, Byline
from reprise.text.html import sanitise
from tests.unit.intake.reading import (
    case,
    only,
    read,
    reads_or_refuses,
    refusal,
    schema,
    submitted,
)


def nitf(docdata: str = "", content: str = "<p>The tide came in.</p>", **attributes: str) -> str:
    said = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return (
        f'<nitf><head><docdata {said}><doc-id id-string="K-1"/>{docdata}</docdata></head><body>'
        "<body.head><hedline><hl1>Tide comes in</hl1></hedline></body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    )


def permission(docdata: str, **settings: object):
    return submitted(nitf(docdata), **settings).permission


def test_every_field_of_a_full_document_is_read():
    """Head, docdata and body each give what a submission has a place for."""
    item = only(read(case("nitf/full.xml")))
    said = item.submission
    assert (said.id, said.version, said.language) == ("KELP/2026/0417-7~a", 4, "en-NZ")
    assert said.headline == "Ferries to run hourly from May"
    assert said.abstract == "Winter boats return to the south pier"
    assert said.dateline == "PORT ELLERY, April 17"
    assert said.bylines == tuple(
        Byline(name=name, role="Shipping Reporters", organisation="Kelp Wire")
        for name in ("Rua Penfold", "Ida Skerry")
    )
    assert said.sections == ("Transport", "Island")
    assert said.keywords == ("ferries", "harbour", "Ferries", "Timetables")
    assert said.series == "Harbour Lines"
    assert said.source
    assert said.source.name == "The Kelp Courier"
    assert said.canonical_url == "https://courier.example/ferry?utm_source=x"
    assert said.correction == "An earlier version gave the wrong pier."
    assert said.published_at == datetime(2026, 4, 16, 19, 0, tzinfo=UTC)
    assert said.updated_at == datetime(2026, 4, 16, 21, 30, tzinfo=UTC)


def test_the_sample_is_valid_nitf():
    """What we claim to read is what the published schema describes."""
    xsd = etree.XMLSchema(etree.parse(schema("nitf-3-6.xsd")))
    text = case("nitf/full.xml").replace(
        "<nitf ", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" '
    )
    parser = etree.XMLParser(load_dtd=False, resolve_entities=False)
    text = text.replace("&mdash;", "-")
    xsd.assertValid(etree.fromstring(text.encode(), parser))


def test_the_namespace_makes_no_difference():
    """Documents with the namespace of 3.4 and later read like those without."""
    plain = case("nitf/full.xml")
    named = plain.replace("<nitf ", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" ')
    assert submitted(plain) == submitted(named)


def test_nothing_for_staff_is_in_what_is_published():
    """NI-04: ed-msg and non-publishable advisories leave every public field."""
    said = submitted(case("nitf/full.xml"))
    public = said.model_copy(update={"ed_note": None}).model_dump_json()
    for secret in ("hold the map", "minister has spoken", "Check the fare"):
        assert said.ed_note
        assert secret in said.ed_note
        assert secret not in public


def test_the_body_keeps_structure_and_loses_marks_for_names():
    """Lists, quotes, tables and headings stay; person, chron and money are plain words."""
    clean = sanitise(submitted(case("nitf/full.xml")).body_html or "").html
    assert "<p>The Ellery Ferry Company will sail every hour, said Moana Trask.</p>" in clean
    assert "<li>Hourly boats, $4 a trip</li>" in clean
    assert "<blockquote><p>We waited years for this.</p><p><cite>A commuter</cite></p>" in clean
    assert '<td colspan="2">Ellery – Skerry</td>' in clean
    assert '<a href="https://ferry.example/fares">the table</a>' in clean
    assert clean.endswith("<p>Editing by Bo Lintel.</p>")


def test_a_picture_is_its_largest_rendition_with_its_credit():
    """Producer, caption, copyright and alternative text belong to the picture."""
    item = only(read(case("nitf/full.xml")))
    ferry, route = item.submission.pictures
    assert (ferry.url, ferry.width, ferry.height) == ("https://img.kelp.example/l.jpg", 1600, 1200)
    assert (ferry.caption, ferry.credit) == ("The ferry at the pier.", "Jo Quay")
    assert (ferry.rights, ferry.alt) == ("2026 J. Quay", "A white ferry")
    assert (route.url, route.credit) == ("map.png", "Kelp Maps")
    assert [one.text for one in item.removals] == ["The horn"]


def test_dates_are_read_in_compact_norm():
    """NI-02: YYYYMMDDTHHMMSS and an offset; release is the embargo, expire the end."""
    found = submitted(case("nitf/full.xml")).permission
    assert found is not None
    assert found.embargoed_until == datetime(2026, 4, 17, 18, 0, tzinfo=UTC)
    assert found.expires_at == datetime(2026, 6, 1, tzinfo=UTC)


def test_missing_dates_are_no_limits():
    """NI-02: no date.release is on receipt, no date.expire is never."""
    assert permission("") is None


@pytest.mark.parametrize(
    "release",
    [
        pytest.param("<date.release/>", id="without-norm"),
        pytest.param('<date.release norm=""/>', id="empty"),
        pytest.param('<date.release norm="soon"/>', id="words"),
        pytest.param('<date.release norm="20260418T060000"/>', id="without-zone"),
        pytest.param('<date.expire norm="2026-13-45"/>', id="impossible-end"),
    ],
)
def test_a_limit_that_cannot_be_read_holds(release):
    """What was stated and not understood is never taken for no limit."""
    found = permission(release)
    assert found is not None
    assert found.embargoed_until is None
    assert found.unreadable


def test_a_date_without_zone_is_in_the_partners_zone():
    """A partner may have told us where its desk is."""
    found = permission('<date.release norm="20260418T060000"/>', zone="Pacific/Auckland")
    assert found is not None
    assert found.embargoed_until == datetime(2026, 4, 17, 18, 0, tzinfo=UTC)


def test_embargoed_without_a_release_holds():
    """The status says there is an embargo; nothing says until when."""
    said = submitted(nitf(management_status="embargoed"))
    assert said.permission is not None
    assert "without date.release" in said.permission.unreadable[0]


def test_an_unknown_status_holds():
    """Only the four of the standard are understood."""
    said = submitted(nitf(management_status="maybe"))
    assert said.permission is not None
    assert said.permission.unreadable


def test_withheld_stays_withheld():
    """The article is taken in and not shown."""
    assert submitted(nitf(management_status="withheld")).pub_status == "withheld"


@pytest.mark.parametrize(
    ("attributes", "taken_back"),
    [
        pytest.param({"management_status": "canceled"}, "K-1", id="itself"),
        pytest.param({"management_status": "Cancelled"}, "K-1", id="british"),
        pytest.param(
            {"management_status": "canceled", "management_doc_idref": "K-0"}, "K-0", id="another"
        ),
        pytest.param(
            {
                "management_status": "canceled",
                "management_doc_idref": "K-0",
                "management_idref_status": "canceled",
            },
            "K-0",
            id="another-explicitly",
        ),
    ],
)
def test_a_cancel_message_takes_back_what_it_names(attributes, taken_back):
    """NI-01: its own document, or the one it refers to."""
    said = submitted(nitf('<date.issue norm="20260418T060000Z"/>', **attributes))
    assert said.action is Action.WITHDRAW
    assert said.id == taken_back
    assert said.updated_at == datetime(2026, 4, 18, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize("status", ["canceled", "withheld", "embargoed"])
def test_an_update_may_take_another_document_back(status):
    """The new article is published, the one it names goes until a new version says more."""
    reading = read(nitf(management_doc_idref="K-0", management_idref_status=status))
    own, other = (item.submission for item in reading.items)
    assert (own.action, own.id) == (Action.PUBLISH, "K-1")
    assert (other.action, other.id) == (Action.WITHDRAW, "K-0")


def test_a_mere_reference_changes_nothing_else():
    """Without a status for it the other document stays as it is."""
    assert len(read(nitf(management_doc_idref="K-0")).items) == 1


def test_a_correction_under_a_new_id_takes_the_wrong_one_back():
    """Two versions of one story must not stand side by side."""
    own, other = read(nitf('<correction id-string="K-0" info="Wrong pier."/>')).items
    assert own.submission.correction == "Wrong pier."
    assert (other.submission.action, other.submission.id) == (Action.WITHDRAW, "K-0")


def test_a_correction_without_words_is_one():
    """The element alone says that the version corrects."""
    assert submitted(nitf("<correction/>")).correction == ""


def test_a_cancel_message_without_a_name_is_refused():
    """Nobody can say what it takes back."""
    text = nitf(management_status="canceled").replace('<doc-id id-string="K-1"/>', "")
    assert refusal(text).problems[0].code == "missing"


def test_doc_rights_are_a_statement_of_their_own():
    """NI-04: they speak for another rights holder than the copyright holder."""
    item = only(read(case("nitf/full.xml")))
    own = item.submission.permission
    (holder,) = item.policies
    assert own is not None
    assert (own.rights_holder, own.copyright_notice) == (
        "Kelp Wire",
        "Copyright 2026 Kelp Wire Ltd.",
    )
    assert holder.permission.rights_holder == "Tide Features"
    assert holder.permission.territories == Territories(allow=frozenset({"NZ"}))
    assert holder.permission.starts_at == datetime(2026, 4, 1, tzinfo=UTC)
    assert holder.permission.expires_at == datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "rights",
    [
        pytest.param('<doc.rights limitations="One use, no archives"/>', id="limitations"),
        pytest.param('<doc.rights geography="The upper valley"/>', id="unknown-place"),
        pytest.param('<doc.rights type="print"/>', id="print-only"),
        pytest.param('<doc.rights enddate="next week"/>', id="unreadable-end"),
    ],
)
def test_limits_in_words_hold(rights):
    """What is not understood holds the article; it is never skipped."""
    assert only(read(nitf(rights))).policies[0].permission.unreadable


def test_rights_in_the_head_of_the_body_count_too():
    """The older place for the same."""
    text = nitf().replace(
        "<body.head>",
        "<body.head><rights>Through <rights.owner>Tide Features</rights.owner> until "
        '<rights.enddate norm="20260501T000000Z">May</rights.enddate></rights>',
    )
    (found,) = only(read(text)).policies
    assert found.permission.rights_holder == "Tide Features"
    assert found.permission.expires_at == datetime(2026, 5, 1, tzinfo=UTC)
    assert found.permission.usage_terms == "Through Tide Features until May"


@settings(deadline=None)
@given(st.data())
def test_no_document_does_anything_but_read_or_refuse(data):
    """Any element anywhere, any value in any attribute."""
    text = case("nitf/full.xml")
    at = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 60))
    text = text[:at] + data.draw(st.text(max_size=10)) + text[at + length :]
    reads_or_refuses(text)
