"""Whole saved pages (rows B7-B9, M52, B56): structured data first, then the page's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.text.html import html_to_text
from tests.unit.intake.reading import case, only, read, reads_or_refuses, submitted


def test_the_article_of_a_page_is_its_text_and_nothing_else():
    """Menu, related stories, newsletter box, footer and script are out, each reported (C25)."""
    item = only(read(case("html/tram.html")))
    body = html_to_text(item.submission.body_html)
    assert body.startswith("The tram between the harbour and the hill")
    assert body.endswith("if the money is found.")
    for furniture in ("Ferry late", "newsletter", "Lowtide", "alert", "Home"):
        assert furniture not in body
    assert {"navigation", "newsletter", "footer"} <= {one.kind for one in item.removals}


def test_its_fields_come_from_structured_data():
    """Headline, author, first publication with its zone, language, address without trackers."""
    said = submitted(case("html/tram.html"))
    assert said.headline == "Tram line reopens after nine years"
    assert [one.name for one in said.bylines] == ["Ola Renn"]
    assert said.published_at.isoformat() == "2026-02-03T07:00:00+00:00"
    assert (said.language, said.canonical_url) == ("en", "https://echo.example/tram")


def test_a_stated_licence_is_a_policy():
    """The licence of the page's schema.org data is handed to the rights room."""
    (policy,) = only(read(case("html/tram.html"))).policies
    assert policy.permission.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_without_structured_data_the_page_itself_is_read():
    """The same article without JSON-LD, Open Graph or canonical link."""
    page = case("html/tram.html")
    bare = page[: page.index("<meta")] + page[page.index("</head>") :]
    said = submitted(bare)
    assert said.headline == "Tram line reopens after nine years"
    assert "schoolchildren" in said.body_html


@pytest.mark.parametrize(
    "hostile",
    [
        "<html><body>" + "<div>" * 100_000,
        "<html><body><p>x\x1b\x00\ud800</p><p>&#27;&#0;</p></body></html>",
        "<!doctype html><html></html>",
        '<html><script type="application/ld+json">{"@graph": [[[[' + "[" * 50_000,
        '<html><script type="application/ld+json">[1, null, {"@type": 7, "author": [[]]}]</script>',
    ],
    ids=["deep", "controls", "empty", "deep JSON-LD", "odd JSON-LD"],
)
def test_hostile_pages_are_read_or_refused(hostile):
    """In bounded time and memory, with a reason."""
    reads_or_refuses(hostile.encode("utf-8", "surrogatepass"))


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_no_page_does_anything_but_read_or_refuse(text):
    """Whatever stands in it."""
    page = f"<!doctype html><html><body><h1>Tide</h1><div>{text}<br><br>{text}</div></body></html>"
    reads_or_refuses(page.encode("utf-8", "surrogatepass"))


def test_remarks_of_editors_in_an_exported_document_are_not_its_text():
    """Google Docs puts them below the text, and marks where they belong."""
    paragraph = "The ferry to the outer islands runs again after a winter in dock, the company said on Monday, and carries two hundred people."
    remark = "<div class='c6'><p class='c7'><a href=\"#cmnt_ref{0}\" id=\"cmnt{0}\">[a]</a><span>Secret {0}: is this right?</span></p></div>"
    mark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
    page = (
        f"<html><head><title>Ferry</title></head><body><h1>The ferry runs</h1><p>{paragraph}{mark}</p>"
        f"<p>{paragraph} Again.</p>{remark.format(1)}{remark.format(2)}</body></html>"
    )
    said = only(read(page)).submission
    assert said.body_html == f"<p>{paragraph}</p><p>{paragraph} Again.</p>"
