"""Sitemaps by day and their index (SM-*, SI-*, IM-*, HL-*)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reprise.outputs import sitemap
from reprise.outputs.sitemap import (
    day_key,
    day_sitemap,
    holds_urls,
    is_listable,
    read_index,
    sitemap_index,
)
from reprise.outputs.sitemap_line import hreflang, with_translations
from tests.unit.outputs.feed_samples import schema_path
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

DAY = NOW.date()


def made(*lines):
    """The one file of a short day."""
    (document,) = day_sitemap(DAY, lines, HERE)
    return document


def test_a_full_sitemap_is_valid():
    """
    SM-01, SM-04, IM-01: the published schemas accept it, extensions and all.
    """
    lines = with_translations([a_line(1, language="de"), a_line(2, language="fr")])
    document = made(a_line(3, images=("https://pictures.example/a.jpg?w=1&h=2",)), *lines)

    assert sitemap_schema().validate(without_xhtml(document))
    assert document.media_type.startswith("application/xml")


@pytest.mark.parametrize("unwanted", ["changefreq", "priority"])
def test_what_nobody_reads_is_left_out(unwanted):
    """
    SM-07: Google and Bing ignore both.
    """
    assert unwanted.encode() not in made(a_line()).body


def test_a_page_of_unknown_age_has_no_lastmod():
    """
    SM-06: omit it when unknown, rather than naming the time of the build.
    """
    assert found(made(a_line(lastmod=None)), "//sm:lastmod") == []


def test_dates_carry_seconds_and_a_zone():
    """
    SM-05: the schema accepts dates without a zone, so the zone is checked here.
    """
    there = NOW.astimezone(timezone(timedelta(hours=5, minutes=45)))
    stamps = found(made(a_line(lastmod=there), a_line(1)), "//sm:lastmod")

    assert stamps == ["2026-05-03T11:59:00Z", "2026-05-03T12:00:00Z"]


def test_an_instant_without_zone_is_refused():
    """
    A naive time is nobody's time.
    """
    with pytest.raises(ValueError, match="no UTC offset"):
        made(a_line(lastmod=datetime(2026, 5, 3)))  # noqa: DTZ001


@given(st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30)))  # noqa: DTZ001
def test_every_instant_is_written_as_the_library_writes_it(moment):
    """
    The fast writer and isoformat agree on all dates.
    """
    moment = moment.replace(tzinfo=UTC)
    slow = moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")

    assert sitemap.instant(moment) == slow


PADDED = f"{BASE}/articles/".ljust(2048, "x")


@pytest.mark.parametrize(
    ("url", "listable"),
    [
        pytest.param(PADDED[:2047], True, id="one-below"),
        pytest.param(PADDED, True, id="2048"),
        pytest.param(PADDED + "x", False, id="2049"),
        pytest.param("https://news.example.evil/a.html", False, id="other-host"),
        pytest.param("https://cdn.example/articles/a.html", False, id="cdn"),
        pytest.param("http://news.example/articles/a.html", False, id="other-scheme"),
        pytest.param(f"{BASE}/a.html", True, id="below-the-root"),
        pytest.param("", False, id="empty"),
    ],
)
def test_only_pages_of_this_site_with_a_legal_length_are_listed(url, listable):
    """
    SM-03 (2,048 characters), SM-09 (own host, own root).
    """
    assert is_listable(a_line(url=url), HERE) is listable
    assert holds_urls(made(a_line(url=url))) is listable


def test_a_page_that_may_not_be_indexed_is_not_listed():
    """
    SM-08, row B38.
    """
    assert not holds_urls(made(a_line(indexable=False)))


def test_files_lie_above_what_they_list():
    """
    SM-09: a sitemap covers its own folder and what lies below, so ours lie in the root.
    """
    assert "/" not in day_key(DAY)
    assert "/" not in sitemap.INDEX_KEY


def test_addresses_are_ascii_and_escaped():
    """
    X-07, SM-03: what is no URI becomes one; the ampersand of a query is escaped once.
    """
    document = made(a_line(url=f"{BASE}/a/straße {{1}}.html?a=1&b=<2>"))

    assert document.body.isascii()
    assert found(document, "//sm:loc") == [f"{BASE}/a/stra%C3%9Fe%20%7B1%7D.html?a=1&b=%3C2%3E"]
    assert b"a=1&amp;b=" in document.body


def test_a_day_is_split_at_the_cap(monkeypatch):
    """
    SM-02: our own cap is far below 50,000; the first file keeps its name.
    """
    lines = [a_line(n, published_at=NOW) for n in range(sitemap.MAX_URLS + 1)]
    first, second = day_sitemap(DAY, lines, HERE)
    (whole,) = day_sitemap(DAY, lines[:-1], HERE)

    assert (first.key, second.key) == ("sitemap-2026-05-03.xml", "sitemap-2026-05-03-2.xml")
    assert len(found(first, "//sm:url")) == len(found(whole, "//sm:url")) == sitemap.MAX_URLS
    assert found(second, "//sm:loc") == [lines[-1].url]
    assert sitemap.MAX_URLS <= 50_000
    assert sitemap.MAX_BYTES <= 52_428_800


def test_a_day_is_split_by_bytes(monkeypatch):
    """
    SM-02, HTTP-09: files larger than the CDN compresses are halved, nothing is lost.
    """
    monkeypatch.setattr(sitemap, "MAX_BYTES", 3000)
    lines = [a_line(n) for n in range(100)]
    files = day_sitemap(DAY, lines, HERE)

    assert all(len(file.body) <= 3000 for file in files)
    assert {url for file in files for url in found(file, "//sm:loc")} == {l.url for l in lines}  # noqa: E741


def test_a_new_article_changes_the_last_file_of_a_long_day_only(monkeypatch):
    """
    Invariant 9: oldest first, so what stands in full files stays.
    """
    monkeypatch.setattr(sitemap, "MAX_URLS", 3)
    lines = [a_line(n) for n in range(1, 8)]
    before = day_sitemap(DAY, lines, HERE)
    after = day_sitemap(DAY, [a_line(0), *lines], HERE)

    assert [b.body == a.body for b, a in zip(before, after, strict=True)] == [True, True, False]


@given(st.permutations([a_line(n) for n in range(5)]))
def test_the_order_of_arrival_leaves_no_trace(lines):
    """
    X-12, invariant 3: same lines, same bytes.
    """
    assert made(*lines).body == made(*[a_line(n) for n in range(5)]).body


def test_an_emptied_day_keeps_its_files_empty():
    """
    SM-12: decided. Every file the day has had is written empty, and the index is to drop it.
    """
    files = day_sitemap(DAY, [], HERE, parts=2)

    assert [file.key for file in files] == [day_key(DAY), day_key(DAY, 2)]
    assert not any(holds_urls(file) for file in files)
    assert all(len(xml(file)) == 0 for file in files)


def test_the_files_of_a_day_are_told_from_others():
    """
    Whatever the part; never another day's.
    """
    assert sitemap.is_file_of(DAY, f"{BASE}/{day_key(DAY, 12)}")
    assert not sitemap.is_file_of(DAY, f"{BASE}/{day_key(date(2026, 5, 13))}")
    assert not sitemap.is_file_of(DAY, f"{BASE}/{sitemap.INDEX_KEY}")


# --- Pictures and translations --------------------------------------------------------------------


def test_a_page_names_a_thousand_pictures_at_most():
    """
    IM-01; IM-02: nothing but their addresses.
    """
    many = tuple(f"https://pictures.example/{n}.jpg" for n in range(1001))
    document = made(a_line(images=many))

    assert found(document, "//image:image/image:loc") == list(many[:1000])
    assert {child.tag for child in xml(document).iterfind(".//{*}image/*")} == {
        f"{{{sitemap.IMAGE_NS}}}loc"
    }


def test_pictures_without_a_public_address_are_left_out():
    """
    A file in a bundle, or the same picture twice, is nothing to list.
    """
    images = ("crane.jpg", "//pictures.example/x.jpg", "https://p.example/y.jpg") * 2

    assert found(made(a_line(images=images)), "//image:loc") == ["https://p.example/y.jpg"]


def test_translations_name_each_other_and_themselves():
    """
    HL-01: mutual, self included; HL-02: fully qualified.
    """
    group = [a_line(n, language=tag) for n, tag in enumerate(("de", "en-gb", "zh-Hant"))]
    document = made(*with_translations(group))
    of_each = [
        {(link.get("hreflang"), link.get("href")) for link in url.iterfind("{*}link")}
        for url in xml(document)
    ]

    assert of_each[0] == of_each[1] == of_each[2]
    assert {href for _, href in of_each[0]} == set(found(document, "//sm:loc"))
    assert {tag for tag, _ in of_each[0]} == {"de", "en-GB", "zh-Hant"}


def test_a_page_outside_of_search_is_no_translation():
    """
    HL-01 with B38: a link to a page that is not indexed would be ignored anyway.
    """
    lines = with_translations(
        [
            a_line(1, language="de"),
            a_line(2, language="fr"),
            a_line(3, language="es", indexable=False),
        ]
    )

    assert [len(line.alternates) for line in lines] == [2, 2, 0]


def test_one_language_is_no_group():
    """
    Two copies in one language are not translations; of these the first published one counts.
    """
    twice = with_translations([a_line(1), a_line(2)])
    three = with_translations([a_line(1), a_line(2), a_line(3, language="de")])

    assert all(line.alternates == () for line in twice)
    assert [bool(line.alternates) for line in three] == [False, True, True]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en"), ("EN-us", "en-US"), ("sr-latn-rs", "sr-Latn-RS"), ("es-419", "es"),
        ("und", None), ("gsw", None), ("x-private", None), ("", None),
    ],
)  # fmt: skip
def test_hreflang_is_what_google_reads(tag, expected):
    """
    ISO 639-1 with script and region; other tags would be ignored.
    """
    assert hreflang(tag) == expected


# --- The index ------------------------------------------------------------------------------------


def test_the_index_is_valid_and_read_back():
    """
    SI-01, SI-05: addresses and the times at which the files changed.
    """
    files = [(day_key(DAY), NOW), (f"{BASE}/news-sitemap.xml", None), ("old.xml", DAY)]
    document = sitemap_index(files, HERE)

    assert etree.XMLSchema(etree.parse(schema_path("siteindex.xsd"))).validate(xml(document))
    assert document.key == "sitemap.xml"
    assert list(read_index(document.body).items())[:2] == [
        (f"{BASE}/{day_key(DAY)}", NOW),
        (f"{BASE}/news-sitemap.xml", None),
    ]
    assert re.fullmatch(r"[\x20-\x7e\n]+", document.body.decode())


@pytest.mark.parametrize(("count", "fits"), [(49_999, True), (50_000, True), (50_001, False)])
def test_an_index_names_fifty_thousand_files_at_most(count, fits):
    """
    SI-02.
    """
    files = [(f"{n}.xml", None) for n in range(count)]
    if fits:
        assert sitemap_index(files, HERE).body.count(b"<sitemap>") == count
    else:
        with pytest.raises(ValueError, match="at most 50000"):
            sitemap_index(files, HERE)


def test_files_of_other_sites_are_refused():
    """
    SI-04.
    """
    with pytest.raises(ValueError, match="not below"):
        sitemap_index([("https://elsewhere.example/sitemap.xml", None)], HERE)


@pytest.mark.parametrize("body", [b"", b"<urlset/>", b"not xml", b"<a>"])
def test_what_is_no_index_is_not_read(body):
    """
    A foreign file at its place is said to be one, not taken for an empty index.
    """
    with pytest.raises(ValueError, match=r"sitemap\.xml"):
        read_index(body)
