"""What remains of a local run: the finished site in a folder, or served until Ctrl-C."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from reprise.local.words import poll_lines
from reprise.local.world import World
from reprise.model.receipt import Receipt


def save(here: World, receipts: Iterable[Receipt], folder: Path) -> None:
    """The site as it is now, one file for each key, with ``headers.json`` and ``receipts.json``."""
    headers: dict[str, dict[str, str]] = {}
    for key in here.stores.site.keys():  # noqa: SIM118 - a store's keys, not a mapping's
        found = here.edge.read(key)
        if found is None:
            continue
        headers[key] = {"Status": str(found.status), **found.headers}
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(found.body)
    folder.mkdir(parents=True, exist_ok=True)
    told = [receipt.model_dump(mode="json") for receipt in receipts]
    for name, value in (("headers.json", headers), ("receipts.json", told)):
        text = json.dumps(value, indent=2, ensure_ascii=False)
        (folder / name).write_text(text + "\n", encoding="utf-8")


def serve(here: World, say: Callable[[str], None]) -> None:
    """Serve and go on working until Ctrl-C; say what changes."""
    try:
        say(f"\nServing {here.site_url}/ until Ctrl-C")
        before = _etags(here)
        while True:
            if not here.pump.step():
                here.clock.wait_until(here.pump.next_at())
                continue
            after = _etags(here)
            for key in sorted(after.keys() - before.keys()):
                say(f"  {here.clock():%H:%M:%S}  new      {here.site_url}/{key}")
            for key in sorted(
                key for key in before.keys() & after.keys() if before[key] != after[key]
            ):
                say(f"  {here.clock():%H:%M:%S}  changed  {here.site_url}/{key}")
            before = after
    except KeyboardInterrupt:
        for line in poll_lines(here.edge.polls):
            say(f"  polled by {line}")
        say("\nEnded.")


def _etags(here: World) -> dict[str, str | None]:
    return {key: here.stores.site.etag(key) for key in here.stores.site.keys()}  # noqa: SIM118 - a store's keys
