"""
Addresses as they go out: absolute ASCII URIs on http or https (X-07).

Addresses that identify (guid, Atom id) never come here: they are copied as they are (X-08).
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from reprise.outputs.escaping import ascii_uri

_SCHEMES = ("http://", "https://")
_MAX_LENGTH = 2048
"""Longer ones are skipped by aggregators (sitemaps.org; Media Cloud does the same)."""


@lru_cache(maxsize=1024)
def public_uri(address: str | None) -> str | None:
    """
    *address* as an absolute ASCII URI, or ``None`` when it can't be one.

    A host in another script becomes its IDNA form; the rest is percent-encoded as UTF-8, and
    what is encoded already stays as it is.

    >>> public_uri("https://zeitung-münchen.example/straße?q=a b")
    'https://xn--zeitung-mnchen-osb.example/stra%C3%9Fe?q=a%20b'
    >>> public_uri("picture.jpg"), public_uri("javascript:alert(1)")
    (None, None)
    """
    text = (address or "").strip()
    if not text[:8].lower().startswith(_SCHEMES):
        return None
    try:
        parts = urlsplit(text)
        if not parts.netloc.isascii():
            text = text.replace(parts.netloc, _idna(parts.netloc), 1)
        uri = ascii_uri(text)
        host = urlsplit(uri).netloc
    except ValueError:
        return None
    # No credentials in public addresses (MS-01), and no host that had to be encoded.
    return uri if host and not set("@%") & set(host) and len(uri) <= _MAX_LENGTH else None


def _idna(netloc: str) -> str:
    host, colon, port = netloc.partition(":")
    return host.encode("idna").decode("ascii") + colon + port


def host_of(address: str | None) -> str:
    """
    The host of *address*, lower case and without ``www.``; empty when there is none.

    >>> host_of("https://www.Example.org/a")
    'example.org'
    """
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
