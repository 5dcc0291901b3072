"""
The ruling: may this use happen, for this destination, at this moment? (B29-B31, B38, B40)

Default no. Intervals are half open: an embargo lifts *at* its instant, a grant starts *at* its
start and holds no more *at* its end. Pure: ``now`` is an argument, and nothing else is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from reprise.model.permission import Noindex, Origin, Permission, Quota, Use, UseTerms
from reprise.model.ruling import Finding, Outcome, Reason, Request, Ruling
from reprise.rights.combine import Effective
from reprise.rights.narrowest import covers_language, fold

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""When an embargo lifts that counts from a first publication nobody knows."""

HELD = frozenset(
    {
        Reason.CONTRADICTION,
        Reason.UNREADABLE,
        Reason.NO_BASIS,
        Reason.NOT_STATED,
        Reason.EMBARGO,
        Reason.NOT_STARTED,
        Reason.QUOTA,
    }
)
"""Reasons that a person or the clock may take away; the others refuse."""

WAITING = frozenset({Reason.EMBARGO, Reason.NOT_STARTED, Reason.QUOTA})
"""Reasons that pass: by themselves, or as another article leaves room."""

_SILENT = UseTerms()


def rule(effective: Effective, request: Request, *, now: datetime) -> Ruling:
    """
    Decide whether *request* may happen at *now*.

    Args:
        effective: What all statements allow together.

        request: The question. All its territories must be covered; ``None`` and the empty set
            stand for the whole world, which any territory limit refuses.

        now: Aware instant.

    Returns:
        Granted, with its duties and until when; otherwise every reason, the decisive one first:
        what can't be decided, then no grant, then limits, then the end, then what waits for
        the clock. ``until`` is the first instant at which outcome or decisive reason change.

    Raises:
        ValueError: *now* has no UTC offset.

    Example:
        >>> from reprise.model.permission import Stated
        >>> from reprise.rights.combine import combine
        >>> upload = Permission(uses={"display": {"allowed": True}},
        ...                     embargoed_until="2031-05-01T09:00:00+12:00")
        >>> ruling = rule(combine([Stated(origin="upload", permission=upload)]),
        ...               Request(Use.DISPLAY), now=datetime(2031, 4, 30, tzinfo=UTC))
        >>> ruling.outcome.value, ruling.reason.value, ruling.until.isoformat()
        ('held', 'embargo', '2031-04-30T21:00:00+00:00')
    """
    if now.tzinfo is None:
        raise ValueError(f"now: {now.isoformat()} has no UTC offset")
    findings = [*effective.contradictions, *effective.unreadable]
    for check in _CHECKS:
        findings.extend(check(effective, request))
    findings.extend(_out_of_time(effective, request, now))
    if not findings:
        return _granted(effective, request)
    return _refused(effective, request, now, tuple(findings))


def visible_from(effective: Effective, first_published_at: datetime | None) -> datetime | None:
    """
    The first instant at which time no longer forbids to show the article.

    The latest of embargo, start, and ``embargo_days`` after *first_published_at* at the source;
    ``None`` for at once. Days that count from an unknown instant never end: :data:`NEVER`.
    """
    permission = effective.permission
    instants = [
        permission.starts_at,
        permission.embargoed_until,
        _days_end(permission, first_published_at),
    ]
    return max((instant for instant in instants if instant is not None), default=None)


# --- Answers --------------------------------------------------------------------------------------


def _granted(effective: Effective, request: Request) -> Ruling:
    permission = effective.permission
    return Ruling(
        Outcome.GRANTED,
        (effective.granted[request.use],),
        permission.duties,
        permission.expires_at,
        permission.uses[request.use].max_words,
    )


def _refused(
    effective: Effective, request: Request, now: datetime, findings: tuple[Finding, ...]
) -> Ruling:
    reason = findings[0].reason
    outcome = Outcome.HELD if reason in HELD else Outcome.REFUSED
    until = _wait_ends(effective, request, now, reason) if reason in WAITING else None
    return Ruling(outcome, findings, until=until)


def _wait_ends(
    effective: Effective, request: Request, now: datetime, reason: Reason
) -> datetime | None:
    """When waiting for *reason* ends: by itself, or because the grant ends before."""
    # A quota counts by release: what is over waits for an article before it, not for a day.
    is_over = reason is Reason.QUOTA
    ends = None if is_over else visible_from(effective, request.first_published_at) or now
    candidates = [ends, effective.permission.expires_at]
    coming = [one for one in candidates if one is not None and now < one < NEVER]
    return min(coming, default=None)


def _finding(effective: Effective, reason: Reason, point: str, detail: str = "") -> Finding:
    speaker = effective.decided.get(point)
    if speaker is None:
        return Finding(reason=reason, detail=detail)
    words = detail or speaker.via
    return Finding(reason=reason, origin=speaker.origin, name=speaker.name, detail=words)


# --- Checks, in the order of their weight ---------------------------------------------------------

Findings = Sequence[Finding]
"""Empty when the check has nothing against it. No generators: this is asked 100,000 times a second."""


def _allowed(effective: Effective, request: Request) -> Findings:
    """Default no: only a yes, with no no beside it, is a yes."""
    if request.use in effective.granted:
        return ()
    uses = effective.permission.uses
    if uses.get(request.use, _SILENT).allowed is False:
        return (_finding(effective, Reason.DENIED, f"uses.{request.use.value}.allowed"),)
    if once := effective.once_granted.get(request.use):
        return (Finding(reason=Reason.REVOKED, origin=Origin.GRANT, name=once),)
    if effective.granted:
        return (Finding(reason=Reason.NOT_STATED, detail=f"nobody grants {request.use.value}"),)
    return (Finding(reason=Reason.NO_BASIS, detail="nobody grants anything"),)


def _commercial(effective: Effective, request: Request) -> Findings:
    if request.commercial and effective.permission.commercial is False:
        return (_finding(effective, Reason.COMMERCIAL, "commercial"),)
    return ()


def _territory(effective: Effective, request: Request) -> Findings:
    limits = effective.permission.territories
    if limits is None or (limits.allow is None and not limits.deny):
        return ()
    audience = request.territories
    if not audience:
        point = "territories.deny" if limits.allow is None else "territories.allow"
        detail = "the audience is the whole world"
        return (_finding(effective, Reason.TERRITORY, point, detail),)
    if limits.allow is not None and (outside := audience - limits.allow):
        detail = f"not granted for {' '.join(sorted(outside))}"
        return (_finding(effective, Reason.TERRITORY, "territories.allow", detail),)
    if denied := audience & limits.deny:
        detail = f"denied for {' '.join(sorted(denied))}"
        return (_finding(effective, Reason.TERRITORY, "territories.deny", detail),)
    return ()


def _language(effective: Effective, request: Request) -> Findings:
    ranges = effective.permission.languages
    if ranges is None or covers_language(ranges, request.language):
        return ()
    found = request.language or "unknown"
    detail = f"{found} is not among {' '.join(sorted(ranges)) or 'no languages'}"
    return (_finding(effective, Reason.LANGUAGE, "languages", detail),)


def _terms(effective: Effective, request: Request) -> Findings:
    """Recipients and length, the limits that each use has of its own."""
    terms = effective.permission.uses.get(request.use)
    if terms is None or (terms.recipients is None and terms.max_words is None):
        return ()
    return [*_recipient(effective, request, terms), *_length(effective, request, terms)]


def _recipient(effective: Effective, request: Request, terms: UseTerms) -> Findings:
    limit = terms.recipients
    if limit is None or any(fold(name) in limit for name in request.recipient):
        return ()
    names = ", ".join(sorted(request.recipient)) or "nobody named"
    detail = f"{names} is not among {', '.join(sorted(limit)) or 'no recipients'}"
    point = f"uses.{request.use.value}.recipients"
    return (_finding(effective, Reason.RECIPIENT, point, detail),)


def _length(effective: Effective, request: Request, terms: UseTerms) -> Findings:
    most = terms.max_words
    if most is None or request.words is None or request.words <= most:
        return ()
    detail = f"{request.words} words; at most {most} are granted"
    point = f"uses.{request.use.value}.max_words"
    return (_finding(effective, Reason.DENIED, point, detail),)


def _search(effective: Effective, request: Request) -> Findings:
    """A page that must hide from search, or names another as the original, is not listed (B38)."""
    hidden_by = _HIDDEN_BY.get(request.use)
    if hidden_by is None:
        return ()
    duties, found = effective.permission.duties, []
    if duties.noindex in hidden_by:
        detail = f"noindex: {duties.noindex}"
        found.append(_finding(effective, Reason.NOINDEX, "duties.noindex", detail))
    if duties.canonical:
        detail = "the original is named as canonical"
        found.append(_finding(effective, Reason.FOREIGN_CANONICAL, "duties.canonical", detail))
    return found


_HIDDEN_BY = {
    Use.INDEX: frozenset({Noindex.ALL}),
    Use.GOOGLE_NEWS: frozenset({Noindex.ALL, Noindex.NEWS}),
}

_CHECKS: tuple[Callable[[Effective, Request], Findings], ...] = (
    _allowed,
    _commercial,
    _territory,
    _language,
    _terms,
    _search,
)
"""What time does not change, in the order of weight."""


# --- Time -----------------------------------------------------------------------------------------


def _out_of_time(effective: Effective, request: Request, now: datetime) -> Findings:
    """The end, then what waits: the longest wait first, since its end is the end of waiting."""
    found = []
    ends = effective.permission.expires_at
    if ends is not None and ends <= now:
        found.append(_finding(effective, Reason.EXPIRED, "expires_at", f"ended {ends.isoformat()}"))
    for at, point in _waits(effective.permission, request, now):
        reason = Reason.NOT_STARTED if point == "starts_at" else Reason.EMBARGO
        detail = f"until {at.isoformat()}" if at < NEVER else _UNKNOWN_START
        found.append(_finding(effective, reason, point, detail))
    for quota in _spent(effective, request):
        detail = f"{quota.count} a {quota.period} are used"
        found.append(_finding(effective, Reason.QUOTA, "quota", detail))
    return found


_UNKNOWN_START = "counts from the first publication, which is not known"


def _waits(permission: Permission, request: Request, now: datetime) -> list[tuple[datetime, str]]:
    """Instants that have not come yet, the latest first."""
    if (
        permission.starts_at is None
        and permission.embargoed_until is None
        and (permission.embargo_days is None)
    ):
        return []
    waits = (
        (permission.embargoed_until, "embargoed_until"),
        (_days_end(permission, request.first_published_at), "embargo_days"),
        (permission.starts_at, "starts_at"),
    )
    ahead = [(at, point) for at, point in waits if at is not None and now < at]
    return sorted(ahead, key=lambda wait: wait[0], reverse=True)


def _spent(effective: Effective, request: Request) -> list[Quota]:
    if request.used is None:
        return []
    return [quota for quota in effective.quotas if request.used.get(quota.period, 0) >= quota.count]


def _days_end(permission: Permission, first_published_at: datetime | None) -> datetime | None:
    if permission.embargo_days is None:
        return None
    if first_published_at is None:
        return NEVER
    try:
        return min(first_published_at + timedelta(days=permission.embargo_days), NEVER)
    except OverflowError:
        return NEVER
