"""ingest: an event of S3 on the uploads queue -> an upload taken in -> channels told."""

from collections.abc import Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from reprise.errors import TransientError
from reprise.model.arrivals import uploads_in
from reprise.model.messages import Upload
from reprise.model.receipt import Receipt, ReceiptStatus
from reprise.pipeline.announce import announce
from reprise.pipeline.ingest import ingest_all
from reprise.pipeline.job import Ingested
from reprise.runtime import open_house
from reprise.settings import IngestSettings
from reprise.telemetry import Metric, Telemetry

house = open_house(IngestSettings)
telemetry = Telemetry("ingest")
processor = BatchProcessor(
    EventType.SQS,
    raise_on_entire_batch_failure=False,
    logger=telemetry.logger,  # type: ignore[arg-type] # Powertools' own, which stands in for logging's
)

Done = Ingested | Exception

COUNTED_AS = {
    ReceiptStatus.ACCEPTED: Metric.UPLOADS_ACCEPTED,
    ReceiptStatus.HELD: Metric.UPLOADS_HELD,
    ReceiptStatus.REFUSED: Metric.UPLOADS_REFUSED,
    ReceiptStatus.DUPLICATE: Metric.UPLOADS_REPEATED,
    ReceiptStatus.SUPERSEDED: Metric.UPLOADS_REPEATED,
}


@telemetry.logger.inject_lambda_context
@telemetry.metrics.log_metrics(capture_cold_start_metric=True)
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Each record succeeds or fails alone; what changed is announced once for all of them."""
    now, changed = house.now(), set[str]()
    taken = take_in([SQSRecord(record) for record in event["Records"]], now)

    def answer(record: SQSRecord) -> None:
        for done in taken[record.message_id]:
            if isinstance(done, Exception):
                raise done
            changed.update(done.channels)
            report(done.receipt, again=done.again)

    response = process_partial_response(event, answer, processor, context)
    telemetry.count(Metric.UPLOADS_RETRIED, len(response["batchItemFailures"]))
    try:
        announce(changed, stores=house.stores, now=now)
    except TransientError:
        telemetry.logger.exception("announcing failed: every record comes again")
        return {"batchItemFailures": [{"itemIdentifier": r["messageId"]} for r in event["Records"]]}
    return response


def take_in(records: Sequence[SQSRecord], now: datetime) -> dict[str, Sequence[Done]]:
    """
    What each record led to, by its id.

    What comes again is taken in by itself: a record that brings the function down must not take
    its neighbours with it time after time.
    """
    new = [one for one in records if int(one.attributes.approximate_receive_count or 1) == 1]
    batches = (new, *([one] for one in records if one not in new))
    return {name: done for batch in batches for name, done in take_together(batch, now).items()}


def take_together(records: Sequence[SQSRecord], now: datetime) -> dict[str, Sequence[Done]]:
    """What each of *records* led to; of one that is no event the error that says so."""
    told: dict[str, Sequence[Done]] = {}
    uploads: dict[str, tuple[Upload, ...]] = {}
    for record in records:
        try:
            uploads[record.message_id] = uploads_in(record.body)
        except ValueError as error:
            told[record.message_id] = (error,)
    every = list(chain.from_iterable(uploads.values()))
    done = iter(ingest_all(every, stores=house.stores, configuration=house.configuration, now=now))
    return told | {name: tuple(islice(done, len(own))) for name, own in uploads.items()}


def report(receipt: Receipt, *, again: bool) -> None:
    """One line of log for each upload, and its metric unless it was taken in before."""
    facts = receipt.model_dump(
        mode="json", include={"upload", "partner", "key", "status", "format"}
    )
    telemetry.logger.info("upload", receipt=facts, again=again)
    if not again:
        telemetry.count(COUNTED_AS[receipt.status])
