"""
What a picture file says of itself: EXIF, IPTC IIM and XMP (credit, rights, caption).

Where they differ, XMP is believed before IIM and IIM before EXIF, as the IPTC advises.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reprise.errors import RefusedError
from reprise.intake.picture_containers import Container
from reprise.intake.stated import each_once, web_address
from reprise.intake.xml_reading import Element, children, local, parse_xml, text_in
from reprise.text.licences import resolve
from reprise.text.normalise import decode, normalise

ORIENTATION, ARTIST, COPYRIGHT, DESCRIPTION = 0x0112, 0x013B, 0x8298, 0x010E
_TURNED = frozenset({5, 6, 7, 8})
_MOST_TAGS = 200
_LONGEST = 2000
"""Characters of one value."""
_TEXT, _SHORT, _LONG = 2, 3, 4
_UTF8 = b"\x1b%G"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said; empty where nothing is."""

    creator: str = ""
    credit: str = ""
    rights: str = ""
    licence: str = ""
    caption: str = ""
    alt: str = ""
    orientation: int = 1

    @property
    def credit_line(self) -> str:
        """``Jo Quay/Kelp Wire``, as agencies print it."""
        if self.creator and self.credit and self.creator.lower() not in self.credit.lower():
            return f"{self.creator}/{self.credit}"
        return self.credit or self.creator

    @property
    def is_turned(self) -> bool:
        """Sides change places when it is shown."""
        return self.orientation in _TURNED

    def as_exif(self) -> bytes:
        """What has to stay with the picture: whose it is, and how it is held."""
        tags: dict[int, bytes | int] = {}
        if self.orientation != 1:
            tags[ORIENTATION] = self.orientation
        if self.credit_line:
            tags[ARTIST] = self.credit_line.encode()
        if self.rights:
            tags[COPYRIGHT] = self.rights.encode()
        return write_exif(tags)


def read_facts(container: Container) -> Facts:
    """The facts in a file's metadata; what can't be read says nothing."""
    exif, iptc, xmp = read_exif(container.exif), _iim(container.iptc), _Xmp(container.xmp)
    said = [_text(exif.get(tag)) for tag in (ARTIST, COPYRIGHT, DESCRIPTION)]
    turned = exif.get(ORIENTATION)
    terms, statement = xmp.first("UsageTerms"), xmp.first("WebStatement")
    licence = next((one for one in (xmp.first("license"), statement, terms) if resolve(one)), "")
    rights = each_once([xmp.first("rights") or iptc.get(116, "") or said[1], terms])
    return Facts(
        creator=", ".join(xmp.all("creator")) or iptc.get(80, "") or said[0],
        credit=xmp.first("Credit") or iptc.get(110, ""),
        rights=" ".join(rights) or (statement if web_address(statement) and not licence else ""),
        licence=licence,
        caption=xmp.first("description") or iptc.get(120, "") or said[2],
        alt=xmp.first("AltTextAccessibility"),
        orientation=turned if isinstance(turned, int) and 1 <= turned <= 8 else 1,  # noqa: PLR2004 - EXIF 2.3
    )


def _text(value: bytes | int | None) -> str:
    if not isinstance(value, bytes):
        return ""
    plain = value.split(b"\x00")[0].strip()
    return normalise(decode(plain)[0])[:_LONGEST].strip() if plain else ""


# --- EXIF (a TIFF structure; only its first directory) --------------------------------------------


def read_exif(data: bytes) -> Mapping[int, bytes | int]:
    """Texts and small numbers of the first directory, by tag; location has one of its own."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return {}
    found: dict[int, bytes | int] = {}
    try:
        (start,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, start)
        for at in range(min(count, _MOST_TAGS)):
            entry = start + 2 + 12 * at
            tag, kind, size = struct.unpack_from(f"{order}HHI", data, entry)
            if kind == _TEXT:
                (offset,) = struct.unpack_from(f"{order}I", data, entry + 8)
                begin = entry + 8 if size <= 4 else offset  # noqa: PLR2004 - a value that fits
                found[tag] = data[begin : begin + min(size, _LONGEST * 4)]
            elif kind == _SHORT and size == 1:
                (found[tag],) = struct.unpack_from(f"{order}H", data, entry + 8)
    except struct.error:
        return found
    return found


def write_exif(tags: Mapping[int, bytes | int]) -> bytes:
    """A directory of *tags*; empty for none. The same tags give the same bytes."""
    if not tags:
        return b""
    directory, values = bytearray(), bytearray()
    begin = 8 + 2 + 12 * len(tags) + 4
    for tag, value in sorted(tags.items()):
        if isinstance(value, int):
            directory += struct.pack(">HHIHH", tag, _SHORT, 1, value, 0)
            continue
        text = value[: _LONGEST * 4] + b"\x00"
        text += b"\x00" * (5 - len(text) if len(text) <= 4 else len(text) % 2)  # noqa: PLR2004 - out of line
        directory += struct.pack(">HHII", tag, _TEXT, len(text), begin + len(values))
        values += text + b"\x00" * (len(text) % 2)
    head = b"MM\x00*" + struct.pack(">IH", 8, len(tags))
    return head + bytes(directory) + b"\x00\x00\x00\x00" + bytes(values)


# --- IPTC IIM -------------------------------------------------------------------------------------


def _iim(data: bytes) -> Mapping[int, str]:
    """Texts of record 2 by dataset, repeated ones joined."""
    codec, found = "", dict[int, list[bytes]]()
    for record, dataset, value in _datasets(data):
        if (record, dataset) == (1, 90) and value.startswith(_UTF8):
            codec = "utf-8"
        elif record == 2:  # noqa: PLR2004 - the application record
            found.setdefault(dataset, []).append(value[: _LONGEST * 4])
    return {
        dataset: ", ".join(normalise(decode(one, codec or None)[0]).strip() for one in values)
        for dataset, values in found.items()
        if any(values)
    }


def _datasets(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:  # noqa: PLR2004 - the mark of a dataset
        record, dataset, size = (
            data[at + 1],
            data[at + 2],
            int.from_bytes(data[at + 3 : at + 5], "big"),
        )
        if size & 0x8000:
            return
        yield record, dataset, data[at + 5 : at + 5 + size]
        at += 5 + size


# --- XMP ------------------------------------------------------------------------------------------


class _Xmp:
    """A packet's properties by local name, written as elements or as attributes."""

    def __init__(self, packet: bytes) -> None:
        self._found: dict[str, list[str]] = {}
        begin = packet.find(b"<")
        if begin < 0:
            return
        text = decode(packet[begin:].rstrip(b"\x00"))[0]
        end = text.rfind("<?xpacket")
        try:
            root = parse_xml(text[:end] if end > 0 else text, "XMP")
        except RefusedError:
            return
        for description in root.iter():
            if local(description) == "Description":
                self._read(description)

    def first(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> list[str]:
        return [text for text in self._found.get(name, []) if text]

    def _read(self, description: Element) -> None:
        for name, value in description.attrib.items():
            self._add(str(name).rpartition("}")[2], str(value))
        for one in children(description):
            items = [text_in(item) for item in one.iter() if local(item) == "li"]
            resource = next(
                (str(v) for k, v in one.attrib.items() if str(k).endswith("}resource")), ""
            )
            for value in items or [text_in(one) or resource]:
                self._add(local(one), value)

    def _add(self, name: str, value: str) -> None:
        self._found.setdefault(name, []).append(normalise(value)[:_LONGEST].strip())
