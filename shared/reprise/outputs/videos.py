"""
Videos a reader may see, and what they are by their addresses (row B32, VI-*).

As of pictures: a video's own word decides, else what is said of videos in general; silence is no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from reprise.model.document import ShownVideo
from reprise.model.submission import Video
from reprise.outputs.addresses import public_uri
from reprise.outputs.pictures import MediaRights

_TYPES = {
    "m4v": "video/mp4",
    "mov": "video/quicktime",
    "mp4": "video/mp4",
    "mpg": "video/mpeg",
    "ogv": "video/ogg",
    "webm": "video/webm",
    "m3u8": "application/vnd.apple.mpegurl",
    "mpd": "application/dash+xml",
}
_STREAMS = frozenset({"application/vnd.apple.mpegurl", "application/x-mpegurl", "application/dash+xml"})  # fmt: skip
"""Lists of pieces of a video, which players fetch as one."""


def shown_videos(videos: Iterable[Video], rights: MediaRights) -> tuple[ShownVideo, ...]:
    """Those of *videos* that may be shown and can be played, each address once."""
    shown: dict[str, ShownVideo] = {}
    for video in videos:
        if rights.cover(video) and (public := _public(video)):
            shown.setdefault(public.address, public)
    return tuple(shown.values())


def _public(video: Video) -> ShownVideo | None:
    """With public addresses only. What is no media file is a page that plays it (VI-03)."""
    url, player = public_uri(video.url), public_uri(video.player_url)
    kind = media_type_of(video.media_type, url)
    if url and kind is None:
        url, player = None, player or url
    if not (url or player):
        return None
    said = video.model_dump() | {
        "url": url,
        "player_url": player,
        "poster": public_uri(video.poster),
        "media_type": kind,
    }
    return ShownVideo.model_validate(said)


def media_type_of(stated: str | None, url: str | None) -> str | None:
    """
    The type of a video's file, as stated or by its ending; ``None`` when it is none.

    >>> media_type_of(None, "https://v.example/a.mp4?x=1"), media_type_of("text/html", "https://v.example/a")
    ('video/mp4', None)
    """
    kind = (stated or "").partition(";")[0].strip().lower()
    if kind.startswith("video/") or kind in _STREAMS:
        return kind
    if kind or url is None:
        return None
    ending = re.search(r"\.([a-z0-9]+)$", urlsplit(url).path.lower())
    return _TYPES.get(ending[1]) if ending else None
