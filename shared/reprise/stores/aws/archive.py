"""The archive bucket: normalised articles by content."""

from __future__ import annotations

from botocore.exceptions import ClientError

from reprise.errors import TransientError
from reprise.stores.aws.errors import code_of, translate
from reprise.stores.aws.objects import Bucket

ALREADY_THERE = {"412", "PreconditionFailed"}


class AwsArchive:
    """The ``Archive`` port on S3."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    def put(self, key: str, body: bytes) -> None:
        # Equal keys are equal bytes: a second version would only cost storage.
        try:
            self._bucket.client.put_object(
                Bucket=self._bucket.name,
                Key=key,
                Body=body,
                ContentType="application/json",
                IfNoneMatch="*",
            )
        except ClientError as error:
            if code_of(error) not in ALREADY_THERE:
                raise translate(error, f"writing {key} to {self._bucket.name}") from error

    def get(self, key: str) -> bytes:
        found = self._bucket.get(key)
        if found is None:
            raise TransientError(f"{key} is not in the archive yet")
        return found.body
