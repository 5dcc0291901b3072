"""
Archives taken apart with suspicion: ZIP and tar, and what gzip, bzip2 or xz make of them.

Whatever an archive claims, only so many members, so many bytes and so much unfolding are taken, and
nothing is ever written under a member's name. What is wrong with one member costs that one alone.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import stat
import tarfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from reprise.errors import Problem, RefusedError

MOST_MEMBERS = 10_000
MOST_BYTES = 200_000_000
"""Of all members together, unpacked: they are held in memory, which is nine times that."""
MOST_RATIO = 100
"""Text shrinks to a tenth, repetitive JSON to a thirtieth; bombs to a thousandth."""
UNSUSPECTED = 1_000_000
"""Bytes up to which nobody asks how well they were packed."""
LONGEST_NAME = 400
"""Bytes of UTF-8; a key has room for 1,024 with everything around it."""

_CHUNK = 1 << 16
_XZ_MEMORY = 100_000_000
"""Bytes a decoder may ask for: the largest preset needs 65 MiB."""
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x01
_ZIP_FLAGS = re.compile(rb"(PK\x01\x02.{5}|PK\x03\x04.{3})(.)", re.DOTALL)
"""Of an entry and of a member: their upper byte."""
_ZIP_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The only ones that can be unpacked bit by bit, and all that is ever met."""
_SYSTEM = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.(?!\.?(?:/|$))|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE
)
_DRIVE = re.compile(r"[A-Za-z]:")
_AGAIN = "send the archive again"


@dataclass(frozen=True, slots=True)
class Member:
    """
    A file of an archive.

    Attributes:
        name: Its path, with ``/``, NFC, without ``.`` and ``..``; as stated where that is the
            problem.
        body: Its bytes; empty when there is a problem.
        problem: Why it can't be taken.
    """

    name: str
    body: bytes = b""
    problem: Problem | None = None


def is_archive(data: bytes) -> bool:
    """Whether *data* begins like an archive or a compressed file that we open."""
    return data.startswith(_ZIP_MARKS) or _unpacker(data) is not None or _is_tar(data)


def members(data: bytes, name: str, *, limit: int) -> Iterator[Member]:
    """
    The files in the archive *data*, in order; folders and what systems leave about are passed over.

    A compressed file that holds no tar is the one member of itself.

    Args:
        name: Of the archive.

        limit: Most bytes of one member.

    Raises:
        RefusedError: It can't be opened at all, or holds more than :data:`MOST_MEMBERS` files.
    """
    taker = _Taker(limit)
    if data.startswith(_ZIP_MARKS):
        yield from _zip_members(data, name, taker)
        return
    unpack = _unpacker(data)
    if unpack is None:
        yield from _tar_members(data, name, taker)
        return
    yield from _unpacked_members(_unpacked(unpack(data), len(data)), name, taker)


class _Taker:
    """Takes members while there is room for them."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.room = MOST_BYTES
        self._names: set[str] = set()

    def take(self, stated: str, size: int, packed: int, read: Callable[[int], bytes]) -> Member:
        """
        The member *stated*, or what is wrong with it.

        Args:
            size / packed: Bytes as the archive claims; nothing rests on them.

            read: Answers the member's bytes, at most as many as it is given.
        """
        path = path_of_member(stated)
        if path is None:
            send = f"send a path inside the archive, of at most {LONGEST_NAME} bytes"
            return Member(_shown(stated), problem=Problem("bad_path", "name", _shown(stated), send))
        if path in self._names:
            return Member(
                path, problem=Problem("duplicate_name", "name", path, "the first is taken")
            )
        self._names.add(path)
        most = min(self.limit, max(UNSUSPECTED, packed * MOST_RATIO))
        if size > most:
            return Member(path, problem=self._too_large(size, most))
        if size > self.room:
            return Member(path, problem=_no_room())
        self.room -= size
        try:
            body = read(most + 1)
        except Exception as error:  # noqa: BLE001 - whatever a damaged member brings up, the others go on
            found = str(error)[:120]
            return Member(
                path, problem=Problem("damaged", found=found, send="send this file again")
            )
        self.room -= max(0, len(body) - size)
        if len(body) > most:
            return Member(path, problem=self._too_large(len(body), most))
        return Member(path, body)

    def _too_large(self, size: int, most: int) -> Problem:
        if most < self.limit:
            found = f"{size} bytes or more of very little"
            return Problem("zip_bomb", found=found, send="pack the file as usual archivers do")
        return Problem("too_large", found=f"{size} bytes", send=f"send at most {most} bytes")


def path_of_member(stated: str) -> str | None:
    """
    *stated* as a path inside its archive; ``None`` for one that leads out of it or can't be named.

    Example:
        >>> path_of_member("img\\\\pier.jpg"), path_of_member("../../etc/passwd")
        ('img/pier.jpg', None)
    """
    text = unicodedata.normalize("NFC", stated.replace("\\", "/"))
    parts = [part for part in text.split("/") if part not in {"", "."}]
    bad = text.startswith("/") or _DRIVE.match(text) or ".." in parts or not parts
    if bad or any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in text):
        return None
    path = "/".join(parts)
    return path if len(path.encode()) <= LONGEST_NAME else None


def _is_left_about(stated: str) -> bool:
    """Hidden files, and what macOS and Windows put into every folder."""
    return bool(_SYSTEM.search(stated.replace("\\", "/")))


def _shown(stated: str) -> str:
    return stated.encode("ascii", "backslashreplace").decode()[:120]


def _no_room() -> Problem:
    found = f"more than {MOST_BYTES} bytes, unpacked"
    return Problem("too_large", "bundle", found, "send the rest in another archive")


def _too_many(name: str) -> RefusedError:
    send = f"send at most {MOST_MEMBERS} files in one archive"
    return RefusedError(name, Problem("too_many", "members", f"more than {MOST_MEMBERS}", send))


def _not_a_file(name: str, kind: str) -> Member:
    problem = Problem("not_a_file", "name", kind, "send the file itself")
    return Member(path_of_member(name) or _shown(name), problem=problem)


# --- ZIP (APPNOTE 6.3) ----------------------------------------------------------------------------


def _zip_members(data: bytes, name: str, taker: _Taker) -> Iterator[Member]:
    # Counted before the directory is read into memory; a ZIP kept inside a ZIP counts too.
    if data.count(_ZIP_ENTRY) > 2 * MOST_MEMBERS:
        raise _too_many(name)
    try:
        archive = _opened(data)
    except Exception as error:
        send = "send the whole archive again; its directory at the end is missing or damaged"
        raise RefusedError(
            name, Problem("broken_archive", found=str(error)[:120], send=send)
        ) from error
    entries = [one for one in archive.infolist() if not one.is_dir()]
    if len(entries) > MOST_MEMBERS:
        raise _too_many(name)
    for entry in entries:
        stated = _zip_name(entry)
        if not _is_left_about(stated):
            yield _zip_member(archive, entry, stated, taker)


def _opened(data: bytes) -> zipfile.ZipFile:
    """One name that says it is UTF-8 and is not would cost all others: then none is believed."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except UnicodeDecodeError:
        believed = _ZIP_FLAGS.sub(lambda found: found[1] + bytes([found[2][0] & ~0x08]), data)
        return zipfile.ZipFile(io.BytesIO(believed))


def _zip_name(entry: zipfile.ZipInfo) -> str:
    """Many write UTF-8 without saying so; zipfile takes that for the code page of DOS."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename


def _zip_member(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, stated: str, taker: _Taker
) -> Member:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        return _not_a_file(stated, "a link or device")
    if entry.flag_bits & _ENCRYPTED:
        problem = Problem("encrypted", found=stated, send="send it without a password")
        return Member(path_of_member(stated) or _shown(stated), problem=problem)
    if entry.compress_type not in _ZIP_METHODS:
        found = f"compression method {entry.compress_type}"
        problem = Problem("unknown_compression", found=found, send="deflate it, or store it")
        return Member(path_of_member(stated) or _shown(stated), problem=problem)

    def read(most: int) -> bytes:
        with archive.open(entry) as file:
            return file.read(most)

    packed = min(entry.compress_size, archive.start_dir)
    return taker.take(stated, entry.file_size, packed, read)


# --- tar (POSIX 1003.1, GNU) ----------------------------------------------------------------------


def _is_tar(data: bytes) -> bool:
    """By the checksum of its first header, which text never has right."""
    try:
        tarfile.TarInfo.frombuf(data[:512], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _tar_members(data: bytes, name: str, taker: _Taker) -> Iterator[Member]:
    try:
        # It reads the first header at once.
        archive = tarfile.TarFile(
            fileobj=io.BytesIO(data), encoding="utf-8", errors="surrogateescape"
        )
    except Exception as error:
        problem = Problem("broken_archive", found=str(error)[:120], send=_AGAIN)
        raise RefusedError(name, problem) from error
    for number in range(1, MOST_MEMBERS + 2):
        try:
            entry = archive.next()
        except Exception as error:  # noqa: BLE001 - headers are read on trust; what came before is whole
            problem = Problem("broken_archive", found=str(error)[:120], send=_AGAIN)
            yield Member(f"{name}: everything after file {number - 1}", problem=problem)
            return
        if entry is None:
            # tarfile takes a header it can't read for the end.
            if data[archive.offset : archive.offset + tarfile.BLOCKSIZE].strip(b"\x00"):
                problem = Problem("broken_archive", found="no header", send=_AGAIN)
                yield Member(f"{name}: everything after file {number - 1}", problem=problem)
            return
        stated = entry.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if not entry.isdir() and not _is_left_about(stated):
            yield _tar_member(archive, entry, stated, taker)
    raise _too_many(name)


def _tar_member(
    archive: tarfile.TarFile, entry: tarfile.TarInfo, stated: str, taker: _Taker
) -> Member:
    if not entry.isreg() or entry.issparse():
        return _not_a_file(stated, "a link, device or sparse file")

    def read(most: int) -> bytes:
        file = archive.extractfile(entry)
        body = file.read(most) if file else b""
        if len(body) < min(entry.size, most):
            raise EOFError(f"{len(body)} of {entry.size} bytes")
        return body

    return taker.take(stated, entry.size, entry.size, read)


# --- gzip, bzip2, xz ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Unpacked:
    """As much as could and may be unpacked, and why not more."""

    body: bytes
    problem: Problem | None = None


def _unpacker(data: bytes) -> Callable[[bytes], Iterator[bytes]] | None:
    """What unpacks *data* bit by bit, when it is compressed."""
    for mark, unpack in (
        (b"\x1f\x8b\x08", _gunzip),
        (b"BZh", _bunzip),
        (b"\xfd7zXZ\x00", _unxz),
    ):
        if data.startswith(mark):
            return unpack
    return None


def _gunzip(data: bytes) -> Iterator[bytes]:
    return iter(partial(gzip.GzipFile(fileobj=io.BytesIO(data)).read, _CHUNK), b"")


def _bunzip(data: bytes) -> Iterator[bytes]:
    return iter(partial(bz2.BZ2File(io.BytesIO(data)).read, _CHUNK), b"")


def _unxz(data: bytes) -> Iterator[bytes]:
    """Stream after stream, padding between them; the file object of lzma has no memory limit."""
    while data := data.lstrip(b"\x00"):
        stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
        yield stream.decompress(data, _CHUNK)
        while not stream.eof:
            if stream.needs_input:
                raise EOFError("the end is missing")
            yield stream.decompress(b"", _CHUNK)
        data = stream.unused_data


def _unpacked(chunks: Iterator[bytes], packed: int) -> _Unpacked:
    most = min(MOST_BYTES, max(UNSUSPECTED, packed * MOST_RATIO))
    body = bytearray()
    try:
        for chunk in chunks:
            body += chunk
            if len(body) > most:
                found = f"more than {most} bytes, unpacked from {packed}"
                problem = Problem("zip_bomb", found=found, send="send it in several archives")
                return _Unpacked(bytes(body[:most]), problem)
    except Exception as error:  # noqa: BLE001 - what was unpacked before the damage is whole
        return _Unpacked(
            bytes(body), Problem("broken_archive", found=str(error)[:120], send=_AGAIN)
        )
    return _Unpacked(bytes(body))


def _unpacked_members(unpacked: _Unpacked, name: str, taker: _Taker) -> Iterator[Member]:
    if _is_tar(unpacked.body):
        yield from _tar_members(unpacked.body, name, taker)
        if unpacked.problem:
            yield Member(f"{name}: its end", problem=unpacked.problem)
    elif unpacked.problem:
        # Half an article is none.
        raise RefusedError(name, unpacked.problem)
    else:
        inside = re.sub(r"\.(?:gz|gzip|bz2|xz)$", "", name.rpartition("/")[2], flags=re.IGNORECASE)
        body = unpacked.body
        yield taker.take(inside or "file", len(body), len(body), lambda most: body[:most])
