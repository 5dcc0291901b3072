"""Takes uploads in: read them, decide and store their items, and answer each with a receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reprise.model.configuration import Configuration
from reprise.model.messages import Upload
from reprise.pipeline.batch import Batch
from reprise.pipeline.job import Ingested
from reprise.stores.ports import Stores


def ingest(
    upload: Upload, *, stores: Stores, configuration: Configuration, now: datetime
) -> Ingested:
    """
    Take *upload* in.

    Returns:
        Its receipt, and the channels to announce.

    Raises:
        TransientError: It may work later; nothing was decided.
    """
    (done,) = ingest_all([upload], stores=stores, configuration=configuration, now=now)
    if isinstance(done, Exception):
        raise done
    return done


def ingest_all(
    uploads: Sequence[Upload], *, stores: Stores, configuration: Configuration, now: datetime
) -> Sequence[Ingested | Exception]:
    """
    Take *uploads* in, sharing calls of the stores where they can be shared.

    Returns:
        For each what it led to, or the error that it alone, or all of them, met with.
    """
    return Batch(stores, configuration, now).take(uploads)
