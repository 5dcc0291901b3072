"""
What `sam build` makes: for the right processor, only what is needed, far below Lambda's limits.
"""

import os
import subprocess
import sys

import pytest

from reprise.local.world import ROOT

SAM = ROOT / ".venv-sam" / "bin" / "sam"
ENVIRONMENT = {
    **os.environ,
    "SAM_CLI_TELEMETRY": "0",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "none",
    "AWS_SECRET_ACCESS_KEY": "none",
    "PYTHON": sys.executable,
}

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder `sam build` fills, without containers."""
    if not SAM.exists():
        pytest.skip("aws-sam-cli is not installed here: make .venv-sam/.ready")
    folder = tmp_path_factory.mktemp("sam")
    command = [SAM, "build", "--build-dir", folder / "build", "--cache-dir", folder / "cache"]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True)  # noqa: S603, PLW1510 - our own command
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "build"


def size(*folders):
    """Bytes of all files in *folders*."""
    return sum(p.stat().st_size for each in folders for p in each.rglob("*") if p.is_file())


def test_ingest_stays_below_120_megabytes_and_the_others_below_60(built):
    """
    Unzipped, with layers; Lambda's limit is 250.
    """
    core, readers = built / "CoreLayer", built / "ReadersLayer"

    assert size(core, readers, built / "IngestFunction") < 120 * MEGABYTE
    for function in ("ApiFunction", "ClockFunction", "PublishFunction"):
        assert size(core, built / function) < 60 * MEGABYTE


def test_functions_hold_their_door_and_nothing_else(built):
    """
    What a door opens to comes from the layers, once.
    """
    for folder in built.glob("*Function"):
        assert [path.name for path in folder.iterdir()] == ["app.py"]


def test_compiled_code_is_for_arm64(built):
    """
    Built on any machine, run on Graviton: ELF files for AArch64 (machine 183) only.
    """
    libraries = [path for path in built.rglob("*.so*") if path.is_file()]

    assert len(libraries) > 10
    for path in libraries:
        head = path.read_bytes()[:20]
        assert head[:4] == b"\x7fELF"
        assert int.from_bytes(head[18:20], "little") == 183, path


def test_the_core_layer_holds_reprise_without_the_laptop(built):
    """
    Ours, the operator's file, and no local run, no command line, no tests.
    """
    package = built / "CoreLayer" / "python" / "reprise"

    assert (package / "runtime.py").is_file()
    assert (built / "CoreLayer" / "reprise.yaml").is_file()
    assert not (package / "local").exists()
    assert not (package / "cli").exists()
    assert not list(built.rglob("__pycache__"))


def test_neither_layer_brings_the_aws_sdk_or_what_the_other_has(built):
    """
    The runtime brings the SDK; a package in both layers would be carried twice.
    """
    core = {path.name for path in (built / "CoreLayer" / "python").iterdir()}
    readers = {path.name for path in (built / "ReadersLayer" / "python").iterdir()}

    assert not core & readers
    assert not (core | readers) & {"boto3", "botocore", "s3transfer", "moto"}
    assert {"lxml", "feedgen", "nh3", "pydantic_core"} <= core
    assert {"trafilatura", "feedparser"} <= readers


def test_pydantics_core_is_the_real_one(built):
    """
    With the wrong list of platforms pip takes an empty placeholder, version 0.0.1.
    """
    assert list((built / "CoreLayer" / "python" / "pydantic_core").glob("*.so"))
