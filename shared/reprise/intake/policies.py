"""
Policies as every reader hands them over: licences by name, policies in a language of their own.

Which languages there are, the rights room knows. Until it has read a policy, the statement of the
same name holds the article, so that no policy is skipped because a reader forgot it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from reprise.model.permission import Origin, Permission, Stated
from reprise.model.reading import PolicyDocument
from reprise.text.licences import resolve

RSL = "rsl"
ODRL_JSON = "odrl+json"
_SHOWN = 120


def licensed(licence: str, name: str) -> Stated:
    """A licence as stated; one that is not known holds the article, by its name or address."""
    return Stated(origin=Origin.POLICY, permission=Permission(licence=licence), name=name)


def marked(licence: str, name: str) -> Stated:
    """
    A licence whose mark may be about something beside the text: a picture, the whole site.

    As a notice does, it narrows what others give and gives nothing itself.
    """
    return Stated(origin=Origin.NOTICE, permission=Permission(licence=licence), name=name)


def unread(name: str, why: str) -> Stated:
    """Something that is stated and not understood: it holds the article."""
    return Stated(origin=Origin.POLICY, permission=Permission(unreadable=(why,)), name=name)


def waiting(documents: Iterable[PolicyDocument]) -> tuple[Stated, ...]:
    """What holds the article until each of *documents* is read."""
    return tuple(
        unread(one.name, f"{one.name}: a policy in {one.language or 'an unnamed language'}")
        for one in documents
    )


def numbered(name: str, language: str, bodies: Iterable[str]) -> tuple[PolicyDocument, ...]:
    """Policies of one kind: *name*, ``name[1]`` …"""
    return tuple(
        PolicyDocument(name=f"{name}[{at}]" if at else name, language=language, body=body)
        for at, body in enumerate(bodies)
    )


def is_policy(value: object) -> bool:
    """
    Whether a JSON object is a policy in ODRL rather than a record of something else.

    >>> is_policy({"uid": "urn:a:1", "permission": [{"action": "use"}]})
    True
    >>> is_policy({"permission": {"commercial": False}})
    False
    """
    if isinstance(value, list):
        return any(map(is_policy, value))
    if not isinstance(value, dict):
        return False
    graph = value.get("@graph")
    if isinstance(graph, list) and any(map(is_policy, graph)):
        return True
    context = json.dumps(value.get("@context", "")).casefold()
    rules = [name for name in _RULES if name in value]
    return bool(rules) and ("odrl" in context or bool(_UIDS & value.keys()))


_RULES = ("permission", "prohibition", "obligation", "permissions", "prohibitions",
          "odrl:permission", "odrl:prohibition", "odrl:obligation")  # fmt: skip
_UIDS = {"uid", "@id", "policyid", "odrl:uid"}


def licences_of_things(things: Iterable[object]) -> Iterator[str]:
    """
    Licences as schema.org states them: addresses, names, or things that have either.

    Of a thing the address counts; its name counts beside it when that is a licence's too, so that
    a name and an address that disagree are heard both.
    """
    for one in things:
        if isinstance(one, str) and one.strip():
            yield one.strip()
        elif isinstance(one, dict):
            said = [one.get(name) for name in ("url", "@id", "@value", "name")]
            texts = [text.strip() for text in said if isinstance(text, str) and text.strip()]
            yield from texts[:1]
            yield from (text for text in texts[1:] if resolve(text) is not None)
        elif isinstance(one, list):
            yield from licences_of_things(one)


def shown(text: str) -> str:
    """*text* cut to a readable length."""
    return text[:_SHOWN]
