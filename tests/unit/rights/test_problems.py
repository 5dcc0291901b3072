"""What is wrong with a statement in itself; each problem holds the article."""

import pytest
from hypothesis import given

from reprise.model.permission import Permission
from reprise.rights.combine import combine
from reprise.rights.problems import problems_of
from tests.unit.rights.build import A_MOMENT, NOON, said
from tests.unit.rights.strategies import permissions

BAD = {
    "unknown licence": ({"licence": "The Post Licence"}, "licence_unknown", "licence"),
    "licence text against its address": (
        {
            "licence": "https://creativecommons.org/licenses/by/4.0/",
            "usage_terms": "CC BY-NC 4.0",
        },
        "licence_contradicts_text",
        "usage_terms",
    ),
    "licence text inside a sentence": (
        {
            "licence": "CC-BY-4.0",
            "evidence": {"text": "Shared under Creative Commons BY-ND 4.0 by its author."},
        },
        "licence_contradicts_text",
        "evidence.text",
    ),
    "reserved and free": (
        {"licence": "CC BY 4.0", "basis": "public_domain"},
        "licence_contradicts_basis",
        "basis",
    ),
    "commerce that the licence forbids": (
        {"licence": "CC BY-NC 4.0", "commercial": True},
        "licence_contradicts_use",
        "commercial",
    ),
    "a use that the licence forbids": (
        {"licence": "CC BY-ND 4.0", "uses": {"translate": {"allowed": True}}},
        "licence_contradicts_use",
        "uses.translate.allowed",
    ),
    "ends before its embargo": (
        {"embargoed_until": NOON, "expires_at": NOON - A_MOMENT},
        "ends_before_start",
        "expires_at",
    ),
    "ends as it starts": (
        {"starts_at": NOON, "expires_at": NOON},
        "ends_before_start",
        "expires_at",
    ),
    "no territory": ({"territories": {"allow": []}}, "empty_list", "territories.allow"),
    "no language": ({"languages": []}, "empty_list", "languages"),
    "no recipient": (
        {"uses": {"archive": {"recipients": []}}},
        "empty_list",
        "uses.archive.recipients",
    ),
    "a blank recipient": (
        {"uses": {"archive": {"recipients": [" "]}}},
        "empty_list",
        "uses.archive.recipients",
    ),
    "a territory that does not exist": (
        {"territories": {"allow": ["NZ", "QQ"]}},
        "territory_unknown",
        "territories.allow",
    ),
    "a denied territory that does not exist": (
        {"territories": {"deny": ["UK"]}},
        "territory_unknown",
        "territories.deny",
    ),
    "all allowed territories denied": (
        {"territories": {"allow": ["NZ"], "deny": ["NZ", "AU"]}},
        "all_territories_denied",
        "territories.deny",
    ),
    "a language that does not exist": ({"languages": ["qq"]}, "language_unknown", "languages"),
    "a quota of nothing": (
        {"quota": {"count": 0, "period": "day"}},
        "quota_of_nothing",
        "quota.count",
    ),
    "a link that leads nowhere": (
        {"duties": {"link_back": "/story"}},
        "address_unusable",
        "duties.link_back",
    ),
    "a pixel that leads nowhere": (
        {"duties": {"pixel": "data:image/gif;base64,R0lG"}},
        "address_unusable",
        "duties.pixel",
    ),
    "nobody to tell": ({"duties": {"notify": "ann"}}, "address_unusable", "duties.notify"),
    "a construct nobody understood": ({"unreadable": ["odd:limit"]}, "not_understood", ""),
}


@pytest.mark.parametrize(("stated", "code", "field"), BAD.values(), ids=BAD)
def test_a_bad_statement_is_named_and_holds_the_article(stated, code, field):
    """
    Each mistake gives exactly one problem, with the field that has it.
    """
    (problem,) = problems_of(Permission(**stated), path="permission")
    effective = combine([said("upload", **stated)])

    assert problem.code == code
    assert problem.field == (f"permission.{field}" if field else "permission")
    assert problem.send
    assert len(effective.contradictions) + len(effective.unreadable) == 1


GOOD = {
    "nothing stated": {},
    "one instant of validity": {"starts_at": NOON, "expires_at": NOON + A_MOMENT},
    "licence and its own words": {"licence": "CC BY 4.0", "usage_terms": "CC BY 4.0"},
    "usage terms that name no licence": {"licence": "CC BY 4.0", "usage_terms": "Credit us."},
    "a territory denied that is not allowed": {"territories": {"allow": ["NZ"], "deny": ["AU"]}},
    "kosovo": {"territories": {"allow": ["XK"]}},
    "link back to the original": {"duties": {"link_back": True}},
    "whom to tell": {"duties": {"notify": "mailto:desk@post.example"}},
    "script and region": {"languages": ["zh-Hant-TW", "es-419"]},
}


@pytest.mark.parametrize("stated", GOOD.values(), ids=GOOD)
def test_a_good_statement_has_no_problem(stated):
    """
    What can be understood and kept is not held.
    """
    assert problems_of(Permission(**stated)) == ()


@given(permissions)
def test_problems_can_always_be_told(permission):
    """
    Any permission of the model can be checked, and each problem said in words.
    """
    assert all(str(problem) for problem in problems_of(permission))
