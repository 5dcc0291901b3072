"""
The permission beside a file: ``<file>.permission.json`` (row B10).

It holds what the ``permission`` of our own format holds, for formats that can't carry one. A
sidecar that can't be read never widens and never vanishes: it is stated as unreadable, which
holds the article until a readable one comes.
"""

from __future__ import annotations

from typing import Any

import orjson
from pydantic import ValidationError

from reprise.intake.json_submission import problems_of
from reprise.intake.json_values import parse_json
from reprise.model.permission import Origin, Permission, Stated
from reprise.text.normalise import decode

SUFFIX = ".permission.json"


def read_sidecar(data: bytes, name: str) -> Stated:
    """What the sidecar of the file *name* states."""
    parsed = parse_json(decode(data)[0])
    value = _permission_in(parsed.value)
    if parsed.problems or not isinstance(value, dict):
        problems = parsed.problems or ("it is not a JSON object",)
        return unreadable(name, *(str(problem) for problem in problems))
    try:
        permission = Permission.model_validate_json(orjson.dumps(value), strict=True)
    except ValidationError as error:
        return unreadable(name, *(str(problem) for problem in problems_of(error)))
    return Stated(origin=Origin.SIDECAR, permission=permission, name=f"{name}{SUFFIX}")


def unreadable(name: str, *reasons: str) -> Stated:
    """A sidecar that says nothing yet; it holds the article."""
    return Stated(
        origin=Origin.SIDECAR, permission=Permission(unreadable=reasons), name=f"{name}{SUFFIX}"
    )


def _permission_in(value: Any) -> Any:
    """The permission alone, or wrapped as in a submission: ``{"permission": {…}}``."""
    if isinstance(value, dict) and isinstance(value.get("permission"), dict):
        return value["permission"]
    return value
