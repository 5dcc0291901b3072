"""NewsML-G2 (row M5, NM-01, NM-02)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reprise.model.permission import Use, UseTerms
from reprise.model.submission import Action
from reprise.rights.readers import read_policies
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

MESSAGE = "newsml_g2/message.xml"
PRE = "urn:newsml:kelp.example:20260417:"
NITF = (
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><docdata{}><ed-msg info="Desk only"/>'
    '<date.release norm="20260501T000000Z"/></docdata></head><body><body.head><hedline><hl1>Inner'
    "</hl1></hedline><byline>By Ida Skerry</byline></body.head><body.content><p>Tide.</p>"
    '<media media-type="image"><media-reference mime-type="image/png" source="map.png"/></media>'
    "</body.content></body></nitf>"
)


def item(
    meta: str = "",
    *,
    rights: str = "",
    content: str = "<headline>Tide comes in</headline>",
    body: str = '<inlineData contenttype="text/plain">The tide came in.</inlineData>',
    guid: str = "urn:x:1",
    kind: str = "text",
) -> str:
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2">'
        f'{rights}<itemMeta><itemClass qcode="ninat:{kind}"/>'
        f"<versionCreated>2026-04-17T08:00:00Z</versionCreated>{meta}</itemMeta>"
        f"<contentMeta>{content}</contentMeta><contentSet>{body}</contentSet></newsItem>"
    )


def message(*items: str) -> str:
    return (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>'
        f"{''.join(items)}</itemSet></newsMessage>"
    )


def picture(guid: str, meta: str = "", *, rights: str = "") -> str:
    remote = f'<remoteContent href="https://img.example/{guid[-1]}.jpg" contenttype="image/jpeg"/>'
    return item(meta, rights=rights, guid=guid, kind="picture", body=remote)


def link(guid: str) -> str:
    return f'<link rel="irel:seeAlso" residref="{guid}"/>'


def permission(meta: str = "", *, rights: str = ""):
    found = submitted(item(meta, rights=rights)).permission
    assert found is not None
    return found


def test_the_sample_is_valid_g2():
    """What we claim to read is what the published schema describes."""
    xsd = etree.XMLSchema(etree.parse(schema("NewsML-G2_2.35-spec-All-Power.xsd")))
    root = etree.fromstring(case(MESSAGE).encode())
    for policy in root.findall(".//{*}rightsExpressionXML"):
        policy.getparent().remove(policy)  # its schema would have to be loaded too
    xsd.assertValid(root)


def test_a_message_holds_an_article_for_each_text():
    """Pictures and packages are no articles; a canceled item is a withdrawal."""
    reading = read(case(MESSAGE))
    assert [one.item.removeprefix(PRE) for one in reading.items] == [
        "ferry", "fish", "urn:newsml:kelp.example:20260410:storm",
    ]  # fmt: skip
    storm = reading.items[2].submission
    assert (storm.action, storm.version) == (Action.WITHDRAW, 5)
    assert storm.updated_at == datetime(2026, 4, 17, 7, 30, tzinfo=UTC)


def test_every_field_of_a_full_item_is_read():
    """Item and content metadata each give what a submission has a place for."""
    said = read(case(MESSAGE)).items[0].submission
    assert (said.id, said.version, said.language) == (f"{PRE}ferry", 3, "en-NZ")
    assert said.headline == "Ferries to run hourly from May"
    assert said.abstract == "The company answers years of complaints."
    assert [one.name for one in said.bylines] == ["Rua Penfold", "Ida Skerry"]
    assert said.bylines[0].organisation == "Kelp Wire"
    assert said.dateline == "PORT ELLERY, April 17"
    assert said.sections == ("Transport",)
    assert said.keywords == ("ferries", "Ellery Ferry Company")
    assert said.canonical_url == "https://courier.example/ferry"
    assert said.source
    assert (said.source.name, said.source.chain) == ("The Kelp Courier", ("Kelp Wire",))
    assert said.published_at == datetime(2026, 4, 16, 19, 0, tzinfo=UTC)
    assert said.updated_at == datetime(2026, 4, 16, 20, 30, tzinfo=UTC)
    assert said.correction == ""


def test_nothing_for_staff_is_in_what_is_published():
    """NJ-05 for G2: edNote and slugline have fields of their own and no other."""
    said = read(case(MESSAGE)).items[0].submission
    assert said.ed_note == "Desk: the minister speaks at noon."
    assert said.slugline == "FERRY-TIMES"
    public = said.model_copy(update={"ed_note": None, "slugline": None}).model_dump_json()
    assert "noon" not in public
    assert "FERRY" not in public


def test_prefixed_xhtml_is_read_and_cleaned():
    """The text is taken from the body, the subheadline stands above it, scripts go."""
    said = read(case(MESSAGE)).items[0].submission
    assert sanitise(said.body_html or "").html == (
        "<h2>Winter boats return to the south pier</h2>"
        "<p>The company will sail <em>every</em> hour.</p><p>Fares rise in July.</p>"
    )


def test_a_packaged_picture_joins_the_text_of_its_group():
    """The largest rendition, with its own credit, rights and end."""
    ferry, fish, _ = (one.submission for one in read(case(MESSAGE)).items)
    (one,) = ferry.pictures
    assert (one.url, one.width, one.bytes) == ("https://img.kelp.example/l.jpg", 1600, 400123)
    assert (one.caption, one.credit) == ("The ferry at the pier.", "Jo Quay/Kelp Wire")
    assert one.rights == "Once, with the story only."
    assert one.expires_at == datetime(2026, 5, 1, tzinfo=UTC)
    assert fish.pictures == ()


def test_rights_info_is_a_permission():
    """NM-02: holder, notice, terms, licence, data mining, credit; a policy goes to the rights room."""
    ferry = read(case(MESSAGE)).items[0]
    found = ferry.submission.permission
    assert found is not None
    assert found.rights_holder == "Kelp Wire Ltd"
    assert found.copyright_notice == "© 2026 Kelp Wire Ltd."
    assert found.usage_terms == "Subscribers only; keep the byline."
    assert found.contact == "Rights desk, +64 1 234"
    assert found.licence == "https://creativecommons.org/licenses/by-nd/4.0/"
    assert found.duties.credit_line == "Kelp Wire/Courier"
    no = UseTerms(allowed=False)
    assert found.uses == {Use.AI_TRAIN: no, Use.AI_INPUT: no}
    (document,) = ferry.documents
    assert document.language == "http://www.w3.org/ns/odrl/2/"
    assert ferry.policies[0].name == document.name
    assert ferry.policies[0].permission.unreadable
    assert read_policies(ferry).policies[0].name == document.name


@pytest.mark.parametrize(
    ("stated", "until", "held"),
    [
        pytest.param("", None, False, id="absent"),
        pytest.param("<embargoed/>", None, True, id="empty"),
        pytest.param("<embargoed> </embargoed>", None, True, id="blank"),
        pytest.param(
            "<embargoed>2026-05-01T09:00:00+12:00</embargoed>",
            datetime(2026, 4, 30, 21, tzinfo=UTC),
            False,
            id="value",
        ),
        pytest.param("<embargoed>2026-05-01T09:00:00</embargoed>", None, True, id="no-zone"),
        pytest.param("<embargoed>later</embargoed>", None, True, id="words"),
    ],
)
def test_an_embargo_is_absent_stated_or_holds(stated, until, held):
    """NM-01: an empty embargo is not "no embargo"."""
    found = submitted(item(stated)).permission
    assert (found.embargoed_until if found else None) == until
    assert bool(found and found.unreadable) is held


def test_a_packages_embargo_narrows_its_items():
    """What is embargoed as a whole is embargoed in its parts."""
    reading = read(case(MESSAGE))
    for one in reading.items[:2]:
        limit = one.policies[-1]
        assert limit.name == f"packageItem {PRE}pkg"
        assert limit.permission.embargoed_until == datetime(2026, 4, 17, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stated", "status", "action"),
    [
        pytest.param("", "usable", Action.PUBLISH, id="absent"),
        pytest.param('<pubStatus qcode="stat:usable"/>', "usable", Action.PUBLISH, id="usable"),
        pytest.param('<pubStatus qcode="x:withheld"/>', "withheld", Action.PUBLISH, id="withheld"),
        pytest.param(
            '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>',
            "canceled",
            Action.WITHDRAW,
            id="canceled-by-address",
        ),
    ],
)
def test_the_status_is_read_from_code_or_address(stated, status, action):
    """NM-01: usable by default; aliases of the scheme make no difference."""
    said = submitted(item(stated))
    assert (said.pub_status, said.action) == (status, action)


def test_an_unknown_status_holds():
    """Only the three of IPTC are understood."""
    assert permission('<pubStatus qcode="stat:perhaps"/>').unreadable


@pytest.mark.parametrize(
    "part",
    [
        pytest.param("<rightsInfoExtProperty rel='x:y' value='z'/>", id="extension"),
        pytest.param('<dataMining qcode="dmi:sometimes"/>', id="data-mining"),
        pytest.param('<link rel="r:licence" href="https://kelp.example/terms"/>', id="licence"),
        pytest.param(
            '<link href="https://kelp.example/p" contenttype="application/ld+json"/>', id="policy"
        ),
    ],
)
def test_rights_not_understood_hold(part):
    """Whatever stands in rightsInfo is understood or holds the article."""
    assert permission(rights=f"<rightsInfo>{part}</rightsInfo>").unreadable


def test_a_page_about_the_terms_is_evidence():
    """A plain link limits nothing and is kept."""
    found = permission(rights='<rightsInfo><link href="https://kelp.example/about"/></rightsInfo>')
    assert found.evidence
    assert found.evidence.url == "https://kelp.example/about"
    assert not found.unreadable


def test_prohibited_data_mining_means_search_too():
    """PLUS has a value of its own for "except search engines"."""
    rights = '<rightsInfo><dataMining qcode="plus:DMI-PROHIBITED"/></rightsInfo>'
    uses = permission(rights=rights).uses
    assert uses[Use.INDEX] == uses[Use.AI_TRAIN] == UseTerms(allowed=False)


def test_each_further_rights_info_is_a_statement():
    """A second rights holder narrows on its own, in its own time."""
    rights = (
        "<rightsInfo><usageTerms>One</usageTerms></rightsInfo>"
        '<rightsInfo validto="2026-09-01T00:00:00Z"><usageTerms>Two</usageTerms></rightsInfo>'
    )
    (second,) = only(read(item(rights=rights))).policies
    assert second.permission.usage_terms == "Two"
    assert second.permission.expires_at == datetime(2026, 9, 1, tzinfo=UTC)


def test_rights_of_a_rendition_are_the_pictures():
    """``idrefs`` that name a picture say nothing about the text."""
    rights = '<rightsInfo idrefs="p1"><usageTerms>Print only</usageTerms></rightsInfo>'
    body = (
        '<inlineData contenttype="text/plain">Tide.</inlineData>'
        '<remoteContent id="p1" href="https://img.example/1.png" contenttype="image/png"/>'
    )
    said = submitted(item(rights=rights, body=body))
    assert said.permission is None
    assert said.pictures[0].rights == "Print only"


def test_nitf_inside_fills_what_the_item_leaves_open():
    """The item's own metadata win; limits of both hold together."""
    body = f'<inlineXML contenttype="application/nitf+xml">{NITF.format("")}</inlineXML>'
    found = only(read(item(body=body, meta="<edNote>Outer note</edNote>")))
    said = found.submission
    assert said.headline == "Tide comes in"
    assert said.bylines[0].name == "Ida Skerry"
    assert said.ed_note == "Outer note\nDesk only"
    assert "<p>Tide.</p>" in (said.body_html or "")
    assert said.pictures[0].url == "map.png"
    (inner,) = found.policies
    assert inner.permission.embargoed_until == datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_nitf_inside_that_is_not_usable_is_not_shown(status):
    """The stricter of the two statuses counts."""
    nitf = NITF.format(f' management-status="{status}"')
    assert submitted(item(body=f"<inlineXML>{nitf}</inlineXML>")).pub_status == "withheld"


def test_encoded_text_is_decoded():
    """Inline data may be base64."""
    body = (
        '<inlineData contenttype="text/html" encoding="encd:base64">PHA+VGlkZS48L3A+</inlineData>'
    )
    assert submitted(item(body=body)).body_html == "<p>Tide.</p>"


def test_a_linked_picture_joins_its_text():
    """Links count in either direction, and only to texts of the message."""
    reading = read(
        message(
            item(link("urn:p:1"), guid="urn:t:1"),
            item(guid="urn:t:2"),
            picture("urn:p:1"),
            picture("urn:p:2", link("urn:t:2")),
            picture("urn:p:3"),
        )
    )
    urls = [[one.url[-5:] for one in each.submission.pictures] for each in reading.items]
    assert urls == [["1.jpg"], ["2.jpg"]]
    assert [(one.code, one.found) for one in reading.notes] == [
        ("picture_without_article", "urn:p:3")
    ]


def test_a_single_text_takes_the_pictures_of_its_message():
    """Nothing else is there that they could belong to."""
    reading = read(message(item(guid="urn:t:1"), picture("urn:p:1")))
    assert len(reading.items[0].submission.pictures) == 1


@pytest.mark.parametrize(
    ("meta", "rights"),
    [
        pytest.param('<pubStatus qcode="stat:withheld"/>', "", id="withheld"),
        pytest.param('<pubStatus qcode="stat:canceled"/>', "", id="canceled"),
        pytest.param("<embargoed/>", "", id="embargo-without-end"),
        pytest.param("<embargoed>2026-05-01T00:00:00Z</embargoed>", "", id="embargo"),
        pytest.param(
            "",
            '<rightsInfo><rightsExpressionData langid="x">p</rightsExpressionData></rightsInfo>',
            id="policy",
        ),
    ],
)
def test_a_picture_with_something_against_it_is_not_shown(meta, rights):
    """Its article goes on without it."""
    reading = read(message(item(guid="urn:t:1"), picture("urn:p:1", meta, rights=rights)))
    assert reading.items[0].submission.pictures[0].usable is False


def test_a_picture_taken_back_alone_is_refused_aloud():
    """It can't be cut out of a stored article, and its partner must hear that."""
    canceled = picture("urn:p:9", '<pubStatus qcode="stat:canceled"/>')
    reading = read(message(item(guid="urn:t:1"), item(guid="urn:t:2"), canceled))
    ((name, (problem,)),) = reading.failures
    assert (name, problem.code) == ("urn:p:9", "picture_taken_back")


def test_one_bad_item_never_costs_the_others():
    """A video among texts is refused by its name."""
    reading = read(message(item(guid="urn:t:1"), item(guid="urn:v:1", kind="video", body="")))
    assert [one.item for one in reading.items] == ["urn:t:1"]
    assert [name for name, _ in reading.failures] == ["urn:v:1"]


def test_a_package_alone_is_no_article():
    """It only names items that have to be sent too."""
    package = (
        '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p"><groupSet root="a">'
        '<group id="a"><groupRef idref="a"/><itemRef residref="urn:t:1"/></group></groupSet>'
        "</packageItem>"
    )
    assert refusal(package).problems[0].code == "no_article"
    assert len(read(message(item(guid="urn:t:1"), package)).items) == 1


def test_a_property_whose_publication_is_constrained_is_left_out():
    """The constraint is a code of somebody's scheme."""
    content = '<headline>Tide</headline><by pubconstraint="x:internal">By Ida Skerry</by>'
    assert submitted(item(content=content)).bylines == ()


@settings(deadline=None)
@given(st.data())
def test_no_document_does_anything_but_read_or_refuse(data):
    """Any damage anywhere."""
    text = case(MESSAGE)
    at = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 60))
    reads_or_refuses(text[:at] + data.draw(st.text(max_size=10)) + text[at + length :])


CLIP = "https://video.example/tide.mp4"


def video(guid: str, meta: str = "", *, rights: str = "") -> str:
    body = (
        f'<remoteContent href="{CLIP}" contenttype="video/mp4" duration="95" width="1280"/>'
        '<remoteContent href="https://video.example/tide.jpg" contenttype="image/jpeg"/>'
    )
    content = "<headline>The tide, filmed</headline><creditline>Film: I. Skerry</creditline>"
    return item(meta, rights=rights, guid=guid, kind="video", content=content, body=body)


def test_a_video_joins_the_text_it_stands_beside():
    """As a picture does; a picture among its renditions stands for it and is none of the text's."""
    said = only(read(message(item(link("urn:x:v1")), video("urn:x:v1")))).submission
    (found,) = said.videos

    assert (found.url, found.poster) == (CLIP, "https://video.example/tide.jpg")
    assert (found.title, found.credit) == ("The tide, filmed", "Film: I. Skerry")
    assert (found.duration_seconds, found.width, found.usable) == (95, 1280, None)
    assert said.pictures == ()


def test_a_video_inside_a_text_has_its_own_rights():
    """``idrefs`` that name it say nothing about the text."""
    rights = '<rightsInfo idrefs="v1"><usageTerms>Web only</usageTerms></rightsInfo>'
    body = (
        '<inlineData contenttype="text/plain">Tide.</inlineData>'
        f'<remoteContent id="v1" href="{CLIP}" contenttype="video/mp4"/>'
    )
    said = submitted(item(rights=rights, body=body))

    assert [(one.url, one.rights) for one in said.videos] == [(CLIP, "Web only")]
    assert said.pictures == ()


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_a_video_that_is_not_usable_is_barred(status):
    """NM-01: its own status counts, whatever the text's is."""
    held = video("urn:x:v1", f'<pubStatus qcode="stat:{status}"/>')
    (found,) = only(read(message(item(link("urn:x:v1")), held))).submission.videos

    assert found.usable is False


def test_a_video_with_a_text_of_its_own_is_an_article():
    """A script with its film: both are read."""
    body = (
        '<inlineData contenttype="text/plain">The tide came in.</inlineData>'
        f'<remoteContent href="{CLIP}" contenttype="video/mp4"/>'
    )
    said = submitted(item(kind="video", body=body))

    assert said.body_text == "The tide came in."
    assert [one.url for one in said.videos] == [CLIP]
