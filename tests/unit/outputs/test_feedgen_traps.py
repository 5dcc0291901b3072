"""
What feedgen was seen to do that would hurt, each shown not to reach our feeds.

The traps that belong to one rule of RSS or Atom are tested with that rule.
"""

from __future__ import annotations

import locale
import threading
from dataclasses import replace

import pytest
from lxml import etree

from reprise.errors import RefusedError
from reprise.model.document import Entry, Feed
from reprise.outputs import atom, rss
from reprise.outputs.atom import ATOM
from reprise.outputs.atom_extension import AtomEntry
from reprise.outputs.feedgen_extension import extended
from reprise.outputs.feeds import assemble, render_entry
from reprise.outputs.formats import FeedWriter
from reprise.outputs.profile import profile_named
from reprise.outputs.rss import RSS, RssWriter
from reprise.outputs.rss_extension import RssEntry
from tests.unit.outputs.feed_samples import ALL_WRITERS, NOW, a_feed, an_entry, texts, written

READERS = profile_named("readers")
XML_WRITERS = [pytest.param(RSS, id="rss"), pytest.param(ATOM, id="atom")]
ENTRIES = [
    an_entry(key=f"k{n}", guid=f"tag:x,2026:{n}", title=f"Number {n} “ü” 📰") for n in range(4)
]


def whole_by_feedgen(writer: FeedWriter, entries: list[Entry], feed: Feed) -> bytes:
    """The same document rendered by feedgen in one piece."""
    if writer.name == "rss":
        head = rss._head(feed, READERS)
        for entry in entries:
            made = extended(RssEntry(entry, READERS), entry)
            made.description(entry.summary)
            made.content(entry.content_html, type="CDATA")
            head.add_entry(made, order="append")
        return head.rss_str()
    head = atom._head(feed)
    for entry in entries:
        made = extended(AtomEntry(entry), entry)
        made.updated(entry.updated_at)
        made.published(entry.published_at)
        made.summary(entry.summary)
        made.rights(entry.terms.rights)
        head.add_entry(made, order="append")
    return head.atom_str()


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_joined_fragments_are_what_feedgen_writes_in_one_piece(writer):
    """
    No ``ns0``, no declarations in entries, no escaped letters: byte for byte, line feeds apart.
    """
    ours = written(writer, *ENTRIES)
    between = {b"\n<item>": b"<item>", b"\n<entry": b"<entry", b"\n</channel>": b"</channel>"}
    for broken, whole in between.items():
        ours = ours.replace(broken, whole)

    assert ours.replace(b"\n</feed>\n", b"</feed>").rstrip(b"\n") == whole_by_feedgen(
        writer, ENTRIES, a_feed()
    )


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_a_fragment_declares_no_namespace(writer):
    """
    An entry rendered alone can be joined with kept ones.
    """
    assert b"xmlns" not in writer.entry(ENTRIES[0], a_feed())
    assert b"ns0" not in writer.entry(ENTRIES[0], a_feed())


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_a_fragment_does_not_depend_on_what_was_rendered_before(writer):
    """
    Also not on an entry that could not be written and was left half done.
    """
    alone = writer.entry(ENTRIES[1], a_feed())
    writer.entry(ENTRIES[0], a_feed())
    writer.entry(replace(ENTRIES[2], title="b\x08ad", content_html="\ud800"), a_feed())

    assert writer.entry(ENTRIES[1], a_feed()) == alone


@pytest.mark.parametrize("writer", ALL_WRITERS)
def test_entries_keep_the_order_given(writer):
    """
    feedgen prepends by default.
    """
    body = written(writer, *ENTRIES).decode()

    assert sorted(range(4), key=lambda n: body.index(f"Number {n}")) == [0, 1, 2, 3]


@pytest.mark.parametrize("writer", ALL_WRITERS)
def test_same_entries_give_the_same_bytes(writer, monkeypatch):
    """
    X-12: feedgen stamps the time of the build on feeds and entries without dates.
    """
    feed = a_feed(updated_at=None)
    first = written(writer, *ENTRIES, feed=feed)

    class AnyDatetime(type):
        def __instancecheck__(cls, value):
            return isinstance(value, type(NOW))

    class LaterClock(metaclass=AnyDatetime):
        @classmethod
        def now(cls, tz=None):
            return NOW.replace(year=2031)

    monkeypatch.setattr("feedgen.feed.datetime", LaterClock)
    monkeypatch.setattr("feedgen.entry.datetime", LaterClock)

    assert written(writer, *ENTRIES, feed=feed) == first


@pytest.mark.parametrize("writer", ALL_WRITERS)
def test_the_locale_of_the_process_is_left_alone(writer, monkeypatch):
    """
    RS-04: feedgen sets it three times for each date it writes, for all threads at once.
    """

    def touched(*_):
        raise AssertionError("the locale was touched")

    monkeypatch.setattr(locale, "setlocale", touched)

    assert written(writer, *ENTRIES)


@pytest.mark.parametrize("writer", ALL_WRITERS)
def test_threads_do_not_disturb_each_other(writer):
    """
    The root that entries are completed below belongs to its thread.
    """
    expected = {entry.key: writer.entry(entry, a_feed()) for entry in ENTRIES}
    wrong: list[str] = []

    def render(entry: Entry) -> None:
        for _ in range(100):
            if writer.entry(entry, a_feed()) != expected[entry.key]:
                wrong.append(entry.key)  # noqa: PERF401 - said by its thread, not collected

    threads = [threading.Thread(target=render, args=(entry,)) for entry in ENTRIES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


BAD = {
    "control": "a\x08b",
    "nul": "a\0b",
    "escape": "a\x1bb",
    "surrogate": "a\ud800b",
    "noncharacter": "a\ufffe\uffffb",
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
@pytest.mark.parametrize("writer", ALL_WRITERS)
def test_one_bad_character_costs_only_itself(writer, bad):
    """
    X-02, C7, M55: in feedgen one such title fails the whole feed.
    """
    entry = an_entry(
        title=bad, summary=bad, content_html=f"<p>{bad}</p>", guid=f"tag:x,2026:{bad}",
        sections=(bad,), language="en",
    )  # fmt: skip
    body = written(writer, ENTRIES[0], entry, ENTRIES[1])

    if writer.name in ("json", "ninjs"):
        import orjson

        orjson.loads(body)
    else:
        root = etree.fromstring(body)
        path = "//item[2]/title" if writer is RSS else "//a:entry[2]/a:title"
        assert texts(root, path) == ["ab"]
    assert b"Number 0" in body
    assert b"Number 1" in body


@pytest.mark.parametrize("writer", ALL_WRITERS)
def test_bad_character_in_the_channel_costs_only_itself(writer):
    """
    X-02, also where the operator's own words are written.
    """
    body = written(writer, feed=a_feed(title="Fr\x08ont\ud800", description="\ufffe"))

    assert b"Front" in body


def test_emoji_are_kept():
    """
    Characters beyond the first plane are legal.
    """
    assert "📰" in written(RSS, ENTRIES[0]).decode()


def test_entry_that_cannot_be_written_is_named():
    """
    M55: whoever builds the feed can leave it out and go on.
    """

    class Broken(RssWriter):
        def entry(self, entry, feed):
            raise ValueError("not this one")

    with pytest.raises(RefusedError, match=r"crane2026: .*not this one"):
        render_entry(Broken(), an_entry(), a_feed())


@pytest.mark.parametrize("writer", XML_WRITERS)
def test_title_is_never_empty(writer):
    """
    feedgen refuses an Atom entry without a title; a title of bad characters only is none.
    """
    root = etree.fromstring(written(writer, an_entry(title="\x08", summary="")))
    path = "//item/title" if writer is RSS else "//a:entry/a:title"

    assert all(texts(root, path))


def test_keys_and_fragments_have_to_match():
    """
    A key stands for the bytes of its fragment in the next build.
    """
    with pytest.raises(ValueError, match="2 keys for 1 fragments"):
        assemble(RSS, a_feed(), ["a", "b"], [b"<item/>"])


@pytest.mark.parametrize(
    ("writer", "media_type", "key"),
    [
        (RSS, "application/rss+xml; charset=utf-8", "channels/front/feed.rss"),
        (ATOM, "application/atom+xml; charset=utf-8", "channels/front/feed.atom"),
    ],
)
def test_document_goes_out_with_its_headers(writer, media_type, key):
    """
    HTTP-01, HTTP-02, HTTP-06, RS-21, RP-05.
    """
    document = assemble(writer, a_feed(hold_minutes=15), [], [])

    assert (document.media_type, document.key) == (media_type, key)
    assert document.cache_seconds == 15 * 60
    assert document.noindex
    assert document.language == "en"
