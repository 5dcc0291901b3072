"""
One channel's turn: ask what may be shown there now, render it, store what changed.

Everything is decided afresh at *now* from strongly consistent reads; only the bytes of unchanged
entries are taken from the last published document (design, "How publishing stays correct").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import xxhash

from reprise.errors import ConflictError, Problem, RefusedError, TransientError
from reprise.lifecycle.copies import chosen
from reprise.model.article import Article
from reprise.model.configuration import Configuration, Partner, TextMode
from reprise.model.document import Document, Entry, Feed, Tombstone
from reprise.model.ledger import Change, LedgerEntry
from reprise.model.messages import Turn
from reprise.model.permission import Duties, Use
from reprise.model.ruling import Finding, Reason, Ruling
from reprise.model.submission import Source
from reprise.model.versions import MemberRow, Status
from reprise.outputs.checks import check
from reprise.outputs.feeds import assemble, feed_key, render_entry
from reprise.outputs.formats import WRITERS, FeedWriter
from reprise.outputs.pages import Pages, item_of
from reprise.outputs.places import landing_key
from reprise.outputs.profile import profile_named
from reprise.outputs.projection import page_url, project
from reprise.pipeline.rulings import ChannelRuling, Rulings, Subject, earliest
from reprise.pipeline.shelf import Shelf
from reprise.pipeline.usage import Usage
from reprise.rights.duties import Shown as Content
from reprise.rights.duties import unkept
from reprise.rights.terms import terms_of
from reprise.stores.ports import Stores

RENDERER = 1
"""Raise when the same entry would give other bytes: every channel is then built afresh."""

ATTEMPTS = 6
"""Tries against other turns of the same channel before the message goes back to the queue."""

TOMBSTONES_FOR = timedelta(days=30)
"""How long a feed says that an entry is gone: pollers that were away for a month still hear it."""

SLACK = 50
"""Rows read beyond a feed's length, for those that are gone or not granted."""

MAX_ROWS = 6_000
"""Rows looked at in one turn at most, however many in a row may not be shown."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that is not shown, and why: for reports and ``reprise why``."""

    article_id: str
    partner: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class TurnReport:
    """
    What a turn did.

    Attributes:
        skipped: The generation was built already.
        written: Keys of documents stored.
        kept: Documents that failed their checks; the last good ones stay (invariant 5).
        left_out: Articles not shown, with reasons.
    """

    channel: str
    generation: int
    skipped: bool = False
    written: tuple[str, ...] = ()
    kept: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    shown: int = 0
    next_change_at: datetime | None = None


def fingerprint(configuration: Configuration) -> str:
    """Of everything besides articles that decides a channel's bytes."""
    told = configuration.model_dump_json().encode() + str(RENDERER).encode()
    return xxhash.xxh3_64_hexdigest(told)


@dataclass(frozen=True, slots=True)
class Shown:
    """A row that may be shown: its key, how much of it, and on what terms."""

    row: MemberRow
    decision: ChannelRuling
    key: str


@dataclass(slots=True)
class Lineup:
    """
    What a channel shows at one moment, newest first, and what it does not.

    Attributes:
        gone: Articles that may not be shown.
        elsewhere: Articles that moved to another place or channel, or whose copy is shown.
    """

    candidates: list[tuple[MemberRow, ChannelRuling]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    tombstones: list[Tombstone] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    until: datetime | None = None


def take_channel_turn(
    turn: Turn, *, stores: Stores, configuration: Configuration, now: datetime, pages: Pages
) -> TurnReport:
    """
    Build channel *turn.channel* if its generation is not built yet.

    Raises:
        TransientError: Other turns of the same channel were faster again and again.
    """
    for attempt in range(ATTEMPTS):
        try:
            return _ChannelTurn(turn, stores, configuration, now, pages).take(
                read_first=attempt > 0
            )
        except ConflictError:
            continue
    raise TransientError(f"{turn.channel}: other turns were faster {ATTEMPTS} times")


class _ChannelTurn:
    """Holds what every step of a turn needs."""

    def __init__(
        self,
        turn: Turn,
        stores: Stores,
        configuration: Configuration,
        now: datetime,
        pages: Pages,
    ) -> None:
        self.turn = turn
        self.name = turn.channel
        channel = configuration.channels[turn.channel]
        self.profile = profile_named(channel.profile)
        self.channel = self.profile.limited(channel)
        self.stores = stores
        self.configuration = configuration
        self.now = now
        self.pages = pages
        self.fingerprint = fingerprint(configuration)
        self.kept: list[tuple[str, tuple[Problem, ...]]] = []
        self.articles: dict[str, Article] = {}

    def take(self, *, read_first: bool) -> TurnReport:
        state = self.stores.board.read().get(self.name)
        generation = max(self.turn.generation, state.dirty if state else 0)
        if state is not None and state.built >= generation:
            return TurnReport(self.name, generation, skipped=True)
        # What is remembered is read before the articles: its ETags are the fence (rule 6).
        build = self.stores.board.build(self.name)
        shelf = Shelf(build, self.stores, read_first=read_first, keys=self._keys())
        grants = self.stores.articles.grants()
        rulings = Rulings(self.configuration, grants, self.now, Usage(self.stores))
        lineup = self._line_up(rulings)
        changed = self._publish(lineup, shelf, rulings)
        self.stores.ledger.note(self._changes(lineup, shelf))
        self._tell(changed, lineup, shelf, generation)
        renewed = shelf.build(self.now)
        if renewed is not build:
            self.stores.board.save_build(renewed)
        next_change_at = self._next_change(lineup)
        self.stores.board.finish(
            self.name, generation, next_change_at=next_change_at, fingerprint=self.fingerprint
        )
        return TurnReport(
            self.name,
            generation,
            written=tuple(shelf.written),
            kept=tuple(self.kept),
            left_out=tuple(lineup.left_out),
            shown=len(lineup.shown),
            next_change_at=next_change_at,
        )

    # What may be shown

    def _line_up(self, rulings: Rulings) -> Lineup:
        """The newest articles that may be shown; further back only while too many may not be."""
        limit = self.channel.entries + SLACK
        while True:
            rows = self.stores.articles.members_until(self.name, self.now, limit=limit)
            lineup = Lineup()
            for row in rows:
                self._place(row, rulings, lineup)
            stories = chosen([row for row, _ in lineup.candidates], self.configuration)
            if len(stories) >= self.channel.entries or len(rows) < limit or limit >= MAX_ROWS:
                return self._fill(lineup, stories, rulings)
            limit = min(4 * limit, MAX_ROWS)

    def _fill(self, lineup: Lineup, stories: list[MemberRow], rulings: Rulings) -> Lineup:
        """Each story once (row B62), the newest that fit."""
        decisions = {row.article_id: decision for row, decision in lineup.candidates}
        lineup.elsewhere |= decisions.keys() - {row.article_id for row in stories}
        for row in stories[: self.channel.entries]:
            decision = decisions[row.article_id]
            changes_at = row.listed.changes_after(self.now)
            lineup.until = earliest(lineup.until, decision.ruling.until, changes_at)
            lineup.shown.append(Shown(row, decision, self._entry_key(row, decision, rulings)))
        return lineup

    def _place(self, row: MemberRow, rulings: Rulings, lineup: Lineup) -> None:
        """Put *row* where it belongs: shown, left out with its reasons, or said to be gone."""
        if not row.shows:
            lineup.elsewhere.add(row.article_id)
            return
        decision = rulings.channel(subject_of(row), self.name)
        if decision.ruling.granted and decision.text is not None:
            lineup.candidates.append((row, decision))
            return
        lineup.until = earliest(lineup.until, decision.ruling.until)
        lineup.gone.add(row.article_id)
        lineup.left_out.append(LeftOut(row.article_id, row.partner, decision.ruling.findings))
        self._bury(row, decision.ruling, rulings, lineup)

    def _bury(self, row: MemberRow, ruling: Ruling, rulings: Rulings, lineup: Lineup) -> None:
        ended = ended_at(row, ruling, rulings)
        if ended is None or ended < row.release_at:
            return
        forgotten = ended + TOMBSTONES_FOR
        if self.now < forgotten:
            lineup.tombstones.append(self._tombstone(row, ended))
            lineup.until = earliest(lineup.until, forgotten)

    def _tombstone(self, row: MemberRow, ended: datetime) -> Tombstone:
        """With the feed its entry came from, and where it stood (TS-02, row B45)."""
        partner = self.configuration.partners.get(row.partner, Partner(name=row.partner))
        source = Source(
            name=partner.name,
            url=partner.url,
            feed_url=partner.feed_url,
            feed_id=partner.feed_id,
            feed_title=partner.feed_title,
        )
        return Tombstone(
            guid=row.listed.guid,
            at=ended,
            source=source,
            url=page_url(self.configuration.publication, row.article_id),
            published_at=row.release_at,
        )

    def _entry_key(self, row: MemberRow, decision: ChannelRuling, rulings: Rulings) -> str:
        """Names the article and digests everything that decides how it is rendered here."""
        digest = xxhash.xxh3_64()
        digest.update(row.model_dump_json(exclude={"rev"}).encode())
        ruling, until = decision.ruling, row.listed.changes_after(self.now)
        facts = (decision.text, ruling.duties, ruling.max_words, until, self._uses(row, rulings))
        digest.update(repr(facts).encode())
        digest.update(self.fingerprint.encode())
        return f"{row.article_id}.{digest.hexdigest()}"

    def _uses(self, row: MemberRow, rulings: Rulings) -> tuple[tuple[str, str], ...]:
        """Which rights are passed on with the entry: they change as grants come and go."""
        by_use = rulings.site(subject_of(row)).by_use()
        return tuple((use.value, ruling.outcome.value) for use, ruling in by_use.items())

    # What is rendered

    def _publish(self, lineup: Lineup, shelf: Shelf, rulings: Rulings) -> list[str]:
        """Store what changed; answers the keys the world has to be told of."""
        feed = self._feed(lineup)
        changed = [
            key
            for name in self.channel.formats
            if (key := self._publish_feed(WRITERS[name], feed, lineup, shelf, rulings))
        ]
        landing = self._landing(lineup)
        if self._is_good(landing, lineup, shelf) and shelf.put(landing):
            changed.append(landing.key)
        shelf.forget(shelf.known_keys() - set(self._keys()))
        return changed

    def _publish_feed(
        self, writer: FeedWriter, feed: Feed, lineup: Lineup, shelf: Shelf, rulings: Rulings
    ) -> str | None:
        keys = tuple(shown.key for shown in lineup.shown)
        draft = assemble(writer, feed, keys, None)
        if shelf.is_current(draft):
            return None
        kept = shelf.previous_parts(draft.key)
        parts: dict[str, bytes] = {}
        for shown in lineup.shown:
            part = kept.get(shown.key) or self._render(writer, feed, shown, rulings, lineup)
            if part is not None:
                parts[shown.key] = part
        document = replace(draft, entry_keys=tuple(parts), entries=tuple(parts.values()))
        document = self._fit(document, lineup)
        if self._is_good(document, lineup, shelf) and shelf.put(document):
            return document.key
        return None

    def _fit(self, document: Document, lineup: Lineup) -> Document:
        """What the destination has room for; the oldest entries go, and say why (row B85)."""
        document, too_many = self.profile.fitted(document)
        rows = {shown.key: shown.row for shown in lineup.shown}
        detail = f"no room in a feed for {self.profile.title}"
        finding = Finding(reason=Reason.SELECTION, detail=detail)
        for row in map(rows.__getitem__, too_many):
            lineup.elsewhere.add(row.article_id)
            lineup.left_out.append(LeftOut(row.article_id, row.partner, (finding,)))
        return document

    def _render(
        self, writer: FeedWriter, feed: Feed, shown: Shown, rulings: Rulings, lineup: Lineup
    ) -> bytes | None:
        """One entry's bytes; an entry that can't be made costs only itself (rows M55, B33)."""
        article_id = shown.row.article_id
        try:
            entry = self._entry(shown, rulings)
            full = self._article(shown.row) if shown.decision.text is TextMode.FULL else None
            keep_duties(entry, shown.decision.ruling.duties, full)
            return render_entry(writer, entry, feed)
        except RefusedError as error:
            findings = tuple(map(finding_of, error.problems))
            lineup.elsewhere.add(article_id)
            lineup.left_out.append(LeftOut(article_id, shown.row.partner, findings))
            return None

    def _entry(self, shown: Shown, rulings: Rulings) -> Entry:
        row, decision = shown.row, shown.decision
        subject = subject_of(row)
        site = rulings.site(subject)
        uses = {Use.SYNDICATE_FULL: decision.ruling, **site.by_use()}
        channel = self.channel.model_copy(update={"text": decision.text})
        return project(
            self._article(row),
            row,
            decision.ruling,
            terms_of(rulings.effective(subject), uses),
            key=shown.key,
            publication=self.configuration.publication,
            channel=channel,
            partner=rulings.partner(subject),
            index=site.index,
            news=site.news,
            pictures=rulings.pictures(subject),
        )

    def _article(self, row: MemberRow) -> Article:
        known = self.articles.get(row.article_id)
        if known is None:
            known = self.articles[row.article_id] = read_article(row, self.stores)
        return known

    def _feed(self, lineup: Lineup) -> Feed:
        publication, channel = self.configuration.publication, self.channel
        moments = [shown.row.updated_at for shown in lineup.shown]
        moments += [tombstone.at for tombstone in lineup.tombstones]
        home = f"{publication.base_url}/{landing_key(self.name)}".removesuffix("index.html")
        return Feed(
            channel=self.name,
            title=channel.title,
            description=channel.description,
            language=channel.language or publication.language,
            home_url=home,
            self_urls={
                str(name): f"{publication.base_url}/{feed_key(self.name, WRITERS[name])}"
                for name in channel.formats
            },
            publication_name=publication.name,
            publication_url=f"{publication.base_url}/",
            updated_at=max(moments, default=None),
            hubs=publication.hubs,
            logo=publication.logo,
            hold_minutes=channel.hold_minutes,
            profile=channel.profile,
            tombstones=tuple(lineup.tombstones),
        )

    def _landing(self, lineup: Lineup) -> Document:
        return self.pages.landing_page(
            self.name,
            self.channel,
            [item_of(shown.row, self.configuration) for shown in lineup.shown],
            self.configuration.publication,
        )

    def _keys(self) -> list[str]:
        feeds = [feed_key(self.name, WRITERS[name]) for name in self.channel.formats]
        return [*feeds, landing_key(self.name)]

    # Guard rails

    def _is_good(self, document: Document, lineup: Lineup, shelf: Shelf) -> bool:
        """Whether *document* may replace the last good one; else says why not (invariant 5)."""
        kept = shelf.previous_entry_keys(document.key)
        fresh = frozenset(document.entry_keys) - frozenset(kept)
        found = check(document, fresh=fresh, now=self.now)
        shrinkage = () if self.turn.accept else self._shrinkage(document, lineup, shelf)
        problems = (*found, *shrinkage)
        if problems:
            self.kept.append((document.key, problems))
        return not problems

    def _shrinkage(self, document: Document, lineup: Lineup, shelf: Shelf) -> tuple[Problem, ...]:
        """Entries that vanished although nothing on record took them away."""
        before = {key.partition(".")[0] for key in shelf.previous_entry_keys(document.key)}
        if not before or len(lineup.shown) >= self.channel.entries:
            return ()
        shown = {shown.row.article_id for shown in lineup.shown}
        lost = before - shown - lineup.gone - lineup.elsewhere
        share = len(lost) / len(before)
        if share <= self.configuration.publication.shrink_limit:
            return ()
        found = f"{len(lost)} of {len(before)} entries gone without a cause on record"
        return (Problem("shrunk", document.key, found, "look, then accept it"),)

    # What follows

    def _changes(self, lineup: Lineup, shelf: Shelf) -> list[LedgerEntry]:
        """What became public or left since the last build that was finished (row B39)."""
        before = self._before(shelf)
        shown = {shown.row.article_id: shown for shown in lineup.shown}
        reasons = {left.article_id: left for left in lineup.left_out}
        entered = [self._entered(shown[name]) for name in shown if name not in before]
        left = [
            self._left(name, reasons.get(name), lineup) for name in sorted(before - shown.keys())
        ]
        return [*entered, *left]

    def _entered(self, shown: Shown) -> LedgerEntry:
        return LedgerEntry(
            at=self.now,
            channel=self.name,
            article_id=shown.row.article_id,
            partner=shown.row.partner,
            change=Change.SHOWN,
            findings=shown.decision.ruling.findings,
            until=shown.decision.ruling.until,
        )

    def _left(self, article_id: str, reason: LeftOut | None, lineup: Lineup) -> LedgerEntry:
        return LedgerEntry(
            at=self.now,
            channel=self.name,
            article_id=article_id,
            partner=reason.partner if reason else "-",
            change=Change.GONE if article_id in lineup.gone else Change.MOVED_ON,
            findings=reason.findings if reason else (),
        )

    def _before(self, shelf: Shelf) -> set[str]:
        """Articles in the channel's feeds as they were published last."""
        return {
            key.partition(".")[0]
            for name in self.channel.formats
            for key in shelf.previous_entry_keys(feed_key(self.name, WRITERS[name]))
        }

    def _tell(self, changed: list[str], lineup: Lineup, shelf: Shelf, generation: int) -> None:
        """
        Tell hubs of changed feeds, and the CDN to forget what was taken back.

        After the objects are readable (WS-06) and before the build is remembered: a crash in
        between tells twice rather than never.
        """
        publication = self.configuration.publication
        feeds = [key for key in changed if not key.endswith(".html")]
        for hub in publication.hubs:
            for key in feeds:
                self.stores.hub.announce(hub, f"{publication.base_url}/{key}")
        # After a race or a crash nobody knows what was public meanwhile.
        if changed and (shelf.read_first or self._took_back(lineup, shelf)):
            paths = [f"/{key}" for key in changed]
            self.stores.edge.invalidate(paths, reference=f"{self.name}-{generation}")

    def _took_back(self, lineup: Lineup, shelf: Shelf) -> bool:
        return bool(self._before(shelf) & lineup.gone)

    def _next_change(self, lineup: Lineup) -> datetime | None:
        following = self.stores.articles.first_member_after(self.name, self.now)
        return earliest(lineup.until, following.release_at if following else None)


def keep_duties(entry: Entry, duties: Duties, full: Article | None) -> None:
    """
    Look for the duties in the finished text (row B33): checked, not assumed.

    Args:
        full: The article, when its whole text is shown.

    Raises:
        RefusedError: A duty is not kept; the entry must not be shown.
    """
    names = (entry.source.name, entry.partner_name, *(byline.name for byline in entry.bylines))
    content = Content(
        html=entry.content_html or "",
        text_html=full.body_html if full else None,
        original=entry.canonical_url,
        names=tuple(name for name in names if name),
    )
    problems = unkept(duties, content)
    if problems:
        raise RefusedError(entry.article_id, *problems)


def read_article(row: MemberRow, stores: Stores) -> Article:
    """The normalised article *row* is about."""
    if row.article_key is None:
        raise ValueError(f"{row.article_id} in {row.channel}: nothing was published")
    return Article.model_validate_json(stores.archive.get(row.article_key))


def finding_of(problem: Problem) -> Finding:
    """Why an entry could not be made, as a reason code with the words of the problem."""
    if not problem.code.startswith("not_for_"):
        detail = f"{problem.code} {problem.found}".strip()
        return Finding(reason=Reason.DUTY, detail=detail)
    reason = Reason.PICTURE if problem.field == "picture" else Reason.SELECTION
    return Finding(reason=reason, detail=str(problem))


def subject_of(row: MemberRow) -> Subject:
    """What is ruled on when *row* is looked at."""
    return Subject(row.article_id, row.partner, row.listed, row.status, row.release_at)


def ended_at(row: MemberRow, ruling: Ruling, rulings: Rulings) -> datetime | None:
    """When an article that was shown stopped being so; ``None`` when that is not why."""
    if row.status in {Status.WITHDRAWN, Status.KILLED}:
        return row.ended_at
    if ruling.reason is Reason.EXPIRED:
        return rulings.effective(subject_of(row)).permission.expires_at
    return None
