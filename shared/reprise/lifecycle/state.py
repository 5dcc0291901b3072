"""
What the versions of an article add up to.

Merging is set union and the state a pure function of the set, so duplicates, late and swapped
deliveries end in the same state (invariant 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from reprise.lifecycle.order import counts_from, in_order
from reprise.lifecycle.significance import is_significant
from reprise.model.submission import Action
from reprise.model.versions import ArticleRecord, ArticleState, Status, VersionRecord


def merge(record: ArticleRecord, version: VersionRecord) -> ArticleRecord:
    """*record* with *version* in its set; the same record when it is there already."""
    versions = _without_repeats(in_order((*record.versions, version)))
    if versions == record.versions:
        return record
    return record.model_copy(update={"versions": versions, "rev": record.rev + 1})


def _without_repeats(versions: tuple[VersionRecord, ...]) -> tuple[VersionRecord, ...]:
    """
    The same content sent again and again is kept twice: its first and its last time.

    What lies between changes nothing, whatever is still to come, and a feed that repeats its
    entries with every upload must not make the record grow.
    """
    first: dict[str, VersionRecord] = {}
    last: dict[str, VersionRecord] = {}
    for version in versions:
        first.setdefault(version.digest, version)
        last[version.digest] = version
    return tuple(v for v in versions if v is first[v.digest] or v is last[v.digest])


def state_of(record: ArticleRecord) -> ArticleState:
    """
    The state *record* is in, whatever the time: embargoes and expiry are for the ruling.

    A kill anywhere in the set is for ever; else the newest version decides.
    """
    versions = in_order(record.versions)
    published = [version for version in versions if version.action is Action.PUBLISH]
    history = _History.of(versions)
    return ArticleState(
        status=_status(versions),
        current=published[-1] if published else None,
        published_at=history.published_at,
        updated_at=history.updated_at,
        ended_at=_ended_at(versions),
    )


def _status(versions: tuple[VersionRecord, ...]) -> Status:
    if any(version.action is Action.KILL for version in versions):
        return Status.KILLED
    if not versions or versions[-1].action is Action.WITHDRAW:
        return Status.WITHDRAWN
    return Status.WITHHELD if versions[-1].withheld else Status.USABLE


def _ended_at(versions: tuple[VersionRecord, ...]) -> datetime | None:
    """When it was taken back: the first of the take-backs that still hold."""
    kills = [version.stored_at for version in versions if version.action is Action.KILL]
    if kills:
        return min(kills)
    ended: datetime | None = None
    for version in versions:
        if version.action is Action.PUBLISH and not version.withheld:
            ended = None
        elif ended is None:
            ended = version.stored_at
    return ended


@dataclass(frozen=True, slots=True)
class _History:
    """The two public dates, walked through the versions in order."""

    published_at: datetime | None = None
    updated_at: datetime | None = None

    @staticmethod
    def of(versions: tuple[VersionRecord, ...]) -> _History:
        published_at = _first_publication(versions)
        if published_at is None:
            return _History()
        return _History(published_at, _last_change(versions, published_at))


def _first_publication(versions: tuple[VersionRecord, ...]) -> datetime | None:
    """
    When it first appeared, or will: the latest of storing, embargo and start of the first
    version that was not overtaken before it could be seen.

    A back catalogue says when a story appeared instead of when it was stored here; but not of
    one that we had already, because the release time never moves once passed.
    """
    appears: datetime | None = None
    stored_as_new = [v.stored_at for v in versions if v.listing and v.appeared_at is None]
    had_since = min(stored_as_new, default=None)
    for at, version in enumerate(versions):
        if version.action is not Action.PUBLISH or version.withheld:
            continue
        appears = _appears(version, had_since)
        overtaken = [later.stored_at for later in versions[at + 1 :]]
        if not overtaken or appears < min(overtaken):
            return appears
    return appears


def _appears(version: VersionRecord, had_since: datetime | None) -> datetime:
    start = version.stored_at
    if version.appeared_at is not None and (had_since is None or start < had_since):
        start = version.appeared_at
    return start if version.visible_from is None else max(start, version.visible_from)


def _changed_at(version: VersionRecord) -> datetime:
    """An old story that came with its back catalogue was not changed when it was stored."""
    if version.stated_at is None and version.appeared_at is not None:
        return version.appeared_at
    return counts_from(version)


def _last_change(versions: tuple[VersionRecord, ...], published_at: datetime) -> datetime:
    """
    When readers were last told of a change. A touch-up moves nothing (AT-07); a return after a
    take-back moves it past the tombstone (TS-03).
    """
    updated, before, taken_back = published_at, None, None
    for version in versions:
        if version.action is not Action.PUBLISH:
            taken_back = version.stored_at
            continue
        if taken_back is not None:
            updated = max(updated, version.stored_at, taken_back + timedelta(seconds=1))
        elif before is not None and is_significant(before, version):
            updated = max(updated, _changed_at(version))
        before, taken_back = version, None
    return updated
