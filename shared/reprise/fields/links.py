"""Where the original is."""

from __future__ import annotations

from reprise.fields.base import SHOWN, STATED, Context, Found
from reprise.model.receipt import Note
from reprise.text.addresses import cleaned


def read_canonical_url(context: Context) -> Found[str | None]:
    """The source's own address for the article: absolute, without tracking (row M54)."""
    stated = context.submission.canonical_url
    if not stated:
        return Found(None)
    source = context.submission.source.url if context.submission.source else None
    address = cleaned(stated, source or context.partner.url)
    if address is None:
        send = "send an absolute http or https address"
        note = Note(code="bad_address", field="canonical_url", found=stated[:SHOWN], send=send)
        return Found(None, notes=(note,))
    return Found(address, STATED)
