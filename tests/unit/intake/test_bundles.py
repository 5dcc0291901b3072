"""Bundles and NDJSON: what is an article, what a picture, and what is said of each (row B11)."""

from __future__ import annotations

import gzip
import json

import pytest

from reprise.errors import RefusedError
from reprise.intake import marks
from reprise.intake.formats import read_upload
from reprise.intake.not_articles import no_article
from reprise.intake.received import Received
from reprise.model.configuration import Partner
from tests.archives import picture, tarred, zipped

PARTNER = Partner(name="Harbour Post", max_bytes=1_000_000)
STORY = {
    "format": "reprise/1",
    "id": "ferry",
    "headline": "Ferry sold",
    "body_text": "To its crew.",
}
TEXT = "Ferry sold\n\nThe crew have bought the ship that they have run for nineteen years.\n"
YES = {"uses": {"display": {"allowed": True}, "syndicate_full": {"allowed": True}}}


def read(*files, partner=PARTNER, **options):
    return read_upload(zipped(files), "b.zip", partner=partner, **options)


def failures(reading):
    return {name: problems[0].code for name, problems in reading.failures}


def test_files_are_articles_and_pictures_by_their_content():
    """Whatever they are called."""
    reading = read(("story.jpg", STORY), ("pier.txt", picture("JPEG")), ("page", "<html>x</html>"))
    assert reading.format == "bundle"
    assert [part.name for part in reading.parts] == ["story.jpg", "page"]
    (shown,) = reading.pictures
    assert (shown.name, shown.facts.media_type) == ("pier.txt", "image/jpeg")
    assert (shown.facts.width, shown.facts.height, shown.facts.credit) == (640, 400, "Jo Quay")
    assert shown.key.startswith("pictures/")
    assert shown.key.endswith(".jpg")
    assert b"SECRETPLACE" not in shown.body


def test_a_sidecar_goes_with_its_file():
    """It is no article; one whose file is missing is told."""
    reading = read(("a.txt", TEXT), ("a.txt.permission.json", YES), ("b.txt.permission.json", YES))
    (part,) = reading.parts
    assert [(one.name, one.permission.unreadable) for one in part.beside.stated] == [
        ("a.txt.permission.json", ())
    ]
    assert failures(reading) == {"b.txt.permission.json": "not_in_bundle"}


def test_an_unreadable_sidecar_is_stated_as_such():
    """Which holds its article, and no other."""
    reading = read(("a.txt", TEXT), ("a.txt.permission.json", "{"), ("b.txt", TEXT))
    said = {
        part.name: [one.permission.unreadable for one in part.beside.stated]
        for part in reading.parts
    }
    assert said["a.txt"][0]
    assert said["b.txt"] == []


def test_the_sidecar_of_the_bundle_speaks_for_all_of_it():
    """Beside what each file's own says."""
    reading = read(("a.txt", TEXT), sidecar=json.dumps(YES).encode())
    assert [one.name for one in reading.beside.stated] == ["b.zip.permission.json"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.7 x", "not_an_article"),
        (b"\x00\x00\x00\x1cftypavif\x00", "not_an_article"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "not_an_article"),
        (zipped([("x", "x")]), "nested_archive"),
        (tarred([("x", "x")], "gz"), "nested_archive"),
        (gzip.compress(b"x"), "nested_archive"),
        (picture()[:60], "broken_picture"),
    ],
    # Archives name the second in which they are made; every worker must collect the same names.
    ids=["nothing", "blank", "pdf", "avif", "sound", "zip", "tar", "gzip", "picture"],
)
def test_a_bad_file_costs_only_itself(body, code):
    """With the reason under its name."""
    reading = read(("bad", body), ("good.txt", TEXT))
    assert [part.name for part in reading.parts] == ["good.txt"]
    assert failures(reading) == {"bad": code}


def test_a_picture_with_an_archive_behind_it_is_the_picture_alone():
    """What is appended is gone."""
    (shown,) = read(("x.png", picture() + zipped([("evil.html", "<script>")]))).pictures
    assert b"evil" not in shown.body


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([], "empty"),
        ([("a/", "")], "empty"),
        ([("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")], "not_an_article"),
        ([("mimetype", "application/epub+zip"), ("x.html", "<p>")], "not_an_article"),
    ],
)
def test_what_is_no_bundle_is_refused_as_a_whole(files, code):
    """Word documents and e-books are archives too."""
    with pytest.raises(RefusedError) as refused:
        read(*files)
    assert refused.value.problems[0].code == code


def test_what_a_browser_saves_beside_a_page_is_passed_over_but_for_pictures():
    """The pictures are the article's; frames, scripts and style sheets are nobody's."""
    files = ["frame.html", "app.js", "a/b.css", "data.json"]
    beside = [(f"x/Story_files/{name}", "some text") for name in files]
    reading = read(
        ("x/Story.html", "<p>"),
        *beside,
        ("x/Story_files/p", picture()),
        ("Other_files/a.txt", TEXT),
    )
    assert [part.name for part in reading.parts] == ["x/Story.html", "Other_files/a.txt"]
    assert [one.name for one in reading.pictures] == ["x/Story_files/p"]
    assert reading.failures == ()


@pytest.mark.parametrize(
    "code",
    [
        "function f(a) {\n  var b = a;\n  return b;\n}\n" * 9,
        ".a { color: red; }\n.b { margin: 0; padding: 1px; }\n" * 9,
        "!function(e){var t=e.x;e.y=t;}(this);" * 9,
    ],
    ids=["script", "style", "minified"],
)
def test_scripts_and_style_sheets_are_no_articles(code):
    """A reader of plain text would make some of them."""
    assert failures(read(("a.txt", code), ("b.txt", TEXT))) == {"a.txt": "not_an_article"}


def test_a_text_that_shows_some_code_is_an_article():
    """Here and there a formula."""
    prose = "Nobody on board asked for more than that, she said, and nobody was offered it. " * 3
    text = f"{TEXT}\n{f'The crew wrote x = 5; they meant it. {prose}' * 8}"
    assert failures(read(("a.txt", text))) == {}


def test_a_compressed_file_is_a_bundle_of_one():
    """NDJSON is often sent so."""
    reading = read_upload(gzip.compress(TEXT.encode()), "a.txt.gz", partner=PARTNER)
    assert [(part.name, part.body) for part in reading.parts] == [("a.txt", TEXT.encode())]


@pytest.mark.parametrize("word", ["MZ", "SQLite", "RIFF", "ID3", "GIF8", "Rar!", "BM", "OggS"])
def test_a_text_may_begin_like_the_mark_of_a_format(word):
    """A ministry, a database in the news."""
    assert no_article(f"{word} opens again on Monday\n\n{TEXT}".encode()) is None


# --- Manifest -------------------------------------------------------------------------------------


def manifest(**fields):
    return {"format": "reprise-bundle/1", **fields}


def test_the_manifest_says_what_is_an_article_and_on_what_terms():
    """For the bundle and for one file; what it does not list is left aside and told."""
    said = manifest(permission=YES, articles=[{"file": "a.txt", "permission": {"pictures": False}}])
    reading = read(("manifest.json", said), ("a.txt", TEXT), ("readme.txt", TEXT))
    (part,) = reading.parts
    assert part.name == "a.txt"
    assert [one.permission.pictures for one in part.beside.stated] == [False]
    assert [one.permission.uses for one in reading.beside.stated] != [{}]
    assert [(note.code, note.found) for note in reading.notes] == [("not_listed", "readme.txt")]


def test_the_manifest_may_lie_in_the_one_folder_that_all_is_in():
    """As archivers of folders make it; its paths are relative to it."""
    said = manifest(articles=[{"file": "a.txt"}], pictures=[{"file": "img/p.png", "credit": "Kit"}])
    reading = read(("x/manifest.json", said), ("x/a.txt", TEXT), ("x/img/p.png", picture()))
    assert [part.name for part in reading.parts] == ["x/a.txt"]
    assert reading.pictures[0].facts.credit == "Kit"
    assert reading.failures == ()


def test_what_the_manifest_names_and_the_bundle_lacks_is_told():
    """Article or picture."""
    said = manifest(articles=[{"file": "a.txt"}, {"file": "../b.txt"}], pictures=[{"file": "c"}])
    reading = read(("manifest.json", said), ("a.txt", TEXT))
    assert failures(reading) == {"../b.txt": "not_in_bundle", "c": "not_in_bundle"}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("{", ""),
        (manifest(articels=[]), "articels"),
        (manifest(articles=[{"fiel": "x"}]), "articles[0].file"),
        (manifest(permission={"uses": {"displya": {}}}), "permission.uses.displya"),
        ({"format": "reprise-bundle/2"}, "format"),
    ],
)
def test_a_manifest_that_cannot_be_read_holds_every_article(said, field):
    """It may have said no."""
    reading = read(("manifest.json", said), ("a.txt", TEXT))
    assert reading.beside.stated[0].permission.unreadable
    assert [part.name for part in reading.parts] == ["a.txt"]
    ((name, problems),) = reading.failures
    assert name == "manifest.json"
    assert field in [problem.field for problem in problems]


def test_a_misspelt_field_of_the_manifest_gets_the_nearest_name():
    """Of the manifest's own."""
    ((_, problems),) = read(("manifest.json", manifest(articels=[])), ("a.txt", TEXT)).failures
    assert problems[0].send == "did you mean 'articles'?"


def test_another_manifest_json_is_a_file_like_any_other():
    """Web applications have one too."""
    reading = read(("manifest.json", {"name": "App"}), ("a.txt", TEXT))
    assert [part.name for part in reading.parts] == ["manifest.json", "a.txt"]
    assert reading.beside.stated == ()


# --- What is said of a picture --------------------------------------------------------------------


def facts(*files, **fields):
    said = manifest(pictures=[{"file": "p.png", **fields}]) if fields else {"name": "none"}
    (shown,) = read(("manifest.json", said), ("p.png", picture()), *files).pictures
    return shown.facts


def test_the_manifest_counts_more_than_the_files_own_words():
    """And what it does not say stays."""
    found = facts(credit="Kit Marlow", caption="The pier")
    assert (found.credit, found.rights, found.caption) == ("Kit Marlow", "(c) Jo Quay", "The pier")


@pytest.mark.parametrize(
    ("permission", "usable"),
    [
        (YES, True),
        ({"uses": {"display": {"allowed": True}}}, False),
        ({"uses": {"display": {"allowed": False}}}, False),
        ({"pictures": True}, True),
        ({"pictures": False}, False),
        ({"licence": "CC-BY-4.0"}, None),
        ({**YES, "territories": {"allow": ["NZ"]}}, False),
        ({**YES, "embargoed_until": "2030-01-01T00:00:00Z"}, False),
        ({**YES, "duties": {"pixel": "https://p.example/x.gif"}}, False),
        ({**YES, "uses": {**YES["uses"], "display": {"allowed": True, "recipients": []}}}, False),
        ("{", False),
    ],
)
def test_a_permission_beside_a_picture_is_kept_or_it_is_no(permission, usable):
    """What a picture can't keep (territories, embargoes) is never ignored."""
    assert facts(("p.png.permission.json", permission)).usable is usable


def test_a_no_beside_a_picture_is_not_widened_by_the_manifest():
    """Either may say no."""
    assert facts(("p.png.permission.json", {"pictures": False}), usable=True).usable is False


# --- NDJSON ---------------------------------------------------------------------------------------


def test_each_line_is_a_part():
    """In any JSON format, blank lines and carriage returns aside; broken ones too."""
    lines = [json.dumps(STORY), "", json.dumps({"uri": "urn:x", "headline": "a\u2028b"}), "{broken"]
    reading = read_upload("\r\n".join(lines).encode(), "dump", partner=PARTNER)
    assert reading.format == "ndjson"
    assert [part.name for part in reading.parts] == ["line-1.json", "line-3.json", "line-4.json"]
    assert json.loads(reading.parts[1].body)["headline"] == "a\u2028b"


@pytest.mark.parametrize("indent", [None, 1])
def test_a_long_list_is_taken_like_lines(indent):
    """Each object's text as it stands, whatever is wrong in it."""
    odd = ['{"n": 1' + "0" * 5000 + "}", '{"a": 1, "a": 2}', '{"x": NaN}', '{"y": "]},{"}']
    text = json.dumps([STORY] * 100, indent=indent)[:-1].rstrip() + f", {', '.join(odd)} ]\n"
    parts = read_upload(text.encode(), "list", partner=PARTNER).parts
    assert len(parts) == 104
    assert json.loads(parts[99].body) == STORY
    assert [part.body.decode() for part in parts[100:]] == odd
    assert parts[103].name == "item-104.json"


def test_a_list_of_other_things_is_not_taken_apart():
    """Nothing of it may be passed over."""
    mixed = json.dumps([STORY] * 100 + [5, STORY])
    assert not marks.is_ndjson(Received(mixed.encode(), "x", PARTNER))


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(STORY),
        json.dumps(STORY, indent=1),
        json.dumps([STORY, STORY]),
        json.dumps([STORY] * 100, indent=1),
        "{ in braces }\n{ more }",
        '{"a": 1}' + "\n" * 200_000 + "x",
        "{\n",
    ],
)
def test_one_object_a_list_and_prose_are_no_ndjson(text):
    """However they are laid out."""
    assert not marks.is_ndjson(Received(text.encode(), "x", PARTNER))
