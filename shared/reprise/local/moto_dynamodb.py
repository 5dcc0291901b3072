"""
moto's DynamoDB, taught to do no more than it is asked for.

It copies the whole table for each item of a transaction, to put it back when one of them fails: a
hundred articles in, two thirds of a run were copying. Here the items that a transaction names are
kept, and put back. And it sorts the whole table for each query, which is shown one partition here.
There is one lock round all calls, so nothing else looks on meanwhile.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any, cast

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table

Place = tuple[Table, DynamoType, DynamoType | None]
Operations = Sequence[Mapping[str, Any]]
Query = Callable[..., Any]
Transact = Callable[[DynamoDBBackend, Any], None]


def install() -> None:
    """Teach it to moto, once in a process."""
    if "__deepcopy__" not in vars(Table):
        table, backend = cast("Any", Table), cast("Any", DynamoDBBackend)
        table.__deepcopy__ = lambda self, _memo: self
        backend.transact_write_items = _with_own_rollback(backend.transact_write_items)
        table.query = _in_its_partition(table.query)


def _with_own_rollback(transact: Transact) -> Transact:
    @wraps(transact)
    def wrapped(backend: DynamoDBBackend, transact_items: Operations) -> None:
        kept = [(place, copy.deepcopy(_item(place))) for place in _places(backend, transact_items)]
        try:
            transact(backend, transact_items)
        except Exception:
            for place, item in kept:
                _put_back(place, item)
            raise

    return wrapped


def _in_its_partition(query: Query) -> Query:
    signature = inspect.signature(query)

    @wraps(query)
    def wrapped(table: Table, *args: Any, **options: Any) -> Any:
        asked = signature.bind(table, *args, **options).arguments
        partition, whole = asked["hash_key"], cast("Any", table.items)
        if partition is None or asked.get("index_name"):
            return query(table, *args, **options)
        table.items = cast("Any", {key: whole[key] for key in (partition,) if key in whole})
        try:
            return query(table, *args, **options)
        finally:
            table.items = whole

    return wrapped


def _places(backend: DynamoDBBackend, items: Operations) -> Iterator[Place]:
    """Where the items of a transaction lie; what names no table or key is for moto to refuse."""
    for operation in items:
        asked = next(iter(operation.values()))
        table = backend.tables.get(asked.get("TableName"))
        attributes = asked.get("Item") or asked.get("Key") or {}
        if table and table.hash_key_attr in attributes:
            ranged = table.range_key_attr
            by_range = DynamoType(attributes[ranged]) if ranged in attributes else None
            yield table, DynamoType(attributes[table.hash_key_attr]), by_range


def _item(place: Place) -> Any:
    table, by_hash, by_range = place
    found = table.items.get(by_hash)
    return found.get(by_range) if by_range is not None and found is not None else found


def _put_back(place: Place, item: Any) -> None:
    table, by_hash, by_range = place
    if item is None:
        table.delete_item(by_hash, by_range)
    elif by_range is None:
        table.items[by_hash] = item
    else:
        table.items[by_hash][by_range] = item
