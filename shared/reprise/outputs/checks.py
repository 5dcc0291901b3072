"""
Our own rules for a document before it replaces the last good one (row B86, invariant 5).

They are written for every turn: a feed is looked at through a *reduced document* of its head, its
fresh entries and its tail, so the cost follows what changed and not how long the feed is. An
entry that was checked when it was rendered is spliced as the same bytes, and is as good as then.
Of the document as a whole its size is looked at, and that no two entries share an id.

What a rule needs beyond the document itself is optional: without it the rule is not asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from xml.sax.saxutils import unescape

import orjson
from lxml import etree

from reprise.errors import Problem
from reprise.model.document import Document, Fragment
from reprise.outputs import checks_feeds, checks_site

MAX_BYTES = {
    "application/rss+xml": 10_000_000,
    "application/atom+xml": 10_000_000,
    "application/feed+json": 10_000_000,
    "application/xml": 10_000_000,
    "text/html": 2_000_000,
    "text/plain": 512_000,
}
"""10 MB is what MSN takes (MS-01) and what the CDN still compresses (HTTP-09); robots.txt is read
up to 500 KiB (RFC 9309, 2.5)."""
_MAX_OTHER = 10_000_000

PARSED_AT_ONCE = 200
"""Fresh entries: of full texts some megabytes."""

_ID = {
    "application/rss+xml": re.compile(rb"<guid[^>]*>([^<]*)</guid>"),
    "application/atom+xml": re.compile(rb"<entry[^>]*><id>([^<]*)</id>"),
    "application/feed+json": re.compile(rb'\{"id":"((?:[^"\\]+|\\.)*)"'),
    # ninjs; other documents of this type have no entries.
    "application/json": re.compile(rb',\n\{"name":"[^"]*","uri":"((?:[^"\\]+|\\.)*)"'),
}

_XML_RULES: dict[str, Callable[[etree._Element, Document, datetime | None], Iterator[Problem]]] = {
    "application/rss+xml": checks_feeds.rss,
    "application/atom+xml": checks_feeds.atom,
    "application/xml": checks_site.sitemap,
    "text/x-opml": checks_site.opml,
    "application/rsl+xml": checks_site.rsl,
}


def check(
    document: Document,
    *,
    fresh: Collection[str] | None = None,
    ids: Mapping[str, str] | None = None,
    now: datetime | None = None,
    max_bytes: int | None = None,
) -> tuple[Problem, ...]:
    """
    Everything wrong with *document*; nothing when it may go out.

    Args:
        fresh: Keys of the entries that were rendered in this turn; the others are taken as they
            were. ``None`` looks at all.

        ids: The ids of entries that are not fresh, by entry key; where it says nothing, and of
            fresh entries always, the id is read from the bytes.

        now: Dates after it are wrong (RS-05).

        max_bytes: The destination's limit, if it is narrower than ours.

    Returns:
        One problem per broken rule, each naming the document and, where it can, the entry (by its
        place among those that are looked through at once).
    """
    kind = document.media_type.partition(";")[0].strip()
    known = {} if fresh is None else dict(ids or {})
    for key in fresh or ():
        known.pop(key, None)
    problems = [*_size(document, kind, max_bytes), *_duplicates(document, kind, known)]
    for reduced in _reduced(document, fresh):
        problems += _looked_through(reduced, kind, now)
    return tuple(dict.fromkeys(problems))


def _looked_through(document: Document, kind: str, now: datetime | None) -> Iterator[Problem]:
    if kind in _XML_RULES:
        yield from _xml(document, kind, now)
    elif kind.endswith("json"):
        yield from _json(document, kind, now)
    elif kind == "text/html":
        yield from checks_site.html(document)
    elif kind == "text/plain":
        yield from checks_site.robots(document)


def _reduced(document: Document, fresh: Collection[str] | None) -> Iterator[Document]:
    """
    *document* with its fresh entries only, some at a time: the tree of megabytes takes many times
    their room.
    """
    if fresh is None:
        yield document
        return
    entries = [entry for key, entry in _pairs(document) if key in fresh or not key]
    for start in range(0, max(len(entries), 1), PARSED_AT_ONCE):
        some = tuple(entries[start : start + PARSED_AT_ONCE])
        yield replace(document, entries=some, entry_keys=())


def _pairs(document: Document) -> Iterator[tuple[str, Fragment]]:
    """Each entry with its key, without one where the document does not tell them."""
    keys = document.entry_keys or ("",) * len(document.entries)
    return zip(keys, document.entries, strict=True)


def _size(document: Document, kind: str, limit: int | None) -> Iterator[Problem]:
    allowed = min(MAX_BYTES.get(kind, _MAX_OTHER), limit or _MAX_OTHER)
    size = document.size
    if not size:
        yield Problem("empty_document", document.key)
    if size > allowed:
        found = f"{size} bytes"
        yield Problem("too_large", document.key, found, f"at most {allowed} bytes: fewer entries")


def _duplicates(document: Document, kind: str, known: Mapping[str, str]) -> Iterator[Problem]:
    """Two entries with one id are one entry (AT-13); readers drop one of them at random."""
    if kind not in _ID:
        return
    told = list(map(known.get, document.entry_keys)) or [None] * len(document.entries)
    pairs = zip(told, document.entries, strict=True)
    ids = [identity or _id_of(bytes(entry), kind) for identity, entry in pairs]
    if all(ids) and len(set(ids)) == len(ids):
        return
    for identity, count in Counter(ids).items():
        if not identity:
            yield Problem("no_id", document.key, f"{count} entries without an id")
        elif count > 1:
            found = f"{identity} stands in {count} entries"
            yield Problem("duplicate_id", document.key, found)


def _id_of(entry: bytes, kind: str) -> str:
    """The id that *entry* bears, as it is when nothing is escaped; empty when there is none."""
    # In RSS the guid follows the text, which may hold anything in its CDATA; nothing after it can.
    start = entry.rfind(b"<guid") if kind == "application/rss+xml" else 0
    found = _ID[kind].match(entry, start) if start >= 0 else None
    if found is None:
        return ""
    written = found.group(1).decode(errors="replace")
    if not kind.endswith("json"):
        return unescape(written)
    try:
        return str(orjson.loads(f'"{written}"'))
    except orjson.JSONDecodeError:
        return written  # then the document is no JSON, and that is said elsewhere


# --- Well-formed ----------------------------------------------------------------------------------


def _xml(document: Document, kind: str, now: datetime | None) -> Iterator[Problem]:
    if not document.head.startswith(b"<?xml"):
        yield Problem("no_xml_declaration", document.key, send="nothing before it (X-01)")
    if b"<!DOCTYPE" in document.head or b"<!ENTITY" in document.head:
        yield Problem("doctype", document.key, send="no document type (X-03)")
        return
    try:
        root = etree.fromstring(document.body, _parser())
    except etree.XMLSyntaxError as error:
        yield Problem("not_well_formed", _culprit(document), str(error))
        return
    yield from _XML_RULES[kind](root, document, now)


def _parser() -> etree.XMLParser[etree._Element]:
    """Strict, and blind to entities; one text may be larger than libxml2's usual 10 MB."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _culprit(document: Document) -> str:
    """The document's key, and the first entry that alone is enough to break it."""
    for number, entry in enumerate(document.entries):
        try:
            etree.fromstring(document.head + entry + document.tail, _parser())
        except etree.XMLSyntaxError:
            return f"{document.key}#entry[{number}]"
    return document.key


def _json(document: Document, kind: str, now: datetime | None) -> Iterator[Problem]:
    try:
        content = orjson.loads(document.body)
    except orjson.JSONDecodeError as error:
        yield Problem("not_json", document.key, str(error))
        return
    if kind == "application/feed+json":
        yield from checks_feeds.json_feed(content, document, now)
