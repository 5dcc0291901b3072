"""The public description of our format is true: every example is read, the schema is current."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from reprise.cli.schema import SCHEMAS, text_of
from reprise.intake.formats import read_upload
from reprise.intake.schema import permission_schema, submission_schema
from reprise.intake.sidecar import read_sidecar
from reprise.model.configuration import Partner
from reprise.model.submission import Submission

DOCS = Path(__file__).parents[3] / "docs"
PARTNER = Partner(name="Harbour Post")
TEXT = (DOCS / "submission.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
SIDECARS = re.findall(r"```json permission\n(.*?)```", TEXT, re.DOTALL)
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
    stated = read_sidecar(example.encode(), "story.txt")
    assert stated.permission.unreadable == ()
    assert stated.permission.uses
    jsonschema.validate(json.loads(example), permission_schema())


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
    for wrong in ({"headlin": "x"}, {"version": "3"}, {"bylines": ["Ada"]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"format": "reprise/1", **wrong}, submission_schema())
