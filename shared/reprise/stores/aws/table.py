"""
The table's operations as the stores need them: consistent, paged, chunked, retried, translated.

Limits are DynamoDB's: 100 rows of a transaction or a bulk read, 25 of a bulk write.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from botocore.exceptions import ClientError

from reprise.errors import ConflictError, TransientError
from reprise.stores.aws.errors import code_of, translate, translated
from reprise.stores.aws.values import Item

TRANSACTION_ROWS = 100
READ_ROWS = 100
WRITE_ROWS = 25
ROUNDS = 6
"""How often what a bulk request left undone is asked for again, ever later: 3 s in all."""

T = TypeVar("T")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition expression with the values it names."""

    text: str
    values: Mapping[str, dict[str, Any]] = field(default_factory=dict)

    def arguments(self) -> dict[str, Any]:
        """As the operations take it."""
        named = {"ExpressionAttributeValues": dict(self.values)} if self.values else {}
        return {"ConditionExpression": self.text, **named}


NEW = Condition("attribute_not_exists(PK)")


class Table:
    """
    One DynamoDB table with the string keys ``PK`` and ``SK``.

    Args:
        client: botocore's, made once.
        name: Of the table.
        pause: Sleeps so many seconds; another one in tests.
    """

    def __init__(self, client: Any, name: str, pause: Callable[[float], None] = time.sleep) -> None:
        self._client = client
        self.name = name
        self._pause = pause

    # --- Reading --------------------------------------------------------------------------------

    def get(self, key: Key) -> Item | None:
        """The item, as last written."""
        with translated(f"reading {key} of {self.name}"):
            answer = self._client.get_item(
                TableName=self.name, Key=key_of(key), ConsistentRead=True
            )
        found: Item | None = answer.get("Item")
        return found

    def get_many(self, keys: Iterable[Key]) -> Iterator[Item]:
        """Those of the items that there are, in no order; one request for each 100 keys."""
        for chunk in chunks(dict.fromkeys(keys), READ_ROWS):
            wanted: Any = {"Keys": [key_of(key) for key in chunk], "ConsistentRead": True}
            for _ in self._rounds(f"reading {len(chunk)} rows of {self.name}"):
                with translated(f"reading {len(chunk)} rows of {self.name}"):
                    answer = self._client.batch_get_item(RequestItems={self.name: wanted})
                yield from answer["Responses"].get(self.name, ())
                wanted = answer.get("UnprocessedKeys", {}).get(self.name)
                if not wanted:
                    break

    def query(
        self,
        pk: str,
        low: str | None = None,
        high: str | None = None,
        *,
        newest_first: bool = False,
        limit: int | None = None,
    ) -> Iterator[Item]:
        """Items of *pk* with ``low <= SK <= high``, in order of SK, page after page as taken."""
        if limit == 0 or (low and high and low > high):
            return
        arguments: dict[str, Any] = {
            **range_of(pk, low, high),
            "TableName": self.name,
            "ConsistentRead": True,
            "ScanIndexForward": not newest_first,
        }
        while True:
            if limit is not None:
                arguments["Limit"] = limit
            with translated(f"listing {pk} of {self.name}"):
                answer = self._client.query(**arguments)
            yield from answer["Items"]
            limit = None if limit is None else limit - len(answer["Items"])
            if limit == 0 or "LastEvaluatedKey" not in answer:
                return
            arguments["ExclusiveStartKey"] = answer["LastEvaluatedKey"]

    def first(self, pk: str, low: str) -> Item | None:
        """The first item of *pk* from *low* on."""
        return next(self.query(pk, low, limit=1), None)

    # --- Writing --------------------------------------------------------------------------------

    def put(self, item: Item, condition: Condition | None = None) -> bool:
        """Store *item* if *condition* holds of what is there; answers whether it did."""
        return self._conditionally(
            self._client.put_item, Item=item, **(condition.arguments() if condition else {})
        )

    def delete(self, key: Key) -> None:
        """Remove the item, if there is one."""
        self._conditionally(self._client.delete_item, Key=key_of(key))

    def update(self, key: Key, expression: str, **arguments: Any) -> dict[str, Any] | None:
        """Change an item; answers what was asked for, ``None`` when the condition failed."""
        answer: dict[str, Any] = {}

        def call(**given: Any) -> None:
            answer.update(self._client.update_item(**given))

        done = self._conditionally(call, Key=key_of(key), UpdateExpression=expression, **arguments)
        return answer if done else None

    def _conditionally(self, operation: Callable[..., Any], **arguments: Any) -> bool:
        try:
            operation(TableName=self.name, **arguments)
        except ClientError as error:
            if code_of(error) == "ConditionalCheckFailedException":
                return False
            raise translate(error, f"writing to {self.name}") from error
        return True

    def put_many(self, items: Iterable[Item]) -> None:
        """Store items unconditionally; of two with one key the last."""
        distinct = {(item["PK"]["S"], item["SK"]["S"]): item for item in items}
        for chunk in chunks(distinct.values(), WRITE_ROWS):
            wanted: Any = [{"PutRequest": {"Item": item}} for item in chunk]
            for _ in self._rounds(f"writing {len(chunk)} rows of {self.name}"):
                with translated(f"writing {len(chunk)} rows of {self.name}"):
                    answer = self._client.batch_write_item(RequestItems={self.name: wanted})
                wanted = answer.get("UnprocessedItems", {}).get(self.name)
                if not wanted:
                    break

    def transact(self, actions: Sequence[dict[str, Any]]) -> frozenset[int]:
        """
        Do all *actions* (at most 100) or none.

        Returns:
            Positions of those whose condition failed: then none was done. Empty: all were.

        Raises:
            ConflictError: Another request to the same rows is under way; none was done.
        """
        named = [
            {verb: {**rest, "TableName": self.name}} for a in actions for verb, rest in a.items()
        ]
        if not named:
            return frozenset()
        try:
            self._client.transact_write_items(TransactItems=named)
        except ClientError as error:
            if code_of(error) != "TransactionCanceledException":
                raise translate(error, f"committing to {self.name}") from error
            return failed_conditions(error, self.name)
        return frozenset()

    def _rounds(self, doing: str) -> Iterator[int]:
        """Count attempts, waiting between them; the caller leaves when all is done."""
        for number in range(ROUNDS):
            if number:
                self._pause(0.05 * 2**number)
            yield number
        raise TransientError(f"{doing}: still not done after {ROUNDS} attempts")


def failed_conditions(error: ClientError, table: str) -> frozenset[int]:
    """Which actions of a cancelled transaction failed their condition; raises when none did."""
    reasons = [str(r.get("Code")) for r in error.response.get("CancellationReasons", ())]
    failed = frozenset(n for n, code in enumerate(reasons) if code == "ConditionalCheckFailed")
    if failed:
        return failed
    said = f"committing to {table}: {', '.join(sorted(set(reasons) - {'None'}))}"
    if "TransactionConflict" in reasons:
        raise ConflictError(said) from error
    raise TransientError(said) from error


def put_action(item: Item, condition: Condition | None = None) -> dict[str, Any]:
    """Put, as one action of a transaction."""
    return {"Put": {"Item": item, **(condition.arguments() if condition else {})}}


def delete_action(key: Key, condition: Condition) -> dict[str, Any]:
    """Delete, as one action of a transaction."""
    return {"Delete": {"Key": key_of(key), **condition.arguments()}}


def key_of(key: Key) -> Item:
    """A key in DynamoDB's notation."""
    return {"PK": {"S": key[0]}, "SK": {"S": key[1]}}


def range_of(pk: str, low: str | None, high: str | None) -> dict[str, Any]:
    """The key condition for one partition and a closed range of sort keys."""
    values = {":pk": {"S": pk}}
    values |= {name: {"S": bound} for name, bound in ((":low", low), (":high", high)) if bound}
    if low and high:
        text = "PK = :pk AND SK BETWEEN :low AND :high"
    else:
        text = (
            "PK = :pk" + (" AND SK >= :low" if low else "") + (" AND SK <= :high" if high else "")
        )
    return {"KeyConditionExpression": text, "ExpressionAttributeValues": values}


def chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """*values* in lists of at most *size*."""
    rest = iter(values)
    while chunk := list(islice(rest, size)):
        yield chunk
