"""Articles' own pages: there while they may be shown, and saying that they are gone afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from reprise.errors import ConflictError, RefusedError
from reprise.lifecycle.membership import channels_for, is_page
from reprise.model.configuration import SITE, TextMode
from reprise.model.document import Document, Entry
from reprise.model.ledger import Change, LedgerEntry
from reprise.model.report import Omission
from reprise.model.ruling import Finding, Reason, Ruling
from reprise.model.versions import AgendaRow, ArticleRecord, MemberRow
from reprise.outputs.pages import Lists, lists_of
from reprise.outputs.places import page_key
from reprise.pipeline.proof import finding_of, keep_duties, page_entry, read_article
from reprise.pipeline.rulings import SiteRuling, earliest, subject_of
from reprise.pipeline.site.desk import Desk, is_public, site_row
from reprise.pipeline.site.gallery import Gallery, pictures_of
from reprise.rights.quotas import end_of_period
from reprise.rights.ruling import NEVER
from reprise.stores.ports import StoredObject


@dataclass(slots=True)
class Findings:
    """
    What looking at the articles on the agenda brought up.

    Attributes:
        days: Whose sitemaps are concerned, with an article on each that was looked at.
        lists: Sections and sources whose pages are concerned, in the same way.
        again: When to look again.
        taken_back: Keys of pages that say now that they are gone.
        is_untold: One of them said so before, by a turn that died before it told anybody.
        noted: For the ledger.
    """

    days: dict[date, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    again: list[AgendaRow] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    is_untold: bool = False
    left_out: list[Omission] = field(default_factory=list)
    noted: list[LedgerEntry] = field(default_factory=list)


class ArticlePages:
    """Brings articles' pages up to date, and remembers what that brought up."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.gallery = Gallery(desk.stores, desk.publication)
        self.findings = Findings()

    def look_at(self, article_ids: Iterable[str], *, new: Collection[str] = ()) -> None:
        """
        Bring the pages of *article_ids*, and of their copies, up to date.

        Args:
            new: Those of them that have no page as far as anybody knows: it is put without looking,
                on the condition that there is none. Who is not to be published is looked at again
                by the page that there may be after all.
        """
        stores, seen, unread = self._desk.stores, set[str](), frozenset(new)
        waiting = list(article_ids)
        while batch := [name for name in dict.fromkeys(waiting) if name not in seen]:
            # The pages are read before the records: their ETags are the fence (design rule 6).
            pages = {name: stores.site.get(page_key(name)) for name in batch if name not in unread}
            records = stores.articles.records(batch)
            seen.update(batch)
            waiting = []
            for record in (records[name] for name in batch if name in records):
                name = record.article_id
                if not self._look(record, pages.get(name), is_read=name in pages):
                    seen.remove(name)
                    waiting.append(name)
                    continue
                waiting.extend(sorted(record.copies | record.translations))
                waiting.extend(self._beside(record))
            unread = frozenset()

    def _beside(self, record: ArticleRecord) -> list[str]:
        """
        Articles that may be shown, or not any more, because a quota counts *record* (row B37):
        one that is taken back leaves room, one that comes back takes it.
        """
        row = site_row(record)
        if row is None or not row.shows or row.release_at > self._desk.now:
            return []
        quotas = self._desk.rulings.effective(subject_of(row)).quotas
        if not quotas:
            return []
        end = max(end_of_period(quota, row.release_at) for quota in quotas)
        rows = self._desk.stores.articles.members_between(SITE, row.release_at, end)
        return [other.article_id for other in rows if other.partner == row.partner]

    def _look(self, record: ArticleRecord, found: StoredObject | None, *, is_read: bool) -> bool:
        """Whether that is done; not where a page that was not *read* may have to be taken down."""
        row, findings, now = site_row(record), self.findings, self._desk.now
        if row is None or not row.shows:
            return True
        ruling = self._desk.rulings.site(subject_of(row))
        released = row.release_at <= now
        reasons = ruling.display.findings
        if released and ruling.display.granted:
            reasons = self._publish_page(record, row, ruling, found)
        if not released or reasons[0].reason is not Reason.GRANTED:
            if not is_read:
                return False
            findings.left_out.append(
                Omission(article_id=row.article_id, partner=row.partner, findings=reasons)
            )
            self.gallery.arrange(record, ())
            self._take_down(record, row, found, reasons)
        findings.days |= dict.fromkeys(_days(record, now), record.article_id)
        lists = (m.channel for m in record.memberships if is_page(m.channel))
        findings.lists |= dict.fromkeys(lists, record.article_id)
        coming = None if released else row.release_at
        following = earliest(ruling.until, row.listed.changes_after(now), coming)
        if following is not None and following < NEVER:
            token = f"{record.rev}"
            again = AgendaRow(at=following, article_id=record.article_id, token=token)
            findings.again.append(again)
        return True

    # Pages

    def _publish_page(
        self, record: ArticleRecord, row: MemberRow, ruling: SiteRuling, found: StoredObject | None
    ) -> tuple[Finding, ...]:
        """Store the page; answers the reasons, which are others when a duty is not kept."""
        try:
            made = self._desk.made(page_key(record.article_id), lambda: self._made(row, ruling))
        except RefusedError as error:
            return tuple(finding_of(problem) for problem in error.problems)
        if made is None:
            return ruling.display.findings
        entry, page = made
        etag = self._desk.put(page, found)
        public = is_public(found)
        stored = etag != (found.etag if found else None)
        if public or stored:
            self._note_shown(row, ruling.display, public=public)
        self._hang(record, entry, etag)
        return ruling.display.findings

    def _made(self, row: MemberRow, ruling: SiteRuling) -> tuple[Entry, Document]:
        """
        Raises:
            RefusedError: A duty is not kept; it must not be shown.
        """
        article = read_article(row, self._desk.stores)
        entry = page_entry(article, row, ruling, self._desk.rulings)
        keep_duties(entry, ruling.display.duties, article)
        return entry, self._page(row, entry)

    def _page(self, row: MemberRow, entry: Entry) -> Document:
        subject = subject_of(row)
        carrying = [
            name
            for name in channels_for(self._desk.configuration, row.partner, row.listed)
            if name != SITE and self._desk.rulings.channel(subject, name).ruling.granted
        ]
        channels = {name: self._desk.configuration.channels[name] for name in carrying}
        preferred, lists = self._desk.preferred(row).article_id, lists_of(row)
        if preferred != row.article_id:
            # Duplicates within our own site name the one that counts (RP-06).
            url = f"{self._desk.publication.base_url}/{page_key(preferred)}"
            entry = replace(entry, canonical_url=url, link_canonical=True, indexable=False)
            lists = Lists()
        return self._desk.pages.article_page(
            entry, publication=self._desk.publication, channels=channels, lists=lists
        )

    def _hang(self, record: ArticleRecord, entry: Entry, page: str | None) -> None:
        """
        Put the page's pictures beside it, while the page is *page* (an ETag).

        A turn that was overtaken meanwhile takes back what it put: the one that was faster may
        have found nothing to take away.
        """
        put = self.gallery.arrange(record, entry.pictures)
        if put and self._desk.stores.site.etag(page_key(record.article_id)) != page:
            for key in put:
                self.gallery.take(key)
            raise ConflictError(f"{record.article_id}: another turn was faster")

    def _take_down(
        self,
        record: ArticleRecord,
        row: MemberRow,
        found: StoredObject | None,
        reasons: tuple[Finding, ...],
    ) -> None:
        """A page that was public says it is gone; one that never was leaves no trace."""
        if found is None:
            return
        stored = self._desk.store(self._gone_page(row.article_id), found)
        untold = not stored and self._is_untold(row)
        if stored or untold:
            self.findings.is_untold |= untold
            self.findings.taken_back += [page_key(row.article_id), *pictures_of(record)]
            self.findings.noted.append(self._ledger_entry(row, Change.GONE, reasons, None))

    def _gone_page(self, article_id: str) -> Document:
        desk = self._desk
        channels = desk.configuration.channels
        return desk.pages.messages.gone(article_id, desk.publication, channels)

    def _is_untold(self, row: MemberRow) -> bool:
        """Whether the page is gone, but a turn died before it told ledger and CDN of it."""
        told = self._told(row)
        return not told or told[-1].change is not Change.GONE

    # The ledger

    def _note_shown(self, row: MemberRow, display: Ruling, *, public: bool) -> None:
        """A page that is new, or that stands on another word than the ledger says."""
        entry = self._ledger_entry(row, Change.SHOWN, display.findings, display.until)
        if public:
            before = self._told(row)
            if before and before[-1].same_terms(entry):
                return
            # Where the last word is another, a turn died before it told that the page is public.
            if before and before[-1].change is not Change.GONE:
                entry = entry.model_copy(update={"change": Change.RULED})
        self.findings.noted.append(entry)

    def _told(self, row: MemberRow) -> list[LedgerEntry]:
        """What the ledger says of its page, oldest first."""
        return [one for one in self._desk.stores.ledger.of(row.article_id) if one.channel == SITE]

    def _ledger_entry(
        self,
        row: MemberRow,
        change: Change,
        findings: tuple[Finding, ...],
        until: datetime | None,
    ) -> LedgerEntry:
        return LedgerEntry(
            at=self._desk.now,
            channel=SITE,
            article_id=row.article_id,
            partner=row.partner,
            change=change,
            findings=findings,
            until=until,
            text="" if change is Change.GONE else TextMode.FULL,
        )


def _days(record: ArticleRecord, now: datetime) -> set[date]:
    """Days whose sitemap lists it or once did."""
    return {
        membership.release_at.date()
        for membership in record.memberships
        if membership.channel == SITE and membership.release_at <= now
    }
