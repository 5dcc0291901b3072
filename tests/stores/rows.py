"""Rows for the store tests, with everything that does not matter filled in."""

from datetime import UTC, datetime, timedelta

from reprise.model.messages import Turn
from reprise.model.permission import Origin, Permission, Stated
from reprise.model.receipt import Receipt, ReceiptStatus
from reprise.model.submission import Action
from reprise.model.versions import (
    AgendaRow,
    ArticleRecord,
    GrantRecord,
    Listing,
    MemberRow,
    Membership,
    VersionRecord,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def after(**duration: float) -> datetime:
    return NOON + timedelta(**duration)


def listing(headline: str = "Ferry returns to the bay") -> Listing:
    stated = Stated(origin=Origin.UPLOAD, permission=Permission())
    return Listing(headline=headline, guid="tag:example.org,2026:1", permissions=(stated,))


def version(**changes) -> VersionRecord:
    given = {
        "action": Action.PUBLISH, "upload": "u1", "stored_at": NOON, "digest": "d1",
        "article_key": "articles/d1.json", "significance": (1, 2**63), "listing": listing(),
    }  # fmt: skip
    return VersionRecord(**(given | changes))


def record(article_id: str = "a1", rev: int = 1, **changes) -> ArticleRecord:
    given = {
        "article_id": article_id, "partner": "riverside", "identity": f"id:{article_id}",
        "guid": f"tag:example.org,2026:{article_id}", "rev": rev, "versions": (version(),),
        "memberships": (Membership(channel="world", release_at=NOON),),
    }  # fmt: skip
    return ArticleRecord(**(given | changes))


def member(article_id: str = "a1", rev: int = 1, **changes) -> MemberRow:
    given = {
        "channel": "world", "article_id": article_id, "partner": "riverside", "rev": rev,
        "release_at": NOON, "updated_at": NOON, "live": True, "listing": listing(),
    }  # fmt: skip
    return MemberRow(**(given | changes))


def agenda(article_id: str = "a1", at: datetime = NOON, token: str = "t1") -> AgendaRow:  # noqa: S107
    return AgendaRow(at=at, article_id=article_id, token=token)


def grant(grant_id: str = "g1", **changes) -> GrantRecord:
    given = {"partner": "riverside", "grant_id": grant_id, "stored_at": NOON, "digest": "d1"}
    return GrantRecord(**(given | changes))


def receipt(upload: str = "u1", **changes) -> Receipt:
    given = {
        "upload": upload, "partner": "riverside", "key": f"inbox/riverside/t/{upload}.txt",
        "status": ReceiptStatus.ACCEPTED, "received_at": NOON,
    }  # fmt: skip
    return Receipt(**(given | changes))


def turn(channel: str = "world", generation: int = 1) -> Turn:
    return Turn(channel=channel, generation=generation)
