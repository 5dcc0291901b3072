"""
Whole documents, byte for byte: ``tests/cases/outputs/feeds/<case>.yaml`` and what comes of it.

A case holds a feed and articles with their permission; beside it lie the RSS, Atom and JSON Feed
documents. After a wanted change write them anew with ``REPRISE_WRITE_CASES=1 pytest <this file>``
and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from lxml import etree

from reprise.model.article import Article
from reprise.model.configuration import Channel, Partner
from reprise.model.document import License, Terms, Tombstone
from reprise.model.permission import Duties
from reprise.model.ruling import Finding, Outcome, Reason, Ruling
from reprise.model.submission import Source
from reprise.model.versions import MemberRow
from reprise.outputs.checks import check
from reprise.outputs.feeds import assemble, render_entry
from reprise.outputs.formats import WRITERS, FeedWriter
from reprise.outputs.pictures import MediaRights
from reprise.outputs.projection import project
from tests.unit.outputs.feed_samples import NOW, PUBLICATION, a_feed

CASES = Path(__file__).parents[2] / "cases" / "outputs" / "feeds"
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))


def entry_of(case: dict[str, Any], channel: Channel, number: int) -> Any:
    """One article of a case as an entry of its channel."""
    article = Article(article_id=f"a{number}", partner="p", **case["article"])
    row = MemberRow(
        channel="front", article_id=article.article_id, partner="p", rev=1, live=True,
        **case["shown"],
    )  # fmt: skip
    ruling = Ruling(
        Outcome.GRANTED,
        (Finding(reason=Reason.GRANTED),),
        Duties(**case.get("duties", {})),
        max_words=case.get("max_words"),
    )
    terms = dict(case.get("terms", {}))
    if "license" in terms:
        terms |= {"license": License(**terms["license"]), "license_unstated": False}
    lists = {name: tuple(value) for name, value in terms.items() if isinstance(value, list)}
    return project(
        article,
        row,
        ruling,
        Terms(**(terms | lists)),
        key=f"a{number}.1",
        publication=PUBLICATION,
        channel=channel,
        partner=Partner(**case.get("partner", {"name": "Quay Weekly"})),
        pictures=MediaRights(**case.get("pictures", {}), now=NOW),
    )


def document_of(case: dict[str, Any], writer: FeedWriter) -> Any:
    """The document of a case in one format."""
    facts = dict(case.get("feed", {}))
    gone = [
        Tombstone(**(t | {"source": Source(**t["source"]) if "source" in t else None}))
        for t in facts.pop("tombstones", [])
    ]
    facts["hubs"] = tuple(facts.get("hubs", ()))
    feed = a_feed(tombstones=tuple(gone), **facts)
    channel = Channel(title=feed.title, profile=feed.profile, **case.get("channel", {}))
    entries = [entry_of(one, channel, n) for n, one in enumerate(case["articles"], start=1)]
    fragments = [render_entry(writer, entry, feed) for entry in entries]
    return assemble(writer, feed, [entry.key for entry in entries], fragments)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("writer", [pytest.param(w, id=w.name) for w in WRITERS.values()])
def test_document_is_as_it_was_agreed(name, writer):
    """
    X-12, M81: the same case gives the same bytes, in every Python and every process.
    """
    case = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    document = document_of(case, writer)
    path = CASES / f"{name}.{writer.extension.removeprefix('feed.')}"
    if os.environ.get("REPRISE_WRITE_CASES"):
        path.write_bytes(document.body)

    assert check(document, now=NOW) == ()
    assert document.body == path.read_bytes()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_agreed_document_is_read_by_others(name, kind):
    """
    M64, M65: strict XML, and feedparser finds every entry with title, link, id and date.
    """
    body = (CASES / f"{name}.{kind}").read_bytes()
    case = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    etree.fromstring(body)
    read = feedparser.parse(body)

    assert not read.bozo
    shown = [item for item in read.entries if item.id != "tag:quay.example,2026:gone"]
    assert [item.id for item in shown] == [one["article"]["guid"] for one in case["articles"]]
    assert all(item.title and item.link and item.published_parsed for item in shown)
