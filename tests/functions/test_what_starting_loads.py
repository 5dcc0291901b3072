"""
What a function loads when it starts: nothing it does not carry, and nothing its door does not need.
"""

import subprocess
import sys

import pytest

from reprise.local.world import ROOT
from tests.test_architecture import reader_packages

CODE = """
import sys
from importlib.abc import MetaPathFinder

class Absent(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"{{name}} is not in this function's layers", name=name)

sys.meta_path.insert(0, Absent())
sys.path.insert(0, {shared!r})
import os
os.environ |= {{
    "CONFIGURATION": {configuration!r}, "TABLE": "t", "INBOX_BUCKET": "i", "ARCHIVE_BUCKET": "a",
    "SITE_BUCKET": "s", "TURNS_QUEUE": "q", "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_EC2_METADATA_DISABLED": "true",
}}
import runpy
runpy.run_path({app!r})
print(*sys.modules)
"""

NOT_AT_START = {
    "clock": {"lxml", "jinja2", "feedgen", "nh3", "langcodes", "reprise.outputs.pages"},
    "api": {"lxml", "jinja2", "feedgen", "nh3", "langcodes", "reprise.outputs.projection"},
    "publish": {"langcodes", "reprise.intake.formats", "reprise.text.notices"},
    "ingest": {
        "langcodes", "jinja2", "feedgen", "reprise.intake.html_page", "reprise.intake.markdown",
        "reprise.intake.newsml_g2", "reprise.intake.feeds", "reprise.intake.plain_text",
        "reprise.intake.bundles",
    },
}  # fmt: skip
"""Costly, and of no use to most first events: these load with the first event that needs them."""


def loaded(name, *, absent=frozenset()):
    """Start a function in a process of its own where *absent* packages are; what it then holds."""
    code = CODE.format(
        absent=set(absent),
        shared=str(ROOT / "shared"),
        configuration=str(ROOT / "shared" / "reprise.yaml"),
        app=str(ROOT / "functions" / name / "app.py"),
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert done.returncode == 0, done.stderr[-2000:]
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("name", ["api", "clock", "publish"])
def test_a_function_starts_with_the_core_layer_alone(name):
    """
    What only ingest carries is imported by nothing that the others load.
    """
    modules = loaded(name, absent=reader_packages())

    assert not modules & NOT_AT_START[name]


def test_ingest_starts_without_the_readers_of_any_format():
    """
    A reader comes with the first upload in its format, and with it the libraries it stands on.
    """
    modules = loaded("ingest")

    assert "reprise.intake.formats" in modules
    assert not modules & NOT_AT_START["ingest"]
    assert not modules & reader_packages()
