"""The stores under test: the memory twins and, with the same tests, AWS as moto has it."""

from itertools import count

import pytest
from moto import mock_aws

from reprise.stores.aws import AwsNames, aws_stores, botocore_clients
from reprise.stores.memory import memory_stores

REGION = "eu-west-1"
_numbers = count(1)


class Services:
    """Clients by service, made once: making them is slow, and moto is fast only when they stay."""

    def __init__(self):
        self._make = botocore_clients(region=REGION, endpoint_mode="disabled")
        self._made = {}

    def __call__(self, service):
        if service not in self._made:
            self._made[service] = self._make(service)
        return self._made[service]


@pytest.fixture(scope="session")
def services():
    """AWS in this process. One thread only: moto is not safe under more."""
    with mock_aws():
        yield Services()


@pytest.fixture(autouse=True)
def one_by_one(monkeypatch):
    """What goes side by side on AWS takes turns here."""
    monkeypatch.setattr("reprise.stores.aws.objects.SIDE_BY_SIDE", 1)


@pytest.fixture
def names(services):
    """Three buckets, a table and a queue of a test's own, as the template makes them."""
    own = f"t{next(_numbers)}"
    buckets = {name: f"{name}-{own}" for name in ("inbox", "archive", "site")}
    for bucket in buckets.values():
        services("s3").create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        services("s3").put_bucket_versioning(
            Bucket=bucket, VersioningConfiguration={"Status": "Enabled"}
        )
    services("dynamodb").create_table(
        TableName=f"table-{own}",
        KeySchema=[
            {"AttributeName": "PK", "KeyType": "HASH"},
            {"AttributeName": "SK", "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": name, "AttributeType": "S"} for name in ("PK", "SK")
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    queue = services("sqs").create_queue(
        QueueName=f"turns-{own}.fifo", Attributes={"FifoQueue": "true"}
    )
    return AwsNames(**buckets, table=f"table-{own}", turns_queue_url=queue["QueueUrl"])


@pytest.fixture
def aws(services, names):
    """The stores on AWS alone."""
    return aws_stores(names, services)


@pytest.fixture(params=["memory", "aws"])
def stores(request):
    """Either."""
    return memory_stores() if request.param == "memory" else request.getfixturevalue("aws")
