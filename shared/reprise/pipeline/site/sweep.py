"""
After a change of configuration or renderer the site looks at every page again, some each turn.

What it shows follows from the configuration as much as from the articles (invariant 3): a partner
that is closed or no longer named must leave its pages too, and those come first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import islice

from reprise.model.configuration import Configuration
from reprise.stores.ports import Articles

LookedAt = Mapping[str, str | None]
"""By partner the last article that was looked at, ``None`` when all were."""


def started(known: LookedAt, configuration: Configuration, now: datetime) -> dict[str, str | None]:
    """Everything is to be looked at: of all partners there are, and of those there were."""
    names = {*known, *configuration.partners}
    return dict.fromkeys(
        sorted(names, key=lambda name: (_stays(name, configuration, now), name)), ""
    )


def _stays(name: str, configuration: Configuration, now: datetime) -> bool:
    partner = configuration.partners.get(name)
    return partner is not None and not partner.is_closed(now)


def some(
    looked_at: LookedAt, articles: Articles, *, limit: int
) -> tuple[tuple[str, ...], dict[str, str | None]]:
    """Up to *limit* articles to look at next, and how far that brings it."""
    found: list[str] = []
    reached = dict(looked_at)
    for name, after in looked_at.items():
        if after is None:
            continue
        wanted = limit - len(found)
        if wanted <= 0:
            break
        ids = [one.article_id for one in islice(articles.records_of(name, after=after), wanted)]
        found += ids
        reached[name] = ids[-1] if len(ids) == wanted else None
    return tuple(found), reached


def is_over(looked_at: LookedAt) -> bool:
    """Whether everything was looked at."""
    return all(after is None for after in looked_at.values())
