"""An end to waiting, for hostile input that must not keep a reader busy."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

CPU_SECONDS = 60
"""What is linear takes a second or two of these; what is not, far more. So it measures nothing."""


@contextmanager
def patience() -> Iterator[None]:
    """Fail what is still busy after a minute of this process's own CPU, however busy the machine."""

    def tell(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"still busy after {CPU_SECONDS} s of CPU")

    before = signal.signal(signal.SIGVTALRM, tell)
    signal.setitimer(signal.ITIMER_VIRTUAL, CPU_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
