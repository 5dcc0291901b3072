"""
What an entry of a feed says about its use: licences, rights, validity, restrictions (RFC 4946).

A licence of the feed holds for entries that name none; several licences of one entry each limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reprise.intake.stated import Terms, each_once
from reprise.intake.territories import territories
from reprise.intake.xml_reading import Element, attribute, children, local, namespace, text_in
from reprise.model.configuration import Partner
from reprise.model.permission import Origin, Permission, Stated, Territories
from reprise.model.reading import PolicyDocument
from reprise.text.licences import resolve

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = ("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss")
RSL = "https://rslstandard.org/rsl"
_CREATIVE_COMMONS = re.compile(r"creativecommons|web\.resource\.org/cc", re.IGNORECASE)
_DUBLIN_CORE = re.compile(r"purl\.org/dc/", re.IGNORECASE)
_RDF_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_RSL = "rsl"
_PERIOD = re.compile(r"(start|end)\s*=\s*([^;]*)", re.IGNORECASE)


def in_media(element: Element) -> bool:
    """It belongs to Media RSS, in either spelling of its namespace (X-06)."""
    return namespace(element) in MEDIA


def terms_of(entry: Element, feed: Element | None, partner: Partner) -> Terms:
    """What *entry* says itself, with the copyright of its *feed* where it names none."""
    terms = Terms(partner)
    for words in _rights_words(entry):
        terms.say("copyright_notice", words)
    for words in _rights_words(feed) if feed is not None else ():
        terms.say("copyright_notice", words)
    for child in children(entry):
        name = local(child).lower()
        if name == "valid" and _DUBLIN_CORE.search(namespace(child)):
            _period(terms, text_in(child))
        elif name in {"expirationdate", "expirydate", "expires"}:
            terms.limit("expires_at", text_in(child), local(child))
        elif name == "restriction" and in_media(child):
            _restriction(terms, child)
    return terms


def policies_of(entry: Element, feed: Element | None) -> tuple[Stated, ...]:
    """A statement for each licence; those of the feed count where the entry has none."""
    own = each_once(_licences(entry))
    found = own or (each_once(_licences(feed)) if feed is not None else ())
    stated = [
        Stated(origin=Origin.POLICY, permission=Permission(licence=one), name="licence")
        for one in found
    ]
    if _rsl(entry):
        unread = Permission(unreadable=("RSL terms",))
        stated.append(Stated(origin=Origin.POLICY, permission=unread, name=_RSL))
    return tuple(stated)


def documents_of(entry: Element) -> tuple[PolicyDocument, ...]:
    """RSL terms in *entry*, for the rights room to read."""
    bodies = [etree.tostring(one, encoding="unicode", with_tail=False) for one in _rsl(entry)]
    return tuple(PolicyDocument(name=_RSL, language=_RSL, body=body) for body in bodies[:1])


def _rsl(entry: Element) -> list[Element]:
    return [one for one in children(entry, "content") if namespace(one) == RSL]


def _licences(element: Element) -> Iterator[str]:
    for child in children(element):
        name, space = local(child).lower(), namespace(child)
        if name == "license" and (_CREATIVE_COMMONS.search(space) or _DUBLIN_CORE.search(space)):
            yield attribute(child, _RDF_RESOURCE) or text_in(child)
        elif name == "license" and in_media(child):
            yield attribute(child, "href") or text_in(child)
        elif name == "link" and attribute(child, "rel").lower() in {"license", "licence"}:
            yield attribute(child, "href")
        elif name in {"rights", "copyright"}:
            words = text_in(child)
            if resolve(words) is not None:
                yield words


def _rights_words(element: Element) -> Iterator[str]:
    """Words about copyright; a licence's name or address is no such word."""
    for child in children(element, "rights", "copyright"):
        if not in_media(child) and resolve(text_in(child)) is None:
            yield text_in(child)


def _period(terms: Terms, words: str) -> None:
    """``dcterms:valid``: ``start=…; end=…`` (DCMI Period), as MSN's partners send it."""
    parts = dict(_PERIOD.findall(words))
    parts = {name.lower(): value.strip() for name, value in parts.items()}
    if not parts:
        terms.doubt(f"dcterms:valid: {words[:120]!r}")
    if parts.get("start"):
        terms.limit("starts_at", parts["start"], "dcterms:valid")
    if parts.get("end"):
        terms.limit("expires_at", parts["end"], "dcterms:valid")


def _restriction(terms: Terms, child: Element) -> None:
    """``media:restriction``: countries are a limit we know; other kinds hold."""
    kind, relation = attribute(child, "type").lower(), attribute(child, "relationship").lower()
    named = text_in(child) or "all"
    # Codes stand apart by spaces, in either case.
    named = named.upper() if re.fullmatch(r"[A-Za-z]{2}(?: [A-Za-z]{2})*", named) else named
    codes = territories(named)
    if kind != "country" or relation not in {"allow", "deny"} or codes is None:
        terms.doubt(f"media:restriction: {relation} {kind} {named[:80]}".strip())
    elif relation == "deny":
        limit = Territories(deny=codes) if codes else Territories(allow=frozenset())
        terms.say("territories", limit)
    elif codes:
        terms.say("territories", Territories(allow=codes))
