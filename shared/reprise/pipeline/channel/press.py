"""
Makes a channel's documents of a line-up and stores what changed, unless a guard rail holds it back.

Only the bytes of unchanged entries are taken from the last published document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reprise.errors import ConfigurationError, Problem
from reprise.model.document import Document, Feed, Fragment
from reprise.model.ruling import Finding, Reason
from reprise.outputs.checks import check
from reprise.outputs.feeds import feed_key
from reprise.outputs.formats import WRITERS
from reprise.outputs.former import stand_ins
from reprise.outputs.pages import Pages, item_of
from reprise.outputs.places import landing_key
from reprise.pipeline.channel.assignment import Assignment, live_keys
from reprise.pipeline.channel.entries import Draft, Entries
from reprise.pipeline.channel.last_good import brought_up_to_date
from reprise.pipeline.channel.lineup import Lineup, Shown
from reprise.pipeline.shelf import Shelf
from reprise.pipeline.turn_report import reported


class Press:
    """
    Makes the documents of the channel that its turn is *on*.

    Args:
        accept: Let shrunk documents out.
    """

    def __init__(self, on: Assignment, pages: Pages, *, accept: bool) -> None:
        self._on = on
        self._pages = pages
        self._accept = accept
        self.kept: list[tuple[str, tuple[Problem, ...]]] = []

    def publish(self, drafts: Sequence[Draft], lineup: Lineup, shelf: Shelf) -> list[str]:
        """Complete and store what changed of *drafts*; keys the world has to be told of."""
        changed = [draft for draft in drafts if not shelf.is_current(draft.document)]
        entries = Entries(self._on, shelf, changed)
        return [draft.key for draft in changed if self._publish(draft, entries, lineup, shelf)]

    def _publish(self, draft: Draft, entries: Entries, lineup: Lineup, shelf: Shelf) -> bool:
        parts = self._parts(draft, entries, lineup, shelf)
        document = replace(draft.document, entry_keys=tuple(parts), entries=tuple(parts.values()))
        good = self._is_good(document, lineup, shelf)
        stored = document if good else self._last_good(document, lineup, shelf)
        return stored is not None and shelf.put(stored)

    def publish_landing(self, lineup: Lineup, shelf: Shelf, *, took_back: bool) -> str | None:
        """Store the landing page; an empty one where a bad one would go on showing what is gone."""
        try:
            landing = self._landing(lineup)
        except ConfigurationError as error:
            if took_back:
                raise  # the page shows what was taken back: the channel is not done
            key = landing_key(self._on.name)
            problem = Problem("not_renderable", key, str(error), "mend the template")
            self.kept.append((key, (problem,)))
            return None
        good = self._is_good(landing, lineup, shelf)
        if not took_back and (not good or self._has_shrunk()):
            return None
        landing = landing if good else self._landing(Lineup())
        return landing.key if shelf.put(landing) else None

    def give_up(self, shelf: Shelf) -> Iterator[str]:
        """Keys of formats that the channel has no more, and that have not said so yet."""
        name, configuration = self._on.name, self._on.configuration
        keys = sorted(shelf.known_keys() - set(live_keys(name, configuration)))
        for document in stand_ins(name, keys, name, configuration, self._pages):
            if shelf.put(document):
                yield document.key

    def feed(self, lineup: Lineup) -> Feed:
        """The head of the channel's live feeds."""
        publication, channel = self._on.configuration.publication, self._on.channel
        moments = [shown.row.updated_at for shown in lineup.shown]
        moments += [tombstone.at for tombstone in lineup.tombstones]
        home = f"{publication.base_url}/{landing_key(self._on.name)}".removesuffix("index.html")
        return Feed(
            channel=self._on.name,
            title=channel.title,
            description=channel.description,
            language=channel.language or publication.language,
            home_url=home,
            self_urls={
                str(name): f"{publication.base_url}/{feed_key(self._on.name, WRITERS[name])}"
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
            has_ended=self._on.configuration.has_ended(channel, self._on.now),
        )

    def report(self, lineup: Lineup, shelf: Shelf) -> dict[str, Any]:
        """What the build of *shelf* remembers of what it left out and held back."""
        held = [(key, found) for key, found in self.kept if key in shelf.keys]
        return reported(lineup.left_out, held)

    def _has_shrunk(self) -> bool:
        """Whether a feed lost entries without a cause: then people see what was there, too."""
        return any(problem.code == "shrunk" for _, found in self.kept for problem in found)

    # Entries

    def _parts(
        self, draft: Draft, entries: Entries, lineup: Lineup, shelf: Shelf
    ) -> dict[str, Fragment]:
        """Each entry as it was published or made anew, the newest for which there is room."""
        entries.begin(draft)
        kept, refused = shelf.previous_parts(draft.key), shelf.refused(draft.key)
        room = self._on.profile.room_beside(draft.document)
        parts: dict[str, Fragment] = {}
        for number, shown in enumerate(lineup.shown):
            key = shown.key
            made = kept.get(key) or refused.get(key) or entries.made(draft, shown)
            if isinstance(made, tuple):
                lineup.elsewhere.add(shown.row.article_id)
                lineup.leave_out(shown.row, *made, document=draft.key, entry=key)
                continue
            room -= len(made) + len(draft.document.separator)
            if room < 0:
                self._no_room(lineup.shown[number:], lineup, draft.key)
                break
            parts[key] = made
        return parts

    def _no_room(self, too_many: list[Shown], lineup: Lineup, document: str) -> None:
        """The oldest entries go, and say why (row B85); they are not even made."""
        detail = f"no room in a feed for {self._on.profile.title}"
        finding = Finding(reason=Reason.DESTINATION, detail=detail)
        for row in (shown.row for shown in too_many):
            lineup.elsewhere.add(row.article_id)
            lineup.cut.add(row.article_id)
            lineup.leave_out(row, finding, document=document)

    # Guard rails

    def _is_good(self, document: Document, lineup: Lineup, shelf: Shelf) -> bool:
        """Whether *document* may replace the last good one; else says why not (invariant 5)."""
        kept = shelf.previous_entry_keys(document.key)
        fresh = frozenset(document.entry_keys) - frozenset(kept)
        ids = {shown.key: shown.row.listed.guid for shown in lineup.shown}
        found = check(document, fresh=fresh, ids=ids, now=self._on.now)
        shrinkage = () if self._accept else self._shrinkage(document, lineup, shelf)
        problems = (*found, *shrinkage)
        if problems:
            self.kept.append((document.key, problems))
        return not problems

    def _shrinkage(self, document: Document, lineup: Lineup, shelf: Shelf) -> tuple[Problem, ...]:
        """Entries that vanished although nothing on record took them away."""
        before = {key.partition(".")[0] for key in shelf.previous_entry_keys(document.key)}
        if not before or len(lineup.shown) >= self._on.channel.entries:
            return ()
        shown = {shown.row.article_id for shown in lineup.shown}
        lost = before - shown - lineup.gone - lineup.elsewhere
        share = len(lost) / len(before)
        if share <= self._on.configuration.publication.shrink_limit:
            return ()
        found = f"{len(lost)} of {len(before)} entries gone without a cause on record"
        return (Problem("shrunk", document.key, found, "look, then accept it"),)

    def _last_good(self, bad: Document, lineup: Lineup, shelf: Shelf) -> Document | None:
        """The document as it was, instead of *bad*, without what it must not show any more."""
        last = shelf.previous(bad)
        if last is None:
            return None
        away = {left.article_id for left in lineup.left_out if left.document in {"", bad.key}}
        away |= lineup.elsewhere
        keys = {shown.row.article_id: shown.key for shown in lineup.shown}
        return brought_up_to_date(last, bad, keys=keys, away=away, now=self._on.now)

    def _landing(self, lineup: Lineup) -> Document:
        return self._pages.landing_page(
            self._on.name,
            self._on.channel,
            [item_of(shown.row, self._on.configuration) for shown in lineup.shown],
            self._on.configuration.publication,
        )
