"""Territories as partners write them: codes of ISO 3166-1, their English names, the whole world."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

WORLD = frozenset({"world", "worldwide", "the world", "all", "any", "global", "international",
                   "everywhere", "001", "no restrictions", "unrestricted"})  # fmt: skip
_OTHER_NAMES = {"UK": "GB", "UNITED KINGDOM": "GB", "USA": "US", "UNITED STATES OF AMERICA": "US",
                "KOSOVO": "XK", "XK": "XK"}  # fmt: skip
_ALPHA_3 = 3
_LIST = re.compile(r"\s*[,;|/]\s*|\s+(?=[A-Z]{2}(?:\s|$))")


def territories(stated: str) -> frozenset[str] | None:
    """
    The territories in *stated*: alpha-2 codes, empty for the whole world, ``None`` if one of the
    words is not known.

    Example:
        >>> sorted(territories("NZ, Australia")), territories("worldwide"), territories("the coast")
        (['AU', 'NZ'], frozenset(), None)
    """
    if stated.strip().lower() in WORLD:
        return frozenset()
    codes = [_names().get(part.strip().upper()) for part in _LIST.split(stated.strip()) if part]
    found = frozenset(code for code in codes if code)
    return found if found and None not in codes else None


@cache
def _names() -> dict[str, str]:
    """Codes and names in upper case, from the table that comes with the zone data."""
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line[:1] not in {"", "#"}]
    names = {name.upper(): code for code, name in rows}
    return (
        names
        | {code: code for code, _ in rows}
        | _alpha_3(frozenset(names.values()))
        | _OTHER_NAMES
    )


def _alpha_3(known: frozenset[str]) -> dict[str, str]:
    """``NZL`` for ``NZ``: Unicode's table of replaced codes."""
    from langcodes.data_dicts import (
        TERRITORY_REPLACEMENTS,  # its tables take 30 ms: only for those who need them
    )

    codes = {code.upper(): two for code, two in TERRITORY_REPLACEMENTS.items() if two in known}
    return {
        code: two for code, two in codes.items() if code.isalpha() and len(code) == _ALPHA_3
    } | {"BIH": "BA"}
