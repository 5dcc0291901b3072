"""
Creates on moto what the template declares, and says which resources have another stand-in here.

moto's CloudFormation would leave out notifications, versioning and more, so the calls are made
one by one; every type in the template is in one of the two tables below, or the run refuses.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import botocore.session
from botocore.config import Config

from reprise.errors import ConfigurationError
from reprise.local.template import PSEUDO, Addresses, Queue, Template

KEY_ID, SECRET = "local", "local-only"  # moto asks for some, and checks none
REGION = PSEUDO["AWS::Region"]
ACCOUNT = PSEUDO["AWS::AccountId"]

ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": KEY_ID,
    "AWS_SECRET_ACCESS_KEY": SECRET,
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
    # boto would otherwise call a host named after the account, which moto does not know.
    "AWS_ACCOUNT_ID_ENDPOINT_MODE": "disabled",
    "AWS_EC2_METADATA_DISABLED": "true",
    "POWERTOOLS_METRICS_DISABLED": "true",
}
"""What every function's environment holds here, beside what the template gives it."""

CREATED = frozenset({"AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::DynamoDB::Table"})

STAND_INS: Mapping[str, str] = {
    "AWS::Serverless::Function": "imported into this process (reprise.local.functions)",
    "AWS::Serverless::LayerVersion": "this environment's own packages",
    "AWS::Serverless::HttpApi": "reprise.local.gateway",
    "AWS::CloudFront::Distribution": "reprise.local.cdn, reprise.local.edge",
    "AWS::CloudFront::OriginAccessControl": "reprise.local.edge",
    "AWS::CloudFront::CachePolicy": "reprise.local.edge",
    "AWS::CloudFront::ResponseHeadersPolicy": "reprise.local.cdn",
    "AWS::CloudFront::Function": "reprise.local.edge",
    "AWS::S3::BucketPolicy": "everything listens on loopback only",
    "AWS::SQS::QueuePolicy": "moto asks for none",
    "AWS::Logs::LogGroup": "a log file",
    "AWS::SNS::Topic": "the terminal",
    "AWS::CloudWatch::Alarm": "the terminal",
}
"""What stands for a type that moto is not asked for. Their ``Ref`` is empty."""


@dataclass(frozen=True)
class Clients:
    """Clients of moto's server at *endpoint*."""

    endpoint: str
    made: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, service: str) -> Any:
        if service not in self.made:
            session = botocore.session.get_session()
            self.made[service] = session.create_client(
                service,
                region_name=REGION,
                endpoint_url=self.endpoint,
                aws_access_key_id=KEY_ID,
                aws_secret_access_key=SECRET,
                config=Config(
                    account_id_endpoint_mode="disabled", retries={"total_max_attempts": 1}
                ),
            )
        return self.made[service]


def create(template: Template, clients: Clients) -> Addresses:
    """
    Create buckets, queues and table; answers what ``Ref`` and ``GetAtt`` mean for each resource.

    Raises:
        ConfigurationError: The template holds a type that nothing here stands for.
    """
    unknown = template.kinds() - CREATED - STAND_INS.keys()
    if unknown:
        raise ConfigurationError(f"template: nothing here stands for {', '.join(sorted(unknown))}")
    addresses: dict[str, Mapping[str, str]] = {
        name: {"Ref": ""} for kind in STAND_INS for name in template.resources(kind)
    }
    for queue in _dead_letters_first(template):
        addresses[queue.name] = _queue(queue, template, clients, addresses)
    for name, table in template.resources("AWS::DynamoDB::Table").items():
        addresses[name] = _table(name, table, clients)
    for name, bucket in template.resources("AWS::S3::Bucket").items():
        addresses[name] = _bucket(name, bucket, clients)
    for name, arn in _notified(template, addresses).items():
        clients.s3.put_bucket_notification_configuration(
            Bucket=addresses[name]["Ref"], NotificationConfiguration={"QueueConfigurations": arn}
        )
    return addresses


def _dead_letters_first(template: Template) -> list[Queue]:
    return sorted(template.queues(), key=lambda queue: queue.dead_letters is not None)


def _physical(name: str) -> str:
    return f"reprise-{name.lower()}"


def _queue(
    queue: Queue, template: Template, clients: Clients, addresses: Addresses
) -> dict[str, str]:
    given = template.resources("AWS::SQS::Queue")[queue.name]
    settings = {name: template.plain(value, addresses) for name, value in given.items()}
    # The pump keeps the delay, on its own clock; moto would keep it on the machine's.
    attributes = {**settings, "DelaySeconds": 0}
    name = _physical(queue.name) + (".fifo" if queue.fifo else "")
    made = clients.sqs.create_queue(
        QueueName=name, Attributes={each: _written(value) for each, value in attributes.items()}
    )
    return {
        "Ref": made["QueueUrl"],
        "Arn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}",
        "QueueName": name,
    }


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value) if isinstance(value, dict) else str(value)


def _table(name: str, table: Mapping[str, Any], clients: Clients) -> dict[str, str]:
    clients.dynamodb.create_table(
        TableName=_physical(name),
        **{each: table[each] for each in ("BillingMode", "AttributeDefinitions", "KeySchema")},
    )
    arn = f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{_physical(name)}"
    return {"Ref": _physical(name), "Arn": arn}


def _bucket(name: str, bucket: Mapping[str, Any], clients: Clients) -> dict[str, str]:
    physical = _physical(name)
    clients.s3.create_bucket(
        Bucket=physical, CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    if versioning := bucket.get("VersioningConfiguration"):
        clients.s3.put_bucket_versioning(Bucket=physical, VersioningConfiguration=versioning)
    return {
        "Ref": physical,
        "Arn": f"arn:aws:s3:::{physical}",
        "RegionalDomainName": f"{physical}.s3.{REGION}.amazonaws.com",
    }


def _notified(template: Template, addresses: Addresses) -> dict[str, list[dict[str, Any]]]:
    """Notification configurations as S3's API takes them, by bucket."""
    found: dict[str, list[dict[str, Any]]] = {}
    for notice in template.notices():
        rules = [{"Name": "prefix", "Value": notice.prefix}] if notice.prefix else []
        found.setdefault(notice.bucket, []).append(
            {
                "QueueArn": addresses[notice.queue]["Arn"],
                "Events": [notice.event],
                "Filter": {"Key": {"FilterRules": rules}},
            }
        )
    return found
