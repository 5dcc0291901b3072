"""How several statements narrow each other, point by point (docs/permissions.md)."""

from datetime import timedelta
from itertools import permutations

import pytest

from reprise.model.permission import (
    CreditPlace,
    Duties,
    Noindex,
    Permission,
    Quota,
    Territories,
    Use,
    UseTerms,
)
from reprise.rights.combine import _NAMED, _NARROWED, combine
from reprise.rights.combine_duties import _STRICTEST
from tests.unit.rights.build import NO, NOON, YES, display, said

LATER = NOON + timedelta(days=1)

# Point, what the agreement says, what the upload says, what holds, who decided.
NARROWED = {
    "later start": ("starts_at", NOON, LATER, LATER, "upload"),
    "later embargo": ("embargoed_until", LATER, NOON, LATER, "agreement"),
    "more days": ("embargo_days", 3, 7, 7, "upload"),
    "earlier end": ("expires_at", NOON, LATER, NOON, "agreement"),
    "no to commerce": ("commercial", True, False, False, "upload"),
    "no to pictures": ("pictures", False, True, False, "agreement"),
    "common languages": ("languages", {"en", "mi"}, {"en-NZ", "fr"}, {"en-NZ"}, "upload"),
    "silence": ("expires_at", NOON, None, NOON, "agreement"),
    "lower quota": (
        "quota",
        Quota(count=4, period="week"),
        Quota(count=1, period="day"),
        Quota(count=4, period="week"),
        "agreement",
    ),
    # Names limit nothing: who is closest to the article is heard.
    "closest name": ("rights_holder", "Harbour Group", "Ann Lee", "Ann Lee", "upload"),
}


@pytest.mark.parametrize(
    ("point", "agreed", "sent", "holds", "who"), NARROWED.values(), ids=NARROWED
)
def test_the_narrowest_that_speaks_decides(point, agreed, sent, holds, who):
    """
    Each point holds as its narrowest speaker has it, and says who that was.
    """
    effective = combine(
        [
            said("agreement", **{point: agreed}),
            said("upload", **({point: sent} if sent is not None else {})),
        ]
    )

    assert getattr(effective.permission, point) == holds
    assert str(effective.who(point)) == who


def test_territories_allowed_are_common_and_denied_are_joined():
    """
    Only what all allow, and nothing that any denies.
    """
    effective = combine(
        [
            said("agreement", territories={"allow": ["NZ", "AU", "GB"]}),
            said("upload", territories={"allow": ["NZ", "GB", "SG"], "deny": ["GB"]}),
            said("notice", territories={"deny": ["SG"]}),
        ]
    )

    assert effective.permission.territories == Territories(
        allow=frozenset({"NZ", "GB"}), deny=frozenset({"GB", "SG"})
    )
    assert str(effective.who("territories.allow")) == "upload"


USES = {
    "agreement alone": ([YES, None, None], True, "agreement"),
    "upload where the agreement is silent": ([None, YES, None], True, "upload"),
    "the agreement's no stays": ([NO, YES, None], False, "agreement"),
    "the upload's no stays": ([YES, NO, None], False, "upload"),
    "a notice's yes is nothing": ([None, None, YES], None, None),
    "a notice's no is a no": ([YES, YES, NO], False, "notice"),
}


@pytest.mark.parametrize(("answers", "allowed", "who"), USES.values(), ids=USES)
def test_a_use_needs_a_yes_and_no_no(answers, allowed, who):
    """
    One no is a no; a yes counts from everybody but a notice.
    """
    stated = [
        said(origin, **({"uses": {"display": answer}} if answer else {}))
        for origin, answer in zip(("agreement", "upload", "notice"), answers, strict=True)
    ]

    effective = combine(stated)
    terms = effective.permission.uses.get(Use.DISPLAY, UseTerms())

    assert terms.allowed is allowed
    assert (Use.DISPLAY in effective.granted) is bool(allowed)
    speaker = effective.who("uses.display.allowed")
    assert (speaker.origin if speaker else None) == who


def test_recipients_and_length_narrow_apart_from_the_yes():
    """
    A limit counts even from a statement that gives nothing itself.
    """
    effective = combine(
        [
            said("agreement", uses={"syndicate_full": {"allowed": True, "recipients": ["A", "B"]}}),
            said("sidecar", uses={"syndicate_full": {"recipients": ["b", "C"], "max_words": 90}}),
            said("policy", uses={"syndicate_full": {"max_words": 120}}),
        ]
    )

    terms = effective.permission.uses[Use.SYNDICATE_FULL]
    assert terms == UseTerms(allowed=True, recipients=frozenset({"b"}), max_words=90)


DUTIES = {
    "any duty is a duty": ("no_changes", [False, True], True),
    "not needed is the least": ("canonical", [None, False], False),
    "an address beats the original": ("link_back", [True, "https://a.example/1"], "https://a.example/1"),
    "the original beats not needed": ("link_back", [False, True], True),
    "the longer credit contains the shorter": ("credit_line", ["Post", "The  Post, Akaroa"], "The  Post, Akaroa"),
    "a place beats anywhere": ("credit_place", ["any", "head"], CreditPlace.HEAD),
    "hidden from all beats hidden from news": ("noindex", ["news", "all"], Noindex.ALL),
    "hidden from news beats shown": ("noindex", ["none", "news"], Noindex.NEWS),
}  # fmt: skip


@pytest.mark.parametrize(("duty", "demands", "holds"), DUTIES.values(), ids=DUTIES)
def test_the_strictest_duty_holds(duty, demands, holds):
    """
    Duties add up, each at its strictest, in either order.
    """
    for order in permutations(demands):
        stated = [
            said(origin, duties={} if demand is None else {duty: demand})
            for origin, demand in zip(("agreement", "upload"), order, strict=True)
        ]
        effective = combine(stated)

        assert getattr(effective.permission.duties, duty) == holds
        assert effective.contradictions == ()


CONFLICTS = {
    "credit lines": {"credit_line": ("Harbour Post", "Hill Post")},
    "places": {"credit_place": ("head", "tail")},
    "links": {"link_back": ("https://a.example/", "https://b.example/")},
    "pixels": {"pixel": ("https://a.example/p", "https://b.example/p")},
    "blurbs": {"blurb": ("We are old.", "We are new.")},
    "whom to tell": {"notify": ("mailto:a@a.example", "mailto:b@a.example")},
}


@pytest.mark.parametrize("demands", CONFLICTS.values(), ids=CONFLICTS)
def test_two_exact_demands_contradict_each_other(demands):
    """
    What can't be kept at once holds the article, naming both sides.
    """
    ((duty, (one, other)),) = demands.items()
    stated = [said("agreement", duties={duty: one}), said("upload", duties={duty: other})]

    (finding,) = combine(stated).contradictions

    assert {"agreement", "upload"} <= set(
        finding.detail.replace("(", " ").replace(")", " ").split()
    )
    assert one in finding.detail
    assert other in finding.detail


def test_a_notices_credit_line_gives_way_to_a_demanded_one():
    """
    The notice is how somebody once kept the duty; alone it is the line to keep.
    """
    demanded = said("agreement", duties={"credit_line": "Harbour Post"})
    noticed = said("notice", duties={"credit_line": "First in the Harbour Weekly"})

    both = combine([demanded, noticed])

    assert both.permission.duties.credit_line == "Harbour Post"
    assert both.contradictions == ()
    assert combine([noticed]).permission.duties.credit_line == "First in the Harbour Weekly"


def test_a_licence_speaks_beside_the_statement_that_names_it():
    """
    A licence gives its uses and limits, and its points say so.
    """
    effective = combine([said("upload", "post", licence="CC BY-NC-ND 4.0")])

    assert effective.permission.uses[Use.SYNDICATE_FULL].allowed is True
    assert effective.permission.uses[Use.TRANSLATE].allowed is False
    assert effective.permission.commercial is False
    assert effective.permission.duties == Duties(attribution=True, no_changes=True)
    assert str(effective.who("commercial")) == "upload post (CC-BY-NC-ND-4.0)"
    assert Use.AI_TRAIN not in effective.permission.uses


def test_public_domain_needs_no_licence():
    """
    The basis alone says that all uses are free.
    """
    effective = combine([said("upload", basis="public_domain")])

    assert set(effective.granted) == set(Use)
    assert effective.permission.duties == Duties()


LICENCES = {
    "same": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
    "narrower": ("CC BY 4.0", "CC BY-NC 4.0", "CC-BY-NC-4.0"),
    "share alike is narrower": ("CC BY-SA 4.0", "CC BY 4.0", "CC-BY-SA-4.0"),
    "beside the public domain": ("CC0-1.0", "CC BY 4.0", "CC-BY-4.0"),
    "neither within the other": ("CC BY-NC 4.0", "CC BY-ND 4.0", None),
}


@pytest.mark.parametrize(("one", "other", "left"), LICENCES.values(), ids=LICENCES)
def test_of_two_licences_the_narrower_is_named(one, other, left):
    """
    Two licences of which neither is within the other contradict each other.
    """
    for first, second in permutations((one, other)):
        effective = combine([said("agreement", licence=first), said("upload", licence=second)])

        assert (effective.licence.id if effective.licence else None) == left
        assert bool(effective.contradictions) is (left is None)


def test_quotas_of_different_periods_both_hold():
    """
    One a day does not hold ten a month: the smallest of each period is kept.
    """
    effective = combine(
        [
            said("agreement", quota={"count": 10, "period": "month"}),
            said("grant", quota={"count": 1, "period": "day"}),
            said("upload", quota={"count": 12, "period": "month"}),
        ]
    )

    assert effective.quotas == (Quota(count=1, period="day"), Quota(count=10, period="month"))


def test_a_revoked_grant_says_nothing():
    """
    It neither gives nor limits, and is remembered.
    """
    gone = said("grant", "acme", revoked=True, uses={"archive": YES}, expires_at=NOON)
    effective = combine([display(), gone])

    assert Use.ARCHIVE not in effective.permission.uses
    assert effective.permission.expires_at is None
    assert effective.revoked == (gone,)


def test_every_point_has_a_rule():
    """
    A field added to the permission or its duties must be given a way to combine.
    """
    elsewhere = {"licence", "uses", "territories", "duties", "unreadable"}
    assert set(Permission.model_fields) == {*_NARROWED, *_NAMED, *elsewhere}
    assert set(Duties.model_fields) == set(_STRICTEST)
