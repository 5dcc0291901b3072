"""
The stores on AWS: S3, DynamoDB, SQS, CloudFront. The only place that speaks to them.

:func:`aws_stores` puts them together. A client is made when its first operation is called, so a
function that needs two services starts with two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reprise.stores.aws.archive import AwsArchive
from reprise.stores.aws.articles import AwsArticles
from reprise.stores.aws.board import AwsBoard
from reprise.stores.aws.clients import LazyClient, MakeClient, botocore_clients
from reprise.stores.aws.edge import CloudFrontEdge, NoEdge
from reprise.stores.aws.hub import WebSubHub
from reprise.stores.aws.inbox import AwsInbox
from reprise.stores.aws.keys import AwsKeys
from reprise.stores.aws.ledger import AwsLedger
from reprise.stores.aws.objects import Bucket
from reprise.stores.aws.site import AwsSite
from reprise.stores.aws.table import Table
from reprise.stores.aws.tickets import AwsTickets
from reprise.stores.aws.turns import AwsTurnQueue
from reprise.stores.ports import Stores

__all__ = ["AwsNames", "aws_stores", "botocore_clients"]


@dataclass(frozen=True, slots=True)
class AwsNames:
    """
    What the template made, by name.

    A function that does not use one of them leaves it empty; using it then fails as AWS does.

    Attributes:
        inbox / archive / site: Buckets.
        distribution_id: Of the CDN; ``None`` when there is none.
    """

    inbox: str = ""
    archive: str = ""
    site: str = ""
    table: str = ""
    turns_queue_url: str = ""
    distribution_id: str | None = None


def aws_stores(
    names: AwsNames, make_client: MakeClient | None = None, *, now: Iterable[str] = ()
) -> Stores:
    """
    All stores on AWS.

    Args:
        names: Where things are.
        make_client: Makes a client by service name; ``None`` takes botocore's with its defaults.
        now: Services whose client is made at once, while the function starts, rather than with
            its first event.
    """
    make = make_client or botocore_clients()
    made = {service: make(service) for service in now}
    s3, dynamodb, sqs, cloudfront = (
        made.get(service) or LazyClient(make, service)
        for service in ("s3", "dynamodb", "sqs", "cloudfront")
    )
    table = Table(dynamodb, names.table)
    inbox = Bucket(s3, names.inbox)
    distribution = names.distribution_id
    return Stores(
        inbox=AwsInbox(inbox),
        archive=AwsArchive(Bucket(s3, names.archive)),
        site=AwsSite(Bucket(s3, names.site)),
        articles=AwsArticles(table),
        ledger=AwsLedger(table),
        board=AwsBoard(table),
        turns=AwsTurnQueue(sqs, names.turns_queue_url),
        hub=WebSubHub(),
        edge=CloudFrontEdge(cloudfront, distribution) if distribution else NoEdge(),
        tickets=AwsTickets(inbox),
        keys=AwsKeys(table),
    )
