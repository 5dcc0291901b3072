"""
The API door: who calls is what the key says; each partner sees and touches only what is its own.
"""

import json
from datetime import timedelta

import pytest

from reprise.model.ledger import LedgerEntry
from reprise.model.ruling import Finding, Reason
from reprise.pipeline.desk import key_hash
from reprise.stores.ports import ApiKey

OURS, THEIRS = "key-of-sample", "key-of-harbour-post"


@pytest.fixture
def ask(doors):
    """Asks the API: method, path, key, body; answers status and JSON."""
    for key, partner in ((OURS, "sample"), (THEIRS, "harbour-post")):
        doors.memory.keys.add(ApiKey(key_hash=key_hash(key), partner=partner))

    def call(method, path, key=OURS, body=None, query=None, **headers):
        authorization = {"authorization": f"Bearer {key}"} if key else {}
        event = {
            "version": "2.0",
            "routeKey": f"{method} {path}",
            "rawPath": path,
            "rawQueryString": "",
            "queryStringParameters": query,
            "headers": {"content-type": "application/json", **authorization, **headers},
            "requestContext": {"http": {"method": method, "path": path}, "stage": "$default"},
            "body": None if body is None else json.dumps(body),
            "isBase64Encoded": False,
        }
        answer = doors["api"](event)
        return answer["statusCode"], json.loads(answer["body"])

    return call


def upload(doors, ask, item, key=OURS, name="a.json"):
    """Upload *item* on a ticket, and let it be taken in; answers the ticket."""
    _, ticket = ask("POST", "/uploads", key, {"name": name, "media_type": "application/json"})
    doors.memory.inbox.put(ticket["key"], json.dumps(item).encode(), "application/json")
    take_in(doors)
    return ticket["ticket"]


def take_in(doors):
    """Ingest what arrived and was not taken in yet."""
    from tests.functions.test_ingest_door import batch, s3_event

    arrived, doors.memory.inbox.arrived[:] = list(doors.memory.inbox.arrived), []
    doors["ingest"](batch(doors, *(s3_event(each) for each in arrived)))


def test_health_needs_no_key(ask):
    """
    A monitor asks without being a partner.
    """
    assert ask("GET", "/health", key=None) == (200, {"status": "ok"})


@pytest.mark.parametrize("key", [None, "", "unknown", "key-of-sample "], ids=repr)
def test_without_a_key_that_is_somebodys_nothing_is_answered(ask, key):
    """
    Missing, empty and unknown keys are refused; blanks around a key are not part of it.
    """
    status, body = ask("GET", "/receipts", key=key)

    assert status == (200 if key and key.strip() == OURS else 401)
    assert "receipts" in body or "API key" in body["message"]


@pytest.mark.parametrize("scheme", ["Basic", "Token", ""], ids=repr)
def test_another_scheme_than_bearer_is_refused(ask, scheme):
    """
    The key goes into Authorization: Bearer, and nowhere else.
    """
    status, _ = ask("GET", "/receipts", key=None, authorization=f"{scheme} {OURS}".strip())

    assert status == 401


def test_an_expired_key_is_refused_and_its_successor_works(doors, ask):
    """
    Two keys at once for rotation; each ends on its own (row B25).
    """
    now = doors.memory.clock()
    old = ApiKey(key_hash=key_hash("old"), partner="sample", expires_at=now + timedelta(hours=1))
    doors.memory.keys.add(old)
    assert ask("GET", "/receipts", key="old")[0] == 200

    doors.memory.clock.advance(hours=1)

    assert ask("GET", "/receipts", key="old")[0] == 401
    assert ask("GET", "/receipts")[0] == 200


def test_a_ticket_names_one_key_below_the_callers_own_prefix(ask):
    """
    Whatever a file is called, it lands below the inbox of the partner whose key it is.
    """
    for name in (
        "story.txt",
        "../../harbour-post/x.txt",
        "/etc/passwd",
        "..",
        "a\\b.txt",
        "é/ü.txt",
    ):
        status, ticket = ask("POST", "/uploads", body={"name": name})
        inbox, partner, folder, last = ticket["key"].split("/")

        assert status == 201
        assert (inbox, partner, folder) == ("inbox", "sample", ticket["ticket"])
        assert last
        assert not last.startswith(".")


def test_a_ticket_of_another_partner_gives_no_way_in(ask):
    """
    Naming another's ticket puts the file into the caller's own inbox.
    """
    _, theirs = ask("POST", "/uploads", THEIRS, {"name": "a.txt"})

    _, ours = ask("POST", "/uploads", OURS, {"name": "a.txt", "ticket": theirs["ticket"]})

    assert ours["key"].startswith("inbox/sample/")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": ""},
        {"name": "a.txt", "media_type": "not a type"},
        {"name": "a.txt", "media_type": "text/plain\r\nX-Evil: 1"},
        {"name": "a.txt", "partner": "harbour-post"},
        {"name": 7},
    ],
    ids=repr,
)
def test_a_request_that_says_something_else_is_answered_422(ask, body):
    """
    Unknown fields, among them attempts to be somebody else, are refused with the field's name.
    """
    status, answer = ask("POST", "/uploads", body=body)

    assert status == 422
    assert answer["detail"]


def test_a_receipt_is_found_by_ticket_and_by_its_own_id(doors, ask, story):
    """
    The ticket tells when the upload has its receipt, and what it says.
    """
    _, waiting = ask("POST", "/uploads", body={"name": "a.json"})
    assert ask("GET", f"/uploads/{waiting['ticket']}")[1] == {"status": "waiting", "receipts": []}

    ticket = upload(doors, ask, story())

    _, done = ask("GET", f"/uploads/{ticket}")
    assert done["status"] == "done"
    receipt = done["receipts"][0]
    assert receipt["status"] == "accepted"
    assert ask("GET", f"/receipts/{receipt['upload']}") == (200, receipt)
    assert ask("GET", "/receipts", query={"limit": "1"})[1] == {"receipts": [receipt]}


def test_receipts_of_another_partner_are_not_there(doors, ask, story):
    """
    Neither by id, nor by ticket, nor in the list (invariant 8).
    """
    ticket = upload(doors, ask, story(), key=THEIRS)
    receipt = ask("GET", f"/uploads/{ticket}", THEIRS)[1]["receipts"][0]

    assert ask("GET", f"/receipts/{receipt['upload']}", OURS)[0] == 404
    assert ask("GET", f"/uploads/{ticket}", OURS)[1]["receipts"] == []
    assert ask("GET", "/receipts", OURS)[1] == {"receipts": []}


def test_why_tells_each_place_and_its_reason_to_the_articles_own_partner(doors, ask, story):
    """
    Selected or not, granted or not, per channel and use; another partner's article is not there.
    """
    ticket = upload(doors, ask, story("ferry"))
    (item,) = ask("GET", f"/uploads/{ticket}")[1]["receipts"][0]["items"]

    status, told = ask("GET", f"/articles/{item['article_id']}/why")

    assert status == 200
    assert told["partner"] == "sample"
    assert "front" in json.dumps(told)
    assert ask("GET", f"/articles/{item['article_id']}/why", THEIRS)[0] == 404
    assert ask("GET", "/articles/nothing/why")[0] == 404


def test_the_record_of_what_was_shown_is_for_its_own_partner(doors, ask, story):
    """
    By article and for all of a partner's; another partner's is not there, nor is it listed (B39).
    """
    ticket = upload(doors, ask, story("ferry"))
    (item,) = ask("GET", f"/uploads/{ticket}")[1]["receipts"][0]["items"]
    article = item["article_id"]
    entry = LedgerEntry(
        at=doors.memory.clock(),
        channel="front",
        article_id=article,
        partner="sample",
        change="shown",
        findings=(Finding(reason=Reason.GRANTED, origin="agreement", name="sample"),),
    )
    doors.memory.ledger.note([entry])

    status, told = ask("GET", f"/articles/{article}/history")

    assert status == 200
    (front,) = (one for one in told["shown"] if one["channel"] == "front")
    assert front["to"] is None
    assert front["on_the_word_of"][0]["origin"] == "agreement"
    assert ask("GET", "/history")[1]["shown"] == told["shown"]
    assert ask("GET", "/history", query={"grant": "none"})[1] == {"shown": []}
    assert ask("GET", "/history", query={"until": "2001-01-01T00:00:00Z"})[1] == {"shown": []}
    assert ask("GET", "/history", query={"until": "yesterday"})[0] == 422
    assert ask("GET", f"/articles/{article}/history", THEIRS)[0] == 404
    assert ask("GET", "/history", THEIRS)[1] == {"shown": []}


SHORT = b"Ferry runs again\n\nThe ferry to the outer islands runs again today. It sails.\n"
"""Too short a text for a copied page to be sure of."""


def upload_doubtful(doors, ask, key):
    """Upload a text that waits for a person; answers its receipt."""
    _, ticket = ask("POST", "/uploads", key, {"name": "a.txt", "media_type": "text/plain"})
    doors.memory.inbox.put(ticket["key"], SHORT, "text/plain")
    take_in(doors)
    (receipt,) = ask("GET", f"/uploads/{ticket['ticket']}", key)[1]["receipts"]
    return receipt


def test_a_reviewer_sees_what_waits_and_lets_it_through(doors, ask):
    """
    With the begin of the text as it was read; afterwards it waits no more, and says whose word it
    was. The partner finds the second receipt on its own ticket.
    """
    doors.memory.keys.add(ApiKey(key_hash=key_hash("desk"), partner="night-desk"))
    held = upload_doubtful(doors, ask, THEIRS)
    doors.memory.clock.advance(minutes=1)

    _, listed = ask("GET", "/reviews", "desk")
    (item,) = listed["waiting"][0]["items"]
    status, done = ask("POST", f"/reviews/harbour-post/{held['upload']}", "desk")
    take_in(doors)

    assert listed["partners"] == ["harbour-post", "nordlicht"]
    assert [one["upload"] for one in listed["waiting"]] == [held["upload"]]
    assert item["text"].startswith("The ferry to the outer islands")
    assert status == 202
    receipt = ask("GET", done["receipt"], "desk")[1]
    assert receipt["status"] == "accepted"
    assert receipt["notes"] == [
        {"code": "reviewed", "field": held["upload"], "found": "night-desk"}
    ]
    assert ask("GET", "/reviews", "desk")[1]["waiting"] == []
    ticket = held["key"].split("/")[2]
    assert [one["status"] for one in ask("GET", f"/uploads/{ticket}", THEIRS)[1]["receipts"]] == [
        "accepted",
        "held",
    ]


def test_a_partner_lets_its_own_through_only_where_the_file_says_so(doors, ask):
    """
    Absent permission is no: it does not even see the list, nor that of another.
    """
    theirs, own = upload_doubtful(doors, ask, THEIRS), upload_doubtful(doors, ask, OURS)

    assert ask("GET", "/reviews", THEIRS)[1] == {"partners": [], "waiting": []}
    assert ask("POST", f"/reviews/harbour-post/{theirs['upload']}", THEIRS)[0] == 404
    assert ask("POST", f"/reviews/harbour-post/{theirs['upload']}", OURS)[0] == 404
    assert ask("GET", f"/reviews/harbour-post/{theirs['upload']}", OURS)[0] == 404
    assert ask("POST", f"/reviews/sample/{own['upload']}", OURS)[0] == 202


def test_what_does_not_wait_is_not_let_through(doors, ask, story):
    """
    An upload that was accepted, one that is not there, and another partner's id.
    """
    ticket = upload(doors, ask, story())
    (accepted,) = ask("GET", f"/uploads/{ticket}")[1]["receipts"]
    theirs = upload_doubtful(doors, ask, THEIRS)

    for name in (accepted["upload"], "nothing", theirs["upload"]):
        status, answer = ask("POST", f"/reviews/sample/{name}")
        assert status == 422
        assert answer["problems"][0]["code"] == "not_waiting"


def test_a_key_that_only_reviews_opens_nothing_else(doors, ask):
    """
    It is nobody's inbox: no tickets, receipts or commands.
    """
    doors.memory.keys.add(ApiKey(key_hash=key_hash("desk"), partner="night-desk"))

    asked = [
        ("POST", "/uploads", {"name": "a"}),
        ("GET", "/receipts", None),
        ("POST", "/kills", {"id": "a"}),
    ]
    assert [ask(method, path, "desk", body)[0] for method, path, body in asked] == [403, 403, 403]


def test_a_withdrawal_is_an_upload_and_takes_the_article_back(doors, ask, story):
    """
    The command goes through the inbox like every change, and has its receipt.
    """
    upload(doors, ask, story("ferry"))
    doors.memory.clock.advance(minutes=1)

    status, command = ask("POST", "/withdrawals", body={"id": "ferry"})
    take_in(doors)

    assert status == 202
    receipt = ask("GET", command["receipts"])[1]["receipts"][0]
    assert receipt["status"] == "accepted"
    assert [
        row.live
        for row in doors.memory.articles.members_until("front", doors.memory.clock(), limit=9)
    ] == [False]


def test_another_partners_article_cannot_be_withdrawn(doors, ask, story):
    """
    An id is only ever one's own: the other's article of the same id stays (invariant 8, row B23).
    """
    upload(doors, ask, story("ferry"), key=OURS)
    doors.memory.clock.advance(minutes=1)

    ask("POST", "/kills", THEIRS, {"id": "ferry"})
    take_in(doors)

    rows = doors.memory.articles.members_until("front", doors.memory.clock(), limit=9)
    assert [(row.partner, row.live) for row in rows if row.partner == "sample"] == [
        ("sample", True)
    ]


def test_grants_and_their_ends_are_uploads_too(doors, ask):
    """
    A grant is on file after its upload, and over after its revocation.
    """
    ask("POST", "/grants", body={"id": "spring", "permission": {"commercial": True}})
    take_in(doors)
    assert [(g.grant_id, g.revoked) for g in doors.memory.articles.grants("sample")] == [
        ("spring", False)
    ]

    doors.memory.clock.advance(minutes=1)
    ask("POST", "/revocations", body={"id": "spring"})
    take_in(doors)

    assert [(g.grant_id, g.revoked) for g in doors.memory.articles.grants("sample")] == [
        ("spring", False),
        ("spring", True),
    ]


def test_no_answer_and_no_log_line_holds_a_key(doors, ask, story, tmp_path):
    """
    Keys are secrets: they are hashed at once, and written nowhere.
    """
    from reprise.local.log import LOG

    LOG.to_file(tmp_path / "log")
    _, ticket = ask("POST", "/uploads", body={"name": "a.json"})
    ask("GET", "/receipts", key="unknown-key")
    LOG.close_file()

    log = (tmp_path / "log").read_text()
    assert OURS not in json.dumps(ticket) + log
    assert "unknown-key" not in log
