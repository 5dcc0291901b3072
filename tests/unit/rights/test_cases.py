"""The case files in tests/cases/rights: statements, questions, and the answers they must get."""

from pathlib import Path

import pytest
import yaml
from pydantic import AwareDatetime, TypeAdapter

from reprise.model.permission import Origin, Stated, Use
from reprise.model.ruling import Request
from reprise.rights.combine import combine
from reprise.rights.odrl import read_odrl
from reprise.rights.ruling import rule

CASES = sorted((Path(__file__).parents[2] / "cases" / "rights").rglob("*.yaml"))
NOW = "2031-05-01T12:00:00Z"

instant = TypeAdapter(AwareDatetime).validate_python


def request_of(question):
    """The request a question of a case file puts."""
    places, first = question.get("territories"), question.get("first_published_at")
    return Request(
        use=Use(question["use"]),
        territories=None if places is None else frozenset(places),
        recipient=frozenset(question.get("recipient", ())),
        language=question.get("language", "en"),
        commercial=question.get("commercial", True),
        first_published_at=instant(first) if first else None,
        used=question.get("used"),
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path):
    """
    Every question of the case gets the outcome, reason, origin and end that it states.
    """
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    stated = [Stated.model_validate(one) for one in case["statements"]]
    if "odrl" in case:
        policy = read_odrl(case["odrl"])
        stated.append(Stated(origin=Origin.POLICY, permission=policy, name="odrl"))
    effective = combine(stated)

    for question in case["questions"]:
        ruling = rule(effective, request_of(question), now=instant(question.get("at", NOW)))
        assert (ruling.outcome.value, ruling.reason.value) == (
            question["outcome"],
            question["reason"],
        ), question
        if "origin" in question:
            assert ruling.findings[0].origin == question["origin"], question
        if "until" in question:
            assert ruling.until == instant(question["until"]), question


def test_there_are_cases():
    """
    The files are found, so that the test above does not pass by looking in the wrong place.
    """
    assert len(CASES) >= 15
