"""
Machine-readable policies as they stood in a document, read as statements.

The one table of policy languages. Whatever language a policy is written in, it is read or it holds
the article; a language that is not here is named in what holds it.
"""

from __future__ import annotations

import re
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
    read: dict[str, list[Stated]] = {}
    for document in item.documents:
        read.setdefault(document.name, []).append(read_policy(document, item))
    kept: list[Stated] = []
    for one in item.policies:
        kept += read.pop(one.name, [one]) if one.permission.unreadable else [one]
    added = [each for several in read.values() for each in several]
    return replace(item, policies=(*kept, *added), documents=())


def read_policy(document: PolicyDocument, item: ReadItem) -> Stated:
    """What one policy document says about *item*."""
    language = document.language.strip().casefold().rstrip("/#")
    permission = _read(language, document.body, item)
    return Stated(origin=Origin.POLICY, permission=permission, name=document.name)


def _read(language: str, body: str, item: ReadItem) -> Permission:
    if language in UNNAMED:
        language = _looks_like(body) or language
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


def _looks_like(body: str) -> str:
    """The policy language of *body*, where its document names none or only a media type."""
    begin = body[:4000]
    if _RSL_MARK.search(begin):
        return "rsl"
    return "odrl" if _ODRL_MARK.search(begin) else ""


_RSL_MARK = re.compile(r"""xmlns(?::[\w.-]+)?\s*=\s*["']https://rslstandard\.org/rsl["']""")
_ODRL_MARK = re.compile(r"w3\.org/ns/odrl|iptc\.org/std/rightsml", re.IGNORECASE)

UNNAMED = frozenset(
    {"", "xml", "json", "text/xml", "text/plain", "application/xml", "application/json",
     "application/ld+json", "application/rdf+xml"}
)  # fmt: skip
"""Names that don't tell a language: then its own namespace does."""

RSL = frozenset({"rsl", "rsl+xml", "application/rsl+xml", "https://rslstandard.org/rsl"})

ODRL = frozenset(
    {
        "odrl",
        "http://www.w3.org/ns/odrl/2",
        "https://www.w3.org/ns/odrl/2",
        "http://w3.org/ns/odrl/2",
        "http://www.w3.org/ns/odrl.jsonld",
        "https://www.w3.org/ns/odrl.jsonld",
        "http://iptc.org/std/rightsml",
        "https://iptc.org/std/rightsml",
        "http://iptc.org/std/rightsml/2011-10-07",
        "http://iptc.org/std/rightsml/odrl-profile",
        "https://iptc.org/std/rightsml/odrl-profile",
    }
)

LANGUAGES: dict[str, Reader] = {
    "odrl+json": read_odrl,
    "odrl+xml": _odrl_xml,
    **dict.fromkeys(ODRL, _odrl),
}
"""Names by which documents call a policy language, folded, and its reader."""
