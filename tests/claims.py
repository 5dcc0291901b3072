"""
What a published site claims about the rights in its articles, read by parsers of their own.

A claim is what a machine may take for permission: a usage that is permitted, a licence, words that
name one, the territories and the end that are told beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

RSL = "https://rslstandard.org/rsl"
EVERYTHING = "*"
"""The article of claims about the whole site."""


@dataclass(frozen=True)
class Claim:
    """
    One claim.

    Attributes:
        article: Its name. kind: ``usage``, ``licence``, ``words``, ``allow``, ``expires``.
        document: Key of the document it stands in.
    """

    article: str
    kind: str
    value: Any
    document: str


def claims_in(documents: Mapping[str, bytes], names: Mapping[str, str]) -> list[Claim]:
    """All claims in *documents* about articles whose headlines *names* tells."""
    return [
        Claim(article, kind, value, key)
        for key, body in documents.items()
        for article, kind, value in _read(key, body, names)
    ]


Said = tuple[str, str, Any]


def _read(key: str, body: bytes, names: Mapping[str, str]) -> Iterator[Said]:
    if key.endswith((".rss", ".atom")):
        for entry in etree.fromstring(body).iter("{*}item", "{*}entry"):
            yield from _entry(entry, names[entry.findtext("{*}title")])
    elif key.endswith("feed.json"):
        for item in json.loads(body)["items"]:
            yield from _json_item(item, names[item["title"]])
    elif key.endswith("ninjs.json"):
        for item in _nodes(json.loads(body)):
            yield from _ninjs_item(item, names)
    elif key.startswith("articles/"):
        yield from _page(html.document_fromstring(body), names)
    else:
        yield from _site(key, body)


def _site(key: str, body: bytes) -> Iterator[Said]:
    """``license.xml`` and ``tdmrep.json``."""
    if key == "license.xml":
        yield from _usages(etree.fromstring(body), EVERYTHING)
    elif key.endswith("tdmrep.json") and any(r["tdm-reservation"] == 0 for r in json.loads(body)):
        yield EVERYTHING, "usage", "ai-train"


def _usages(element: Any, name: str) -> Iterator[Said]:
    for rule in element.iter(f"{{{RSL}}}permits"):
        if rule.get("type") == "usage":
            yield from ((name, "usage", token) for token in (rule.text or "").split())


def _entry(entry: Any, name: str) -> Iterator[Said]:
    yield from _usages(entry, name)
    for element in entry.iter("{*}license", "{*}link"):
        tag = etree.QName(element)
        stated = element.get("href") or (element.text or "").strip()
        is_licence = tag.localname == "license" or element.get("rel") == "license"
        if is_licence and tag.namespace != RSL and "unspecified" not in stated:
            yield name, "licence", stated
    for element in entry.iter("{*}rights", "{*}copyright"):
        yield name, "words", element.text or ""
    places = [one for one in entry.iter("{*}restriction") if one.get("relationship") == "allow"]
    yield name, "allow", frozenset((places[0].text or "").split()) if places else None


def _json_item(item: dict[str, Any], name: str) -> Iterator[Said]:
    block = item["_syndication"]
    yield from ((name, "usage", token) for token in block["usage"]["permits"])
    if "license" in block:
        yield name, "licence", block["license"].get("url") or block["license"]["name"]
    for part in ("rights", "copyright_notice", "usage_terms"):
        yield name, "words", block.get(part, "")
    places = block.get("territories", {}).get("allow")
    yield name, "allow", None if places is None else frozenset(places)
    yield name, "expires", block.get("expires", "")


def _ninjs_item(item: dict[str, Any], names: Mapping[str, str]) -> Iterator[Said]:
    heads = [one["value"] for one in item.get("headlines", ()) if one.get("role") == "main"]
    name = names.get(heads[0]) if heads else None
    if name is None:
        return
    for part in ("usageTerms", "copyrightNotice"):
        yield name, "words", item.get(part, "")
    if link := item.get("rightsInfo", {}).get("linkedRights"):
        yield name, "licence", link


def _page(page: html.HtmlElement, names: Mapping[str, str]) -> Iterator[Said]:
    name = names.get((page.findtext(".//h1") or "").strip())
    if name is None:
        return
    for script in page.iter("script"):
        yield from _script(script.get("type") or "", script.text or "", name)
    for address in page.xpath("//link[@rel='license']/@href | //a[@rel='license']/@href"):
        if "license.xml" not in address:
            yield name, "licence", address
    if "noindex" not in " ".join(page.xpath("//meta[@name='robots']/@content")):
        yield name, "usage", "listed"


def _script(kind: str, text: str, name: str) -> Iterator[Said]:
    if "rsl+xml" in kind:
        yield from _usages(etree.fromstring(text.strip()), name)
    elif "ld+json" in kind:
        for node in _nodes(json.loads(text)):
            if "NewsArticle" in str(node.get("@type")) and isinstance(node.get("license"), str):
                yield name, "licence", node["license"]


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(list(value.values()))
