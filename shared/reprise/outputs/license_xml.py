"""
``license.xml``: what machines may do with the site's pages, in RSL 1.0 (RL-*).

It speaks for all pages at once, so it permits only what every one of them permits (RL-14), and
prohibits each AI use that is not permitted: in RSL, what no rule names would be allowed. An entry
in a feed carries its own, wider or narrower terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from reprise.model.configuration import Publication
from reprise.model.document import Document, Terms
from reprise.outputs.escaping import xml_text
from reprise.outputs.places import LICENSE_KEY, RSL_TYPE, address

RSL_NS = "https://rslstandard.org/rsl"
AI_TOKENS = ("ai-train", "ai-input", "ai-index")
MAX_AGE_DAYS = 1
"""A grant may be revoked any day; RSL's default would let readers keep the terms for 30 (RL-09)."""

CACHE_SECONDS = 3600


def license_xml(publication: Publication, terms: Sequence[Terms] = ()) -> Document:
    """
    The file.

    Args:
        terms: Of everything the site may show. With none at hand nothing is permitted: every AI
            use is prohibited, and search is left to what each page says itself (RP-02).
    """
    permitted = permitted_by_all(terms)
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<rsl xmlns="{RSL_NS}" max-age="{MAX_AGE_DAYS}">
  <content url="{xml_text(address("", publication))}">
    <license>
{_rules("permits", permitted)}{_rules("prohibits", _prohibited(permitted, terms))}\
{_contact(publication)}    </license>
  </content>
</rsl>
"""
    return Document(
        LICENSE_KEY, f"{RSL_TYPE}; charset=utf-8", text.encode(), cache_seconds=CACHE_SECONDS
    )


def permitted_by_all(terms: Sequence[Terms]) -> tuple[str, ...]:
    """
    Usage tokens that all of the *terms* permit and none prohibits, in the order of the vocabulary.

    >>> both = Terms(permits=("search", "ai-input"))
    >>> permitted_by_all([both, Terms(permits=("search",), prohibits=("ai-all",))])
    ('search',)
    """
    allowed = [_spelt_out(each.permits) - _spelt_out(each.prohibits) for each in terms]
    common = reduce(set.intersection, allowed) if allowed else set[str]()
    return tuple(token for token in ("search", *AI_TOKENS) if token in common)


def _spelt_out(tokens: Sequence[str]) -> set[str]:
    """Wide tokens by the narrow ones they stand for, so that they compare (RL-04, RL-08)."""
    spelt = set(tokens)
    if "all" in spelt:
        spelt |= {"search", "ai-all"}
    if "ai-all" in spelt:
        spelt |= set(AI_TOKENS)
    return spelt


def _prohibited(permitted: Sequence[str], terms: Sequence[Terms]) -> tuple[str, ...]:
    """``ai-all`` names AI uses nobody has thought of yet, so it is said wherever it can be."""
    none_of_ai = not set(permitted) & set(AI_TOKENS)
    ai = ("ai-all",) if none_of_ai else tuple(t for t in AI_TOKENS if t not in permitted)
    return ("search", *ai) if terms and "search" not in permitted else ai


def _rules(element: str, tokens: Sequence[str]) -> str:
    if not tokens:
        return ""
    return f'      <{element} type="usage">{" ".join(tokens)}</{element}>\n'


def _contact(publication: Publication) -> str:
    """Whom to ask for more (RL-06). No ``payment``: nothing is offered, neither free nor paid."""
    if not publication.contact:
        return ""
    return f'      <legal type="contact">{xml_text(publication.contact)}</legal>\n'
