"""
Wires a function together, once at its cold start: settings, operator's file, stores, clock.

The only place that knows them all. What is wrong in settings or file stops the function here,
loudly, before its first event (:class:`~reprise.errors.ConfigurationError`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

from reprise import configuration as files
from reprise.model.configuration import Configuration
from reprise.settings import Settings
from reprise.stores.aws import AwsNames, aws_stores, botocore_clients
from reprise.stores.ports import Stores

Chosen = TypeVar("Chosen", bound=Settings)
Now = Callable[[], datetime]


def system_clock() -> datetime:
    """The machine's time; nothing but this function reads it."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House(Generic[Chosen]):
    """
    A function's surroundings.

    Attributes:
        stores: Those the settings name; the others refuse to be used.
        now: Call it once for each event: what happens in one event happens at one moment.
    """

    settings: Chosen
    configuration: Configuration
    stores: Stores
    now: Now


@dataclass(frozen=True, slots=True)
class Fittings:
    """Parts to use instead of AWS's and the system's."""

    now: Now = system_clock
    stores: Callable[[Settings], Stores] | None = None


_fittings: ContextVar[Fittings | None] = ContextVar("fittings", default=None)


@contextmanager
def fitted(
    *, now: Now = system_clock, stores: Callable[[Settings], Stores] | None = None
) -> Iterator[None]:
    """Open houses with these parts while it lasts: for the local run and for tests."""
    token = _fittings.set(Fittings(now, stores))
    try:
        yield
    finally:
        _fittings.reset(token)


def open_house(kind: type[Chosen]) -> House[Chosen]:
    """
    The house of a function with settings of *kind*, read from its environment.

    Raises:
        ConfigurationError: The environment or the operator's file is wrong.
    """
    settings = kind.from_environment()
    fittings = _fittings.get() or Fittings()
    stores = fittings.stores(settings) if fittings.stores else stores_of(settings)
    return House(settings, configuration_of(settings), stores, fittings.now)


def stores_of(settings: Settings) -> Stores:
    """The stores on AWS that *settings* name; clients of the services they need are made now."""

    def told(name: str) -> str:
        return str(getattr(settings, name, ""))

    names = AwsNames(
        inbox=told("inbox_bucket"),
        archive=told("archive_bucket"),
        site=told("site_bucket"),
        table=settings.table,
        turns_queue_url=told("turns_queue"),
        distribution_id=told("distribution") or None,
    )
    needed = {
        "dynamodb": names.table,
        "s3": names.inbox or names.archive or names.site,
        "sqs": names.turns_queue_url,
    }
    stores = aws_stores(names, now=[service for service, name in needed.items() if name])
    if endpoint := told("upload_endpoint"):
        door = aws_stores(names, botocore_clients(endpoint_url=endpoint), now=["s3"])
        return replace(stores, tickets=door.tickets)
    return stores


def configuration_of(settings: Settings) -> Configuration:
    """The operator's file, its address replaced where the settings say so."""
    return files.load_file(Path(settings.configuration), base_url=settings.base_url)
