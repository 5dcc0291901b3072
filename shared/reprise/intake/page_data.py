"""
What a page says about itself for machines: JSON-LD, microdata, OpenGraph and other ``meta`` (B7).

Everything is optional, often wrong and never trusted with active content: values come out as plain
texts, and which of them to believe is decided in ``page_fields.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reprise.intake.page_text import one_line
from reprise.intake.xml_reading import Element

Object = Mapping[str, Any]

_ARTICLE_TYPES = {
    "newsarticle": 5, "reportagenewsarticle": 5, "analysisnewsarticle": 5, "opinionnewsarticle": 5,
    "backgroundnewsarticle": 5, "reviewnewsarticle": 5, "askpublicnewsarticle": 5,
    "advertisercontentarticle": 4, "liveblogposting": 4, "blogposting": 4, "article": 4,
    "scholarlyarticle": 4, "techarticle": 4, "socialmediaposting": 3, "report": 3, "creativework": 1,
    "webpage": 1,
}  # fmt: skip
_ADDRESSES = frozenset(
    ["url", "sameas", "image", "license", "logo", "mainentityofpage", "isbasedon", "usageinfo",
     "contenturl", "thumbnailurl", "discussionurl", "acquirelicensepage"]
)  # fmt: skip
"""Properties (lower case) whose value is an address."""
_MAX_SCRIPTS = 50
_MAX_NODES = 5000
_MAX_CHARS = 2_000_000
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*$")  # fmt: skip
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(slots=True)
class PageData:
    """
    Attributes:
        article: Properties of the page's article by JSON-LD, else by microdata, else by
            microformats; may be empty.
        breadcrumbs: Names on the way from the home page to this one, by JSON-LD.
        metas: ``meta`` contents by name or property, lower case, in order.
        links: ``link`` addresses by relation.
        is_article: Some mark says that this page is one article.
        is_listing: Some mark says that it is not.
        is_live: It is one of several reports on one page, newest first.
    """

    article: Object = field(default_factory=dict)
    breadcrumbs: tuple[str, ...] = ()
    metas: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[Mapping[str, str]]] = field(default_factory=dict)
    is_article: bool = False
    is_listing: bool = False
    is_live: bool = False

    def meta(self, *names: str) -> str:
        """The first content of the first of *names* that has one."""
        for name in names:
            for content in self.metas.get(name, ()):
                if content:
                    return content
        return ""

    def all_metas(self, *names: str) -> list[str]:
        """Every content of *names*."""
        return [content for name in names for content in self.metas.get(name, ()) if content]

    def link(self, relation: str) -> str:
        """The first address of *relation*."""
        return next((one["href"] for one in self.links.get(relation, ()) if one.get("href")), "")


def read_data(root: Element) -> PageData:
    """What the page *root* says about itself."""
    metas = dict(_metas(root))
    links = _links(root)
    nodes = [*_json_ld(root)]
    article = _resolved(_best(nodes), _named(nodes)) or _microdata(root) or _h_entry(root)
    kind = (metas.get("og:type") or [""])[0].lower()
    types = {name for node in nodes for name in _types(node)}
    return PageData(
        article=article,
        breadcrumbs=_breadcrumbs(nodes),
        metas=metas,
        links=links,
        is_article=bool(article and _rank(article) > 1) or kind.startswith("article"),
        is_listing=bool(types & {"collectionpage", "searchresultspage"})
        or (kind == "website" and not article),
        is_live="liveblogposting" in _types(article),
    )


def texts(value: object) -> list[str]:
    """*value* of a schema.org property as texts: a text, a list, or things with a name."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    if isinstance(value, dict):
        return texts(
            value.get("@value") or value.get("name") or value.get("url") or value.get("@id")
        )
    return []


def text(value: object) -> str:
    """The first text of *value*."""
    return next(iter(texts(value)), "")


def things(value: object) -> list[Object]:
    """*value* as things; a text is a thing of that name."""
    listed = value if isinstance(value, list) else [value]
    found: list[Object] = []
    for one in listed:
        if isinstance(one, dict):
            found.append(one)
        elif isinstance(one, str) and one.strip():
            found.append({"name": one.strip()})
    return found


# --- JSON-LD -------------------------------------------------------------------------------------


def _json_ld(root: Element) -> Iterator[dict[str, Any]]:
    """Every object in every JSON-LD script, graphs and lists opened."""
    scripts = [one for one in root.iter("script") if "ld+json" in (one.get("type") or "").lower()]
    count = 0
    for script in scripts[:_MAX_SCRIPTS]:
        for node in _flat(_parsed(script.text or "")):
            count += 1
            if count > _MAX_NODES:
                return
            yield node


def _parsed(script: str) -> object:
    bare = _COMMENT.sub("", script[:_MAX_CHARS].strip())
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flat(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 10:  # noqa: PLR2004 - graphs in lists in graphs
        return
    if isinstance(value, list):
        for one in value:
            yield from _flat(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            inner = value.get(name)
            if isinstance(inner, dict | list):
                yield from _flat(inner, depth + 1)


def _breadcrumbs(nodes: list[dict[str, Any]]) -> tuple[str, ...]:
    lists = [node for node in nodes if "breadcrumblist" in _types(node)]
    steps = things(lists[0].get("itemListElement")) if lists else []
    named = (text(step.get("name")) or text(step.get("item")) for step in steps)
    return tuple(name for name in named if name and "://" not in name)


def _types(node: Object) -> set[str]:
    return {one.rpartition("/")[2].rpartition(":")[2].lower() for one in texts(node.get("@type"))}


def _rank(node: Object) -> int:
    return max((_ARTICLE_TYPES.get(name, 0) for name in _types(node)), default=0)


def _best(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """The article of the page: the most particular type, then the one that says most."""
    ranked = [node for node in nodes if _rank(node) > 0]

    def worth(node: Object) -> tuple[int, int, int]:
        return _rank(node), int("articleBody" in node) + int("headline" in node), len(node)

    best = max(ranked, key=worth, default={})
    articles = [node for node in ranked if _rank(node) >= 3]  # noqa: PLR2004 - articles proper
    headlines = {text(node.get("headline")) for node in articles} - {""}
    # A page with many articles of equal rank is a list of teasers.
    return {} if len(headlines) > 3 and not text(best.get("articleBody")) else best  # noqa: PLR2004


def articles_in(value: object) -> tuple[dict[str, Any], ...]:
    """The articles in JSON-LD that came without a page, references filled in."""
    nodes = [*_flat(value)]
    named = _named(nodes)
    articles = (node for node in nodes if _rank(node) >= 3 and node.get("headline"))  # noqa: PLR2004 - articles proper
    return tuple(_resolved(node, named) for node in articles)


def _named(nodes: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """*nodes* by their ids; those that are nothing but an id refer to others."""
    return {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }


def _resolved(article: dict[str, Any], named: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """*article* with references to other nodes of the graph filled in."""

    def filled(value: object) -> object:
        if isinstance(value, dict) and set(value) <= {"@id", "@type"} and value.get("@id") in named:
            return named[str(value["@id"])]
        if isinstance(value, list):
            return [filled(one) for one in value]
        return value

    return {name: filled(value) for name, value in article.items()}


# --- Microdata -----------------------------------------------------------------------------------


def _microdata(root: Element) -> dict[str, Any]:
    """Properties of the first ``itemscope`` that is an article (HTML, section 5)."""
    for scope in root.xpath("//*[@itemscope and @itemtype]"):
        kind = (scope.get("itemtype") or "").rpartition("/")[2].lower()
        if _ARTICLE_TYPES.get(kind, 0) >= 3:  # noqa: PLR2004 - articles proper
            found = {"@type": kind, **_properties(scope)}
            # What is marked as the text here is a place of the page, boxes and all: no witness.
            found.pop("articleBody", None)
            return found
    return {}


def _properties(scope: Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    waiting = list(scope)
    while waiting:
        element = waiting.pop(0)
        if not isinstance(element.tag, str):
            continue
        names = (element.get("itemprop") or "").split()
        is_scope = "itemscope" in element.attrib
        for name in names:
            said = _properties(element) if is_scope else _value(element, name)
            found.setdefault(name, []).append(said)
        if not is_scope:
            waiting[:0] = list(element)
    return found


def _value(element: Element, name: str) -> str:
    """By the standard a link's value is its address; sections and authors are meant by name."""
    is_named = element.tag == "a" and name.lower() not in _ADDRESSES and one_line(element)
    for attribute in (
        ("content", "datetime") if is_named else ("content", "datetime", "href", "src")
    ):
        if element.get(attribute):
            return str(element.get(attribute)).strip()
    return one_line(element)


# --- meta and link -------------------------------------------------------------------------------


# --- Microformats ---------------------------------------------------------------------------------


_MICROFORMATS = {
    "headline": "p-name", "datePublished": "dt-published", "dateModified": "dt-updated",
    "author": "p-author", "url": "p-canonical",
}  # fmt: skip
"""h-entry (microformats2) in words of schema.org; the canonical link is Medium's."""


def _h_entry(root: Element) -> dict[str, Any]:
    """The page's one ``h-entry``; several are a list."""
    entries = _with_class(root, "h-entry")
    if len(entries) != 1:
        return {}
    found = {name: _with_class(entries[0], mark) for name, mark in _MICROFORMATS.items()}
    told: dict[str, Any] = {name: _told(ones[0]) for name, ones in found.items() if ones}
    if told.get("author"):
        told["author"] = {"@type": "Person", "name": told["author"]}
    said = {name: value for name, value in told.items() if value}
    return {"@type": "BlogPosting", **said} if said.get("headline") else {}


def _with_class(element: Element, name: str) -> list[Element]:
    return [one for one in element.iter() if name in (one.get("class") or "").split()]


def _told(element: Element) -> str:
    """An instant or an address where the element has one for machines, else its words."""
    if "p-canonical" in (element.get("class") or ""):
        return element.get("href") or ""
    return element.get("datetime") or one_line(element)


def _metas(root: Element) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content[:20_000])
                break
    yield from found.items()


def _links(root: Element) -> dict[str, list[Mapping[str, str]]]:
    found: dict[str, list[Mapping[str, str]]] = {}
    for element in root.iter("link"):
        for relation in (element.get("rel") or "").lower().split():
            kept = {name: element.get(name) or "" for name in ("href", "type", "hreflang", "title")}
            found.setdefault(relation, []).append(kept)
    return found
