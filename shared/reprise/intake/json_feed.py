"""JSON Feed 1.0 and 1.1 as an upload: each item a submission (row B3)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reprise.errors import Problem, RefusedError
from reprise.intake.json_feed_rights import rights_of
from reprise.intake.long_lists import LONG
from reprise.intake.received import Received
from reprise.intake.stated import (
    Dates,
    each_once,
    language,
    make_submission,
    web_address,
    whole_number,
)
from reprise.model.configuration import Partner
from reprise.model.reading import Part, Reading, ReadItem
from reprise.model.submission import Byline, Picture, Source, Video

NAME = "json-feed"
MAX_ITEMS = 10_000
Object = Mapping[str, Any]


def read(received: Received) -> Reading:
    """
    The items of a feed.

    Raises:
        RefusedError: It is damaged, or holds no item.
    """
    feed = received.object
    if received.json.problems:
        raise RefusedError(received.name, *received.json.problems)
    listed = feed.get("items")
    if not isinstance(listed, list) or not listed:
        raise RefusedError(
            received.name, Problem("no_article", "items", send="send at least one item")
        )
    if len(listed) > MAX_ITEMS:
        send = f"send at most {MAX_ITEMS} items in one file"
        raise RefusedError(received.name, Problem("too_large", "items", str(len(listed)), send))
    if len(listed) > LONG:
        return Reading(NAME, parts=tuple(_parts(feed, listed)))
    items, failures = [], []
    for at, one in enumerate(listed):
        try:
            items.append(_item(one, feed, received.partner, f"{received.name}[{at}]"))
        except RefusedError as error:
            failures.append((error.item, error.problems))
    return Reading(NAME, items=tuple(items), failures=tuple(failures))


def _parts(feed: Object, items: Sequence[object]) -> Iterator[Part]:
    """Each item an upload of its own, in the feed as it stood."""
    for number, item in enumerate(items, 1):
        alone = json.dumps({**feed, "items": [item]}, ensure_ascii=False)
        yield Part(f"entry-{number}.json", alone.encode("utf-8", "surrogatepass"))


def _item(item: object, feed: Object, partner: Partner, name: str) -> ReadItem:
    if not isinstance(item, dict):
        raise RefusedError(
            name, Problem("wrong_type", found=type(item).__name__, send="send an object")
        )
    identity = _id(item)
    known = identity or name
    dates = Dates(partner)
    terms, policies, documents = rights_of(item, feed, partner)
    submission = make_submission(
        known,
        id=identity,
        headline=_text(item, "title"),
        abstract=_text(item, "summary"),
        bylines=tuple(_authors(item)) or tuple(_authors(feed)),
        body_html=_text(item, "content_html"),
        body_text="" if _text(item, "content_html") else _text(item, "content_text"),
        language=language(_text(item, "language"), _text(feed, "language")),
        sections=each_once(one for one in _list(item, "tags") if isinstance(one, str)),
        canonical_url=web_address(_text(item, "url")),
        alternate_urls=tuple(filter(None, [web_address(_text(item, "external_url"))])),
        pictures=tuple(_pictures(item)),
        videos=tuple(_videos(item)),
        source=_source(feed),
        permission=terms.permission,
        published_at=dates.read("published_at", _text(item, "date_published")),
        updated_at=dates.read("updated_at", _text(item, "date_modified")),
    )
    return ReadItem(
        submission,
        item=known,
        policies=policies,
        documents=documents,
        provenance=dates.provenance("feed"),
    )


def _id(item: Object) -> str | None:
    """JF: a string; numbers are taken as their digits (section "Items")."""
    value = item.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None


def _authors(holder: Object) -> Iterator[Byline]:
    one = holder.get("author")
    for author in [*_list(holder, "authors"), *([one] if isinstance(one, dict) else [])]:
        if isinstance(author, dict) and _text(author, "name"):
            yield Byline(name=_text(author, "name"), url=web_address(_text(author, "url")))


def _pictures(item: Object) -> Iterator[Picture]:
    seen: set[str] = set()
    for name in ("image", "banner_image"):
        address = web_address(_text(item, name))
        if address and address not in seen:
            seen.add(address)
            yield Picture(url=address)
    for one in _list(item, "attachments"):
        if not isinstance(one, dict) or not _text(one, "mime_type").startswith("image/"):
            continue
        address = web_address(_text(one, "url"))
        if address and address not in seen:
            seen.add(address)
            size = whole_number(str(one.get("size_in_bytes", "")), least=1)
            yield Picture(url=address, caption=_text(one, "title") or None, media_type=_text(one, "mime_type"), bytes=size)  # fmt: skip


def _videos(item: Object) -> Iterator[Video]:
    for one in _list(item, "attachments"):
        if isinstance(one, dict) and _text(one, "mime_type").startswith("video/"):
            length = one.get("duration_in_seconds")
            yield Video(
                url=web_address(_text(one, "url")),
                title=_text(one, "title") or None,
                media_type=_text(one, "mime_type"),
                bytes=whole_number(str(one.get("size_in_bytes", "")), least=1),
                duration_seconds=whole_number(str(length).partition(".")[0], least=1),
            )


def _source(feed: Object) -> Source | None:
    name, address = _text(feed, "title"), web_address(_text(feed, "feed_url"))
    if not name and not address:
        return None
    return Source(
        name=name or None,
        url=web_address(_text(feed, "home_page_url")),
        feed_url=address,
        feed_title=name or None,
    )


def _text(holder: Object, name: str) -> str:
    value = holder.get(name)
    return value.strip() if isinstance(value, str) else ""


def _list(holder: Object, name: str) -> list[Any]:
    value = holder.get(name)
    return value if isinstance(value, list) else []
