"""
Takes one upload in: read it, decide, store it, and answer with a receipt.

Everything one article changes is stored in one transaction, so a crash leaves either nothing or
all of it, and a redelivery finds its own work done (invariants 2 and 4).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from reprise.errors import ConflictError, Problem, RefusedError, TransientError
from reprise.fields.chain import FieldsResult
from reprise.intake.formats import read_upload
from reprise.lifecycle.copies import are_copies, bands, joined, loops_back
from reprise.lifecycle.identity import article_id_for, guid_for, identity_of
from reprise.lifecycle.membership import (
    channels_for,
    is_channel,
    lists_for,
    member_rows,
    with_memberships,
)
from reprise.lifecycle.state import merge, state_of
from reprise.model.configuration import SITE, Configuration, Partner
from reprise.model.messages import Upload
from reprise.model.reading import Reading, ReadItem
from reprise.model.receipt import ItemReceipt, Note, Receipt, ReceiptStatus, Shown
from reprise.model.ruling import Reason, Ruling
from reprise.model.submission import Action
from reprise.model.versions import (
    AgendaRow,
    ArticleRecord,
    ArticleState,
    GrantRecord,
    Listing,
    Status,
    VersionRecord,
)
from reprise.pipeline.making import article_of, digest_of, keep, version_of
from reprise.pipeline.rulings import Rulings, Subject
from reprise.pipeline.uploads import (
    Address,
    address_of,
    is_reviewed,
    sidecar_key,
    sidecar_owner,
    upload_id,
)
from reprise.pipeline.usage import Usage
from reprise.stores.ports import Commit, StoredObject, Stores

UNSURE = "unsure"
"""Code of notes about a field that a person has to look at."""

OWN_FORMAT = "reprise/1"

ATTEMPTS = 10
"""Tries against other writers of the same article before the message goes back to the queue."""

_WAITING = frozenset({Reason.EMBARGO, Reason.NOT_STARTED})
"""Only the clock is missing: the upload is accepted, and appears by itself."""

_WORST_FIRST = (
    ReceiptStatus.REFUSED,
    ReceiptStatus.HELD,
    ReceiptStatus.SUPERSEDED,
    ReceiptStatus.DUPLICATE,
    ReceiptStatus.ACCEPTED,
)


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


@dataclass(frozen=True, slots=True)
class _Arrived:
    """
    An upload as it was read from the inbox, and the file it is about.

    Attributes:
        address / stored: The upload itself, which the receipt is for.
        file_address / file: What is read: the same, or the file beside a sidecar.
        sidecar: The permission beside that file.
    """

    address: Address
    upload: str
    partner_id: str
    partner: Partner
    stored: StoredObject
    happened_at: datetime | None
    file_address: Address
    file: StoredObject
    sidecar: StoredObject | None = None

    @property
    def stored_at(self) -> datetime:
        """
        When what counts was complete in the inbox: the later of file and sidecar.

        The event tells it to the millisecond, the object to the second. With its sidecar a file
        is newer than without, even when both were stored in the same second.
        """
        own = self.happened_at or self.stored.stored_at
        if self.sidecar is None:
            return own
        return max(own, self.file.stored_at, self.sidecar.stored_at) + timedelta.resolution


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one item led to: its receipt, what to store, whom to tell."""

    receipt: ItemReceipt
    commit: Commit = Commit()
    channels: frozenset[str] = frozenset()


def ingest(
    upload: Upload, *, stores: Stores, configuration: Configuration, now: datetime
) -> Ingested:
    """
    Take *upload* in.

    Returns:
        Its receipt, and the channels to announce.

    Raises:
        TransientError: Something may work later; nothing was decided.
    """
    address = address_of(upload.key)
    if address is None:
        return Ingested(_receipt_of_nothing(upload, now))
    partner = configuration.partners.get(address.partner)
    try:
        stored = _read(upload, partner, stores)
    except RefusedError as error:
        return _refuse(upload, address, error, stores=stores, now=now)
    name = upload_id(upload.key, stored.version_id, stored.etag)
    known = stores.articles.receipt(address.partner, name)
    if known is not None:
        return Ingested(known, _channels_of(known, stores, configuration), again=True)
    if partner is None:
        receipt = _receipt(address, name, stored, ReceiptStatus.REFUSED)
        note = Note(code="unknown_partner", field="key", found=address.partner)
        return _answer(receipt.model_copy(update={"notes": (note,)}), stores)
    arrived = _Arrived(
        address, name, address.partner, partner, stored, upload.happened_at, address, stored
    )
    return _Ingest(arrived, stores, configuration, now).run()


def _read(upload: Upload, partner: Partner | None, stores: Stores) -> StoredObject:
    limit = partner.max_bytes if partner else 0
    stored = stores.inbox.read(upload.key, upload.version_id, limit=limit or 1_000_000)
    if stored is None:
        raise TransientError(f"{upload.key}: announced, but not in the inbox (yet)")
    return stored


class _Ingest:
    """One upload on its way in. Holds what every step needs; decides nothing about news."""

    def __init__(
        self, arrived: _Arrived, stores: Stores, configuration: Configuration, now: datetime
    ) -> None:
        self.arrived = arrived
        self.stores = stores
        self.configuration = configuration
        self.now = now

    def run(self) -> Ingested:
        owner = sidecar_owner(self.arrived.address.name)
        if owner is not None:
            return self._run_sidecar(owner)
        try:
            reading = self._reading()
        except RefusedError as error:
            return self._close((_refused_item(error.item, error.problems),), format_name="")
        return self._run_items(reading)

    def _run_sidecar(self, name: str) -> Ingested:
        """A sidecar speaks about the file beside it: that file is read again with it."""
        address = replace(self.arrived.address, name=name)
        limit = self.arrived.partner.max_bytes
        file = self.stores.inbox.read(address.key, None, limit=limit)
        if file is None:
            note = Note(code="waits_for_article", field="key", send=f"upload {address.key} too")
            receipt = self._receipt(ReceiptStatus.ACCEPTED, "sidecar", notes=(note,))
            return _answer(receipt, self.stores)
        self.arrived = replace(
            self.arrived, file_address=address, file=file, sidecar=self.arrived.stored
        )
        try:
            reading = self._reading()
        except RefusedError as error:
            return self._close((_refused_item(error.item, error.problems),), format_name="sidecar")
        return self._run_items(reading)

    def _reading(self) -> Reading:
        reading = self._read_with(self.arrived.sidecar)
        if self.arrived.sidecar is not None or reading.format == OWN_FORMAT:
            return reading
        key = sidecar_key(self.arrived.file_address.key)
        sidecar = self.stores.inbox.read(key, None, limit=1_000_000)
        if sidecar is None:
            return reading
        self.arrived = replace(self.arrived, sidecar=sidecar)
        return self._read_with(sidecar)

    def _read_with(self, sidecar: StoredObject | None) -> Reading:
        return read_upload(
            self.arrived.file.body,
            self.arrived.file_address.name,
            sidecar=sidecar.body if sidecar else None,
            partner=self.arrived.partner,
        )

    def _run_items(self, reading: Reading) -> Ingested:
        failures = tuple(_refused_item(item, problems) for item, problems in reading.failures)
        parts = tuple(self._fan_out(name, body) for name, body in reading.parts)
        if len(reading.items) == 1 and not failures and not parts:
            return self._run_single(reading.items[0], reading.format)
        outcomes = [self._store(item, receipt=None) for item in reading.items]
        receipts = (*(outcome.receipt for outcome in outcomes), *failures, *parts)
        channels = frozenset().union(*(outcome.channels for outcome in outcomes))
        return self._close(receipts, format_name=reading.format, channels=channels)

    def _fan_out(self, name: str, body: bytes) -> ItemReceipt:
        """A file of a bundle becomes an upload of its own, with its own receipt."""
        inside = replace(self.arrived.address, name=f"{self.arrived.address.name}/{name}")
        self.stores.inbox.put(inside.key, body, "application/octet-stream")
        return ItemReceipt(
            status=ReceiptStatus.ACCEPTED,
            item=name,
            notes=(Note(code="own_upload", field="key", found=inside.key),),
        )

    def _run_single(self, item: ReadItem, format_name: str) -> Ingested:
        outcome = self._store(item, receipt=format_name)
        receipt = self._summary((outcome.receipt,), format_name)
        return Ingested(receipt, outcome.channels)

    def _store(self, item: ReadItem, receipt: str | None) -> _Outcome:
        """
        Decide *item* and commit it; with *receipt* (the format's name) its receipt goes into the
        same transaction.
        """
        for _ in range(ATTEMPTS):
            outcome = self._decide(item)
            commit = outcome.commit
            if receipt is not None:
                commit = replace(commit, receipt=self._summary((outcome.receipt,), receipt))
            try:
                self.stores.articles.commit(commit)
            except ConflictError:
                continue
            told = self._join_copies(outcome)
            return replace(outcome, channels=outcome.channels | told)
        raise TransientError(f"{item.item}: too many other writers of the same article")

    def _decide(self, item: ReadItem) -> _Outcome:
        submission = item.submission
        if submission.action in {Action.GRANT, Action.REVOKE}:
            return self._decide_grant(item)
        if loops_back(submission, self.configuration):
            problem = Problem(
                "loop", "canonical_url", submission.canonical_url or "", "send others' articles"
            )
            return _Outcome(_refused_item(item.item, (problem,)))
        identity = identity_of(submission, self.arrived.partner)
        if identity is None:
            problem = Problem("no_identity", "id", send="send an id, canonical_url or headline")
            return _Outcome(_refused_item(item.item, (problem,)))
        article_id = article_id_for(self.arrived.partner_id, identity)
        guid = guid_for(submission, article_id, self.configuration.publication)
        record = self.stores.articles.record(article_id) or ArticleRecord(
            article_id=article_id, partner=self.arrived.partner_id, identity=identity, guid=guid
        )
        if submission.action is not Action.PUBLISH or submission.pub_status == "canceled":
            return self._take_back(item, record)
        return self._publish(item, record)

    # Grants

    def _decide_grant(self, item: ReadItem) -> _Outcome:
        grant = item.submission.grant
        if grant is None:
            problem = Problem("missing", "grant", send="send the grant's id and permission")
            return _Outcome(_refused_item(item.item, (problem,)))
        record = GrantRecord(
            partner=self.arrived.partner_id,
            grant_id=grant.id,
            stored_at=self.arrived.stored_at,
            digest=digest_of(item),
            revoked=item.submission.action is Action.REVOKE,
            sources=grant.sources,
            series=grant.series,
            articles=grant.articles,
            from_at=grant.from_at,
            until_at=grant.until_at,
            permission=grant.permission,
        )
        rows = tuple(
            AgendaRow(
                at=self.arrived.stored_at, article_id=article.article_id, token=self.arrived.upload
            )
            for article in self.stores.articles.records_of(self.arrived.partner_id)
        )
        receipt = ItemReceipt(status=ReceiptStatus.ACCEPTED, item=f"grant {grant.id}")
        every = frozenset({SITE, *self.configuration.channels})
        return _Outcome(receipt, Commit(grant=record, agenda=rows), every)

    # Taking back

    def _take_back(self, item: ReadItem, record: ArticleRecord) -> _Outcome:
        kill = item.submission.action is Action.KILL
        version = VersionRecord(
            action=Action.KILL if kill else Action.WITHDRAW,
            upload=self.arrived.upload,
            stated_version=item.submission.version,
            stated_at=item.submission.updated_at,
            stored_at=self.arrived.stored_at,
            digest=digest_of(item),
        )
        return self._merge(item, record, version, None)

    # Publishing

    def _publish(self, item: ReadItem, record: ArticleRecord) -> _Outcome:
        result = article_of(item, record, self.configuration, self.now)
        if result.article is None:
            refused = _refused_item(item.item, result.problems)
            return _Outcome(_described(refused, item, result))
        if result.review and not is_reviewed(self.arrived.file_address):
            return _Outcome(self._for_review(item, record, result))
        version = version_of(
            item,
            result.article,
            record,
            article_key=keep(result.article, self.stores),
            upload=self.arrived.upload,
            stored_at=self.arrived.stored_at,
            rulings=self._rulings,
        )
        return self._merge(item, record, version, result)

    def _for_review(
        self, item: ReadItem, record: ArticleRecord, result: FieldsResult
    ) -> ItemReceipt:
        """Nothing of it is stored but its bytes; what was shown before stays."""
        receipt = ItemReceipt(
            status=ReceiptStatus.HELD,
            item=item.item,
            article_id=record.article_id,
            guid=record.guid,
            headline=result.article.headline if result.article else None,
            notes=result.review,
        )
        return _described(receipt, item, result)

    @cached_property
    def _rulings(self) -> Rulings:
        """For the whole upload: the grants on file are read once."""
        grants = self.stores.articles.grants(self.arrived.partner_id)
        return Rulings(self.configuration, grants, self.now, Usage(self.stores))

    def _merge(
        self,
        item: ReadItem,
        record: ArticleRecord,
        version: VersionRecord,
        result: FieldsResult | None,
    ) -> _Outcome:
        merged = merge(record, version)
        if merged is not record and version.action is Action.PUBLISH:
            merged = self._find_copies(merged, version, record.rev)
        state = state_of(merged)
        channels = self._channels(merged, state)
        merged = with_memberships(merged, state, channels, rev=record.rev)
        status = _status(record, merged, state, version)
        if status is ReceiptStatus.DUPLICATE and self.arrived.sidecar is not None:
            # File and sidecar are two uploads of one version: the first that is read brings it.
            status = ReceiptStatus.ACCEPTED
        receipt = self._item_receipt(item, merged, state, status, result)
        told = channels_of(merged)
        if merged == record:
            return _Outcome(receipt, channels=told)
        if _same_to_readers(record, merged):
            return _Outcome(receipt, Commit(record=merged))
        agenda = AgendaRow(
            at=self.arrived.stored_at, article_id=merged.article_id, token=self.arrived.upload
        )
        rows = member_rows(merged, state, channels)
        return _Outcome(receipt, Commit(record=merged, members=rows, agenda=(agenda,)), told)

    def _channels(self, record: ArticleRecord, state: ArticleState) -> tuple[str, ...]:
        if state.current is None or state.current.listing is None:
            return ()
        listing = state.current.listing
        channels = channels_for(self.configuration, record.partner, listing)
        return (*channels, *lists_for(listing))

    # Copies of the same story

    def _find_copies(
        self, record: ArticleRecord, version: VersionRecord, rev: int
    ) -> ArticleRecord:
        """
        *record* with other partners' copies of its story (row B62).

        It is filed before it looks, so of two that arrive together one at least finds the other.
        """
        names = bands(version.significance)
        if not names:
            return record
        articles = self.stores.articles
        articles.add_sketch(record.article_id, record.partner, names)
        found = articles.sketched(names, but_of=record.partner)
        others = articles.records(found) if found else {}
        return joined(
            record, (name for name, other in others.items() if are_copies(record, other)), rev=rev
        )

    def _join_copies(self, outcome: _Outcome) -> frozenset[str]:
        """Tell the copies that were found about this one; answers their channels."""
        record = outcome.commit.record
        if record is None:
            return frozenset()
        told: set[str] = set()
        for name in sorted(record.copies):
            told |= self._join(name, record.article_id)
        return frozenset(told)

    def _join(self, name: str, copy: str) -> set[str]:
        for _ in range(ATTEMPTS):
            other = self.stores.articles.record(name)
            if other is None or copy in other.copies:
                return set()
            updated = joined(other, (copy,), rev=other.rev)
            state = state_of(updated)
            rows = member_rows(updated, state, self._channels(updated, state))
            agenda = AgendaRow(
                at=self.arrived.stored_at, article_id=name, token=self.arrived.upload
            )
            try:
                self.stores.articles.commit(Commit(updated, rows, (agenda,)))
            except ConflictError:
                continue
            return set(channels_of(updated))
        raise TransientError(f"{name}: too many other writers of the same article")

    # Receipts

    def _item_receipt(
        self,
        item: ReadItem,
        record: ArticleRecord,
        state: ArticleState,
        status: ReceiptStatus,
        result: FieldsResult | None,
    ) -> ItemReceipt:
        listing = state.current.listing if state.current else None
        receipt = ItemReceipt(
            status=status,
            item=item.item,
            article_id=record.article_id,
            guid=record.guid,
            headline=listing.headline if listing else None,
            release_at=state.published_at,
        )
        if result is not None:
            receipt = _described(receipt, item, result)
        if listing is None or state.status is not Status.USABLE:
            return receipt
        return self._with_rulings(receipt, record, listing)

    def _with_rulings(
        self, receipt: ItemReceipt, record: ArticleRecord, listing: Listing
    ) -> ItemReceipt:
        subject = Subject(
            record.article_id, record.partner, listing, release_at=state_of(record).published_at
        )
        rulings = self._rulings
        display = rulings.site(subject).display
        channels = channels_for(self.configuration, record.partner, listing)
        shown = (
            _shown(SITE, display),
            *(
                _shown(name, rulings.channel(subject, name).ruling)
                for name in channels
                if name != SITE
            ),
        )
        update: dict[str, object] = {"shown": shown}
        held = not display.granted and display.reason not in _WAITING
        if held and receipt.status is ReceiptStatus.ACCEPTED:
            update |= {"status": ReceiptStatus.HELD, "notes": (*receipt.notes, *_notes(display))}
        if not held:
            update["url"] = page_url(record.article_id, self.configuration)
        return receipt.model_copy(update=update)

    def _summary(self, items: tuple[ItemReceipt, ...], format_name: str) -> Receipt:
        worst = min((item.status for item in items), key=_WORST_FIRST.index, default=None)
        status = worst or ReceiptStatus.REFUSED
        return self._receipt(status, format_name, items=items)

    def _close(
        self,
        items: tuple[ItemReceipt, ...],
        *,
        format_name: str,
        channels: frozenset[str] = frozenset(),
    ) -> Ingested:
        receipt = self._summary(items, format_name)
        return _answer(receipt, self.stores, channels)

    def _receipt(
        self,
        status: ReceiptStatus,
        format_name: str,
        *,
        items: tuple[ItemReceipt, ...] = (),
        notes: tuple[Note, ...] = (),
    ) -> Receipt:
        arrived = self.arrived
        base = _receipt(arrived.address, arrived.upload, arrived.stored, status)
        return base.model_copy(update={"format": format_name, "items": items, "notes": notes})


def channels_of(record: ArticleRecord) -> frozenset[str]:
    """Every channel the article is or was in, and the site: whom its changes concern."""
    names = (membership.channel for membership in record.memberships)
    return frozenset({SITE, *filter(is_channel, names)})


def page_url(article_id: str, configuration: Configuration) -> str:
    """Public address of an article's own page; it never moves."""
    return f"{configuration.publication.base_url}/articles/{article_id}.html"


def _same_to_readers(before: ArticleRecord, after: ArticleRecord) -> bool:
    """Whether only the memory of deliveries grew: the same content came once more."""
    if not before.versions or (before.memberships, before.copies) != (
        after.memberships,
        after.copies,
    ):
        return False
    one, other = state_of(before), state_of(after)
    if one.current is None or other.current is None:
        return one == other
    return one.current.digest == other.current.digest and replace(one, current=None) == replace(
        other, current=None
    )


def _status(
    before: ArticleRecord, after: ArticleRecord, state: ArticleState, version: VersionRecord
) -> ReceiptStatus:
    """What became of *version* in the set."""
    if any(known.digest == version.digest for known in before.versions):
        own = any(known.upload == version.upload for known in before.versions)
        return ReceiptStatus.ACCEPTED if own else ReceiptStatus.DUPLICATE
    if state.status is Status.KILLED and version.action is not Action.KILL:
        return ReceiptStatus.SUPERSEDED
    newest = after.versions[-1]
    return ReceiptStatus.ACCEPTED if newest == version else ReceiptStatus.SUPERSEDED


def _shown(channel: str, ruling: Ruling) -> Shown:
    finding = ruling.findings[0]
    return Shown(
        channel=channel,
        outcome=ruling.outcome.value,
        reason=finding.reason.value,
        detail=finding.detail,
        until=ruling.until,
    )


def _notes(ruling: Ruling) -> tuple[Note, ...]:
    return tuple(
        Note(code=finding.reason.value, field="permission", found=finding.name, send=finding.detail)
        for finding in ruling.findings
    )


def _refused_item(item: str, problems: Sequence[Problem]) -> ItemReceipt:
    return ItemReceipt(
        status=ReceiptStatus.REFUSED,
        item=item,
        notes=tuple(
            Note(code=problem.code, field=problem.field, found=problem.found, send=problem.send)
            for problem in problems
        ),
    )


def _described(receipt: ItemReceipt, item: ReadItem, result: FieldsResult) -> ItemReceipt:
    """*receipt* with what was noted, taken out and where each value came from."""
    return receipt.model_copy(
        update={
            "notes": (*receipt.notes, *result.notes),
            "removals": (*item.removals, *result.removals),
            "provenance": (*item.provenance, *result.provenance),
        }
    )


def _receipt(address: Address, name: str, stored: StoredObject, status: ReceiptStatus) -> Receipt:
    return Receipt(
        upload=name,
        partner=address.partner,
        key=address.key,
        status=status,
        received_at=stored.stored_at,
        name=address.name,
        version_id=stored.version_id,
        sha256=hashlib.sha256(stored.body).hexdigest(),
        bytes=len(stored.body),
    )


def _answer(receipt: Receipt, stores: Stores, channels: frozenset[str] = frozenset()) -> Ingested:
    stores.articles.commit(Commit(receipt=receipt))
    return Ingested(receipt, channels)


def _refuse(
    upload: Upload, address: Address, error: RefusedError, *, stores: Stores, now: datetime
) -> Ingested:
    """The object was not read (too large): answered from what its event says."""
    receipt = Receipt(
        upload=upload_id(upload.key, upload.version_id, str(upload.bytes)),
        partner=address.partner,
        key=upload.key,
        status=ReceiptStatus.REFUSED,
        received_at=upload.happened_at or now,
        name=address.name,
        version_id=upload.version_id,
        bytes=upload.bytes or 0,
        items=(_refused_item(error.item, error.problems),),
    )
    return _answer(receipt, stores)


def _receipt_of_nothing(upload: Upload, now: datetime) -> Receipt:
    """For an object that lies where no partner may write: nobody to answer, so not stored."""
    return Receipt(
        upload=upload_id(upload.key, upload.version_id, ""),
        partner="unknown",
        key=upload.key,
        status=ReceiptStatus.REFUSED,
        received_at=upload.happened_at or now,
        notes=(Note(code="not_an_inbox_key", field="key", found=upload.key),),
    )


def _channels_of(receipt: Receipt, stores: Stores, configuration: Configuration) -> frozenset[str]:
    """Whom a receipt that was there already concerns: its announcement may have been lost."""
    if any(item.item.startswith("grant ") for item in receipt.items):
        return frozenset({SITE, *configuration.channels})
    records = (stores.articles.record(item.article_id) for item in receipt.items if item.article_id)
    return frozenset({SITE}).union(*(channels_of(record) for record in records if record))
