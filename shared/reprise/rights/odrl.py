"""
Policies in ODRL 2.2 (JSON-LD) and its news profile RightsML, read as a permission (OD-01 to OD-06).

A policy may say more than a permission can hold. What it permits is then read narrower, what it
prohibits wider; and what is not understood stands in ``Permission.unreadable``, which holds the
article. It is never skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from reprise.model.permission import Basis, Evidence, Permission, Territories, Use, UseTerms
from reprise.rights import odrl_vocabulary as words
from reprise.rights.limits import (
    EVERYWHERE,
    Limits,
    NotUnderstoodError,
    all_of,
    any_of,
    is_within,
    outside,
)
from reprise.rights.odrl_constraints import limits_of
from reprise.rights.odrl_duties import Asked, asked_by, duties_of
from reprise.rights.odrl_json import is_annotation, listed, parse, policies_in, term

Policy = Mapping[str, Any]


def read_odrl(
    document: bytes | str | Policy | list[Any],
    *,
    parents: Mapping[str, Policy] | None = None,
    about: frozenset[str] | None = None,
) -> Permission:
    """
    What a policy says. Never raises: what can't be read is in ``unreadable``.

    Args:
        document: The policy as JSON-LD; in a list or ``@graph`` the first is the one meant.

        parents: Policies it may inherit from, by uid; those in the document are known.

        about: Names of the article. With them, rules about other assets say nothing, and a policy
            without a rule about the article is not understood; without them the policy has to
            be about one asset, which is taken to be the article.

    Example:
        >>> policy = {"@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Set",
        ...           "uid": "https://post.example/policy/1",
        ...           "permission": [{"target": "https://post.example/7", "action": "present",
        ...                           "constraint": [{"leftOperand": "spatial", "operator": "eq",
        ...                                           "rightOperand": "NZL"}]}]}
        >>> permission = read_odrl(policy)
        >>> permission.uses[Use.DISPLAY].allowed, sorted(permission.territories.allow)
        (True, ['NZ'])
    """
    try:
        parsed = parse(document) if isinstance(document, bytes | str) else document
        policies = policies_in(parsed)
        given = {uid: policies_in(parent)[0] for uid, parent in (parents or {}).items()}
    except NotUnderstoodError as error:
        return Permission(unreadable=(str(error),))
    known = given | {str(one.get("uid")): one for one in policies}
    return _Reading(policies[0], known, about).permission()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, atomic: one action under its limits."""

    action: str
    limits: Limits
    asked: tuple[Asked, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it gives nothing before somebody pays or consents."""
        return any(one.is_open for one in self.asked)


class _Reading:
    """One policy on its way to a permission; ``problems`` gathers what is not understood."""

    def __init__(
        self, policy: Policy, known: Mapping[str, Policy], about: frozenset[str] | None
    ) -> None:
        self.policy, self.known, self.about = policy, known, about
        self.problems: list[str] = []
        self.targets: set[str] = set()
        self.assignees: set[str] = set()

    def permission(self) -> Permission:
        """The policy as a permission; whatever went wrong is in it."""
        try:
            return self._read()
        except NotUnderstoodError as error:
            self.problems.append(str(error))
        except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
            # Whatever shape a policy has, it holds the article instead of failing the upload.
            self.problems.append(f"a policy of an unknown shape: {error}")
        return Permission(unreadable=self.unreadable())

    def _read(self) -> Permission:
        _check_policy(self.policy)
        lineage = list(self._lineage())
        obligations = [one for policy in lineage for one in asked_by(policy.get("obligation"))]
        permits = [rule for policy in lineage for rule in self._rules(policy, "permission")]
        prohibits = [rule for policy in lineage for rule in self._rules(policy, "prohibition")]
        self._check_scope(permits + prohibits)
        if any(one.is_open for one in obligations):
            permits = [replace(rule, asked=(*rule.asked, *obligations)) for rule in permits]
        return _Verdict(self, permits, prohibits, obligations).permission()

    # --- The policy -------------------------------------------------------------------------------

    def _lineage(self) -> Iterable[Policy]:
        """The policy and all it inherits from, each once."""
        waiting, seen = [self.policy], {str(self.policy.get("uid"))}
        while waiting:
            policy = waiting.pop()
            yield policy
            for parent in map(term, listed(policy.get("inheritFrom"))):
                if parent not in self.known:
                    raise NotUnderstoodError(f"inherits from {parent}, which is not here")
                if parent in seen:
                    raise NotUnderstoodError(f"inherits from {parent} more than once")
                seen.add(parent)
                waiting.append(self.known[parent])

    def _rules(self, policy: Policy, kind: str) -> list[Rule]:
        shared = {name: policy[name] for name in _SHARED if name in policy}
        rules = []
        for stated in listed(policy.get(kind)):
            try:
                rules += self._rule(stated, shared, kind)
            except NotUnderstoodError as error:
                self.problems.append(f"{kind}: {error}")
        return rules

    def _rule(self, stated: Any, shared: Mapping[str, Any], kind: str) -> list[Rule]:
        """Atomic rules: each action of a rule, with the policy's own parts (OD-02)."""
        if not isinstance(stated, Mapping):
            raise NotUnderstoodError(f"a rule that is only a name: {str(stated)[:200]}")
        _check_names(stated, _RULE, "a rule")
        whole = {**shared, **stated}
        targets = {term(one) for one in listed(whole.get("target"))}
        if self.about is not None and targets and targets.isdisjoint(self.about):
            return []
        self._note(whole, targets)
        limits = all_of(limits_of(shared.get("constraint")), limits_of(stated.get("constraint")))
        asked = tuple(asked_by(stated.get("duty"))) if kind == "permission" else ()
        limits = all_of(limits, *(one.limits for one in asked))
        actions = listed(whole.get("action"))
        if not actions:
            raise NotUnderstoodError("a rule without an action")
        return [Rule(name, all_of(limits, more), asked) for name, more in map(_action, actions)]

    def _note(self, rule: Mapping[str, Any], targets: set[str]) -> None:
        for one in listed(rule.get("target")):
            if isinstance(one, Mapping) and "refinement" in one:
                raise NotUnderstoodError("a collection of assets under conditions")
        for one in listed(rule.get("assignee")):
            if isinstance(one, Mapping) and "refinement" in one:
                raise NotUnderstoodError("a collection of assignees under conditions")
            self.assignees.add(term(one))
        self.targets |= targets

    def _check_scope(self, rules: list[Rule]) -> None:
        if not rules and not self.problems and self.about is not None:
            raise NotUnderstoodError("no rule is about this article")
        if self.about is None and len(self.targets) > 1:
            raise NotUnderstoodError("rules about several assets")
        if len(self.assignees) > 1:
            raise NotUnderstoodError("rules for several assignees")

    def unreadable(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(f"ODRL: {problem}" for problem in self.problems))

    def guard(self, read: Callable[[], None]) -> None:
        """Run *read*; what it does not understand is noted."""
        try:
            read()
        except NotUnderstoodError as error:
            self.problems.append(str(error))


_SHARED = ("target", "assigner", "assignee", "action", "constraint")
"""Parts that a policy may state once for all its rules (compact policies)."""

_POLICY = {
    "@type", "uid", "profile", "conflict", "inheritFrom", "permission", "prohibition",
    "obligation", *_SHARED,
}  # fmt: skip
_RULE = {"@type", "uid", "duty", "remedy", *_SHARED}


def _check_policy(policy: Policy) -> None:
    """One uid, a kind that can permit, known profiles, its parties, a rule (OD-01, OD-04)."""
    _check_names(policy, _POLICY, "a policy")
    kinds = [term(kind) for kind in listed(policy.get("@type"))] or ["Policy"]
    if not set(kinds) <= words.POLICIES:
        raise NotUnderstoodError(f"a policy of type {' '.join(kinds)}")
    if len(listed(policy.get("uid"))) != 1 or ":" not in term(policy["uid"]):
        raise NotUnderstoodError("a policy without one uid that is an address")
    for profile in map(term, listed(policy.get("profile"))):
        if profile not in words.PROFILES:
            raise NotUnderstoodError(f"profile {profile}")
    if policy.get("conflict") is not None and term(policy["conflict"]) not in _CONFLICTS:
        raise NotUnderstoodError(f"conflict {term(policy['conflict'])}")
    rules = [one for kind in _KINDS for one in listed(policy.get(kind))]
    if not rules and "inheritFrom" not in policy:
        raise NotUnderstoodError("a policy without a rule")
    needed = {"Offer": ["assigner"], "Agreement": ["assigner", "assignee"]}
    for party in (party for kind in kinds for party in needed.get(kind, [])):
        if party not in policy and not all(party in one for one in rules):
            raise NotUnderstoodError(f"{' '.join(kinds)} without {party}")


_KINDS = ("permission", "prohibition", "obligation")
_CONFLICTS = ("perm", "prohibit", "invalid")


def _check_names(stated: Mapping[str, Any], known: set[str], where: str) -> None:
    for name in stated:
        if name not in known and not is_annotation(name):
            raise NotUnderstoodError(f"{name} in {where}")


def _action(stated: Any) -> tuple[str, Limits]:
    """An action by name, or with a refinement that limits it."""
    name = term(stated)
    if name not in _ACTIONS:
        raise NotUnderstoodError(f"action {name}")
    if not isinstance(stated, Mapping):
        return name, EVERYWHERE
    _check_names(stated, {"value", "uid", "@id", "refinement", "@type", "includedIn"}, "an action")
    return name, limits_of(stated.get("refinement"))


_ACTIONS = {*words.PERMITS, *words.PROHIBITS, *words.COMMERCE, *words.APART}


class _Verdict:
    """What the rules leave of each use."""

    def __init__(
        self,
        reading: _Reading,
        permits: list[Rule],
        prohibits: list[Rule],
        obligations: list[Asked],
    ) -> None:
        self.reading, self.permits, self.prohibits = reading, permits, prohibits
        self.asked = [*obligations, *(one for rule in permits for one in rule.asked)]
        self.strategy = term(reading.policy.get("conflict", "invalid"))
        self.given: dict[Use, Limits] = {}
        self.denied: set[Use] = set()
        self.rest = EVERYWHERE
        self.points: dict[str, Any] = {}
        self.duties: dict[str, Any] = {}

    def permission(self) -> Permission:
        self.reading.guard(self._permit)
        for rule in self.prohibits:
            self.reading.guard(partial(self._prohibit, rule))
        self.reading.guard(self._limit)
        self.reading.guard(self._ask)
        return Permission(
            basis=Basis.PERMISSION if self.given else None,
            granted_to=next(iter(self.reading.assignees), None),
            evidence=_evidence(self.reading.policy),
            unreadable=self.reading.unreadable(),
            **self.points,
        )

    # --- Permissions ------------------------------------------------------------------------------

    def _permit(self) -> None:
        """Rules on one use are alternatives (any of them is enough)."""
        found: dict[Use, list[Limits]] = {}
        for rule in self.permits:
            if rule.is_open or rule.limits.never:
                continue
            if rule.action in words.COMMERCE:
                self._permit_commerce(rule)
            elif rule.limits.subject == "pictures":
                self._permit_pictures(rule)
            else:
                limits = replace(rule.limits, subject=None)
                for use in words.PERMITS.get(rule.action, words.NOTHING):
                    found.setdefault(use, []).append(limits)
        self.given = {use: any_of(*found[use]) for use in Use if use in found}

    def _permit_commerce(self, rule: Rule) -> None:
        if rule.limits != EVERYWHERE:
            raise NotUnderstoodError("commercial use under conditions")
        self.points["commercial"] = True

    def _permit_pictures(self, rule: Rule) -> None:
        if replace(rule.limits, subject=None) != EVERYWHERE:
            raise NotUnderstoodError("pictures under conditions")
        if Use.DISPLAY in words.PERMITS.get(rule.action, words.NOTHING):
            self.points.setdefault("pictures", True)

    # --- Prohibitions -----------------------------------------------------------------------------

    def _prohibit(self, rule: Rule) -> None:
        if rule.limits.never:
            return
        if rule.limits.subject == "pictures":
            self.points["pictures"] = False
            return
        limits = replace(rule.limits, subject=None)
        if rule.action in words.COMMERCE:
            self._prohibit_commerce(limits)
            return
        if rule.action in words.UNTOUCHED:
            self.duties["no_changes"] = True
        uses = self._closed_by(rule.action)
        left = outside(limits) if limits != EVERYWHERE else None
        if self._collides(uses, rule.action, left) and not self._settle(uses, left):
            return
        self._close(uses, left)

    def _prohibit_commerce(self, limits: Limits) -> None:
        """A purpose here, so it narrows a permission to *use* instead of contradicting it."""
        if limits != EVERYWHERE:
            raise NotUnderstoodError("a prohibition of commercial use under conditions")
        if self.points.get("commercial") and self.strategy != "prohibit":
            raise NotUnderstoodError("commercial use is permitted and prohibited")
        self.points["commercial"] = False

    def _closed_by(self, action: str) -> frozenset[Use]:
        uses = words.PROHIBITS.get(action, words.NOTHING)
        shown = any(
            not rule.is_open and rule.action in {"display", "present", "use"}
            for rule in self.permits
        )
        return uses - words.SHOW if action in _PASSING_ON and shown else uses

    def _collides(self, uses: frozenset[Use], action: str, left: Limits | None) -> bool:
        """Whether something is both permitted and prohibited; *use* includes every action."""
        met = [self.given[use] for use in uses if use in self.given]
        if action != "use":
            met += [
                replace(rule.limits, subject=None)
                for rule in self.permits
                if rule.action == "use" and not rule.is_open and not rule.limits.never
            ]
        return any(left is None or not is_within(limits, left) for limits in met)

    def _settle(self, uses: frozenset[Use], left: Limits | None) -> bool:
        """Whether the prohibition counts, by the policy's strategy; without one it is void."""
        if self.strategy == "invalid":
            names = " ".join(sorted(uses)) or "use"
            where = "" if left is None else " in part"
            raise NotUnderstoodError(f"permits and prohibits {names}{where}, without a strategy")
        if self.strategy == "perm":
            self._close(uses - set(self.given), left)
        return self.strategy == "prohibit"

    def _close(self, uses: frozenset[Use], left: Limits | None) -> None:
        if left is None:
            self.denied |= uses
        elif Use.DISPLAY in uses:
            self.rest = all_of(self.rest, left)
            self.given = {use: all_of(one, left) for use, one in self.given.items()}
        elif left.differing(EVERYWHERE) == {"recipients"}:
            self._narrow(uses, left)
        else:
            self.denied |= uses

    def _narrow(self, uses: frozenset[Use], left: Limits) -> None:
        for use in uses:
            if use in self.given:
                self.given[use] = all_of(self.given[use], left)
            else:
                self.denied.add(use)

    # --- What is left -----------------------------------------------------------------------------

    def _limit(self) -> None:
        """
        One set of limits for all uses, as a permission has it: those of display, else of the first.

        A use that is given in fewer cases than that is left out, since silence is no.
        """
        given = {use: one for use, one in self.given.items() if use not in self.denied}
        base = _shared(next(iter(given.values()), self.rest))
        uses = {
            use: UseTerms(allowed=True, recipients=one.recipients, max_words=one.max_words)
            for use, one in given.items()
            if is_within(base, _shared(one))
        }
        uses |= dict.fromkeys(self.denied, UseTerms(allowed=False))
        self.given = {use: one for use, one in given.items() if use in uses}
        for one in (base, *given.values()):
            if one.not_languages or one.not_recipients:
                raise NotUnderstoodError("a language or recipient that is left out")
        self.points |= _points(base)
        self.points["uses"] = uses
        if base.purposes is not None:
            self._purposes(base.purposes)

    def _purposes(self, purposes: frozenset[str]) -> None:
        if "commercial" not in purposes:
            self.points["commercial"] = False
        else:
            self.points.setdefault("commercial", True)

    def _ask(self) -> None:
        """Duties of rules that give something; what the others cost is told."""
        counts = [one for one in self.asked if not one.is_open]
        duties = duties_of([*counts, Asked(self.duties)])
        self.points["duties"] = duties
        for one in self.asked:
            if one.is_open:
                self.points.setdefault("price", one.price)
                self.points.setdefault("price_contact", one.price_contact)


_PASSING_ON = frozenset({"distribute", "cc:Distribution", "share", "cc:Sharing"})


def _shared(limits: Limits) -> Limits:
    """Without what each use has of its own."""
    return replace(limits, recipients=None, max_words=None)


def _points(limits: Limits) -> dict[str, Any]:
    places = limits.allow is not None or bool(limits.deny)
    return {
        "territories": Territories(allow=limits.allow, deny=limits.deny) if places else None,
        "languages": limits.languages,
        "starts_at": limits.starts_at,
        "expires_at": limits.ends_at,
        "embargo_days": limits.wait_days,
        "quota": limits.quota,
    }


def _evidence(policy: Policy) -> Evidence | None:
    uid = term(policy["uid"])
    return Evidence(url=uid) if uid.startswith(("http://", "https://")) else Evidence(text=uid)
