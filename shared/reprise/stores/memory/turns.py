"""Twin of the FIFO queue, with the queue's manners that moto gets wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reprise.model.messages import Turn
from reprise.stores.memory.clock import Clock
from reprise.stores.objects import deduplication_id

DEDUPLICATION = timedelta(minutes=5)
"""How long SQS remembers a deduplication id, also after its message was deleted."""


@dataclass
class Delivery:
    """A message on the queue, or in a consumer's hands until ``hidden_until``."""

    turn: Turn
    visible_at: datetime
    receives: int = 0
    hidden_until: datetime | None = None


class MemoryTurnQueue:
    """
    One group per channel: while one of its messages is in flight, its later ones wait.

    Args:
        delay: Before a message can be received: bursts coalesce meanwhile.
        visibility: How long a consumer has before its messages come again.
        max_receives: After so many a message goes to ``dead``.

    Attributes:
        sent: Turns accepted, without those dropped as duplicates.
        dropped: Those.
        dead: The dead-letter queue.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        delay: timedelta = timedelta(0),
        visibility: timedelta = timedelta(minutes=3),
        max_receives: int = 5,
    ) -> None:
        self.clock = clock
        self.delay = delay
        self.visibility = visibility
        self.max_receives = max_receives
        self.sent: list[Turn] = []
        self.dropped: list[Turn] = []
        self.dead: list[Turn] = []
        self._queue: list[Delivery] = []
        self._seen: dict[str, datetime] = {}

    def send(self, turns: Sequence[Turn], *, bucket: str = "") -> None:
        now = self.clock()
        for turn in turns:
            key = deduplication_id(turn, bucket)
            if key in self._seen and now < self._seen[key] + DEDUPLICATION:
                self.dropped.append(turn)
                continue
            self._seen[key] = now
            self.sent.append(turn)
            self._queue.append(Delivery(turn, now + self.delay))

    def receive(self, limit: int = 10) -> list[Delivery]:
        """Up to *limit* messages, in order within each group; they are in flight then."""
        now = self.clock()
        self._bury(now)
        busy = {d.turn.channel for d in self._queue if d.hidden_until and now < d.hidden_until}
        taken: list[Delivery] = []
        for delivery in self._queue:
            if delivery.turn.channel in busy or len(taken) == limit:
                continue
            if now < delivery.visible_at:
                busy.add(delivery.turn.channel)
                continue
            delivery.receives += 1
            delivery.hidden_until = now + self.visibility
            taken.append(delivery)
        return taken

    def done(self, delivery: Delivery) -> None:
        """Delete a message that was received."""
        self._queue = [other for other in self._queue if other is not delivery]

    def back(self, delivery: Delivery) -> None:
        """Give a message back: it is visible again at once."""
        delivery.hidden_until = None

    def waiting(self) -> int:
        """Messages on the queue, those in flight and delayed included."""
        return len(self._queue)

    def _bury(self, now: datetime) -> None:
        worn = [d for d in self._queue if self._is_free(d, now) and d.receives >= self.max_receives]
        for delivery in worn:
            self.done(delivery)
            self.dead.append(delivery.turn)

    @staticmethod
    def _is_free(delivery: Delivery, now: datetime) -> bool:
        return delivery.hidden_until is None or now >= delivery.hidden_until
