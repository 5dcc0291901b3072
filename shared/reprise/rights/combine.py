"""
What several statements allow together: nothing wider than the narrowest that speaks.

Agreement, grants, upload, sidecar and machine-readable policies can give a use; a notice in the
text can only narrow. Silence leaves a point to those who speak; the silence of all is "no".
Which origin decided each point stays known, for rulings and explanations (B29, B39). The rules,
point by point, stand in ``docs/permissions.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reprise.model.permission import (
    Basis,
    Origin,
    Permission,
    Quota,
    Stated,
    Territories,
    Use,
    UseTerms,
)
from reprise.model.ruling import Finding, Reason
from reprise.rights import narrowest
from reprise.rights.combine_duties import combine_duties
from reprise.rights.licences import is_within, licence_of, permission_of, public_domain
from reprise.rights.narrowest import Decided, Speaker, Spoken, spoken
from reprise.rights.problems import CONTRADICTORY, problems_of
from reprise.text.licences import Licence


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement, or the licence it names, as it speaks on every point."""

    speaker: Speaker
    permission: Permission

    @property
    def may_give(self) -> bool:
        """A notice in running text is somebody's words about a grant, never the grant."""
        return self.speaker.origin is not Origin.NOTICE


@dataclass(frozen=True, slots=True)
class Effective:
    """
    What all statements allow together.

    Attributes:
        permission: The narrowest on every point. Recipients are folded for comparing; a
            ``licence`` is the id of the narrowest that is named.
        granted: Who gives each use that is given, ready to be quoted in rulings.
        decided: Who decided each point, by its path: ``uses.display.allowed``, ``expires_at`` ...
        contradictions / unreadable: What holds the article, each naming who said it.
        revoked: Grants that were taken back and would have covered the article.
        once_granted: The uses they gave, each with the first one's name.
        quotas: The smallest quota of each period.
        licence: The licence as resolved.
        stated: The statements, as they came in.
    """

    permission: Permission
    granted: Mapping[Use, Finding]
    decided: Mapping[str, Speaker]
    contradictions: tuple[Finding, ...] = ()
    unreadable: tuple[Finding, ...] = ()
    revoked: tuple[Stated, ...] = ()
    once_granted: Mapping[Use, str] = field(default_factory=dict)
    quotas: tuple[Quota, ...] = ()
    licence: Licence | None = None
    stated: tuple[Stated, ...] = ()

    def who(self, point: str) -> Speaker | None:
        """Who decided *point*; ``None`` when nobody spoke about it."""
        return self.decided.get(point)


def combine(stated: Sequence[Stated]) -> Effective:
    """
    Combine statements about one article. Their order does not matter, except between equals.

    Example:
        >>> agreement = Permission(uses={"display": {"allowed": True}}, pictures=True)
        >>> upload = Permission(pictures=False)
        >>> both = combine([Stated(origin="agreement", permission=agreement),
        ...                 Stated(origin="upload", permission=upload)])
        >>> both.permission.uses[Use.DISPLAY].allowed, both.permission.pictures
        (True, False)
        >>> str(both.who("pictures"))
        'upload'
    """
    heard = sorted((one for one in stated if not one.revoked), key=_authority)
    voices = [voice for one in heard for voice in _voices(one)]
    points, decided = _points(voices)
    duties, who, conflicts = combine_duties([(v.speaker, v.permission.duties) for v in voices])
    found, licence_conflicts = _licence(heard)
    licence = found[1] if found else None
    points["duties"] = duties
    if found:
        decided["licence"], points["licence"] = found[0], found[1].id
    problems = [finding for one in heard for finding in _problems(one)]
    permission = Permission(**points)
    revoked = tuple(one for one in stated if one.revoked)
    return Effective(
        permission=permission,
        granted=_granted(permission, decided),
        decided=decided | who,
        contradictions=(
            *(one for one in problems if one.reason is Reason.CONTRADICTION),
            *conflicts,
            *licence_conflicts,
        ),
        unreadable=tuple(one for one in problems if one.reason is Reason.UNREADABLE),
        revoked=revoked,
        once_granted=_once_granted(revoked),
        quotas=_quotas(voices),
        licence=licence,
        stated=tuple(stated),
    )


def _granted(permission: Permission, decided: Mapping[str, Speaker]) -> dict[Use, Finding]:
    givers = {
        use: decided[f"uses.{use.value}.allowed"]
        for use, terms in permission.uses.items()
        if terms.allowed
    }
    return {
        use: Finding(reason=Reason.GRANTED, origin=who.origin, name=who.name, detail=who.via)
        for use, who in givers.items()
    }


def _once_granted(revoked: Sequence[Stated]) -> dict[Use, str]:
    """What each gave alone, before it was taken back."""
    given: dict[Use, str] = {}
    for one in revoked:
        before = combine([one.model_copy(update={"revoked": False})])
        given = dict.fromkeys(before.granted, one.name or "grant") | given
    return given


# --- Who speaks -----------------------------------------------------------------------------------

_ORDER = {origin: place for place, origin in enumerate(Origin)}


def _authority(one: Stated) -> int:
    return _ORDER[one.origin]


def _voices(one: Stated) -> list[Voice]:
    """The statement itself, then what the licence (or the public domain) it names says."""
    own = Voice(Speaker(one.origin, one.name), one.permission)
    licence = licence_of(one.permission.licence) if one.permission.licence else None
    if licence is not None:
        speaker = Speaker(one.origin, one.name, licence.id)
        return [own, Voice(speaker, permission_of(licence))]
    if one.permission.basis is Basis.PUBLIC_DOMAIN and one.permission.licence is None:
        return [own, Voice(Speaker(one.origin, one.name, "public domain"), public_domain())]
    return [own]


def _problems(one: Stated) -> list[Finding]:
    return [
        Finding(
            reason=Reason.CONTRADICTION if problem.code in CONTRADICTORY else Reason.UNREADABLE,
            origin=one.origin,
            name=one.name,
            detail=str(problem),
        )
        for problem in problems_of(one.permission)
    ]


# --- Points ---------------------------------------------------------------------------------------

_NARROWED: dict[str, Callable[[Spoken[Any]], Decided[Any] | None]] = {
    "starts_at": narrowest.latest,
    "embargoed_until": narrowest.latest,
    "embargo_days": narrowest.latest,
    "expires_at": narrowest.earliest,
    "commercial": narrowest.no_wins,
    "pictures": narrowest.no_wins,
    "videos": narrowest.no_wins,
    "languages": lambda said: narrowest.common(said, narrowest.common_languages),
    "quota": lambda said: min(said, key=lambda one: _rate(one[1])) if said else None,
}
"""How each point with a width is narrowed."""

_GIVEN = frozenset({"commercial", "pictures", "videos"})
"""Points on which a yes is a grant, so that a notice's yes counts for nothing."""

_NAMED = (
    "basis", "rights_holder", "granted_to", "granted_on", "evidence", "contact",
    "copyright_notice", "usage_terms", "price", "price_contact",
)  # fmt: skip
"""Points that limit nothing: whoever speaks about this very article is heard first."""

_CLOSENESS = {
    origin: place
    for place, origin in enumerate(
        (
            Origin.UPLOAD,
            Origin.SIDECAR,
            Origin.POLICY,
            Origin.GRANT,
            Origin.AGREEMENT,
            Origin.NOTICE,
        )
    )
}


def _points(voices: Sequence[Voice]) -> tuple[dict[str, Any], dict[str, Speaker]]:
    """Every point somebody spoke about: its value, and who decided it."""
    points: dict[str, Any] = {}
    decided: dict[str, Speaker] = {}
    for point, narrow in _NARROWED.items():
        _note(points, decided, point, narrow(_said(voices, point)))
    close = sorted(voices, key=lambda voice: _CLOSENESS[voice.speaker.origin])
    for point in _NAMED:
        _note(points, decided, point, narrowest.first(_said(close, point)))
    points["territories"] = _territories(voices, decided)
    points["uses"] = _uses(voices, decided)
    return points, decided


def _note(
    points: dict[str, Any], decided: dict[str, Speaker], point: str, found: Decided[Any] | None
) -> None:
    if found is not None:
        decided[point], points[point] = found


def _said(voices: Sequence[Voice], point: str) -> Spoken[Any]:
    said = spoken((voice.speaker, getattr(voice.permission, point)) for voice in voices)
    if point in _GIVEN:
        return [one for one in said if one[0].origin is not Origin.NOTICE or not one[1]]
    return said


def _territories(voices: Sequence[Voice], decided: dict[str, Speaker]) -> Territories | None:
    said = spoken((voice.speaker, voice.permission.territories) for voice in voices)
    if not said:
        return None
    allow = narrowest.common(spoken((who, limits.allow) for who, limits in said))
    deny = narrowest.together([(who, limits.deny) for who, limits in said])
    for side, found in (("allow", allow), ("deny", deny)):
        if found is not None:
            decided[f"territories.{side}"] = found[0]
    return Territories(
        allow=allow[1] if allow else None,
        deny=deny[1] if deny else frozenset(),
    )


def _uses(voices: Sequence[Voice], decided: dict[str, Speaker]) -> dict[Use, UseTerms]:
    named = {use for voice in voices for use in voice.permission.uses}
    return {use: _use(use, voices, decided) for use in Use if use in named}


def _use(use: Use, voices: Sequence[Voice], decided: dict[str, Speaker]) -> UseTerms:
    said = [
        (voice, terms) for voice in voices if (terms := voice.permission.uses.get(use)) is not None
    ]
    found = {
        "allowed": narrowest.no_wins(
            [
                (voice.speaker, terms.allowed)
                for voice, terms in said
                if terms.allowed is False or (terms.allowed and voice.may_give)
            ]
        ),
        "recipients": narrowest.common(
            spoken((voice.speaker, narrowest.folded(terms.recipients)) for voice, terms in said)
        ),
        "max_words": narrowest.earliest(
            spoken((voice.speaker, terms.max_words) for voice, terms in said)
        ),
    }
    values: dict[str, Any] = {}
    for point, one in found.items():
        if one is not None:
            decided[f"uses.{use.value}.{point}"], values[point] = one
    return UseTerms(**values)


# --- Quotas ---------------------------------------------------------------------------------------

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}


def _rate(quota: Quota) -> float:
    """Articles a day, to name one of several quotas; all of them are kept."""
    return quota.count / _DAYS[quota.period]


def _quotas(voices: Sequence[Voice]) -> tuple[Quota, ...]:
    """The smallest of each period: one a day does not hold ten a month, nor the reverse."""
    smallest: dict[str, Quota] = {}
    for voice in voices:
        quota = voice.permission.quota
        if quota and quota.count < smallest.get(quota.period, quota).count + 1:
            smallest[quota.period] = quota
    return tuple(smallest[period] for period in _DAYS if period in smallest)


# --- Licences -------------------------------------------------------------------------------------


def _licence(heard: Sequence[Stated]) -> tuple[Decided[Licence] | None, list[Finding]]:
    """The one licence all statements leave, or what contradicts what."""
    close = sorted(heard, key=lambda one: _CLOSENESS[one.origin])
    named = [
        (one, licence)
        for one in close
        if one.permission.licence and (licence := licence_of(one.permission.licence))
    ]
    if not named:
        return None, []
    for one, licence in named:
        if all(is_within(licence, other) for _, other in named):
            return (_of(one), licence), []
    (one, licence), (other, second) = _apart(named)
    detail = (
        f"{licence.name} ({_of(one)}) and {second.name} ({_of(other)}): neither is within the other"
    )
    finding = Finding(reason=Reason.CONTRADICTION, origin=one.origin, name=one.name, detail=detail)
    return None, [finding]


def _apart(
    named: list[tuple[Stated, Licence]],
) -> tuple[tuple[Stated, Licence], tuple[Stated, Licence]]:
    """Two licences of which neither is within the other; there are such, or one were narrowest."""
    return next(
        (one, other)
        for place, one in enumerate(named)
        for other in named[place + 1 :]
        if not is_within(one[1], other[1]) and not is_within(other[1], one[1])
    )


def _of(one: Stated) -> Speaker:
    return Speaker(one.origin, one.name)
