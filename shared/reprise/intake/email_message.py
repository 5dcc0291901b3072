"""
Mails (RFC 5322), as press offices and correspondents send articles: the text is read as a page or as
plain text, subject and date stand in where it has none. Addresses stay behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from reprise.errors import Problem, RefusedError
from reprise.intake import html_page, plain_text
from reprise.intake.received import Received
from reprise.intake.web_archive import text_of
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Removal
from reprise.text.dates import read_date

NAME = "email"
_PASSED_ON = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|i|enc)\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"\n-- \r?\n.*", re.DOTALL)


def read(received: Received) -> Reading:
    """
    The article in the mail.

    Raises:
        RefusedError: There is none in its text.
    """
    mail = message_from_bytes(received.data, policy=policy.default)
    reading = _read_text(mail, received)
    items = (_dated(_headed(item, mail), mail) for item in reading.items)
    return replace(reading, format=NAME, items=tuple(_without_files(item, mail) for item in items))


def _read_text(mail: EmailMessage, received: Received) -> Reading:
    """By the page in it, and where that is no article by the plain text beside it."""
    page, plain = (_part(mail, kind) for kind in ("html", "plain"))
    if page is not None:
        try:
            return html_page.read(_as(received, text_of(page)))
        except RefusedError:
            if plain is None:
                raise
    if plain is None:
        send = "send the article as the text of the mail, or as a file of its own"
        raise RefusedError(
            received.name, Problem("no_article", found="a mail without text", send=send)
        )
    text = _SIGNATURE.sub("\n", text_of(plain).replace("\r\n", "\n"))
    return plain_text.read(_as(received, f"{_subject(mail)}\n\n{text}".strip()))


def _part(mail: EmailMessage, kind: str) -> EmailMessage | None:
    part = mail.get_body(preferencelist=(kind,))
    return part if isinstance(part, EmailMessage) else None


def _as(received: Received, text: str) -> Received:
    return replace(received, data=text.encode("utf-8", "replace"))


def _subject(mail: EmailMessage) -> str:
    return _PASSED_ON.sub("", " ".join(str(mail.get("Subject", "")).split()))


def _headed(item: ReadItem, mail: EmailMessage) -> ReadItem:
    headline = item.submission.headline or _subject(mail)
    return replace(
        item, submission=item.submission.model_copy(update={"headline": headline or None})
    )


def _dated(item: ReadItem, mail: EmailMessage) -> ReadItem:
    sent = read_date(str(mail.get("Date", ""))).instant
    if item.submission.published_at is not None or sent is None:
        return item
    return replace(item, submission=item.submission.model_copy(update={"published_at": sent}))


def _without_files(item: ReadItem, mail: EmailMessage) -> ReadItem:
    return replace(item, removals=(*item.removals, *_attachments(mail)))


def _attachments(mail: EmailMessage) -> Iterator[Removal]:
    for part in mail.iter_attachments():
        name = part.get_filename() or part.get_content_type()
        reason = "attached to a mail; send it as a file, or the article with its files as a ZIP"
        yield Removal(kind="attachment", text=name, reason=reason)
