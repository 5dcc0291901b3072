"""A folder with loose pictures is sent as a partner would send it: packed."""

import json

import pytest

from reprise.intake.formats import read_upload
from reprise.local.packing import packed
from reprise.local.partner import files_in
from reprise.local.run import Wish, uploads_of
from reprise.model.configuration import Partner
from tests.archives import picture, zipped

STORY = {"format": "reprise/1", "id": "a", "headline": "Ferry sold", "body_text": "To its crew."}


@pytest.fixture
def folder(tmp_path):
    """Articles with and without pictures, a sidecar, a bundle, and a picture nobody names."""
    files = {
        "a/ferry.json": json.dumps({**STORY, "pictures": [{"url": "../img/ferry.png"}]}),
        "a/ferry.json.permission.json": "{}",
        "alone.json": json.dumps(STORY),
        "alone.json.permission.json": "{}",
        "dump.ndjson": "\n".join(
            json.dumps({**STORY, "id": n, "body_html": '<p>x</p><img src="img/map.png">'})
            for n in "bc"
        ),
        "img/ferry.png": picture(),
        "img/map.png": picture(),
        "img/nobodys.png": picture(),
        "whole.zip": zipped([("a.json", STORY)]),
    }
    for name, body in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return tmp_path


def test_articles_are_packed_with_the_pictures_they_name(folder):
    """Each with its sidecar; what belongs to nobody goes by itself, and is answered for."""
    planned = {one.name: one for one in uploads_of(Wish(upload=folder))}

    assert {name: sorted(one.bundle) for name, one in planned.items()} == {
        "a/ferry.json.zip": ["a/ferry.json", "a/ferry.json.permission.json", "img/ferry.png"],
        "alone.json": [],
        "dump.ndjson.zip": ["dump.ndjson", "img/map.png"],
        "img/nobodys.png": [],
        "whole.zip": [],
    }
    (name, body), *_ = planned["a/ferry.json.zip"].files().items()
    reading = read_upload(body, name, partner=Partner(name="x"))
    assert [part.name for part in reading.parts] == ["a/ferry.json"]
    assert [one.name for one in reading.pictures] == ["img/ferry.png"]
    assert list(planned["alone.json"].files()) == ["alone.json.permission.json", "alone.json"]


def test_a_folder_with_a_manifest_is_one_bundle(folder):
    """All of it, under the folder's name."""
    (folder / "manifest.json").write_text('{"format": "reprise-bundle/1"}')
    (planned,) = uploads_of(Wish(upload=folder))
    assert planned.name == f"{folder.name}.zip"
    assert len(planned.bundle) == len([*folder.rglob("*.*")])


def test_a_folder_without_pictures_goes_file_by_file(folder):
    """Nothing is packed."""
    for file in (folder / "img").iterdir():
        file.unlink()
    assert {planned.name for planned in uploads_of(Wish(upload=folder))} == {
        path.relative_to(folder).as_posix() for path in files_in(folder)
    }


def test_packing_twice_gives_the_same_bytes(folder):
    """So the same folder is the same bundle, whenever it is packed."""
    bundle = {"a.json": folder / "alone.json"}
    first = packed(bundle)
    (folder / "alone.json").touch()
    assert packed(bundle) == first
