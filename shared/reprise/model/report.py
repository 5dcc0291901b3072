"""What a build left out of its documents, and which it held back: for whoever asks later."""

from __future__ import annotations

from reprise.model.base import Frozen, NonEmpty
from reprise.model.ruling import Finding


class Omission(Frozen):
    """
    An article that a document does not show, and why (rows B85, B92).

    Attributes:
        document: Key of the document; empty where no document of the channel shows it.
        entry: Key of the entry that could not be made; empty where none was tried.
    """

    article_id: NonEmpty
    partner: NonEmpty
    findings: tuple[Finding, ...]
    document: str = ""
    entry: str = ""


class HeldBack(Frozen):
    """A document that failed its checks: the last good one stays (invariant 5)."""

    document: NonEmpty
    problems: tuple[str, ...]
