"""What travels on queues."""

from __future__ import annotations

from reprise.model.base import Frozen, Instant, NonEmpty


class Upload(Frozen):
    """
    An object that arrived in the inbox: transport facts, nothing of its content.

    Attributes:
        key: ``inbox/<partner>/<ticket>/<file name>``.
        version_id: Version of the object, when the store tells.
        bytes: Size the event states; checked again on reading.
    """

    key: NonEmpty
    version_id: str | None = None
    bytes: int | None = None
    happened_at: Instant | None = None


class Turn(Frozen):
    """
    Build *channel* if *generation* is not built yet.

    Attributes:
        accept: An operator has looked: a document that shrank without a cause may go out.
    """

    channel: NonEmpty
    generation: int
    accept: bool = False


class TurnState(Frozen):
    """
    A channel's line on the board.

    Attributes:
        dirty: Generation that was last asked for. built: the one last built.
        dirty_since: When it became dirty, ``None`` while it is clean.
        next_change_at: When time alone changes its content.
        fingerprint: Of the configuration and code it was built with.
    """

    dirty: int = 0
    built: int = 0
    dirty_since: Instant | None = None
    next_change_at: Instant | None = None
    fingerprint: str = ""
