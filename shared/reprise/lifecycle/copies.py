"""
Copies of one story from several partners: found by their text, one shown in each channel
(rows B62, B63, C30).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reprise.lifecycle.significance import similarity
from reprise.model.configuration import Configuration
from reprise.model.submission import Submission
from reprise.model.versions import ArticleRecord, MemberRow, VersionRecord

BANDS = 8
"""Smallest hashes a text is filed under. Two texts that share four fifths of their sequences
share none of these in fewer than three of a million cases (0.2 ** 8)."""

SAME_STORY = 0.8
"""Share of sequences from which two texts are copies of one story."""

SHORTEST = 40
"""Sequences below which a text is too short to tell: two short notices often read alike."""


def bands(significance: Sequence[int]) -> tuple[str, ...]:
    """Names under which a text is filed to be found by its copies; none for short texts."""
    if len(significance) < SHORTEST:
        return ()
    return tuple(f"{value:08x}" for value in significance[:BANDS])


def are_copies(version: VersionRecord, other: ArticleRecord) -> bool:
    """
    Whether *version* tells the same story as any text that *other* ever had.

    Any, not the newest: which is the newest depends on what has arrived so far (invariant 4).
    """
    return any(
        similarity(version.significance, one.significance) >= SAME_STORY for one in other.versions
    )


def joined(
    record: ArticleRecord,
    copies: Iterable[str] = (),
    *,
    translations: Iterable[str] = (),
    rev: int,
) -> ArticleRecord:
    """
    *record* with *copies* and *translations* among those it knows, one above *rev*, the revision
    that is stored; the same record when it knew them all.
    """
    own = {record.article_id}
    known = {
        "copies": record.copies | (frozenset(copies) - own),
        "translations": record.translations | (frozenset(translations) - own),
    }
    if known == {"copies": record.copies, "translations": record.translations}:
        return record
    return record.model_copy(update={**known, "rev": rev + 1})


def chosen(rows: Sequence[MemberRow], configuration: Configuration) -> list[MemberRow]:
    """
    *rows* (all of them may be shown), each story once: the copy of the partner with the lowest
    ``preference``, then the one released first.

    Two articles with the same public id are copies too, whatever their texts (AT-13, C2).
    """
    stories = _stories(rows)
    best: dict[int, MemberRow] = {}
    for row, story in zip(rows, stories, strict=True):
        rival = best.get(story)
        if rival is None or _rank(row, configuration) < _rank(rival, configuration):
            best[story] = row
    kept = {id(row) for row in best.values()}
    return [row for row in rows if id(row) in kept]


def _stories(rows: Sequence[MemberRow]) -> list[int]:
    """The number of the story of each row; rows that know each other share one."""
    first_by_name: dict[str, int] = {}
    story = list(range(len(rows)))

    def root(at: int) -> int:
        while story[at] != at:
            at = story[at]
        return at

    for at, row in enumerate(rows):
        for name in (row.article_id, row.listed.guid, *row.copies):
            other = root(first_by_name.setdefault(name, at))
            one = root(at)
            story[max(one, other)] = min(one, other)
    return [root(at) for at in range(len(rows))]


def _rank(row: MemberRow, configuration: Configuration) -> tuple[int, object, str]:
    partner = configuration.partners.get(row.partner)
    return (partner.preference if partner else 10**9, row.release_at, row.article_id)


def loops_back(submission: Submission, configuration: Configuration) -> bool:
    """
    Whether the item is our own republication on its way back to us (row B63).

    Its address lies on our site, or its chain of publications names ours.
    """
    publication = configuration.publication
    root = f"{publication.base_url}/"
    if any(address.startswith(root) for address in _addresses(submission)):
        return True
    chain: Mapping[str, None] = dict.fromkeys(
        name.casefold() for name in (submission.source.chain if submission.source else ())
    )
    return publication.name.casefold() in chain


def _addresses(submission: Submission) -> Iterable[str]:
    canonical = (submission.canonical_url,) if submission.canonical_url else ()
    return (*canonical, *submission.alternate_urls)
