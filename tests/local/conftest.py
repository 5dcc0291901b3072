"""A world on loopback, started once for the tests that only look at it."""

from datetime import UTC, datetime

import pytest

from reprise.local.clock import SteppedClock
from reprise.local.world import Options, world

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def here():
    """Everything AWS would be, its empty channels published, on a clock that tests move."""
    with world(Options(retry_after=None), SteppedClock(START)) as running:
        assert running.pump.until_quiet()
        yield running
