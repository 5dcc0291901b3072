"""
The one table of formats, and how an upload finds its reader (row B20).

To add a format: its mark in :mod:`reprise.intake.marks`, one module here with ``NAME`` and ``read``,
and its line in :data:`FORMATS`. The first whose mark the content bears reads it; the file's name has
no say. A reader is loaded with the first upload in its format: a function that takes in JSON starts
without what pages need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from reprise.errors import Problem, RefusedError
from reprise.intake import marks
from reprise.intake.not_articles import ADVICE, no_article
from reprise.intake.pictures import anchored
from reprise.intake.received import Received
from reprise.intake.sidecar import SUFFIX, read_beside, unreadable
from reprise.model.configuration import Partner
from reprise.model.reading import Beside, Reading, ReadItem
from reprise.model.submission import Provenance


@dataclass(frozen=True, slots=True)
class Format:
    """
    One format: how it is told and how it is read.

    Attributes:
        reader: The module of this room that reads it.
        permits: It carries a permission itself and needs no sidecar.
    """

    name: str
    recognises: Callable[[Received], bool]
    reader: str
    permits: bool = False

    def read(self, received: Received) -> Reading:
        """What *received* says; the reader is loaded for the first that comes."""
        reading: Reading = import_module(f"reprise.intake.{self.reader}").read(received)
        return reading


FORMATS: tuple[Format, ...] = (
    Format("bundle", marks.is_bundle, "bundles"),
    Format("ndjson", marks.is_ndjson, "ndjson"),
    Format("reprise/1", marks.is_reprise, "json_submission", permits=True),
    Format("ninjs", marks.is_ninjs, "ninjs"),
    Format("json-feed", marks.is_json_feed, "json_feed"),
    Format("json-ld", marks.is_json_ld, "json_ld"),
    Format("ghost", marks.is_ghost, "ghost"),
    Format("arc", marks.is_arc, "arc"),
    Format("wordpress-export", marks.is_wordpress_export, "wordpress"),
    Format("feed", marks.is_feed, "feeds"),
    Format("wordpress-rest", marks.is_wordpress_rest, "wordpress_rest"),
    Format("newsml-g2", marks.is_newsml_g2, "newsml_g2"),
    Format("nitf", marks.is_nitf, "nitf"),
    Format("markdown", marks.is_markdown, "markdown"),
    Format("mhtml", marks.is_web_archive, "web_archive"),
    Format("email", marks.is_email, "email_message"),
    Format("html", marks.is_page, "html_page"),
    Format("capture", marks.is_text, "plain_text"),
)
"""In the order in which they are asked: exact marks first, plain text last."""

_DECODED_WELL = 0.6
"""From here on the letters of the language were told."""
_WHOLE_PERMISSION = frozenset(one.name for one in FORMATS if one.permits)


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
