"""
The XML namespaces of our feeds, each under its usual prefix (X-05, X-06, RM-01).

Every one is declared on the root of every feed, used or not: so an entry rendered alone has the
same bytes as inside a document, and kept fragments can be joined.
"""

from __future__ import annotations

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
CREATIVE_COMMONS = "http://backend.userland.com/creativeCommonsRssModule"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
HISTORY = "http://purl.org/syndication/history/1.0"
MEDIA = "http://search.yahoo.com/mrss/"
RSL = "https://rslstandard.org/rsl"
SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

MSN = "http://schemas.ingestion.microsoft.com/common/"
SMARTNEWS = "http://www.smartnews.be/snf"

RSS_PREFIXES = {
    "atom": ATOM,
    "content": CONTENT,
    "creativeCommons": CREATIVE_COMMONS,
    "dc": DC,
    "dcterms": DCTERMS,
    "fh": HISTORY,
    "media": MEDIA,
    "rsl": RSL,
    "sy": SYNDICATION,
}
DIALECTS = {"mi": MSN, "snf": SMARTNEWS}
"""Namespaces of single destinations, declared where their profile speaks them."""

ATOM_PREFIXES = {
    "at": TOMBSTONES,
    "dcterms": DCTERMS,
    "fh": HISTORY,
    "media": MEDIA,
    "sy": SYNDICATION,
}
"""Atom itself is the default namespace, which feedgen declares."""
