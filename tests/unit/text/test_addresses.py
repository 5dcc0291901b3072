"""Addresses as we pass them on (X-07, X-08, M54, C6)."""

from __future__ import annotations

import re
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.text import addresses
from reprise.text.addresses import (
    LINKS,
    absolute,
    cleaned,
    host_of,
    identity_form,
    without_tracking,
)

BASE = "https://news.example/2026/05/story.html"

ABSOLUTE = {
    "absolute": ("https://a.example/x", "https://a.example/x"),
    "host in capitals": ("HTTPS://A.Example/X", "https://a.example/X"),
    "no path": ("https://a.example", "https://a.example/"),
    "default port": ("http://a.example:80/", "http://a.example/"),
    "other port": ("http://a.example:8080/", "http://a.example:8080/"),
    "dot segments": ("https://a.example/a/./b/../c", "https://a.example/a/c"),
    "dots above the root": ("https://a.example/../../c", "https://a.example/c"),
    "root-relative": ("/x", "https://news.example/x"),
    "relative": ("x", "https://news.example/2026/05/x"),
    "query only": ("?p=2", "https://news.example/2026/05/story.html?p=2"),
    "scheme-relative": ("//a.example/x", "https://a.example/x"),
    "one slash too few": ("https:/a.example/x", "https://a.example/x"),
    "backslashes": ("https:\\\\a.example\\x", "https://a.example/x"),
    "white space around and inside": (" https://a.exa\nmple/x ", "https://a.example/x"),
    "spaces and braces": ("https://a.example/a b{c}", "https://a.example/a%20b%7Bc%7D"),
    "stray percent": ("https://a.example/100%", "https://a.example/100%25"),
    "kept escapes": ("https://a.example/%7Euser", "https://a.example/%7Euser"),
    "international": ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
    "ideographic full stop": ("https://例え。jp/", "https://xn--r8jz45g.jp/"),
    "ipv6": ("https://[::1]/", "https://[::1]/"),
    "mail": ("mailto:a@b.example", "mailto:a@b.example"),
    "telephone": ("tel:+49 40 1", "tel:+49%2040%201"),
}


@pytest.mark.parametrize(("address", "expected"), ABSOLUTE.values(), ids=ABSOLUTE)
def test_addresses_become_absolute_ascii(address, expected):
    """An address works anywhere, in any output."""
    assert absolute(address, BASE, schemes=LINKS) == expected


NO_ADDRESS = [
    "", " ", "javascript:x", "java\tscript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "https://", "https://user:secret@a.example/", "https://a.example@b.example/", "http://[::1",
    "https://a.example:99999/", "about:blank", "https://a b.example/", "https://" + "a" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("address", NO_ADDRESS)
def test_what_is_no_web_address_is_none(address):
    """Other schemes, passwords and broken hosts are not passed on."""
    assert absolute(address) is None


def test_without_a_base_only_whole_addresses_count():
    """A bare host is one, a path is not."""
    assert absolute("/x") is None
    assert absolute("www.a.example/x") == "https://www.a.example/x"


TRACKING = {
    "campaigns": ("https://a.example/?utm_source=x&utm_medium=y", "https://a.example/"),
    "clicks": ("https://a.example/?id=1&gclid=2&fbclid=3", "https://a.example/?id=1"),
    "mail": ("https://a.example/?mc_cid=1&mc_eid=2&x=y", "https://a.example/?x=y"),
    "in the fragment": ("https://a.example/#utm_source=x", "https://a.example/"),
    "text fragment": ("https://a.example/#:~:text=hello", "https://a.example/"),
    "a real fragment": ("https://a.example/#part-2", "https://a.example/#part-2"),
    "order and repetition stay": (
        "https://a.example/?b=1&a=2&b=3",
        "https://a.example/?b=1&a=2&b=3",
    ),
    "other schemes": ("mailto:a@b.example?subject=x", "mailto:a@b.example?subject=x"),
}


@pytest.mark.parametrize(("address", "expected"), TRACKING.values(), ids=TRACKING)
def test_tracking_goes_and_content_stays(address, expected):
    """Only parameters that say how a reader came are taken off."""
    assert without_tracking(address) == expected


SAME = [
    "https://www.a.example/story/", "http://a.example/story", "https://m.a.example/story?utm_source=x",
    "https://a.example/story/amp", "https://a.example/amp/story", "https://a.example/story?amp=1",
    "https://a.example/story/index.html", "https://a.example/story#comments",
]  # fmt: skip


@pytest.mark.parametrize("address", SAME)
def test_addresses_of_one_article_have_one_identity(address):
    """Scheme, www, AMP, tracking and fragments do not make another article (C1)."""
    assert identity_form(address) == "a.example/story"


OTHER = ["https://a.example/Story", "https://a.example/story?page=2", "https://b.example/story"]


@pytest.mark.parametrize("address", OTHER)
def test_other_articles_have_another_identity(address):
    """Case, parameters and host do (X-10)."""
    assert identity_form(address) != "a.example/story"


def test_a_partners_hosts_are_one():
    """A move between its own hosts keeps the identity (M60)."""
    hosts = ("a.example", "news.b.example")
    assert identity_form("https://news.b.example/x", same_hosts=hosts) == "a.example/x"


def test_the_host_of_an_address():
    """Without www, port and case."""
    assert host_of("https://www.A.example:81/x") == "a.example"
    assert host_of("http://[") == ""


@given(st.text(max_size=60), st.none() | st.just(BASE))
@settings(max_examples=400)
def test_cleaning_is_total_idempotent_and_ascii(address, base):
    """Any text at all: no error, nothing but an absolute ASCII address, twice equals once."""
    once = cleaned(address, base, schemes=LINKS)
    if once is not None:
        assert once.isascii()
        assert " " not in once
        assert urlsplit(once).scheme in LINKS
        assert cleaned(once, schemes=LINKS) == once


URL_PARTS = ["a", "Z", "0", ".", "/", "..", "?", "#", "&", "=", "%", ":", "@", "~", "'", "[", "é"]


@given(st.lists(st.sampled_from(URL_PARTS), max_size=8).map("".join))
def test_an_address_in_normal_form_is_known_as_such(rest):
    """It comes out as it would if each of its parts were looked at."""
    address = f"https://a.example/{rest}"
    with patch.object(addresses, "_NORMAL", re.compile("(?!)")):
        looked_at = absolute(address)
    assert absolute(address) == looked_at


@given(st.text(max_size=60))
def test_identity_is_total_and_settles(address):
    """An identity of an identity's address is the same."""
    once = identity_form(f"https://a.example/{address}")
    assert isinstance(once, str)
    assert identity_form(f"https://{once}") == once or "//" in once
