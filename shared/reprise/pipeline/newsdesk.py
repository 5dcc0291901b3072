"""
Decides what one item of an upload does to the articles we hold, and stores it.

Everything one article changes is stored in one transaction, so a crash leaves either nothing or
all of it, and a redelivery finds its own work done (invariants 2 and 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reprise.errors import Problem
from reprise.fields.chain import FieldsResult
from reprise.lifecycle.copies import loops_back
from reprise.lifecycle.identity import article_id_for, guid_for, identity_of
from reprise.lifecycle.membership import member_rows
from reprise.lifecycle.state import merge, state_of
from reprise.model.configuration import SITE
from reprise.model.reading import ReadItem
from reprise.model.receipt import ItemReceipt, ReceiptStatus
from reprise.model.submission import Action
from reprise.model.versions import (
    ArticleRecord,
    ArticleState,
    GrantRecord,
    Status,
    VersionRecord,
)
from reprise.pipeline import receipts
from reprise.pipeline.agenda import all_of
from reprise.pipeline.case import Case
from reprise.pipeline.making import (
    appeared,
    article_object,
    article_of,
    digest_of,
    listing_of,
    version_of,
)
from reprise.pipeline.neighbours import filed_under
from reprise.pipeline.placing import channels_of
from reprise.pipeline.proof import Proof
from reprise.pipeline.rulings import Subject
from reprise.pipeline.uploads import HOUSE_GRANT
from reprise.stores.ports import Commit, Sketch


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What one item leads to: its receipt, what to store, whom to tell.

    Attributes:
        article: Its normalised article, by key, for the archive.
        sketch: Where its text is filed.
        record: The article's record as it will be, whether or not that is stored again.
        is_counted: Under a quota: by what else is stored.
    """

    receipt: ItemReceipt
    commit: Commit = Commit()
    channels: frozenset[str] = frozenset()
    article: tuple[str, bytes] | None = None
    sketch: Sketch | None = None
    record: ArticleRecord | None = None
    is_counted: bool = False


class Newsdesk:
    """Decides the items of one upload."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def article_ids(self, items: Iterable[ReadItem]) -> Iterator[str]:
        """Of the articles that *items* are about, where they say so."""
        for item in items:
            if identity := identity_of(item.submission, self._case.arrival.partner):
                yield article_id_for(self._case.partner_id, identity)

    def decide(self, item: ReadItem) -> Outcome:
        """What *item* leads to, by what is stored now; nothing is stored yet."""
        submission = item.submission
        if submission.action in {Action.GRANT, Action.REVOKE}:
            return self._grant(item)
        if loops_back(submission, self._case.configuration):
            found = submission.canonical_url or ""
            return _refused(item, Problem("loop", "canonical_url", found, "send others' articles"))
        identity = identity_of(submission, self._case.arrival.partner)
        if identity is None:
            send = "send an id, canonical_url or headline"
            return _refused(item, Problem("no_identity", "id", send=send))
        record = self._record(item, identity)
        if submission.action is not Action.PUBLISH or submission.pub_status == "canceled":
            return self._merge(item, record, self._take_back(item), None)
        return self._publish(item, record)

    def _record(self, item: ReadItem, identity: str) -> ArticleRecord:
        article_id = article_id_for(self._case.partner_id, identity)
        return self._case.memory.record(article_id) or ArticleRecord(
            article_id=article_id,
            partner=self._case.partner_id,
            identity=identity,
            guid=guid_for(item.submission, article_id, self._case.configuration.publication),
        )

    # Articles

    def _take_back(self, item: ReadItem) -> VersionRecord:
        kill = item.submission.action is Action.KILL
        return VersionRecord(
            action=Action.KILL if kill else Action.WITHDRAW,
            upload=self._case.arrival.upload,
            stated_version=item.submission.version,
            stated_at=item.submission.updated_at,
            stored_at=self._case.arrival.stored_at,
            digest=digest_of(item),
        )

    def _publish(self, item: ReadItem, record: ArticleRecord) -> Outcome:
        result = article_of(item, record, self._case.configuration, self._case.arrival.stored_at)
        if result.article is None:
            receipt = receipts.refused(item.item, result.problems)
            return Outcome(receipts.described(receipt, item, result))
        key, body = article_object(result.article)
        version = version_of(
            item,
            result,
            record,
            article_key=key,
            upload=self._case.arrival.upload,
            stored_at=self._in_order(record),
            rulings=self._case.rulings,
            appeared_at=appeared(result.article, self._case.arrival),
        )
        if self._case.arrival.slip:
            came = {"let_through_at": self._case.arrival.stored_at}
            outcome = self._merge(item, record, version.model_copy(update=came), result)
        elif result.review:
            outcome = self._hold_for_review(item, record, version, result)
        else:
            outcome = self._merge(item, record, version, result)
        return replace(outcome, article=(key, body))

    def _in_order(self, record: ArticleRecord) -> datetime:
        """
        When what is read was stored: of what is let through the moment it was held, however late
        somebody looked. What was taken back or narrowed meanwhile came after it.
        """
        arrival = self._case.arrival
        if arrival.slip is None or arrival.held_at is None:
            return arrival.stored_at
        own = (one.stored_at for one in record.versions if one.upload == arrival.slip.upload)
        return max((at + timedelta.resolution for at in own), default=arrival.held_at)

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
        article = self._case.place(merge(record, version), record.rev)
        merged, state = article.record, article.state
        status = self._status(record, merged, state, version)
        receipt = receipts.stored(item, merged, state, status)
        receipt = receipts.described(receipt, item, result)
        proof = self._proof(merged, state, result)
        receipt = receipts.with_rulings(receipt, merged, state, self._case.rulings, proof)
        outcome = Outcome(
            receipt,
            sketch=filed_under(record, version),
            record=merged,
            is_counted=self._is_counted(record, version),
        )
        if merged == record:
            commit = self._case.occasion.mended(article)
            return replace(outcome, commit=commit, channels=channels_of(merged))
        if _same_to_readers(record, merged):
            return replace(outcome, commit=Commit(record=merged))
        commit = self._case.commit_of(article)
        return replace(outcome, commit=commit, channels=channels_of(merged))

    def _is_counted(self, record: ArticleRecord, version: VersionRecord) -> bool:
        if version.listing is None:
            return False
        subject = Subject(record.article_id, record.partner, version.listing)
        return bool(self._case.rulings.effective(subject).quotas)

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
        return Proof(article, row, self._case.rulings) if row else None

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
            first = own or self._case.arrival.sidecar is not None
            return ReceiptStatus.ACCEPTED if first else ReceiptStatus.DUPLICATE
        if state.status is Status.KILLED and version.action is not Action.KILL:
            return ReceiptStatus.SUPERSEDED
        newest = after.versions[-1] == version
        return ReceiptStatus.ACCEPTED if newest else ReceiptStatus.SUPERSEDED

    # Grants

    def _grant(self, item: ReadItem) -> Outcome:
        if item.submission.grant is None:
            send = "send the grant's id and permission"
            return _refused(item, Problem("missing", "grant", send=send))
        name = item.submission.grant.id
        if name.startswith(HOUSE_GRANT) and not self._case.arrival.address.of_house:
            send = "only the publisher's own grants are called so; choose another id"
            return _refused(item, Problem("reserved", "grant.id", name, send))
        record = self._grant_record(item)
        arrival = self._case.arrival
        token = f"{arrival.upload}.{record.digest}"
        looks = all_of(self._case.partner_id, at=arrival.stored_at, token=token)
        every = frozenset({SITE, *self._case.configuration.channels})
        return Outcome(receipts.of_grant(record), Commit(grant=record, agenda=(looks,)), every)

    def _grant_record(self, item: ReadItem) -> GrantRecord:
        grant = item.submission.grant
        stated = grant.model_dump(exclude={"id"}) if grant else {}
        return GrantRecord(
            partner=self._case.partner_id,
            grant_id=grant.id if grant else "",
            stored_at=self._case.arrival.stored_at,
            digest=digest_of(item),
            revoked=item.submission.action is Action.REVOKE,
            **stated,
        )


def _same_to_readers(before: ArticleRecord, after: ArticleRecord) -> bool:
    """
    Whether only the memory of deliveries grew: the same content came once more. It may read another
    way then: a date that was in the future when it came first is not any more.
    """
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
    same = one.current.digest, one.current.article_key
    return dates and same == (other.current.digest, other.current.article_key)


def _refused(item: ReadItem, problem: Problem) -> Outcome:
    return Outcome(receipts.refused(item.item, (problem,)))
