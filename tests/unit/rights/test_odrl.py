"""ODRL and RightsML policies, one construct at a time (OD-01 to OD-06)."""

import json
import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.model.permission import Evidence, Quota, Territories, Use
from reprise.rights import odrl_vocabulary as words
from reprise.rights.odrl import read_odrl
from tests.unit.rights.build import NOON

SHARED = Path(os.environ.get("REPRISE_SHARED", Path(__file__).parents[4] / "shared"))

DISPLAY, FULL, EXCERPT = Use.DISPLAY, Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT


def constraint(left, operator, right, **more):
    return {"leftOperand": left, "operator": operator, "rightOperand": right, **more}


def rule(action="present", *constraints, **more):
    stated = {"target": "urn:post:7", "action": action, **more}
    return {**stated, "constraint": list(constraints)} if constraints else stated


def policy(*permission, prohibition=(), **more):
    stated = {
        "@context": "http://www.w3.org/ns/odrl.jsonld",
        "@type": "Set",
        "uid": "https://post.example/policy/1",
        "permission": list(permission),
        "prohibition": list(prohibition),
    }
    return {name: value for name, value in (stated | more).items() if value not in ([], None)}


def read(*permission, prohibition=(), **more):
    return read_odrl(policy(*permission, prohibition=prohibition, **more))


def allowed(permission):
    return {use for use, terms in permission.uses.items() if terms.allowed}


def denied(permission):
    return {use for use, terms in permission.uses.items() if terms.allowed is False}


ACTIONS = {
    "display": {DISPLAY},
    "present": {DISPLAY},
    "use": {DISPLAY},
    "distribute": {DISPLAY, FULL, EXCERPT},
    "odrl:distribute": {DISPLAY, FULL, EXCERPT},
    "http://www.w3.org/ns/odrl/2/distribute": {DISPLAY, FULL, EXCERPT},
    "aggregate": {EXCERPT},
    "extract": {EXCERPT},
    "index": {Use.INDEX},
    "archive": {Use.ARCHIVE},
    "translate": {Use.TRANSLATE},
    "modify": {Use.ADAPT},
    "tdm:mine": {Use.AI_TRAIN},
    "reproduce": set(),
    "print": set(),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_a_permission_gives_the_uses_its_action_surely_names(action):
    """
    Spelled short, with a prefix or as an address; known actions apart give nothing (OD-05).
    """
    permission = read(rule(action))

    assert allowed(permission) == ACTIONS[action]
    assert permission.unreadable == ()


PROHIBITED = {
    "use": set(Use),
    "reproduce": {DISPLAY, FULL, EXCERPT, Use.ARCHIVE},
    "distribute": {DISPLAY, FULL, EXCERPT},
    "index": {Use.INDEX, Use.GOOGLE_NEWS},
    "derive": {Use.ADAPT, Use.TRANSLATE},
    "tdm:mine": {Use.AI_TRAIN, Use.AI_INPUT},
    "print": set(),
}


@pytest.mark.parametrize("action", PROHIBITED)
def test_a_prohibition_closes_the_uses_its_action_may_name(action):
    """
    A prohibition is read wider than a permission of the same action.
    """
    permission = read(prohibition=[rule(action)])

    assert denied(permission) == PROHIBITED[action]
    assert allowed(permission) == set()
    assert permission.unreadable == ()


def test_a_prohibition_to_distribute_leaves_display_open_where_it_is_permitted():
    """
    Showing it ourselves and passing it on are two things, when the policy says so.
    """
    permission = read(rule("display"), prohibition=[rule("distribute")])

    assert (allowed(permission), denied(permission)) == ({DISPLAY}, {FULL, EXCERPT})
    assert permission.unreadable == ()


DAY = timedelta(days=1)
MIDNIGHT = datetime(2031, 5, 1, tzinfo=UTC)
A_MOMENT = timedelta(microseconds=1)

LIMITS = {
    "from an instant": (("dateTime", "gteq", "2031-05-01T12:00:00Z"), {"starts_at": NOON}),
    "after an instant": (
        ("dateTime", "gt", "2031-05-01T12:00:00Z"), {"starts_at": NOON + A_MOMENT},
    ),
    "before an instant": (("dateTime", "lt", "2031-05-01T14:00:00+02:00"), {"expires_at": NOON}),
    "until an instant": (
        ("dateTime", "lteq", "2031-05-01T12:00:00Z"), {"expires_at": NOON + A_MOMENT},
    ),
    "until a day, all of it": (("dateTime", "lteq", "2031-05-01Z"), {"expires_at": MIDNIGHT + DAY}),
    "before a day": (("dateTime", "lt", "2031-05-01Z"), {"expires_at": MIDNIGHT}),
    "after a day": (("dateTime", "gt", "2031-05-01Z"), {"starts_at": MIDNIGHT + DAY}),
    "on a day": (
        ("dateTime", "eq", "2031-05-01Z"), {"starts_at": MIDNIGHT, "expires_at": MIDNIGHT + DAY},
    ),
    "a typed value": (
        ("dateTime", "gteq", {"@value": "2031-05-01T12:00:00Z", "@type": "xsd:dateTime"}),
        {"starts_at": NOON},
    ),
    # Without a zone: from where it comes last, until where it comes first.
    "from a day without a zone": (("dateTime", "gteq", "2031-05-01"), {"starts_at": NOON}),
    "until an instant without a zone": (
        ("dateTime", "lt", "2031-05-02T02:00:00"), {"expires_at": NOON},
    ),
    "a delay": (("delayPeriod", "eq", "P3D"), {"embargo_days": 3}),
    "a delay in hours, rounded up": (("delayPeriod", "gteq", "PT36H"), {"embargo_days": 2}),
    "more than a delay": (("delayPeriod", "gt", "P1D"), {"embargo_days": 2}),
    "a territory": (("spatial", "eq", "NZ"), {"territories": Territories(allow={"NZ"})}),
    "three letters": (
        ("spatial", "eq", "http://cvx.iptc.org/iso3166-1a3/DEU"),
        {"territories": Territories(allow={"DE"})},
    ),
    "several territories": (
        ("spatial", "isAnyOf", ["NZ", "AUS"]), {"territories": Territories(allow={"NZ", "AU"})},
    ),
    "a territory left out": (("spatial", "neq", "US"), {"territories": Territories(deny={"US"})}),
    "languages": (("language", "isAnyOf", ["en", "mi"]), {"languages": {"en", "mi"}}),
    "a language by address": (
        ("language", "eq", "http://id.loc.gov/vocabulary/iso639-1/mi"), {"languages": {"mi"}},
    ),
    "not commercial": (("purpose", "eq", "non-commercial"), {"commercial": False}),
    "any purpose but commerce": (("purpose", "neq", "commercial"), {"commercial": False}),
    "editorial": (("purpose", "isAnyOf", ["editorial", "news"]), {"commercial": None}),
    "no advertising": (("purpose", "isNoneOf", ["advertising"]), {"commercial": None}),
    "on the web": (("media", "isAnyOf", ["print", "electronic"]), {}),
    "not in print": (("media", "neq", "print"), {}),
    "text": (("media", "eq", "text"), {"pictures": None}),
    "the web as channel": (("deliveryChannel", "eq", "web"), {}),
}  # fmt: skip


@pytest.mark.parametrize(("stated", "points"), LIMITS.values(), ids=LIMITS)
def test_a_constraint_limits_the_permission(stated, points):
    """
    Each left operand in the words of a permission, at its exact boundary (OD-02).
    """
    permission = read(rule("present", constraint(*stated)))

    assert permission.unreadable == ()
    assert allowed(permission) == {DISPLAY}
    for point, value in points.items():
        assert getattr(permission, point) == value


def test_constraints_of_one_rule_all_apply():
    """
    Several constraints are joined by AND (OD-03).
    """
    permission = read(
        rule(
            "present",
            constraint("spatial", "isAnyOf", ["NZ", "AU", "GB"]),
            constraint("spatial", "neq", "GB"),
            constraint("spatial", "isAnyOf", ["NZ", "GB"]),
            constraint("dateTime", "gteq", "2031-05-01T12:00:00Z"),
        )
    )

    assert permission.territories == Territories(allow={"NZ"})
    assert permission.starts_at == NOON


ELSEWHERE = {
    "print only": ("media", "eq", "print"),
    "not electronic": ("media", "neq", "electronic"),
    "mobile only": ("deliveryChannel", "eq", "mobile"),
    "advertising": ("purpose", "eq", "advertising"),
    "not for news": ("purpose", "neq", "news"),
}


@pytest.mark.parametrize("stated", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_permission_for_something_else_gives_nothing(stated):
    """
    What is permitted in print, or for advertising, is understood and not ours.
    """
    permission = read(rule("present", constraint(*stated)))

    assert allowed(permission) == set()
    assert permission.unreadable == ()


def test_recipients_limit_the_uses_of_their_rule_only():
    """
    Each use keeps its own recipients; a channel that is no medium is the name of a destination.
    """
    permission = read(
        rule("present"),
        rule("grantUse", constraint("recipient", "isAnyOf", ["Aggregator One", "https://two.example"])),
        rule("aggregate", constraint("deliveryChannel", "eq", "https://three.example/feed")),
    )  # fmt: skip

    assert permission.uses[DISPLAY].recipients is None
    assert permission.uses[FULL].recipients == {"Aggregator One", "https://two.example"}
    assert "https://three.example/feed" in permission.uses[EXCERPT].recipients


LOGICAL = {
    "or, of one kind": (
        {"or": [constraint("spatial", "eq", "NZ"), constraint("spatial", "eq", "AU")]},
        {"territories": Territories(allow={"NZ", "AU"})},
    ),
    "or, as a JSON-LD list": (
        {"or": {"@list": [constraint("language", "eq", "en"), constraint("language", "eq", "mi")]}},
        {"languages": {"en", "mi"}},
    ),
    "or, of spans that touch": (
        {"or": [constraint("dateTime", "lt", "2031-05-01T12:00:00Z"),
                constraint("dateTime", "gteq", "2031-05-01T12:00:00Z")]},
        {"starts_at": None, "expires_at": None},
    ),
    "or, one within the other": (
        {"or": [constraint("spatial", "eq", "NZ"), constraint("spatial", "isAnyOf", ["NZ", "AU"])]},
        {"territories": Territories(allow={"NZ", "AU"})},
    ),
    "and": (
        {"and": [constraint("spatial", "isAnyOf", ["NZ", "AU"]), constraint("spatial", "neq", "AU")]},
        {"territories": Territories(allow={"NZ"})},
    ),
    "exactly one": (
        {"xone": [constraint("spatial", "isAnyOf", ["NZ", "AU"]),
                  constraint("spatial", "isAnyOf", ["AU", "GB"])]},
        {"territories": Territories(allow={"NZ", "GB"})},
    ),
    "nested": (
        {"or": [{"and": [constraint("spatial", "eq", "NZ")]}, constraint("spatial", "eq", "GB")]},
        {"territories": Territories(allow={"NZ", "GB"})},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("stated", "points"), LOGICAL.values(), ids=LOGICAL)
def test_logical_constraints_combine_their_parts(stated, points):
    """
    AND, OR and exactly-one, where their result can be said in our words.
    """
    permission = read(rule("present", stated))

    assert permission.unreadable == ()
    for point, value in points.items():
        assert getattr(permission, point) == value


def test_rules_on_one_use_are_alternatives():
    """
    Two permissions are enough each on its own.
    """
    permission = read(
        rule("present", constraint("spatial", "eq", "NZ")),
        rule("present", constraint("spatial", "eq", "AU")),
    )

    assert permission.territories == Territories(allow={"NZ", "AU"})
    assert permission.unreadable == ()


def test_a_use_that_holds_in_fewer_cases_than_display_is_left_out():
    """
    One set of limits holds for all uses; what would need another is not given.
    """
    permission = read(
        rule("present"),
        rule("translate", constraint("spatial", "eq", "NZ")),
        rule("index"),
    )

    assert allowed(permission) == {DISPLAY, Use.INDEX}
    assert permission.territories is None


def test_words_and_periods_give_counts_a_meaning():
    """
    A count of words limits an excerpt, a count in a period is a quota (B37).
    """
    extract = rule(
        "extract", constraint("count", "lteq", 50), constraint("unitOfCount", "eq", "words")
    )
    often = rule(
        "present", constraint("count", "lt", "11"), constraint("timeInterval", "eq", "P1M")
    )

    assert read(extract).uses[EXCERPT].max_words == 50
    assert read(often).quota == Quota(count=10, period="month")


REFINED = {
    "with rdf:value": {"rdf:value": {"@id": "odrl:present"}},
    "with value": {"value": "present"},
}


@pytest.mark.parametrize("action", REFINED.values(), ids=REFINED)
def test_a_refined_action_is_limited_by_its_refinement(action):
    """
    A refinement is a limit like a constraint.
    """
    permission = read(rule({**action, "refinement": [constraint("spatial", "eq", "NZ")]}))

    assert allowed(permission) == {DISPLAY}
    assert permission.territories == Territories(allow={"NZ"})


# --- Prohibitions with limits ---------------------------------------------------------------------

TURNED = {
    "not there": (
        ("spatial", "isAnyOf", ["US", "CA"]), {"territories": Territories(deny={"US", "CA"})},
    ),
    "only there": (("spatial", "neq", "NZ"), {"territories": Territories(allow={"NZ"})}),
    "not before": (("dateTime", "lt", "2031-05-01T12:00:00Z"), {"starts_at": NOON}),
    "not from": (("dateTime", "gteq", "2031-05-01T12:00:00Z"), {"expires_at": NOON}),
    "not in other languages": (("language", "neq", "en"), {"languages": {"en"}}),
    "not for commerce": (("purpose", "eq", "commercial"), {"commercial": False}),
    "not in print": (("media", "eq", "print"), {"territories": None}),
}  # fmt: skip


@pytest.mark.parametrize(("stated", "points"), TURNED.values(), ids=TURNED)
def test_a_prohibition_under_a_condition_leaves_the_other_cases(stated, points):
    """
    What is prohibited where something holds stays permitted where it does not.
    """
    permission = read(
        rule("present"), prohibition=[rule("present", constraint(*stated))], conflict="prohibit"
    )

    assert permission.unreadable == ()
    assert allowed(permission) == {DISPLAY}
    for point, value in points.items():
        assert getattr(permission, point) == value


def test_prohibited_pictures_leave_the_text():
    """
    Rights in pictures are apart from those in the text (B32).
    """
    closed = read(
        rule("present"), prohibition=[rule("present", constraint("media", "eq", "picture"))]
    )
    opened = read(rule("present", constraint("media", "eq", "http://cv.example/media/photo")))

    assert (allowed(closed), closed.pictures) == ({DISPLAY}, False)
    assert (allowed(opened), opened.pictures) == (set(), True)


def test_commerce_is_a_purpose():
    """
    Prohibiting commercial use narrows a permission to use, and contradicts nothing.
    """
    permission = read(rule("use"), prohibition=[rule("commercialize")])

    assert (permission.commercial, permission.unreadable) == (False, ())
    assert read(rule("present"), rule("cc:CommercialUse")).commercial is True


def test_prohibited_changes_are_a_duty():
    """
    No derivatives: the uses are closed, and the text stays as it is.
    """
    permission = read(rule("present"), prohibition=[rule("modify"), rule("translate")])

    assert denied(permission) == {Use.ADAPT, Use.TRANSLATE}
    assert permission.duties.no_changes is True


CONFLICTS = {
    "permission wins": ("perm", {DISPLAY}, set(), 0),
    "prohibition wins": ("prohibit", set(), {DISPLAY}, 0),
    "void": ("invalid", {DISPLAY}, set(), 1),
    "void by default": (None, {DISPLAY}, set(), 1),
}


@pytest.mark.parametrize(
    ("strategy", "gives", "closes", "problems"), CONFLICTS.values(), ids=CONFLICTS
)
def test_the_conflict_strategy_decides_and_its_absence_holds(strategy, gives, closes, problems):
    """
    Permitted and prohibited: perm, prohibit, or a policy that is void (OD-04).
    """
    permission = read(rule("display"), prohibition=[rule("display")], conflict=strategy)

    assert len(permission.unreadable) == problems
    if not problems:
        assert (allowed(permission), denied(permission)) == (gives, closes)


def test_rules_that_never_meet_are_no_conflict():
    """
    Permitted in one country and prohibited in another is one clear policy.
    """
    permission = read(
        rule("present", constraint("spatial", "eq", "NZ")),
        prohibition=[rule("present", constraint("spatial", "eq", "US"))],
    )

    assert permission.unreadable == ()
    assert allowed(permission) == {DISPLAY}
    assert "NZ" in permission.territories.allow


def test_a_permission_to_use_meets_every_prohibition():
    """
    ``use`` includes all actions, so a prohibition of one needs a strategy.
    """
    assert read(rule("use"), prohibition=[rule("distribute")]).unreadable
    settled = read(rule("use"), prohibition=[rule("distribute")], conflict="prohibit")
    assert (allowed(settled), denied(settled)) == ({DISPLAY}, {FULL, EXCERPT})


# --- Duties ---------------------------------------------------------------------------------------

DUTIES = {
    "attribute": ({"action": "attribute"}, {"attribution": True}),
    "attribution of Creative Commons": ({"action": "cc:Attribution"}, {"attribution": True}),
    "link to the source": ({"action": "attachSource"}, {"link_back": True}),
    "inform": (
        {"action": "inform", "informedParty": "mailto:desk@post.example"},
        {"notify": "mailto:desk@post.example"},
    ),
    "delete": ({"action": "delete"}, {"delete_at_expiry": True}),
    "take down on request": ({"action": "rightsml:removeFromService"}, {}),
    "share alike": ({"action": "cc:ShareAlike"}, {}),
}


@pytest.mark.parametrize(("duty", "asked"), DUTIES.values(), ids=DUTIES)
def test_a_duty_is_asked_in_our_words(duty, asked):
    """
    Duties of a rule, and obligations of the policy, become duties.
    """
    for permission in (read(rule(duty=[duty])), read(rule(), obligation=[duty])):
        assert permission.unreadable == ()
        assert allowed(permission) == {DISPLAY}
        assert permission.duties.model_dump(exclude_none=True) == asked


def test_a_duty_with_a_date_is_an_end():
    """
    What has to be deleted or taken down by a date may not be shown from then on.
    """
    by_noon = constraint("dateTime", "lt", "2031-05-01T12:00:00Z")
    for action in ("delete", "https://iptc.org/std/RightsML/removeFromService"):
        permission = read(rule(duty={"action": action, "constraint": by_noon}))
        assert permission.expires_at == NOON
        assert permission.unreadable == ()


def test_what_has_to_be_paid_first_is_not_given():
    """
    The price and whom to pay are told; the use stays not stated.
    """
    pay = {
        "action": [
            {
                "rdf:value": {"@id": "odrl:compensate"},
                "refinement": [
                    constraint("payAmount", "eq", {"@value": "5.00", "@type": "xsd:decimal"},
                               unit="http://dbpedia.org/resource/Euro")
                ],
            }
        ],
        "compensatedParty": "https://post.example/sales",
    }  # fmt: skip

    permission = read(rule("present"), rule("distribute", duty=[pay]))

    assert allowed(permission) == {DISPLAY}
    assert (permission.price, permission.price_contact) == (
        "5.00 Euro",
        "https://post.example/sales",
    )
    assert permission.unreadable == ()


# --- Policies -------------------------------------------------------------------------------------


def test_compact_policies_share_their_parts():
    """
    Target, parties, action and constraints may stand once, for all rules.
    """
    permission = read_odrl(
        {
            "@context": ["http://www.w3.org/ns/odrl.jsonld", {"ex": "https://post.example/"}],
            "@type": "Agreement",
            "uid": "ex:policy/2",
            "target": "ex:7",
            "assigner": "ex:us",
            "assignee": "ex:you",
            "constraint": [constraint("spatial", "eq", "NZ")],
            "permission": [{"action": ["present", "index"]}],
        }
    )

    assert permission.unreadable == ()
    assert allowed(permission) == {DISPLAY, Use.INDEX}
    assert permission.territories == Territories(allow={"NZ"})
    assert permission.granted_to is not None
    assert permission.evidence == Evidence(url="https://post.example/policy/2")


def test_a_policy_inherits_every_rule():
    """
    Parents come with the document or beside it; grandparents too.
    """
    parent = policy(rule("index"), uid="https://post.example/policy/0")
    middle = policy(uid="https://post.example/policy/m", inheritFrom=parent["uid"])
    child = policy(rule("present"), inheritFrom=["https://post.example/policy/m"])

    beside = read_odrl(child, parents={parent["uid"]: parent, middle["uid"]: middle})
    inside = read_odrl({"@context": child["@context"], "@graph": [child, parent, middle]})

    assert allowed(beside) == allowed(inside) == {DISPLAY, Use.INDEX}
    assert beside.unreadable == inside.unreadable == ()


def test_rules_about_other_assets_say_nothing_about_the_article():
    """
    With the article's names at hand, only the rules about it count.
    """
    document = policy(rule("present"), rule("archive", target="urn:post:picture"))

    permission = read_odrl(document, about=frozenset({"urn:post:7"}))

    assert allowed(permission) == {DISPLAY}
    assert permission.unreadable == ()
    assert read_odrl(document).unreadable
    assert read_odrl(document, about=frozenset({"urn:post:8"})).unreadable


PROFILES = [
    "http://iptc.org/std/RightsML/",
    "https://iptc.org/std/RightsML/odrl-profile/",
    "https://iptc.org/std/RightsML/odrl-profile",
    "http://www.w3.org/ns/odrl/2/core",
    "http://www.w3.org/ns/tdmrep",
]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_known_profile_is_read(profile):
    """
    RightsML, the core and TDMRep have all their terms in our tables (OD-04).
    """
    assert read(rule(), profile=profile).unreadable == ()


def test_the_older_spelling_is_read():
    """
    ODRL 2.1, as items in ninjs carry it.
    """
    permission = read_odrl(
        {
            "policytype": "http://www.w3.org/ns/odrl/2/Agreement",
            "policyid": "http://agency.example/policy:3433",
            "permissions": [
                {
                    "target": "http://agency.example/item/1",
                    "action": "http://www.w3.org/ns/odrl/2/present",
                    "assigner": "http://agency.example/party/a",
                    "assignee": "http://agency.example/party/b",
                    "constraints": [{"name": "spatial", "operator": "eq", "rightoperand": "DEU"}],
                    "duties": [{"action": "attribute"}],
                }
            ],
            "prohibitions": [
                {
                    "target": "http://agency.example/item/1",
                    "action": "http://www.w3.org/ns/odrl/2/commercialize",
                    "assigner": "http://agency.example/party/a",
                    "assignee": "http://agency.example/party/b",
                }
            ],
        }
    )

    assert permission.unreadable == ()
    assert allowed(permission) == {DISPLAY}
    assert permission.commercial is False
    assert permission.territories == Territories(allow={"DE"})
    assert permission.duties.attribution is True


NOT_UNDERSTOOD = {
    "no JSON": "{",
    "no object": "[1]",
    "nothing": "[]",
    "a name twice": '{"uid": "urn:a", "permission": [], "permission": []}',
    "no uid": policy(rule(), uid=None),
    "two uids": policy(rule(), uid=["urn:a:1", "urn:a:2"]),
    "no rule": policy(),
    "a request": policy(rule(), **{"@type": "Request"}),
    "an unknown type": policy(rule(), **{"@type": "ex:Wish"}),
    "an offer without an assigner": policy(rule(), **{"@type": "Offer"}),
    "an agreement without an assignee": policy(rule(), **{"@type": "Agreement"}, assigner="urn:a"),
    "an unknown profile": policy(rule(), profile="https://odd.example/profile"),
    "one unknown profile of two": policy(
        rule(), profile=["http://iptc.org/std/RightsML/", "https://odd.example/"]
    ),
    "an unknown strategy": policy(rule(), conflict="whatever"),
    "an unknown part of the policy": policy(rule(), undefined="support"),
    "a parent that is not here": policy(rule(), inheritFrom="https://post.example/policy/0"),
    "itself as a parent": policy(rule(), inheritFrom="https://post.example/policy/1"),
    "an unknown action": policy(rule("ex:juggle")),
    "an unknown action of a known namespace": policy(rule("rightsml:juggle")),
    "no action": policy({"target": "urn:post:7"}),
    "a rule that is a link": policy("urn:post:rule:1"),
    "an unknown part of a rule": policy(rule(output="urn:post:8")),
    "an unknown operand": policy(rule("present", constraint("industry", "eq", "press"))),
    "an event": policy(rule("present", constraint("event", "lt", "urn:match"))),
    "an unknown operator": policy(rule("present", constraint("spatial", "hasPart", "NZ"))),
    "a territory nobody knows": policy(rule("present", constraint("spatial", "eq", "QQ"))),
    "a place that is no code": policy(
        rule("present", constraint("spatial", "eq", "https://www.wikidata.org/wiki/Q664"))
    ),
    "a language nobody knows": policy(rule("present", constraint("language", "eq", "english"))),
    "a language left out": policy(rule("present", constraint("language", "neq", "en"))),
    "a recipient left out": policy(rule("present", constraint("recipient", "neq", "X"))),
    "a purpose nobody knows": policy(rule("present", constraint("purpose", "eq", "ex:fun"))),
    "a medium nobody knows": policy(rule("present", constraint("media", "eq", "hologram"))),
    "a date nobody knows": policy(rule("present", constraint("dateTime", "lt", "soon"))),
    "a day that does not exist": policy(rule("present", constraint("dateTime", "lt", "2031-02-30Z"))),
    "two dates in one": policy(
        rule("present", constraint("dateTime", "lt", ["2031-05-01Z", "2031-05-02Z"]))
    ),
    "a wrong duration": policy(rule("present", constraint("delayPeriod", "eq", "3 days"))),
    "a delay at most": policy(rule("present", constraint("delayPeriod", "lt", "P3D"))),
    "a count alone": policy(rule("present", constraint("count", "lteq", 3))),
    "a count of nothing": policy(
        rule("extract", constraint("count", "lt", 1), constraint("unitOfCount", "eq", "words"))
    ),
    "a constraint without a value": policy(
        rule("present", {"leftOperand": "spatial", "operator": "eq"})
    ),
    "a value elsewhere": policy(
        rule("present", {"leftOperand": "spatial", "operator": "eq",
                         "rightOperandReference": "https://post.example/places"})
    ),
    "a constraint that is a link": policy(rule("present", "urn:post:constraint:1")),
    "a sequence": policy(rule("present", {"andSequence": [constraint("spatial", "eq", "NZ")]})),
    "alternatives of two kinds": policy(
        rule("present", {"or": [constraint("spatial", "eq", "NZ"), constraint("language", "eq", "en")]})
    ),
    "exactly one of two kinds": policy(
        rule("present", {"xone": [constraint("spatial", "eq", "NZ"), constraint("language", "eq", "en")]})
    ),
    "exactly one of all and one": policy(
        rule("present", {"xone": [constraint("media", "eq", "web"), constraint("spatial", "eq", "NZ")]})
    ),
    "alternatives with a gap": policy(
        rule("present", {"or": [constraint("dateTime", "lt", "2031-05-01Z"),
                                constraint("dateTime", "gteq", "2031-05-02Z")]})
    ),
    "a prohibition under two conditions": policy(
        rule("display"),
        prohibition=[rule("display", constraint("spatial", "eq", "US"), constraint("language", "eq", "en"))],
    ),
    "a prohibition for one recipient": policy(
        prohibition=[rule("present", constraint("recipient", "eq", "X"))]
    ),
    "an unknown duty": policy(rule(duty=[{"action": "ensureExclusivity"}])),
    "a duty that is a link": policy(rule(duty=["urn:post:duty:1"])),
    "the next policy": policy(rule("grantUse", duty=[{"action": "nextPolicy", "target": "urn:p:3"}])),
    "informing nobody": policy(rule(duty=[{"action": "inform"}])),
    "attribution under a condition": policy(
        rule(duty=[{"action": "attribute", "constraint": constraint("event", "gt", "urn:x")}])
    ),
    "several assets": policy(rule(), rule(target="urn:post:8")),
    "several assignees": policy(rule(assignee="urn:a:1"), rule(assignee="urn:a:2")),
    "some of the assignees": policy(
        rule(assignee={"@type": "PartyCollection", "source": "urn:a:1",
                       "refinement": [constraint("ex:age", "gt", 17)]})
    ),
    "a term with another meaning": {
        **policy(rule()), "@context": {"permission": "https://odd.example/denial"},
    },
}  # fmt: skip


@pytest.mark.parametrize("document", NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD)
def test_what_is_not_understood_holds_the_article(document):
    """
    A construct outside the tables is named, never skipped (B40).
    """
    assert read_odrl(document).unreadable


def test_one_rule_that_is_not_understood_names_itself_and_leaves_the_others():
    """
    The permission is held, and what is wrong with it can be read.
    """
    permission = read(rule("present"), rule("ex:juggle"))

    assert permission.unreadable == ("ODRL: permission: action ex:juggle",)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(JSON_VALUES)
def test_no_document_is_too_odd_to_be_held(value):
    """
    Any JSON is read, and gives nothing unless it is a policy.
    """
    assert read_odrl(json.dumps(value)).unreadable


@given(
    st.sampled_from(["permission", "prohibition", "conflict", "profile", "target", "assignee",
                     "constraint", "action", "obligation", "inheritFrom", "@type", "uid"]),
    JSON_VALUES,
)  # fmt: skip
def test_no_part_of_a_policy_is_too_odd_to_be_held(name, value):
    """
    Whatever stands in one place of a policy, reading it never fails.
    """
    whole = read_odrl({**policy(rule()), name: value})
    inside = read_odrl(policy({**rule(), name: value}))

    assert isinstance(whole.unreadable, tuple)
    assert isinstance(inside.unreadable, tuple)


@pytest.mark.skipif(
    not (SHARED / "schemas" / "ODRL22.ttl").exists(), reason="the ODRL vocabulary is not at hand"
)
def test_every_term_of_the_tables_is_in_the_vocabulary():
    """
    Actions we claim to know exist in ODRL 2.2, and none is spelled wrong.
    """
    text = (SHARED / "schemas" / "ODRL22.ttl").read_text(encoding="utf-8")
    actions = set(re.findall(r"(?m)^:(\w+)\s+a [^;]*:Action\b", text)) | {"use"}
    own = {
        action
        for action in {
            *words.PERMITS,
            *words.PROHIBITS,
            *words.APART,
            *words.COMMERCE,
            *words.DUTIES,
        }
        if ":" not in action
    }

    assert own - actions <= {"removeFromService"}
