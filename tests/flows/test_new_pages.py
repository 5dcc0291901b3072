"""
Pages of new articles are put without a look at what stands there, and nothing depends on the guess.
"""

from __future__ import annotations

import pytest

from reprise.model.configuration import SITE
from reprise.model.messages import Turn
from reprise.outputs.places import page_key
from reprise.stores.watched import Call, Tally
from tests.newsroom import Newsroom, story


class Died(BaseException):
    """The function is gone."""


def dies_at(name: str, phase: str = "after", *, key: str = ""):
    """A hook that ends the turn at a call, for a document at *key* if that is said."""

    def hook(call: Call) -> None:
        told = getattr(call.arguments[0], "key", "") if call.arguments else ""
        if (call.name, call.phase) == (name, phase) and key in {"", told}:
            raise Died

    return hook


def crashed(newsroom: Newsroom, hook) -> None:
    """The site's turn dies where *hook* says; its message comes again later."""
    plain, newsroom.stores = newsroom.stores, newsroom.memory.stores(hook)
    with pytest.raises(Died):
        newsroom.settles()
    newsroom.stores = plain
    newsroom.memory.clock.advance(minutes=5)


def test_a_new_page_is_not_looked_for():
    """
    A correction of it is: what stands there has to be known then.
    """
    newsroom = Newsroom.opened()
    newsroom.receives(story("warm-up"))
    (record,) = newsroom.stores.articles.records_of("harbour")
    asked: list[str] = []

    def note(call: Call) -> None:
        if call.name == "site.get" and call.phase == "before":
            asked.append(call.arguments[0])

    newsroom.stores = newsroom.memory.stores(note)
    item = newsroom.item(story("ferry"))
    assert newsroom.page_status(item.article_id) == 200
    assert page_key(item.article_id) not in asked[:-1]
    newsroom.memory.clock.advance(minutes=1)
    newsroom.item(story("warm-up", headline="Another word for it"))
    assert page_key(record.article_id) in asked


def test_a_turn_that_died_over_a_new_page_is_finished_by_the_next():
    """
    It stands there already, and its ledger is written.
    """
    newsroom = Newsroom.opened()
    receipt = newsroom.ingests(newsroom.put(story("ferry")))
    name = receipt.items[0].article_id
    crashed(newsroom, dies_at("site.put", key=page_key(name)))
    assert newsroom.page_status(name) == 200

    newsroom.strikes()
    newsroom.settles()

    told = [one.change for one in newsroom.stores.ledger.of(name) if one.channel == SITE]
    assert told == ["shown"]
    assert newsroom.page_status(name) == 200


@pytest.mark.parametrize("way", ["closed", "withdrawn", "duty"])
def test_a_page_that_a_dead_turn_left_is_taken_down(way):
    """
    When it may not be shown any more by the time the next turn looks, however new it is.
    """
    newsroom = Newsroom.opened()
    receipt = newsroom.ingests(newsroom.put(story("ferry")))
    name = receipt.items[0].article_id
    crashed(newsroom, dies_at("site.put", key=page_key(name)))
    if way == "withdrawn":
        newsroom.ingests(newsroom.put({"format": "reprise/1", "id": "ferry", "action": "withdraw"}))
    else:
        file = newsroom.configuration.model_dump(mode="json", exclude_none=True)
        harbour = file["partners"]["harbour"]
        if way == "closed":
            harbour["closed"] = True
        else:
            harbour["agreement"]["duties"] = {"link_back": True}
        newsroom.configuration = type(newsroom.configuration).model_validate(file)

    newsroom.strikes()
    newsroom.settles()

    assert newsroom.page_status(name) == 410
    told = [one.change for one in newsroom.stores.ledger.of(name) if one.channel == SITE]
    assert told[-1] == "gone"


def test_a_burst_reads_no_page_and_each_text_once():
    """
    Twenty new articles in one turn of the site.
    """
    newsroom = Newsroom.opened()
    for number in range(20):
        newsroom.ingests(newsroom.put(story(f"s{number}")))
    tally = Tally()
    newsroom.stores = newsroom.memory.stores(tally)
    report = newsroom.turn(Turn(channel=SITE, generation=1))

    assert sum(key.startswith("articles/") for key in report.written) == 20
    assert tally.calls["site.get"] < 20
    assert tally.calls["articles.records"] == 1
