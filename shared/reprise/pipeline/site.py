"""
The site's own turn: article pages, sitemaps, the news sitemap, the directory and the front page.

What has to be looked at stands on the agenda: every upload puts its article there, and every look
puts it there again for the next instant at which time alone changes the answer. So the work is as
large as what changed, however many articles are stored (invariant 9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from reprise.errors import ConflictError, Problem, RefusedError, TransientError
from reprise.lifecycle.copies import chosen
from reprise.lifecycle.membership import SECTION, channels_for, is_page, member_rows
from reprise.lifecycle.state import state_of
from reprise.model.configuration import SITE, Configuration, TextMode
from reprise.model.document import Document, Entry
from reprise.model.ledger import Change, LedgerEntry
from reprise.model.messages import Turn
from reprise.model.report import Omission
from reprise.model.ruling import Finding, Reason, Ruling
from reprise.model.versions import AgendaRow, ArticleRecord, MemberRow
from reprise.outputs import sitemap as sitemaps
from reprise.outputs.checks import check
from reprise.outputs.license_xml import license_xml
from reprise.outputs.news_sitemap import (
    WINDOW,
    in_news_window,
    leaves_window_at,
    news_key,
    news_sitemaps,
)
from reprise.outputs.opml import opml
from reprise.outputs.pages import Lists, Pages, item_of, lists_of
from reprise.outputs.pictures import shown_pictures
from reprise.outputs.places import (
    ERROR_PAGES,
    article_of,
    day_key,
    page_key,
    section_key,
    source_key,
)
from reprise.outputs.robots import robots
from reprise.outputs.sitemap import SitemapLine
from reprise.outputs.tdmrep import tdmrep
from reprise.pipeline import sweep
from reprise.pipeline.announce import announce
from reprise.pipeline.endings import ending
from reprise.pipeline.fingerprint import fingerprint
from reprise.pipeline.gallery import Gallery
from reprise.pipeline.proof import finding_of, keep_duties, page_entry, read_article
from reprise.pipeline.publish import (
    ATTEMPTS,
    TurnReport,
    reported,
)
from reprise.pipeline.rulings import Rulings, SiteRuling, Subject, earliest, subject_of
from reprise.pipeline.shelf import Shelf
from reprise.pipeline.usage import Usage
from reprise.rights.quotas import end_of_period
from reprise.rights.ruling import NEVER
from reprise.stores.ports import StoredObject, Stores

AGENDA_AT_ONCE = 200
"""Articles looked at in one turn; the rest follow in the next, so a turn stays well under its
time limit."""

LOOK_AGAIN = timedelta(minutes=15)
"""After so long what was held back is tried once more: somebody may have mended it."""

FRONT_PAGE = 30
"""Headlines on the front page."""

LISTED = 100
"""Headlines on a section's or source's page."""


def take_site_turn(
    turn: Turn, *, stores: Stores, configuration: Configuration, now: datetime, pages: Pages
) -> TurnReport:
    """
    Bring the site's own documents up to date with what is due on the agenda.

    Raises:
        TransientError: Other turns of the site were faster again and again.
    """
    for attempt in range(ATTEMPTS):
        try:
            return _SiteTurn(turn, stores, configuration, now, pages).take(read_first=attempt > 0)
        except ConflictError:
            continue
    raise TransientError(f"{SITE}: other turns were faster {ATTEMPTS} times")


@dataclass(slots=True)
class _Findings:
    """What looking at the articles on the agenda brought up."""

    days: dict[date, str] = field(default_factory=dict)
    """With an article on each that was looked at."""
    lists: set[str] = field(default_factory=set)
    again: list[AgendaRow] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    left_out: list[Omission] = field(default_factory=list)
    until: datetime | None = None


class _SiteTurn:
    """Holds what every step of a turn needs."""

    def __init__(
        self, turn: Turn, stores: Stores, configuration: Configuration, now: datetime, pages: Pages
    ) -> None:
        self.turn = turn
        self.stores = stores
        self.configuration = configuration
        self.publication = configuration.publication
        self.now = now
        self.pages = pages
        self.fingerprint = fingerprint(configuration)
        self.rulings = Rulings(configuration, stores.articles.grants(), now, Usage(stores))
        self.written: list[str] = []
        self.noted: list[LedgerEntry] = []
        self.kept: list[tuple[str, tuple[Problem, ...]]] = []
        self.gallery = Gallery(stores, self.publication)

    def take(self, *, read_first: bool) -> TurnReport:
        state = self.stores.board.read().get(SITE)
        generation = max(self.turn.generation, state.dirty if state else 0)
        if state is not None and state.built >= generation:
            return TurnReport(SITE, generation, skipped=True)
        build = self.stores.board.build(SITE)
        shelf = Shelf(build, self.stores, read_first=read_first)
        # What was held back waits for another look; who accepts it does not want to wait.
        due = self.now + LOOK_AGAIN if self.turn.accept else self.now
        agenda = self.stores.articles.agenda_until(due, limit=AGENDA_AT_ONCE)
        looked_at: sweep.LookedAt = build.looked_at
        if state is None or state.fingerprint != self.fingerprint:
            looked_at = sweep.started(looked_at, self.configuration, self.now)
        room = AGENDA_AT_ONCE - len(agenda)
        swept, looked_at = sweep.some(looked_at, self.stores.articles, limit=room)
        findings = self._look_at([*(row.article_id for row in agenda), *swept])
        news, until = self._news()
        self._sitemaps(findings.days, news)
        for name in sorted(findings.lists):
            self._list_page(name)
        for document in self._fixed(news):
            if self._is_good(document):
                shelf.put(document)
        findings.again += self._again(findings.days)
        self._finish(agenda, findings, shelf, looked_at, generation)
        next_change_at = self._next_change(until)
        if len(agenda) == AGENDA_AT_ONCE or not sweep.is_over(looked_at):
            # Before this one is finished: else a crash in between would forget the rest.
            announce([SITE], stores=self.stores, now=self.now)
        self.stores.board.finish(
            SITE, generation, next_change_at=next_change_at, fingerprint=self.fingerprint
        )
        return TurnReport(
            SITE,
            generation,
            written=(*self.written, *self.gallery.hung, *shelf.written),
            kept=tuple(self.kept),
            left_out=tuple(findings.left_out),
            next_change_at=next_change_at,
        )

    # Articles

    def _look_at(self, article_ids: Iterable[str]) -> _Findings:
        """Bring the pages of *article_ids*, and of their copies, up to date."""
        findings, seen = _Findings(), set[str]()
        waiting = list(article_ids)
        while batch := [name for name in dict.fromkeys(waiting) if name not in seen]:
            seen.update(batch)
            # The pages are read before the records: their ETags are the fence (design rule 6).
            pages = {name: self.stores.site.get(page_key(name)) for name in batch}
            records = self.stores.articles.records(batch)
            waiting = []
            for record in (records[name] for name in batch if name in records):
                self._look(record, pages[record.article_id], findings)
                waiting.extend(sorted(record.copies | record.translations))
                waiting.extend(self._made_room_for(record))
        return findings

    def _made_room_for(self, record: ArticleRecord) -> list[str]:
        """Articles whose quota a taken back article has left room in (row B37)."""
        row = site_row(record)
        if row is None or not row.shows or row.live or row.release_at > self.now:
            return []
        quotas = self.rulings.effective(subject_of(row)).quotas
        if not quotas:
            return []
        end = max(end_of_period(quota, row.release_at) for quota in quotas)
        rows = self.stores.articles.members_between(SITE, row.release_at, end)
        return [other.article_id for other in rows if other.partner == row.partner]

    def _preferred(self, row: MemberRow) -> MemberRow:
        """The copy of the story that is listed on our site: *row* itself for most (row B62)."""
        if not row.copies:
            return row
        records = self.stores.articles.records(row.copies).values()
        rows = [row, *(other for record in records if (other := site_row(record)) is not None)]
        shown = [
            each
            for each in rows
            if each.shows
            and each.release_at <= self.now
            and self.rulings.display(subject_of(each)).granted
        ]
        known = {row.article_id, *row.copies}
        return next(
            (each for each in chosen(shown, self.configuration) if each.article_id in known), row
        )

    def _look(self, record: ArticleRecord, found: StoredObject | None, findings: _Findings) -> None:
        row = site_row(record)
        if row is None or not row.shows:
            return
        ruling = self.rulings.site(subject_of(row))
        released = row.release_at <= self.now
        reasons = ruling.display.findings
        if released and ruling.display.granted:
            reasons = self._publish_page(record, row, ruling, found)
        if not released or reasons[0].reason is not Reason.GRANTED:
            findings.left_out.append(
                Omission(article_id=row.article_id, partner=row.partner, findings=reasons)
            )
            self._take_down(row, found, findings, reasons)
            self.gallery.arrange(record, ())
        findings.days |= dict.fromkeys(_days(record, self.now), record.article_id)
        findings.lists |= {m.channel for m in record.memberships if is_page(m.channel)}
        following = earliest(
            ruling.until,
            row.listed.changes_after(self.now),
            None if released else row.release_at,
        )
        if following is not None and following < NEVER:
            token = f"{record.rev}"
            findings.again.append(
                AgendaRow(at=following, article_id=record.article_id, token=token)
            )

    def _publish_page(
        self, record: ArticleRecord, row: MemberRow, ruling: SiteRuling, found: StoredObject | None
    ) -> tuple[Finding, ...]:
        """Store the page; answers the reasons, which are others when a duty is not kept."""
        try:
            entry = self._entry(row, ruling)
        except RefusedError as error:
            return tuple(finding_of(problem) for problem in error.problems)
        etag = self._put(self._page(row, entry), found)
        public = _is_public(found)
        stored = etag != (found.etag if found else None)
        if public or stored:
            self._note_shown(row, ruling.display, public=public)
        self._hang(record, entry, etag)
        return ruling.display.findings

    def _hang(self, record: ArticleRecord, entry: Entry, page: str | None) -> None:
        """
        Put the page's pictures beside it, while the page is *page* (an ETag).

        A turn that was overtaken meanwhile takes back what it put: the one that was faster may
        have found nothing to take away.
        """
        put = self.gallery.arrange(record, entry.pictures)
        if put and self.stores.site.etag(page_key(record.article_id)) != page:
            for key in put:
                self.gallery.take(key)
            raise ConflictError(f"{record.article_id}: another turn was faster")

    def _note_shown(self, row: MemberRow, display: Ruling, *, public: bool) -> None:
        """A page that is new, or that stands on another word than the ledger says."""
        entry = self._ledger_entry(row, Change.SHOWN, display.findings, display.until)
        if public:
            before = [one for one in self.stores.ledger.of(row.article_id) if one.channel == SITE]
            if before and before[-1].same_terms(entry):
                return
            # Where the last word is another, a turn died before it told that the page is public.
            if before and before[-1].change is not Change.GONE:
                entry = entry.model_copy(update={"change": Change.RULED})
        self.noted.append(entry)

    def _take_down(
        self,
        row: MemberRow,
        found: StoredObject | None,
        findings: _Findings,
        reasons: tuple[Finding, ...],
    ) -> None:
        """A page that was public says it is gone; one that never was leaves no trace."""
        if found is None:
            return
        stored = self._store(self._gone_page(row.article_id), found)
        if stored or self._is_untold(row):
            findings.taken_back.append(page_key(row.article_id))
            self.noted.append(self._ledger_entry(row, Change.GONE, reasons, None))

    def _gone_page(self, article_id: str) -> Document:
        messages, channels = self.pages.messages, self.configuration.channels
        return messages.gone(article_id, self.publication, channels)

    def _is_untold(self, row: MemberRow) -> bool:
        """Whether the page is gone, but a turn died before it told ledger and CDN of it."""
        told = [entry for entry in self.stores.ledger.of(row.article_id) if entry.channel == SITE]
        return not told or told[-1].change is not Change.GONE

    def _ledger_entry(
        self,
        row: MemberRow,
        change: Change,
        findings: tuple[Finding, ...],
        until: datetime | None,
    ) -> LedgerEntry:
        return LedgerEntry(
            at=self.now,
            channel=SITE,
            article_id=row.article_id,
            partner=row.partner,
            change=change,
            findings=findings,
            until=until,
            text="" if change is Change.GONE else TextMode.FULL,
        )

    def _entry(self, row: MemberRow, ruling: SiteRuling) -> Entry:
        """
        Raises:
            RefusedError: A duty is not kept; it must not be shown.
        """
        article = read_article(row, self.stores)
        entry = page_entry(article, row, ruling, self.rulings)
        keep_duties(entry, ruling.display.duties, article)
        return entry

    def _page(self, row: MemberRow, entry: Entry) -> Document:
        subject = subject_of(row)
        carrying = [
            name
            for name in channels_for(self.configuration, row.partner, row.listed)
            if name != SITE and self.rulings.channel(subject, name).ruling.granted
        ]
        channels = {name: self.configuration.channels[name] for name in carrying}
        preferred, lists = self._preferred(row).article_id, lists_of(row)
        if preferred != row.article_id:
            # Duplicates within our own site name the one that counts (RP-06).
            url = f"{self.publication.base_url}/{page_key(preferred)}"
            entry = replace(entry, canonical_url=url, link_canonical=True, indexable=False)
            lists = Lists()
        return self.pages.article_page(
            entry, publication=self.publication, channels=channels, lists=lists
        )

    # Sitemaps

    def _sitemaps(self, days: Iterable[date], news: Sequence[Document]) -> None:
        found = self.stores.site.get(sitemaps.INDEX_KEY)
        files = sitemaps.read_index(found.body) if found else {}
        for day in sorted(days):
            self._day(day, files)
        for document in news:
            self._list(document, files, None)
        index = sitemaps.sitemap_index(sorted(files.items()), self.publication)
        self._store(index, found)

    def _day(self, day: date, files: dict[str, datetime | None]) -> None:
        keys = self._day_keys(day, files)
        before = {key: self.stores.site.get(key) for key in keys}
        start, end = _midnight(day), _midnight(day, days=1)
        rows = self.stores.articles.members_between(SITE, start, end)
        self._day_page(day, rows)
        lines = [line for row in rows if (line := self._line(row)) is not None]
        moments = [at for row in rows if (at := self._changed_at(row)) is not None]
        changed = max(moments, default=None)
        made = sitemaps.day_sitemap(day, lines, self.publication, parts=len(keys))
        if self._shrank(day, filter(None, before.values()), made, rows):
            return
        for document in made:
            previous = before.get(document.key)
            if previous is not None or sitemaps.holds_urls(document):
                self._store(document, previous)
            self._list(document, files, changed)

    def _shrank(
        self,
        day: date,
        before: Iterable[StoredObject],
        made: Iterable[Document],
        rows: Iterable[MemberRow],
    ) -> bool:
        """Whether addresses went of which no row says why: then the last good files stay."""
        listed = frozenset[str]().union(*(sitemaps.urls_in(found.body) for found in before))
        known = {f"{self.publication.base_url}/{page_key(row.article_id)}" for row in rows}
        lost = listed - known - frozenset[str]().union(*(sitemaps.urls_in(d.body) for d in made))
        if self.turn.accept or len(lost) <= self.publication.shrink_limit * len(listed):
            return False
        found = f"{len(lost)} of {len(listed)} addresses gone without a cause on record"
        key = sitemaps.day_key(day)
        self.kept.append((key, (Problem("shrunk", key, found, "look, then accept it"),)))
        return True

    def _again(self, days: dict[date, str]) -> list[AgendaRow]:
        """Rows to look once more at what belongs to documents that were held back."""
        held = {key for key, _ in self.kept}
        articles = {days[day] for day in days if sitemaps.day_key(day) in held}
        articles |= {name for key in held if (name := article_of(key))}
        at = self.now + LOOK_AGAIN
        token = at.isoformat()
        return [AgendaRow(at=at, article_id=name, token=token) for name in sorted(articles)]

    def _changed_at(self, row: MemberRow) -> datetime | None:
        """When the line of *row* last changed or went; ``None`` for one that never was there."""
        if not row.shows or row.release_at > self.now:
            return None
        ruling = self.rulings.site(subject_of(row)).index
        if ruling.granted:
            return row.updated_at
        return ending(row, ruling, self.rulings, _is_indexed)

    def _day_keys(self, day: date, files: Iterable[str]) -> list[str]:
        """Keys of the day's files that the index names, the first one always."""
        named = {url.removeprefix(f"{self.publication.base_url}/") for url in files}
        keys = [sitemaps.day_key(day)]
        while (following := sitemaps.day_key(day, len(keys) + 1)) in named:
            keys.append(following)
        return keys

    def _list_page(self, name: str) -> None:
        """A section's or source's page: the newest articles on it."""
        rows = self.stores.articles.members_until(name, self.now, limit=2 * LISTED)
        shown = [row for row in rows if row.shows and self._displays(row)][:LISTED]
        items = [item_of(row, self.configuration) for row in shown]
        heading = _heading(name, shown)
        is_section = name.startswith(SECTION)
        make = self.pages.section_pages if is_section else self.pages.source_pages
        standing = self._standing(partial(section_key if is_section else source_key, heading))
        channels = self.configuration.channels
        for document in make(heading, items, self.publication, channels, pages=standing):
            found = self.stores.site.get(document.key)
            if found is not None or items:
                self._store(document, found)

    def _day_page(self, day: date, rows: Sequence[MemberRow]) -> None:
        """The archive page of a release day, which leads to the day before it."""
        shown = [row for row in rows if row.release_at <= self.now and self._displays(row)]
        items = [item_of(row, self.configuration) for row in reversed(shown)]
        standing = self._standing(partial(day_key, day))
        was_there = _is_public(self.stores.site.get(day_key(day)))
        for document in self.pages.day_pages(
            day,
            items,
            self.publication,
            self.configuration.channels,
            pages=standing,
            before=self._day_before(day),
        ):
            found = self.stores.site.get(document.key)
            if found is not None or items:
                self._store(document, found)
        if was_there != bool(items):
            self._day_after(day)

    def _day_before(self, day: date) -> date | None:
        """The last day before *day* on which something stands."""
        until = _midnight(day) - timedelta(microseconds=1)
        rows = self.stores.articles.members_until(SITE, until, limit=2 * FRONT_PAGE)
        return next((row.release_at.date() for row in rows if self._displays(row)), None)

    def _day_after(self, day: date) -> None:
        """Let the page of the next day lead past *day*, or to it again."""
        since, until = _midnight(day, days=1), self.now + timedelta.resolution
        rows = self.stores.articles.members_between(SITE, since, until, limit=2 * FRONT_PAGE)
        after = next((row.release_at.date() for row in rows if self._displays(row)), None)
        if after is not None:
            start, end = _midnight(after), _midnight(after, days=1)
            self._day_page(after, self.stores.articles.members_between(SITE, start, end))

    def _standing(self, key: Callable[[int], str]) -> int:
        """
        How many numbered documents of a kind there are: one, and those that follow it. What is
        not needed any more has to be told that, or it would go on showing what was taken back.
        """
        count = 1
        while self.stores.site.get(key(count + 1)) is not None:
            count += 1
        return count

    def _displays(self, row: MemberRow) -> bool:
        return (
            row.shows
            and self.rulings.display(subject_of(row)).granted
            and self._preferred(row).article_id == row.article_id
        )

    def _list(
        self, document: Document, files: dict[str, datetime | None], changed: datetime | None
    ) -> None:
        url = f"{self.publication.base_url}/{document.key}"
        if sitemaps.holds_urls(document):
            files[url] = changed
        else:
            files.pop(url, None)

    def _line(self, row: MemberRow) -> SitemapLine | None:
        """The line of *row*, with its translations; ``None`` when no search may list it."""
        line = self._own_line(row)
        if line is None or not row.translations:
            return line
        records = self.stores.articles.records(row.translations).values()
        rows = [other for record in records if (other := site_row(record)) is not None]
        lines = [line, *filter(None, map(self._own_line, rows))]
        return sitemaps.with_translations(lines)[0]

    def _own_line(self, row: MemberRow) -> SitemapLine | None:
        """What sitemaps say of its page itself, if search may list it (RP-03, C18)."""
        if not row.shows or row.release_at > self.now:
            return None
        subject = subject_of(row)
        ruling = self.rulings.site(subject)
        if not ruling.index.granted or self._preferred(row).article_id != row.article_id:
            return None
        return SitemapLine(
            url=f"{self.publication.base_url}/{page_key(row.article_id)}",
            published_at=row.release_at,
            lastmod=row.updated_at,
            language=row.listed.language,
            title=row.listed.headline,
            source=row.listed.source,
            indexable=True,
            news=ruling.news.granted,
            images=tuple(
                picture.url
                for picture in shown_pictures(row.listed.images, self.rulings.pictures(subject))
            ),
        )

    def _news(self) -> tuple[tuple[Document, ...], datetime | None]:
        """The news sitemap, and the first instant at which time alone changes it (row B69)."""
        start = self.now - WINDOW
        rows = self.stores.articles.members_between(
            SITE, start, self.now + timedelta(microseconds=1)
        )
        lines, until = [], None
        for row in rows:
            if not row.shows:
                continue
            until = earliest(until, self.rulings.site(subject_of(row)).until)
            line = self._line(row)
            if line is not None and line.news and in_news_window(row.release_at, self.now):
                lines.append(line)
                until = earliest(until, leaves_window_at(row.release_at))
        standing = self._standing(news_key)
        made = news_sitemaps(lines, self.publication, now=self.now, parts=standing)
        return made, until

    # The rest

    def _fixed(self, news: Sequence[Document]) -> list[Document]:
        """Documents there is one of: they are remembered in the build."""
        publication, channels = self.publication, self.configuration.channels
        return [
            *news,
            self._front(),
            *(self.pages.messages.error(s, publication, channels) for s in ERROR_PAGES),
            robots(publication),
            opml(publication, channels),
            license_xml(publication),
            tdmrep(publication),
        ]

    def _front(self) -> Document:
        rows = self.stores.articles.members_until(SITE, self.now, limit=2 * FRONT_PAGE)
        shown = [row for row in rows if self._displays(row)][:FRONT_PAGE]
        return self.pages.front_page(
            [item_of(row, self.configuration) for row in shown],
            self.configuration.channels,
            self.publication,
            sections=_first_spelling(name for row in shown for name in row.listed.sections),
            sources=_first_spelling(row.listed.source for row in shown if row.listed.source),
            days=dict.fromkeys(row.release_at.date() for row in shown),
        )

    def _is_good(self, document: Document) -> bool:
        problems = check(document, now=self.now)
        if problems:
            self.kept.append((document.key, problems))
        return not problems

    def _store(self, document: Document, found: StoredObject | None) -> bool:
        """Put *document* over what was found; answers whether anything changed."""
        return self._put(document, found) != (found.etag if found else None)

    def _put(self, document: Document, found: StoredObject | None) -> str | None:
        """As :meth:`_store`; answers the ETag of what is there then."""
        known = found.etag if found else None
        if (found is not None and found.body == document.body) or not self._is_good(document):
            return known
        etag = self.stores.site.put(document, expected_etag=known)
        self.written.append(document.key)
        return etag

    def _finish(
        self,
        agenda: Sequence[AgendaRow],
        findings: _Findings,
        shelf: Shelf,
        looked_at: sweep.LookedAt,
        generation: int,
    ) -> None:
        """What follows, the agenda last: a crash before it looks at the same articles again."""
        self.stores.ledger.note(self.noted)
        taken_back = (*findings.taken_back, *self.gallery.taken)
        if taken_back:
            paths = [f"/{key}" for key in (*taken_back, *self.written, *shelf.written)]
            paths = list(dict.fromkeys(paths))
            self.stores.edge.invalidate(paths, reference=f"{SITE}-{generation}")
        told = reported(findings.left_out, self.kept)
        shelf.save(self.now, looked_at=looked_at, **told)
        self.stores.articles.add_agenda(findings.again)
        kept = {(row.at, row.article_id) for row in findings.again}
        self.stores.articles.remove_agenda(
            row for row in agenda if (row.at, row.article_id) not in kept
        )

    def _next_change(self, until: datetime | None) -> datetime | None:
        following = self.stores.articles.first_agenda_after(self.now)
        return earliest(until, following.at if following else None)


def site_row(record: ArticleRecord) -> MemberRow | None:
    """The site's member row of *record* as it is now; ``None`` for one never published."""
    state = state_of(record)
    if state.published_at is None or state.current is None:
        return None
    rows = member_rows(record, state, (SITE,))
    return next((row for row in rows if row.channel == SITE and not row.moved), None)


def _is_public(found: StoredObject | None) -> bool:
    return found is not None and found.metadata.get("status", "200") == "200"


def _midnight(day: date, *, days: int = 0) -> datetime:
    """The beginning of *day* (UTC), or of one *days* later."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=days)


def _days(record: ArticleRecord, now: datetime) -> set[date]:
    """Days whose sitemap lists it or once did."""
    return {
        membership.release_at.date()
        for membership in record.memberships
        if membership.channel == SITE and membership.release_at <= now
    }


def _heading(name: str, shown: Sequence[MemberRow]) -> str:
    """How the newest article spells the section or source that is listed as *name*."""
    kind, _, folded = name.partition(":")
    for row in shown:
        names = row.listed.sections if kind == "section" else (row.listed.source or "",)
        for spelling in names:
            if spelling.casefold() == folded:
                return spelling
    return folded


def _first_spelling(names: Iterable[str]) -> list[str]:
    """Each name once, as first spelt: case makes no difference."""
    return list({name.casefold(): name for name in reversed(list(names))}.values())[::-1]


def _is_indexed(rulings: Rulings, subject: Subject) -> bool:
    return rulings.site(subject).index.granted
