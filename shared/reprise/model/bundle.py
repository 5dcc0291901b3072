"""What a bundle says of its files, kept in the archive beside them for when each is taken in."""

from __future__ import annotations

from reprise.model.base import Frozen, Instant
from reprise.model.reading import Beside
from reprise.model.submission import Picture


class BundleWords(Frozen):
    """
    What holds for every file of a bundle.

    Attributes:
        stored_at: When the bundle was stored: its articles are as old as that, whenever they are
            taken in.
        beside: Its own sidecar and its manifest.
    """

    stored_at: Instant
    beside: Beside = Beside()


class FileWords(Frozen):
    """
    What holds for one file of it.

    Attributes:
        beside: The sidecar beside it, and its line in the manifest.
        picture / key: For a picture: what is known of it, and where it is kept in the archive.
    """

    beside: Beside = Beside()
    picture: Picture | None = None
    key: str = ""
