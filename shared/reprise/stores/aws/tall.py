"""
Values larger than an item may be: cut over several items, put together when read.

The first part stands under the value's own key, so that a value of ordinary size is one item like
any other; further parts follow it as ``<SK>#0001`` and so on, written in the same transaction.
Readers ask for the parts by key, so parts left behind by a longer value before are never seen.
"""

from __future__ import annotations

import zlib

from reprise.errors import ConflictError
from reprise.stores.aws.table import Key, Table, key_of
from reprise.stores.aws.values import Item

PART_BYTES = 350_000
"""DynamoDB takes 400 KB with names and keys."""


def spread(item: Item) -> list[Item]:
    """*item* as it is, or cut by its ``v``. The parts say what they belong to and how many."""
    body = item["v"].get("B", b"")
    if len(body) <= PART_BYTES:
        return [item]
    cuts = [body[at : at + PART_BYTES] for at in range(0, len(body), PART_BYTES)]
    whole = {"S": f"{zlib.crc32(body):08x}-{len(body)}"}
    first = {**item, "v": {"B": cuts[0]}, "parts": {"N": str(len(cuts))}, "whole": whole}
    rest = [
        {**key_of(key), "v": {"B": cut}, "whole": whole}
        for key, cut in zip(part_keys(first), cuts[1:], strict=True)
    ]
    return [first, *rest]


def part_keys(first: Item) -> list[Key]:
    """Keys of the parts that follow *first*."""
    count = int(first["parts"]["N"]) if "parts" in first else 1
    return [(first["PK"]["S"], f"{first['SK']['S']}#{number:04d}") for number in range(1, count)]


def gather(table: Table, first: Item) -> Item:
    """
    *first* with all of its value.

    Raises:
        ConflictError: It was written again while it was read.
    """
    keys = part_keys(first)
    if not keys:
        return first
    found = {item["SK"]["S"]: item for item in table.get_many(keys)}
    rest = [found.get(sk) for _, sk in keys]
    parts = [part["v"]["B"] for part in rest if part and part["whole"] == first["whole"]]
    if len(parts) < len(keys):
        raise ConflictError(f"{keys[0]} of {table.name} was written again while it was read")
    return {**first, "v": {"B": b"".join((first["v"]["B"], *parts))}}
