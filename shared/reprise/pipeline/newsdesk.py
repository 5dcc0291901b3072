"""
Decides what one item of an upload does to the articles we hold, and stores it.

Everything one article changes is stored in one transaction, so a crash leaves either nothing or
all of it, and a redelivery finds its own work done (invariants 2 and 4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reprise.errors import ConflictError, Problem, TransientError
from reprise.fields.chain import FieldsResult
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
from reprise.model.configuration import SITE, Configuration
from reprise.model.reading import ReadItem
from reprise.model.receipt import ItemReceipt, Receipt, ReceiptStatus
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
    version_of,
    visible_from_now_on,
)
from reprise.pipeline.proof import Proof
from reprise.pipeline.rulings import Rulings
from reprise.pipeline.uploads import is_reviewed
from reprise.pipeline.usage import Usage
from reprise.rights.grants import revoke
from reprise.stores.ports import Commit, Stores

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
                commit = replace(commit, receipt=self._receipt(outcome.receipt, format_name))
            try:
                self.articles.commit(commit)
            except ConflictError:
                continue
            return replace(outcome, channels=outcome.channels | self._join_copies(outcome))
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
        result = article_of(item, record, self.configuration, self.now)
        if result.article is None:
            receipt = receipts.refused(item.item, result.problems)
            return Outcome(receipts.described(receipt, item, result))
        version = version_of(
            item,
            result.article,
            record,
            article_key=keep(result.article, self.stores),
            upload=self.arrival.upload,
            stored_at=self.arrival.stored_at,
            rulings=self.rulings,
            appeared_at=appeared(result.article, self.arrival),
        )
        if result.review and not is_reviewed(self.arrival.file_address):
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
        if merged is not record and version.action is Action.PUBLISH:
            merged = self._find_copies(merged, version, record.rev)
            merged = self._find_translations(merged, version, record.rev)
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
        if article is None or current != listing_of(article, record.identity):
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
        return Commit(record=record, members=rows, agenda=self._agenda(record))

    def _agenda(self, record: ArticleRecord) -> tuple[AgendaRow, ...]:
        at, token = self.arrival.stored_at, self.arrival.upload
        return looks_at(record, self.configuration, at=at, token=token)

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
        self.articles.add_sketch(record.article_id, record.partner, names)
        found = self.articles.sketched(names, but_of=record.partner)
        others = self.articles.records(found) if found else {}
        copies = [name for name, other in others.items() if are_copies(record, other)]
        return joined(record, copies, rev=rev)

    def _find_translations(
        self, record: ArticleRecord, version: VersionRecord, rev: int
    ) -> ArticleRecord:
        """
        *record* with the same article in other languages, as its partner states it.

        Translations are filed under their original, which may come after them: so a new article
        looks for those that were there first.
        """
        stated = version.listing.translation_of if version.listing else None
        if stated is None and rev:
            return record
        original = stated or record.article_id
        name = f"translation:{original}"
        if stated:
            self.articles.add_sketch(record.article_id, record.partner, (name,))
        others = self.articles.records({original, *self.articles.sketched((name,))})
        own = [other.article_id for other in others.values() if other.partner == record.partner]
        return joined(record, translations=own, rev=rev)

    def _join_copies(self, outcome: Outcome) -> frozenset[str]:
        """Tell the copies and translations that were found of this one; answers their channels."""
        record = outcome.commit.record
        if record is None:
            return frozenset()
        own = (record.article_id,)
        told = [
            self._update(name, lambda other: joined(other, own, rev=other.rev))
            for name in sorted(record.copies)
        ]
        told += [
            self._update(name, lambda other: joined(other, translations=own, rev=other.rev))
            for name in sorted(record.translations)
        ]
        return frozenset().union(*told)

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

    def withdraw_missing(self, feed: str, present: Iterable[str]) -> frozenset[str]:
        """
        Withdraw the partner's articles of a complete *feed* that are not among *present*
        (RFC 5005 section 2); answers whom to tell.
        """
        here = frozenset(present)
        gone = [
            record.article_id
            for record in self.articles.records_of(self.partner_id)
            if record.article_id not in here and _is_of(feed, record)
        ]
        return frozenset().union(*(self._update(name, self._withdrawn) for name in gone))

    def _withdrawn(self, record: ArticleRecord) -> ArticleRecord:
        version = VersionRecord(
            action=Action.WITHDRAW,
            upload=self.arrival.upload,
            stored_at=self.arrival.stored_at,
            digest=f"missing:{self.arrival.upload}",
        )
        merged = merge(record, version)
        return self._with_memberships(merged, state_of(merged), record.rev)

    # Grants

    def _grant(self, item: ReadItem) -> Outcome:
        if item.submission.grant is None:
            send = "send the grant's id and permission"
            return _refused(item, Problem("missing", "grant", send=send))
        record = self._grant_record(item)
        known = next((g for g in self.grants if g.grant_id == record.grant_id), None)
        if record.revoked and known is not None:
            # A revocation rarely repeats what it ends.
            record = revoke(known, record)
        own = list(self.articles.records_of(self.partner_id))
        if not record.revoked:
            self._release(own, record)
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

    def _release(self, records: Iterable[ArticleRecord], grant: GrantRecord) -> None:
        """Articles that waited for the grant are first published when it was given."""
        grants = (*(g for g in self.grants if g.grant_id != grant.grant_id), grant)
        rulings = Rulings(self.configuration, grants, self.now, Usage(self.stores))

        def visible(record: ArticleRecord) -> ArticleRecord:
            changed = visible_from_now_on(record, rulings)
            if changed == record:
                return record
            return self._with_memberships(changed, state_of(changed), record.rev)

        for record in records:
            self._update(record.article_id, visible)


def places_for(
    record: ArticleRecord, state: ArticleState, configuration: Configuration
) -> tuple[str, ...]:
    """Channels and lists the article belongs to now."""
    if state.current is None or state.current.listing is None:
        return ()
    listing = state.current.listing
    return (*channels_for(configuration, record.partner, listing), *lists_for(listing))


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


def _is_of(feed: str, record: ArticleRecord) -> bool:
    state = state_of(record)
    listing = state.current.listing if state.current else None
    return state.status is Status.USABLE and listing is not None and listing.feed == feed


def _refused(item: ReadItem, problem: Problem) -> Outcome:
    return Outcome(receipts.refused(item.item, (problem,)))
