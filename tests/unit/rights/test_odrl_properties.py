"""Random policies against an evaluator that follows ODRL's own words, rule by rule."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.model.permission import Origin, Stated, Use
from reprise.model.ruling import Reason, Request
from reprise.rights.combine import combine
from reprise.rights.odrl import read_odrl
from reprise.rights.ruling import rule

PLACES = ["NZ", "AU", "GB"]
DAWN = datetime(2031, 5, 1, tzinfo=UTC)
HOURS = range(0, 24, 6)


def at(hour):
    return (DAWN + timedelta(hours=hour)).isoformat()


spatial = st.builds(
    lambda operator, places: {
        "leftOperand": "spatial",
        "operator": operator,
        "rightOperand": places,
    },
    st.sampled_from(["isAnyOf", "isNoneOf"]),
    st.lists(st.sampled_from(PLACES), min_size=1, max_size=2, unique=True),
)
moment = st.builds(
    lambda operator, hour: {
        "leftOperand": "dateTime",
        "operator": operator,
        "rightOperand": at(hour),
    },
    st.sampled_from(["lt", "lteq", "gt", "gteq"]),
    st.sampled_from(HOURS),
)
language = st.builds(
    lambda tags: {"leftOperand": "language", "operator": "isAnyOf", "rightOperand": tags},
    st.lists(st.sampled_from(["en", "mi"]), min_size=1, max_size=2, unique=True),
)
plain = st.one_of(spatial, spatial, moment, language)
constraints = st.recursive(
    plain,
    lambda inner: st.builds(
        lambda kind, parts: {kind: parts},
        st.sampled_from(["and", "or", "xone"]),
        st.lists(inner, min_size=1, max_size=2),
    ),
    max_leaves=3,
)
rules = st.builds(
    lambda limits: {"target": "urn:post:7", "action": "display", "constraint": limits},
    st.lists(constraints, max_size=2),
)
policies = st.fixed_dictionaries(
    {
        "@context": st.just("http://www.w3.org/ns/odrl.jsonld"),
        "uid": st.just("urn:post:policy:1"),
        "permission": st.lists(rules, min_size=1, max_size=2),
        "prohibition": st.lists(rules, max_size=1),
        "conflict": st.sampled_from(["prohibit", "invalid"]),
    }
)


# --- The evaluator --------------------------------------------------------------------------------


def permits(policy, place, tag, now):
    """Whether a permission holds here and now, and no prohibition does."""
    return any(holds(one, place, tag, now) for one in policy["permission"]) and not any(
        holds(one, place, tag, now) for one in policy["prohibition"]
    )


def holds(stated, place, tag, now):
    return all(satisfied(one, place, tag, now) for one in stated["constraint"])


def satisfied(stated, place, tag, now):
    for kind, count in (("and", all), ("or", any), ("xone", lambda parts: sum(parts) == 1)):
        if kind in stated:
            return count([satisfied(one, place, tag, now) for one in stated[kind]])
    right = stated["rightOperand"]
    match stated["leftOperand"], stated["operator"]:
        case "spatial", operator:
            return (place in right) is (operator == "isAnyOf")
        case "language", _:
            return tag in right
        case _, "lt":
            return now < datetime.fromisoformat(right)
        case _, "lteq":
            return now <= datetime.fromisoformat(right)
        case _, "gt":
            return now > datetime.fromisoformat(right)
        case _, "gteq":
            return now >= datetime.fromisoformat(right)
    raise AssertionError(stated)


moments = st.sampled_from(HOURS).flatmap(
    lambda hour: st.sampled_from([-1, 0, 1]).map(
        lambda step: DAWN + timedelta(hours=hour, microseconds=step)
    )
)


@settings(max_examples=1000, deadline=None)
@given(policies, st.sampled_from(PLACES), st.sampled_from(["en", "mi"]), moments)
def test_a_policy_that_is_read_says_what_the_policy_says(policy, place, tag, now):
    """
    At any place, in any language and at any moment: held, or exactly what ODRL means.

    A policy that leaves nothing (no place, an end before its begin) may be held as a mistake.
    """
    effective = combine([Stated(origin=Origin.POLICY, permission=read_odrl(policy))])
    request = Request(Use.DISPLAY, frozenset({place}), language=tag)

    ruling = rule(effective, request, now=now)

    if ruling.reason not in {Reason.UNREADABLE, Reason.CONTRADICTION}:
        assert ruling.granted == permits(policy, place, tag, now)


def test_most_policies_are_read():
    """
    Holding everything would pass the property above; so enough of them must be answered.
    """
    read = []

    @settings(max_examples=300, deadline=None, database=None)
    @given(policies)
    def ask(policy):
        read.append(not read_odrl(policy).unreadable)

    ask()

    assert sum(read) / len(read) > 0.25
