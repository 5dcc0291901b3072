"""Receipts and addresses in plain words, for the person at the terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from reprise.local.edge import Poll
from reprise.model.configuration import Configuration
from reprise.model.receipt import ItemReceipt, Note, Receipt, ReceiptStatus
from reprise.pipeline.bundles import OWN_UPLOAD

STATUS = {
    ReceiptStatus.ACCEPTED: "accepted",
    ReceiptStatus.HELD: "held: waits for a person, a grant or a sidecar",
    ReceiptStatus.REFUSED: "refused: nothing of it is published",
    ReceiptStatus.DUPLICATE: "nothing new: we have exactly this already",
    ReceiptStatus.SUPERSEDED: "kept, but not shown: we hold a newer version",
}

_IN_BUNDLE = re.compile(r"![0-9a-f]{32}/")

SHORT = 76
"""Characters of a quoted text in a line."""


def receipt_lines(receipt: Receipt, name: str) -> Iterator[str]:
    """One receipt: a headline, then a line for each thing to know."""
    kind = f" ({receipt.format})" if receipt.format else ""
    yield f"{_IN_BUNDLE.sub('/', name)}{kind}: {STATUS[receipt.status]}"
    yield from (f"    {line}" for note in receipt.notes for line in note_lines(note))
    several = len(receipt.items) > 1
    for item in receipt.items:
        if all(note.code == OWN_UPLOAD for note in item.notes) and item.notes:
            continue  # it has a receipt of its own
        if several:
            yield f"    {item.item}: {STATUS[item.status]}"
        yield from (f"    {line}" for line in item_lines(item, receipt.received_at))


def item_lines(item: ItemReceipt, now: datetime) -> Iterator[str]:
    """What became of one article, as of *now*."""
    if item.headline:
        yield f"“{item.headline}”"
    if item.url:
        yield item.url
    if item.release_at and item.release_at > now + timedelta(minutes=1):
        yield f"appears {item.release_at:%Y-%m-%d %H:%M} UTC"
    for note in item.notes:
        yield from note_lines(note)
    yield from place_lines(item)
    yield from removal_lines(item)


def place_lines(item: ItemReceipt) -> Iterator[str]:
    """Where it does not show, places with one reason on one line."""
    places: dict[str, list[str]] = {}
    for shown in item.shown:
        if shown.outcome != "granted":
            until = f", until {shown.until:%Y-%m-%d %H:%M} UTC" if shown.until else ""
            detail = f" ({shown.detail})" if shown.detail else ""
            places.setdefault(f"{shown.reason}{detail}{until}", []).append(shown.channel)
    for reason, channels in places.items():
        yield f"not in {', '.join(channels)}: {reason}"


def removal_lines(item: ItemReceipt) -> Iterator[str]:
    """What was taken out, each once."""
    if item.removals:
        yield f"left out ({len(item.removals)}):"
    for removal in item.removals:
        reason = f": {removal.reason}" if removal.reason else ""
        yield f"  {removal.kind}{reason}: {short(removal.text)!r}"


def note_lines(note: Note) -> Iterator[str]:
    """A reason: what, where, what came, what to send instead."""
    where = f" in {note.field}" if note.field else ""
    came = f", found {short(note.found)!r}" if note.found else ""
    send = f"; {note.send}" if note.send else ""
    yield f"{note.code.replace('_', ' ')}{where}{came}{send}"


def short(text: str) -> str:
    """
    A text's beginning on one line.

    >>> short("two\\nlines")
    'two lines'
    """
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"


def address_lines(
    keys: Iterable[str], configuration: Configuration, headlines: dict[str, str]
) -> Iterator[str]:
    """The address of everything published, grouped; *headlines* by page key."""
    base = configuration.publication.base_url
    left = sorted(keys)

    def take(start: str) -> list[str]:
        nonlocal left
        found = [key for key in left if key.startswith(start)]
        left = [key for key in left if key not in found]
        return found

    for name, channel in configuration.channels.items():
        if found := take(f"channels/{name}/"):
            yield f"Channel {name}: {channel.title}"
            yield from (f"    {shown(base, key)}" for key in sorted(found, key=_landing_first))
    for old, new in configuration.moved().items():
        if found := take(f"channels/{old}/"):
            yield f"Moved to channel {new}"
            yield from (f"    {shown(base, key)}" for key in sorted(found, key=_landing_first))
    if articles := take("articles/"):
        yield "Articles"
        for key in articles:
            title = headlines.get(key, "")
            yield f"    {shown(base, key)}" + (f"  {short(title)}" if title else "")
    if left:
        yield "The site"
        yield from (f"    {shown(base, key)}" for key in left)


def shown(base_url: str, key: str) -> str:
    """A key's address; a folder goes by its own name."""
    return f"{base_url}/{key.removesuffix('index.html')}"


def _landing_first(key: str) -> tuple[bool, str]:
    return (not key.endswith("index.html"), key)


def poll_lines(polls: Iterable[Poll]) -> Iterator[str]:
    """
    Who asked for which feed, how often, and how often nothing had changed (row B93).

    >>> seen = [Poll("/channels/a/feed.rss", "newsboat/2.21 (Linux)", each) for each in (200, 304)]
    >>> list(poll_lines(seen))
    ['newsboat/2.21 /channels/a/feed.rss 2 times, 1 of them unchanged']
    """
    feeds = [poll for poll in polls if "/feed." in poll.path]
    asked = Counter((poll.agent.split(" ")[0] or "somebody", poll.path) for poll in feeds)
    unchanged = Counter(
        (poll.agent.split(" ")[0] or "somebody", poll.path)
        for poll in feeds
        if poll.status == 304  # noqa: PLR2004
    )
    for (agent, path), times in sorted(asked.items()):
        yield f"{agent} {path} {times} times, {unchanged[agent, path]} of them unchanged"
