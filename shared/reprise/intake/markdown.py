"""
Markdown with front matter, as static sites keep their articles (row B12).

The names of the front matter are those that Hugo, Jekyll, Eleventy and Astro use, and ours. A name
that speaks of rights and is not known holds the article; any other unknown name is reported.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reprise.errors import Problem, RefusedError
from reprise.intake import front_matter
from reprise.intake.markdown_text import read_markdown
from reprise.intake.received import Received
from reprise.intake.sidecar import permission_in
from reprise.intake.stated import (
    Dates,
    Terms,
    each_once,
    language,
    make_submission,
    web_address,
    whole_number,
)
from reprise.model.permission import Origin, Stated
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Action, Byline, Picture, Removal, Source

NAME = "markdown"
MAX_CHARS = 1_000_000
"""A book. The worst text of this length takes some seconds to parse."""
Values = Mapping[str, Any]

_ABSTRACT = ("abstract", "standfirst", "dek", "summary", "excerpt", "description", "subtitle",
             "lead")  # fmt: skip
_AUTHOR = ("authors", "author", "bylines", "byline", "by", "creator", "writer")
_PUBLISHED = ("published_at", "date_published", "first_published", "date", "published_on",
              "pub_date", "pubdate", "published", "publish_date", "created")  # fmt: skip
_UPDATED = ("updated_at", "date_modified", "lastmod", "last_modified", "modified", "updated",
            "last_updated")  # fmt: skip
_CANONICAL = ("canonical_url", "canonical", "original_url", "source_url", "url", "permalink",
              "link", "external_url")  # fmt: skip
_PICTURES = ("pictures", "images", "image", "cover", "cover_image", "featured_image", "hero",
             "hero_image", "thumbnail", "picture", "photo")  # fmt: skip
_SECTIONS = ("sections", "section", "categories", "category")
_KEYWORDS = ("keywords", "tags", "tag", "topics")
_EMBARGO = ("embargoed_until", "embargo", "embargo_until", "publish_date")
_EXPIRY = ("expires_at", "expires", "expiry_date", "expiry", "unpublish_date", "expire_date")
_LICENCE = ("licence", "license", "licence_url", "license_url")
_TERMS = ("usage_terms", "usage", "rights", "terms")
_COPYRIGHT = ("copyright_notice", "copyright")
_ONE = ("title", "headline", "kicker", "overline", "dateline", "correction", "slugline", "ed_note",
        "editor_note", "series", "id", "guid", "uuid", "version", "language", "lang", "locale",
        "source", "publication", "permission", "action", "draft", "status", "pub_status",
        "rights_holder", "copyright_holder")  # fmt: skip
_SITES_OWN = frozenset(
    {"layout", "slug", "weight", "type", "aliases", "comments", "toc", "math", "template", "theme",
     "menu", "featured", "pinned", "sticky", "redirect_from", "reading_time", "format", "og_image",
     "output", "eleventy_exclude_from_collections", "sitemap"}
)  # fmt: skip
_KNOWN = frozenset(
    {*_ABSTRACT, *_AUTHOR, *_PUBLISHED, *_UPDATED, *_CANONICAL, *_PICTURES, *_SECTIONS, *_KEYWORDS,
     *_EMBARGO, *_EXPIRY, *_LICENCE, *_TERMS, *_COPYRIGHT, *_ONE}
)  # fmt: skip
_LIMITING = re.compile(r"permi|licen[cs]e|embargo|expir|rights|republi|syndic|restrict|usage")
_ADDRESS_OF_PICTURE = ("url", "src", "file", "path", "image", "filename")


def read(received: Received) -> Reading:
    """
    The one article.

    Raises:
        RefusedError: The front matter can't be read, or the text is too long.
    """
    kind, head, body = front_matter.split(received.text)
    values = front_matter.parse(kind, head) if kind else {}
    if isinstance(values, Problem):
        raise RefusedError(received.name, values)
    if len(body) > MAX_CHARS:
        found, send = f"{len(body)} characters", f"send at most {MAX_CHARS}"
        raise RefusedError(received.name, Problem("too_large", "text", found, send))
    return Reading(NAME, items=(_item(values, body, received),))


def _item(values: Values, body: str, received: Received) -> ReadItem:
    partner = received.partner
    name = _text(values, "id", "guid", "uuid") or received.name
    text = read_markdown(body)
    addresses = each_once(web_address(_text(values, key)) or "" for key in _CANONICAL)
    dates = Dates(partner)
    submission = make_submission(
        name,
        action=_action(values, name),
        id=_text(values, "id", "guid", "uuid"),
        version=whole_number(_text(values, "version")),
        updated_at=dates.read("updated_at", _text(values, *_UPDATED)),
        published_at=dates.read("published_at", _text(values, *_PUBLISHED)),
        headline=_text(values, "headline", "title") or text.title,
        kicker=_text(values, "kicker", "overline"),
        abstract=_text(values, *_ABSTRACT),
        bylines=tuple(_bylines(values)),
        dateline=_text(values, "dateline"),
        body_html=text.html,
        language=language(_text(values, "language", "lang", "locale")),
        sections=each_once(_list(values, *_SECTIONS)),
        keywords=each_once(_list(values, *_KEYWORDS)),
        series=next(iter(_list(values, "series")), None),
        pictures=(*_pictures(values), *text.pictures),
        canonical_url=addresses[0] if addresses else None,
        source=_source(values),
        correction=_text(values, "correction") or None,
        slugline=_text(values, "slugline"),
        ed_note=_text(values, "ed_note", "editor_note"),
        pub_status="withheld" if _is_draft(values) else "usable",
        permission=_terms(values, received).permission,
    )
    return ReadItem(
        submission,
        item=name,
        policies=tuple(_policy(values)),
        removals=(*text.removed, *_unknown(values)),
        provenance=dates.provenance("front matter"),
    )


def _text(values: Values, *names: str) -> str:
    """The first of *names* that holds a text or a number."""
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return ""


def _list(values: Values, *names: str) -> Iterator[str]:
    """Texts of a list, of one text with commas, or of several names."""
    for name in names:
        value = values.get(name)
        if isinstance(value, str):
            yield from value.split(",")
        elif isinstance(value, list):
            yield from (str(one) for one in value if isinstance(one, str | int | float))


def _action(values: Values, name: str) -> Action:
    stated = _text(values, "action").lower()
    allowed = {"", "publish", "withdraw", "kill"}
    if stated not in allowed:
        send = "send publish, withdraw or kill"
        raise RefusedError(name, Problem("not_allowed", "action", stated, send))
    return Action(stated or "publish")


def _is_draft(values: Values) -> bool:
    """Drafts of a site are not for anybody yet; neither is what is marked so."""
    marked = values.get("draft") is True or values.get("published") is False
    status = _text(values, "pub_status", "status").lower()
    return marked or status in {"draft", "withheld", "private", "hidden"}


def _bylines(values: Values) -> Iterator[Byline]:
    for name in _AUTHOR:
        value = values.get(name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one.strip():
                yield Byline(name=one.strip())
            elif isinstance(one, dict) and _text(one, "name"):
                yield Byline(
                    name=_text(one, "name"),
                    role=_text(one, "role", "title") or None,
                    organisation=_text(one, "organisation", "organization", "affiliation") or None,
                    email=_text(one, "email") or None,
                    url=web_address(_text(one, "url", "link")),
                )
        if value:
            return


def _pictures(values: Values) -> Iterator[Picture]:
    for name in _PICTURES:
        value = values.get(name)
        for one in value if isinstance(value, list) else [value]:
            picture = _picture({"url": one} if isinstance(one, str) else one)
            if picture is not None:
                yield picture


def _picture(value: object) -> Picture | None:
    if not isinstance(value, dict) or not _text(value, *_ADDRESS_OF_PICTURE):
        return None
    usable = value.get("usable")
    return Picture(
        url=_text(value, *_ADDRESS_OF_PICTURE),
        caption=_text(value, "caption", "title", "description") or None,
        alt=_text(value, "alt") or None,
        credit=_text(value, "credit", "photographer", "attr", "attribution") or None,
        rights=_text(value, "rights", "copyright") or None,
        licence=_text(value, "licence", "license") or None,
        usable=usable if isinstance(usable, bool) else None,
        width=whole_number(_text(value, "width"), least=1),
        height=whole_number(_text(value, "height"), least=1),
    )


def _source(values: Values) -> Source | None:
    value = values.get("source", values.get("publication"))
    if isinstance(value, dict):
        name, address = _text(value, "name", "title"), web_address(_text(value, "url", "link"))
        return Source(name=name or None, url=address) if name or address else None
    stated = _text(values, "source", "publication")
    if not stated:
        return None
    return Source(url=stated) if web_address(stated) else Source(name=stated)


# --- Rights -------------------------------------------------------------------------------------


def _terms(values: Values, received: Received) -> Terms:
    terms = Terms(received.partner)
    for field, names in (("embargoed_until", _EMBARGO), ("expires_at", _EXPIRY)):
        for name in names:
            if values.get(name) not in (None, False):
                terms.limit(field, str(values[name]), name)
    for name in _LICENCE:
        _licence(values.get(name), name, terms)
    terms.say("rights_holder", _text(values, "rights_holder", "copyright_holder"))
    terms.say("copyright_notice", _text(values, *_COPYRIGHT))
    for name in _TERMS:
        if isinstance(values.get(name), dict | list | bool):
            terms.doubt(f"{name}: {str(values[name])[:80]}; send it under permission")
    terms.say("usage_terms", _text(values, *_TERMS))
    for name in values:
        if _LIMITING.search(name) and name not in _KNOWN:
            terms.doubt(f"{name}: not a known name; send it under permission")
    return terms


def _licence(value: object, name: str, terms: Terms) -> None:
    if isinstance(value, dict):
        value = _text(value, "url", "link", "id", "name")
    if isinstance(value, str) and value.strip():
        terms.say("licence", value.strip())
    elif value not in (None, ""):
        terms.doubt(f"{name}: {str(value)[:80]}")


def _policy(values: Values) -> Iterator[Stated]:
    """The ``permission`` of our own format, read as strictly as there."""
    if "permission" in values:
        permission = permission_in(values["permission"])
        yield Stated(origin=Origin.UPLOAD, permission=permission, name="front matter")


def _unknown(values: Values) -> Iterator[Removal]:
    for name in values:
        if name not in _KNOWN and name not in _SITES_OWN:
            yield Removal(kind="unknown-field", text=html.escape(name)[:80], reason="front matter")
