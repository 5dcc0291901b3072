"""
The board (one item) and the channels' build state (one item each, more when very large).

The board has five attributes for each channel: ``d#`` dirty, ``b#`` built, ``s#`` dirty since,
``n#`` next change, ``f#`` fingerprint; about 90 bytes, so that a board of 100 channels is read for
3 read units and marked for 9 write units. A batch of uploads marks all its channels in one update.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import orjson

from reprise.model.document import Build, BuiltDocument
from reprise.model.messages import TurnState
from reprise.stores.aws.table import Key, Table, chunks, key_of, put_action
from reprise.stores.aws.tall import gather, spread
from reprise.stores.aws.values import Item, from_number, to_number

BOARD = ("BOARD", "BOARD")

MARKS = 50
"""Channels of one update: their expression stays well below DynamoDB's 4 KB and 300 operators."""


class AwsBoard:
    """The ``Board`` port on DynamoDB."""

    def __init__(self, table: Table) -> None:
        self._table = table

    # --- Turns ----------------------------------------------------------------------------------

    def read(self) -> Mapping[str, TurnState]:
        item = self._table.get(BOARD) or {}
        channels = sorted({name[2:] for name in item if name[1:2] == "#"})
        return {channel: state_in(item, channel) for channel in channels}

    def mark_dirty(self, channels: Iterable[str], *, now: datetime) -> Mapping[str, int]:
        generations: dict[str, int] = {}
        for chunk in chunks(sorted(set(channels)), MARKS):
            generations |= self._mark(chunk, now)
        return generations

    def _mark(self, channels: list[str], now: datetime) -> dict[str, int]:
        names = {f"#{kind}{n}": f"{kind}#{c}" for n, c in enumerate(channels) for kind in "ds"}
        since = ",".join(f"#s{n}=if_not_exists(#s{n},:now)" for n in range(len(channels)))
        raised = ",".join(f"#d{n} :one" for n in range(len(channels)))
        answer = self._table.update(
            BOARD,
            f"SET {since} ADD {raised}",
            ExpressionAttributeNames=names,
            ExpressionAttributeValues={":now": to_number(now), ":one": {"N": "1"}},
            ReturnValues="UPDATED_NEW",
        )
        stored = answer["Attributes"] if answer else {}
        return {channel: int(stored[f"d#{channel}"]["N"]) for channel in channels}

    def finish(
        self,
        channel: str,
        generation: int,
        *,
        next_change_at: datetime | None,
        fingerprint: str,
    ) -> None:
        # Two updates at most: a condition is of the whole update, and whether the channel is
        # clean now is a second question. ``dirty`` only grows, so a mark in between is seen.
        upward = "(attribute_not_exists(#b) OR #b <= :g)"
        values = {":g": {"N": str(generation)}, ":f": {"S": fingerprint}}
        sets, removes = ["#b = :g", "#f = :f"], []
        if next_change_at:
            values[":n"] = to_number(next_change_at)
            sets.append("#n = :n")
        else:
            removes.append("#n")
        clean = self._finish(channel, sets, [*removes, "#s"], values, f"{upward} AND #d = :g")
        if not clean:
            self._finish(channel, sets, removes, values, upward)

    def _finish(
        self,
        channel: str,
        sets: list[str],
        removes: list[str],
        values: dict[str, dict[str, str]],
        condition: str,
    ) -> bool:
        expression = "SET " + ", ".join(sets)
        expression += " REMOVE " + ", ".join(removes) if removes else ""
        used = [f"#{kind}" for kind in "bdfns" if f"#{kind}" in expression + condition]
        answer = self._table.update(
            BOARD,
            expression,
            ConditionExpression=condition,
            ExpressionAttributeNames={name: f"{name[1]}#{channel}" for name in used},
            ExpressionAttributeValues=values,
        )
        return answer is not None

    # --- Build state ----------------------------------------------------------------------------

    def begin(self, channel: str) -> tuple[TurnState, Build]:
        items = self._table.get_many([BOARD, build_key(channel)])
        found = {item["PK"]["S"]: item for item in items}
        state = state_in(found.get(BOARD[0], {}), channel)
        return state, self._read(channel, found.get(build_key(channel)[0]))

    def build(self, channel: str) -> Build:
        return self._read(channel, self._table.get(build_key(channel)))

    def _read(self, channel: str, item: Item | None) -> Build:
        if item is None:
            return Build(channel=channel)
        return read_build(gather(self._table, item)["v"]["B"])

    def save_build(self, build: Build) -> None:
        items = spread({**key_of(build_key(build.channel)), "v": {"B": write_build(build)}})
        if len(items) == 1:
            self._table.put(items[0])
        else:
            self._table.transact([put_action(item) for item in items])


def state_in(item: Item, channel: str) -> TurnState:
    """A channel's line in the item of the board."""

    def of(kind: str) -> dict[str, Any] | None:
        return item.get(f"{kind}#{channel}")

    dirty, built, since, then, print_ = of("d"), of("b"), of("s"), of("n"), of("f")
    return TurnState(
        dirty=int(dirty["N"]) if dirty else 0,
        built=int(built["N"]) if built else 0,
        dirty_since=from_number(since) if since else None,
        next_change_at=from_number(then) if then else None,
        fingerprint=print_["S"] if print_ else "",
    )


# --- Build state as bytes -------------------------------------------------------------------------
#
# The documents of a channel hold mostly the same entries in the same order, and a key is as long
# as a digest: so keys are written once, and a document says for each of its entries how far its
# key is from the one after the entry before (mostly 0) and how long the entry is. Deflated, 5,000
# entries in three documents are about 120 KB with keys of 32 hex digits.


def build_key(channel: str) -> Key:
    return f"BUILD#{channel}", "STATE"


FACTS = tuple(n for n in BuiltDocument.model_fields if n not in {"entry_keys", "lengths"})
"""Everything that is remembered of a document beside its entries."""


def facts(document: BuiltDocument) -> list[object]:
    return [getattr(document, name) for name in FACTS]


def write_build(build: Build) -> bytes:
    """All of *build* as deflated JSON: what is said of documents, then what else there is."""
    numbers: dict[str, int] = {}
    documents = {
        key: [*facts(document), list(steps(document, numbers))]
        for key, document in build.documents.items()
    }
    rest = build.model_dump(mode="json", exclude={"channel", "documents"}, exclude_defaults=True)
    return zlib.compress(orjson.dumps([build.channel, rest, list(numbers), documents]))


def steps(document: BuiltDocument, numbers: dict[str, int]) -> Iterator[int]:
    """Step and length of each entry, in turn; new keys are given the next number."""
    expected = 0
    for key, length in zip(document.entry_keys, document.lengths, strict=True):
        number = numbers.setdefault(key, len(numbers))
        yield number - expected
        yield length
        expected = number + 1


def read_build(body: bytes) -> Build:
    """The build that :func:`write_build` wrote."""
    channel, rest, keys, documents = orjson.loads(zlib.decompress(body))
    return Build(
        channel=channel,
        **rest,
        documents={
            key: BuiltDocument(
                **dict(zip(FACTS, known, strict=True)),
                entry_keys=tuple(keys_of(numbers[::2], keys)),
                lengths=tuple(numbers[1::2]),
            )
            for key, (*known, numbers) in documents.items()
        },
    )


def keys_of(distances: list[int], keys: list[str]) -> Iterator[str]:
    """Entry keys from their steps."""
    expected = 0
    for step in distances:
        yield keys[expected + step]
        expected += step + 1
