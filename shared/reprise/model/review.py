"""A person's word on an upload that waits because it was read with doubt."""

from __future__ import annotations

from typing import Literal

from reprise.model.base import Frozen, NonEmpty


class Slip(Frozen):
    """
    Leave to take an upload in as it was read, put into the inbox beside what partners send.

    Attributes:
        upload: Id of the upload that waits.
        by: Who has looked: name of an API key's owner, or ``operator``.
    """

    format: Literal["reprise-slip/1"] = "reprise-slip/1"
    upload: NonEmpty
    by: NonEmpty
