"""
Posts of Ghost, by its export and by its Content API.
"""

import json

import pytest

from reprise.errors import RefusedError
from tests.unit.intake.reading import only, read

BODY = "<p>The ferry runs again after a winter in dock, the company said on Monday.</p>"
POST = {
    "id": "65a1", "uuid": "u-1", "slug": "ferry", "title": "The ferry runs again", "html": BODY,
    "status": "published", "visibility": "public", "type": "post", "custom_excerpt": "It sails.",
    "published_at": "2026-03-02T08:00:00.000Z", "updated_at": "2026-03-02T09:00:00.000Z",
    "feature_image": "__GHOST_URL__/content/a.jpg", "feature_image_caption": "A ferry",
    "canonical_url": "https://h.example/ferry",
}  # fmt: skip
TABLES = {
    "posts": [POST],
    "users": [
        {"id": "1", "name": "Ann Lee", "email": "secret@h.example"},
        {"id": "2", "name": "Bo Reed"},
    ],
    "posts_authors": [
        {"post_id": "65a1", "author_id": "2", "sort_order": 1},
        {"post_id": "65a1", "author_id": "1", "sort_order": 0},
    ],
    "tags": [{"id": "t", "name": "Sea"}, {"id": "i", "name": "#desk-note"}],
    "posts_tags": [{"post_id": "65a1", "tag_id": "t"}, {"post_id": "65a1", "tag_id": "i"}],
}
SHAPES = {
    "export": {"db": [{"meta": {"version": "5.82.0"}, "data": TABLES}]},
    "tables": {"meta": {}, "data": TABLES},
    "api": {
        "posts": [
            {name: value for name, value in POST.items() if name != "status"}
            | {"authors": [{"name": "Ann Lee"}, {"name": "Bo Reed"}], "tags": [{"name": "Sea"}]}
        ]
    },
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_post_is_the_same_however_it_came(shape):
    """Id, people in their order, tags but internal ones, pictures at the site, no addresses."""
    said = only(read(json.dumps(shape), url="https://h.example/")).submission
    assert (said.id, said.headline, said.abstract) == ("65a1", POST["title"], "It sails.")
    assert [one.name for one in said.bylines] == ["Ann Lee", "Bo Reed"]
    assert said.sections == ("Sea",)
    assert said.published_at.isoformat() == "2026-03-02T08:00:00+00:00"
    assert [one.url for one in said.pictures] == ["https://h.example/content/a.jpg"]
    assert "secret" not in said.model_dump_json()


@pytest.mark.parametrize(
    "changed",
    [
        {"status": "draft"}, {"status": "scheduled"}, {"status": "sent"}, {"visibility": "members"},
        {"visibility": "paid"}, {"type": "page"}, {"page": True}, {"access": False},
    ],
    ids=str,
)  # fmt: skip
def test_what_the_site_does_not_show_to_everybody_is_left_out(changed):
    """And counted; alone it makes no upload."""
    hidden = POST | {"id": "2"} | changed
    assert [note.found[:2] for note in read(json.dumps({"posts": [POST, hidden]})).notes] == ["1:"]
    with pytest.raises(RefusedError):
        read(json.dumps({"posts": [hidden]}))


def test_a_long_export_is_taken_in_post_by_post(monkeypatch):
    """Each with the people and tags that the tables give it."""
    monkeypatch.setattr("reprise.intake.ghost.LONG", 0)
    whole = read(json.dumps(SHAPES["export"]))
    monkeypatch.undo()
    (part,) = whole.parts
    together = only(read(json.dumps(SHAPES["export"]))).submission
    assert only(read(part.body)).submission == together
