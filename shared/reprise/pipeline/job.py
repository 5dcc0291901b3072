"""One upload on its way through ingest: what is known of it after each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from reprise.errors import RefusedError, TransientError
from reprise.model.configuration import Configuration
from reprise.model.messages import Upload
from reprise.model.reading import Reading
from reprise.model.receipt import Complete, ItemReceipt, Note, Receipt
from reprise.pipeline.arrival import Arrival, arrive, beside_its_file, with_sidecar
from reprise.pipeline.bundles import fan_out, summary
from reprise.pipeline.case import Case, Memory
from reprise.pipeline.neighbours import Neighbours
from reprise.pipeline.newsdesk import Newsdesk, Outcome
from reprise.pipeline.receipts import in_brief, receipt_of, refused, unread_receipt
from reprise.pipeline.uploads import address_of
from reprise.stores.ports import Stores


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


@dataclass(eq=False)
class Content:
    """
    What was understood of an upload.

    Attributes:
        file: It, with what it has to be read together with, file or sidecar.
        parts: Its files that are uploads of their own.
    """

    file: Arrival
    reading: Reading
    case: Case
    parts: Sequence[ItemReceipt] = ()

    def __post_init__(self) -> None:
        self.desk = Newsdesk(self.case)
        self.neighbours = Neighbours(self.case)

    def article_ids(self) -> Iterator[str]:
        """Of the articles it is about."""
        return self.desk.article_ids(self.reading.items)

    def fan_out(self) -> None:
        """Let the files of a bundle become uploads of their own."""
        address, at = self.file.file_address, self.file.stored_at
        stores = self.case.stores
        self.parts = fan_out(self.reading, address, self.file.bundle, stored_at=at, stores=stores)

    @property
    def is_single(self) -> bool:
        """Whether its one item is all there is to answer for: that is stored with its receipt."""
        reading = self.reading
        several = reading.failures or reading.complete_feed or reading.notes or self.parts
        return len(reading.items) == 1 and not several

    def receipt_with(self, items: Sequence[ItemReceipt]) -> Receipt:
        """Its receipt, when *items* became of its items."""
        reading = self.reading
        failures = [refused(item, problems) for item, problems in reading.failures]
        files, more = in_brief([*failures, *self.parts])
        every = [*items, *files]
        listed = tuple(self.desk.article_ids(reading.listed))
        known = len(listed) == len(reading.parts) if reading.parts else _all_known(every)
        unsure = () if known else _unsure(reading)
        return receipt_of(
            self.file,
            every,
            format_name=reading.format,
            notes=(*summary(reading), *reading.notes, *more, *unsure),
            complete=_complete(reading, self.file, listed) if known else None,
        )


@dataclass(eq=False)
class Job:
    """
    One upload of a batch.

    Attributes:
        arrival: As it lies in the inbox; ``None`` when that can't be read.
        content: What was understood of it; ``None`` when nothing.
        outcomes: Of its items, as far as they are stored.
        receipt: Its answer, which may have been there before (*again*).
        channels: Whom to tell, beside those that the outcomes name.
        error: What stopped it; it is as if it had not been tried.
    """

    upload: Upload
    arrival: Arrival | None = None
    content: Content | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    receipt: Receipt | None = None
    again: bool = False
    channels: frozenset[str] = frozenset()
    error: Exception | None = None

    def read(
        self, stores: Stores, configuration: Configuration, now: datetime, memory: Memory
    ) -> None:
        """
        Read it from the inbox. What can't be taken in has its receipt then.

        Raises:
            TransientError: It is announced, but not there (yet).
        """
        try:
            self.arrival = arrive(self.upload, stores, configuration)
        except RefusedError as error:
            address = address_of(self.upload.key)
            self.receipt = unread_receipt(self.upload, address, error, now)
            return
        file = beside_its_file(self.arrival, stores)
        if file is None:
            note = Note(code="waits_for_article", field="key", send="upload the file it belongs to")
            self.receipt = receipt_of(self.arrival, format_name="sidecar", notes=(note,))
            return
        try:
            file = with_sidecar(file, stores)
            reading = file.read(stores, configuration)
        except RefusedError as error:
            item = refused(error.item, error.problems)
            self.receipt = receipt_of(file, (item,), format_name="")
            return
        self.content = Content(file, reading, Case(file, stores, configuration, now, memory))

    def recall(self, receipt: Receipt) -> None:
        """It was taken in before, and answered with *receipt*."""
        self.receipt, self.again, self.content = receipt, True, None

    def done(self) -> Ingested | Exception:
        """What it led to."""
        if self.receipt is None or self.error is not None:
            return self.error or TransientError(f"{self.upload.key}: not answered")
        told = (outcome.channels for outcome in self.outcomes)
        return Ingested(self.receipt, self.channels.union(*told), self.again)


@contextmanager
def at_risk_of(*jobs: Job) -> Iterator[None]:
    """What goes wrong here stops *jobs*, and no others of their batch."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever it is, their messages come again
        for job in jobs:
            job.error = job.error or error


def _complete(reading: Reading, arrival: Arrival, listed: tuple[str, ...]) -> Complete | None:
    feed = reading.complete_feed
    return None if feed is None else Complete(feed=feed, at=arrival.stored_at, articles=listed)


def _all_known(items: Iterable[ItemReceipt]) -> bool:
    return all(item.article_id for item in items)


def _unsure(reading: Reading) -> tuple[Note, ...]:
    """Only a feed that was read to its last item can say what is missing from it."""
    if reading.complete_feed is None:
        return ()
    send = "nothing is taken back as missing: mend the refused items, then send all again"
    return (Note(code="not_complete", field="complete", found=reading.complete_feed, send=send),)
