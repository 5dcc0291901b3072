"""Takes a turn: the site's own, a channel's, or the last one of a channel that is no more."""

from __future__ import annotations

from datetime import datetime

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


def take_turn(
    turn: Turn, *, stores: Stores, configuration: Configuration, now: datetime, pages: Pages
) -> TurnReport:
    """
    Build what *turn* asks for, if it is not built yet.

    A channel that is no longer configured has its documents taken away.

    Raises:
        TransientError: The message should come again.
    """
    if turn.channel == SITE:
        take = take_site_turn
    elif turn.channel in configuration.channels:
        take = take_channel_turn
    else:
        take = take_last_turn
    return take(turn, stores=stores, configuration=configuration, now=now, pages=pages)
