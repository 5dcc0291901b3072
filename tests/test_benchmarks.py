"""One run of all benchmarks ends with a table, whatever becomes of one of them."""

import sys
from types import SimpleNamespace

from benchmarks.__main__ import _measured
from benchmarks.measure import Row


def test_a_part_that_fails_costs_only_itself(monkeypatch):
    """
    What it had measured stays, its failure is a figure that is missed, and the run goes on.
    """

    def rows(_rounds):
        yield Row("first", "", "", "1 ms")
        raise LookupError

    monkeypatch.setitem(sys.modules, "benchmarks.broken", SimpleNamespace(rows=rows))

    first, failed, whole = _measured("broken", 7)

    assert first.work == "first"
    assert (failed.measured, failed.met) == ("failed: LookupError", False)
    assert whole.met is None
