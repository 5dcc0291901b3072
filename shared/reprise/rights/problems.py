"""
What is wrong with one statement, so that nothing may rest on it (invariant 1, row B40).

A statement with a problem holds the article; the problem says what came and what to send instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from reprise.errors import Problem
from reprise.model.permission import Basis, Duties, Permission, UseTerms
from reprise.rights import territories
from reprise.rights.licences import licence_of, permission_of
from reprise.text.language_tags import is_registered
from reprise.text.licences import contradicts

CONTRADICTORY = frozenset(
    {
        "licence_contradicts_text",
        "licence_contradicts_basis",
        "licence_contradicts_use",
        "ends_before_start",
        "all_territories_denied",
    }
)
"""Codes of problems in which a statement says two things; the others can't be understood."""


def problems_of(permission: Permission, *, path: str = "permission") -> tuple[Problem, ...]:
    """
    Everything that is wrong with *permission* in itself; *path* leads the fields' names.

    >>> [str(p) for p in problems_of(Permission(licence="my licence"))]
    ["permission.licence: 'my licence'; send an address, an SPDX id or a usual name of a licence"]
    """
    return tuple(
        Problem(problem.code, f"{path}.{problem.field}" if problem.field else path,
                problem.found, problem.send)
        for check in _CHECKS
        for problem in check(permission)
    )  # fmt: skip


def _licence(permission: Permission) -> Iterator[Problem]:
    if permission.licence is None:
        return
    licence = licence_of(permission.licence)
    if licence is None:
        yield Problem(
            "licence_unknown",
            "licence",
            permission.licence[:200],
            "send an address, an SPDX id or a usual name of a licence",
        )
        return
    if permission.basis is Basis.PUBLIC_DOMAIN and not licence.public_domain:
        yield Problem(
            "licence_contradicts_basis",
            "basis",
            Basis.PUBLIC_DOMAIN.value,
            f"{licence.name} reserves rights: send basis licence, or no licence",
        )


_contradicts = lru_cache(maxsize=4096)(contradicts)
"""The same few terms stand beside the same few licences in each turn."""


def _licence_and_words(permission: Permission) -> Iterator[Problem]:
    """The words beside a licence name another one (issue: text that contradicts its URL)."""
    if permission.licence is None:
        return
    texts = {
        "usage_terms": permission.usage_terms,
        "copyright_notice": permission.copyright_notice,
        "evidence.text": permission.evidence.text if permission.evidence else None,
        "evidence.url": permission.evidence.url if permission.evidence else None,
    }
    for field, text in texts.items():
        if text is not None and _contradicts(text, permission.licence):
            yield Problem(
                "licence_contradicts_text",
                field,
                text[:200],
                f"the licence is {permission.licence}: send one of the two",
            )


def _licence_and_points(permission: Permission) -> Iterator[Problem]:
    """One record says yes to what the licence it names says no to."""
    licence = licence_of(permission.licence) if permission.licence else None
    if licence is None:
        return
    granted = permission_of(licence)
    if permission.commercial and granted.commercial is False:
        yield Problem(
            "licence_contradicts_use",
            "commercial",
            "true",
            f"{licence.name} allows no commercial use: send one of the two",
        )
    for use, terms in permission.uses.items():
        if terms.allowed and granted.uses.get(use, UseTerms()).allowed is False:
            yield Problem(
                "licence_contradicts_use",
                f"uses.{use}.allowed",
                "true",
                f"{licence.name} does not allow it: send one of the two",
            )


def _dates(permission: Permission) -> Iterator[Problem]:
    """Half open: what ends at the instant it begins never holds."""
    ends = permission.expires_at
    for field in ("starts_at", "embargoed_until"):
        begins: datetime | None = getattr(permission, field)
        if begins is not None and ends is not None and ends <= begins:
            yield Problem(
                "ends_before_start",
                "expires_at",
                ends.isoformat(),
                f"it has to be after {field}, {begins.isoformat()}",
            )


def _empty_lists(permission: Permission) -> Iterator[Problem]:
    """An empty list allows nobody (MR-09); by accident or not, a person has to look."""
    lists: dict[str, frozenset[str] | None] = {
        "territories.allow": permission.territories.allow if permission.territories else None,
        "languages": permission.languages,
        **{f"uses.{use}.recipients": terms.recipients for use, terms in permission.uses.items()},
    }
    for field, values in lists.items():
        if values is not None and not any(value.strip() for value in values):
            yield Problem("empty_list", field, send="name at least one, or leave the field out")


def _territories(permission: Permission) -> Iterator[Problem]:
    if permission.territories is None:
        return
    allow, deny = permission.territories.allow, permission.territories.deny
    for field, codes in (("allow", allow or frozenset()), ("deny", deny)):
        for code in territories.unknown(codes):
            yield Problem("territory_unknown", f"territories.{field}", code, territories.hint(code))
    if allow and allow <= deny:
        yield Problem(
            "all_territories_denied",
            "territories.deny",
            " ".join(sorted(allow)),
            "leave at least one allowed territory that is not denied",
        )


def _languages(permission: Permission) -> Iterator[Problem]:
    for tag in sorted(permission.languages or ()):
        if not is_registered(tag):
            yield Problem("language_unknown", "languages", tag, "send a BCP 47 tag, e.g. pt-BR")


def _quota(permission: Permission) -> Iterator[Problem]:
    if permission.quota is not None and permission.quota.count == 0:
        yield Problem("quota_of_nothing", "quota.count", "0", "send a number of at least 1")


_WEB = re.compile(r"https?://[^\s/?#]+(?:[/?#]\S*)?", re.IGNORECASE)
_TELL = re.compile(r"mailto:[^\s@]+@[^\s@]+|https://[^\s/?#]+(?:[/?#]\S*)?", re.IGNORECASE)


def _duties(permission: Permission) -> Iterator[Problem]:
    """An address that leads nowhere is a duty nobody can keep."""
    duties: Duties = permission.duties
    link = duties.link_back if isinstance(duties.link_back, str) else None
    for field, value, pattern, send in (
        ("link_back", link, _WEB, "send an absolute http or https address"),
        ("pixel", duties.pixel, _WEB, "send an absolute http or https address"),
        ("notify", duties.notify, _TELL, "send a mailto: or https: address"),
    ):
        if value is not None and not pattern.fullmatch(value):
            yield Problem("address_unusable", f"duties.{field}", value[:200], send)


def _not_understood(permission: Permission) -> Iterator[Problem]:
    for construct in permission.unreadable:
        # It says itself what came, and mostly what to send instead.
        yield Problem("not_understood", send=construct[:500])


_CHECKS = (
    _not_understood,
    _licence,
    _licence_and_words,
    _licence_and_points,
    _dates,
    _empty_lists,
    _territories,
    _languages,
    _quota,
    _duties,
)
