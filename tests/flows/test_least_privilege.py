"""
What the functions do to AWS while the examples pass, held against what their policies allow.

moto asks for no permission: a missing action would be noticed on AWS only.
"""

import re
from collections import defaultdict
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import botocore.client
import pytest

from reprise.local.clock import SteppedClock
from reprise.local.run import Wish, _Run, uploads_of
from reprise.local.world import Options, world
from reprise.pipeline.uploads import upload_id
from tests.local.conftest import START

S3 = {
    "GetObject": "s3:GetObject",
    "HeadObject": "s3:GetObject",
    "PutObject": "s3:PutObject",
    "DeleteObject": "s3:DeleteObject",
    "ListObjectsV2": "s3:ListBucket",
}


def actions_of(service, operation, arguments):
    """The IAM actions that one call of the API needs, with the bucket for S3."""
    if service == "s3":
        action = S3[operation]
        if arguments.get("VersionId"):
            action += "Version"
        return {(action, arguments["Bucket"])}
    if operation == "TransactWriteItems":
        kinds = {kind for item in arguments["TransactItems"] for kind in item}
        names = {"ConditionCheck": "ConditionCheckItem"}
        return {(f"dynamodb:{names.get(kind, f'{kind}Item')}", "") for kind in kinds}
    if service == "sqs":
        return {("sqs:SendMessage", "")} if operation == "SendMessageBatch" else set()
    return {(f"{service}:{operation}", "")}


def allowed_to(template, addresses, name):
    """The actions that the policies of function *name* allow, with the bucket for S3."""
    found = set()
    for policy in template.resources("AWS::Serverless::Function")[name]["Policies"]:
        for statement in policy["Statement"]:
            actions = statement["Action"]
            buckets = re.findall(r"\$\{(\w+Bucket)\}", str(statement["Resource"]))
            for action in [actions] if isinstance(actions, str) else actions:
                found |= {(action, addresses[bucket]["Ref"]) for bucket in buckets} or {
                    (action, "")
                }
    return found


DOUBTFUL = "Fähre fährt wieder\n\nDie Fähre fährt heute wieder hinaus. Sie legt ab.\n".encode()
"""A text that waits for a person."""


class Watch:
    """Notes what each function asks of AWS."""

    def __init__(self):
        self.running = []
        self.asked = defaultdict(set)

    def round_(self, name, handler):
        def watched(event):
            self.running.append(name)
            try:
                return handler(event)
            finally:
                self.running.pop()

        return watched

    def note(self, client, operation, arguments):
        if self.running:
            service = client.meta.service_model.service_name
            self.asked[self.running[-1]] |= actions_of(service, operation, arguments)


@pytest.fixture(scope="module")
def watched():
    """What was asked while all examples passed, and a partner asked for everything there is."""
    watch, original = Watch(), botocore.client.BaseClient._make_api_call

    def noting(client, operation, arguments):
        watch.note(client, operation, arguments)
        return original(client, operation, arguments)

    patch = pytest.MonkeyPatch()
    patch.setattr(botocore.client.BaseClient, "_make_api_call", noting)
    with patch.context(), world(Options(), SteppedClock(START)) as here:
        readers = {"UploadsQueue": "IngestFunction", "TurnsQueue": "PublishFunction"}
        for wire in here.pump.wires:
            wire.handler = watch.round_(readers[wire.line.queue.name], wire.handler)
        for beat in here.pump.beats:
            beat.handler = watch.round_("ClockFunction", beat.handler)
        gateway = here.gateway
        gateway.routes = [
            (m, p, r, watch.round_("ApiFunction", h)) for m, p, r, h in gateway.routes
        ]
        told = _Run(here, lambda _: None)
        told.upload(list(uploads_of(Wish())))
        key = f"inbox/{told.outcome.sent[-1].partner}/t000000/doubtful.txt"
        version = here.stores.inbox.put(key, DOUBTFUL, "text/plain")
        here.clock.advance(hours=1)
        told.publish()
        assert told.outcome.troubles == []
        ask_for_everything(here, told, upload_id(key, version, ""))
        assert here.pump.until_quiet()
        yield here, watch.asked
    patch.undo()


def ask_for_everything(here, told, doubtful):
    """Every route of the API, as the partner of the last upload; *doubtful* waits for it."""
    partner = told.outcome.sent[-1].partner
    receipt = told.outcome.receipts[told.outcome.sent[-1].upload]
    article, ticket = receipt.items[0].article_id, receipt.key.split("/")[2]
    bodies = {
        "/uploads": b'{"name": "a.txt"}',
        "/withdrawals": b'{"id": "a"}',
        "/kills": b'{"id": "a"}',
        "/grants": b'{"id": "g"}',
        "/revocations": b'{"id": "g"}',
    }
    for method, _, path, _ in here.gateway.routes:
        upload = doubtful if "/reviews/" in path else receipt.upload
        made = path.format(ticket=ticket, upload=upload, article=article, partner=partner)
        body = bodies.get(path, b"") if method == "POST" else None
        request = Request(f"{here.api_url}{made}", data=body, method=method)
        request.add_header("Authorization", f"Bearer {told._sender(partner).key}")
        request.add_header("Content-Type", "application/json")
        try:
            urlopen(request).close()
        except HTTPError as error:
            pytest.fail(f"{method} {made}: {error.code} {error.read()!r}")


@pytest.mark.parametrize(
    "name", ["ApiFunction", "IngestFunction", "PublishFunction", "ClockFunction"]
)
def test_a_function_asks_for_nothing_that_its_policy_does_not_allow(watched, name):
    """
    Every action, and for S3 every bucket, is in the template.
    """
    here, asked = watched

    assert asked[name]
    assert asked[name] - allowed_to(here.template, here.addresses, name) == set()


@pytest.mark.parametrize(
    "name", ["ApiFunction", "IngestFunction", "PublishFunction", "ClockFunction"]
)
def test_a_policy_allows_little_more_than_what_is_asked_for(watched, name):
    """
    What is allowed and was not asked for is on this list, each with its reason.
    """
    here, asked = watched
    names = {a["Ref"]: name for name, a in here.addresses.items() if a["Ref"]}
    unused = {
        (action, names.get(bucket, ""))
        for action, bucket in allowed_to(here.template, here.addresses, name) - asked[name]
    }

    assert unused <= RESERVE[name]


RESERVE = {
    "ApiFunction": set(),
    "IngestFunction": {
        ("s3:ListBucket", "InboxBucket"),  # 404 instead of 403 for what is not there
        ("s3:ListBucket", "ArchiveBucket"),
        ("dynamodb:GetItem", ""),  # articles that another writer changed meanwhile
    },
    "PublishFunction": {
        ("s3:DeleteObject", "SiteBucket"),  # documents of formats that were switched off
        ("s3:ListBucket", "ArchiveBucket"),  # 404 instead of 403
        ("s3:ListBucket", "SiteBucket"),
        ("dynamodb:BatchGetItem", ""),  # build state of more than one item
        ("dynamodb:GetItem", ""),  # an article that a grant lets appear
        ("sqs:SendMessage", ""),  # an agenda of more than one turn
        ("cloudfront:CreateInvalidation", ""),  # no CDN on a laptop
    },
    "ClockFunction": set(),
}
