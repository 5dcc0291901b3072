"""
Telling a typo fix from a change, and a copy of a story from another story (AT-07, rows C3, B62).

A text is sketched by the smallest hashes of its three-word sequences (bottom-k MinHash, Broder
1997): two sketches estimate how much of the texts is the same without keeping either.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import xxhash

from reprise.model.versions import VersionRecord

SKETCH_SIZE = 64
"""Hashes kept: the estimate is right within about six hundredths, in some 700 bytes."""

SAME_TEXT = 0.9
"""From this share of shared sequences up, a new version is a touch-up, not a change."""

SAME_HEADLINE = 0.9

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")


def sketch(text: str) -> tuple[int, ...]:
    """The sketch of *text*: up to 64 ascending 32-bit numbers; empty for text without words."""
    words = _WORD.findall(text.casefold())
    if not words:
        return ()
    runs = zip(words, words[1:], words[2:], strict=False) if len(words) > 2 else [words]  # noqa: PLR2004 - three words
    hashes = {xxhash.xxh32_intdigest(" ".join(run).encode()) for run in runs}
    return tuple(sorted(hashes)[:SKETCH_SIZE])


def similarity(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Estimated share of sequences two texts have in common, 0 to 1."""
    if not one or not other:
        return 1.0 if one == other else 0.0
    size = min(SKETCH_SIZE, max(len(one), len(other)))
    union = sorted(set(one) | set(other))[:size]
    both = set(one) & set(other)
    return sum(value in both for value in union) / len(union)


def is_significant(before: VersionRecord, after: VersionRecord) -> bool:
    """
    Whether readers should be told that *after* differs from *before* (AT-07).

    A correction always is; so is another headline or a text of which more than a tenth changed.
    """
    if after.correction and after.digest != before.digest:
        return True
    if similarity(before.significance, after.significance) < SAME_TEXT:
        return True
    return not _same_headline(before, after)


def _same_headline(before: VersionRecord, after: VersionRecord) -> bool:
    one = before.listing.headline.casefold() if before.listing else ""
    other = after.listing.headline.casefold() if after.listing else ""
    return one == other or SequenceMatcher(None, one, other).ratio() >= SAME_HEADLINE
