"""
See before it goes: what a changed configuration or a new upload would publish (row B104).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from reprise.model.configuration import SITE, Configuration
from reprise.model.document import Document
from reprise.model.messages import Upload
from reprise.model.receipt import Receipt
from reprise.outputs.differences import Change, changes
from reprise.outputs.pages import Pages
from reprise.pipeline.announce import announce
from reprise.pipeline.ingest import ingest
from reprise.pipeline.rebuild import every_record, rebuild
from reprise.pipeline.turn_report import TurnReport
from reprise.pipeline.turns import take_turn
from reprise.pipeline.uploads import sidecar_key
from reprise.stores.dry import Dry, dry
from reprise.stores.ports import StoredObject, Stores

GONE = 410

MOMENT = timedelta(milliseconds=1)
"""Before now the uploads were stored: a file with its sidecar counts a little later than without."""


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One document that would change.

    Attributes:
        before / after: Its bytes; ``None`` when it is not there.
        status: What it would answer: 410 for a page that says it is gone.
    """

    key: str
    before: bytes | None
    after: bytes | None
    media_type: str = ""
    status: int = 200

    @property
    def channel(self) -> str:
        """The channel it belongs to, ``site`` for the site's own."""
        folder, _, rest = self.key.partition("/")
        return rest.partition("/")[0] if folder == "channels" else SITE

    @property
    def name(self) -> str:
        """Its key without the channel's folder."""
        return self.key.removeprefix(f"channels/{self.channel}/")

    def changes(self) -> tuple[Change, ...]:
        """What is different, entry by entry."""
        return changes(self.before, self.after, self.media_type)

    def lines(self, context: int = 1) -> Iterator[str]:
        """A readable diff, one element a line."""
        before, after = _lines(self.before), _lines(self.after)
        return difflib.unified_diff(
            before, after, f"live/{self.key}", f"preview/{self.key}", lineterm="", n=context
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """
    What would be published.

    Attributes:
        receipts: Of the uploads.
        differences: Every document that would differ from the live one, by key.
        reports: Of every turn, the site's may be several: what would be kept back or left out.
    """

    receipts: tuple[Receipt, ...]
    differences: tuple[Difference, ...]
    reports: tuple[TurnReport, ...] = ()


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
        uploads: Bytes by inbox key, sidecars too; those are read with their files.

        reread: Read every stored article again first: for a change of which channel takes what.
            Costs what is stored.
    """
    tried = dry(stores)
    if reread:
        rebuild(
            every_record(stores, configuration),
            stores=tried.stores,
            configuration=configuration,
            now=now,
            confirmed=True,
        )
    receipts = tuple(_ingested(uploads or {}, tried, configuration, now))
    # Channels that are named no more have something to say, too: where they are now.
    names = {SITE, *configuration.channels, *configuration.moved(), *stores.board.read()}
    announce(names, stores=tried.stores, now=now)
    reports = tuple(_turns(tried, configuration, now, pages))
    documents = sorted(tried.site.documents.items())
    found = (_difference(key, made, stores.site.get(key)) for key, made in documents)
    return Preview(receipts, tuple(each for each in found if each.before != each.after), reports)


def _turns(
    tried: Dry, configuration: Configuration, now: datetime, pages: Pages
) -> Iterator[TurnReport]:
    """Every turn that was asked for, and those that turns ask for until all is done."""
    while tried.turns.asked:
        turn = tried.turns.asked.popleft()
        report = take_turn(
            turn, stores=tried.stores, configuration=configuration, now=now, pages=pages
        )
        if not report.skipped:
            yield report


def _ingested(
    uploads: Mapping[str, bytes],
    tried: Dry,
    configuration: Configuration,
    now: datetime,
) -> Iterator[Receipt]:
    """All are in the inbox first, so that each file is read with its sidecar; bundles bring more."""
    stored_at, inbox = now - MOMENT, tried.inbox
    for key, body in uploads.items():
        inbox.keep(key, body, stored_at)
    sidecars = {sidecar_key(key) for key in uploads}
    inbox.arrived.extend(key for key in uploads if key not in sidecars)
    while inbox.arrived:
        upload = Upload(key=inbox.arrived.popleft(), happened_at=stored_at)
        yield ingest(upload, stores=tried.stores, configuration=configuration, now=now).receipt


def _difference(key: str, document: Document | None, live: StoredObject | None) -> Difference:
    return Difference(
        key,
        before=live.body if live else None,
        after=document.body if document else None,
        media_type=document.media_type if document else live.media_type if live else "",
        status=document.status if document else GONE,
    )


def _lines(body: bytes | None) -> list[str]:
    if body is None:
        return []
    return body.decode("utf-8", "replace").replace("><", ">\n<").splitlines()
