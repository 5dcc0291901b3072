"""
Django's sitemaps, measured in an environment of their own: ``benchmarks.sitemaps`` starts this.

Prints the CPU seconds of each round as JSON. Django ships no news sitemap; for that its own
machinery (``Sitemap.get_urls``) fills a template with the news elements, as its users do.
"""

# mypy: ignore-errors
from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime, timedelta

import django
from django.conf import settings

settings.configure(
    USE_TZ=True,
    INSTALLED_APPS=["django.contrib.sitemaps"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
)
django.setup()

from django.contrib.sitemaps import Sitemap  # noqa: E402 - only after the settings
from django.template import engines, loader  # noqa: E402

START = datetime(2026, 5, 3, 12, tzinfo=UTC)
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
{% for url in urlset %}<url><loc>{{ url.location }}</loc>{% if url.lastmod %}<lastmod>{{ url.lastmod|date:"c" }}</lastmod>{% endif %}<news:news><news:publication><news:name>{{ name }}</news:name><news:language>{{ url.item.language }}</news:language></news:publication><news:publication_date>{{ url.item.published_at|date:"c" }}</news:publication_date><news:title>{{ url.item.title }}</news:title></news:news></url>
{% endfor %}</urlset>"""


class Page:
    """One article, like the line that ours is given."""

    language = "en"

    def __init__(self, number):
        self.path = f"/articles/{number:020}.html"
        self.published_at = START - timedelta(seconds=number % 100_000)
        self.lastmod = START - timedelta(seconds=number % 80_000)
        self.title = f"Council backs the new ferry & bridge plan number {number}"


class Articles(Sitemap):
    """The pages, in one file of Django's largest size."""

    limit = 50_000
    protocol = "https"

    def __init__(self, pages):
        self.pages = pages

    def items(self):
        return self.pages

    def location(self, item):
        return item.path

    def lastmod(self, item):
        return item.lastmod


class Site:
    """Stands in for the row of django.contrib.sites."""

    domain = "news.example"


def main(kind, count, rounds):
    pages = [Page(number) for number in range(count)]
    news = engines["django"].from_string(NEWS)
    seconds = []
    for _ in range(rounds):
        began = time.process_time()
        values = {"urlset": Articles(pages).get_urls(site=Site), "name": "The Harbour Post"}
        made = (
            news.render(values)
            if kind == "news"
            else loader.render_to_string("sitemap.xml", values)
        )
        body = made.encode()
        seconds.append(time.process_time() - began)
    print(json.dumps({"seconds": seconds, "bytes": len(body), "version": django.__version__}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
