"""
Workers that run one store call at a time, in an order somebody else decides.

Each worker is a thread that stops before every call it makes on a store and waits to be let on, so
exactly one runs at any moment: runs are repeatable, and a worker can be crashed between any two
calls.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from reprise.stores.watched import Call

PATIENCE_SECONDS = 20.0


class Crashed(BaseException):
    """The worker's process dies here. Not an Exception: nothing may catch it."""


@dataclass
class Worker:
    """A piece of work under way."""

    name: str
    work: Callable[[], object]
    done: bool = False
    error: BaseException | None = None
    _go: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    _stopped: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    _crash: bool = False

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def step(self) -> None:
        """Let it run up to its next store call, or to its end."""
        self._go.release()
        if not self._stopped.acquire(timeout=PATIENCE_SECONDS):
            raise TimeoutError(f"{self.name} does not stop")

    def crash(self) -> None:
        """Kill it where it stands."""
        self._crash = True
        self.step()

    def _run(self) -> None:
        _own.worker = self
        try:
            self._wait()
            self.work()
        except Crashed as error:
            self.error = error
        except Exception as error:  # noqa: BLE001 - whatever it is, the worker reports it
            self.error = error
        finally:
            self.done = True
            self._stopped.release()

    def _wait(self) -> None:
        self._go.acquire()
        if self._crash:
            raise Crashed(self.name)

    def pause(self) -> None:
        self._stopped.release()
        self._wait()


_own = threading.local()


def pausing(call: Call) -> None:
    """The hook for watched stores: stops the calling worker before and after each call."""
    worker: Worker | None = getattr(_own, "worker", None)
    if worker is not None and call.phase == "before":
        worker.pause()
