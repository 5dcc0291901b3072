"""
What each function is told by its environment. The only reader of it.

``template.yaml`` sets exactly these names, in capitals; ``tests/template`` compares the two.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Self

from pydantic import ValidationError

from reprise.errors import ConfigurationError
from reprise.model.base import Frozen, NonEmpty


class Settings(Frozen):
    """
    What all functions are told.

    Attributes:
        configuration: Path of the operator's file.
        base_url: Public root of the site, instead of the one in the file; empty for that one.
        table: Name of the table.
    """

    configuration: NonEmpty
    base_url: str = ""
    table: NonEmpty

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """
        Read the variables named like the fields, in capitals.

        Raises:
            ConfigurationError: One is missing or can't be read; the message names it.
        """
        found = os.environ if environment is None else environment
        given = {name: found[name.upper()] for name in cls.model_fields if name.upper() in found}
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            names = ", ".join(str(each["loc"][0]).upper() for each in error.errors())
            raise ConfigurationError(
                f"environment: {names}: missing or wrong; template.yaml sets what {cls.__name__} needs"
            ) from error


class IngestSettings(Settings):
    """The ingest function: from the inbox into the table and the archive."""

    inbox_bucket: NonEmpty
    archive_bucket: NonEmpty
    turns_queue: NonEmpty


class PublishSettings(Settings):
    """
    The publish function: from the table and the archive to the site.

    Attributes:
        distribution: Id of the CDN's distribution; empty where there is none.
    """

    archive_bucket: NonEmpty
    site_bucket: NonEmpty
    turns_queue: NonEmpty
    distribution: str = ""


class ClockSettings(Settings):
    """The clock function: reads the board, asks for turns."""

    turns_queue: NonEmpty


class ApiSettings(Settings):
    """
    The API: tickets into the inbox, receipts out of the table, reasons for what is in the archive.

    Attributes:
        upload_endpoint: Where partners send their files, instead of S3's own address; empty for
            that one. The local run has a door of its own in front of the inbox.
    """

    inbox_bucket: NonEmpty
    archive_bucket: NonEmpty
    upload_endpoint: str = ""
