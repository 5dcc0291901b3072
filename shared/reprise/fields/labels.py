"""Short plain texts around the headline: kicker, abstract, dateline, correction, series."""

from __future__ import annotations

from reprise.fields.base import STATED, Context, Found, one_line, paragraph
from reprise.text.html import html_to_text


def read_kicker(context: Context) -> Found[str | None]:
    """The label above the headline."""
    return _found(one_line(context.submission.kicker))


def read_abstract(context: Context) -> Found[str | None]:
    """The standfirst, as plain text: markup goes, paragraphs become lines."""
    stated = context.submission.abstract or ""
    text = html_to_text(stated) if "<" in stated else stated
    return _found(" ".join(paragraph(text).split()))


def read_dateline(context: Context) -> Found[str | None]:
    """Where (and when) the story is from, without the dash behind it."""
    return _found(one_line(context.submission.dateline).strip(" –—-"))


def read_correction(context: Context) -> Found[str | None]:
    """The words that tell what was corrected."""
    return _found(paragraph(context.submission.correction))


def read_series(context: Context) -> Found[str | None]:
    """The series the article belongs to."""
    return _found(one_line(context.submission.series))


def _found(text: str) -> Found[str | None]:
    return Found(text, STATED) if text else Found(None)
