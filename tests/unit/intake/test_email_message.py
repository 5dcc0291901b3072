"""
Articles that come as mails.
"""

from email.message import EmailMessage

import pytest

from reprise.errors import RefusedError
from tests.unit.intake.reading import only, read

P = "The ferry to the outer islands runs again after a winter in dock, the company said on Monday. It carries two hundred people and a dozen cars, and leaves four times a day from the old pier."
Q = "Islanders welcomed the news at a meeting in the village hall on Tuesday. The timetable of last summer is in force again, said the harbour master, and tickets are sold on board as before."
PAGE = f"<html><body><p>{P}</p><p>{Q}</p></body></html>"


def mail(
    *, text: str = "", page: str = "", subject: str = "Die Fähre fährt", **headers: str
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Lee <secret-address@harbour.example>"
    message["To"] = "desk@tidewater.example"
    message["Subject"] = subject
    message["Date"] = "Mon, 02 Mar 2026 09:00:00 +0100"
    message["Message-ID"] = "<1@harbour.example>"
    if text:
        message.set_content(text)
    if page:
        add = message.add_alternative if text else message.set_content
        add(page, subtype="html")
    return message


def outcome(data: bytes) -> str:
    try:
        return "read" if only(read(data)).submission.body_html else "empty"
    except RefusedError:
        return "refused"


@pytest.mark.parametrize(
    "message",
    [
        mail(text=f"{P}\n\n{Q}\n\n-- \nAnn Lee\nsecret-address@harbour.example\n"),
        mail(page=PAGE),
        mail(text="See the page.", page=PAGE),
        mail(text=f"{P}\n\n{Q}\n", subject="WG: Re: Die Fähre fährt"),
    ],
    ids=["plain", "page", "both", "passed on"],
)
def test_the_text_of_a_mail_is_an_article_under_its_subject(message):
    """Encoded headers and bodies, the signature cut off, dated by when it was sent; no address."""
    said = only(read(message.as_bytes())).submission
    assert said.headline == "Die Fähre fährt"
    assert P in said.body_html
    assert Q in said.body_html
    assert said.published_at.isoformat() == "2026-03-02T08:00:00+00:00"
    assert "secret-address" not in said.model_dump_json()


def test_attachments_are_named_and_left_out():
    """What is attached is sent as a file; the receipt says so."""
    message = mail(text=f"{P}\n\n{Q}\n")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="plan.pdf")
    item = only(read(message.as_bytes()))
    assert [(one.kind, one.text) for one in item.removals if one.kind == "attachment"] == [
        ("attachment", "plan.pdf")
    ]


def test_a_mail_without_a_text_is_refused():
    """An attachment alone is no article."""
    message = mail()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="plan.pdf")
    with pytest.raises(RefusedError) as refused:
        read(message.as_bytes())
    assert refused.value.problems[0].code == "no_article"


@pytest.mark.parametrize(
    "begin", ["From: the desk\n\n", "Subject: Ferries\nDate: today\n\n", "From: a\nTo: b\n\n"]
)
def test_a_text_that_begins_like_a_letter_is_a_text(begin):
    """It takes three headers of a mail, the sender among them."""
    assert read(f"{begin}The ferry runs\n\n{P}\n\n{Q}\n\n{P} Again.").format == "capture"


@pytest.mark.parametrize(
    "damage",
    [b"\xff\xfe", b"Content-Type: text/plain; charset=no-such\n", b"Subject: =?utf-8?b?!!!?=\n"],
)
def test_damaged_headers_cost_no_more_than_themselves(damage):
    """Whatever a header says, the text is read or refused; nothing is raised that is not said."""
    data = mail(text=f"{P}\n\n{Q}\n").as_bytes()
    assert outcome(damage + data) in {"read", "refused"}
