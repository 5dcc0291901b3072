"""
What the API is asked for: leave to upload, what became of uploads, commands without a file.

Commands are uploads too: they are put in the inbox like any other, so that order, receipts and
replay are solved once.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

import orjson

from reprise.errors import Problem, RefusedError
from reprise.model.configuration import Configuration
from reprise.model.receipt import Receipt
from reprise.model.submission import Submission
from reprise.pipeline.uploads import Address, address_of
from reprise.stores.ports import Stores, Ticket

ROOM = 5
"""How many times its limit a partner can upload, to be refused by us."""

MOST_BYTES = 5 * 1024**3
"""Of one object in one form; S3's own limit."""

RECENT = 1000
"""Receipts looked through for those of one ticket: a ticket is good for 15 minutes."""


@dataclass(frozen=True, slots=True)
class Caller:
    """
    Whose API key it is, and what that opens.

    Attributes:
        is_partner: It may upload and see what is its own.
        reviews: Partners whose doubtful uploads it may let through.
    """

    name: str
    is_partner: bool
    reviews: tuple[str, ...]


def caller_with(
    key: str, *, stores: Stores, configuration: Configuration, now: datetime
) -> Caller | None:
    """
    Whose API key *key* is; ``None`` when it is nobody's, expired or a closed partner's.

    Only the key says who is calling (invariant 8). Kept are hashes, never keys.
    """
    name = stores.keys.partner_of(key_hash(key), now=now)
    partner = configuration.partners.get(name) if name else None
    if name is None or (partner and partner.is_closed(now)):
        return None
    reviews = (one for one, its in configuration.partners.items() if name in its.reviewed_by)
    caller = Caller(name, partner is not None, tuple(reviews))
    return caller if caller.is_partner or caller.reviews else None


def key_hash(key: str) -> str:
    """
    By what an API key is known.

    Plain SHA-256 is enough: keys are made by us, with 256 random bits, not chosen by people.
    """
    return hashlib.sha256(key.encode()).hexdigest()


def ticket_for(
    partner: str,
    name: str,
    media_type: str,
    *,
    stores: Stores,
    configuration: Configuration,
    now: datetime,
    ticket: str | None = None,
) -> Ticket:
    """
    Leave for *partner* to upload one file.

    The ticket takes somewhat more than the partner's limit: what is too large is then answered by
    a receipt in our words, and only what is far too large by S3's own.
    """
    limit = configuration.partners[partner].max_bytes * ROOM
    return stores.tickets.issue(
        partner, name, media_type, min(limit, MOST_BYTES), now=now, ticket=ticket
    )


def receipts_on(ticket: str, *, partner: str, stores: Stores) -> tuple[Receipt, ...]:
    """What became of the files uploaded on one ticket; nothing while they are on their way."""
    recent = stores.articles.receipts(partner, limit=RECENT)
    return tuple(receipt for receipt in recent if _ticket_of(receipt) == ticket)


def _ticket_of(receipt: Receipt) -> str | None:
    address = address_of(receipt.key)
    return address.ticket if address else None


def command(
    submission: Submission,
    *,
    partner: str,
    stores: Stores,
    now: datetime,
    of_the_house: bool = False,
) -> str:
    """
    Put a command (withdraw, kill, grant, revoke) in the inbox; answers its ticket.

    Args:
        of_the_house: The operator gives it, in the partner's name.

    Raises:
        RefusedError: It names nothing to act on.
    """
    if submission.id is None and submission.grant is None and submission.canonical_url is None:
        problem = Problem("missing", "id", send="the id the article was sent with")
        raise RefusedError(submission.action.value, problem)
    body = orjson.dumps(submission.compact() | {"format": submission.format})
    told = b"\0".join((partner.encode(), now.isoformat().encode(), body))
    ticket = hashlib.sha256(told).hexdigest()[:24]
    name = f"{submission.action.value}.json"
    address = Address(partner, ticket, name, of_house=of_the_house)
    stores.inbox.put(address.key, body, "application/json")
    return ticket
