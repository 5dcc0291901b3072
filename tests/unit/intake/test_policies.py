"""Every policy that a document carries is handed over, whatever the format (B27, B30, B40, RL-11)."""

from __future__ import annotations

import json

import pytest

from reprise.intake.formats import read_upload
from reprise.model.permission import Origin, Permission, Stated, Territories, Use
from reprise.rights.combine import Effective, combine
from reprise.rights.readers import read_policies
from tests.unit.intake.reading import only, partner, submitted

BY = "https://creativecommons.org/licenses/by/4.0/"
BY_NC = "https://creativecommons.org/licenses/by-nc/4.0/"
ODRL = {
    "@context": "http://www.w3.org/ns/odrl.jsonld",
    "@type": "Set",
    "uid": "https://kelp.example/policy/1",
    "permission": [
        {
            "target": "urn:kelp:1",
            "action": "distribute",
            "constraint": [{"leftOperand": "spatial", "operator": "eq", "rightOperand": "NZ"}],
        }
    ],
}
XML_NS = "http://www.w3.org/ns/odrl/2/"
ODRL_XML = (
    f'<o:Policy xmlns:o="{XML_NS}" uid="https://kelp.example/policy/2" type="{XML_NS}Set">'
    f'<o:permission><o:asset uid="urn:kelp:1" relation="{XML_NS}target"/>'
    f'<o:action name="{XML_NS}distribute"/>'
    f'<o:constraint name="{XML_NS}spatial" operator="{XML_NS}eq" rightOperand="NZ"/>'
    "</o:permission></o:Policy>"
)
RSL_NS = "https://rslstandard.org/rsl"


def rsl(tokens: str = "search", url: str = "/", prefix: str = "rsl:") -> str:
    """A ``content`` element with the declared *prefix*."""
    return (
        f'<{prefix}content xmlns:rsl="{RSL_NS}" url="{url}"><{prefix}license>'
        f'<{prefix}permits type="usage">{tokens}</{prefix}permits></{prefix}license></{prefix}content>'
    )


def effective(content: str | bytes, sidecar: bytes | None = None) -> Effective:
    """What the one item of an upload states, its policies read."""
    data = content.encode() if isinstance(content, str) else content
    item = read_policies(only(read_upload(data, "upload", sidecar=sidecar, partner=partner())))
    own = item.submission.permission or Permission()
    return combine([*item.policies, Stated(origin=Origin.UPLOAD, permission=own)])


def is_held(found: Effective) -> bool:
    return bool(found.unreadable or found.contradictions)


def gives(found: Effective) -> set[Use]:
    return set(found.granted)


# --- ninjs ---------------------------------------------------------------------------------------


def ninjs(**changes: object) -> str:
    story = {
        "uri": "urn:kelp:1",
        "type": "text",
        "headline": "Tide comes in",
        "body_text": "The tide came in.",
    }
    return json.dumps(story | {"versioncreated": "2026-05-06T08:00:00Z"} | changes)


NINJS = {
    "1.x in JSON": {"rightsinfo": {"langid": XML_NS, "encodedrights": json.dumps(ODRL)}},
    "2.x in XML": {"rightsinfo": {"langid": XML_NS, "encodedrights": ODRL_XML}},
    "3.x": {"rightsInfo": {"langId": XML_NS, "encodedRights": json.dumps(ODRL)}},
    "3.x without its language": {"rightsInfo": {"encodedRights": json.dumps(ODRL)}},
    "RightsML by its first address": {
        "rightsinfo": {
            "langid": "http://iptc.org/std/RightsML/2011-10-07/",
            "encodedrights": ODRL_XML.replace("www.w3.org/ns", "w3.org/ns"),
        }
    },
    "an object instead of a text": {"rightsInfo": {"langId": XML_NS, "encodedRights": ODRL}},
}


@pytest.mark.parametrize("stated", NINJS.values(), ids=NINJS)
def test_a_policy_in_ninjs_is_read(stated):
    """
    ``rightsinfo`` of 1.x to 3.x with ODRL in either spelling (NJ-03, NJ-04).
    """
    found = effective(ninjs(**stated))
    assert not is_held(found)
    assert gives(found) == {Use.DISPLAY, Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT}
    assert found.permission.territories == Territories(allow={"NZ"})


def test_both_spellings_in_one_ninjs_count():
    """
    A second ``rightsInfo`` is not passed over because the first was found.
    """
    linked, inside = {"linkedrights": BY}, {"langId": XML_NS, "encodedRights": json.dumps(ODRL)}
    found = effective(ninjs(rightsinfo=linked, rightsInfo=inside))
    assert found.licence is not None
    assert found.permission.territories == Territories(allow={"NZ"})


NINJS_HELD = {
    "a part nobody knows": {"rightsInfo": {"linkedRights": BY, "rules": "ask"}},
    "both parts": {"rightsInfo": {"linkedRights": BY, "encodedRights": "{}"}},
    "neither part": {"rightsInfo": {"langId": XML_NS}},
    "a link to terms": {"rightsInfo": {"linkedRights": "https://kelp.example/terms"}},
    "a text": {"rightsInfo": "ask us"},
    "another language": {"rightsInfo": {"langId": "urn:xacml", "encodedRights": json.dumps(ODRL)}},
    "an empty embargo": {"embargoed": ""},
    "an unknown profile": {
        "rightsInfo": {
            "langId": XML_NS,
            "encodedRights": json.dumps({**ODRL, "profile": "https://kelp.example/profile"}),
        }
    },
}


@pytest.mark.parametrize("stated", NINJS_HELD.values(), ids=NINJS_HELD)
def test_what_is_not_understood_in_ninjs_holds(stated):
    """
    It is never skipped.
    """
    assert is_held(effective(ninjs(**stated)))


def test_usage_terms_that_are_a_licence_are_that_licence():
    """
    A name or address of a licence where words belong is machine-readable all the same.
    """
    found = effective(ninjs(usageterms="CC BY-NC 4.0"))
    assert found.licence is not None
    assert found.licence.id == "CC-BY-NC-4.0"


def test_a_picture_with_terms_of_its_own_follows_them():
    """
    A licence of a picture is its own; a policy about it that can't be kept takes it out (B32).
    """
    rendition = {"main": {"href": "https://kelp.example/a.jpg", "mimetype": "image/jpeg"}}
    pictures = {
        "a": {"type": "picture", "uri": "a", "rightsinfo": {"linkedrights": BY}, "renditions": rendition},
        "b": {"type": "picture", "uri": "b", "rightsInfo": {"encodedRights": "{}"}, "renditions": rendition},
        "c": {"type": "picture", "uri": "c", "renditions": rendition},
    }  # fmt: skip
    said = submitted(ninjs(associations=pictures)).pictures
    assert [(one.licence, one.usable) for one in said] == [(BY, None), (None, False), (None, None)]


# --- NewsML-G2 and NITF --------------------------------------------------------------------------


def newsml(rights: str) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:kelp:1" version="1"
      standard="NewsML-G2" standardversion="2.35" conformance="power">
      {rights}
      <itemMeta><itemClass qcode="ninat:text"/><provider literal="kelp"/>
        <versionCreated>2026-05-06T08:00:00Z</versionCreated></itemMeta>
      <contentMeta><headline>Tide comes in</headline></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml">
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>The tide came in.</p></body></html>
      </inlineXML></contentSet></newsItem>"""


def test_a_policy_in_newsml_is_read():
    """
    ``rightsExpressionXML`` with ODRL (OD-05).
    """
    holder = f'<rightsExpressionXML langid="{XML_NS}">{ODRL_XML}</rightsExpressionXML>'
    found = effective(newsml(f"<rightsInfo>{holder}</rightsInfo>"))
    assert not is_held(found)
    assert found.permission.territories == Territories(allow={"NZ"})


def test_several_policies_in_one_holder_all_count():
    """
    The second is not lost behind the first.
    """
    other = ODRL_XML.replace("policy/2", "policy/3").replace(
        'rightOperand="NZ"', 'rightOperand="AU"'
    )
    holder = f'<rightsExpressionXML langid="{XML_NS}">{ODRL_XML}{other}</rightsExpressionXML>'
    found = effective(newsml(f"<rightsInfo>{holder}</rightsInfo>"))
    assert not is_held(found)
    assert found.permission.territories == Territories(allow=frozenset())


NEWSML_HELD = {
    "two licences": f'<link href="{BY}"/><link href="{BY_NC}"/>',
    "two data minings": '<dataMining qcode="plus:DMI-ALLOWED"/><dataMining qcode="plus:DMI-PROHIBITED"/>',
    "a policy that is no XML": '<rightsExpressionData langid="odrl+json">{"uid": </rightsExpressionData>',
    "an empty policy": f'<rightsExpressionXML langid="{XML_NS}"/>',
}  # fmt: skip


@pytest.mark.parametrize("part", NEWSML_HELD.values(), ids=NEWSML_HELD)
def test_what_is_not_understood_in_newsml_holds(part):
    """
    It is never skipped (NM-02).
    """
    assert is_held(effective(newsml(f"<rightsInfo>{part}</rightsInfo>")))


def nitf(rights: str) -> str:
    return (
        '<nitf><head><docdata><doc-id id-string="kelp-1"/></docdata></head><body><body.head>'
        f"<hedline><hl1>Tide comes in</hl1></hedline>{rights}</body.head>"
        "<body.content><p>The tide came in.</p></body.content></body></nitf>"
    )


def test_every_part_of_nitf_rights_counts():
    """
    NI-04: several places are where they hold, each limitation counts.
    """
    places = (
        "<rights.geography location-code='NZ'>here</rights.geography>"
        "<rights.geography>Australia</rights.geography>"
    )
    found = effective(nitf(f"<rights>{places}</rights>"))
    assert found.permission.territories == Territories(allow={"NZ", "AU"})
    limits = (
        "<rights.limitations>none</rights.limitations><rights.limitations>Once</rights.limitations>"
    )
    assert is_held(effective(nitf(f"<rights>{limits}</rights>")))
    assert is_held(effective(nitf("<rights><rights.medium>print</rights.medium></rights>")))


# --- Feeds ---------------------------------------------------------------------------------------


def rss(item: str, channel: str = "") -> str:
    return (
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:cc="http://web.resource.org/cc/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" '
        f'xmlns:rsl="{RSL_NS}"><channel><title>Kelp</title><link>https://kelp.example/</link>{channel}'
        "<item><title>Tide</title><guid>1</guid><link>https://kelp.example/news/1</link>"
        f"<description>The tide came in today.</description>{item}</item></channel></rss>"
    )


LICENCES = {
    "creativeCommons": f"<creativeCommons:license>{BY}</creativeCommons:license>",
    "cc": f'<cc:license rdf:resource="{BY}" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    "dcterms": f"<dcterms:license>{BY}</dcterms:license>",
    "no module": f"<license>{BY}</license>",
    "dc:rights with a name": "<dc:rights>CC BY 4.0</dc:rights>",
    "RFC 4946 in RSS": f'<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="license" href="{BY}"/>',
    "RFC 4946 with the whole relation": (
        '<a:link xmlns:a="http://www.w3.org/2005/Atom" '
        f'rel="http://www.iana.org/assignments/relation/license" href="{BY}"/>'
    ),
}


@pytest.mark.parametrize("stated", LICENCES.values(), ids=LICENCES)
@pytest.mark.parametrize("place", ["item", "channel"])
def test_a_licence_in_a_feed_is_a_policy(stated, place):
    """
    Of an item, or of the feed for items that name none.
    """
    found = effective(rss(stated) if place == "item" else rss("", stated))
    assert found.licence is not None
    assert found.licence.id == "CC-BY-4.0"
    assert Use.SYNDICATE_FULL in gives(found)


def test_a_licence_of_media_gives_no_text_away():
    """
    ``media:license`` may be about the pictures only: it narrows what others give.
    """
    assert gives(effective(rss(f'<media:license href="{BY}">CC BY</media:license>'))) == set()
    both = effective(
        rss(
            f"<creativeCommons:license>{BY}</creativeCommons:license>"
            f'<media:license href="{BY_NC}">x</media:license>'
        )
    )
    assert both.permission.commercial is False


def test_restrictions_of_one_item_hold_together():
    """
    The second is not lost behind the first; those of the feed count where the item has none.
    """
    allow = '<media:restriction relationship="allow" type="country">NZ AU</media:restriction>'
    deny = '<media:restriction relationship="deny" type="country">AU</media:restriction>'
    found = effective(rss(allow + deny)).permission.territories
    assert found == Territories(allow={"NZ", "AU"}, deny={"AU"})
    assert effective(rss("", allow)).permission.territories == Territories(allow={"NZ", "AU"})


def test_rsl_in_a_feed_is_read():
    """
    RL-11: of the item; of the channel for items without; each of several counts.
    """
    own = effective(rss(rsl("search")))
    assert not is_held(own)
    assert own.permission.uses[Use.INDEX].allowed is True
    assert own.permission.uses[Use.AI_TRAIN].allowed is False
    inherited = effective(rss("", rsl("search")))
    assert inherited.permission.uses == own.permission.uses
    several = effective(rss(rsl("search") + rsl("ai-train")))
    assert several.permission.uses[Use.INDEX].allowed is False


def test_of_several_rsl_terms_of_a_feed_the_address_chooses():
    """
    Terms for another part of the site are not terms of the item.
    """
    found = effective(rss("", rsl("search", "/sport/") + rsl("ai-all", "/news/")))
    assert not is_held(found)
    assert found.permission.uses[Use.AI_TRAIN].allowed is True
    assert found.permission.uses[Use.INDEX].allowed is False


FEED_HELD = {
    "a licence element of RSL alone": "<rsl:license/>",
    "RSL outside its rules": '<rsl:content url="/"><rsl:wish/></rsl:content>',
    "an empty licence": "<license/>",
    "an unknown licence": "<creativeCommons:license>https://kelp.example/ours</creativeCommons:license>",
    "an embargo without a date": "<embargo/>",
    "restrictions of another module": "<p:restrictions xmlns:p='urn:p'>no web</p:restrictions>",
    "access rights in words": "<dcterms:accessRights>members</dcterms:accessRights>",
    "a period that is none": "<dcterms:valid>soon</dcterms:valid>",
}


@pytest.mark.parametrize("stated", FEED_HELD.values(), ids=FEED_HELD)
def test_what_is_not_understood_in_a_feed_holds(stated):
    """
    It is never skipped.
    """
    assert is_held(effective(rss(stated)))


def test_an_entry_has_the_rights_of_the_source_it_names():
    """
    RFC 4287 section 4.2.11, AL-04: not those of the feed it came by.
    """

    def atom(source: str) -> str:
        return (
            '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>Gathered</title>'
            f'<link rel="license" href="{BY}"/><entry><id>urn:e</id><title>Tide</title>'
            f"<content>The tide came in.</content>{source}</entry></feed>"
        )

    assert effective(atom("")).licence is not None
    assert effective(atom("<source><id>urn:s</id></source>")).licence is None
    own = effective(atom(f'<source><id>urn:s</id><link rel="license" href="{BY_NC}"/></source>'))
    assert own.licence is not None
    assert own.licence.id == "CC-BY-NC-4.0"


def json_feed(feed: dict[str, object] | None = None, **item: object) -> str:
    story = {"id": "1", "title": "Tide", "content_html": "<p>The tide came in.</p>"}
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Kelp", "items": [story | item]}
        | (feed or {})
    )


def test_our_own_block_comes_back_as_it_went_out():
    """
    ``_syndication`` (docs/syndication-block.md) as another Reprise would publish it.
    """
    block = {
        "license": {"name": "CC BY 4.0", "url": BY},
        "copyright_holder": "Kelp Wire",
        "usage": {"permits": ["search"], "prohibits": ["ai-train"]},
        "territories": {"allow": ["NZ"], "deny": []},
        "expires": "2026-06-01T00:00:00Z",
        "credit_line": "First in Kelp Wire",
        "kicker": "Sea",
    }
    found = effective(json_feed(_syndication=block))
    assert not is_held(found)
    assert found.licence is not None
    assert found.permission.territories == Territories(allow={"NZ"})
    assert found.permission.uses[Use.AI_INPUT].allowed is False
    assert found.permission.duties.credit_line == "First in Kelp Wire"
    assert found.permission.expires_at is not None


def test_a_json_feed_may_carry_a_licence_and_a_policy():
    """
    Under the names people use, of the item or of the feed.
    """
    assert effective(json_feed(license=BY)).licence is not None
    assert effective(json_feed({"_license": BY})).licence is not None
    found = effective(json_feed(_policy=ODRL))
    assert found.permission.territories == Territories(allow={"NZ"})


JSON_FEED_HELD = {
    "an embargo": {"_embargo": "2027-01-01"},
    "rights of an extension": {"_rights": {"web": False}},
    "a usage nobody knows": {"_syndication": {"usage": {"permits": ["everything"]}}},
    "a limit our block has not": {"_syndication": {"embargoed": "2027-01-01"}},
    "a block that is none": {"_syndication": "yes"},
    "an end that is no date": {"_syndication": {"expires": 2027}},
    "territories that are none": {"_syndication": {"territories": ["NZ"]}},
    "an unknown territory": {"_syndication": {"territories": {"allow": ["ZZ"]}}},
    "two licences that differ": {"license": {"name": "CC BY-NC", "url": BY.replace("by", "by-nd")}},
}


@pytest.mark.parametrize("stated", JSON_FEED_HELD.values(), ids=JSON_FEED_HELD)
def test_what_is_not_understood_in_a_json_feed_holds(stated):
    """
    It is never skipped.
    """
    assert is_held(effective(json_feed(**stated)))


# --- Pages ---------------------------------------------------------------------------------------


def page(head: str = "", article: dict[str, object] | None = None, body: str = "") -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Tide comes in",
        "articleBody": TEXT,
    }
    script = json.dumps(data | (article or {}))
    return (
        f"<!doctype html><html><head><title>Tide comes in</title>{head}"
        f'<script type="application/ld+json">{script}</script></head>'
        f"<body><article><h1>Tide comes in</h1><p>{TEXT}</p>{body}</article></body></html>"
    )


TEXT = "The tide came in over the flats before noon and went out again by supper. " * 12

PAGE_LICENCES = {
    "license as an address": page(article={"license": BY}),
    "license as a thing": page(
        article={"license": {"@type": "CreativeWork", "name": "Our licence", "url": BY}}
    ),
    "usageInfo": page(article={"usageInfo": BY}),
    "a link in the head": page(f'<link rel="license" href="{BY}">'),
    "Dublin Core": page(f'<meta name="dcterms.license" content="{BY}">'),
    "dc.rights with a name": page('<meta name="dc.rights" content="CC BY 4.0">'),
}


@pytest.mark.parametrize("content", PAGE_LICENCES.values(), ids=PAGE_LICENCES)
def test_a_licence_of_a_page_is_a_policy(content):
    """
    However the page says it in its own data.
    """
    found = effective(content)
    assert not is_held(found)
    assert found.licence is not None
    assert found.licence.id == "CC-BY-4.0"


def test_a_link_marked_as_licence_in_the_text_only_narrows():
    """
    It may be about a picture or the site's layout: it gives nothing, and takes what it forbids.
    """
    link = f'<p>Layout: <a rel="license" href="{BY_NC}">CC</a></p>'
    assert gives(effective(page(body=link))) == set()
    assert effective(page(article={"license": BY}, body=link)).permission.commercial is False
    figure = f'<figure><img src="/a.jpg"><figcaption><a rel="license" href="{BY_NC}">CC</a></figcaption></figure>'
    assert effective(page(article={"license": BY}, body=figure)).permission.commercial is True


def test_the_words_of_schema_org_about_rights_are_kept():
    """
    Holder, credit, terms and where to ask (SO-01).
    """
    said = submitted(
        page(
            article={
                "copyrightHolder": {"@type": "Organization", "name": "Kelp Wire"},
                "creditText": "First in Kelp Wire",
                "usageInfo": "https://kelp.example/terms",
                "acquireLicensePage": "https://kelp.example/buy",
            }
        )
    ).permission
    assert said is not None
    assert (said.rights_holder, said.duties.credit_line) == ("Kelp Wire", "First in Kelp Wire")
    assert said.evidence is not None
    assert said.evidence.url == said.usage_terms == "https://kelp.example/terms"
    assert said.price_contact == "https://kelp.example/buy"


def test_a_reservation_of_mining_closes_it():
    """
    TD-03, TD-04: 1 reserves; any other value says nothing.
    """
    reserved = effective(
        page(
            '<meta name="tdm-reservation" content="1">'
            '<meta name="tdm-policy" content="https://kelp.example/tdm.json">'
        )
    ).permission
    assert reserved.uses[Use.AI_TRAIN].allowed is False
    assert reserved.price_contact == "https://kelp.example/tdm.json"
    for value in ("0", "true", ""):
        assert (
            effective(page(f'<meta name="tdm-reservation" content="{value}">')).permission.uses
            == {}
        )


def test_policies_in_scripts_of_a_page_are_read():
    """
    RSL (RL-11), each script of it, and ODRL as JSON-LD.
    """
    script = f'<script type="application/rsl+xml"><rsl xmlns="{RSL_NS}">{rsl("search", prefix="")}</rsl></script>'
    other = script.replace("search", "ai-train")
    found = effective(page(script + other))
    assert not is_held(found)
    assert found.permission.uses[Use.INDEX].allowed is False
    odrl = effective(page(f'<script type="application/ld+json">{json.dumps(ODRL)}</script>'))
    assert odrl.permission.territories == Territories(allow={"NZ"})


PAGE_HELD = {
    "RSL elsewhere": page('<link rel="license" type="application/rsl+xml" href="/license.xml">'),
    "a licence nobody knows": page('<link rel="license" href="/our-terms">'),
    "an end that is no date": page(article={"expires": "soon"}),
    "name and address that disagree": page(
        article={"license": [{"name": "CC BY-NC 4.0", "url": BY.replace("/by/", "/by-nd/")}]}
    ),
}


@pytest.mark.parametrize("content", PAGE_HELD.values(), ids=PAGE_HELD)
def test_what_is_not_understood_in_a_page_holds(content):
    """
    It is never skipped.
    """
    assert is_held(effective(content))


# --- Sidecars ------------------------------------------------------------------------------------

SIDECARS = {
    "ODRL": json.dumps(ODRL),
    "ODRL in XML": ODRL_XML,
    "several, one of them ODRL": json.dumps([ODRL, {"commercial": True}]),
}


@pytest.mark.parametrize("sidecar", SIDECARS.values(), ids=SIDECARS)
def test_a_sidecar_may_be_a_policy(sidecar):
    """
    In ODRL or RSL, alone or beside our own.
    """
    found = effective(ninjs(), sidecar.encode())
    assert not is_held(found)
    assert found.permission.territories == Territories(allow={"NZ"})


def test_a_sidecar_in_rsl_is_read():
    """
    It speaks of machines alone.
    """
    found = effective(ninjs(), rsl("search").encode())
    assert not is_held(found)
    assert found.permission.uses[Use.AI_TRAIN].allowed is False


@pytest.mark.parametrize("sidecar", [b"<html/>", b"<rsl", b'{"uid": "x:1", "permission": [7]}'])
def test_a_sidecar_that_is_no_policy_holds(sidecar):
    """
    Whatever it is, it was meant to limit.
    """
    assert is_held(effective(ninjs(), sidecar))
