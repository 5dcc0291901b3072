"""
Permission that can't be right: held with the exact reason, nothing published, nothing lost (B40).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

import pytest

from reprise.model.receipt import ReceiptStatus
from tests.newsroom import Newsroom, story

MARKER = "The ferry runs again"
ODRL = {
    "@context": "http://www.w3.org/ns/odrl.jsonld",
    "@type": "Set",
    "uid": "urn:harbour:policy:1",
    "permission": [{"target": "urn:harbour:ferry", "action": "distribute"}],
}


@dataclass(frozen=True)
class Bad:
    """An upload, the code it is held by, and words that the reason has to hold."""

    data: object
    code: str
    reason: str


def permission(**stated: Any) -> dict[str, Any]:
    return story(permission=stated)


def ninjs(**stated: Any) -> dict[str, Any]:
    item = {"uri": "urn:harbour:ferry", "type": "text", "headline": MARKER, "language": "en"}
    return item | {"body_text": "It leaves at noon.", "versioncreated": "2026-03-01T08:00:00Z"} | stated  # fmt: skip


def policy(body: object, language: str = "http://www.w3.org/ns/odrl/2/") -> dict[str, Any]:
    encoded = body if isinstance(body, str) else json.dumps(body)
    return ninjs(rightsInfo={"langId": language, "encodedRights": encoded})


def newsml(manage: str = "", rights: str = "") -> bytes:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:harbour:ferry"
      version="1" standard="NewsML-G2" standardversion="2.35" conformance="power">
      <rightsInfo>{rights}</rightsInfo>
      <itemMeta><itemClass qcode="ninat:text"/><provider literal="harbour"/>
        <versionCreated>2026-03-01T08:00:00Z</versionCreated>{manage}</itemMeta>
      <contentMeta><language tag="en"/><headline>{MARKER}</headline></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml">
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>It leaves at noon.</p></body></html>
      </inlineXML></contentSet></newsItem>""".encode()


def rss(item: str) -> bytes:
    return f"""<rss version="2.0" xmlns:rsl="https://rslstandard.org/rsl"><channel><title>H</title>
      <link>https://harbour.example/</link><language>en</language><item><title>{MARKER}</title>
      <guid>1</guid><description>It leaves at noon. It comes back at six, as it did before the
      storm, and it takes bicycles and dogs, but no horses, and tickets are sold on board by the
      crew, who take cards and coins and have a kind word for everyone.</description>{item}</item>
      </channel></rss>""".encode()


BAD = {
    "an unknown licence": Bad(permission(licence="Harbour Open 1"), "unreadable", "Harbour Open 1"),
    "a licence at an unknown address": Bad(
        permission(licence="https://harbour.example/licence"),
        "unreadable",
        "harbour.example/licence",
    ),
    "words that contradict the licence": Bad(
        permission(licence="CC-BY-4.0", usage_terms="Published under CC BY-NC-ND 4.0."),
        "contradiction",
        "CC BY-NC-ND 4.0",
    ),
    "a licence address whose words say another": Bad(
        permission(
            licence="https://creativecommons.org/licenses/by/4.0/",
            evidence={"text": "Creative Commons Attribution-NoDerivatives 4.0"},
        ),
        "contradiction",
        "evidence.text",
    ),
    "an end before the beginning": Bad(
        permission(starts_at="2026-05-01T00:00:00Z", expires_at="2026-04-01T00:00:00Z"),
        "contradiction",
        "it has to be after starts_at",
    ),
    "an end at the very end of the embargo": Bad(
        permission(embargoed_until="2026-05-01T00:00:00Z", expires_at="2026-05-01T00:00:00Z"),
        "contradiction",
        "it has to be after embargoed_until",
    ),
    "no territory at all": Bad(
        permission(territories={"allow": []}), "unreadable", "territories.allow"
    ),
    "no recipient at all": Bad(
        permission(uses={"display": {"allowed": True, "recipients": []}}),
        "unreadable",
        "recipients",
    ),
    "no language at all": Bad(permission(languages=[]), "unreadable", "languages"),
    "a territory that does not exist": Bad(
        permission(territories={"allow": ["NZ", "ZZ"]}), "unreadable", "ZZ"
    ),
    "a territory that is denied and does not exist": Bad(
        permission(territories={"deny": ["UK"]}), "unreadable", "UK"
    ),
    "a policy that is cut off": Bad(
        policy('{"uid": "urn:harbour:policy:1", "permi'), "unreadable", "not JSON"
    ),
    "a policy of an unknown profile": Bad(
        policy({**ODRL, "profile": "https://harbour.example/profile"}),
        "unreadable",
        "profile https://harbour.example/profile",
    ),
    "a policy in a language nobody reads": Bad(
        policy(ODRL, "urn:oasis:xacml"), "unreadable", "urn:oasis:xacml"
    ),
    "a policy with an action nobody knows": Bad(
        policy({**ODRL, "permission": [{"target": "x:1", "action": "teleport"}]}),
        "unreadable",
        "action teleport",
    ),
    "an empty embargo in NewsML-G2": Bad(
        newsml("<embargoed/>"), "unreadable", "itemMeta/embargoed"
    ),
    "an embargo in NewsML-G2 that is no date": Bad(
        newsml("<embargoed>after lunch</embargoed>"), "unreadable", "after lunch"
    ),
    "two licences in NewsML-G2": Bad(
        newsml(
            rights='<link href="https://creativecommons.org/licenses/by/4.0/"/>'
            '<link href="https://creativecommons.org/licenses/by-nd/4.0/"/>'
        ),
        "unreadable",
        "by-nd",
    ),
    "an empty embargo in ninjs": Bad(ninjs(embargoed=""), "unreadable", "embargoed"),
    "RSL outside its rules": Bad(
        rss('<rsl:content url="/"><rsl:license><rsl:wish/></rsl:license></rsl:content>'),
        "unreadable",
        "wish",
    ),
    "a restriction nobody knows": Bad(
        rss("<p:restrictions xmlns:p='urn:p'>no web</p:restrictions>"), "unreadable", "restrictions"
    ),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_it_is_held_with_the_reason_and_nothing_is_public(bad):
    """
    One receipt that says what and why, every byte kept, not a trace on the site.
    """
    room = Newsroom.opened()
    upload = room.put(bad.data)
    receipt = room.ingests(upload)
    room.settles()
    room.waits(days=400)

    (item,) = receipt.items
    assert receipt.status is item.status is ReceiptStatus.HELD
    reasons = {(note.code, f"{note.found} {note.send}") for note in item.notes}
    assert any(code == bad.code and bad.reason in words for code, words in reasons), reasons
    assert {one.reason for one in item.shown} == {bad.code}
    stored = room.stores.inbox.read(upload.key, None, limit=10**6)
    assert stored is not None
    assert hash_of(stored.body) == receipt.sha256
    assert not any(MARKER.encode() in body for body in room.everything().values())


def hash_of(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def test_a_better_one_is_shown():
    """
    What was held waits for nothing but a version that can be read.
    """
    room = Newsroom.opened()
    room.receives(permission(territories={"allow": []}))
    room.waits(minutes=1)
    assert room.item(permission(commercial=True)).status is ReceiptStatus.ACCEPTED
    assert room.titles() == [MARKER]


def test_a_bad_grant_on_file_holds_what_it_covers():
    """
    A grant is a statement like any other: what can't be read in it is never skipped.
    """
    room = Newsroom.opened()
    room.receives(story())
    assert room.titles() == [MARKER]
    room.waits(minutes=1)
    grant = {"id": "odd", "permission": {"territories": {"allow": ["ZZ"]}}}
    item = room.item({"format": "reprise/1", "action": "grant", "grant": grant})
    assert item.status is ReceiptStatus.HELD
    assert [(note.code, note.found) for note in item.notes] == [("territory_unknown", "ZZ")]
    assert room.titles() == []


SIDECARS = {
    "cut off": b'{"licence": "CC-B',
    "no object": b"[7]",
    "an unknown field": b'{"licenze": "CC-BY-4.0"}',
    "of two policies one that can't be read": json.dumps(
        [ODRL, {**ODRL, "profile": "urn:x"}]
    ).encode(),
    "a page": b"<html><body>Not found</body></html>",
}


@pytest.mark.parametrize("sidecar", SIDECARS.values(), ids=SIDECARS)
def test_a_sidecar_that_cannot_be_read_holds_its_article(sidecar):
    """
    It was meant to limit, so without it the article waits.
    """
    room = Newsroom.opened()
    room.put(sidecar, name="ferry.json.permission.json", ticket="t1")
    item = room.item(ninjs(), name="ferry.json", ticket="t1")
    assert item.status is ReceiptStatus.HELD
    assert {note.code for note in item.notes} >= {"unreadable"}
    assert not any(MARKER.encode() in body for body in room.everything().values())
