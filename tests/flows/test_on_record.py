"""
Every ruling that changed an output is on record, and can be listed (row B39).
"""

from __future__ import annotations

from reprise.model.ledger import Change
from reprise.pipeline import on_record
from tests.newsroom import Newsroom, story

USES = {use: {"allowed": True} for use in ("display", "syndicate_full", "index")}
EXCERPT = {use: {"allowed": True} for use in ("display", "syndicate_excerpt", "index")}


def grant(room: Newsroom, name: str, action: str = "grant", **permission: object) -> None:
    room.waits(minutes=1)
    stated = {"id": name, "permission": permission} if permission else {"id": name}
    room.receives({"format": "reprise/1", "action": action, "grant": stated}, partner="silent")


def told(room: Newsroom, *, channel: str = "front", grant: str | None = None) -> list[object]:
    """How much, on whose word, and what ended it, the oldest first."""
    found = on_record.of_partner("silent", room.stores, grant=grant)
    return [
        (one.began.text, one.began.findings[0].name, one.ended and one.ended.change.value)
        for one in reversed(found)
        if one.began.channel == channel
    ]


def test_each_change_of_terms_begins_a_new_showing():
    """
    Another grant, less of the text, and the end: each with its word, listed by grant as well.
    """
    room = Newsroom.opened()
    item = room.item(story(), partner="silent")
    grant(room, "one", uses=USES)
    grant(room, "two", uses=EXCERPT)
    grant(room, "one", "revoke")
    grant(room, "two", "revoke")

    assert told(room) == [("full", "one", "ruled"), ("excerpt", "two", "gone")]
    assert told(room, channel="site") == [("full", "one", "ruled"), ("full", "two", "gone")]
    assert told(room, grant="one") == [("full", "one", "ruled")]
    assert told(room, grant="two") == [("excerpt", "two", "gone")]
    assert told(room, grant="three") == []
    (last, *_) = on_record.of_article(item.article_id, room.stores)
    assert last.ended is not None
    assert last.ended.findings[0].reason.value == "revoked"


def test_nothing_is_noted_where_nothing_changed():
    """
    Rebuilds, new versions and configurations change no word on which it is shown.
    """
    room = Newsroom.opened()
    item = room.item(story())
    before = room.stores.ledger.of(item.article_id)
    room.waits(minutes=1)
    room.receives(story(headline="The ferry runs again, at last"))
    room.rebuilds()

    assert room.titles() == ["The ferry runs again, at last"]
    assert room.stores.ledger.of(item.article_id) == before


def test_what_was_left_out_was_not_shown():
    """
    An entry that its destination does not take is not on record as shown there.
    """
    configuration = Newsroom.opened().configuration.model_dump()
    configuration["channels"]["papers"] = {"title": "Papers", "profile": "flipboard"}
    room = Newsroom.opened(configuration)
    item = room.item(story())
    room.rebuilds()

    entries = room.stores.ledger.of(item.article_id)
    assert {one.channel for one in entries} == {"site", "front", "sea", "short"}
    assert {one.change for one in entries} == {Change.SHOWN}


def test_an_entry_that_moves_on_still_tells_whose_it_was():
    """
    Newer ones came: the end is on record, and of the partner's listing.
    """
    configuration = Newsroom.opened().configuration.model_dump()
    configuration["channels"]["front"]["entries"] = 1
    room = Newsroom.opened(configuration)
    room.receives(story("ferry"))
    room.waits(minutes=1)
    room.receives(story("tide", body_html="<p>Another text, about the tide in the bay.</p>"))

    found = on_record.of_partner("harbour", room.stores)
    ends = [one.ended.change for one in found if one.began.channel == "front" and one.ended]
    assert ends == [Change.MOVED_ON]
