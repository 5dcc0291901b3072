"""
What AWS says when it says no, by who has to act. The one table for all adapters.

Unknown refusals count as the moment's fault: the message returns to its queue, ends in the
dead-letter queue when it never succeeds, and alarms there; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoCredentialsError,
    NoRegionError,
    ParamValidationError,
    PartialCredentialsError,
    ProfileNotFound,
)

from reprise.errors import ConfigurationError, ConflictError, RepriseError, TransientError

CONFLICTS = {
    "412",
    "ConditionalCheckFailedException",
    "ConditionalRequestConflict",
    "OperationAborted",
    "PreconditionFailed",
    "TransactionConflictException",
    "TransactionInProgressException",
}
"""Another writer was first, or is at it (S3 may answer 409 and asks to try again)."""

MISCONFIGURED = {
    "403",
    "AWS.SimpleQueueService.NonExistentQueue",
    "AccessDenied",
    "AccessDeniedException",
    "AuthorizationHeaderMalformed",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "KMS.AccessDeniedException",
    "KMS.NotFoundException",
    "NoSuchBucket",
    "NoSuchDistribution",
    "PermanentRedirect",
    "QueueDoesNotExist",
    "ResourceNotFoundException",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
}
"""A name or a right is wrong: the operator's settings or the template."""

MISSING = {"404", "NoSuchKey", "NoSuchVersion", "NotFound"}
"""There is no such object; adapters answer ``None`` where that is an answer."""

OPERATOR = (
    NoCredentialsError,
    NoRegionError,
    ParamValidationError,
    PartialCredentialsError,
    ProfileNotFound,
)


def code_of(error: ClientError) -> str:
    """The code AWS gives, e.g. ``NoSuchKey``; for answers without a body the HTTP status."""
    return str(error.response.get("Error", {}).get("Code", ""))


def translate(error: ClientError | BotoCoreError, doing: str) -> RepriseError:
    """Our error for AWS's, to be raised ``from`` it. *doing* names the call and its object."""
    if isinstance(error, ClientError):
        code = code_of(error)
        if code in CONFLICTS:
            return ConflictError(f"{doing}: {code}")
        if code in MISCONFIGURED:
            return ConfigurationError(f"{doing}: {error}")
    elif isinstance(error, OPERATOR):
        return ConfigurationError(f"{doing}: {error}")
    return TransientError(f"{doing}: {error}")


@contextmanager
def translated(doing: str) -> Iterator[None]:
    """Raise AWS's errors within as ours."""
    try:
        yield
    except (ClientError, BotoCoreError) as error:
        raise translate(error, doing) from error
