"""
Stores that report each call: to count what an upload costs, and to crash where a test wants.

Works round any :class:`~reprise.stores.ports.Stores`, in memory or on AWS.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal

from reprise.model.base import Frozen
from reprise.model.document import Document
from reprise.stores import ports
from reprise.stores.ports import Commit, StoredObject, Stores


@dataclass(frozen=True, slots=True)
class Call:
    """
    A call on a port.

    Attributes:
        name: Port and method, e.g. ``articles.commit``.
        phase: ``before``: nothing is done yet; ``after``: it is done, its answer not yet given.
        arguments: Positional, then keyword ones.
        result: What it answers; ``None`` before.
    """

    name: str
    phase: Literal["before", "after"]
    arguments: tuple[Any, ...]
    result: Any = None


Hook = Callable[[Call], None]
"""Told of each call twice. What it raises, the caller gets: a crash at exactly that point."""

_PORTS: Mapping[str, type] = {
    "inbox": ports.Inbox,
    "archive": ports.Archive,
    "site": ports.Site,
    "articles": ports.Articles,
    "ledger": ports.Ledger,
    "board": ports.Board,
    "turns": ports.TurnQueue,
    "hub": ports.Hub,
    "edge": ports.Edge,
    "tickets": ports.Tickets,
    "keys": ports.Keys,
}


def watched(stores: Stores, hook: Hook) -> Stores:
    """*stores*, each call of each port told to *hook* before and after."""
    proxies = {name: _Watched(name, getattr(stores, name), hook) for name in _PORTS}
    return replace(stores, **proxies)


class _Watched:
    """A port whose promised methods are reported; whatever else it has, is passed through."""

    def __init__(self, name: str, inner: Any, hook: Hook) -> None:
        self._name = name
        self._inner = inner
        self._hook = hook

    def __getattr__(self, attribute: str) -> Any:
        method = getattr(self._inner, attribute)
        if attribute not in vars(_PORTS[self._name]):
            return method
        return self._reporting(f"{self._name}.{attribute}", method)

    def _reporting(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            arguments = (*args, *named.values())
            self._hook(Call(name, "before", arguments))
            result = method(*args, **named)
            if isinstance(result, Iterator):
                result = list(result)
            self._hook(Call(name, "after", arguments, result))
            return iter(result) if name in _ITERATORS else result

        return call


_ITERATORS = {"articles.records_of", "site.keys"}


@dataclass
class Tally:
    """
    A hook that adds up what calls cost.

    Attributes:
        calls: How often each was made (answered, not only tried).
        items_in / items_out: Rows and objects given to and got from the stores.
        bytes_in / bytes_out: Their size; rows as JSON.
    """

    calls: Counter[str] = field(default_factory=Counter)
    items_in: int = 0
    items_out: int = 0
    bytes_in: int = 0
    bytes_out: int = 0

    def __call__(self, call: Call) -> None:
        if call.phase == "before":
            return
        self.calls[call.name] += 1
        given, got = weigh(call.arguments), weigh(call.result)
        self.items_in += given[0]
        self.bytes_in += given[1]
        self.items_out += got[0]
        self.bytes_out += got[1]

    @property
    def total(self) -> int:
        """All calls."""
        return self.calls.total()


def weigh(value: Any) -> tuple[int, int]:
    """
    Items in *value* and their bytes. Ids, instants and numbers weigh nothing.

    >>> weigh((b"four", "an id", [b"x", b"yz"]))
    (3, 7)
    """
    if isinstance(value, bytes):
        return 1, len(value)
    if isinstance(value, Frozen):
        return 1, len(value.model_dump_json(exclude_defaults=True))
    if isinstance(value, StoredObject):
        return 1, len(value.body)
    if isinstance(value, Document):
        return 1, value.size
    if isinstance(value, Commit) or (is_dataclass(value) and not isinstance(value, type)):
        return _sum(getattr(value, each.name) for each in fields(value))
    if isinstance(value, Mapping):
        return _sum(value.values())
    if isinstance(value, Sequence | AbstractSet) and not isinstance(value, str):
        return _sum(value)
    return 0, 0


def _sum(values: Any) -> tuple[int, int]:
    weights = [weigh(value) for value in values]
    return sum(items for items, _ in weights), sum(size for _, size in weights)
