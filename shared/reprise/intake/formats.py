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
    bundles,
    feeds,
    html_page,
    json_feed,
    json_submission,
    markdown,
    ndjson,
    newsml_g2,
    ninjs,
    nitf,
    plain_text,
    web_archive,
    wordpress,
    wordpress_rest,
)
from reprise.intake.not_articles import ADVICE, no_article
from reprise.intake.pictures import anchored
from reprise.intake.received import Received
from reprise.intake.sidecar import SUFFIX, read_beside, unreadable
from reprise.model.configuration import Partner
from reprise.model.reading import Beside, Reading, ReadItem
from reprise.model.submission import Provenance


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is told and how it is read."""

    name: str
    recognises: Callable[[Received], bool]
    read: Callable[[Received], Reading]


FORMATS: tuple[Format, ...] = (
    Format(bundles.NAME, bundles.recognises, bundles.read),
    Format(ndjson.NAME, ndjson.recognises, ndjson.read),
    Format(json_submission.NAME, json_submission.recognises, json_submission.read),
    Format(ninjs.NAME, ninjs.recognises, ninjs.read),
    Format(json_feed.NAME, json_feed.recognises, json_feed.read),
    Format(wordpress.NAME, wordpress.recognises, wordpress.read),
    Format(feeds.NAME, feeds.recognises, feeds.read),
    Format(wordpress_rest.NAME, wordpress_rest.recognises, wordpress_rest.read),
    Format(newsml_g2.NAME, newsml_g2.recognises, newsml_g2.read),
    Format(nitf.NAME, nitf.recognises, nitf.read),
    Format(markdown.NAME, markdown.recognises, markdown.read),
    Format(web_archive.NAME, web_archive.recognises, web_archive.read),
    Format(html_page.NAME, html_page.recognises, html_page.read),
    Format(plain_text.NAME, plain_text.recognises, plain_text.read),
)
"""In the order in which they are asked: exact marks first, plain text last."""

_DECODED_WELL = 0.6
"""From here on the letters of the language were told."""
_WHOLE_PERMISSION = frozenset({json_submission.NAME})
"""Formats that carry a permission themselves and need no sidecar."""


def read_upload(
    data: bytes,
    name: str,
    *,
    sidecar: bytes | None = None,
    beside: Beside | None = None,
    partner: Partner,
) -> Reading:
    """
    What *data* says, whatever format it is in.

    Args:
        data: The bytes of the upload.

        name: File name, as items without an id are called in receipts.

        sidecar: Bytes of ``<name>.permission.json``, when there is one.

        beside: What the bundle says of a file that came in one, whose path is then *name*.

        partner: Whose settings apply.

    Raises:
        RefusedError: The whole can't be read; its problems say why and what to send.
    """
    _check_size(data, name, partner)
    if beside is not None:
        data = anchored(data, name)
    reading = _read(Received(data, name, partner))
    said = beside or Beside()
    if sidecar is not None:
        said = said.with_more(read_beside(sidecar, name))
    said = said or _missing(reading, name, partner)
    items = tuple(
        replace(
            item,
            policies=(*item.policies, *said.stated),
            documents=(*item.documents, *said.documents),
        )
        for item in reading.items
    )
    return replace(reading, items=items, beside=said.with_more(reading.beside))


def _check_size(data: bytes, name: str, partner: Partner) -> None:
    if len(data) > partner.max_bytes:
        found, send = f"{len(data)} bytes", f"send at most {partner.max_bytes} bytes"
        raise RefusedError(name, Problem("too_large", found=found, send=send))


def _read(received: Received) -> Reading:
    problem = no_article(received.data)
    if problem:
        raise RefusedError(received.name, problem)
    for one in FORMATS:
        if one.recognises(received):
            return _as_sure_as_decoded(one.read(received), received)
    raise RefusedError(received.name, _unknown(received))


def _as_sure_as_decoded(reading: Reading, received: Received) -> Reading:
    """*reading* no surer of its texts than of the characters they are made of."""
    sure = received.decoded[2] if reading.items else 1.0
    return replace(reading, items=tuple(_no_surer(item, sure) for item in reading.items))


def _no_surer(item: ReadItem, sure: float) -> ReadItem:
    told = next((one.confidence for one in item.provenance if one.field == "body"), 1.0)
    if sure >= min(told, _DECODED_WELL):
        return item
    body = Provenance(field="body", origin="encoding", confidence=sure)
    others = (one for one in item.provenance if one.field != "body")
    return replace(item, provenance=(*others, body))


def _unknown(received: Received) -> Problem:
    """Why nothing recognised it: broken JSON says where, the rest shows how it begins."""
    if received.starts_like_json and received.json.problems:
        return received.json.problems[0]
    begin = received.data[:40].decode("ascii", "backslashreplace")
    return Problem("unknown_format", found=begin, send=ADVICE)


def _missing(reading: Reading, name: str, partner: Partner) -> Beside:
    """Articles wait for a permission their partner always sends; those in parts do so there."""
    if partner.sidecar_required and reading.items and reading.format not in _WHOLE_PERMISSION:
        why = f"waits for its permission: send {name}{SUFFIX}"
        return Beside(stated=(unreadable(name, why),))
    return Beside()
