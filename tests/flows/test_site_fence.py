"""
Design rule 6 (row B88) for the site's lists: a turn that was overtaken puts nothing over what is newer.
"""

from __future__ import annotations

import pytest

from reprise.model.configuration import SITE
from reprise.model.messages import Turn
from reprise.stores.watched import Call
from tests.newsroom import Newsroom, story


def overtaken(newsroom: Newsroom, call_name: str, place: str) -> None:
    """
    A site's turn reads *place*; before it goes on, the ferry is withdrawn, and another turn done.
    """
    plain = newsroom.stores
    over: list[bool] = []

    def hook(call: Call) -> None:
        if (call.name, call.phase) != (call_name, "after") or call.arguments[0] != place or over:
            return
        over.append(True)
        own, newsroom.stores = newsroom.stores, plain
        newsroom.receives({"format": "reprise/1", "id": "ferry", "action": "withdraw"})
        newsroom.stores = own

    newsroom.ingests(newsroom.put(story("bridge")))
    newsroom.stores = newsroom.memory.stores(hook)
    generation = newsroom.stores.board.read()[SITE].dirty
    newsroom.turn(Turn(channel=SITE, generation=generation))
    newsroom.stores = plain
    assert over


@pytest.mark.parametrize(
    ("call_name", "place"),
    [("articles.members_until", "section:sea"), ("articles.members_between", SITE)],
    ids=["section", "day"],
)
def test_a_list_that_was_read_before_a_withdrawal_is_not_put_after_it(call_name, place):
    """
    Neither a section's page nor a day's page or sitemap names it again.
    """
    newsroom = Newsroom.opened()
    newsroom.receives(story("ferry"))
    newsroom.memory.clock.advance(minutes=1)

    overtaken(newsroom, call_name, place)

    named = {key: body for key, body in newsroom.everything().items() if b"The ferry runs" in body}
    assert not named
