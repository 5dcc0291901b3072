"""What holds for every permission and every question, against the reference evaluator."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reprise.model.permission import Stated, Territories, Use, UseTerms
from reprise.model.ruling import Reason
from reprise.rights.combine import combine
from reprise.rights.ruling import NEVER, rule, visible_from
from tests.reference_ruling import is_granted
from tests.unit.rights.strategies import (
    EPOCH,
    PLACES,
    instants,
    permissions,
    requests,
    several,
    statements,
)

many = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)


@many
@given(several, requests, instants)
def test_a_ruling_grants_exactly_what_the_reference_grants(stated, request, now):
    """
    Merged first or asked one by one, the statements give the same answer.
    """
    effective = combine(stated)
    ruling = rule(effective, request, now=now)

    if ruling.reason is Reason.CONTRADICTION:
        assert not ruling.granted  # the reference knows of no contradiction between statements
    else:
        assert ruling.granted == is_granted(stated, request, now)


@many
@given(several, requests, instants)
def test_what_the_reference_refuses_is_never_granted(stated, request, now):
    """
    Contradictions only ever take away.
    """
    if rule(combine(stated), request, now=now).granted:
        assert is_granted(stated, request, now)


@many
@given(several, statements, requests, instants, st.booleans())
def test_one_statement_more_never_widens_what_is_granted_already(
    stated, another, request, now, first
):
    """
    A statement that gives nothing itself never turns a no into a yes.
    """
    silent = {
        use: terms.model_copy(update={"allowed": None if terms.allowed else terms.allowed})
        for use, terms in another.permission.uses.items()
    }
    update = {"uses": silent, "licence": None, "basis": None}
    mute = another.model_copy(update={"permission": another.permission.model_copy(update=update)})
    more = [mute, *stated] if first else [*stated, mute]

    if rule(combine(more), request, now=now).granted:
        assert rule(combine(stated), request, now=now).granted


@many
@given(several, st.integers(0, 3), requests, instants)
def test_adding_a_prohibition_never_grants(stated, place, request, now):
    """
    Denying a use in any one statement never makes any request granted.
    """
    assume(stated)
    place %= len(stated)
    for use in Use:
        denied = with_permission(
            stated, place, uses={**stated[place].permission.uses, use: UseTerms(allowed=False)}
        )
        if rule(combine(denied), request, now=now).granted:
            assert rule(combine(stated), request, now=now).granted


WIDER = {
    "territories": Territories(allow=frozenset(PLACES)),
    "languages": None,
    "starts_at": None,
    "embargoed_until": None,
    "embargo_days": None,
    "expires_at": None,
    "quota": None,
}


@many
@given(several, st.integers(0, 3), st.sampled_from(sorted(WIDER)), requests, instants)
def test_a_wider_statement_never_gives_a_narrower_answer(stated, place, point, request, now):
    """
    Lifting one limit of one statement keeps everything granted that was.
    """
    assume(stated)
    place %= len(stated)
    before = stated[place].permission
    if point == "territories" and (before.territories is None or request.territories is None):
        return
    wider = with_permission(stated, place, **{point: WIDER[point]})

    if rule(combine(stated), request, now=now).granted:
        assert rule(combine(wider), request, now=now).granted


@many
@given(several, requests, instants)
def test_a_smaller_question_never_gets_a_narrower_answer(stated, request, now):
    """
    Fewer territories, more names for the recipient, no commerce, fewer words: still granted.
    """
    effective = combine(stated)
    assume(rule(effective, request, now=now).granted)
    smaller = [
        replace(request, commercial=False),
        replace(request, recipient=request.recipient | {"another name"}),
        replace(request, words=1),
        replace(request, used=None),
    ]
    places = [frozenset({place}) for place in request.territories or ()]
    for question in [*smaller, *(replace(request, territories=place) for place in places)]:
        assert rule(effective, question, now=now).granted


@many
@given(several, requests, instants, st.integers(1, 48 * 60))
def test_an_answer_holds_until_its_stated_end(stated, request, now, minutes):
    """
    Before ``until`` neither outcome nor decisive reason changes, whatever the moment.
    """
    effective = combine(stated)
    request = replace(request, used=None)  # the caller's count is a fact of one moment
    ruling = rule(effective, request, now=now)
    later = now + timedelta(minutes=minutes)
    assume(ruling.until is None or later < ruling.until)

    then = rule(effective, request, now=later)

    assert (then.outcome, then.reason) == (ruling.outcome, ruling.reason)


@many
@given(several, requests, instants)
def test_a_stated_end_is_after_now_and_changes_the_answer(stated, request, now):
    """
    ``until`` is neither past nor made up: at that instant the answer is another.
    """
    effective = combine(stated)
    request = replace(request, used=None)
    ruling = rule(effective, request, now=now)
    if ruling.until is None:
        return

    then = rule(effective, request, now=ruling.until)

    assert ruling.until > now
    assert (then.outcome, then.reason) != (ruling.outcome, ruling.reason)


@many
@given(several, requests)
def test_nothing_is_granted_before_it_is_visible(stated, request):
    """
    ``visible_from`` and the ruling agree about when waiting ends.
    """
    effective = combine(stated)
    visible = visible_from(effective, request.first_published_at)
    if visible is None or visible == NEVER:
        return
    before = rule(effective, request, now=visible - timedelta(microseconds=1))
    after = rule(effective, request, now=visible)

    assert not before.granted
    assert not {Reason.EMBARGO, Reason.NOT_STARTED} & {one.reason for one in after.findings}


def test_the_generated_questions_are_worth_asking():
    """
    Enough of what the properties are tried on is granted, and enough is not.
    """
    answers = []

    @settings(max_examples=300, deadline=None, database=None)
    @given(several, requests, instants)
    def ask(stated, request, now):
        answers.append(rule(combine(stated), request, now=now).granted)

    ask()

    assert 0.1 < sum(answers) / len(answers) < 0.9


@many
@given(several, st.randoms())
def test_the_order_of_statements_does_not_matter(stated, random):
    """
    Any order leaves the same limits and the same answers.
    """
    shuffled = list(stated)
    random.shuffle(shuffled)
    one, other = combine(stated), combine(shuffled)

    limits = {"uses", "territories", "languages", "commercial", "pictures", "starts_at",
              "embargoed_until", "embargo_days", "expires_at"}  # fmt: skip
    assert one.permission.model_dump(include=limits) == other.permission.model_dump(include=limits)
    assert bool(one.contradictions) == bool(other.contradictions)
    assert bool(one.unreadable) == bool(other.unreadable)


@given(permissions, requests)
def test_silence_is_no(permission, request):
    """
    Without any yes nothing is granted, whatever else is said.
    """
    mute = permission.model_copy(update={"uses": {}, "licence": None})

    assert not rule(combine([Stated(origin="upload", permission=mute)]), request, now=EPOCH).granted


def with_permission(stated, place, **update):
    """The statements, with one of them changed."""
    changed = stated[place].permission.model_copy(update=update)
    one = stated[place].model_copy(update={"permission": changed})
    return [*stated[:place], one, *stated[place + 1 :]]
