"""The promises of the ``Articles`` port."""

from datetime import timedelta

import pytest

from reprise.errors import ConflictError
from reprise.model.ledger import Change, LedgerEntry
from reprise.model.receipt import ReceiptStatus
from reprise.model.ruling import Finding, Reason
from reprise.model.versions import Membership, Volume
from reprise.stores.ports import BAND_LIMIT, Commit, Sketch
from tests.stores.rows import NOON, after, agenda, grant, listing, member, receipt, record, version

# --- Commit ---------------------------------------------------------------------------------------


def test_a_commit_stores_everything_it_holds(stores):
    """
    Record, member rows, agenda, grant and receipt are there afterwards, as they were given.
    """
    whole = Commit(record(), (member(),), (agenda(),), grant(), receipt())

    stores.articles.commit(whole)

    assert stores.articles.record("a1") == whole.record
    assert stores.articles.members_until("world", NOON, limit=9) == [whole.members[0]]
    assert stores.articles.agenda_until(NOON, limit=9) == [whole.agenda[0]]
    assert stores.articles.grants() == [whole.grant]
    assert stores.articles.receipt("riverside", "u1") == whole.receipt


def test_what_was_never_stored_is_absent(stores):
    """
    Reading what is not there answers nothing, and raises nothing.
    """
    assert stores.articles.record("a1") is None
    assert stores.articles.records(["a1"]) == {}
    assert list(stores.articles.records_of("riverside")) == []
    assert stores.articles.receipt("riverside", "u1") is None
    assert stores.articles.receipts("riverside") == []
    assert stores.articles.members_until("world", NOON, limit=5) == []
    assert stores.articles.first_member_after("world", NOON) is None
    assert stores.articles.first_agenda_after(NOON) is None
    assert stores.articles.grants("riverside") == []
    assert stores.articles.sketched(["b1"]) == {}


@pytest.mark.parametrize("rev", [1, 2, 4], ids=["again", "same", "gap"])
def test_a_record_is_written_only_one_revision_up(stores, rev):
    """
    With revision 2 stored, 3 alone is taken: any other has read something that is gone.
    """
    stores.articles.commit(Commit(record(rev=1)))
    stores.articles.commit(Commit(record(rev=2)))

    with pytest.raises(ConflictError):
        stores.articles.commit(Commit(record(rev=rev)))
    stores.articles.commit(Commit(record(rev=3)))

    assert stores.articles.record("a1").rev == 3


def test_the_first_revision_is_one(stores):
    """
    An article that is not stored counts as revision 0.
    """
    with pytest.raises(ConflictError):
        stores.articles.commit(Commit(record(rev=2)))


def test_a_commit_that_lost_the_race_stores_nothing(stores):
    """
    All or nothing: no member row, agenda row, grant or receipt of a refused commit remains.
    """
    stores.articles.commit(Commit(record(rev=1), (member(rev=1),)))
    late = Commit(
        record(rev=1), (member(rev=1, channel="late"),), (agenda(),), grant(), receipt("late")
    )

    with pytest.raises(ConflictError):
        stores.articles.commit(late)

    assert stores.articles.members_until("late", NOON, limit=9) == []
    assert stores.articles.agenda_until(NOON, limit=9) == []
    assert stores.articles.grants() == []
    assert stores.articles.receipt("riverside", "late") is None


def test_two_writers_of_one_article_end_with_both_changes(stores):
    """
    The one that comes second reads again, and its member row replaces the other's.
    """
    read = stores.articles.record("a1")
    first = Commit(record(rev=1), (member(rev=1, status="usable"),), receipt=receipt("u1"))
    second = Commit(record(rev=1), (member(rev=1, live=False),), receipt=receipt("u2"))
    assert read is None

    stores.articles.commit(first)
    with pytest.raises(ConflictError):
        stores.articles.commit(second)
    again = record(
        rev=stores.articles.record("a1").rev + 1, versions=(version(), version(digest="d2"))
    )
    stores.articles.commit(Commit(again, (member(rev=2, live=False),), receipt=receipt("u2")))

    assert len(stores.articles.record("a1").versions) == 2
    assert [row.live for row in stores.articles.members_until("world", NOON, limit=9)] == [False]
    assert {r.upload for r in stores.articles.receipts("riverside")} == {"u1", "u2"}


def test_a_member_row_never_goes_back(stores):
    """
    Written without its record, a member row of a lower or equal revision changes nothing.
    """
    stores.articles.commit(Commit(members=(member(rev=5, live=False),)))

    for rev, live in ((4, True), (5, True)):
        stores.articles.commit(Commit(members=(member(rev=rev, live=live),)))
    rows = stores.articles.members_until("world", NOON, limit=9)
    stores.articles.commit(Commit(members=(member(rev=6),)))

    assert [(row.rev, row.live) for row in rows] == [(5, False)]
    assert stores.articles.members_until("world", NOON, limit=9)[0].rev == 6


def test_a_receipt_is_written_once(stores):
    """
    The second commit with the same upload stores its rows and leaves the first receipt.
    """
    stores.articles.commit(Commit(receipt=receipt(status="held")))

    stores.articles.commit(Commit(record(), (member(),), receipt=receipt(status="accepted")))

    assert stores.articles.receipt("riverside", "u1").status == "held"
    assert len(stores.articles.receipts("riverside")) == 1
    assert stores.articles.record("a1") is not None


@pytest.mark.parametrize(
    ("changes", "digests"),
    [
        ({"stored_at": after(seconds=-1), "digest": "d9"}, ["d9", "d1"]),
        ({"digest": "d1"}, ["d1"]),
        ({"digest": "d0"}, ["d0", "d1"]),
        ({"stored_at": after(microseconds=1), "digest": "d0"}, ["d1", "d0"]),
    ],
    ids=["earlier", "same", "lower-digest", "later"],
)
def test_each_statement_of_a_grant_is_kept_in_order(stores, changes, digests):
    """
    By when it was stored, then by digest, whichever came first; the same again is the same.
    """
    stores.articles.commit(Commit(grant=grant()))

    stores.articles.commit(Commit(grant=grant(**changes), receipt=receipt()))

    assert [one.digest for one in stores.articles.grants("riverside")] == digests
    assert stores.articles.receipt("riverside", "u1") is not None


@pytest.mark.parametrize("count", [1, 95, 96, 97, 98, 99, 100, 101, 130])
def test_a_commit_of_any_number_of_rows_is_stored_whole(stores, count):
    """
    Also just below, at and above the 100 rows of one transaction.
    """
    members = tuple(member(channel=f"c{number}") for number in range(count))

    stores.articles.commit(Commit(record(), members, (agenda(),), None, receipt()))

    for row in members:
        assert stores.articles.members_until(row.channel, NOON, limit=2) == [row]
    assert stores.articles.receipt("riverside", "u1") is not None
    assert stores.articles.record("a1") == record()


def test_rows_beyond_one_transaction_do_not_overwrite_newer_ones(stores):
    """
    A row that another writer already took further stays, and the commit goes on.
    """
    channels = [f"c{number:03d}" for number in range(120)]
    stores.articles.commit(Commit(members=(member(channel=channels[-1], rev=7, live=False),)))

    stores.articles.commit(Commit(record(), tuple(member(channel=c) for c in channels)))

    last = stores.articles.members_until(channels[-1], NOON, limit=1)
    assert [(row.rev, row.live) for row in last] == [(7, False)]
    assert len(stores.articles.members_until(channels[-2], NOON, limit=1)) == 1


def test_the_same_row_twice_in_a_commit_is_stored_once(stores):
    """
    Of two member rows with one key the higher revision stays; of two agenda rows the last.
    """
    twice = (member(rev=1, live=False), member(rev=1, live=False))

    stores.articles.commit(Commit(record(), twice, (agenda(token="t1"), agenda(token="t2"))))

    assert len(stores.articles.members_until("world", NOON, limit=9)) == 1
    assert [row.token for row in stores.articles.agenda_until(NOON, limit=9)] == ["t2"]


def test_an_article_with_hundreds_of_versions_is_stored(stores):
    """
    A live report is updated all day: its record holds every version.
    """
    versions = tuple(version(digest=f"d{n}", upload=f"u{n}") for n in range(400))

    stores.articles.commit(Commit(record(versions=versions)))

    assert stores.articles.record("a1").versions == versions


def test_odd_texts_come_back_as_they_were(stores):
    """
    Astral characters, right-to-left marks and quotes survive the table.
    """
    odd = '«Ζ»\u200f\u2028 \U0001f30a "quoted" \\ \''
    row = member(listing=listing(odd))

    stores.articles.commit(Commit(record(identity=odd), (row,)))

    assert stores.articles.record("a1").identity == odd
    assert stores.articles.members_until("world", NOON, limit=1)[0].listing.headline == odd


# --- Records --------------------------------------------------------------------------------------


def test_records_are_read_in_bulk(stores):
    """
    Those that are there come, by id; unknown and repeated ids do no harm.
    """
    for number in range(130):
        stores.articles.commit(Commit(record(f"a{number}")))

    found = stores.articles.records([*(f"a{n}" for n in range(130)), "a7", "unknown"])

    assert len(found) == 130
    assert found["a129"].article_id == "a129"


def test_a_partners_records_are_its_own(stores):
    """
    All of them, by id, and nobody else's; a later revision does not double one.
    """
    for name in ("b", "a", "c"):
        stores.articles.commit(Commit(record(name)))
    stores.articles.commit(Commit(record("a", rev=2)))
    stores.articles.commit(Commit(record("x", partner="riverside-post")))

    mine = list(stores.articles.records_of("riverside"))

    assert [(r.article_id, r.rev) for r in mine] == [("a", 2), ("b", 1), ("c", 1)]


# --- Members --------------------------------------------------------------------------------------

RELEASES = {"m1": after(hours=-2), "m2": NOON, "m3": NOON, "m4": after(microseconds=1)}


@pytest.fixture
def filled(stores):
    """Four members of one channel, one a tombstone, and one of a channel with a similar name."""
    rows = [member(name, rev=1, release_at=at, live=name != "m2") for name, at in RELEASES.items()]
    stores.articles.commit(Commit(members=tuple(rows)))
    stores.articles.commit(Commit(members=(member("other", channel="world-2"),)))
    return stores.articles


def ids(rows):
    return [row.article_id for row in rows]


@pytest.mark.parametrize(
    ("until", "limit", "expected"),
    [
        (after(hours=-2, microseconds=-1), 9, []),
        (after(hours=-2), 9, ["m1"]),
        (after(microseconds=-1), 9, ["m1"]),
        (NOON, 9, ["m3", "m2", "m1"]),
        (after(days=1), 9, ["m4", "m3", "m2", "m1"]),
        (after(days=1), 2, ["m4", "m3"]),
    ],
    ids=["before", "on-first", "before-noon", "on-noon", "all", "limited"],
)
def test_members_until_an_instant_come_newest_first(filled, until, limit, expected):
    """
    Released at or before it; takedowns are among them; ids decide between equal times.
    """
    assert ids(filled.members_until("world", until, limit=limit)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (after(hours=-2), NOON, ["m1"]),
        (NOON, after(microseconds=1), ["m2", "m3"]),
        (NOON, after(microseconds=2), ["m2", "m3", "m4"]),
        (after(microseconds=1), after(microseconds=1), []),
        (after(hours=3), after(hours=4), []),
    ],
    ids=["end-open", "start-closed", "both", "empty", "beyond"],
)
def test_members_between_two_instants_are_half_open(filled, start, end, expected):
    """
    ``start <= release < end``, oldest first.
    """
    assert ids(filled.members_between("world", start, end)) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [(after(hours=-3), "m1"), (after(hours=-2), "m2"), (NOON, "m4"), (after(microseconds=1), None)],
    ids=["before-all", "on-first", "on-noon", "after-all"],
)
def test_the_first_member_after_an_instant(filled, at, expected):
    """
    Strictly later: from it the next release of a channel is known.
    """
    found = filled.first_member_after("world", at)
    assert (found.article_id if found else None) == expected


def test_moving_a_release_keeps_the_old_row(stores):
    """
    Rows of two release times are two rows; the old one is a tombstone, not gone.
    """
    stores.articles.commit(Commit(record(rev=1), (member(rev=1),)))
    moved = (member(rev=2, live=False), member(rev=2, release_at=after(hours=1)))
    stores.articles.commit(
        Commit(record(rev=2, memberships=(Membership(channel="world", release_at=NOON),)), moved)
    )

    rows = stores.articles.members_until("world", after(days=1), limit=9)
    assert [row.live for row in rows] == [True, False]


# --- Agenda ---------------------------------------------------------------------------------------


def test_the_agenda_is_read_by_time(stores):
    """
    Due at or before, oldest first, as many as asked for; and the first one after.
    """
    rows = [agenda(f"a{n}", at=after(minutes=n)) for n in (2, 0, 1)]
    stores.articles.add_agenda(rows)

    assert ids(stores.articles.agenda_until(after(minutes=1), limit=9)) == ["a0", "a1"]
    assert ids(stores.articles.agenda_until(after(minutes=9), limit=1)) == ["a0"]
    assert stores.articles.first_agenda_after(after(minutes=1)).article_id == "a2"
    assert stores.articles.first_agenda_after(after(minutes=2)) is None
    # With a name, what stands behind it at the same instant is not stepped over.
    assert stores.articles.first_agenda_after(after(minutes=2), name="a1").article_id == "a2"
    assert stores.articles.first_agenda_after(after(minutes=2), name="a2") is None


def test_only_the_agenda_that_was_read_is_removed(stores):
    """
    A row written again since, with another token, stays; so do rows not named.
    """
    read = [agenda(f"a{n}", at=after(minutes=n)) for n in range(4)]
    stores.articles.add_agenda(read)
    stores.articles.add_agenda([agenda("a1", at=after(minutes=1), token="t2")])

    stores.articles.remove_agenda([*read[:3], agenda("never-there")])

    assert ids(stores.articles.agenda_until(after(hours=1), limit=9)) == ["a1", "a3"]


def test_a_long_agenda_is_added_and_removed(stores):
    """
    More rows than fit one request of either kind, one of them changed since, one gone.
    """
    rows = [agenda(f"a{n:03d}", at=after(seconds=n)) for n in range(120)]
    stores.articles.add_agenda([*rows, rows[0]])
    stores.articles.add_agenda([agenda("a007", at=after(seconds=7), token="new")])
    stores.articles.remove_agenda(rows[9:10])

    assert len(stores.articles.agenda_until(after(hours=1), limit=500)) == 119
    stores.articles.remove_agenda([*rows, rows[3]])

    assert ids(stores.articles.agenda_until(after(hours=1), limit=500)) == ["a007"]


def test_each_place_has_an_agenda_of_its_own(stores):
    """
    The site's and a channel's rows are read, followed and removed apart.
    """
    own, other = agenda("a1"), agenda("a1").model_copy(update={"place": "world"})
    stores.articles.add_agenda([own, other])

    stores.articles.remove_agenda([own])

    assert stores.articles.agenda_until(NOON, limit=9) == []
    assert list(stores.articles.agenda_until(NOON, limit=9, place="world")) == [other]
    assert stores.articles.first_agenda_after(after(minutes=-1)) is None
    assert stores.articles.first_agenda_after(after(minutes=-1), place="world") == other


# --- Volumes --------------------------------------------------------------------------------------


def volume(number: int, channel: str = "world") -> Volume:
    start = after(hours=number)
    return Volume(channel=channel, start=start, end=start + timedelta(hours=1))


def test_the_volume_of_an_instant_is_the_last_that_starts_by_then(stores):
    """
    Just before, on and after its start; of this channel only.
    """
    for one in (volume(1), volume(2), volume(9, channel="world-2")):
        stores.articles.add_volume(one)

    assert stores.articles.volume_at("world", after(minutes=59)) is None
    assert stores.articles.volume_at("world", after(hours=1)) == volume(1)
    assert stores.articles.volume_at("world", after(hours=1, minutes=59)) == volume(1)
    assert stores.articles.volume_at("world", after(days=1)) == volume(2)
    assert stores.articles.volume_after("world", after(hours=0)) == volume(1)
    assert stores.articles.volume_after("world", after(hours=1)) == volume(2)
    assert stores.articles.volume_after("world", after(hours=2)) is None


def test_a_volume_is_closed_once(stores):
    """
    Of two turns that close the same part of a history, one is told that it was too late.
    """
    stores.articles.add_volume(volume(1))

    with pytest.raises(ConflictError):
        stores.articles.add_volume(volume(1))


def test_the_oldest_members_between_two_instants_are_read_as_asked_for(stores):
    """
    A limit counts from the oldest on.
    """
    members = tuple(member(f"a{n}", release_at=after(minutes=n)) for n in range(4))
    stores.articles.commit(Commit(members=members))

    rows = stores.articles.members_between("world", after(minutes=1), after(hours=1), limit=2)
    assert ids(rows) == ["a1", "a2"]


def test_nothing_to_add_or_remove_is_nothing(stores):
    """
    Empty requests are no requests.
    """
    stores.articles.add_agenda([])
    stores.articles.remove_agenda([])
    stores.articles.commit(Commit())

    assert stores.articles.agenda_until(after(days=9), limit=1) == []


# --- Receipts and grants --------------------------------------------------------------------------


def test_receipts_come_newest_first(stores):
    """
    By when the upload was received, as many as asked for, of this partner only.
    """
    for number in (3, 1, 2, 10):
        stores.articles.commit(
            Commit(receipt=receipt(f"u{number}", received_at=after(minutes=number)))
        )
    stores.articles.commit(Commit(receipt=receipt("x", partner="riverside-post")))

    assert [r.upload for r in stores.articles.receipts("riverside")] == ["u10", "u3", "u2", "u1"]
    assert [r.upload for r in stores.articles.receipts("riverside", limit=2)] == ["u10", "u3"]
    assert stores.articles.receipts("riverside", limit=0) == []


def test_many_receipts_are_listed(stores):
    """
    More than one bulk read holds.
    """
    for number in range(120):
        stores.articles.commit(
            Commit(receipt=receipt(f"u{number}", received_at=after(seconds=number)))
        )

    newest = stores.articles.receipts("riverside", limit=110)

    assert [r.upload for r in newest[:2]] == ["u119", "u118"]
    assert len(newest) == 110


def test_a_receipt_belongs_to_its_partner(stores):
    """
    Nobody sees an upload of another by its id (invariant 8).
    """
    stores.articles.commit(Commit(receipt=receipt()))

    assert stores.articles.receipt("riverside-post", "u1") is None


def test_grants_are_listed_by_partner(stores):
    """
    One partner's or everybody's, ordered; revoked ones are there, marked.
    """
    stores.articles.commit(Commit(grant=grant("g2", revoked=True)))
    stores.articles.commit(Commit(grant=grant("g1", sources=frozenset({"Bay Courier"}))))
    stores.articles.commit(Commit(grant=grant("g1", partner="riverside-post")))

    mine = stores.articles.grants("riverside")
    assert [(g.grant_id, g.revoked) for g in mine] == [("g1", False), ("g2", True)]
    assert mine[0].sources == frozenset({"Bay Courier"})
    assert len(stores.articles.grants()) == 3


# --- Sketches -------------------------------------------------------------------------------------


def test_articles_are_found_in_their_bands(stores):
    """
    With their partners; filing an article twice changes nothing, empty bands are left out.
    """
    first, other = Sketch("a1", "riverside", ("b1", "b2")), Sketch("a2", "harbour", ("b2", "b3"))
    stores.articles.add_sketches([first, other])
    stores.articles.add_sketches([other])

    a1, a2 = ("a1", "riverside"), ("a2", "harbour")
    found = stores.articles.sketched(["b1", "b2", "b2", "unknown"])
    assert found == {"b1": {a1}, "b2": {a1, a2}}
    assert stores.articles.sketched([]) == {}


def test_a_band_full_of_boilerplate_takes_no_more(stores):
    """
    Other bands of the same article still do, and a full band still finds its own.
    """
    for number in range(BAND_LIMIT):
        stores.articles.add_sketches([Sketch(f"a{number}", "riverside", ("common",))])

    stores.articles.add_sketches([Sketch("late", "harbour", ("common", "own"))])
    stores.articles.add_sketches([Sketch("a0", "riverside", ("common",))])

    assert len(stores.articles.sketched(["common"])["common"]) == BAND_LIMIT
    assert stores.articles.sketched(["own"]) == {"own": {("late", "harbour")}}


# --- Several at once ------------------------------------------------------------------------------


def test_several_commits_are_stored_and_one_that_lost_a_race_fails_alone(stores):
    """
    By its position; nothing of it is stored, and all of the others is, receipts too.
    """
    stores.articles.commit(Commit(record("a2")))
    commits = [
        Commit(record(name), (member(name),), receipt=receipt(f"u-{name}"))
        for name in ("a1", "a2", "a3")
    ]

    failures = stores.articles.commit_all(commits)

    assert list(failures) == [1]
    assert isinstance(failures[1], ConflictError)
    known = stores.articles.look_up(
        [("riverside", f"u-{name}") for name in ("a1", "a2", "a3")], ["a1", "a2", "a3", "none"]
    )
    assert set(known.receipts) == {"u-a1", "u-a3"}
    assert set(known.records) == {"a1", "a2", "a3"}
    rows = stores.articles.members_until("world", NOON + timedelta(days=1), limit=9)
    assert {row.article_id for row in rows} == {"a1", "a3"}


def test_commits_of_one_article_follow_each_other(stores):
    """
    Each over the one before it, in their order; the same once more is one that lost.
    """
    commits = [
        Commit(record("a1", rev=1)),
        Commit(record("a1", rev=2)),
        Commit(record("a1", rev=2)),
    ]

    assert list(stores.articles.commit_all(commits)) == [2]
    assert stores.articles.record("a1").rev == 2


def test_two_receipts_of_one_upload_are_one(stores):
    """
    A message may be delivered twice at once: the first answer counts.
    """
    first, second = receipt("u1"), receipt("u1", status=ReceiptStatus.REFUSED)

    assert stores.articles.commit_all([Commit(receipt=first), Commit(receipt=second)]) == {}
    assert stores.articles.receipt("riverside", "u1") == first


def test_the_ledger_keeps_every_change_in_order(stores):
    """What is noted of an article comes back oldest first; noted twice is noted once."""
    entries = [
        LedgerEntry(
            at=after(minutes=n), channel=channel, article_id="a1", partner="p", change=change
        )
        for n, channel, change in (
            (2, "front", Change.GONE),
            (1, "front", Change.SHOWN),
            (1, "site", Change.SHOWN),
        )
    ]
    stores.ledger.note([*entries, entries[0]])
    stores.ledger.note(entries[:1])
    stores.ledger.note([entries[0].model_copy(update={"article_id": "a2"})])
    assert stores.ledger.of("a1") == [entries[1], entries[2], entries[0]]


def test_the_ledger_is_listed_by_partner_and_by_grant(stores):
    """What became public or changed terms, the newest first, on from where a listing ended."""

    def noted(minutes, name, change=Change.SHOWN, grant=None, partner="p"):
        origin = "grant" if grant else "agreement"
        finding = Finding(reason=Reason.GRANTED, origin=origin, name=grant or partner)
        return LedgerEntry(
            at=after(minutes=minutes),
            channel="front",
            article_id=name,
            partner=partner,
            change=change,
            findings=(finding,),
        )

    shown = [noted(1, "a1"), noted(2, "a2", grant="g#1"), noted(3, "a1", Change.RULED, "g#1")]
    stores.ledger.note([*shown, noted(4, "a2", Change.GONE, "g#1"), noted(5, "b1", partner="q")])

    assert stores.ledger.lately("p") == shown[::-1]
    assert stores.ledger.lately("p", grant="g#1") == [shown[2], shown[1]]
    assert stores.ledger.lately("p", until=after(minutes=2), limit=1) == [shown[1]]
    assert stores.ledger.lately("p", grant="other") == []
    assert [one.article_id for one in stores.ledger.lately("q")] == ["b1"]
