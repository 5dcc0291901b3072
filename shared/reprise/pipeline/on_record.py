"""
What was shown where, from when to when, on whose word: by article, by partner, by grant (row B39).

A listing costs what it answers: the newest lines of the partner or the grant, then the ledger of
each article named there, to see how it ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from reprise.model.ledger import LedgerEntry, Showing, showings
from reprise.model.ruling import Finding
from reprise.rights.explain import reason_in_words
from reprise.stores.ports import Stores


def of_article(article_id: str, stores: Stores) -> tuple[Showing, ...]:
    """Every time in which the article was shown, the newest first."""
    return showings(stores.ledger.of(article_id))


def of_partner(
    partner: str,
    stores: Stores,
    *,
    grant: str | None = None,
    until: datetime | None = None,
    limit: int = 100,
) -> tuple[Showing, ...]:
    """
    The newest showings of *partner*'s articles, or of those on the word of its *grant*.

    Args:
        until: Those that began then or before, for asking on from the last of a listing.
    """
    began = stores.ledger.lately(partner, grant=grant, until=until, limit=limit)
    return tuple(_with_ends(began, stores))


def _with_ends(began: Sequence[LedgerEntry], stores: Stores) -> Iterator[Showing]:
    names = dict.fromkeys(entry.article_id for entry in began)
    known = {_key(one.began): one for name in names for one in showings(stores.ledger.of(name))}
    return (known[_key(entry)] for entry in began if _key(entry) in known)


def _key(entry: LedgerEntry) -> tuple[str, str, datetime]:
    return entry.article_id, entry.channel, entry.at


def as_json(told: Iterable[Showing]) -> list[dict[str, Any]]:
    """For programs."""
    return [_showing(one) for one in told]


def _showing(one: Showing) -> dict[str, Any]:
    began, ended = one.began, one.ended
    return {
        "article_id": began.article_id,
        "channel": began.channel,
        "partner": began.partner,
        "text": began.text,
        "from": began.at.isoformat(),
        "to": ended.at.isoformat() if ended else None,
        "on_the_word_of": [_finding(finding) for finding in began.findings],
        "ended_by": ended.change.value if ended else None,
        "why": [_finding(finding) for finding in ended.findings] if ended else [],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {**finding.model_dump(mode="json"), "words": reason_in_words(finding)}


def in_words(one: Showing) -> str:
    """One line for people."""
    began, ended = one.began, one.ended
    words = ", ".join(map(reason_in_words, began.findings))
    shown = f"{began.channel} · {began.text or 'shown'}: from {began.at.isoformat()}"
    if ended is None:
        return f"{shown} on, {words}"
    why = ", ".join(map(reason_in_words, ended.findings))
    end = f"{ended.change.value}{f': {why}' if why else ''}"
    return f"{shown} to {ended.at.isoformat()}, {words}; {end}"
