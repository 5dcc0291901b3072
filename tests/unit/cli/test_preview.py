"""``reprise preview``, on a newsroom in memory."""

import copy
import json

import pytest
from click.testing import CliRunner

from reprise.cli import commands
from reprise.cli._operator import Operator
from reprise.model.configuration import Configuration
from reprise.pipeline.site import turn as site
from tests.newsroom import BODY, CONFIGURATION, Newsroom, story


@pytest.fixture
def newsroom():
    """One article, published some minutes ago."""
    newsroom = Newsroom.opened()
    newsroom.receives(story())
    newsroom.waits(minutes=3)
    return newsroom


@pytest.fixture
def preview(newsroom, tmp_path):
    """Calls the command; keywords are files to upload, or another configuration."""

    def call(*arguments, configuration=None, partner="harbour", **files):
        before = newsroom.everything()
        operator = Operator(newsroom.stores, configuration or newsroom.configuration, newsroom.now)
        paths = []
        for name, item in files.items():
            paths.append(tmp_path / f"{name}.json")
            paths[-1].write_text(json.dumps(item))
        who = ["--partner", partner] if paths and partner else []
        line = ["preview", *arguments, *who, *map(str, paths)]
        answer = CliRunner().invoke(commands, line, obj=operator, catch_exceptions=False)
        assert newsroom.everything() == before, "a preview has changed something"
        return answer

    return call


def changed(**changes):
    """The configuration with entries of one kind changed: ``publication={…}``."""
    data = copy.deepcopy(CONFIGURATION)
    for kind, entries in changes.items():
        data[kind] |= entries
    return Configuration.model_validate(data)


def section(answer, channel):
    """The lines about a channel."""
    parts = answer.output.split("\n\n")
    (found,) = [part for part in parts if part.startswith(f"{channel}: ")]
    return [line.strip() for line in found.splitlines()]


def test_when_nothing_would_change_it_says_so(preview):
    """The configuration that is live, and no upload."""
    assert preview().output == "Nothing would change.\n"


def test_an_upload_is_shown_once_for_all_formats_of_a_channel(preview):
    """With its receipt; channels that do not take it are not named."""
    answer = preview(bridge=story("bridge", sections=["Land"]))

    assert "accepted" in answer.output
    assert section(answer, "front")[:2] == [
        "front: feed.atom, feed.json, feed.rss, index.html",
        "+ The bridge runs again",
    ]
    assert "sea: " not in answer.output


def test_everything_is_looked_at_however_many_turns_it_takes(newsroom, preview, monkeypatch):
    """A site's turn looks at some articles and asks for the next one; the preview takes them all."""
    for name in ("pier", "windmill", "bridge"):
        newsroom.receives(story(name))
    monkeypatch.setattr(site, "AGENDA_AT_ONCE", 1)
    closed = copy.deepcopy(CONFIGURATION["partners"]["harbour"]) | {"closed": True}

    answer = preview("--reread", configuration=changed(partners={"harbour": closed}))

    gone = [line for line in section(answer, "site") if line.startswith("410 Gone: articles/")]
    assert len(gone) == 4


def test_a_correction_shows_what_was_and_what_will_be(preview):
    """Field by field; of a long text only the words that are different."""
    body = BODY.replace("two hundred", "three hundred")
    answer = preview(ferry=story(headline="The ferry sails", body_html=body))

    lines = section(answer, "front")
    assert "~ The ferry sails" in lines
    assert "headline: “The ferry runs again” → “The ferry sails”" in lines
    assert "text: “… carries two hundred …” → “… carries three hundred …”" in lines


def test_a_withdrawal_shows_what_goes_and_what_answers_gone(preview):
    """Out of the feeds, 410 for the page, and why."""
    answer = preview(down={"format": "reprise/1", "action": "withdraw", "id": "ferry"})

    assert "- The ferry runs again" in section(answer, "front")
    assert any(line.startswith("410 Gone: articles/") for line in section(answer, "site"))
    assert "left out: 1 (withdrawn)" in section(answer, "front")


def test_another_configuration_is_tried_against_what_is_live(preview):
    """A new title, a new channel, and with --channel one of them alone."""
    channels = {"front": {"title": "All"}, "land": {"title": "Land"}}
    answer = preview(configuration=changed(channels=channels))

    assert "headline: “Everything” → “All”" in section(answer, "front")
    assert "new: feed.rss" in section(answer, "land")
    only = preview("--channel", "land", configuration=changed(channels=channels)).output
    assert "front: " not in only


def test_a_new_channel_holds_what_it_takes_once_uploads_are_read_again(preview):
    """Which channel takes what is decided when an upload is read: --reread."""
    new = changed(channels={"land": {"title": "Land", "select": {"sections": ["sea"]}}})

    assert "+ The ferry runs again" not in section(preview(configuration=new), "land")
    assert "+ The ferry runs again" in section(preview("--reread", configuration=new), "land")


def test_every_line_that_differs_is_there_for_who_asks(preview):
    """--diff, after the summary."""
    lines = section(preview("--diff", bridge=story("bridge")), "front")

    assert "+++ preview/channels/front/feed.rss" in lines
    assert "+<title>The bridge runs again</title>" in lines


def test_the_documents_can_be_looked_at(preview, tmp_path):
    """--out writes those that would differ, under their keys."""
    preview("--out", str(tmp_path / "out"), bridge=story("bridge"))

    assert b"The bridge runs again" in (tmp_path / "out/channels/front/feed.rss").read_bytes()
    assert not (tmp_path / "out/robots.txt").exists()


def test_a_sidecar_goes_with_its_file(preview, tmp_path):
    """What it forbids is not shown."""
    sidecar = tmp_path / "bridge.json.permission.json"
    sidecar.write_text(json.dumps({"uses": {"syndicate_full": {"allowed": False},
                                            "syndicate_excerpt": {"allowed": False}}}))  # fmt: skip

    answer = preview(bridge=story("bridge"))

    lines = section(answer, "site")
    assert any(line.startswith("+ The bridge runs again") for line in lines)
    assert "front: " not in answer.output


def test_a_refused_upload_changes_nothing_and_says_why(preview):
    """The receipt is the answer."""
    answer = preview(bad={"format": "reprise/1", "id": "x"})

    assert "refused" in answer.output
    assert answer.output.endswith("Nothing would change.\n")


@pytest.mark.parametrize(
    ("partner", "arguments", "complaint"),
    [
        (None, (), "--partner: 'nobody' is none; known: harbour, meadow, silent"),
        ("harbor", (), "--partner: 'harbor' is none"),
        ("harbour", ("--channel", "frunt"), "no channel 'frunt'"),
    ],
)
def test_who_and_where_have_to_be_known(preview, partner, arguments, complaint):
    """A mistyped name must not mean an empty answer."""
    answer = preview(*arguments, partner=partner, bridge=story("bridge"))

    assert answer.exit_code == 2
    assert complaint in answer.output


def test_a_document_that_would_be_kept_back_ends_it_with_status_1(preview):
    """A title that says nothing: the last good documents would stay, and are named."""
    answer = preview(configuration=changed(channels={"front": {"title": " "}}))

    assert answer.exit_code == 1, answer.output
    assert any(line.startswith("kept back: channels/front/") for line in section(answer, "front"))


def test_a_channel_that_moves_or_ends_is_told_with_what_its_addresses_answer(preview):
    """
    HTTP-12: before anybody's subscription is led elsewhere or ended.
    """
    channels = {name: one for name, one in CONFIGURATION["channels"].items() if name == "front"}
    channels["shore"] = {"title": "The shore", "formerly": ["sea"]}
    answer = preview(
        configuration=Configuration.model_validate({**CONFIGURATION, "channels": channels})
    )

    assert "301 Moved Permanently: feed.rss" in section(answer, "sea")
    assert "410 Gone: feed.atom" in section(answer, "short")
