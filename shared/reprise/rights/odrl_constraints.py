"""
Constraints of ODRL as limits (OD-02, OD-03): one reader for each left operand.

``or``, ``xone`` and ``and`` combine them; a reference that had to be fetched, an operator that is
not in a reader's table, a value without a meaning here: not understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reprise.model.permission import Quota
from reprise.rights import odrl_vocabulary as words
from reprise.rights import values
from reprise.rights.limits import (
    EVERYWHERE,
    NEVER,
    PURPOSES,
    Limits,
    NotUnderstoodError,
    all_of,
    any_of,
    exactly_one_of,
)
from reprise.rights.odrl_json import is_annotation, listed, term

ONE_OF = frozenset({"eq", "isAnyOf", "isPartOf", "isA"})
NONE_OF = frozenset({"neq", "isNoneOf"})


def limits_of(constraints: Any) -> Limits:
    """All constraints of a rule or refinement, together."""
    read = [dict(_mapping(one)) for one in listed(constraints)]
    counted, rest = _take_counts(read)
    return all_of(*(_constraint(one) for one in rest), *counted)


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise NotUnderstoodError(f"a constraint that is only a name: {str(value)[:200]}")
    return value


def _constraint(stated: Mapping[str, Any]) -> Limits:
    for name, combined in _LOGICAL.items():
        if name in stated:
            _only(stated, {name})
            parts = [limits_of([one]) for one in listed(stated[name])]
            if not parts:
                raise NotUnderstoodError(f"an empty {name}")
            return combined(*parts)
    operand, operator, right = _parts(stated)
    if operand not in _READERS:
        raise NotUnderstoodError(f"constraint on {operand}")
    return _READERS[operand](operator, right)


_LOGICAL: dict[str, Callable[..., Limits]] = {
    "and": all_of,
    "or": any_of,
    "xone": exactly_one_of,
}


def _parts(stated: Mapping[str, Any]) -> tuple[str, str, list[str]]:
    """Left operand, operator and right values; ODRL 2.1 calls the first ``name``."""
    if "name" in stated and "leftOperand" not in stated:
        stated = {**stated, "leftOperand": stated["name"]}
    _only(stated, {"leftOperand", "name", "operator", "rightOperand", "dataType", "datatype"})
    try:
        operand, operator = term(stated["leftOperand"]), term(stated["operator"])
        right = [term(one) for one in listed(stated["rightOperand"])]
    except KeyError as missing:
        raise NotUnderstoodError(f"a constraint without {missing.args[0]}") from missing
    if not right or "policyUsage" in right:
        raise NotUnderstoodError(f"constraint on {operand} without a value")
    return operand, operator, right


def _only(stated: Mapping[str, Any], known: set[str]) -> None:
    for name in stated:
        if name not in known | {"@type", "uid"} and not is_annotation(name):
            raise NotUnderstoodError(f"{name} in a constraint")


# --- Left operands --------------------------------------------------------------------------------


def _date_time(operator: str, right: Sequence[str]) -> Limits:
    (value,) = _single("dateTime", right)
    match operator:
        case "gteq" | "gt":
            return Limits(starts_at=values.begin(value, inclusive=operator == "gteq"))
        case "lteq" | "lt":
            return Limits(ends_at=values.end(value, inclusive=operator == "lteq"))
        case "eq" if values.is_day(value):
            return Limits(starts_at=values.begin(value), ends_at=values.end(value, inclusive=True))
    raise NotUnderstoodError(f"dateTime {operator} {value}")


def _delay(operator: str, right: Sequence[str]) -> Limits:
    (value,) = _single("delayPeriod", right)
    if operator not in {"eq", "gt", "gteq"}:
        raise NotUnderstoodError(f"delayPeriod {operator}")
    return Limits(wait_days=values.whole_days(value, more=operator == "gt"))


def _spatial(operator: str, right: Sequence[str]) -> Limits:
    codes = frozenset().union(*(values.territory_codes(value) for value in right))
    return _listed("spatial", operator, Limits(allow=codes), Limits(deny=codes))


def _language(operator: str, right: Sequence[str]) -> Limits:
    tags = frozenset(values.language_range(value) for value in right)
    return _listed("language", operator, Limits(languages=tags), Limits(not_languages=tags))


def _recipient(operator: str, right: Sequence[str]) -> Limits:
    names = frozenset(right)
    return _listed("recipient", operator, Limits(recipients=names), Limits(not_recipients=names))


def _purpose(operator: str, right: Sequence[str]) -> Limits:
    """For what: editorial purposes are ours, commerce is a limit, advertising is not ours."""
    ours: set[str] = set()
    for value in right:
        ours |= _purposes_meant(_label(value), value)
    allowed = frozenset(ours) if operator in ONE_OF else PURPOSES - ours
    if operator not in ONE_OF | NONE_OF:
        raise NotUnderstoodError(f"purpose {operator}")
    if operator in NONE_OF and any(_label(value) in words.OUR_PURPOSES for value in right):
        return NEVER
    return EVERYWHERE if allowed == PURPOSES else Limits(purposes=allowed) if allowed else NEVER


def _purposes_meant(label: str, value: str) -> frozenset[str]:
    if label in words.OUR_PURPOSES:
        return PURPOSES
    if label in words.COMMERCIAL:
        return frozenset({"commercial"})
    if label in words.NON_COMMERCIAL:
        return frozenset({"non-commercial"})
    if label in words.OTHER_PURPOSES:
        return frozenset()
    raise NotUnderstoodError(f"purpose {value}")


def _media(operator: str, right: Sequence[str]) -> Limits:
    """Kinds of media (print, electronic) or of content (text, picture)."""
    labels = {_label(value) for value in right}
    kinds = [words.WEB, words.ELSEWHERE, words.PICTURES, words.TEXTS]
    if unknown := labels - frozenset().union(*kinds):
        raise NotUnderstoodError(f"media {' '.join(sorted(unknown))}")
    if labels & words.PICTURES and labels.isdisjoint(words.WEB | words.TEXTS):
        pictures, text = Limits(subject="pictures"), Limits(subject="text")
        return _listed("media", operator, pictures, text)
    if labels & words.TEXTS and labels.isdisjoint(words.PICTURES | words.WEB):
        return _listed("media", operator, Limits(subject="text"), Limits(subject="pictures"))
    reached = bool(labels & (words.WEB | words.TEXTS))
    return _reached("media", operator, reached=reached)


def _channel(operator: str, right: Sequence[str]) -> Limits:
    """The web is ours; other known channels are not; any other name is one of a destination."""
    labels = {_label(value) for value in right}
    if labels <= words.WEB | words.ELSEWHERE:
        return _reached("deliveryChannel", operator, reached=bool(labels & words.WEB))
    return _recipient(operator, right)


def _reached(operand: str, operator: str, *, reached: bool) -> Limits:
    inside, out = (EVERYWHERE, NEVER) if reached else (NEVER, EVERYWHERE)
    return _listed(operand, operator, inside, out)


def _listed(operand: str, operator: str, inside: Limits, out: Limits) -> Limits:
    """The same limits for every operator that means *one of*, others for *none of*."""
    if operator in ONE_OF:
        return inside
    if operator in NONE_OF:
        return out
    raise NotUnderstoodError(f"{operand} {operator}")


_READERS: dict[str, Callable[[str, Sequence[str]], Limits]] = {
    "dateTime": _date_time,
    "delayPeriod": _delay,
    "spatial": _spatial,
    "language": _language,
    "recipient": _recipient,
    "purpose": _purpose,
    "media": _media,
    "deliveryChannel": _channel,
}


# --- Counts: two constraints that mean something together -----------------------------------------


def _take_counts(
    constraints: list[dict[str, Any]],
) -> tuple[list[Limits], list[dict[str, Any]]]:
    """
    Counts out of the *constraints*, with the unit or period that stands beside them.

    ``count`` alone says how often *the action* may happen; only with a unit of words (for an
    extract) or a period (a quota) does it limit what we count.
    """
    by_operand: dict[str, list[dict[str, Any]]] = {
        "count": [],
        "unitOfCount": [],
        "timeInterval": [],
    }
    rest: list[dict[str, Any]] = []
    for one in constraints:
        name = one.get("leftOperand", one.get("name"))
        operand = term(name) if name is not None else ""
        by_operand.get(operand, rest).append(one)
    counts, units, periods = by_operand.values()
    if not counts and not units and not periods:
        return [], rest
    if len(counts) != 1 or len(units) + len(periods) != 1:
        raise NotUnderstoodError("a count without one unit or period")
    most = _most(*_parts(counts[0]))
    if units:
        return [_words(most, *_parts(units[0]))], rest
    return [_quota(most, *_parts(periods[0]))], rest


def _most(_: str, operator: str, right: Sequence[str]) -> int:
    (value,) = _single("count", right)
    if not value.isdecimal() or operator not in {"eq", "lteq", "lt"}:
        raise NotUnderstoodError(f"count {operator} {value}")
    most = int(value) - (operator == "lt")
    if most < 1:
        raise NotUnderstoodError(f"count {operator} {value}")
    return most


def _words(most: int, _: str, operator: str, right: Sequence[str]) -> Limits:
    if operator != "eq" or {_label(value) for value in right} - {"word", "words"}:
        raise NotUnderstoodError(f"unitOfCount {' '.join(right)}")
    return Limits(max_words=most)


_PERIODS = {1: "day", 7: "week", 31: "month", 366: "year"}


def _quota(most: int, _: str, operator: str, right: Sequence[str]) -> Limits:
    (value,) = _single("timeInterval", right)
    period = _PERIODS.get(values.whole_days(value))
    if period is None or operator != "eq":
        raise NotUnderstoodError(f"timeInterval {operator} {value}")
    return Limits(quota=Quota.model_validate({"count": most, "period": period}))


def _single(operand: str, right: Sequence[str]) -> Sequence[str]:
    if len(right) != 1:
        raise NotUnderstoodError(f"{operand} with several values")
    return right


def _label(value: str) -> str:
    """The word an address or name ends in, without capitals, spaces and hyphens."""
    last = value.rstrip("/").replace("#", "/").replace(":", "/").rsplit("/", 1)[-1]
    return "".join(char for char in last.casefold() if char.isalnum())
