"""What the adapters on S3 do beyond what they share with the memory twins."""

import base64
import io
import json
from datetime import UTC, datetime, timedelta

import moto.s3.models
import pytest
from botocore.exceptions import ReadTimeoutError

from reprise.errors import ConfigurationError, ConflictError, RefusedError, TransientError
from reprise.model.document import Document
from reprise.stores.aws.archive import AwsArchive
from reprise.stores.aws.inbox import AwsInbox
from reprise.stores.aws.objects import Bucket
from reprise.stores.aws.site import AwsSite
from tests.stores.clients import Scripted, refusal
from tests.stores.rows import NOON, after

FEED = Document(key="feed", media_type="text/plain", head=b"one")


# --- Inbox ----------------------------------------------------------------------------------------


class Unread(io.BytesIO):
    """A body that must not be read."""

    def read(self, *_):
        raise AssertionError("the body was read")


def test_an_upload_over_the_limit_is_not_even_read():
    """
    Five gigabytes cost one request, and its connection is let go.
    """
    body = Unread()
    client = Scripted(get_object=[{"ContentLength": 5 * 2**30, "Body": body}])

    with pytest.raises(RefusedError, match=str(5 * 2**30)):
        AwsInbox(Bucket(client, "inbox")).read("inbox/p/t/a.txt", "v1", limit=10)
    assert body.closed


def test_a_deleted_upload_is_read_by_its_version(aws, services, names):
    """
    Nothing is lost: the version stays when somebody deletes the key; the marker itself is none.
    """
    version = aws.inbox.put("inbox/p/t/a.txt", b"text", "text/plain")
    marker = services("s3").delete_object(Bucket=names.inbox, Key="inbox/p/t/a.txt")["VersionId"]

    assert aws.inbox.read("inbox/p/t/a.txt", version, limit=9).body == b"text"
    assert aws.inbox.read("inbox/p/t/a.txt", None, limit=9) is None
    assert aws.inbox.read("inbox/p/t/a.txt", marker, limit=9) is None


@pytest.mark.parametrize(
    ("code", "version", "missing"),
    [
        ("NoSuchKey", None, True),
        ("NoSuchVersion", "v1", True),
        ("MethodNotAllowed", "v1", True),
        ("InvalidArgument", "v1", True),
        ("InvalidArgument", None, False),
    ],
    ids=["key", "version", "delete-marker", "no-version-id", "something-else"],
)
def test_s3_has_several_ways_to_say_that_nothing_is_there(code, version, missing):
    """
    Among them 405 for a delete marker and 400 for what can be no version id.
    """
    inbox = AwsInbox(Bucket(Scripted(get_object=[refusal(code)]), "inbox"))

    if missing:
        assert inbox.read("inbox/p/t/a.txt", version, limit=9) is None
    else:
        with pytest.raises(TransientError):
            inbox.read("inbox/p/t/a.txt", version, limit=9)


def test_a_connection_lost_while_reading_is_the_moments_fault():
    """
    The message returns to the queue.
    """

    class Cut(io.BytesIO):
        def read(self, *_):
            raise ReadTimeoutError(endpoint_url="s3")

    client = Scripted(get_object=[{"ContentLength": 1, "Body": Cut()}])

    with pytest.raises(TransientError):
        AwsInbox(Bucket(client, "inbox")).read("inbox/p/t/a.txt", "v1", limit=10)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("AccessDenied", ConfigurationError),
        ("NoSuchBucket", ConfigurationError),
        ("SlowDown", TransientError),
        ("InternalError", TransientError),
        ("SomethingNew", TransientError),
    ],
)
def test_a_refused_read_says_who_has_to_act(code, expected):
    """
    The operator for names and rights, nobody for the rest; the cause stays attached.
    """
    error = refusal(code)
    inbox = AwsInbox(Bucket(Scripted(get_object=[error]), "inbox"))

    with pytest.raises(expected, match=r"inbox/p/t/a\.txt") as raised:
        inbox.read("inbox/p/t/a.txt", None, limit=10)
    assert type(raised.value) is expected
    assert raised.value.__cause__ is error


# --- Archive --------------------------------------------------------------------------------------


def test_an_article_is_archived_in_one_version(aws, services, names):
    """
    The second put of the same content is refused by S3 and costs no storage.
    """
    for _ in range(2):
        aws.archive.put("articles/d1.json", b"{}")

    versions = services("s3").list_object_versions(Bucket=names.archive)["Versions"]
    assert [version["Key"] for version in versions] == ["articles/d1.json"]


def test_an_archive_put_that_collides_is_tried_again():
    """
    409: another put of the same content is under way, and could still fail.
    """
    client = Scripted(put_object=[refusal("ConditionalRequestConflict", 409)])

    with pytest.raises(ConflictError):
        AwsArchive(Bucket(client, "archive")).put("articles/d1.json", b"{}")


def test_of_many_puts_the_first_failure_is_told_and_the_rest_is_left():
    """
    The caller tries all of them again, and finds most of them done.
    """
    client = Scripted(put_object=[refusal("SlowDown", 503)])

    with pytest.raises(TransientError):
        AwsArchive(Bucket(client, "archive")).add((f"{n}.json", b"{}") for n in range(1))


# --- Site -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("PreconditionFailed", 412),
        ("412", 412),
        ("ConditionalRequestConflict", 409),
        ("NoSuchKey", 404),
    ],
)
def test_every_way_of_losing_a_put_means_read_again(code, status):
    """
    Changed, being changed, gone: all are conflicts (design rule 6).
    """
    site = AwsSite(Bucket(Scripted(put_object=[refusal(code, status)]), "site"))

    with pytest.raises(ConflictError, match="feed"):
        site.put(FEED, expected_etag='"e"')


def test_a_put_is_always_fenced():
    """
    If-Match on what was read, If-None-Match where nothing was; never neither, never both.
    """
    client = Scripted(put_object=[{"ETag": '"new"'}] * 2)
    site = AwsSite(Bucket(client, "site"))
    site.put(FEED, expected_etag='"e"')
    site.put(FEED, expected_etag=None)

    fences = [{k: v for k, v in sent.items() if k.startswith("If")} for _, sent in client.asked]
    assert fences == [{"IfMatch": '"e"'}, {"IfNoneMatch": "*"}]


@pytest.fixture
def s3_clock(monkeypatch):
    """Moto's clock, moved by hand: S3's stamps are its own."""
    time = {"now": datetime.now(UTC)}
    monkeypatch.setattr(moto.s3.models, "utcnow", lambda: time["now"].replace(tzinfo=None))
    time["now"] = NOON
    return time


def test_the_site_is_known_as_it_stood(aws, s3_clock):
    """
    At, before and after each change, deletions included; a longer key does not get in the way.
    """
    etag = aws.site.put(FEED, expected_etag=None)
    aws.site.put(Document(key="feed.atom", media_type="a/b", head=b"x"), expected_etag=None)
    s3_clock["now"] = after(minutes=1)
    aws.site.put(Document(key="feed", media_type="a/b", head=b"two"), expected_etag=etag)
    s3_clock["now"] = after(minutes=2)
    aws.site.delete("feed")
    s3_clock["now"] = after(minutes=3)
    aws.site.put(FEED, expected_etag=None)

    stood = [aws.site.as_of("feed", after(seconds=at)) for at in (-1, 0, 59, 60, 119, 120, 180)]
    assert [found and found.body for found in stood] == [
        None, b"one", b"one", b"two", b"two", None, b"one",
    ]  # fmt: skip
    assert aws.site.as_of("fee", after(days=1)) is None


def test_more_keys_than_a_page_are_listed(aws, services, names):
    """
    S3 lists a thousand at a time.
    """
    for number in range(1001):
        services("s3").put_object(Bucket=names.site, Key=f"k/{number:04d}", Body=b"")

    assert list(aws.site.keys("k/")) == [f"k/{number:04d}" for number in range(1001)]


# --- Tickets --------------------------------------------------------------------------------------


def issue(aws, name="My story.txt", **changes):
    given = {"media_type": "text/plain", "max_bytes": 1000, "now": NOON}
    return aws.tickets.issue("riverside", name, **(given | changes))


def policy_of(ticket):
    return json.loads(base64.b64decode(ticket.fields["policy"]))


def test_a_ticket_is_for_exactly_one_key_type_and_size(aws, names):
    """
    Each form field is pinned by the policy, so nothing may be added or changed.
    """
    ticket = issue(aws)

    conditions = policy_of(ticket)["conditions"]
    assert ["content-length-range", 0, 1000] in conditions
    for pinned in (
        {"bucket": names.inbox},
        {"key": ticket.key},
        {"Content-Type": "text/plain"},
        {"success_action_status": "201"},
    ):
        assert pinned in conditions
    assert not any(isinstance(c, list) and c[0] == "starts-with" for c in conditions)
    named = {name.lower() for c in conditions if isinstance(c, dict) for name in c}
    assert {name.lower() for name in ticket.fields} - {"policy", "x-amz-signature"} <= named


def test_a_ticket_is_signed_for_a_quarter_of_an_hour_with_the_present_method(aws):
    """
    Signature version 4: newer regions take no other.
    """
    ticket = issue(aws)

    assert ticket.expires_at == after(minutes=15)
    assert ticket.fields["x-amz-algorithm"] == "AWS4-HMAC-SHA256"
    expires = datetime.fromisoformat(policy_of(ticket)["expiration"])
    assert timedelta(minutes=14) < expires - datetime.now(UTC) <= timedelta(minutes=15)


def test_tickets_are_folders_of_the_partner_that_nobody_guesses(aws):
    """
    Under its prefix, sorted by time, and never the same twice.
    """
    first, second = issue(aws), issue(aws)

    assert first.key == f"inbox/riverside/{first.ticket}/My-story.txt"
    assert first.ticket.startswith("20260301t120000")
    assert len(first.ticket) >= len("20260301t120000") + 16
    assert first.ticket != second.ticket


def test_a_sidecar_gets_a_ticket_beside_its_file(aws):
    """
    In the same folder when asked for it by name.
    """
    first = issue(aws)
    sidecar = issue(aws, "My story.txt.permission.json", ticket=first.ticket)

    assert sidecar.key == f"{first.key}.permission.json"


@pytest.mark.parametrize("bad", ["", "../other", "a/b", "A" * 12, "x" * 41, "short", "${filename}"])
def test_a_folder_that_is_no_ticket_is_not_used(aws, bad):
    """
    A made-up one leads nowhere, least of all out of the partner's own prefix.
    """
    ticket = issue(aws, ticket=bad)

    assert ticket.ticket != bad
    assert ticket.key.count("/") == 3


def test_a_name_with_a_variable_of_s3_is_not_filled_in(aws):
    """
    ``${filename}`` would let the sender choose the key.
    """
    ticket = issue(aws, "${filename}")

    assert "$" not in ticket.key
    assert {"key": ticket.key} in policy_of(ticket)["conditions"]


def test_a_ticket_can_be_used(aws, services, names):
    """
    The form as it stands is accepted, and the upload is where it says.
    """
    requests = pytest.importorskip("requests")  # moto answers this one, in this process
    ticket = issue(aws)

    answer = requests.post(
        ticket.url, data=ticket.fields, files={"file": ("a.txt", b"text", "text/plain")}, timeout=5
    )

    assert int(answer.status_code) == 201  # moto gives text
    assert aws.inbox.read(ticket.key, None, limit=9).body == b"text"
    assert aws.inbox.read(ticket.key, None, limit=9).media_type == "text/plain"


class OneArticle:
    """A client that holds one object, and counts."""

    asked = 0

    def get_object(self, **_):
        self.asked += 1
        return {"Body": io.BytesIO(b"{}"), "ETag": '"e"', "LastModified": NOON}


def test_an_article_is_fetched_once_by_a_process():
    """
    Its key is the digest of its bytes: several channels that show it ask S3 one time.
    """
    client = OneArticle()
    archive = AwsArchive(Bucket(client, "archive"))

    assert archive.get("articles/a.json") == archive.get("articles/a.json") == b"{}"
    assert client.asked == 1
    archive.get("articles/b.json")
    assert client.asked == 2
