"""Our own format, read strictly: every wrong field says what came and what to send instead."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.errors import RefusedError
from reprise.intake.formats import read_upload
from reprise.model.configuration import Partner
from reprise.model.permission import Origin
from reprise.model.submission import Action

PARTNER = Partner(name="Harbour Post", max_bytes=200_000)
STORY = {"format": "reprise/1", "id": "a", "headline": "Ferry sold", "body_text": "To its crew."}


def read(data, *, sidecar=None, partner=PARTNER):
    """The reading of *data*: bytes as they are, anything else as JSON."""
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return read_upload(body, "a.json", sidecar=sidecar, partner=partner)


def problems(data, **settings):
    """What is said about *data*, which is refused."""
    with pytest.raises(RefusedError) as caught:
        read(data, **settings)
    return caught.value.problems


def outcome(data):
    """``read``, or ``refused`` when every problem says something to act on."""
    try:
        read(data)
    except RefusedError as error:
        return "refused" if error.problems and all(p.send for p in error.problems) else "mute"
    return "read"


def only(data):
    """The one problem of *data*: code, field, found, send."""
    (problem,) = problems(data)
    assert problem.send
    return problem.code, problem.field, problem.found


WRONG = {
    "unknown field": ({"headlin": "x"}, ("unknown_field", "headlin", "headlin")),
    "unknown field inside": (
        {"pictures": [{"url": "x", "credits": "y"}]},
        ("unknown_field", "pictures[0].credits", "credits"),
    ),
    "number for text": ({"headline": 3}, ("wrong_type", "headline", "3")),
    "text for number": ({"version": "3"}, ("wrong_type", "version", "3")),
    "negative version": ({"version": -1}, ("out_of_range", "version", "-1")),
    "text for list": ({"sections": "Local"}, ("wrong_type", "sections", "Local")),
    "text for person": ({"bylines": ["Ada"]}, ("wrong_type", "bylines[0]", "Ada")),
    "nobody": ({"bylines": [{"name": ""}]}, ("empty", "bylines[0].name", "")),
    "picture without address": (
        {"pictures": [{"credit": "x"}]},
        ("missing", "pictures[0].url", '{"credit":"x"}'),
    ),
    "date without zone": (
        {"published_at": "2026-05-01T09:00:00"},
        ("no_zone", "published_at", "2026-05-01T09:00:00"),
    ),
    "day without time": ({"updated_at": "2026-05-01"}, ("bad_date", "updated_at", "2026-05-01")),
    "epoch": ({"updated_at": "1777973400"}, ("bad_date", "updated_at", "1777973400")),
    "epoch number": ({"updated_at": 1777973400}, ("bad_date", "updated_at", "1777973400")),
    "date in words": ({"updated_at": "yesterday"}, ("bad_date", "updated_at", "yesterday")),
    "no language": ({"language": "plain English"}, ("not_allowed", "language", "plain English")),
    "British canceled": ({"pub_status": "cancelled"}, ("not_allowed", "pub_status", "cancelled")),
    "unknown action": ({"action": "delete"}, ("not_allowed", "action", "delete")),
    "unknown use": (
        {"permission": {"uses": {"print": {"allowed": True}}}},
        ("not_allowed", "permission.uses.print", "print"),
    ),
    "yes for true": (
        {"permission": {"uses": {"display": {"allowed": "yes"}}}},
        ("wrong_type", "permission.uses.display.allowed", "yes"),
    ),
    "one for true": (
        {"permission": {"commercial": 1}},
        ("wrong_type", "permission.commercial", "1"),
    ),
    "zoneless embargo": (
        {"permission": {"embargoed_until": "2026-05-01T09:00"}},
        ("no_zone", "permission.embargoed_until", "2026-05-01T09:00"),
    ),
    "link back to a number": (
        {"permission": {"duties": {"link_back": 3}}},
        ("wrong_type", "permission.duties.link_back", "3"),
    ),
    "withdrawal of nothing": ({"action": "withdraw", "id": None}, ("missing", "id", "")),
    "grant without its name": ({"action": "grant"}, ("missing", "grant", "")),
    "grant of nothing": (
        {"action": "grant", "grant": {"id": "x"}},
        ("missing", "grant.permission", ""),
    ),
    "later version of the format": (
        {"format": "reprise/9"},
        ("unknown_format", "format", "reprise/9"),
    ),
}


@pytest.mark.parametrize(("change", "expected"), WRONG.values(), ids=WRONG)
def test_a_wrong_field_is_named_with_what_came(change, expected):
    """One mistake, one problem, with the path as the partner wrote it (B12, B18)."""
    assert only({**STORY, **change}) == expected


DAMAGED = {
    "duplicate key": (b'{"format":"reprise/1","id":"a","id":"b"}', ("duplicate_key", "id", "id")),
    "duplicate key inside": (
        b'{"format":"reprise/1","source":{"name":"a","name":"b"}}',
        ("duplicate_key", "source.name", "name"),
    ),
    "NaN": (b'{"format":"reprise/1","version":NaN}', ("not_a_number", "version", "NaN")),
    "Infinity": (
        b'{"format":"reprise/1","version":-Infinity}',
        ("not_a_number", "version", "-Infinity"),
    ),
    "huge float": (
        b'{"format":"reprise/1","version":1e999}',
        ("number_too_large", "version", "1e999"),
    ),
    "lone surrogate": (
        b'{"format":"reprise/1","headline":"\\ud800"}',
        ("lone_surrogate", "headline", "\\ud800"),
    ),
}


@pytest.mark.parametrize(("data", "expected"), DAMAGED.values(), ids=DAMAGED)
def test_what_json_leaves_open_is_refused(data, expected):
    """No silent choice between two values, no number that a later reader can't hold."""
    assert only(data) == expected


def test_a_huge_integer_is_refused_before_it_costs_anything():
    """Python refuses to print numbers of 4,300 digits; we never get there."""
    code, field, _ = only(b'{"format":"reprise/1","version":' + b"9" * 100_000 + b"}")
    assert (code, field) == ("number_too_large", "version")


@pytest.mark.parametrize("opening", [b"[", b'{"a":'], ids=["lists", "objects"])
def test_bottomless_nesting_is_refused(opening):
    """A hundred thousand levels are a problem, not a crash."""
    data = b'{"format":"reprise/1","x":' + opening * 20_000
    assert only(data)[0] in {"too_deep", "truncated"}
    closed = data + (b"]" if opening == b"[" else b"0" + b"}" * 20_000)
    assert only(closed)[0] in {"too_deep", "truncated", "bad_json"}


@pytest.mark.parametrize("cut", range(1, 60, 7), ids=lambda cut: f"last {cut} bytes missing")
def test_a_truncated_file_says_that_its_end_is_missing(cut):
    """Whatever the cut, it is no shorter article."""
    whole = json.dumps(STORY).encode()
    code, _, _ = only(whole[:-cut])
    assert code in {"truncated", "bad_json"}


def test_broken_json_says_where():
    """Line and column, and what stands there."""
    code, _, found = only(b'{"format": "reprise/1",\n "headline" "x"}')
    assert code == "bad_json"
    assert found.startswith("line 2, column 13")


def test_all_mistakes_are_told_at_once():
    """A partner fixes a file in one go."""
    found = problems({**STORY, "headlin": "x", "version": "1", "sections": "x"})
    assert {problem.field for problem in found} == {"headlin", "version", "sections"}


def test_the_nearest_field_is_suggested():
    """Most unknown fields are slips of the hand."""
    (problem,) = problems({**STORY, "canonical": "https://a.example/"})
    assert "canonical_url" in problem.send
    (problem,) = problems({**STORY, "zzz": 1})
    assert "headline" in problem.send


def test_control_characters_in_texts_do_not_stop_the_article():
    """They are dropped later, with a note (C7)."""
    (item,) = read(b'{"format":"reprise/1","id":"a","headline":"a\x08b","body_text":"c"}').items
    assert item.submission.headline == "a\x08b"


def test_a_byte_order_mark_and_utf_16_are_read():
    """Windows editors write both."""
    text = json.dumps(STORY)
    for data in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        assert read(data).items[0].submission.headline == "Ferry sold"


def test_a_list_is_read_item_by_item():
    """One bad member never costs the others."""
    reading = read([STORY, {**STORY, "id": "b", "x": 1}, {**STORY, "id": "c"}, 7])
    assert [item.item for item in reading.items] == ["a", "c"]
    assert [name for name, _ in reading.failures] == ["b", "a.json[3]"]


def test_a_duplicate_key_in_one_member_costs_that_member_alone():
    """Its path is told from the member on."""
    data = b'[{"format":"reprise/1","id":"a","id":"b"},' + json.dumps(STORY).encode() + b"]"
    reading = read(data)
    assert [item.item for item in reading.items] == ["a"]
    ((name, (problem,)),) = reading.failures
    assert (name, problem.field) == ("a.json[0]", "id")


def test_ids_are_kept_character_for_character():
    """X-08: no folding, no re-encoding, no slash."""
    stated = "HTTP://Www.Example.COM./%7Euser?A=B&"
    (item,) = read({**STORY, "id": stated}).items
    assert item.submission.id == stated


@pytest.mark.parametrize("action", ["withdraw", "kill"])
def test_take_backs_need_only_an_identity(action):
    """No headline, no body."""
    (item,) = read({"format": "reprise/1", "action": action, "id": "a"}).items
    assert item.submission.action is Action(action)


SIDECAR = {"basis": "permission", "uses": {"display": {"allowed": True}}}


@pytest.mark.parametrize("wrapped", [SIDECAR, {"permission": SIDECAR}], ids=["bare", "wrapped"])
def test_a_sidecar_speaks_for_every_item(wrapped):
    """It is a statement of its own, beside what the file says (B10)."""
    reading = read([STORY, {**STORY, "id": "b"}], sidecar=json.dumps(wrapped).encode())
    for item in reading.items:
        (stated,) = item.policies
        assert stated.origin is Origin.SIDECAR
        assert stated.permission.uses["display"].allowed is True


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"uses": 3}',
        b'{"expires_at": "2026-01-01"}',
        b'{"use": {}}',
        b"\x00",
    ],
)
def test_an_unreadable_sidecar_holds(data):
    """Nothing it may have forbidden is lost: the article waits (invariant 1)."""
    (item,) = read(STORY, sidecar=data).items
    assert item.policies[0].permission.unreadable


def test_a_partner_may_be_required_to_send_sidecars():
    """Formats without a permission of their own wait for theirs."""
    partner = Partner(name="x", sidecar_required=True)
    text = "Ferry sold\n\n" + "The crew have bought their ship from the line that ran it. " * 6
    (item,) = read(text.encode(), partner=partner).items
    assert "a.json.permission.json" in item.policies[0].permission.unreadable[0]
    assert read(STORY, partner=partner).items[0].policies == ()


NOT_ARTICLES = {
    "nothing": (b"", "empty"),
    "white space": (b" \n\t ", "empty"),
    "a PDF": (b"%PDF-1.7 ...", "not_an_article"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "not_an_article"),
    "zeros": (b"\0" * 500, "unknown_format"),
    "noise": (bytes(range(256)) * 4, "unknown_format"),
    "other JSON": (b'{"a": 1}', "unknown_format"),
    "a word": (b"hello", "no_article"),
    "too large": (b"a" * 200_001, "too_large"),
}


@pytest.mark.parametrize(("data", "code"), NOT_ARTICLES.values(), ids=NOT_ARTICLES)
def test_what_is_no_article_says_what_to_send(data, code):
    """Every upload ends in an answer that can be acted on (B18)."""
    (problem,) = problems(data)
    assert problem.code == code
    assert problem.send


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    [
        "id",
        "headline",
        "version",
        "bylines",
        "pictures",
        "permission",
        "grant",
        "source",
        "action",
        "x",
    ]
)


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    """Nothing else ever comes out."""
    assert outcome(data) in {"read", "refused"}


@given(st.dictionaries(FIELDS, JSON, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_object_is_read_or_refused_with_its_fields(value):
    """Each problem says what to send instead."""
    data = json.dumps({"format": "reprise/1", **value}).encode("utf-8", "replace")
    assert outcome(data) in {"read", "refused"}
