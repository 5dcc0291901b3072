"""Territories as permissions name them: which there are none of, and what was meant."""

from __future__ import annotations

from reprise.text.territories import territories

EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - quoted one by one, it fills the screen
)
"""Members of the European Union since 1 February 2020, for ``EU`` in RSL (RL-04) and ODRL."""

_HINTS = {
    "UK": "send GB",
    "EU": "list the member states",
    "EL": "send GR",
}


def unknown(codes: frozenset[str]) -> tuple[str, ...]:
    """Those of *codes* that are no territory, sorted."""
    return tuple(sorted(codes - territories()))


def hint(code: str) -> str:
    """What to send instead of a code that is no territory."""
    if code.upper() in territories():
        return f"send {code.upper()}"
    return _HINTS.get(code.upper(), "send an ISO 3166-1 alpha-2 code in upper case, e.g. NZ")
