"""Videos that a page's data name: ``VideoObject`` in JSON-LD, else ``og:video``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reprise.intake.page_data import PageData, text, things
from reprise.intake.stated import whole_number
from reprise.model.submission import Video
from reprise.text.addresses import cleaned

MOST = 5
"""Of one page; more are a gallery, and belong to something else."""

_LENGTH = re.compile(r"P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?", re.IGNORECASE)
_UNITS = (86_400, 3_600, 60, 1)


def read_videos(article: Mapping[str, Any], data: PageData, base: str | None) -> tuple[Video, ...]:
    """Those of the *article*'s data that have an address, at most :data:`MOST`."""
    found: dict[str, Video] = {}
    for video in (*_stated(article, base), *_social(data, base)):
        if (address := video.url or video.player_url) and address not in found:
            found[address] = video
    return tuple(found.values())[:MOST]


def _stated(article: Mapping[str, Any], base: str | None) -> Iterator[Video]:
    for one in things(article.get("video")):
        yield Video(
            url=cleaned(text(one.get("contentUrl")), base),
            player_url=cleaned(text(one.get("embedUrl")) or text(one.get("url")), base),
            poster=cleaned(text(one.get("thumbnailUrl")) or text(one.get("thumbnail")), base),
            title=text(one.get("name")) or text(one.get("headline")) or None,
            caption=text(one.get("description")) or None,
            credit=text(one.get("creditText")) or text(one.get("creator")) or None,
            rights=text(one.get("copyrightNotice")) or None,
            licence=text(one.get("license")) or None,
            duration_seconds=seconds(text(one.get("duration"))),
            media_type=text(one.get("encodingFormat")) or None,
        )


def _social(data: PageData, base: str | None) -> Iterator[Video]:
    """What is shared is a file only where it says so; most are players."""
    address = cleaned(data.meta("og:video:secure_url", "og:video:url", "og:video"), base)
    if address:
        kind = data.meta("og:video:type").lower()
        is_file = kind.startswith("video/")
        yield Video(
            url=address if is_file else None,
            player_url=None if is_file else address,
            width=whole_number(data.meta("og:video:width"), least=1),
            height=whole_number(data.meta("og:video:height"), least=1),
            media_type=kind or None,
        )


def seconds(length: str) -> int | None:
    """
    A length as ISO 8601 writes it, in whole seconds.

    >>> seconds("PT1M30S"), seconds("P0DT2H"), seconds("1:30")
    (90, 7200, None)
    """
    found = _LENGTH.fullmatch(length.strip())
    total = sum(int(part or 0) * unit for part, unit in zip(found.groups(), _UNITS, strict=True)) if found else 0  # fmt: skip
    return total if 0 < total < 2**31 else None
