"""
Stories of Arc in its Native Specification (ANS), one or a list.

Its text is a list of elements; what is no text of the article (related links, promotions, players) is
left out and told. Restrictions of its content that we can't keep hold the story.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from reprise.errors import Problem, RefusedError
from reprise.intake.received import Received
from reprise.intake.stated import Dates, Terms, each_once, language, make_submission, web_address
from reprise.model.configuration import Partner
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Byline, Picture, Removal, Source

NAME = "arc"
Node = Mapping[str, Any]
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def read(received: Received) -> Reading:
    """
    The stories.

    Raises:
        RefusedError: The file is damaged.
    """
    if received.json.problems:
        raise RefusedError(received.name, *received.json.problems)
    value = received.json.value
    stories = value if isinstance(value, list) else [value]
    items: list[ReadItem] = []
    failures: list[tuple[str, tuple[Problem, ...]]] = []
    for at, story in enumerate(stories):
        try:
            items.append(_item(_node(story), f"{received.name}[{at}]", received.partner))
        except RefusedError as error:
            failures.append((error.item, error.problems))
    return Reading(NAME, items=tuple(items), failures=tuple(failures))


def _item(story: Node, name: str, partner: Partner) -> ReadItem:
    name = _text(story, "_id") or name
    if _node(story.get("additional_properties")).get("is_published") is False:
        send = "send stories that are published"
        raise RefusedError(name, Problem("not_published", "is_published", "false", send))
    home = partner.url or ""
    removals: list[Removal] = []
    dates = Dates(partner)
    taxonomy, address = _node(story.get("taxonomy")), _text(story, "canonical_url")
    submission = make_submission(
        name,
        id=_text(story, "_id"),
        headline=_text(_node(story.get("headlines")), "basic"),
        kicker=_text(_node(story.get("label")).get("basic"), "text"),
        abstract=_text(_node(story.get("subheadlines")), "basic")
        or _text(_node(story.get("description")), "basic"),
        body_html="".join(_markup(one, removals) for one in _nodes(story.get("content_elements"))),
        bylines=tuple(_people(story)),
        published_at=dates.read(
            "published_at", _text(story, "first_publish_date"), _text(story, "display_date")
        ),
        updated_at=dates.read("updated_at", _text(story, "last_updated_date")),
        sections=_names(taxonomy, "primary_section", "sections"),
        keywords=_names(taxonomy, "tags"),
        language=language(_text(story, "language")),
        canonical_url=web_address(urljoin(home, address)) if address else None,
        source=_source(story),
        slugline=_text(story, "slug"),
        ed_note=_text(story, "editor_note"),
        pictures=tuple(_promoted(story)),
        permission=_terms(story, partner).permission,
    )
    provenance = dates.provenance("stated")
    return ReadItem(submission, item=name, removals=tuple(removals), provenance=provenance)


def _terms(story: Node, partner: Partner) -> Terms:
    """What limits the story in a way that only its house can keep."""
    terms = Terms(partner)
    if story.get("content_restrictions"):
        terms.doubt(f"content_restrictions: {str(story['content_restrictions'])[:80]!r}")
    terms.say("copyright_notice", _text(story, "copyright"))
    return terms


# --- Text ----------------------------------------------------------------------------------------


def _markup(element: Node, removals: list[Removal]) -> str:
    """One element as HTML; empty, and told, for what is no text."""
    kind, content = _text(element, "type"), _text(element, "content")
    if kind in {"text", "raw_html", "correction"}:
        return content if kind == "raw_html" else f"<p>{content}</p>"
    if kind == "header":
        level = element.get("level")
        tag = _HEADINGS[min(max(level, 2), 6) - 2] if isinstance(level, int) else "h2"
        return f"<{tag}>{content}</{tag}>"
    inner = _nodes(element.get("content_elements"))
    if kind == "quote":
        cited = _text(_node(element.get("citation")), "content")
        told = "".join(_markup(one, removals) for one in inner) or f"<p>{content}</p>"
        return f"<blockquote>{told}{f'<p>{cited}</p>' if cited else ''}</blockquote>"
    if kind == "list":
        tag = "ol" if _text(element, "list_type") == "ordered" else "ul"
        listed = "".join(
            f"<li>{_text(one, 'content')}</li>" for one in _nodes(element.get("items"))
        )
        return f"<{tag}>{listed}</{tag}>"
    if kind == "image":
        return _figure(element)
    if kind == "divider":
        return "<hr>"
    said = content or _text(element, "url") or _text(element, "_id")
    removals.append(Removal(kind=kind or "element", text=said[:200], reason="no text of the story"))
    return ""


def _figure(element: Node) -> str:
    address = html.escape(_text(element, "url"))
    caption, credit = _text(element, "caption"), _credit(element)
    alt = html.escape(_text(element, "alt_text"))
    told = f'{caption}<span class="credit">{credit}</span>' if credit else caption
    shown = f"<figcaption>{told}</figcaption>" if told else ""
    return f'<figure><img src="{address}" alt="{alt}">{shown}</figure>' if address else ""


# --- Fields --------------------------------------------------------------------------------------


def _people(story: Node) -> Iterator[Byline]:
    for one in _nodes(_node(story.get("credits")).get("by")):
        name = _text(one, "byline") or _text(one, "name")
        if name:
            yield Byline(name=name, organisation=_text(one, "org") or None)


def _credit(element: Node) -> str:
    people = _nodes(_node(element.get("credits")).get("by"))
    return " / ".join(filter(None, (_text(one, "byline") or _text(one, "name") for one in people)))


def _promoted(story: Node) -> Iterator[Picture]:
    picture = _node(_node(story.get("promo_items")).get("basic"))
    address = web_address(_text(picture, "url"))
    if address and _text(picture, "type") == "image":
        yield Picture(
            url=address,
            caption=_text(picture, "caption") or None,
            alt=_text(picture, "alt_text") or None,
            credit=_credit(picture) or None,
        )


def _source(story: Node) -> Source | None:
    name = _text(_node(story.get("distributor")), "name")
    return Source(name=name) if name else None


def _names(taxonomy: Node, *fields: str) -> tuple[str, ...]:
    found = [one for field in fields for one in _nodes(taxonomy.get(field))]
    return each_once(_text(one, "name") or _text(one, "text") for one in found)


def _text(value: object, name: str) -> str:
    found = _node(value).get(name)
    return found.strip() if isinstance(found, str) else ""


def _node(value: object) -> Node:
    return value if isinstance(value, dict) else {}


def _nodes(value: object) -> list[Node]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, dict)]
