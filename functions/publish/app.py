"""publish: a turn on the turns queue -> the channel's documents that changed, stored."""

from typing import Any

from aws_lambda_powertools.utilities.batch import SqsFifoPartialProcessor, process_partial_response
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from reprise.model.messages import Turn
from reprise.model.report import Omission
from reprise.model.ruling import Reason
from reprise.pipeline.turn_report import TurnReport
from reprise.pipeline.turns import rehearsed, take_turn
from reprise.runtime import open_house
from reprise.settings import PublishSettings
from reprise.telemetry import Metric, Telemetry

house = open_house(PublishSettings)
pages = rehearsed(house.configuration.templates)
telemetry = Telemetry("publish")
# One channel's failure holds back that channel's later turns, and no other channel.
processor = SqsFifoPartialProcessor(
    skip_group_on_error=True,
    logger=telemetry.logger,  # type: ignore[arg-type] # Powertools' own, which stands in for logging's
)
processor.raise_on_entire_batch_failure = False


@telemetry.logger.inject_lambda_context
@telemetry.metrics.log_metrics(capture_cold_start_metric=True)
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Each turn succeeds or fails alone; what fails comes again, in order."""
    response = process_partial_response(event, take, processor, context)
    telemetry.count(Metric.TURNS_RETRIED, len(response["batchItemFailures"]))
    return response


def take(record: SQSRecord) -> None:
    """Take the turn that *record* asks for."""
    turn = Turn.model_validate_json(record.body)
    report(
        take_turn(
            turn,
            stores=house.stores,
            configuration=house.configuration,
            now=house.now(),
            pages=pages,
        )
    )


def report(done: TurnReport) -> None:
    """One line of log for each turn; what was kept back is named, and alarms."""
    telemetry.logger.info(
        "turn",
        channel=done.channel,
        generation=done.generation,
        skipped=done.skipped,
        written=done.written,
        shown=done.shown,
        next_change_at=done.next_change_at,
    )
    for key, problems in done.kept:
        telemetry.logger.error("document kept back", key=key, problems=[str(p) for p in problems])
    # Granted, but it can't be shown as was asked: the partner's receipt did not know yet.
    left_out = [one for one in done.left_out if one.document or _is_duty(one)]
    for one in left_out:
        telemetry.logger.warning(
            "left out",
            channel=done.channel,
            document=one.document,
            article_id=one.article_id,
            reasons=[f"{finding.reason}: {finding.detail}" for finding in one.findings],
        )
    telemetry.count(Metric.TURNS_IDLE if done.skipped else Metric.TURNS_BUILT)
    telemetry.count(Metric.DOCUMENTS_WRITTEN, len(done.written))
    telemetry.count(Metric.DOCUMENTS_KEPT, len(done.kept))
    telemetry.count(Metric.ENTRIES_LEFT_OUT, len(left_out))


def _is_duty(one: Omission) -> bool:
    return any(finding.reason is Reason.DUTY for finding in one.findings)
