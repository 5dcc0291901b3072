"""Where the functions' log lines go: a file, so that the terminal is for the person at it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any


class Log(io.TextIOBase):
    """
    Takes what loggers write, for as long as the process lives.

    Attributes:
        complaints: Entries of level warning and above, oldest first.
    """

    def __init__(self) -> None:
        self.complaints: list[dict[str, Any]] = []
        self._file: io.TextIOBase | None = None

    def to_file(self, path: Path) -> None:
        """Begin a new log at *path*."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.close_file()
        self._file = path.open("w", encoding="utf-8", buffering=1)
        self.complaints.clear()

    def close_file(self) -> None:
        """From now on, only complaints are remembered."""
        if self._file:
            self._file.close()
        self._file = None

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        for line in text.splitlines():
            self._notice(line)
        if self._file:
            self._file.write(text)
        return len(text)

    def complain(self, message: str, exception: str) -> None:
        """Note what went wrong outside of a function's own logger."""
        self.write(
            json.dumps({"level": "ERROR", "message": message, "exception": exception}) + "\n"
        )

    def _notice(self, line: str) -> None:
        try:
            entry = json.loads(line)
        except ValueError:
            return
        if isinstance(entry, dict) and entry.get("level") in ("WARNING", "ERROR", "CRITICAL"):
            self.complaints.append(entry)


LOG = Log()
"""Loggers outlive a run within one process, so what they write to does too."""
