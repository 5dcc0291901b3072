"""
Why, in words and as JSON: for each place and use, granted or not, on whose word, until when, and
what would have to change (rows B29, B39).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reprise.model.permission import Duties, Use
from reprise.model.ruling import Finding, Outcome, Reason, Ruling
from reprise.rights.combine import Effective

WORDS: Mapping[Reason, tuple[str, str]] = {
    Reason.GRANTED: ("granted", ""),
    Reason.NOT_STATED: (
        "nobody grants this use",
        "the agreement, a grant on file or the upload has to grant it",
    ),
    Reason.DENIED: ("it is denied", "whoever denies it has to take that back"),
    Reason.NO_BASIS: (
        "nobody grants anything",
        "put a grant on file, or state a permission or licence with the article",
    ),
    Reason.EMBARGO: ("it is under embargo", "nothing: it lifts by itself, if its date is known"),
    Reason.NOT_STARTED: ("the grant has not started", "nothing: it starts by itself"),
    Reason.EXPIRED: ("the grant has ended", "the rights holder has to extend it"),
    Reason.TERRITORY: (
        "not every territory of the audience is covered",
        "extend the grant, or narrow the territories of the channel",
    ),
    Reason.LANGUAGE: (
        "it is not granted in this language",
        "extend the grant, or state the right language of the text",
    ),
    Reason.RECIPIENT: (
        "it is granted to other recipients only",
        "extend the grant, or add the name it uses to the recipients of the channel",
    ),
    Reason.COMMERCIAL: (
        "commercial use is not granted",
        "the rights holder has to allow commercial use",
    ),
    Reason.NOINDEX: ("search engines must not list it", "the duty has to be lifted"),
    Reason.FOREIGN_CANONICAL: (
        "the original is its canonical page, and only that one is listed",
        "the duty has to be lifted",
    ),
    Reason.QUOTA: (
        "the quota of this period is used up",
        "nothing, or take one of those before it back",
    ),
    Reason.DUTY: (
        "the destination would strip what has to be shown",
        "choose a profile that keeps it, or have the duty lifted",
    ),
    Reason.CHANGED: (
        "no changes are allowed, and the text was changed",
        "upload the text as it is to be shown, or have changes allowed",
    ),
    Reason.PICTURE: (
        "the destination needs a picture that may be shown",
        "grant a picture, or send one that may be shown",
    ),
    Reason.CONTRADICTION: (
        "what is stated contradicts itself",
        "one of the two has to be corrected by whoever stated it",
    ),
    Reason.UNREADABLE: (
        "a stated term is not understood",
        "state it in terms we know, or have it read and put on file as a grant",
    ),
    Reason.WITHDRAWN: ("it was withdrawn", "a newer version may bring it back"),
    Reason.KILLED: ("it was killed", "nothing: a killed article never comes back"),
    Reason.WITHHELD: ("its partner holds it back", "a version with status usable releases it"),
    Reason.REVOKED: ("the grant was revoked", "a new grant has to be put on file"),
    Reason.PARTNER_CLOSED: ("the partner is closed", "open the partner in the configuration"),
    Reason.DESTINATION: (
        "the destination does not take it",
        "send what it takes, or choose another profile for the channel",
    ),
    Reason.SELECTION: (
        "the channel does not select such articles",
        "change the selection of the channel",
    ),
}
"""For every reason: what it says, and what would have to change."""


@dataclass(frozen=True, slots=True)
class Answer:
    """
    The ruling on one use in one place, to be told.

    Attributes:
        place: Id of a channel, or ``site``.
        until: First instant at which the answer may be another; ``None`` for ever.
        changes: What would have to change for a yes, one for each reason; empty when granted.
    """

    place: str
    use: Use
    outcome: Outcome
    findings: tuple[Finding, ...]
    until: datetime | None
    duties: Duties
    max_words: int | None
    changes: tuple[str, ...]

    @property
    def granted(self) -> bool:
        return self.outcome is Outcome.GRANTED


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the permission: what holds, and on whose word."""

    point: str
    value: Any
    origin: str
    name: str
    via: str = ""


def answer(place: str, use: Use, ruling: Ruling) -> Answer:
    """The ruling on *use* in *place*, with what would have to change."""
    changes = () if ruling.granted else tuple(_change(one) for one in ruling.findings)
    return Answer(
        place=place,
        use=use,
        outcome=ruling.outcome,
        findings=ruling.findings,
        until=ruling.until,
        duties=ruling.duties,
        max_words=ruling.max_words,
        changes=tuple(dict.fromkeys(filter(None, changes))),
    )


def points(effective: Effective) -> tuple[Point, ...]:
    """Every point somebody decided, in alphabetical order."""
    stated = effective.permission.model_dump(mode="json")
    return tuple(
        Point(point, _at(stated, point), who.origin.value, who.name, who.via)
        for point, who in sorted(effective.decided.items())
    )


def in_words(answers: Iterable[Answer]) -> str:
    """One line for each answer, and one for each reason and duty below it."""
    return "\n".join(line for one in answers for line in _lines(one))


def as_json(answers: Iterable[Answer], effective: Effective | None = None) -> dict[str, Any]:
    """The same, to be read by programs; with *effective* also who decided each point."""
    told: dict[str, Any] = {"answers": [_json(one) for one in answers]}
    if effective is not None:
        told["points"] = [
            {"point": one.point, "value": one.value, "origin": one.origin,
             "name": one.name, "via": one.via}
            for one in points(effective)
        ]  # fmt: skip
    return told


def reason_in_words(finding: Finding) -> str:
    """
    One reason as a sentence part, with who said it.

    >>> reason_in_words(Finding(reason=Reason.DENIED, origin="grant", name="acme"))
    'it is denied (grant acme)'
    """
    said, _ = WORDS[finding.reason]
    detail = f": {finding.detail}" if finding.detail else ""
    return f"{said}{detail}{_source(finding)}"


# --- Parts ----------------------------------------------------------------------------------------


def _lines(one: Answer) -> Iterable[str]:
    until = f" until {one.until.isoformat()}" if one.until else ""
    yield f"{one.place} · {one.use.value}: {one.outcome.value}{until}"
    for finding in one.findings:
        yield f"  because {reason_in_words(finding)}"
    if one.max_words is not None:
        yield f"  at most {one.max_words} words"
    for duty, value in _duties(one.duties).items():
        yield f"  duty: {duty.replace('_', ' ')}" + ("" if value is True else f" = {value}")
    for change in one.changes:
        yield f"  to change it: {change}"


def _json(one: Answer) -> dict[str, Any]:
    return {
        "place": one.place,
        "use": one.use.value,
        "granted": one.granted,
        "outcome": one.outcome.value,
        "reasons": [
            {**finding.model_dump(mode="json"), "words": reason_in_words(finding)}
            for finding in one.findings
        ],
        "until": one.until.isoformat() if one.until else None,
        "duties": _duties(one.duties),
        "max_words": one.max_words,
        "changes": list(one.changes),
    }


def _duties(duties: Duties) -> dict[str, Any]:
    stated = duties.model_dump(mode="json", exclude_none=True)
    return {duty: value for duty, value in stated.items() if value is not False}


def _change(finding: Finding) -> str:
    return WORDS[finding.reason][1]


def _source(finding: Finding) -> str:
    if finding.origin is None:
        return f" ({finding.name})" if finding.name else ""
    return f" ({finding.origin.value} {finding.name})" if finding.name else f" ({finding.origin})"


def _at(stated: Any, point: str) -> Any:
    for part in point.split("."):
        stated = stated[part] if stated is not None else None
    return sorted(stated) if isinstance(stated, list) else stated
