"""CloudFront: forgetting what was taken back. Never needed for ordinary publishing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from reprise.stores.aws.errors import translated

MAX_PATHS = 1000
"""More than these at once are cheaper, and quicker, as everything: one path."""


class CloudFrontEdge:
    """The ``Edge`` port on CloudFront."""

    def __init__(self, client: Any, distribution_id: str) -> None:
        self._client = client
        self._distribution_id = distribution_id

    def invalidate(self, paths: Sequence[str], *, reference: str) -> None:
        items = sorted({as_item(path) for path in paths})
        if not items:
            return
        if len(items) > MAX_PATHS:
            items = ["/*"]
        with translated(f"invalidating {len(items)} paths of {self._distribution_id}"):
            self._client.create_invalidation(
                DistributionId=self._distribution_id,
                InvalidationBatch={
                    "Paths": {"Quantity": len(items), "Items": items},
                    "CallerReference": caller_reference(reference, items),
                },
            )


class NoEdge:
    """The ``Edge`` port where no CDN stands before the bucket: nothing remembers, nothing to do."""

    def invalidate(self, paths: Sequence[str], *, reference: str) -> None:
        """Do nothing."""


def as_item(path: str) -> str:
    """
    A path or cache tag as CloudFront takes it.

    >>> as_item("articles/q7.html"), as_item("/жук"), as_item("#article-q7")
    ('/articles/q7.html', '/%D0%B6%D1%83%D0%BA', '#article-q7')
    """
    return path if path.startswith("#") else quote("/" + path.lstrip("/"), safe="/%*~")


def caller_reference(reference: str, items: Sequence[str]) -> str:
    """Refused by CloudFront when used for other paths before; so it names them too."""
    return f"{reference}-{hashlib.sha256('|'.join(items).encode()).hexdigest()[:12]}"
