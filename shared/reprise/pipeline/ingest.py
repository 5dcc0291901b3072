"""Takes one upload in: read it, decide and store each item, and answer with a receipt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reprise.errors import RefusedError
from reprise.model.configuration import SITE, Configuration
from reprise.model.messages import Upload
from reprise.model.reading import Reading
from reprise.model.receipt import Complete, ItemReceipt, Note, Receipt
from reprise.pipeline.arrival import Arrival, arrive, beside_its_file, with_sidecar
from reprise.pipeline.bundles import fan_out, summary
from reprise.pipeline.case import Case
from reprise.pipeline.neighbours import Neighbours
from reprise.pipeline.newsdesk import Newsdesk
from reprise.pipeline.placing import channels_of
from reprise.pipeline.receipts import in_brief, receipt_of, refused, unread_receipt
from reprise.pipeline.uploads import address_of
from reprise.stores.ports import Commit, Stores


@dataclass(frozen=True, slots=True)
class Ingested:
    """
    What an upload led to.

    Attributes:
        receipt: The answer to its partner.
        channels: Whom to announce it to; announcing too much is harmless.
        again: The receipt was there already: this delivery changed nothing.
    """

    receipt: Receipt
    channels: frozenset[str] = frozenset()
    again: bool = False


def ingest(
    upload: Upload, *, stores: Stores, configuration: Configuration, now: datetime
) -> Ingested:
    """
    Take *upload* in.

    Returns:
        Its receipt, and the channels to announce.

    Raises:
        TransientError: It may work later; nothing was decided.
    """
    address = address_of(upload.key)
    try:
        arrival = arrive(upload, stores, configuration)
    except RefusedError as error:
        return _answer(unread_receipt(upload, address, error, now), stores)
    known = stores.articles.receipt(arrival.address.partner, arrival.upload)
    if known is not None:
        channels = Neighbours(Case(arrival, stores, configuration, now)).settle(known)
        channels |= _concerned(known, stores, configuration)
        return Ingested(known, channels, again=True)
    both = beside_its_file(arrival, stores)
    if both is None:
        note = Note(code="waits_for_article", field="key", send="upload the file it belongs to")
        return _answer(receipt_of(arrival, format_name="sidecar", notes=(note,)), stores)
    try:
        both = with_sidecar(both, stores)
        reading = both.read(stores, configuration)
    except RefusedError as error:
        item = refused(error.item, error.problems)
        return _answer(receipt_of(arrival, (item,), format_name=""), stores)
    return _take(both, reading, Newsdesk(Case(both, stores, configuration, now)), stores)


def _take(arrival: Arrival, reading: Reading, desk: Newsdesk, stores: Stores) -> Ingested:
    """Every item, each at its own risk: one that is bad costs only itself."""
    failures = [refused(item, problems) for item, problems in reading.failures]
    parts = fan_out(
        reading, arrival.file_address, arrival.bundle, stored_at=arrival.stored_at, stores=stores
    )
    several = failures or parts or reading.complete_feed or reading.notes
    alone = len(reading.items) == 1 and not several
    outcomes = [
        desk.take(item, format_name=reading.format, with_receipt=alone) for item in reading.items
    ]
    files, more = in_brief([*failures, *parts])
    items = [*(outcome.receipt for outcome in outcomes), *files]
    channels = frozenset().union(*(outcome.channels for outcome in outcomes))
    unsure = _unsure(reading, items)
    receipt = receipt_of(
        arrival,
        items,
        format_name=reading.format,
        notes=(*summary(reading), *reading.notes, *more, *unsure),
        complete=None if unsure else _complete(reading, arrival),
    )
    if not alone:
        stores.articles.commit(Commit(receipt=receipt))
    if any(item.feed for item in reading.items):
        channels |= desk.neighbours.withdraw_missing(receipt)
    return Ingested(receipt, channels)


def _complete(reading: Reading, arrival: Arrival) -> Complete | None:
    feed = reading.complete_feed
    return None if feed is None else Complete(feed=feed, at=arrival.stored_at)


def _unsure(reading: Reading, items: Iterable[ItemReceipt]) -> tuple[Note, ...]:
    """Only a feed that was read to its last item can say what is missing from it."""
    if reading.complete_feed is None or all(item.article_id for item in items):
        return ()
    send = "nothing is taken back as missing: mend the refused items, then send all again"
    return (Note(code="not_complete", field="complete", found=reading.complete_feed, send=send),)


def _answer(receipt: Receipt, stores: Stores, channels: Iterable[str] = ()) -> Ingested:
    stores.articles.commit(Commit(receipt=receipt))
    return Ingested(receipt, frozenset(channels))


def _concerned(receipt: Receipt, stores: Stores, configuration: Configuration) -> frozenset[str]:
    """Whom a receipt that was there already concerns: its announcement may have been lost."""
    if any(item.item.startswith("grant ") for item in receipt.items):
        return frozenset({SITE, *configuration.channels})
    ids = [item.article_id for item in receipt.items if item.article_id]
    records = stores.articles.records(ids).values() if ids else ()
    return frozenset({SITE}).union(*(channels_of(record) for record in records))
