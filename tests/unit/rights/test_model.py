"""Permissions as values: what callers keep them by."""

from hypothesis import given

from reprise.model.permission import Stated
from tests.unit.rights.strategies import statements


@given(statements)
def test_equal_statements_have_equal_hashes(stated):
    """
    A statement can be a key, and one read back from its stored form is the same key.
    """
    again = Stated.model_validate_json(stated.model_dump_json())

    assert again == stated
    assert hash(again) == hash(stated)
