"""
What of the words changed on their way in (row B35).

Compared are the words as the submission has them with those of the article. Notices and a repeated
headline that were taken out on the record are not the text; every other difference is a change.
"""

from __future__ import annotations

from reprise.fields.body import Body, received_markup
from reprise.model.article import TextChange
from reprise.model.configuration import HouseStyle
from reprise.model.submission import Removal, Submission
from reprise.text.fingerprint import Change, beyond, changes_between
from reprise.text.html_blocks import SHOWN_AS_LINK

MOST = 20
"""Changes kept of one text."""
_SHOWN = 120
_STAYS_OUT = "embed"
_ACTIVE = frozenset({"pixel", "unsafe-address", "broken-address", "too-long"})
"""Removals whose words are an address or a remark, not words of the text."""


def read_changes(submission: Submission, body: Body, style: HouseStyle) -> tuple[TextChange, ...]:
    """Differences between what came and what is kept, those that may not be first."""
    found = changes_between(received_markup(submission), body.html)
    if not found:
        return ()
    removed = [one.text for one in body.removals if one.kind not in _ACTIVE and not _is_link(one)]
    ours = beyond(found, removed=removed)
    links = [one.text for one in body.removals if _is_link(one)] if style.embeds else []
    bad = beyond(ours, quotes=style.quotes is not None, names=style.names, added=links)
    good = (change for change in ours if change not in bad)
    told = (
        *(_told(one, allowed=False) for one in bad),
        *(_told(one, allowed=True) for one in good),
    )
    return told[:MOST]


def _is_link(removal: Removal) -> bool:
    return removal.kind == _STAYS_OUT and removal.reason == SHOWN_AS_LINK


def _told(change: Change, *, allowed: bool) -> TextChange:
    return TextChange(before=_cut(change.before), after=_cut(change.after), allowed=allowed)


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
