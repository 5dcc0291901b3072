"""What the known licences allow (row B27)."""

import pytest

from reprise.model.permission import Use
from reprise.rights.licences import is_within, permission_of
from reprise.text.licences import resolve


def known(name):
    """The licence of that name, which has to be known."""
    licence = resolve(name)
    assert licence is not None
    return licence


TABLE = {
    # Licence: commercial, changes allowed, attribution, no_changes.
    "CC-BY-4.0": (True, True, True, None),
    "CC-BY-SA-3.0": (True, True, True, None),
    "CC-BY-ND-4.0": (True, False, True, True),
    "CC-BY-NC-4.0": (False, True, True, None),
    "CC-BY-NC-SA-2.0": (False, True, True, None),
    "CC-BY-NC-ND-4.0": (False, False, True, True),
    "OGL-UK-3.0": (True, True, True, None),
}


@pytest.mark.parametrize("name", TABLE)
def test_a_licence_allows_what_its_letters_say(name):
    """
    Passing on as it is is always allowed; changes, commerce and credit are as its letters say.
    """
    commercial, changes, attribution, no_changes = TABLE[name]

    permission = permission_of(known(name))

    for use in (Use.DISPLAY, Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT, Use.INDEX, Use.ARCHIVE):
        assert permission.uses[use].allowed is True
    for use in (Use.TRANSLATE, Use.ADAPT):
        assert permission.uses[use].allowed is changes
    assert permission.commercial is commercial
    assert permission.duties.attribution is attribution
    assert permission.duties.no_changes is no_changes
    assert permission.uses.keys().isdisjoint({Use.AI_TRAIN, Use.AI_INPUT})
    assert permission.pictures is None


@pytest.mark.parametrize("name", ["CC0-1.0", "Public domain"])
def test_the_public_domain_allows_all_and_asks_nothing(name):
    """
    Where no rights are left every use is free.
    """
    permission = permission_of(known(name))

    assert all(permission.uses[use].allowed for use in Use)
    assert permission.duties.model_dump(exclude_none=True) == {}


def test_a_licence_is_within_itself_and_narrower_ones_within_wider():
    """
    The comparison is one of conditions: each may only get stricter.
    """
    wide, narrow = known("CC BY 4.0"), known("CC BY-NC-ND 4.0")

    assert is_within(wide, wide)
    assert is_within(narrow, wide)
    assert not is_within(wide, narrow)
    assert not is_within(known("CC BY-NC 4.0"), known("CC BY-ND 4.0"))
