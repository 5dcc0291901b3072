"""API keys: ``KEY#<hash>`` says whose it is, a line under the partner finds it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reprise.stores.aws.table import Key, Table, key_of
from reprise.stores.aws.values import END, Item, pack, unpack
from reprise.stores.ports import ApiKey


class AwsKeys:
    """The ``Keys`` port on DynamoDB."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def partner_of(self, key_hash: str, *, now: datetime) -> str | None:
        key = self._get(key_hash)
        if key is None or (key.expires_at and now >= key.expires_at):
            return None
        return key.partner

    def _get(self, key_hash: str) -> ApiKey | None:
        item = self._table.get(own_key(key_hash))
        return unpack(item, ApiKey) if item else None

    def add(self, key: ApiKey) -> None:
        # The line first: a key that works must be one that can be found and removed.
        self._table.put(line(key))
        self._table.put({**key_of(own_key(key.key_hash)), "v": pack(key)})

    def remove(self, key_hash: str) -> None:
        key = self._get(key_hash)
        if key is None:
            return
        self._table.delete(own_key(key_hash))
        self._table.delete(line_key(key))

    def of(self, partner: str) -> Sequence[ApiKey]:
        lines = self._table.query(f"PARTNER#{partner}", "KEY#", f"KEY#{END}")
        hashes = [item["SK"]["S"].removeprefix("KEY#") for item in lines]
        items = self._table.get_many(own_key(key_hash) for key_hash in hashes)
        return sorted((unpack(item, ApiKey) for item in items), key=lambda key: key.key_hash)


def own_key(key_hash: str) -> Key:
    return f"KEY#{key_hash}", "KEY"


def line_key(key: ApiKey) -> Key:
    return f"PARTNER#{key.partner}", f"KEY#{key.key_hash}"


def line(key: ApiKey) -> Item:
    """The line under the partner."""
    return key_of(line_key(key))
