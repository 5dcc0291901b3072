"""
The operator's documentation names what there is.
"""

import re

import pytest

from reprise.local.gateway import routes_of
from reprise.local.template import Template
from reprise.local.world import ROOT
from reprise.model.configuration import Channel, Partner, Publication, Selection

CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
DEPLOYING = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
UPLOADING = (ROOT / "docs" / "uploads.md").read_text(encoding="utf-8")
TEMPLATE = Template.read(ROOT / "template.yaml")


@pytest.mark.parametrize("model", [Publication, Partner, Channel, Selection])
def test_every_entry_of_the_operators_file_is_explained(model):
    """
    A new field without its line in docs/configuration.md fails here.
    """
    missing = [name for name in model.model_fields if f"`{name}`" not in CONFIGURATION]

    assert missing == []


def test_every_parameter_and_every_route_is_explained():
    """
    docs/deploy.md names what can be set and what alarms, docs/uploads.md what can be asked.
    """
    routes = [f"{method} {path}" for _, method, path in routes_of(TEMPLATE)]
    alarms = [name.removesuffix("Alarm") for name in TEMPLATE.resources("AWS::CloudWatch::Alarm")]

    missing = [name for name in TEMPLATE.parameters if f"`{name}`" not in DEPLOYING]
    missing += [route for route in routes if route not in UPLOADING]
    missing += [alarm for alarm in alarms if f"`{alarm}`" not in DEPLOYING]

    assert missing == []


def test_the_examples_of_error_messages_read_like_real_ones():
    """
    The form file:line: entry: found; allowed.
    """
    assert re.search(r"^shared/reprise\.yaml:\d+: [\w.-]+: ", CONFIGURATION, flags=re.MULTILINE)
