"""
Territories that exist: ISO 3166-1 alpha-2, read from the table that comes with the zone data.

Kosovo is added: it has no code in ISO 3166-1, and everybody writes ``XK`` (user-assigned, as in
the Unicode and EU tables).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - quoted one by one, it fills the screen
)
"""Members of the European Union since 1 February 2020, for ``EU`` in RSL (RL-04) and ODRL."""

_HINTS = {
    "UK": "send GB",
    "EU": "list the member states",
    "EL": "send GR",
}


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


def unknown(codes: frozenset[str]) -> tuple[str, ...]:
    """Those of *codes* that are no territory, sorted."""
    return tuple(sorted(codes - territories()))


def hint(code: str) -> str:
    """What to send instead of a code that is no territory."""
    if code.upper() in territories():
        return f"send {code.upper()}"
    return _HINTS.get(code.upper(), "send an ISO 3166-1 alpha-2 code in upper case, e.g. NZ")
