"""
Reads the operator's file: YAML in, :class:`Configuration` out, or an error that names the line.

YAML is read by the rules of YAML 1.2 (``NO`` is Norway, dates are text), a key that stands twice
is refused, and every wrong entry is reported at once: file, line, field, what was found, what is
allowed. ``docs/configuration.md`` explains the file to operators.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from reprise.configuration.places import Places, Wrong, read
from reprise.configuration.sense import senseless
from reprise.configuration.words import message, wrong_of
from reprise.errors import ConfigurationError
from reprise.model.configuration import Configuration


def load_file(path: Path, *, base_url: str = "") -> Configuration:
    """
    Read the configuration file at *path*, and the templates it names.

    Args:
        base_url: Public root to use instead of the one in the file; empty for that one.

    Raises:
        ConfigurationError: Anything in them is wrong, or can't be read.
    """
    configuration = load(_text(path), name=str(path))
    publication = configuration.publication
    changes: dict[str, Any] = {}
    if base_url:
        changes["publication"] = {**publication.model_dump(), "base_url": base_url}
    if publication.templates:
        changes["templates"] = read_templates(path.parent / publication.templates)
    return Configuration.model_validate({**configuration.model_dump(), **changes})


def read_templates(folder: Path) -> dict[str, str]:
    """
    The texts of a publisher's own templates, by file name.

    Raises:
        ConfigurationError: There is no such folder, or a file in it is not UTF-8.
    """
    if not folder.is_dir():
        raise ConfigurationError(f"publication.templates: {folder} is not a folder")
    files = (path for path in sorted(folder.iterdir()) if path.suffix in _TEMPLATE_SUFFIXES)
    return {path.name: _text(path) for path in files}


_TEMPLATE_SUFFIXES = (".html", ".css", ".json")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: not readable: {error}") from error


def load(text: str, *, name: str) -> Configuration:
    """
    Read the text of a configuration file.

    Args:
        name: Name of the file, for messages.

    Raises:
        ConfigurationError: Anything is wrong in it; the message has one line for each entry.

    Example:
        >>> load("publication: {name: Bay, base_url: 'https://bay.example', language: en}\\n"
        ...      "channels: {}", name="reprise.yaml")
        Traceback (most recent call last):
        ...
        reprise.errors.ConfigurationError: reprise.yaml:1: partners: nothing; this entry is required
    """
    places = Places()
    data = read(text, name, places)
    wrong = [*places.doubled]
    if isinstance(data, Mapping) and "templates" in data:
        hint = "their folder is named by publication.templates"
        wrong.append(Wrong(places.line(("templates",)), ("templates",), "no such entry", hint))
    configuration = None
    try:
        configuration = Configuration.model_validate(data)
    except ValidationError as error:
        wrong += [wrong_of(details, data, places) for details in error.errors(include_url=False)]
    if configuration and not wrong:
        wrong = list(senseless(configuration, places))
    if wrong or configuration is None:
        raise ConfigurationError(message(wrong, name))
    return configuration


def json_schema() -> dict[str, Any]:
    """The JSON Schema by which editors complete and check the file."""
    schema = Configuration.model_json_schema()
    del schema["properties"]["templates"]
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Reprise configuration"
    return schema
