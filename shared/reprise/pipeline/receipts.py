"""Receipts: what became of an upload and of each article in it (invariant 2, row B18)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime

from reprise.errors import Problem, RefusedError
from reprise.fields.chain import FieldsResult
from reprise.lifecycle.membership import channels_for
from reprise.model.configuration import SITE
from reprise.model.messages import Upload
from reprise.model.reading import ReadItem
from reprise.model.receipt import Complete, ItemReceipt, Note, Receipt, ReceiptStatus, Shown
from reprise.model.ruling import Reason, Ruling
from reprise.model.versions import ArticleRecord, ArticleState, GrantRecord, Listing, Status
from reprise.outputs.projection import page_url
from reprise.pipeline.arrival import Arrival
from reprise.pipeline.proof import Proof
from reprise.pipeline.rulings import Rulings, Subject
from reprise.pipeline.uploads import Address, upload_id
from reprise.rights.problems import problems_of
from reprise.rights.ruling import NEVER
from reprise.text.html import html_to_text

REVIEWED = "reviewed"
"""Code of the note that says which upload was let through, and by whom."""

READ_SO_FAR = 1000
"""Characters of a text that a person who looks at it is shown."""

MOST_TOLD = 1000
"""Files of a bundle that its receipt names one by one; each that was taken has its own receipt."""

WAITING = frozenset({Reason.EMBARGO, Reason.NOT_STARTED})
"""Only the clock is missing: the upload is accepted, and appears by itself."""

_WORST_FIRST = (
    ReceiptStatus.REFUSED,
    ReceiptStatus.HELD,
    ReceiptStatus.SUPERSEDED,
    ReceiptStatus.DUPLICATE,
    ReceiptStatus.ACCEPTED,
)


# --- Of an upload ---------------------------------------------------------------------------------


def receipt_of(
    arrival: Arrival,
    items: Sequence[ItemReceipt] = (),
    *,
    format_name: str,
    notes: Sequence[Note] = (),
    complete: Complete | None = None,
) -> Receipt:
    """The receipt of an upload: its status is that of the item that most needs attention."""
    statuses = [item.status for item in items]
    empty = ReceiptStatus.ACCEPTED if notes else ReceiptStatus.REFUSED
    return Receipt(
        upload=arrival.upload,
        partner=arrival.address.partner,
        key=arrival.address.key,
        status=min(statuses, key=_WORST_FIRST.index, default=empty),
        received_at=arrival.stored.stored_at,
        name=arrival.address.name,
        version_id=arrival.stored.version_id,
        sha256=hashlib.sha256(arrival.stored.body).hexdigest(),
        bytes=len(arrival.stored.body),
        format=format_name,
        notes=(*_on_whose_word(arrival), *notes),
        items=tuple(items),
        complete=complete,
    )


def _on_whose_word(arrival: Arrival) -> tuple[Note, ...]:
    slip = arrival.slip
    return () if slip is None else (Note(code=REVIEWED, field=slip.upload, found=slip.by),)


def in_brief(items: Sequence[ItemReceipt]) -> tuple[Sequence[ItemReceipt], tuple[Note, ...]]:
    """
    At most :data:`MOST_TOLD` of the files of a bundle, those that need attention before others, and
    a note on the rest: a receipt has to fit into an answer of the API.
    """
    if len(items) <= MOST_TOLD:
        return items, ()
    ordered = sorted(items, key=lambda item: _WORST_FIRST.index(item.status))
    more = Note(code="more_files", found=f"{len(items) - MOST_TOLD} more files like the last")
    return ordered[:MOST_TOLD], (more,)


def unread_receipt(
    upload: Upload, address: Address | None, error: RefusedError, now: datetime
) -> Receipt:
    """For an object that was not read: too large, of an unknown partner, or out of place."""
    return Receipt(
        upload=upload_id(upload.key, upload.version_id, str(upload.bytes)),
        partner=address.partner if address else "unknown",
        key=upload.key,
        status=ReceiptStatus.REFUSED,
        received_at=upload.happened_at or now,
        name=address.name if address else "",
        version_id=upload.version_id,
        bytes=upload.bytes or 0,
        items=(refused(error.item, error.problems),),
    )


# --- Of an item -----------------------------------------------------------------------------------


def refused(item: str, problems: Sequence[Problem]) -> ItemReceipt:
    """Nothing of the item was taken in."""
    return ItemReceipt(status=ReceiptStatus.REFUSED, item=item, notes=tuple(map(_note, problems)))


def held_for_review(item: ReadItem, record: ArticleRecord, result: FieldsResult) -> ItemReceipt:
    """A person has to look at it before any of it is shown."""
    receipt = ItemReceipt(
        status=ReceiptStatus.HELD,
        item=item.item,
        article_id=record.article_id,
        guid=record.guid,
        headline=result.article.headline if result.article else None,
        text=html_to_text(result.article.body_html)[:READ_SO_FAR] if result.article else None,
        notes=result.review,
    )
    return described(receipt, item, result)


def stored(
    item: ReadItem, record: ArticleRecord, state: ArticleState, status: ReceiptStatus
) -> ItemReceipt:
    """The item is part of *record* now."""
    listing = state.current.listing if state.current else None
    released = state.published_at
    return ItemReceipt(
        status=status,
        item=item.item,
        article_id=record.article_id,
        guid=record.guid,
        headline=listing.headline if listing else None,
        release_at=None if released == NEVER else released,
    )


def of_grant(grant: GrantRecord) -> ItemReceipt:
    """The grant is on file; one that can't be read holds what it covers, and says why."""
    problems = () if grant.revoked else problems_of(grant.permission)
    status = ReceiptStatus.HELD if problems else ReceiptStatus.ACCEPTED
    notes = tuple(map(_note, problems))
    return ItemReceipt(status=status, item=f"grant {grant.grant_id}", notes=notes)


def _note(problem: Problem) -> Note:
    return Note(code=problem.code, field=problem.field, found=problem.found, send=problem.send)


def described(receipt: ItemReceipt, item: ReadItem, result: FieldsResult | None) -> ItemReceipt:
    """*receipt* with what was noted, taken out and where each value came from."""
    if result is None:
        return receipt
    return receipt.model_copy(
        update={
            "notes": (*receipt.notes, *result.notes),
            "removals": (*item.removals, *result.removals),
            "provenance": (*item.provenance, *result.provenance),
        }
    )


def with_rulings(
    receipt: ItemReceipt,
    record: ArticleRecord,
    state: ArticleState,
    rulings: Rulings,
    proof: Proof | None = None,
) -> ItemReceipt:
    """
    *receipt* with where the article shows, or why not; held when our own page may not.

    Args:
        proof: Of the current version, to see that what is granted will be rendered too.
    """
    newest = record.versions[-1] if state.status is Status.EXPIRED else state.current
    listing = newest.listing if newest else None
    if listing is None or state.status not in {Status.USABLE, Status.EXPIRED}:
        return receipt
    subject = Subject(record.article_id, record.partner, listing, release_at=state.published_at)
    places = dict(_places(subject, listing, rulings, proof))
    display = places[SITE]
    update: dict[str, object] = {"shown": tuple(_place(*place) for place in places.items())}
    if display.granted or display.reason in WAITING:
        publication = rulings.configuration.publication
        update["url"] = page_url(publication, record.article_id)
        update["notes"] = (*receipt.notes, *_allowed_changes(display, listing))
    elif receipt.status is ReceiptStatus.ACCEPTED:
        update |= {
            "status": ReceiptStatus.HELD,
            "notes": (*receipt.notes, *_reasons(display)),
            "release_at": None,
        }
    return receipt.model_copy(update=update)


def _places(
    subject: Subject, listing: Listing, rulings: Rulings, proof: Proof | None
) -> Iterator[tuple[str, Ruling]]:
    """Every place that selects the article, our own pages first, with the ruling there."""
    display = rulings.display(subject)
    yield SITE, proof.site(display) if proof else display
    for name in channels_for(rulings.configuration, subject.partner, listing):
        if name != SITE:
            decision = rulings.channel(subject, name)
            yield name, proof.channel(name, decision) if proof else decision.ruling


def _place(channel: str, ruling: Ruling) -> Shown:
    finding = ruling.findings[0]
    return Shown(
        channel=channel,
        outcome=ruling.outcome.value,
        reason=finding.reason.value,
        detail=finding.detail,
        until=ruling.until,
    )


def _allowed_changes(display: Ruling, listing: Listing) -> tuple[Note, ...]:
    """What was changed in a text that may not be changed otherwise (row B35)."""
    if not display.duties.no_changes:
        return ()
    return tuple(
        Note(code="changed_as_agreed", field="body_html", found=str(change))
        for change in listing.changes
    )


def _reasons(ruling: Ruling) -> tuple[Note, ...]:
    return tuple(
        Note(code=finding.reason.value, field="permission", found=finding.name, send=finding.detail)
        for finding in ruling.findings
    )
