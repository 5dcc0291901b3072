"""
Decides what one item of an upload does to the articles we hold, and stores it.

Everything one article changes is stored in one transaction, so a crash leaves either nothing or
all of it, and a redelivery finds its own work done (invariants 2 and 4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from reprise.errors import ConflictError, Problem, TransientError
from reprise.fields.chain import FieldsResult
from reprise.lifecycle.copies import are_copies, bands, joined, loops_back
from reprise.lifecycle.identity import article_id_for, guid_for, identity_of
from reprise.lifecycle.membership import (
    channels_for,
    ended_in,
    is_channel,
    lists_for,
    member_rows,
    with_memberships,
)
from reprise.lifecycle.state import merge, state_of
from reprise.model.configuration import SITE, Configuration
from reprise.model.reading import ReadItem
from reprise.model.receipt import Complete, ItemReceipt, Receipt, ReceiptStatus
from reprise.model.submission import Action
from reprise.model.versions import (
    AgendaRow,
    ArticleRecord,
    ArticleState,
    GrantRecord,
    Status,
    VersionRecord,
)
from reprise.pipeline import receipts
from reprise.pipeline.agenda import looks_at
from reprise.pipeline.arrival import Arrival
from reprise.pipeline.making import (
    appeared,
    article_of,
    digest_of,
    keep,
    listing_of,
    needs_a_grant,
    version_of,
    visible_as_granted,
)
from reprise.pipeline.proof import Proof
from reprise.pipeline.review import waits
from reprise.pipeline.rulings import Rulings
from reprise.pipeline.takedown import deadline_of
from reprise.pipeline.uploads import HOUSE_GRANT
from reprise.pipeline.usage import Usage
from reprise.stores.ports import Commit, Stores

OVERTAKEN = 200
"""Receipts looked through for complete feeds that were stored later but read before."""

ATTEMPTS = 10
"""Tries against other writers of the same article before the message goes back to the queue."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one item led to: its receipt, what to store, whom to tell."""

    receipt: ItemReceipt
    commit: Commit = Commit()
    channels: frozenset[str] = frozenset()


class Newsdesk:
    """Takes the items of one upload, one after the other."""

    def __init__(
        self, arrival: Arrival, stores: Stores, configuration: Configuration, now: datetime
    ) -> None:
        self.arrival = arrival
        self.partner_id = arrival.address.partner
        self.articles = stores.articles
        self.stores = stores
        self.configuration = configuration
        self.now = now
        self._grants: Sequence[GrantRecord] | None = None
        self._rulings: Rulings | None = None

    @property
    def grants(self) -> Sequence[GrantRecord]:
        """
        The partner's grants on file, read once for the whole upload.

        Not a ``cached_property``: until Python 3.12 that holds one lock for all instances while
        it computes, and workers of one process would wait for each other's reads.
        """
        if self._grants is None:
            self._grants = self.articles.grants(self.partner_id)
        return self._grants

    @property
    def rulings(self) -> Rulings:
        """Made once: it remembers what it has combined."""
        if self._rulings is None:
            self._rulings = Rulings(self.configuration, self.grants, self.now, Usage(self.stores))
        return self._rulings

    def take(self, item: ReadItem, *, format_name: str, with_receipt: bool) -> Outcome:
        """
        Decide *item* and commit it, *with_receipt* together with the receipt of the upload.

        Raises:
            TransientError: Other writers of the same article were faster again and again.
        """
        for _ in range(ATTEMPTS):
            outcome = self._decide(item)
            commit = outcome.commit
            if with_receipt:
                commit = waits(replace(commit, receipt=self._receipt(outcome.receipt, format_name)))
            try:
                self.articles.commit(commit)
            except ConflictError:
                continue
            return replace(outcome, channels=outcome.channels | self._follow_up(commit))
        raise TransientError(f"{item.item}: too many other writers of the same article")

    def _receipt(self, item: ItemReceipt, format_name: str) -> Receipt:
        return receipts.receipt_of(self.arrival, (item,), format_name=format_name)

    def _decide(self, item: ReadItem) -> Outcome:
        submission = item.submission
        if submission.action in {Action.GRANT, Action.REVOKE}:
            return self._grant(item)
        if loops_back(submission, self.configuration):
            found = submission.canonical_url or ""
            return _refused(item, Problem("loop", "canonical_url", found, "send others' articles"))
        identity = identity_of(submission, self.arrival.partner)
        if identity is None:
            send = "send an id, canonical_url or headline"
            return _refused(item, Problem("no_identity", "id", send=send))
        record = self._record(item, identity)
        if submission.action is not Action.PUBLISH or submission.pub_status == "canceled":
            return self._merge(item, record, self._take_back(item), None)
        return self._publish(item, record)

    def _record(self, item: ReadItem, identity: str) -> ArticleRecord:
        article_id = article_id_for(self.partner_id, identity)
        return self.articles.record(article_id) or ArticleRecord(
            article_id=article_id,
            partner=self.partner_id,
            identity=identity,
            guid=guid_for(item.submission, article_id, self.configuration.publication),
        )

    # Articles

    def _take_back(self, item: ReadItem) -> VersionRecord:
        kill = item.submission.action is Action.KILL
        return VersionRecord(
            action=Action.KILL if kill else Action.WITHDRAW,
            upload=self.arrival.upload,
            stated_version=item.submission.version,
            stated_at=item.submission.updated_at,
            stored_at=self.arrival.stored_at,
            digest=digest_of(item),
        )

    def _publish(self, item: ReadItem, record: ArticleRecord) -> Outcome:
        result = article_of(item, record, self.configuration, self.arrival.stored_at)
        if result.article is None:
            receipt = receipts.refused(item.item, result.problems)
            return Outcome(receipts.described(receipt, item, result))
        version = version_of(
            item,
            result,
            record,
            article_key=keep(result.article, self.stores),
            upload=self.arrival.upload,
            stored_at=self.arrival.stored_at,
            rulings=self.rulings,
            appeared_at=appeared(result.article, self.arrival),
        )
        if result.review and self.arrival.slip is None:
            return self._hold_for_review(item, record, version, result)
        return self._merge(item, record, version, result)

    def _hold_for_review(
        self, item: ReadItem, record: ArticleRecord, version: VersionRecord, result: FieldsResult
    ) -> Outcome:
        """
        Nothing of it is shown, and what was shown before stays, unless it says what may be done
        with the article: that counts at once, so nothing is shown until a person has looked.
        """
        receipt = receipts.held_for_review(item, record, result)
        says = version.withheld or (version.listing and version.listing.permissions)
        if not says:
            return Outcome(receipt)
        waiting = {"withheld": True, "digest": f"waits:{version.digest}"}
        outcome = self._merge(item, record, version.model_copy(update=waiting), result)
        return replace(outcome, receipt=receipt)

    def _merge(
        self,
        item: ReadItem,
        record: ArticleRecord,
        version: VersionRecord,
        result: FieldsResult | None,
    ) -> Outcome:
        merged = merge(record, version)
        self._file(record, version)
        state = state_of(merged)
        merged = self._with_memberships(merged, state, record.rev)
        status = self._status(record, merged, state, version)
        receipt = receipts.stored(item, merged, state, status)
        receipt = receipts.described(receipt, item, result)
        proof = self._proof(merged, state, result)
        receipt = receipts.with_rulings(receipt, merged, state, self.rulings, proof)
        if merged == record:
            return Outcome(receipt, channels=channels_of(merged))
        if _same_to_readers(record, merged):
            return Outcome(receipt, Commit(record=merged))
        return Outcome(receipt, self._commit(merged, state), channels_of(merged))

    def _proof(
        self, record: ArticleRecord, state: ArticleState, result: FieldsResult | None
    ) -> Proof | None:
        """Of the article just read, where that is the current version."""
        article = result.article if result else None
        current = state.current.listing if state.current else None
        if article is None or current is None:
            return None
        told = {"feed": current.feed, "translation_of": current.translation_of}
        if current != listing_of(article, record.identity).model_copy(update=told):
            return None
        rows = member_rows(record, state, (SITE,))
        row = next((row for row in rows if row.channel == SITE and row.shows), None)
        return Proof(article, row, self.rulings) if row else None

    def _status(
        self,
        before: ArticleRecord,
        after: ArticleRecord,
        state: ArticleState,
        version: VersionRecord,
    ) -> ReceiptStatus:
        """What became of *version* in the set."""
        if any(known.digest == version.digest for known in before.versions):
            own = any(known.upload == version.upload for known in before.versions)
            # File and sidecar are two uploads of one version: the first that is read brings it.
            first = own or self.arrival.sidecar is not None
            return ReceiptStatus.ACCEPTED if first else ReceiptStatus.DUPLICATE
        if state.status is Status.KILLED and version.action is not Action.KILL:
            return ReceiptStatus.SUPERSEDED
        newest = after.versions[-1] == version
        return ReceiptStatus.ACCEPTED if newest else ReceiptStatus.SUPERSEDED

    def _with_memberships(
        self, record: ArticleRecord, state: ArticleState, rev: int
    ) -> ArticleRecord:
        names = places_for(record, state, self.configuration)
        return with_memberships(record, state, names, rev=rev)

    def _commit(self, record: ArticleRecord, state: ArticleState) -> Commit:
        """The record, its rows everywhere, and its place on the agendas."""
        rows = member_rows(record, state, places_for(record, state, self.configuration))
        deadline = deadline_of(record, state, token=self.arrival.upload)
        return Commit(record=record, members=rows, agenda=(*self._agenda(record), *deadline))

    def _agenda(self, record: ArticleRecord) -> tuple[AgendaRow, ...]:
        at, token = self.arrival.stored_at, self.arrival.upload
        return looks_at(record, self.configuration, at=at, token=token)

    # What other uploads have to know of this one, and it of them

    def settle(self, receipt: Receipt) -> frozenset[str]:
        """
        Do again what follows a commit: the delivery that stored *receipt* may have died over it.

        Answers whom to tell, beside those the articles concern anyway.
        """
        records = self.articles.records(
            [item.article_id for item in receipt.items if item.article_id]
        )
        told = [self._meet(record) for record in records.values()]
        told.append(self.withdraw_missing(receipt))
        if any(item.item.startswith("grant ") for item in receipt.items):
            told.append(self._regrant(self.articles.records_of(self.partner_id)))
        return frozenset().union(*told)

    def _file(self, record: ArticleRecord, version: VersionRecord) -> None:
        """File it before it is stored: who looks after its commit must find it."""
        names = bands(version.significance)
        if version.listing and version.listing.translation_of:
            names += (_translations_of(version.listing.translation_of),)
        if names:
            self.articles.add_sketch(record.article_id, record.partner, names)

    def _follow_up(self, commit: Commit) -> frozenset[str]:
        """
        What has to come after *commit*: of two uploads that meet, the later one then sees the
        other, and neither is missed by both.
        """
        if commit.grant is not None:
            return self._regrant(self.articles.records_of(self.partner_id))
        return self._meet(commit.record) if commit.record else frozenset()

    def _meet(self, record: ArticleRecord) -> frozenset[str]:
        """The copies of its story (row B62), and grants that were given meanwhile."""
        own = [one for one in record.versions if one.upload == self.arrival.upload]
        told = [self._join_copies(record, version) for version in own if version.listing]
        told += [self._join_translations(record, version) for version in own]
        if own and needs_a_grant(record, self.rulings):
            told.append(self._regrant([record]))
        return frozenset().union(*told)

    def _join_copies(self, record: ArticleRecord, version: VersionRecord) -> frozenset[str]:
        names = bands(version.significance)
        found = self.articles.sketched(names, but_of=record.partner) if names else {}
        others = self.articles.records(found).values() if found else ()
        copies = [other.article_id for other in others if are_copies(version, other)]
        return frozenset().union(
            self._join(record.article_id, *copies),
            *(self._join(copy, record.article_id) for copy in copies),
        )

    def _join_translations(self, record: ArticleRecord, version: VersionRecord) -> frozenset[str]:
        """
        The same article in other languages, as its partner states it.

        Translations are filed under their original, which may come after them: so a new article
        looks for those that were there first.
        """
        stated = version.listing.translation_of if version.listing else None
        if version.listing is None or (stated is None and len(record.versions) > 1):
            return frozenset()
        original = stated or record.article_id
        found = {original, *self.articles.sketched((_translations_of(original),))}
        others = self.articles.records(found - {record.article_id}).values()
        own = [other.article_id for other in others if other.partner == record.partner]
        return frozenset().union(
            self._translated(record.article_id, *own),
            *(self._translated(name, record.article_id) for name in own),
        )

    def _translated(self, name: str, *others: str) -> frozenset[str]:
        if not others:
            return frozenset()
        return self._update(
            name, lambda record: joined(record, translations=others, rev=record.rev)
        )

    def _join(self, name: str, *copies: str) -> frozenset[str]:
        if not copies:
            return frozenset()
        return self._update(name, lambda record: joined(record, copies, rev=record.rev))

    def _regrant(self, records: Iterable[ArticleRecord]) -> frozenset[str]:
        """Articles that wait for a grant are first published when it was given."""
        grants = self.articles.grants(self.partner_id)
        rulings = Rulings(self.configuration, grants, self.now, Usage(self.stores))

        def visible(record: ArticleRecord) -> ArticleRecord:
            changed = visible_as_granted(record, rulings)
            if changed == record:
                return record
            return self._with_memberships(changed, state_of(changed), record.rev)

        waiting = [record.article_id for record in records if visible(record) is not record]
        return frozenset().union(*(self._update(name, visible) for name in waiting))

    def _update(
        self, article_id: str, change: Callable[[ArticleRecord], ArticleRecord]
    ) -> frozenset[str]:
        """Change another article's record; answers its channels, none when nothing changed."""
        for _ in range(ATTEMPTS):
            record = self.articles.record(article_id)
            if record is None or (changed := change(record)) == record:
                return frozenset()
            try:
                self.articles.commit(self._commit(changed, state_of(changed)))
            except ConflictError:
                continue
            return channels_of(changed)
        raise TransientError(f"{article_id}: too many other writers of the same article")

    # Items missing from a complete feed

    def withdraw_missing(self, receipt: Receipt) -> frozenset[str]:
        """
        Withdraw what is missing from the complete feed that *receipt* is for, and what of this
        upload is missing from one that was stored later but read before; answers whom to tell.

        The receipt is stored before this, as items are before they are looked for in later ones.
        So of two uploads that meet, the later one sees the other.
        """
        own = [item.article_id for item in receipt.items if item.article_id]
        told = [self._withdraw_but(later, own) for later in self._completed_since(receipt)]
        if receipt.complete:
            every = [record.article_id for record in self.articles.records_of(self.partner_id)]
            told.append(self._withdraw_but(receipt, every))
        return frozenset().union(*told)

    def _completed_since(self, receipt: Receipt) -> list[Receipt]:
        (newest, *_) = self.articles.receipts(self.partner_id, limit=1) or (receipt,)
        if newest.upload == receipt.upload:
            return []
        at, recent = (
            self.arrival.stored_at,
            self.articles.receipts(self.partner_id, limit=OVERTAKEN),
        )
        return [one for one in recent if one.complete and one.complete.at > at]

    def _withdraw_but(self, complete: Receipt, names: Iterable[str]) -> frozenset[str]:
        here = {item.article_id for item in complete.items}
        missing = [name for name in names if name not in here]
        change = partial(self._withdrawn, complete)
        return frozenset().union(*(self._update(name, change) for name in missing))

    def _withdrawn(self, receipt: Receipt, record: ArticleRecord) -> ArticleRecord:
        """*record* without what it showed of the feed when *receipt* found it missing there."""
        if receipt.complete is None or not _was_of(receipt.complete, record):
            return record
        version = VersionRecord(
            action=Action.WITHDRAW,
            upload=receipt.upload,
            stored_at=receipt.complete.at,
            digest=f"missing:{receipt.upload}",
        )
        merged = merge(record, version)
        return self._with_memberships(merged, state_of(merged), record.rev)

    # Grants

    def _grant(self, item: ReadItem) -> Outcome:
        if item.submission.grant is None:
            send = "send the grant's id and permission"
            return _refused(item, Problem("missing", "grant", send=send))
        name = item.submission.grant.id
        if name.startswith(HOUSE_GRANT) and not self.arrival.address.of_house:
            send = "only the publisher's own grants are called so; choose another id"
            return _refused(item, Problem("reserved", "grant.id", name, send))
        record = self._grant_record(item)
        own = self.articles.records_of(self.partner_id)
        receipt = receipts.of_grant(record)
        rows = tuple(row for article in own for row in self._agenda(article))
        every = frozenset({SITE, *self.configuration.channels})
        return Outcome(receipt, Commit(grant=record, agenda=rows), every)

    def _grant_record(self, item: ReadItem) -> GrantRecord:
        grant = item.submission.grant
        stated = grant.model_dump(exclude={"id"}) if grant else {}
        return GrantRecord(
            partner=self.partner_id,
            grant_id=grant.id if grant else "",
            stored_at=self.arrival.stored_at,
            digest=digest_of(item),
            revoked=item.submission.action is Action.REVOKE,
            **stated,
        )


def _translations_of(article_id: str) -> str:
    return f"translation:{article_id}"


def places_for(
    record: ArticleRecord, state: ArticleState, configuration: Configuration
) -> tuple[str, ...]:
    """Channels and lists the article belongs to now."""
    if state.current is None or state.current.listing is None:
        return ()
    listing = state.current.listing
    channels = channels_for(configuration, record.partner, listing)
    return (*channels, *lists_for(listing), *ended_in(state, channels))


def channels_of(record: ArticleRecord) -> frozenset[str]:
    """Every channel the article is or was in, and the site: whom its changes concern."""
    names = (membership.channel for membership in record.memberships)
    return frozenset({SITE, *filter(is_channel, names)})


def _same_to_readers(before: ArticleRecord, after: ArticleRecord) -> bool:
    """Whether only the memory of deliveries grew: the same content came once more."""
    places = (before.memberships, before.copies, before.translations) == (
        after.memberships,
        after.copies,
        after.translations,
    )
    if not before.versions or not places:
        return False
    one, other = state_of(before), state_of(after)
    if one.current is None or other.current is None:
        return one == other
    dates = replace(one, current=None) == replace(other, current=None)
    return dates and one.current.digest == other.current.digest


def _was_of(complete: Complete, record: ArticleRecord) -> bool:
    """Whether the feed brought *record* and it was still usable when it went missing."""
    versions = tuple(one for one in record.versions if one.stored_at < complete.at)
    state = state_of(record.model_copy(update={"versions": versions}))
    listing = state.current.listing if state.current else None
    is_of = listing is not None and listing.feed == complete.feed
    return is_of and state.status is Status.USABLE


def _refused(item: ReadItem, problem: Problem) -> Outcome:
    return Outcome(receipts.refused(item.item, (problem,)))
