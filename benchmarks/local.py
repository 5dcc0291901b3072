"""
The whole run on this machine: 1,000 articles into 5 channels; against a bare loop of the same calls.

The run's calls on AWS are noted. Then a loop makes exactly these again, in the same order and with
the same bytes, on a fresh moto server: what a program costs that decides and renders nothing.
"""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import boto3
from botocore.exceptions import ClientError

from benchmarks.articles import texts
from benchmarks.measure import Row, within
from benchmarks.recording import Call, recorded, settle, small_world, upload
from reprise.local.resources import KEY_ID, REGION, SECRET
from reprise.local.world import World

COUNT = 1_000
AIM = 2.5


def rows(rounds: int) -> Iterator[Row]:
    """One round is minutes: the two are measured once each way, and once more for every 7 rounds."""
    pairs = [_once() for _ in range(max(1, rounds // 7))]
    own, floor = [own for own, _, _ in pairs], [bare for _, bare, _ in pairs]
    work = f"upload to published, whole local run, {COUNT:,} articles into 5 channels"
    yield within(work, f"a bare boto3 loop of its {pairs[0][2]:,} calls", floor, own, AIM)


def _once() -> tuple[float, float, int]:
    """CPU seconds of the run and of the loop, and how many calls both make."""
    with _fresh() as here, recorded(here) as calls:
        own = _timed_run(here)
    with _fresh() as here:
        return own, _timed_loop(here, calls.made), len(calls.made)


@contextlib.contextmanager
def _fresh() -> Iterator[World]:
    with (
        tempfile.TemporaryDirectory() as folder,
        small_world(Path(folder), delay_seconds=1) as here,
    ):
        yield here


def _timed_run(here: World) -> float:
    """CPU seconds of this process: the functions, and moto's server in it."""
    started = time.process_time()
    upload(here, texts(COUNT))
    settle(here)
    return time.process_time() - started


def _timed_loop(here: World, calls: list[Call]) -> float:
    """The uploads and the calls, as bare as boto3 makes them."""
    clients = {
        service: boto3.client(
            service,
            region_name=REGION,
            endpoint_url=here.clients.endpoint,
            aws_access_key_id=KEY_ID,
            aws_secret_access_key=SECRET,
        )
        for service in {call.service for call in calls}
    }
    started = time.process_time()
    upload(here, texts(COUNT))
    for call in calls:
        # A condition that failed then may fail now: that is a call too.
        with contextlib.suppress(ClientError):
            clients[call.service]._make_api_call(call.operation, call.arguments)  # noqa: SLF001 - by its name
    return time.process_time() - started
