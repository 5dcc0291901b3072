"""
Grants on file: which of them cover an article (rows B28, B39).

A grant covers what matches every limit it sets. Of several statements of one grant the newest
wins, by when it was stored and then by its digest, so that any order of delivery ends equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reprise.model.permission import Origin, Permission, Stated
from reprise.model.versions import GrantRecord, Listing
from reprise.rights.narrowest import fold


def covering(
    grants: Sequence[GrantRecord],
    *,
    partner: str,
    article_id: str,
    identity: str | None,
    listing: Listing,
) -> tuple[Stated, ...]:
    """
    What the partner's grants on file say about one article, in the order of their ids.

    Args:
        grants: Records in any order, of any partner, older statements included or not.

        identity: How the partner itself identifies the article, if known; a grant may name
            articles by this, by our id, by guid or by canonical address.

    Returns:
        Grants that cover it. Revoked ones are marked and give nothing; they let a ruling say
        that permission was there once.
    """
    named = _Names({article_id, identity, listing.guid, listing.canonical_url}, listing)
    own = [record for record in grants if record.partner == partner]
    ids = sorted({record.grant_id for record in own})
    current = (in_force([record for record in own if record.grant_id == name]) for name in ids)
    return tuple(
        Stated(
            origin=Origin.GRANT,
            name=record.grant_id,
            permission=record.permission,
            revoked=record.revoked,
        )
        for record in current
        if named.by(record)
    )


def in_force(statements: Iterable[GrantRecord]) -> GrantRecord:
    """
    The newest statement of one grant.

    A revocation rarely repeats what it ends; then scope and permission are those of the newest
    statement that has them, so that it stays known what was revoked.
    """
    in_order = sorted(statements, key=lambda record: (record.stored_at, record.digest))
    newest = in_order[-1]
    if newest.revoked and _says_nothing(newest):
        before = next((one for one in reversed(in_order) if not _says_nothing(one)), newest)
        return revoke(before, newest)
    return newest


def revoke(before: GrantRecord, revocation: GrantRecord) -> GrantRecord:
    """The record to keep of a grant that is revoked: what it said, and that it is over."""
    return before.model_copy(
        update={
            "revoked": True,
            "stored_at": revocation.stored_at,
            "digest": revocation.digest,
        }
    )


def _says_nothing(record: GrantRecord) -> bool:
    return record.permission == Permission()


class _Names:
    """All that a grant can know an article by."""

    def __init__(self, ids: set[str | None], listing: Listing) -> None:
        self.ids, self.listing = ids, listing

    def by(self, record: GrantRecord) -> bool:
        """Whether *record* names the article in each way in which it is limited."""
        return (
            (record.articles is None or not record.articles.isdisjoint(self.ids))
            and _is_among(self.listing.source, record.sources)
            and _is_among(self.listing.series, record.series)
            and self._is_in_period(record)
        )

    def _is_in_period(self, record: GrantRecord) -> bool:
        """Half open; an article whose first publication is not known is in no period."""
        if record.from_at is None and record.until_at is None:
            return True
        at = self.listing.published_at
        return (
            at is not None
            and (record.from_at is None or record.from_at <= at)
            and (record.until_at is None or at < record.until_at)
        )


def _is_among(name: str | None, names: frozenset[str] | None) -> bool:
    if names is None:
        return True
    return name is not None and fold(name) in {fold(one) for one in names}
