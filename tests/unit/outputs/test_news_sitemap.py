"""The Google News sitemap (NS-*)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reprise.model.configuration import Publication
from reprise.outputs.news_sitemap import (
    in_news_window,
    leaves_window_at,
    news_language,
    news_sitemaps,
    news_title,
)
from reprise.outputs.sitemap import holds_urls
from tests.unit.outputs.page_samples import (
    BASE,
    HERE,
    NOW,
    a_line,
    found,
    sitemap_schema,
    without_xhtml,
    xml,
)


def made(*lines, now=NOW):
    """The one file of few articles."""
    (document,) = news_sitemaps(lines, HERE, now=now)
    return document


def test_a_news_sitemap_is_valid():
    """
    NS-01, NS-06: schema order; NS-16: pictures beside the news.
    """
    document = made(
        a_line(1, title="Bread & <circuses>", language="pt-BR"),
        a_line(2, images=("https://pictures.example/a.jpg",)),
        a_line(3, alternates=(("de", f"{BASE}/a"), ("en", f"{BASE}/b"))),
    )

    assert sitemap_schema().validate(without_xhtml(document))
    assert found(document, "//news:title")[0] == "Bread & <circuses>"


def test_the_publication_is_ours_whoever_wrote_the_article():
    """
    NS-07, NS-08: the name comes from the configuration.
    """
    assert found(made(a_line(source="Riverside Weekly")), "//news:name") == ["The Harbour Post"]


def test_a_name_in_parentheses_is_refused():
    """
    NS-07: refused where it is configured.
    """
    with pytest.raises(ValueError, match="name"):
        Publication(name="Post (subscription)", base_url=BASE, language="en")


@pytest.mark.parametrize(
    ("age", "listed"),
    [
        pytest.param(timedelta(0), True, id="just-published"),
        pytest.param(timedelta(hours=47, minutes=59), True, id="47:59"),
        pytest.param(timedelta(hours=48) - timedelta(microseconds=1), True, id="just-before"),
        pytest.param(timedelta(hours=48), False, id="48:00"),
        pytest.param(timedelta(hours=48, minutes=1), False, id="48:01"),
        pytest.param(timedelta(seconds=-1), False, id="not-yet"),
    ],
)
def test_an_article_is_news_for_two_days(age, listed):
    """
    NS-03, row B69: by the clock, whatever the caller thought.
    """
    line = a_line(published_at=NOW - age)

    assert holds_urls(made(line)) is listed
    assert in_news_window(line.published_at, NOW) is listed


def test_an_article_leaves_at_the_instant_that_was_foretold():
    """
    NS-03: the clock that wakes the turn and the window agree.
    """
    leaves = leaves_window_at(NOW)

    assert not in_news_window(NOW, leaves)
    assert in_news_window(NOW, leaves - timedelta(microseconds=1))


@pytest.mark.parametrize(("count", "sizes"), [(999, [999]), (1000, [1000]), (1001, [1000, 1])])
def test_a_file_names_a_thousand_articles(count, sizes):
    """
    NS-02, NS-04, B69, C17: split at 1,000, newest first, and the first file never moves.
    """
    files = news_sitemaps([a_line(n) for n in range(count)], HERE, now=NOW)

    assert [len(found(file, "//news:news")) for file in files] == sizes
    assert [file.key for file in files] == ["news-sitemap.xml", "news-sitemap-2.xml"][: len(sizes)]
    assert found(files[0], "//sm:loc")[0] == a_line(0).url


def test_without_news_the_file_stays_and_is_empty():
    """
    SM-12, NS-04: decided. A second file that is no longer needed is emptied, too.
    """
    files = news_sitemaps([a_line(news=False)], HERE, now=NOW, parts=2)

    assert [(file.key, len(xml(file))) for file in files] == [
        ("news-sitemap.xml", 0),
        ("news-sitemap-2.xml", 0),
    ]


@pytest.mark.parametrize(
    "changes", [{"news": False}, {"indexable": False}, {"url": "https://other.example/articles/a"}]
)
def test_what_may_not_be_listed_is_not(changes):
    """
    NS-14: no page that tells search or Google News to keep out; SM-09: none of another site.
    """
    assert not holds_urls(made(a_line(**changes)))


@pytest.mark.parametrize("title", ["", " ", "\u0008", " | The Harbour Post"])
def test_a_missing_title_costs_the_entry_not_the_file(title):
    """
    NS-05.
    """
    document = made(a_line(1, title=title), a_line(2))

    assert len(found(document, "//sm:url")) == len(found(document, "//news:title")) == 1
    assert all(text.strip() for text in found(document, "//news:title"))


def test_dates_have_seconds_and_zone():
    """
    NS-10, NS-11: our first publication, in a form that the schema takes.
    """
    stamps = found(made(a_line(lastmod=None)), "//news:publication_date")

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", stamps[0])
    assert stamps == ["2026-05-03T12:00:00Z"]


@pytest.mark.parametrize("unwanted", ["access", "genres", "keywords", "stock_tickers"])
def test_dead_elements_are_left_out(unwanted):
    """
    NS-13: no longer in Google's reference.
    """
    assert f"news:{unwanted}".encode() not in made(a_line()).body


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-GB", "en"), ("pt-BR", "pt"), ("EN", "en"), ("gsw-CH", "gsw"), ("fil", "fil"),
        ("zh-Hans", "zh-cn"), ("zh-CN", "zh-cn"), ("zh", "zh-cn"), ("zh-SG", "zh-cn"),
        ("zh-Hant", "zh-tw"), ("zh-TW", "zh-tw"), ("zh-HK", "zh-tw"), ("zh-Hans-HK", "zh-cn"),
        ("zh_TW", "zh-tw"), ("und", "fr"), ("mul", "fr"), ("x-klingon", "fr"), ("", "fr"),
    ],
)  # fmt: skip
def test_languages_are_written_as_google_wants_them(tag, code):
    """
    NS-09: the region goes, except that Chinese is told apart by script.
    """
    here = Publication(name="Ici", base_url=BASE, language="fr-CA")

    assert news_language(tag, here) == code


@given(st.text(max_size=20))
def test_every_language_gives_a_valid_code(tag):
    """
    NS-09: whatever stands in the language, the schema's pattern holds.
    """
    assert re.fullmatch("zh-cn|zh-tw|[a-z]{2,3}", news_language(tag, HERE))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry returns | The Harbour Post", "Ferry returns"),
        ("Ferry returns - The Harbour Post", "Ferry returns"),
        ("Ferry returns — the harbour post", "Ferry returns"),
        ("Ferry returns | Riverside Weekly | The Harbour Post", "Ferry returns"),
        ("Ferry returns - Riverside Weekly", "Ferry returns"),
        ("The rise of the Harbour Post", "The rise of the Harbour Post"),
        ("Inside the new-Riverside Weekly", "Inside the new-Riverside Weekly"),
        ("The Harbour Post", "The Harbour Post"),
        ("  Two\n lines ", "Two lines"),
    ],
)
def test_titles_lose_the_name_of_the_site(title, expected):
    """
    NS-12: the name of the site or the source at the end goes, behind a joint only.
    """
    assert news_title(a_line(title=title, source="Riverside Weekly"), HERE) == expected


ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HOSTILE = st.text(st.characters(codec=None), max_size=40)


@given(st.lists(HOSTILE, min_size=1, max_size=5))
def test_no_title_breaks_the_file(titles):
    """
    X-01, X-02: any characters at all; what XML can carry comes back.
    """
    document = made(*[a_line(n, title=title) for n, title in enumerate(titles)])
    cleaned = [" ".join(ILLEGAL.sub("", title).split()) for title in titles]

    assert found(document, "//news:title") == [title for title in cleaned if title]
