"""Twin of the board and of the channels' build state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from reprise.model.document import Build
from reprise.model.messages import TurnState


class MemoryBoard:
    """Which turn is due, and what the last one built."""

    def __init__(self) -> None:
        self._states: dict[str, TurnState] = {}
        self._builds: dict[str, Build] = {}

    def read(self) -> Mapping[str, TurnState]:
        return dict(self._states)

    def mark_dirty(self, channels: Iterable[str], *, now: datetime) -> Mapping[str, int]:
        return {channel: self._raise(channel, now) for channel in sorted(set(channels))}

    def _raise(self, channel: str, now: datetime) -> int:
        state = self._states.get(channel, TurnState())
        since = state.dirty_since or now
        raised = state.model_copy(update={"dirty": state.dirty + 1, "dirty_since": since})
        self._states[channel] = raised
        return raised.dirty

    def finish(
        self,
        channel: str,
        generation: int,
        *,
        next_change_at: datetime | None,
        fingerprint: str,
    ) -> None:
        state = self._states.get(channel, TurnState())
        if state.built > generation:
            return
        self._states[channel] = TurnState(
            dirty=state.dirty,
            built=generation,
            dirty_since=None if state.dirty == generation else state.dirty_since,
            next_change_at=next_change_at,
            fingerprint=fingerprint,
        )

    def begin(self, channel: str) -> tuple[TurnState, Build]:
        return self._states.get(channel, TurnState()), self.build(channel)

    def build(self, channel: str) -> Build:
        return self._builds.get(channel, Build(channel=channel))

    def save_build(self, build: Build) -> None:
        self._builds[build.channel] = build
