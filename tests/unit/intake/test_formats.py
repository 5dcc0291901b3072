"""The one table of formats."""

from __future__ import annotations

from importlib import import_module

import pytest

from reprise.intake.formats import FORMATS


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_is_called_alike_by_the_table_and_by_its_reader(one):
    """
    The table names readers without loading them: what a receipt says of a format is this name.
    """
    assert one.name == import_module(f"reprise.intake.{one.reader}").NAME
