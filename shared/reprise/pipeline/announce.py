"""Tell channels that something in them changed: commit first, then this (design rule 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reprise.model.messages import Turn
from reprise.stores.ports import Stores


def announce(
    channels: Iterable[str], *, stores: Stores, now: datetime, accept: bool = False
) -> tuple[Turn, ...]:
    """
    Mark *channels* dirty, then ask for their turns; *accept* lets shrunk documents out.

    Harmless to repeat: a turn that finds nothing changed writes nothing. If the message is lost
    after the mark, the clock finds the channel dirty (design rule 8).
    """
    names = sorted(set(channels))
    if not names:
        return ()
    generations = stores.board.mark_dirty(names, now=now)
    turns = tuple(Turn(channel=name, generation=generations[name], accept=accept) for name in names)
    stores.turns.send(turns)
    return turns
