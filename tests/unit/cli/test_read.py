"""``reprise read``: what is understood of a file, one JSON line per article."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from reprise.cli.read import command

ROOT = Path(__file__).parents[3]
UPLOADS = ROOT / "docs" / "examples" / "uploads"
SHARED = Path(os.environ.get("REPRISE_SHARED", ROOT.parent / "shared"))
CAPTURE = SHARED / "samples" / "captures" / "escaping-a-bear-hug.txt"


def read(*paths, **settings):
    """The lines printed for *paths*."""
    arguments = [str(path) for path in paths]
    for name, value in settings.items():
        arguments += [f"--{name}", value]
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_shipped_sample_is_accepted():
    """Nine languages and forms, nothing refused, nothing doubted."""
    found = read(*(UPLOADS / name for name in ("harbour-post", "nordlicht", "al-manara")))
    assert len(found) >= 12
    assert {line["outcome"] for line in found} == {"accepted"}
    assert {line.get("direction") for line in found} >= {"ltr", "rtl"}


def test_a_folder_reads_each_sidecar_with_its_file():
    """The sidecar is no article, and speaks for the one beside it."""
    found = read(UPLOADS / "nordlicht")
    files = [Path(line["file"]).name for line in found]
    assert not any(name.endswith(".permission.json") for name in files)
    (line,) = [one for one in found if one["file"].endswith("glasblaeser.txt")]
    assert [one["origin"] for one in line["permission"]] == ["sidecar"]


def test_a_capture_comes_out_with_its_removals():
    """Menus, teasers, forms and the notice are told; the article is whole (B8, B9)."""
    (line,) = read(UPLOADS / "harbour-post" / "lighthouse-keepers.txt")
    assert line["headline"] == "The last keepers of Cold Point count birds now"
    assert line["body_text"].startswith("At half past ten the beam finds a bird.")
    assert line["body_text"].endswith("It is, Hadley says, for themselves.")
    assert line["bylines"] == [{"name": "Maren Oakes"}]
    assert line["published_at"] == "2025-11-12T07:15:00Z"
    assert line["source"]["name"] == "The Quay Review"
    assert line["notices"]
    assert {"newsletter", "share", "footer"} <= {one["kind"] for one in line["removed"]}
    (picture,) = line["pictures"]
    assert picture["url"] is None
    assert picture["credit"] == "Jory Pask / Quay Review"


def test_videos_are_told_as_they_are_understood(tmp_path):
    """Addresses made absolute, words cleaned; what has none is told among the remarks."""
    videos = [{"url": "/tide.mp4", "title": " The tide "}, {"title": "Lost"}]
    story = {
        "format": "reprise/1",
        "headline": "The tide comes in",
        "body_html": "<p>It came in at six, higher than the day before, and stayed.</p>",
        "canonical_url": "https://quay.example/tide",
        "videos": videos,
    }
    (tmp_path / "a.json").write_text(json.dumps(story), encoding="utf-8")
    (line,) = read(tmp_path)

    assert line["videos"] == [{"url": "https://quay.example/tide.mp4", "title": "The tide"}]
    assert [(one["code"], one["field"]) for one in line["remarks"]] == [("no_address", "videos")]


def test_a_file_that_is_no_article_says_why(tmp_path):
    """Refused is an answer, not an error."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.json").write_bytes(b'{"format": "reprise/1", "headlin": "x"}')
    first, second = read(tmp_path)
    assert (first["outcome"], first["reasons"][0]["code"]) == ("refused", "not_an_article")
    assert second["reasons"][0]["field"] == "headlin"


def test_an_unreadable_permission_is_told(tmp_path):
    """Held, with what could not be understood."""
    story = {
        "format": "reprise/1",
        "id": "a",
        "headline": "Ferry sold",
        "body_text": "To its crew.",
    }
    (tmp_path / "a.json").write_text(json.dumps(story))
    (tmp_path / "a.json.permission.json").write_text('{"expires_at": "soon"}')
    (line,) = read(tmp_path)
    assert line["outcome"] == "held"
    assert "expires_at" in line["reasons"][0]["found"]


def test_the_same_file_gives_the_same_line():
    """With the instant given, nothing else varies."""
    path = UPLOADS / "harbour-post"
    assert read(path, now="2026-01-01T00:00:00Z") == read(path, now="2026-01-01T00:00:00Z")


@pytest.mark.skipif(
    not CAPTURE.exists(), reason="the shared captures are not beside the repository"
)
def test_the_real_capture_is_understood():
    """A page of a real site, never seen by the code."""
    (line,) = read(CAPTURE)
    assert line["outcome"] == "accepted"
    assert line["headline"].startswith("Escaping a bear hug")
    assert line["abstract"].startswith("Just months after")
    assert line["sections"] == ["Analysis", "Middle East"]
    assert line["body_text"].startswith("Eight years ago, Kazakhs shrugged off")
    assert line["body_text"].endswith("renamed Nur-Sultan in 2019.")
    assert line["source"]["name"] == "The Turbulent World of Middle East Soccer"
    assert [(one["origin"], one["basis"]) for one in line["permission"]] == [
        ("notice", "permission")
    ]
    (picture,) = line["pictures"]
    assert picture["caption"] == "Kazakh President Kassym-Jomart Tokayev"
    assert picture["credit"]
    assert line["language"] == "en"
    assert "\u00a0" not in line["body_text"]
    assert "  " not in line["body_text"]
    assert len(line["removed"]) >= 12
