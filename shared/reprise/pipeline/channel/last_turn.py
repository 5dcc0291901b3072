"""
The last turn of a channel that is not configured any more, at least not under its name.

Nobody would take an article out of its documents any more, so all of them go at once. Its addresses
say what became of it: moved to the channel that was formerly called so, or gone (HTTP-12).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from reprise.errors import Problem
from reprise.model.configuration import Configuration
from reprise.model.document import Build
from reprise.model.ledger import Change, LedgerEntry
from reprise.model.messages import Turn
from reprise.outputs.former import keys_of, stand_ins
from reprise.outputs.pages import Pages
from reprise.outputs.places import OPML_KEY
from reprise.pipeline.fingerprint import fingerprint
from reprise.pipeline.guard import channels_listed
from reprise.pipeline.shelf import Shelf
from reprise.pipeline.turn_report import TurnReport, reported
from reprise.stores.ports import Stores


def take_last_turn(
    turn: Turn,
    *,
    stores: Stores,
    configuration: Configuration,
    now: datetime,
    pages: Pages,
    read_first: bool,
) -> TurnReport:
    """
    Let the channel's addresses say where it is now, or that it is gone; its history goes.

    While too many channels end at once, perhaps by mistake, they answer 404 until somebody accepts it.

    Repeated it changes nothing; a channel that is configured again is built from its rows.

    Raises:
        ConflictError: Another turn of the same channel was faster.
    """
    name = turn.channel
    state = stores.board.read().get(name)
    generation = max(turn.generation, state.dirty if state else 0)
    if state is not None and state.built >= generation:
        return TurnReport(name, generation, skipped=True)
    live, *volumes = _builds(name, stores, now)
    new = configuration.moved().get(name)
    keys = {*live.documents, *(keys_of(name, configuration.channels[new].formats) if new else ())}
    shelf = Shelf(live, stores, read_first=read_first, keys=keys)
    held = () if turn.accept else _closes_too_many(name, stores, configuration)
    told = stand_ins(name, sorted(keys), new, configuration, pages, sure=not held)
    history = [key for build in volumes for key in build.documents]
    changed = [*(document.key for document in told if shelf.put(document)), *history]
    for key in history:
        stores.site.delete(key)
    stores.edge.invalidate([f"/{key}" for key in changed], reference=f"{name}-{generation}")
    for build in (live, *volumes):
        stores.ledger.note(_left(build, now))
    for build in volumes:
        stores.board.save_build(Build(channel=build.channel))
    shelf.save(now, recalled=(), passed=None, **reported((), held))
    stores.board.finish(
        name, generation, next_change_at=None, fingerprint=fingerprint(configuration)
    )
    return TurnReport(name, generation, written=tuple(changed), kept=held)


def _closes_too_many(
    name: str, stores: Stores, configuration: Configuration
) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
    """What is wrong if *name* is one of too many channels that end with this configuration."""
    listed = channels_listed(stores, configuration)
    found = listed.shrinkage(OPML_KEY, configuration.publication.shrink_limit)
    return ((OPML_KEY, found),) if found and name in listed.before - listed.made else ()


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
