"""
Duties of several statements together: all of them, each at its strictest (B33, B34, B38).

Two exact values of one duty (credit lines, addresses) can't both be kept as one: they contradict
each other, unless one contains the other. A credit line that a notice in the text carries gives
way to the line a statement demands: the notice is how somebody once kept the duty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reprise.model.permission import CreditPlace, Duties, Noindex, Origin
from reprise.model.ruling import Finding, Reason
from reprise.rights import narrowest
from reprise.rights.narrowest import Decided, Speaker, Spoken, spoken

Said = Sequence[tuple[Speaker, Duties]]

_NONE = Duties()


def combine_duties(said: Said) -> tuple[Duties, dict[str, Speaker], list[Finding]]:
    """The duties, who set each, and what contradicts what."""
    said = [(speaker, duties) for speaker, duties in said if duties != _NONE]
    if not said:
        return _NONE, {}, []
    values: dict[str, Any] = {}
    decided: dict[str, Speaker] = {}
    conflicts: list[Finding] = []
    for duty, strictest in _STRICTEST.items():
        demands = spoken((speaker, getattr(duties, duty)) for speaker, duties in said)
        found = strictest(demands)
        if isinstance(found, _Conflict):
            conflicts.append(found.finding(duty))
        elif found is not None:
            decided[f"duties.{duty}"], values[duty] = found
    return Duties(**values), decided, conflicts


class _Conflict:
    """Two demands that can't both be met."""

    def __init__(self, one: Decided[Any], other: Decided[Any]) -> None:
        self.one, self.other = one, other

    def finding(self, duty: str) -> Finding:
        (speaker, value), (second, different) = self.one, self.other
        return Finding(
            reason=Reason.CONTRADICTION,
            origin=speaker.origin,
            name=speaker.name,
            detail=f"duties.{duty}: {value!s} ({speaker}) and {different!s} ({second})",
        )


def _exact(said: Spoken[str]) -> Decided[str] | _Conflict | None:
    """The value that contains all others."""
    if not said:
        return None
    longest = max(said, key=lambda one: len(one[1]))
    for one in said:
        if _plain(one[1]) not in _plain(longest[1]):
            return _Conflict(longest, one)
    return longest


def _same(said: Spoken[str]) -> Decided[str] | _Conflict | None:
    """Addresses: one, or a contradiction."""
    different = next((one for one in said if one[1] != said[0][1]), None)
    return _Conflict(said[0], different) if different else narrowest.first(said)


def _credit_line(said: Spoken[str]) -> Decided[str] | _Conflict | None:
    demanded = [one for one in said if one[0].origin is not Origin.NOTICE]
    return _exact(demanded or said)


def _place(said: Spoken[CreditPlace]) -> Decided[CreditPlace] | _Conflict | None:
    """A place beats *anywhere*; two places are a contradiction."""
    placed = [one for one in said if one[1] is not CreditPlace.ANY]
    different = next((one for one in placed if one[1] is not placed[0][1]), None)
    return _Conflict(placed[0], different) if different else narrowest.first(placed or said)


def _link_back(said: Spoken[bool | str]) -> Decided[Any] | _Conflict | None:
    """An address is stricter than *the original*, which is stricter than *not needed*."""
    addresses = [(speaker, value) for speaker, value in said if isinstance(value, str)]
    answers = [(speaker, value) for speaker, value in said if isinstance(value, bool)]
    return _same(addresses) or narrowest.yes_wins(answers)


_HIDDEN = (Noindex.NONE, Noindex.NEWS, Noindex.ALL)


def _noindex(said: Spoken[Noindex]) -> Decided[Noindex] | None:
    return max(said, key=lambda one: _HIDDEN.index(one[1])) if said else None


def _plain(words: str) -> str:
    return " ".join(words.split())


_STRICTEST: dict[str, Callable[[Spoken[Any]], Decided[Any] | _Conflict | None]] = {
    "attribution": narrowest.yes_wins,
    "credit_line": _credit_line,
    "credit_place": _place,
    "link_back": _link_back,
    "canonical": narrowest.yes_wins,
    "noindex": _noindex,
    "keep_links": narrowest.yes_wins,
    "no_changes": narrowest.yes_wins,
    "pixel": _same,
    "blurb": _exact,
    "notify": _same,
    "delete_at_expiry": narrowest.yes_wins,
}
"""Every duty of :class:`~reprise.model.permission.Duties` (a test compares the two)."""
