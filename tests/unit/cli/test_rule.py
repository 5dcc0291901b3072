"""``reprise rule``: an answer from a file, without AWS."""

import json

import pytest
from click.testing import CliRunner

from reprise.cli import commands

PERMISSION = """
uses:
  display: {allowed: true}
  syndicate_full: {allowed: true, recipients: [Aggregator One]}
territories: {allow: [NZ, AU]}
commercial: false
embargoed_until: "2031-05-01T09:00:00+12:00"
"""

AFTER = ["--at", "2031-05-01T12:00:00Z", "--territory", "NZ", "--purpose", "non-commercial"]


@pytest.fixture
def ask(tmp_path):
    """Put a question about a file to the command line."""

    def ask(*options, text=PERMISSION, name="agreement.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return CliRunner().invoke(commands, ["rule", str(path), *options])

    return ask


def test_a_granted_use_ends_with_status_0(ask):
    """
    The answer names who granted it.
    """
    result = ask("--use", "display", *AFTER)

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "agreement.yaml · display: granted",
        "  because granted (agreement)",
    ]


REFUSED = {
    "territory": (["--territory", "SG", "--use", "display"], "territory"),
    "purpose": (["--purpose", "commercial", "--use", "display"], "commercial"),
    "recipient": (["--recipient", "Somebody", "--use", "syndicate_full"], "recipient"),
    "time": (["--at", "2031-04-30T20:59:59Z", "--use", "display"], "embargo"),
    "use": (["--use", "ai_train"], "not_stated"),
}


@pytest.mark.parametrize(("options", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_use_that_is_not_granted_ends_with_status_1(ask, options, reason):
    """
    Each part of the question counts, and the reason is in the JSON.
    """
    result = ask(*AFTER, *options, "--json")

    assert result.exit_code == 1
    (answer,) = json.loads(result.output)["answers"]
    assert reason in {one["reason"] for one in answer["reasons"]}


def test_all_uses_are_answered_when_none_is_named(ask):
    """
    A survey of a permission ends well, whatever it says.
    """
    result = ask(*AFTER, "--recipient", "aggregator one", "--json")

    answers = {one["use"]: one["granted"] for one in json.loads(result.output)["answers"]}
    assert result.exit_code == 0
    assert len(answers) == 10
    assert [use for use, granted in answers.items() if granted] == ["display", "syndicate_full"]


def test_policies_in_other_languages_are_read(ask):
    """
    ODRL in JSON, RSL in XML, and statements with who makes them.
    """
    odrl = {
        "@context": "http://www.w3.org/ns/odrl.jsonld",
        "uid": "urn:post:policy:1",
        "permission": [{"target": "urn:post:7", "action": "present"}],
    }
    rsl = (
        '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license>'
        '<permits type="usage">search</permits></license></content></rsl>'
    )
    several = {
        "statements": [
            {"origin": "agreement", "permission": {"uses": {"display": {"allowed": True}}}},
            {"origin": "upload", "permission": {"uses": {"display": {"allowed": False}}}},
        ]
    }

    assert ask("--use", "display", text=json.dumps(odrl), name="odrl.json").exit_code == 0
    assert ask("--use", "index", text=rsl, name="license.xml").exit_code == 0
    closed = ask("--use", "display", text=json.dumps(several), name="several.json")
    assert closed.exit_code == 1
    assert "it is denied (upload)" in closed.output


WRONG = {
    "an unknown field": ("usess: {}", [], "usess"),
    "a time without an offset": ('expires_at: "2031-05-01T00:00:00"', [], "expires_at"),
    "no object": ("[1]", [], "permission"),
    "broken": ("{[", [], "JSON or YAML"),
    "an unknown territory": (PERMISSION, ["--territory", "UK"], "send GB"),
    "a moment without an offset": (PERMISSION, ["--at", "2031-05-01T00:00:00"], "no UTC offset"),
    "no moment": (PERMISSION, ["--at", "tomorrow"], "tomorrow"),
}


@pytest.mark.parametrize(("text", "options", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named(ask, text, options, words):
    """
    A wrong file or option is an error with the place, never an answer.
    """
    result = ask("--use", "display", *options, text=text)

    assert result.exit_code != 0
    assert words in result.output + str(result.exception)
    assert "granted" not in result.output
