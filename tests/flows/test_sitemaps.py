"""What the site's sitemaps say beside addresses: pictures, and the same article in other languages."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from lxml import etree

from reprise.outputs.sitemap import document
from tests.newsroom import START, Newsroom, story
from tests.unit.outputs.page_samples import sitemap_schema, without_xhtml

DAY = "sitemap-2026-03-02.xml"
NEWS = "news-sitemap.xml"
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
FERRY = "https://pictures.example/ferry.jpg"


@pytest.fixture
def newsroom() -> Newsroom:
    return Newsroom.opened()


def images(newsroom: Newsroom, key: str = DAY) -> list[str]:
    root = etree.fromstring(newsroom.read(key) or b"")
    return root.xpath("//image:loc/text()", namespaces=SPACES)


def groups(newsroom: Newsroom, key: str = DAY) -> dict[str, dict[str, str]]:
    """Of each address the languages it names, with theirs."""
    root = etree.fromstring(newsroom.read(key) or b"")
    return {
        url.findtext("s:loc", namespaces=SPACES): {
            link.get("hreflang"): link.get("href")
            for link in url.iterfind("xhtml:link", namespaces=SPACES)
        }
        for url in root.iterfind("s:url", namespaces=SPACES)
    }


def in_language(tag: str, original: str | None = "ferry", **changes: Any) -> dict[str, Any]:
    name = f"ferry-{tag}" if original else "ferry"
    return story(name, language=tag, translation_of=original, **changes)


def test_pictures_are_named_with_their_page(newsroom):
    """IM-01, NS-16: in the day's sitemap and in the news sitemap."""
    newsroom.receives(story(pictures=[{"url": FERRY}]))
    assert images(newsroom) == images(newsroom, NEWS) == [FERRY]


def test_a_picture_without_a_right_is_in_no_sitemap(newsroom):
    """B32: where it says no itself, and where nothing allows it."""
    newsroom.receives(story(pictures=[{"url": FERRY, "usable": False}]))
    newsroom.receives(story("tide", pictures=[{"url": FERRY}], permission={"pictures": False}))
    assert len(newsroom.sitemap_urls(DAY)) == 2
    assert images(newsroom) == []


def test_a_picture_leaves_the_sitemap_when_its_right_ends(newsroom):
    """Invariant 6: by the clock alone."""
    ends = START + timedelta(hours=5)
    newsroom.receives(story(pictures=[{"url": FERRY, "expires_at": ends.isoformat()}]))
    newsroom.waits_until(ends - timedelta(seconds=1))
    assert images(newsroom) == [FERRY]
    newsroom.waits_until(ends)
    assert images(newsroom) == []


@pytest.mark.parametrize("order", [*permutations(["en", "de", "pt-BR"])], ids="-".join)
def test_translations_name_each_other_in_whatever_order_they_come(newsroom, order):
    """HL-01: every version lists all, itself included; a translation may come before its original."""
    for tag in order:
        newsroom.receives(in_language(tag, None if tag == "en" else "ferry"))
        newsroom.memory.clock.advance(minutes=1)
    newsroom.settles()

    found = groups(newsroom)
    assert len(found) == 3
    for address, group in found.items():
        assert set(group) == {"en", "de", "pt-BR"}
        assert address in group.values()
        assert set(group.values()) == set(found)


def test_a_translation_that_is_taken_back_leaves_the_group(newsroom):
    """HL-01: the others stop naming it in the same turn."""
    for tag, original in (("en", None), ("de", "ferry"), ("fr", "ferry")):
        newsroom.receives(in_language(tag, original))
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry-de"})
    assert [set(group) for group in groups(newsroom).values()] == [{"en", "fr"}] * 2


def test_a_translation_that_search_must_not_list_is_named_nowhere(newsroom):
    """NS-14, RP-03: nothing that is noindex, not even as an alternate."""
    newsroom.receives(in_language("en", None))
    newsroom.receives(in_language("de", permission={"duties": {"noindex": "all"}}))
    assert list(groups(newsroom).values()) == [{}]


def test_another_partners_article_is_nobodys_translation(newsroom):
    """Invariant 8: what one partner calls its articles means nothing of another's."""
    newsroom.receives(in_language("en", None))
    newsroom.receives(in_language("de"), partner="meadow")
    assert list(groups(newsroom).values()) == [{}, {}]


def test_all_of_it_is_valid(newsroom):
    """SM-04, NS-16: pictures, translations and news in one file, by the published schemas."""
    picture = {"pictures": [{"url": FERRY}]}
    for tag, original in (("en", None), ("de", "ferry")):
        newsroom.receives(in_language(tag, original, **picture))
    for key in (DAY, NEWS):
        made = document(key, newsroom.read(key) or b"")
        assert sitemap_schema().validate(without_xhtml(made))
        assert len(groups(newsroom, key)) == 2
