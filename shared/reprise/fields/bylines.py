"""Who wrote it: people, roles, organisations (row B9)."""

from __future__ import annotations

import re

from reprise.fields.base import STATED, Context, Found, one_line
from reprise.model.submission import Byline
from reprise.text.addresses import cleaned
from reprise.text.page_lines import read_byline

_EMAIL = re.compile(r"[^@\s<>()]+@[^@\s<>()]+\.[A-Za-z]{2,}")


def read_bylines(context: Context) -> Found[tuple[Byline, ...]]:
    """The stated people, each once, without the "By" that some put before a name."""
    found: dict[str, Byline] = {}
    for stated in context.submission.bylines:
        for byline in _people(stated):
            found.setdefault(byline.name.casefold(), byline)
    if not found:
        return _by_notice(context)
    return Found(tuple(found.values()), STATED)


def _people(stated: Byline) -> list[Byline]:
    name = one_line(stated.name)
    names = read_byline(name) or (_EMAIL.sub("", name).strip(" ,()<>"),)
    return [
        Byline(
            name=one,
            role=one_line(stated.role) or None,
            organisation=one_line(stated.organisation) or None,
            email=_email(stated.email or name) if len(names) == 1 else None,
            url=cleaned(stated.url) if stated.url else None,
        )
        for one in names
        if one
    ]


def _email(text: str) -> str | None:
    found = _EMAIL.search(text)
    return found[0] if found else None


def _by_notice(context: Context) -> Found[tuple[Byline, ...]]:
    for lifted in context.body.notices:
        name = one_line(lifted.notice.author)
        if name:
            return Found((Byline(name=name),), "notice", confidence=lifted.notice.confidence)
    return Found(())
