"""
The small parts of the local run: template functions, the gateway's routes, files, words.
"""

import json
import shlex
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from reprise.errors import ConfigurationError
from reprise.local.partner import files_in, multipart
from reprise.local.run import write_environment
from reprise.local.template import Template
from reprise.local.words import receipt_lines
from reprise.local.world import ROOT
from reprise.model.receipt import ItemReceipt, Note, Receipt, ReceiptStatus, Shown

DOCUMENT = {
    "Parameters": {"Name": {"Default": "bay"}, "Empty": {"Default": ""}},
    "Conditions": {
        "Named": {"Fn::Not": [{"Fn::Equals": [{"Ref": "Name"}, ""]}]},
        "Filled": {"Fn::Not": [{"Fn::Equals": [{"Ref": "Empty"}, ""]}]},
    },
    "Resources": {},
}
ADDRESSES = {"Queue": {"Ref": "http://queue", "Arn": "arn:queue"}}

VALUES = {
    "parameter": ({"Ref": "Name"}, "bay"),
    "pseudo parameter": ({"Ref": "AWS::Partition"}, "aws"),
    "resource": ({"Ref": "Queue"}, "http://queue"),
    "attribute": ({"Fn::GetAtt": ["Queue", "Arn"]}, "arn:queue"),
    "sub": ({"Fn::Sub": "${Name}/${Queue.Arn}/${!Literal}"}, "bay/arn:queue/${!Literal}"),
    "join": ({"Fn::Join": ["-", ["a", {"Ref": "Name"}]]}, "a-bay"),
    "if yes": ({"Fn::If": ["Named", {"Ref": "Name"}, "none"]}, "bay"),
    "if no": ({"Fn::If": ["Filled", {"Ref": "Name"}, "none"]}, "none"),
    "nested": ({"a": [{"Ref": "Name"}]}, {"a": ["bay"]}),
}


@pytest.mark.parametrize(("value", "expected"), VALUES.values(), ids=VALUES)
def test_a_function_of_the_template_is_answered(value, expected):
    """
    What our template uses of CloudFormation means here what it means there.
    """
    template = Template(DOCUMENT, {"Name": "bay", "Empty": ""})

    assert template.plain(value, ADDRESSES) == expected


@pytest.mark.parametrize(
    "value", [{"Ref": "Nobody"}, {"Fn::GetAtt": ["Queue", "Colour"]}, {"Fn::Split": [",", "a,b"]}]
)
def test_what_is_not_known_is_an_error_and_never_empty(value):
    """
    The local run never quietly differs from the template.
    """
    with pytest.raises(ConfigurationError):
        Template(DOCUMENT, {}).plain(value, ADDRESSES)


def test_a_parameter_that_the_template_does_not_have_is_an_error():
    """
    A misspelt parameter would be ignored.
    """
    with pytest.raises(ConfigurationError, match="Colour"):
        Template.read(ROOT / "template.yaml", {"Colour": "red"})


def test_the_gateway_knows_the_templates_routes_and_no_others(here):
    """
    A route that is missing from the template is missing here, with API Gateway's own 404.
    """
    with urlopen(f"{here.api_url}/health") as answer:
        assert json.load(answer) == {"status": "ok"}
    with pytest.raises(HTTPError) as caught:
        urlopen(f"{here.api_url}/openapi.json")
    assert caught.value.code == 404


def test_every_route_of_the_template_is_answered_by_the_function(here):
    """
    With nobody's key every route but health says 401: no route of the template is unknown to it.
    """
    from urllib.request import Request

    from reprise.local.gateway import routes_of

    for _, method, path in routes_of(here.template):
        address = f"{here.api_url}{path.replace('{', '').replace('}', '')}"
        request = Request(address, method=method, data=b"{}" if method == "POST" else None)
        request.add_header("Content-Type", "application/json")
        try:
            status = urlopen(request).status
        except HTTPError as error:
            status = error.code
        assert status == (200 if path == "/health" else 401), path


def test_a_folders_files_are_uploaded_in_order_with_sidecars_beside_their_files(tmp_path):
    """
    Hidden files stay home; a sidecar goes with its file; one without a file goes alone.
    """
    for name in (
        "b.txt",
        "a.txt",
        "a.txt.permission.json",
        "lonely.permission.json",
        ".hidden",
        "sub/c.xml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    names = [path.relative_to(tmp_path).as_posix() for path in files_in(tmp_path)]

    assert names == ["a.txt", "b.txt", "lonely.permission.json", "sub/c.xml"]
    assert files_in(tmp_path / "b.txt") == [tmp_path / "b.txt"]


def test_a_file_name_cannot_add_fields_to_the_form():
    """
    Quotes and line breaks in a name stay inside it.
    """
    body = multipart("b", {}, 'x"\r\nContent-Disposition: form-data; name="key"', b"")

    assert body.count(b"Content-Disposition") == 2
    assert b'\r\nContent-Disposition: form-data; name="key"' not in body


def test_a_receipt_is_told_in_words():
    """
    What became of it, why, and what to send instead.
    """
    item = ItemReceipt(
        status=ReceiptStatus.HELD,
        headline="A story",
        notes=(Note(code="date_without_zone", field="updated_at", found="noon", send="send an offset"),),
        shown=(Shown(channel="front", outcome="held", reason="not_stated"),),
    )  # fmt: skip
    receipt = Receipt(
        upload="u",
        partner="sample",
        key="inbox/sample/t/x.json",
        status=ReceiptStatus.HELD,
        received_at="2026-03-02T09:00:00Z",
        format="reprise/1",
        items=(item,),
    )

    text = "\n".join(receipt_lines(receipt, "x.json"))

    assert text.splitlines()[0].startswith("x.json (reprise/1): held")
    assert "date without zone in updated_at, found 'noon'; send an offset" in text
    assert "not in front: not_stated" in text


def test_environment_of_a_run_is_read_by_a_shell(tmp_path):
    """Blanks and quotes come back as they were: the operator's commands go by it."""
    told = {"TABLE": "a table", "BASE_URL": "http://it's/here?a=1&b=$2", "HUB": ""}
    write_environment(told, tmp_path / "run.env")

    words = shlex.split((tmp_path / "run.env").read_text())
    assert dict(word.split("=", 1) for word in words) == told
