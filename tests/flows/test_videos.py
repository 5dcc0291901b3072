"""Videos: shown where they may be, as pictures are, in every output that has a place for them."""

from __future__ import annotations

import copy
import json
from datetime import timedelta
from typing import Any

import jsonschema
import pytest
from lxml import etree, html

from reprise.model.configuration import Configuration
from reprise.outputs.sitemap import document
from tests.newsroom import BODY, CONFIGURATION, START, Newsroom, story
from tests.unit.outputs.feed_samples import schema_path
from tests.unit.outputs.page_samples import sitemap_schema, without_xhtml

DAY = "sitemap-2026-03-02.xml"
FILE = "https://video.example/crossing.mp4"
PLAYER = "https://video.example/play/crossing"
POSTER = "https://video.example/crossing.jpg"
VIDEO: dict[str, Any] = {
    "url": FILE,
    "player_url": PLAYER,
    "poster": POSTER,
    "title": "The first crossing",
    "caption": "The ferry leaves the quay at dawn.",
    "credit": "Film: Ines Carrow",
    "duration_seconds": 95,
    "width": 1280,
    "height": 720,
}
PLACES = (
    "channels/front/feed.rss",
    "channels/front/feed.atom",
    "channels/front/feed.json",
    "channels/wire/feed.ninjs.json",
    DAY,
)


def opened(*, videos: bool | None = True) -> Newsroom:
    """A newsroom whose partner's agreement says this of videos."""
    configuration = copy.deepcopy(CONFIGURATION)
    configuration["partners"]["harbour"]["agreement"]["videos"] = videos
    wire = {"title": "For newsrooms", "profile": "ninjs", "formats": ["ninjs"]}
    configuration["channels"]["wire"] = wire
    return Newsroom.opened(configuration)


def shows(newsroom: Newsroom, word: str = "crossing") -> set[str]:
    """Keys of documents with something of the video."""
    return {key for key, body in newsroom.everything().items() if word.encode() in body}


@pytest.fixture
def newsroom() -> Newsroom:
    """One article with a video, published."""
    room = opened()
    room.receives(story(videos=[VIDEO]))
    return room


def test_a_video_that_may_be_shown_stands_in_every_output(newsroom):
    """Feeds, the newsroom package, the page, the sitemap of the day and of the news."""
    pages = {key for key in newsroom.everything() if key.startswith("articles/")}
    assert shows(newsroom) >= {*PLACES, *pages, "news-sitemap.xml"}


@pytest.mark.parametrize(
    ("agreed", "video", "permission"),
    [
        (None, {}, None),
        (False, {"usable": True}, None),
        (True, {"usable": False}, None),
        (True, {}, {"videos": False}),
        (True, {"expires_at": START.isoformat()}, None),
        (None, {}, {"pictures": True}),
    ],
    ids=["silence", "barred", "its own no", "the upload's no", "ended", "pictures are no videos"],
)
def test_a_video_without_a_right_is_nowhere(agreed, video, permission):
    """B32: silence is no, nobody's no can be widened; the text is shown without it."""
    newsroom = opened(videos=agreed)
    newsroom.receives(story(videos=[{**VIDEO, **video}], permission=permission))

    assert newsroom.titles() == ["The ferry runs again"]
    assert shows(newsroom) == set()


def test_its_own_yes_is_enough_where_nobody_says_no():
    """As of a picture: who sends it with a right of its own needs no agreement on videos."""
    newsroom = opened(videos=None)
    newsroom.receives(story(videos=[{**VIDEO, "usable": True}]))

    assert set(PLACES) <= shows(newsroom)


def test_a_video_goes_when_its_right_ends():
    """Invariant 6: by the clock alone, from every output."""
    newsroom = opened()
    ends = START + timedelta(hours=5)
    newsroom.receives(story(videos=[{**VIDEO, "expires_at": ends.isoformat()}]))
    assert set(PLACES) <= shows(newsroom)

    newsroom.waits_until(ends)

    assert shows(newsroom) == set()


def test_an_agreement_that_ends_its_videos_takes_them_out(newsroom):
    """The rows say nothing of agreements: the next turn goes by the file."""
    data = newsroom.configuration.model_dump()
    data["partners"]["harbour"]["agreement"]["videos"] = False
    newsroom.configuration = Configuration.model_validate(data)
    newsroom.waits(minutes=1)

    assert shows(newsroom) == set()


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("readers", True),
        ("google", True),
        ("msn", False),
        ("smartnews", False),
        ("flipboard", False),
    ],
)
def test_destinations_that_want_one_kind_of_content_get_no_videos(profile, told):
    """MS-06: of articles with videos MSN takes the articles; videos have feeds of their own there."""
    configuration = copy.deepcopy(CONFIGURATION)
    configuration["partners"]["harbour"]["agreement"]["videos"] = True
    configuration["channels"] = {"out": {"title": "Out", "profile": profile, "formats": ["rss"]}}
    newsroom = Newsroom.opened(configuration)
    picture = {"url": "https://pictures.example/quay.jpg", "width": 1200, "height": 800}
    newsroom.receives(
        story(headline="The ferry to the islands runs again", videos=[VIDEO], pictures=[picture])
    )

    assert len(newsroom.titles("out")) == 1
    assert (FILE in newsroom.text("channels/out/feed.rss")) is told


def test_media_rss_has_file_player_length_poster_and_credit(newsroom):
    """MR-01, MR-02: one content alone, what is said of it inside."""
    media = "{http://search.yahoo.com/mrss/}"
    root = etree.fromstring(newsroom.read("channels/front/feed.rss") or b"")
    (content,) = root.iter(f"{media}content")

    assert dict(content.attrib) == {
        "medium": "video", "url": FILE, "type": "video/mp4", "width": "1280", "height": "720",
        "duration": "95",
    }  # fmt: skip
    assert [child.tag.removeprefix(media) for child in content] == [
        "player", "thumbnail", "title", "description", "credit",
    ]  # fmt: skip


def test_json_feed_attaches_the_file(newsroom):
    """JF-08: address, type, length; the player is told beside."""
    (item,) = newsroom.json_feed()["items"]

    assert item["attachments"] == [
        {
            "url": FILE,
            "mime_type": "video/mp4",
            "title": "The first crossing",
            "duration_in_seconds": 95,
        }
    ]
    assert item["_syndication"]["videos"][0]["player_url"] == PLAYER


def test_ninjs_associates_it(newsroom):
    """E7: with its file and the picture that stands for it."""
    package = json.loads(newsroom.text("channels/wire/feed.ninjs.json"))
    (item,) = (one for one in package["associations"] if one["type"] == "text")
    (video,) = item["associations"]

    assert (video["type"], video["renditions"][0]["href"]) == ("video", FILE)
    assert video["renditions"][1] == {"name": "poster", "href": POSTER}
    rules = jsonschema.Draft202012Validator(
        json.loads(schema_path("ninjs-schema_3.1.json").read_text())
    )
    assert [error.message for error in rules.iter_errors(package)] == []


def test_the_page_plays_it_without_script_and_loads_nothing_before(newsroom):
    """SO-01, X-06: with controls of the browser, a label, and a VideoObject for search."""
    (key,) = (key for key in newsroom.everything() if key.startswith("articles/"))
    page = html.document_fromstring(newsroom.read(key) or b"")
    (video,) = page.iter("video")
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")

    assert (video.get("src"), video.get("poster"), video.get("preload")) == (FILE, POSTER, "none")
    assert "controls" in video.attrib
    assert video.get("aria-label") == "The first crossing"
    assert "Film: Ines Carrow" in page.text_content()
    stated = json.loads(data)["video"][0]
    assert {"@type", "name", "thumbnailUrl", "uploadDate", "contentUrl"} <= stated.keys()
    assert stated["duration"] == "PT95S"


def test_a_video_without_a_file_is_a_link_to_where_it_plays():
    """With the picture that stands for it; whose licence it is is said below."""
    newsroom = opened()
    newsroom.receives(story(videos=[{**VIDEO, "url": None, "licence": "CC BY 4.0"}]))
    (key,) = (key for key in newsroom.everything() if key.startswith("articles/"))
    page = html.document_fromstring(newsroom.read(key) or b"")

    assert not list(page.iter("video"))
    assert page.xpath(f"//figure/a[@href='{PLAYER}']/img/@src") == [POSTER]
    assert page.xpath(f"//figcaption/a[@href='{PLAYER}']/text()") == ["The first crossing"]
    assert page.xpath("//figcaption//a[@rel='license']/text()") == [
        "Creative Commons Attribution 4.0"
    ]


@pytest.mark.parametrize(
    ("change", "place"),
    [({}, "content_loc"), ({"url": None}, "player_loc"), ({"url": PLAYER}, "player_loc")],
    ids=["a file", "a player", "a file that is a page"],
)
def test_the_sitemap_has_all_that_the_extension_requires(change, place):
    """VI-01, VI-03, VI-04: one of the two addresses, by the published schema."""
    newsroom = opened()
    newsroom.receives(story(videos=[{**VIDEO, **change}]))
    body = newsroom.read(DAY) or b""
    video = etree.fromstring(body).find(".//{*}video")

    assert video is not None
    names = [etree.QName(child).localname for child in video]
    assert names == ["thumbnail_loc", "title", "description", place, "duration"]
    assert sitemap_schema().validate(without_xhtml(document(DAY, body)))


@pytest.mark.parametrize("missing", ["poster", "both addresses"])
def test_a_video_that_lacks_what_search_requires_is_in_no_sitemap(missing):
    """VI-01: the page is listed without it."""
    newsroom = opened()
    without = {"poster": None} if missing == "poster" else {"url": None, "player_url": None}
    newsroom.receives(story(videos=[{**VIDEO, **without}]))

    assert len(newsroom.sitemap_urls(DAY)) == 1
    assert b"video:" not in (newsroom.read(DAY) or b"")


def test_what_is_too_long_for_search_is_cut_or_left_out():
    """VI-02: title 100 and description 2,048 characters, 8 hours."""
    newsroom = opened()
    long = {"title": "x" * 101, "caption": "y" * 2049, "duration_seconds": 28_801}
    newsroom.receives(story(videos=[{**VIDEO, **long}]))
    body = newsroom.read(DAY) or b""

    assert b"<video:title>" + b"x" * 100 + b"</" in body
    assert b"<video:description>" + b"y" * 2048 + b"</" in body
    assert b"duration" not in body
    assert sitemap_schema().validate(without_xhtml(document(DAY, body)))


RSS = f"""<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Quay</title>
<link>https://quay.example/</link><description>x</description><item><title>The ferry runs again</title>
<guid>q1</guid><link>https://quay.example/1</link><description><![CDATA[{BODY}]]></description>
<media:group><media:content url="{FILE}" type="video/mp4" duration="95" width="640"/>
<media:content url="https://video.example/crossing-4k.mp4" type="video/mp4" width="3840"/>
<media:thumbnail url="{POSTER}"/><media:title>The first crossing</media:title></media:group>
</item></channel></rss>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Quay",
    "items": [
        {
            "id": "q1",
            "title": "The ferry runs again",
            "content_html": BODY,
            "attachments": [
                {"url": FILE, "mime_type": "video/mp4", "duration_in_seconds": 95.5},
                {"url": "https://video.example/talk.mp3", "mime_type": "audio/mpeg"},
            ],
        }
    ],
}
NINJS = {
    "uri": "q1",
    "type": "text",
    "pubStatus": "usable",
    "headlines": [{"value": "The ferry runs again"}],
    "bodies": [{"contentType": "text/html", "value": BODY}],
    "associations": [
        {
            "name": "clip",
            "uri": "q1-clip",
            "type": "video",
            "headlines": [{"value": "The first crossing"}],
            "renditions": [
                {"name": "main", "href": FILE, "contentType": "video/mp4", "duration": 95},
                {"name": "still", "href": POSTER, "contentType": "image/jpeg"},
            ],
        }
    ],
}
DATA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "The ferry runs again",
    "video": {
        "@type": "VideoObject",
        "name": "The first crossing",
        "contentUrl": FILE,
        "thumbnailUrl": [POSTER],
        "duration": "PT1M35S",
    },
}
PAGE = (
    '<!doctype html><html lang="en"><head><title>The ferry runs again</title>'
    f'<script type="application/ld+json">{json.dumps(DATA)}</script></head>'
    f"<body><article><h1>The ferry runs again</h1>{BODY * 3}</article></body></html>"
)


@pytest.mark.parametrize(
    ("upload", "name"),
    [
        (RSS.encode(), "feed.rss"),
        (json.dumps(JSON_FEED).encode(), "feed.json"),
        (json.dumps(NINJS).encode(), "item.json"),
        (PAGE.encode(), "page.html"),
    ],
    ids=["Media RSS", "JSON Feed", "ninjs", "a page's data"],
)
def test_videos_come_in_every_format_that_has_them(upload, name):
    """The file, its length, and the picture that stands for it where the format has one."""
    newsroom = opened()
    newsroom.receives(upload, name=name)
    (item,) = newsroom.json_feed()["items"]

    assert [(one["url"], one["duration_in_seconds"]) for one in item["attachments"]] == [(FILE, 95)]
    if name != "feed.json":
        assert item["_syndication"]["videos"][0]["poster"] == POSTER


def test_a_video_without_any_address_is_told():
    """Its partner hears what to send."""
    newsroom = opened()
    item = newsroom.item(story(videos=[{"title": "The first crossing"}]))

    assert [(note.code, note.field) for note in item.notes] == [("no_address", "videos")]
