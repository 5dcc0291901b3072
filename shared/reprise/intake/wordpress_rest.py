"""
Posts as the REST API of WordPress gives them: one object, or a list (row M6).

Asked for with ``?_embed`` they bring authors, terms and the featured picture along.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

from reprise.errors import Problem, RefusedError
from reprise.intake.received import Received
from reprise.intake.stated import (
    Dates,
    Terms,
    each_once,
    language,
    make_submission,
    web_address,
)
from reprise.intake.wordpress import LIMITING
from reprise.intake.wordpress_text import own_abstract, read_content
from reprise.model.configuration import Partner
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Action, Byline, Picture
from reprise.text.plain import html_to_text

NAME = "wordpress-rest"
Post = Mapping[str, Any]
_SIDES = 20_000
"""Pixels; more is a slip."""


def read(received: Received) -> Reading:
    """
    The posts in *received*.

    Raises:
        RefusedError: It is one post, and that can't be taken.
    """
    if received.json.problems:
        raise RefusedError(received.name, *received.json.problems)
    value = received.json.value
    if isinstance(value, dict):
        return Reading(NAME, items=(_item(value, received.name, received.partner),))
    items, failures = [], []
    for at, one in enumerate(value):
        name = f"{received.name}[{at}]"
        try:
            items.append(_item(one if isinstance(one, dict) else {}, name, received.partner))
        except RefusedError as error:
            failures.append((error.item, error.problems))
    return Reading(NAME, items=tuple(items), failures=tuple(failures))


def _item(post: Post, name: str, partner: Partner) -> ReadItem:
    guid, link = _guid(post), web_address(_text(post, "link"))
    name = guid or link or name
    status = _text(post, "status") or "publish"
    dates = Dates(partner)
    updated = dates.read("updated_at", *_when(post, "modified"))
    if status == "trash" and (guid or link):
        gone = make_submission(
            name, action=Action.WITHDRAW, id=guid, canonical_url=link, updated_at=updated
        )
        return ReadItem(gone, item=name)
    _check(post, status, name)
    content = _content(post)
    embedded = _object(post, "_embedded")
    addresses = each_once([_canonical(post) or "", link or ""])
    submission = make_submission(
        name,
        id=guid,
        updated_at=updated,
        published_at=dates.read("published_at", *_when(post, "date")),
        headline=_rendered(post, "title"),
        abstract=own_abstract(_rendered(post, "excerpt"), content),
        body_html=content,
        bylines=tuple(_bylines(embedded)),
        sections=each_once(_terms_in(embedded, "category")),
        keywords=each_once(_terms_in(embedded, "post_tag")),
        series=next(_terms_in(embedded, "series"), None),
        pictures=tuple(_pictures(embedded)),
        canonical_url=addresses[0] if addresses else None,
        alternate_urls=addresses[1:],
        language=language(_text(post, "lang"), _text(post, "locale")),
        permission=_permission(post, status, partner).permission,
    )
    return ReadItem(submission, item=name, provenance=dates.provenance("stated"))


def _check(post: Post, status: str, name: str) -> None:
    if status not in {"publish", "future"}:
        send = "send posts that are published"
        raise RefusedError(name, Problem("not_published", "status", status, send))
    if _object(post, "content").get("protected") is True or _text(post, "password"):
        send = "send posts that anybody may read"
        raise RefusedError(name, Problem("not_published", "content.protected", "true", send))


def _permission(post: Post, status: str, partner: Partner) -> Terms:
    terms = Terms(partner)
    if status == "future":
        terms.limit("embargoed_until", next(_when(post, "date"), ""), "status: future")
    for place in ("meta", "acf"):
        for key, value in _object(post, place).items():
            if LIMITING.search(key) and value:
                terms.doubt(f"{place}.{key}: {str(value)[:80]!r}")
    return terms


def _guid(post: Post) -> str:
    """The guid itself: what is rendered is escaped for a page (``&#038;``)."""
    guid = post.get("guid")
    if isinstance(guid, str):
        return guid
    raw = _text(_object(post, "guid"), "raw")
    return raw or html.unescape(_text(_object(post, "guid"), "rendered"))


def _content(post: Post) -> str:
    rendered = _rendered(post, "content")
    return rendered or read_content(_text(_object(post, "content"), "raw")).html


def _rendered(post: Post, name: str) -> str:
    part = _object(post, name)
    return _text(part, "rendered") or (_text(part, "raw") if name != "content" else "")


def _when(post: Post, name: str) -> Iterator[str]:
    """The instant in UTC, then the blog's local time."""
    utc, local = _text(post, f"{name}_gmt"), _text(post, name)
    if utc and not utc.startswith("0000"):
        yield utc if utc.endswith("Z") else f"{utc}Z"
    if local:
        yield local


def _canonical(post: Post) -> str | None:
    return web_address(_text(_object(post, "yoast_head_json"), "canonical"))


def _bylines(embedded: Post) -> Iterator[Byline]:
    for author in _objects(embedded.get("author")):
        name = _text(author, "name")
        if name:
            yield Byline(name=name, url=web_address(_text(author, "url")))


def _terms_in(embedded: Post, taxonomy: str) -> Iterator[str]:
    groups = embedded.get("wp:term")
    for group in groups if isinstance(groups, list) else ():
        for term in _objects(group):
            is_default = _text(term, "slug") == "uncategorized"
            if _text(term, "taxonomy") == taxonomy and not is_default:
                yield html.unescape(_text(term, "name"))


def _pictures(embedded: Post) -> Iterator[Picture]:
    for media in _objects(embedded.get("wp:featuredmedia")):
        address = _text(media, "source_url")
        details = _object(media, "media_details")
        about = _object(details, "image_meta")
        if address and _text(media, "media_type") in {"", "image"}:
            yield Picture(
                url=address,
                caption=" ".join(html_to_text(_rendered(media, "caption")).split()) or None,
                alt=_text(media, "alt_text") or None,
                credit=_text(about, "credit") or None,
                rights=_text(about, "copyright") or None,
                width=_side(details, "width"),
                height=_side(details, "height"),
                media_type=_text(media, "mime_type") or None,
            )


def _side(details: Post, name: str) -> int | None:
    value = details.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 1 <= value <= _SIDES else None


def _text(value: Post, name: str) -> str:
    found = value.get(name)
    return found.strip() if isinstance(found, str) else ""


def _object(value: Post, name: str) -> Post:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _objects(value: Any) -> Iterator[Post]:
    yield from (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
