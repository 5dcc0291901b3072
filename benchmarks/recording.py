"""
The functions' calls on AWS, as botocore makes them, while a world on this machine is at work.

What the world's own harness asks of moto (the pump, the creation of buckets) is not counted: on
AWS that is AWS's own work.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from botocore.client import BaseClient

from benchmarks.articles import Text, json_upload, operators_file
from reprise.local.clock import LocalClock, machine_time
from reprise.local.world import Options, World, world
from reprise.stores.aws.stream import Stream

CHANNELS = ("front", "world", "politics", "all", "more")
ENTRIES = 25
PATIENCE_SECONDS = 1800


@dataclass(frozen=True, slots=True)
class Call:
    """A call, as it can be made again."""

    service: str
    operation: str
    arguments: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.service}:{self.operation}"


@dataclass
class Calls:
    """The functions' calls, in order."""

    made: list[Call] = field(default_factory=list)

    def by_name(self) -> Counter[str]:
        return Counter(call.name for call in self.made)


@contextmanager
def recorded(here: World) -> Iterator[Calls]:
    """Note what the functions ask of AWS while it lasts."""
    calls, own = Calls(), set(map(id, here.clients.made.values()))
    original = BaseClient._make_api_call  # noqa: SLF001 - the one place all calls go through

    def noting(client: Any, operation: str, arguments: dict[str, Any]) -> Any:
        if id(client) not in own:
            kept = {name: _plain(value) for name, value in arguments.items()}
            calls.made.append(Call(client.meta.service_model.service_name, operation, kept))
        return original(client, operation, arguments)

    with patch.object(BaseClient, "_make_api_call", noting):
        yield calls


def _plain(value: Any) -> Any:
    """A body that is read once, as bytes."""
    if not isinstance(value, Stream):
        return value
    body = value.read()
    value.seek(0)
    return body


@contextmanager
def small_world(folder: Path, *, delay_seconds: int) -> Iterator[World]:
    """A world with five channels of three feeds, all of which take every article."""
    told = operators_file({name: {"title": name.title(), "entries": ENTRIES} for name in CHANNELS})
    path = folder / "reprise.yaml"
    path.write_text(json.dumps(told), encoding="utf-8")  # JSON is YAML
    options = Options(
        configuration=path,
        base_url="https://news.example",
        parameters={"TurnDelaySeconds": str(delay_seconds)},
    )
    with world(options, LocalClock()) as here:
        yield here


def upload(here: World, articles: Sequence[Text]) -> None:
    """Put *articles* in the inbox, as a partner with an AWS account would."""
    bucket = here.addresses["InboxBucket"]["Ref"]
    for text in articles:
        key = f"inbox/partner/b{text.number:06}/article.json"
        here.clients.s3.put_object(Bucket=bucket, Key=key, Body=json_upload(text))


def settle(here: World) -> None:
    """Let everything that follows happen."""
    here.pump.until_quiet(give_up_at=machine_time() + timedelta(seconds=PATIENCE_SECONDS))
    assert not here.pump.crashed, here.pump.crashed[0]
    assert not here.pump.dead, here.pump.dead[0]
