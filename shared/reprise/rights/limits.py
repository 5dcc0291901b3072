"""
Limits of one rule in a policy, and what several of them leave together.

A policy nests limits (AND, OR, exactly one) and turns them round (a prohibition *where* something
holds). What our permission can't say exactly is not understood, and never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from reprise.model.permission import Quota
from reprise.rights.narrowest import common_languages

Names = frozenset[str]


class NotUnderstoodError(ValueError):
    """A construct of a policy that holds the article; its text says which."""


@dataclass(frozen=True, slots=True)
class Limits:
    """
    Where, when, for whom and for what a rule holds. ``None`` and empty are no limit.

    Attributes:
        allow / deny: Territories. languages, recipients, purposes: allowed ones.
        not_languages / not_recipients: Excluded ones, which a permission can't hold but a
            prohibition can turn round.
        starts_at / ends_at: Half open.
        wait_days: Days after first publication.
        subject: ``text`` or ``pictures``, when it is about one of them only.
        never: It can't hold for a publication on the web at all.
    """

    allow: Names | None = None
    deny: Names = frozenset()
    languages: Names | None = None
    not_languages: Names = frozenset()
    recipients: Names | None = None
    not_recipients: Names = frozenset()
    purposes: Names | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    wait_days: int | None = None
    max_words: int | None = None
    quota: Quota | None = None
    subject: str | None = None
    never: bool = False

    def differing(self, other: Limits) -> set[str]:
        """Names of the limits in which the two differ."""
        return {
            one.name for one in fields(self) if getattr(self, one.name) != getattr(other, one.name)
        }


EVERYWHERE = Limits()
NEVER = Limits(never=True)


def all_of(*limits: Limits) -> Limits:
    """What holds when each of *limits* holds (OD-03)."""
    result = EVERYWHERE
    for one in limits:
        result = _both(result, one)
    return result


def any_of(*limits: Limits) -> Limits:
    """
    What holds when one of *limits* holds.

    Raises:
        NotUnderstoodError: They differ in more than one point, or in one that has no union.
    """
    result = limits[0]
    for one in limits[1:]:
        result = _either(result, one)
    return result


def exactly_one_of(*limits: Limits) -> Limits:
    """
    What holds when exactly one of *limits* holds: each territory or name on its own.

    Raises:
        NotUnderstoodError: They are not closed lists of one kind.
    """
    different = {name for one in limits for name in one.differing(limits[0])}
    lists = [getattr(one, name) for one in limits for name in different]
    if len(different) != 1 or not different <= _CLOSED or None in lists:
        raise NotUnderstoodError("exactly one of several conditions that are no plain lists")
    once = frozenset(v for values in lists for v in values if sum(v in o for o in lists) == 1)
    changed: dict[str, Any] = dict.fromkeys(different, once)
    return replace(limits[0], **changed)


def outside(limits: Limits) -> Limits:
    """
    What holds where *limits* do not: the permission that a prohibition with limits leaves.

    Raises:
        NotUnderstoodError: More than one limit, or one that can't be turned round.
    """
    if limits.never:
        return EVERYWHERE
    stated = limits.differing(EVERYWHERE)
    if len(stated) != 1:
        raise NotUnderstoodError("a prohibition under several conditions at once")
    (name,) = stated
    if limits.purposes is not None:
        return Limits(purposes=PURPOSES - limits.purposes)
    if name not in _TURNED:
        raise NotUnderstoodError(f"a prohibition limited by {name.replace('_', ' ')}")
    turned = _TURNED[name]
    return Limits(**{turned: getattr(limits, name)})


def is_within(narrow: Limits, wide: Limits) -> bool:
    """Whether all that *narrow* lets through, *wide* lets through."""
    return _both(narrow, wide) == narrow


PURPOSES = frozenset({"commercial", "non-commercial"})
"""The purposes a publication can have here."""

_CLOSED = {"allow", "recipients", "purposes"}
_LISTS = _CLOSED | {"languages"}

_TURNED = {
    "allow": "deny",
    "deny": "allow",
    "languages": "not_languages",
    "not_languages": "languages",
    "recipients": "not_recipients",
    "not_recipients": "recipients",
    "starts_at": "ends_at",
    "ends_at": "starts_at",
}
"""What a limit becomes when it is turned round: half-open instants meet exactly."""


def _both(one: Limits, other: Limits) -> Limits:
    if one.subject and other.subject and one.subject != other.subject:
        return NEVER
    if one.never or other.never:
        return NEVER
    allow, deny = _common(one.allow, other.allow), one.deny | other.deny
    return Limits(
        # One way to say it, so that equal limits are equal values.
        allow=None if allow is None else allow - deny,
        deny=deny if allow is None else frozenset(),
        languages=_common_languages(one.languages, other.languages),
        not_languages=one.not_languages | other.not_languages,
        recipients=_common(one.recipients, other.recipients),
        not_recipients=one.not_recipients | other.not_recipients,
        purposes=_common(one.purposes, other.purposes),
        starts_at=_last(one.starts_at, other.starts_at),
        ends_at=_first(one.ends_at, other.ends_at),
        wait_days=_last(one.wait_days, other.wait_days),
        max_words=_first(one.max_words, other.max_words),
        quota=_quota(one.quota, other.quota),
        subject=one.subject or other.subject,
    )


def _either(one: Limits, other: Limits) -> Limits:
    if other.never or is_within(other, one):
        return one
    if one.never or is_within(one, other):
        return other
    different = one.differing(other)
    if len(different) == 1 and different <= _LISTS:
        (name,) = different
        joined: dict[str, Any] = {name: getattr(one, name) | getattr(other, name)}
        return replace(one, **joined)
    if different == {"deny"}:
        return replace(one, deny=one.deny & other.deny)
    if different <= {"starts_at", "ends_at"} and _touch(one, other):
        return replace(
            one,
            starts_at=_open(min, one.starts_at, other.starts_at),
            ends_at=_open(max, one.ends_at, other.ends_at),
        )
    raise NotUnderstoodError("alternatives that differ in more than one point")


def _touch(one: Limits, other: Limits) -> bool:
    """Whether two spans of time leave no gap between them."""
    return not (_gap(one.ends_at, other.starts_at) or _gap(other.ends_at, one.starts_at))


def _gap(end: datetime | None, start: datetime | None) -> bool:
    return end is not None and start is not None and end < start


def _common(one: Names | None, other: Names | None) -> Names | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def _common_languages(one: Names | None, other: Names | None) -> Names | None:
    if one is None or other is None:
        return other if one is None else one
    return common_languages(one, other)


def _last(one: Any, other: Any) -> Any:
    return max((value for value in (one, other) if value is not None), default=None)


def _first(one: Any, other: Any) -> Any:
    return min((value for value in (one, other) if value is not None), default=None)


def _open(pick: Any, one: datetime | None, other: datetime | None) -> datetime | None:
    """The wider end of two spans; no end is the widest."""
    return None if one is None or other is None else pick(one, other)


def _quota(one: Quota | None, other: Quota | None) -> Quota | None:
    if one is None or other is None:
        return one or other
    if one.period != other.period:
        raise NotUnderstoodError("quotas of different periods in one rule")
    return min(one, other, key=lambda quota: quota.count)
