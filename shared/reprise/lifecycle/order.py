"""
The order rule of invariant 4: which of two versions of one article is the newer.

It is decided by what the versions say and when they were stored, never by when they happened to
be processed:

1. A version with a higher stated number is never older than one with a lower number.
2. Otherwise the one whose stated time is later is newer; a version that states no time counts
   from the moment it was stored, and a stated time after that moment counts as that moment.
3. At the same time a take-back comes after what it takes back; then the later stored one is newer,
   then the one with the greater content digest.

Rule 1 makes rule 2 hold between versions with and without numbers too: a numbered version counts
from the latest time of any version with a lower number. So the order is total, and a pure function
of the set.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reprise.model.submission import Action
from reprise.model.versions import VersionRecord

_RANK = {Action.PUBLISH: 0, Action.WITHDRAW: 1, Action.KILL: 2}


def counts_from(version: VersionRecord) -> datetime:
    """The moment a version counts from by itself (rule 2)."""
    if version.stated_at is None:
        return version.stored_at
    return min(version.stated_at, version.stored_at)


def in_order(versions: Iterable[VersionRecord]) -> tuple[VersionRecord, ...]:
    """The set *versions* from oldest to newest; equal sets give equal tuples."""
    unique = tuple({_name(version): version for version in versions}.values())
    moments = _moments(unique)
    return tuple(sorted(unique, key=lambda version: _sort_key(version, moments[_name(version)])))


def _name(version: VersionRecord) -> tuple[str, str]:
    return version.upload, version.digest


def _moments(versions: tuple[VersionRecord, ...]) -> dict[tuple[str, str], datetime]:
    moments = {_name(version): counts_from(version) for version in versions}
    latest: datetime | None = None
    numbered = [version for version in versions if version.stated_version is not None]
    for version in sorted(numbered, key=lambda v: (v.stated_version, counts_from(v))):
        own = moments[_name(version)]
        latest = own if latest is None else max(latest, own)
        moments[_name(version)] = latest
    return moments


def _sort_key(
    version: VersionRecord, moment: datetime
) -> tuple[datetime, int, int, datetime, str, str]:
    return (
        moment,
        -1 if version.stated_version is None else version.stated_version,
        _RANK[version.action],
        version.stored_at,
        version.digest,
        version.upload,
    )
