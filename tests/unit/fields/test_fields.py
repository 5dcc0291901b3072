"""Submission -> article, field by field."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reprise.fields.chain import make_article
from reprise.model.article import Article, Direction
from reprise.model.configuration import Partner, Publication
from reprise.model.permission import Basis, Origin, Permission, Stated
from reprise.model.reading import ReadItem
from reprise.model.submission import Provenance, Submission
from reprise.outputs.pictures import MediaRights, shown_pictures

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
PARTNER = Partner(name="Harbour Post", url="https://harbour.example/", hosts=("harbour.example",))
PUBLICATION = Publication(name="The Bulletin", base_url="https://bulletin.example", language="en")
BODY = (
    "<p>The crew have bought their ship from the line that ran it for forty years.</p>"
    "<p>Each of them put in what they had, and a bank on the mainland lent the rest.</p>"
    "<p>The timetable stays as it is, but the galley will be open in both directions.</p>"
    "<p>The fare goes up by two crowns, from the first of June.</p>"
)


def result(*, partner=PARTNER, policies=(), provenance=(), **fields):
    """What the chain makes of a submission with these *fields*."""
    stated = {"headline": "Ferry sold", "body_html": BODY} | fields
    item = ReadItem(Submission(**stated), policies=policies, provenance=provenance)
    return make_article(
        item, article_id="x", guid="g", partner_id="p", partner=partner, publication=PUBLICATION, now=NOW
    )  # fmt: skip


def article(**fields) -> Article:
    """The article; there must be one."""
    found = result(**fields)
    assert found.article is not None, found.problems
    return found.article


def codes(found):
    """Codes of the notes."""
    return [note.code for note in found.notes]


MISSING = {
    "no headline": ({"headline": None}, "headline", "missing"),
    "blank headline": ({"headline": " \u00a0 "}, "headline", "missing"),
    "unseen headline": ({"headline": "\u200f\u202e\u202c"}, "headline", "missing"),
    "endless headline": ({"headline": "x" * 501}, "headline", "too_long"),
    "no text": ({"body_html": None}, "body_html", "missing"),
    "empty text": ({"body_html": "  "}, "body_html", "missing"),
    "only a script": ({"body_html": "<script>x</script>"}, "body_html", "no_text"),
    "only a picture": (
        {"body_html": '<img src="https://a.example/x.jpg">'},
        "body_html",
        "no_text",
    ),
}


@pytest.mark.parametrize(("fields", "field", "code"), MISSING.values(), ids=MISSING)
def test_without_headline_or_text_there_is_no_article(fields, field, code):
    """Refused, with what to send."""
    found = result(**fields)
    assert found.article is None
    assert [(problem.field, problem.code) for problem in found.problems] == [(field, code)]


HEADLINES = {
    "plain": ("Ferry sold", "Ferry sold"),
    "white space": (" Ferry\n sold\u00a0", "Ferry sold"),
    "escaped once": ("Fish &amp; chips", "Fish & chips"),
    "escaped twice": ("Fish &amp;amp; chips", "Fish & chips"),
    "escaped quote": ("The &#8216;old&#8217; pier", "The ‘old’ pier"),
    "markup": ("The <em>Tollen</em> sails", "The Tollen sails"),
    "escaped markup": ("The &lt;i&gt;Tollen&lt;/i&gt; sails", "The Tollen sails"),
    "less than": ("Why 3 < 4 and 5 > 4", "Why 3 < 4 and 5 > 4"),
    "controls": ("Fer\x08ry sold", "Ferry sold"),
    "mojibake": ("The cafÃ© on the corner", "The café on the corner"),
}


@pytest.mark.parametrize(("stated", "expected"), HEADLINES.values(), ids=HEADLINES)
def test_headlines_are_one_plain_line(stated, expected):
    """B58, C7, C11: repaired, and told when more than spaces changed."""
    found = result(headline=stated)
    assert found.article is not None
    assert found.article.headline == expected
    assert ("repaired" in codes(found)) == (" ".join(stated.split()) != expected)


def test_controls_are_dropped_with_a_note_that_shows_them():
    """One control character must not break a feed, and its partner should know (C7)."""
    found = result(headline="Fer\x08ry sold", abstract="a\x00b")
    assert [note.field for note in found.notes if note.code == "control_characters"] == [
        "headline", "abstract",
    ]  # fmt: skip
    assert all(character >= " " for character in article(headline="Fer\x08ry").headline)


def test_nothing_for_staff_is_in_an_article():
    """NJ-05: no field could hold it."""
    stored = article(ed_note="SECRET-NOTE", slugline="SECRET-SLUG").model_dump_json()
    assert "SECRET" not in stored


def test_plain_text_becomes_paragraphs():
    """Blank lines part paragraphs."""
    found = article(body_html=None, body_text="One & two.\r\n\r\nThree\nfour.")
    assert found.body_html == "<p>One &amp; two.</p><p>Three<br>four.</p>"
    assert found.word_count == 4


def test_a_body_escaped_as_a_whole_is_unescaped():
    """Some exporters escape the markup once more."""
    found = article(body_html="&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;")
    assert found.body_html == "<p>One &amp; two.</p><p>Three.</p>"


def test_the_headline_repeated_on_top_of_the_text_goes():
    """It stands above the text already; the removal is told."""
    found = result(body_html=f"<h1>Ferry sold.</h1>{BODY}")
    assert found.article is not None
    assert found.article.body_html == BODY
    assert [removal.kind for removal in found.removals] == ["repeated-headline"]


def test_a_repeated_headline_is_known_by_its_words_not_its_spelling():
    """An ampersand is another thing in markup."""
    found = result(headline="Fish & chips", body_html=f"<h2>Fish &amp; Chips</h2>{BODY}")
    assert found.article is not None
    assert found.article.body_html == BODY


def test_addresses_in_the_text_are_relative_to_the_original():
    """M54: the canonical address is the base."""
    found = article(
        body_html='<p>See <a href="/x?utm_source=y">this</a>.</p>',
        canonical_url="https://tidal.example/2026/ferry",
    )
    assert 'href="https://tidal.example/x"' in found.body_html


LANGUAGES = {
    "stated": ({"language": "en-GB"}, "en-GB"),
    "stated oddly": ({"language": "EN-gb"}, "en-GB"),
    "not stated": ({}, "en"),
    "stated, unknown": ({"language": "xq"}, "en"),
}


@pytest.mark.parametrize(("fields", "tag"), LANGUAGES.values(), ids=LANGUAGES)
def test_the_language_is_as_stated_else_as_read(fields, tag):
    """The partner is trusted; silence is answered by the text."""
    assert article(**fields).language == tag


def test_a_language_that_clearly_differs_is_doubted_not_changed():
    """The receipt tells both."""
    found = result(language="de", body_html=BODY * 3)
    assert found.article is not None
    assert found.article.language == "de"
    assert "language_differs" in codes(found)
    assert found.confidence["language"] < 1


def test_arabic_runs_from_right_to_left():
    """Also where only the text says so."""
    found = article(headline="بيع العبّارة", body_html="<p>اشترى الطاقم السفينة من الشركة.</p>")
    assert (found.language, found.direction) == ("ar", Direction.RTL)


DATES = {
    "past": (NOW - timedelta(hours=1), NOW - timedelta(hours=1), False),
    "now": (NOW, NOW, False),
    "clocks differ": (NOW + timedelta(minutes=10), NOW, False),
    "future": (NOW + timedelta(minutes=10, seconds=1), NOW, True),
}


@pytest.mark.parametrize(("stated", "expected", "noted"), DATES.values(), ids=DATES)
def test_dates_in_the_future_are_slips(stated, expected, noted):
    """M57: clamped and told, at the boundary and on both sides of it."""
    found = result(published_at=stated)
    assert found.article is not None
    assert found.article.published_at == expected
    assert ("future_date" in codes(found)) is noted


def test_an_update_before_the_publication_is_none():
    """The later of the two stands."""
    found = article(published_at=NOW, updated_at=NOW - timedelta(days=1))
    assert found.stated_updated_at == NOW


def test_people_are_named_without_by_and_once():
    """B9: roles and addresses stay with them."""
    found = article(
        bylines=[
            {"name": "By Ada Quill", "role": "Reporter"},
            {"name": "ADA QUILL"},
            {"name": "Tom Reed (tom@a.example)"},
        ]
    )
    assert [byline.name for byline in found.bylines] == ["Ada Quill", "Tom Reed"]
    assert found.bylines[0].role == "Reporter"
    assert found.bylines[1].email == "tom@a.example"


def test_subjects_are_named_once_in_order():
    """Case does not make another section."""
    found = article(sections=["Sea", " sea ", "", "Town"], keywords=["a &amp; b", "x" * 201])
    assert (found.sections, found.keywords) == (("Sea", "Town"), ("a & b",))


def test_pictures_of_the_text_and_stated_ones_are_one_list():
    """What the submission says of a picture wins; the text adds what is missing."""
    found = article(
        body_html=f'{BODY}<figure><img src="https://a.example/1.jpg" alt="Ship"><figcaption>In dock.'
        '</figcaption></figure><img src="/2.jpg">',
        pictures=[{"url": "https://a.example/1.jpg?utm_source=x", "credit": "R. Hale"}],
        canonical_url="https://a.example/ferry",
    )
    first, second = found.pictures
    assert (first.url, first.credit, first.caption, first.alt) == (
        "https://a.example/1.jpg", "R. Hale", "In dock.", "Ship",
    )  # fmt: skip
    assert second.url == "https://a.example/2.jpg"


def test_a_credit_inside_a_caption_is_told_apart():
    """B9."""
    (picture,) = article(
        pictures=[{"url": "https://a.example/1.jpg", "caption": "In dock. Photo: R. Hale"}]
    ).pictures
    assert (picture.caption, picture.credit) == ("In dock.", "R. Hale")


NOTICE = "This article first appeared in {} and is republished with permission."


def test_a_notice_is_lifted_into_the_permission():
    """B27: basis and evidence stated by the notice; source and original named; not shown twice."""
    link = '<a href="https://tidal.example/2026/ferry">The Tidal Post</a>'
    found = result(body_html=f"{BODY}<p>{NOTICE.format(link)}</p>")
    assert found.article is not None
    assert found.article.body_html == BODY
    (stated,) = found.article.permissions
    assert (stated.origin, stated.permission.basis) == (Origin.NOTICE, Basis.PERMISSION)
    assert stated.permission.uses == {}
    assert stated.permission.evidence is not None
    assert stated.permission.evidence.text == NOTICE.format("The Tidal Post")
    assert found.article.source.name == "The Tidal Post"
    assert found.article.canonical_url == "https://tidal.example/2026/ferry"
    assert [removal.kind for removal in found.removals] == ["notice"]


def test_a_stated_source_comes_before_the_notice():
    """What the submission says is not overruled by its text."""
    found = article(
        body_html=f"{BODY}<p>{NOTICE.format('The Tidal Post')}</p>", source={"name": "Sea News"}
    )
    assert found.source.name == "Sea News"


def test_a_sentence_of_the_article_is_no_notice():
    """No paragraph of the article is taken for one."""
    sentence = "<p>The letter was first published in a newspaper in 1907, with his permission.</p>"
    found = article(body_html=f"{BODY}{sentence}{BODY}")
    assert sentence in found.body_html


def test_every_statement_about_permission_is_kept_with_its_origin():
    """Upload, then sidecar and policies, then notices; rights decides."""
    sidecar = Stated(origin=Origin.SIDECAR, permission=Permission(commercial=False))
    found = article(
        permission=Permission(basis=Basis.PERMISSION),
        policies=(sidecar,),
        body_html=f"{BODY}<p>{NOTICE.format('The Tidal Post')}</p>",
    )
    assert [stated.origin for stated in found.permissions] == [
        Origin.UPLOAD, Origin.SIDECAR, Origin.NOTICE,
    ]  # fmt: skip


THRESHOLDS = {"below": (0.49, True), "on": (0.5, False), "above": (0.51, False)}


@pytest.mark.parametrize(("sure", "held"), THRESHOLDS.values(), ids=THRESHOLDS)
@pytest.mark.parametrize("field", ["headline", "body"])
def test_what_is_unsure_waits_for_a_person(field, sure, held):
    """By the threshold of the partner's configuration."""
    found = result(provenance=(Provenance(field=field, origin="capture", confidence=sure),))
    assert bool(found.review) is held
    assert found.article is not None


def test_other_fields_may_be_unsure():
    """A doubtful date holds nothing back."""
    unsure = Provenance(field="published_at", origin="capture", confidence=0.1)
    assert result(provenance=(unsure,)).review == ()


def test_each_value_says_where_it_came_from():
    """The receipt names the origin of every field, once."""
    found = result(
        sections=["Sea"],
        provenance=(Provenance(field="headline", origin="capture", confidence=0.8),),
    )
    fields = [one.field for one in found.provenance]
    assert len(fields) == len(set(fields))
    assert "headline" not in fields
    assert {"body", "sections", "language"} <= set(fields)
    assert found.confidence["headline"] == 0.8


def test_the_same_submission_makes_the_same_article():
    """Nothing but the submission and now decides (invariant 3)."""
    assert article(sections=["Sea"]) == article(sections=["Sea"])


def test_pictures_without_an_address_keep_their_words_and_are_told():
    """Copied text has such; two of them are two, and no output shows one (B32)."""
    found = result(pictures=[{"credit": "R. Hale"}, {"credit": "R. Hale"}, {"url": "pier.jpg"}])
    assert [(one.url, one.credit) for one in found.article.pictures] == [
        (None, "R. Hale"),
        (None, "R. Hale"),
        ("pier.jpg", None),
    ]
    assert [(note.code, note.found) for note in found.notes] == [("no_address", "2")]
    assert shown_pictures(found.article.pictures, MediaRights(allowed=True)) == ()


@pytest.mark.parametrize("field", ["headline", "abstract", "kicker", "dateline", "series"])
def test_no_mark_of_direction_reaches_beyond_its_field(field):
    """W3C, strings on the web: a reader sets a headline into a line with others."""
    made = article(**{field: "Ferry \u202esold"})

    assert getattr(made, field) == "Ferry \u202esold\u202c"
