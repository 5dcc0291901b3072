"""
Feeds as uploads: RSS 0.9x to 2.0, RDF, Atom, each entry a submission (rows M1, M2, C1, C26).

Read with a strict XML parser, entities and network off; what careless generators do (a bare
ampersand, a prefix that is not declared) is repaired first. Ids are kept as they are (X-08).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reprise.errors import Problem, RefusedError
from reprise.intake.feed_atom import read_deleted, read_entry, why_not_public
from reprise.intake.feed_entry import Home, as_item
from reprise.intake.feed_rss import home_of_rss, read_rss_item
from reprise.intake.long_lists import LONG, parts_of
from reprise.intake.marks import ATOM
from reprise.intake.received import Received
from reprise.intake.stated import note
from reprise.intake.xml_reading import (
    Element,
    children,
    first,
    local,
    namespace,
    parse_xml,
    read_prolog,
    text_in,
)
from reprise.model.reading import Reading, ReadItem

NAME = "feed"
HISTORY = "http://purl.org/syndication/history/1.0"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
MAX_ENTRIES = 10_000

_ROOTS = {"rss": "rss", "rdf": "rdf", "feed": "atom", "entry": "atom"}
# Prefixes that feeds use without declaring them, by usage.
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "atom": ATOM,
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "georss": "http://www.georss.org/georss",
    "thr": "http://purl.org/syndication/thread/1.0",
    "at": TOMBSTONES,
    "fh": HISTORY,
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "cc": "http://creativecommons.org/ns#",
    "mi": "http://schemas.ingestion.microsoft.com/common/",
    "snf": "http://www.smartnews.be/snf",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
}
_BARE_AMPERSAND = re.compile(r"&(?!#\d{1,7};|#x[0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)


def read(received: Received) -> Reading:
    """
    The entries and tombstones of a feed.

    Raises:
        RefusedError: It is no readable XML, or holds no entry.
    """
    root = parse_xml(_repaired(received.text), received.name)
    kind = _ROOTS.get(local(root).lower(), "rss")
    entries = [*_entries(root, kind)][: MAX_ENTRIES + 1]
    if len(entries) > MAX_ENTRIES:
        send = f"send at most {MAX_ENTRIES} entries in one file"
        raise RefusedError(received.name, Problem("too_large", found="entries", send=send))
    home = Home.of_atom(root) if kind == "atom" else home_of_rss(root)
    feed = _name_of(root, home)
    hidden = Counter(reason for entry in entries if (reason := why_not_public(entry)))
    entries = [entry for entry in entries if not why_not_public(entry)]
    if not entries:
        send = "send a feed with at least one entry"
        raise RefusedError(received.name, Problem("no_article", found="an empty feed", send=send))
    whole = Reading(
        f"{NAME}/{kind}",
        complete_feed=feed if _completes(root) else None,
        notes=tuple(note("left_out", "entry", f"{count}: {why}") for why, count in hidden.items()),
    )
    if len(entries) <= LONG:
        return _read_into(whole, entries, home, feed, received)
    if whole.complete_feed:
        whole = replace(whole, listed=_read_into(whole, entries, home, feed, received).items)
    channel = first(root, "channel") if kind == "rss" else None
    holder = root if channel is None else channel
    others = [one for one in _entries(root, kind) if why_not_public(one)]
    parts = parts_of(root, holder, entries, without=[*others, *_completes(root)])
    return replace(whole, parts=tuple(parts))


def _read_into(
    whole: Reading, entries: Sequence[Element], home: Home, feed: str, received: Received
) -> Reading:
    items, failures = [], []
    for at, entry in enumerate(entries):
        try:
            items.append(replace(_read_one(entry, home, received, at), feed=feed))
        except RefusedError as error:
            failures.append((error.item, error.problems))
    return replace(whole, items=tuple(items), failures=tuple(failures))


def _read_one(entry: Element, home: Home, received: Received, at: int) -> ReadItem:
    name = f"{received.name}[{at}]"
    if local(entry) == "deleted-entry":
        return read_deleted(entry, name, received.partner)
    reader = read_entry if namespace(entry) == ATOM else read_rss_item
    return as_item(reader(entry, home, received.partner), entry, home, received.partner, name)


def _entries(root: Element, kind: str) -> Iterator[Element]:
    """Entries and tombstones in the order they stand in."""
    if local(root) == "entry":
        yield root
    elif kind == "atom":
        yield from children(root, "entry", "deleted-entry")
    else:
        channel = first(root, "channel")
        for holder in (root, channel):
            yield from children(holder, "item", "deleted-entry")


def _name_of(root: Element, home: Home) -> str:
    """What tells this feed from the partner's others."""
    title = text_in(first(_holder(root), "title"))
    return home.feed_id or home.feed_url or home.url or title or NAME


def _completes(root: Element) -> list[Element]:
    """RFC 5005, section 2: what is missing from a complete feed is gone."""
    return [one for one in children(_holder(root), "complete") if namespace(one) == HISTORY]


def _holder(root: Element) -> Element | None:
    return first(root, "channel") if local(root).lower() == "rss" else root


def _repaired(text: str) -> str:
    """*text* with bare ampersands escaped and well-known prefixes declared."""
    begin = read_prolog(text).begin
    head, body = text[:begin], text[begin:]
    parts = _CDATA.split(body)
    parts[::2] = [_BARE_AMPERSAND.sub("&amp;", part) for part in parts[::2]]
    body = "".join(parts)
    opening = body.partition(">")[0]
    missing = [
        f' xmlns:{prefix}="{space}"'
        for prefix, space in _PREFIXES.items()
        if (f"<{prefix}:" in body or f" {prefix}:" in opening) and f"xmlns:{prefix}" not in body
    ]
    name = re.match(r"<[^\s/>]+", body)
    if missing and name:
        body = f"{name[0]}{''.join(missing)}{body[name.end() :]}"
    return head + body
