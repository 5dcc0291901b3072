"""Takes a turn: the site's own, a channel's, or the last one of a channel that is no more."""

from __future__ import annotations

from datetime import datetime

from reprise.errors import ConflictError, TransientError
from reprise.model.configuration import SITE, Configuration
from reprise.model.messages import Turn
from reprise.outputs.pages import Pages
from reprise.outputs.rehearsal import rehearsed
from reprise.pipeline.channel.last_turn import take_last_turn
from reprise.pipeline.channel.turn import take_channel_turn
from reprise.pipeline.site.turn import take_site_turn
from reprise.pipeline.turn_report import TurnReport
from reprise.stores.ports import Stores

__all__ = ["Pages", "rehearsed", "take_turn"]

ATTEMPTS = 6
"""Tries against other turns of the same place before the message goes back to the queue."""


def take_turn(
    turn: Turn, *, stores: Stores, configuration: Configuration, now: datetime, pages: Pages
) -> TurnReport:
    """
    Build what *turn* asks for, if it is not built yet.

    A channel that is no longer configured has its documents taken away.

    Raises:
        TransientError: Other turns of the same place were faster again and again; the message should
            come again.
    """
    if turn.channel == SITE:
        take = take_site_turn
    elif turn.channel in configuration.channels:
        take = take_channel_turn
    else:
        take = take_last_turn
    for attempt in range(ATTEMPTS):
        try:
            return take(
                turn,
                stores=stores,
                configuration=configuration,
                now=now,
                pages=pages,
                read_first=attempt > 0,
            )
        except ConflictError:
            continue
    raise TransientError(f"{turn.channel}: other turns were faster {ATTEMPTS} times")
