"""What a call on AWS is for: its operation and the kind of key it names, without the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.recording import Call

_KINDS = (
    (re.compile(r"^inbox/.*\.permission\.json$"), "sidecar"),
    (re.compile(r"^inbox/"), "upload"),
    (re.compile(r"^articles/[0-9a-f]{64}\.json$"), "article"),
    (re.compile(r"^articles/"), "page"),
    (re.compile(r"^channels/.*/feed[^/]*$"), "feed"),
    (re.compile(r"^channels/.*/index\.html$"), "landing page"),
    (re.compile(r"^channels/"), "history"),
    (re.compile(r"^(sitemap|news-sitemap)"), "sitemap"),
    (re.compile(r"^(sections|sources|days|20\d\d)"), "list page"),
)


def purpose(call: Call) -> str:
    """
    Operation and kinds of keys: ``GetObject page``, ``TransactWriteItems article channel receipt``.
    """
    kinds = dict.fromkeys(_kinds(call.arguments))
    return " ".join((call.operation, *kinds))


def _kinds(arguments: Mapping[str, Any]) -> Iterator[str]:
    if "Key" in arguments and isinstance(arguments["Key"], str):
        yield _kind_of_object(arguments["Key"])
    yield from sorted(set(_partitions(arguments)))


def _kind_of_object(key: str) -> str:
    return next((kind for pattern, kind in _KINDS if pattern.search(key)), key)


def _partitions(value: Any) -> Iterable[str]:
    """The kinds of rows that a request to the table names: their partitions' first words."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name in {"PK", ":pk"}:
                yield inner["S"].partition("#")[0].lower()
            else:
                yield from _partitions(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _partitions(inner)
