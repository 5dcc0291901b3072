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
    versions = _that_count(in_order(record.versions))
    ended_at = _ended_at(versions)
    current = _current(versions, ended_at)
    history = _History.of(versions)
    return ArticleState(
        status=_status(versions, current),
        current=current,
        published_at=history.published_at,
        updated_at=history.updated_at,
        ended_at=ended_at,
    )


def _that_count(versions: tuple[VersionRecord, ...]) -> tuple[VersionRecord, ...]:
    """
    Without what a complete feed took back that did not bring what stood then: a version may come
    late, and turn out to have followed the feed's by another way.
    """
    counted: list[VersionRecord] = []
    feed: str | None = None
    for version in versions:
        if version.missing_from is not None and version.missing_from != feed:
            continue
        if version.action is Action.PUBLISH:
            feed = version.listing.feed if version.listing else None
        counted.append(version)
    return tuple(counted)


def _status(versions: tuple[VersionRecord, ...], current: VersionRecord | None) -> Status:
    if any(version.action is Action.KILL for version in versions):
        return Status.KILLED
    if not versions or versions[-1].action is Action.WITHDRAW:
        return Status.WITHDRAWN
    if versions[-1].withheld:
        return Status.WITHHELD
    return Status.USABLE if versions[-1] is current else Status.EXPIRED


def _current(
    versions: tuple[VersionRecord, ...], ended_at: datetime | None
) -> VersionRecord | None:
    """
    The newest that is to be shown; of an article that was taken back the newest that stood until
    then: where that was shown, people have to be told.
    """
    published = [version for version in versions if version.action is Action.PUBLISH]
    if ended_at is None or not published:
        return published[-1] if published else None
    stood = [one for one in published if not _takes_back(one) and one.stored_at < ended_at]
    return (stood or published)[-1]


def _ended_at(versions: tuple[VersionRecord, ...]) -> datetime | None:
    """When it was taken back: the first of the take-backs that still hold."""
    kills = [version.stored_at for version in versions if version.action is Action.KILL]
    if kills:
        return min(kills)
    ended: datetime | None = None
    for version in versions:
        if not _takes_back(version):
            ended = None
        elif ended is None:
            ended = version.stored_at
    return ended


def _takes_back(version: VersionRecord) -> bool:
    """
    Whether the article is not to be shown because of this version: partners say so by a version
    too that was over before it came (row B45).
    """
    end = _ends_at(version)
    return not _is_public(version) or (end is not None and end <= version.stored_at)


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
    version that was not overtaken or over before it could be seen.

    A back catalogue says when a story appeared instead of when it was stored here; but not of
    one that we had already, because the release time never moves once passed.
    """
    appears: datetime | None = None
    stored_as_new = [v.stored_at for v in versions if v.listing and v.appeared_at is None]
    had_since = min(stored_as_new, default=None)
    for at, version in enumerate(versions):
        if not _is_public(version):
            continue
        appears = _appears(version, had_since)
        ends = [later.stored_at for later in versions[at + 1 :]]
        ends += [end] if (end := _ends_at(version)) else []
        if not ends or appears < min(ends):
            return appears
    return appears


def _is_public(version: VersionRecord) -> bool:
    return version.action is Action.PUBLISH and not version.withheld


def _appears(version: VersionRecord, had_since: datetime | None) -> datetime:
    start = version.stored_at
    if version.appeared_at is not None and (had_since is None or start < had_since):
        start = version.appeared_at
    waits = (version.visible_from, version.let_through_at)
    return max([start, *(at for at in waits if at is not None)])


def _ends_at(version: VersionRecord) -> datetime | None:
    """When the permission it states itself ends."""
    stated = version.listing.permissions if version.listing else ()
    ends = (one.permission.expires_at for one in stated)
    return min((end for end in ends if end is not None), default=None)


def _last_change(versions: tuple[VersionRecord, ...], published_at: datetime) -> datetime:
    """
    When readers were last told of a change. A touch-up moves nothing (AT-07); a return after an
    end, asked for or of its permission, moves it past the tombstone (TS-03).
    """
    updated, before, ended = published_at, None, None
    for version in versions:
        if not _is_public(version):
            ended = version.stored_at
            continue
        if ended is None and before is not None:
            ended = _end_before(version, before)
        if ended is not None:
            updated = max(updated, version.stored_at, ended + timedelta(seconds=1))
        elif before is not None and is_significant(before, version):
            updated = max(updated, _changed_at(version, updated))
        before, ended = version, None
    return updated


def _changed_at(version: VersionRecord, updated: datetime) -> datetime:
    """
    When its partner changed it; where readers here were told of something since, when it came.

    A correction that was made before we published what it corrects is news to our readers all
    the same, and MSN takes no update whose date did not move (MS-05). But an old story that came
    with its back catalogue was not changed when it was stored.
    """
    if version.appeared_at is not None:
        return version.appeared_at if version.stated_at is None else counts_from(version)
    stated = counts_from(version)
    return stated if stated > updated else version.stored_at


def _end_before(version: VersionRecord, before: VersionRecord) -> datetime | None:
    """When *before* was over by itself, if *version* came only after that."""
    end = _ends_at(before)
    return end if end is not None and end <= version.stored_at else None
