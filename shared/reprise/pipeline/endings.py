"""
When an article that was shown stopped being so, and whether anybody has to be told (TS-01, B45).

Who never was told of an article is not told that it is gone: its id alone would be a leak
(invariant 1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from reprise.model.ruling import Reason, Ruling
from reprise.model.versions import MemberRow, Status
from reprise.pipeline.rulings import Rulings, Subject, subject_of

Allows = Callable[[Rulings, Subject], bool]
"""Whether an article was to be seen, at the place that is asked about."""


def ending(
    row: MemberRow,
    ruling: Ruling,
    rulings: Rulings,
    allows: Allows,
    *,
    after: datetime | None = None,
) -> datetime | None:
    """
    The instant at which *row*, which may not be shown, ended where *allows* had let it stand.

    Args:
        after: What ended at or before this instant is of no interest any more.

    Returns:
        ``None`` when it never stood there, or nobody knows since when it does not.
    """
    at = _ended_at(row, ruling, rulings)
    if at is None or at <= row.release_at or (after is not None and at <= after):
        return None
    subject = replace(subject_of(row), status=Status.USABLE)
    return at if allows(rulings.just_before(at), subject) else None


def _ended_at(row: MemberRow, ruling: Ruling, rulings: Rulings) -> datetime | None:
    if row.status is not Status.USABLE:
        return row.ended_at
    subject = subject_of(row)
    if ruling.reason is Reason.EXPIRED:
        return rulings.effective(subject).permission.expires_at
    if ruling.reason is Reason.REVOKED:
        return rulings.revoked_at(subject)
    partner = rulings.configuration.partners.get(row.partner)
    if ruling.reason is Reason.PARTNER_CLOSED and partner is not None:
        return partner.closed_at
    return None
