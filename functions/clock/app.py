"""clock: each minute -> the turns that are due, asked for; the takedowns overdue, counted."""

from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from reprise.pipeline.clock import wake
from reprise.pipeline.takedown import behind, overdue
from reprise.runtime import open_house
from reprise.settings import ClockSettings
from reprise.telemetry import Metric, Telemetry

house = open_house(ClockSettings)
telemetry = Telemetry("clock")


@telemetry.logger.inject_lambda_context
@telemetry.metrics.log_metrics(capture_cold_start_metric=True)
def handler(_event: dict[str, Any], _context: LambdaContext) -> None:
    """
    Ask for every turn that is due, count the takedowns that are overdue and say how far the site is
    behind; a failure is an error of the function, and alarms.
    """
    now = house.now()
    turns = wake(stores=house.stores, configuration=house.configuration, now=now)
    telemetry.count(Metric.CHANNELS_WOKEN, len(turns))
    if turns:
        telemetry.logger.info("woken", channels=[turn.channel for turn in turns])
    late = overdue(stores=house.stores, now=now)
    telemetry.count(Metric.TAKEDOWNS_OVERDUE, len(late))
    for one in late:
        places = [step.channel for step in one.steps if step.gone_at is None]
        telemetry.logger.error("takedown overdue", article_id=one.article_id, places=places)
    telemetry.count(Metric.SITE_BEHIND, behind(stores=house.stores, now=now).total_seconds())
