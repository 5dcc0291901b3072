"""
ODRL in XML (as NewsML-G2 carries it), brought into the shape of its JSON-LD.

Elements and attributes of the published schema, 2.1 and 2.2; references between elements
(``idref``) and anything else of the namespace are not understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from reprise.rights.limits import NotUnderstoodError

NAMESPACES = (
    "http://www.w3.org/ns/odrl/2/",
    "https://www.w3.org/ns/odrl/2/",
    "http://w3.org/ns/odrl/2/",
)

_RULES = ("permission", "prohibition", "obligation")
_DUTIES = ("duty", "remedy", "consequence")
_ATTRIBUTES = {
    "Policy": {"uid", "type", "conflict", "inheritFrom", "profile"},
    "asset": {"uid", "relation", "type", "source", "partOf"},
    "party": {"uid", "function", "role", "type", "source", "partOf"},
    "action": {"name"},
    "constraint": {"name", "leftOperand", "operator", "rightOperand", "dataType", "datatype", "unit"},
    "refinement": {"name", "leftOperand", "operator", "rightOperand", "dataType", "datatype", "unit"},
    **{rule: {"uid"} for rule in (*_RULES, *_DUTIES)},
}  # fmt: skip
_TARGET = "target"


def policy_of_xml(document: bytes | str) -> dict[str, Any]:
    """
    The policy as an object.

    Raises:
        NotUnderstoodError: It is no XML, no policy, or has parts that are not in the schema.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    data = document.encode() if isinstance(document, str) else document
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotUnderstoodError(f"a policy that is not XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None or _name(root) != "Policy":
        raise NotUnderstoodError(f"root {root.tag!s}")
    policy = _rule(root)
    for name in _RULES:
        policy[name] = [_rule(one) for one in _children(root, name)]
    for listed in ("inheritFrom", "profile"):
        if listed in policy:
            policy[listed] = policy[listed].split()
    policy["@type"] = policy.pop("type", "Policy")
    return {name: value for name, value in policy.items() if value != []}


def _rule(element: etree._Element) -> dict[str, Any]:
    """A policy, a rule or a duty: parties and assets by their function, the rest by name."""
    _check(element)
    rule: dict[str, Any] = _own(element)
    for child in element.iterchildren(etree.Element):
        match _name(child):
            case "asset":
                _add(rule, _function(child, "relation", _TARGET), _thing(child))
            case "party":
                _add(rule, _function(child, "function", ""), _thing(child))
            case "action":
                _add(rule, "action", _action(child))
            case "constraint":
                _add(rule, "constraint", _constraint(child))
            case name if name in _DUTIES:
                _add(rule, name, _rule(child))
            case name if name and name not in _RULES:
                raise NotUnderstoodError(f"element {name}")
    return rule


def _add(rule: dict[str, Any], name: str, value: Any) -> None:
    rule.setdefault(name, []).append(value)


def _function(element: etree._Element, attribute: str, default: str) -> str:
    stated = element.get(attribute) or element.get("role") or default
    for namespace in NAMESPACES:
        stated = stated.removeprefix(namespace)
    if not stated:
        raise NotUnderstoodError(f"{_name(element)} without {attribute}")
    return stated


def _thing(element: etree._Element) -> dict[str, Any]:
    _check(element)
    thing: dict[str, Any] = {"uid": element.get("uid", ""), "@type": element.get("type")}
    if refined := [_constraint(one) for one in _children(element, "refinement")]:
        thing["refinement"] = refined
    if not thing["uid"]:
        raise NotUnderstoodError(f"{_name(element)} without uid")
    return {name: value for name, value in thing.items() if value is not None}


def _action(element: etree._Element) -> dict[str, Any]:
    _check(element)
    refined = [_constraint(one) for one in _children(element, "refinement")]
    return {"uid": element.get("name", "")} | ({"refinement": refined} if refined else {})


def _constraint(element: etree._Element) -> dict[str, Any]:
    _check(element)
    stated = _own(element)
    if "name" in stated:
        stated.setdefault("leftOperand", stated.pop("name"))
    if "rightOperand" in stated:
        stated["rightOperand"] = stated["rightOperand"].split()
    return stated


def _own(element: etree._Element) -> dict[str, Any]:
    return {
        str(name): str(value)
        for name, value in element.attrib.items()
        if not str(name).startswith("{")
    }


def _check(element: etree._Element) -> None:
    name = _name(element)
    for attribute in _own(element):
        if attribute not in _ATTRIBUTES.get(name, set()):
            raise NotUnderstoodError(f"attribute {attribute} of {name}")


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element.iterchildren(etree.Element) if _name(child) == name)


def _name(element: etree._Element) -> str:
    """
    Local name of an element of the namespace; empty for all others. The generator of IPTC writes
    the children of a policy without a prefix, so those without a namespace count too.
    """
    tag = str(element.tag)
    for namespace in NAMESPACES:
        tag = tag.removeprefix(f"{{{namespace}}}")
    return "" if tag.startswith("{") else tag
