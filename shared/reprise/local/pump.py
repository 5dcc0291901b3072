"""
Carries messages where AWS's event source mappings, schedules and dead-letter queues would.

It reads the wires from the template and calls one handler at a time, so a run is deterministic.
Mappings are never made in moto: they would swallow the messages.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from reprise.errors import ConfigurationError
from reprise.local.clock import Clock, machine_time
from reprise.local.events import completed, event_of
from reprise.local.lines import Line, Message
from reprise.local.log import LOG
from reprise.local.resources import Clients
from reprise.local.template import Addresses, Template, target

Handler = Callable[[Mapping[str, Any]], Any]

CRASHED = object()
"""Stands for the answer of a handler that raised."""

_UNITS = {"minute": 60, "hour": 3600, "day": 86400}


@dataclass(frozen=True, slots=True)
class Dead:
    """A message given up: the queue it came from, and what was in it."""

    queue: str
    body: str


@dataclass
class Wire:
    """A queue and the function that reads it."""

    line: Line
    url: str
    arn: str
    handler: Handler
    batch_size: int


@dataclass
class Beat:
    """A schedule and the function it starts."""

    handler: Handler
    every: timedelta
    next_at: datetime


class Pump:
    """
    Moves events until nothing is left to move.

    Args:
        handlers: The functions by logical name.
        retry_after: See :class:`~reprise.local.lines.Line`.

    Attributes:
        dead: Messages given up, oldest first; they lie in moto's dead-letter queues too.
        crashed: Tracebacks of handlers that raised.
    """

    def __init__(
        self,
        template: Template,
        addresses: Addresses,
        clients: Clients,
        handlers: Mapping[str, Handler],
        *,
        clock: Clock,
        retry_after: timedelta | None = None,
    ) -> None:
        self._clients = clients
        self._clock = clock
        self._addresses = addresses
        self.dead: list[Dead] = []
        self.crashed: list[str] = []
        lines = {queue.name: Line(queue, retry_after) for queue in template.queues()}
        self.wires = list(_wires(template, addresses, handlers, lines))
        self.beats = list(_beats(template, handlers, clock()))

    def step(self) -> bool:
        """Do what is due now, once round; answers whether there was anything."""
        self._fetch()
        moved = [self._beat(beat) for beat in self.beats]
        moved += [self._deliver(wire) for wire in self.wires]
        return any(moved)

    def until_quiet(self, *, give_up_at: datetime | None = None) -> bool:
        """
        Work until no message is left, waiting for delayed ones; schedules go on meanwhile.

        Returns:
            ``False`` when there was still something to do at *give_up_at*, by the machine's time.
        """
        while True:
            if self.step():
                continue
            ahead = [at for wire in self.wires if (at := wire.line.next_at()) is not None]
            if not ahead:
                return True
            if give_up_at and machine_time() >= give_up_at:
                return False
            self._clock.wait_until(min(ahead))

    def next_at(self) -> datetime:
        """When there is something to do next, unless somebody uploads before."""
        ahead = [at for wire in self.wires if (at := wire.line.next_at()) is not None]
        return min([*ahead, *(beat.next_at for beat in self.beats)])

    # Messages

    def _fetch(self) -> None:
        """Take what was sent out of moto, and into the lines."""
        for wire in self.wires:
            while found := self._received(wire):
                for message in found:
                    system = message.get("Attributes", {})
                    wire.line.put(
                        completed(message["Body"], self._clients, self._clock),
                        now=self._clock(),
                        group=system.get("MessageGroupId", ""),
                        deduplication=system.get("MessageDeduplicationId", ""),
                    )
                    self._clients.sqs.delete_message(
                        QueueUrl=wire.url, ReceiptHandle=message["ReceiptHandle"]
                    )

    def _received(self, wire: Wire) -> Sequence[Mapping[str, Any]]:
        answer: Mapping[str, Any] = self._clients.sqs.receive_message(
            QueueUrl=wire.url,
            MaxNumberOfMessages=10,
            WaitTimeSeconds=0,
            MessageSystemAttributeNames=["All"],
        )
        found: Sequence[Mapping[str, Any]] = answer.get("Messages", [])
        return found

    def _deliver(self, wire: Wire) -> bool:
        now = self._clock()
        batch = wire.line.take(wire.batch_size, now=now)
        if not batch:
            return False
        failed = failures(wire.handler, event_of(batch, wire.arn), self.crashed)
        for message in batch:
            if message.id not in failed:
                wire.line.done(message)
            elif not wire.line.failed(message, now=self._clock()):
                self._bury(wire, message)
        return True

    def _bury(self, wire: Wire, message: Message) -> None:
        queue = wire.line.queue
        self.dead.append(Dead(queue.name, message.body))
        fifo = (
            {"MessageGroupId": message.group, "MessageDeduplicationId": message.id}
            if queue.fifo
            else {}
        )
        dead_url = self._addresses[queue.dead_letters or ""]["Ref"]
        self._clients.sqs.send_message(QueueUrl=dead_url, MessageBody=message.body, **fifo)

    # Schedules

    def _beat(self, beat: Beat) -> bool:
        now = self._clock()
        if now < beat.next_at:
            return False
        # What was missed is not made good, as with EventBridge.
        beat.next_at += beat.every * ((now - beat.next_at) // beat.every + 1)
        event = {"source": "aws.events", "time": now.isoformat(), "detail": {}}
        guarded(beat.handler, event, self.crashed)
        return True


def _wires(
    template: Template,
    addresses: Addresses,
    handlers: Mapping[str, Handler],
    lines: dict[str, Line],
) -> Iterator[Wire]:
    for name, event in _events(template, "SQS"):
        if "ReportBatchItemFailures" not in event.get("FunctionResponseTypes", []):
            raise ConfigurationError(f"{name}: its queue's failures must be reported one by one")
        queue = target(event["Queue"])
        yield Wire(
            line=lines[queue],
            url=addresses[queue]["Ref"],
            arn=addresses[queue]["Arn"],
            handler=handlers[name],
            batch_size=int(event.get("BatchSize", 10)),
        )


def _beats(template: Template, handlers: Mapping[str, Handler], now: datetime) -> Iterator[Beat]:
    for name, event in _events(template, "Schedule"):
        yield Beat(handlers[name], rate(event["Schedule"]), now)


def _events(template: Template, kind: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for function in template.functions():
        for event in function.events.values():
            if event["Type"] == kind:
                yield function.name, event["Properties"]


def rate(expression: str) -> timedelta:
    """
    The time between two starts of a schedule.

    >>> rate("rate(1 minute)"), rate("rate(2 hours)")
    (datetime.timedelta(seconds=60), datetime.timedelta(seconds=7200))
    """
    found = re.fullmatch(r"rate\((\d+) (minute|hour|day)s?\)", expression)
    if not found:
        raise ConfigurationError(f"template: schedule {expression!r} is not understood here")
    return timedelta(seconds=int(found.group(1)) * _UNITS[found.group(2)])


def failures(handler: Handler, event: Mapping[str, Any], crashed: list[str]) -> set[str]:
    """
    Ids of the messages to deliver again, by the rules of partial batch responses.

    An exception, an id that was not in the batch or an answer of another form fails all of them;
    *crashed* is told of exceptions.
    """
    everything = {record["messageId"] for record in event["Records"]}
    answer = guarded(handler, event, crashed)
    if answer is CRASHED:
        return everything
    try:
        failed = {each["itemIdentifier"] for each in (answer or {}).get("batchItemFailures") or []}
    except (AttributeError, KeyError, TypeError):
        return everything
    in_batch = failed <= everything
    return failed if in_batch else everything


def guarded(handler: Handler, event: Mapping[str, Any], crashed: list[str]) -> Any:
    """The handler's answer, or ``CRASHED`` with the traceback noted, as Lambda would go on."""
    try:
        return handler(event)
    except Exception:  # noqa: BLE001 - whatever a handler raises, Lambda goes on with the next event
        crashed.append(traceback.format_exc())
        LOG.complain("a function failed", crashed[-1])
        return CRASHED
