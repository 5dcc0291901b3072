"""Twins of what lies outside (hub, CDN), and of the API keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reprise.stores.ports import ApiKey


class MemoryHub:
    """Notes what it was told: (hub, topic), oldest first."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def announce(self, hub: str, topic: str) -> None:
        self.told.append((hub, topic))


class MemoryEdge:
    """Notes each invalidation once: (reference, paths), oldest first."""

    def __init__(self) -> None:
        self.forgotten: list[tuple[str, tuple[str, ...]]] = []

    def invalidate(self, paths: Sequence[str], *, reference: str) -> None:
        request = (reference, tuple(sorted(set(paths))))
        if paths and request not in self.forgotten:
            self.forgotten.append(request)


class MemoryKeys:
    """API keys by their hash."""

    def __init__(self) -> None:
        self._keys: dict[str, ApiKey] = {}

    def partner_of(self, key_hash: str, *, now: datetime) -> str | None:
        found = self._keys.get(key_hash)
        if not found or (found.expires_at and now >= found.expires_at):
            return None
        return found.partner

    def add(self, key: ApiKey) -> None:
        self._keys[key.key_hash] = key

    def remove(self, key_hash: str) -> None:
        self._keys.pop(key_hash, None)

    def of(self, partner: str) -> Sequence[ApiKey]:
        return sorted(
            (key for key in self._keys.values() if key.partner == partner),
            key=lambda key: key.key_hash,
        )
