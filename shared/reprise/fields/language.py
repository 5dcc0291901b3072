"""The language, and with it the direction the text runs."""

from __future__ import annotations

from reprise.fields.base import STATED, Context, Found
from reprise.model.article import Direction
from reprise.model.receipt import Note
from reprise.text.languages import UNKNOWN, detect_language, direction_of, language_tag

_CLEARLY = 0.9
_LONG_ENOUGH = 300
"""Characters of text before a detector may doubt what a partner says."""
_MACRO = {"no": "nb", "nn": "nb", "sr": "hr", "bs": "hr", "sh": "hr", "ms": "id", "cmn": "zh"}
"""Languages a detector can't tell apart, by one of them."""


def read_language(context: Context) -> Found[str]:
    """The stated language, else the partner's where the text agrees, else the text's own."""
    stated = context.submission.language
    if stated is not None:
        tag = language_tag(stated)
        if tag is not None:
            return _checked(tag, context)
        unknown = (Note(code="unknown_language", field="language", found=stated),)
        return _told_by_text(context, unknown)
    return _told_by_text(context, ())


def read_direction(context: Context) -> Found[Direction]:
    """Which way the text runs."""
    tag = read_language(context).value
    return Found(direction_of(tag, context.body.text), "language")


def _checked(tag: str, context: Context) -> Found[str]:
    """The partner is trusted; a text that clearly is in another language is remarked on."""
    if len(context.body.text) < _LONG_ENOUGH:
        return Found(tag, STATED)
    seen, confidence = detect_language(context.body.text)
    if confidence < _CLEARLY or _base(seen) == _base(tag):
        return Found(tag, STATED)
    note = Note(code="language_differs", field="language", found=tag, send=f"text reads as {seen}")
    return Found(tag, STATED, confidence=0.6, notes=(note,))


def _told_by_text(context: Context, notes: tuple[Note, ...]) -> Found[str]:
    seen, confidence = detect_language(context.body.text)
    usual = context.partner.language
    if usual and (seen == UNKNOWN or confidence < _CLEARLY or _base(seen) == _base(usual)):
        return Found(language_tag(usual) or usual, "partner", confidence=0.9, notes=notes)
    if seen == UNKNOWN:
        return Found(UNKNOWN, notes=notes)
    return Found(seen, "text", confidence=confidence, notes=notes)


def _base(tag: str) -> str:
    base = tag.split("-")[0].lower()
    return _MACRO.get(base, base)
