"""
Memory: a channel of 5,000 full texts, built anew and after a change; against its largest document.

The turn is the product's own. Its public documents lie on disk, as they lie in S3, and the rows and
articles in memory before anything is measured: what counts is what the turn holds beyond them.
"""

from __future__ import annotations

import ctypes
import gc
import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.articles import json_upload, operators_file, texts
from benchmarks.measure import Row
from reprise.model.configuration import Configuration
from reprise.model.document import Document
from reprise.model.messages import Turn, Upload
from reprise.outputs.pages import Pages
from reprise.pipeline.announce import announce
from reprise.pipeline.ingest import ingest
from reprise.pipeline.turns import take_turn
from reprise.stores.memory import MemoryStores
from reprise.stores.memory.clock import Clock
from reprise.stores.ports import Commit, StoredObject, Stores

COUNT = 5_000
AIM = 6
MEGABYTE = 1_000_000
CONFIGURATION = Configuration.model_validate(
    operators_file({"all": {"title": "All", "entries": COUNT}})
)


class DiskSite:
    """A site bucket in a folder; what the turn asks of it and no more."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.etags: dict[str, str] = {}

    def get(self, key: str) -> StoredObject | None:
        path = self._path(key)
        if not path.exists():
            return None
        return StoredObject(path.read_bytes(), self.etags[key], datetime.now(UTC))

    def put(self, document: Document, *, expected_etag: str | None) -> str:
        del expected_etag
        digest = hashlib.md5(usedforsecurity=False)
        with self._path(document.key).open("wb") as file:
            for piece in document.pieces:
                file.write(piece)
                digest.update(piece)
        self.etags[document.key] = digest.hexdigest()
        return self.etags[document.key]

    def etag(self, key: str) -> str | None:
        return self.etags.get(key)

    def delete(self, key: str) -> None:
        self.etags.pop(key, None)

    def _path(self, key: str) -> Path:
        return self.folder / key.replace("/", "_")

    def largest(self) -> int:
        """Bytes of the largest document."""
        return max(path.stat().st_size for path in self.folder.iterdir())


def rows(rounds: int) -> Iterator[Row]:
    """Memory does not depend on the neighbours; *rounds* makes no difference."""
    del rounds
    with tempfile.TemporaryDirectory() as folder:
        site = DiskSite(Path(folder))
        room = Room(site)
        room.receive(json_upload(texts(1)[0]))
        room.multiply(COUNT)
        peaks = {"built anew": room.peak()}
        changed = replace(texts(1)[0], title="Changed")
        room.receive(json_upload(changed))
        peaks["after a change"] = room.peak()
        for when, peak in peaks.items():
            found = peak / site.largest()
            measured = (
                f"{found:.1f} times ({peak / MEGABYTE:.0f} MB : {site.largest() / MEGABYTE:.1f} MB)"
            )
            work = f"peak memory of a channel's turn, {COUNT:,} full texts, {when}"
            yield Row(work, "its largest document", f"within {AIM} times", measured, found <= AIM)


class Room:
    """The pipeline in memory, its public documents on disk."""

    def __init__(self, site: DiskSite) -> None:
        self.memory = MemoryStores(Clock(datetime(2026, 6, 1, tzinfo=UTC)))
        self.stores: Stores = replace(self.memory.stores(), site=site)
        self.pages = Pages()
        self.uploads = 0

    def receive(self, body: bytes) -> None:
        self.uploads += 1
        key = f"inbox/partner/t{self.uploads:06}/article.json"
        version = self.stores.inbox.put(key, body, "application/json")
        upload = Upload(
            key=key, version_id=version, bytes=len(body), happened_at=self.memory.clock()
        )
        done = ingest(
            upload, stores=self.stores, configuration=CONFIGURATION, now=self.memory.clock()
        )
        assert done.channels, done.receipt
        self.memory.clock.advance(seconds=1)

    def multiply(self, count: int) -> None:
        """*count* articles like the one that is there, with ids and release times of their own."""
        articles, archive = self.stores.articles, self.stores.archive
        (record,) = articles.records_of("partner")
        (row,) = articles.members_until("all", self.memory.clock(), limit=1)
        article = json.loads(archive.get(str(row.article_key)))
        for number in range(count):
            name, guid = f"{number:020}", f"urn:copy:{number}"
            copied = {**article, "article_id": name, "guid": guid}
            archive.put(f"articles/{name}.json", json.dumps(copied).encode())
            update = {
                "article_id": name,
                "release_at": row.release_at - timedelta(minutes=number + 1),
                "article_key": f"articles/{name}.json",
                "listing": row.listed.model_copy(update={"guid": guid, "identity": name}),
            }
            made = record.model_copy(
                update={
                    "article_id": name,
                    "guid": guid,
                    "identity": name,
                    "versions": (),
                    "rev": 1,
                }
            )
            articles.commit(Commit(record=made, members=(row.model_copy(update=update),)))

    def peak(self) -> int:
        """Bytes that the channel's turn held beyond what was there before it."""
        (turn,) = announce(["all"], stores=self.stores, now=self.memory.clock())
        assert isinstance(turn, Turn)
        self.memory.clock.advance(seconds=timedelta(minutes=1).total_seconds())
        gc.collect()
        ctypes.CDLL(None).malloc_trim(0)  # glibc: hand back what the turn before has let go
        before = resident("VmRSS")
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # Linux: begin a new peak
        report = take_turn(
            turn,
            stores=self.stores,
            configuration=CONFIGURATION,
            now=self.memory.clock(),
            pages=self.pages,
        )
        assert report.written, report
        return resident("VmHWM") - before


def resident(name: str) -> int:
    """Bytes of this process in memory: now (``VmRSS``) or at most (``VmHWM``)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (line,) = (line for line in lines if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024
