"""Counts what a quota has used up (row B37)."""

from __future__ import annotations

from datetime import timedelta

from reprise.model.configuration import SITE
from reprise.model.permission import Quota
from reprise.model.versions import MemberRow
from reprise.pipeline.rulings import Subject
from reprise.rights.quotas import start_of_period
from reprise.stores.ports import Stores


class Usage:
    """
    How many of a partner's articles came before one in its quota's period.

    The first so many by release time fit; so the answer does not depend on who asks when, and a
    withdrawn article makes room. Costs a read of the period's rows, for articles under a quota
    only.
    """

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def __call__(self, subject: Subject, quota: Quota) -> int:
        if subject.release_at is None:
            return 0
        start = start_of_period(quota, subject.release_at)
        end = subject.release_at + timedelta.resolution
        rows = self._stores.articles.members_between(SITE, start, end)
        return sum(_counts(row, subject) for row in rows)


def _counts(row: MemberRow, subject: Subject) -> bool:
    own = (subject.release_at, subject.article_id)
    return row.partner == subject.partner and row.live and (row.release_at, row.article_id) < own
