"""
Invariant 1 over the whole site bucket (rows B42, C28): of an article that may not be shown, not a
byte is public: no word of any field, no key, no header, no date, no count, no ping.

The whole bucket is compared, keys, bytes, headers and times of storing, and read for a marker in
each field; at its release the same markers are looked for again, so that no field is a blind spot.
"""

from __future__ import annotations

import copy
from datetime import timedelta

import pytest

from reprise.stores.ports import StoredObject
from tests.newsroom import CONFIGURATION, START, Newsroom, story

RELEASE = START + timedelta(hours=5)
KINDS = ["rss", "atom", "json", "ninjs"]
CONFIGURED = CONFIGURATION | {
    "channels": {
        "front": {"title": "Everything", "formats": KINDS},
        "msn": {"title": "Headlines for MSN", "profile": "msn", "formats": ["rss"]},
        "smart": {"title": "For SmartNews", "profile": "smartnews", "formats": ["rss"]},
        "short": {"title": "In short", "text": "excerpt", "formats": ["atom"]},
        "few": {"title": "A few", "entries": 4, "formats": ["atom"]},
    }
}


def marker(field: str) -> str:
    """A word that occurs nowhere else, in a form that every format and key keeps as it is."""
    return f"zq{field}qz"


SHOWN = [
    "id",
    "headline",
    "kicker",
    "abstract",
    "byline",
    "dateline",
    "body",
    "section",
    "keyword",
    "address",
    "source",
    "feed",
    "picture",
    "caption",
    "credit",
    "correction",
    "holder",
    "creditline",
    "notice",
    "terms",
]
"""Fields some public document shows after the release."""

STAFF = ["slugline", "note", "email", "evidence", "contact"]
"""Fields no public document ever shows."""


def marked(**permission: object) -> dict:
    """A story with a marker of its own in each field."""
    return story(
        f"https://harbour.example/ids/{marker('id')}",
        headline=f"The {marker('headline')} runs again",
        kicker=f"The {marker('kicker')}",
        abstract=f"The {marker('abstract')} in short.",
        bylines=[
            {"name": f"Ann {marker('byline')}", "email": f"{marker('email')}@harbour.example"}
        ],
        dateline=marker("dateline").upper(),
        body_html=f"<p>The {marker('body')} runs again after a winter in dock, they said.</p>",
        sections=[marker("section"), "Sea"],
        keywords=[marker("keyword")],
        series=marker("series"),
        canonical_url=f"https://harbour.example/{marker('address')}",
        source={
            "name": f"The {marker('source')}",
            "feed_url": f"https://harbour.example/{marker('feed')}",
        },
        pictures=[
            {
                "url": f"https://harbour.example/{marker('picture')}.jpg",
                "caption": f"The {marker('caption')}",
                "credit": f"Bo {marker('credit')}",
                "width": 1200,
                "height": 800,
            }
        ],
        correction=f"The {marker('correction')} was wrong.",
        slugline=marker("slugline"),
        ed_note=marker("note"),
        permission={
            "rights_holder": marker("holder"),
            "copyright_notice": f"All of {marker('notice')}",
            "usage_terms": f"As {marker('terms')} says",
            "contact": f"{marker('contact')}@harbour.example",
            "evidence": {"text": marker("evidence")},
            "duties": {"credit_line": f"Thanks to {marker('creditline')}"},
            **permission,
        },
    )


def bucket(newsroom: Newsroom) -> dict[str, StoredObject]:
    """Every object with its headers, version and time of storing."""
    return {key: newsroom.stores.site.get(key) for key in newsroom.everything()}


def bytes_of(newsroom: Newsroom) -> str:
    """Keys, headers and bodies of the whole bucket in one text; case makes no difference."""
    told = [
        f"{key} {one.media_type} {one.language} {one.cache_control} {dict(one.metadata)}\n"
        + one.body.decode()
        for key, one in bucket(newsroom).items()
    ]
    return "\n".join(told).casefold()


def told_outside(newsroom: Newsroom) -> tuple[int, int]:
    """How often hubs and the CDN heard of anything."""
    return len(newsroom.memory.hub.told), len(newsroom.memory.edge.forgotten)


@pytest.fixture
def newsroom() -> Newsroom:
    """A newsroom with something on every list already, and nothing left to build."""
    newsroom = Newsroom.opened(CONFIGURED)
    newsroom.strikes()
    newsroom.receives(story("bridge", source={"name": "Harbour Post"}))
    for number in range(6):
        newsroom.memory.clock.advance(seconds=1)
        newsroom.ingests(newsroom.put(story(f"tide-{number}", headline=f"Tide {number} comes in")))
    newsroom.settles()
    newsroom.waits_until(START + timedelta(minutes=1))
    assert [key for key in newsroom.everything() if "archive" in key]
    return newsroom


WAITING = {
    "embargo": {"embargoed_until": RELEASE.isoformat()},
    "start": {"starts_at": RELEASE.isoformat()},
    "days": {"embargo_days": 30},
}
NEVER_SHOWN = {
    "denied": {"uses": {"display": {"allowed": False}}},
    "expired": {"expires_at": (START - timedelta(days=1)).isoformat()},
    "elsewhere": {"territories": {"allow": ["NZ"]}},
    "unreadable": {"unreadable": ["a clause nobody understands"]},
    "no quota": {"quota": {"count": 0, "period": "year"}},
}


@pytest.mark.parametrize("permission", [*WAITING.values(), *NEVER_SHOWN.values()],
                         ids=[*WAITING, *NEVER_SHOWN])  # fmt: skip
def test_an_article_that_may_not_be_shown_changes_no_object_at_all(newsroom, permission):
    """X-13: not a byte, header, version or time of storing; nobody outside is told."""
    before, told = bucket(newsroom), told_outside(newsroom)
    item = newsroom.item(marked(**permission))
    assert item.article_id
    newsroom.waits(minutes=1)
    newsroom.rebuilds()
    assert bucket(newsroom) == before
    assert told_outside(newsroom) == told


@pytest.mark.parametrize("seconds", [-1, 0, 1], ids=["just before", "on", "just after"])
def test_every_field_is_unseen_up_to_the_release_and_seen_from_it(newsroom, seconds):
    """The same markers before and after: no field is a blind spot of this test."""
    item = newsroom.item(marked(**WAITING["embargo"]))
    newsroom.waits_until(RELEASE + timedelta(seconds=seconds))
    public = bytes_of(newsroom)
    released = seconds >= 0
    seen = {field for field in SHOWN if marker(field) in public}
    assert seen == (set(SHOWN) if released else set())
    assert (item.article_id in public) is released
    assert not [field for field in STAFF if marker(field) in public]


def test_at_its_release_the_article_stands_in_every_output(newsroom):
    """What the tests above compare is not empty: each kind of document names it in the end."""
    item = newsroom.item(marked(**WAITING["embargo"]))
    before = newsroom.everything()
    newsroom.waits_until(RELEASE)
    after = newsroom.everything()
    changed = {key for key, body in after.items() if before.get(key) != body}
    names = {key for key in changed if item.article_id in after[key].decode()}
    endings = ("rss", "atom", "json", "ninjs.json")
    feeds = {f"channels/front/feed.{ending}" for ending in endings}
    feeds |= {"channels/msn/feed.rss", "channels/smart/feed.rss", "channels/short/feed.atom"}
    landings = {f"channels/{name}/index.html" for name in newsroom.configuration.channels}
    assert feeds | landings <= names
    assert {"index.html", "sitemap-2026-03-02.xml", "news-sitemap.xml"} <= names
    assert any(key.startswith("sections/") and marker("section") in key for key in names)
    assert any(key.startswith("sources/") and marker("source") in key for key in names)
    assert any(key.startswith("days/") for key in names)
    assert f"articles/{item.article_id}.html" in names
    unnamed = {key for key in changed - names if "archive" not in key}
    assert unnamed == {"sitemap.xml"}


@pytest.mark.parametrize("action", ["withdraw", "kill"])
@pytest.mark.parametrize("permission", [*WAITING.values(), *NEVER_SHOWN.values()],
                         ids=[*WAITING, *NEVER_SHOWN])  # fmt: skip
def test_taking_back_what_was_never_shown_says_nothing(newsroom, permission, action):
    """No tombstone, no 410, no ping: who was not told of it is not told that it is gone."""
    before, told = bucket(newsroom), told_outside(newsroom)
    sent = marked(**permission)
    newsroom.receives(sent)
    newsroom.memory.clock.advance(minutes=3)
    newsroom.receives({"format": "reprise/1", "action": action, "id": sent["id"]})
    newsroom.waits_until(RELEASE + timedelta(hours=1))
    assert bucket(newsroom) == before
    assert told_outside(newsroom) == told


@pytest.mark.parametrize("end", ["withdraw", "kill", "expiry"])
def test_a_channel_that_never_carried_it_does_not_say_that_it_is_gone(newsroom, end):
    """An article for our own page alone is unknown to every feed, also when it goes (TS-01)."""
    denied = {use: {"allowed": False} for use in ("syndicate_full", "syndicate_excerpt")}
    expiry = {"expires_at": RELEASE.isoformat()} if end == "expiry" else {}
    sent = marked(uses=denied, **expiry)
    item = newsroom.item(sent)
    assert newsroom.page_status(item.article_id) == 200
    if end != "expiry":
        newsroom.memory.clock.advance(minutes=3)
        newsroom.receives({"format": "reprise/1", "action": end, "id": sent["id"]})
    newsroom.waits_until(RELEASE)
    assert newsroom.page_status(item.article_id) == 410
    feeds = [newsroom.text(key) for key in newsroom.everything() if key.startswith("channels/")]
    assert not [feed for feed in feeds if marker("id") in feed or item.article_id in feed]


def test_a_version_under_embargo_shows_nothing_of_itself(newsroom):
    """The version before it goes, for it is not the article any more; nothing of the new one."""
    newsroom.receives(story(f"https://harbour.example/ids/{marker('id')}"))
    newsroom.memory.clock.advance(minutes=3)
    newsroom.receives(marked(**WAITING["embargo"]))
    public = bytes_of(newsroom)
    assert not [field for field in SHOWN if field != "id" and marker(field) in public]
    newsroom.waits_until(RELEASE)
    assert marker("headline") in bytes_of(newsroom)


def test_a_copy_under_embargo_changes_nothing_of_the_one_that_is_shown(newsroom):
    """Another partner's copy of a story that waits is no reason to touch the story (row B62)."""
    body = "".join(f"<p>Sentence {n} tells more about the harbour wall.</p>" for n in range(40))
    newsroom.receives(story("wall", body_html=body))
    before, told = bucket(newsroom), told_outside(newsroom)
    held = {"embargoed_until": RELEASE.isoformat()}
    item = newsroom.item(story("mauer", body_html=body, permission=held), partner="meadow")
    assert newsroom.stores.articles.record(item.article_id).copies
    newsroom.rebuilds()
    assert bucket(newsroom) == before
    assert told_outside(newsroom) == told


def test_what_a_partner_withholds_is_not_public(newsroom):
    """``pub_status: withheld`` keeps it back without a date, until a later version says usable."""
    before = bucket(newsroom)
    item = newsroom.item(marked() | {"pub_status": "withheld"})
    record = newsroom.stores.articles.record(item.article_id)
    assert record.versions[-1].withheld
    newsroom.waits(days=2)
    unchanged = {key: one for key, one in bucket(newsroom).items() if before.get(key) == one}
    assert marker("headline") not in bytes_of(newsroom)
    assert unchanged


def test_before_an_embargo_lifts_no_header_tells_when(newsroom):
    """How long copies may be used does not shrink as the release comes nearer."""
    newsroom.receives(marked(**WAITING["embargo"]))
    newsroom.waits_until(RELEASE - timedelta(seconds=1))
    lifetimes = {
        key: one.cache_control for key, one in bucket(newsroom).items() if "archive" not in key
    }
    newsroom.waits_until(RELEASE)
    later = {key: one.cache_control for key, one in bucket(newsroom).items()}
    assert {key: later[key] for key in lifetimes} == lifetimes


def test_a_closed_partner_leaves_no_word_behind(newsroom):
    """Closing a partner takes every field of its articles out of every object."""
    newsroom.receives(marked())
    assert marker("headline") in bytes_of(newsroom)
    closed = copy.deepcopy(CONFIGURED)
    closed["partners"]["harbour"]["closed"] = True
    newsroom.configuration = type(newsroom.configuration).model_validate(closed)
    newsroom.waits(minutes=1)
    public = bytes_of(newsroom)
    assert not [field for field in SHOWN if field not in {"id", "section", "source"}
                and marker(field) in public]  # fmt: skip
