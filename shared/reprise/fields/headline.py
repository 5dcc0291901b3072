"""The headline: one plain line, never empty (rows C11, B58)."""

from __future__ import annotations

from reprise.errors import Problem
from reprise.fields.base import SHOWN, STATED, Context, Found, is_repaired, one_line
from reprise.model.base import MAX_HEADLINE
from reprise.model.receipt import Note
from reprise.text.marks import is_visible


def read_headline(context: Context) -> Found[str]:
    """The stated headline without markup and double escaping."""
    stated = context.submission.headline or ""
    headline = one_line(stated)
    if not is_visible(headline):
        problem = Problem("missing", "headline", stated[:SHOWN], "send the headline as plain text")
        return Found("", problems=(problem,))
    if len(headline) > MAX_HEADLINE:
        send = f"send at most {MAX_HEADLINE} characters"
        problem = Problem("too_long", "headline", f"{headline[:SHOWN]}…", send)
        return Found("", problems=(problem,))
    notes: tuple[Note, ...] = ()
    if is_repaired(stated, headline):
        notes = (Note(code="repaired", field="headline", found=stated[:SHOWN]),)
    return Found(headline, STATED, notes=notes)
