"""What a channel shows at one moment, and what it does not, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reprise.model.document import Tombstone
from reprise.model.report import Omission
from reprise.model.ruling import Finding
from reprise.model.versions import MemberRow
from reprise.pipeline.rulings import ChannelRuling


@dataclass(frozen=True, slots=True)
class Shown:
    """A row that may be shown: its key, how much of it, and on what terms."""

    row: MemberRow
    decision: ChannelRuling
    key: str


@dataclass(slots=True)
class Lineup:
    """
    What a channel shows at one moment, newest first, and what it does not.

    Attributes:
        rows: Those it was made of, newest first.
        complete: There are no older ones.
        gone: Articles that may not be shown.
        elsewhere: Articles that moved to another place or channel, or whose copy is shown.
        cut: Articles there was no room for.
    """

    rows: Sequence[MemberRow] = ()
    complete: bool = True
    candidates: list[tuple[MemberRow, ChannelRuling]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    left_out: list[Omission] = field(default_factory=list)
    tombstones: list[Tombstone] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    cut: set[str] = field(default_factory=set)
    until: datetime | None = None

    def leave_out(self, row: MemberRow, *findings: Finding, **where: str) -> None:
        """Show no more of *row*, for these reasons: anywhere, or in one document."""
        self.left_out.append(
            Omission(article_id=row.article_id, partner=row.partner, findings=findings, **where)
        )
