"""
Start-up: process start to first answer, of each function under AWS's own runtime interface client.

A small Lambda runtime API on loopback hands out one event and takes the answer. What counts is the
CPU a process spent until then, because the machine's neighbours wait too; the peer is a handler
that imports boto3, pydantic and the Powertools logger and makes one client.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from benchmarks.measure import Row, within
from reprise.configuration import load
from reprise.local.resources import ENVIRONMENT
from reprise.model.configuration import SITE
from reprise.pipeline.fingerprint import fingerprint

ROOT = Path(__file__).parent.parent
CONFIGURATION = ROOT / "shared" / "reprise.yaml"
PEER = ROOT / "benchmarks" / "peers" / "startup"
CLIENT = ROOT / ".venv-bench" / "lib"
AIM = 1.25
PATIENCE_SECONDS = 120

HEALTH = {
    "version": "2.0",
    "routeKey": "GET /health",
    "rawPath": "/health",
    "rawQueryString": "",
    "headers": {},
    "requestContext": {"http": {"method": "GET", "path": "/health"}, "stage": "$default"},
    "isBase64Encoded": False,
}


def _message(body: Mapping[str, Any]) -> dict[str, Any]:
    """A batch of one message, after which nothing is left to do."""
    attributes = {"MessageGroupId": "gone", "SequenceNumber": "1"}
    return {
        "Records": [
            {
                "messageId": "00000000-0000-0000-0000-000000000000",
                "receiptHandle": "handle",
                "body": json.dumps(body),
                "attributes": attributes,
                "messageAttributes": {},
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:eu-west-1:1:queue.fifo",
                "awsRegion": "eu-west-1",
            }
        ]
    }


EVENTS: Mapping[str, Any] = {
    "ingest": _message({"Service": "Amazon S3", "Event": "s3:TestEvent"}),
    "publish": _message({"channel": "gone", "generation": 1}),
    "clock": {"source": "aws.events"},
    "api": HEALTH,
}


def rows(rounds: int) -> Iterator[Row]:
    """Each function in turn with the peer."""
    found = list(CLIENT.glob("python*/site-packages"))
    if not (found and (found[0] / "awslambdaric").is_dir()):
        missing = "awslambdaric is not installed here: make .venv-bench/.ready"
        yield Row("start-up of each function", "", f"within {AIM:g} times", missing)
        return
    folders = {"peer": PEER, **{name: ROOT / "functions" / name for name in EVENTS}}
    seconds: dict[str, list[float]] = {name: [] for name in folders}
    with runtime_api() as api:
        for name, folder in folders.items():  # Compiles, and fills the disk's cache.
            api.start(name, folder, found[0])
        for _ in range(rounds):
            for name, folder in folders.items():
                seconds[name].append(api.start(name, folder, found[0]))
    peer = seconds.pop("peer")
    against = "a handler with boto3, pydantic, Powertools logger and one client"
    for name, own in seconds.items():
        yield within(f"start-up of {name}, process start to first answer", against, peer, own, AIM)


class RuntimeApi:
    """Lambda's runtime API for one invocation at a time, and a DynamoDB with an idle board."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.event: Any = {}
        self.answered = Event()
        self.failure = ""

    def start(self, name: str, folder: Path, site_packages: Path) -> float:
        """CPU seconds of a process from its start to its first answer."""
        self.event, self.failure = EVENTS.get(name, {}), ""
        self.answered.clear()
        command = [sys.executable, "-m", "awslambdaric", "app.handler"]
        with tempfile.TemporaryFile() as log:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=self._environment(folder, site_packages),
                stdout=log,
                stderr=log,
            )
            answered = self.answered.wait(PATIENCE_SECONDS)
            seconds = _cpu_seconds(process.pid)
            process.kill()
            process.wait()
            log.seek(0)
            told = f"{name}: {self.failure}\n{log.read().decode()}"
            assert answered, told
            assert not self.failure, told
        return seconds

    def _environment(self, folder: Path, site_packages: Path) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(map(str, (folder, ROOT / "shared", site_packages))),
            "AWS_LAMBDA_RUNTIME_API": self.address,
            "AWS_LAMBDA_FUNCTION_NAME": folder.name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1769",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
            "AWS_ENDPOINT_URL": f"http://{self.address}",
            **ENVIRONMENT,
            "CONFIGURATION": str(CONFIGURATION),
            "BASE_URL": "https://news.example",
            "UPLOAD_ENDPOINT": "",
            "DISTRIBUTION": "",
            "TABLE": "table",
            "INBOX_BUCKET": "inbox",
            "ARCHIVE_BUCKET": "archive",
            "SITE_BUCKET": "site",
            "TURNS_QUEUE": f"http://{self.address}/1/turns.fifo",
        }


def _cpu_seconds(pid: int) -> float:
    """User and system time so far, from the kernel's own account."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Quiet(ThreadingHTTPServer):
    """Processes end in the middle of a connection here: that is no news."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def runtime_api() -> Iterator[RuntimeApi]:
    """A runtime API while it lasts."""
    board = json.dumps({"Item": _idle_board()}).encode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if api.answered.is_set():
                time.sleep(PATIENCE_SECONDS)  # Nothing more to do, as on an idle Lambda.
            self._answer(json.dumps(api.event).encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self.path == "/":
                self._answer(board)
                return
            if not self.path.endswith("/response"):
                api.failure = body.decode()
            api.answered.set()
            self._answer(b"{}")

        def _answer(self, body: bytes) -> None:
            self.send_response(202 if self.command == "POST" and self.path != "/" else 200)
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


def _idle_board() -> dict[str, dict[str, str]]:
    """A board on which no channel is due, so that the clock asks once and is done."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    configuration = load(text, name=CONFIGURATION.name)
    publication = configuration.publication.model_copy(update={"base_url": "https://news.example"})
    told = fingerprint(configuration.model_copy(update={"publication": publication}))
    board: dict[str, dict[str, str]] = {}
    for name in (SITE, *configuration.channels):
        board |= {f"d#{name}": {"N": "1"}, f"b#{name}": {"N": "1"}, f"f#{name}": {"S": told}}
    return board
