"""RSL documents, one rule of the format at a time (RL-01 to RL-09)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.model.permission import Duties, Use
from reprise.rights.rsl import AUTOMATED, read_rsl

PAGE = "https://post.example/news/7.html"


def rsl(inside, *, root="", content='url="/"'):
    return f'<rsl xmlns="https://rslstandard.org/rsl" {root}><content {content}>{inside}</content></rsl>'


def licence(*parts):
    return f"<license>{''.join(parts)}</license>"


def permits(tokens, kind="usage"):
    return f'<permits type="{kind}">{tokens}</permits>'


def prohibits(tokens, kind="usage"):
    return f'<prohibits type="{kind}">{tokens}</prohibits>'


def split(permission):
    given = {use for use, terms in permission.uses.items() if terms.allowed}
    return given, set(permission.uses) - given


INDEX, TRAIN, INPUT = Use.INDEX, Use.AI_TRAIN, Use.AI_INPUT

USAGE = {
    "search is listed, the rest is not": (permits("search"), {INDEX}, {TRAIN, INPUT}),
    "all": (permits("all"), {INDEX, TRAIN, INPUT}, set()),
    "all of AI": (permits("ai-all"), {TRAIN, INPUT}, {INDEX}),
    "two": (permits("search ai-input"), {INDEX, INPUT}, {TRAIN}),
    "nothing of ours": (permits("ai-index"), set(), {INDEX, TRAIN, INPUT}),
    "prohibited only": (prohibits("ai-all"), set(), {TRAIN, INPUT}),
    "both is no (RL-08)": (permits("all") + prohibits("ai-train"), {INDEX, INPUT}, {TRAIN}),
    "nothing said": ("", set(), set()),
    "an extension permits nothing we know": (permits("x:wonder"), set(), AUTOMATED),
    # Regions and users can't be held for one use alone.
    "in one region": (permits("search") + permits("NZ", "geo"), set(), {TRAIN, INPUT}),
    "for some users": (permits("search") + permits("education", "user"), set(), {TRAIN, INPUT}),
    "not in one region": (permits("search") + prohibits("EU", "geo"), set(), {TRAIN, INPUT}),
    "for free": (permits("search") + '<payment type="free"/>', {INDEX}, {TRAIN, INPUT}),
    "for money": (permits("search") + '<payment type="crawl"/>', set(), {TRAIN, INPUT}),
    "by an agreement": (
        permits("search") + "<payment><custom>/ask</custom></payment>", set(), {TRAIN, INPUT},
    ),
    "with reports": (
        permits("search") + '<reporting type="audit" profile="https://p.example/"/>',
        set(), {TRAIN, INPUT},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "gives", "closes"), USAGE.values(), ids=USAGE)
def test_usages_are_given_closed_or_left_unsaid(parts, gives, closes):
    """
    Only what is listed, free and unlimited is given; display and passing on never are.
    """
    permission = read_rsl(rsl(licence(parts)))

    assert permission.unreadable == ()
    assert split(permission) == (set(gives), set(closes))


def test_what_one_licence_prohibits_no_other_gives():
    """
    Several licences of one content are read the most restrictive way (RL-08).
    """
    both = licence(permits("search")) + licence(permits("ai-train"), prohibits("search"))

    assert split(read_rsl(rsl(both))) == ({TRAIN}, {INDEX, INPUT})


def test_a_price_is_told_with_whom_to_ask():
    """
    What has to be paid for is not given, and the permission says what it costs.
    """
    payment = (
        '<payment type="training"><amount currency="NZD">0.015</amount>'
        "<standard>https://collective.example/</standard></payment>"
    )
    permission = read_rsl(rsl(licence(permits("ai-train"), payment)))

    assert permission.price == "training 0.015 NZD"
    assert permission.price_contact == "https://collective.example/"
    assert TRAIN not in permission.uses


def test_attribution_is_a_duty_and_free():
    """
    Visible credit in return is no price.
    """
    payment = (
        '<payment type="attribution">'
        "<standard>https://creativecommons.org/licenses/by/4.0/</standard></payment>"
    )
    permission = read_rsl(rsl(licence(permits("ai-input"), payment)))

    assert permission.uses[INPUT].allowed is True
    assert permission.duties == Duties(attribution=True)
    assert permission.licence is None


def test_a_license_server_has_to_be_asked_first():
    """
    With a server nothing is given, even where it would be free.
    """
    stated = rsl(licence(permits("search")), content='url="/" server="https://olp.example/"')

    assert split(read_rsl(stated)) == (set(), {TRAIN, INPUT})


def test_the_holder_the_contact_and_the_terms_are_told():
    """
    Who holds the rights, whom to ask, and where the terms for people stand.
    """
    permission = read_rsl(
        rsl(
            licence('<legal type="warranty">ownership authority</legal>')
            + '<copyright type="organization" contactUrl="https://post.example/ask">Post</copyright>'
            + "<terms>https://post.example/terms</terms>"
        )
    )

    assert permission.rights_holder == "Post"
    assert permission.contact == "https://post.example/ask"
    assert permission.evidence is not None
    assert permission.evidence.url == "https://post.example/terms"


SCOPES = {
    "the whole site": ("/", True),
    "its folder": ("/news/", True),
    "another folder": ("/sport/", False),
    "a pattern": ("/*.html$", True),
    "a pattern that ends elsewhere": ("/*.htm$", False),
    "its address": (PAGE, True),
    "another host": ("https://other.example/", False),
    "nothing, in a file": ("", True),
}


@pytest.mark.parametrize(("scope", "applies"), SCOPES.values(), ids=SCOPES)
def test_terms_apply_where_their_address_matches(scope, applies):
    """
    Paths match as in robots.txt.
    """
    stated = rsl(licence(permits("search")), content=f'url="{scope}"')

    assert bool(read_rsl(stated, url=PAGE).uses) is applies


def test_the_narrower_scope_decides():
    """
    A folder's terms come before the site's.
    """
    stated = (
        '<rsl xmlns="https://rslstandard.org/rsl">'
        f'<content url="/">{licence(permits("all"))}</content>'
        f'<content url="/news/">{licence(prohibits("ai-train"))}</content></rsl>'
    )

    assert split(read_rsl(stated, url=PAGE)) == ({INDEX, INPUT}, {TRAIN})


def test_an_element_out_of_a_feed_is_read():
    """
    In RSS the content stands alone and prefixed (RL-12); foreign elements are ignored (RL-07).
    """
    stated = (
        '<rsl:content xmlns:rsl="https://rslstandard.org/rsl" xmlns:x="urn:x" url="/news/7.html"'
        ' x:mark="1"><x:note>hello</x:note><rsl:license>'
        '<rsl:permits type="usage">search</rsl:permits></rsl:license></rsl:content>'
    )

    assert split(read_rsl(stated, url=PAGE)) == ({INDEX}, {TRAIN, INPUT})
    assert split(read_rsl(stated, url="https://other.example/")) == ({INDEX}, {TRAIN, INPUT})


BROKEN = {
    "no XML": "permits search",
    "another root": "<feed/>",
    "no namespace": '<rsl><content url="/"><license/></content></rsl>',
    "a document type": '<!DOCTYPE rsl [<!ENTITY a "b">]>' + rsl(licence()),
    "an unknown element": rsl(licence("<permit>search</permit>")),
    "an unknown attribute": rsl(licence('<permits type="usage" when="now">search</permits>')),
    "an element in the wrong place": rsl(permits("search") + licence()),
    "no license": rsl(""),
    "no address": rsl(licence(), content=""),
    "one type twice": rsl(licence(permits("search"), permits("ai-input"))),
    "an unknown type": rsl(licence(permits("search", "mood"))),
    "an unknown usage": rsl(licence(permits("search, ai-input"))),
    "an unknown user": rsl(licence(permits("friends", "user"))),
    "an unknown region": rsl(licence(permits("nz", "geo"))),
    "a region that does not exist": rsl(licence(permits("QQ", "geo"))),
    "an empty list": rsl(licence(permits(""))),
    "an extension that prohibits": rsl(licence(prohibits("x:wonder"))),
    "an unknown payment": rsl(licence('<payment type="inference"/>')),
    "two payments": rsl(licence("<payment/>", "<payment/>")),
    "an amount without a currency": rsl(licence("<payment><amount>1</amount></payment>")),
    "an unknown legal type": rsl(licence('<legal type="oath">true</legal>')),
    "a legal type twice": rsl(
        licence('<legal type="contact">a@b.example</legal>', '<legal type="contact">c</legal>')
    ),
    "a capital boolean": rsl(licence('<legal type="attestation">TRUE</legal>')),
    "encrypted without a server": rsl(licence(), content='url="/" encrypted="true"'),
    "a capital encrypted": rsl(licence(), content='url="/" encrypted="TRUE"'),
    "a server without an address": rsl(licence(), content='url="" server="https://s.example"'),
    "lastmod without a zone": rsl(licence(), content='url="/" lastmod="2031-05-01T12:00:00"'),
    "max-age of nothing": rsl(licence(), root='max-age="0"'),
    "max-age in words": rsl(licence(), root='max-age="P3D"'),
}


@pytest.mark.parametrize("document", BROKEN.values(), ids=BROKEN)
def test_a_document_that_breaks_the_rules_holds_the_article(document):
    """
    What does not conform is not licensed, and says what is wrong.
    """
    permission = read_rsl(document)

    assert permission.unreadable
    assert permission.uses == {}


def test_several_contents_need_an_address_to_choose_by():
    """
    Terms of different scopes are never taken for those of the article.
    """
    content = f'<content url="/a">{licence(permits("search"))}</content>'
    stated = f'<rsl xmlns="https://rslstandard.org/rsl">{content}{content}</rsl>'

    assert read_rsl(stated).unreadable
    assert not read_rsl(stated, url="https://post.example/a/1").unreadable


@given(st.text() | st.binary())
def test_any_bytes_are_held(document):
    """
    Nothing fails, and nothing is given by accident.
    """
    assert read_rsl(document).unreadable
