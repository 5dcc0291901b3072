"""Items of RSS 0.9x, 1.0 (RDF) and 2.0, with Dublin Core, content and Atom elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reprise.intake.feed_entry import Entry, Home, person, with_languages
from reprise.intake.feed_rights import in_media
from reprise.intake.marks import ATOM
from reprise.intake.stated import each_once, web_address
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
from reprise.model.submission import Byline, Source

_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_CONTENT = re.compile(r"purl\.org/rss/1\.0/modules/content|w3\.org/1999/xhtml", re.IGNORECASE)
_MODIFIED = ("modified", "updated", "lastbuilddate")
_PUBLISHED = ("pubdate", "published", "issued", "created", "date")


def home_of_rss(root: Element) -> Home:
    """The channel: title, page, own address."""
    channel = first(root, "channel") if local(root).lower() != "channel" else root
    links = [one for one in children(channel, "link") if namespace(one) == ATOM]
    selves = [attribute(one, "href") for one in links if attribute(one, "rel") == "self"]
    return Home(
        element=channel,
        name=_plain(channel, "title"),
        url=next((text_in(one) for one in children(channel, "link") if text_in(one)), None),
        feed_url=next((one for one in selves if one), None),
        updated=_plain(channel, "lastBuildDate") or _plain(channel, "pubDate"),
        language=_plain(channel, "language"),
    )


def read_rss_item(item: Element, home: Home, partner: Partner) -> Entry:  # noqa: ARG001 - one signature
    """What *item* says. Its guid is the id as it is; without one its link is its identity."""
    guid = first(item, "guid")
    stated = _trimmed(guid)
    links = [*_links(item)]
    is_address = attribute(guid, "isPermaLink").lower() != "false" and web_address(stated)
    address = next((one for one in links if web_address(one)), None) or is_address or None
    values: dict[str, Any] = {
        "id": stated or None,
        "headline": _title(item),
        "bylines": tuple(_people(item)),
        "sections": each_once(text_in(one) for one in children(item, "category") if not in_media(one)),
        "keywords": each_once(_keywords(item)),
        "canonical_url": address,
    }  # fmt: skip
    entry = Entry(
        values=values,
        published=_date(item, _PUBLISHED),
        updated=_date(item, _MODIFIED),
        summary=_summary(item),
        content=_content(item),
        origin=_origin(item),
    )
    return with_languages(entry, item)


def _links(item: Element) -> Iterator[str]:
    """The original behind a counting redirect, then what the item links to."""
    yield from (text_in(one) for one in children(item, "origLink"))
    for one in children(item, "link"):
        if namespace(one) != ATOM:
            yield text_in(one)
        elif (attribute(one, "rel") or "alternate") in {"alternate", "canonical"}:
            yield attribute(one, "href")
    yield attribute(item, _ABOUT)


def _title(item: Element) -> str:
    titles = [one for one in children(item, "title") if not in_media(one)]
    return next((text for text in map(text_in, titles) if text), "")


def _summary(item: Element) -> str:
    found = [one for one in children(item, "description", "summary") if not in_media(one)]
    return next((_markup(one) for one in found if _markup(one)), "")


def _content(item: Element) -> str:
    """``content:encoded`` or an XHTML body; the longest where there are several."""
    found = [
        _markup(one)
        for one in children(item, "encoded", "body", "content")
        if _CONTENT.search(namespace(one)) or (local(one) == "content" and namespace(one) == ATOM)
    ]
    return max(found, key=len, default="")


def _markup(element: Element) -> str:
    """Text as it is (escaped markup included), and elements as markup."""
    from lxml import etree

    if len(element) == 0:
        return (element.text or "").strip()
    inner = (etree.tostring(one, encoding="unicode") for one in element)
    return ((element.text or "") + "".join(inner)).strip()


def _people(item: Element) -> Iterator[Byline]:
    seen: set[str] = set()
    for one in children(item, "creator", "author"):
        name = first(one, "name") if namespace(one) == ATOM else None
        found = person(text_in(name if name is not None else one))
        if found and found.name.casefold() not in seen:
            seen.add(found.name.casefold())
            yield found


def _keywords(item: Element) -> Iterator[str]:
    for one in children(item, "keywords", "subject"):
        yield from re.split(r"\s*,\s*", text_in(one))


def _date(item: Element, names: tuple[str, ...]) -> str:
    by_name = {local(one).lower(): text_in(one) for one in reversed([*children(item)])}
    return next((by_name[name] for name in names if by_name.get(name)), "")


def _origin(item: Element) -> Source | None:
    """``source``: the channel the item came from (RS-11)."""
    for one in children(item, "source"):
        if namespace(one) == ATOM:
            return Home.of_atom(one).source(Partner(name="-"))
        if text_in(one):
            return Source(
                name=text_in(one),
                feed_title=text_in(one),
                feed_url=web_address(attribute(one, "url")),
            )
    return None


def _plain(element: Element | None, name: str) -> str:
    found = [one for one in children(element, name) if not in_media(one)]
    return next((text for text in map(text_in, found) if text), "")


def _trimmed(element: Element | None) -> str:
    """White space around an id is the printer's, all inside it is its author's."""
    return (element.text or "").strip() if element is not None else ""
