"""
Posts of Ghost: its export, with everything in tables, and its Content API, with posts made up.

The id is that of the post, which is the guid in the feeds of Ghost; so an article is the same,
whichever of them it came by.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from reprise.errors import Problem, RefusedError
from reprise.intake.long_lists import LONG
from reprise.intake.marks import ghost_tables
from reprise.intake.received import Received
from reprise.intake.stated import Dates, each_once, make_submission, note, web_address
from reprise.model.configuration import Partner
from reprise.model.reading import Part, Reading, ReadItem
from reprise.model.submission import Byline, Picture

NAME = "ghost"
Row = Mapping[str, Any]
_HOME = "__GHOST_URL__"
"""What stands for the address of the site in exports."""


def read(received: Received) -> Reading:
    """
    The published posts; drafts, pages for members alone and scheduled posts are left out and counted.

    Raises:
        RefusedError: The file is damaged, or nothing in it is published.
    """
    if received.json.problems:
        raise RefusedError(received.name, *received.json.problems)
    posts = [*_joined(ghost_tables(received.object))]
    hidden = Counter(reason for post in posts if (reason := _why_not_public(post)))
    public = [post for post in posts if not _why_not_public(post)]
    if not public:
        send = "publish the posts to send them"
        raise RefusedError(received.name, Problem("no_article", "posts", send=send))
    notes = tuple(note("left_out", "posts", f"{count}: {why}") for why, count in hidden.items())
    if len(public) > LONG:
        return Reading(NAME, parts=tuple(_parts(public)), notes=notes)
    items: list[ReadItem] = []
    failures: list[tuple[str, tuple[Problem, ...]]] = []
    for post in public:
        try:
            items.append(_item(post, received.partner))
        except RefusedError as error:
            failures.append((error.item, error.problems))
    return Reading(NAME, items=tuple(items), failures=tuple(failures), notes=notes)


def _joined(tables: Row) -> Iterator[Row]:
    """Posts with their authors and tags in them, as the Content API gives them."""
    authors = _related(tables, "posts_authors", "author_id", "users")
    tags = _related(tables, "posts_tags", "tag_id", "tags")
    for post in _rows(tables, "posts"):
        own = str(post.get("id"))
        yield {"authors": authors[own], "tags": tags[own], **post}


def _related(tables: Row, links: str, column: str, table: str) -> Mapping[str, list[Row]]:
    rows = {str(row.get("id")): row for row in _rows(tables, table)}
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for link in sorted(_rows(tables, links), key=_order):
        if row := rows.get(str(link.get(column))):
            found[str(link.get("post_id"))].append(row)
    return found


def _order(link: Row) -> int:
    order = link.get("sort_order")
    return order if isinstance(order, int) else 0


def _why_not_public(post: Row) -> str:
    status, seen_by = post.get("status", "published"), post.get("visibility", "public")
    if status != "published":
        # Also "sent": a letter that stands on no page.
        return f"status {status}"
    if seen_by != "public" or post.get("access") is False:
        return "for members alone"
    return "" if post.get("type", "post") == "post" and post.get("page") is not True else "page"


def _parts(posts: list[Row]) -> Iterator[Part]:
    for number, post in enumerate(posts, 1):
        body = json.dumps({"posts": [post]}, ensure_ascii=False)
        yield Part(f"entry-{number}.json", body.encode("utf-8", "surrogatepass"))


def _item(post: Row, partner: Partner) -> ReadItem:
    home = (partner.url or "").rstrip("/")

    def told(name: str) -> str:
        value = post.get(name)
        return value.replace(_HOME, home).strip() if isinstance(value, str) else ""

    dates = Dates(partner)
    tags = each_once(str(tag.get("name", "")) for tag in _rows(post, "tags"))
    addresses = each_once(web_address(told(name)) or "" for name in ("canonical_url", "url"))
    submission = make_submission(
        told("id"),
        id=told("id"),
        headline=told("title"),
        abstract=told("custom_excerpt"),
        body_html=told("html"),
        published_at=dates.read("published_at", told("published_at")),
        updated_at=dates.read("updated_at", told("updated_at")),
        bylines=tuple(
            Byline(name=name)
            for one in _rows(post, "authors")
            if (name := str(one.get("name", "")))
        ),
        # An internal tag begins with a number sign.
        sections=tuple(tag for tag in tags if not tag.startswith("#")),
        canonical_url=addresses[0] if addresses else None,
        alternate_urls=addresses[1:],
        pictures=tuple(_pictures(told)),
    )
    return ReadItem(submission, item=told("id"), provenance=dates.provenance("stated"))


def _pictures(told: Any) -> Iterator[Picture]:
    address = web_address(told("feature_image"))
    if address:
        yield Picture(
            url=address,
            alt=told("feature_image_alt") or None,
            caption=told("feature_image_caption") or None,
        )


def _rows(value: Row, name: str) -> list[Row]:
    listed = value.get(name)
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
