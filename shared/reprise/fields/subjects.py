"""What it is about: sections and keywords."""

from __future__ import annotations

from reprise.fields.base import STATED, Context, Found, each_once, one_line

MAX_SUBJECTS = 50
MAX_LENGTH = 200
"""Characters: longer ones are texts, not labels."""


def read_sections(context: Context) -> Found[tuple[str, ...]]:
    """Sections in the order stated, each once."""
    return _labels(context.submission.sections)


def read_keywords(context: Context) -> Found[tuple[str, ...]]:
    """Keywords in the order stated, each once."""
    return _labels(context.submission.keywords)


def _labels(stated: tuple[str, ...]) -> Found[tuple[str, ...]]:
    texts = [one_line(text) for text in stated]
    labels = each_once([text for text in texts if len(text) <= MAX_LENGTH])[:MAX_SUBJECTS]
    return Found(labels, STATED if labels else "")
