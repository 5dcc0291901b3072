"""
Picture files taken apart and put together: JPEG, PNG, GIF, WebP, by their own marks.

Only the parts that draw are kept, so pixels stay as they are while thumbnails, notes, location and
whatever was appended (a second file for those who look twice) go. Nothing is decoded.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

MAX_PIXELS = 100_000_000
MAX_XMP = 1_000_000
"""Bytes a packet of metadata may unfold to."""

_JPEG_END = 0xD9
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_SCAN = 0xDA
_AFTER_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_EXIF, _XMP, _PHOTOSHOP = b"Exif\x00\x00", b"http://ns.adobe.com/xap/1.0/\x00", b"Photoshop 3.0\x00"
_PNG_MARK = b"\x89PNG\r\n\x1a\n"
_PNG_DRAWS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
     b"pHYS", b"bKGD", b"acTL", b"fcTL", b"fdAT", b"cICP"}
)  # fmt: skip
_PNG_XMP = b"XML:com.adobe.xmp\x00"
_GIF_LOOPS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})
_WEBP_DRAWS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_HAS_EXIF, _WEBP_HAS_XMP = 0x08, 0x04


class BrokenPictureError(ValueError):
    """The file is cut off or is not what its first bytes say."""


@dataclass(slots=True)
class Container:
    """
    A picture file in parts.

    Attributes:
        media_type / extension: By content.
        width / height: Pixels as stored.
        head / tail: What is kept, before and after the place for new EXIF.
        exif / xmp / iptc: Metadata as found, without their marks; the last is the IIM record.
    """

    media_type: str
    extension: str
    width: int = 0
    height: int = 0
    head: bytearray = field(default_factory=bytearray)
    tail: bytearray = field(default_factory=bytearray)
    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""

    def build(self, exif: bytes) -> bytes:
        """The picture with *exif* (a TIFF structure, may be empty) as its only metadata."""
        if self.extension == "webp":
            return _build_webp(self, exif)
        middle = _WRAPPED[self.extension](exif) if exif and self.extension in _WRAPPED else b""
        return bytes(self.head + middle + self.tail)


def open_picture(data: bytes) -> Container | None:
    """
    *data* in parts; ``None`` when it begins like no picture we take.

    Raises:
        BrokenPictureError: It begins like one and does not go on like it.
    """
    for mark, read in ((b"\xff\xd8\xff", _jpeg), (_PNG_MARK, _png), (b"GIF8", _gif)):
        if data.startswith(mark):
            return _checked(read, data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _checked(_webp, data)
    return None


def _checked(read: Callable[[bytes], Container], data: bytes) -> Container:
    try:
        container = read(data)
    except (struct.error, IndexError) as error:
        raise BrokenPictureError("it is cut off") from error
    if not (container.width and container.height):
        raise BrokenPictureError("it has no size")
    if container.width * container.height > MAX_PIXELS:
        raise BrokenPictureError(f"{container.width} x {container.height} pixels are too many")
    return container


# --- JPEG (ITU T.81, annex B) --------------------------------------------------------------------


def _jpeg(data: bytes) -> Container:
    found = Container("image/jpeg", "jpg", head=bytearray(b"\xff\xd8"))
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:  # noqa: PLR2004 - fill bytes
            at += 1
        if data[at] != 0xFF:  # noqa: PLR2004 - every marker begins so
            raise BrokenPictureError("a marker is missing")
        marker = data[at + 1]
        if marker == _JPEG_END:
            found.tail += b"\xff\xd9"
            return found
        if marker in _JPEG_BARE:
            found.tail += data[at : at + 2]
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if end > len(data):
            raise BrokenPictureError("it is cut off")
        if marker == _JPEG_SCAN:
            after = _AFTER_SCAN.search(data, end)
            if after is None:
                raise BrokenPictureError("it is cut off")
            end = after.start()
        _jpeg_segment(found, marker, data[at:end])
        at = end


def _jpeg_segment(found: Container, marker: int, segment: bytes) -> None:
    payload = segment[4:]
    if marker in _JPEG_FRAMES and not found.width:
        found.height, found.width = struct.unpack_from(">HH", payload, 1)
    if marker == 0xE0 and payload.startswith(b"JFIF\x00"):  # noqa: PLR2004 - APP0
        found.head += segment
    elif marker == 0xE1 and payload.startswith(_EXIF):  # noqa: PLR2004 - APP1
        found.exif = found.exif or payload[len(_EXIF) :]
    elif marker == 0xE1 and payload.startswith(_XMP):  # noqa: PLR2004 - APP1
        found.xmp = found.xmp or payload[len(_XMP) :]
    elif marker == 0xED and payload.startswith(_PHOTOSHOP):  # noqa: PLR2004 - APP13
        found.iptc = found.iptc or _iptc_in(payload[len(_PHOTOSHOP) :])
    elif _jpeg_draws(marker, payload):
        found.tail += segment


def _jpeg_draws(marker: int, payload: bytes) -> bool:
    """Tables, frames and scans; of the application's own only colours (ICC, Adobe)."""
    if marker == 0xE2:  # noqa: PLR2004 - APP2
        return payload.startswith(b"ICC_PROFILE\x00")
    if marker == 0xEE:  # noqa: PLR2004 - APP14
        return payload.startswith(b"Adobe")
    return marker < 0xE0  # noqa: PLR2004 - the rest are APPn and comments


def _iptc_in(resources: bytes) -> bytes:
    """The IIM record among Photoshop's image resources."""
    at = 0
    while resources[at : at + 4] == b"8BIM":
        (kind,) = struct.unpack_from(">H", resources, at + 4)
        name = resources[at + 6] + 1
        at += 6 + name + name % 2
        (size,) = struct.unpack_from(">I", resources, at)
        if kind == 0x0404:  # noqa: PLR2004 - IPTC-NAA
            return resources[at + 4 : at + 4 + size]
        at += 4 + size + size % 2
    return b""


# --- PNG (third edition, clause 5) ----------------------------------------------------------------


def _png(data: bytes) -> Container:
    found = Container("image/png", "png", head=bytearray(_PNG_MARK))
    for kind, chunk, payload in _png_chunks(data):
        if kind == b"IHDR":
            found.width, found.height = struct.unpack_from(">II", payload)
            found.head += chunk
        elif kind in _PNG_DRAWS:
            found.tail += chunk
        elif kind == b"eXIf":
            found.exif = payload
        elif kind == b"iTXt" and payload.startswith(_PNG_XMP):
            found.xmp = _international_text(payload[len(_PNG_XMP) :])
        if kind == b"IEND":
            return found
    raise BrokenPictureError("it is cut off")


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    at = len(_PNG_MARK)
    while at + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + size
        if end > len(data):
            return
        yield kind, data[at:end], data[at + 8 : at + 8 + size]
        at = end


def _international_text(payload: bytes) -> bytes:
    packed, rest = payload[0], payload[2:]
    text = rest.split(b"\x00", 2)[-1]
    if not packed:
        return text[:MAX_XMP]
    try:
        return zlib.decompressobj().decompress(text, MAX_XMP)
    except zlib.error:
        return b""


def _as_chunk(exif: bytes) -> bytes:
    checksum = zlib.crc32(b"eXIf" + exif)
    return struct.pack(">I4s", len(exif), b"eXIf") + exif + struct.pack(">I", checksum)


def _as_segment(exif: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(exif) + len(_EXIF) + 2) + _EXIF + exif


_WRAPPED = {"jpg": _as_segment, "png": _as_chunk}


# --- GIF (89a) ------------------------------------------------------------------------------------


def _gif(data: bytes) -> Container:
    found = Container("image/gif", "gif")
    found.width, found.height, packed = struct.unpack_from("<HHB", data, 6)
    at = 13 + _colours(packed)
    found.head += data[:at]
    while True:
        block = data[at]
        if block == 0x3B:  # noqa: PLR2004 - trailer
            found.tail += b"\x3b"
            return found
        if block == 0x2C:  # noqa: PLR2004 - image
            end = _after_blocks(data, at + 11 + _colours(data[at + 9]))
            found.tail += data[at:end]
        elif block == 0x21:  # noqa: PLR2004 - extension
            end = _after_blocks(data, at + 2)
            if data[at + 1] == 0xF9 or data[at + 3 : at + 14] in _GIF_LOOPS:  # noqa: PLR2004 - timing
                found.tail += data[at:end]
        else:
            raise BrokenPictureError("an unknown block")
        at = end


def _colours(packed: int) -> int:
    """Bytes of the colour table that *packed* announces."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


# --- WebP (RFC 9649) ------------------------------------------------------------------------------


def _webp(data: bytes) -> Container:
    found = Container("image/webp", "webp")
    at, end = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    if end > len(data) + 1:  # some writers count the last filler and leave it out
        raise BrokenPictureError("it is cut off")
    while at + 8 <= min(end, len(data)):
        kind, size = struct.unpack_from("<4sI", data, at)
        payload = data[at + 8 : at + 8 + size]
        if len(payload) < size:
            raise BrokenPictureError("it is cut off")
        if kind == b"EXIF":
            found.exif = payload.removeprefix(_EXIF)
        elif kind == b"XMP ":
            found.xmp = payload[:MAX_XMP]
        elif kind in _WEBP_DRAWS:
            _webp_size(found, kind, payload)
            if kind == b"VP8X":
                flags = payload[0] & ~(_WEBP_HAS_EXIF | _WEBP_HAS_XMP)
                payload = bytes([flags]) + payload[1:]
            found.tail += _riff(kind, payload)
        at += 8 + size + size % 2
    return found


def _webp_size(found: Container, kind: bytes, payload: bytes) -> None:
    if found.width:
        return
    if kind == b"VP8X":
        found.width = 1 + int.from_bytes(payload[4:7], "little")
        found.height = 1 + int.from_bytes(payload[7:10], "little")
    elif kind == b"VP8 " and payload[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", payload, 6)
        found.width, found.height = width & 0x3FFF, height & 0x3FFF
    elif kind == b"VP8L" and payload[:1] == b"\x2f":
        (bits,) = struct.unpack_from("<I", payload, 1)
        found.width, found.height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)


def _riff(kind: bytes, payload: bytes) -> bytes:
    return struct.pack("<4sI", kind, len(payload)) + payload + b"\x00" * (len(payload) % 2)


def _build_webp(found: Container, exif: bytes) -> bytes:
    """Only the extended form has a place for metadata."""
    body = bytearray(found.tail)
    if exif and body[:4] == b"VP8X":
        body[8] |= _WEBP_HAS_EXIF
        body += _riff(b"EXIF", exif)
    return struct.pack("<4sI4s", b"RIFF", len(body) + 4, b"WEBP") + bytes(body)
