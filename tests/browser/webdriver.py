"""
A browser for tests: Debian's chromium, spoken to through its chromedriver in plain WebDriver.

Some eighty lines instead of a library: JSON over HTTP to loopback is all there is to it.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

# The first four start it without a screen and as root; the rest keep it from calling out.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
]
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # key of element references, W3C WebDriver 11


class Browser:
    """
    One browser window. Close it when done.

    Args:
        hosts: Where it finds hosts that nobody else knows: name to address and port.
    """

    def __init__(self, driver: str, profile: Path, hosts: Mapping[str, str] = {}) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - the path that shutil.which has found
            [driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._port = self._read_port()
        known = ", ".join(f"MAP {name} {address}" for name, address in hosts.items())
        flags = [*FLAGS, f"--user-data-dir={profile}", f"--host-resolver-rules={known}"]
        options = {"args": flags}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{answer['sessionId']}"

    def close(self) -> None:
        """End the window and the driver."""
        try:
            self._call("DELETE", self._session)
        finally:
            self._process.terminate()
            self._process.wait(timeout=10)

    def open(self, url: str, *, width: int = 1200, height: int = 900, **media: str) -> None:
        """
        Show *url* in a window of that size.

        Args:
            media: Media features by name with underscores, e.g. ``prefers_color_scheme="dark"``;
                ``type="print"`` is the medium.
        """
        kind = media.pop("type", "")
        features = [{"name": k.replace("_", "-"), "value": v} for k, v in media.items()]
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", **size)
        self.cdp("Emulation.setEmulatedMedia", media=kind, features=features)
        self._call("POST", f"{self._session}/url", {"url": url})

    def run(self, script: str, *values: Any) -> Any:
        """What *script* returns; ``arguments`` are the values."""
        body = {"script": script, "args": list(values)}
        return self._call("POST", f"{self._session}/execute/sync", body)

    def run_async(self, script: str) -> Any:
        """What *script* hands to its last argument."""
        body = {"script": script, "args": []}
        return self._call("POST", f"{self._session}/execute/async", body)

    def press(self, key: str) -> None:
        """Press and release one key, by its WebDriver code."""
        actions = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self._call("POST", f"{self._session}/actions", {"actions": [source]})

    def click(self, selector: str) -> None:
        """Click the first element that *selector* matches."""
        where = {"using": "css selector", "value": selector}
        found = self._call("POST", f"{self._session}/element", where)
        self._call("POST", f"{self._session}/element/{found[ELEMENT]}/click", {})

    def complaints(self) -> list[str]:
        """Warnings and errors on the console since the last call."""
        entries = self._call("POST", f"{self._session}/se/log", {"type": "browser"})
        return [e["message"] for e in entries if e["level"] in ("WARNING", "SEVERE")]

    def picture(self) -> bytes:
        """The window as PNG."""
        return base64.b64decode(self._call("GET", f"{self._session}/screenshot"))

    def pdf(self) -> bytes:
        """The page as it would be printed."""
        return base64.b64decode(self.cdp("Page.printToPDF", printBackground=False)["data"])

    def cdp(self, command: str, **parameters: Any) -> Any:
        """A command of the DevTools protocol."""
        body = {"cmd": command, "params": parameters}
        return self._call("POST", f"{self._session}/goog/cdp/execute", body)

    def _read_port(self) -> int:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if found := re.search(r"successfully on port (\d+)", line):
                return int(found[1])
        raise RuntimeError("chromedriver ended before it said its port")

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request(method, path, None if body is None else json.dumps(body))
            answer = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(answer, dict) and "error" in answer:
            raise RuntimeError(f"{method} {path}: {answer['error']}: {answer['message']}")
        return answer
