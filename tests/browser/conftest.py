"""A site on loopback and a browser to look at it; without a browser the tests here are skipped."""

from __future__ import annotations

import shutil
import struct
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.browser.specimens import site as pages_of
from tests.browser.webdriver import Browser

AXE = Path(__file__).parents[2] / ".venv-browser" / "package" / "axe.min.js"


def pytest_collection_modifyitems(items):
    """Everything here needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


HOST = "harbour-post.example"
"""The site's name; only the browser of these tests finds it."""


@pytest.fixture(scope="session")
def browser(server, tmp_path_factory):
    """Debian's chromium, headless."""
    driver = shutil.which("chromedriver")
    if driver is None:
        pytest.skip("no chromedriver here: make browser installs Debian's chromium and runs this")
    hosts = {HOST: f"127.0.0.1:{server.server_port}"}
    window = Browser(driver, tmp_path_factory.mktemp("profile"), hosts)
    yield window
    window.close()


@pytest.fixture(scope="session")
def server():
    """A server on loopback with a page of each kind."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    _Files.bodies = {f"/{page.key}": page.body for page in pages_of(f"http://{HOST}")}
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture(scope="session")
def site():
    """The site's address."""
    return f"http://{HOST}"


@pytest.fixture(scope="session")
def axe():
    """The accessibility checker's script."""
    if not AXE.exists():
        pytest.skip(f"no {AXE.name} here: make browser fetches axe-core with npm and runs this")
    return AXE.read_text(encoding="utf-8")


class _Files(BaseHTTPRequestHandler):
    """The pages, as plain files, and one picture."""

    bodies: dict[str, bytes] = {}

    def do_GET(self) -> None:
        path = self.path + "index.html" if self.path.endswith("/") else self.path
        picture = path.endswith(".png")
        body = PICTURE if picture else self.bodies.get(path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "image/png" if picture else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Quiet."""


def _dusk(width: int, height: int) -> bytes:
    """A ferry at dusk, as PNG: enough to see where pictures stand."""
    horizon = height * 55 // 100
    rows = bytearray()
    for y in range(height):
        share = y / horizon if y < horizon else (y - horizon) / (height - horizon)
        sky = (40 + 200 * share, 60 + 110 * share, 110 + 20 * share)
        sea = (150 - 110 * share, 110 - 60 * share, 110 - 30 * share)
        row = bytearray(bytes(map(int, sky if y < horizon else sea)) * width)
        for left, right, colour in _shapes(y, horizon):
            row[3 * left : 3 * right] = bytes(colour) * (right - left)
        rows += b"\0" + row
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _shapes(y: int, horizon: int) -> Iterator[tuple[int, int, tuple[int, int, int]]]:
    """Sun, funnel, cabin and hull in one row of pixels: from, to, colour."""
    if abs(y - horizon + 70) < 50 and y < horizon:
        half = int((50**2 - (y - horizon + 70) ** 2) ** 0.5)
        yield 880 - half, 880 + half, (255, 225, 170)
    if horizon - 30 < y < horizon + 15:
        yield 520, 540, (150, 50, 40)
    if horizon + 15 < y < horizon + 65:
        yield 430, 600, (215, 205, 190)
    if horizon + 30 < y < horizon + 45:
        for window in range(440, 590, 24):
            yield window, window + 12, (250, 200, 110)
    if horizon + 65 <= y < horizon + 115:
        inward = (y - horizon - 65) * 4 // 5
        yield 330 + inward, 690 - inward, (28, 30, 44)


PICTURE = _dusk(1200, 675)
