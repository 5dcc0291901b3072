"""Archives, honest and hostile: bounded time and memory, and one bad member costs only itself."""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import struct
import tarfile
import zipfile
from contextlib import nullcontext, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.errors import RefusedError
from reprise.intake import archives
from reprise.intake.archives import is_archive, members, path_of_member
from tests.archives import tarred, zipped

GOOD = ("good.txt", "The ferry runs again.")
LIMIT = 5_000_000


def taken(data, limit=LIMIT):
    """What is taken, by name, and what is wrong with the rest, by name."""
    found = list(members(data, "b.zip", limit=limit))
    good = {one.name: one.body for one in found if not one.problem}
    return good, {one.name: one.problem.code for one in found if one.problem}


PACKED = {
    "zip": zipped([GOOD, ("a/b.txt", "x")]),
    "tar": tarred([GOOD, ("a/b.txt", "x")]),
    "tar.gz": tarred([GOOD, ("a/b.txt", "x")], "gz"),
    "tar.bz2": tarred([GOOD, ("a/b.txt", "x")], "bz2"),
    "tar.xz": tarred([GOOD, ("a/b.txt", "x")], "xz"),
}


@pytest.mark.parametrize("kind", PACKED)
def test_every_kind_is_told_by_its_content_and_read(kind):
    """The upload's name has no say."""
    assert is_archive(PACKED[kind])
    assert taken(PACKED[kind]) == ({"good.txt": GOOD[1].encode(), "a/b.txt": b"x"}, {})


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"PK", b"<html>", b"BZ", b"\0" * 1024, b"GIF89a" + zipped([GOOD])],
    ids=["nothing", "json", "letters", "html", "short", "zeros", "polyglot"],
)
def test_what_only_ends_or_starts_like_one_is_none(data):
    """A picture with an archive behind it is a picture."""
    assert not is_archive(data)


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.json.gz", gzip.compress), ("a.json.bz2", bz2.compress), ("a.json.xz", lzma.compress)],
)
def test_a_single_compressed_file_is_the_one_member(name, pack):
    """Named without the ending."""
    (member,) = members(pack(b'{"a": 1}'), f"inbox/{name}", limit=LIMIT)
    assert (member.name, member.body) == ("a.json", b'{"a": 1}')


# --- Names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt", "a/../../evil.txt", "/etc/passwd", "C:\\evil.txt", "..\\evil.txt",
        "a\x01b.txt", "\u2028.txt", "x" * 401, "a/..", "//host/share/x.txt",
    ],
)  # fmt: skip
def test_a_path_that_leads_out_or_cannot_be_named_is_refused(name):
    """And what is beside it is taken."""
    good, bad = taken(tarred([(name, "x"), GOOD]))
    assert list(good) == ["good.txt"]
    assert list(bad.values()) == ["bad_path"]


@pytest.mark.parametrize(
    ("stated", "path"),
    [
        ("./a//b.txt", "a/b.txt"),
        ("img\\pier.jpg", "img/pier.jpg"),
        ("e\u0301te.txt", "\u00e9te.txt"),
        ("статья 1.html", "статья 1.html"),
        ("a..b/c...txt", "a..b/c...txt"),
    ],
)
def test_honest_names_come_out_in_one_form(stated, path):
    """Twice is once."""
    assert path_of_member(stated) == path
    assert path_of_member(path) == path


def test_utf_8_names_are_read_though_they_are_not_flagged():
    """Many archivers write them so; zipfile takes them for DOS."""
    data = zipped([("XXXXXX.txt", "x")]).replace(b"XXXXXX", "été1".encode())
    assert list(taken(data)[0]) == ["été1.txt"]


def test_a_name_that_is_not_the_utf_8_it_says_costs_no_other():
    """zipfile alone would open none of them."""
    data = zipped([("bäd.txt", "x"), ("góod.txt", "y")]).replace("bäd".encode(), b"b\xff\xffd")
    good, bad = taken(data)
    assert "góod.txt" in good
    assert len(good) + len(bad) == 2


def test_what_systems_leave_about_is_passed_over():
    """Nobody sent it."""
    junk = ["__MACOSX/._good.txt", ".DS_Store", "a/.git/x", "Thumbs.db", "./a/desktop.ini"]
    good, bad = taken(zipped([(name, "x") for name in junk] + [GOOD]))
    assert (list(good), bad) == (["good.txt"], {})


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_of_two_with_one_name_the_first_is_taken(pack):
    """Which of them counts must not depend on who unpacks."""
    with pytest.warns(UserWarning, match="Duplicate") if pack is zipped else nullcontext():
        data = pack([GOOD, ("./good.txt" if pack is tarred else "good.txt", "other")])
    good, bad = taken(data)
    assert good == {"good.txt": GOOD[1].encode()}
    assert bad == {"good.txt": "duplicate_name"}


# --- Things that are no files ---------------------------------------------------------------------


def zip_entry(name, mode):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (mode | 0o644) << 16
    return entry


@pytest.mark.parametrize(
    "mode", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK]
)
def test_links_and_devices_in_a_zip_are_refused(mode):
    """By the mode that Unix archivers note."""
    good, bad = taken(zipped([(zip_entry("x", mode), "/etc/passwd"), GOOD]))
    assert (list(good), bad) == (["good.txt"], {"x": "not_a_file"})


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_in_a_tar_are_refused(kind):
    """A hard link to another member too: nothing is followed."""
    entry = tarfile.TarInfo("x")
    entry.type, entry.linkname = kind, "good.txt"
    good, bad = taken(tarred([GOOD, (entry, "")]))
    assert (list(good), bad) == (["good.txt"], {"x": "not_a_file"})


def patched(data, mark, offset, value):
    """*data* with *value* at *offset* after every *mark*."""
    out, at = bytearray(data), data.find(mark)
    while at >= 0:
        out[at + offset : at + offset + len(value)] = value
        at = data.find(mark, at + 1)
    return bytes(out)


def test_an_encrypted_member_is_refused():
    """With what to do about it."""
    secret = zipped([("secret.txt", "x")])
    secret = patched(patched(secret, b"PK\x03\x04", 6, b"\x01\x00"), b"PK\x01\x02", 8, b"\x01\x00")
    assert taken(secret) == ({}, {"secret.txt": "encrypted"})


@pytest.mark.parametrize("method", [9, 12, 14, 93, 99])
def test_a_compression_that_cannot_be_bounded_is_refused(method):
    """Deflate64, bzip2, LZMA, Zstandard, AES."""
    code = struct.pack("<H", method)
    odd = patched(patched(zipped([GOOD]), b"PK\x03\x04", 8, code), b"PK\x01\x02", 10, code)
    assert taken(odd) == ({}, {"good.txt": "unknown_compression"})


# --- Too much -------------------------------------------------------------------------------------


def test_a_member_over_the_limit_is_refused_unread():
    """The others are taken."""
    good, bad = taken(zipped([("big.txt", bytes(range(256)) * 40), GOOD]), limit=10_000)
    assert (list(good), bad) == (["good.txt"], {"big.txt": "too_large"})


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_member_of_exactly_the_limit_is_taken(pack):
    """One byte more is not."""
    good, bad = taken(pack([("fits", b"x" * 1000), ("not", b"x" * 1001)]), limit=1000)
    assert (list(good), list(bad)) == (["fits"], ["not"])


def test_a_zip_bomb_is_refused_by_how_well_it_was_packed():
    """A thousandfold is no text."""
    good, bad = taken(zipped([("bomb.txt", b"\0" * 4_000_000), GOOD]))
    assert (list(good), bad) == (["good.txt"], {"bomb.txt": "zip_bomb"})


def test_a_member_that_lies_about_its_size_is_found_out():
    """The directory says ten bytes; what comes is more, or damaged."""
    bomb = zipped([("bomb.txt", b"\0" * 4_000_000), GOOD])
    small = struct.pack("<I", 10)
    lying = bytearray(bomb)
    lying[(at := bomb.find(b"PK\x01\x02")) + 24 : at + 28] = small
    good, bad = taken(bytes(lying))
    assert list(good) == ["good.txt"]
    assert list(bad) == ["bomb.txt"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_bomb_is_not_unpacked_to_its_end(pack, monkeypatch):
    """Memory is bounded before anything in it is looked at."""
    monkeypatch.setattr(archives, "UNSUSPECTED", 100_000)
    with pytest.raises(RefusedError) as refused:
        list(members(pack(b"\0" * 3_000_000), "bomb.gz", limit=LIMIT))
    assert refused.value.problems[0].code == "zip_bomb"


def test_all_members_together_have_a_limit(monkeypatch):
    """What comes before it is taken, the rest is told."""
    monkeypatch.setattr(archives, "MOST_BYTES", 2500)
    good, bad = taken(zipped([(f"{n}.txt", bytes([65 + n]) * 1000) for n in range(4)]))
    assert (list(good), bad) == (
        ["0.txt", "1.txt"],
        {"2.txt": "too_large", "3.txt": "too_large"},
    )


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_too_many_members_refuse_the_archive(pack, monkeypatch):
    """The limit itself is not too many."""
    monkeypatch.setattr(archives, "MOST_MEMBERS", 5)
    assert len(taken(pack([(f"{n}", "x") for n in range(5)]))[0]) == 5
    with pytest.raises(RefusedError) as refused:
        taken(pack([(f"{n}", "x") for n in range(6)]))
    assert refused.value.problems[0].code == "too_many"


def test_a_huge_directory_is_refused_before_it_is_read():
    """Entries are counted in the bytes, because reading them takes fifty times their size."""
    one = zipped([("x", "")])
    start = one.find(b"PK\x01\x02")
    entry, end = one[start : one.find(b"PK\x05\x06")], one[one.find(b"PK\x05\x06") :]
    with pytest.raises(RefusedError) as refused:
        list(members(one[:start] + entry * 25_000 + end, "b.zip", limit=LIMIT))
    assert refused.value.problems[0].code == "too_many"


def test_an_xz_that_asks_for_gigabytes_gets_none():
    """The decoder is refused the memory."""
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]
    greedy = lzma.compress(tarred([GOOD]), filters=filters)
    with pytest.raises(RefusedError) as refused:
        list(members(greedy, "b.tar.xz", limit=LIMIT))
    assert "emory" in refused.value.problems[0].found


# --- Damage ---------------------------------------------------------------------------------------


def test_a_zip_without_its_end_is_refused_with_what_to_send():
    """Its directory stands at the end."""
    with pytest.raises(RefusedError) as refused:
        taken(PACKED["zip"][:-30])
    (problem,) = refused.value.problems
    assert problem.code == "broken_archive"
    assert "whole archive" in problem.send


@pytest.mark.parametrize("kind", ["tar", "tar.gz", "tar.bz2"])
def test_of_a_tar_that_is_cut_off_the_whole_members_are_taken(kind):
    """The one that is cut off is told."""
    noise = bytes((n * n + n // 7) % 251 for n in range(1_500_000))
    whole = tarred([GOOD, ("b.bin", noise)], kind.partition(".")[2])
    good, bad = taken(whole[: len(whole) * 3 // 4])
    assert list(good) == ["good.txt"]
    assert "b.bin" in bad


def test_a_damaged_member_costs_only_itself():
    """Its checksum tells."""
    data = zipped([("bad.txt", "a" * 50), GOOD])
    at = data.find(b"bad.txt") + len("bad.txt")
    good, bad = taken(data[:at] + b"\xff\xff\xff" + data[at + 3 :])
    assert (list(good), bad) == (["good.txt"], {"bad.txt": "damaged"})


def test_a_damaged_header_in_a_tar_is_not_taken_for_its_end():
    """What follows is lost, and that is told."""
    data = bytearray(tarred([GOOD, ("b.txt", "x"), ("c.txt", "x")]))
    data[1024 + 100 : 1024 + 108] = b"broken!!"
    good, bad = taken(bytes(data))
    assert list(good) == ["good.txt"]
    assert bad == {"b.zip: everything after file 1": "broken_archive"}


@settings(max_examples=60)
@given(st.sampled_from(sorted(PACKED)), st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_whatever_is_damaged_there_is_an_answer(kind, at, noise):
    """Members, or a refusal; never another error."""
    data = PACKED[kind]
    at %= len(data)
    with suppress(RefusedError):
        for member in members(data[:at] + noise + data[at + len(noise) :], "b", limit=LIMIT):
            assert member.problem is None or not member.body
