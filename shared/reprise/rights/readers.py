"""
Machine-readable policies as they stood in a document, read as statements.

The one table of policy languages. Whatever language a policy is written in, it is read or it holds
the article; a language that is not here is named in what holds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reprise.model.permission import Origin, Permission, Stated
from reprise.model.reading import PolicyDocument, ReadItem
from reprise.rights.limits import NotUnderstoodError
from reprise.rights.odrl import read_odrl
from reprise.rights.odrl_xml import policy_of_xml
from reprise.rights.rsl import read_rsl

Reader = Callable[[str], Permission]


def read_policies(item: ReadItem) -> ReadItem:
    """
    The item with every policy document read.

    The statement that held the article for a document (same name) gives way to what the document
    says; a document without one is added.
    """
    read = {document.name: read_policy(document, item) for document in item.documents}
    kept = [read.pop(one.name, one) if one.name in read else one for one in item.policies]
    return replace(item, policies=(*kept, *read.values()), documents=())


def read_policy(document: PolicyDocument, item: ReadItem) -> Stated:
    """What one policy document says about *item*."""
    permission = _read(document.language.strip().casefold(), document.body, item)
    return Stated(origin=Origin.POLICY, permission=permission, name=document.name)


def _read(language: str, body: str, item: ReadItem) -> Permission:
    if language in RSL:
        # In an item its terms stand alone; those of a whole site are chosen from by the address.
        return read_rsl(body, url=item.submission.canonical_url)
    if language in LANGUAGES:
        return LANGUAGES[language](body)
    return Permission(unreadable=(f"a policy in {language or 'an unnamed language'}",))


def _odrl_xml(body: str) -> Permission:
    try:
        return read_odrl(policy_of_xml(body))
    except NotUnderstoodError as error:
        return Permission(unreadable=(f"ODRL: {error}",))


def _odrl(body: str) -> Permission:
    """By what it looks like, where a format only says that it is ODRL."""
    return _odrl_xml(body) if body.lstrip("\ufeff \t\r\n").startswith("<") else read_odrl(body)


RSL = frozenset({"rsl", "rsl+xml", "application/rsl+xml", "https://rslstandard.org/rsl"})

LANGUAGES: dict[str, Reader] = {
    "odrl+json": read_odrl,
    "odrl+xml": _odrl_xml,
    **dict.fromkeys(
        (
            "odrl",
            "http://www.w3.org/ns/odrl/2/",
            "http://www.w3.org/ns/odrl/2",
            "http://w3.org/ns/odrl/2/",
            "https://www.w3.org/ns/odrl/2/",
            "http://iptc.org/std/rightsml/",
            "https://iptc.org/std/rightsml/",
            "http://iptc.org/std/rightsml/odrl-profile/",
            "https://iptc.org/std/rightsml/odrl-profile/",
        ),
        _odrl,
    ),
}
"""Names by which documents call a policy language, folded, and its reader."""
