"""
Pages that say why there is nothing: gone, moved, closed, lost, broken (HTTP-12, invariant 6).

Each names the feeds there are, so that who came for news finds the way to them (HU-05).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from reprise.model.configuration import Channel, Publication
from reprise.model.document import Document
from reprise.outputs import places
from reprise.outputs.page_parts import Link, some_feeds
from reprise.outputs.page_renderer import SECONDS, Renderer
from reprise.outputs.places import address, page_key

ERROR_SECONDS = 10
"""What a poller asked for too early, or while S3 was away, is there soon."""

_NO_CHANNELS: Mapping[str, Channel] = {}


@dataclass(frozen=True, slots=True)
class Messages:
    """The pages of a site that has nothing to show under an address."""

    renderer: Renderer

    def gone(
        self,
        article_id: str,
        publication: Publication,
        channels: Mapping[str, Channel] = _NO_CHANNELS,
    ) -> Document:
        """What stands where an article was: 410, and not a word of it (invariant 6)."""
        return self.message("gone", page_key(article_id), publication, HTTPStatus.GONE, channels)

    def error(
        self,
        status: int,
        publication: Publication,
        channels: Mapping[str, Channel] = _NO_CHANNELS,
    ) -> Document:
        """The page for an error the edge meets: ``errors/404.html`` and so on."""
        which = {403: "lost", 404: "lost", 410: "gone"}.get(status, "error")
        key = places.error_key(status)
        return self.message(which, key, publication, status, channels, seconds=ERROR_SECONDS)

    def closed(
        self, key: str, publication: Publication, channels: Mapping[str, Channel] = _NO_CHANNELS
    ) -> Document:
        """What stands where a channel's document was: 410, and feed readers stop asking."""
        return self.message("closed", key, publication, HTTPStatus.GONE, channels)

    def moved(self, key: str, to: str, publication: Publication) -> Document:
        """
        What stands where a channel's document was that is under *to* now: 301 (HTTP-12).

        Readers that understand it ask there from now on, and know every article by its id.
        """
        here = address(to, publication)
        made = self.message(
            "moved", key, publication, HTTPStatus.MOVED_PERMANENTLY, link=Link(here, here)
        )
        return replace(made, location=here)

    def message(
        self,
        which: str,
        key: str,
        publication: Publication,
        status: int,
        channels: Mapping[str, Channel] = _NO_CHANNELS,
        *,
        link: Link | None = None,
        seconds: int = SECONDS,
    ) -> Document:
        """The page in words named by *which*, under *key*."""
        words = self.renderer.words(publication.language)
        made = self.renderer.document(
            "message.html",
            key,
            publication,
            words,
            seconds=seconds,
            noindex=True,
            kind="message",
            robots="noindex",
            feeds=some_feeds(channels, publication),
            status=int(status),
            heading=words[f"{which}_title"],
            text=words[f"{which}_text"],
            link=link,
        )
        return replace(made, status=int(status))
