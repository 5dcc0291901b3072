"""
The permission beside a file: ``<file>.permission.json`` (row B10).

It holds what the ``permission`` of our own format holds, or a policy in ODRL or RSL, for formats
that can't carry one. A sidecar that can't be read never widens and never vanishes: it is stated as
unreadable, which holds the article until a readable one comes.
"""

from __future__ import annotations

import json
from typing import Any

import orjson
from pydantic import ValidationError

from reprise.intake.json_submission import problems_of
from reprise.intake.json_values import parse_json
from reprise.intake.policies import ODRL_JSON, is_policy, numbered, waiting
from reprise.model.permission import Origin, Permission, Stated
from reprise.model.reading import Beside, PolicyDocument
from reprise.text.normalise import decode

SUFFIX = ".permission.json"


def read_beside(data: bytes, name: str) -> Beside:
    """All that the sidecar of the file *name* says."""
    return Beside(read_sidecars(data, name), policies_beside(data, name))


def read_sidecars(data: bytes, name: str) -> tuple[Stated, ...]:
    """
    What the sidecar of the file *name* states.

    A list is as many statements, which hold together. A policy in another language holds until it
    is read (:func:`policies_beside`).
    """
    documents = policies_beside(data, name)
    text = decode(data)[0]
    if text.lstrip().startswith("<"):
        return waiting(documents)
    parsed = parse_json(text)
    if parsed.problems:
        return (unreadable(name, *(str(problem) for problem in parsed.problems)),)
    ours = [value for value in _values(parsed.value) if not is_policy(value)]
    return (*(_stated(permission_in(value), name) for value in ours), *waiting(documents))


def policies_beside(data: bytes, name: str) -> tuple[PolicyDocument, ...]:
    """Policies in ODRL or RSL that the sidecar of *name* is or holds, for the rights room to read."""
    text = decode(data)[0].strip()
    if text.startswith("<"):
        return numbered(f"{name}{SUFFIX} policy", "xml", [text])
    policies = [value for value in _values(parse_json(text).value) if is_policy(value)]
    return numbered(f"{name}{SUFFIX} policy", ODRL_JSON, map(json.dumps, policies))


def _values(value: Any) -> list[Any]:
    return value if isinstance(value, list) and value else [value]


def permission_in(value: Any) -> Permission:
    """The permission that a parsed value holds; one that can't be read says why and holds."""
    value = _unwrapped(value)
    if not isinstance(value, dict):
        return Permission(unreadable=("it is not a JSON object",))
    try:
        return Permission.model_validate_json(orjson.dumps(value), strict=True)
    except ValidationError as error:
        return Permission(unreadable=tuple(str(problem) for problem in problems_of(error)))
    except TypeError as error:
        return Permission(unreadable=(str(error),))


def unreadable(name: str, *reasons: str) -> Stated:
    """A sidecar that says nothing yet; it holds the article."""
    return _stated(Permission(unreadable=reasons), name)


def _stated(permission: Permission, name: str) -> Stated:
    return Stated(origin=Origin.SIDECAR, permission=permission, name=f"{name}{SUFFIX}")


def _unwrapped(value: Any) -> Any:
    """The permission alone, or wrapped as in a submission: ``{"permission": {…}}``."""
    if isinstance(value, dict) and isinstance(value.get("permission"), dict):
        return value["permission"]
    return value
