"""The answer of :mod:`reprise.rights`: may this use happen, here, now?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from reprise.model.base import Frozen
from reprise.model.permission import Duties, Origin, Use


class Outcome(StrEnum):
    GRANTED = "granted"
    HELD = "held"
    """Can't be decided, or not yet: a person or the clock may change it."""
    REFUSED = "refused"


class Reason(StrEnum):
    """Why not (or, for GRANTED, why). Stable codes; documented in docs/permissions.md."""

    GRANTED = "granted"
    NOT_STATED = "not_stated"
    DENIED = "denied"
    NO_BASIS = "no_basis"
    EMBARGO = "embargo"
    NOT_STARTED = "not_started"
    EXPIRED = "expired"
    TERRITORY = "territory"
    LANGUAGE = "language"
    RECIPIENT = "recipient"
    COMMERCIAL = "commercial"
    NOINDEX = "noindex"
    FOREIGN_CANONICAL = "foreign_canonical"
    QUOTA = "quota"
    DUTY = "duty"
    """The destination can't keep a duty."""
    CHANGED = "changed"
    """No changes allowed, and the text was changed beyond the listed changes."""
    PICTURE = "picture"
    """The destination needs a picture that may be shown."""
    CONTRADICTION = "contradiction"
    UNREADABLE = "unreadable"
    WITHDRAWN = "withdrawn"
    KILLED = "killed"
    WITHHELD = "withheld"
    REVOKED = "revoked"
    PARTNER_CLOSED = "partner_closed"
    DESTINATION = "destination"
    """The destination does not take such entries, or has no room for more."""
    SELECTION = "selection"
    """The channel does not select such articles."""


class Finding(Frozen):
    """One reason: its code, who said it, and the words to show."""

    reason: Reason
    origin: Origin | None = None
    name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """
    The question put to :func:`reprise.rights.ruling.rule`.

    Attributes:
        use: What is to be done.
        territories: ISO 3166-1 codes of the audience; *all* must be covered. ``None`` is the
            whole world: then any territory limit refuses.
        recipient: Names by which the destination is known (channel id, profile name,
            organisation); a recipient limit is met when one of them is in it.
        language: BCP 47 tag of the text as it would be shown.
        commercial: Whether this publication is commercial.
        words: Length of the text that would be passed on, in words, when known.
        first_published_at: When the source first published, for day-counted embargoes.
        used: How many other articles already count against the quota, by period (``"day"``,
            ``"week"`` ...); ``None`` when the caller counts for itself.
    """

    use: Use
    territories: frozenset[str] | None = None
    recipient: frozenset[str] = frozenset()
    language: str = ""
    commercial: bool = True
    words: int | None = None
    first_published_at: datetime | None = None
    used: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """
    The answer.

    Attributes:
        outcome: Granted, held or refused.
        findings: Every reason, the decisive one first; for a grant, who granted.
        duties: What must be done in return; empty unless granted.
        until: First instant at which the answer may be another; ``None`` is for ever.
        max_words: Longest excerpt allowed, when limited.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    duties: Duties = field(default_factory=Duties)
    until: datetime | None = None
    max_words: int | None = None

    @property
    def granted(self) -> bool:
        return self.outcome is Outcome.GRANTED

    @property
    def reason(self) -> Reason:
        """The decisive reason."""
        return self.findings[0].reason
