"""
Plain text: a page copied by a person, or an article as text (row B8; see ``capture.py``).
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import groupby

from reprise.errors import Problem, RefusedError
from reprise.intake.capture import Block, CapturedPicture, CaptureReading, read_capture
from reprise.intake.received import Received
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Byline, Picture, Provenance, Submission
from reprise.text.dates import ReadDate, find_date
from reprise.text.languages import UNKNOWN, detect_language

NAME = "capture"
_SURE = 0.9
_TAGS = {"paragraph": "p", "heading": "h2"}


def read(received: Received) -> Reading:
    """
    The article in a copied page.

    Raises:
        RefusedError: There is no prose in it.
    """
    capture = read_capture(received.text)
    if not capture.body:
        send = "send the text of one article: headline, blank line, paragraphs"
        raise RefusedError(received.name, Problem("no_article", found=_begin(received), send=send))
    return Reading(NAME, items=(_item(capture, received),))


def _item(capture: CaptureReading, received: Received) -> ReadItem:
    language, sure = detect_language(capture.body_text)
    date = _date(capture, received, language)
    submission = Submission(
        headline=capture.headline,
        kicker=capture.kicker,
        abstract=capture.abstract,
        sections=capture.sections,
        bylines=tuple(Byline(name=name) for name in capture.bylines if name.strip()),
        dateline=capture.dateline,
        published_at=date.instant if date else None,
        body_html="".join((*_markup(capture.body), *map(_paragraph, capture.notices))),
        language=language if language != UNKNOWN else None,
        pictures=tuple(_pictures(capture.pictures)),
    )
    confidence = dict(capture.confidence) | {"language": sure}
    if date:
        confidence["published_at"] = min(date.confidence, _SURE)
    return ReadItem(
        submission,
        item=received.name,
        removals=capture.removals,
        provenance=tuple(_provenance(confidence)),
    )


def _date(capture: CaptureReading, received: Received, language: str) -> ReadDate | None:
    if not capture.published:
        return None
    languages = [received.partner.language or language, language]
    found = find_date(capture.published, zone=received.partner.zone, languages=languages)
    return found if found.instant else None


def _markup(blocks: tuple[Block, ...]) -> Iterator[str]:
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind == "item":
            yield f"<ul>{''.join(f'<li>{_escaped(block.text)}</li>' for block in group)}</ul>"
        else:
            tag = _TAGS.get(kind, "p")
            yield from (f"<{tag}>{_escaped(block.text)}</{tag}>" for block in group)


def _paragraph(text: str) -> str:
    """Notices go back to the end of the text, where the notices field finds them."""
    return f"<p>{_escaped(text)}</p>"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _pictures(pictures: tuple[CapturedPicture, ...]) -> Iterator[Picture]:
    for picture in pictures:
        yield Picture(url=picture.file_name or None, caption=picture.caption, credit=picture.credit)


def _provenance(confidence: dict[str, float]) -> Iterator[Provenance]:
    names = {"published": "published_at"}
    for field, value in confidence.items():
        known = names.get(field, field)
        if field != "published":
            yield Provenance(field=known, origin=NAME, confidence=min(max(value, 0.0), 1.0))


def _begin(received: Received) -> str:
    return " ".join(received.text.split())[:80]
