"""
JSON-LD that came without its page.
"""

import json

import pytest

from reprise.errors import RefusedError
from tests.unit.intake.reading import only, read

P = "The ferry to the outer islands runs again after a winter in dock, the company said on Monday. It carries two hundred people."
Q = "Islanders welcomed the news in the village hall. The timetable of last summer is in force again, said the harbour master."
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "The ferry runs again",
    "articleBody": f"{P}\n\n{Q}",
    "datePublished": "2026-03-02T08:00:00Z",
    "author": {"@id": "#ann"},
    "mainEntityOfPage": "https://h.example/ferry",
    "inLanguage": "en",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "image": {"@type": "ImageObject", "url": "https://h.example/a.jpg", "creditText": "R. Hale"},
}
ANN = {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}


@pytest.mark.parametrize(
    "shape",
    [
        {
            "@context": "https://schema.org",
            "@graph": [{"@type": "WebSite", "name": "H"}, ARTICLE, ANN],
        },
        [ARTICLE, ANN],
        ARTICLE | {"author": ANN},
        {
            "@context": "http://schema.org/",
            "@type": "WebPage",
            "mainEntity": ARTICLE | {"author": ANN},
        },
    ],
    ids=["graph", "list", "alone", "page"],
)
def test_an_article_is_read_wherever_it_stands(shape):
    """Text, date, author by reference, address, licence and picture."""
    item = only(read(json.dumps(shape)))
    said = item.submission
    assert (said.headline, said.canonical_url) == (
        "The ferry runs again",
        "https://h.example/ferry",
    )
    assert said.body_html == f"<p>{P}</p><p>{Q}</p>"
    assert [one.name for one in said.bylines] == ["Ann Lee"]
    assert said.published_at.isoformat() == "2026-03-02T08:00:00+00:00"
    assert [one.credit for one in said.pictures] == ["R. Hale"]
    assert [one.permission.licence for one in item.policies] == [ARTICLE["license"]]


def test_a_text_in_markup_keeps_it_and_hostile_text_ends_no_script():
    """Some put HTML into articleBody; what looks like the end of a script is text."""
    body = f"<p>{P}</p><h2>More</h2><p>{Q}</p>"
    said = only(
        read(json.dumps(ARTICLE | {"articleBody": body, "keywords": "</script><p>x"}))
    ).submission
    assert said.body_html == body
    assert only(
        read(json.dumps(ARTICLE | {"headline": "</title></script> Ferry"}))
    ).submission.headline


def test_several_articles_are_several_items_and_a_bad_one_costs_only_itself():
    """An article without a text is refused by its own name."""
    second = ARTICLE | {"@id": "urn:2", "headline": "No text", "articleBody": ""}
    third = ARTICLE | {"headline": "Another", "mainEntityOfPage": "https://h.example/3"}
    reading = read(json.dumps([ARTICLE, second, third]))
    assert [item.submission.headline for item in reading.items] == [
        "The ferry runs again",
        "Another",
    ]
    assert [name for name, _ in reading.failures] == ["urn:2"]


def test_a_long_graph_is_taken_in_article_by_article(monkeypatch):
    """Each with what it refers to; none is lost, however many there are."""
    graph = {
        "@context": "https://schema.org",
        "@graph": [ARTICLE, ARTICLE | {"headline": "B"}, ANN],
    }
    monkeypatch.setattr("reprise.intake.json_ld.LONG", 1)
    alone = [only(read(part.body)).submission for part in read(json.dumps(graph)).parts]
    assert [one.headline for one in alone] == ["The ferry runs again", "B"]
    assert {one.bylines[0].name for one in alone} == {"Ann Lee"}


@pytest.mark.parametrize(
    "node", [{"@type": "Person", "name": "Ann"}, {"@type": "Product", "headline": "x"}]
)
def test_what_is_no_article_is_not_taken_for_one(node):
    """Other things of schema.org are not refused as broken articles, but as no format of ours."""
    with pytest.raises(RefusedError) as refused:
        read(json.dumps({"@context": "https://schema.org", **node}))
    assert refused.value.problems[0].code == "unknown_format"


@pytest.mark.parametrize("text", ["The night boat is cancelled.", "From Monday.\n\nUntil March."])
def test_a_brief_is_read_whatever_its_length(text):
    """A page so short may be a wall or a list; who sends the text alone says what it is."""
    told = ARTICLE | {"articleBody": text}
    item = only(read(json.dumps(told)))
    shown = "".join(f"<p>{one}</p>" for one in text.split("\n\n"))
    assert item.submission.body_html == shown
