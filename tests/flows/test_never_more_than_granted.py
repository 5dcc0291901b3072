"""
No output states more than was granted, whatever the permissions are (invariant 1, RL-14).

Every claim a machine can read is taken out of every document, and put to the evaluator that tests the
rulings: feeds, pages, sitemaps, the site's licence, its reservations.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.model.permission import Origin, Permission, Stated, Territories, Use, UseTerms
from reprise.model.ruling import Request
from reprise.rights.licences import licence_of, permission_of
from reprise.text.licences import find_licence
from tests.claims import EVERYTHING, Claim, claims_in
from tests.newsroom import CONFIGURATION, Newsroom, story
from tests.reference_ruling import is_granted
from tests.unit.rights.strategies import EPOCH, permissions

OPENED, HOUR = EPOCH + timedelta(hours=6), timedelta(hours=1)
AUDIENCE = frozenset({"NZ"})
USAGES = {
    "search": Use.INDEX, "listed": Use.INDEX, "ai-train": Use.AI_TRAIN, "ai-input": Use.AI_INPUT,
}  # fmt: skip
WORDS = st.none() | st.sampled_from(
    ["All rights reserved.", "Published under CC BY 4.0.", "CC BY-NC 4.0", "Ask first."]
)
NAMES = frozenset(
    {"full", "short", "one", "site", "readers", "search", "google-news", "google",
     CONFIGURATION["publication"]["name"]}
)  # fmt: skip


def published(stated: Sequence[Permission]) -> tuple[Newsroom, dict[str, str]]:
    """A site with an article for each permission, and the articles' names by headline."""
    configuration = copy.deepcopy(CONFIGURATION)
    configuration["publication"]["territories"] = sorted(AUDIENCE)
    configuration["channels"] = {
        "full": {"title": "Full", "formats": ["rss", "atom", "json", "ninjs"]},
        "short": {"title": "Short", "text": "excerpt"},
        "one": {"title": "For one", "recipients": ["Aggregator One"]},
    }
    room = Newsroom.opened(configuration, at=OPENED)
    for at, permission in enumerate(stated):
        item = story(
            f"story{at}",
            headline=f"Headline number {at}",
            body_html=f"<p>Text {at} of a kind that is about {at} and nothing else at all.</p>",
            canonical_url=f"https://harbour.example/{at}",
            permission=permission.model_dump(mode="json", exclude_defaults=True),
        )
        room.ingests(room.put(item, partner="silent"))
    room.settles()
    return room, {f"Headline number {at}": f"story{at}" for at in range(len(stated))}


def granted(
    permission: Permission,
    use: Use,
    room: Newsroom,
    *,
    recipients: Sequence[str] = (),
    **asked: Any,
) -> bool:
    """What the slow evaluator says, by default for our own audience."""
    question = {
        "territories": AUDIENCE,
        "recipient": NAMES | {*recipients},
        "language": "en",
        **asked,
    }
    stated = [Stated(origin=Origin.UPLOAD, permission=permission)]
    return is_granted(stated, Request(use=use, **question), room.now)


def everybody_may(permission: Permission, licence: str, room: Newsroom) -> bool:
    """Whether all that *licence* allows is granted to all, everywhere, for ever."""
    known = licence_of(licence)
    if known is None or permission.expires_at is not None:
        return False
    given = permission_of(known)
    anybody = {"territories": None, "recipient": frozenset(), "language": "und", "words": 10**6}
    # A copy may be hidden from search for the original's sake; that takes nothing from readers.
    uses = given.uses.keys() - {Use.INDEX, Use.GOOGLE_NEWS}
    return all(
        granted(permission, use, room, commercial=bool(given.commercial), **anybody)
        for use in uses
        if given.uses[use].allowed
    )


def holds(claim: Claim, permission: Permission, room: Newsroom) -> bool:
    """Whether *claim* says no more than *permission*."""
    match claim.kind:
        case "usage":
            hidden_by_address = claim.value == "listed" and permission.duties.canonical
            return bool(hidden_by_address) or granted(permission, USAGES[claim.value], room)
        case "licence":
            return everybody_may(permission, claim.value, room)
        case "words":
            named = find_licence(claim.value)
            licence = named.licence if named else None
            return named is None or bool(licence and everybody_may(permission, licence.id, room))
        case "allow":
            allow = permission.territories.allow if permission.territories else None
            return allow is None or (claim.value is not None and claim.value <= allow)
    return permission.expires_at is None or bool(claim.value)


def may_show(document: str, permission: Permission, room: Newsroom) -> bool:
    """Whether an article may be named in *document* at all."""
    if not granted(permission, Use.DISPLAY, room):
        return False
    if document.startswith("channels/"):
        name = ("aggregator one",) if document.startswith("channels/one/") else ()
        uses = (Use.SYNDICATE_FULL, Use.SYNDICATE_EXCERPT)
        return any(granted(permission, use, room, recipients=name) for use in uses)
    if document.startswith("news-sitemap") and not granted(permission, Use.GOOGLE_NEWS, room):
        return False
    return "sitemap" not in document or granted(permission, Use.INDEX, room)


def shown_in(documents: Mapping[str, bytes], at: int, room: Newsroom) -> list[str]:
    """Keys of documents that name the article, by headline or address."""
    (record,) = (
        one for one in room.stores.articles.records_of("silent") if one.identity == f"story{at}"
    )
    marks = (f"Headline number {at}<", f'Headline number {at}"', record.article_id)
    return [key for key, body in documents.items() if any(m in body.decode() for m in marks)]


YES = UseTerms(allowed=True)
SHOWN = dict.fromkeys((Use.DISPLAY, Use.SYNDICATE_FULL), YES)


LIMITS = ["licence", "territories", "languages", "commercial", "expires_at", "duties", "uses"]


@st.composite
def worded(draw):
    """A permission with words about it; of four, three are limited in two points at most."""
    permission = draw(permissions)
    if draw(st.integers(0, 3)):
        kept = draw(st.sets(st.sampled_from(LIMITS), max_size=2))
        permission = Permission(**{name: getattr(permission, name) for name in kept})
        permission = permission.model_copy(update={"uses": {**permission.uses, **SHOWN}})
    words = {"copyright_notice": draw(WORDS), "usage_terms": draw(WORDS)}
    # What has ended is told by tombstones, which are tested elsewhere.
    end = max(permission.expires_at, OPENED + HOUR) if permission.expires_at else None
    return permission.model_copy(update={**words, "quota": None, "expires_at": end})


@settings(max_examples=12, deadline=None)
@given(st.lists(worded(), min_size=8, max_size=8))
def test_no_document_states_more_than_was_granted(said):
    """
    Eight articles at a time, each with a permission of its own and words about it.
    """
    room, names = published(said)
    documents = room.everything()
    by_name = {f"story{at}": permission for at, permission in enumerate(said)}
    shown = {f"story{at}": shown_in(documents, at, room) for at in range(len(said))}
    for name, keys in shown.items():
        for key in keys:
            assert may_show(key, by_name[name], room), f"{name} in {key}"
    for claim in claims_in(documents, names):
        about = [name for name in by_name if claim.article in {name, EVERYTHING} and shown[name]]
        for name in about:
            assert holds(claim, by_name[name], room), claim


STATED = {
    "usage": ["feed.rss", "feed.json", "page"],
    "licence": ["feed.rss", "feed.atom", "feed.json", "feed.ninjs.json", "page"],
    "words": ["feed.rss", "feed.atom", "feed.json", "feed.ninjs.json"],
}


def test_what_was_granted_is_stated():
    """
    The other side: what may be said is said, in each kind of document, so the parsers do see.
    """
    wide = Permission(licence="CC0-1.0", usage_terms="CC0 1.0")
    limited = Permission(
        uses=dict.fromkeys(Use, YES),
        territories=Territories(allow=frozenset({"NZ", "AU"})),
        expires_at=EPOCH.replace(hour=11),
    )
    room, names = published([wide, limited])
    claims = claims_in(room.everything(), names)
    found = {
        (one.article, one.kind, one.document.removeprefix("channels/full/"))
        for one in claims
        if one.value
    }
    found |= {(name, kind, "page") for name, kind, key in found if key.startswith("articles/")}
    for kind, documents in STATED.items():
        assert {("story0", kind, one) for one in documents} <= found
    assert {kind for name, kind, _ in found if name == "story1"} >= {"usage", "allow", "expires"}
