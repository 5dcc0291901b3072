"""The promises of the ``Keys`` port."""

import pytest

from reprise.stores.ports import ApiKey
from tests.stores.rows import NOON, after


def key(key_hash: str = "aa", partner: str = "riverside", **changes) -> ApiKey:
    return ApiKey(key_hash=key_hash, partner=partner, **changes)


@pytest.mark.parametrize(
    ("expires_at", "known"),
    [(None, True), (after(microseconds=1), True), (NOON, False), (after(seconds=-1), False)],
    ids=["never", "just-before", "at", "after"],
)
def test_a_key_names_its_partner_until_it_expires(stores, expires_at, known):
    """
    It is refused *at* its expiry.
    """
    stores.keys.add(key(expires_at=expires_at))

    assert stores.keys.partner_of("aa", now=NOON) == ("riverside" if known else None)


def test_an_unknown_key_is_nobodys(stores):
    """
    Absent is "no".
    """
    assert stores.keys.partner_of("aa", now=NOON) is None


def test_a_partner_changes_keys_without_a_gap(stores):
    """
    Two live at a time; each is removed alone, and removing it again does nothing.
    """
    stores.keys.add(key("bb", label="new"))
    stores.keys.add(key("aa", label="old"))
    stores.keys.add(key("cc", partner="riverside-post"))
    assert [(k.key_hash, k.label) for k in stores.keys.of("riverside")] == [
        ("aa", "old"), ("bb", "new"),
    ]  # fmt: skip

    stores.keys.remove("aa")
    stores.keys.remove("aa")

    assert stores.keys.partner_of("aa", now=NOON) is None
    assert stores.keys.partner_of("bb", now=NOON) == "riverside"
    assert [k.key_hash for k in stores.keys.of("riverside")] == ["bb"]
