"""
What may be shown in a channel at one moment: the newest, each story once, with its reasons.

Everything is decided afresh from strongly consistent reads (invariant 1, design rule 5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

import xxhash

from reprise.lifecycle.copies import chosen
from reprise.lifecycle.membership import ENDED, is_selected, member_rows
from reprise.lifecycle.state import state_of
from reprise.model.configuration import Partner
from reprise.model.document import Recalled, Tombstone
from reprise.model.permission import Use
from reprise.model.ruling import Finding, Reason, Ruling
from reprise.model.submission import Source
from reprise.model.versions import MemberRow
from reprise.outputs.projection import page_url
from reprise.pipeline.channel.assignment import Assignment
from reprise.pipeline.channel.lineup import Lineup, Shown
from reprise.pipeline.endings import ending
from reprise.pipeline.placing import places_for
from reprise.pipeline.rulings import ChannelRuling, Rulings, Subject, earliest, subject_of
from reprise.rights.terms import terms_of

TOMBSTONES_FOR = timedelta(days=30)
"""How long a feed says that an entry is gone: pollers that were away for a month still hear it."""

MOST_TOMBSTONES = 100
"""Said to be gone in one feed at most, the newest."""

SLACK = 50
"""Rows read beyond a feed's length, for those that are gone or not granted."""

RECALLED_SHARE = 5
"""One in so many entries of a live feed at most is an older one that was corrected."""

MAX_ROWS = 6_000
"""Rows looked at in one turn at most, however many in a row may not be shown."""

Ask = Callable[[Subject, str], ChannelRuling]
"""What the channel may do with an article."""


class Selection:
    """Makes line-ups of the channel that its turn is *on*."""

    def __init__(self, on: Assignment) -> None:
        self._on = on

    def live(self, recalled: set[Recalled]) -> Lineup:
        """
        What the live feeds show, and what they say is gone.

        Args:
            recalled: Archived articles to speak of once more; those that are done with are dropped.
        """
        lineup = self._line_up(recalled)
        self._bury_ended(lineup)
        return lineup

    def _line_up(self, recalled: set[Recalled]) -> Lineup:
        """The newest articles that may be shown; further back only while too many may not be."""
        limit = self._on.channel.entries + SLACK
        while True:
            rows = self._on.stores.articles.members_until(self._on.name, self._on.now, limit=limit)
            lineup = Lineup(rows=rows, complete=len(rows) < limit)
            for row in rows:
                self._place(row, lineup)
            stories = self._stories(lineup, self._on.rulings.channel)
            if len(stories) >= self._on.channel.entries or lineup.complete or limit >= MAX_ROWS:
                break
            limit = min(4 * limit, MAX_ROWS)
        newest = stories[: self._on.channel.entries]
        older = self._recall(recalled, lineup, newest)
        return self._fill(lineup, [*newest[: self._on.channel.entries - len(older)], *older])

    def _bury_ended(self, lineup: Lineup) -> None:
        """
        What was taken back is said wherever it stood: pollers may know it from long ago.

        Not of an id that another copy shows: readers would take that one for gone.
        """
        ended = f"{ENDED}{self._on.name}"
        rows = self._on.stores.articles.members_until(ended, self._on.now, limit=MOST_TOMBSTONES)
        for row in (row.as_released() for row in rows if row.shows):
            ruling = self._on.rulings.channel(subject_of(row), self._on.name).ruling
            self._bury(row, ruling, lineup)
        shown = {shown.row.listed.guid for shown in lineup.shown}
        told = {(one.at, one.guid): one for one in lineup.tombstones if one.guid not in shown}
        lineup.tombstones = [told[key] for key in sorted(told, reverse=True)[:MOST_TOMBSTONES]]

    def archived(self, rows: Iterable[MemberRow]) -> Lineup:
        """What of *rows*, newest first, a volume of the channel's history may show."""
        lineup, ask = Lineup(rows=tuple(rows)), self._on.rulings.archived
        for row in lineup.rows:
            if self._belongs(row):
                self._decide(row, ask(subject_of(row), self._on.name), lineup)
            else:
                lineup.elsewhere.add(row.article_id)
        return self._fill(lineup, self._stories(lineup, ask))

    def _stories(self, lineup: Lineup, ask: Ask) -> list[MemberRow]:
        """
        The candidates, each story once (row B62): one of which a copy that counts more stands in
        another volume, or has left the feed by its age, is told already.
        """
        own = [row for row, _ in lineup.candidates]
        others = []
        for row in self._copies_elsewhere(own):
            ruling = ask(subject_of(row), self._on.name).ruling
            lineup.until = earliest(lineup.until, ruling.until)
            others += [row] if ruling.granted else []
        kept = {row.article_id for row in chosen([*own, *others], self._on.configuration)}
        return [row for row in own if row.article_id in kept]

    def _copies_elsewhere(self, rows: Sequence[MemberRow]) -> Iterator[MemberRow]:
        """Rows of this channel, already released, of copies of *rows* that are not among them."""
        names = frozenset[str]().union(*(row.copies for row in rows))
        missing = names - {row.article_id for row in rows}
        records = self._on.stores.articles.records(sorted(missing)) if missing else {}
        for record in records.values():
            state = state_of(record)
            places = places_for(record, state, self._on.configuration)
            for row in member_rows(record, state, places):
                here = row.channel == self._on.name and row.release_at <= self._on.now
                if here and self._belongs(row):
                    yield row

    def _recall(
        self, recalled: set[Recalled], lineup: Lineup, newest: list[MemberRow]
    ) -> list[MemberRow]:
        """
        Archived articles that were corrected lately, to stand in the feed once more (FH-03);
        of those taken back lately it says that they are gone.
        """
        known = {row.article_id: row for row in lineup.rows}
        for one in sorted(recalled, key=place_of, reverse=True):
            row = known.get(one.article_id) or self._row_of(one)
            changed = row and row.shows and self._changed_lately(row)
            if not row or not changed:
                recalled.discard(one)
                continue
            lineup.until = earliest(lineup.until, changed + TOMBSTONES_FOR)
            if one.article_id not in known:
                self._place(row, lineup)
        names = {one.article_id for one in recalled} - {row.article_id for row in newest}
        older = [row for row, _ in lineup.candidates if row.article_id in names]
        return older[: self._on.channel.entries // RECALLED_SHARE]

    def _row_of(self, one: Recalled) -> MemberRow | None:
        end = one.release_at + timedelta.resolution
        rows = self._on.stores.articles.members_between(self._on.name, one.release_at, end)
        return next((row for row in rows if row.article_id == one.article_id), None)

    def _changed_lately(self, row: MemberRow) -> datetime | None:
        """When it was corrected or ended, if slow pollers have still to hear of it."""
        ruling = self._on.rulings.channel(subject_of(row), self._on.name).ruling
        if not ruling.granted:
            return self._ended_lately(row, ruling)
        forgotten = max(row.release_at, self._on.now - TOMBSTONES_FOR)
        return row.updated_at if row.updated_at > forgotten else None

    def _fill(self, lineup: Lineup, stories: list[MemberRow]) -> Lineup:
        """Each story once (row B62), the newest that fit."""
        decisions = {row.article_id: decision for row, decision in lineup.candidates}
        lineup.elsewhere |= decisions.keys() - {row.article_id for row in stories}
        for row in stories:
            decision = decisions[row.article_id]
            lineup.until = earliest(lineup.until, row.listed.changes_after(self._on.now))
            lineup.shown.append(Shown(row, decision, self._entry_key(row, decision)))
        return lineup

    def _place(self, row: MemberRow, lineup: Lineup) -> None:
        """Put *row* where it belongs: shown, left out with its reasons, or said to be gone."""
        if not self._belongs(row):
            lineup.elsewhere.add(row.article_id)
            return
        decision = self._on.rulings.channel(subject_of(row), self._on.name)
        if not self._decide(row, decision, lineup):
            self._bury(row, decision.ruling, lineup)
        elif self._on.profile.max_age_days:
            self._age(row, self._on.profile.max_age_days, lineup)

    def _belongs(self, row: MemberRow) -> bool:
        """
        Whether the channel takes it, by its row and by the configuration of today: a channel that
        is narrowed lets go of what it took, without anything being read again (invariant 3).
        """
        return row.shows and is_selected(self._on.channel.select, row.partner, row.listed)

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
        if self._on.now < ends:
            lineup.until = earliest(lineup.until, ends)
            return
        lineup.candidates.pop()
        lineup.elsewhere.add(row.article_id)
        found = f"released {row.release_at.date()}; at most {max_days} days ago"
        lineup.leave_out(row, Finding(reason=Reason.DESTINATION, detail=found))

    def _bury(self, row: MemberRow, ruling: Ruling, lineup: Lineup) -> None:
        if ended := self._ended_lately(row, ruling):
            lineup.tombstones.append(self._tombstone(row, ended))
            lineup.until = earliest(lineup.until, ended + TOMBSTONES_FOR)

    def _ended_lately(self, row: MemberRow, ruling: Ruling) -> datetime | None:
        """When it ended here, if slow pollers have still to hear of it."""
        forgotten = self._on.now - TOMBSTONES_FOR
        return ending(row, ruling, self._on.rulings, self._carries, after=forgotten)

    def _carries(self, rulings: Rulings, subject: Subject) -> bool:
        return rulings.channel(subject, self._on.name).ruling.granted

    def _tombstone(self, row: MemberRow, ended: datetime) -> Tombstone:
        """With the feed its entry came from, and where it stood (TS-02, row B45)."""
        partner = self._on.configuration.partners.get(row.partner, Partner(name=row.partner))
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
            url=page_url(self._on.configuration.publication, row.article_id),
            published_at=row.release_at,
        )

    def _entry_key(self, row: MemberRow, decision: ChannelRuling) -> str:
        """
        Names the article and digests everything that decides how it is rendered here: first what
        it says and how things are configured, then the ruling.
        """
        content = f"{row.model_dump_json(exclude={'rev', 'copies'})}{self._on.fingerprint}"
        until = row.listed.changes_after(self._on.now)
        ruled = repr((decision.on_record, until, self._passed_on(row, decision)))
        return f"{row.article_id}.{_digest(content)}.{_digest(ruled)}"

    def _passed_on(self, row: MemberRow, decision: ChannelRuling) -> object:
        """Everything about rights that an entry tells: it changes as grants come and go."""
        subject = subject_of(row)
        uses = {Use.SYNDICATE_FULL: decision.ruling, **self._on.rulings.site(subject).by_use()}
        pictures, videos = (self._on.rulings.pictures(subject), self._on.rulings.videos(subject))
        terms = terms_of(self._on.rulings.effective(subject), uses)
        return terms, pictures.allowed, pictures.barred, videos.allowed, videos.barred


def place_of(one: Recalled) -> tuple[datetime, str]:
    """Where it stands in the order of release."""
    return one.release_at, one.article_id


def _digest(text: str) -> str:
    return xxhash.xxh3_64_hexdigest(text.encode())
