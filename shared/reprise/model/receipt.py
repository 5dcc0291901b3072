"""What became of an upload: exactly one receipt each (invariant 2)."""

from __future__ import annotations

from enum import StrEnum

from reprise.model.base import Frozen, Instant, NonEmpty
from reprise.model.submission import Provenance, Removal

UNSURE = "unsure"
"""Code of notes about a field that a person has to look at."""


class ReceiptStatus(StrEnum):
    ACCEPTED = "accepted"
    HELD = "held"
    REFUSED = "refused"
    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"


class Note(Frozen):
    """A reason or remark: code, field, what came, what to send instead."""

    code: NonEmpty
    field: str = ""
    found: str = ""
    send: str = ""


class Shown(Frozen):
    """Where the article of an upload shows, or why it does not there."""

    channel: NonEmpty
    outcome: NonEmpty
    reason: NonEmpty
    detail: str = ""
    until: Instant | None = None


class ItemReceipt(Frozen):
    """
    What became of one article of an upload (a feed or bundle holds many).

    Attributes:
        text: How the text begins as it was read, where a person has to look at it.
    """

    status: ReceiptStatus
    item: str = ""
    article_id: str | None = None
    guid: str | None = None
    url: str | None = None
    headline: str | None = None
    text: str | None = None
    notes: tuple[Note, ...] = ()
    removals: tuple[Removal, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    shown: tuple[Shown, ...] = ()
    release_at: Instant | None = None


class Complete(Frozen):
    """
    The upload was a complete feed (RFC 5005): at that moment *feed* held its items alone.

    Attributes:
        articles: Ids of those whose entries are uploads of their own.
    """

    feed: NonEmpty
    at: Instant
    articles: tuple[str, ...] = ()


class Receipt(Frozen):
    """
    The answer to an upload.

    Attributes:
        upload: Its id: digest of key and version id.
        key / version_id / sha256 / bytes: What was received, and where it is kept.
        status: The one status; of several items, the one that most needs attention.
        format: What it was recognised as.
        items: One for each article in it.
        complete: Set for a complete feed whose every item is known: what is missing is gone.
    """

    upload: NonEmpty
    partner: NonEmpty
    key: NonEmpty
    status: ReceiptStatus
    received_at: Instant
    name: str = ""
    version_id: str | None = None
    sha256: str = ""
    bytes: int = 0
    format: str = ""
    notes: tuple[Note, ...] = ()
    items: tuple[ItemReceipt, ...] = ()
    complete: Complete | None = None
