"""
A year of a newsroom as a script: thousands of articles with all that time can do to them.

:class:`Year` writes the script from a seed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.newsroom import EVERYTHING, START, story

YEAR = timedelta(days=365)
SECTIONS = ("Sea", "Land", "Sky", "Town")
LANGUAGES = ("en", "en-GB", "de", "und")
WORDS = [
    "harbour",
    "ferry",
    "bridge",
    "lantern",
    "meadow",
    "council",
    "orchard",
    "tide",
    "railway",
    "market",
    "lighthouse",
    "school",
    "winter",
    "engine",
    "archive",
    "garden",
    "quarry",
    "signal",
    "island",
    "baker",
    "choir",
    "museum",
    "ledger",
    "river",
]
GRANT = "review"


@dataclass(frozen=True)
class Event:
    """An upload: when it is stored, by whom, and what it says."""

    at: datetime
    partner: str
    data: dict[str, Any]


@dataclass
class Year:
    """Everything that is uploaded in a year, oldest first."""

    seed: int
    articles: int
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 - repeatable by its seed
        for number in range(self.articles):
            self._life(number)
        for name in ("first", "second"):
            self._grant(name)
        self.events.sort(key=lambda event: (event.at, event.partner, str(event.data.get("id"))))

    # One article

    def _life(self, number: int) -> None:
        """Its first version, and whatever happens to it afterwards."""
        partner = self.chance.choice(["harbour", "harbour", "meadow", "silent"])
        at = self._moment(START, YEAR)
        name, body = f"article-{number}", self._body(number)
        self._add(at, partner, self._version(name, body, number, at))
        for _ in range(self.chance.choice([0, 0, 1, 2])):
            at = self._moment(at, timedelta(days=self.chance.choice([1, 30])))
            self._add(at, partner, self._change(name, body, number, at))
        if partner == "harbour" and self.chance.random() < 0.15:
            copied = self._version(f"copy-{number}", body, number, at)
            self._add(self._moment(at, timedelta(days=3)), "meadow", copied)

    def _change(self, name: str, body: str, number: int, at: datetime) -> dict[str, Any]:
        kind = self.chance.choice(["version", "version", "typo", "withdraw", "withdraw", "kill"])
        if kind in {"withdraw", "kill"}:
            return {"format": "reprise/1", "action": kind, "id": name}
        text = body if kind == "typo" else self._body(number)
        return self._version(name, text, number, at)

    def _version(self, name: str, body: str, number: int, at: datetime) -> dict[str, Any]:
        sections = self.chance.sample(SECTIONS, self.chance.choice([1, 1, 2]))
        permission = self._permission(at)
        # Who asks for a canonical link says where to, or the article can't be shown.
        asks = "duties" in (permission or {})
        return story(
            name,
            headline=f"Number {number}: {' '.join(self.chance.sample(WORDS, 4))}",
            body_html=body,
            sections=sections,
            language=self.chance.choice(LANGUAGES),
            source={"name": self.chance.choice(["Silent Review", "Gull Gazette"])},
            pictures=self._pictures(number, at),
            permission=permission,
            canonical_url=f"https://origin.example/{name}" if asks else None,
        )

    def _permission(self, at: datetime) -> dict[str, Any] | None:
        """Instants some of which lie before others, after others, or in the past."""
        chances = (("embargoed_until", 0.25, 20), ("starts_at", 0.1, 20), ("expires_at", 0.4, 90))
        stated: dict[str, Any] = {
            name: self._moment(at - timedelta(hours=6), timedelta(days=days)).isoformat()
            for name, share, days in chances
            if self.chance.random() < share
        }
        if self.chance.random() < 0.1:
            stated["uses"] = {"syndicate_full": {"allowed": False}}
        if self.chance.random() < 0.05:
            stated["duties"] = {"canonical": True}
        return stated or None

    def _pictures(self, number: int, at: datetime) -> list[dict[str, Any]]:
        if self.chance.random() < 0.7:
            return []
        ends = self._moment(at, timedelta(days=60)).isoformat()
        return [{"url": f"https://pictures.example/{number}.jpg", "expires_at": ends}]

    def _body(self, number: int) -> str:
        words = " ".join(self.chance.choices(WORDS, k=60))
        return f"<p>Article {number} begins. {words}.</p>"

    # Grants

    def _grant(self, name: str) -> None:
        """Two grants that come and go; together they cover half of the partner's articles."""
        at = START
        while at < START + YEAR:
            at = self._moment(at, timedelta(days=80))
            grant = {
                "id": f"{GRANT}-{name}",
                "sources": ["Silent Review"],
                "permission": {"basis": "permission", "uses": EVERYTHING},
            }
            self._add(at, "silent", {"format": "reprise/1", "action": "grant", "grant": grant})
            at = self._moment(at, timedelta(days=80))
            over = {"format": "reprise/1", "action": "revoke", "grant": {"id": f"{GRANT}-{name}"}}
            self._add(at, "silent", over)

    # Time

    def _moment(self, start: datetime, span: timedelta) -> datetime:
        """To the second: nothing falls on the clock's minute by itself."""
        return start + timedelta(seconds=self.chance.randrange(1, int(span.total_seconds())))

    def _add(self, at: datetime, partner: str, data: dict[str, Any]) -> None:
        self.events.append(Event(at, partner, data))
