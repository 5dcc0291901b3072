"""Duties are looked for in the finished text, and a duty that is not there is named."""

import pytest

from reprise.model.permission import CreditPlace, Duties
from reprise.model.ruling import Reason
from reprise.rights.combine import combine
from reprise.rights.duties import Destination, Shown, unkeepable, unkept
from tests.unit.rights.build import said

TEXT = '<p>The bridge <a href="https://post.example/map">near Akaroa</a> opens.</p><p>At last.</p>'
CREDIT = "From the Harbour Post & Sons"
LINE = '<p class="credit"><a href="https://post.example/7">From the Harbour Post &amp; Sons</a></p>'

CREDITS = {
    "at the tail": (TEXT + LINE, CreditPlace.TAIL, None),
    "at the head": (LINE + TEXT, CreditPlace.HEAD, None),
    "anywhere": (TEXT + LINE, CreditPlace.ANY, None),
    "head, a correction between": (LINE + "<p>Corrected.</p>" + TEXT, CreditPlace.HEAD, None),
    "tail, a blurb behind": (TEXT + LINE + "<p>We are the Post.</p>", CreditPlace.TAIL, None),
    "divided by mark-up": (
        TEXT + "<p>From the <b>Harbour</b>\n Post &amp; Sons</p>", CreditPlace.TAIL, None,
    ),
    "in brackets": (TEXT + "<p>(From the Harbour Post &amp; Sons)</p>", CreditPlace.ANY, None),
    "missing": (TEXT, CreditPlace.ANY, "credit_line_missing"),
    "another line": (TEXT + "<p>From the Harbour Post</p>", CreditPlace.ANY, "credit_line_missing"),
    "longer words": (
        TEXT + "<p>From the Harbour Post &amp; Sonship</p>", CreditPlace.ANY, "credit_line_missing",
    ),
    "in an attribute only": (
        TEXT + f'<img alt="{CREDIT}" src="x">', CreditPlace.ANY, "credit_line_missing",
    ),
    "at the wrong end": (TEXT + LINE, CreditPlace.HEAD, "credit_line_misplaced"),
    "at the other wrong end": (LINE + TEXT, CreditPlace.TAIL, "credit_line_misplaced"),
}  # fmt: skip


@pytest.mark.parametrize(("html", "place", "code"), CREDITS.values(), ids=CREDITS)
def test_the_credit_line_stands_exactly_and_at_its_place(html, place, code):
    """
    The exact words, read as a reader reads them, at the end they belong to (B33).
    """
    duties = Duties(credit_line=CREDIT, credit_place=place)

    problems = unkept(duties, Shown(html, text_html=TEXT))

    assert [problem.code for problem in problems] == ([code] if code else [])


def test_a_credit_inside_the_text_is_at_no_end():
    """
    Halfway through the article is neither head nor tail.
    """
    half = TEXT.replace("</p><p>", f"</p>{LINE}<p>")

    for place in (CreditPlace.HEAD, CreditPlace.TAIL):
        duties = Duties(credit_line=CREDIT, credit_place=place)
        assert [one.code for one in unkept(duties, Shown(half, text_html=TEXT))] == [
            "credit_line_misplaced"
        ]


def test_an_excerpt_is_measured_by_its_own_ends():
    """
    Without the whole text, the credit is the first or the last that is shown.
    """
    duties = Duties(credit_line=CREDIT, credit_place=CreditPlace.TAIL, keep_links=True)

    assert unkept(duties, Shown(f"<p>The bridge…</p>{LINE}")) == ()
    assert unkept(duties, Shown(f"{LINE}<p>The bridge…</p>")) != ()


KEPT = {
    "link back to the original": (
        Duties(link_back=True), TEXT + LINE, {"original": "https://post.example/7"}, None,
    ),
    "no link back": (
        Duties(link_back=True), TEXT, {"original": "https://post.example/7"}, "link_back_missing",
    ),
    "nobody knows the original": (Duties(link_back=True), TEXT + LINE, {}, "original_unknown"),
    "link back to an address": (Duties(link_back="https://post.example/7"), TEXT + LINE, {}, None),
    "link back to another address": (
        Duties(link_back="https://post.example/8"), TEXT + LINE, {}, "link_back_missing",
    ),
    "link not needed": (Duties(link_back=False), TEXT, {}, None),
    "links kept": (Duties(keep_links=True), LINE + TEXT, {}, None),
    "a link lost": (
        Duties(keep_links=True), TEXT.replace("post.example/map", "post.example/"), {}, "link_lost",
    ),
    "pixel": (
        Duties(pixel="https://p.example/?a=1&b=2"),
        TEXT + '<img src="https://p.example/?a=1&amp;b=2" width="1" height="1">', {}, None,
    ),
    "no pixel": (Duties(pixel="https://p.example/1"), TEXT, {}, "pixel_missing"),
    "another pixel": (
        Duties(pixel="https://p.example/1"), TEXT + '<img src="https://p.example/2">', {},
        "pixel_missing",
    ),
    "blurb": (Duties(blurb="We are <the> Post."), TEXT + "<p>We are &lt;the&gt; Post.</p>", {}, None),
    "no blurb": (Duties(blurb="We are the Post."), TEXT, {}, "blurb_missing"),
    "unchanged": (Duties(no_changes=True), LINE + TEXT + LINE, {}, None),
    "changed": (
        Duties(no_changes=True), TEXT.replace("near", "at"), {}, "text_changed",
    ),
    "changes allowed": (Duties(no_changes=False), TEXT.replace("near", "at"), {}, None),
    "author named": (Duties(attribution=True), TEXT + "<p>By ann lee</p>", {"names": ("Ann Lee",)}, None),
    "nobody named": (
        Duties(attribution=True), TEXT, {"names": ("Ann Lee", "Post")}, "attribution_missing",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("duties", "html", "facts", "code"), KEPT.values(), ids=KEPT)
def test_a_duty_that_is_not_kept_is_named(duties, html, facts, code):
    """
    Each duty is kept in the bytes, or its problem says which was lost.
    """
    problems = unkept(duties, Shown(html, **{"text_html": TEXT, **facts}))

    assert [problem.code for problem in problems] == ([code] if code else [])


def test_a_link_is_kept_as_often_as_it_stood_there():
    """
    Two links to one address are two links.
    """
    twice = TEXT + '<p><a href="https://post.example/map">Map</a></p>'

    (problem,) = unkept(Duties(keep_links=True), Shown(TEXT, text_html=twice))

    assert problem.found == "https://post.example/map"


STRIPS = {
    "pixels": (Destination(strips_pixels=True), ["pixel"]),
    "links": (Destination(strips_links=True), ["keep_links", "link_back"]),
    "nothing": (Destination(), []),
}


@pytest.mark.parametrize(("destination", "lost"), STRIPS.values(), ids=STRIPS)
def test_a_destination_that_strips_a_duty_is_refused_with_that_reason(destination, lost):
    """
    The finding names the duty and who asked for it.
    """
    effective = combine(
        [
            said("agreement", duties={"link_back": True, "keep_links": True}),
            said("grant", "acme", duties={"pixel": "https://p.example/1"}),
        ]
    )

    findings = unkeepable(effective, destination)

    assert [one.detail for one in findings] == lost
    assert {one.reason for one in findings} <= {Reason.DUTY}
    if lost == ["pixel"]:
        assert (findings[0].origin, findings[0].name) == ("grant", "acme")


def test_a_duty_nobody_asked_for_is_kept():
    """
    Without duties any text is fine, and no destination strips anything.
    """
    assert unkept(Duties(), Shown("")) == ()
    assert unkeepable(combine([]), Destination(strips_pixels=True, strips_links=True)) == ()
