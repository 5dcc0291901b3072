"""
ODRL as JSON-LD, spelled in one way: compact terms, lists for lists, plain values.

Not a JSON-LD processor: contexts are never fetched. The published ones (ODRL, RightsML, TDMRep)
are known; a context in the document may add prefixes, and one that gives ODRL's own terms another
meaning is not understood. The spelling of ODRL 2.1 (``policytype``, ``prohibitions``) is read too,
because items in ninjs still carry it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reprise.rights.limits import NotUnderstoodError

NAMESPACES = {
    "http://www.w3.org/ns/odrl/2/": "",
    "https://www.w3.org/ns/odrl/2/": "",
    "http://w3.org/ns/odrl/2/": "",
    "http://creativecommons.org/ns#": "cc:",
    "https://creativecommons.org/ns#": "cc:",
    "http://iptc.org/std/RightsML/odrl-profile/": "rightsml:",
    "https://iptc.org/std/RightsML/odrl-profile/": "rightsml:",
    "http://iptc.org/std/RightsML/": "rightsml:",
    "https://iptc.org/std/RightsML/": "rightsml:",
    "http://www.w3.org/ns/tdmrep#": "tdm:",
    "http://www.w3.org/ns/tdmrep/": "tdm:",
}
"""Namespaces of terms, and how their terms are spelled here."""

PREFIXES = {
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "o": "http://www.w3.org/ns/odrl/2/",
    "cc": "http://creativecommons.org/ns#",
    "rightsml": "https://iptc.org/std/RightsML/odrl-profile/",
    "rightsML": "https://iptc.org/std/RightsML/odrl-profile/",
    "tdm": "http://www.w3.org/ns/tdmrep#",
}

_OLD_NAMES = {
    "@id": "uid", "id": "uid", "policyid": "uid", "type": "@type", "policytype": "@type",
    "policyprofile": "profile", "permissions": "permission", "prohibitions": "prohibition",
    "obligations": "obligation", "duties": "duty", "constraints": "constraint",
    "leftoperand": "leftOperand", "rightoperand": "rightOperand", "rdf:value": "value",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#value": "value", "inheritfrom": "inheritFrom",
}  # fmt: skip

_OWN_TERMS = {
    "uid", "type", "profile", "conflict", "inheritFrom", "permission", "prohibition", "obligation",
    "duty", "remedy", "consequence", "target", "assigner", "assignee", "action", "constraint",
    "leftOperand", "operator", "rightOperand", "refinement", "and", "or", "xone", "andSequence",
}  # fmt: skip

_ANNOTATIONS = {
    "title", "description", "comment", "label", "note", "issued", "created", "modified", "creator",
}  # fmt: skip
"""Words about a policy that people write without a prefix."""


def parse(document: bytes | str) -> Any:
    """
    The JSON in *document*; a name that stands twice in one object is not understood.

    Raises:
        NotUnderstoodError: It is not JSON, or ambiguous.
    """
    try:
        return json.loads(document, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise NotUnderstoodError(f"a policy that is not JSON: {error}") from error


def policies_in(document: Any) -> list[dict[str, Any]]:
    """
    The policies of a document, each with its terms in one spelling.

    A list, and a ``@graph``, hold several; the first is the one meant, the others are what it may
    inherit from.
    """
    found = document
    context: Any = None
    if isinstance(document, Mapping):
        context = document.get("@context")
        found = document.get("@graph", document)
    items = found if isinstance(found, list) else [found]
    if not items or not all(isinstance(item, Mapping) for item in items):
        raise NotUnderstoodError("a policy that is not an object")
    return [_spelled(item, _prefixes(item.get("@context", context))) for item in items]


def term(value: Any) -> str:
    """
    The term or address that *value* names: ``"x"``, ``{"@id": "x"}``, ``{"@value": "x"}``.

    >>> term({"@id": "distribute"}), term({"@value": "2031-05-01", "@type": "xsd:date"})
    ('distribute', '2031-05-01')
    """
    if isinstance(value, Mapping):
        for name in ("uid", "@id", "@value", "value"):
            if name in value:
                return term(value[name])
        raise NotUnderstoodError(f"a value without a name: {json.dumps(value)[:200]}")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise NotUnderstoodError(f"a value that is no word: {json.dumps(value)[:200]}")
    return str(value)


def listed(value: Any) -> list[Any]:
    """*value* as a list: nothing, one, several, or JSON-LD's own ``{"@list": […]}``."""
    if value is None:
        return []
    if isinstance(value, Mapping) and "@list" in value:
        return listed(value["@list"])
    return list(value) if isinstance(value, list) else [value]


def is_annotation(name: str) -> bool:
    """Whether a property is of another vocabulary (title, issued …): told, but no rule."""
    return name in _ANNOTATIONS or (
        ":" in name and not name.startswith(("cc:", "rightsml:", "tdm:", "odrl:"))
    )


# --- Spelling -------------------------------------------------------------------------------------


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise NotUnderstoodError(f"{name} stands twice in one object")
    return dict(pairs)


def _prefixes(context: Any) -> dict[str, str]:
    """Prefixes a document declares itself, beside the known ones."""
    declared = dict(PREFIXES)
    for part in listed(context):
        if not isinstance(part, Mapping):
            continue
        for name, meaning in part.items():
            address = meaning.get("@id") if isinstance(meaning, Mapping) else meaning
            if name in _OWN_TERMS and _compact(str(address), declared) not in {name, f"@{name}"}:
                if address not in {"@id", "@type"}:
                    raise NotUnderstoodError(f"{name} means {address} in this policy")
            elif isinstance(address, str) and not name.startswith("@"):
                declared[name] = address
    return declared


def _spelled(value: Any, prefixes: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_spelled(one, prefixes) for one in value]
    if isinstance(value, Mapping):
        spelled: dict[str, Any] = {}
        for name, one in value.items():
            if name == "@context":
                continue
            own = _name(name, prefixes)
            if own in spelled:
                raise NotUnderstoodError(f"{own} is stated in two spellings")
            spelled[own] = one if name == "@value" else _spelled(one, prefixes)
        return spelled
    return _compact(value, prefixes) if isinstance(value, str) else value


def _name(name: str, prefixes: Mapping[str, str]) -> str:
    compact = _compact(name, prefixes)
    return _OLD_NAMES.get(compact, compact)


def _compact(text: str, prefixes: Mapping[str, str]) -> str:
    """
    >>> _compact("http://www.w3.org/ns/odrl/2/distribute", PREFIXES), _compact("cc:ShareAlike", PREFIXES)
    ('distribute', 'cc:ShareAlike')
    """
    prefix, colon, rest = text.partition(":")
    whole = prefixes[prefix] + rest if colon and prefix in prefixes else text
    if whole in NAMESPACES or f"{whole}/" in NAMESPACES:
        return whole  # the address of a profile, not a term of it
    for namespace, short in NAMESPACES.items():
        if whole.startswith(namespace):
            return short + whole[len(namespace) :]
    return whole
