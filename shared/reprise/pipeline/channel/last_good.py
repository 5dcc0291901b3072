"""What stays public when a new document may not go out (invariant 5), and what must not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from reprise.model.document import Document, Fragment
from reprise.outputs.checks import check


def brought_up_to_date(
    last: Document, bad: Document, *, keys: Mapping[str, str], away: Collection[str], now: datetime
) -> Document:
    """
    *last*, the last good document, without what it must not show any more: what may be wrong with
    the new one is no reason to go on showing what was taken back (invariants 1 and 6).

    Args:
        bad: The document that was held back, to take new versions of old entries from, each if it
            passes the checks alone.

        keys: The present entry key of each article that may be shown.

        away: Articles that may not be shown in it.
    """
    kept = dict(_entries(last, bad, keys, now, frozenset(away)))
    return replace(last, entry_keys=tuple(kept), entries=tuple(kept.values()))


def _entries(
    last: Document, bad: Document, keys: Mapping[str, str], now: datetime, away: frozenset[str]
) -> Iterator[tuple[str, Fragment]]:
    made = dict(zip(bad.entry_keys, bad.entries, strict=True))
    for key, part in zip(last.entry_keys, last.entries, strict=True):
        article_id = key.partition(".")[0]
        present = keys.get(article_id, key)
        if article_id in away:
            continue
        if present == key:
            yield key, part
        elif present in made and _is_good(last, present, made[present], now):
            yield present, made[present]


def _is_good(last: Document, key: str, part: Fragment, now: datetime) -> bool:
    return not check(replace(last, entry_keys=(key,), entries=(part,)), now=now)
