"""
The clock: each minute it wakes the channels whose content time has changed, and repairs what was
lost (design rule 8).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from reprise.model.configuration import SITE, Configuration
from reprise.model.messages import Turn, TurnState
from reprise.pipeline.announce import announce
from reprise.pipeline.fingerprint import fingerprint
from reprise.stores.ports import Stores

DIRTY_TOO_LONG = timedelta(minutes=3)
"""Past the turns queue's delay, a turn's time limit and one redelivery: its message is lost."""


def wake(*, stores: Stores, configuration: Configuration, now: datetime) -> tuple[Turn, ...]:
    """
    Ask for the turns that are due at *now*.

    A channel is due when its ``next_change_at`` has come, or when it was built with another
    configuration or renderer, perhaps one that does not name it any more; it becomes dirty by that.
    One that is dirty for too long is asked for again under its generation and this minute, so that
    the queue does not take it for a repetition (design rule 4).

    Returns:
        The turns asked for. A clock that was down for a day asks once for each.
    """
    board = stores.board.read()
    current = fingerprint(configuration)
    names = tuple(dict.fromkeys((SITE, *configuration.channels, *configuration.moved(), *board)))
    due = [name for name in names if _is_due(board.get(name, TurnState()), current, now)]
    turns = announce(due, stores=stores, now=now)
    lost = tuple(
        Turn(channel=name, generation=board[name].dirty)
        for name in names
        if name in board and name not in due and _is_lost(board[name], now)
    )
    if lost:
        stores.turns.send(lost, bucket=now.strftime("%Y%m%dT%H%M"))
    return (*turns, *lost)


def _is_due(state: TurnState, current: str, now: datetime) -> bool:
    if state.dirty > state.built:
        return False
    if state.fingerprint != current:
        return True
    return state.next_change_at is not None and state.next_change_at <= now


def _is_lost(state: TurnState, now: datetime) -> bool:
    if state.dirty <= state.built:
        return False
    return state.dirty_since is None or now - state.dirty_since >= DIRTY_TOO_LONG
