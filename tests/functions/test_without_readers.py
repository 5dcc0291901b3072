"""
Functions that carry no readers start, and work, without them.
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
        if name.partition(".")[0] in {readers!r}:
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
print("started")
"""


def start(name):
    """Start a function in a process of its own where the readers are absent."""
    code = CODE.format(
        readers=set(reader_packages()),
        shared=str(ROOT / "shared"),
        configuration=str(ROOT / "shared" / "reprise.yaml"),
        app=str(ROOT / "functions" / name / "app.py"),
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 - our own code


@pytest.mark.parametrize("name", ["api", "clock", "publish"])
def test_a_function_starts_with_the_core_layer_alone(name):
    """
    What only ingest carries is imported by nothing that the others load.
    """
    done = start(name)

    assert done.stdout.endswith("started\n"), done.stderr[-2000:]
