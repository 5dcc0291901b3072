"""
Invented articles, the same in every run: about 800 words, 6 KB of HTML, two authors, five
categories, a picture and full rights; as entries, and in the formats they are uploaded in.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from reprise.model.document import Entry, License, Terms
from reprise.model.submission import Byline, Picture, Source

START = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = (  # noqa: SIM905 - words read better as words
    "the harbour of a bridge and council in vote on river to station from price is summer was "
    "school with minister for report at Straße by café as engine market winter “quoted” village "
    "weather train hospital & <measured> island said that it has been not will after more than"
).split()
CATEGORIES = ("World", "Politics", "bridges", "rivers", "council")


@dataclass(frozen=True, slots=True)
class Text:
    """What every form of one article is made of; texts are plain, not markup."""

    number: int
    title: str
    summary: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        link = f'<a href="https://partner.example/story?a={self.number}&amp;b=1">more</a>'
        return "".join(f"<p>{escape(text, quote=False)} {link}</p>" for text in self.paragraphs)

    @property
    def picture(self) -> str:
        return f"https://partner.example/pictures/{self.number}.jpg"

    @property
    def published_at(self) -> datetime:
        return START + timedelta(minutes=self.number)

    @property
    def address(self) -> str:
        return f"https://partner.example/story-{self.number}"


def texts(count: int) -> list[Text]:
    """*count* different articles."""
    dice = random.Random(20260301)  # noqa: S311 - the same articles in every run
    return [_text(number, dice) for number in range(count)]


def _text(number: int, dice: random.Random) -> Text:
    def sentence(words: int) -> str:
        return " ".join(dice.choices(WORDS, k=words)).capitalize()

    paragraphs = tuple(f"{sentence(18)}. {sentence(19)}. {sentence(15)}." for _ in range(16))
    return Text(number, sentence(9), f"{sentence(30)}.", paragraphs)


# --- As entries -----------------------------------------------------------------------------------


def entries(count: int) -> list[Entry]:
    """What a feed is made of."""
    return [entry(text) for text in texts(count)]


def entry(text: Text) -> Entry:
    """*text* with everything that an entry can say."""
    return Entry(
        key=f"article-{text.number}.0123456789abcdef",
        article_id=f"article-{text.number}",
        guid=f"tag:partner.example,2026:story-{text.number}",
        url=f"https://news.example/articles/article-{text.number}.html",
        title=text.title,
        published_at=text.published_at,
        updated_at=text.published_at + timedelta(hours=1),
        language="en",
        summary=text.summary,
        content_html=f'{text.body}<figure><img src="{text.picture}" alt="A bridge"></figure>',
        bylines=(Byline(name="Ann Müller"), Byline(name="Ben O'Hara")),
        sections=CATEGORIES[:2],
        keywords=CATEGORIES[2:],
        pictures=(
            Picture(url=text.picture, caption="A bridge", credit="Joe", width=1200, height=800),
        ),
        source=Source(name="The Partner", feed_url="https://partner.example/feed.xml"),
        canonical_url=text.address,
        terms=Terms(
            rights="© The Partner. Republished with permission.",
            license=License("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
            license_unstated=False,
            permits=("search",),
            prohibits=("ai-train",),
            expires=START + timedelta(days=365),
        ),
    )


# --- As uploads -----------------------------------------------------------------------------------

PERMISSION = {
    "basis": "permission",
    "uses": {
        "display": {"allowed": True},
        "syndicate_full": {"allowed": True},
        "index": {"allowed": True},
        "ai_train": {"allowed": False},
    },
    "territories": {"allow": ["AU", "GB", "NZ"]},
    "expires_at": "2099-01-01T00:00:00Z",
    "duties": {"credit_line": "First published by The Partner", "link_back": True},
}


def operators_file(channels: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A publication that takes the uploads below, with *channels*."""
    return {
        "publication": {
            "name": "Example News",
            "base_url": "https://news.example",
            "language": "en",
            "territories": ["GB", "NZ"],
        },
        "partners": {"partner": {"name": "The Partner", "agreement": PERMISSION}},
        "channels": channels,
    }


def json_upload(text: Text) -> bytes:
    """Our own format."""
    return json.dumps(
        {
            "format": "reprise/1",
            "id": f"story-{text.number}",
            "headline": text.title,
            "abstract": text.summary,
            "body_html": text.body,
            "language": "en",
            "published_at": text.published_at.isoformat(),
            "updated_at": (text.published_at + timedelta(hours=1)).isoformat(),
            "canonical_url": text.address,
            "bylines": [{"name": "Ann Müller"}, {"name": "Ben O'Hara"}],
            "sections": CATEGORIES[:2],
            "keywords": CATEGORIES[2:],
            "pictures": [{"url": text.picture, "caption": "A bridge", "credit": "Joe"}],
            "permission": PERMISSION,
        }
    ).encode()


def ninjs_upload(text: Text) -> bytes:
    """IPTC ninjs 2.1."""
    return json.dumps(
        {
            "uri": f"tag:partner.example,2026:story-{text.number}",
            "standard": {"name": "ninjs", "version": "2.1"},
            "type": "text",
            "language": "en",
            "pubstatus": "usable",
            "versioncreated": text.published_at.isoformat(),
            "firstcreated": text.published_at.isoformat(),
            "headlines": [{"role": "main", "value": text.title}],
            "descriptions": [{"role": "summary", "value": text.summary}],
            "bodies": [{"role": "main", "contenttype": "text/html", "value": text.body}],
            "by": "Ann Müller and Ben O'Hara",
            "subjects": [{"name": name} for name in CATEGORIES],
            "copyrightnotice": "© The Partner",
            "usageterms": "May be republished in full with credit to The Partner.",
        }
    ).encode()


def rss_upload(text: Text) -> bytes:
    """A feed of one entry with its full text."""
    words = {name: escape(value) for name, value in (("title", text.title), ("sum", text.summary))}
    authors = "".join(f"<dc:creator>{name}</dc:creator>" for name in ("Ann Müller", "Ben O'Hara"))
    categories = "".join(f"<category>{name}</category>" for name in CATEGORIES)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Partner</title>'
        "<link>https://partner.example/</link><description>News</description><item>"
        f"<title>{words['title']}</title><link>{text.address}</link>"
        f'<guid isPermaLink="false">story-{text.number}</guid>'
        f"<pubDate>{text.published_at:%a, %d %b %Y %H:%M:%S GMT}</pubDate>"
        f"<description>{words['sum']}</description>{authors}{categories}"
        f'<media:content url="{text.picture}" medium="image"/>'
        f"<content:encoded><![CDATA[{text.body}]]></content:encoded>"
        "</item></channel></rss>"
    ).encode()


def html_upload(text: Text) -> bytes:
    """A page as it is served: the article amid navigation, boxes and a footer."""
    links = "".join(f'<li><a href="/s/{n}">Section number {n}</a></li>' for n in range(40))
    boxes = "".join(
        f'<div class="teaser"><h3><a href="/t/{n}">Another story, number {n}</a></h3>'
        f"<p>{escape(text.summary)}</p></div>"
        for n in range(20)
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(text.title)} | The Partner</title>"
        f'<link rel="canonical" href="{text.address}">'
        f'<meta property="og:title" content="{escape(text.title)}">'
        f'<meta property="article:published_time" content="{text.published_at.isoformat()}">'
        f"</head><body><nav><ul>{links}</ul></nav><main><article><h1>{escape(text.title)}</h1>"
        f'<p class="byline">By Ann Müller and Ben O&#39;Hara</p>'
        f"{text.body}</article><aside>{boxes}</aside></main>"
        f"<footer><p>© The Partner</p><ul>{links}</ul></footer></body></html>"
    ).encode()


FORMATS = {
    "our JSON": json_upload,
    "ninjs": ninjs_upload,
    "RSS": rss_upload,
    "HTML": html_upload,
}
