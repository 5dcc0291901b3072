"""
Ids that are made once and never change (X-08, X-09, X-11, rows M60, C1).

An article is recognised by what its partner calls it; our own names for it follow from that
alone, so any worker makes the same ones in any order.
"""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import urlsplit

from reprise.model.configuration import Partner, Publication
from reprise.model.submission import Submission
from reprise.text.addresses import identity_form

_IRI = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$")
_OPAQUE_SCHEMES = ("tag:", "urn:")
_WORDS = re.compile(r"\w+")


def identity_of(submission: Submission, partner: Partner) -> str | None:
    """
    What the partner calls this article, in a form that survives moves.

    Its own id comes first, then the canonical address. Addresses are compared without scheme,
    tracking parameters and the differences between the partner's own hosts. Without either, the
    headline and source stand in.

    Returns:
        The identity, or ``None`` when the submission names nothing at all.
    """
    if submission.id is not None:
        return _stable(submission.id, partner)
    if submission.canonical_url is not None:
        return identity_form(submission.canonical_url, same_hosts=partner.hosts)
    return _by_headline(submission)


def _stable(stated: str, partner: Partner) -> str:
    if stated.startswith(("http://", "https://")):
        return identity_form(stated, same_hosts=partner.hosts)
    return stated


def original_of(submission: Submission, partner: Partner) -> str | None:
    """What the partner calls the article this one is a translation of, if it says so."""
    stated = submission.translation_of
    return _stable(stated, partner) if stated else None


def _by_headline(submission: Submission) -> str | None:
    words = _WORDS.findall((submission.headline or "").casefold())
    if not words:
        return None
    source = submission.source.name if submission.source else None
    return f"headline:{' '.join(words)}|{(source or '').casefold()}"


def article_id_for(partner: str, identity: str) -> str:
    """House id: 20 characters of a-z and 2-7, the same whoever computes it (X-09)."""
    digest = hashlib.sha256(f"{partner}\0{identity}".encode()).digest()
    return base64.b32encode(digest)[:20].decode().lower()


def guid_for(submission: Submission, article_id: str, publication: Publication) -> str:
    """
    Public id, the same in RSS, Atom and JSON Feed.

    A partner's own id is kept character for character when it is an absolute IRI (AT-05, X-08);
    any other gets a ``tag:`` IRI of ours (RFC 4151), because Atom takes no other and one article
    has one id (X-11).
    """
    stated = submission.id
    if stated is not None and is_absolute_iri(stated):
        return stated
    host = urlsplit(publication.base_url).hostname or "localhost"
    return f"tag:{host},{publication.tag_year}:{article_id}"


def is_absolute_iri(text: str) -> bool:
    """Whether *text* can stand as an Atom id: a scheme, something after it, nothing illegal."""
    if not _IRI.match(text):
        return False
    return text.lower().startswith(_OPAQUE_SCHEMES) or bool(urlsplit(text).netloc)
