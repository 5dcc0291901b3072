"""
The narrowest of several values: one small function per kind of point.

Each takes what was said about a point as ``(speaker, value)`` pairs, leaves out silence, and
returns who decided together with the value, or ``None`` when nobody spoke.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from reprise.model.permission import Origin

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    Who said something.

    Attributes:
        name: Of the grant, document or agreement, when it has one.
        via: The licence it named, when that licence said it.
    """

    origin: Origin
    name: str = ""
    via: str = ""

    def __str__(self) -> str:
        named = f"{self.origin} {self.name}" if self.name else str(self.origin)
        return f"{named} ({self.via})" if self.via else named


Spoken = list[tuple[Speaker, T]]
Decided = tuple[Speaker, T]


def spoken(pairs: Iterable[tuple[Speaker, T | None]]) -> Spoken[T]:
    """Only those who said something."""
    return [(speaker, value) for speaker, value in pairs if value is not None]


def first(said: Spoken[T]) -> Decided[T] | None:
    return said[0] if said else None


def latest(said: Spoken[Any]) -> Decided[Any] | None:
    """The latest instant, or the largest number: for what must have passed."""
    return max(said, key=_value) if said else None


def earliest(said: Spoken[Any]) -> Decided[Any] | None:
    """The earliest instant, or the smallest number: for what must not be reached."""
    return min(said, key=_value) if said else None


def no_wins(said: Spoken[bool]) -> Decided[bool] | None:
    """One no is a no."""
    return next((one for one in said if not one[1]), None) or first(said)


def yes_wins(said: Spoken[bool]) -> Decided[bool] | None:
    """One duty is a duty."""
    return next((one for one in said if one[1]), None) or first(said)


def common(
    said: Spoken[frozenset[str]],
    both: Callable[[frozenset[str], frozenset[str]], frozenset[str]] = frozenset.__and__,
) -> Decided[frozenset[str]] | None:
    """What every list holds; whoever narrowed it last decided."""
    if not said:
        return None
    who, values = said[0]
    for speaker, more in said[1:]:
        narrowed = both(values, more)
        if narrowed != values:
            who, values = speaker, narrowed
    return who, values


def together(said: Spoken[frozenset[str]]) -> Decided[frozenset[str]] | None:
    """What any list holds: for lists that forbid."""
    said = [one for one in said if one[1]]
    return (said[0][0], frozenset().union(*(values for _, values in said))) if said else None


def common_languages(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """
    Language ranges that both allow: ``en`` with ``en-GB`` leaves ``en-GB``.

    >>> sorted(common_languages(frozenset({"en", "fr"}), frozenset({"en-GB", "de"})))
    ['en-GB']
    """
    return frozenset(
        {tag for tag in one if covers_language(other, tag)}
        | {tag for tag in other if covers_language(one, tag)}
    )


def covers_language(ranges: frozenset[str], tag: str) -> bool:
    """
    Basic filtering (RFC 4647 section 3.3.1): a range covers itself and what continues it.

    >>> covers_language(frozenset({"en"}), "EN-gb"), covers_language(frozenset({"en"}), "enm")
    (True, False)
    """
    if tag in ranges:
        return True
    wanted = tag.casefold()
    for allowed in ranges:
        prefix = allowed.casefold()
        if wanted == prefix or wanted.startswith(f"{prefix}-"):
            return True
    return False


def folded(names: frozenset[str] | None) -> frozenset[str] | None:
    """Names as they are compared: without regard to capitals and spacing."""
    return None if names is None else frozenset(fold(name) for name in names)


def fold(name: str) -> str:
    """
    >>> fold(" Google  News ")
    'google news'
    """
    return " ".join(name.split()).casefold()


def _value(one: tuple[Speaker, Any]) -> Any:
    return one[1]
