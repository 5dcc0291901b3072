"""ingest: an event of S3 on the uploads queue -> an upload taken in -> channels told."""

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
from reprise.model.receipt import Receipt, ReceiptStatus
from reprise.pipeline.announce import announce
from reprise.pipeline.ingest import ingest
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

    def take_in(record: SQSRecord) -> None:
        for upload in uploads_in(record.body):
            done = ingest(upload, stores=house.stores, configuration=house.configuration, now=now)
            changed.update(done.channels)
            report(done.receipt, again=done.again)

    response = process_partial_response(event, take_in, processor, context)
    telemetry.count(Metric.UPLOADS_RETRIED, len(response["batchItemFailures"]))
    try:
        announce(changed, stores=house.stores, now=now)
    except TransientError:
        telemetry.logger.exception("announcing failed: every record comes again")
        return {"batchItemFailures": [{"itemIdentifier": r["messageId"]} for r in event["Records"]]}
    return response


def report(receipt: Receipt, *, again: bool) -> None:
    """One line of log for each upload, and its metric unless it was taken in before."""
    facts = receipt.model_dump(
        mode="json", include={"upload", "partner", "key", "status", "format"}
    )
    telemetry.logger.info("upload", receipt=facts, again=again)
    if not again:
        telemetry.count(COUNTED_AS[receipt.status])
