"""
One queue as SQS would treat it: delay, visibility, receive counts, groups in order,
deduplication for five minutes, dead letters.

moto gets order after a failure and deduplication after a delete wrong, so messages are taken out of
moto as soon as they are there and kept in these lines, on the local run's own clock.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reprise.local.template import Queue

REMEMBERED_FOR = timedelta(minutes=5)
"""How long SQS knows a deduplication id, even when the message is long deleted."""

_numbers = itertools.count(1)


@dataclass
class Message:
    """
    A message on its way.

    Attributes:
        group / deduplication: Of FIFO queues, else empty.
        visible_at: Not delivered before.
        receives: How often it was delivered.
    """

    body: str
    sent_at: datetime
    visible_at: datetime
    group: str = ""
    deduplication: str = ""
    receives: int = 0
    id: str = field(default_factory=lambda: f"m{next(_numbers):08d}")


class Line:
    """
    The messages of one queue.

    Args:
        retry_after: Time until a failed message comes again, instead of the queue's visibility
            timeout: a person at a terminal does not wait for minutes.
    """

    def __init__(self, queue: Queue, retry_after: timedelta | None = None) -> None:
        self.queue = queue
        self._retry_after = retry_after or timedelta(seconds=queue.visibility_seconds)
        self._messages: list[Message] = []
        self._seen: dict[tuple[str, str], datetime] = {}

    def __len__(self) -> int:
        return len(self._messages)

    def put(self, body: str, *, now: datetime, group: str = "", deduplication: str = "") -> bool:
        """Take a message in; answers whether it was taken, not dropped as a repetition."""
        if deduplication and self._is_repetition(group, deduplication, now):
            return False
        visible_at = now + timedelta(seconds=self.queue.delay_seconds)
        self._messages.append(Message(body, now, visible_at, group, deduplication))
        return True

    def _is_repetition(self, group: str, deduplication: str, now: datetime) -> bool:
        scope = group if self.queue.scope == "messageGroup" else ""
        last = self._seen.get((scope, deduplication))
        if last is not None and now < last + REMEMBERED_FOR:
            return True
        self._seen[scope, deduplication] = now
        return False

    def take(self, size: int, *, now: datetime) -> list[Message]:
        """The next messages to deliver, at most *size*, in order; they count as received."""
        batch = list(itertools.islice(self._deliverable(now), size))
        for message in batch:
            message.receives += 1
        return batch

    def _deliverable(self, now: datetime) -> Iterator[Message]:
        """A group waits behind its first message, delayed or failed as that may be."""
        waiting: set[str] = set()
        for message in self._messages:
            if message.group in waiting:
                continue
            if message.visible_at <= now:
                yield message
            elif self.queue.fifo:
                waiting.add(message.group)

    def done(self, message: Message) -> None:
        """Delete a message."""
        self._messages.remove(message)

    def failed(self, message: Message, *, now: datetime) -> bool:
        """Let a message come again; answers ``False`` when it has come too often, and is gone."""
        if self.queue.dead_letters and message.receives >= self.queue.max_receives:
            self._messages.remove(message)
            return False
        message.visible_at = now + self._retry_after
        return True

    def next_at(self) -> datetime | None:
        """When the next message can be delivered."""
        heads: dict[str, datetime] = {}
        for message in self._messages:
            key = message.group if self.queue.fifo else message.id
            heads.setdefault(key, message.visible_at)
        return min(heads.values(), default=None)
