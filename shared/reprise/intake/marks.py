"""
By what each format is told: its marks in the content, looked at without loading its reader.

:mod:`reprise.intake.formats` asks in the order of its table; the file's name has no say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reprise.intake import front_matter
from reprise.intake.archives import is_archive
from reprise.intake.json_values import parse_json
from reprise.intake.received import Received

LONG_LIST = 100
"""Objects in a list that one run of the function takes in at once."""

REPRISE = "reprise/"
WORDPRESS = "http://wordpress.org/export/"
ATOM = "http://www.w3.org/2005/Atom"
NEWSML_G2 = "http://iptc.org/std/nar/2006-10-01/"

_BEGIN = 20_000
"""Characters in which a mark may stand."""
_MIME_HEAD = 4096
"""Bytes in which a MIME header says what the file is."""

_TWO_LINES = re.compile(r"\s*(\{[^\n]*\})[ \t\r]*\n\s*\{")
LIST = re.compile(r"\s*\[\s*\{")
_JSON_FEED = re.compile(r"^https?://(?:www\.)?jsonfeed\.org/version/1")
_HEADING = re.compile(r"\s*#[ \t]+\S[^\n]*\n")
_MIME = re.compile(rb"\A[\r\n]*[A-Za-z][A-Za-z-]{1,60}:")
_MAIL_HEAD = 16_384
"""Bytes in which the header of a mail ends; servers write long ones."""
_MAIL_HEADER = re.compile(
    rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n"
)
_MAIL_NAMES = re.compile(rb"^(from|subject|date|message-id|mime-version|received):", re.MULTILINE)
_MAIL_ENOUGH = 3
"""Headers that only a mail has together, the sender among them."""
_ARTICLE_TYPE = re.compile(
    r'"@type"\s*:\s*\[?\s*"[^"]{0,40}(?:Article|BlogPosting|MediaPosting|Report)"'
)
_TAGS = re.compile(r"<(?:html|body|article|main|p|div|h1|h2|section|br)\b[^<>]*>", re.IGNORECASE)

_NINJS = frozenset(
    {"versioncreated", "versionCreated", "firstcreated", "firstCreated", "pubstatus", "pubStatus",
     "bodies", "headlines", "usageterms", "usageTerms", "copyrightholder", "copyrightHolder",
     "representationtype", "representationType", "renditions", "associations", "$standard",
     "standard", "slugline", "body_text", "body_html", "body_xhtml", "description_text"}
)  # fmt: skip
NEWSML_ITEMS = frozenset({"newsItem", "packageItem", "conceptItem", "knowledgeItem",
                          "planningItem", "catalogItem"})  # fmt: skip
_NEWSML_ROOTS = frozenset(name.lower() for name in NEWSML_ITEMS) | {"newsmessage"}
_HTML_ROOTS = frozenset(
    {"html", "head", "body", "div", "article", "section", "main", "p", "h1", "h2", "h3", "header",
     "figure", "table", "ul", "ol", "blockquote", "span", "center"}
)  # fmt: skip


def is_bundle(received: Received) -> bool:
    """An archive, or a compressed file, by its first bytes."""
    return is_archive(received.data)


# --- JSON -----------------------------------------------------------------------------------------


def is_ndjson(received: Received) -> bool:
    """At least two lines that begin an object, the first of them whole; or a long list."""
    found = _TWO_LINES.match(received.text)
    if found is not None:
        return isinstance(parse_json(found[1]).value, dict)
    return LIST.match(received.text) is not None and _is_long(received.json.value)


def is_reprise(received: Received) -> bool:
    """An object that says so, or a list of such."""
    return str(_first_object(received).get("format", "")).startswith(REPRISE)


def is_ninjs(received: Received) -> bool:
    """An object (or a list of such) with a ``uri`` and names that only ninjs has."""
    one = _first_object(received)
    if not _NINJS & one.keys():
        return False
    return isinstance(one.get("uri"), str) or (
        isinstance(one.get("guid"), str) and "pubstatus" in one
    )


def is_json_feed(received: Received) -> bool:
    """Its version says so."""
    version = received.object.get("version")
    return isinstance(version, str) and bool(_JSON_FEED.match(version.strip()))


def is_json_ld(received: Received) -> bool:
    """A context of schema.org, and the type of an article in it."""
    return (
        received.starts_like_json
        and '"@context"' in received.text
        and "schema.org" in received.text
        and bool(_ARTICLE_TYPE.search(received.text))
    )


def is_ghost(received: Received) -> bool:
    """Posts with an id, a title and their text as HTML, at the top or in the tables of an export."""
    posts = ghost_tables(received.object).get("posts")
    first = posts[0] if isinstance(posts, list) and posts else None
    return isinstance(first, dict) and {"id", "title", "html", "slug"} <= first.keys()


def ghost_tables(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where the posts are: ``{"db": [{"data": …}]}``, ``{"data": …}`` or the object itself."""
    exports = value.get("db")
    inner = exports[0] if isinstance(exports, list) and exports else value
    data = inner.get("data") if isinstance(inner, dict) else None
    return data if isinstance(data, dict) else value


def is_arc(received: Received) -> bool:
    """A story with its headlines and a list of elements, or a list of such."""
    return {"headlines", "content_elements"} <= _first_object(received).keys()


def is_wordpress_rest(received: Received) -> bool:
    """An object (or a list of such) whose title and content come ``rendered``."""
    one = _first_object(received)
    parts = (one.get("title"), one.get("content"))
    return all(isinstance(part, dict) and part.keys() & {"rendered", "raw"} for part in parts)


def _first_object(received: Received) -> dict[str, Any]:
    """The JSON object that the whole is, or the first of a list; else an empty one."""
    value = received.json.value if received.starts_like_json else None
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, dict) else {}


def _is_long(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) > LONG_LIST
        and all(isinstance(one, dict) for one in value)
    )


# --- XML ------------------------------------------------------------------------------------------


def is_wordpress_export(received: Received) -> bool:
    """RSS that declares the namespace of exports."""
    return received.root == "rss" and WORDPRESS in received.text[:_BEGIN]


def is_feed(received: Received) -> bool:
    """By the name of the first element; an ``rdf`` or ``entry`` must look like a feed."""
    if received.root in {"rss", "feed"}:
        return True
    if received.root == "rdf":
        return "purl.org/rss/1.0" in received.text[:5000] or "<item" in received.text
    return received.root == "entry" and ATOM in received.text[:5000]


def is_newsml_g2(received: Received) -> bool:
    """A root element of G2 in its namespace (or in none, as some systems strip it)."""
    if received.root not in _NEWSML_ROOTS:
        return False
    return NEWSML_G2 in received.text or "NewsML-G2" in received.text


def is_nitf(received: Received) -> bool:
    """The first element is ``nitf``."""
    return received.root == "nitf"


# --- Texts ----------------------------------------------------------------------------------------


def is_markdown(received: Received) -> bool:
    """Front matter that holds names, or a text that begins with a ``#`` heading."""
    if received.starts_like_json or received.root:
        return False
    kind, _, _ = front_matter.split(received.text)
    return bool(kind) or bool(_HEADING.match(received.text[:2000]))


def is_web_archive(received: Received) -> bool:
    """A MIME header with parts that belong together."""
    head = received.data[:_MIME_HEAD].lower()
    is_related = b"mime-version:" in head and b"multipart/related" in head
    return is_related and bool(_MIME.match(received.data))


def is_email(received: Received) -> bool:
    """A header of a mail, and nothing else before the first empty line."""
    header = _MAIL_HEADER.match(received.data[:_MAIL_HEAD])
    named = set(_MAIL_NAMES.findall(header[0].lower())) if header else set()
    return b"from" in named and len(named) >= _MAIL_ENOUGH


def is_page(received: Received) -> bool:
    """HTML by its first element, or by having several of HTML's tags."""
    sample = received.text[:_BEGIN]
    if "<!doctype html" in sample[:1000].lower() or received.root in _HTML_ROOTS:
        return True
    return sample.lstrip()[:1] != "{" and len(_TAGS.findall(sample)) >= 3  # noqa: PLR2004


def is_text(received: Received) -> bool:
    """Any text that is mostly text; asked last. Broken JSON is not text."""
    if received.starts_like_json:
        return False
    sample = received.text[:_BEGIN]
    strange = sum(character < " " and character not in "\t\n\r\f" for character in sample)
    unknown = sample.count("\ufffd")
    return bool(sample.strip()) and strange + unknown <= len(sample) * 0.02
