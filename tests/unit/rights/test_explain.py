"""Every answer can be told: why, by whom, until when, and what would have to change."""

import json

from hypothesis import given

from reprise.model.permission import Use
from reprise.model.ruling import Reason, Request
from reprise.rights.combine import combine
from reprise.rights.explain import WORDS, answer, as_json, in_words, points
from reprise.rights.ruling import rule
from tests.unit.rights.build import NOON, YES, display, ruled, said
from tests.unit.rights.strategies import instants, requests, several


def test_every_reason_has_words_and_what_would_have_to_change():
    """
    A reason added to the model must be told too.
    """
    assert set(WORDS) == set(Reason)
    assert all(said for said, _ in WORDS.values())
    assert [reason for reason, (_, change) in WORDS.items() if not change] == [Reason.GRANTED]


def test_a_grant_is_told_with_its_duties_and_its_end():
    """
    Who granted, in return for what, until when.
    """
    ruling = ruled(
        said("grant", "acme-2031", uses={"display": YES}, expires_at="2031-06-01T00:00:00Z"),
        said("upload", duties={"credit_line": "Harbour Post", "keep_links": True}),
    )

    assert in_words([answer("site", Use.DISPLAY, ruling)]).splitlines() == [
        "site · display: granted until 2031-06-01T00:00:00+00:00",
        "  because granted (grant acme-2031)",
        "  duty: credit line = Harbour Post",
        "  duty: keep links",
    ]


def test_a_refusal_is_told_with_every_reason_and_what_to_change():
    """
    Each reason, who said it, and what would have to change.
    """
    ruling = ruled(
        display(territories={"allow": ["AU"]}),
        said("upload", "7.json", commercial=False),
        territories=frozenset({"NZ"}),
    )

    assert in_words([answer("front", Use.DISPLAY, ruling)]).splitlines() == [
        "front · display: refused",
        "  because commercial use is not granted (upload 7.json)",
        "  because not every territory of the audience is covered: not granted for NZ (agreement)",
        "  to change it: the rights holder has to allow commercial use",
        "  to change it: extend the grant, or narrow the territories of the channel",
    ]


def test_points_name_who_decided_them():
    """
    What holds on each point, and on whose word.
    """
    effective = combine(
        [display(territories={"allow": ["NZ", "AU"]}), said("upload", languages=["en"])]
    )

    assert [(one.point, one.value, one.origin) for one in points(effective)] == [
        ("languages", ["en"], "upload"),
        ("territories.allow", ["AU", "NZ"], "agreement"),
        ("uses.display.allowed", True, "agreement"),
    ]


@given(several, requests, instants)
def test_every_ruling_can_be_told(stated, request, now):
    """
    Whatever is stated and asked, words and JSON come out and agree about the outcome.
    """
    effective = combine(stated)
    told = answer("front", request.use, rule(effective, Request(request.use), now=now))

    read_back = json.loads(json.dumps(as_json([told], effective)))

    assert read_back["answers"][0]["granted"] is told.granted
    assert told.outcome.value in in_words([told]).splitlines()[0]
    assert bool(told.changes) is not told.granted


def test_the_end_of_an_answer_is_told_as_json():
    """
    ``until`` is an instant with its offset, or null.
    """
    ruling = ruled(display(embargoed_until="2031-05-01T13:00:00Z"), now=NOON)

    (told,) = as_json([answer("site", Use.DISPLAY, ruling)])["answers"]

    assert told["until"] == "2031-05-01T13:00:00+00:00"
    assert told["reasons"][0]["reason"] == "embargo"
