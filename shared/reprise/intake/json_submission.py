"""
Our own format, ``reprise/1``: one item, or a list of them (row B12; docs/submission.md).

Read strictly, so that what the schema says is what is taken: a field of another type or name is a
problem that says what came and what to send, never a silent guess.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import orjson
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reprise.errors import Problem, RefusedError
from reprise.intake.received import Received
from reprise.model.permission import Duties, Evidence, Permission, Quota, Territories, UseTerms
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import (
    Action,
    Byline,
    Grant,
    Picture,
    Source,
    Submission,
    Video,
)

NAME = "reprise/1"
_SHOWN = 120
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}")
_DATE_EXAMPLE = "send RFC 3339 with an offset, e.g. 2026-05-01T09:00:00+02:00"
_INSTANTS = frozenset(
    {"updated_at", "published_at", "expires_at", "starts_at", "embargoed_until", "granted_on",
     "feed_updated_at", "from_at", "until_at"}
)  # fmt: skip
# The model that a field holds (or holds a list or map of), for naming the nearest field.
Models = Mapping[str, type[BaseModel]]
MODELS: Models = {
    "": Submission, "bylines": Byline, "pictures": Picture, "videos": Video, "source": Source, "grant": Grant,
    "permission": Permission, "uses": UseTerms, "territories": Territories, "duties": Duties,
    "quota": Quota, "evidence": Evidence,
}  # fmt: skip


def read(received: Received) -> Reading:
    """
    The submissions in *received*.

    Raises:
        RefusedError: It is one item, and that can't be taken.
    """
    value = received.json.value
    if not isinstance(value, list):
        return Reading(NAME, items=(read_item(value, received.name, received.json.problems),))
    items, failures = [], []
    for at, one in enumerate(value):
        prefix = f"[{at}]"
        broken = tuple(
            replace(problem, field=problem.field.removeprefix(prefix).lstrip("."))
            for problem in received.json.problems
            if problem.field.startswith(prefix)
        )
        try:
            items.append(read_item(one, f"{received.name}{prefix}", broken))
        except RefusedError as error:
            failures.append((error.item, error.problems))
    return Reading(NAME, items=tuple(items), failures=tuple(failures))


def read_item(value: Any, name: str, problems: tuple[Problem, ...] = ()) -> ReadItem:
    """
    One submission from its JSON value.

    Raises:
        RefusedError: With every problem found.
    """
    item = _name_of(value, name)
    version = value.get("format") if isinstance(value, dict) else None
    if version != NAME:
        send = f'send "format": "{NAME}"'
        raise RefusedError(item, Problem("unknown_format", "format", _shown(version), send))
    if problems:
        raise RefusedError(item, *problems)
    try:
        submission = Submission.model_validate_json(orjson.dumps(value), strict=True)
    except ValidationError as error:
        raise RefusedError(item, *problems_of(error)) from error
    found = (*_loose_dates(value, ""), *_needs(submission))
    if found:
        raise RefusedError(item, *found)
    return ReadItem(submission, item=item)


def problems_of(
    error: ValidationError, *, within: str = "", models: Models = MODELS
) -> tuple[Problem, ...]:
    """What pydantic found, in words a partner can act on; each place once."""
    found: dict[str, Problem] = {}
    for details in error.errors(include_url=False):
        problem = _translated(details, within, models)
        found.setdefault(problem.field, problem)
    return tuple(found.values())


def _name_of(value: Any, name: str) -> str:
    stated = value.get("id") if isinstance(value, dict) else None
    return stated if isinstance(stated, str) and stated else name


def _needs(submission: Submission) -> Iterator[Problem]:
    """What an action needs to make sense."""
    action = submission.action
    if action in {Action.GRANT, Action.REVOKE} and submission.grant is None:
        yield Problem("missing", "grant", send='send {"id": …}: the name of the grant')
    if action is Action.GRANT and submission.grant and submission.grant.permission == Permission():
        yield Problem("missing", "grant.permission", send="send what is granted")
    for at, picture in enumerate(submission.pictures):
        # Copied text has pictures without an address; who writes JSON can give one.
        if picture.url is None:
            found = _shown(picture.compact())
            yield Problem("missing", f"pictures[{at}].url", found, "send this field")
    taken_back = action in {Action.WITHDRAW, Action.KILL}
    if taken_back and not (submission.id or submission.canonical_url):
        yield Problem("missing", "id", send="send the id the article was sent with")


def _loose_dates(value: Any, path: str) -> Iterator[Problem]:
    """pydantic takes ``"1714554000"`` for an instant; a partner who meant a date should hear it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            here = f"{path}.{name}".lstrip(".")
            if name in _INSTANTS and isinstance(inner, str) and not _DATE.match(inner):
                yield Problem("bad_date", here, _shown(inner), _DATE_EXAMPLE)
            yield from _loose_dates(inner, here)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _loose_dates(inner, f"{path}[{at}]")


# --- pydantic's errors, in our words ------------------------------------------------------------


def _translated(details: ErrorDetails, within: str, models: Models) -> Problem:
    loc = tuple(part for part in details["loc"] if part not in _BRANCHES)
    path = _path((within, *loc) if within else loc)
    kind = details["type"]
    if kind == "extra_forbidden":
        return _unknown_field(loc, path, models)
    for prefix, code, send in _TABLE:
        if kind.startswith(prefix):
            return Problem(code, path, _shown(details.get("input")), send(details, loc))
    return Problem("not_allowed", path, _shown(details.get("input")), details["msg"])


def _unknown_field(loc: tuple[int | str, ...], path: str, models: Models) -> Problem:
    names = _fields_at(loc[:-1], models)
    close = difflib.get_close_matches(str(loc[-1]), names, n=1, cutoff=0.6)
    send = f"did you mean {close[0]!r}?" if close else f"known here: {', '.join(sorted(names))}"
    return Problem("unknown_field", path, str(loc[-1])[:_SHOWN], send)


def _fields_at(loc: tuple[int | str, ...], models: Models) -> list[str]:
    names = [part for part in loc if isinstance(part, str)]
    for name in reversed(["", *names]):
        if name in models:
            return list(models[name].model_fields)
    return []


def _choices(details: ErrorDetails, _loc: tuple[int | str, ...]) -> str:
    return f"send one of {details.get('ctx', {}).get('expected', '')}"


def _as_told(details: ErrorDetails, loc: tuple[int | str, ...]) -> str:
    return _ADVICE.get(str(loc[-1]) if loc else "", "") or _message(details)


def _message(details: ErrorDetails) -> str:
    text = details["msg"].removeprefix("Value error, ").removeprefix("Input should ")
    return f"it should {text}" if text != details["msg"] else text


def _says(text: str) -> Callable[[ErrorDetails, tuple[int | str, ...]], str]:
    return lambda _details, _loc: text


_BRANCHES = frozenset({"[key]", "bool", "constrained-str", "str"})
"""Parts of a location that name how pydantic looked, not where."""
_ADVICE = {
    "language": "send a BCP 47 tag, e.g. en or pt-BR",
    "languages": "send BCP 47 tags, e.g. en or pt-BR",
    "link_back": "send true, false, or the address to link",
    "bylines": 'send a list of objects, e.g. [{"name": "Ada Quill"}]',
    "sections": 'send a list of texts, e.g. ["Politics"]',
    "keywords": 'send a list of texts, e.g. ["bridges"]',
    "source": 'send an object, e.g. {"name": "The Harbour Post"}',
    "permission": "send an object; see docs/permissions.md",
}
_TABLE: tuple[tuple[str, str, Callable[[ErrorDetails, tuple[int | str, ...]], str]], ...] = (
    ("timezone", "no_zone", _says(_DATE_EXAMPLE)),
    ("datetime", "bad_date", _says(_DATE_EXAMPLE)),
    ("missing", "missing", _says("send this field")),
    ("enum", "not_allowed", _choices),
    ("literal_error", "not_allowed", _choices),
    ("string_too_short", "empty", _says("send a text, or leave the field out")),
    ("string_pattern", "not_allowed", _as_told),
    ("string", "wrong_type", _as_told),
    ("bool", "wrong_type", _as_told),
    ("int", "wrong_type", _as_told),
    ("greater_than", "out_of_range", _as_told),
    ("less_than", "out_of_range", _as_told),
    ("model", "wrong_type", _as_told),
    ("tuple", "wrong_type", _as_told),
    ("frozen_set", "wrong_type", _as_told),
    ("dict", "wrong_type", _as_told),
    ("value_error", "not_allowed", _as_told),
)


def _path(loc: tuple[int | str, ...]) -> str:
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".")


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value[:_SHOWN]
    if value is None:
        return "null"
    try:
        return orjson.dumps(value).decode()[:_SHOWN]
    except (TypeError, ValueError):
        return type(value).__name__
