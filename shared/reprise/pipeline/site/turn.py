"""
The site's own turn: article pages, sitemaps, the news sitemap, the directory and the front page.

What has to be looked at stands on the agenda: every upload puts its article there, and every look
puts it there again for the next instant at which time alone changes the answer. So the work is as
large as what changed, however many articles are stored (invariant 9).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from reprise.model.configuration import SITE, Configuration
from reprise.model.document import Document
from reprise.model.messages import Turn, TurnState
from reprise.model.versions import AgendaRow
from reprise.outputs import places
from reprise.outputs.license_xml import license_xml
from reprise.outputs.opml import opml
from reprise.outputs.pages import Pages
from reprise.outputs.places import ERROR_PAGES, OPML_KEY, article_of
from reprise.outputs.robots import robots
from reprise.outputs.sitemap import day_key
from reprise.outputs.tdmrep import tdmrep
from reprise.pipeline.agenda import whose
from reprise.pipeline.announce import announce
from reprise.pipeline.fingerprint import fingerprint
from reprise.pipeline.guard import channels_listed
from reprise.pipeline.rulings import earliest
from reprise.pipeline.shelf import Shelf
from reprise.pipeline.site import sweep
from reprise.pipeline.site.articles import ArticlePages
from reprise.pipeline.site.desk import Desk
from reprise.pipeline.site.lists import ListPages
from reprise.pipeline.site.regrants import Regrants
from reprise.pipeline.site.sitemaps import Sitemaps
from reprise.pipeline.turn_report import TurnReport, reported
from reprise.stores.ports import Stores

AGENDA_AT_ONCE = 200
"""Articles looked at in one turn; the rest follow in the next, so a turn stays well under its
time limit."""

REGRANTED = AGENDA_AT_ONCE // 4
"""Articles looked at for grants at least, however long the agenda is."""

LOOK_AGAIN = timedelta(minutes=15)
"""After so long what was held back is tried once more: somebody may have mended it."""


def take_site_turn(
    turn: Turn,
    *,
    stores: Stores,
    configuration: Configuration,
    now: datetime,
    pages: Pages,
    read_first: bool,
) -> TurnReport:
    """
    Bring the site's own documents up to date with what is due on the agenda.

    Raises:
        ConflictError: Another turn of the site was faster.
    """
    # What stands there is read before grants and articles: its ETags are the fence (rule 6). So is
    # the agenda: a row whose grant was not seen would be gone with nothing done about it.
    state, build = stores.board.begin(SITE)
    generation = max(turn.generation, state.dirty)
    if state.built >= generation:
        return TurnReport(SITE, generation, skipped=True)
    shelf = Shelf(build, stores, read_first=read_first)
    # What was held back waits for another look; who accepts it does not want to wait.
    due = now + LOOK_AGAIN if turn.accept else now
    agenda = stores.articles.agenda_until(due, limit=AGENDA_AT_ONCE)
    desk = Desk(stores, configuration, now, pages, accept=turn.accept)
    return _SiteTurn(desk, shelf, generation, agenda).take(state, build.looked_at)


class _SiteTurn:
    """The order of a turn, whose parts do the work."""

    def __init__(
        self, desk: Desk, shelf: Shelf, generation: int, agenda: Sequence[AgendaRow]
    ) -> None:
        self.desk, self.shelf, self.generation, self.agenda = desk, shelf, generation, agenda
        self.stores, self.now = desk.stores, desk.now
        self.regrants = Regrants(desk)
        self.articles = ArticlePages(desk)
        self.lists = ListPages(desk)
        self.sitemaps = Sitemaps(desk, self.lists)
        self.fingerprint = fingerprint(desk.configuration)
        self.waiting: set[str] = set()
        """Articles whose lists had to stay as they were."""

    def take(self, state: TurnState, looked_at: sweep.LookedAt) -> TurnReport:
        """Do what is due; *state* is what the board said before."""
        if state.fingerprint != self.fingerprint:
            looked_at = sweep.started(looked_at, self.desk.configuration, self.now)
        due = [row.article_id for row in self.agenda if whose(row) is None]
        due += self.regrants.look(self.agenda, limit=max(AGENDA_AT_ONCE - len(due), REGRANTED))
        room = AGENDA_AT_ONCE - len(due)
        swept, looked_at = sweep.some(looked_at, self.stores.articles, limit=room)
        new = () if self.shelf.read_first else _new_in(self.agenda)
        self.articles.look_at([*due, *swept], new=new)
        until = self._publish()
        self._settle(looked_at)
        follows = len(self.agenda) == AGENDA_AT_ONCE or self.regrants.again
        return self._finish(until, unfinished=bool(follows) or not sweep.is_over(looked_at))

    def _publish(self) -> datetime | None:
        """Everything beside the articles' pages; answers when time alone changes the news."""
        findings = self.articles.findings
        news, until = self.sitemaps.news()
        self.sitemaps.update(findings.days, news)
        for name in sorted(findings.lists):
            if not self.lists.list_page(name):
                self.waiting.add(findings.lists[name])
        for document in (*news, *self._fixed()):
            if self.desk.is_good(document):
                self.shelf.put(document)
        return until

    def _fixed(self) -> Iterator[Document]:
        """Documents there is one of: they are remembered in the build."""
        publication, channels = self.desk.publication, self.desk.configuration.channels
        if front := self.lists.front():
            yield front
        for status in ERROR_PAGES:
            yield self.desk.pages.messages.error(status, publication, channels)
        yield robots(publication)
        if not self.desk.shrank(OPML_KEY, channels_listed(self.stores, self.desk.configuration)):
            yield opml(publication, channels)
        yield license_xml(publication)
        yield tdmrep(publication)

    def _settle(self, looked_at: sweep.LookedAt) -> None:
        """What follows, the agenda last: a crash before it looks at the same articles again."""
        findings = self.articles.findings
        # The ledger after the CDN: what stands there was told.
        self._let_go()
        self.stores.ledger.note(findings.noted)
        told = reported(findings.left_out, self.desk.kept)
        self.shelf.save(self.now, looked_at=looked_at, **told)
        if self.regrants.told:
            announce(self.regrants.told, stores=self.stores, now=self.now)
        again = [*findings.again, *self._again(findings.days), *self.regrants.again]
        self.stores.articles.add_agenda(again)
        kept = {(row.at, row.article_id) for row in again}
        self.stores.articles.remove_agenda(
            row for row in self.agenda if (row.at, row.article_id) not in kept
        )

    def _let_go(self) -> None:
        """
        Have the CDN forget what was taken back, and what listed it.

        Where an earlier try got no further than the pages, nobody knows which lists it stored.
        """
        findings = self.articles.findings
        taken_back = (*findings.taken_back, *self.articles.gallery.taken)
        if not taken_back:
            return
        lists = (*self.desk.written, *self.shelf.written)
        if findings.is_untold:
            lists = (*self.desk.looked_at, *sorted(self.shelf.known_keys()))
        paths = [f"/{key}" for key in dict.fromkeys((*taken_back, *lists))]
        self.stores.edge.invalidate(paths, reference=f"{SITE}-{self.generation}")

    def _again(self, days: dict[date, str]) -> list[AgendaRow]:
        """Rows to look once more at what belongs to documents that were held back."""
        held = {key for key, _ in self.desk.kept}
        articles = {days[day] for day in days if held & {day_key(day), places.day_key(day)}}
        articles |= self.waiting
        articles |= {name for key in held if (name := article_of(key))}
        at = self.now + LOOK_AGAIN
        token = at.isoformat()
        return [AgendaRow(at=at, article_id=name, token=token) for name in sorted(articles)]

    def _finish(self, until: datetime | None, *, unfinished: bool) -> TurnReport:
        next_change_at = self._next_change(until)
        # Before this one is finished: else a crash in between would forget the rest.
        if unfinished:
            announce([SITE], stores=self.stores, now=self.now)
        self.stores.board.finish(
            SITE, self.generation, next_change_at=next_change_at, fingerprint=self.fingerprint
        )
        return TurnReport(
            SITE,
            self.generation,
            written=(*self.desk.written, *self.articles.gallery.hung, *self.shelf.written),
            kept=tuple(self.desk.kept),
            left_out=tuple(self.articles.findings.left_out),
            next_change_at=next_change_at,
        )

    def _next_change(self, until: datetime | None) -> datetime | None:
        following = self.stores.articles.first_agenda_after(self.now)
        return earliest(until, following.at if following else None)


def _new_in(agenda: Sequence[AgendaRow]) -> frozenset[str]:
    """Articles that nobody can have published: all their rows say so."""
    old = frozenset(row.article_id for row in agenda if not row.is_new)
    return frozenset(row.article_id for row in agenda) - old
