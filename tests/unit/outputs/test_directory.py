"""The directory of channels, robots.txt, and the terms for machines."""

from __future__ import annotations

import json
from urllib.robotparser import RobotFileParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reprise.model.configuration import Channel, FeedFormat, Publication
from reprise.model.document import Terms
from reprise.outputs.license_xml import license_xml
from reprise.outputs.opml import opml
from reprise.outputs.robots import robots
from reprise.outputs.tdmrep import tdmrep
from tests.unit.outputs.page_samples import BASE, CHANNELS, HERE, xml

RSL = "{https://rslstandard.org/rsl}"
RSL_NAMES = {"rsl", "content", "license", "permits", "prohibits", "legal"}
TOKENS = ("all", "ai-all", "ai-train", "ai-input", "ai-index", "search")


# --- OPML ------------------------------------------------------------------------------------------


def test_the_directory_names_every_channel_once():
    """
    OP-01 to OP-03: typed outlines with text, title and addresses.
    """
    document = opml(HERE, CHANNELS)
    root = xml(document)
    outlines = root.findall("body/outline")

    assert (document.key, document.media_type) == ("channels.opml", "text/x-opml; charset=utf-8")
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert [o.get("type") for o in outlines] == ["rss", "rss"]
    assert [o.get("text") for o in outlines] == ["Top stories", "Climate & sea"]
    assert outlines[0].get("title") == "Top stories"
    assert outlines[0].get("xmlUrl") == f"{BASE}/channels/top/feed.rss"
    assert outlines[0].get("htmlUrl") == f"{BASE}/channels/top/"
    assert outlines[0].get("language") == "en"
    assert not [element for element in root.iter() if "}" in element.tag]


def test_the_directory_names_a_format_that_is_written():
    """
    A channel without RSS is named by its first format, one without feeds not at all.
    """
    channels = {
        "a": Channel(title="A", formats=(FeedFormat.JSON, FeedFormat.ATOM)),
        "b": Channel(title="B", formats=()),
    }
    addresses = xml(opml(HERE, channels)).xpath("//@xmlUrl")

    assert addresses == [f"{BASE}/channels/a/feed.json"]


def test_a_directory_of_nothing_is_still_one():
    """
    OP-01, OP-02: at least one outline, with text.
    """
    (outline,) = xml(opml(HERE, {})).findall("body/outline")

    assert outline.attrib == {"text": "The Harbour Post"}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_no_title_breaks_the_directory(title):
    """
    X-01, X-02.
    """
    (outline,) = xml(opml(HERE, {"a": Channel(title=title)})).findall("body/outline")

    assert outline.get("type") == "rss"


# --- robots.txt -------------------------------------------------------------------------------------


def test_robots_may_fetch_everything_and_find_the_sitemaps():
    """
    RP-03: nothing is disallowed, so that noindex can be read; SM-11: absolute addresses.
    """
    document = robots(HERE)
    reader = RobotFileParser()
    reader.parse(document.body.decode("ascii").splitlines())

    assert (document.key, document.media_type) == ("robots.txt", "text/plain; charset=utf-8")
    assert reader.can_fetch("Googlebot-News", f"{BASE}/articles/x.html")
    assert reader.site_maps() == [f"{BASE}/sitemap.xml", f"{BASE}/news-sitemap.xml"]
    assert b"Disallow" not in document.body


def test_robots_are_told_the_terms_before_any_group():
    """
    RL-10: an absolute address that holds for all; AI-01: no expired draft.
    """
    text = robots(HERE).body.decode()

    assert text.index(f"License: {BASE}/license.xml\n") < text.index("User-agent:")
    assert "Content-Usage" not in text


# --- RSL --------------------------------------------------------------------------------------------


def rules(*terms):
    """Usage tokens permitted and prohibited by the file."""
    root = xml(license_xml(HERE, terms))
    texts = {name: root.findtext(f".//{RSL}{name}") or "" for name in ("permits", "prohibits")}
    return set(texts["permits"].split()), set(texts["prohibits"].split())


def test_the_terms_file_has_the_right_form():
    """
    RL-01, RL-02, RL-06, RL-07, RL-09: unprefixed, known elements alone, days as a number.
    """
    document = license_xml(HERE, [Terms(permits=("search",))])
    root = xml(document)

    assert document.media_type.startswith("application/rsl+xml")
    assert root.nsmap == {None: "https://rslstandard.org/rsl"}
    assert {etree.QName(element).localname for element in root.iter()} <= RSL_NAMES
    assert int(root.get("max-age")) > 0
    assert root.find(f"{RSL}content").get("url") == f"{BASE}/"
    assert root.findtext(f".//{RSL}legal[@type='contact']") == "desk@news.example"


def test_nothing_is_granted_unless_somebody_grants_it():
    """
    RL-14, RL-05: by default every AI use is prohibited, known or yet to come.
    """
    assert rules() == (set(), {"ai-all"})


@pytest.mark.parametrize(
    ("terms", "permits", "prohibits"),
    [
        pytest.param([{"permits": ["search"]}], {"search"}, {"ai-all"}, id="search-alone"),
        pytest.param([{"permits": ["search"]}, {}], set(), {"search", "ai-all"}, id="one-is-silent"),
        pytest.param(
            [{"permits": ["all"]}],
            {"search", "ai-train", "ai-input", "ai-index"}, set(), id="all",
        ),
        pytest.param(
            [{"permits": ["ai-input", "search"]}, {"permits": ["ai-all", "search"]}],
            {"search", "ai-input"}, {"ai-train", "ai-index"}, id="what-both-permit",
        ),
        pytest.param(
            [{"permits": ["all"], "prohibits": ["ai-train"]}],
            {"search", "ai-input", "ai-index"}, {"ai-train"}, id="prohibition-wins",
        ),
    ],
)  # fmt: skip
def test_the_site_permits_what_all_of_it_permits(terms, permits, prohibits):
    """
    RL-08, RL-14: the file speaks for every page, so the narrowest page decides.
    """
    made = [
        Terms(permits=tuple(t.get("permits", ())), prohibits=tuple(t.get("prohibits", ())))
        for t in terms
    ]

    assert rules(*made) == (permits, prohibits)


STATED = st.builds(
    Terms,
    permits=st.lists(st.sampled_from(TOKENS), max_size=3).map(tuple),
    prohibits=st.lists(st.sampled_from(TOKENS), max_size=2).map(tuple),
)


@given(st.lists(STATED, max_size=3))
def test_the_file_never_grants_more_than_any_page(terms):
    """
    RL-14: what it permits, each permits; what it does not permit of AI, it prohibits.
    """
    permits, prohibits = rules(*terms)

    for each in terms:
        wide = {*each.permits}
        for token in permits:
            assert wide & {token, "all", "ai-all" if token != "search" else "all"}
            assert token not in each.prohibits
    named = permits | prohibits
    assert "ai-all" in named or {"ai-train", "ai-input", "ai-index"} <= named
    assert not permits & prohibits


# --- TDMRep -----------------------------------------------------------------------------------------


def test_mining_is_reserved_for_the_whole_site():
    """
    TD-01, TD-04: an array, even of one rule, with a number and not a truth value.
    """
    document = tdmrep(HERE)
    found = json.loads(document.body)

    assert document.key == ".well-known/tdmrep.json"
    assert document.media_type == "application/json"
    assert found == [{"location": "/*", "tdm-reservation": 1}]
    assert type(found[0]["tdm-reservation"]) is int


def test_free_pages_come_first_and_alone():
    """
    TD-02: the first match wins; "a.html" does not free "a.html.bak".
    """
    here = Publication(name="Here", base_url=f"{BASE}/site", language="en")
    found = json.loads(tdmrep(here, ["articles/a.html", "articles/longer.html"]).body)

    assert [rule["location"] for rule in found] == [
        "/site/articles/longer.html$", "/site/articles/a.html$", "/site/*",
    ]  # fmt: skip
    assert [rule["tdm-reservation"] for rule in found] == [0, 0, 1]
