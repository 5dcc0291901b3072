"""
Values as the table keeps them: compact JSON in one attribute, instants that sort as text.

Rows that a person may want to look at in the console stay readable while they are small; above a
kilobyte, where DynamoDB begins to charge more for a write, they are deflated.
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from reprise.model.base import Frozen

Value = TypeVar("Value", bound=Frozen)
Item = dict[str, dict[str, Any]]
"""An item in DynamoDB's own notation: attribute name -> {type: value}."""

READABLE_BYTES = 1024
"""One write unit. Longer values are deflated."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

END = "\U0010ffff"
"""Sorts after everything that may follow a prefix."""


def pack(value: Frozen) -> dict[str, Any]:
    """The ``v`` attribute of a row: text while short, else deflated bytes."""
    return pack_json(value.model_dump_json(exclude_defaults=True).encode())


def pack_json(text: bytes) -> dict[str, Any]:
    """The same for JSON that is written already."""
    return {"S": text.decode()} if len(text) <= READABLE_BYTES else {"B": zlib.compress(text)}


def unpack(item: Item, kind: type[Value]) -> Value:
    """The value of a row."""
    return kind.model_validate_json(unpack_json(item["v"]))


def unpack_json(attribute: dict[str, Any]) -> bytes | str:
    """The JSON of a ``v`` attribute, whichever way it was packed."""
    return zlib.decompress(attribute["B"]) if "B" in attribute else attribute["S"]


def sortable(at: datetime) -> str:
    """
    An instant as text of fixed width in UTC: sorts as time does.

    >>> sortable(datetime(2026, 3, 1, 12, tzinfo=UTC))
    '2026-03-01T12:00:00.000000Z'
    """
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def to_number(at: datetime) -> dict[str, str]:
    """An instant as a number attribute: microseconds since 1970, half the size of text."""
    return {"N": str((at - EPOCH) // MICROSECOND)}


def from_number(attribute: dict[str, str]) -> datetime:
    """
    The instant of a number attribute.

    >>> from_number(to_number(datetime(2026, 3, 1, microsecond=1, tzinfo=UTC))).isoformat()
    '2026-03-01T00:00:00.000001+00:00'
    """
    return EPOCH + int(attribute["N"]) * MICROSECOND


def size_of(item: Item) -> int:
    """About as many bytes as DynamoDB counts."""
    return sum(
        len(name) + len(value)
        for name, attribute in item.items()
        for value in attribute.values()
        if isinstance(value, str | bytes)
    )
