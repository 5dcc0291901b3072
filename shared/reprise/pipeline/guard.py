"""
How much shorter a list may get: by what is on record, and by nothing else (invariant 5).

What a list named and does not name any more was taken back, released elsewhere, grew too old: then
its row says so. What no row speaks of was lost, and a list that lost too much is not published.
"""

from __future__ import annotations

from dataclasses import dataclass

from reprise.errors import Problem
from reprise.model.configuration import Configuration
from reprise.outputs.opml import channels_in
from reprise.outputs.places import OPML_KEY
from reprise.stores.ports import Stores

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """
    What a list names.

    Attributes:
        before: As it is public.
        made: As it would be.
        known: Of what something is on record, whether it may be named or not.
    """

    before: Names
    made: Names
    known: Names

    @property
    def away(self) -> Names:
        """What must not be named any more, whatever became of the rest."""
        return (self.before & self.known) - self.made

    def shrinkage(self, key: str, limit: float) -> tuple[Problem, ...]:
        """What is wrong with the list under *key*, if more than the share *limit* of it is lost."""
        lost = self.before - self.made - self.known
        if len(lost) <= limit * len(self.before):
            return ()
        found = f"{len(lost)} of {len(self.before)} gone without a cause on record"
        return (Problem("shrunk", key, found, "look, then accept it"),)


def channels_listed(stores: Stores, configuration: Configuration) -> Listed:
    """
    The channels there were by the public directory, and those there are.

    A file with the wrong configuration may close many at once, and who is told 410 never asks
    again.
    """
    found = stores.site.get(OPML_KEY)
    before = channels_in(found.body) if found else frozenset[str]()
    return Listed(before, frozenset(configuration.channels), frozenset(configuration.moved()))
