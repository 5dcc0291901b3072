"""What is passed on about rights is never more than was granted (RL-14, AL-06)."""

from hypothesis import given, settings

from reprise.model.permission import Use
from reprise.model.ruling import Request
from reprise.rights.combine import combine
from reprise.rights.licences import licence_of, permission_of
from reprise.rights.ruling import rule
from reprise.rights.terms import TOKENS, terms_of
from tests.unit.rights.build import NO, NOON, YES, said
from tests.unit.rights.strategies import instants, requests, several


def terms(*stated, uses=tuple(Use), **request):
    effective = combine(stated)
    return terms_of(
        effective, {use: rule(effective, Request(use, **request), now=NOON) for use in uses}
    )


def test_a_licence_is_named_where_all_it_gives_is_granted():
    """
    Name and address of the licence, and a sentence that agrees with it.
    """
    passed_on = terms(
        said("upload", licence="CC BY 4.0", copyright_notice="© 2031 Ann Lee", usage_terms="Enjoy.")
    )

    assert passed_on.license.url == "https://creativecommons.org/licenses/by/4.0/"
    assert passed_on.license_unstated is False
    assert passed_on.rights == f"© 2031 Ann Lee · {passed_on.license.name} · Enjoy."


def test_without_a_ruling_nothing_is_passed_on():
    """
    A use nobody ruled on is not granted, and names no licence.
    """
    passed_on = terms(said("upload", licence="CC BY 4.0"), uses=())

    assert (passed_on.license, passed_on.permits) == (None, ())


NARROWER: dict[str, dict] = {
    "territory": {"territories": {"allow": ["NZ"]}},
    "language": {"languages": ["en"]},
    "end": {"expires_at": "2032-01-01T00:00:00Z"},
    "commerce": {"commercial": False},
    "a denied use": {"uses": {"adapt": NO}},
    "recipients": {"uses": {"syndicate_full": {"recipients": ["one"]}}},
    "length": {"uses": {"syndicate_excerpt": {"max_words": 50}}},
    "no changes": {"duties": {"no_changes": True}},
    "quota": {"quota": {"count": 3, "period": "day"}},
}


def test_a_licence_is_not_named_where_anybody_narrows_it():
    """
    Whoever reads the licence would take more than was granted.
    """
    for narrower in NARROWER.values():
        passed_on = terms(
            said("upload", licence="CC BY 4.0"),
            said("agreement", **narrower),
            territories=frozenset({"NZ"}),
            language="en",
        )
        assert passed_on.license is None
        assert passed_on.license_unstated is True
        assert "Creative Commons" not in passed_on.rights


def test_usages_for_machines_are_permitted_only_where_granted():
    """
    Every token is on one of the two sides; silence prohibits.
    """
    passed_on = terms(said("agreement", uses={"display": YES, "index": YES, "ai_input": YES}))

    assert passed_on.permits == ("search", "ai-input")
    assert passed_on.prohibits == ("ai-train", "ai-index")


def test_territories_and_the_end_are_passed_on():
    """
    Limits travel with the entry.
    """
    passed_on = terms(
        said("agreement", uses={"display": YES}, territories={"allow": ["NZ", "AU"]}),
        said("upload", territories={"deny": ["SG"]}, expires_at=NOON),
    )

    assert (passed_on.allow, passed_on.deny) == (("AU", "NZ"), ("SG",))
    assert passed_on.expires == NOON


@settings(max_examples=300, deadline=None)
@given(several, requests, instants)
def test_terms_never_give_more_than_the_rulings(stated, request, now):
    """
    Tokens follow the rulings; a named licence gives no use, audience or end that is not granted.
    """
    effective = combine(stated)
    rulings = {
        use: rule(
            effective,
            Request(
                use,
                territories=request.territories,
                recipient=request.recipient,
                language=request.language,
                commercial=request.commercial,
                first_published_at=request.first_published_at,
            ),
            now=now,
        )
        for use in Use
    }
    passed_on = terms_of(effective, rulings)

    assert {use for token, use in TOKENS.items() if token in passed_on.permits} == {
        use for use in TOKENS.values() if use and rulings[use].granted
    }
    assert set(passed_on.permits) | set(passed_on.prohibits) == set(TOKENS)
    assert set(passed_on.permits).isdisjoint(passed_on.prohibits)
    assert passed_on.expires == effective.permission.expires_at
    if passed_on.license is not None:
        given_away = permission_of(licence_of(passed_on.license.name))
        anybody = Request(Use.DISPLAY, None, frozenset({"anybody"}), "tlh", commercial=True)
        for use, use_terms in given_away.uses.items():
            if use_terms.allowed and use not in {Use.INDEX, Use.GOOGLE_NEWS}:
                question = Request(
                    use, None, anybody.recipient, "tlh", commercial=bool(given_away.commercial),
                    first_published_at=request.first_published_at,
                )  # fmt: skip
                late = rule(effective, question, now=now.replace(year=9000))
                assert late.granted or effective.contradictions or effective.unreadable
