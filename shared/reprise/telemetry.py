"""
What the functions tell their operator: logs, and the metrics below, each with meaning and unit.

Only :mod:`functions` count and log; the rooms return values. No dimension but the service: every
other combination of dimensions is a metric that is billed, so never one per article or partner.
"""

from __future__ import annotations

from enum import Enum

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

NAMESPACE = "Reprise"


class Metric(Enum):
    """Name, unit, and what it counts."""

    UPLOADS_ACCEPTED = ("UploadsAccepted", MetricUnit.Count, "uploads whose articles were taken")
    UPLOADS_HELD = ("UploadsHeld", MetricUnit.Count, "uploads that wait for a person or a grant")
    UPLOADS_REFUSED = ("UploadsRefused", MetricUnit.Count, "uploads their partner must send again")
    UPLOADS_REPEATED = (
        "UploadsRepeated",
        MetricUnit.Count,
        "uploads that changed nothing: duplicates, and versions older than what we hold",
    )
    UPLOADS_RETRIED = ("UploadsRetried", MetricUnit.Count, "uploads returned to their queue")
    TURNS_BUILT = ("TurnsBuilt", MetricUnit.Count, "turns that rendered a channel")
    TURNS_IDLE = ("TurnsIdle", MetricUnit.Count, "turns whose generation was built already")
    TURNS_RETRIED = ("TurnsRetried", MetricUnit.Count, "turns returned to their queue")
    DOCUMENTS_WRITTEN = ("DocumentsWritten", MetricUnit.Count, "documents whose bytes changed")
    DOCUMENTS_KEPT = (
        "DocumentsKept",
        MetricUnit.Count,
        "documents that failed their checks or shrank: the last good one stays (alarm)",
    )
    ENTRIES_LEFT_OUT = (
        "EntriesLeftOut",
        MetricUnit.Count,
        "entries that may be shown and that a document leaves out: the destination's limits",
    )
    TAKEDOWNS_OVERDUE = (
        "TakedownsOverdue",
        MetricUnit.Count,
        "articles taken back that a place still shows past the deadline (alarm)",
    )
    SITE_BEHIND = (
        "SiteBehind",
        MetricUnit.Seconds,
        "how long the site has had an article to look at and has not: what ended may show (alarm)",
    )
    CHANNELS_WOKEN = ("ChannelsWoken", MetricUnit.Count, "turns the clock asked for")

    @property
    def label(self) -> str:
        return self.value[0]

    @property
    def unit(self) -> MetricUnit:
        return self.value[1]

    @property
    def meaning(self) -> str:
        return self.value[2]


class Telemetry:
    """Logger and metrics of one function."""

    def __init__(self, service: str) -> None:
        self.logger = Logger(service=service)
        self.metrics = Metrics(namespace=NAMESPACE, service=service)

    def count(self, metric: Metric, value: float = 1) -> None:
        """Add *value* to *metric*; zero is told too, so that alarms see data on quiet days."""
        self.metrics.add_metric(name=metric.label, unit=metric.unit, value=value)
