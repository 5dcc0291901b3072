"""
A file that states permissions, for trying them out: ours in JSON or YAML, ODRL, RSL, a licence.

Ours is one permission, a submission or sidecar that has one (``permission: …``), or several
statements with who makes them (``statements: [{origin: …, name: …, permission: …}]``). A list holds
several of any kind. It is read as strictly as an upload is: what is ambiguous is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from reprise.errors import Problem, RefusedError
from reprise.model.permission import Origin, Permission, Stated
from reprise.rights.limits import NotUnderstoodError
from reprise.rights.odrl import read_odrl
from reprise.rights.odrl_json import parse
from reprise.rights.odrl_xml import NAMESPACES, policy_of_xml
from reprise.rights.rsl import NS as RSL
from reprise.rights.rsl import read_rsl
from reprise.text.licences import resolve
from reprise.text.strict_yaml import read_yaml

_ODRL_NAMES = {"@context", "@graph", "uid", "policyid", "prohibition", "prohibitions", "obligation"}
_ODRL_BEGINS = ("odrl:", *NAMESPACES)
_SEND = "send an object with a permission, a policy in ODRL or RSL, or the address of a licence"
_SHOWN = 200


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
        return (_policy(_xml(text, name), name),)
    if _is_bare(text) and resolve(text) is not None:
        return (_policy(Permission(licence=text), name),)
    found = _parsed(text, name)
    if isinstance(found, list) and not all(map(_is_odrl, found)):
        return tuple(stated for one in found for stated in _of(one, name))
    return _of(found, name)


def _is_bare(text: str) -> bool:
    """One line that is no value of a name: nothing can stand beside a licence in it."""
    return re.fullmatch(r"(?![{\[\"])(?!\w+\s*:(?!//)).+", text) is not None


def _of(found: Any, name: str) -> tuple[Stated, ...]:
    if _is_odrl(found):
        return (_policy(read_odrl(found), name),)
    return _ours(found, name)


def _policy(permission: Permission, name: str) -> Stated:
    return Stated(origin=Origin.POLICY, name=name, permission=permission)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(name, Problem("not_utf8", "", str(error), "send UTF-8")) from error


def _parsed(text: str, name: str) -> Any:
    """JSON, else YAML; a name that stands twice in one object leaves open which one is meant."""
    try:
        return (
            parse(text) if text.startswith(("{", "[", '"')) and _is_json(text) else read_yaml(text)
        )
    except (NotUnderstoodError, ValueError, RecursionError) as error:
        problem = Problem("not_readable", "", str(error)[:_SHOWN], "send JSON or YAML")
        raise RefusedError(name, problem) from error


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _xml(text: str, name: str) -> Permission:
    if any(namespace in text for namespace in NAMESPACES):
        try:
            return read_odrl(policy_of_xml(text))
        except NotUnderstoodError as error:
            return Permission(unreadable=(f"ODRL: {error}",))
    if RSL in text:
        return read_rsl(text)
    raise RefusedError(name, Problem("no_permission", "", text[:_SHOWN], _SEND))


def _is_odrl(found: Any) -> bool:
    """By names that only policies have; a list is one when its first is."""
    first = found[0] if isinstance(found, list) and found else found
    if not isinstance(first, Mapping) or "origin" in first:
        return False
    names = [str(name) for name in first]
    return (
        bool(_ODRL_NAMES.intersection(names))
        or any(name.startswith(_ODRL_BEGINS) for name in names)
        or isinstance(first.get("permission"), list)
    )


def _ours(found: Any, name: str) -> tuple[Stated, ...]:
    stated = found.get("statements", found) if isinstance(found, Mapping) else found
    several = stated if isinstance(stated, list) else [stated]
    if not several or not all(isinstance(one, Mapping) for one in several):
        raise RefusedError(name, Problem("no_permission", "", str(found)[:_SHOWN], _SEND))
    return tuple(_statement(one, name) for one in several)


def _statement(stated: Mapping[str, Any], name: str) -> Stated:
    """One statement; a bare permission is taken for an agreement, which may give everything."""
    try:
        if "origin" in stated:
            return Stated.model_validate_json(json.dumps(stated), strict=True)
        inside = stated.get("permission", stated)
        permission = Permission.model_validate_json(json.dumps(inside), strict=True)
    except ValidationError as error:
        problems = (_problem(one) for one in error.errors(include_url=False))
        raise RefusedError(name, *problems) from error
    origin = Origin.UPLOAD if "permission" in stated else Origin.AGREEMENT
    return Stated(origin=origin, permission=permission)


def _problem(error: Any) -> Problem:
    field = ".".join(str(part) for part in error["loc"])
    return Problem(str(error["type"]), field, str(error["input"])[:_SHOWN], str(error["msg"]))
