"""
What must be shown when, worked out of a year's script alone, without a line of the product.

It knows one simple thing: whether an article is visible at an instant. Everything else follows:
its release is the first instant at which it was, a list is what is visible and chosen, newest
release first, each story once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

from tests.flows.year import Event

Name = tuple[str, str]
"""Partner, and what it calls the article."""

Says = dict[str, Any]
"""A version, as it was uploaded."""

INSTANTS = ("embargoed_until", "starts_at", "expires_at")


class Reference:
    """The script of a year, asked about instants."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._lives: dict[Name, list[Event]] = defaultdict(list)
        self._grants: list[Event] = []
        self._released: dict[Name, datetime] = {}
        for event in events:
            if "grant" in event.data:
                self._grants.append(event)
            else:
                self._lives[event.partner, event.data["id"]].append(event)

    # One article

    def visible(self, name: Name, at: datetime) -> Says | None:
        """What it says at *at*, if it has a page then."""
        past = list(takewhile(lambda event: event.at <= at, self._lives[name]))
        if not past or any(event.data.get("action") == "kill" for event in past):
            return None
        says = past[-1].data
        if "action" in says or not _is_time(says, at):
            return None
        return says if name[0] != "silent" or self._is_granted(says, at) else None

    def _is_granted(self, says: Says, at: datetime) -> bool:
        """Both grants cover one source, so one that is not revoked is enough."""
        past = takewhile(lambda event: event.at <= at, self._grants)
        latest = {event.data["grant"]["id"]: event.data["action"] for event in past}
        return says["source"]["name"] == "Silent Review" and "grant" in latest.values()

    def released(self, name: Name, at: datetime) -> datetime:
        """The first instant at which it was visible, of an article that is so by *at*."""
        if name not in self._released:
            moments = sorted(moment for moment in self._moments(name) if moment <= at)
            self._released[name] = next(one for one in moments if self.visible(name, one))
        return self._released[name]

    def _moments(self, name: Name) -> set[datetime]:
        """Instants at which something about it may change."""
        stated = (event.data.get("permission") or {} for event in self._lives[name])
        instants = (one[key] for one in stated for key in INSTANTS if key in one)
        uploads = (event.at for event in (*self._lives[name], *self._grants))
        return {*uploads, *map(datetime.fromisoformat, instants)}

    # Lists

    def pages(self, at: datetime) -> dict[Name, Says]:
        """Every article that has a page."""
        everyone = ((name, self.visible(name, at)) for name in self._lives)
        return {name: says for name, says in everyone if says is not None}

    def listed(
        self, shown: Collection[Name], at: datetime, *, key: Callable[[Name], str]
    ) -> list[Name]:
        """*shown* without all copies of a story but one, newest first; *key* parts equal ones."""
        once = [name for name in shown if self._is_preferred(name, shown, at)]
        return sorted(once, key=lambda name: (self.released(name, at), key(name)), reverse=True)

    def _is_preferred(self, name: Name, shown: Collection[Name], at: datetime) -> bool:
        """Nobody's copies are preferred in the configuration, so the one released first is."""
        other = _twin(name)
        return other not in shown or self.released(name, at) < self.released(other, at)

    def taken_back(self, at: datetime) -> dict[Name, datetime]:
        """Articles that somebody took back while they were visible, with the instant."""
        return {
            name: end
            for name in self._lives
            if (end := self._taken_back(name, at)) and self.visible(name, end - _TICK)
        }

    def _taken_back(self, name: Name, at: datetime) -> datetime | None:
        """When, if that still holds at *at*: a kill holds for ever."""
        ends: datetime | None = None
        for event in takewhile(lambda event: event.at <= at, self._lives[name]):
            if event.data.get("action") == "kill":
                return event.at
            ends = (ends or event.at) if "action" in event.data else None
        return ends


_TICK = timedelta(microseconds=1)


def _twin(name: Name) -> Name:
    """The article of the same number that another partner has a copy of, or has."""
    kind, _, number = name[1].partition("-")
    return ("meadow", f"copy-{number}") if kind == "article" else ("harbour", f"article-{number}")


def _is_time(says: Says, at: datetime) -> bool:
    permission = says.get("permission") or {}
    known = (
        datetime.fromisoformat(permission[key]) if key in permission else None for key in INSTANTS
    )
    embargo, start, end = known
    return not (embargo and at < embargo) and not (start and at < start) and not (end and end <= at)


def is_passed_on_whole(says: Says) -> bool:
    """Whether whoever takes whole texts only may have it."""
    return "uses" not in (says.get("permission") or {})


def is_indexed(says: Says) -> bool:
    """Whether search engines may list its page: not where the original is named as the true one."""
    return "duties" not in (says.get("permission") or {})
