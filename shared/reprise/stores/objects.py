"""
How objects and messages are named and labelled: the same for every store.

Standards: HTTP-01, HTTP-02, HTTP-06, HTTP-10; ``Cache-Control`` RFC 9111 section 5.2.2.
"""

from __future__ import annotations

import re

from reprise.errors import Problem, RefusedError
from reprise.model.document import Document
from reprise.model.messages import Turn

TICKET_SECONDS = 15 * 60
"""How long leave to upload lasts: enough for a large file on a slow line."""

UNKNOWN_TYPE = "application/octet-stream"
"""Of uploads made by ourselves: what they are, their content says."""

MAX_NAME = 200
"""Characters of a file name in a key; S3 allows 1,024 bytes for all of it."""

_YEAR_SECONDS = 31_536_000
_TICKET = re.compile(r"[a-z0-9]{6,40}")
_UNSAFE = re.compile(r"[^\w.\-]+")


def content_type(media_type: str) -> str:
    """
    The ``Content-Type`` to store: text and XML say their charset, JSON has none (RFC 8259, 11).

    >>> content_type("application/rss+xml"), content_type("application/feed+json")
    ('application/rss+xml; charset=utf-8', 'application/feed+json')
    """
    essence = media_type.partition(";")[0].strip().lower()
    speaks = essence.startswith("text/") or essence.endswith(("/xml", "+xml"))
    return f"{media_type}; charset=utf-8" if speaks and "charset" not in media_type else media_type


_STORED_AS = {
    "application/atom+xml": "application/xml",
    "application/feed+json": "application/json",
    "application/rsl+xml": "application/xml",
    "text/x-opml": "text/xml",
}
"""Types that CloudFront would not compress, and what it takes them for instead (HTTP-08)."""


def stored_type(public_type: str) -> str:
    """
    The type under which S3 keeps a document of *public_type*, so that the CDN compresses it.

    The true one goes with it as metadata, and the CDN puts that into its answers.

    >>> stored_type("application/atom+xml; charset=utf-8"), stored_type("application/feed+json")
    ('application/xml; charset=utf-8', 'application/json')
    """
    essence, semicolon, rest = public_type.partition(";")
    return f"{_STORED_AS.get(essence, essence)}{semicolon}{rest}"


def cache_control(document: Document) -> str:
    """How long copies may be used: a year for what never changes, else as the document says."""
    if document.immutable:
        return f"public, max-age={_YEAR_SECONDS}, immutable"
    shared = ", s-maxage=0" if document.fresh else ""
    return f"public, max-age={document.cache_seconds}{shared}"


def metadata_of(document: Document) -> dict[str, str]:
    """
    What the CDN turns into an answer's status line, ``Location``, ``X-Robots-Tag`` and cache tag.

    S3 itself stores no such headers (HTTP-10).
    """
    robots = {"robots": "noindex"} if document.noindex else {}
    location = {"location": document.location} if document.location else {}
    tag = cache_tag(document.key)
    return {"status": str(document.status), "cache-tag": tag, **location, **robots}


def cache_tag(key: str) -> str:
    """
    The tag by which the CDN forgets *key* together with what belongs to it.

    >>> cache_tag("articles/q7.html"), cache_tag("channels/world/feed.rss"), cache_tag("robots.txt")
    ('article-q7', 'channel-world', 'site')
    """
    folder, _, rest = key.partition("/")
    kind = {"articles": "article", "pictures": "article", "channels": "channel"}.get(folder)
    name = re.split(r"[./]", rest, maxsplit=1)[0]
    return f"{kind}-{name}" if kind and name else "site"


def safe_name(name: str) -> str:
    """
    A file name as it may stand at the end of a key: no folders, no blanks, no ``${filename}``.

    Letters of any script stay. Of a name that is too long the end stays, with its suffixes.

    >>> safe_name("C:\\\\texts\\\\My story (2).txt"), safe_name("../.."), safe_name("статья.html")
    ('My-story-2-.txt', 'upload', 'статья.html')
    """
    last = re.split(r"[/\\]", name)[-1]
    return _UNSAFE.sub("-", last)[-MAX_NAME:].lstrip(".-") or "upload"


def upload_key(partner: str, ticket: str, name: str) -> str:
    """Where an upload is kept. The second part says whose it is, whatever its content claims."""
    return f"inbox/{partner}/{ticket}/{safe_name(name)}"


def is_ticket(text: str | None) -> bool:
    """Whether *text* could have been handed out as the name of a ticket."""
    return text is not None and _TICKET.fullmatch(text) is not None


def too_large(key: str, size: int, limit: int) -> RefusedError:
    """The refusal of an upload that is larger than *limit* bytes."""
    problem = Problem(
        code="too_large", found=f"{size} bytes", send=f"send at most {limit} bytes in one file"
    )
    return RefusedError(key.rpartition("/")[2], problem)


def deduplication_id(turn: Turn, bucket: str) -> str:
    """
    Channel, generation and bucket, never the channel alone: that loses rebuilds (design rule 4).

    >>> deduplication_id(Turn(channel="world", generation=7), "1200")
    'world-7-1200'
    """
    return f"{turn.channel}-{turn.generation}-{bucket}"
