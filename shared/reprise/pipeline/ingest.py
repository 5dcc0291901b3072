"""Takes uploads in: read them, decide and store their items, and answer each with a receipt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reprise.model.configuration import Configuration
from reprise.model.messages import Upload
from reprise.pipeline.batch import Batch
from reprise.pipeline.job import Ingested
from reprise.pipeline.uploads import sidecar_owner
from reprise.stores.ports import Stores

TOGETHER_BYTES = 4_000_000
"""Of uploads taken in together: to read one takes many times its room. Articles have some KB."""


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
    done: list[Ingested | Exception] = []
    for batch in _batches(uploads):
        done += Batch(stores, configuration, now).take(batch)
    return done


def _batches(uploads: Sequence[Upload]) -> Iterator[list[Upload]]:
    """*uploads* in order, as many at a time as may be in memory together."""
    batch: list[Upload] = []
    for upload in uploads:
        if batch and sum(map(_weight, (*batch, upload))) > TOGETHER_BYTES:
            yield batch
            batch = []
        batch.append(upload)
    if batch:
        yield batch


def _weight(upload: Upload) -> int:
    """Bytes to read for it; of a sidecar nobody knows how large the file is that it is about."""
    unknown = upload.bytes is None or sidecar_owner(upload.key) is not None
    return TOGETHER_BYTES if unknown else upload.bytes or 0
