"""
Lines for desks inside the texts of agencies go, and are told; the like of them in prose stays.
"""

import pytest

from reprise.fields.body import read_body
from reprise.model.configuration import Partner
from reprise.model.submission import Submission

P = "<p>The ferry runs again after a winter in dock, the company said on Monday.</p>"


def body(html: str):
    partner = Partner(name="Kelp Wire")
    return read_body(Submission(headline="Ferry", body_html=html), base_url=None, partner=partner)


@pytest.mark.parametrize(
    "html",
    [
        f"<p>(Adds quote, background)</p>{P}",
        f"<p>Eds: UPDATES: With quote. Will be led.</p>{P}",
        f"{P}<p>((ada.kern@agency.example; +44 20 0000;))</p>",
        f"{P}<p>dpa yyny n1 al mi</p>",
    ],
)
def test_a_line_for_desks_is_taken_out_and_told(html):
    """By its form and its place; once is enough."""
    read = body(html)
    assert read.html == P
    assert [removal.kind for removal in read.removals] == ["desk-line"]
    assert body(read.html).html == P


@pytest.mark.parametrize(
    "html",
    [
        f"{P}<p>(Adds quote, background)</p>",  # not on top
        f"<p>(Corrects the year of the last repair)</p>{P}",  # for readers too
        f"<p>(The ferry is late.)</p>{P}",
        f"{P}<p>dpa reported from the harbour.</p>",
        f"<p>dpa yyny n1</p>{P}",
        f"{P}<p>f((x)) is a function of a function.</p>",
        "<p>((ada.kern@agency.example))</p>",  # all there is
    ],
)
def test_what_only_looks_like_one_stays(html):
    """Never a paragraph of the article."""
    assert body(html).html == html
