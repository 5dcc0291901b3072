"""
RSL 1.0 (Really Simple Licensing), read as a permission (RL-01 to RL-09).

RSL speaks of automated use: search and machines that learn. It never gives display or passing on.
A term that our permission can't hold for one use alone (a region, a class of users, a payment, a
report to be sent) leaves that use not given; whatever breaks the rules of the format holds the
article (RL-07).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from reprise.model.permission import Duties, Evidence, Permission, Use, UseTerms
from reprise.rights.limits import NotUnderstoodError
from reprise.text.territories import territories

NS = "https://rslstandard.org/rsl"

USAGE: dict[str, frozenset[Use]] = {
    "all": frozenset({Use.INDEX, Use.AI_TRAIN, Use.AI_INPUT}),
    "ai-all": frozenset({Use.AI_TRAIN, Use.AI_INPUT}),
    "ai-train": frozenset({Use.AI_TRAIN}),
    "ai-input": frozenset({Use.AI_INPUT}),
    "ai-index": frozenset(),
    "search": frozenset({Use.INDEX}),
}
"""Usage tokens (RL-04) in our uses; nothing of ours is ``ai-index``."""

AUTOMATED = USAGE["all"]
USERS = frozenset({"commercial", "non-commercial", "education", "government", "personal"})
FREE = frozenset({"free", "attribution"})
PAYMENTS = FREE | {"purchase", "subscription", "training", "crawl", "use", "contribution"}
LEGAL: dict[str, frozenset[str] | None] = {
    "warranty": frozenset(
        {"ownership", "authority", "no-infringement", "privacy-consent", "no-malware"}
    ),
    "disclaimer": frozenset({"as-is", "no-warranty", "no-liability", "no-indemnity"}),
    "attestation": frozenset({"true", "false"}),
    "contact": None,
    "proof": None,
}

# Element -> attributes and children it may have (RL-07).
_SHAPE: dict[str, tuple[set[str], set[str]]] = {
    "rsl": ({"max-age"}, {"content"}),
    "content": (
        {"url", "server", "encrypted", "lastmod"},
        {"license", "alternate", "schema", "copyright", "terms"},
    ),
    "license": (set(), {"permits", "prohibits", "payment", "reporting", "legal"}),
    "permits": ({"type"}, set()),
    "prohibits": ({"type"}, set()),
    "payment": ({"type"}, {"standard", "custom", "amount", "accepts"}),
    "standard": (set(), set()),
    "custom": (set(), set()),
    "amount": ({"currency"}, set()),
    "accepts": ({"type"}, set()),
    "reporting": ({"type", "profile", "endpoint"}, set()),
    "legal": ({"type"}, set()),
    "alternate": ({"type"}, set()),
    "schema": ({"type"}, set()),
    "copyright": ({"type", "contactEmail", "contactUrl"}, set()),
    "terms": (set(), set()),
}
_AT_MOST_ONE = {
    "payment": ("standard", "custom", "amount", "accepts"),
    "content": ("schema", "copyright", "terms"),
    "license": ("payment",),
}


def read_rsl(document: bytes | str, *, url: str | None = None) -> Permission:
    """
    What an RSL document, or one ``content`` element out of a feed, says. Never raises.

    Args:
        url: Address of the article. With it only those ``content`` elements of a document count
            that match; without it the document has to have one.

    Example:
        >>> permission = read_rsl('''<rsl xmlns="https://rslstandard.org/rsl"><content url="/">
        ...   <license><permits type="usage">search</permits></license></content></rsl>''')
        >>> permission.uses[Use.INDEX].allowed, permission.uses[Use.AI_TRAIN].allowed
        (True, False)
    """
    try:
        return _read(_parse(document), url)
    except NotUnderstoodError as error:
        return Permission(unreadable=(f"RSL: {error}",))


@dataclass
class _Terms:
    """
    What a licence, or all licences of one content element, give and close.

    ``unlisted`` uses are closed by not being on a list of what is permitted.
    """

    given: set[Use] = field(default_factory=set)
    closed: set[Use] = field(default_factory=set)
    unlisted: set[Use] = field(default_factory=set)
    points: dict[str, Any] = field(default_factory=dict)


def _read(root: etree._Element, url: str | None) -> Permission:
    contents = list(_children(root, "content"))
    if _name(root) == "content":
        # It stands with the item it is about; its address may be any on the feed's origin (RL-12).
        contents, url = [root], None
    _check_max_age(root.get("max-age"))
    matching = [one for one in contents if url is None or _matches(one.get("url", ""), url)]
    for one in contents:
        _check_content(one)
    if url is None and len(matching) > 1:
        raise NotUnderstoodError("several contents, and no address to choose by")
    if not matching:
        return Permission()
    return _permission([_terms(one) for one in _narrowest_scope(matching)])


def _narrowest_scope(contents: list[etree._Element]) -> list[etree._Element]:
    """The narrower scope comes first (RL-08); a scope is as narrow as its path is long."""
    return sorted(contents, key=lambda one: len(one.get("url", "")), reverse=True)


def _permission(scopes: list[_Terms]) -> Permission:
    """Narrower scopes decide; wider ones only close what the narrower leave unsaid."""
    uses: dict[Use, UseTerms] = {}
    points: dict[str, Any] = {}
    for scope in scopes:
        for use in AUTOMATED:
            if use in scope.closed:
                uses.setdefault(use, UseTerms(allowed=False))
            elif use in scope.given:
                uses.setdefault(use, UseTerms(allowed=True))
        points = {**scope.points, **points}
    return Permission(uses=uses, **points)


# --- One content ----------------------------------------------------------------------------------


def _terms(content: etree._Element) -> _Terms:
    """
    Its licences together: what one prohibits none gives, what one lists need not be on the others'
    (RL-08).
    """
    terms = _Terms(points=_about(content))
    licences = [_licence(one, content) for one in _children(content, "license")]
    prohibited: set[Use] = set().union(*(one.closed for one in licences))
    terms.given = set().union(*(one.given for one in licences)) - prohibited
    terms.closed = prohibited | set.intersection(*(one.unlisted | one.closed for one in licences))
    for one in licences:
        terms.points = {**one.points, **terms.points}
    return terms


def _licence(element: etree._Element, content: etree._Element) -> _Terms:
    rules = {(_name(one), one.get("type", "")): _tokens(one) for one in _rules(element)}
    permitted = _uses(rules.get(("permits", "usage"), []), "permits")
    prohibited = _uses(rules.get(("prohibits", "usage"), []), "prohibits")
    terms = _Terms(given=set(permitted - prohibited), closed=set(prohibited))
    if ("permits", "usage") in rules:
        terms.unlisted = set(AUTOMATED - permitted)
    limited = any(kind in {"user", "geo"} for _, kind in rules)
    paid = _payment(element, terms)
    reported = next(_children(element, "reporting"), None) is not None
    if limited or paid or reported or content.get("server"):
        terms.given = set()
    _legal(element, terms)
    return terms


def _rules(licence: etree._Element) -> Iterator[etree._Element]:
    seen: set[tuple[str, str]] = set()
    for one in (*_children(licence, "permits"), *_children(licence, "prohibits")):
        kind = one.get("type", "")
        if kind not in {"usage", "user", "geo"}:
            raise NotUnderstoodError(f"{_name(one)} of type {kind or 'nothing'}")
        if (_name(one), kind) in seen:
            raise NotUnderstoodError(f"{_name(one)} of type {kind} twice in one license")
        seen.add((_name(one), kind))
        yield one


def _tokens(rule: etree._Element) -> list[str]:
    """Tokens of a rule, each of its vocabulary (RL-04)."""
    tokens = (rule.text or "").split()
    if not tokens:
        raise NotUnderstoodError(f"an empty {_name(rule)}")
    for token in tokens:
        if not _is_known(token, rule.get("type", "")):
            raise NotUnderstoodError(f"{token} in {_name(rule)} of type {rule.get('type')}")
    return tokens


def _is_known(token: str, kind: str) -> bool:
    if re.fullmatch(r"[A-Za-z_][\w.-]*:[A-Za-z_][\w.-]*", token):
        return True
    match kind:
        case "usage":
            return token in USAGE
        case "user":
            return token in USERS
        case _:
            return token in territories() | {"EU"}


def _uses(tokens: Iterable[str], element: str) -> frozenset[Use]:
    """A foreign token permits nothing we know; what a foreign token prohibits we can't keep."""
    foreign = [token for token in tokens if ":" in token]
    if foreign and element == "prohibits":
        raise NotUnderstoodError(f"prohibits {' '.join(foreign)}")
    return frozenset(use for token in tokens if token in USAGE for use in USAGE[token])


def _payment(licence: etree._Element, terms: _Terms) -> bool:
    """Whether something has to be paid or asked for first; no payment element means free (RL-05)."""
    payment = next(_children(licence, "payment"), None)
    if payment is None:
        return False
    kind = payment.get("type", "free")
    if kind not in PAYMENTS:
        raise NotUnderstoodError(f"payment of type {kind}")
    parts = {_name(one): _text(one) for one in payment if isinstance(one.tag, str)}
    if "amount" in parts:
        _check_amount(next(_children(payment, "amount")))
    if kind == "attribution":
        terms.points["duties"] = Duties(attribution=True)
    if kind in FREE and not parts.keys() & {"custom", "amount", "accepts"}:
        return False
    currency = next((one.get("currency", "") for one in _children(payment, "amount")), "")
    price = [kind, parts.get("amount", ""), currency]
    terms.points["price"] = " ".join(part for part in price if part)
    if where := parts.get("custom") or parts.get("standard"):
        terms.points["price_contact"] = where
    return True


def _check_amount(amount: etree._Element) -> None:
    currency = amount.get("currency", "")
    if not re.fullmatch(r"[A-Z]{3}", currency) or not re.fullmatch(r"\d+(\.\d+)?", _text(amount)):
        raise NotUnderstoodError(f"amount {_text(amount)} {currency}")


def _legal(licence: etree._Element, terms: _Terms) -> None:
    """Warranties and the like bind the publisher; a contact is told (RL-06)."""
    seen: set[str] = set()
    for one in _children(licence, "legal"):
        kind = one.get("type", "")
        if kind not in LEGAL or kind in seen:
            raise NotUnderstoodError(f"legal of type {kind or 'nothing'}, or twice")
        seen.add(kind)
        words = LEGAL[kind]
        if words is not None and (not _text(one) or not set(_text(one).split()) <= words):
            raise NotUnderstoodError(f"legal {kind}: {_text(one)}")
        if kind == "contact" and _text(one):
            terms.points["contact"] = _text(one)


def _about(content: etree._Element) -> dict[str, Any]:
    """Rights holder, contact and the terms for people."""
    points: dict[str, Any] = {}
    for one in _children(content, "copyright"):
        points["rights_holder"] = _text(one)
        points["contact"] = one.get("contactUrl") or one.get("contactEmail")
    for one in _children(content, "terms"):
        points["evidence"] = Evidence(url=_text(one)) if _text(one) else None
    return {name: value for name, value in points.items() if value}


# --- Where it applies -----------------------------------------------------------------------------


def _matches(pattern: str, url: str) -> bool:
    """
    Paths as in robots.txt (RFC 9309): ``*`` is anything, ``$`` the end, otherwise a beginning.

    >>> _matches("/news/*.html$", "https://a.example/news/7.html"), _matches("/b", "https://a.example/")
    (True, False)
    """
    whole, parts = urlsplit(pattern), urlsplit(url)
    if whole.netloc and whole.netloc.casefold() != parts.netloc.casefold():
        return False
    path = (whole.path or "/") + (f"?{whole.query}" if whole.query else "")
    wanted = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    ends = path.endswith("$")
    expression = ".*".join(re.escape(part) for part in path.removesuffix("$").split("*"))
    return re.match(f"{expression}$" if ends else expression, wanted) is not None


# --- The document ---------------------------------------------------------------------------------


def _parse(document: bytes | str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    data = document.encode() if isinstance(document, str) else document
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotUnderstoodError(f"no XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotUnderstoodError("a document type definition")
    if _name(root) not in {"rsl", "content"}:
        raise NotUnderstoodError(f"root {root.tag!s}")
    for element in root.iter(f"{{{NS}}}*"):
        _check_shape(element)
    return root


def _check_shape(element: etree._Element) -> None:
    """Only known elements and attributes of the namespace, where they belong (RL-07)."""
    name = _name(element)
    if name not in _SHAPE:
        raise NotUnderstoodError(f"element {name}")
    attributes, children = _SHAPE[name]
    for attribute in map(str, element.attrib):
        own = attribute.removeprefix(f"{{{NS}}}")
        if not own.startswith("{") and own not in attributes:
            raise NotUnderstoodError(f"attribute {own} of {name}")
    inside = [_name(child) for child in element if isinstance(child.tag, str)]
    for child in filter(None, inside):
        if child not in children:
            raise NotUnderstoodError(f"element {child} in {name}")
    for child in _AT_MOST_ONE.get(name, ()):
        if inside.count(child) > 1:
            raise NotUnderstoodError(f"element {child} twice in {name}")


def _check_content(content: etree._Element) -> None:
    """An address and a license; a server needs the address, encryption the server (RL-02)."""
    if "url" not in content.attrib or next(_children(content, "license"), None) is None:
        raise NotUnderstoodError("content without url or license")
    encrypted = content.get("encrypted", "false")
    if encrypted not in {"true", "false"}:
        raise NotUnderstoodError(f"encrypted {encrypted}")
    if encrypted == "true" and not content.get("server"):
        raise NotUnderstoodError("encrypted without server")
    if content.get("server") and not content.get("url"):
        raise NotUnderstoodError("server without url")
    if (stated := content.get("lastmod")) is not None and not _is_rfc3339(stated):
        raise NotUnderstoodError(f"lastmod {stated}")


def _check_max_age(stated: str | None) -> None:
    if stated is not None and not re.fullmatch(r"0*[1-9]\d*", stated):
        raise NotUnderstoodError(f"max-age {stated}")


def _is_rfc3339(stated: str) -> bool:
    try:
        return datetime.fromisoformat(stated).tzinfo is not None
    except ValueError:
        return False


def _name(element: etree._Element) -> str:
    """Local name of an element of the namespace; empty for all others."""
    tag = str(element.tag)
    return tag.removeprefix(f"{{{NS}}}") if tag.startswith(f"{{{NS}}}") else ""


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return element.iterchildren(f"{{{NS}}}{name}")


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()
