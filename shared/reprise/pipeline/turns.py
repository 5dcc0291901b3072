"""Takes a turn: the site's own or a channel's."""

from __future__ import annotations

from datetime import datetime

from reprise.model.configuration import SITE, Configuration
from reprise.model.messages import Turn
from reprise.outputs.pages import Pages
from reprise.outputs.rehearsal import rehearsed
from reprise.pipeline.publish import TurnReport, take_channel_turn
from reprise.pipeline.site import take_site_turn
from reprise.stores.ports import Stores

__all__ = ["Pages", "rehearsed", "take_turn"]


def take_turn(
    turn: Turn, *, stores: Stores, configuration: Configuration, now: datetime, pages: Pages
) -> TurnReport:
    """
    Build what *turn* asks for, if it is not built yet.

    A channel that is no longer configured is skipped: its documents are taken down by
    ``reprise rebuild``.

    Raises:
        TransientError: The message should come again.
    """
    if turn.channel == SITE:
        take = take_site_turn
    elif turn.channel in configuration.channels:
        take = take_channel_turn
    else:
        return TurnReport(turn.channel, turn.generation, skipped=True)
    return take(turn, stores=stores, configuration=configuration, now=now, pages=pages)
