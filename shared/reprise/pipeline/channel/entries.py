"""
A channel's entries as bytes: each article is read and projected once for all formats that lack it.

Only bytes are kept until their document's turn comes; of a channel of thousands of full texts the
articles themselves would take several times their room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reprise.errors import RefusedError
from reprise.model.document import Document, Entry, Feed
from reprise.model.ruling import Finding
from reprise.outputs.feeds import render_entry
from reprise.outputs.formats import FeedWriter
from reprise.pipeline.channel.assignment import Assignment
from reprise.pipeline.channel.lineup import Shown
from reprise.pipeline.proof import channel_entry, finding_of, keep_duties, read_article
from reprise.pipeline.shelf import Shelf

Made = bytes | tuple[Finding, ...]
"""An entry's bytes, or why it can't be made: that costs only itself (rows M55, B33)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A feed document without its entries: to see whether anything changed, and then to fill."""

    document: Document
    writer: FeedWriter
    feed: Feed

    @property
    def key(self) -> str:
        """Of the document."""
        return self.document.key


class Entries:
    """Makes the entries of *drafts*, which are asked for one draft after the other."""

    def __init__(self, on: Assignment, shelf: Shelf, drafts: Sequence[Draft]) -> None:
        self._on = on
        self._known = {draft.key: shelf.known_entries(draft.key) for draft in drafts}
        self._waiting = list(drafts)
        self._ahead: dict[tuple[str, str], Made] = {}

    def begin(self, draft: Draft) -> None:
        """Its entries are asked for from now on, and no more those of drafts before it."""
        self._waiting = self._waiting[self._waiting.index(draft) :]

    def made(self, draft: Draft, shown: Shown) -> Made:
        """The entry of *shown* for *draft*, made now or when another draft asked for it."""
        if (draft.key, shown.key) not in self._ahead:
            self._make(draft, shown)
        return self._ahead.pop((draft.key, shown.key))

    def _make(self, asked: Draft, shown: Shown) -> None:
        entry = self._entry(shown)
        for draft in self._waiting:
            if draft is asked or shown.key not in self._known[draft.key]:
                made = entry if isinstance(entry, tuple) else _rendered(draft, entry)
                self._ahead[draft.key, shown.key] = made

    def _entry(self, shown: Shown) -> Entry | tuple[Finding, ...]:
        article, decision = read_article(shown.row, self._on.stores), shown.decision
        try:
            entry = channel_entry(
                article, shown.row, self._on.name, decision, self._on.rulings, key=shown.key
            )
            keep_duties(entry, decision.ruling.duties, article if decision.is_full else None)
        except RefusedError as error:
            return tuple(map(finding_of, error.problems))
        return entry


def _rendered(draft: Draft, entry: Entry) -> Made:
    try:
        return render_entry(draft.writer, entry, draft.feed)
    except RefusedError as error:
        return tuple(map(finding_of, error.problems))
