"""Bundles from inbox to site: each article its own upload, pictures while they may be shown."""

from __future__ import annotations

import copy
import json
import random
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reprise.errors import TransientError
from reprise.intake.pictures import read_picture
from reprise.model.receipt import ReceiptStatus
from reprise.pipeline.ingest import ingest
from reprise.pipeline.preview import preview
from reprise.pipeline.rebuild import every_record, rebuild
from reprise.pipeline.review import let_through, waiting
from reprise.stores.watched import Call, Tally
from tests.archives import picture, tarred, zipped
from tests.flows.test_any_order import START, Chaos, finished
from tests.newsroom import BODY, CONFIGURATION, EVERYTHING, Newsroom, story

SHOWS = '<p>It sails.</p><figure><img src="img/ferry.png" alt="A ferry"></figure>'
PNG = picture()
OTHER = picture(colour=(200, 9, 9))


@pytest.fixture
def newsroom():
    configuration = copy.deepcopy(CONFIGURATION)
    configuration["partners"]["words-only"] = {
        "name": "Words only",
        "agreement": {"basis": "permission", "uses": EVERYTHING},
    }
    return Newsroom.opened(configuration)


def bundle(*articles: tuple[str, Any], image: bytes = PNG) -> bytes:
    return zipped([*articles, ("img/ferry.png", image)])


def ferry(**changes: Any) -> dict[str, Any]:
    return story("ferry", body_html=BODY + SHOWS, **changes)


def pictures(newsroom: Newsroom) -> list[str]:
    return sorted(newsroom.stores.site.keys("pictures/"))


def by_name(newsroom: Newsroom) -> dict[str, ReceiptStatus]:
    """What became of the parts, by their path."""
    return {receipt.name.rpartition("!")[2][33:]: receipt.status for receipt in newsroom.parts}


# --- Receipts -------------------------------------------------------------------------------------


def test_each_article_has_its_receipt_and_the_bundle_a_summary(newsroom):
    """A bad file is told in the summary, a bad article in its own, and both cost only themselves."""
    files = [
        ("a.json", story("a")),
        ("b.html", "<html><title>x</title></html>"),
        ("c.md", "# The c runs again\n\nThe ferry to the outer islands runs again today.\n"),
        ("d.pdf", b"%PDF-1.7"),
        ("dump.ndjson", "\n".join(json.dumps(story(name)) for name in ("e", "f"))),
        ("../g.json", story("g")),
    ]
    summary = newsroom.receives(tarred(files, "gz"), name="b.tar.gz")

    told = {item.item: [note.code for note in item.notes] for item in summary.items}
    assert told == {
        "../g.json": ["bad_path"],
        "d.pdf": ["not_an_article"],
        **{name: ["own_upload"] for name in ("a.json", "b.html", "c.md", "dump.ndjson")},
    }
    came_out = by_name(newsroom)
    assert came_out.pop("b.html") is ReceiptStatus.REFUSED
    assert set(came_out) == {"a.json", "c.md", "dump.ndjson", "line-1.json", "line-2.json"}
    assert set(came_out.values()) == {ReceiptStatus.ACCEPTED}
    assert sorted(newsroom.titles()) == [f"The {name} runs again" for name in "acef"]


def test_the_summary_counts_and_names_what_needs_attention_first(newsroom, monkeypatch):
    """However many files there are, it fits into an answer of the API."""
    monkeypatch.setattr("reprise.pipeline.receipts.MOST_TOLD", 3)
    files = [*((f"{n}.json", story(f"n{n}")) for n in range(5)), ("x.pdf", b"%PDF-"), ("p", PNG)]
    summary = newsroom.receives(zipped(files))
    assert [item.item for item in summary.items] == ["x.pdf", "0.json", "1.json"]
    assert [(note.code, note.found) for note in summary.notes] == [
        ("bundle", "own uploads: 5, pictures: 1, not taken: 1"),
        ("more_files", "3 more files like the last"),
    ]
    assert summary.status is ReceiptStatus.REFUSED
    assert len(newsroom.parts) == 5


def test_ndjson_may_mix_formats_and_a_broken_line_costs_only_itself(newsroom):
    """Ours, ninjs and WordPress's, one after the other."""
    lines = [
        json.dumps(story("ours")),
        json.dumps({
            "uri": "urn:x:ninjs", "type": "text", "pubstatus": "usable", "headline": "Of ninjs",
            "body_html": BODY, "language": "en", "version": "1",
        }),
        '{"format": "reprise/1", "id": "broken", "headline": "Bro',
        json.dumps({
            "id": 7, "guid": {"rendered": "https://h.example/?p=7"}, "type": "post",
            "status": "publish", "link": "https://h.example/wp", "date_gmt": "2026-01-02T10:00:00",
            "title": {"rendered": "Of WordPress"}, "content": {"rendered": BODY},
        }),
    ]  # fmt: skip
    newsroom.receives("\n".join(lines).encode(), name="dump")

    assert [status.value for status in by_name(newsroom).values()] == [
        "accepted", "accepted", "refused", "accepted",
    ]  # fmt: skip
    assert sorted(newsroom.titles()) == ["Of WordPress", "Of ninjs", "The ours runs again"]


def test_a_bundle_delivered_twice_is_once(newsroom):
    """Nothing is put, announced or shown again."""
    upload = newsroom.put(bundle(("ferry.json", ferry())), name="b.zip")
    newsroom.ingests(upload)
    newsroom.takes_in_parts()
    newsroom.settles()
    before, arrived = newsroom.everything(), len(newsroom.memory.inbox.arrived)
    newsroom.ingests(upload)
    assert newsroom.takes_in_parts() == []
    newsroom.settles()
    assert newsroom.everything() == before
    assert len(newsroom.memory.inbox.arrived) == arrived
    assert len(newsroom.stores.articles.receipts("harbour")) == 2


def test_a_crash_anywhere_leaves_a_bundle_that_its_redelivery_completes(newsroom):
    """At every store call of taking it in; no part arrives twice, none is lost."""

    class DiesError(BaseException):
        pass

    data = bundle(("ferry.json", ferry()), ("ferry.json.permission.json", {"pictures": True}))
    calls = _calls_of(data)
    assert calls >= 6
    for at in range(calls):
        here, left = Newsroom.opened(), at

        def die(call: Call) -> None:
            nonlocal left
            if call.phase == "before":
                left -= 1
                if left < 0:
                    raise DiesError

        upload = here.put(data, name="b.zip")
        arguments = {"configuration": here.configuration, "now": here.now}
        with pytest.raises(DiesError):
            ingest(upload, stores=here.memory.stores(die), **arguments)
        here.ingests(upload)
        here.takes_in_parts()
        here.settles()
        assert len(here.memory.inbox.arrived) == 2
        assert here.titles() == ["The ferry runs again"]
        assert len(pictures(here)) == 1


def test_a_crash_between_two_files_puts_only_the_missing_ones(newsroom, monkeypatch):
    """What is there already was announced already."""
    upload = newsroom.put(zipped([(f"{n}.json", story(f"n{n}")) for n in range(4)]), name="b.zip")
    whole, puts = newsroom.memory.inbox.put, iter(range(2))

    def put(*arguments: Any) -> str | None:
        if next(puts, None) is None:
            raise TransientError("no answer")
        return whole(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(newsroom.memory.inbox, "put", put)
        with pytest.raises(TransientError):
            newsroom.ingests(upload)
    newsroom.ingests(upload)
    assert len(newsroom.takes_in_parts()) == 4
    assert len(newsroom.memory.inbox.arrived) == 5


def _calls_of(data: bytes) -> int:
    here, tally = Newsroom.opened(), Tally()
    here.stores = here.memory.stores(tally)
    here.ingests(here.put(data, name="b.zip"))
    return tally.total - 1  # but for the partner's own put


def test_a_part_is_as_old_as_its_bundle(newsroom):
    """A correction uploaded after it wins, though the part is taken in later."""
    late = newsroom.put(bundle(("ferry.json", story("ferry", headline="Old"))), name="b.zip")
    newsroom.memory.clock.advance(seconds=5)
    newsroom.receives(story("ferry", headline="Corrected"))
    newsroom.memory.clock.advance(minutes=30)
    newsroom.ingests(late)
    newsroom.memory.clock.advance(minutes=30)
    newsroom.takes_in_parts()
    newsroom.settles()
    assert newsroom.titles() == ["Corrected"]
    assert by_name(newsroom) == {"ferry.json": ReceiptStatus.SUPERSEDED}


def test_a_part_without_its_bundles_words_waits(newsroom):
    """A restriction may stand in them: silence would widen it."""
    upload = newsroom.put(story("ferry"), name=f"b.zip!{'0' * 32}/ferry.json")
    with pytest.raises(TransientError, match="its bundle is not in the archive"):
        newsroom.ingests(upload)


@pytest.mark.parametrize("name", [f"x!{'0' * 32}/a.json", "é" * 190 + "/a.json"])
def test_a_name_that_would_not_read_back_is_refused(newsroom, name):
    """It would be looked for in another bundle, or not be stored."""
    summary = newsroom.receives(
        zipped([(name, story("a")), ("b.json", story("b"))]), name="n" * 190, ticket="t" * 400
    )
    told = {item.item: [note.code for note in item.notes] for item in summary.items}
    assert told[name] == ["bad_path"]
    assert newsroom.titles() == ["The b runs again"]


def test_a_large_bundle_costs_a_part_what_a_small_one_does():
    """And taking it in makes the same calls, however many files it has (invariant 9)."""

    def calls(count: int) -> tuple[dict[str, int], dict[str, int]]:
        here, first, rest = Newsroom.opened(), Tally(), Tally()
        files = [(f"{n}.json", story(f"n{n}", body_html=BODY + SHOWS)) for n in range(count)]
        upload = here.put(bundle(*files), name="b.zip")
        here.stores = here.memory.stores(first)
        here.ingests(upload)
        here.stores = here.memory.stores(rest)
        here.takes_in_parts()
        return dict(first.calls), {name: n / count for name, n in rest.calls.items()}

    small, large = calls(3), calls(60)
    assert small[0] == large[0]
    assert {**small[1], **large[1]} == small[1]


# --- What is said of the files --------------------------------------------------------------------

NO = {"uses": {"display": {"allowed": False}}}


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        pytest.param([], ["a", "b"], id="nothing-said"),
        pytest.param([("a.json.permission.json", NO)], ["b"], id="sidecar-of-one"),
        pytest.param(
            [("manifest.json", {"format": "reprise-bundle/1", "permission": NO})], [], id="of-all"
        ),
        pytest.param(
            [(
                "manifest.json",
                {
                    "format": "reprise-bundle/1",
                    "articles": [{"file": "a.json", "permission": NO}, {"file": "b.json"}],
                },
            )],
            ["b"],
            id="line-of-one",
        ),
        pytest.param([("manifest.json", "{")], [], id="unreadable"),
    ],
)  # fmt: skip
def test_what_the_bundle_says_narrows_what_the_article_says(newsroom, files, shown):
    """Also for our own format, which carries its permission itself."""
    newsroom.receives(zipped([("a.json", story("a")), ("b.json", story("b")), *files]))
    assert sorted(newsroom.titles()) == [f"The {name} runs again" for name in shown]


@pytest.mark.parametrize("first", ["file", "sidecar"])
def test_the_sidecar_of_a_bundle_may_come_before_or_after_it(newsroom, first):
    """The end is the same; the files are fanned out once for the two."""
    data, no = zipped([("a.json", story("a"))]), NO
    names = {"file": "b.zip", "sidecar": "b.zip.permission.json"}
    order = ["file", "sidecar"] if first == "file" else ["sidecar", "file"]
    puts = {"file": data, "sidecar": no}
    uploads = [newsroom.put(puts[one], name=names[one], ticket="t9") for one in order]
    for upload in uploads:
        newsroom.ingests(upload)
    newsroom.takes_in_parts()
    newsroom.settles()
    assert newsroom.titles() == []
    assert len(newsroom.parts) == 1


def test_a_sidecar_that_comes_when_all_is_published_takes_it_back(newsroom):
    """The bundle is fanned out again, with it."""
    newsroom.receives(zipped([("a.json", story("a"))]), name="b.zip", ticket="t9")
    assert newsroom.titles() == ["The a runs again"]
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(NO, name="b.zip.permission.json", ticket="t9")
    assert newsroom.titles() == []


def test_a_partner_that_always_sends_sidecars_may_send_them_in_the_bundle(newsroom):
    """What has none waits."""
    partner = newsroom.configuration.partners["harbour"].model_copy(
        update={"sidecar_required": True}
    )
    partners = {**newsroom.configuration.partners, "harbour": partner}
    newsroom.configuration = newsroom.configuration.model_copy(update={"partners": partners})
    paragraph = f"{'The ferry to the outer islands runs again after the winter in dock. ' * 4}\n\n"
    text = f"Ferry runs again\n\n{paragraph * 4}"
    yes = {"uses": {"display": {"allowed": True}, "syndicate_full": {"allowed": True}}}
    files = [("a.txt", text), ("a.txt.permission.json", yes), ("b.txt", f"Other {text}")]
    newsroom.receives(zipped(files))
    assert by_name(newsroom) == {"a.txt": ReceiptStatus.ACCEPTED, "b.txt": ReceiptStatus.HELD}


def test_a_doubtful_file_of_a_bundle_is_let_through_with_all_that_was_said_of_it(newsroom):
    """What a person lets through is newer than what waited, and narrowed as before."""
    short = "Ferry runs again\n\nThe ferry to the outer islands runs again today. It sails.\n"
    said = {"format": "reprise-bundle/1", "permission": {"duties": {"credit_line": "By the bay"}}}
    newsroom.receives(zipped([("a.txt", short), ("manifest.json", said)]))
    newsroom.memory.clock.advance(minutes=1)
    (held,) = waiting(["harbour"], stores=newsroom.stores, now=newsroom.now)
    let_through("harbour", held.upload, by="desk", stores=newsroom.stores)
    newsroom.takes_in_parts()
    newsroom.settles()
    assert newsroom.titles() == ["Ferry runs again"]
    assert "By the bay" in newsroom.text("channels/front/feed.rss")


def test_a_preview_shows_what_a_bundle_would_bring(newsroom):
    """Its articles and pictures, and nothing of it is there afterwards."""
    tried = preview(
        stores=newsroom.stores,
        configuration=newsroom.configuration,
        now=newsroom.now,
        pages=newsroom.pages,
        uploads={"inbox/harbour/t1/b.zip": bundle(("ferry.json", ferry()))},
    )
    assert [receipt.status for receipt in tried.receipts] == [ReceiptStatus.ACCEPTED] * 2
    keys = [difference.key for difference in tried.differences]
    assert any(key.startswith("pictures/") for key in keys)
    assert any(key.startswith("articles/") for key in keys)
    assert newsroom.everything() == {}
    assert newsroom.memory.inbox.arrived == []


# --- Pictures -------------------------------------------------------------------------------------


def test_a_picture_shows_on_the_page_and_in_the_feed_with_its_measures(newsroom):
    """Under the article's own address, as it is, without location."""
    newsroom.receives(bundle(("ferry.json", ferry())))

    (key,) = pictures(newsroom)
    stored = newsroom.stores.site.get(key)
    assert stored.media_type == "image/png"
    assert "immutable" in stored.cache_control
    assert b"SECRETPLACE" not in stored.body
    (entry,) = newsroom.feed().entries
    (media,) = entry.media_content
    assert media["url"] == f"https://bulletin.example/{key}"
    assert (media["width"], media["height"]) == ("640", "400")
    assert media["filesize"] == str(len(stored.body))
    page = newsroom.text(f"articles/{key.split('/')[1]}.html")
    assert f'<img src="https://bulletin.example/{key}" alt="A ferry" width="640" height="400"' in (
        page
    )
    assert "Jo Quay" in page


NAMED = {
    "in-the-list": ("a/f.json", story("f", pictures=[{"url": "../img/ferry.png"}])),
    "in-html": ("f.html", None),
    "in-markdown": ("a/f.md", f"# The f runs again\n\n{'It sails again. ' * 9}\n\n![x](../img/ferry.png)\n"),
    "in-ninjs": (
        "f.json",
        {
            "uri": "urn:x:f", "type": "text", "headline": "The f runs again", "body_html": BODY,
            "language": "en",
            "associations": {"main": {"type": "picture", "renditions": {"a": {"href": "img/ferry.png"}}}},
        },
    ),
    "in-ndjson": ("f.ndjson", "\n".join(json.dumps(story(n, body_html=BODY + SHOWS)) for n in "ef")),
    "percent-encoded": ("f.json", story("f", body_html=BODY + SHOWS.replace("ferry", "f%65rry"))),
}  # fmt: skip


@pytest.mark.parametrize("how", NAMED)
def test_articles_name_pictures_relative_to_themselves(newsroom, how):
    """However their format does that."""
    name, article = NAMED[how]
    if article is None:
        article = (
            "<html><head><title>The f runs again</title><link rel=canonical "
            f"href='https://h.example/2026/f'></head><body><article><h1>The f runs again</h1>{BODY}"
            f"<figure><img class=x src='img/ferry.png'></figure>{BODY}{BODY}</article></body></html>"
        )
    newsroom.receives(bundle((name, article)))
    assert pictures(newsroom)
    assert b"img/ferry.png" not in b"".join(newsroom.everything().values())


def test_a_name_without_a_file_is_told_and_the_text_stays(newsroom):
    """As a removal of the article's own receipt."""
    newsroom.receives(zipped([("a.json", ferry())]))
    (receipt,) = newsroom.parts
    assert [(one.kind, one.text) for one in receipt.items[0].removals][:1] == [
        ("picture", "img/ferry.png")
    ]
    assert "It sails." in newsroom.feed().entries[0].content[0].value


def test_a_picture_without_a_right_is_nowhere_and_the_text_stays(newsroom):
    """Default no: an agreement that says nothing of pictures lets none through."""
    newsroom.receives(bundle(("ferry.json", ferry())), partner="words-only")
    assert newsroom.titles() == ["The ferry runs again"]
    assert pictures(newsroom) == []
    assert b"img" not in b"".join(
        body for key, body in newsroom.everything().items() if "feed" in key
    )


def test_a_picture_that_says_no_itself_is_nowhere(newsroom):
    """The manifest's word about one of two."""
    said = {
        "format": "reprise-bundle/1",
        "pictures": [{"file": "img/ferry.png", "usable": False}],
    }
    two = ferry(pictures=[{"url": "img/other.png"}])
    newsroom.receives(
        bundle(("manifest.json", said), ("img/other.png", OTHER), ("ferry.json", two))
    )
    (key,) = pictures(newsroom)
    assert newsroom.read(key) == read_picture(OTHER, "other").body


def again(newsroom: Newsroom, **changes: Any) -> None:
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(bundle(("ferry.json", ferry(**changes))))


@pytest.mark.parametrize("end", ["withdraw", "kill", "right", "gone", "agreement", "expired"])
def test_a_picture_leaves_the_site_in_the_same_turn(newsroom, end):
    """Whatever took it away; the CDN is told to forget it."""
    expires = (START + timedelta(hours=1)).isoformat()
    listed = [{"url": "img/ferry.png", "expires_at": expires}]
    newsroom.receives(bundle(("ferry.json", ferry(pictures=listed))))
    (key,) = pictures(newsroom)

    newsroom.memory.clock.advance(minutes=1)
    if end in {"withdraw", "kill"}:
        newsroom.receives({"format": "reprise/1", "action": end, "id": "ferry"})
    elif end == "right":
        again(newsroom, pictures=[{"url": "img/ferry.png", "usable": False}])
    elif end == "gone":
        newsroom.receives(story("ferry", headline="Without"))
    elif end == "agreement":
        again(newsroom, permission={"pictures": False})
    else:
        newsroom.waits(hours=1)

    assert pictures(newsroom) == []
    assert f"/{key}" in [path for _, paths in newsroom.memory.edge.forgotten for path in paths]


def test_a_replaced_picture_makes_room_for_the_new_one(newsroom):
    """The name is the same, the content another."""
    newsroom.receives(bundle(("ferry.json", ferry())))
    (before,) = pictures(newsroom)
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives(bundle(("ferry.json", ferry(version=2)), image=OTHER))
    (after,) = pictures(newsroom)
    assert after != before


def test_what_one_article_loses_another_keeps(newsroom):
    """Two articles with one picture: each has its own."""
    newsroom.receives(
        bundle(("a.json", ferry()), ("b.json", story("other", body_html=BODY + SHOWS)))
    )
    assert len(pictures(newsroom)) == 2
    newsroom.memory.clock.advance(minutes=1)
    newsroom.receives({"format": "reprise/1", "action": "withdraw", "id": "ferry"})
    assert len(pictures(newsroom)) == 1


def test_an_embargoed_articles_picture_waits_with_it(newsroom):
    """Not a byte before."""
    until = (START + timedelta(hours=2)).isoformat()
    newsroom.receives(bundle(("ferry.json", ferry(permission={"embargoed_until": until}))))
    assert pictures(newsroom) == []
    newsroom.waits(hours=2)
    assert len(pictures(newsroom)) == 1


def test_an_address_that_is_only_named_opens_nothing(newsroom):
    """Another partner's picture in the archive stays there, whoever knows its name."""
    newsroom.receives(bundle(("ferry.json", ferry())), partner="words-only")
    (part,) = newsroom.parts
    record = newsroom.stores.articles.record(part.items[0].article_id)
    (file,) = record.versions[0].files
    for folder in ("", f"{record.article_id}/"):
        address = f"https://bulletin.example/pictures/{folder}{file.rpartition('/')[2]}"
        newsroom.receives(story("thief", pictures=[{"url": address, "usable": True}]))
    assert pictures(newsroom) == []


def test_a_rebuild_keeps_pictures_and_changes_no_byte(newsroom):
    """It reads the parts again, with what their bundle says."""
    newsroom.receives(bundle(("ferry.json", ferry())))
    before = newsroom.everything()
    done = rebuild(
        every_record(newsroom.stores, newsroom.configuration),
        stores=newsroom.stores,
        configuration=newsroom.configuration,
        now=newsroom.now,
    )
    newsroom.settles()
    assert (done.changed, done.problems) == ((), ())
    assert newsroom.everything() == before


# --- Any order, any crash -------------------------------------------------------------------------


class BundleChaos(Chaos):
    """Files of bundles are events like any other."""

    def _act(self, crashes: float) -> None:
        arrived = self.newsroom.memory.inbox.arrived
        fresh = [one for one in arrived if one.key not in self.newsroom.known]
        self.newsroom.known |= {one.key for one in fresh}
        self.events += [one for each in fresh for one in (each, each)]
        super()._act(crashes)

    def run(self, crashes: float) -> None:
        super().run(crashes)
        if any(one.key not in self.newsroom.known for one in self.newsroom.memory.inbox.arrived):
            self.run(crashes)


bundles = st.builds(
    lambda names, image, right, number: bundle(
        *((f"{n}.json", story(n, body_html=BODY + SHOWS, version=number)) for n in names),
        (
            "manifest.json",
            {
                "format": "reprise-bundle/1",
                "pictures": [{"file": "img/ferry.png", "usable": right}],
            },
        ),
        image=image,
    ),
    st.lists(st.sampled_from(["ferry", "bridge"]), unique=True, min_size=1),
    st.sampled_from([PNG, OTHER]),
    st.sampled_from([True, False, None]),
    st.none() | st.integers(1, 3),
)
take_backs = st.builds(
    lambda name, action: {"format": "reprise/1", "action": action, "id": name},
    st.sampled_from(["ferry", "bridge"]),
    st.sampled_from(["withdraw", "withdraw", "kill"]),
)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.one_of(bundles, bundles, take_backs), min_size=1, max_size=5),
    st.integers(0, 2**32),
    st.sampled_from([0.0, 0.05]),
)
def test_pictures_end_as_they_should_in_any_order_and_after_any_crash(sent, seed, crashes):
    """The same bytes, no picture left behind, and one receipt for each upload and each part."""
    chance = random.Random(seed)  # noqa: S311 - a test run, repeatable by its seed
    calm, wild = Newsroom.opened(), Newsroom.opened()
    events = []
    for item in sent:
        calm.memory.clock.advance(seconds=37)
        wild.memory.clock.advance(seconds=37)
        calm.receives(item)
        events.append(wild.put(item))
    repeated = [*events, *chance.choices(events, k=len(events) // 2)]
    chance.shuffle(repeated)
    wild.memory.turns.max_receives = 10_000
    BundleChaos(wild, chance, repeated).run(crashes)
    wild.settles()
    assert finished(wild) == finished(calm)
    assert receipts(wild) == receipts(calm)
    assert not wild.memory.turns.dead


def receipts(newsroom: Newsroom) -> list[str]:
    found = newsroom.stores.articles.receipts("harbour", limit=1000)
    # A bundle's id names the version of its object, which two newsrooms count alike only by chance.
    return sorted(receipt.key.rpartition("/")[2] for receipt in found)
