"""
A file that states permissions, for trying them out: ours in JSON or YAML, ODRL, RSL.

Ours is one permission, a submission or sidecar that has one (``permission: …``), or several
statements with who makes them (``statements: [{origin: …, name: …, permission: …}]``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import yaml
from pydantic import ValidationError

from reprise.errors import Problem, RefusedError
from reprise.model.permission import Origin, Permission, Stated
from reprise.rights.limits import NotUnderstoodError
from reprise.rights.odrl import read_odrl
from reprise.rights.odrl_xml import NAMESPACES, policy_of_xml
from reprise.rights.rsl import read_rsl

_ODRL_NAMES = {"@context", "@graph", "uid", "policyid", "prohibition", "prohibitions", "obligation"}


def read_statements(data: bytes, name: str) -> tuple[Stated, ...]:
    """
    What the file *name* states.

    Raises:
        RefusedError: It is no permission; its problems say which field, and what came.

    Example:
        >>> (one,) = read_statements(b"uses: {display: {allowed: true}}", "agreement.yaml")
        >>> one.origin.value, one.permission.uses["display"].allowed
        ('agreement', True)
    """
    text = _decoded(data, name).strip()
    if text.startswith("<"):
        return (Stated(origin=Origin.POLICY, name=name, permission=_xml(text)),)
    found = _parsed(text, name)
    if isinstance(found, list | dict) and _is_odrl(found):
        return (Stated(origin=Origin.POLICY, name=name, permission=read_odrl(text)),)
    return _ours(found, name)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(name, Problem("not_utf8", "", str(error), "send UTF-8")) from error


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        pass
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        problem = Problem("not_readable", "", " ".join(str(error).split()), "send JSON or YAML")
        raise RefusedError(name, problem) from error


def _xml(text: str) -> Permission:
    if not any(namespace in text for namespace in NAMESPACES):
        return read_rsl(text)
    try:
        return read_odrl(policy_of_xml(text))
    except NotUnderstoodError as error:
        return Permission(unreadable=(f"ODRL: {error}",))


def _is_odrl(found: Any) -> bool:
    first = found[0] if isinstance(found, list) and found else found
    if not isinstance(first, Mapping) or "origin" in first:
        return False
    return bool(_ODRL_NAMES & first.keys()) or isinstance(first.get("permission"), list)


def _ours(found: Any, name: str) -> tuple[Stated, ...]:
    stated = found.get("statements", found) if isinstance(found, Mapping) else found
    several = stated if isinstance(stated, list) else [stated]
    if not several or not all(isinstance(one, Mapping) for one in several):
        raise RefusedError(
            name, Problem("no_permission", "", str(found)[:200], "send an object with a permission")
        )
    return tuple(_statement(one, name) for one in several)


def _statement(stated: Mapping[str, Any], name: str) -> Stated:
    """One statement; a bare permission is taken for an agreement, which may give everything."""
    try:
        if "origin" in stated:
            return Stated.model_validate(stated)
        inside = stated.get("permission", stated)
        permission = Permission.model_validate(inside)
    except ValidationError as error:
        problems = (_problem(one) for one in error.errors(include_url=False))
        raise RefusedError(name, *problems) from error
    origin = Origin.UPLOAD if "permission" in stated else Origin.AGREEMENT
    return Stated(origin=origin, permission=permission)


def _problem(error: Any) -> Problem:
    field = ".".join(str(part) for part in error["loc"])
    return Problem(str(error["type"]), field, str(error["input"])[:200], str(error["msg"]))
