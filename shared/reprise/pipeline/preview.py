"""
See before it goes: what a changed configuration or a new upload would publish (row B104).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from reprise.model.configuration import SITE, Configuration
from reprise.model.messages import Turn, Upload
from reprise.model.receipt import Receipt
from reprise.outputs.pages import Pages
from reprise.pipeline.ingest import ingest
from reprise.pipeline.rebuild import every_record, rebuild
from reprise.pipeline.turns import take_turn
from reprise.stores.dry import dry
from reprise.stores.ports import Stores


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One document that would change.

    Attributes:
        before / after: Its bytes; ``None`` when it is not there.
    """

    key: str
    before: bytes | None
    after: bytes | None

    def lines(self, context: int = 1) -> Iterator[str]:
        """A readable diff, one element a line."""
        before, after = _lines(self.before), _lines(self.after)
        return difflib.unified_diff(
            before, after, f"live/{self.key}", f"preview/{self.key}", lineterm="", n=context
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be published: receipts of the uploads, and every document that would differ."""

    receipts: tuple[Receipt, ...]
    differences: tuple[Difference, ...]


def preview(
    *,
    stores: Stores,
    configuration: Configuration,
    now: datetime,
    pages: Pages,
    uploads: Mapping[str, bytes] | None = None,
    reread: bool = False,
) -> Preview:
    """
    Try out *configuration* and *uploads* against what is live; nothing is changed.

    Args:
        uploads: Bytes by inbox key.

        reread: Read every stored article again first: for a change of which channel takes what.
            Costs what is stored.
    """
    tried, site, inbox = dry(stores)
    if reread:
        rebuild(
            every_record(stores, configuration),
            stores=tried,
            configuration=configuration,
            now=now,
            confirmed=True,
        )
    receipts = []
    for key, body in (uploads or {}).items():
        inbox.keep(key, body, now)
    inbox.arrived += uploads or {}
    for key in inbox.arrived:
        # Taking a bundle in brings further ones.
        upload = Upload(key=key, happened_at=now)
        receipts.append(ingest(upload, stores=tried, configuration=configuration, now=now).receipt)
    for name in (SITE, *configuration.channels):
        turn = Turn(channel=name, generation=1)
        take_turn(turn, stores=tried, configuration=configuration, now=now, pages=pages)
    differences = []
    for key, document in sorted(site.documents.items()):
        live = stores.site.get(key)
        before = live.body if live else None
        after = document.body if document else None
        if before != after:
            differences.append(Difference(key, before, after))
    return Preview(tuple(receipts), tuple(differences))


def _lines(body: bytes | None) -> list[str]:
    if body is None:
        return []
    return body.decode("utf-8", "replace").replace("><", ">\n<").splitlines()
