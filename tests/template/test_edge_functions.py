"""
The CDN's two functions, run in Node: they have the manners of the local file server.
"""

import json
import shutil
import subprocess

import pytest

from reprise.local.template import Template
from reprise.local.world import ROOT

NODE = shutil.which("node")
FUNCTIONS = Template.read(ROOT / "template.yaml").resources("AWS::CloudFront::Function")

pytestmark = pytest.mark.skipif(NODE is None, reason="no node here to run CloudFront's JavaScript")


def call(name, event, hub="https://hub.example/"):
    """What the function called *name* makes of *event*."""
    code = FUNCTIONS[name]["FunctionCode"]
    code = (code["Fn::Sub"] if isinstance(code, dict) else code).replace("${Hub}", hub)
    script = f"{code}\nconsole.log(JSON.stringify(handler({json.dumps(event)})))"
    done = subprocess.run([str(NODE), "-e", script], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return json.loads(done.stdout)


def response(uri="/x.html", **headers):
    """What the function on the way out makes of an answer of S3 with these headers."""
    given = {name.replace("_", "-"): {"value": value} for name, value in headers.items()}
    event = {
        "request": {"uri": uri, "headers": {"host": {"value": "news.example"}}},
        "response": {"statusCode": 200, "statusDescription": "OK", "headers": given},
    }
    return call("EdgeResponse", event)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("/", "/index.html"), ("/channels/front/", "/channels/front/index.html"), ("/robots.txt", "/robots.txt")],
)  # fmt: skip
def test_a_folder_is_its_index_page(asked, meant):
    """
    As key_of says for the local file server.
    """
    assert call("EdgeRequest", {"request": {"uri": asked}})["uri"] == meant


def test_a_browser_s_question_is_answered_before_s3_refuses_it():
    """
    A preflight, as the local file server answers it.
    """
    answer = call("EdgeRequest", {"request": {"method": "OPTIONS", "uri": "/channels/a/feed.json"}})

    assert answer["statusCode"] == 204
    assert answer["headers"]["access-control-allow-headers"] == {"value": "*"}


@pytest.mark.parametrize(
    ("status", "phrase"),
    [
        (301, "Moved Permanently"),
        (404, "Not Found"),
        (410, "Gone"),
        (503, "Service Unavailable"),
    ],
)
def test_a_document_s_status_becomes_the_answer_s(status, phrase):
    """
    Tombstones and the pages for errors.
    """
    answer = response(x_amz_meta_status=str(status))

    assert (answer["statusCode"], answer["statusDescription"]) == (status, phrase)


def test_the_true_type_takes_the_place_of_the_one_it_was_compressed_by():
    """
    HTTP-08; an answer without a type (304) gets none.
    """
    given = {
        "content_type": "application/xml; charset=utf-8",
        "x_amz_meta_type": "application/atom+xml",
    }

    assert response(**given)["headers"] == {"content-type": {"value": "application/atom+xml"}}
    assert response(x_amz_meta_type="application/atom+xml")["headers"] == {}


def test_a_tombstone_answers_410_and_no_metadata_shows():
    """
    The marks of the stores become status line and X-Robots-Tag.
    """
    answer = response(
        x_amz_meta_status="410", x_amz_meta_robots="noindex", x_amz_meta_cache_tag="article-x"
    )

    assert (answer["statusCode"], answer["statusDescription"]) == (410, "Gone")
    assert answer["headers"] == {"x-robots-tag": {"value": "noindex"}}


@pytest.mark.parametrize(("status", "to"), [(301, "https://news.example/x"), (410, None)])
def test_an_address_that_was_a_feed_leads_on_and_is_none_any_more(status, to):
    """
    HTTP-12: Location as it is stored; no Link that would call it a topic.
    """
    stored = {"x_amz_meta_location": to} if to else {}
    answer = response("/channels/old/feed.rss", x_amz_meta_status=str(status), **stored)

    assert answer["headers"] == ({"location": {"value": to}} if to else {})


def test_an_ordinary_page_is_left_as_it_is():
    """
    Status 200 stays; a page gets no Link header.
    """
    answer = response(x_amz_meta_status="200", content_type="text/html")

    assert answer["statusCode"] == 200
    assert answer["headers"] == {"content-type": {"value": "text/html"}}


NOON = "Mon, 02 Mar 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("sent", "is_told"),
    [(NOON, False), ("Mon, 02 Mar 2026 12:00:01 GMT", True), ("", True)],
    ids=["same-second", "a-second-later", "unknown"],
)
def test_no_date_is_told_of_what_changed_in_this_very_second(sent, is_told):
    """
    As the local file server: it may change again under that date (RFC 9110, 8.8.2.2).
    """
    answer = response(last_modified=NOON, **({"date": sent} if sent else {}))

    assert ("last-modified" in answer["headers"]) == is_told


@pytest.mark.parametrize("kind", ["rss", "atom", "json", "ninjs.json"])
def test_a_feed_names_itself_and_its_hub(kind):
    """
    WebSub discovery in the headers, as the local file server has it.
    """
    link = response(f"/channels/front/feed.{kind}")["headers"]["link"]["value"]

    assert link == (
        f'<https://news.example/channels/front/feed.{kind}>; rel="self", '
        '<https://hub.example/>; rel="hub"'
    )


def test_without_a_hub_a_feed_names_itself_alone():
    """
    An empty parameter adds no empty link.
    """
    event = {
        "request": {"uri": "/channels/a/feed.rss", "headers": {"host": {"value": "n.example"}}},
        "response": {"statusCode": 200, "headers": {}},
    }

    link = call("EdgeResponse", event, hub="")["headers"]["link"]["value"]

    assert link == '<https://n.example/channels/a/feed.rss>; rel="self"'
