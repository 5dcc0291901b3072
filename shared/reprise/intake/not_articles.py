"""What is often sent by mistake, told by its first bytes, so that a receipt can say what came."""

from __future__ import annotations

from reprise.errors import Problem

_MARKS = (
    (b"%PDF-", "a PDF"), (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"), (b"RIFF", "a RIFF file (WebP, audio)"), (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"), (b"MZ", "a program"),
    (b"\x7fELF", "a program"), (b"ID3", "an MP3"), (b"OggS", "an Ogg file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"Rar!", "a RAR archive"), (b"SQLite", "a database"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"), (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"\x00\x00\x00\x20ftyp", "a film"), (b"\x1aE\xdf\xa3", "a film"),
)  # fmt: skip
ADVICE = "send one of: reprise/1 JSON, or the article as HTML or plain text (docs/submission.md)"


def no_article(data: bytes) -> Problem | None:
    """Why *data* can't be an article; ``None`` when its first bytes don't speak against it."""
    if not data.strip():
        return Problem("empty", found=f"{len(data)} bytes", send=ADVICE)
    for mark, what in _MARKS:
        if data.startswith(mark):
            return Problem("not_an_article", found=what, send=ADVICE)
    return None
