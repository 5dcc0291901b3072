"""
The closed part of a channel's history, kept true by the channel's own turns (RFC 5005, row B77).

When the live feed is nearly full of entries that are in no volume yet, the oldest half of them is
closed into one: so every entry that may be kept is in the live feed or in a volume, at any moment
and at any pace. A closed volume is looked at again when somebody put one of its articles on the
channel's agenda (an upload, a grant, or the look before that found when time alone changes it), or
when the configuration is another one. So no turn reads more volumes than have something to do
(invariant 9), and what is gone leaves its volume within one turn (invariant 6).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain

from reprise.model.configuration import FeedFormat
from reprise.model.document import Feed, Recalled
from reprise.model.versions import AgendaRow, MemberRow, Volume
from reprise.outputs.archives import History, Shelved, archive_key
from reprise.outputs.formats import WRITERS, FeedWriter
from reprise.pipeline.channel.chronicle import Chronicle, shown_in
from reprise.pipeline.channel.entries import Draft
from reprise.pipeline.channel.lineup import Lineup
from reprise.pipeline.channel.press import Press
from reprise.pipeline.channel.selection import Selection
from reprise.pipeline.shelf import Shelf
from reprise.stores.ports import Stores

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""Before everything that can have been released: the first volume starts here."""

VOLUMES_AT_ONCE = 10
"""Volumes made or made again in one turn; the rest follow in the next."""

DUE_AT_ONCE = 500
"""Rows of the agenda that are read in one turn."""

SLACK = 50
"""Rows looked at beyond those that a volume needs, for those that may not be archived."""

LONGEST = 100
"""Entries of a volume at most, however long the live feed is: each is read and made in one turn."""

LONGEST_SPAN = 2_000
"""Rows of a volume that are looked at; where most may not be archived it is divided by rows."""

MOST_ROWS = 2 * LONGEST_SPAN
"""Rows of a volume at the very most: stories of one instant can't be divided, and a turn has to end
in its time. Whatever is beyond is in no volume."""

TICK = timedelta.resolution


@dataclass(slots=True)
class Volumes:
    """
    The volumes of one channel during one of its turns.

    Attributes:
        due: Rows of the channel's agenda, read before anything that the rulings stand on.
        formats: In which the history is kept; none when it is not.
        passed: Nothing released before it and after the newest volume can be archived.
        recalled: Archived articles that the live feed has to speak of once more (FH-03, TS-01).
        written: Keys of documents stored.
        unfinished: There is more to do: another turn has to follow.
    """

    channel: str
    formats: Sequence[FeedFormat]
    base_url: str
    stores: Stores
    now: datetime
    selection: Selection
    press: Press
    chronicle: Chronicle
    due: Sequence[AgendaRow]
    read_first: bool = False
    passed: datetime | None = None
    recalled: set[Recalled] = field(default_factory=set)
    newest: Volume | None = None
    written: list[str] = field(default_factory=list)
    unfinished: bool = False
    _done: list[AgendaRow] = field(default_factory=list)
    _again: list[AgendaRow] = field(default_factory=list)

    def live(self, writer: FeedWriter, feed: Feed) -> Feed:
        """The head of the live feed, which names the newest volume."""
        kept = self.newest and writer.name in self.formats
        newest = self.newest.name if self.newest and kept else None
        return self._history(writer).live(feed, newest)

    def _history(self, writer: FeedWriter) -> History:
        return History(self.channel, writer, self.base_url)

    # Volumes to look at again

    def revisit(self, *, everything: bool) -> None:
        """Bring the volumes that are due up to date; *everything* when the rules have changed."""
        if not self.formats and not everything:
            return
        due = list(self.due)
        self.newest = self.stores.articles.volume_at(self.channel, self.now)
        if everything:
            self.passed = None
            if self.newest:
                whole = self._whole(FROM, BEGINNING, self.now)
                self.stores.articles.add_agenda([whole])
                due.append(whole)
        waiting = self._volumes_of(due)
        for volume in list(waiting)[:VOLUMES_AT_ONCE]:
            self._renew(volume)
            del waiting[volume]
        late = {row for rows in waiting.values() for row in rows}
        self._done = [row for row in due if row not in late]
        self.unfinished |= bool(late) or len(self.due) == DUE_AT_ONCE

    def _volumes_of(self, due: Sequence[AgendaRow]) -> dict[Volume, list[AgendaRow]]:
        """Each volume that *due* is about, and the rows that wait for it."""
        if self.newest is None:
            return {}
        waiting: dict[Volume, list[AgendaRow]] = {}
        for row, released in self._released(due):
            for volume in self._run(row, released):
                waiting.setdefault(volume, []).append(row)
        return waiting

    def _released(self, due: Sequence[AgendaRow]) -> Iterable[tuple[AgendaRow, datetime]]:
        """
        When what each row is about was released here: an article may have moved, and what becomes
        of it decides which of its copies is shown.
        """
        wholes = {row: datetime.fromisoformat(instant) for row in due if (instant := _start(row))}
        articles = [row.article_id for row in due if row not in wholes]
        records = self.stores.articles.records(articles) if articles else {}
        copies = frozenset[str]().union(*(record.copies for record in records.values()))
        others = self.stores.articles.records(sorted(copies)) if copies else {}
        for row in due:
            if row in wholes:
                yield row, wholes[row]
            elif record := records.get(row.article_id):
                known = (others[name] for name in record.copies if name in others)
                for membership in chain(record.memberships, *(one.memberships for one in known)):
                    if membership.channel == self.channel:
                        yield row, membership.release_at

    def _run(self, row: AgendaRow, released: datetime) -> Iterable[Volume]:
        """The volume that holds what was *released* then; of a sweep also those that follow."""
        if self.newest is None or released >= self.newest.end:
            if self.passed and released < self.passed:
                self.passed = released
            return
        volume = self._volume_at(released)
        sweeps, count = row.article_id.startswith(FROM), 1
        while volume:
            yield volume
            following = self._following(volume) if sweeps else None
            if following and count == VOLUMES_AT_ONCE:
                self._again.append(self._whole(FROM, following.start, self.now))
                self.unfinished = True
                return
            volume, count = following, count + 1

    def _following(self, volume: Volume) -> Volume | None:
        return self.stores.articles.volume_after(self.channel, volume.start)

    def _volume_at(self, released: datetime) -> Volume | None:
        return self.stores.articles.volume_at(self.channel, released)

    def _renew(self, volume: Volume) -> None:
        """Publish *volume* again, and recall to the live feed what was corrected or taken back."""
        following = self._following(volume)
        end = following.start if following else volume.end
        rows = self._split(volume, end)
        shelf = self._shelf(volume)
        before = shown_in(shelf)
        lineup = self._publish(volume, rows, shelf, moved=self._moved(before.keys(), rows))
        if lineup.cut and len(lineup.shown) > 1:
            self._divide(volume, lineup.shown[len(lineup.shown) // 2].row, end)
        known = {row.article_id: row for row in lineup.rows}
        gone = [known[name] for name in before.keys() & lineup.gone if name in known]
        corrected = [shown.row for shown in lineup.shown if shown.row.updated_at >= end]
        self.recalled |= {
            Recalled(release_at=row.release_at, article_id=row.article_id)
            for row in (*gone, *corrected)
        }

    def _moved(self, before: Collection[str], rows: Sequence[MemberRow]) -> frozenset[str]:
        """Articles that were in the volume and are in another one now: they are not lost."""
        missing = set(before) - {row.article_id for row in rows}
        records = self.stores.articles.records(missing).values() if missing else ()
        return frozenset(
            record.article_id
            for record in records
            if any(membership.channel == self.channel for membership in record.memberships)
        )

    def _split(self, volume: Volume, end: datetime) -> list[MemberRow]:
        """
        Rows of *volume*, which gives its newer part to a volume of its own when it has grown too
        long: old stories may arrive at any time, a whole archive of them.
        """
        rows = self._rows(volume.start, end, limit=LONGEST_SPAN)
        fit = self._fit(rows)
        if len(fit) <= 2 * LONGEST and len(rows) < LONGEST_SPAN:
            return rows
        start = self._divide(volume, fit[LONGEST - 1] if len(fit) > LONGEST else rows[-1], end)
        return [row for row in rows if row.release_at < start]

    def _divide(self, volume: Volume, last: MemberRow, end: datetime) -> datetime:
        """Let *volume* end with *last*; what follows is a volume of its own, made in the next turn."""
        start = last.release_at + TICK
        if start < end:
            self.stores.articles.add_volume(Volume(channel=self.channel, start=start, end=end))
            neighbours = (
                volume,
                self._volume_at(start),
                self.stores.articles.volume_after(self.channel, start),
            )
            self._again += [self._whole(ONLY, one.start, self.now) for one in neighbours if one]
            self.unfinished = True
        return start

    def _rows(self, start: datetime, end: datetime, *, limit: int) -> list[MemberRow]:
        """
        The oldest rows of a span, but all of one instant: a volume ends between instants.
        """
        articles = self.stores.articles
        rows = list(articles.members_between(self.channel, start, end, limit=limit))
        if len(rows) < limit:
            return rows
        last = rows[-1].release_at
        same = articles.members_between(self.channel, last, last + TICK)
        return [*(row for row in rows if row.release_at < last), *same]

    def _fit(self, rows: Sequence[MemberRow]) -> list[MemberRow]:
        """Those of *rows* that may be archived, oldest first."""
        return [shown.row for shown in reversed(self.selection.archived(reversed(rows)).shown)]

    # Volumes to close

    def seal(self, room: int, seen: Sequence[MemberRow], *, complete: bool) -> None:
        """
        Close volumes while the live feeds, with *room* for so many, could lose what is in none.

        Args:
            seen: The newest rows, newest first, as the live feed was made of them.

            complete: There are no others.
        """
        if not self.formats:
            return
        for _ in range(VOLUMES_AT_ONCE):
            if not self._seal(room, seen, complete=complete):
                return
        self.unfinished = True

    def _seal(self, room: int, seen: Sequence[MemberRow], *, complete: bool) -> bool:
        limit = 2 * room + SLACK
        start = self.newest.end if self.newest else BEGINNING
        since = max(start, self.passed or start)
        if complete or (seen and seen[-1].release_at < since):
            rows = [row for row in reversed(seen) if row.release_at >= since][:limit]
        else:
            rows = list(
                self.stores.articles.members_between(
                    self.channel, since, self.now + TICK, limit=limit
                )
            )
        if len(rows) < room:
            return False
        fit = self._fit(rows)
        if len(fit) >= room:
            return self._close(fit[: max(room // 2, 1)], start)
        if len(rows) < limit:
            return False
        # So many that may not be archived must not stand in the way of what follows them.
        half = rows[len(rows) // 2].release_at + TICK
        if oldest := [row for row in fit if row.release_at < half]:
            return self._close(oldest, start)
        self.passed = half
        return True

    def _close(self, rows: Sequence[MemberRow], start: datetime) -> bool:
        """Close a volume of *rows*, oldest first, or of so many as there is room for."""
        rows = rows[:LONGEST]
        while rows:
            end = rows[-1].release_at + TICK
            volume = Volume(channel=self.channel, start=start, end=end)
            shelf = self._shelf(volume)
            span = self.stores.articles.members_between(self.channel, start, end)
            lineup = self._publish(volume, span, shelf)
            if not set(self._keys(volume)) <= shelf.known_keys():
                return False  # held back by its checks, which is reported
            if not lineup.cut or len(rows) == 1:
                self._add(volume)
                break
            rows = rows[: len(rows) // 2]
        return True

    def _add(self, volume: Volume) -> None:
        self.stores.articles.add_volume(volume)
        if self.newest:
            # Now it can name its successor (FH-02).
            self._again.append(self._whole(ONLY, self.newest.start, self.now))
        self.newest = volume
        self.unfinished = True  # the live feed has to name it

    # One volume

    def _publish(
        self,
        volume: Volume,
        rows: Sequence[MemberRow],
        shelf: Shelf,
        *,
        moved: frozenset[str] = frozenset(),
    ) -> Lineup:
        before = shown_in(shelf)
        lineup = self.selection.archived(reversed(rows[:MOST_ROWS]))
        lineup.elsewhere |= moved
        head, shelved = self.press.feed(lineup), self._shelved(volume)
        drafts = [self._draft(name, shelved, head, lineup) for name in self.formats]
        changed = self.press.publish(drafts, lineup, shelf)
        shelf.forget(shelf.known_keys() - set(self._keys(volume)))
        self.chronicle.left(shelf, before, lineup, changed)
        self.written += shelf.written
        shelf.save(self.now, **self.press.report(lineup, shelf))
        if lineup.until:
            self._again.append(self._whole(ONLY, volume.start, lineup.until))
        return lineup

    def _shelved(self, volume: Volume) -> Shelved:
        older, newer = self._volume_at(volume.start - TICK), self._following(volume)
        return Shelved(volume.name, older.name if older else None, newer.name if newer else None)

    def _draft(self, name: FeedFormat, volume: Shelved, head: Feed, lineup: Lineup) -> Draft:
        writer = WRITERS[name]
        history = self._history(writer)
        updated_at = max((shown.row.updated_at for shown in lineup.shown), default=None)
        feed = history.archive(head, volume, updated_at)
        keys = tuple(shown.key for shown in lineup.shown)
        return Draft(history.document(feed, volume, keys, None), writer, feed)

    def _shelf(self, volume: Volume) -> Shelf:
        build = self.stores.board.build(f"{self.channel}/{volume.name}")
        keys = self._keys(volume)
        return Shelf(build, self.stores, read_first=self.read_first, keys=keys)

    def _keys(self, volume: Volume) -> list[str]:
        return [archive_key(self.channel, WRITERS[name], volume.name) for name in self.formats]

    # The agenda

    def _whole(self, kind: str, start: datetime, at: datetime) -> AgendaRow:
        """A row about the volume that starts at *start*."""
        return AgendaRow(
            at=at,
            article_id=f"{kind} {start.isoformat()}",
            token=self.now.isoformat(),
            place=self.channel,
        )

    def next_look(self) -> datetime | None:
        """When time alone changes a volume."""
        if not self.formats:
            return None
        row = self.stores.articles.first_agenda_after(self.now, place=self.channel)
        return row.at if row else None

    def finish(self) -> None:
        """Put the agenda right, after everything else: a crash before it looks again."""
        kept = {(row.at, row.article_id) for row in self._again}
        self.stores.articles.add_agenda(self._again)
        self.stores.articles.remove_agenda(
            row for row in self._done if (row.at, row.article_id) not in kept
        )


FROM, ONLY = "from", "only"
"""What rows about volumes begin with: that volume and those that follow it, or that one alone."""


def _start(row: AgendaRow) -> str:
    """Start of the volume that *row* is about; nothing when it is about an article."""
    return row.article_id.partition(" ")[2]
