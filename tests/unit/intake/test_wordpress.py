"""WordPress: exports and posts of the REST API (row M6)."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.intake.wordpress_text import own_abstract, read_content
from reprise.model.submission import Action
from reprise.text.html import html_to_text, sanitise
from tests.unit.intake.reading import case, read, reads_or_refuses, refusal, submitted

EXPORT, POST = "wordpress/export.xml", "wordpress/post.json"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def posts():
    return read(case(EXPORT)).items


def post(**changes: object) -> str:
    return json.dumps(json.loads(case(POST)) | changes)


def test_every_field_of_a_post_is_read():
    """An export says who wrote it, when, and about what."""
    said = posts()[0].submission
    assert said.headline == "Ferries &#8220;hourly&#8221; from May"
    assert said.abstract == "Winter boats return."
    assert (said.bylines[0].name, said.bylines[0].email) == ("Ida Skerry", "ida@ebb.example")
    assert (said.sections, said.keywords) == (("Transport",), ("ferries",))
    assert said.series == "Harbour Lines"
    assert said.language == "en-NZ"
    assert said.canonical_url == "https://ebb.example/2026/04/ferries/"
    assert said.source
    assert (said.source.name, said.source.url) == ("Ebb & Flow", "https://ebb.example")
    assert said.published_at == datetime(2026, 4, 16, 20, tzinfo=UTC)
    assert said.updated_at == datetime(2026, 4, 16, 21, tzinfo=UTC)


@pytest.mark.parametrize("name", [EXPORT, POST])
def test_the_guid_is_kept_character_for_character(name):
    """X-08: it is not a link, its host keeps its capitals; the API's escaping is undone."""
    first = read(case(name)).items[0].submission
    assert first.id == "http://Old.Ebb.example/?p=12&post_type=post"


def test_blank_lines_are_paragraphs_and_shortcodes_are_resolved():
    """An export holds what was typed, not what the site shows."""
    item = posts()[0]
    clean = sanitise(item.submission.body_html or "").html
    assert clean.startswith("<p>The company will sail<br>every hour.</p><figure><img ")
    assert "<figcaption>The ferry at the pier.</figcaption>" in clean
    assert clean.endswith("<p>Fares rise in July [sic].</p>")
    assert [one.kind for one in item.removals] == ["shortcode"]


def test_attachments_are_the_pictures_of_their_post():
    """The featured one, the gallery's, and what is known of those in the text."""
    featured, in_gallery, in_text = posts()[0].submission.pictures
    assert featured.url == "https://ebb.example/files/ferry.jpg"
    assert (featured.caption, featured.alt) == ("The white ferry.", "A ferry")
    assert (featured.credit, featured.rights) == ("Jo Quay", "2026 Jo Quay")
    assert (featured.width, featured.height) == (1600, 1200)
    assert in_gallery.url == "https://ebb.example/files/map.png"
    assert in_text.url == "https://ebb.example/files/ferry-640x480.jpg"
    assert in_text.credit == "Bo Lintel!"


def test_what_a_reader_of_the_blog_cannot_see_is_left_out_and_counted():
    """Drafts, private and protected posts and pages make notes, not articles."""
    notes = {one.found for one in read(case(EXPORT)).notes}
    assert notes == {
        "2 of status draft",
        "1 of status private",
        "1 of protected by a password",
        "1 of type page",
    }


def test_a_scheduled_post_is_embargoed_until_its_date():
    """It is public at its source from then on; an expiry plugin's date is the end."""
    found = posts()[1].submission.permission
    assert found is not None
    assert found.embargoed_until == datetime(2026, 5, 1, 6, tzinfo=UTC)
    assert found.expires_at == datetime(2026, 6, 1, tzinfo=UTC)


def test_a_post_in_the_bin_is_taken_back():
    """What its source threw away is not for us to show."""
    said = posts()[2].submission
    assert (said.action, said.id) == (Action.WITHDRAW, "https://ebb.example/?p=51")


def test_limits_in_custom_fields_hold():
    """A field that speaks of licences or embargoes is not passed over."""
    meta = "<wp:postmeta><wp:meta_key>license_terms</wp:meta_key><wp:meta_value>x</wp:meta_value></wp:postmeta>"
    text = case(EXPORT).replace("<wp:comment>", f"{meta}<wp:comment>", 1)
    found = read(text).items[0].submission.permission
    assert found is not None
    assert found.unreadable == ("wp:postmeta license_terms: 'x'",)


def test_a_post_taken_from_elsewhere_names_its_origin():
    """Feed readers inside WordPress note where they took it from."""
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
        for key, value in {
            "syndication_source": "The Courier",
            "syndication_permalink": "https://courier.example/1",
        }.items()
    )
    said = read(case(EXPORT).replace("<wp:comment>", f"{meta}<wp:comment>", 1)).items[0].submission
    assert said.source
    assert (said.source.name, said.source.chain) == ("The Courier", ("Ebb & Flow",))
    assert said.canonical_url == "https://courier.example/1"
    assert said.alternate_urls == ("https://ebb.example/2026/04/ferries/",)


def test_an_export_without_posts_is_refused():
    """Nothing an article could come from."""
    empty = (
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>x</title></channel></rss>'
    )
    assert refusal(empty).problems[0].code == "no_article"


def test_a_post_of_the_api_is_read():
    """With ``_embed`` it brings author, terms and picture."""
    said = submitted(case(POST))
    assert said.headline == "Ferries &#8220;hourly&#8221; from May"
    assert said.bylines[0].name == "Ida Skerry"
    assert (said.sections, said.keywords) == (("Transport & Sea",), ("ferries",))
    assert said.published_at == datetime(2026, 4, 16, 20, tzinfo=UTC)
    assert said.canonical_url == "https://courier.example/ferries"
    assert said.alternate_urls == ("https://ebb.example/2026/04/ferries/",)
    (one,) = said.pictures
    assert (one.caption, one.credit, one.width) == ("The white ferry.", "Jo Quay", 1600)
    assert said.abstract is None


def test_a_list_of_posts_is_as_many_articles():
    """One that is no public post costs only itself."""
    draft = json.loads(post(status="draft", guid={"rendered": "d"}))
    reading = read(json.dumps([json.loads(case(POST)), draft]))
    assert len(reading.items) == 1
    ((name, (problem,)),) = reading.failures
    assert (name, problem.code) == ("d", "not_published")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"status": "private"}, id="private"),
        pytest.param({"content": {"rendered": "", "protected": True}}, id="protected"),
        pytest.param({"password": "x"}, id="password"),
    ],
)
def test_a_post_that_is_not_public_is_refused(changes):
    """The API shows them to its editors only."""
    assert refusal(post(**changes)).problems[0].code == "not_published"


def test_a_raw_post_of_an_editor_is_read_like_an_export():
    """``context=edit`` gives the stored text."""
    said = submitted(post(content={"raw": "One.\n\nTwo."}, guid={"raw": "g&1"}))
    assert (said.id, said.body_html) == ("g&1", "<p>One.</p>\n<p>Two.</p>")


def test_custom_fields_of_the_api_that_limit_hold():
    """As in an export."""
    said = submitted(post(acf={"embargo_until": "noon"}))
    assert said.permission
    assert said.permission.unreadable


@pytest.mark.parametrize(
    ("excerpt", "abstract"),
    [
        pytest.param("<p>Boats return.</p>", "Boats return.", id="written"),
        pytest.param("The company will sail every […]", "", id="cut"),
        pytest.param("The company will sail", "", id="begin"),
        pytest.param("Boats return …", "Boats return …", id="written-with-dots"),
        pytest.param("", "", id="none"),
    ],
)
def test_only_a_written_excerpt_is_an_abstract(excerpt, abstract):
    """What the system cut from the text says nothing new."""
    assert own_abstract(excerpt, "<p>The company will sail every hour.</p>") == abstract


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["tide", "[sic]", "ferry’s", "[1]", "50%"]),
            st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n"]),
        ),
        min_size=1,
    )
)
def test_no_word_of_a_stored_text_is_lost(pieces):
    """However it is broken into lines, and whatever stands in brackets."""
    text = "".join(f"{word}{gap}" for word, gap in pieces)
    assert html_to_text(read_content(text).html).split() == text.split()


@settings(deadline=None)
@given(st.text(alphabet="ab \n[]/<>=\"'p", max_size=120) | st.text(max_size=80))
def test_any_stored_text_is_read(text):
    """Brackets and tags in any order."""
    assert isinstance(read_content(text).html, str)


@settings(deadline=None)
@given(st.data())
def test_no_export_does_anything_but_read_or_refuse(data):
    """Any damage anywhere."""
    text = case(EXPORT)
    at = data.draw(st.integers(0, len(text)))
    reads_or_refuses(text[:at] + data.draw(st.text(max_size=10)) + text[at + 30 :])


@settings(deadline=None)
@given(st.data())
def test_no_post_does_anything_but_read_or_refuse(data):
    """Any value in any place."""
    value = json.loads(case(POST))
    for key in data.draw(st.lists(st.sampled_from(sorted(value)), max_size=3)):
        value[key] = data.draw(JSON)
    reads_or_refuses(json.dumps(value))
