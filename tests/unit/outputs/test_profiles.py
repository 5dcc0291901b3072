"""Destination profiles: one file per rule in ``tests/cases/profiles/<destination>/``."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from reprise.errors import ConfigurationError, RefusedError
from reprise.model.configuration import Channel
from reprise.model.document import Tombstone
from reprise.model.submission import Picture
from reprise.outputs.feeds import assemble, render_entry
from reprise.outputs.profile import profile_named, profile_names, read_profile
from reprise.outputs.rss import RSS
from tests.unit.outputs.feed_samples import (
    NOW,
    PICTURE,
    a_feed,
    an_article,
    an_entry,
    granted,
    parsed,
    projected,
    texts,
    written,
)

CASES = Path(__file__).parents[2] / "cases" / "profiles"
FILES = sorted(CASES.glob("*/*.yaml"))
TALL = PICTURE.model_copy(update={"width": 900, "height": 1200, "media_type": "image/jpeg"})


def suiting(**changes) -> Any:
    """An entry that every destination takes."""
    return an_entry(
        **({"title": "The old crane at the quay is a museum", "pictures": (TALL,)} | changes)
    )


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_destination_keeps_its_rule(path):
    """
    B85, B53, B102: each file states one rule of one destination and what must come of it.
    """
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    profile = profile_named(path.parent.name)

    if "body" in case:
        assert profile.fit_body(case["body"]) == case["fitted"]
    elif "channel" in case:
        problems = profile.fits_channel(Channel(**{"title": "Channel", **case["channel"]}))
        assert [problem.field for problem in problems] == [*filter(None, [case["expect"]])]
    else:
        changes = case["entry"]
        if "pictures" in changes:
            changes["pictures"] = tuple(Picture(**picture) for picture in changes["pictures"])
        problem = profile.fits(suiting(**changes), a_feed().language)
        assert (problem.field if problem else None) == case["expect"]


@pytest.mark.parametrize("name", profile_names())
def test_every_destination_has_its_cases_and_takes_a_good_entry(name):
    """
    B102, M71, M72, M73: a profile without conformance fixtures is a claim.
    """
    assert list((CASES / name).glob("*.yaml"))
    assert profile_named(name).fits(suiting(), a_feed().language) is None
    parsed(written(RSS, suiting(), feed=a_feed(profile=name)))


def test_entry_that_does_not_fit_costs_only_itself():
    """
    B85: left out with a reason that names the destination, the field and what it takes.
    """
    with pytest.raises(RefusedError, match=r"title: 'Too short'; at least 21 characters"):
        render_entry(RSS, suiting(title="Too short"), a_feed(profile="msn"))


def test_entry_too_large_alone_costs_only_itself():
    """
    B85, GO-01: just at its limit it goes out, a byte more and it is left out by name.
    """
    alone = len(render_entry(RSS, suiting(content_html="x"), a_feed(profile="google")))
    fits = suiting(content_html="x" * (1_000_000 - alone + 1))
    render_entry(RSS, fits, a_feed(profile="google"))

    with pytest.raises(RefusedError, match=r"entry: '1000001 bytes'; at most 1000000 bytes"):
        render_entry(
            RSS, replace(fits, content_html=f"{fits.content_html}x"), a_feed(profile="google")
        )


def test_short_abstract_is_followed_by_the_text_where_a_destination_wants_more():
    """
    FL-02: 300 characters or more, of what may be passed on; others get the abstract as it is.
    """
    article = an_article(abstract="Short.", body_html="<p>The crane stands still. </p>" * 40)
    wanted = projected(article, channel=Channel(title="F", profile="flipboard")).summary
    usual = projected(article, channel=Channel(title="R")).summary

    assert usual == "Short."
    assert wanted.startswith("Short. The crane stands still.")
    assert 300 <= len(wanted) <= 600


def test_markup_of_the_destination_is_applied_when_the_entry_is_made():
    """
    MS-07: the credit's words and link stay when its class goes.
    """
    entry = projected(
        an_article(body_html="<p style='x'>News.</p><video></video>"),
        granted(credit_line="From the Post"),
        channel=Channel(title="MSN", profile="msn"),
    )

    assert entry.content_html == (
        '<p>News.</p><p><a href="https://harbour.example/crane">From the Post</a></p>'
    )


# --- Dialects -------------------------------------------------------------------------------------

GONE = Tombstone(
    "tag:harbour.example,2026:gone",
    NOW,
    url="https://news.example/articles/gone.html",
    published_at=NOW - timedelta(days=1),
)


def item_of(profile: str, entry: Any = None) -> Any:
    feed = a_feed(profile=profile, tombstones=(GONE,))
    return parsed(written(RSS, entry or suiting(), feed=feed))


@pytest.mark.parametrize("name", profile_names())
def test_only_its_own_namespaces_are_declared(name):
    """
    X-05, MS-09, SN-01: a dialect is spoken where it is understood.
    """
    declared = set(item_of(name).nsmap)

    assert ("mi" in declared) is (name == "msn")
    assert ("snf" in declared) is (name == "smartnews")


def test_msn_hears_that_pictures_may_be_syndicated():
    """
    MS-09: pictures without that word may be refused; only those with a right get so far.
    """
    root = item_of("msn")
    msn = "{http://schemas.ingestion.microsoft.com/common/}"

    assert [e.text for e in root.iter(f"{msn}hasSyndicationRights")] == ["1"]


def ended(root: Any) -> Any:
    (item,) = [i for i in root.iter("item") if i.findtext("guid") == GONE.guid]
    return item


def test_msn_hears_of_a_takedown_by_an_end_in_the_past():
    """
    B45: same id, an end that has passed, a later update; nothing of the article is left.
    """
    item = ended(item_of("msn"))

    assert texts(item, "dcterms:valid") == [
        "start=2026-03-01T08:00:00Z;end=2026-03-02T08:00:00Z;scheme=W3C-DTF"
    ]
    assert texts(item, "dcterms:modified") == ["2026-03-02T08:00:00Z"]
    assert item.findtext("pubDate") == "Sun, 01 Mar 2026 08:00:00 GMT"
    assert 20 < len(item.findtext("title")) <= 150
    assert texts(item, "content:encoded") == []


def test_smartnews_hears_of_a_takedown_by_its_status():
    """
    B45, MR-11: and that the others are active.
    """
    root = item_of("smartnews")

    assert texts(ended(root), "media:status/@state") == ["deleted"]
    assert texts(root, "//media:status/@state") == ["deleted", "active"]


@pytest.mark.parametrize("name", ["readers", "flipboard", "newsbreak", "google"])
def test_others_drop_what_was_taken_down(name):
    """
    B45: an item that says it has ended would be shown as a story there.
    """
    assert [i.findtext("guid") for i in item_of(name).iter("item")] == [suiting().guid]


def test_items_that_ended_come_before_the_others_and_after_the_channels_facts():
    """
    RS-31.
    """
    tags = [element.tag for element in item_of("msn")[0]]

    assert tags[-2:] == ["item", "item"]
    assert "item" not in tags[:-2]


def test_smartnews_channel_has_its_logo_and_date():
    """
    SN-02, SN-03.
    """
    feed = a_feed(profile="smartnews", logo="https://news.example/logo.png")
    channel = parsed(written(RSS, suiting(), feed=feed))[0]

    assert channel.findtext("pubDate") == "Mon, 02 Mar 2026 08:00:00 GMT"
    assert texts(channel, "*[local-name()='logo']/*[local-name()='url']") == [feed.logo]


def test_flipboard_gets_the_lead_picture_as_the_one_enclosure():
    """
    FL-03, RS-13, RS-14: with type, and length 0 where nobody knows it.
    """
    second = TALL.model_copy(update={"url": "https://harbour.example/2.jpg"})
    root = item_of("flipboard", suiting(pictures=(TALL, second)))

    (enclosure,) = root.iter("enclosure")
    assert dict(enclosure.attrib) == {"url": TALL.url, "length": "0", "type": "image/jpeg"}


@pytest.mark.parametrize(
    ("url", "media_type", "expected"),
    [
        ("https://x.example/a.png?w=1", None, "image/png"),
        ("https://x.example/a", "image/webp", "image/webp"),
        ("https://x.example/a", None, None),
    ],
)
def test_enclosure_without_a_known_type_is_left_out(url, media_type, expected):
    """
    RS-13: the type is required, and a guess from nothing would be a lie.
    """
    picture = TALL.model_copy(update={"url": url, "media_type": media_type})
    found = [
        e.get("type") for e in item_of("flipboard", suiting(pictures=(picture,))).iter("enclosure")
    ]

    assert found == [*filter(None, [expected])]


@pytest.mark.parametrize(
    ("name", "date"),
    [("google", "Mon, 02 Mar 2026 08:00:00 GMT"), ("readers", "Mon, 02 Mar 2026 06:00:00 GMT")],
)
def test_correction_moves_the_date_each_destination_looks_at(name, date):
    """
    E8, GO-02: readers would sort a story with a moved date as new.
    """
    root = item_of(name, suiting(updated_at=NOW))

    assert root.find("channel/item").findtext("pubDate") == date


# --- The document ---------------------------------------------------------------------------------


@pytest.mark.parametrize("spare", [-1, 0, 1])
def test_room_for_entries_is_what_head_and_tail_leave(spare):
    """
    B85, SN-04: an entry and its separator each; the last has none.
    """
    entries = [suiting(key=f"k{n}", guid=f"tag:x,2026:{n}") for n in range(3)]
    feed = a_feed(profile="msn")
    parts = [RSS.entry(entry, feed) for entry in entries]
    whole = assemble(RSS, feed, [entry.key for entry in entries], parts)
    profile = profile_named("msn").model_copy(update={"max_bytes": len(whole.body) + spare})

    taken = sum(len(part) + len(RSS.separator) for part in parts)
    assert profile.room_beside(assemble(RSS, feed, (), None)) - taken == spare


# --- Files ----------------------------------------------------------------------------------------


def test_unknown_destination_names_the_known_ones():
    """
    Bad input here is a bad profile: found with its place, before anything is published.
    """
    with pytest.raises(ConfigurationError, match=r"no destination 'msm'; known: .*msn"):
        profile_named("msm")
    with pytest.raises(ConfigurationError, match="no destination"):
        profile_named("../readers")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: X\nmax_entries: many", r"profiles/x.yaml: max_entries: .*found 'many'"),
        ("title: X\nmax_entreis: 3", r"max_entreis: Extra inputs"),
        ("max_entries: 3", "title: Field required"),
        ("title: [", r"profiles/x.yaml: .*line 1"),
        ("- a", "a mapping of field to value"),
        ("title: X\ntakedown: shout", "takedown: Input should be"),
        ("", "a mapping of field to value"),
        ("title: ' '", "title: what people call it"),
        ("title: X\nmax_bytes: 5000\nmax_bytes: 6000", "max_bytes: a second time.*line 3"),
        ("title: X\nmax_bytes: 99000000", "max_bytes: .*less than or equal to 10000000"),
        ("title: X\nmax_bytes: 5000\nmax_entry_bytes: 9000", "max_entry_bytes: at most max_bytes"),
        ("title: X\ntitle_min: 50\ntitle_max: 20", "title_max: at least title_min, 50 .found 20"),
        ("title: X\ntitle_min: -1", "title_min: .*greater than or equal to 0"),
        ("title: X\npicture_min_side: 0", "picture_min_side: "),
        ("title: X\nnesting_max: 0", "nesting_max: "),
        ("title: X\nhold_max: 0", "hold_max: "),
        ("title: X\nneeds: [photo]", "needs.0: .*found 'photo'"),
        ("title: X\ndialects: [yahoo]", "dialects.0: "),
        ("title: X\nformats: [xml]", "formats.0: "),
        ("title: X\ntags: ['<p>']", "tags: names of elements.*found '<p>'"),
        ("title: X\ntags: [p, script]", "tags: nothing active.*found 'script'"),
        ("title: X\nattributes: {p: [dir]}", "attributes.p: an element that tags allows"),
        ("title: X\ntags: [p]\nattributes: {p: [onclick]}", "attributes.p: .*no actions"),
        ("title: X\ntags: [p]\nattributes: {p: [style]}", "attributes.p: .*no styles"),
        ("title: X\ntags: [p]\ninstead: {figure: div}", "instead.figure: .*found 'div'"),
        ("title: X\nschemes: [javascript]", "schemes: .*found 'javascript'"),
        ("title: X\nschemes: ['https:']", "schemes: .*found 'https:'"),
    ],
)
def test_bad_profile_names_file_field_and_what_was_found(text, told):
    """
    A publisher who adds a destination sees what to repair.
    """
    with pytest.raises(ConfigurationError, match=f"(?s){told}"):
        read_profile(text, "x")


def test_replacing_a_field_makes_another_destination():
    """
    B76: adding a destination touches one file and no code.
    """
    profile = read_profile("title: Tiny\nmax_entries: 1\nneeds: [summary]", "tiny")

    assert profile.fits(replace(suiting(), summary=""), a_feed().language) is not None
    assert profile.fits(suiting(), a_feed().language) is None
