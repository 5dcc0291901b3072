"""Rules for parsed documents of the site, for :mod:`.checks`: sitemaps, directory, pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from reprise.errors import Problem
from reprise.model.document import Document
from reprise.outputs import namespaces as ns

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_MAX_LOCATIONS = 50_000
_MAX_NEWS = 1_000
_HTML_TITLE = re.compile(rb"<title>\s*[^\s<]")


def sitemap(root: etree._Element, document: Document, now: datetime | None) -> Iterator[Problem]:
    """SM: root, a ``loc`` each, no address twice, 50,000 at most; 1,000 where it is of news."""
    del now
    if root.tag not in (f"{_SITEMAP}urlset", f"{_SITEMAP}sitemapindex"):
        yield Problem("wrong_root", document.key, str(root.tag), "urlset or sitemapindex")
        return
    addresses = [(entry.findtext(f"{_SITEMAP}loc") or "").strip() for entry in root]
    if not all(addresses):
        yield Problem("missing", document.key, "loc")
    for address, count in Counter(filter(None, addresses)).items():
        if count > 1:
            yield Problem("duplicate_address", document.key, address)
    is_news = root.find(f"{_SITEMAP}url/{_NEWS}news") is not None
    limit = _MAX_NEWS if is_news else _MAX_LOCATIONS
    if len(addresses) > limit:
        yield Problem("too_many", document.key, str(len(addresses)), f"at most {limit}")


def opml(root: etree._Element, document: Document, now: datetime | None) -> Iterator[Problem]:
    """OP-01, OP-02."""
    del now
    if root.tag != "opml" or root.get("version") != "2.0":
        yield Problem("wrong_root", document.key, str(root.tag), "opml version 2.0")
        return
    outlines = [*root.iterfind("body//outline")]
    if not outlines:
        yield Problem("missing", document.key, "outline")
    if not all((outline.get("text") or "").strip() for outline in outlines):
        yield Problem("missing", document.key, "text", "text on every outline")


def rsl(root: etree._Element, document: Document, now: datetime | None) -> Iterator[Problem]:
    """RL-01, RL-02."""
    del now
    if root.tag != f"{{{ns.RSL}}}rsl":
        yield Problem("wrong_root", document.key, str(root.tag), "rsl in its namespace")
        return
    for content in root.findall(f"{{{ns.RSL}}}content"):
        if not content.get("url") or content.find(f"{{{ns.RSL}}}license") is None:
            yield Problem("missing", document.key, "url or license", "both in each content")


def html(document: Document) -> Iterator[Problem]:
    """A whole page: a document type, a title, and an end."""
    body = document.body
    if not body[:64].lstrip().lower().startswith(b"<!doctype html>"):
        yield Problem("wrong_root", document.key, send="<!doctype html> first")
    if not _HTML_TITLE.search(body):
        yield Problem("missing", document.key, "title")
    if b"</html>" not in body[-64:].lower():
        yield Problem("cut_off", document.key, send="a page that ends in </html>")


def robots(document: Document) -> Iterator[Problem]:
    """Plain text in UTF-8."""
    try:
        document.body.decode()
    except UnicodeDecodeError as error:
        yield Problem("not_utf8", document.key, str(error))
