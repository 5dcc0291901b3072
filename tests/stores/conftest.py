"""The stores under test: the memory twins and, with the same tests, AWS as moto has it."""

import pytest

from reprise.stores.memory import memory_stores


@pytest.fixture(params=["memory"])
def stores(request):
    return memory_stores()
