"""The JSON Schemas of what partners send, exported from the models that read it."""

from __future__ import annotations

import inspect
import re
from typing import Any

from pydantic import BaseModel

from reprise.intake.manifest import ListedPicture, Manifest
from reprise.model.permission import Permission
from reprise.model.submission import Picture, PictureWords, Submission

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ATTRIBUTES = re.compile(r"\n\s*Attributes:\n", re.MULTILINE)
_PICTURES = {one.__name__ for one in (Picture, ListedPicture)}
"""Whose attributes are partly described where both have them from."""

_ENTRY = re.compile(r"^(?P<names>[a-z_]+(?: / [a-z_]+)*): (?P<text>.*)$")


def submission_schema() -> dict[str, Any]:
    """The schema of one upload in our own format, ``reprise/1``."""
    schema = _schema(
        Submission, "Reprise submission", "reprise/1: one item as a partner states it."
    )
    schema["required"] = ["format"]
    schema["$defs"]["Picture"]["required"] = ["url"]
    return schema


def permission_schema() -> dict[str, Any]:
    """The schema of a sidecar, ``<file>.permission.json``."""
    return _schema(Permission, "Reprise permission", "What may be done with an article.")


def manifest_schema() -> dict[str, Any]:
    """The schema of a bundle's ``manifest.json``."""
    return _schema(Manifest, "Reprise bundle", "What a bundle holds, and on what terms.")


def _schema(model: type[BaseModel], title: str, description: str) -> dict[str, Any]:
    schema = model.model_json_schema()
    _describe(schema)
    for name, definition in schema.get("$defs", {}).items():
        _describe(definition)
        if name in _PICTURES:
            _tell(definition, inspect.getdoc(PictureWords) or "")
    return {
        "$schema": DIALECT,
        **schema,
        "title": title,
        "description": description,
    }


def _describe(definition: dict[str, Any]) -> None:
    """Move what a docstring says of each attribute to its property, for editors to show."""
    text = definition.get("description", "")
    if text:
        definition["description"] = _plain(_ATTRIBUTES.split(text, maxsplit=1)[0])
    _tell(definition, text)
    for each in definition.get("properties", {}).values():
        each.pop("title", None)


def _tell(definition: dict[str, Any], docstring: str) -> None:
    """Give properties what *docstring* says of them."""
    _, *attributes = _ATTRIBUTES.split(docstring, maxsplit=1)
    for names, words in _entries(attributes[0] if attributes else ""):
        for name in names.split(" / "):
            if name in definition.get("properties", {}):
                definition["properties"][name]["description"] = words


def _entries(block: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in block.split("\n"):
        entry = _ENTRY.match(line.strip())
        if entry:
            found.append((entry["names"], entry["text"]))
        elif line.strip() and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
    return [(names, _plain(words)) for names, words in found]


def _plain(text: str) -> str:
    return re.sub(r":\w+:`~?([^`]*)`", r"\1", " ".join(text.split())).replace("``", "")
