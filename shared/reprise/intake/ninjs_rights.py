"""
``rightsInfo`` of ninjs 1.4 to 3.x: a rights expression inside, or a link to one (NJ-04).

A link counts when it is the address of a known licence; what else it leads to is not fetched, so it
holds what it is about.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reprise.intake.policies import licensed, shown, unread
from reprise.model.permission import Stated
from reprise.model.reading import PolicyDocument
from reprise.text.licences import resolve

_LANGUAGE, _INSIDE, _LINK = "langid", "encodedrights", "linkedrights"


def rights_of(holder: Mapping[str, Any]) -> Iterator[PolicyDocument | Stated]:
    """Each ``rightsInfo`` of an item or association, in whatever spelling."""
    for name, value in holder.items():
        if name.lower() == "rightsinfo" and value not in (None, {}, []):
            yield rights_in(value, name)


def rights_in(value: object, name: str) -> PolicyDocument | Stated:
    """
    The policy in *value*, called *name*, or what is stated instead.

    >>> rights_in({"linkedRights": "CC-BY-4.0"}, "rightsInfo").permission.licence
    'CC-BY-4.0'
    """
    if not isinstance(value, Mapping):
        return unread(name, f"{name}: not an object")
    parts = {key.lower(): one for key, one in value.items() if one not in (None, "", {}, [])}
    if unknown := parts.keys() - {_LANGUAGE, _INSIDE, _LINK}:
        return unread(name, f"{name}: {shown(' '.join(sorted(unknown)))} is not understood")
    if (_INSIDE in parts) == (_LINK in parts):
        return unread(name, f"{name}: neither or both of linkedRights and encodedRights")
    if _INSIDE in parts:
        body, language = parts[_INSIDE], parts.get(_LANGUAGE, "")
        text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
        return PolicyDocument(name=name, language=str(language), body=text)
    link = str(parts[_LINK]).strip()
    if resolve(link) is None:
        return unread(name, f"{name}: rights at {shown(link)}")
    return licensed(link, name)
