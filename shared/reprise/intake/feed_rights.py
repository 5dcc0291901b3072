"""
What an entry of a feed says about its use: licences, rights, validity, restrictions (RFC 4946).

What the feed says holds for entries that say nothing of the kind themselves; several licences or
restrictions of one entry each limit. An entry that names its source has that around it, not the
feed it came by (RFC 4287 section 4.2.11, AL-04).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from lxml import etree

from reprise.intake import policies
from reprise.intake.marks import ATOM
from reprise.intake.stated import Terms, each_once
from reprise.intake.territories import territories
from reprise.intake.xml_reading import (
    Element,
    attribute,
    children,
    first,
    local,
    namespace,
    text_in,
)
from reprise.model.configuration import Partner
from reprise.model.permission import Stated, Territories
from reprise.model.reading import PolicyDocument
from reprise.text.licences import resolve

T = TypeVar("T")

MEDIA = ("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss")
RSL = "https://rslstandard.org/rsl"
_DUBLIN_CORE = re.compile(r"purl\.org/dc/", re.IGNORECASE)
_RDF_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_LICENCE_RELATIONS = frozenset(
    {"license", "licence", "http://www.iana.org/assignments/relation/license"}
)
_PERIOD = re.compile(r"(start|end)\s*=\s*([^;]*)", re.IGNORECASE)
_ENDS = frozenset({"expirationdate", "expirydate", "expires", "killdate"})
_BEGINS = frozenset({"embargo", "embargodate", "embargoed", "embargoeduntil"})
# Elements of whatever module that limit, and that we don't know: never passed over.
_LIMITING = re.compile(r"embargo|expir|restrict|permission|usagerule|accessrights|licen[cs]e")


def in_media(element: Element) -> bool:
    """It belongs to Media RSS, in either spelling of its namespace (X-06)."""
    return namespace(element) in MEDIA


def around(entry: Element, feed: Element | None) -> Element | None:
    """What *entry* inherits from: the source it names, else the feed it stands in."""
    source = first(entry, "source") if namespace(entry) == ATOM else None
    return feed if source is None else source


def terms_of(entry: Element, feed: Element | None, partner: Partner) -> Terms:
    """What *entry* says itself, and of its *feed* what it does not say."""
    terms = Terms(partner)
    _words(terms, entry)
    for child in children(entry):
        _limits(terms, child)
    if feed is not None:
        _words(terms, feed)
        inherited = Terms(partner)
        for child in children(feed):
            _limits(inherited, child)
        for name, value in inherited.values.items():
            terms.say(name, value)
        terms.unreadable += inherited.unreadable
    return terms


def policies_of(
    entry: Element, feed: Element | None, documents: tuple[PolicyDocument, ...]
) -> tuple[Stated, ...]:
    """
    A statement for each licence, media licence and restriction, and for each of *documents* one
    that holds until it is read.
    """
    found = [policies.licensed(one, "licence") for one in _nearest(_licences, entry, feed)]
    found += [policies.marked(one, "media:license") for one in _nearest(_media, entry, feed)]
    found += _nearest(_restrictions, entry, feed)
    return (*found, *policies.waiting(documents))


def documents_of(entry: Element, feed: Element | None) -> tuple[PolicyDocument, ...]:
    """RSL terms of *entry*, else of its *feed*, for the rights room to read (RL-11)."""
    own = [*_rsl(entry)]
    if own or feed is None:
        return policies.numbered(policies.RSL, policies.RSL, own)
    theirs = [*_rsl(feed)]
    if len(theirs) > 1:
        # Of several the entry's address chooses, as in a document of its own.
        theirs = [f'<rsl xmlns="{RSL}">{"".join(theirs)}</rsl>']
    return policies.numbered(policies.RSL, policies.RSL, theirs)


def _rsl(element: Element) -> Iterator[str]:
    for one in children(element):
        if namespace(one) == RSL:
            yield etree.tostring(one, encoding="unicode", with_tail=False)


def _nearest(
    read: Callable[[Element], Iterator[T]], entry: Element, feed: Element | None
) -> list[T]:
    own = [*read(entry)]
    return own if own or feed is None else [*read(feed)]


# --- Licences -------------------------------------------------------------------------------------


def _licences(element: Element) -> Iterator[str]:
    return iter(each_once(_stated_licences(element)))


def _stated_licences(element: Element) -> Iterator[str]:
    """Of Creative Commons, Dublin Core, RFC 4946 or no module at all; an empty one is unknown."""
    for child in children(element):
        name = local(child).lower()
        if name in {"license", "licence"} and not in_media(child) and namespace(child) != RSL:
            stated = attribute(child, _RDF_RESOURCE) or attribute(child, "href") or text_in(child)
            yield stated or "an empty licence"
        elif name == "link" and attribute(child, "rel").lower() in _LICENCE_RELATIONS:
            yield attribute(child, "href") or "an empty licence"
        elif name in {"rights", "copyright"} and not in_media(child):
            words = text_in(child)
            if resolve(words) is not None:
                yield words


def _media(element: Element) -> Iterator[str]:
    """``media:license`` of an entry may be about its pictures only, so it gives no text away."""
    for child in children(element, "license"):
        if in_media(child):
            yield attribute(child, "href") or text_in(child) or "an empty licence"


# --- Words and limits -----------------------------------------------------------------------------


def _words(terms: Terms, element: Element) -> None:
    for words in _rights_words(element):
        terms.say("copyright_notice", words)
    for child in children(element):
        if local(child).lower() == "rightsholder":
            terms.say("rights_holder", text_in(child))


def _rights_words(element: Element) -> Iterator[str]:
    """Words about copyright; a licence's name or address is no such word."""
    for child in children(element, "rights", "copyright"):
        if not in_media(child) and resolve(text_in(child)) is None:
            yield text_in(child)


def _limits(terms: Terms, child: Element) -> None:
    name = local(child).lower()
    if namespace(child) == RSL or name in {"license", "licence"}:
        return
    if name == "valid" and _DUBLIN_CORE.search(namespace(child)):
        _period(terms, text_in(child))
    elif name in _ENDS:
        terms.limit("expires_at", text_in(child), local(child))
    elif name in _BEGINS:
        terms.limit("embargoed_until", text_in(child), local(child))
    elif _LIMITING.search(name) and not in_media(child) and text_in(child):
        terms.doubt(f"{local(child)}: {policies.shown(text_in(child))!r} is not understood")


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


def _restrictions(element: Element) -> Iterator[Stated]:
    """A statement for each ``media:restriction``; several hold together."""
    for child in children(element, "restriction"):
        if in_media(child):
            terms = Terms(Partner(name="-"))
            _restriction(terms, child)
            yield from terms.stated("media:restriction")


def _restriction(terms: Terms, child: Element) -> None:
    """Countries are a limit we know; other kinds hold."""
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
