"""Entries of Atom (RFC 4287), tombstones (RFC 6721)."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from reprise.errors import Problem, RefusedError
from reprise.intake.feed_entry import Entry, Home, with_languages
from reprise.intake.stated import each_once, instant, make_submission, web_address
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
from reprise.model.reading import ReadItem
from reprise.model.submission import Action, Byline, Source
from reprise.text.html import sanitise

_KIND = "http://schemas.google.com/g/2005#kind"
"""Scheme of the categories by which Blogger tells posts from everything else in its exports."""
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def read_entry(entry: Element, home: Home, partner: Partner) -> Entry:
    """What *entry* says."""
    links = [*children(entry, "link")]
    content = first(entry, "content")
    values: dict[str, Any] = {
        "id": _trimmed(first(entry, "id")) or None,
        "headline": _plain(first(entry, "title")),
        "bylines": tuple(_people(entry, home)),
        "sections": each_once(
            attribute(one, "label") or attribute(one, "term")
            for one in children(entry, "category")
            if attribute(one, "scheme") != _KIND
        ),
        "canonical_url": _address(entry, links, "canonical") or _address(entry, links, "alternate"),
    }
    read = Entry(
        values=values,
        published=text_in(first(entry, "published")) or text_in(first(entry, "issued")),
        updated=text_in(first(entry, "updated")) or text_in(first(entry, "modified")),
        summary=_markup(first(entry, "summary")),
        content=_markup(content),
        elsewhere=bool(attribute(content, "src")),
        origin=_origin(entry, partner),
    )
    return with_languages(read, entry)


def why_not_public(entry: Element) -> str:
    """
    Why *entry* is none that readers of its site can see; empty when it is one.

    Drafts (RFC 5023, section 13.1.1, and Blogger's own mark), and in exports of Blogger comments,
    settings and templates.
    """
    drafts = [text_in(one).lower() for one in children(first(entry, "control"), "draft")]
    statuses = [text_in(one).upper() for one in children(entry, "status") if _of_blogger(one)]
    kinds = [text_in(one).lower() for one in children(entry, "type") if _of_blogger(one)]
    kinds += [
        attribute(one, "term").rpartition("#")[2]
        for one in children(entry, "category")
        if attribute(one, "scheme") == _KIND
    ]
    if "yes" in drafts or any(one != "LIVE" for one in statuses):
        return "draft"
    return next((kind for kind in kinds if kind not in {"post", "page"}), "")


def _of_blogger(element: Element) -> bool:
    return namespace(element).startswith("http://schemas.google.com/blogger/")


def read_deleted(entry: Element, name: str, partner: Partner) -> ReadItem:
    """
    ``at:deleted-entry``: the entry of that id is gone (TS-01).

    Raises:
        RefusedError: It does not say which.
    """
    reference = attribute(entry, "ref")
    if not reference:
        problem = Problem("missing", "deleted-entry/@ref", send="send the id of the entry")
        raise RefusedError(name, problem)
    submission = make_submission(
        reference,
        action=Action.WITHDRAW,
        id=reference,
        updated_at=instant(attribute(entry, "when"), partner),
    )
    return ReadItem(submission, item=reference)


def _people(entry: Element, home: Home) -> Iterator[Byline]:
    """Authors of the entry, else of its source, else of the feed (section 4.2.1)."""
    for holder in (entry, first(entry, "source"), home.element):
        people = [_person(one) for one in children(holder, "author")]
        if any(people):
            yield from (one for one in people if one)
            return


def _person(element: Element) -> Byline | None:
    name = text_in(first(element, "name"))
    if not name:
        return None
    address = web_address(text_in(first(element, "uri")))
    return Byline(name=name, email=text_in(first(element, "email")) or None, url=address)


def _origin(entry: Element, partner: Partner) -> Source | None:
    source = first(entry, "source")
    return Home.of_atom(source).source(partner) if source is not None else None


def _plain(construct: Element | None) -> str:
    """A text construct as text; what ``type="text"`` says literally stays literal."""
    if construct is None:
        return ""
    if attribute(construct, "type") in {"html", "text/html"}:
        return text_in(construct)
    return html.escape(text_in(construct), quote=False)


def _markup(construct: Element | None) -> str:
    """A text construct or content as markup, its addresses absolute where ``xml:base`` says how."""
    if construct is None:
        return ""
    kind = attribute(construct, "type").lower() or "text"
    if len(construct):
        holder = construct[0] if kind == "xhtml" and local(construct[0]) == "div" else construct
        inner = (etree.tostring(one, encoding="unicode") for one in holder)
        found = (html.escape(holder.text or "", quote=False) + "".join(inner)).strip()
    elif kind in {"html", "text/html", "xhtml"}:
        found = (construct.text or "").strip()
    else:
        found = html.escape(construct.text or "", quote=False).strip()
    base = _base_of(construct)
    return sanitise(found, base_url=base).html if base and found else found


def _base_of(element: Element | None) -> str | None:
    """``xml:base`` that holds at *element*: each level is relative to the one around it."""
    bases = []
    while element is not None:
        bases.append(attribute(element, _BASE))
        element = element.getparent()
    found = ""
    for base in reversed([one for one in bases if one]):
        found = urljoin(found, base)
    return web_address(found)


def _address(entry: Element, links: list[Element], relation: str) -> str | None:
    for one in links:
        if (attribute(one, "rel") or "alternate").lower() == relation:
            found = attribute(one, "href")
            base = _base_of(entry)
            return urljoin(base, found) if base and found else found or None
    return None


def _trimmed(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""
