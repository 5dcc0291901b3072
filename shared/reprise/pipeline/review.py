"""
Uploads that wait for a person, because headline, body or permission were read with doubt.

Letting one through is an upload like any other: the same bytes again, under a name no partner can
choose. So it has its receipt, its place in the order, and is taken in only once.
"""

from __future__ import annotations

from reprise.errors import Problem, RefusedError
from reprise.model.configuration import Configuration
from reprise.model.receipt import Receipt, ReceiptStatus
from reprise.pipeline.receipts import UNSURE
from reprise.pipeline.uploads import SIDECAR, Address, address_of, reviewed
from reprise.stores.ports import Stores

RECENT = 1000
"""Receipts looked through."""


def waiting(partner: str, *, stores: Stores) -> tuple[Receipt, ...]:
    """The partner's uploads that wait for a person, newest first; those let through not."""
    receipts = stores.articles.receipts(partner, limit=RECENT)
    done = {receipt.key for receipt in receipts}
    return tuple(
        receipt for receipt in receipts if is_waiting(receipt) and _again(receipt).key not in done
    )


def is_waiting(receipt: Receipt) -> bool:
    """Whether a person has to look at something in it."""
    return receipt.status is ReceiptStatus.HELD and any(
        note.code == UNSURE for item in receipt.items for note in item.notes
    )


def let_through(partner: str, upload: str, *, stores: Stores, configuration: Configuration) -> str:
    """
    Take upload *upload* in as it was read, doubts or not.

    Returns:
        The key of the new upload; its receipt says what became of it.

    Raises:
        RefusedError: There is no such upload waiting.
    """
    receipt = stores.articles.receipt(partner, upload)
    if receipt is None or not is_waiting(receipt):
        raise RefusedError(upload, Problem("not_waiting", "upload", upload, "see what waits"))
    limit = configuration.partners[partner].max_bytes
    stored = stores.inbox.read(receipt.key, receipt.version_id, limit=limit)
    if stored is None:
        raise RefusedError(upload, Problem("not_there", "key", receipt.key))
    again = _again(receipt)
    _copy_sidecar(receipt.key, again.key, stores)
    stores.inbox.put(again.key, stored.body, "application/octet-stream")
    return again.key


def _again(receipt: Receipt) -> Address:
    """Where the same bytes go to be taken in without a doubt."""
    address = address_of(receipt.key)
    if address is None:
        raise RefusedError(receipt.upload, Problem("not_an_inbox_key", "key", receipt.key))
    return reviewed(address)


def _copy_sidecar(key: str, again: str, stores: Stores) -> None:
    sidecar = stores.inbox.read(f"{key}{SIDECAR}", None, limit=1_000_000)
    if sidecar is not None:
        stores.inbox.put(f"{again}{SIDECAR}", sidecar.body, "application/json")
