"""Which grants on file cover an article, and what revoking does."""

from datetime import timedelta
from itertools import permutations

import pytest

from reprise.model.permission import Permission, Use
from reprise.model.ruling import Reason
from reprise.model.versions import GrantRecord, Listing
from reprise.rights.grants import covering, revoke
from tests.unit.rights.build import A_MOMENT, NOON, YES, ruled

LISTING = Listing(
    headline="Bridge opens",
    guid="tag:post.example,2031:7",
    source="Harbour Post",
    series="Bridges",
    canonical_url="https://post.example/7",
    published_at=NOON,
)
DISPLAY = Permission(uses={"display": YES})


def grant(grant_id="acme", *, at=NOON, digest="d", partner="post", permission=DISPLAY, **fields):
    return GrantRecord(
        partner=partner,
        grant_id=grant_id,
        stored_at=at,
        digest=digest,
        permission=permission,
        **fields,
    )


def cover(*grants, listing=LISTING):
    return covering(grants, partner="post", article_id="house7", identity="post/7", listing=listing)


SCOPES = {
    "everything": ({}, True),
    "its source, in other capitals": ({"sources": {"harbour  post"}}, True),
    "another source": ({"sources": {"Hill Post"}}, False),
    "its series": ({"series": {"Bridges"}}, True),
    "another series": ({"series": {"Tunnels"}}, False),
    "our id": ({"articles": {"house7"}}, True),
    "the partner's id": ({"articles": {"post/7"}}, True),
    "its guid": ({"articles": {"tag:post.example,2031:7"}}, True),
    "its address": ({"articles": {"https://post.example/7"}}, True),
    "another article": ({"articles": {"8"}}, False),
    "no article at all": ({"articles": set()}, False),
    "from its instant": ({"from_at": NOON}, True),
    "from just after": ({"from_at": NOON + A_MOMENT}, False),
    "until its instant": ({"until_at": NOON}, False),
    "until just after": ({"until_at": NOON + A_MOMENT}, True),
    "all limits must match": ({"sources": {"Harbour Post"}, "series": {"Tunnels"}}, False),
    "another partner's": ({"partner": "other"}, False),
}


@pytest.mark.parametrize(("fields", "covered"), SCOPES.values(), ids=SCOPES)
def test_a_grant_covers_what_matches_every_limit(fields, covered):
    """
    A grant covers a source, a series, a period or single articles of its own partner.
    """
    assert bool(cover(grant(**fields))) is covered


def test_what_is_not_known_is_in_no_limit():
    """
    Without source, series or first publication, limited grants don't cover the article.
    """
    bare = Listing(headline="Bridge opens", guid="x")

    for fields in ({"sources": {"Harbour Post"}}, {"series": {"Bridges"}}, {"until_at": NOON}):
        assert cover(grant(**fields), listing=bare) == ()
    assert cover(grant(), listing=bare) != ()


def test_the_newest_statement_of_a_grant_wins_in_any_order():
    """
    By when it was stored, then by its digest; older ones say nothing any more.
    """
    wide = grant(at=NOON, digest="a", permission=Permission(uses={"archive": YES}))
    newer = grant(at=NOON, digest="b", permission=Permission(uses={"index": YES}))
    newest = grant(at=NOON + A_MOMENT, digest="a", permission=DISPLAY)

    for order in permutations([wide, newer, newest]):
        (stated,) = cover(*order)
        assert set(stated.permission.uses) == {Use.DISPLAY}
        assert (stated.name, stated.revoked) == ("acme", False)
    assert set(cover(newer, wide)[0].permission.uses) == {Use.INDEX}


def test_a_revoked_grant_gives_nothing_and_says_so():
    """
    An article whose only basis was revoked is refused with that reason, whatever the order.
    """
    given, taken = grant(), grant(at=NOON + A_MOMENT, revoked=True, permission=Permission())

    for order in permutations([given, taken]):
        assert ruled(*cover(*order)).reason is Reason.REVOKED
        assert ruled(*cover(*order), use=Use.ARCHIVE).reason is Reason.NO_BASIS


def test_a_revoked_grant_stays_within_its_scope():
    """
    Articles it never covered don't hear of it.
    """
    given = grant(articles={"8"})
    taken = grant(at=NOON + A_MOMENT, revoked=True, permission=Permission())

    assert cover(given, taken) == ()


def test_a_grant_may_come_back():
    """
    A statement newer than the revocation puts the grant in force again.
    """
    days = [NOON + timedelta(days=day) for day in range(3)]
    history = [grant(at=days[0]), grant(at=days[1], revoked=True), grant(at=days[2])]

    assert ruled(*cover(*history)).granted
    assert not ruled(*cover(*history[:2])).granted


def test_the_record_kept_of_a_revoked_grant_remembers_what_it_said():
    """
    A store that keeps one record per grant loses neither scope nor permission by revoking.
    """
    given = grant(sources={"Harbour Post"})
    taken = grant(at=NOON + A_MOMENT, digest="z", revoked=True, permission=Permission())

    kept = revoke(given, taken)

    assert ruled(*cover(kept)).reason is Reason.REVOKED
    assert (kept.stored_at, kept.digest, kept.sources) == (taken.stored_at, "z", given.sources)


def test_grants_are_told_in_the_order_of_their_ids():
    """
    The same grants give the same statements, whatever order the store returns them in.
    """
    records = [grant(name) for name in ("c", "a", "b")]

    assert [one.name for one in cover(*records)] == ["a", "b", "c"]
