"""
One channel's turn: ask what may be shown there now, render it, store what changed.

Everything is decided afresh at *now* from strongly consistent reads; only the bytes of unchanged
entries are taken from the last published document (design, "How publishing stays correct").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reprise.model.configuration import Configuration
from reprise.model.document import Build
from reprise.model.messages import Turn
from reprise.model.versions import AgendaRow
from reprise.outputs.feeds import assemble
from reprise.outputs.formats import WRITERS
from reprise.outputs.pages import Pages
from reprise.pipeline.agenda import keeps_history
from reprise.pipeline.announce import announce
from reprise.pipeline.channel.assignment import Assignment, assignment, live_keys
from reprise.pipeline.channel.chronicle import Chronicle, shown_in
from reprise.pipeline.channel.entries import Draft
from reprise.pipeline.channel.history import DUE_AT_ONCE, Volumes
from reprise.pipeline.channel.lineup import Lineup
from reprise.pipeline.channel.press import Press
from reprise.pipeline.channel.selection import RECALLED_SHARE, Selection, place_of
from reprise.pipeline.fingerprint import fingerprint
from reprise.pipeline.rulings import earliest
from reprise.pipeline.shelf import Shelf
from reprise.pipeline.turn_report import TurnReport
from reprise.stores.ports import Stores


def take_channel_turn(
    turn: Turn,
    *,
    stores: Stores,
    configuration: Configuration,
    now: datetime,
    pages: Pages,
    read_first: bool,
) -> TurnReport:
    """
    Build channel *turn.channel* if its generation is not built yet.

    Raises:
        ConflictError: Another turn of the same channel was faster.
    """
    name = turn.channel
    # What stands there is read before grants and articles: its ETags are the fence (rule 6). So is
    # the agenda: a row whose grant was not seen would be gone with nothing done about it.
    state, build = stores.board.begin(name)
    generation = max(turn.generation, state.dirty)
    if state.built >= generation:
        return TurnReport(name, generation, skipped=True)
    shelf = Shelf(build, stores, read_first=read_first, keys=live_keys(name, configuration))
    changed = state.fingerprint != fingerprint(configuration)
    due: Sequence[AgendaRow] = ()
    if changed or keeps_history(name, configuration):
        due = stores.articles.agenda_until(now, limit=DUE_AT_ONCE, place=name)
    on = assignment(name, stores=stores, configuration=configuration, now=now)
    press = Press(on, pages, accept=turn.accept)
    chronicle = Chronicle(stores, now, generation, read_first)
    return _ChannelTurn(on, build, shelf, press, chronicle, due).take(changed=changed)


class _ChannelTurn:
    """The order of a turn, whose parts do the work."""

    def __init__(
        self,
        on: Assignment,
        build: Build,
        shelf: Shelf,
        press: Press,
        chronicle: Chronicle,
        due: Sequence[AgendaRow],
    ) -> None:
        self.on, self.shelf, self.press, self.chronicle = on, shelf, press, chronicle
        self.stores = on.stores
        self.selection = Selection(on)
        self.volumes = Volumes(
            on.name,
            on.profile.archived(on.channel),
            on.configuration.publication.base_url,
            on.stores,
            on.now,
            self.selection,
            press,
            chronicle,
            due,
            read_first=shelf.read_first,
            passed=build.passed,
            recalled=set(build.recalled),
        )

    def take(self, *, changed: bool) -> TurnReport:
        """Build everything; *changed* says that the rules are others than at the last turn."""
        on, shelf, volumes = self.on, self.shelf, self.volumes
        volumes.revisit(everything=changed)
        lineup = self.selection.live(volumes.recalled)
        before = shown_in(shelf)
        published = self._publish(lineup)
        volumes.seal(self._room(lineup), lineup.rows, complete=lineup.complete)
        self.chronicle.left(shelf, before, lineup, published)
        self._tell(published)
        shelf.save(
            on.now,
            passed=volumes.passed,
            recalled=tuple(sorted(volumes.recalled, key=place_of)),
            **self.press.report(lineup, shelf),
        )
        volumes.finish()
        return self._finish(lineup)

    def _publish(self, lineup: Lineup) -> list[str]:
        """Store what changed; answers the keys the world has to be told of."""
        head, keys = self.press.feed(lineup), tuple(shown.key for shown in lineup.shown)
        took_back = bool(shown_in(self.shelf).keys() & lineup.gone)
        drafts = []
        for writer in map(WRITERS.__getitem__, self.on.channel.formats):
            feed = self.volumes.live(writer, head)
            drafts.append(Draft(assemble(writer, feed, keys, None), writer, feed))
        changed = self.press.publish(drafts, lineup, self.shelf)
        if key := self.press.publish_landing(lineup, self.shelf, took_back=took_back):
            changed.append(key)
        return [*changed, *self.press.give_up(self.shelf)]

    def _room(self, lineup: Lineup) -> int:
        """How many of the newest entries stand in each of the live feeds."""
        entries = self.on.channel.entries
        if lineup.cut:
            entries = len(lineup.shown) - len(lineup.cut)
        return max(entries - entries // RECALLED_SHARE, 1)

    def _tell(self, changed: list[str]) -> None:
        """
        Tell hubs of changed feeds, after they are readable (WS-06) and before the build is
        remembered: a crash in between tells twice rather than never.
        """
        publication = self.on.configuration.publication
        feeds = [key for key in changed if not key.endswith(".html")]
        for hub in publication.hubs:
            for key in feeds:
                self.stores.hub.announce(hub, f"{publication.base_url}/{key}")

    def _finish(self, lineup: Lineup) -> TurnReport:
        on, generation = self.on, self.chronicle.generation
        next_change_at = self._next_change(lineup)
        if self.volumes.unfinished:
            # Before this one is finished: else a crash in between would forget the next.
            announce([on.name], stores=self.stores, now=on.now)
        self.stores.board.finish(
            on.name, generation, next_change_at=next_change_at, fingerprint=on.fingerprint
        )
        return TurnReport(
            on.name,
            generation,
            written=(*self.shelf.written, *self.volumes.written),
            kept=tuple(self.press.kept),
            left_out=tuple(lineup.left_out),
            shown=len(lineup.shown),
            next_change_at=next_change_at,
        )

    def _next_change(self, lineup: Lineup) -> datetime | None:
        following = self.stores.articles.first_member_after(self.on.name, self.on.now)
        released = following.release_at if following else None
        return earliest(lineup.until, released, self.volumes.next_look())
