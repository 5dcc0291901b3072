"""
Start-up: process start to first answer, of each function under AWS's own runtime interface client.

A small Lambda runtime API on loopback hands out one event and takes the answer; moto's server
stands for the rest of AWS. What counts is the CPU a process spent until then, because the machine's
neighbours wait too; the peer is a handler that imports boto3, pydantic and the Powertools logger
and makes one client. What starting costs shows with an event that leaves nothing to do; with work
to do, libraries that are loaded on first use and the work itself come to it, and are told.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Event, Thread
from typing import Any

from benchmarks.articles import Text, html_upload, json_upload, texts
from benchmarks.measure import Row, ratio, shown, told, within
from benchmarks.recording import CHANNELS, settle, small_world, upload
from reprise.local.clock import machine_time
from reprise.local.events import event_of
from reprise.local.lines import Message
from reprise.local.world import World
from reprise.pipeline.desk import key_hash
from reprise.stores.ports import ApiKey

ROOT = Path(__file__).parent.parent
PEER = ROOT / "benchmarks" / "peers" / "startup"
CLIENT = ROOT / ".venv-bench" / "lib"
AIM = 1.25
AGAINST = "a handler with boto3, pydantic, Powertools logger and one client"
PATIENCE_SECONDS = 120
KEY = "reprise_for_the_benchmark"
START = (
    # lxml takes in rnc2rng where it is installed; it is for the tests, and no function ships it.
    "import runpy, sys; sys.modules['rnc2rng'] = None; "
    "runpy.run_module('awslambdaric', run_name='__main__')"
)


@dataclass(frozen=True, slots=True)
class Start:
    """
    A first event for a process.

    Attributes:
        work: What it is called in the table; the peer is called nothing.
        event: Makes it, anew for each round.
        aim: How many times as long as the peer it may take; ``None`` for what is only told.
    """

    work: str
    folder: Path
    environment: Mapping[str, str]
    event: Callable[[], Any]
    aim: float | None = None


def rows(rounds: int) -> Iterator[Row]:
    """Each function in turn with the peer."""
    found = list(CLIENT.glob("python*/site-packages"))
    if not (found and (found[0] / "awslambdaric").is_dir()):
        missing = "awslambdaric is not installed here: make .venv-bench/.ready"
        yield Row("start-up of each function", "", f"within {AIM:g} times", missing)
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        small_world(Path(folder), delay_seconds=0) as here,
        runtime_api() as api,
    ):
        peer, *starts = candidates(here)
        seconds: dict[str, list[float]] = {}
        for _ in range(1 + rounds):
            settle(here)
            for each in (peer, *starts):
                seconds.setdefault(each.work, []).append(api.start(each, found[0]))
    for each in starts:
        # The first round compiles, and fills the disk's cache.
        yield row(each, seconds[peer.work][1:], seconds[each.work][1:])


def row(start: Start, peer: list[float], own: list[float]) -> Row:
    """What is held to an aim, or only told."""
    if start.aim:
        return within(start.work, AGAINST, peer, own, start.aim)
    measured = f"{shown(ratio(own, peer))} times ({told(own)} : {told(peer)})"
    return Row(start.work, AGAINST, "", measured)


def candidates(here: World) -> list[Start]:
    """The peer, each function with nothing to do, and the first work of those that have some."""
    fresh = iter(texts(500))
    upload(here, [next(fresh) for _ in range(BEFORE)])
    here.stores.keys.add(ApiKey(key_hash=key_hash(KEY), partner="partner", label=""))

    def of(name: str, work: str, event: Callable[[], Any], aim: float | None = None) -> Start:
        environment = here.functions[f"{name.title()}Function"].environment
        return Start(f"{name}: {work}", ROOT / "functions" / name, environment, event, aim)

    nothing = "process start to first answer, nothing to do"
    clock = here.functions["ClockFunction"].environment
    return [
        Start("", PEER, clock, dict),
        of("clock", f"{nothing} (a minute in which no channel is due)", lambda: TICK, AIM),
        of("api", f"{nothing} (GET /health)", lambda: HEALTH, AIM),
        of("publish", f"{nothing} (a generation built before)", lambda: turn_before(here), AIM),
        of("ingest", f"{nothing} (S3's test event)", lambda: message(TEST), AIM),
        of("api", "the same to a ticket for an upload", lambda: TICKET),
        of("ingest", "the same to an article in our JSON", lambda: arrival(here, next(fresh))),
        of("ingest", "the same to a page", lambda: arrival(here, next(fresh), html_upload)),
        of("publish", f"the same to a turn of {ENTRIES} full texts", lambda: turn_due(here)),
    ]


BEFORE = ENTRIES = 25
"""Articles in each channel before anything is measured: as many as its feeds take."""


# --- Events ---------------------------------------------------------------------------------------


def request(method: str, path: str, body: str = "", **headers: str) -> dict[str, Any]:
    """A request of API Gateway's HTTP API, payload version 2.0."""
    return {
        "version": "2.0",
        "routeKey": f"{method} {path}",
        "rawPath": path,
        "rawQueryString": "",
        "headers": headers,
        "requestContext": {"http": {"method": method, "path": path}, "stage": "$default"},
        "isBase64Encoded": False,
        "body": body,
    }


def message(body: Mapping[str, Any], group: str = "") -> dict[str, Any]:
    """A batch of one message, as the local run hands it over."""
    now = machine_time()
    one = Message(json.dumps(body), now, now, group=group, receives=1)
    return event_of([one], "arn:aws:sqs:eu-west-1:1:queue")


TICK = {"source": "aws.events"}
HEALTH = request("GET", "/health")
TICKET = request(
    "POST",
    "/uploads",
    json.dumps({"name": "a.json", "media_type": "application/json"}),
    authorization=f"Bearer {KEY}",
)
TEST = {"Service": "Amazon S3", "Event": "s3:TestEvent"}

_folders = count(1)


def arrival(here: World, text: Text, wire: Callable[[Text], bytes] = json_upload) -> dict[str, Any]:
    """Put an article nobody has seen in the inbox; answers S3's message of it."""
    bucket, key = here.addresses["InboxBucket"]["Ref"], f"inbox/partner/s{next(_folders)}/article"
    stored = here.clients.s3.put_object(Bucket=bucket, Key=key, Body=wire(text))
    told_of = {"key": key, "size": 1, "eTag": stored["ETag"], "versionId": stored["VersionId"]}
    return message(
        {
            "Records": [
                {
                    "eventName": "ObjectCreated:Put",
                    "eventTime": here.clock().isoformat(),
                    "s3": {"bucket": {"name": bucket}, "object": told_of},
                }
            ]
        }
    )


def turn_before(here: World) -> dict[str, Any]:
    """A turn that was taken: its message came twice."""
    channel = CHANNELS[0]
    built = here.stores.board.read()[channel].built
    return message({"channel": channel, "generation": built}, channel)


def turn_due(here: World) -> dict[str, Any]:
    """A turn for what came in since the last: see :func:`arrival`."""
    channel = CHANNELS[1]
    due = here.stores.board.read()[channel].dirty
    return message({"channel": channel, "generation": due}, channel)


# --- The runtime API ------------------------------------------------------------------------------


class RuntimeApi:
    """Lambda's runtime API for one invocation at a time."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.event: Any = {}
        self.answered = Event()
        self.failure = ""

    def start(self, start: Start, site_packages: Path) -> float:
        """CPU seconds of a process from its start to its first answer."""
        self.event, self.failure = start.event(), ""
        self.answered.clear()
        before = _cpu_seconds()
        with tempfile.TemporaryFile() as log:
            process = subprocess.Popen(
                [sys.executable, "-c", START, "app.handler"],
                cwd=start.folder,
                env=self._environment(start, site_packages),
                stdout=log,
                stderr=log,
            )
            answered = self.answered.wait(PATIENCE_SECONDS)
            process.kill()
            process.wait()
            log.seek(0)
            said = f"{start.work}: {self.failure}\n{log.read().decode()}"
            assert answered, said
            assert not self.failure, said
        return _cpu_seconds() - before

    def _environment(self, start: Start, site_packages: Path) -> dict[str, str]:
        paths = (start.folder, ROOT / "shared", site_packages)
        return {
            **start.environment,
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(map(str, paths)),
            "AWS_LAMBDA_RUNTIME_API": self.address,
            "AWS_LAMBDA_FUNCTION_NAME": start.folder.name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1769",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
        }


def _cpu_seconds() -> float:
    """User and system time of all processes that ended here."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Quiet(ThreadingHTTPServer):
    """Processes end in the middle of a connection here: that is no news."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def runtime_api() -> Iterator[RuntimeApi]:
    """A runtime API while it lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if api.answered.is_set():
                time.sleep(PATIENCE_SECONDS)  # Nothing more to do, as on an idle Lambda.
            self._answer(json.dumps(api.event).encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if not self.path.endswith("/response"):
                api.failure = body.decode()
            api.answered.set()
            self._answer(b"{}")

        def _answer(self, body: bytes) -> None:
            self.send_response(202 if self.command == "POST" else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000")
            self.send_header(
                "Lambda-Runtime-Aws-Request-Id", "00000000-0000-0000-0000-000000000000"
            )
            self.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + 60) * 1000)))
            self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:x:1:function:f")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = Quiet(("127.0.0.1", 0), Handler)
    api = RuntimeApi(f"127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield api
    finally:
        server.shutdown()
