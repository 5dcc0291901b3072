"""The fields of an article, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from reprise.errors import Problem
from reprise.fields.base import SHOWN, Context, Found, base_url
from reprise.fields.body import Body, read_body
from reprise.fields.bylines import read_bylines
from reprise.fields.changes import read_changes
from reprise.fields.headline import read_headline
from reprise.fields.labels import (
    read_abstract,
    read_correction,
    read_dateline,
    read_kicker,
    read_series,
)
from reprise.fields.language import read_direction, read_language
from reprise.fields.links import read_canonical_url
from reprise.fields.permissions import read_permissions
from reprise.fields.pictures import read_pictures
from reprise.fields.source import read_source
from reprise.fields.subjects import read_keywords, read_sections
from reprise.fields.times import read_published_at, read_updated_at
from reprise.fields.videos import read_videos
from reprise.model.article import Article
from reprise.model.configuration import Partner, Publication
from reprise.model.reading import ReadItem
from reprise.model.receipt import UNSURE, Note
from reprise.model.submission import Provenance, Removal, Submission
from reprise.text.fingerprint import fingerprint

CHAIN: tuple[tuple[str, Callable[[Context], Found[Any]]], ...] = (
    ("headline", read_headline),
    ("kicker", read_kicker),
    ("abstract", read_abstract),
    ("bylines", read_bylines),
    ("dateline", read_dateline),
    ("sections", read_sections),
    ("keywords", read_keywords),
    ("series", read_series),
    ("language", read_language),
    ("direction", read_direction),
    ("published_at", read_published_at),
    ("stated_updated_at", read_updated_at),
    ("canonical_url", read_canonical_url),
    ("source", read_source),
    ("pictures", read_pictures),
    ("videos", read_videos),
    ("correction", read_correction),
    ("permissions", read_permissions),
)
"""Field of the article, and who reads it. The body comes before all of them."""

_HELD_BELOW = ("headline", "body", "permissions")
"""Fields that a person must look at when they are unsure (partner setting ``review_below``)."""
_HELD_DATES = ("published_at", "updated_at")
_NO_ZONE_BELOW = 0.5
"""Dates without a zone are read with less; other doubts about a date hold nothing back."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TEXTS = ("headline", "kicker", "abstract", "dateline", "body_html", "body_text", "correction")


@dataclass(frozen=True, slots=True)
class FieldsResult:
    """
    What the chain made of a submission.

    Attributes:
        article: ``None`` when it can't be one; then ``problems`` say why.
        text: The words of its body.
        notes: Remarks: what was repaired, clamped, doubted.
        removals: What was taken out of the text, and why.
        provenance: Where each value came from, and how sure that is.
        confidence: The same by field.
        review: Why a person must look before it is shown; empty for nearly all.
    """

    article: Article | None
    text: str = ""
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    removals: tuple[Removal, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)
    review: tuple[Note, ...] = ()


def make_article(
    item: ReadItem,
    *,
    article_id: str,
    guid: str,
    partner_id: str,
    partner: Partner,
    publication: Publication,
    now: datetime,
) -> FieldsResult:
    """
    The article that *item* states.

    Args:
        item: What intake read.

        article_id: House id. guid: public id.

        now: Dates after it are slips and become it.

    Returns:
        The article, or the problems that stand against it; never raises on what a partner sent.
    """
    base = base_url(item.submission, partner)
    body = read_body(item.submission, base_url=base, partner=partner)
    context = Context(item, partner, publication, now, body)
    found = {name: read(context) for name, read in CHAIN}
    problems = (*body.problems, *(one for each in found.values() for one in each.problems))
    notes = (
        *_controls(item.submission),
        *(one for each in found.values() for one in each.notes),
    )
    removals = (*body.removals, *(one for each in found.values() for one in each.removals))
    provenance = tuple(_provenance(item, body, found))
    confidence = {one.field: one.confidence for one in (*provenance, *item.provenance)}
    article = None
    if not problems:
        article = Article(
            article_id=article_id,
            guid=guid,
            partner=partner_id,
            body_html=body.html,
            text_digest=fingerprint(body.html),
            changes=read_changes(item.submission, body, partner.house_style),
            word_count=body.words,
            **{name: each.value for name, each in found.items()},
        )
    return FieldsResult(
        article,
        body.text,
        problems=problems,
        notes=notes,
        removals=removals,
        provenance=provenance,
        confidence=confidence,
        review=(
            *_review(confidence, partner.review_below),
            *_without_zone(item, confidence, partner),
        ),
    )


def _provenance(
    item: ReadItem, body: Body, found: Mapping[str, Found[Any]]
) -> Iterator[Provenance]:
    """Where the chain found each value, unless the reader of the format said so already."""
    told = {one.field for one in item.provenance}
    if body.html and "body" not in told:
        yield Provenance(field="body", origin="stated", confidence=1.0)
    for name, each in found.items():
        if each.origin and name not in told:
            yield Provenance(field=name, origin=each.origin, confidence=each.confidence)


def _review(confidence: Mapping[str, float], threshold: float) -> Iterator[Note]:
    for name in _HELD_BELOW:
        sure = confidence.get(name, 1.0)
        if sure < threshold:
            found = f"{sure:.2f} of {threshold:.2f}"
            yield Note(code=UNSURE, field=name, found=found, send="a person will look at it")


def _without_zone(
    item: ReadItem, confidence: Mapping[str, float], partner: Partner
) -> Iterator[Note]:
    """An hour off is another order, and perhaps another day: nothing is taken for granted."""
    for name in _HELD_DATES:
        stated = getattr(item.submission, name)
        if stated and confidence.get(name, 1.0) < min(_NO_ZONE_BELOW, partner.review_below):
            yield Note(
                code=UNSURE,
                field=name,
                found=f"{stated:%Y-%m-%d %H:%M} without a zone",
                send="send an offset, as in 2026-05-06T17:00:00+02:00, or have your zone put on file",
            )


def _controls(submission: Submission) -> Iterator[Note]:
    """C7: one control character must never break a feed; its partner should know."""
    for name in _TEXTS:
        text = getattr(submission, name)
        bad = _CONTROLS.search(text) if text else None
        if bad:
            near = text[max(0, bad.start() - 20) : bad.end() + 20]
            shown = near.encode("unicode_escape").decode("ascii")[:SHOWN]
            yield Note(
                code="control_characters", field=name, found=shown, send="dropped; send text only"
            )
