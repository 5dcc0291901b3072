"""Pages for people: what stands on them, what search engines are told, how they are built."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from reprise.errors import ConfigurationError
from reprise.model.article import Direction
from reprise.model.configuration import Channel, Configuration, FeedFormat, Partner
from reprise.model.document import License, Terms
from reprise.model.permission import CreditPlace, Origin, Permission, Stated
from reprise.model.submission import Byline, Picture, Source
from reprise.model.versions import Listing, MemberRow
from reprise.outputs.formats import WRITERS
from reprise.outputs.page_parts import MAX_FEED_LINKS
from reprise.outputs.page_templates import OURS
from reprise.outputs.pages import (
    PAGE_ITEMS,
    Lists,
    Pages,
    item_of,
    item_of_entry,
)
from reprise.outputs.places import FEEDS
from reprise.outputs.rehearsal import rehearsed
from tests.unit.outputs.page_samples import (
    BASE,
    CHANNELS,
    HERE,
    NOW,
    an_item,
    page,
    plain_entry,
    shown,
)

PAGES = Pages()
PICTURE = Picture(
    url="https://riverside.example/ferry.jpg",
    caption="The ferry at dusk",
    alt="A small white ferry",
    credit="Ines Carrow",
    rights="© Ines Carrow",
    licence="CC BY 4.0",
    width=1200,
    height=675,
)
RICH = plain_entry(
    summary="After a winter in the yard the old boat is back.",
    language="en-GB",
    kicker="Transport",
    dateline="Port Ellery",
    bylines=(Byline(name="Maren Oakes", email="maren@riverside.example"), Byline(name="Al Tor")),
    sections=("Coast", "Transport"),
    keywords=("ferries", "budget"),
    pictures=(PICTURE, Picture(url="https://riverside.example/2.jpg", caption="The yard")),
    credit_line="First published by Riverside Weekly",
    source=Source(name="Riverside Weekly", url="https://riverside.example/"),
    source_published_at=NOW - timedelta(days=2),
    updated_at=NOW + timedelta(hours=1),
    canonical_url="https://riverside.example/ferry",
    robots="max-image-preview:large",
    correction="It was Monday, not Tuesday.",
    terms=Terms(
        rights="© Riverside Weekly",
        license=License("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
        license_unstated=False,
        copyright_holder="Riverside Weekly",
        copyright_notice="© 2026 Riverside Weekly",
        prohibits=("ai-all",),
        expires=NOW + timedelta(days=300),
    ),
    word_count=812,
)
ARABIC = plain_entry(
    title="العبّارة تعود",
    language="ar",
    direction=Direction.RTL,
    content_html='<div dir="rtl"><p>عادت ظهراً.</p></div>',
    bylines=(Byline(name="سلمى"),),
    source=Source(name="المرفأ"),
)
ITEMS = [an_item(n) for n in range(60)]


def article(entry=RICH, channels=CHANNELS):
    """The page of an entry."""
    return PAGES.article_page(entry, HERE, channels)


EVERY_PAGE = {
    "article": article(),
    "short-article": article(plain_entry()),
    "arabic": article(ARABIC),
    "gone": PAGES.messages.gone("ferry", HERE),
    "landing": PAGES.landing_page("top", CHANNELS["top"], ITEMS, HERE),
    "empty-landing": PAGES.landing_page("top", CHANNELS["top"], [], HERE),
    "front": PAGES.front_page(
        ITEMS, CHANNELS, HERE, sections=["Coast"], sources=["Riverside Weekly"], days=[NOW.date()]
    ),
    "empty-front": PAGES.front_page([], {}, HERE),
    "section": PAGES.section_pages("Coast", ITEMS, HERE)[0],
    "source": PAGES.source_pages("Riverside Weekly", ITEMS, HERE)[0],
    "day": PAGES.day_pages(NOW.date(), ITEMS[:5], HERE)[0],
    "day-of-nothing": PAGES.day_pages(NOW.date(), [], HERE)[0],
    "lost": PAGES.messages.error(404, HERE),
    "error": PAGES.messages.error(500, HERE),
}
every_page = pytest.mark.parametrize("document", EVERY_PAGE.values(), ids=EVERY_PAGE)


def meta(document, name):
    """Contents of the ``meta`` elements of that name."""
    found = page(document).xpath("//meta[@name=$n or @property=$n]", n=name)
    return [element.get("content") for element in found]


def link(document, rel):
    """Addresses of the ``link`` elements in the head."""
    return [
        element.get("href") for element in page(document).xpath("/html/head/link[@rel=$r]", r=rel)
    ]


def structured(document):
    """The JSON-LD of a page."""
    (script,) = page(document).xpath("//script")
    return json.loads(script.text)


# --- Every page -----------------------------------------------------------------------------------


@every_page
def test_a_page_can_be_read_by_everyone(document):
    """
    One main landmark, banner, footer, one h1, no level skipped, a way to skip, a language.
    """
    root = page(document)
    levels = [int(h.tag[1]) for h in root.iter("h1", "h2", "h3", "h4")]

    assert len(root.findall(".//main")) == 1
    assert len(root.xpath("//body/header")) == len(root.xpath("//body/footer")) == 1
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert root.xpath("//body/a[1]/@href") == [f"#{root.xpath('//main/@id')[0]}"]
    assert root.get("lang")
    assert root.get("dir") in ("ltr", "rtl")
    assert root.findtext(".//title")


@every_page
def test_ids_are_unique_and_references_hold(document):
    """
    What labels something exists, once.
    """
    root = page(document)
    ids = root.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)


@every_page
def test_links_and_pictures_say_what_they_are(document):
    """
    No empty link; each picture has an alternative text, even if it is empty on purpose.
    """
    root = page(document)

    assert all(a.text_content().strip() for a in root.iter("a"))
    assert all(image.get("alt") is not None for image in root.iter("img"))
    assert all(image.get("alt") for image in root.xpath("//figure//img"))


@every_page
def test_a_page_is_small_and_needs_nothing_else(document):
    """
    Under 50 KB; no script that runs, no style or font to fetch, no style attributes.
    """
    root = page(document)
    loaded = [*root.xpath("//link[@rel='stylesheet']"), *root.iter("iframe", "object", "embed")]

    assert len(document.body) < 50_000
    assert {script.get("type") for script in root.iter("script")} <= {"application/ld+json"}
    assert not loaded
    assert not root.xpath("//@style")
    assert not root.xpath("//@*[starts-with(name(), 'on')]")
    assert "url(" not in root.findtext(".//style")
    assert "@import" not in root.findtext(".//style")


@every_page
def test_the_policy_of_a_page_allows_its_style_and_no_script(document):
    """
    The hash in the policy is that of the style as a browser reads it.
    """
    root = page(document)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    css = root.findtext(".//style")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()

    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert policy == PAGES.policy


@every_page
def test_the_encoding_is_said_where_browsers_look(document):
    """
    Within the first 1,024 bytes, and in the header.
    """
    assert b'<meta charset="utf-8">' in document.body[:1024]
    assert document.media_type == "text/html; charset=utf-8"


@every_page
def test_a_page_names_the_terms_for_machines(document):
    """
    RL-11: the same file that robots.txt names.
    """
    (found,) = page(document).xpath("//head/link[@rel='license']")

    assert (found.get("type"), found.get("href")) == ("application/rsl+xml", f"{BASE}/license.xml")


def test_the_same_values_give_the_same_bytes():
    """
    X-12: another renderer, another moment, equal pages.
    """
    again = Pages().article_page(RICH, HERE, CHANNELS)

    assert again.body == article().body
    assert str(datetime.now(UTC).year + 7) not in shown(article())


# --- An article -----------------------------------------------------------------------------------


def test_an_article_shows_what_it_has():
    """
    Headline, standfirst, writers, place, dates, correction, text, pictures with credits, topics.
    """
    text = shown(article())

    for part in (
        "The ferry returns", "After a winter in the yard", "By Maren Oakes and Al Tor",
        "Port Ellery", "1 May 2026, 12:00 UTC", "Updated 3 May 2026, 13:00 UTC",
        "Correction: It was Monday, not Tuesday.", "It came back at noon.", "The ferry at dusk",
        "Ines Carrow", "© Ines Carrow", "The yard", "budget", "Riverside Weekly",
    ):  # fmt: skip
        assert part in text, part


def test_an_article_links_to_its_source():
    """
    Complaint C21: visibly, by name and address, and to the original itself.
    """
    links = {a.text_content(): a.get("href") for a in page(article()).iter("a")}

    assert links["Riverside Weekly"] == "https://riverside.example/"
    assert links["Read it at riverside.example"] == "https://riverside.example/ferry"


@pytest.mark.parametrize("place", [CreditPlace.HEAD, CreditPlace.TAIL, CreditPlace.ANY])
def test_a_credit_line_that_the_text_lacks_is_put_in_its_place(place):
    """
    Row B33: the exact words, once, before or after the text.
    """
    entry = plain_entry(credit_line='First in "Us & Them"', credit_place=place)
    text = shown(article(entry))

    assert text.count('First in "Us & Them"') == 1
    before = text.index('First in "Us & Them"') < text.index("It came back at noon.")
    assert before is (place is CreditPlace.HEAD)


def test_a_credit_line_in_the_text_is_not_repeated():
    """
    The projection has put it where the permission wants it.
    """
    entry = plain_entry(
        content_html='<p>It came back.</p><p class="credit">From Us &amp; Them</p>',
        credit_line="From Us & Them",
    )

    assert shown(article(entry)).count("From Us & Them") == 1


def test_a_correction_is_shown_once_and_named():
    """
    The text carries it for feeds; on the page it stands above the text, with its label.
    """
    body = '<p class="correction">It was 1790 &amp; not 1970.</p><p>It came back.</p>'
    text = shown(article(plain_entry(content_html=body, correction="It was 1790 & not 1970.")))

    assert text.count("It was 1790") == 1
    assert "Correction: It was 1790 & not 1970." in text


def test_a_summary_that_begins_the_text_is_not_shown_twice():
    """
    Where no abstract came, the summary is the beginning of the text.
    """
    entry = plain_entry(summary="It came back at …")

    assert not page(article(entry)).xpath("//*[@class='standfirst']")
    assert page(article()).xpath("//*[@class='standfirst']")


def test_an_excerpt_says_that_it_is_one():
    """
    A reader must not take the part for the whole.
    """
    entry = plain_entry(summary="It came back…", content_html="<p>It came back…</p>")

    assert "This is an excerpt." in shown(article(entry))
    assert "This is an excerpt." not in shown(article())


def test_only_a_summary_is_shown_where_no_text_may_be():
    """
    An entry without content shows its summary and nothing else of the text.
    """
    entry = plain_entry(content_html=None, summary="Just <this>.")

    assert "Just <this>." in shown(article(entry))


def test_a_picture_in_the_text_is_not_shown_twice_but_credited():
    """
    Complaint C23: a credit that the text forgot stands below it.
    """
    body = f'<p>Look:</p><figure><img src="{PICTURE.url}" alt="A ferry"></figure>'
    document = article(plain_entry(content_html=body, pictures=(PICTURE,)))

    assert document.body.count(f'src="{PICTURE.url}"'.encode()) == 1
    assert "Ines Carrow" in shown(document)


@pytest.mark.parametrize("url", ["crane.jpg", "javascript:alert(1)", "data:image/png;base64,AA"])
def test_a_picture_without_public_address_is_not_shown(url):
    """
    Nothing a browser could not or must not load.
    """
    assert not page(article(plain_entry(pictures=(Picture(url=url),)))).xpath("//figure")


def test_a_picture_is_described_and_has_its_size():
    """
    Known width and height keep the page from jumping; the first picture is not lazy.
    """
    first, second = page(article()).xpath("//figure/img")

    assert (first.get("alt"), first.get("width"), first.get("height")) == (
        "A small white ferry", "1200", "675",
    )  # fmt: skip
    assert second.get("alt") == "The yard"
    assert (first.get("loading"), second.get("loading")) == (None, "lazy")


def test_terms_are_shown_as_granted():
    """
    B27, AL-02: licence by name and address; its end; and who has stated none says so.
    """
    text = shown(article())

    assert "CC BY-ND 4.0" in text
    assert "© 2026 Riverside Weekly" in text
    assert "27 February 2027" in text
    assert "Reserved; see the terms for machines" in text
    assert "None stated" in shown(article(plain_entry()))
    assert page(article()).xpath("//a[@rel='license']/@href")[-1].endswith("/by-nd/4.0/")


def test_mining_is_reserved_unless_it_is_granted():
    """
    TD-*: silence is no.
    """
    free = plain_entry(terms=Terms(permits=("ai-train", "search")))

    assert "Text and data mining" not in shown(article(free))
    assert "Text and data mining" in shown(article(plain_entry()))


# --- What search engines are told ------------------------------------------------------------------


def test_a_page_that_may_be_indexed_says_so():
    """
    RP-06, RP-07: canonical is our own address, large previews are welcome.
    """
    document = article()

    assert meta(document, "robots") == ["max-image-preview:large"]
    assert meta(document, "googlebot-news") == []
    assert link(document, "canonical") == [f"{BASE}/articles/ferry.html"]
    assert not document.noindex


def test_a_page_that_may_not_be_indexed_says_so_twice():
    """
    RP-02, RP-05: in the page and in the header.
    """
    document = article(plain_entry(robots="noindex"))

    assert meta(document, "robots") == ["noindex"]
    assert document.noindex


def test_a_page_may_keep_out_of_google_news_alone():
    """
    RP-02: search may list it.
    """
    document = article(plain_entry(robots="max-image-preview:large", googlebot_news="noindex"))

    assert meta(document, "googlebot-news") == ["noindex"]
    assert not document.noindex


def test_the_original_is_canonical_where_the_permission_demands_it():
    """
    RP-01, C20: only then.
    """
    entry = plain_entry(canonical_url="https://riverside.example/ferry", link_canonical=True)

    assert link(article(entry), "canonical") == ["https://riverside.example/ferry"]


def test_structured_data_tells_the_republished_work():
    """
    SO-01, SO-02: the original it is based on, its writers, its source, and us as publisher.
    """
    data = structured(article())

    assert data["@type"] == "NewsArticle"
    assert data["isBasedOn"] == "https://riverside.example/ferry"
    assert [author["name"] for author in data["author"]] == ["Maren Oakes", "Al Tor"]
    assert data["sourceOrganization"]["name"] == data["copyrightHolder"]["name"]
    assert data["publisher"]["name"] == data["sdPublisher"]["name"] == "The Harbour Post"
    assert data["license"] == "https://creativecommons.org/licenses/by-nd/4.0/"
    assert data["usageInfo"] == f"{BASE}/license.xml"
    assert data["creditText"] == "First published by Riverside Weekly"
    assert data["copyrightNotice"] == "© 2026 Riverside Weekly"
    assert data["datePublished"] == "2026-05-01T12:00:00Z"
    assert data["dateModified"] == "2026-05-03T13:00:00Z"
    assert data["expires"].startswith("2027-02-27")
    assert data["inLanguage"] == "en-GB"
    assert data["image"][0]["creditText"] == "Ines Carrow"
    assert data["image"][0]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert not {"originalPublisher", "republisher"} & data.keys()
    assert "maren@riverside.example" not in article().body.decode()


def test_structured_data_says_nothing_it_does_not_know():
    """
    An empty value would be a statement.
    """
    data = structured(article(plain_entry(language="und", updated_at=NOW)))

    assert None not in data.values()
    assert not {"isBasedOn", "license", "inLanguage", "expires", "author", "image"} & data.keys()
    assert data["dateModified"] >= data["datePublished"]


def test_sharing_shows_headline_summary_and_picture():
    """
    Open Graph, as crawlers of networks read it.
    """
    document = article()

    assert meta(document, "og:title") == ["The ferry returns"]
    assert meta(document, "og:type") == ["article"]
    assert meta(document, "og:image") == [PICTURE.url]
    assert meta(document, "og:locale") == ["en_GB"]
    assert meta(document, "article:published_time") == ["2026-05-01T12:00:00Z"]
    assert meta(document, "description") == [RICH.summary]


def test_feeds_are_named_on_the_page():
    """
    HU-05: with type and distinct titles; not more than a menu can hold.
    """
    many = {f"c{n}": Channel(title=f"Channel {n}") for n in range(30)}
    links = page(article()).xpath("//link[@rel='alternate']")

    assert len({found.get("title") for found in links}) == len(links) == 6
    assert {found.get("type") for found in links} == {
        "application/rss+xml", "application/atom+xml", "application/feed+json",
    }  # fmt: skip
    assert len(page(article(channels=many)).xpath("//link[@rel='alternate']")) == MAX_FEED_LINKS


@pytest.mark.parametrize("kind", FeedFormat)
def test_feeds_lie_where_their_writers_put_them(kind):
    """
    Pages, directory and writers agree on file names and types.
    """
    writer = WRITERS[kind]

    assert FEEDS[kind].file == writer.extension
    assert writer.media_type.startswith(FEEDS[kind].media_type)


# --- Languages -------------------------------------------------------------------------------------


def test_an_arabic_article_gets_an_arabic_page():
    """
    Right to left, with Arabic words around it, on an English site.
    """
    root = page(EVERY_PAGE["arabic"])

    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert root.xpath("//article/@dir") == ["rtl"]
    assert "بقلم سلمى" in shown(EVERY_PAGE["arabic"])


def test_a_language_without_words_gets_the_words_of_the_site():
    """
    The article says its own language; the page around it the site's.
    """
    here = HERE.model_copy(update={"language": "de-AT"})
    document = PAGES.article_page(plain_entry(language="hu"), here, {})

    assert page(document).get("lang") == "de"
    assert page(document).xpath("//article/@lang") == ["hu"]
    assert "Über diesen Artikel" in shown(document)


def test_headlines_in_other_languages_say_so():
    """
    A screen reader changes its voice, a browser its direction.
    """
    items = [an_item(1), an_item(2, language="ar", direction="rtl", headline="العبّارة")]
    articles = page(PAGES.landing_page("top", CHANNELS["top"], items, HERE)).xpath("//li/article")

    assert [(a.get("lang"), a.get("dir")) for a in articles] == [(None, None), ("ar", "rtl")]


# --- Gone ------------------------------------------------------------------------------------------


def test_a_page_that_is_gone_says_so_and_nothing_else():
    """
    Invariant 6: 410, out of every index, at the same place, not a word of the article.
    """
    document = PAGES.messages.gone("ferry", HERE)

    assert (document.status, document.noindex) == (410, True)
    assert document.key == article().key
    assert meta(document, "robots") == ["noindex"]
    assert link(document, "canonical") == []
    assert "ferry" not in document.body.decode()


@pytest.mark.parametrize("status", [403, 404, 410, 500, 503])
def test_an_error_page_is_no_article(status):
    """
    It answers its status, whatever the edge does with it, and is in no index.
    """
    document = PAGES.messages.error(status, HERE)

    assert (document.key, document.status) == (f"errors/{status}.html", status)
    assert document.noindex


MESSAGES = {
    "gone": PAGES.messages.gone("ferry", HERE, CHANNELS),
    "lost": PAGES.messages.error(404, HERE, CHANNELS),
    "closed": PAGES.messages.closed("channels/old/feed.rss", HERE, CHANNELS),
    "shorter list": PAGES.section_pages("Coast", [], HERE, CHANNELS)[0],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_a_page_of_nothing_leads_to_the_feeds_there_are(name):
    """
    HU-05, GO-03: who comes for what is gone can follow what is left.
    """
    found = page(MESSAGES[name]).xpath("//link[@rel='alternate']/@href")

    assert f"{BASE}/channels/top/feed.rss" in found


def test_a_moved_document_says_where_it_is():
    """
    HTTP-12: 301 with the absolute address, which the page links to as well.
    """
    document = PAGES.messages.moved("channels/old/feed.rss", "channels/top/feed.rss", HERE)

    assert (document.status, document.location) == (301, f"{BASE}/channels/top/feed.rss")
    assert page(document).xpath("//main//a/@href")[0] == document.location


# --- Lists -----------------------------------------------------------------------------------------


def test_a_landing_page_says_how_to_follow():
    """
    HU-03: copyable addresses of every format, alternates with types, headlines, licences.
    """
    licence = License("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    document = PAGES.landing_page("top", CHANNELS["top"], [an_item(licence=licence)] * 2, HERE)
    root = page(document)
    addresses = [f"{BASE}/channels/top/feed.{kind}" for kind in ("rss", "atom", "json")]

    assert document.key == "channels/top/index.html"
    assert [code.text for code in root.iter("code")] == addresses
    assert root.xpath("//link[@rel='alternate']/@href") == addresses
    assert [f.get("title") for f in root.xpath("//link[@rel='alternate']")] == [
        "Top stories (RSS)", "Top stories (Atom)", "Top stories (JSON Feed)",
    ]  # fmt: skip
    assert link(document, "canonical") == [f"{BASE}/channels/top/"]
    assert "Ferry number 0 returns" in shown(document)
    assert shown(document).count("CC BY 4.0") == 1
    assert "user-select:all" in root.findtext(".//style")


def test_a_landing_page_names_only_the_formats_there_are():
    """
    An address that is not written is not advertised.
    """
    channel = Channel(title="Atom alone", formats=(FeedFormat.ATOM,))
    root = page(PAGES.landing_page("one", channel, [], HERE))

    assert [code.text for code in root.iter("code")] == [f"{BASE}/channels/one/feed.atom"]


def test_a_landing_page_speaks_the_language_of_its_channel():
    """
    Not that of the site.
    """
    channel = Channel(title="Nachrichten", language="de")

    assert "So folgen Sie uns" in shown(PAGES.landing_page("de", channel, [], HERE))


def test_the_front_page_leads_to_everything():
    """
    The newest story first, then by day; channels, sections, sources, days.
    """
    root = page(EVERY_PAGE["front"])
    links = set(root.xpath("//main//a/@href"))

    assert root.xpath("//main//h2")[0].text_content() == "Ferry number 0 returns"
    assert {
        f"{BASE}/channels/top/", f"{BASE}/sections/coast.html", f"{BASE}/days/2026-05-03.html",
        f"{BASE}/sources/riverside-weekly.html",
    } <= links  # fmt: skip
    assert len(root.xpath("//link[@rel='alternate']")) == 6


@pytest.mark.parametrize(
    ("count", "sizes"), [(1, [1]), (PAGE_ITEMS, [PAGE_ITEMS]), (PAGE_ITEMS + 1, [PAGE_ITEMS, 1])]
)
def test_long_lists_go_on_on_further_pages(count, sizes):
    """
    No page grows beyond bounds, no article is unreachable.
    """
    pages = PAGES.section_pages("Middle East", [an_item(n) for n in range(count)], HERE)

    assert [len(page(one).xpath("//li/article")) for one in pages] == sizes
    assert [one.key for one in pages] == [
        "sections/middle-east.html", "sections/middle-east-2.html",
    ][: len(sizes)]  # fmt: skip
    assert all(len(one.body) < 50_000 for one in pages)
    if len(pages) > 1:
        assert link(pages[0], "next") == link(pages[1], "canonical")
        assert link(pages[1], "prev") == link(pages[0], "canonical")


def test_lists_name_the_feeds_too():
    """
    HU-05: discovery on lists of any kind.
    """
    lists = [
        *PAGES.section_pages("Coast", ITEMS, HERE, CHANNELS),
        *PAGES.source_pages("Riverside Weekly", ITEMS, HERE, CHANNELS),
        *PAGES.day_pages(NOW.date(), ITEMS, HERE, CHANNELS),
    ]

    assert all(len(page(one).xpath("//link[@rel='alternate']")) == 6 for one in lists)


def test_a_list_that_has_become_shorter_leaves_nothing_behind():
    """
    Invariants 1 and 6: its further pages are gone, with every headline on them.
    """
    first, second = PAGES.section_pages("Coast", ITEMS, HERE, pages=2)

    assert (first.status, second.status) == (200, 410)
    assert second.key == "sections/coast-2.html"
    assert "Ferry" not in shown(second)
    assert link(first, "next") == []


def test_a_list_of_nothing_is_gone_with_its_name():
    """
    The last article on it was taken back, and the name was the article's (invariants 1, 6).
    """
    (document,) = PAGES.section_pages("Coast", [], HERE)

    assert (document.key, document.status) == ("sections/coast.html", 410)
    assert "Coast" not in shown(document)


def test_a_day_leads_on_to_the_day_before():
    """
    From its last page: the archive can be read to its end.
    """
    items = [an_item(n) for n in range(PAGE_ITEMS + 1)]
    before = NOW.date() - timedelta(days=3)
    first, second = PAGES.day_pages(NOW.date(), items, HERE, before=before)

    assert link(first, "next") == [f"{BASE}/days/{NOW:%Y-%m-%d}-2.html"]
    assert link(second, "next") == [f"{BASE}/days/{before:%Y-%m-%d}.html"]


def test_an_article_leads_to_the_lists_it_stands_in():
    """
    Section, source and day, with the names in the article's language; without lists to nothing.
    """
    lists = Lists(("Coast", "Middle East"), "Riverside Weekly", NOW.date())
    document = PAGES.article_page(RICH, HERE, CHANNELS, lists)
    links = set(page(document).xpath("//article//a/@href"))

    assert {
        f"{BASE}/sections/coast.html", f"{BASE}/sections/middle-east.html",
        f"{BASE}/sources/riverside-weekly.html", f"{BASE}/days/{NOW:%Y-%m-%d}.html",
    } <= links  # fmt: skip
    alone = set(page(PAGES.article_page(RICH, HERE, CHANNELS)).xpath("//article//a/@href"))
    assert not [url for url in alone if url.startswith((f"{BASE}/s", f"{BASE}/d"))]


def test_a_list_in_odd_order_has_each_day_once():
    """
    Newest day first, and no heading twice, whatever order the items come in.
    """
    items = [an_item(n) for n in (0, 30, 1, 60)]
    (document,) = PAGES.section_pages("Coast", items, HERE)
    days = page(document).xpath("//main//h2/@id")

    assert days == ["day-2026-05-03", "day-2026-05-02", "day-2026-05-01"]


def test_an_archive_day_shows_the_times():
    """
    The day is the heading; each line has its time.
    """
    text = shown(EVERY_PAGE["day"])

    assert "3 May 2026" in text
    assert "11:00" in text


def test_a_row_becomes_a_line():
    """
    Headline, source, section and the licence that is stated, from the member row alone.
    """
    listing = Listing(
        headline="Ferry returns", guid="g", language="ar", sections=("Coast",),
        permissions=(Stated(origin=Origin.UPLOAD, permission=Permission(licence="CC-BY-4.0")),),
    )  # fmt: skip
    row = MemberRow(
        channel="top", article_id="ferry", partner="river", rev=1, release_at=NOW,
        updated_at=NOW, live=True, listing=listing,
    )  # fmt: skip
    configuration = Configuration(
        publication=HERE, partners={"river": Partner(name="Riverside Weekly")}, channels={}
    )
    item = item_of(row, configuration)

    assert (item.url, item.direction, item.source, item.section) == (
        f"{BASE}/articles/ferry.html", "rtl", "Riverside Weekly", "Coast",
    )  # fmt: skip
    assert item.licence is not None
    assert item.licence.url == "https://creativecommons.org/licenses/by/4.0/"
    with pytest.raises(ValueError, match="without a listing"):
        item_of(row.model_copy(update={"listing": None}), configuration)


def test_an_entry_becomes_a_line_with_its_summary():
    """
    For lists that are made of entries.
    """
    assert item_of_entry(RICH).summary == RICH.summary


# --- A publisher's own templates --------------------------------------------------------------------


def test_a_publisher_replaces_one_template():
    """
    Its file stands in for ours; the others stay.
    """
    message = '{% extends "base.html" %}{% block main %}<h1>Ahoy, {{ heading }}</h1>{% endblock %}'
    style = "body { color: navy } /* </style> */ p::after{content:'</style>'}"
    own = rehearsed({"message.html": message, "style.css": style})

    assert "Ahoy, This article" in shown(own.messages.gone("x", HERE))
    assert "By Maren Oakes" in shown(own.article_page(RICH, HERE, {}))
    assert (
        page(own.messages.gone("x", HERE)).xpath("//style")[0].text.startswith("body{color:navy}")
    )
    assert len(page(own.messages.gone("x", HERE)).xpath("//main")) == 1


def test_a_publisher_uses_parts_of_its_own():
    """
    A file whose name begins with ``_`` is for others to include.
    """
    message = '{% extends "base.html" %}{% block main %}{% include "_mast.html" %}{% endblock %}'
    own = rehearsed({"message.html": message, "_mast.html": "<h1>Mast of {{ kind }}</h1>"})

    assert "Mast of message" in shown(own.messages.gone("x", HERE))


def test_a_publisher_adds_a_language():
    """
    What its words lack is said in English.
    """
    here = HERE.model_copy(update={"language": "hu-HU"})
    own = rehearsed({"words.json": '{"hu": {"gone_title": "A cikk eltűnt"}}'})
    document = own.messages.gone("x", here)

    assert page(document).get("lang") == "hu"
    assert "A cikk eltűnt" in shown(document)
    assert "Front page" in shown(document)


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("article.html", "one\n{% if %}", r"templates/article\.html, line 2"),
        ("message.html", "one\n{{ nobody.knows }}", r"templates/message\.html, line 2.*nobody"),
        ("message.html", "one\n{{ 1 / 0 }}", r"templates/message\.html, line 2.*zero"),
        ("message.html", "one\n{{ status + 'x' }}", r"templates/message\.html, line 2"),
        ("message.html", "{% for n in range(999999999) %}{{ n }}{% endfor %}", "Range too big"),
        ("message.html", '{{ "".__class__.__mro__ }}', r"templates/message\.html, line 1.*unsafe"),
        (
            "_items.html",
            '{% include "_items.html" %}',
            r"templates/_items\.html, line 1.*recursion",
        ),
        ("message.html", "\n{{ words.gone }}", r"templates/message\.html, line 2.*gone"),
        ("message.html", '{% extends "no.html" %}', r"there is no no\.html"),
        ("base.html", (OURS / "base.html").read_text()[15:], "kept back: .*<!doctype html> first"),
        ("article.html", "", "an article's page does not show its robots"),
        ("base.html", '<?xml version="1.0" encoding="latin-1"?>', "does not show its robots"),
        ("mesage.html", "x", r"templates/mesage\.html: no page uses it; known: .*message\.html"),
        ("words.json", '{"de":\n{]}', r"words\.json, line 2"),
        ("words.json", '["de"]', r"words\.json: phrases by language"),
        ("words.json", '{"de": {"frnt": "x"}}', r"de\.frnt: no page uses it"),
        ("words.json", '{"de": {"by": "Von {who}"}}', r"de\.by: there is no \{who\} here"),
        ("words.json", '{"de": {"by": "Von {names"}}', r"de\.by: "),
        ("words.json", '{"de": {"by": 7}}', r"de\.by: text, please"),
        ("words.json", '{"de": {"months": ["Januar"]}}', r"de\.months: a list of 12 names"),
    ],
)
def test_a_wrong_template_is_named_with_its_place(name, text, complaint):
    """
    The operator's fault, found before anything is published.
    """
    with pytest.raises(ConfigurationError, match=complaint):
        rehearsed({name: text})


@pytest.mark.parametrize("case", ["is_excerpt", "sections", "correction", "entry.terms.expires"])
def test_what_is_wrong_in_a_rare_case_is_found_too(case):
    """
    The specimens have everything, and next to nothing, and an excerpt.
    """
    rare = "{% block meta %}{% if " + case + " %}{{ mroe }}{% endif %}"
    own = (OURS / "article.html").read_text().replace("{% block meta %}", rare)

    with pytest.raises(ConfigurationError, match="'mroe' is undefined"):
        rehearsed({"article.html": own})


@pytest.mark.parametrize(
    ("name", "gone", "complaint"),
    [
        ("base.html", '<meta name="robots" content="{{ robots }}">', "its robots"),
        ("base.html", '<link rel="canonical" href="{{ canonical }}">', "the canonical address"),
        ("base.html", "{% for feed in feeds %}", "its feeds"),
        ("article.html", "<h1>{{ entry.title }}</h1>", "its headline"),
        ("article.html", '<p class="credit">{{ entry.credit_line }}</p>', "the credit line"),
        ("article.html", "{{ content }}", "the text"),
        (
            "article.html",
            "<strong>{{ words.correction }}</strong> {{ correction }}",
            "the correction",
        ),
        ("article.html", "{% for row in facts %}", "the rights"),
        ("article.html", "{{ structured }}", "the structured data"),
        ("landing.html", "{% for feed in feeds %}", "links to all feeds"),
        ("_items.html", 'href="{{ item.url }}"', "links to the articles"),
        ("listing.html", '<a href="{{ older }}" rel="next">{{ words.older }}</a>', "next page"),
    ],
)
def test_a_template_that_leaves_out_what_a_page_owes_is_refused(name, gone, complaint):
    """
    Our own template without one thing: no page may lose a duty by its looks (invariant 1).
    """
    ours = (OURS / name).read_text()
    assert gone in ours
    spoiled = ours.replace(gone, "{% for row in () %}" if "{% for" in gone else "")
    if gone == "{{ structured }}":
        spoiled = spoiled.replace('<script type="application/ld+json"></script>', "")

    with pytest.raises(ConfigurationError, match=complaint):
        rehearsed({name: spoiled})


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("<script>alert(1)</script>", "a script, line"),
        ('<script src="x.js"></script>', "a script, line"),
        ('<p style="color: red">x</p>', "at <p>"),
        ('<p onclick="x()">x</p>', "at <p>"),
        ('<link rel="stylesheet" href="/x.css">', "a style from elsewhere"),
        ('<iframe src="https://x.example/"></iframe>', "<iframe>, line"),
        ('<form action="/x"><input></form>', "<form>, line"),
        ('<base href="https://x.example/">', "<base>, line"),
        ('<meta http-equiv="refresh" content="0;url=/x">', "a refresh by meta"),
        ("\x08", "control characters"),
        ("x" * 50_000, "bytes without its text"),
    ],
)
def test_a_template_with_what_browsers_would_block_or_wait_for_is_refused(markup, complaint):
    """
    The pages' policy lets no script run and no style in; a page stays under 50 KB.
    """
    message = '{% extends "base.html" %}{% block main %}' + markup + "{% endblock %}"

    with pytest.raises(ConfigurationError, match=complaint):
        rehearsed({"message.html": message})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("article.html", "{{ entry.title }}"),
        ("article.html", "{{ entry.credit_line }}"),
        ("article.html", "{{ correction }}"),
        ("_items.html", "{{ item.headline }}"),
        ("landing.html", "{{ channel.title }}"),
    ],
)
def test_a_template_that_lets_texts_be_markup_is_refused(name, value):
    """
    ``|safe`` on what partners write: one of them could put anything into our page.
    """
    ours = (OURS / name).read_text()
    assert value in ours

    with pytest.raises(ConfigurationError, match=r"does not escape a text, line \d+"):
        rehearsed({name: ours.replace(value, value.replace(" }}", "|safe }}"))})


def test_our_own_templates_pass_the_rehearsal():
    """
    As a publisher's: what it asks for can be given.
    """
    rehearsed({path.name: path.read_text(encoding="utf-8") for path in OURS.iterdir()})
