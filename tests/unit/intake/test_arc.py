"""
Stories in the Arc Native Specification.
"""

import json

import pytest

from tests.unit.intake.reading import only, read

STORY = {
    "_id": "ABC123",
    "type": "story",
    "version": "0.10.7",
    "headlines": {"basic": "The ferry runs again"},
    "subheadlines": {"basic": "Islanders are glad"},
    "label": {"basic": {"text": "Traffic"}},
    "content_elements": [
        {"type": "text", "content": "The ferry runs <b>again</b>."},
        {"type": "header", "level": 3, "content": "What it costs"},
        {"type": "list", "list_type": "ordered", "items": [{"type": "text", "content": "Two"}, {"type": "text", "content": "Three"}]},
        {"type": "quote", "content_elements": [{"type": "text", "content": "It sails."}], "citation": {"content": "A sailor"}},
        {"type": "image", "url": "https://h.example/b.jpg", "alt_text": 'A "ship"', "caption": "A ship", "credits": {"by": [{"byline": "R. Hale"}]}},
        {"type": "interstitial_link", "content": "Read also", "url": "https://h.example/o"},
        {"type": "video", "_id": "V1"},
    ],
    "credits": {"by": [{"type": "author", "name": "Ann Lee", "org": "Harbour Post"}]},
    "canonical_url": "/2026/03/ferry",
    "first_publish_date": "2026-03-02T08:00:00Z",
    "last_updated_date": "2026-03-02T09:00:00Z",
    "display_date": "2026-03-02T08:30:00Z",
    "taxonomy": {"primary_section": {"name": "Sea"}, "sections": [{"name": "Sea"}, {"name": "News"}], "tags": [{"text": "ferries"}]},
    "distributor": {"name": "Kelp Wire", "category": "wires"},
    "promo_items": {"basic": {"type": "image", "url": "https://h.example/a.jpg", "caption": "The pier"}},
    "slug": "secret-slug",
    "editor_note": "secret note",
    "planning": {"internal_note": "secret plan"},
    "workflow": {"note": "secret workflow"},
    "language": "en",
}  # fmt: skip


def test_a_story_is_read_element_by_element():
    """Texts, headings, lists, quotes and pictures at their places; links and players are told."""
    item = only(read(json.dumps(STORY), url="https://h.example"))
    said = item.submission
    assert said.body_html == (
        "<p>The ferry runs <b>again</b>.</p><h3>What it costs</h3><ol><li>Two</li><li>Three</li></ol>"
        "<blockquote><p>It sails.</p><p>A sailor</p></blockquote>"
        '<figure><img src="https://h.example/b.jpg" alt="A &quot;ship&quot;">'
        '<figcaption>A ship<span class="credit">R. Hale</span></figcaption></figure>'
    )
    assert (said.id, said.headline, said.kicker, said.abstract) == (
        "ABC123", "The ferry runs again", "Traffic", "Islanders are glad",
    )  # fmt: skip
    assert said.canonical_url == "https://h.example/2026/03/ferry"
    assert said.published_at.hour == 8
    assert said.sections == ("Sea", "News")
    assert said.source.name == "Kelp Wire"
    assert [one.url for one in said.pictures] == ["https://h.example/a.jpg"]
    assert [one.kind for one in item.removals] == ["interstitial_link", "video"]


def test_what_is_for_the_desk_is_nowhere_else():
    """Slug and note are kept as such; planning and workflow are not kept at all."""
    said = only(read(json.dumps(STORY))).submission
    assert (said.slugline, said.ed_note) == ("secret-slug", "secret note")
    public = said.model_copy(update={"slugline": None, "ed_note": None})
    assert "secret" not in public.model_dump_json()


def test_a_story_that_is_not_published_is_refused_and_a_restricted_one_held():
    """Its house keeps it back, or lets it be seen by some alone."""
    hidden = STORY | {"additional_properties": {"is_published": False}}
    ((_, problems),) = read(json.dumps([hidden])).failures
    assert [problem.code for problem in problems] == ["not_published"]
    held = only(read(json.dumps(STORY | {"content_restrictions": {"content_code": "premium"}})))
    assert held.submission.permission.unreadable


@pytest.mark.parametrize("elements", [None, [], [None, 1, "x", {}], {"type": "text"}])
def test_odd_elements_cost_only_themselves(elements):
    """Whatever stands there, the story is read; without a text it is refused later."""
    assert only(read(json.dumps(STORY | {"content_elements": elements}))).submission.headline
