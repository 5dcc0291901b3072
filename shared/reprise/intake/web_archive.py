"""
Pages saved as one file (MHTML, RFC 2557), as browsers save them: the page in it is read as HTML.
"""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from reprise.errors import Problem, RefusedError
from reprise.intake import html_page
from reprise.intake.received import Received
from reprise.model.reading import Reading
from reprise.text.normalise import decode

NAME = "mhtml"


def read(received: Received) -> Reading:
    """
    The article of the archive's page.

    Raises:
        RefusedError: There is no page in it, or no article in the page.
    """
    archive = message_from_bytes(received.data, policy=policy.default)
    page = next((part for part in archive.walk() if part.get_content_type() == "text/html"), None)
    if not isinstance(page, EmailMessage):
        send = "send the page of one article, saved whole"
        raise RefusedError(received.name, Problem("no_article", found="MHTML", send=send))
    address = archive.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    # As browsers note it in pages saved without an archive.
    noted = f"<!-- saved from url=(0000){address} -->\n" if address else ""
    markup = f"{noted}{text_of(page)}".encode("utf-8", "replace")
    return replace(html_page.read(replace(received, data=markup)), format=NAME)


def text_of(page: EmailMessage) -> str:
    """A part's text decoded as the part declares, else as it declares itself."""
    body = page.get_payload(decode=True)
    return decode(body if isinstance(body, bytes) else b"", page.get_content_charset())[0]
