"""What partners send to the API."""

from __future__ import annotations

from pydantic import Field

from reprise.model.base import Frozen


class TicketRequest(Frozen):
    """
    What a partner is about to upload.

    ``ticket``: of an earlier one, to put this file beside that one (a sidecar goes first).
    """

    name: str = Field(min_length=1, max_length=1000)
    media_type: str = Field(
        default="application/octet-stream",
        pattern=r"^[\w.+-]+/[\w.+-]+(?:; ?[\w.=+-]+)*$",
        max_length=100,
    )
    ticket: str | None = None


class ArticleName(Frozen):
    """An article as its partner knows it."""

    id: str = Field(min_length=1)


class GrantName(Frozen):
    """A grant on file as its partner named it."""

    id: str = Field(min_length=1)
