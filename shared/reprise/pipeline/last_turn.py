"""The last turn of a channel that is not configured any more: all of it goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from reprise.model.configuration import Configuration
from reprise.model.document import Build
from reprise.model.ledger import Change, LedgerEntry
from reprise.model.messages import Turn
from reprise.outputs.pages import Pages
from reprise.pipeline.fingerprint import fingerprint
from reprise.pipeline.publish import TurnReport
from reprise.stores.ports import Stores


def take_last_turn(
    turn: Turn, *, stores: Stores, configuration: Configuration, now: datetime, pages: Pages
) -> TurnReport:
    """
    Take the channel's documents away: nobody would take an article out of them any more.

    Repeated it changes nothing; a channel that is configured again is built from its rows.
    """
    del pages
    state = stores.board.read().get(turn.channel)
    generation = max(turn.generation, state.dirty if state else 0)
    if state is not None and state.built >= generation:
        return TurnReport(turn.channel, generation, skipped=True)
    builds = _builds(turn.channel, stores, now)
    keys = [key for build in builds for key in build.documents]
    for key in keys:
        stores.site.delete(key)
    paths = [f"/{key}" for key in keys]
    stores.edge.invalidate(paths, reference=f"{turn.channel}-{generation}")
    for build in builds:
        stores.ledger.note(_left(build, now))
        stores.board.save_build(Build(channel=build.channel))
    stores.board.finish(
        turn.channel, generation, next_change_at=None, fingerprint=fingerprint(configuration)
    )
    return TurnReport(turn.channel, generation, written=tuple(keys))


def _builds(channel: str, stores: Stores, now: datetime) -> list[Build]:
    """Its live documents, and those of each volume of its history."""
    names, volume = [channel], stores.articles.volume_at(channel, now)
    while volume:
        names.append(f"{channel}/{volume.name}")
        volume = stores.articles.volume_at(channel, volume.start - timedelta.resolution)
    return [stores.board.build(name) for name in names]


def _left(build: Build, now: datetime) -> list[LedgerEntry]:
    keys = (key for document in build.documents.values() for key in document.entry_keys)
    return [
        LedgerEntry(
            at=now,
            channel=build.channel,
            article_id=article_id,
            partner="-",
            change=Change.MOVED_ON,
        )
        for article_id in sorted({key.partition(".")[0] for key in keys})
    ]
