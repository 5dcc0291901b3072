"""Where the original is."""

from __future__ import annotations

from reprise.fields.base import SHOWN, STATED, Context, Found
from reprise.model.receipt import Note
from reprise.text.addresses import cleaned


def read_canonical_url(context: Context) -> Found[str | None]:
    """The source's own address: absolute, without tracking (M54), else the one a notice links."""
    stated = context.submission.canonical_url
    if not stated:
        return _by_notice(context)
    source = context.submission.source.url if context.submission.source else None
    address = cleaned(stated, source or context.partner.url)
    if address is None:
        send = "send an absolute http or https address"
        note = Note(code="bad_address", field="canonical_url", found=stated[:SHOWN], send=send)
        return Found(None, notes=(note,))
    return Found(address, STATED)


def _by_notice(context: Context) -> Found[str | None]:
    for lifted in context.body.notices:
        if lifted.original_url:
            return Found(lifted.original_url, "notice", confidence=lifted.notice.confidence)
    return Found(None)
