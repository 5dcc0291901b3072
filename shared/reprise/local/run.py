"""
`make run`: the whole pipeline on this machine, fed as partners feed it.
"""

from __future__ import annotations

import hashlib
import secrets
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path

from reprise.local.clock import LocalClock, machine_time
from reprise.local.log import LOG
from reprise.local.packing import Bundle, bundles_in, packed
from reprise.local.partner import Sender, Sent, files_in, with_sidecar
from reprise.local.saving import save, serve
from reprise.local.words import address_lines, receipt_lines
from reprise.local.world import ROOT, Options, World, world
from reprise.model.configuration import SITE, Configuration
from reprise.model.receipt import Receipt, ReceiptStatus
from reprise.pipeline.uploads import upload_id
from reprise.stores.ports import ApiKey

EXAMPLES = ROOT / "docs" / "examples" / "uploads"
LOG_FILE = ROOT / "build" / "run.log"
ENVIRONMENT_FILE = ROOT / "build" / "run.env"
"""For a second terminal: with it the operator's commands work on this run."""
PORT = 8000

PATIENCE = timedelta(minutes=10)
"""Of the machine's time, until what is not done counts as failed."""

ONE_BY_ONE = 50
"""Files up to which each is published before the next is uploaded."""

Say = Callable[[str], None]


@dataclass(frozen=True)
class Wish:
    """
    What the person wants of a run; the options of ``reprise run``.

    Attributes:
        upload: A file or folder instead of the shipped examples.
        partner: Who uploads it; without *upload*, whose examples alone are uploaded.
        once: End when everything is published.
        out: Folder to save the finished site in.
        start / speed: Of the local clock.
        base_url: Public root that documents name; empty for where the site is served, or with
            *once*, when nothing is served afterwards, for the configured one.
    """

    upload: Path | None = None
    partner: str | None = None
    once: bool = False
    out: Path | None = None
    start: datetime | None = None
    speed: float = 1.0
    port: int = PORT
    base_url: str = ""
    configuration: Path = ROOT / "shared" / "reprise.yaml"


@dataclass
class Outcome:
    """
    What became of a run.

    Attributes:
        receipts: By upload id, in the order of upload; parts of bundles last.
        troubles: What went wrong, in words; a refused or held upload is no trouble.
    """

    sent: list[Sent] = field(default_factory=list)
    receipts: dict[str, Receipt] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


def run(wish: Wish, say: Say) -> int:
    """
    Run until Ctrl-C, or once; answers the exit status.

    Raises:
        ConfigurationError: The operator's file or the template is wrong.
    """
    LOG.to_file(LOG_FILE)
    uploads = list(uploads_of(wish))
    clock = LocalClock(wish.start, wish.speed)
    with world(_options(wish, len(uploads)), clock) as here:
        say(_greeting(here, wish))
        write_environment(here.environment, ENVIRONMENT_FILE)
        run_of = _Run(here, say)
        run_of.upload(uploads)
        run_of.publish()
        run_of.report()
        if wish.out:
            save(here, run_of.outcome.receipts.values(), wish.out)
            say(f"\nSaved in {wish.out}")
        if not wish.once:
            serve(here, say)
            if wish.out:
                save(here, run_of.outcome.receipts.values(), wish.out)
        return 1 if run_of.outcome.troubles else 0


def _options(wish: Wish, files: int) -> Options:
    configured = _configured_base_url(wish) if wish.once else ""
    return Options(
        configuration=wish.configuration,
        base_url=wish.base_url or configured,
        port=wish.port,
        # Many uploads share turns, as on AWS; a few are shown one after another.
        parameters={"TurnDelaySeconds": "0" if files <= ONE_BY_ONE else "1"},
    )


def _configured_base_url(wish: Wish) -> str:
    from reprise.configuration import load_file

    return load_file(wish.configuration).publication.base_url


def _greeting(here: World, wish: Wish) -> str:
    lines = [
        f"{here.configuration.publication.name}, on this machine. The functions' log: {_near(LOG_FILE)}",
        f"  site     {here.site_url}/",
        f"  API      {here.api_url}",
        f"  uploads  {here.door_url}",
    ]
    if not wish.once:
        lines.append(f"  for operator's commands elsewhere: set -a; . {_near(ENVIRONMENT_FILE)}")
    if wish.start or wish.speed != 1:
        lines.append(
            f"  clock    {here.clock():%Y-%m-%d %H:%M:%S} UTC, {wish.speed:g} times as fast"
        )
    return "\n".join(lines)


def _near(path: Path) -> Path:
    """*path* as it is shortest to type here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def write_environment(environment: Mapping[str, str], path: Path) -> None:
    """*environment* as a file that a shell reads."""
    lines = (f"{name}={shlex.quote(value)}\n" for name, value in sorted(environment.items()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(lines), encoding="utf-8")


# --- What is uploaded -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Planned:
    """
    A file to upload, by whom, and how it is called on the terminal.

    Attributes:
        bundle: Files to be packed for it, by their path in the bundle; else it is sent as it is.
    """

    partner: str
    path: Path
    name: str
    bundle: Bundle = field(default_factory=dict)

    def files(self) -> dict[str, bytes]:
        """What is sent, in this order: a sidecar before its file, for a bundle the packed one."""
        if self.bundle:
            return {self.name: packed(self.bundle)}
        return with_sidecar(self.path, self.name)


def uploads_of(wish: Wish) -> Iterator[Planned]:
    """The files to upload, in order."""
    if wish.upload is not None:
        partner = wish.partner or "sample"
        if wish.upload.is_dir():
            yield from _of_folder(partner, wish.upload)
        else:
            yield Planned(partner, wish.upload, wish.upload.name)
        return
    for folder in sorted(EXAMPLES.iterdir() if EXAMPLES.is_dir() else []):
        if folder.is_dir() and wish.partner in (None, folder.name):
            for path in files_in(folder):
                yield Planned(folder.name, path, path.relative_to(EXAMPLES).as_posix())


def _of_folder(partner: str, folder: Path) -> Iterator[Planned]:
    """Each file by itself; those that belong together as bundles."""
    files = files_in(folder)
    bundles = dict(bundles_in(folder, files))
    inside = {file for bundle in bundles.values() for file in bundle.values()}
    if folder in bundles:
        yield Planned(partner, folder, f"{folder.resolve().name}.zip", bundles[folder])
    for file in files:
        name = file.relative_to(folder).as_posix()
        if file in bundles:
            yield Planned(partner, file, f"{name}.zip", bundles[file])
        elif file not in inside:
            yield Planned(partner, file, name)


class _Run:
    """One run: what is sent, what comes back, what is told."""

    def __init__(self, here: World, say: Say) -> None:
        self.here = here
        self.say = say
        self.outcome = Outcome()
        self._senders: dict[str, Sender] = {}

    # Uploading

    def upload(self, planned: list[Planned]) -> None:
        """Send every file. A few are published one by one, so that each change can be seen."""
        self.say(f"\nUploading {len(planned)} {'file' if len(planned) == 1 else 'files'}")
        for number, each in enumerate(planned, 1):
            for sent in self._send(each):
                self.outcome.sent.append(sent)
                took = f"not taken: {sent.problem}" if sent.problem else "uploaded"
                self.say(f"  [{number}/{len(planned)}] {each.partner}: {sent.name}: {took}")
            if len(planned) <= ONE_BY_ONE:
                self.here.pump.until_quiet(give_up_at=machine_time() + PATIENCE)

    def _send(self, planned: Planned) -> Iterator[Sent]:
        if planned.partner not in self.here.configuration.partners:
            return self._put(planned)
        return self._sender(planned.partner).send_files(planned.files())

    def _put(self, planned: Planned) -> Iterator[Sent]:
        """Nobody we know gets a key; what it puts into the inbox by itself is refused there."""
        ticket = secrets.token_hex(8)
        for name, body in planned.files().items():
            key = f"inbox/{planned.partner}/{ticket}/{name.rpartition('/')[2]}"
            version = self.here.stores.inbox.put(key, body, "application/octet-stream")
            yield Sent(planned.partner, name, key, upload_id(key, version, ""))

    def _sender(self, partner: str) -> Sender:
        if partner not in self._senders:
            key = secrets.token_urlsafe(32)
            key_hash = hashlib.sha256(key.encode()).hexdigest()
            self.here.stores.keys.add(ApiKey(key_hash=key_hash, partner=partner, label="local run"))
            self._senders[partner] = Sender(partner, self.here.api_url, key)
        return self._senders[partner]

    # Publishing

    def publish(self) -> None:
        """Let the pipeline work until nothing is left to do."""
        self.say("\nTaking in and publishing ...")
        quiet = self.here.pump.until_quiet(give_up_at=machine_time() + PATIENCE)
        self._receipts()
        self.outcome.troubles += list(self._troubles(quiet=quiet))

    def _receipts(self) -> None:
        partners = {sent.partner for sent in self.outcome.sent}
        found = {
            receipt.upload: receipt
            for partner in partners
            for receipt in self.here.stores.articles.receipts(partner, limit=10_000)
        }
        ours = [sent.upload for sent in self.outcome.sent]
        others = [upload for upload in reversed(found) if upload not in ours]
        self.outcome.receipts = {each: found[each] for each in [*ours, *others] if each in found}

    def _troubles(self, *, quiet: bool) -> Iterator[str]:
        for sent in self.outcome.sent:
            if sent.key and sent.upload not in self.outcome.receipts:
                yield f"lost: {sent.name} of {sent.partner} has no receipt"
        for dead in self.here.pump.dead:
            yield f"given up after too many tries, from {dead.queue}: {dead.body}"
        for trace in dict.fromkeys(self.here.pump.crashed):
            yield f"a function failed: {trace.strip().splitlines()[-1]}"
        kept = (each for each in LOG.complaints if each.get("message") == "document kept back")
        yield from dict.fromkeys(
            f"{each['key']} was not published: {'; '.join(each['problems'])}" for each in kept
        )
        board = self.here.stores.board.read()
        for name in (SITE, *self.here.configuration.channels):
            state = board.get(name)
            if state is None or state.built < state.dirty or not state.built:
                yield f"channel {name} was not built"
        if not quiet:
            yield "not done in time"

    # Telling

    def report(self) -> None:
        """Receipts, addresses, troubles."""
        self.say("\nReceipts")
        names = {sent.upload: f"{sent.partner}: {sent.name}" for sent in self.outcome.sent}
        for upload, receipt in self.outcome.receipts.items():
            name = names.get(upload, f"{receipt.partner}: {receipt.name or receipt.key}")
            self.say(_indented(receipt_lines(receipt, name)))
        self.say("\nPublished")
        self.say(_indented(self._addresses()))
        for line in self._left_out():
            self.say(f"  {line}")
        for trouble in self.outcome.troubles:
            self.say(f"\nTROUBLE  {trouble}")
        self.say(f"\n{_sum(self.outcome)}")

    def _left_out(self) -> list[str]:
        """Articles that were granted, and still can't be shown as their permission asks."""
        places: dict[tuple[str, str], list[str]] = {}
        for each in LOG.complaints:
            if each.get("message") == "left out":
                found = places.setdefault((each["article_id"], each["reason"]), [])
                found += [each["channel"]] if each["channel"] not in found else []
        return [
            f"Left out of {', '.join(sorted(channels))}: articles/{article}: {reason}"
            for (article, reason), channels in places.items()
        ]

    def _addresses(self) -> Iterator[str]:
        told = headlines(self.outcome, self.here.configuration)
        keys = list(self.here.stores.site.keys())
        gone = {key: "(gone: answers 410)" for key in keys if self._is_gone(key)}
        return address_lines(keys, self.here.configuration, {**told, **gone})

    def _is_gone(self, key: str) -> bool:
        found = self.here.stores.site.get(key) if key.startswith("articles/") else None
        return found is not None and found.metadata.get("status") == str(HTTPStatus.GONE.value)


def _indented(lines: Iterator[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)


def _sum(outcome: Outcome) -> str:
    counted = {
        status: sum(receipt.status is status for receipt in outcome.receipts.values())
        for status in ReceiptStatus
    }
    words = ", ".join(f"{count} {status.value}" for status, count in counted.items() if count)
    trouble = f"; in trouble: {len(outcome.troubles)}" if outcome.troubles else ""
    uploads = "1 upload" if len(outcome.sent) == 1 else f"{len(outcome.sent)} uploads"
    inside = len(outcome.receipts) - len(outcome.sent)
    parts = f" and {inside} out of bundles" if inside > 0 else ""
    return f"{uploads}{parts}: {words or 'no receipts'}{trouble}"


def headlines(outcome: Outcome, configuration: Configuration) -> dict[str, str]:
    """Headlines by page key, as the receipts tell them."""
    base = configuration.publication.base_url
    return {
        item.url.removeprefix(f"{base}/"): item.headline
        for receipt in outcome.receipts.values()
        for item in receipt.items
        if item.url and item.headline
    }
