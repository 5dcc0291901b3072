"""Lists of more than one file get shorter: nothing of what was taken back stays in the last one."""

from __future__ import annotations

import re

import pytest

from reprise.outputs import news_sitemap, pages
from tests.newsroom import Newsroom, story

WITHDRAWAL = {"format": "reprise/1", "action": "withdraw"}


@pytest.fixture
def newsroom(monkeypatch) -> Newsroom:
    """A newsroom whose lists hold two articles to a page and whose sitemap files two addresses."""
    monkeypatch.setattr(pages, "PAGE_ITEMS", 2)
    monkeypatch.setattr(news_sitemap, "MAX_NEWS", 2)
    return Newsroom.opened()


def publish(newsroom, *names):
    """One article a minute."""
    for name in names:
        newsroom.receives(story(name))
        newsroom.waits(minutes=1)


def test_the_second_page_of_a_list_does_not_outlive_its_articles(newsroom):
    """Section, day and news sitemap: a withdrawal reaches every further file (invariants 1, 6)."""
    publish(newsroom, "ferry", "lighthouse", "pier")
    second = ["sections/sea-2.html", "days/2026-03-02-2.html", "news-sitemap-2.xml"]
    assert set(second) <= set(newsroom.keys())
    assert "The ferry runs again" in newsroom.text(second[0])

    newsroom.receives({**WITHDRAWAL, "id": "ferry"})

    assert not any(b"The ferry runs again" in body for body in newsroom.everything().values())
    assert newsroom.sitemap_urls("news-sitemap-2.xml") == []
    assert not any("news-sitemap-2" in url for url in newsroom.sitemap_urls("sitemap.xml"))


def test_a_list_that_grows_again_comes_back(newsroom):
    """What was emptied is filled when there is something to put in it."""
    publish(newsroom, "ferry", "lighthouse", "pier")
    newsroom.receives({**WITHDRAWAL, "id": "ferry"})

    publish(newsroom, "windmill")

    assert len(newsroom.sitemap_urls("news-sitemap-2.xml")) == 1
    assert "The lighthouse runs again" in newsroom.text("sections/sea-2.html")


def test_a_list_of_nothing_is_gone_and_comes_back(newsroom):
    """The section's name was its last article's; with another article it stands again."""
    publish(newsroom, "ferry")
    lists = ["sections/sea.html", "days/2026-03-02.html"]
    assert [newsroom.status(key) for key in lists] == [200, 200]

    newsroom.receives({**WITHDRAWAL, "id": "ferry"})
    assert [newsroom.status(key) for key in lists] == [410, 410]
    assert "Sea" not in newsroom.text(lists[0])

    publish(newsroom, "pier")
    assert [newsroom.status(key) for key in lists] == [200, 200]


def test_the_archive_leads_from_day_to_day_past_those_that_became_empty(newsroom):
    """Every article can be reached from the newest day, whatever is taken back (or comes back)."""
    for name in ("ferry", "pier", "windmill"):
        publish(newsroom, name)
        newsroom.waits(days=1)
    assert days_from(newsroom, "2026-03-04") == ["2026-03-04", "2026-03-03", "2026-03-02"]

    newsroom.receives({**WITHDRAWAL, "id": "pier"})
    assert days_from(newsroom, "2026-03-04") == ["2026-03-04", "2026-03-02"]

    newsroom.waits(minutes=1)
    newsroom.receives(story("pier", updated_at=newsroom.now.isoformat()))
    assert days_from(newsroom, "2026-03-04") == ["2026-03-04", "2026-03-03", "2026-03-02"]


def days_from(newsroom, day):
    """The days that readers come to from *day* by way of "older"."""
    found = [day]
    while older := re.search(
        r'days/([0-9-]{10})\.html" rel="next"', newsroom.text(f"days/{found[-1]}.html")
    ):
        found.append(older[1])
    return found
