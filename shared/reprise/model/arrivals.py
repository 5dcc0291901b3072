"""
What S3 says when objects arrive: its event messages, read tolerantly.

AWS and moto send different subsets of the fields, AWS adds new ones, keys come URL-encoded (moto
encodes the slashes too), one message may hold several records, and a newly configured bucket
sends ``s3:TestEvent``. Only what is used is read; the rest is ignored.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import unquote_plus

from pydantic import AfterValidator, AliasPath, BaseModel, ConfigDict, Field

from reprise.model.base import Instant
from reprise.model.messages import Upload

Decoded = Annotated[str, AfterValidator(unquote_plus)]


class _Tolerant(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class _Record(_Tolerant):
    """One object's event. A version id of ``null`` is that of a bucket without versions."""

    name: str = Field(alias="eventName")
    happened_at: Instant | None = Field(default=None, alias="eventTime")
    key: Decoded = Field(validation_alias=AliasPath("s3", "object", "key"))
    bytes: int | None = Field(default=None, validation_alias=AliasPath("s3", "object", "size"))
    version_id: str | None = Field(
        default=None, validation_alias=AliasPath("s3", "object", "versionId")
    )

    def upload(self) -> Upload:
        return Upload(
            key=self.key,
            version_id=None if self.version_id in (None, "", "null") else self.version_id,
            bytes=self.bytes,
            happened_at=self.happened_at,
        )


class _Message(_Tolerant):
    records: tuple[_Record, ...] = Field(default=(), alias="Records")
    event: str = Field(default="", alias="Event")


def uploads_in(body: str) -> tuple[Upload, ...]:
    """
    The uploads that a message of the uploads queue tells of.

    Nothing for ``s3:TestEvent`` and for events that are no arrivals.

    Raises:
        ValueError: It is no message of S3. It is not dropped: it fails, and ends where people look.

    Example:
        >>> [upload.key for upload in uploads_in('{"Records": [{"eventName": "ObjectCreated:Post",'
        ...     ' "s3": {"object": {"key": "inbox%2Fpost%2Ft1%2Fa+story.txt"}}}]}')]
        ['inbox/post/t1/a story.txt']
    """
    message = _Message.model_validate_json(body)
    if not message.records and message.event != "s3:TestEvent":
        raise ValueError("no event of S3: neither Records nor s3:TestEvent")
    arrivals = (record for record in message.records if "ObjectCreated:" in record.name)
    return tuple(record.upload() for record in arrivals)
