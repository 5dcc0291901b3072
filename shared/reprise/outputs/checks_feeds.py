"""Rules for parsed feeds, for :mod:`.checks`: what is required, whose address it bears, when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from reprise.errors import Problem
from reprise.model.document import Document
from reprise.outputs import namespaces as ns
from reprise.outputs.json_feed import VERSION

_A = f"{{{ns.ATOM}}}"
_CLOCKS_DIFFER = timedelta(minutes=5)
"""A partner's clock may run ahead of ours by this much; feed readers allow hours."""


def rss(root: etree._Element, document: Document, now: datetime | None) -> Iterator[Problem]:
    """RS-01, RS-02, RS-06, RS-07, RS-30, RS-05."""
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        yield Problem("wrong_root", document.key, str(root.tag), "rss version 2.0 with a channel")
        return
    yield from _required(channel, ("title", "link", "description"), document.key)
    links = [link.get("href", "") for link in channel.findall(f"{_A}link[@rel='self']")]
    yield from _self_link(links, document)
    for number, item in enumerate(channel.findall("item")):
        place = f"{document.key}#item[{number}]"
        if item.find("title") is None and item.find("description") is None:
            yield Problem("missing", place, "title", "a title or a description")
        yield from _required(item, ("guid", "link"), place)
        yield from _date(item.findtext("pubDate"), parsedate_to_datetime, place, now)


def atom(root: etree._Element, document: Document, now: datetime | None) -> Iterator[Problem]:
    """AT-01, AT-02, AT-03, AT-04, RS-05."""
    if root.tag != f"{_A}feed":
        yield Problem("wrong_root", document.key, str(root.tag), f"{_A}feed")
        return
    required = tuple(f"{_A}{name}" for name in ("id", "title", "updated"))
    yield from _required(root, required, document.key)
    yield from _date(root.findtext(required[2]), datetime.fromisoformat, document.key, now)
    links = [link.get("href", "") for link in root.findall(f"{_A}link[@rel='self']")]
    yield from _self_link(links, document)
    for number, entry in enumerate(root.findall(f"{_A}entry")):
        place = f"{document.key}#entry[{number}]"
        yield from _required(entry, required, place)
        yield from _date(entry.findtext(required[2]), datetime.fromisoformat, place, now)
        if entry.find(f"{_A}link") is None:
            yield Problem("missing", place, "link", "a link to the page")


def json_feed(content: Any, document: Document, now: datetime | None) -> Iterator[Problem]:
    """JF-01 to JF-05, RS-05."""
    if not isinstance(content, dict) or content.get("version") != VERSION:
        yield Problem("wrong_root", document.key, send=f"version {VERSION}")
        return
    for name in ("title", "home_page_url"):
        if not content.get(name):
            yield Problem("missing", document.key, name)
    yield from _self_link([content.get("feed_url", "")], document)
    for number, item in enumerate(content.get("items", ())):
        place = f"{document.key}#items[{number}]"
        for name in ("id", "url"):
            if not isinstance(item.get(name), str) or not item[name]:
                yield Problem("missing", place, name)
        if not (item.get("content_html") or item.get("content_text")):
            yield Problem("missing", place, "content_html", "content_html or content_text")
        yield from _date(item.get("date_published"), datetime.fromisoformat, place, now)


def _required(element: etree._Element, names: tuple[str, ...], place: str) -> Iterator[Problem]:
    for name in names:
        if not (element.findtext(name) or "").strip():
            yield Problem("missing", place, etree.QName(name).localname)


def _self_link(addresses: list[str], document: Document) -> Iterator[Problem]:
    """Exactly one, and it is the address the document is served from (RS-30, WS-01, WS-04)."""
    if len(addresses) != 1 or not addresses[0].endswith(f"/{document.key}"):
        found = ", ".join(filter(None, addresses)) or "none"
        yield Problem("wrong_self_link", document.key, found, f"one that ends in /{document.key}")


def _date(text: str | None, read: Any, place: str, now: datetime | None) -> Iterator[Problem]:
    if text is None:
        return
    try:
        instant = read(text)
    except ValueError:
        yield Problem("bad_date", place, text)
        return
    if instant.tzinfo is None:
        yield Problem("bad_date", place, text, "a date with its zone")
    elif now is not None and instant > now + _CLOCKS_DIFFER:
        yield Problem("future_date", place, text, f"nothing after {now.isoformat()}")
