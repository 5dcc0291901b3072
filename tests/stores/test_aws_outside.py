"""Queue, CDN, hubs, clients and the table of errors."""

import json
import logging
import subprocess
import sys
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace

import pytest
from botocore.exceptions import (
    EndpointConnectionError,
    NoCredentialsError,
    NoRegionError,
    ReadTimeoutError,
)
from botocore.stub import ANY, Stubber

from reprise.errors import ConfigurationError, ConflictError, TransientError
from reprise.stores.aws import AwsNames, aws_stores
from reprise.stores.aws.clients import LazyClient
from reprise.stores.aws.edge import MAX_PATHS, CloudFrontEdge
from reprise.stores.aws.errors import translated
from reprise.stores.aws.hub import WebSubHub
from reprise.stores.aws.turns import AwsTurnQueue
from tests.stores.clients import Between, Scripted, refusal
from tests.stores.rows import NOON, turn

# --- Turns ----------------------------------------------------------------------------------------


def received(services, names):
    """What is on the queue, with the attributes SQS gave it."""
    answer = services("sqs").receive_message(
        QueueUrl=names.turns_queue_url, MaxNumberOfMessages=10, AttributeNames=["All"]
    )
    return answer.get("Messages", [])


def test_a_turn_travels_with_its_channel_as_group(aws, services, names):
    """
    And a deduplication id of channel, generation and bucket.
    """
    aws.turns.send([turn("world", 7)], bucket="b1")

    (message,) = received(services, names)
    assert json.loads(message["Body"]) == {"channel": "world", "generation": 7, "accept": False}
    assert message["Attributes"]["MessageGroupId"] == "world"
    assert message["Attributes"]["MessageDeduplicationId"] == "world-7-b1"


def test_the_same_turn_waits_once(aws, services, names):
    """
    Another generation, channel or bucket is another.
    """
    aws.turns.send([turn(), turn()])
    aws.turns.send([turn()])
    aws.turns.send([turn(generation=2), turn("site")])
    aws.turns.send([turn()], bucket="later")

    assert len(received(services, names)) == 4


@pytest.mark.parametrize(("count", "calls"), [(0, 0), (1, 1), (10, 1), (11, 2), (25, 3)])
def test_turns_are_sent_ten_at_a_time(services, names, count, calls):
    """
    SQS takes no more.
    """
    client = Between(services("sqs"))

    AwsTurnQueue(client, names.turns_queue_url).send([turn(f"c{n}") for n in range(count)])

    assert client.calls.total() == calls


def test_turns_that_sqs_refused_alone_are_sent_again():
    """
    Those that were taken are not.
    """
    partly = {"Failed": [{"Id": "1", "Code": "ServiceUnavailable", "SenderFault": False}]}
    client = Scripted(send_message_batch=[partly, {"Successful": []}])

    AwsTurnQueue(client, "url", pause=lambda s: None).send([turn("a"), turn("b"), turn("c")])

    assert [e["MessageGroupId"] for e in client.asked[1][1]["Entries"]] == ["b"]


def test_turns_that_sqs_goes_on_refusing_are_given_up():
    """
    After three tries the error says why; the announcement is repeated with the message.
    """
    partly = {"Failed": [{"Id": "0", "Code": "KmsThrottled", "SenderFault": False}]}
    waits: list[float] = []
    queue = AwsTurnQueue(Scripted(send_message_batch=[partly] * 3), "url", pause=waits.append)

    with pytest.raises(TransientError, match="KmsThrottled"):
        queue.send([turn()])
    assert len(waits) == 2


def test_a_missing_queue_is_the_operators_matter(services):
    """
    A wrong address never becomes right by waiting.
    """
    queue = AwsTurnQueue(services("sqs"), "https://sqs.eu-west-1.amazonaws.com/1/none.fifo")

    with pytest.raises(ConfigurationError):
        queue.send([turn()])


# --- CDN ------------------------------------------------------------------------------------------


@pytest.fixture
def cloudfront(services):
    with Stubber(services("cloudfront")) as stub:
        yield stub


def expect(stub, items, reference=ANY):
    batch = {"Paths": {"Quantity": len(items), "Items": items}, "CallerReference": reference}
    stub.add_response(
        "create_invalidation", {}, {"DistributionId": "D1", "InvalidationBatch": batch}
    )


def test_paths_and_tags_are_forgotten_in_one_request(services, cloudfront):
    """
    Keys become encoded paths; tags stay as they are; each once.
    """
    expect(cloudfront, ["#article-q7", "/%D0%B6.html", "/channels/w/feed.rss"])

    CloudFrontEdge(services("cloudfront"), "D1").invalidate(
        ["channels/w/feed.rss", "/channels/w/feed.rss", "ж.html", "#article-q7"], reference="w-7"
    )
    cloudfront.assert_no_pending_responses()


def test_one_reference_is_one_request_for_the_same_paths():
    """
    Equal for the same paths in any order, another for others, which CloudFront would refuse.
    """
    client = Scripted(create_invalidation=[{}] * 3)
    edge = CloudFrontEdge(client, "D1")
    for paths in (["a", "b"], ["b", "a"], ["a"]):
        edge.invalidate(paths, reference="w-7")

    first, again, other = (a["InvalidationBatch"]["CallerReference"] for _, a in client.asked)
    assert first == again != other
    assert first.startswith("w-7-")


@pytest.mark.parametrize(("count", "sent"), [(0, []), (MAX_PATHS, None), (MAX_PATHS + 1, ["/*"])])
def test_very_many_paths_are_everything(count, sent):
    """
    One wildcard costs less than a thousand paths, and nothing costs nothing.
    """
    client = Scripted(create_invalidation=[{}])

    CloudFrontEdge(client, "D1").invalidate([f"p{n}" for n in range(count)], reference="r")

    items = [i for _, a in client.asked for i in a["InvalidationBatch"]["Paths"]["Items"]]
    assert items == sent or (sent is None and len(items) == count)


def test_a_busy_cdn_is_tried_again_with_the_message():
    """
    Too many invalidations under way is the moment's fault.
    """
    client = Scripted(create_invalidation=[refusal("TooManyInvalidationsInProgress")])

    with pytest.raises(TransientError):
        CloudFrontEdge(client, "D1").invalidate(["a"], reference="r")


def test_without_a_cdn_nothing_is_asked(services):
    """
    The laptop run has none.
    """
    asked: list[str] = []
    stores = aws_stores(AwsNames(), asked.append)

    stores.edge.invalidate(["a"], reference="r")

    assert asked == []


# --- Hubs -----------------------------------------------------------------------------------------


class HubServer:
    """A hub on loopback that answers each ping with the next of its statuses."""

    def __init__(self, statuses):
        self.pings: list[tuple[str, str]] = []
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hub.pings.append((self.path, body.decode()))
                self.send_response(statuses.pop(0))
                self.send_header("Location", "/elsewhere")
                self.end_headers()

            def do_GET(self):
                hub.pings.append((self.path, "followed"))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                """Keep quiet."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/hub?x=1"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )
        self._thread.start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def hub_answering():
    servers = []

    def start(*statuses):
        servers.append(HubServer(list(statuses)))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


TOPIC = "https://site.example/channels/world/feed.atom?a=1&b=é"


def test_a_hub_is_told_by_form(hub_answering):
    """
    Mode, and the topic under both names that hubs read.
    """
    hub = hub_answering(204)

    WebSubHub().announce(hub.url, TOPIC)

    ((path, body),) = hub.pings
    assert path == "/hub?x=1"
    assert urllib.parse.parse_qs(body) == {
        "hub.mode": ["publish"], "hub.url": [TOPIC], "hub.topic": [TOPIC],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("statuses", "pings", "told"),
    [
        ([202], 1, True),
        ([503, 204], 2, True),
        ([429, 204], 2, True),
        ([500, 500, 204], 2, False),
        ([404, 204], 1, False),
        ([307, 204], 1, False),
        ([302, 204], 1, False),
    ],
)
def test_a_hub_that_fails_is_told_once_more_at_most(hub_answering, caplog, statuses, pings, told):
    """
    Not when it said no itself or sends elsewhere; a failure is logged and never raised.
    """
    hub = hub_answering(*statuses)

    with caplog.at_level(logging.WARNING):
        WebSubHub().announce(hub.url, TOPIC)

    assert len(hub.pings) == pings
    assert bool(caplog.records) is not told


@pytest.mark.parametrize(
    "hub",
    ["file:///etc/passwd", "ftp://127.0.0.1/", "data:,x", "hub.example", "", "http://[bad", "http:///",
     "http://127.0.0.1:9/", "http://127.0.0.1:999999/", "http://a b/"],
)  # fmt: skip
def test_an_address_that_is_no_hub_does_no_harm(caplog, hub):
    """
    Other schemes are not opened, broken addresses and closed ports are logged.
    """
    with caplog.at_level(logging.WARNING):
        WebSubHub(timeout_seconds=0.5).announce(hub, TOPIC)

    assert len(caplog.records) == 1
    assert TOPIC in caplog.text


# --- Clients --------------------------------------------------------------------------------------


def test_a_function_makes_only_the_clients_it_uses(services, names):
    """
    A clock needs the board and the queue, each made once.
    """
    asked: list[str] = []

    def make(service):
        asked.append(service)
        return services(service)

    stores = aws_stores(names, make)
    assert asked == []

    for _ in range(2):
        stores.board.mark_dirty(["world"], now=NOON)
        stores.turns.send([turn()])

    assert asked == ["dynamodb", "sqs"]


def test_clients_can_be_made_while_the_function_starts(services, names):
    """
    Then the first event does not wait for them.
    """
    asked: list[str] = []

    def make(service):
        asked.append(service)
        return services(service)

    stores = aws_stores(names, make, now=["s3"])
    assert asked == ["s3"]
    stores.inbox.put("inbox/p/t/a", b"", "text/plain")
    assert asked == ["s3"]


def test_threads_that_ask_at_once_share_one_client():
    """
    An import begins with several uploads at the same moment, and botocore's making of clients is
    not safe under threads: the second waits for what the first makes.
    """
    asked, begun = [], threading.Event()

    def second():
        begun.set()
        return client.put_object

    def make(service):
        asked.append(service)
        if len(asked) == 1:
            other.start()
            begun.wait()
        return SimpleNamespace(get_object=dict, put_object=dict)

    client, other = LazyClient(make, "s3"), threading.Thread(target=second)
    client.get_object()
    other.join()

    assert asked == ["s3"]


def test_a_region_that_is_not_set_is_the_operators_matter(monkeypatch):
    """
    Found as the function starts, not with its first event.
    """
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent")

    with pytest.raises(ConfigurationError, match="sqs"):
        aws_stores(AwsNames(), now=["sqs"])


def test_the_adapters_start_without_boto3_and_its_transfers():
    """
    They speak botocore: what boto3 adds takes a third more time to import.
    """
    code = (
        "import sys; from reprise.stores.aws import AwsNames, aws_stores, botocore_clients;"
        "aws_stores(AwsNames(), botocore_clients(region='eu-west-1'), now=['s3', 'dynamodb']);"
        "print(sorted({'boto3', 's3transfer', 'moto'} & {m.split('.')[0] for m in sys.modules}))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code

    assert done.stdout.strip() == "[]"


# --- Errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (refusal("ConditionalCheckFailedException"), ConflictError),
        (refusal("TransactionInProgressException"), ConflictError),
        (refusal("OperationAborted", 409), ConflictError),
        (refusal("ProvisionedThroughputExceededException"), TransientError),
        (refusal("ThrottlingException"), TransientError),
        (refusal("InternalServerError", 500), TransientError),
        (refusal("ValidationException"), TransientError),
        (refusal("ResourceNotFoundException"), ConfigurationError),
        (refusal("AccessDeniedException"), ConfigurationError),
        (refusal("403", 403), ConfigurationError),
        (EndpointConnectionError(endpoint_url="x"), TransientError),
        (ReadTimeoutError(endpoint_url="x"), TransientError),
        (NoCredentialsError(), ConfigurationError),
        (NoRegionError(), ConfigurationError),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)[:60]),
)
def test_each_error_of_aws_is_one_of_ours(error, expected):
    """
    By who has to act, with what was being done, and the cause attached.
    """
    with pytest.raises(expected, match="asking for it") as raised, translated("asking for it"):
        raise error

    assert type(raised.value) is expected
    assert raised.value.__cause__ is error


def test_an_error_of_our_own_passes_unchanged():
    """
    Only AWS's are translated; a bug stays a bug.
    """
    with pytest.raises(KeyError), translated("asking for it"):
        raise KeyError
