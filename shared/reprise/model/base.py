"""The base of all values that cross a process, and the small types they share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
)


class Frozen(BaseModel):
    """
    A value: immutable, strict about unknown fields, compared by content.

    Its sets are of the type :data:`SetOf`.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=False, defer_build=True
    )

    def compact(self) -> dict[str, Any]:
        """JSON-ready dict without the fields that hold their default."""
        return self.model_dump(mode="json", exclude_defaults=True)


Member = TypeVar("Member", bound=str)

SetOf = Annotated[frozenset[Member], PlainSerializer(sorted, list[Member], when_used="json")]
"""A set that is sorted when it is written: sets have another order in each process, and with it
every digest of a value that holds one would be another."""


def to_utc(value: datetime) -> datetime:
    """The same instant in UTC, to whole microseconds as given."""
    return value.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(to_utc)]
"""A point in time: aware when it arrives, UTC once it is ours."""

NonEmpty = Annotated[str, StringConstraints(min_length=1)]

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
"""An id an operator chooses: partner, channel. Safe in keys, addresses and queue groups."""

LanguageTag = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$", max_length=35)
]
"""A BCP 47 tag as written, e.g. ``en``, ``pt-BR``, ``zh-Hant``."""

Territory = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2 code in upper case. That it exists is checked where it enters."""

MAX_HEADLINE = 500
"""Characters. Longer ones are not headlines; no destination shows more than 150 (MS-03)."""
