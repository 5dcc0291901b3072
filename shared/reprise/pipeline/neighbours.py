"""
What uploads have to know of each other: copies of a story, translations, grants that articles wait
for, and items missing from a complete feed.

Each files what it brings before its commit and looks for the others after it: of two uploads that
meet, the later one then sees the other, and neither is missed by both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from reprise.lifecycle.copies import are_copies, bands, joined
from reprise.lifecycle.state import merge, state_of
from reprise.model.receipt import Complete, Receipt
from reprise.model.submission import Action
from reprise.model.versions import AgendaRow, ArticleRecord, Status, VersionRecord
from reprise.pipeline.appearing import needs_a_grant, visible_as_granted
from reprise.pipeline.case import Case
from reprise.pipeline.rulings import Rulings
from reprise.pipeline.usage import Usage
from reprise.stores.ports import Commit, Sketch

Shelves = Mapping[str, frozenset[tuple[str, str]]]
"""Articles and their partners by the bands under which they are filed."""


def filed_under(record: ArticleRecord, version: VersionRecord) -> Sketch:
    """Where *version* is filed before it is stored: who looks after its commit must find it."""
    names = bands(version.significance)
    if version.listing and version.listing.translation_of:
        names += (_translations_of(version.listing.translation_of),)
    return Sketch(record.article_id, record.partner, names)


class Neighbours:
    """Brings the articles of one upload together with those that others brought."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def settle(self, receipt: Receipt) -> frozenset[str]:
        """
        Do again what follows a commit: the delivery that stored *receipt* may have died over it.

        Answers whom to tell, beside those the articles concern anyway.
        """
        articles = self._case.articles
        names = [item.article_id for item in receipt.items if item.article_id]
        records = articles.records(names).values() if names else ()
        wanted = [name for record in records for name in self.looks_under(record)]
        shelves = articles.sketched(wanted) if wanted else {}
        told = [self.meet(record, shelves) for record in records]
        told.append(self.withdraw_missing(receipt))
        return frozenset().union(*told)

    def looks_under(self, record: ArticleRecord) -> Iterator[str]:
        """The bands whose articles :meth:`meet` has to know."""
        for version in self._own(record):
            if version.listing:
                yield from bands(version.significance)
            if original := _original(record, version):
                yield _translations_of(original)

    def meet(self, record: ArticleRecord, shelves: Shelves) -> frozenset[str]:
        """
        What has to come after *record* was stored: copies of its story (row B62), translations, and
        grants that were given meanwhile. Answers whom to tell.
        """
        own = self._own(record)
        told = [self._join_copies(record, one, shelves) for one in own if one.listing]
        told += [self._join_translations(record, one, shelves) for one in own]
        if own and needs_a_grant(record, self._case.rulings):
            told.append(self._regrant(record))
        return frozenset().union(*told)

    def _own(self, record: ArticleRecord) -> list[VersionRecord]:
        upload = self._case.arrival.upload
        return [one for one in record.versions if one.upload == upload]

    def _join_copies(
        self, record: ArticleRecord, version: VersionRecord, shelves: Shelves
    ) -> frozenset[str]:
        there = _filed(bands(version.significance), shelves)
        found = {name for name, partner in there if partner != record.partner}
        others = self._case.articles.records(found).values() if found else ()
        copies = [other.article_id for other in others if are_copies(version, other)]
        return frozenset().union(
            self._join(record.article_id, *copies),
            *(self._join(copy, record.article_id) for copy in copies),
        )

    def _join_translations(
        self, record: ArticleRecord, version: VersionRecord, shelves: Shelves
    ) -> frozenset[str]:
        """The same article in other languages, as its partner states it."""
        original = _original(record, version)
        if original is None:
            return frozenset()
        there = _filed((_translations_of(original),), shelves)
        found = {original, *(name for name, _ in there)} - {record.article_id}
        others = self._case.articles.records(found).values() if found else ()
        own = [other.article_id for other in others if other.partner == record.partner]
        return frozenset().union(
            self._translated(record.article_id, *own),
            *(self._translated(name, record.article_id) for name in own),
        )

    def _translated(self, name: str, *others: str) -> frozenset[str]:
        if not others:
            return frozenset()
        return self._case.update(
            name, lambda record: joined(record, translations=others, rev=record.rev)
        )

    def _join(self, name: str, *copies: str) -> frozenset[str]:
        if not copies:
            return frozenset()
        return self._case.update(name, lambda record: joined(record, copies, rev=record.rev))

    def _regrant(self, record: ArticleRecord) -> frozenset[str]:
        """It is first published when what it waited for was given, if that was meanwhile."""
        grants = self._case.articles.grants(self._case.partner_id)
        usage = Usage(self._case.stores)
        rulings = Rulings(self._case.configuration, grants, self._case.now, usage)
        change = partial(visible_as_granted, rulings=rulings)
        return self._case.update(record.article_id, change)

    # Items missing from a complete feed

    def withdraw_missing(self, receipt: Receipt) -> frozenset[str]:
        """
        Withdraw what is missing from the complete feed that *receipt* is for, and what of this
        upload is missing from one that was stored later but read before; answers whom to tell.

        The receipt is stored before this, as items are before they are looked for in later ones.
        So of two uploads that meet, the later one sees the other.
        """
        told = []
        if later := list(self._completed_since()):
            own = [item.article_id for item in receipt.items if item.article_id]
            records = list(self._case.articles.records(own).values())
            told += [self._withdraw_but(one, records) for one in later]
        if receipt.complete:
            every = self._case.articles.records_of(self._case.partner_id)
            told.append(self._withdraw_but(receipt, every))
        return frozenset().union(*told)

    def _completed_since(self) -> Iterator[Receipt]:
        """Complete feeds that were stored later but read before."""
        articles, partner = self._case.articles, self._case.partner_id
        at, name = self._case.arrival.stored_at, None
        place = _complete_feeds_of(partner)
        while row := articles.first_agenda_after(at, place=place, name=name):
            found, at, name = articles.receipt(partner, row.article_id), row.at, row.article_id
            if found is not None:
                yield found

    def _withdraw_but(self, complete: Receipt, records: Iterable[ArticleRecord]) -> frozenset[str]:
        apart = complete.complete.articles if complete.complete else ()
        here = {*apart, *(item.article_id for item in complete.items)}
        change = partial(self._withdrawn, complete)
        missing = (
            record.article_id
            for record in records
            if record.article_id not in here
            and (change(record) is not record or record.has_version_of(complete.upload))
        )
        return frozenset().union(*(self._case.update(name, change) for name in missing))

    def _withdrawn(self, receipt: Receipt, record: ArticleRecord) -> ArticleRecord:
        """*record* without what it showed of the feed when *receipt* found it missing there."""
        if receipt.complete is None or not _was_of(receipt.complete, record):
            return record
        version = VersionRecord(
            action=Action.WITHDRAW,
            upload=receipt.upload,
            stored_at=receipt.complete.at,
            digest=f"missing:{receipt.upload}",
            missing_from=receipt.complete.feed,
        )
        return merge(record, version)


def completes(commit: Commit) -> Commit:
    """*commit* with a line on the list of complete feeds, where its receipt is for one."""
    receipt = commit.receipt
    if receipt is None or receipt.complete is None:
        return commit
    row = AgendaRow(
        at=receipt.complete.at,
        article_id=receipt.upload,
        token=receipt.upload,
        place=_complete_feeds_of(receipt.partner),
    )
    return replace(commit, agenda=(*commit.agenda, row))


def _complete_feeds_of(partner: str) -> str:
    return f"complete:{partner}"


def _original(record: ArticleRecord, version: VersionRecord) -> str | None:
    """
    The article that *version* is one of the translations of, perhaps itself.

    Translations are filed under their original, which may come after them: so a new article
    looks for those that were there first.
    """
    if version.listing is None:
        return None
    is_new = len(record.versions) <= 1
    return version.listing.translation_of or (record.article_id if is_new else None)


def _filed(names: Iterable[str], shelves: Shelves) -> frozenset[tuple[str, str]]:
    return frozenset[tuple[str, str]]().union(*(shelves.get(name, ()) for name in names))


def _translations_of(article_id: str) -> str:
    return f"translation:{article_id}"


def _was_of(complete: Complete, record: ArticleRecord) -> bool:
    """Whether the feed brought *record* and it was still usable when it went missing."""
    versions = tuple(one for one in record.versions if one.stored_at < complete.at)
    state = state_of(record.model_copy(update={"versions": versions}))
    listing = state.current.listing if state.current else None
    is_of = listing is not None and listing.feed == complete.feed
    return is_of and state.status is Status.USABLE
