"""
Duties that can't be kept refuse before anything is shown, and everybody is told (rows B33, B35).
"""

from __future__ import annotations

import copy

import pytest

from reprise.pipeline.why import why
from tests.newsroom import BODY, CONFIGURATION, Newsroom, story

FORMULA = BODY + "<p>The wave was <math><mi>x</mi></math> metres high.</p>"
NO_CHANGES = {"duties": {"no_changes": True}}


def newsroom(**style: object) -> Newsroom:
    configuration = copy.deepcopy(CONFIGURATION)
    configuration["partners"]["harbour"]["house_style"] = style
    return Newsroom.opened(configuration)


def test_a_changed_text_is_refused_with_the_list_of_changes():
    """
    No changes allowed, and a formula was lost: nowhere shown, the receipt and ``why`` say what.
    """
    room = newsroom()
    item = room.item(story(body_html=FORMULA, permission=NO_CHANGES))

    assert item.status == "held"
    assert [(one.code, one.send) for one in item.notes] == [("changed", "removed 'x'")]
    assert {(one.outcome, one.reason) for one in item.shown} == {("refused", "changed")}
    assert room.channels_showing("ferry") == []
    assert room.page_status(item.article_id) is None
    told = why(item.article_id, stores=room.stores, configuration=room.configuration, now=room.now)
    assert told.as_json()["changes"] == [{"change": "removed 'x'", "allowed": False}]
    assert "removed 'x'" in told.in_words()


def test_the_same_text_unchanged_or_with_changes_allowed_is_shown():
    """
    The duty is what makes the difference, and only where words were changed.
    """
    room = newsroom()
    assert room.item(story(body_html=FORMULA)).status == "accepted"
    assert room.item(story("tide", permission=NO_CHANGES)).status == "accepted"
    assert len(room.titles()) == 2


def test_changes_that_were_agreed_are_made_and_listed():
    """
    House style is the one list of changes that may be made.
    """
    room = newsroom(names={"outer islands": "Outer Isles"})
    item = room.item(story(permission=NO_CHANGES))

    assert item.status == "accepted"
    (note,) = item.notes
    assert (note.code, note.found) == ("changed_as_agreed", "'outer islands' became 'Outer Isles'")
    assert "Outer Isles" in room.text(f"articles/{item.article_id}.html")


@pytest.mark.parametrize("duty", ["link_back", "canonical"])
def test_without_the_address_of_the_original_no_duty_can_lead_to_it(duty):
    """
    The receipt does not say accepted, and no list names a page that is not there.
    """
    room = newsroom()
    item = room.item(story(permission={"duties": {duty: True}}))

    assert item.status == "held"
    (note,) = item.notes
    assert (note.code, note.send) == ("duty", f"{duty}: the address of the original is not known")
    assert room.channels_showing("ferry") == []
    assert not any(item.article_id in body.decode() for body in room.everything().values())

    room.waits(minutes=1)
    address = "https://harbour.example/ferry"
    assert room.item(story(permission={"duties": {duty: True}}, canonical_url=address)).url
    assert room.titles() == ["The ferry runs again"]


PICTURE = "https://harbour.example/ferry.jpg"


def with_a_channel_for(profile: str) -> Newsroom:
    configuration = copy.deepcopy(CONFIGURATION)
    configuration["channels"]["papers"] = {"title": "Papers", "profile": profile}
    return Newsroom.opened(configuration)


def test_a_destination_that_needs_a_picture_says_so_before_any_turn():
    """
    The text stays on our page and elsewhere; receipt and ``why`` name the missing picture (B32).
    """
    room = with_a_channel_for("flipboard")
    item = room.item(story())

    shown = {one.channel: (one.outcome, one.reason) for one in item.shown}
    assert shown["papers"] == ("refused", "picture")
    assert shown["site"] == shown["front"] == ("granted", "granted")
    assert room.titles("papers") == []
    told = why(
        item.article_id,
        stores=room.stores,
        configuration=room.configuration,
        now=room.now,
        channel="papers",
    )
    assert {one.findings[0].reason.value for one in told.answers} == {"picture"}

    barred = story("tide", pictures=[{"url": PICTURE, "usable": False}])
    assert room.item(barred).shown[-1].reason == "picture"
    assert room.item(story("quay", pictures=[{"url": PICTURE}])).shown[-1].outcome == "granted"


def granted(room: Newsroom, **permission: object) -> None:
    """A grant on file; the agreement of ``silent`` says nothing."""
    grant = {"id": "all", "permission": permission}
    room.waits(minutes=1)
    room.receives({"format": "reprise/1", "action": "grant", "grant": grant}, partner="silent")
    room.settles()


USES = {use: {"allowed": True} for use in ("display", "syndicate_full", "index")}


def test_a_changed_grant_is_seen_in_entries_that_stay():
    """
    What is reused from the last feed is never wider than what is granted now.
    """
    room = newsroom()
    room.receives(
        story(body_html=f'{BODY}<p><img src="{PICTURE}"></p>', pictures=[{"url": PICTURE}]),
        partner="silent",
    )
    granted(room, uses=USES, pictures=True)
    assert PICTURE in room.text("channels/front/feed.json")

    granted(room, uses=USES, pictures=False, expires_at="2027-01-01T00:00:00Z")

    assert len(room.titles()) == 1
    for kind in ("rss", "atom", "json"):
        assert PICTURE not in room.text(f"channels/front/feed.{kind}")
    (entry,) = room.json_feed()["items"]
    assert entry["_syndication"]["expires"] == "2027-01-01T00:00:00Z"


def test_an_article_that_names_no_original_decides_for_itself_alone():
    """
    The agreement comes to ask for the original, which one of two articles names: that one stays.
    """
    room = newsroom()
    named = room.item(story("tide", canonical_url="https://harbour.example/tide"))
    unnamed = room.item(story("quay", body_html="<p>Something else altogether.</p>"))
    changed = copy.deepcopy(CONFIGURATION)
    changed["partners"]["harbour"]["agreement"]["duties"] = {"canonical": True}
    room.configuration = type(room.configuration).model_validate(changed)
    room.waits(minutes=1)

    assert room.titles() == ["The tide runs again"]
    assert room.page_status(named.article_id) == 200
    assert room.page_status(unnamed.article_id) == 410
