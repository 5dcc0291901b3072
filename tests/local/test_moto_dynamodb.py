"""The local DynamoDB: all or nothing, at the price of what is asked for."""

from __future__ import annotations

import copy

import pytest
from botocore.exceptions import ClientError
from moto.dynamodb.models.table import Table

from reprise.local.moto_server import moto_server
from reprise.local.resources import Clients

NAME = "table"
COUNT_UP = {"UpdateExpression": "ADD seen :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}


@pytest.fixture
def dynamodb():
    """A table with one item, ``(a, 1)``, read three times."""
    with moto_server() as address:
        client = Clients(address).dynamodb
        schema = [("PK", "HASH"), ("SK", "RANGE")]
        client.create_table(
            TableName=NAME,
            BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in schema],
            AttributeDefinitions=[{"AttributeName": n, "AttributeType": "S"} for n, _ in schema],
        )
        client.put_item(TableName=NAME, Item=item("a", seen="3"))
        yield client


def key(name):
    return {"PK": {"S": name}, "SK": {"S": "1"}}


def item(name, seen):
    return {**key(name), "seen": {"N": seen}}


def transact(client, *last):
    """An update, a deletion that finds nothing, a put of something new, and *last*."""
    client.transact_write_items(
        TransactItems=[
            {"Update": {"TableName": NAME, "Key": key("a"), **COUNT_UP}},
            {"Delete": {"TableName": NAME, "Key": key("none")}},
            {"Put": {"TableName": NAME, "Item": item("b", seen="0")}},
            *last,
        ]
    )


def stored(client):
    found = client.scan(TableName=NAME)["Items"]
    return {one["PK"]["S"]: one["seen"]["N"] for one in found}


IMPOSSIBLE = {"TableName": NAME, "ConditionExpression": "attribute_exists(PK)"}
FAILING = {
    "condition": {"ConditionCheck": {**IMPOSSIBLE, "Key": key("c")}},
    "put": {"Put": {**IMPOSSIBLE, "Item": item("c", seen="9")}},
    "twice the same": {"Put": {"TableName": NAME, "Item": item("a", seen="9")}},
    "without its key": {"Put": {"TableName": NAME, "Item": {"PK": {"S": "a"}}}},
}


@pytest.mark.parametrize("last", FAILING.values(), ids=FAILING)
def test_a_transaction_that_fails_leaves_everything_as_it_was(dynamodb, last):
    """
    What was updated, and what was put for the first time, is as before.
    """
    with pytest.raises(ClientError):
        transact(dynamodb, last)

    assert stored(dynamodb) == {"a": "3"}


def test_a_transaction_that_succeeds_is_done_whole(dynamodb):
    """
    And what a failed one put back can be changed by the next.
    """
    with pytest.raises(ClientError):
        transact(dynamodb, FAILING["put"])
    transact(dynamodb)

    assert stored(dynamodb) == {"a": "4", "b": "0"}


def test_no_transaction_copies_the_table(dynamodb):
    """
    What it costs does not grow with what is stored.
    """
    table = Table.__new__(Table)

    assert copy.deepcopy(table) is table


def test_a_query_sees_its_partition_and_nothing_is_missing_after_it(dynamodb):
    """
    In the order of the sort key, from either end; the other partitions are there again.
    """
    for number in "312":
        dynamodb.put_item(TableName=NAME, Item={"PK": {"S": "p"}, "SK": {"S": number}})

    def asked(partition, *, forward=True):
        found = dynamodb.query(
            TableName=NAME,
            KeyConditionExpression="PK = :p",
            ExpressionAttributeValues={":p": {"S": partition}},
            ScanIndexForward=forward,
        )
        return [one["SK"]["S"] for one in found["Items"]]

    assert asked("p") == ["1", "2", "3"]
    assert asked("p", forward=False) == ["3", "2", "1"]
    assert asked("none") == []
    assert len(dynamodb.scan(TableName=NAME)["Items"]) == 4
