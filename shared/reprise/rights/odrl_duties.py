"""Duties of ODRL rules in ours: what can be kept, what costs, and what is not understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reprise.model.permission import Duties
from reprise.rights import odrl_vocabulary as words
from reprise.rights.limits import EVERYWHERE, Limits, NotUnderstoodError
from reprise.rights.odrl_constraints import limits_of
from reprise.rights.odrl_json import is_annotation, listed, term

_REACHABLE = re.compile(r"mailto:[^\s@]+@[^\s@]+|https://\S+", re.IGNORECASE)
_PARTIES = (
    "informedParty", "informingParty", "attributedParty", "attributingParty", "compensatedParty",
    "compensatingParty", "consentingParty", "consentedParty", "assigner", "assignee",
)  # fmt: skip
_KNOWN = {"@type", "uid", "action", "constraint", "target", "consequence", *_PARTIES}


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What is asked in return.

    Attributes:
        duties: What we keep.
        limits: An end that a duty sets (delete by a date).
        is_open: It is to be paid or consented to first, so nothing is given yet.
        price / price_contact: What that costs, and whom to ask.
    """

    duties: dict[str, Any] = field(default_factory=dict)
    limits: Limits = EVERYWHERE
    is_open: bool = False
    price: str | None = None
    price_contact: str | None = None


def asked_by(stated: Any) -> list[Asked]:
    """All duties stated with a rule, or with the policy."""
    return [_duty(one) for one in listed(stated)]


def duties_of(asked: list[Asked]) -> Duties:
    """
    The duties together.

    Raises:
        NotUnderstoodError: Two of them ask for different things of one kind.
    """
    together: dict[str, Any] = {}
    for one in asked:
        for name, value in one.duties.items():
            if together.setdefault(name, value) != value:
                raise NotUnderstoodError(f"two duties to {name.replace('_', ' ')}")
    return Duties(**together)


def _duty(stated: Any) -> Asked:
    if not isinstance(stated, Mapping):
        raise NotUnderstoodError(f"a duty that is only a name: {str(stated)[:200]}")
    for name in stated:
        if name not in _KNOWN and not is_annotation(name):
            raise NotUnderstoodError(f"{name} in a duty")
    (action,) = listed(stated.get("action")) or [""]
    refinement = action.get("refinement") if isinstance(action, Mapping) else None
    name = term(action)
    asks = words.DUTIES.get(name)
    limits = [*listed(stated.get("constraint")), *listed(refinement)]
    match asks:
        case "attribute" | "attachSource" | "shareAlike":
            _unlimited(name, limits)
            return Asked(_PLAIN[asks])
        case "delete":
            return Asked({"delete_at_expiry": True}, _until(name, limits))
        case "remove":
            return Asked({}, _until(name, limits))
        case "inform":
            _unlimited(name, limits)
            return _inform(stated)
        case "pay":
            contact = _party(stated, "compensatedParty")
            return Asked(is_open=True, price=_price(limits), price_contact=contact)
        case "consent":
            contact = _party(stated, "consentingParty")
            return Asked(is_open=True, price="consent", price_contact=contact)
    raise NotUnderstoodError(f"duty to {name or 'do something unnamed'}")


_PLAIN: dict[str, dict[str, Any]] = {
    "attribute": {"attribution": True},
    "attachSource": {"link_back": True},
    # We make no derivatives, and pass the terms on as they are.
    "shareAlike": {},
}


def _until(name: str, limits: list[Any]) -> Limits:
    """
    By when something is to be deleted or taken down: an end (OD-06).

    Without a date it is to be done on request or at the end, which a withdrawal does.
    """
    if not limits:
        return EVERYWHERE
    read = limits_of(limits)
    if read.differing(EVERYWHERE) != {"ends_at"}:
        raise NotUnderstoodError(f"{name} under a condition that is no date to do it by")
    return read


def _inform(stated: Mapping[str, Any]) -> Asked:
    party = term(stated["informedParty"]) if "informedParty" in stated else ""
    if not _REACHABLE.fullmatch(party):
        raise NotUnderstoodError(f"duty to inform {party or 'somebody unnamed'}: no address")
    return Asked({"notify": party})


def _price(limits: list[Any]) -> str:
    """``500 EUR``, as far as it is stated."""
    for one in limits:
        if isinstance(one, Mapping) and term(one.get("leftOperand", "")) == "payAmount":
            unit = term(one["unit"]).rsplit("/", 1)[-1] if "unit" in one else ""
            return f"{term(one.get('rightOperand', ''))} {unit}".strip() or "payment"
    return "payment"


def _party(stated: Mapping[str, Any], function: str) -> str | None:
    return term(stated[function]) if function in stated else None


def _unlimited(name: str, limits: list[Any]) -> None:
    if limits:
        raise NotUnderstoodError(f"a condition on the duty to {name}")
