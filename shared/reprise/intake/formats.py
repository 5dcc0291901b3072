"""
The one table of formats, and how an upload finds its reader (row B20).

To add a format: one module here with ``NAME``, ``recognises`` and ``read``, and its line in
:data:`FORMATS`. The first that recognises the content reads it; the file's name has no say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reprise.errors import Problem, RefusedError
from reprise.intake import (
    feeds,
    html_page,
    json_feed,
    json_submission,
    markdown,
    newsml_g2,
    ninjs,
    nitf,
    plain_text,
    wordpress,
    wordpress_rest,
)
from reprise.intake.received import Received
from reprise.intake.sidecar import SUFFIX, policies_beside, read_sidecars, unreadable
from reprise.model.configuration import Partner
from reprise.model.permission import Stated
from reprise.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is told and how it is read."""

    name: str
    recognises: Callable[[Received], bool]
    read: Callable[[Received], Reading]


FORMATS: tuple[Format, ...] = (
    Format(json_submission.NAME, json_submission.recognises, json_submission.read),
    Format(ninjs.NAME, ninjs.recognises, ninjs.read),
    Format(json_feed.NAME, json_feed.recognises, json_feed.read),
    Format(wordpress.NAME, wordpress.recognises, wordpress.read),
    Format(feeds.NAME, feeds.recognises, feeds.read),
    Format(wordpress_rest.NAME, wordpress_rest.recognises, wordpress_rest.read),
    Format(newsml_g2.NAME, newsml_g2.recognises, newsml_g2.read),
    Format(nitf.NAME, nitf.recognises, nitf.read),
    Format(markdown.NAME, markdown.recognises, markdown.read),
    Format(html_page.NAME, html_page.recognises, html_page.read),
    Format(plain_text.NAME, plain_text.recognises, plain_text.read),
)
"""In the order in which they are asked: exact marks first, plain text last."""

# What is often sent by mistake, by its first bytes.
_NOT_ARTICLES = (
    (b"%PDF-", "a PDF"), (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"), (b"RIFF", "a RIFF file (WebP, audio)"), (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"), (b"MZ", "a program"),
    (b"\x7fELF", "a program"), (b"ID3", "an MP3"), (b"OggS", "an Ogg file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"Rar!", "a RAR archive"), (b"SQLite", "a database"),
)  # fmt: skip
_ADVICE = "send one of: reprise/1 JSON, or the article as HTML or plain text (docs/submission.md)"
_WHOLE_PERMISSION = frozenset({json_submission.NAME})
"""Formats that carry a permission themselves and need no sidecar."""


def read_upload(
    data: bytes, name: str, *, sidecar: bytes | None = None, partner: Partner
) -> Reading:
    """
    What *data* says, whatever format it is in.

    Args:
        data: The bytes of the upload.

        name: File name, as items without an id are called in receipts.

        sidecar: Bytes of ``<name>.permission.json``, when there is one.

        partner: Whose settings apply.

    Raises:
        RefusedError: The whole can't be read; its problems say why and what to send.
    """
    _check_size(data, name, partner)
    reading = _read(Received(data, name, partner))
    stated = _beside(reading, name, sidecar, partner)
    documents = policies_beside(sidecar, name) if sidecar is not None else ()
    items = tuple(
        replace(
            item,
            policies=(*item.policies, *stated),
            documents=(*item.documents, *documents),
        )
        for item in reading.items
    )
    return replace(reading, items=items)


def _check_size(data: bytes, name: str, partner: Partner) -> None:
    if not data.strip():
        raise RefusedError(name, Problem("empty", found=f"{len(data)} bytes", send=_ADVICE))
    if len(data) > partner.max_bytes:
        found, send = f"{len(data)} bytes", f"send at most {partner.max_bytes} bytes"
        raise RefusedError(name, Problem("too_large", found=found, send=send))


def _read(received: Received) -> Reading:
    for mark, what in _NOT_ARTICLES:
        if received.data.startswith(mark):
            raise RefusedError(received.name, Problem("not_an_article", found=what, send=_ADVICE))
    for one in FORMATS:
        if one.recognises(received):
            return one.read(received)
    raise RefusedError(received.name, _unknown(received))


def _unknown(received: Received) -> Problem:
    """Why nothing recognised it: broken JSON says where, the rest shows how it begins."""
    if received.starts_like_json and received.json.problems:
        return received.json.problems[0]
    begin = received.data[:40].decode("ascii", "backslashreplace")
    return Problem("unknown_format", found=begin, send=_ADVICE)


def _beside(
    reading: Reading, name: str, sidecar: bytes | None, partner: Partner
) -> tuple[Stated, ...]:
    if sidecar is not None:
        return read_sidecars(sidecar, name)
    if partner.sidecar_required and reading.format not in _WHOLE_PERMISSION:
        return (unreadable(name, f"waits for its permission: send {name}{SUFFIX}"),)
    return ()
