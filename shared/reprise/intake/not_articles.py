"""What is often sent by mistake, told by its first bytes, so that a receipt can say what came."""

from __future__ import annotations

from reprise.errors import Problem

_MARKS = (
    (b"%PDF-", "a PDF"), (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"), (b"GIF89a", "a GIF picture"), (b"{\\rtf", "RTF"),
    (b"II*\x00", "a TIFF picture"), (b"MM\x00*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"), (b"MZ\x90\x00", "a program"),
    (b"\x7fELF", "a program"), (b"ID3\x02", "an MP3"), (b"ID3\x03", "an MP3"),
    (b"ID3\x04", "an MP3"), (b"OggS\x00", "an Ogg file"), (b"\x1aE\xdf\xa3", "a film"),
    (b"wOFF", "a font"), (b"wOF2", "a font"), (b"SQLite format 3\x00", "a database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"Rar!\x1a", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
)  # fmt: skip
"""No shorter than tells them from a text: articles begin with "MZ" and "SQLite" too."""
_INSIDE = (
    (4, b"ftyp", "a film, or a picture in AVIF or HEIC"),
    (8, b"WEBP", "a WebP picture"), (8, b"WAVE", "a sound"), (8, b"AVI ", "a film"),
)  # fmt: skip
"""Marks that follow the size of the file."""
ADVICE = "send one of: reprise/1 JSON, or the article as HTML or plain text (docs/submission.md)"


def no_article(data: bytes) -> Problem | None:
    """Why *data* can't be an article; ``None`` when its first bytes don't speak against it."""
    if not data.strip():
        return Problem("empty", found=f"{len(data)} bytes", send=ADVICE)
    found = next((what for mark, what in _MARKS if data.startswith(mark)), None)
    if b"\x00" in data[:8]:
        found = found or next(
            (what for at, mark, what in _INSIDE if data.startswith(mark, at)), None
        )
    return Problem("not_an_article", found=found, send=ADVICE) if found else None
