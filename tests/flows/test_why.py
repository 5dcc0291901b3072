"""Why an article is shown or not, down to the document (rows B29, B92)."""

from __future__ import annotations

import copy
from typing import Any

from reprise.pipeline.why import Why, why
from tests.newsroom import CONFIGURATION, EVERYTHING, Newsroom, story


def opened(**front: Any) -> Newsroom:
    """A newsroom whose channel *front* holds four articles."""
    configuration = copy.deepcopy(CONFIGURATION)
    configuration["channels"]["front"] |= {"entries": 4, **front}
    return Newsroom.opened(configuration)


def publish(newsroom: Newsroom, count: int) -> list[str]:
    """So many articles, a minute apart; answers their ids."""
    found = []
    for number in range(count):
        body = f"<p>Tale {number} of the ferry has {number * 7} words of its own.</p>"
        found.append(newsroom.item(story(f"tale-{number}", body_html=body)).article_id)
        newsroom.waits(minutes=1)
    return [each or "" for each in found]


def asked(newsroom: Newsroom, article: str, channel: str | None = None) -> Why:
    told = why(
        article,
        stores=newsroom.stores,
        configuration=newsroom.configuration,
        now=newsroom.now,
        channel=channel,
    )
    assert told is not None
    return told


def test_the_volume_that_holds_it_is_named():
    """B77: far back it stands in the history, in every format of it, and not in the live feed."""
    newsroom = opened()
    oldest = publish(newsroom, 9)[0]

    told = asked(newsroom, oldest, "front")

    assert {(one.use.value, one.granted) for one in told.answers} == {
        ("syndicate_full", True),
        ("syndicate_excerpt", True),
        ("archive", True),
    }
    assert told.documents
    assert all(key.startswith("channels/front/archive/") for key in told.documents)
    assert all("Tale 0" in newsroom.text(key) for key in told.documents)
    assert f"shown in {told.documents[0]}" in told.in_words()


def test_where_it_may_not_be_archived_it_says_so():
    """B28: carrying it is one right, keeping it another; without the second it just leaves."""
    newsroom = opened()
    uses = {use: one for use, one in EVERYTHING.items() if use != "archive"}
    data = newsroom.configuration.model_dump()
    data["partners"]["harbour"]["agreement"]["uses"] = uses
    newsroom.configuration = type(newsroom.configuration).model_validate(data)
    oldest = publish(newsroom, 9)[0]

    told = asked(newsroom, oldest, "front")

    (archive,) = (one for one in told.answers if one.use.value == "archive")
    assert not archive.granted
    assert told.documents == ()
    assert "not shown by front: newer articles fill its feeds" in told.in_words()


def test_a_channel_without_history_is_not_asked_for_it():
    """A destination that follows no archived feeds has none."""
    newsroom = opened(history=False)
    (article,) = publish(newsroom, 1)

    told = asked(newsroom, article, "front")

    assert "archive" not in {one.use.value for one in told.answers}
    assert told.documents == tuple(
        f"channels/front/feed.{kind}" for kind in ("rss", "atom", "json")
    )
