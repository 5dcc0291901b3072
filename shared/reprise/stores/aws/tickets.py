"""Upload tickets: presigned POST forms of S3."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from reprise.stores.aws.errors import translated
from reprise.stores.aws.objects import Bucket
from reprise.stores.objects import TICKET_SECONDS, is_ticket, upload_key
from reprise.stores.ports import Ticket


class AwsTickets:
    """The ``Tickets`` port on S3. POST, because a presigned PUT cannot limit the size."""

    def __init__(self, inbox: Bucket) -> None:
        self._inbox = inbox

    def issue(
        self,
        partner: str,
        name: str,
        media_type: str,
        max_bytes: int,
        *,
        now: datetime,
        ticket: str | None = None,
    ) -> Ticket:
        folder = ticket if ticket and is_ticket(ticket) else new_ticket(now)
        key = upload_key(partner, folder, name)
        fields = {"Content-Type": media_type, "success_action_status": "201"}
        # Bucket and exact key are conditions already: botocore adds them. Empty files are let in,
        # so that their sender gets a receipt that says so.
        conditions = [
            *({name: value} for name, value in fields.items()),
            ["content-length-range", 0, max_bytes],
        ]
        with translated(f"signing a ticket for {key}"):
            form = self._inbox.client.generate_presigned_post(
                self._inbox.name, key, fields, conditions, TICKET_SECONDS
            )
        return Ticket(
            url=form["url"],
            fields=form["fields"],
            key=key,
            ticket=folder,
            expires_at=now + timedelta(seconds=TICKET_SECONDS),
        )


def new_ticket(now: datetime) -> str:
    """A name that sorts by time and that nobody guesses."""
    return f"{now:%Y%m%dt%H%M%S}{secrets.token_hex(8)}"
