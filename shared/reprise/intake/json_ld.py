"""
JSON-LD without a page: schema.org articles alone, in a list or in a ``@graph`` (row B6).

Each is read as the page that would carry it, with its text as the page shows it: so the same article
is the same, however it was sent.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reprise.errors import Problem, RefusedError
from reprise.intake import html_page
from reprise.intake.long_lists import LONG
from reprise.intake.page_data import articles_in, text
from reprise.intake.received import Received
from reprise.model.reading import Part, Reading, ReadItem

NAME = "json-ld"
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|figure)\b", re.IGNORECASE)


def read(received: Received) -> Reading:
    """
    The articles.

    Raises:
        RefusedError: The file is damaged, or its only article can't be read.
    """
    if received.json.problems:
        raise RefusedError(received.name, *received.json.problems)
    articles = articles_in(received.json.value)
    if len(articles) > LONG:
        return Reading(NAME, parts=tuple(_parts(articles)))
    if not articles:
        send = "send articles with a headline and an articleBody"
        raise RefusedError(received.name, Problem("no_article", "@type", send=send))
    items: list[ReadItem] = []
    failures: list[tuple[str, tuple[Problem, ...]]] = []
    for at, article in enumerate(articles):
        name = text(article.get("@id")) or f"{received.name}[{at}]"
        try:
            page = replace(received, data=_page(article), name=name)
            # Whatever its length: here nobody has to tell a text from what stands around it.
            items += html_page.read(page, least=1).items
        except RefusedError as error:
            failures.append((name, error.problems))
    return Reading(NAME, items=tuple(items), failures=tuple(failures))


def _parts(articles: Sequence[Mapping[str, Any]]) -> Iterator[Part]:
    """Each article an upload of its own, with what it refers to in it."""
    for number, article in enumerate(articles, 1):
        alone = json.dumps({"@context": "https://schema.org", **article}, ensure_ascii=False)
        yield Part(f"entry-{number}.json", alone.encode("utf-8", "surrogatepass"))


def _page(article: Mapping[str, Any]) -> bytes:
    """The page that *article* would stand on."""
    told = json.dumps({"@context": "https://schema.org", **article}).replace("<", "\\u003c")
    address = text(article.get("@id"))
    stated = text(article.get("url")) or text(article.get("mainEntityOfPage"))
    link = f'<link rel="canonical" href="{html.escape(address)}">' if address and not stated else ""
    language = html.escape(text(article.get("inLanguage")))
    headline = html.escape(text(article.get("headline")) or text(article.get("name")))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{headline}</title>'
        f'{link}<script type="application/ld+json">{told}</script></head>'
        f"<body><article><h1>{headline}</h1>{_body(article)}</article></body></html>"
    ).encode("utf-8", "replace")


def _body(article: Mapping[str, Any]) -> str:
    stated = text(article.get("articleBody")) or text(article.get("text"))
    if _MARKUP.search(stated):
        return stated
    paragraphs = re.split(r"\s*\n\s*", html.unescape(stated).strip())
    return "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in paragraphs)
