"""
Uploads that wait for a person, because headline, body or permission were read with doubt.

Letting one through is an upload like any other: a slip in a folder of the inbox that no partner may
write to, which names what was looked at. So it has its receipt and its place in the order, and the
bytes are the very ones that were read before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from reprise.errors import Problem, RefusedError
from reprise.model.messages import Upload
from reprise.model.receipt import UNSURE, Receipt, ReceiptStatus
from reprise.model.review import Slip
from reprise.model.versions import AgendaRow
from reprise.pipeline.uploads import address_of, slip_for
from reprise.stores.ports import Commit, Stores

if TYPE_CHECKING:
    # The API asks here too, and carries no readers of formats.
    from reprise.pipeline.arrival import Arrival

MOST_LISTED = 100
"""Uploads of one partner that a list names."""


def waits(commit: Commit) -> Commit:
    """*commit* with a line on the list of what waits, where its receipt does."""
    if commit.receipt is None or not is_waiting(commit.receipt):
        return commit
    return replace(commit, agenda=(*commit.agenda, _line(commit.receipt)))


def is_waiting(receipt: Receipt) -> bool:
    """Whether a person has to look at something in it."""
    return any(
        item.status is ReceiptStatus.HELD and any(note.code == UNSURE for note in item.notes)
        for item in receipt.items
    )


def waiting(
    partners: Iterable[str], *, stores: Stores, now: datetime, limit: int = MOST_LISTED
) -> tuple[Receipt, ...]:
    """Uploads of *partners* that wait for a person, the oldest first; at most *limit* of each."""
    found = (
        stores.articles.receipt(partner, line.article_id)
        for partner in partners
        for line in stores.articles.agenda_until(now, limit=limit, place=_list_of(partner))
    )
    return tuple(receipt for receipt in found if receipt is not None)


def let_through(partner: str, upload: str, *, by: str, stores: Stores) -> Upload:
    """
    Take upload *upload* in as it was read, doubts or not, on the word of *by*.

    Returns:
        The upload that this is; its receipt says what became of it.

    Raises:
        RefusedError: There is no such upload waiting.
    """
    receipt = stores.articles.receipt(partner, upload)
    address = address_of(receipt.key) if receipt else None
    if receipt is None or address is None or not is_waiting(receipt):
        raise RefusedError(upload, Problem("not_waiting", "upload", upload, "see what waits"))
    key, slip = slip_for(address, upload).key, Slip(upload=upload, by=by)
    version = stores.inbox.put(key, slip.model_dump_json().encode(), "application/json")
    return Upload(key=key, version_id=version)


def looked_at(arrival: Arrival, stores: Stores) -> None:
    """Take what *arrival* lets through off the list, after its receipt is stored."""
    if arrival.slip is None:
        return
    receipt = stores.articles.receipt(arrival.address.partner, arrival.slip.upload)
    if receipt is not None:
        stores.articles.remove_agenda([_line(receipt)])


def _line(receipt: Receipt) -> AgendaRow:
    return AgendaRow(
        at=receipt.received_at,
        article_id=receipt.upload,
        token=receipt.upload,
        place=_list_of(receipt.partner),
    )


def _list_of(partner: str) -> str:
    """No channel is called so: it names them in lower case, digits and hyphens."""
    return f"review:{partner}"
