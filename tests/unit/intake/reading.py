"""How tests of readers read: a partner, a file of ``tests/cases/intake``, an upload."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reprise.errors import RefusedError
from reprise.intake.formats import read_upload
from reprise.model.configuration import Partner
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Submission

CASES = Path(__file__).parents[2] / "cases" / "intake"
SCHEMAS = Path(os.environ.get("REPRISE_SHARED") or Path(__file__).parents[4] / "shared") / "schemas"


def partner(**settings: object) -> Partner:
    return Partner.model_validate({"name": "Kelp Wire", **settings})


def read(content: str | bytes, *, name: str = "upload", **settings: object) -> Reading:
    """*content* as an upload of a partner with these settings."""
    data = content.encode() if isinstance(content, str) else content
    return read_upload(data, name, partner=partner(**settings))


def case(name: str) -> str:
    return (CASES / name).read_text(encoding="utf-8")


def only(reading: Reading) -> ReadItem:
    """The one item of an upload that reads without failures."""
    assert not reading.failures
    assert len(reading.items) == 1
    return reading.items[0]


def submitted(content: str | bytes, **settings: object) -> Submission:
    """What the one article in *content* says."""
    return only(read(content, **settings)).submission


def refusal(content: str | bytes, **settings: object) -> RefusedError:
    """Why *content* is refused."""
    with pytest.raises(RefusedError) as caught:
        read(content, **settings)
    assert caught.value.problems
    return caught.value


def reads_or_refuses(content: str | bytes, **settings: object) -> None:
    """Anything but a reading or a refusal with problems is raised."""
    try:
        read(content, **settings)
    except RefusedError as error:
        if not error.problems:
            raise


def schema(name: str) -> Path:
    """The published schema *name*; the test is skipped where the folder is absent."""
    path = SCHEMAS / name
    if not path.exists():
        pytest.skip(f"no {path}: set REPRISE_SHARED to the folder with schemas/")
    return path
