"""The turns queue: FIFO, one group for each channel."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from reprise.errors import TransientError
from reprise.model.messages import Turn
from reprise.stores.aws.errors import translated
from reprise.stores.aws.table import chunks
from reprise.stores.objects import deduplication_id

BATCH = 10
"""Messages of one request; SQS's own limit."""

TRIES = 3


class AwsTurnQueue:
    """
    The ``TurnQueue`` port on SQS.

    Args:
        pause: Sleeps so many seconds between tries; another one in tests.
    """

    def __init__(
        self, client: Any, queue_url: str, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self._client = client
        self._queue_url = queue_url
        self._pause = pause

    def send(self, turns: Sequence[Turn], *, bucket: str = "") -> None:
        for chunk in chunks(turns, BATCH):
            self._send([entry(str(n), turn, bucket) for n, turn in enumerate(chunk)])

    def _send(self, entries: list[dict[str, str]]) -> None:
        """Send a batch; entries that SQS refuses alone are tried again, those sent are not."""
        failed: list[dict[str, Any]] = []
        for number in range(TRIES):
            if number:
                self._pause(0.1 * 2**number)
            with translated(f"sending {len(entries)} turns"):
                answer = self._client.send_message_batch(QueueUrl=self._queue_url, Entries=entries)
            failed = answer.get("Failed", [])
            if not failed:
                return
            again = {refusal["Id"] for refusal in failed}
            entries = [each for each in entries if each["Id"] in again]
        codes = ", ".join(sorted({str(refusal.get("Code")) for refusal in failed}))
        raise TransientError(f"{len(entries)} turns could not be sent: {codes}")


def entry(number: str, turn: Turn, bucket: str) -> dict[str, str]:
    """A message as SQS takes it in a batch."""
    return {
        "Id": number,
        "MessageBody": turn.model_dump_json(),
        "MessageGroupId": turn.channel,
        "MessageDeduplicationId": deduplication_id(turn, bucket),
    }
