"""
Territories that exist: ISO 3166-1 alpha-2, read from the table that comes with the zone data.

Kosovo is added: it has no code in ISO 3166-1, and everybody writes ``XK`` (user-assigned, as in
the Unicode and EU tables).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def territories() -> frozenset[str]:
    """
    Every territory there is.

    >>> {"NZ", "GB", "XK"} <= territories()
    True
    >>> "UK" in territories()
    False
    """
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    codes = (line.partition("\t")[0] for line in table.splitlines() if line[:1] not in {"", "#"})
    return frozenset(codes) | {"XK"}
