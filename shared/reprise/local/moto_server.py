"""
AWS's APIs on loopback: moto's server, made exact by one lock round every call.

moto is not safe under threads: it loses updates and breaks transactions. With one lock round its
dispatcher it does neither, and is as fast, for it only ever computes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import RLock, Thread
from typing import Any
from urllib.request import Request, urlopen

from werkzeug.serving import WSGIRequestHandler, make_server

Environ = dict[str, Any]


POLL_SECONDS = 0.05
"""How soon a server notices that it is to end."""


class Quiet(WSGIRequestHandler):
    """Speaks HTTP/1.1, and writes no line for each request."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - werkzeug's name
        """Say nothing."""


class Locked:
    """A WSGI application that takes one request at a time, from its first byte to its last."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._lock = RLock()

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        # The request is read before the lock is taken: a slow sender holds nobody up.
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length:
            environ["wsgi.input"] = io.BytesIO(environ["wsgi.input"].read(length))
        with self._lock:
            answer = self._application(environ, start_response)
            try:
                return [b"".join(answer)]
            finally:
                if hasattr(answer, "close"):
                    answer.close()


@contextmanager
def served(application: Any, port: int = 0) -> Iterator[str]:
    """
    Serve a WSGI application on loopback while it lasts; answers its address.

    Args:
        port: Which one; 0 takes any that is free.

    Raises:
        OSError: The port is taken.
    """
    server = make_server("127.0.0.1", port, application, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, args=(POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def moto_server() -> Iterator[str]:
    """
    Moto's server, empty; answers its address.

    Its state is the process's: one at a time.
    """
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

    from reprise.local import moto_dynamodb

    moto_dynamodb.install()
    with served(Locked(DomainDispatcherApplication(create_backend_app))) as address:
        empty = Request(f"{address}/moto-api/reset", method="POST")  # noqa: S310 - our own address
        urlopen(empty, timeout=30).close()  # noqa: S310 - our own address
        yield address
