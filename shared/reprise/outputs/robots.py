"""
``robots.txt`` (RFC 9309): everything may be fetched, and where the sitemaps and the terms are.

Nothing is ever disallowed. A page that must not be indexed says so itself, and a crawler has to
be let in to read that (RP-03). ``Sitemap`` and ``License`` lines hold for every crawler, so they
stand before the first group; both take absolute addresses (SM-11, RL-10). No ``Content-Usage``:
its draft has expired (AI-01).
"""

from __future__ import annotations

from reprise.model.configuration import Publication
from reprise.model.document import Document
from reprise.outputs.news_sitemap import news_key
from reprise.outputs.places import LICENSE_KEY, ROBOTS_KEY, address
from reprise.outputs.sitemap import INDEX_KEY

CACHE_SECONDS = 3600


def robots(publication: Publication) -> Document:
    """The file. It is always the same, however many sitemaps the index names."""
    lines = [
        f"License: {address(LICENSE_KEY, publication)}",
        f"Sitemap: {address(INDEX_KEY, publication)}",
        f"Sitemap: {address(news_key(), publication)}",
        "",
        "User-agent: *",
        "Allow: /",
        "",
    ]
    return Document(
        ROBOTS_KEY,
        "text/plain; charset=utf-8",
        "\n".join(lines).encode("ascii"),
        cache_seconds=CACHE_SECONDS,
    )
