"""
One channel's turn: ask what may be shown there now, render it, store what changed.

Everything is decided afresh at *now* from strongly consistent reads; only the bytes of unchanged
entries are taken from the last published document (design, "How publishing stays correct").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import xxhash

from reprise.errors import ConflictError, Problem, RefusedError, TransientError
from reprise.lifecycle.copies import chosen
from reprise.lifecycle.membership import ENDED
from reprise.model.article import Article
from reprise.model.configuration import Configuration, Partner
from reprise.model.document import Build, Document, Feed, Fragment, Recalled, Tombstone
from reprise.model.ledger import Change, LedgerEntry
from reprise.model.messages import Turn, TurnState
from reprise.model.permission import Use
from reprise.model.report import HeldBack, Omission
from reprise.model.ruling import Finding, Reason, Ruling
from reprise.model.submission import Source
from reprise.model.versions import MemberRow
from reprise.outputs.checks import check
from reprise.outputs.feeds import assemble, feed_key, render_entry
from reprise.outputs.formats import WRITERS, FeedWriter
from reprise.outputs.former import keys_of, stand_ins
from reprise.outputs.pages import Pages, item_of
from reprise.outputs.places import landing_key
from reprise.outputs.profile import profile_named
from reprise.outputs.projection import page_url
from reprise.pipeline.announce import announce
from reprise.pipeline.endings import ending
from reprise.pipeline.fingerprint import fingerprint
from reprise.pipeline.history import Volumes, shown_in
from reprise.pipeline.last_good import brought_up_to_date
from reprise.pipeline.lineup import Lineup, Shown
from reprise.pipeline.proof import channel_entry, finding_of, keep_duties, read_article
from reprise.pipeline.rulings import ChannelRuling, Rulings, Subject, earliest, subject_of
from reprise.pipeline.shelf import Shelf
from reprise.pipeline.usage import Usage
from reprise.rights.terms import terms_of
from reprise.stores.ports import Stores

ATTEMPTS = 6
"""Tries against other turns of the same channel before the message goes back to the queue."""

TOMBSTONES_FOR = timedelta(days=30)
"""How long a feed says that an entry is gone: pollers that were away for a month still hear it."""

UNKNOWN = "-"
"""Whose an article is that is so far back that nobody read its row: its ledger says so."""

MOST_TOMBSTONES = 100
"""Said to be gone in one feed at most, the newest."""

SLACK = 50
"""Rows read beyond a feed's length, for those that are gone or not granted."""

RECALLED_SHARE = 5
"""One in so many entries of a live feed at most is an older one that was corrected."""

MOST_REPORTED = 1_000
"""Articles left out that a build remembers; there are as many only when something is wrong."""

MAX_ROWS = 6_000
"""Rows looked at in one turn at most, however many in a row may not be shown."""


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
    left_out: tuple[Omission, ...] = ()
    shown: int = 0
    next_change_at: datetime | None = None


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
            return _ChannelTurn(
                turn, stores, configuration, now, pages, read_first=attempt > 0
            ).take()
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
        *,
        read_first: bool,
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
        self.read_first = read_first
        self.generation = turn.generation
        self.kept: list[tuple[str, tuple[Problem, ...]]] = []
        self.articles: dict[str, Article] = {}

    def take(self) -> TurnReport:
        state = self.stores.board.read().get(self.name, TurnState())
        self.generation = generation = max(self.turn.generation, state.dirty)
        if state.built >= generation:
            return TurnReport(self.name, generation, skipped=True)
        # What is remembered is read before the articles: its ETags are the fence (rule 6).
        build = self.stores.board.build(self.name)
        shelf = Shelf(build, self.stores, read_first=self.read_first, keys=self._keys())
        grants = self.stores.articles.grants()
        self.rulings = Rulings(self.configuration, grants, self.now, Usage(self.stores))
        volumes = self._volumes(build)
        volumes.revisit(everything=state.fingerprint != self.fingerprint)
        lineup = self._line_up(volumes)
        self._bury_ended(lineup)
        before = shown_in(shelf)
        changed = self._publish(lineup, shelf, volumes)
        volumes.seal(self._room(lineup), lineup.rows, complete=lineup.complete)
        self.left(shelf, before, lineup, changed)
        self._tell(changed)
        shelf.save(
            self.now,
            passed=volumes.passed,
            recalled=tuple(sorted(volumes.recalled, key=_place_of)),
            **self.report(lineup, shelf),
        )
        volumes.finish()
        next_change_at = self._next_change(lineup, volumes)
        if volumes.unfinished:
            # Before this one is finished: else a crash in between would forget the next.
            announce([self.name], stores=self.stores, now=self.now)
        self.stores.board.finish(
            self.name, generation, next_change_at=next_change_at, fingerprint=self.fingerprint
        )
        return TurnReport(
            self.name,
            generation,
            written=(*shelf.written, *volumes.written),
            kept=tuple(self.kept),
            left_out=tuple(lineup.left_out),
            shown=len(lineup.shown),
            next_change_at=next_change_at,
        )

    # What may be shown

    def _line_up(self, volumes: Volumes) -> Lineup:
        """The newest articles that may be shown; further back only while too many may not be."""
        limit = self.channel.entries + SLACK
        while True:
            rows = self.stores.articles.members_until(self.name, self.now, limit=limit)
            lineup = Lineup(rows=rows, complete=len(rows) < limit)
            for row in rows:
                self._place(row, lineup)
            stories = chosen([row for row, _ in lineup.candidates], self.configuration)
            if len(stories) >= self.channel.entries or lineup.complete or limit >= MAX_ROWS:
                break
            limit = min(4 * limit, MAX_ROWS)
        newest = stories[: self.channel.entries]
        recalled = self._recall(volumes, lineup, newest)
        return self._fill(lineup, [*newest[: self.channel.entries - len(recalled)], *recalled])

    def _recall(self, volumes: Volumes, lineup: Lineup, newest: list[MemberRow]) -> list[MemberRow]:
        """
        Archived articles that were corrected lately, to stand in the feed once more (FH-03);
        of those taken back lately it says that they are gone.
        """
        known = {row.article_id: row for row in lineup.rows}
        for one in sorted(volumes.recalled, key=_place_of, reverse=True):
            row = known.get(one.article_id) or self._row_of(one)
            changed = row and row.shows and self._changed_lately(row)
            if not row or not changed:
                volumes.recalled.discard(one)
                continue
            lineup.until = earliest(lineup.until, changed + TOMBSTONES_FOR)
            if one.article_id not in known:
                self._place(row, lineup)
        names = {one.article_id for one in volumes.recalled} - {row.article_id for row in newest}
        older = [row for row, _ in lineup.candidates if row.article_id in names]
        return older[: self.channel.entries // RECALLED_SHARE]

    def _row_of(self, one: Recalled) -> MemberRow | None:
        end = one.release_at + timedelta.resolution
        rows = self.stores.articles.members_between(self.name, one.release_at, end)
        return next((row for row in rows if row.article_id == one.article_id), None)

    def _changed_lately(self, row: MemberRow) -> datetime | None:
        """When it was corrected or ended, if slow pollers have still to hear of it."""
        ruling = self.rulings.channel(subject_of(row), self.name).ruling
        if not ruling.granted:
            return self._ended_lately(row, ruling)
        forgotten = max(row.release_at, self.now - TOMBSTONES_FOR)
        return row.updated_at if row.updated_at > forgotten else None

    def _fill(self, lineup: Lineup, stories: list[MemberRow]) -> Lineup:
        """Each story once (row B62), the newest that fit."""
        decisions = {row.article_id: decision for row, decision in lineup.candidates}
        lineup.elsewhere |= decisions.keys() - {row.article_id for row in stories}
        for row in stories:
            decision = decisions[row.article_id]
            lineup.until = earliest(lineup.until, row.listed.changes_after(self.now))
            lineup.shown.append(Shown(row, decision, self._entry_key(row, decision)))
        return lineup

    def archived(self, rows: Iterable[MemberRow]) -> Lineup:
        """What of *rows*, newest first, a volume of the channel's history may show."""
        lineup = Lineup(rows=tuple(rows))
        for row in lineup.rows:
            if row.shows:
                self._decide(row, self.rulings.archived(subject_of(row), self.name), lineup)
        return self._fill(lineup, chosen([row for row, _ in lineup.candidates], self.configuration))

    def _place(self, row: MemberRow, lineup: Lineup) -> None:
        """Put *row* where it belongs: shown, left out with its reasons, or said to be gone."""
        if not row.shows:
            lineup.elsewhere.add(row.article_id)
            return
        decision = self.rulings.channel(subject_of(row), self.name)
        if not self._decide(row, decision, lineup):
            self._bury(row, decision.ruling, lineup)
        elif self.profile.max_age_days:
            self._age(row, self.profile.max_age_days, lineup)

    def _decide(self, row: MemberRow, decision: ChannelRuling, lineup: Lineup) -> bool:
        # Whether it is shown or a copy is instead: what ends is told of.
        lineup.until = earliest(lineup.until, decision.ruling.until)
        if decision.ruling.granted and decision.text is not None:
            lineup.candidates.append((row, decision))
            return True
        lineup.gone.add(row.article_id)
        lineup.leave_out(row, *decision.ruling.findings)
        return False

    def _age(self, row: MemberRow, max_days: int, lineup: Lineup) -> None:
        """Leave *row* out when it is too old for the destination, or come back when it will be."""
        ends = row.release_at + timedelta(days=max_days)
        if self.now < ends:
            lineup.until = earliest(lineup.until, ends)
            return
        lineup.candidates.pop()
        lineup.elsewhere.add(row.article_id)
        found = f"released {row.release_at.date()}; at most {max_days} days ago"
        lineup.leave_out(row, Finding(reason=Reason.DESTINATION, detail=found))

    def _bury_ended(self, lineup: Lineup) -> None:
        """
        What was taken back is said wherever it stood: pollers may know it from long ago.

        Not of an id that another copy shows: readers would take that one for gone.
        """
        ended = f"{ENDED}{self.name}"
        rows = self.stores.articles.members_until(ended, self.now, limit=MOST_TOMBSTONES)
        for row in (row.as_released() for row in rows if row.shows):
            ruling = self.rulings.channel(subject_of(row), self.name).ruling
            self._bury(row, ruling, lineup)
        shown = {shown.row.listed.guid for shown in lineup.shown}
        told = {(one.at, one.guid): one for one in lineup.tombstones if one.guid not in shown}
        lineup.tombstones = [told[key] for key in sorted(told, reverse=True)[:MOST_TOMBSTONES]]

    def _bury(self, row: MemberRow, ruling: Ruling, lineup: Lineup) -> None:
        if ended := self._ended_lately(row, ruling):
            lineup.tombstones.append(self._tombstone(row, ended))
            lineup.until = earliest(lineup.until, ended + TOMBSTONES_FOR)

    def _ended_lately(self, row: MemberRow, ruling: Ruling) -> datetime | None:
        """When it ended here, if slow pollers have still to hear of it."""
        forgotten = self.now - TOMBSTONES_FOR
        return ending(row, ruling, self.rulings, self._carries, after=forgotten)

    def _carries(self, rulings: Rulings, subject: Subject) -> bool:
        return rulings.channel(subject, self.name).ruling.granted

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

    def _entry_key(self, row: MemberRow, decision: ChannelRuling) -> str:
        """
        Names the article and digests everything that decides how it is rendered here: first what
        it says and how things are configured, then the ruling.
        """
        content = f"{row.model_dump_json(exclude={'rev', 'copies'})}{self.fingerprint}"
        until = row.listed.changes_after(self.now)
        ruled = repr((decision.on_record, until, self._passed_on(row, decision)))
        return f"{row.article_id}.{_digest(content)}.{_digest(ruled)}"

    def _passed_on(self, row: MemberRow, decision: ChannelRuling) -> object:
        """Everything about rights that an entry tells: it changes as grants come and go."""
        subject = subject_of(row)
        uses = {Use.SYNDICATE_FULL: decision.ruling, **self.rulings.site(subject).by_use()}
        pictures = self.rulings.pictures(subject)
        terms = terms_of(self.rulings.effective(subject), uses)
        return terms, pictures.allowed, pictures.barred

    # What is rendered

    def _publish(self, lineup: Lineup, shelf: Shelf, volumes: Volumes) -> list[str]:
        """Store what changed; answers the keys the world has to be told of."""
        head, keys = self.feed(lineup), tuple(shown.key for shown in lineup.shown)
        took_back = bool(shown_in(shelf).keys() & lineup.gone)
        changed = []
        for writer in map(WRITERS.__getitem__, self.channel.formats):
            feed = volumes.live(writer, head)
            draft = assemble(writer, feed, keys, None)
            if key := self.publish(draft, writer, feed, lineup, shelf):
                changed.append(key)
        landing = self._landing(lineup)
        good = self._is_good(landing, lineup, shelf)
        landing = landing if good else self._landing(Lineup())
        if (good or took_back) and shelf.put(landing):
            changed.append(landing.key)
        return [*changed, *self._given_up(shelf)]

    def _given_up(self, shelf: Shelf) -> Iterator[str]:
        """Keys of formats that the channel has no more, and that have not said so yet."""
        keys = sorted(shelf.known_keys() - set(self._keys()))
        for document in stand_ins(self.name, keys, self.name, self.configuration, self.pages):
            if shelf.put(document):
                yield document.key

    def publish(
        self, draft: Document, writer: FeedWriter, feed: Feed, lineup: Lineup, shelf: Shelf
    ) -> str | None:
        """Complete and store *draft*; its key if the world has to be told."""
        if shelf.is_current(draft):
            return None
        parts = self._parts(draft, writer, feed, lineup, shelf)
        document = replace(draft, entry_keys=tuple(parts), entries=tuple(parts.values()))
        good = self._is_good(document, lineup, shelf)
        stored = document if good else self._last_good(document, lineup, shelf)
        return stored.key if stored is not None and shelf.put(stored) else None

    def _last_good(self, bad: Document, lineup: Lineup, shelf: Shelf) -> Document | None:
        """The document as it was, instead of *bad*, without what it must not show any more."""
        last = shelf.previous(bad)
        if last is None:
            return None
        away = {left.article_id for left in lineup.left_out if left.document in {"", bad.key}}
        away |= lineup.elsewhere
        keys = {shown.row.article_id: shown.key for shown in lineup.shown}
        return brought_up_to_date(last, bad, keys=keys, away=away, now=self.now)

    def _parts(
        self, draft: Document, writer: FeedWriter, feed: Feed, lineup: Lineup, shelf: Shelf
    ) -> dict[str, Fragment]:
        """Each entry as it was published or made anew, the newest for which there is room."""
        kept, refused = shelf.previous_parts(draft.key), shelf.refused(draft.key)
        room = self.profile.room_beside(draft)
        parts: dict[str, Fragment] = {}
        for number, shown in enumerate(lineup.shown):
            key = shown.key
            made = kept.get(key) or refused.get(key) or self._render(writer, feed, shown)
            if isinstance(made, tuple):
                lineup.elsewhere.add(shown.row.article_id)
                lineup.leave_out(shown.row, *made, document=draft.key, entry=key)
                continue
            room -= len(made) + len(writer.separator)
            if room < 0:
                self._no_room(lineup.shown[number:], lineup, draft.key)
                break
            parts[key] = made
        return parts

    def _no_room(self, too_many: list[Shown], lineup: Lineup, document: str) -> None:
        """The oldest entries go, and say why (row B85); they are not even made."""
        detail = f"no room in a feed for {self.profile.title}"
        finding = Finding(reason=Reason.DESTINATION, detail=detail)
        for row in (shown.row for shown in too_many):
            lineup.elsewhere.add(row.article_id)
            lineup.cut.add(row.article_id)
            lineup.leave_out(row, finding, document=document)

    def _room(self, lineup: Lineup) -> int:
        """How many of the newest entries stand in each of the live feeds."""
        entries = self.channel.entries
        if lineup.cut:
            entries = len(lineup.shown) - len(lineup.cut)
        return max(entries - entries // RECALLED_SHARE, 1)

    def _render(self, writer: FeedWriter, feed: Feed, shown: Shown) -> bytes | tuple[Finding, ...]:
        """One entry's bytes, or why it can't be made: that costs only itself (rows M55, B33)."""
        try:
            article, decision = self._article(shown.row), shown.decision
            entry = channel_entry(
                article, shown.row, self.name, decision, self.rulings, key=shown.key
            )
            keep_duties(entry, decision.ruling.duties, article if decision.is_full else None)
            return render_entry(writer, entry, feed)
        except RefusedError as error:
            return tuple(map(finding_of, error.problems))

    def _article(self, row: MemberRow) -> Article:
        known = self.articles.get(row.article_id)
        if known is None:
            known = self.articles[row.article_id] = read_article(row, self.stores)
        return known

    def feed(self, lineup: Lineup) -> Feed:
        """The head of the channel's live feeds."""
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
            has_ended=self.configuration.has_ended(channel, self.now),
        )

    def _landing(self, lineup: Lineup) -> Document:
        return self.pages.landing_page(
            self.name,
            self.channel,
            [item_of(shown.row, self.configuration) for shown in lineup.shown],
            self.configuration.publication,
        )

    def _keys(self) -> list[str]:
        return keys_of(self.name, self.channel.formats)

    # Guard rails

    def _is_good(self, document: Document, lineup: Lineup, shelf: Shelf) -> bool:
        """Whether *document* may replace the last good one; else says why not (invariant 5)."""
        kept = shelf.previous_entry_keys(document.key)
        fresh = frozenset(document.entry_keys) - frozenset(kept)
        ids = {shown.key: shown.row.listed.guid for shown in lineup.shown}
        found = check(document, fresh=fresh, ids=ids, now=self.now)
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

    def report(self, lineup: Lineup, shelf: Shelf) -> dict[str, Any]:
        """What the build of *shelf* remembers of what it left out and held back."""
        held = [(key, found) for key, found in self.kept if key in shelf.keys]
        return reported(lineup.left_out, held)

    def left(
        self, shelf: Shelf, before: Mapping[str, str], lineup: Lineup, changed: list[str]
    ) -> None:
        """
        Note what became public or left *shelf* since its last build (row B39), and have the CDN
        forget what was taken back.
        """
        self.stores.ledger.note(self._changes(shelf, before, lineup))
        # After a race or a crash nobody knows what was public meanwhile.
        if changed and (self.read_first or before.keys() & lineup.gone):
            paths = [f"/{key}" for key in changed]
            self.stores.edge.invalidate(paths, reference=f"{shelf.place}-{self.generation}")

    def _changes(
        self, shelf: Shelf, before: Mapping[str, str], lineup: Lineup
    ) -> Iterator[LedgerEntry]:
        """By what is public, not by what was meant to be: entries fail, documents are kept."""
        now_shown = shown_in(shelf)
        for shown in lineup.shown:
            name = shown.row.article_id
            if name in now_shown and now_shown[name] != before.get(name):
                change = Change.RULED if name in before else Change.SHOWN
                yield self._entered(shelf.place, shown, change)
        partners = {row.article_id: row.partner for row in lineup.rows}
        reasons = {left.article_id: left for left in lineup.left_out}
        for name in sorted(before.keys() - now_shown.keys()):
            partner = partners.get(name, UNKNOWN)
            yield self._left(shelf.place, name, partner, reasons.get(name), lineup)

    def _entered(self, place: str, shown: Shown, change: Change) -> LedgerEntry:
        decision = shown.decision
        return LedgerEntry(
            at=self.now,
            channel=place,
            article_id=shown.row.article_id,
            partner=shown.row.partner,
            change=change,
            findings=decision.ruling.findings,
            until=decision.ruling.until,
            text=decision.text or "",
        )

    def _left(
        self, place: str, article_id: str, partner: str, reason: Omission | None, lineup: Lineup
    ) -> LedgerEntry:
        return LedgerEntry(
            at=self.now,
            channel=place,
            article_id=article_id,
            partner=partner,
            change=Change.GONE if article_id in lineup.gone else Change.MOVED_ON,
            findings=reason.findings if reason else (),
        )

    def _tell(self, changed: list[str]) -> None:
        """
        Tell hubs of changed feeds, after they are readable (WS-06) and before the build is
        remembered: a crash in between tells twice rather than never.
        """
        publication = self.configuration.publication
        feeds = [key for key in changed if not key.endswith(".html")]
        for hub in publication.hubs:
            for key in feeds:
                self.stores.hub.announce(hub, f"{publication.base_url}/{key}")

    def _volumes(self, build: Build) -> Volumes:
        return Volumes(
            self.name,
            self.profile.archived(self.channel),
            self.configuration.publication.base_url,
            self.stores,
            self.now,
            self,
            read_first=self.read_first,
            passed=build.passed,
            recalled=set(build.recalled),
        )

    def _next_change(self, lineup: Lineup, volumes: Volumes) -> datetime | None:
        following = self.stores.articles.first_member_after(self.name, self.now)
        released = following.release_at if following else None
        return earliest(lineup.until, released, volumes.next_look())


def _digest(text: str) -> str:
    return xxhash.xxh3_64_hexdigest(text.encode())


def _place_of(one: Recalled) -> tuple[datetime, str]:
    return one.release_at, one.article_id


def reported(
    left_out: Iterable[Omission], kept: Iterable[tuple[str, Sequence[Problem]]]
) -> dict[str, Any]:
    """The report of a build, as :class:`~reprise.model.document.Build` keeps it."""
    held = (HeldBack(document=key, problems=tuple(map(str, found))) for key, found in kept)
    return {"left_out": tuple(left_out)[:MOST_REPORTED], "held": tuple(held)}
