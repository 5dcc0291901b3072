"""What intake understood of an upload, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass

from reprise.errors import Problem
from reprise.model.permission import Stated
from reprise.model.submission import Provenance, Removal, Submission


@dataclass(frozen=True, slots=True)
class ReadItem:
    """
    One item of an upload.

    Attributes:
        submission: The item as stated.
        item: How its sender knows it: its id, else the file name or its place in it.
        policies: Machine-readable permissions found in the document or its sidecar.
        removals: What the reader left out, and why.
        provenance: Where each field came from, and how sure that is.
    """

    submission: Submission
    item: str = ""
    policies: tuple[Stated, ...] = ()
    removals: tuple[Removal, ...] = ()
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """
    An upload as understood.

    Attributes:
        format: Name of the format it was recognised as, e.g. ``reprise/1``, ``capture``.
        items: Its items, in order.
        failures: Items that could not be read; the others go on.
        complete_feed: It is a complete feed (RFC 5005): an item missing from it is gone.
        parts: Files of a bundle that are uploads of their own, by name.
    """

    format: str
    items: tuple[ReadItem, ...] = ()
    failures: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    complete_feed: str | None = None
    parts: tuple[tuple[str, bytes], ...] = ()
