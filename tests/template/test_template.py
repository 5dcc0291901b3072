"""
Facts of template.yaml: nothing is lost, nothing is open, and the laptop has the same wires.
"""

import re
import tomllib

import pytest
from aws_lambda_powertools.metrics import MetricUnit

from reprise import settings
from reprise.local.pump import rate
from reprise.local.resources import CREATED, STAND_INS
from reprise.local.template import Template, target
from reprise.local.world import ROOT
from reprise.pipeline.takedown import DEADLINE
from reprise.telemetry import NAMESPACE, Metric

TEMPLATE = Template.read(ROOT / "template.yaml")
QUEUES = {queue.name: queue for queue in TEMPLATE.queues()}
FUNCTIONS = {function.name: function for function in TEMPLATE.functions()}
ALARMS = TEMPLATE.resources("AWS::CloudWatch::Alarm")
DEAD = {queue.dead_letters for queue in QUEUES.values()} - {None}

SETTINGS = {
    "ApiFunction": settings.ApiSettings,
    "IngestFunction": settings.IngestSettings,
    "PublishFunction": settings.PublishSettings,
    "ClockFunction": settings.ClockSettings,
}


def alarms_on(metric, dimension, resource):
    """Alarms that watch *metric* of *resource*."""
    return [
        name
        for name, alarm in ALARMS.items()
        if alarm["MetricName"] == metric
        and any(
            d["Name"] == dimension and target(d["Value"]) == resource for d in alarm["Dimensions"]
        )
    ]


def statements(function):
    """The policy statements of a function."""
    policies = TEMPLATE.resources("AWS::Serverless::Function")[function]["Policies"]
    return [each for policy in policies for each in policy["Statement"]]


# --- Queues ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(set(QUEUES) - DEAD))
def test_every_queue_has_a_dead_letter_queue_of_its_kind_that_keeps_and_alarms(name):
    """
    What fails too often lies where people look, for 14 days, and somebody is told (invariant 2).
    """
    queue = QUEUES[name]
    dead = QUEUES[queue.dead_letters]

    assert dead.fifo == queue.fifo
    assert 3 <= queue.max_receives <= 10
    assert TEMPLATE.resources("AWS::SQS::Queue")[dead.name]["MessageRetentionPeriod"] == 14 * 86400
    assert alarms_on("ApproximateNumberOfMessagesVisible", "QueueName", dead.name)
    assert alarms_on("ApproximateAgeOfOldestMessage", "QueueName", name)


def queue_events():
    """Function and event of every queue that is read."""
    return [
        (function, event["Properties"])
        for function in FUNCTIONS.values()
        for event in function.events.values()
        if event["Type"] == "SQS"
    ]


def test_every_queue_that_is_no_dead_letter_queue_is_read_by_one_function():
    """
    No queue without a reader, none with two.
    """
    assert sorted(target(event["Queue"]) for _, event in queue_events()) == sorted(
        set(QUEUES) - DEAD
    )


@pytest.mark.parametrize(
    ("function", "event"), queue_events(), ids=lambda each: getattr(each, "name", "")
)
def test_a_queues_reader_reports_failures_one_by_one_and_has_time(function, event):
    """
    A failing record never fails its batch; the visibility timeout is six times the time limit.
    """
    assert event["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert event["BatchSize"] <= 10
    assert QUEUES[target(event["Queue"])].visibility_seconds >= 6 * function.timeout_seconds


def test_turns_are_fifo_by_channel_with_high_throughput():
    """
    One turn of a channel at a time, many channels at once, bursts coalesced by the delay.
    """
    turns = TEMPLATE.resources("AWS::SQS::Queue")["TurnsQueue"]

    assert turns["FifoQueue"] is True
    assert turns["DeduplicationScope"] == "messageGroup"
    assert turns["FifoThroughputLimit"] == "perMessageGroupId"
    assert "ContentBasedDeduplication" not in turns
    assert QUEUES["TurnsQueue"].delay_seconds > 0


# --- Functions ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_functions_environment_is_what_its_settings_read(name):
    """
    Each setting without a default is set, and nothing is set that nobody reads.
    """
    fields = SETTINGS[name].model_fields
    given = {variable.lower() for variable in FUNCTIONS[name].environment}

    assert given <= set(fields)
    assert {field for field, info in fields.items() if info.is_required()} <= given


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_has_code_a_log_with_an_end_and_an_alarm(name):
    """
    Every function is there, forgets its logs some day, and is missed when it fails.
    """
    logs = TEMPLATE.resources("AWS::Logs::LogGroup").values()

    assert (ROOT / FUNCTIONS[name].folder / "app.py").is_file()
    assert alarms_on("Errors", "FunctionName", name)
    assert any(
        name in str(log.get("LogGroupName", "")) and "RetentionInDays" in log for log in logs
    )


def test_every_function_folder_is_declared():
    """
    A door that the template does not know opens for nobody.
    """
    folders = {f"functions/{path.parent.name}/" for path in (ROOT / "functions").glob("*/app.py")}

    assert {function.folder for function in FUNCTIONS.values()} == folders


def test_all_functions_run_the_tested_python_on_arm64_and_are_traced_without_a_library():
    """
    Runtime python3.13 on arm64; tracing is the platform's, no SDK in the artifacts.
    """
    given = TEMPLATE.document["Globals"]["Function"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert given["Runtime"] == "python3.13"
    assert given["Architectures"] == ["arm64"]
    assert given["Tracing"] == "Active"
    assert not any("xray" in line or "tracer" in line for line in project["dependencies"])


def test_only_ingest_carries_the_readers():
    """
    A function that renders or answers starts without an extractor.
    """
    functions = TEMPLATE.resources("AWS::Serverless::Function")
    carrying = [name for name, given in functions.items() if {"Ref": "ReadersLayer"} in given.get("Layers", [])]  # fmt: skip

    assert carrying == ["IngestFunction"]


def test_the_clock_ticks_each_minute_and_is_missed_when_it_stops():
    """
    Embargoes and expiries are exact to the minute; a stopped clock has no data, and that alarms.
    """
    (event,) = FUNCTIONS["ClockFunction"].events.values()

    assert rate(event["Properties"]["Schedule"]).total_seconds() == 60
    (stopped,) = alarms_on("Invocations", "FunctionName", "ClockFunction")
    assert ALARMS[stopped]["TreatMissingData"] == "breaching"


# --- Least privilege ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_function_may_do_everything(name):
    """
    Actions and resources are named, never a star alone.
    """
    for statement in statements(name):
        actions = (
            statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        )
        resources = (
            statement["Resource"]
            if isinstance(statement["Resource"], list)
            else [statement["Resource"]]
        )

        assert not any("*" in action for action in actions)
        assert "*" not in resources


def buckets_of(name, action):
    """Buckets whose objects function *name* may use with *action*."""
    return {
        re.search(r"\$\{(\w+Bucket)\}", str(statement["Resource"])).group(1)
        for statement in statements(name)
        if action in statement["Action"] and "Bucket}" in str(statement["Resource"])
    }  # fmt: skip


def test_only_publish_writes_the_site_and_it_never_sees_the_inbox():
    """
    What partners send and what the world sees are in different hands.
    """
    assert {name for name in FUNCTIONS if "SiteBucket" in buckets_of(name, "s3:PutObject")} == {
        "PublishFunction"
    }
    assert not any("InboxBucket" in str(statement) for statement in statements("PublishFunction"))


def test_the_api_signs_for_the_inbox_only_and_reads_no_upload():
    """
    A ticket can be for nothing but the inbox; the API can't read what partners sent, only the
    articles made of it, to tell why one shows.
    """
    assert buckets_of("ApiFunction", "s3:PutObject") == {"InboxBucket"}
    assert buckets_of("ApiFunction", "s3:GetObject") == {"ArchiveBucket"}


def test_nobody_deletes_uploads_or_articles():
    """
    The bytes received are always kept, and so are the articles (invariant 2).
    """
    deleting = {name: buckets_of(name, "s3:DeleteObject") for name in FUNCTIONS}

    assert set().union(*deleting.values()) <= {"SiteBucket"}


# --- Buckets and table ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEMPLATE.resources("AWS::S3::Bucket"))
def test_a_bucket_is_private_versioned_encrypted_and_survives_its_stack(name):
    """
    No object is public but through the CDN, and no mistake loses one; ETags are MD5 (HTTP-04).
    """
    resource = TEMPLATE.document["Resources"][name]
    given = resource["Properties"]

    assert set(given["PublicAccessBlockConfiguration"].values()) == {True}
    assert given["VersioningConfiguration"] == {"Status": "Enabled"}
    assert "BucketEncryption" in given
    assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain"


@pytest.mark.parametrize("name", TEMPLATE.resources("AWS::S3::Bucket"))
def test_a_bucket_is_spoken_to_over_tls_only(name):
    """
    Plain HTTP is denied, whoever asks.
    """
    (policy,) = [
        p
        for p in TEMPLATE.resources("AWS::S3::BucketPolicy").values()
        if target(p["Bucket"]) == name
    ]
    denials = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Deny"]

    assert {"Bool": {"aws:SecureTransport": "false"}} in [each["Condition"] for each in denials]


def test_the_inbox_keeps_everything_and_tells_the_uploads_queue():
    """
    No expiry; arrivals below inbox/ are announced.
    """
    inbox = TEMPLATE.resources("AWS::S3::Bucket")["InboxBucket"]
    notices = [notice for notice in TEMPLATE.notices() if notice.bucket == "InboxBucket"]

    assert "Expiration" not in str(inbox["LifecycleConfiguration"])
    assert [(n.event, n.prefix, n.queue) for n in notices] == [
        ("s3:ObjectCreated:*", "inbox/", "UploadsQueue")
    ]


def test_the_table_can_be_put_back_to_any_second_and_costs_nothing_idle():
    """
    On demand, with point-in-time recovery, kept when the stack goes.
    """
    resource = TEMPLATE.document["Resources"]["Table"]

    assert resource["Properties"]["BillingMode"] == "PAY_PER_REQUEST"
    assert resource["Properties"]["PointInTimeRecoverySpecification"] == {
        "PointInTimeRecoveryEnabled": True
    }
    assert resource["DeletionPolicy"] == "Retain"
    assert "GlobalSecondaryIndexes" not in resource["Properties"]


# --- The CDN --------------------------------------------------------------------------------------


def test_the_site_is_read_by_our_distribution_alone():
    """
    Private bucket, origin access control, this distribution's ARN.
    """
    policy = TEMPLATE.resources("AWS::S3::BucketPolicy")["SiteBucketPolicy"]
    allowed = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]

    assert {s["Principal"]["Service"] for s in allowed} == {"cloudfront.amazonaws.com"}
    assert all("${Distribution}" in str(s["Condition"]) for s in allowed)


def test_no_guard_stands_before_the_feeds():
    """
    C8: challenges and blocks for robots are what readers and aggregators complain of most; there is
    nothing behind the CDN that a flood could reach.
    """
    (distribution,) = TEMPLATE.resources("AWS::CloudFront::Distribution").values()

    assert "WebACLId" not in distribution["DistributionConfig"]
    assert not any("WAF" in kind for kind in TEMPLATE.kinds())


def test_headers_that_s3_cannot_store_come_from_the_cdn():
    """
    nosniff everywhere, CORS on feeds (HTTP-10, HTTP-11, HTTP-13).
    """
    policies = {
        name: given["ResponseHeadersPolicyConfig"]
        for name, given in TEMPLATE.resources("AWS::CloudFront::ResponseHeadersPolicy").items()
    }
    (distribution,) = TEMPLATE.resources("AWS::CloudFront::Distribution").values()
    config = distribution["DistributionConfig"]
    feeds = {b["PathPattern"]: b for b in config["CacheBehaviors"]}["channels/*/feed.*"]

    assert all(
        p["SecurityHeadersConfig"]["ContentTypeOptions"] == {"Override": True}
        for p in policies.values()
    )
    assert policies[target(feeds["ResponseHeadersPolicyId"])]["CorsConfig"][
        "AccessControlAllowOrigins"
    ] == {"Items": ["*"]}
    for behaviour in (config["DefaultCacheBehavior"], feeds):
        assert behaviour["Compress"] is True
        assert [a["EventType"] for a in behaviour["FunctionAssociations"]] == [
            "viewer-request",
            "viewer-response",
        ]


def test_the_edge_knows_the_metadata_that_the_stores_write():
    """
    Every mark the stores put on an object is turned into something by the CDN, and none leaks.
    """
    from reprise.model.document import Document
    from reprise.stores.objects import metadata_of

    written = metadata_of(Document("x", "text/html", b"", noindex=True, status=410))
    code = TEMPLATE.resources("AWS::CloudFront::Function")["EdgeResponse"]["FunctionCode"][
        "Fn::Sub"
    ]

    for name in written:
        assert f"delete headers['x-amz-meta-{name}']" in code


# --- Alarms and the laptop ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_says_what_is_wrong_and_tells_somebody(name):
    """
    A description a person can act on, and an action.
    """
    assert len(ALARMS[name]["AlarmDescription"]) > 40
    assert ALARMS[name]["AlarmActions"] == [{"Ref": "Alarms"}]


@pytest.mark.parametrize(
    "metric", [metric for metric in Metric if "(alarm)" in metric.meaning], ids=lambda m: m.label
)
def test_a_metric_that_is_said_to_alarm_does(metric):
    """
    Any count above nothing, any delay from the takedowns' deadline on, within a minute.
    """
    bounds = {
        MetricUnit.Count: (0, "GreaterThanThreshold"),
        MetricUnit.Seconds: (DEADLINE.total_seconds(), "GreaterThanOrEqualToThreshold"),
    }
    (alarm,) = [each for each in ALARMS.values() if each["MetricName"] == metric.label]

    assert (alarm["Threshold"], alarm["ComparisonOperator"]) == bounds[metric.unit]
    assert alarm["Period"] * alarm["EvaluationPeriods"] == 60


def test_alarms_on_our_own_metrics_name_metrics_that_exist():
    """
    A renamed metric would silence its alarm.
    """
    own = {alarm["MetricName"] for alarm in ALARMS.values() if alarm["Namespace"] == NAMESPACE}

    assert own
    assert own <= {metric.label for metric in Metric}


def test_every_resource_has_its_counterpart_on_the_laptop():
    """
    Created on moto, or named with what stands for it: nothing exists in only one of the two.
    """
    assert TEMPLATE.kinds() <= CREATED | STAND_INS.keys()
    assert TEMPLATE.kinds() >= CREATED


def test_every_kind_of_event_is_carried_on_the_laptop():
    """
    The pump and the gateway know every kind of wire that the template draws.
    """
    kinds = {event["Type"] for function in FUNCTIONS.values() for event in function.events.values()}

    assert kinds == {"SQS", "Schedule", "HttpApi"}


def test_no_alias_stands_in_the_template():
    """
    CloudFormation reads no YAML aliases.
    """
    text = (ROOT / "template.yaml").read_text()

    assert not re.search(r"^\s*[\w-]+: [&*]\w+", text, flags=re.MULTILINE)
