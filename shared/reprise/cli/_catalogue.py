"""
A folder of old stories on its way into the inbox: several at a time, each once.

A journal beside the folder says what is there already, so that a stopped import goes on where it
stopped. A line is written after its file: what was under way when a crash came is sent twice, and
ingest calls the second one a duplicate.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from reprise.errors import TransientError
from reprise.local.partner import MEDIA_TYPES, files_in
from reprise.pipeline.uploads import SIDECAR, catalogue_ticket, upload_id
from reprise.stores.objects import upload_key
from reprise.stores.ports import Inbox

FAILURES = 20
"""Files that could not be stored until it is the stack and not the file."""


@dataclass(frozen=True, slots=True)
class Story:
    """A file of the folder, and the permission beside it."""

    path: Path
    name: str

    @property
    def sidecar(self) -> Path | None:
        beside = self.path.with_name(self.path.name + SIDECAR)
        return beside if beside.is_file() else None


def stories_in(folder: Path) -> list[Story]:
    """Every file of *folder* in order of names; hidden ones are left out."""
    base = folder if folder.is_dir() else folder.parent
    return [Story(path, path.relative_to(base).as_posix()) for path in files_in(folder)]


class Journal:
    """
    What was stored, line by line: digest of partner, name and bytes, and the upload's id.

    A file that changed since has another digest, and is sent again. The last line may be torn.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
        pairs = (line.split(" ") for line in lines)
        self.uploads = {pair[0]: pair[1] for pair in pairs if list(map(len, pair)) == [64, 32]}
        self._lock = Lock()

    def add(self, digest: str, upload: str) -> None:
        with self._lock, self.path.open("a", encoding="utf-8") as file:
            file.write(f"\n{digest} {upload}")
        self.uploads[digest] = upload


@dataclass
class Sent:
    """What an import did. ``failures`` by file name; ``stopped`` before the last file."""

    stored: int = 0
    known: int = 0
    failures: dict[str, str] = field(default_factory=dict)
    stopped: bool = False


@dataclass(frozen=True)
class Catalogue:
    """
    Stores old stories of *partner* in *inbox*.

    Attributes:
        undated: When a story appeared that does not say so itself.
    """

    inbox: Inbox
    partner: str
    undated: datetime
    journal: Journal

    def send(self, stories: Sequence[Story], *, at_once: int, progress: Callable[[], None]) -> Sent:
        """Store what is not in the journal, *at_once* at a time; *progress* hears of each."""
        sent = Sent()
        with ThreadPoolExecutor(at_once) as pool:
            running = {pool.submit(self.store, story): story.name for story in stories}
            try:
                for future in as_completed(running):
                    _note(future, running[future], sent)
                    progress()
                    if len(sent.failures) >= FAILURES:
                        sent.stopped = True
                        break
            finally:
                # Also after Ctrl-C: what is under way ends, nothing else begins.
                pool.shutdown(cancel_futures=True)
        return sent

    def store(self, story: Story) -> bool:
        """
        Store *story* with its sidecar; ``False`` when it is there already.

        Raises:
            TransientError: It could not be stored.
        """
        body = story.path.read_bytes()
        beside = story.sidecar
        terms = beside.read_bytes() if beside else None
        digest = self._digest(story.name, body, terms)
        if digest in self.journal.uploads:
            return False
        ticket = catalogue_ticket(self.undated, digest[:24])
        key = upload_key(self.partner, ticket, story.path.name)
        if terms is not None:
            # First, so that the story is never seen without it.
            self.inbox.put(key + SIDECAR, terms, "application/json")
        kind = MEDIA_TYPES.get(story.path.suffix.lower(), "application/octet-stream")
        version = self.inbox.put(key, body, kind)
        self.journal.add(digest, upload_id(key, version, ""))
        return True

    def _digest(self, name: str, body: bytes, terms: bytes | None) -> str:
        digest = hashlib.sha256()
        for part in (self.partner.encode(), name.encode(), body, terms or b""):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.hexdigest()


def _note(future: Future[bool], name: str, sent: Sent) -> None:
    try:
        is_new = future.result()
    except (TransientError, OSError) as error:
        sent.failures[name] = str(error)
        return
    if is_new:
        sent.stored += 1
    else:
        sent.known += 1
