"""
Bundles become uploads: each file one of its own, with what the bundle says of it (row B11).

Everything lies under the bundle's id and is written once, words and pictures before the files they
are about. So a bundle that is delivered again, after a crash or without one, adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reprise.errors import Problem
from reprise.model.base import Frozen
from reprise.model.bundle import BundleWords, FileWords
from reprise.model.reading import Reading
from reprise.model.receipt import ItemReceipt, Note, ReceiptStatus
from reprise.pipeline.bundle_words import WHOLE, words_key
from reprise.pipeline.receipts import refused
from reprise.pipeline.uploads import Address
from reprise.stores.ports import Stores

OWN_UPLOAD = "own_upload"
"""Code of the note on a file that is taken in by itself."""

LONGEST_KEY = 1024
"""Bytes, of S3."""


def fan_out(
    reading: Reading, address: Address, bundle: str, *, stored_at: datetime, stores: Stores
) -> Sequence[ItemReceipt]:
    """
    Put the files of a bundle into the inbox, each as an upload of its own.

    Args:
        address / bundle: Where the bundle lies, and its id.

        stored_at: When it was stored: all its articles are as old as that.

    Returns:
        What became of each file: where it is now.
    """
    if not (reading.parts or reading.pictures):
        return ()
    stores.archive.add(_kept(reading, address.partner, bundle, stored_at))
    parts = {address.part(bundle, part.name): part for part in reading.parts}
    fitting = {part: each for part, each in parts.items() if _fits(part, each.name)}
    stores.inbox.add((part.key, each.body) for part, each in fitting.items())
    return [
        _own_upload(part) if part in fitting else _misnamed(each.name)
        for part, each in parts.items()
    ]


def _kept(
    reading: Reading, partner: str, bundle: str, stored_at: datetime
) -> Iterator[tuple[str, bytes]]:
    """What goes into the archive: the pictures, and what is said of everything."""
    whole = BundleWords(stored_at=stored_at, beside=reading.beside)
    yield words_key(partner, bundle, WHOLE), _json(whole)
    for file in reading.pictures:
        words = FileWords(picture=file.facts, key=file.key)
        yield file.key, file.body
        yield words_key(partner, bundle, file.name), _json(words)
    for part in reading.parts:
        if part.beside:
            yield words_key(partner, bundle, part.name), _json(FileWords(beside=part.beside))


def summary(reading: Reading) -> tuple[Note, ...]:
    """What was found in a bundle, in numbers; nothing for an upload that is none."""
    if not (reading.parts or reading.pictures):
        return ()
    found = [
        f"{what}: {len(every)}"
        for every, what in (
            (reading.parts, "own uploads"),
            (reading.pictures, "pictures"),
            (reading.failures, "not taken"),
        )
        if every
    ]
    return (Note(code="bundle", found=", ".join(found)),)


def _own_upload(part: Address) -> ItemReceipt:
    note = Note(code=OWN_UPLOAD, field="key", found=part.key)
    return ItemReceipt(status=ReceiptStatus.ACCEPTED, item=part.path, notes=(note,))


def _fits(part: Address, name: str) -> bool:
    """Whether the key is one S3 takes, and reads back as this file of this bundle."""
    return len(part.key.encode()) <= LONGEST_KEY and part.path == name


def _misnamed(name: str) -> ItemReceipt:
    send = "send a shorter name, without '!' and a number as long as ours after it"
    return refused(name, (Problem("bad_path", "name", name[:120], send),))


def _json(value: Frozen) -> bytes:
    return value.model_dump_json(exclude_defaults=True).encode()
