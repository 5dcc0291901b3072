"""
Real feed readers poll the local run: every item once, 304 in between, a correction, a withdrawal.

One story is told once, and every reader that is installed follows it in every format it reads;
each test looks at what one of them saw.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reprise.local.clock import SteppedClock
from reprise.local.world import Options, World, world
from tests.clients.readers import READERS, FeedReader, Item
from tests.local_newsroom import LocalNewsroom, ferry

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FOLLOWED = [(name, kind) for name, reader in READERS.items() for kind in reader.formats]
FIRST = {"The ferry runs again", "Crab & chips: “a record”", "ميناء الصيادين"}
CORRECTED = "The ferry runs twice a day"
LAST = "Spring tide on Thursday"


@dataclass
class Seen:
    """What one poll brought: the server's answers, and what the reader has afterwards."""

    statuses: list[int]
    items: list[Item]

    @property
    def titles(self) -> Counter[str]:
        return Counter(item.title for item in self.items)


@dataclass
class Diary:
    """
    One reader's polls by what had happened before.

    Attributes:
        newcomer: What who subscribes at the end finds.
        withdrawn: What the links it has and a newcomer has not answer.
    """

    polls: dict[str, Seen] = field(default_factory=dict)
    newcomer: list[Item] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)

    @property
    def last(self) -> Seen:
        return [*self.polls.values()][-1]


@pytest.fixture(scope="module")
def diaries(tmp_path_factory) -> dict[tuple[str, str], Diary]:
    """The story, followed by everyone who is installed."""
    here = [each for each in FOLLOWED if READERS[each[0]].is_installed()]
    if not here:
        return {}
    with world(Options(), SteppedClock(START)) as running:
        newsroom = LocalNewsroom(running, tmp_path_factory.mktemp("uploads"))
        homes = tmp_path_factory.mktemp("homes")
        readers = {each: subscribe(running, *each, homes) for each in here}
        diaries = {each: Diary() for each in here}
        for chapter in story(newsroom):
            for each, reader in readers.items():
                diaries[each].polls[chapter] = poll(running, reader)
        for each, diary in diaries.items():
            diary.newcomer = subscribe(running, *each, tmp_path_factory.mktemp("new")).poll()
            kept, sent = ({i.link for i in some} for some in (diary.last.items, diary.newcomer))
            diary.withdrawn = [newsroom.status(link) for link in kept - sent]
    return diaries


def story(newsroom: LocalNewsroom) -> Iterator[str]:
    """What happens, step by step; whoever reads polls after each."""
    newsroom.uploads(ferry())
    newsroom.uploads(ferry(id="crab", headline="Crab & chips: “a record”", body_html=CRAB))
    newsroom.uploads(ferry(id="port", headline="ميناء الصيادين", language="ar", body_text=PORT))
    yield "published"
    # newsboat keeps no validators of its very first poll, so it is allowed a second one.
    yield "published still"
    newsroom.passes(minutes=15)
    yield "nothing"
    newsroom.uploads(ferry(headline=CORRECTED, updated_at="2026-03-02T09:20:00Z"))
    yield "corrected"
    newsroom.passes(minutes=15)
    yield "nothing more"
    newsroom.asks("/withdrawals", {"id": "ferry"})
    yield "withdrawn"
    # reader renews its validators only with an item, and a withdrawal brings it none.
    newsroom.uploads(ferry(id="tide", headline=LAST))
    yield "goes on"
    newsroom.passes(minutes=15)
    yield "silence"


CRAB = "<p>A <b>record</b> season &amp; its price, told at length by those who were out.</p>" * 40
PORT = "مع شروق الشمس كان رصيف الميناء قد امتلأ بالشباك والصناديق."


def subscribe(here: World, name: str, kind: str, homes: Path) -> FeedReader:
    """A new subscriber with an empty home."""
    home = homes / f"{name}-{kind}"
    home.mkdir()
    return READERS[name](f"{here.site_url}/channels/front/feed.{kind}", home)


def poll(here: World, reader: FeedReader) -> Seen:
    """Let *reader* ask once, and look at both sides."""
    here.edge.polls.clear()
    items = reader.poll()
    return Seen([each.status for each in here.edge.polls], items)


@pytest.fixture(params=FOLLOWED, ids="-".join)
def diary(request, diaries):
    """One reader's, in one format."""
    if request.param not in diaries:
        pytest.skip(f"{request.param[0]} is not installed: make clients gets it and runs this")
    return diaries[request.param]


def test_the_first_poll_takes_every_item_once(diary):
    """
    Three articles, three items with their headlines as written, each with its own id and page.
    """
    seen = diary.polls["published"]

    assert seen.statuses == [200]
    assert seen.titles == Counter(FIRST)
    assert len({item.id for item in seen.items}) == len({item.link for item in seen.items}) == 3


@pytest.mark.parametrize(
    ("quiet", "before"),
    [("nothing", "published"), ("nothing more", "corrected"), ("silence", "goes on")],
)
def test_when_nothing_has_changed_the_next_poll_is_answered_304(diary, quiet, before):
    """
    The reader's validators are understood, whatever it was sent before (HTTP-05), and it keeps
    what it has.
    """
    assert diary.polls[quiet].statuses == [304]
    assert sorted(diary.polls[quiet].items) == sorted(diary.polls[before].items)


def test_a_correction_is_seen_once_under_the_id_it_had(diary):
    """
    The new headline arrives in one item, and no id and no link is new (C1, C13).
    """
    before, after = diary.polls["published"], diary.polls["corrected"]

    assert after.statuses == [200]
    assert after.titles[CORRECTED] == 1
    assert {(i.id, i.link) for i in after.items} == {(i.id, i.link) for i in before.items}


def test_a_withdrawn_article_comes_no_more_and_its_page_says_gone(diary):
    """
    Readers keep what they have; but nothing is sent again, a newcomer does not get it, and the
    link that was kept answers 410 (complaint C4).
    """
    before, after = diary.polls["corrected"], diary.polls["withdrawn"]

    assert after.statuses == [200]
    assert set(after.items) <= set(before.items)
    assert diary.polls["goes on"].titles[LAST] == 1
    assert {item.title for item in diary.newcomer} == {*FIRST, LAST} - {"The ferry runs again"}
    assert diary.withdrawn == [410]
