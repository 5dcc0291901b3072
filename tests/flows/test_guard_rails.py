"""
Invariant 5 against the others: a document that may not go out is no reason to go on showing what
may not be shown, and equal bytes are told to nobody.
"""

from __future__ import annotations

from typing import Any

import pytest

from reprise.errors import ConfigurationError, Problem
from reprise.model.configuration import SITE
from reprise.model.document import Document
from reprise.outputs.places import articles_in
from reprise.pipeline.announce import announce
from reprise.stores.watched import Tally
from tests.newsroom import CONFIGURATION, Newsroom, story


@pytest.fixture
def newsroom() -> Newsroom:
    """Four articles in one channel."""
    room = Newsroom.opened({**CONFIGURATION, "channels": {"front": {"title": "Front"}}})
    for name in ("one", "two", "three", "four"):
        room.memory.clock.advance(minutes=1)
        room.receives(story(name))
    return room


def takes_back(newsroom: Newsroom, name: str) -> None:
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": name})


def loses(newsroom: Newsroom, *names: str) -> None:
    """A store forgets rows, as none should."""
    rows = newsroom.memory.articles._members["front"]
    for when, row in [*rows._rows.items()]:
        if row.listed.headline in {f"The {name} runs again" for name in names}:
            rows.remove(when)


def kept(newsroom: Newsroom) -> set[str]:
    return {key for report in newsroom.reports[-2:] for key, _ in report.kept}


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_what_is_taken_back_leaves_even_a_feed_that_is_held_back(newsroom, kind):
    """The feed shrank without a cause and stays; what was withdrawn goes from it all the same."""
    loses(newsroom, "one", "two", "three")
    takes_back(newsroom, "four")

    assert f"channels/front/feed.{kind}" in kept(newsroom)
    assert newsroom.titles("front", kind) == [
        f"The {name} runs again" for name in ("three", "two", "one")
    ]
    assert not any(b"The four runs" in body for body in newsroom.everything().values())


def test_a_feed_that_is_held_back_still_takes_corrections(newsroom):
    """New versions of what is in it are checked by themselves."""
    loses(newsroom, "one", "two", "three")
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(story("four", headline="The four stays in dock"))

    assert newsroom.titles()[0] == "The four stays in dock"
    assert len(newsroom.titles()) == 4


def test_a_person_lets_it_out(newsroom):
    """``reprise publish front --accept``; the report then has nothing more to say."""
    loses(newsroom, "one", "two", "three")
    newsroom.rebuilds()
    assert newsroom.stores.board.build("front").held
    announce(["front"], stores=newsroom.stores, now=newsroom.now, accept=True)
    newsroom.settles()
    assert newsroom.titles() == ["The four runs again"]
    assert newsroom.stores.board.build("front").held == ()


def test_a_feed_that_fails_its_checks_is_named_with_its_problem(newsroom, monkeypatch):
    """B86: the last good one stays, byte for byte, in the report and for readers."""
    before = newsroom.text("channels/front/feed.rss")

    def check(document: Any, **given: Any) -> tuple[Problem, ...]:
        bad = document.key.endswith(".rss") and len(document.entries) > 4
        return (Problem("not_well_formed", document.key, "a stray angle"),) if bad else ()

    monkeypatch.setattr("reprise.pipeline.channel.press.check", check)
    newsroom.receives(story("five"))
    (held,) = newsroom.stores.board.build("front").held
    assert held.document == "channels/front/feed.rss"
    assert "a stray angle" in held.problems[0]
    assert newsroom.text("channels/front/feed.rss") == before
    assert len(newsroom.titles("front", "atom")) == 5


DAY = "sitemap-2026-03-02.xml"
LISTS = {
    DAY: "sitemap",
    "news-sitemap.xml": "sitemap",
    "days/2026-03-02.html": "page",
    "index.html": "page",
    "sections/sea.html": "page",
}


def forgets(newsroom: Newsroom, *names: str) -> None:
    """A store forgets the rows of *names* in every list of the site."""
    headlines = {f"The {name} runs again" for name in names}
    for place, rows in newsroom.memory.articles._members.items():
        if place == SITE or ":" in place:
            for when, row in [*rows._rows.items()]:
                if row.listing and row.listed.headline in headlines:
                    rows.remove(when)


def named(newsroom: Newsroom, key: str) -> int:
    """How many articles a list names."""
    return len(articles_in(newsroom.read(key) or b""))


@pytest.mark.parametrize("key", LISTS)
def test_a_list_does_not_lose_articles_without_a_cause(newsroom, key):
    """B86: it stays, is named, and is tried again by itself and by who accepts it."""
    forgets(newsroom, "one", "two", "three")
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(story("four", headline="The four stays in dock"))
    assert named(newsroom, key) == 4
    assert key in {held.document for held in newsroom.stores.board.build(SITE).held}

    newsroom.waits(minutes=15)
    assert key in {held.document for held in newsroom.stores.board.build(SITE).held}

    announce([SITE], stores=newsroom.stores, now=newsroom.now, accept=True)
    newsroom.settles()
    assert named(newsroom, key) == 1
    assert newsroom.stores.board.build(SITE).held == ()


@pytest.mark.parametrize("key", LISTS)
def test_a_list_that_must_stay_still_loses_what_was_taken_back(newsroom, key):
    """Invariant 6 before invariant 5: a sitemap is cut, a page goes out as short as it is."""
    forgets(newsroom, "one", "two", "three")
    takes_back(newsroom, "four")

    assert b"The four runs" not in (newsroom.read(key) or b"")
    assert named(newsroom, key) == (3 if LISTS[key] == "sitemap" else 0)
    assert key in {held.document for held in newsroom.stores.board.build(SITE).held}


def test_a_list_may_lose_as_much_as_the_publisher_says(newsroom):
    """``shrink_limit``: two of four are not more than half."""
    forgets(newsroom, "one", "two")
    newsroom.rebuilds()

    assert newsroom.stores.board.build(SITE).held == ()
    assert named(newsroom, "index.html") == 2


def test_time_alone_is_a_cause_to_leave_the_news(newsroom):
    """B69: after 48 hours the news sitemap is empty, and nobody is alarmed."""
    newsroom.waits(hours=49)

    assert newsroom.sitemap_urls("news-sitemap.xml") == []
    assert newsroom.stores.board.build(SITE).held == ()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: body.replace(
            b"T09:01:00Z</news:publication_date>", b"</news:publication_date>"
        ),
        lambda body: body.replace(b"2026-03-02T09:01:00Z</news", b"yesterday</news"),
        lambda body: b"\xff\x00 nothing of ours <<<",
    ],
    ids=["a date alone", "no date", "no sitemap"],
)
@pytest.mark.parametrize("key", ["news-sitemap.xml", DAY])
def test_what_somebody_spoilt_is_made_again(newsroom, key, spoil):
    """A document in the bucket that is not as we left it stops no turn."""
    spoilt = Document(key, "application/xml", spoil(newsroom.read(key) or b""))
    newsroom.stores.site.put(spoilt, expected_etag=newsroom.stores.site.etag(key))
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(story("five"))

    assert len(newsroom.sitemap_urls(key)) == 5
    assert newsroom.stores.board.build(SITE).held == ()


def test_a_full_list_may_let_older_ones_go(newsroom, monkeypatch):
    """Newer articles are a cause, too."""
    monkeypatch.setattr("reprise.pipeline.site.lists.FRONT_PAGE", 2)
    monkeypatch.setattr("reprise.pipeline.site.lists.LISTED", 2)
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(story("five"))

    assert named(newsroom, "index.html") == named(newsroom, "sections/sea.html") == 2
    assert newsroom.stores.board.build(SITE).held == ()


def test_lists_look_further_back_when_all_that_is_new_was_taken_back(newsroom, monkeypatch):
    """However many newest articles may not be shown: what is older fills the front page."""
    monkeypatch.setattr("reprise.pipeline.site.lists.FRONT_PAGE", 1)
    for name in ("two", "three", "four"):
        takes_back(newsroom, name)

    assert "The one runs again" in newsroom.text("index.html")


def test_the_landing_page_does_not_lose_what_its_feeds_keep(newsroom):
    """People see what readers see, while somebody looks into it."""
    loses(newsroom, "one", "two", "three")
    newsroom.rebuilds()

    assert named(newsroom, "channels/front/index.html") == len(newsroom.titles()) == 4


def test_a_site_that_moves_to_another_host_takes_its_sitemaps_along(newsroom):
    """SM-09, SI-04: every address is the new one, nothing is lost, and every id stays (X-09)."""
    ids = [entry.id for entry in newsroom.feed().entries]
    data = newsroom.configuration.model_dump()
    data["publication"]["base_url"] = "https://new.example"
    newsroom.configuration = type(newsroom.configuration).model_validate(data)
    newsroom.waits(minutes=1)

    named = [
        url
        for key in ("sitemap.xml", DAY, "news-sitemap.xml")
        for url in newsroom.sitemap_urls(key)
    ]
    assert len(named) == 2 + 4 + 4
    assert all(url.startswith("https://new.example/") for url in named)
    assert newsroom.stores.board.build(SITE).held == ()
    assert [entry.id for entry in newsroom.feed().entries] == ids


@pytest.mark.parametrize(
    "spoilt", [None, b"<urlset/>", b"not a sitemap"], ids=["lost", "other", "no XML"]
)
def test_an_index_that_is_lost_is_made_again_of_the_files_there_are(newsroom, spoilt):
    """SI-03: or all days but today's would be unknown to search engines from then on."""
    newsroom.waits(days=1)
    newsroom.receives(story("five"))
    before = newsroom.sitemap_urls("sitemap.xml")
    newsroom.stores.site.delete("sitemap.xml")
    if spoilt is not None:
        document = Document("sitemap.xml", "application/xml", spoilt)
        newsroom.stores.site.put(document, expected_etag=None)

    newsroom.waits(minutes=1)
    newsroom.receives(story("six"))

    assert len(before) == 3
    assert newsroom.sitemap_urls("sitemap.xml") == before


def test_a_sitemap_loses_what_was_taken_back_however_much_that_is(newsroom):
    """Invariant 6: a withdrawal is a cause on record."""
    for name in ("one", "two", "three"):
        takes_back(newsroom, name)
    assert len(newsroom.sitemap_urls(DAY)) == 1


def test_a_page_that_was_held_back_is_tried_again(newsroom, monkeypatch):
    """Once its cause is mended nobody has to send the article again."""
    bad = Problem("not_html", "articles/x.html")
    with monkeypatch.context() as broken:
        broken.setattr(
            "reprise.pipeline.site.desk.check",
            lambda document, **_: (bad,) if document.key.startswith("articles/") else (),
        )
        item = newsroom.item(story("five"))
        assert newsroom.page_status(item.article_id) is None
    newsroom.waits(minutes=14)
    assert newsroom.page_status(item.article_id) is None
    newsroom.waits(minutes=1)
    assert newsroom.page_status(item.article_id) == 200


def breaks(newsroom, monkeypatch, method, *, only=""):
    """A template that can't be filled with something rare."""
    ours = getattr(newsroom.pages, method)

    def fails(*values: Any, **named: Any) -> Any:
        if only in repr(values):
            raise ConfigurationError("templates/page.html, line 7: division by zero")
        return ours(*values, **named)

    monkeypatch.setattr(newsroom.pages, method, fails)


def test_a_page_that_cannot_be_made_costs_only_itself(newsroom, monkeypatch):
    """The others of the same turn go out, lists and sitemaps too; it is named, and tried again."""
    with monkeypatch.context() as broken:
        breaks(newsroom, broken, "article_page", only="The five runs again")
        five = newsroom.put(story("five"))
        six = newsroom.put(story("six"))
        items = [newsroom.ingests(upload).items[0] for upload in (five, six)]
        newsroom.settles()
        assert [newsroom.page_status(item.article_id) for item in items] == [None, 200]
        assert "The six runs again" in newsroom.text("index.html")
        (held,) = newsroom.stores.board.build(SITE).held
        assert held.document == f"articles/{items[0].article_id}.html"
        assert "templates/page.html, line 7" in held.problems[0]

    newsroom.waits(minutes=15)
    assert newsroom.page_status(items[0].article_id) == 200


@pytest.mark.parametrize(
    ("method", "key"),
    [
        ("front_page", "index.html"),
        ("section_pages", "sections/sea.html"),
        ("day_pages", "days/2026-03-02.html"),
        ("landing_page", "channels/front/index.html"),
    ],
)
def test_a_list_that_cannot_be_made_stops_nothing_else(newsroom, monkeypatch, method, key):
    """Feeds, sitemaps and the article's page go out; the list stays as it was and is named."""
    before = newsroom.text(key)
    breaks(newsroom, monkeypatch, method)
    item = newsroom.item(story("five"))

    assert newsroom.text(key) == before
    assert newsroom.page_status(item.article_id) == 200
    assert "The five runs again" in newsroom.titles()
    assert len(newsroom.sitemap_urls(DAY)) == 5
    held = (*newsroom.stores.board.build(SITE).held, *newsroom.stores.board.build("front").held)
    assert [one.document for one in held] == [key]


def test_equal_bytes_are_neither_put_nor_told(newsroom):
    """WS-08, HTTP-03: a configuration that changes nothing in a feed wakes no subscriber."""
    config = newsroom.configuration.model_dump()
    config["partners"]["silent"]["name"] = "Still silent"
    newsroom.configuration = type(newsroom.configuration).model_validate(config)
    newsroom.memory.hub.told.clear()
    newsroom.waits(minutes=1)
    assert [report.written for report in newsroom.reports[-2:]] == [(), ()]
    assert newsroom.memory.hub.told == []


def test_an_article_is_read_once_for_all_formats_of_a_channel(newsroom):
    """
    Its entry is made for all of them at once, and only its bytes are kept.
    """
    for number in range(5):
        newsroom.ingests(newsroom.put(story(f"s{number}")))
    tally = Tally()
    newsroom.stores = newsroom.memory.stores(tally)
    (turn,) = announce(["front"], stores=newsroom.stores, now=newsroom.now)
    report = newsroom.turn(turn)

    assert len(report.written) == 4
    assert tally.calls["archive.get"] == 5
