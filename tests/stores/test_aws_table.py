"""What the adapters on DynamoDB do when AWS is busy, slow, in between or at its limits."""

import random

import pytest

from reprise.errors import ConfigurationError, ConflictError, TransientError
from reprise.model.document import Build, BuiltDocument
from reprise.model.receipt import ItemReceipt, Note
from reprise.stores.aws.articles import AwsArticles
from reprise.stores.aws.board import AwsBoard
from reprise.stores.aws.rows import TRANSACTION_BYTES, Write, first_that_fit, fits, record_key
from reprise.stores.aws.table import NEW, Condition, Table, key_of, put_action
from reprise.stores.aws.tall import PART_BYTES, part_keys, spread
from reprise.stores.aws.values import READABLE_BYTES, pack_json, unpack_json
from reprise.stores.ports import Commit, Sketch
from tests.stores.clients import Between, CrashError, Scripted, refusal
from tests.stores.rows import NOON, after, agenda, grant, member, receipt, record, version


def scripted(**answers) -> tuple[Table, Scripted]:
    """A table whose client answers from a list, and which waits for nothing."""
    client = Scripted(**answers)
    return Table(client, "table", pause=lambda seconds: None), client


@pytest.fixture
def between(services, names):
    """Makes a table with something between it and moto."""

    def make(before=None, after=None):
        client = Between(services("dynamodb"), before, after)
        return Table(client, names.table), client

    return make


def noise(size: int, seed: int = 7) -> str:
    """Text that does not deflate well."""
    return random.Random(seed).randbytes(size // 2).hex()  # noqa: S311 - no secret


# --- Many rows in a commit ------------------------------------------------------------------------

CHANNELS = [f"c{number:03d}" for number in range(104)]
CALLS = 9
"""Of a commit to all of them: a transaction, 7 single rows, the receipt."""


def large(rev: int, upload: str, *, live: bool = True) -> Commit:
    """A commit that needs more than one transaction."""
    members = tuple(member(channel=name, rev=rev, live=live) for name in CHANNELS)
    return Commit(record(rev=rev), members, (agenda(token=upload),), None, receipt(upload))


def states(articles):
    """(rev, live) of the article in each channel."""
    rows = [articles.members_until(name, NOON, limit=2) for name in CHANNELS]
    return {(row.rev, row.live) for each in rows for row in each}


@pytest.mark.parametrize("moment", [0, 1, 2, 5, CALLS - 2, CALLS - 1])
def test_a_newer_commit_wins_whatever_the_moment_it_comes_in(between, aws, moment):
    """
    A takedown is committed whole just before the nth call of an older, larger commit: no row of
    the older one is left or comes after it. This is why rows need no guard in a transaction.
    """

    def other_writer(number, operation):
        if number == moment:
            stored = aws.articles.record("a1")
            aws.articles.commit(large((stored.rev if stored else 0) + 1, "takedown", live=False))

    table, client = between(before=other_writer)
    try:
        AwsArticles(table).commit(large(1, "older"))
    except ConflictError:
        assert moment == 0

    revision = aws.articles.record("a1").rev
    assert revision == (1 if moment == 0 else 2)
    assert states(aws.articles) == {(revision, False)}
    assert client.calls.total() == (1 if moment == 0 else CALLS)


@pytest.mark.parametrize("phase", ["before", "after"])
@pytest.mark.parametrize("moment", range(0, CALLS, 2))
def test_a_crash_within_a_large_commit_is_healed_by_redelivery(between, aws, moment, phase):
    """
    Without a receipt the upload is taken in again, one revision up, and all rows agree.
    """

    def crash(number, operation):
        if number == moment:
            raise CrashError

    table, _ = between(**{phase: crash})
    with pytest.raises(CrashError):
        AwsArticles(table).commit(large(1, "u1"))

    if aws.articles.receipt("riverside", "u1") is None:
        stored = aws.articles.record("a1")
        aws.articles.commit(large((stored.rev if stored else 0) + 1, "u1"))

    revision = aws.articles.record("a1").rev
    assert states(aws.articles) == {(revision, True)}
    assert aws.articles.receipt("riverside", "u1") is not None


def test_a_receipt_is_there_only_when_all_rows_are(between, aws):
    """
    At no moment of a large commit does the receipt stand while a row is missing.
    """

    def look(number, operation):
        if aws.articles.receipt("riverside", "u1"):
            assert all(aws.articles.members_until(name, NOON, limit=1) for name in CHANNELS)

    table, client = between(before=look, after=look)
    AwsArticles(table).commit(large(1, "u1"))

    assert client.calls["transact_write_items"] == 2


def test_an_ordinary_commit_is_one_call(between):
    """
    However many kinds of rows it has, and though the receipt is two.
    """
    table, client = between()
    members = tuple(member(channel=name) for name in CHANNELS[:6])

    AwsArticles(table).commit(Commit(record(), members, (agenda(),), grant(), receipt()))

    assert client.calls == {"transact_write_items": 1}


def test_commits_that_came_together_share_their_transactions(between):
    """
    A hundred rows each; ten articles of a dozen rows are two calls.
    """
    table, client = between()
    commits = [
        Commit(
            record(f"a{n}"),
            tuple(member(f"a{n}", channel=name) for name in CHANNELS[:6]),
            (agenda(f"a{n}"),),
            receipt=receipt(f"u{n}"),
        )
        for n in range(15)
    ]

    assert AwsArticles(table).commit_all(commits) == {}
    assert client.calls == {"transact_write_items": 2}


def test_commits_are_stored_one_by_one_when_they_cannot_be_together(between, aws):
    """
    One that lost a race costs its neighbours a call each, and nothing else.
    """
    aws.articles.commit(Commit(record("a1")))
    table, client = between()

    failures = AwsArticles(table).commit_all([Commit(record(f"a{n}")) for n in range(3)])

    assert list(failures) == [1]
    assert client.calls == {"transact_write_items": 4}
    assert set(aws.articles.records(["a0", "a1", "a2"])) == {"a0", "a1", "a2"}


@pytest.mark.parametrize(
    ("ask", "calls"),
    [
        (lambda articles: articles.record("a1"), 1),
        (lambda articles: articles.records(["a1", "a2"]), 1),
        (lambda articles: articles.receipt("riverside", "u1"), 1),
        (lambda articles: articles.receipts("riverside"), 2),
        (lambda articles: articles.members_until("world", NOON, limit=100), 1),
        (lambda articles: articles.first_member_after("world", NOON), 1),
        (lambda articles: articles.remove_agenda([agenda(f"a{n}") for n in range(100)]), 1),
        (lambda articles: articles.sketched([f"b{n}" for n in range(32)]), 1),
        (lambda articles: articles.add_sketches([Sketch("a1", "riverside", ("b1", "b2"))] * 9), 1),
        (lambda articles: articles.look_up([("riverside", "u1")] * 9, ["a1", "a2"]), 1),
    ],
    ids=[
        "record", "records", "receipt", "receipts", "members", "next", "agenda", "sketched", "sketch",
        "look-up",
    ],
)  # fmt: skip
def test_what_is_asked_costs_few_calls(between, aws, ask, calls):
    """
    Counted on rows that are there.
    """
    aws.articles.commit(Commit(record(), (member(),), receipt=receipt()))
    aws.articles.add_agenda([agenda(f"a{n}") for n in range(100)])
    table, client = between()

    ask(AwsArticles(table))

    assert client.calls.total() == calls


@pytest.mark.parametrize(("count", "size", "whole"), [
    (100, 10, True), (101, 10, False), (10, TRANSACTION_BYTES // 10 + 1, False),
])  # fmt: skip
def test_a_transaction_holds_a_hundred_rows_and_some_megabytes(count, size, whole):
    """
    On and above both limits; what is taken first fits.
    """
    rows = [Write("row", {"v": {"S": "x" * (size - 1)}}, None)] * count

    taken = first_that_fit([], rows)

    assert fits(rows) is whole
    assert fits(rows[:taken])
    assert taken == (count if whole else min(100, 9 if size > 10 else 100))


# --- Large values ---------------------------------------------------------------------------------


def test_a_record_larger_than_an_item_is_stored_whole(aws):
    """
    A report updated two thousand times; a version more, and one less, and it is still right.
    """

    def updated(count, rev):
        noisy = (version(digest=noise(600, n), upload=f"u{n}") for n in range(count))
        return record(rev=rev, versions=tuple(noisy))

    for rev, count in enumerate((2000, 2001, 3, 1500), start=1):
        aws.articles.commit(Commit(updated(count, rev)))
        assert aws.articles.record("a1") == updated(count, rev)
        assert list(aws.articles.records_of("riverside")) == [updated(count, rev)]


def test_a_receipt_larger_than_an_item_is_stored_whole(aws):
    """
    A feed of thousands of entries has one receipt with an item for each.
    """
    items = tuple(
        ItemReceipt(status="held", item=f"{n}", notes=(Note(code="odd", found=noise(500, n)),))
        for n in range(2000)
    )
    aws.articles.commit(Commit(receipt=receipt(items=items)))
    aws.articles.commit(Commit(receipt=receipt()))

    assert aws.articles.receipt("riverside", "u1") == receipt(items=items)
    assert aws.articles.receipts("riverside") == [receipt(items=items)]


@pytest.mark.parametrize(
    ("size", "count"), [(1, 1), (PART_BYTES, 1), (PART_BYTES + 1, 2), (3 * PART_BYTES, 3)]
)
def test_a_value_is_cut_only_when_it_must_be(size, count):
    """
    On the limit it is one item; above, the first part names the others.
    """
    parts = spread({**key_of(("P", "S")), "v": {"B": b"x" * size}})

    assert len(parts) == count
    assert [(p["PK"]["S"], p["SK"]["S"]) for p in parts[1:]] == part_keys(parts[0])
    assert sum(len(part["v"]["B"]) for part in parts) == size


def test_a_value_written_again_while_it_is_read_is_a_conflict(between, aws):
    """
    Parts of two writes are never put together.
    """

    def noisy(rev):
        many = (version(digest=noise(600, n + 10_000 * rev)) for n in range(1500))
        return Commit(record(rev=rev, versions=tuple(many)))

    aws.articles.commit(noisy(1))

    def other_writer(number, operation):
        if operation == "batch_get_item":
            aws.articles.commit(noisy(2))

    table, _ = between(before=other_writer)
    with pytest.raises(ConflictError, match="written again"):
        AwsArticles(table).record("a1")


def test_rows_longer_than_a_page_are_all_listed(aws, services, names):
    """
    DynamoDB answers a megabyte at a time, limit or not.
    """
    rows = [
        member(f"a{n}", release_at=after(seconds=n), article_key=noise(600_000, n))
        for n in range(6)
    ]
    aws.articles.commit(Commit(members=tuple(rows)))
    table = Table(client := Between(services("dynamodb")), names.table)

    newest = AwsArticles(table).members_until("world", after(days=1), limit=5)

    assert [row.article_id for row in newest] == ["a5", "a4", "a3", "a2", "a1"]
    assert newest == rows[:0:-1]
    assert client.calls["query"] > 1


@pytest.mark.parametrize("size", [0, READABLE_BYTES, READABLE_BYTES + 1, 100_000])
def test_small_values_stay_readable_and_large_ones_are_deflated(size):
    """
    Either way the same JSON comes back.
    """
    text = b'"' + b"x" * size + b'"'

    packed = pack_json(text)

    assert ("S" in packed) is (len(text) <= READABLE_BYTES)
    back = unpack_json(packed)
    assert (back.encode() if isinstance(back, str) else back) == text


# --- Board ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [0, 1])
def test_a_mark_between_two_questions_of_a_turn_is_not_lost(between, aws, moment):
    """
    A channel marked while its turn is finishing stays dirty.
    """
    aws.board.mark_dirty(["world"], now=NOON)
    aws.board.mark_dirty(["world"], now=NOON)

    def marks(number, operation):
        if number == moment:
            aws.board.mark_dirty(["world"], now=after(minutes=1))

    table, _ = between(before=marks)
    AwsBoard(table).finish("world", 1, next_change_at=None, fingerprint="f")

    state = aws.board.read()["world"]
    assert (state.dirty, state.built, state.dirty_since) == (3, 1, NOON)


def test_marking_and_finishing_cost_one_call_each(between):
    """
    Up to fifty channels are marked at once, and a clean finish is one update.
    """
    table, client = between()
    board = AwsBoard(table)

    board.mark_dirty([f"c{n}" for n in range(50)], now=NOON)
    board.finish("c1", 1, next_change_at=after(hours=1), fingerprint="f")
    board.read()

    assert client.calls == {"update_item": 2, "get_item": 1}


def large_build(entries: int, key_length: int) -> Build:
    """Three documents that share their entries, with keys that are digests."""
    keys = tuple(noise(key_length, seed) for seed in range(entries))
    lengths = tuple(3000 + number * 7919 % 6000 for number in range(entries))
    made = BuiltDocument(etag='"e"', digest="d", head=700, entry_keys=keys, lengths=lengths)
    return Build(channel="world", documents={f"{n}": made for n in range(3)}, built_at=NOON)


@pytest.mark.parametrize("key_length", [16, 32, 64])
def test_the_build_of_5000_entries_is_one_item(between, key_length):
    """
    Three documents of them, with keys up to the length of a SHA-256: under 400 KB, in one call.
    """
    table, client = between()
    build = large_build(5000, key_length)

    AwsBoard(table).save_build(build)
    assert AwsBoard(table).build("world") == build

    assert client.calls == {"put_item": 1, "get_item": 1}


def test_a_build_beyond_one_item_is_stored_over_several(between):
    """
    Ten thousand entries with long keys.
    """
    table, client = between()
    build = large_build(10_000, 64)

    AwsBoard(table).save_build(build)
    assert AwsBoard(table).build("world") == build

    assert client.calls == {"transact_write_items": 1, "get_item": 1, "batch_get_item": 1}


# --- Busy -----------------------------------------------------------------------------------------

ROW = {**key_of(("P", "S1")), "v": {"S": "1"}}


def test_what_a_bulk_read_left_out_is_asked_for_again():
    """
    Until all keys were answered; each is answered once.
    """
    other = {**key_of(("P", "S2")), "v": {"S": "2"}}
    unread = {"table": {"Keys": [key_of(("P", "S2"))], "ConsistentRead": True}}
    table, client = scripted(
        batch_get_item=[
            {"Responses": {"table": [ROW]}, "UnprocessedKeys": unread},
            {"Responses": {}, "UnprocessedKeys": unread},
            {"Responses": {"table": [other]}, "UnprocessedKeys": {}},
        ]
    )

    assert list(table.get_many([("P", "S1"), ("P", "S2")])) == [ROW, other]
    assert client.asked[-1][1]["RequestItems"] == unread


def test_what_a_bulk_write_left_out_is_written_again():
    """
    Only that, not what is stored already.
    """
    left = {"table": [{"PutRequest": {"Item": ROW}}]}
    table, client = scripted(
        batch_write_item=[{"UnprocessedItems": left}, {"UnprocessedItems": {}}]
    )

    table.put_many([ROW, {**key_of(("P", "S2"))}])

    assert [len(asked["RequestItems"]["table"]) for _, asked in client.asked] == [2, 1]


def test_a_bulk_request_never_done_is_given_back():
    """
    After six attempts, ever longer apart, in three seconds or so.
    """
    left = {"UnprocessedItems": {"table": [{"PutRequest": {"Item": ROW}}]}}
    waits: list[float] = []
    table = Table(Scripted(batch_write_item=[left] * 6), "table", pause=waits.append)

    with pytest.raises(TransientError, match="after 6 attempts"):
        table.put_many([ROW])

    assert waits == sorted(waits)
    assert len(waits) == 5
    assert 2 < sum(waits) < 4


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        (["None", "TransactionConflict"], ConflictError),
        (["ThrottlingError", "None"], TransientError),
        (["None", "ValidationError"], TransientError),
    ],
    ids=["conflict", "busy", "invalid"],
)
def test_a_cancelled_transaction_says_who_has_to_act(reasons, expected):
    """
    Another writer is a conflict; the rest may succeed later.
    """
    cancelled = refusal(
        "TransactionCanceledException", CancellationReasons=[{"Code": code} for code in reasons]
    )
    table, _ = scripted(transact_write_items=[cancelled])

    with pytest.raises(expected) as raised:
        table.transact([put_action(ROW, NEW)] * 2)
    assert type(raised.value) is expected
    assert raised.value.__cause__ is cancelled


def test_failed_conditions_are_told_by_position():
    """
    Though another row was just being written as well.
    """
    codes = ["None", "ConditionalCheckFailed", "TransactionConflict"]
    cancelled = refusal(
        "TransactionCanceledException", CancellationReasons=[{"Code": code} for code in codes]
    )
    table, _ = scripted(transact_write_items=[cancelled])

    assert table.transact([put_action(ROW)] * 3) == {1}


def test_bands_that_are_just_being_written_are_tried_again(between):
    """
    Uploads of one story meet in its bands; five tries, then the message comes again.
    """
    conflict = refusal(
        "TransactionCanceledException", CancellationReasons=[{"Code": "TransactionConflict"}]
    )
    table, client = scripted(transact_write_items=[conflict, conflict, {}])
    AwsArticles(table).add_sketches([Sketch("a1", "riverside", ("b1",))])
    assert len(client.asked) == 3

    table, client = scripted(transact_write_items=[conflict] * 5)
    with pytest.raises(ConflictError):
        AwsArticles(table).add_sketches([Sketch("a1", "riverside", ("b1",))])


def test_a_missing_table_is_the_operators_matter(services):
    """
    Every kind of request says so.
    """
    table = Table(services("dynamodb"), "no-such-table")
    requests = [
        lambda: table.get(("P", "S")),
        lambda: list(table.get_many([("P", "S")])),
        lambda: list(table.query("P")),
        lambda: table.put(ROW),
        lambda: table.put_many([ROW]),
        lambda: table.transact([put_action(ROW)]),
    ]
    for request in requests:
        with pytest.raises(ConfigurationError, match="no-such-table"):
            request()


def test_all_reads_are_consistent():
    """
    Design rule 5: by key, in bulk and by query.
    """
    table, client = scripted(
        get_item=[{}],
        batch_get_item=[{"Responses": {}}],
        query=[{"Items": []}],
    )
    table.get(("P", "S"))
    list(table.get_many([("P", "S")]))
    list(table.query("P"))

    bulk = client.asked[1][1].pop("RequestItems")["table"]
    assert all(asked["ConsistentRead"] for asked in (client.asked[0][1], bulk, client.asked[2][1]))


def test_a_condition_that_fails_is_an_answer(aws, services, names):
    """
    Not an error: the row stays as it was.
    """
    table = Table(services("dynamodb"), names.table)
    assert table.put(ROW, NEW) is True
    assert table.put({**ROW, "v": {"S": "2"}}, NEW) is False
    assert table.put({**ROW, "v": {"S": "3"}}, Condition("v = :v", {":v": {"S": "1"}})) is True
    assert table.get(("P", "S1")) == {**ROW, "v": {"S": "3"}}


def test_a_commit_keeps_the_articles_row_under_its_own_key(aws, services, names):
    """
    What an operator finds in the console is what the module's table of keys says.
    """
    aws.articles.commit(Commit(record(), receipt=receipt()))
    table = Table(services("dynamodb"), names.table)

    item = table.get(record_key("a1"))
    assert item is not None
    assert item["rev"] == {"N": "1"}
    keys = [row["SK"]["S"] for row in table.query("PARTNER#riverside")]
    assert keys == ["ARTICLE#a1", "RECEIPT#u1", "RECEIVED#2026-03-01T12:00:00.000000Z#u1"]
