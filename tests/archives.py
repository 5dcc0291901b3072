"""Archives made for tests, honest ones and others, and pictures to put into them."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Iterable
from typing import Any

from PIL import Image

Files = Iterable[tuple[Any, Any]]


def picture(kind: str = "PNG", colour: tuple[int, int, int] = (9, 90, 200)) -> bytes:
    """A picture of 640 by 400 pixels that says whose it is, and where it was made."""
    out, tags = io.BytesIO(), Image.Exif()
    tags[0x013B], tags[0x8298] = "Jo Quay", "(c) Jo Quay"
    tags.get_ifd(0x8825)[27] = b"SECRETPLACE"
    Image.new("RGB", (640, 400), colour).save(out, kind, exif=tags)
    return out.getvalue()


def body_of(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def zipped(files: Files) -> bytes:
    """A ZIP of *files*; values become JSON. A ``ZipInfo`` as name is taken as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, body_of(content))
    return out.getvalue()


def tarred(files: Files, packing: str = "") -> bytes:
    """A tar of *files*, packed with ``gz``, ``bz2`` or ``xz``; a ``TarInfo`` is taken as it is."""
    out, mode = io.BytesIO(), f"w:{packing}"
    with tarfile.open(None, mode, out) as archive:  # type: ignore[call-overload]
        for name, content in files:
            body = body_of(content)
            entry = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            if entry.isreg():
                entry.size = entry.size or len(body)
            archive.addfile(entry, io.BytesIO(body))
    return out.getvalue()
