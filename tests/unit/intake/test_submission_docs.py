"""The public description of our format is true: every example is read, the schema is current."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from reprise.cli.schema import SCHEMAS, text_of
from reprise.intake.formats import read_upload
from reprise.intake.manifest import ListedArticle, ListedPicture, Manifest
from reprise.intake.schema import manifest_schema, permission_schema, submission_schema
from reprise.intake.sidecar import read_sidecars
from reprise.model.configuration import Partner
from reprise.model.submission import Submission
from tests.archives import picture, zipped

DOCS = Path(__file__).parents[3] / "docs"
PARTNER = Partner(name="Harbour Post")
TEXT = (DOCS / "submission.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
SIDECARS = re.findall(r"```json permission\n(.*?)```", TEXT, re.DOTALL)
(MANIFEST,) = re.findall(r"```json manifest\n(.*?)```", TEXT, re.DOTALL)
(FILES,) = re.findall(r"```text bundle\n(.*?)```", TEXT, re.DOTALL)
UPLOADS = sorted((DOCS / "examples" / "uploads").glob("*/*.json"))


def test_there_are_examples():
    """The patterns find them."""
    assert len(EXAMPLES) >= 9
    assert len(SIDECARS) == 1


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_is_read(example):
    """What the page shows can be sent."""
    reading = read_upload(example.encode(), "example.json", partner=PARTNER)
    assert reading.format == "reprise/1"
    assert reading.items
    assert reading.failures == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_follows_the_schema(example):
    """Reader and schema agree."""
    value = json.loads(example)
    for one in value if isinstance(value, list) else [value]:
        jsonschema.validate(one, submission_schema(), format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("example", SIDECARS, ids=range(len(SIDECARS)))
def test_the_sidecar_example_is_read(example):
    """It states something, and nothing of it is unreadable."""
    (stated,) = read_sidecars(example.encode(), "story.txt")
    assert stated.permission.unreadable == ()
    assert stated.permission.uses
    jsonschema.validate(json.loads(example), permission_schema())


def test_the_bundle_example_is_read():
    """With the files it shows: an article, its sidecar, its picture, and nothing wrong."""
    jsonschema.validate(json.loads(MANIFEST), manifest_schema())
    contents = {"manifest.json": MANIFEST, "house.png": picture(), ".json": SIDECARS[0], ".md": "x"}
    files = [
        (name, next(body for end, body in contents.items() if name.endswith(end)))
        for name in FILES.split()
    ]
    reading = read_upload(zipped(files), "bundle.zip", partner=PARTNER)
    assert (reading.failures, reading.notes) == ((), ())
    assert [part.name for part in reading.parts] == ["stories/pilot-station.md"]
    assert [file.facts.usable for file in reading.pictures] == [True]
    said = (*reading.beside.stated, *reading.parts[0].beside.stated)
    assert [one.permission.unreadable for one in said] == [(), ()]


def test_every_field_of_the_manifest_is_described():
    """In its table."""
    section = TEXT[TEXT.index("## Bundles") : TEXT.index("## HTML")]
    named = {*Manifest.model_fields, *ListedArticle.model_fields, *ListedPicture.model_fields}
    assert [name for name in named if f"`{name}`" not in section] == []


def test_every_field_is_described():
    """A field of the model that the page does not name is not public."""
    missing = [name for name in Submission.model_fields if f"`{name}`" not in TEXT]
    assert missing in ([], ["action", "grant"])
    assert all(f'"{name}"' in TEXT for name in missing)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_up_to_date(name):
    """``reprise schema --write`` was run after the last change of the models."""
    file = DOCS / "schemas" / SCHEMAS[name][0]
    assert file.read_text(encoding="utf-8") == text_of(name)


@pytest.mark.parametrize("path", UPLOADS, ids=lambda path: path.name)
def test_the_shipped_samples_follow_the_schema(path):
    """What we ship is what we ask for."""
    is_sidecar = path.name.endswith(".permission.json")
    schema = permission_schema() if is_sidecar else submission_schema()
    value = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(value, schema, format_checker=jsonschema.FormatChecker())


def test_the_schema_refuses_what_the_reader_refuses():
    """Unknown fields and other types, in both."""
    for wrong in (
        {"headlin": "x"},
        {"version": "3"},
        {"bylines": ["Ada"]},
        {"pictures": [{"credit": "x"}]},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"format": "reprise/1", **wrong}, submission_schema())
