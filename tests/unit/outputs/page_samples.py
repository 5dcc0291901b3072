"""Invented lines, entries and channels for the tests of sitemaps and pages, and how to read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from lxml import etree, html

from reprise.model.configuration import Channel, Publication
from reprise.model.document import Document, Entry
from reprise.outputs.listing import ListItem
from reprise.outputs.sitemap import SITEMAP_NS
from reprise.outputs.sitemap_line import IMAGE_NS, VIDEO_NS, XHTML_NS, SitemapLine
from tests.unit.outputs.feed_samples import schema_path

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
BASE = "https://news.example"
HERE = Publication(
    name="The Harbour Post",
    base_url=BASE,
    language="en",
    description="News from the coast.",
    contact="desk@news.example",
)
CHANNELS = {
    "top": Channel(title="Top stories", description="What matters most."),
    "sea": Channel(title="Climate & sea"),
}
NS = {
    "sm": SITEMAP_NS,
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "image": IMAGE_NS,
    "xhtml": XHTML_NS,
}


def a_line(number: int = 0, **changes) -> SitemapLine:
    """A page of ours that everybody may list."""
    facts: dict[str, Any] = {
        "url": f"{BASE}/articles/{number:05}.html",
        "published_at": NOW - timedelta(minutes=number),
        "lastmod": NOW - timedelta(minutes=number),
        "language": "en",
        "title": f"Ferry number {number} returns",
    }
    return SitemapLine(**(facts | changes))


def an_item(number: int = 0, **changes) -> ListItem:
    """A headline in a list."""
    facts: dict[str, Any] = {
        "url": f"{BASE}/articles/{number:05}.html",
        "headline": f"Ferry number {number} returns",
        "published_at": NOW - timedelta(hours=number),
        "language": "en",
        "source": "Riverside Weekly",
        "section": "Coast",
    }
    return ListItem(**(facts | changes))


def plain_entry(**changes) -> Entry:
    """An entry with little more than it must have."""
    facts: dict[str, Any] = {
        "key": "k",
        "article_id": "ferry",
        "guid": "tag:news.example,2026:ferry",
        "url": f"{BASE}/articles/ferry.html",
        "title": "The ferry returns",
        "published_at": NOW,
        "updated_at": NOW,
        "language": "en",
        "content_html": "<p>It came back at noon.</p>",
    }
    return Entry(**(facts | changes))


def xml(document: Document) -> Any:
    """A document by a strict parser; its first bytes are the declaration (X-01)."""
    assert document.body.startswith(b"<?xml ")
    return etree.fromstring(document.body)


def found(document: Document, path: str) -> list[str]:
    """Texts or attribute values at *path*."""
    nodes = xml(document).xpath(path, namespaces=NS)
    return [node if isinstance(node, str) else (node.text or "") for node in nodes]


def page(document: Document) -> Any:
    """A page as a browser would read it."""
    assert document.body.startswith(b"<!doctype html>")
    return html.document_fromstring(document.body.decode())


def shown(document: Document) -> str:
    """All text of a page's body, with single spaces."""
    (body,) = page(document).iter("body")
    return " ".join(body.text_content().split())


def sitemap_schema() -> etree.XMLSchema:
    """
    The sitemap schema with its extensions; hreflang links need a stand-in for XHTML (HL-04).
    """
    parts = [
        (SITEMAP_NS, schema_path("sitemap.xsd").as_uri()),
        (NS["news"], schema_path("sitemap-news.xsd").as_uri()),
        (IMAGE_NS, schema_path("sitemap-image.xsd").as_uri()),
        (VIDEO_NS, schema_path("sitemap-video.xsd").as_uri()),
    ]
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{place}"/>' for name, place in parts
    )
    wrapper = etree.fromstring(
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    )
    return etree.XMLSchema(wrapper)


def without_xhtml(document: Document) -> etree._Element:
    """The sitemap without its hreflang links, which its strict schema refuses (HL-04)."""
    root = xml(document)
    etree.strip_elements(root, f"{{{XHTML_NS}}}*", with_tail=False)
    return root
