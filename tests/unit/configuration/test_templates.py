"""The publisher's own templates: named in the file, read beside it, part of the configuration."""

import sys

import pytest

from reprise.cli import main
from reprise.configuration import load, load_file
from reprise.errors import ConfigurationError
from reprise.pipeline.fingerprint import fingerprint

FILE = """\
publication: {name: Bay, base_url: 'https://bay.example', language: en, templates: looks}
partners: {}
channels: {}
"""


@pytest.fixture
def file(tmp_path):
    """A file whose folder of templates holds a style and something else."""
    (tmp_path / "looks").mkdir()
    (tmp_path / "looks" / "style.css").write_text("body { color: navy }", encoding="utf-8")
    (tmp_path / "looks" / "README.md").write_text("Ours.", encoding="utf-8")
    path = tmp_path / "reprise.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_templates_are_read_from_the_folder_beside_the_file(file):
    """Templates, styles and words; what else lies there is nobody's business."""
    assert load_file(file).templates == {"style.css": "body { color: navy }"}


def test_another_look_is_another_configuration(file):
    """So the clock has every page made again, as after any change of the file."""
    before = fingerprint(load_file(file))
    (file.parent / "looks" / "style.css").write_text("body { color: teal }", encoding="utf-8")

    assert fingerprint(load_file(file)) != before


def test_the_address_of_the_deployment_goes_with_them(file):
    """BASE_URL replaces the one in the file and nothing else."""
    loaded = load_file(file, base_url="https://other.example")

    assert loaded.publication.base_url == "https://other.example"
    assert loaded.templates


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda folder: folder.rename(folder.with_name("look")), "looks is not a folder"),
        (lambda folder: (folder / "base.html").write_bytes(b"\xff"), r"base\.html: not readable"),
    ],
    ids=["no folder", "not UTF-8"],
)
def test_what_cannot_be_read_is_named(file, spoil, complaint):
    """A mistyped path must not mean our templates."""
    spoil(file.parent / "looks")

    with pytest.raises(ConfigurationError, match=complaint):
        load_file(file)


def test_templates_are_no_entry_of_the_file():
    """They would be read from it without being tried out; the entry that names them is told."""
    text = FILE.replace(", templates: looks", "") + "templates: {style.css: x}\n"

    with pytest.raises(
        ConfigurationError, match=r"bay\.yaml:4: templates: no such entry; .*folder"
    ):
        load(text, name="bay.yaml")


def test_check_tries_them_out(file, monkeypatch, capsys):
    """The operator hears of a wrong template before anything is deployed."""
    (file.parent / "looks" / "message.html").write_text("one\n{{ headng }}", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["reprise", "check", str(file)])

    with pytest.raises(SystemExit):
        main()

    assert "templates/message.html, line 2: 'headng' is undefined" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("language: en", "language: zz", "publication.language: 'zz'"),
        ("channels: {}", "channels: {a: {title: A, language: qz-NZ}}", "channels.a.language: 'qz-NZ'"),
        ("channels: {}", "channels: {a: {title: A, select: {languages: [yy]}}}", "channels.a.select.languages: 'yy'"),
        ("partners: {}", "partners: {p: {name: P, language: jx}}", "partners.p.language: 'jx'"),
    ],
)  # fmt: skip
def test_check_names_languages_that_do_not_exist(file, monkeypatch, capsys, old, new, place):
    """RS-19: of the right form they would stand in every feed."""
    file.write_text(FILE.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["reprise", "check", str(file)])

    with pytest.raises(SystemExit):
        main()

    assert place in capsys.readouterr().err
