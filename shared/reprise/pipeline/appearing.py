"""When an article may first be seen: by what it states, and by the grants on file."""

from __future__ import annotations

from datetime import datetime

from reprise.model.ruling import Reason, Ruling
from reprise.model.versions import ArticleRecord, Listing, VersionRecord
from reprise.pipeline.rulings import Rulings, Subject
from reprise.rights.ruling import NEVER, visible_from

TIMELY = frozenset({Reason.EMBARGO, Reason.NOT_STARTED, Reason.QUOTA, Reason.EXPIRED})
"""Reasons that time brings and takes away: the permission itself is there."""


def visible(
    record: ArticleRecord, listing: Listing, stored_at: datetime, rulings: Rulings
) -> datetime | None:
    """
    The first instant at which the permissions let the version stored at *stored_at* appear, by the
    grants that were on file then.

    Returns:
        ``None`` for at once, :data:`NEVER` while nobody permits it.
    """
    subject = Subject(record.article_id, record.partner, listing)
    openings = _openings(subject, stored_at, rulings)
    shown = (at for at, ruling in openings if ruling.reason is not Reason.EXPIRED)
    return next(shown, openings[0][0] if openings else NEVER)


def _openings(
    subject: Subject, stored_at: datetime, rulings: Rulings
) -> list[tuple[datetime | None, Ruling]]:
    """
    When it could appear by each set of grants before that was another one, with the ruling then:
    a grant that is taken back before an embargo lifts lets nothing appear.
    """
    spans = list(rulings.by_grants(subject.partner, since=stored_at))
    ends = [*(start for start, _ in spans[1:]), NEVER]
    found = []
    for (start, by_these), end in zip(spans, ends, strict=True):
        lifts = visible_from(by_these.effective(subject), subject.listing.published_at)
        opens = max(start, lifts or start)
        if opens >= end:
            continue
        ruling = by_these.at(opens).display(subject)
        if _may_appear(ruling):
            found.append((lifts if start == stored_at else opens, ruling))
    return found


def needs_a_grant(record: ArticleRecord, rulings: Rulings) -> bool:
    """Whether some version of *record* appears on the word of a grant on file alone, or would."""
    listings = (version.listing for version in record.versions)
    without = rulings.without_grants()
    return any(
        not _may_appear(without.display(Subject(record.article_id, record.partner, listing)))
        for listing in listings
        if listing is not None
    )


def _may_appear(display: Ruling) -> bool:
    """Whether it may be shown, or only the clock stands against it."""
    return display.granted or display.reason in TIMELY


def visible_as_granted(record: ArticleRecord, rulings: Rulings) -> ArticleRecord:
    """*record* with the versions that only grants let appear, as these say by now."""
    versions = tuple(_permitted(record, version, rulings) for version in record.versions)
    if versions == record.versions:
        return record
    return record.model_copy(update={"versions": versions, "rev": record.rev + 1})


def _permitted(record: ArticleRecord, version: VersionRecord, rulings: Rulings) -> VersionRecord:
    listing = version.listing
    if listing is None:
        return version
    subject = Subject(record.article_id, record.partner, listing)
    if version.visible_from != NEVER and _may_appear(rulings.without_grants().display(subject)):
        return version
    at = visible(record, listing, version.stored_at, rulings)
    return version.model_copy(update={"visible_from": at})
