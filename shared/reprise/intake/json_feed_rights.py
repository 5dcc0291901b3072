"""
What an item of a JSON Feed says about its use: JSON Feed itself has no member for that.

Known are our own ``_syndication`` block (docs/syndication-block.md), which others may send back to
us, and the names people use for a licence or a copyright line. A member of any extension that
sounds like a limit and is none of these holds the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reprise.intake.policies import (
    ODRL_JSON,
    is_policy,
    licences_of_things,
    licensed,
    numbered,
    shown,
    waiting,
)
from reprise.intake.stated import Terms
from reprise.model.configuration import Partner
from reprise.model.permission import Duties, Stated, Territories, Use, UseTerms
from reprise.model.reading import PolicyDocument

Object = Mapping[str, Any]

BLOCK = "_syndication"
_LICENCES = ("license", "licence", "_license", "_licence")
_NOTICES = ("copyright", "_copyright", "copyright_notice", "rights")
_LIMITING = re.compile(
    r"embargo|expir|restrict|licen[cs]e|rights|territor|usage|permission|polic", re.IGNORECASE
)
_USAGE = {"search": Use.INDEX, "ai-train": Use.AI_TRAIN, "ai-input": Use.AI_INPUT}
_APART = frozenset({"ai-index"})
_KNOWN_IN_BLOCK = frozenset(
    {"license", "rights", "copyright_holder", "copyright_notice", "usage_terms", "usage",
     "territories", "expires", "credit_line"}
)  # fmt: skip


def rights_of(
    item: Object, feed: Object, partner: Partner
) -> tuple[Terms, tuple[Stated, ...], tuple[PolicyDocument, ...]]:
    """
    The terms of *item*, a statement for each licence and policy, and the policies to be read.

    A licence of the *feed* holds for items that name none; its other members hold for all.
    """
    terms = Terms(partner)
    licences, bodies = [*_licences(item)] or [*_licences(feed)], []
    for holder in (item, feed):
        _plain(terms, holder)
        bodies += [value for value in holder.values() if is_policy(value)]
    block = item.get(BLOCK)
    if isinstance(block, Mapping):
        _block(terms, block)
    elif block is not None:
        terms.doubt(f"{BLOCK}: not an object")
    documents = numbered("policy", ODRL_JSON, map(json.dumps, bodies))
    return terms, (*(licensed(one, "license") for one in licences), *waiting(documents)), documents


def _licences(holder: Object) -> Iterator[str]:
    block = holder.get(BLOCK)
    inside = [block.get("license")] if isinstance(block, Mapping) else []
    yield from dict.fromkeys(
        licences_of_things([*(holder.get(name) for name in _LICENCES), *inside])
    )


def _plain(terms: Terms, holder: Object) -> None:
    """Members beside the block, of whatever extension."""
    for name, value in holder.items():
        if name == BLOCK or name in _LICENCES or is_policy(value) or value in (None, "", [], {}):
            continue
        if name in _NOTICES and isinstance(value, str):
            terms.say("copyright_notice", value.strip())
        elif _LIMITING.search(name):
            terms.doubt(f"{name}: {shown(str(value))} is not understood")


def _block(terms: Terms, block: Object) -> None:
    for name in block:
        if name not in _KNOWN_IN_BLOCK and _LIMITING.search(name):
            terms.doubt(f"{BLOCK}.{name}: not a member of it")
    for name, field in _TEXTS.items():
        terms.say(field, _text(block, name))
    if credit := _text(block, "credit_line"):
        terms.say("duties", Duties(credit_line=credit))
    if block.get("expires") is not None:
        terms.limit("expires_at", _text(block, "expires"), f"{BLOCK}.expires")
    _usage(terms, block.get("usage"))
    _territories(terms, block.get("territories"))


_TEXTS = {"copyright_holder": "rights_holder", "copyright_notice": "copyright_notice",
          "usage_terms": "usage_terms"}  # fmt: skip


def _usage(terms: Terms, usage: object) -> None:
    """What is not permitted is not granted, so all three machine uses are spoken of."""
    if usage is None:
        return
    tokens = usage.get("permits", []) if isinstance(usage, Mapping) else None
    if not isinstance(tokens, list) or not {*map(str, tokens)} <= _USAGE.keys() | _APART:
        terms.doubt(f"{BLOCK}.usage: {shown(str(usage))}")
        return
    uses = {use: UseTerms(allowed=token in tokens) for token, use in _USAGE.items()}
    terms.say("uses", uses)


def _territories(terms: Terms, stated: object) -> None:
    if stated is None:
        return
    allow, deny = (
        (stated.get("allow"), stated.get("deny") or []) if isinstance(stated, Mapping) else ("", "")
    )
    if not isinstance(deny, list) or not (allow is None or isinstance(allow, list)):
        terms.doubt(f"{BLOCK}.territories: {shown(str(stated))}")
        return
    codes = None if allow is None else frozenset(map(str, allow))
    terms.say("territories", Territories(allow=codes, deny=frozenset(map(str, deny))))


def _text(holder: Object, name: str) -> str:
    value = holder.get(name)
    return value.strip() if isinstance(value, str) else ""
