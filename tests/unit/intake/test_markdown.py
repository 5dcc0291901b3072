"""Markdown with front matter."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.intake.front_matter import parse, split
from reprise.intake.markdown_text import read_markdown
from reprise.model.permission import Origin, Use
from reprise.model.submission import Action
from reprise.text.html import sanitise
from tests.patience import patience
from tests.unit.intake.reading import case, only, read, reads_or_refuses, refusal, submitted


def article(head: str, body: str = "The tide came in.") -> str:
    return f"---\n{head}\n---\n{body}\n"


def test_every_name_of_a_static_site_is_read():
    """Names of Hugo, Jekyll and our own, lists and single values."""
    said = submitted(case("markdown/hugo.md"))
    assert (said.id, said.version) == ("tag:courier.example,2026:F-7", 2)
    assert said.headline == "Ferries to run hourly from May"
    assert said.abstract == "Winter boats return"
    assert [(one.name, one.role) for one in said.bylines] == [
        ("Ida Skerry", None),
        ("Rua Penfold", "Shipping reporter"),
    ]
    assert (said.sections, said.keywords) == (("Transport",), ("ferries", "harbour"))
    assert (said.series, said.ed_note) == ("Harbour Lines", "Desk only")
    assert said.canonical_url == "https://courier.example/ferries"
    assert said.source
    assert said.source.url == "https://courier.example"
    assert said.published_at == datetime(2026, 4, 16, 20, tzinfo=UTC)
    assert said.updated_at == datetime(2026, 4, 16, 21, tzinfo=UTC)
    assert [(one.url, one.credit) for one in said.pictures] == [
        ("ferry.jpg", "Jo Quay"),
        ("https://img.kelp.example/map.png", "Kelp Maps"),
    ]


def test_norwegian_is_a_language():
    """``language: no`` is false only in YAML 1.1."""
    assert submitted(case("markdown/hugo.md")).language == "no"


def test_the_text_keeps_its_structure():
    """Tables, lists, quotes, code, footnotes and captions are there; templates are not."""
    item = only(read(case("markdown/hugo.md")))
    clean = sanitise(item.submission.body_html or "").html
    assert "<p>The company will sail <em>every</em> hour,<sup>1</sup> said" in clean
    assert "<figcaption>The white ferry</figcaption>" in clean
    assert "<figcaption>The route</figcaption>" in clean
    assert "<td>Ellery</td>" in clean
    assert "<li><s>Two</s> three boats</li>" in clean
    assert "{{ not a template }} [^1]" in clean
    assert clean.endswith("<ol><li>From May to September.</li></ol>")
    assert "youtube" not in clean
    assert [one.text for one in item.removals] == ["{{< youtube abc >}}", "mood"]


def test_limits_and_licence_of_the_front_matter_count():
    """A planned date of publication is an embargo; it is harmless once it is past."""
    item = only(read(case("markdown/hugo.md")))
    found = item.submission.permission
    assert found is not None
    assert found.embargoed_until == datetime(2026, 4, 17, 18, tzinfo=UTC)
    assert found.expires_at == datetime(2026, 6, 1, tzinfo=UTC)
    assert found.licence == "CC-BY-ND-4.0"
    (own,) = item.policies
    assert own.origin is Origin.UPLOAD
    assert own.permission.uses[Use.DISPLAY].allowed is True
    assert own.permission.duties.credit_line == "From The Kelp Courier"


def test_toml_is_read_like_yaml():
    """Dates are values there; a draft is not for anybody yet."""
    said = submitted(case("markdown/toml.md"))
    assert said.headline == "Tide comes in"
    assert said.published_at == datetime(2026, 4, 16, 20, tzinfo=UTC)
    assert said.bylines[0].name == "Ida Skerry"
    assert said.keywords == ("tide", "harbour")
    assert said.pub_status == "withheld"


def test_a_heading_alone_makes_it_markdown():
    """Without front matter the first heading is the headline."""
    said = submitted("# Tide comes in\n\nIt came **late**.\n")
    assert said.headline == "Tide comes in"
    assert "<strong>late</strong>" in (said.body_html or "")


def test_line_ends_of_windows_make_no_difference():
    """Front matter and paragraphs are found all the same."""
    text = case("markdown/hugo.md")
    assert submitted(text.replace("\n", "\r\n")) == submitted(text)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("title: x\nembargo: soon", id="embargo"),
        pytest.param("title: x\nembargo: 2026-05-01 09:00", id="embargo-without-zone"),
        pytest.param("title: x\nexpires: ''", id="empty-end"),
        pytest.param("title: x\nsyndication: false", id="unknown-name"),
        pytest.param("title: x\nrights: {web: no}", id="structured-rights"),
        pytest.param("title: x\nlicense: [a, b]", id="two-licences"),
        pytest.param("title: x\npermission: yes please", id="permission-as-words"),
        pytest.param("title: x\npermission: {uses: {show: {allowed: true}}}", id="unknown-use"),
    ],
)
def test_what_speaks_of_rights_and_is_not_understood_holds(head):
    """Never skipped."""
    item = only(read(article(head)))
    said = [item.submission.permission, *(one.permission for one in item.policies)]
    assert any(one.unreadable for one in said if one)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param("title: [x", "expected", id="broken"),
        pytest.param("title: x\ntitle: y", "twice", id="repeated-name"),
        pytest.param("a: &a [x, x]\nb: [*a, *a]", "alias", id="alias"),
        pytest.param("title: !!python/name:os.system x", "could not determine", id="python"),
    ],
)
def test_front_matter_that_cannot_be_read_is_refused(head, found):
    """With what is wrong with it."""
    problem = refusal(article(head)).problems[0]
    assert problem.code == "bad_front_matter"
    assert found in problem.found


def test_deep_front_matter_ends_in_a_refusal():
    """Nesting costs no more than its bound."""
    assert refusal(article("a: " + "[" * 20_000)).problems[0].code == "bad_front_matter"


def test_a_document_may_take_back():
    """``action`` is that of our own format; anything else is refused."""
    said = submitted(article("id: k-1\naction: withdraw"))
    assert (said.action, said.id) == (Action.WITHDRAW, "k-1")
    assert refusal(article("id: k-1\naction: burn")).problems[0].field == "action"


def test_dashes_above_prose_are_no_front_matter():
    """A rule, a sentence and a rule are a text."""
    assert split("---\nThe tide came in at noon, they said.\n---\nIt went.")[0] == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 50_000, id="brackets"),
        pytest.param("*a_ " * 20_000, id="emphasis"),
        pytest.param("> " * 5_000 + "x", id="quotes"),
        pytest.param("{{" * 50_000, id="templates"),
        pytest.param("[^a]: x\n" * 10_000, id="notes"),
        pytest.param("`" * 30_001, id="ticks"),
        pytest.param("<a " * 20_000, id="tags"),
        pytest.param("![" * 20_000, id="pictures"),
    ],
)
def test_hostile_markdown_is_read_in_bounded_time(text):
    """No run of signs keeps the reader busy."""
    with patience():
        read_markdown(text)


@pytest.mark.parametrize("text", ["\n" * 60_000, "---\n" + "\n" * 60_000 + "-", "#\n" * 30_000])
def test_front_matter_is_looked_for_in_linear_time(text):
    """Blank lines and comments above the first name are many and cheap."""
    with patience():
        split(f"---\n{text}\n---\n")


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_front_matter_is_values_or_a_problem(text):
    """Nothing is raised, whatever stands there."""
    for kind in ("yaml", "toml"):
        parse(kind, text)


@settings(deadline=None)
@given(st.data())
def test_no_document_does_anything_but_read_or_refuse(data):
    """Any damage anywhere."""
    text = case("markdown/hugo.md")
    at = data.draw(st.integers(0, len(text)))
    reads_or_refuses(text[:at] + data.draw(st.text(max_size=10)) + text[at + 20 :])
