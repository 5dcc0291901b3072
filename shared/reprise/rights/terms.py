"""
Terms that may be passed on with an entry, from the same record the ruling used (RL-13, AL-06).

Never more than was granted: a usage that is not granted is prohibited in so many words, and a
licence is named only where nothing else narrows what it would give to whoever reads it (RL-14).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reprise.model.document import License, Terms
from reprise.model.permission import Permission, Use
from reprise.model.ruling import Ruling
from reprise.rights.combine import Effective
from reprise.rights.licences import permission_of
from reprise.text.licences import find_licence

TOKENS = {
    "search": Use.INDEX,
    "ai-train": Use.AI_TRAIN,
    "ai-input": Use.AI_INPUT,
    "ai-index": None,
}
"""RSL usage tokens (RL-04) and the use that grants each; nothing of ours grants ``ai-index``."""


def terms_of(effective: Effective, rulings: Mapping[Use, Ruling]) -> Terms:
    """
    What to say about the rights in one entry.

    Args:
        effective: What all statements allow together.

        rulings: The rulings on this entry at this moment; a use without one is not granted.
    """
    permission = effective.permission
    granted = frozenset(use for use, ruling in rulings.items() if ruling.granted)
    license_ = _license(effective, rulings)
    limits = permission.territories
    notice = _told(permission.copyright_notice, license_)
    usage_terms = _told(permission.usage_terms, license_)
    return Terms(
        rights=_rights(permission, notice, license_, usage_terms),
        license=license_,
        license_unstated=license_ is None,
        copyright_holder=permission.rights_holder,
        copyright_notice=notice,
        usage_terms=usage_terms,
        permits=tuple(token for token, use in TOKENS.items() if use in granted),
        prohibits=tuple(token for token, use in TOKENS.items() if use not in granted),
        allow=tuple(sorted(limits.allow)) if limits and limits.allow is not None else None,
        deny=tuple(sorted(limits.deny)) if limits else (),
        expires=permission.expires_at,
    )


def _license(effective: Effective, rulings: Mapping[Use, Ruling]) -> License | None:
    """The licence, if whoever takes it at its word takes no more than is granted."""
    licence, permission = effective.licence, effective.permission
    if licence is None or _is_limited(permission):
        return None
    given = permission_of(licence)
    uses = {use for use, terms in given.uses.items() if terms.allowed}
    if not uses <= _unlimited(effective):
        return None
    ruled = [rulings[use].granted for use in uses & PASSING_ON if use in rulings]
    if not ruled or not all(ruled):
        return None
    if given.commercial and permission.commercial is not True:
        return None
    if licence.derivatives and permission.duties.no_changes:
        return None
    return License(licence.name, licence.url)


PASSING_ON = frozenset({Use.DISPLAY, Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT})
"""
Uses whose refusal also refuses the licence. Search is not among them: a partner may hide our
copy from search for the sake of its own page, and still license the text to everybody.
"""


def _unlimited(effective: Effective) -> frozenset[Use]:
    """Uses that are given to everybody, at any length."""
    return frozenset(
        use
        for use, terms in effective.permission.uses.items()
        if terms.allowed and terms.recipients is None and terms.max_words is None
    )


def _is_limited(permission: Permission) -> bool:
    """Whether anything beside the uses narrows the permission; a licence knows no such limits."""
    limits = permission.territories
    return (
        (limits is not None and (limits.allow is not None or bool(limits.deny)))
        or permission.languages is not None
        or permission.expires_at is not None
        or permission.quota is not None
    )


def _told(words: str | None, license_: License | None) -> str | None:
    """*words*, unless they name a licence that is not passed on: readers would take it for theirs."""
    named = _licence_in(words) if words else None
    if named is None or (license_ is not None and named == license_.name):
        return words
    return None


@lru_cache(maxsize=4096)
def _licence_in(words: str) -> str | None:
    """Name of the licence in running text, empty for one that is not known."""
    found = find_licence(words)
    if found is None:
        return None
    return found.licence.name if found.licence else ""


def _rights(
    permission: Permission, notice: str | None, license_: License | None, usage_terms: str | None
) -> str:
    """The sentence for people: what was stated, each part once."""
    holder = permission.rights_holder
    parts = [
        notice or (f"© {holder}" if holder else None),
        license_.name if license_ else None,
        usage_terms,
    ]
    return " · ".join(dict.fromkeys(part.strip() for part in parts if part and part.strip()))
