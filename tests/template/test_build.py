"""
What `sam build` makes: for the right processor, only what is needed, far below Lambda's limits.
"""

import subprocess

import pytest

from benchmarks.artifacts import MEGABYTE, SAM, build, functions_python, size_of
from reprise.local.world import ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder `sam build` fills, without containers."""
    if not SAM.exists():
        pytest.skip("aws-sam-cli is not installed here: make .venv-sam/.ready")
    return build(tmp_path_factory.mktemp("sam"))


def test_ingest_stays_below_120_megabytes_and_the_others_below_60(built):
    """
    Unzipped, with layers; Lambda's limit is 250.
    """
    core, readers = built / "CoreLayer", built / "ReadersLayer"

    assert size_of(core, readers, built / "IngestFunction") < 120 * MEGABYTE
    for function in ("ApiFunction", "ClockFunction", "PublishFunction"):
        assert size_of(core, built / function) < 60 * MEGABYTE


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


def test_what_the_functions_load_is_compiled_for_their_python(built):
    """
    Lambda's disk can't be written to: what is not compiled is compiled at each cold start.

    A header says which Python wrote it, and that nobody compares it with its source (flags 1), whose
    time is another once it was zipped, uploaded and unpacked.
    """
    if functions_python() is None:
        pytest.skip("Python 3.13 is not installed here: nothing was compiled")
    folder = built / "CoreLayer" / "python" / "reprise"

    sources = {path.stem for path in folder.glob("*.py")}
    compiled = [*folder.glob("__pycache__/*.pyc")]

    assert {path.name for path in compiled} == {f"{name}.cpython-313.pyc" for name in sources}
    for path in compiled:
        assert path.read_bytes()[4:8] == b"\x01\0\0\0"


def test_without_the_functions_python_nothing_is_compiled(tmp_path):
    """
    Another Python's bytecode would be dead weight; the builder is told what is amiss.
    """
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "a.py").write_text("x = 1")
    rules = (ROOT / "shared" / "Makefile").read_text() + "\nonly:\n\t@$(compile)\n"
    command = ["make", "-f", "-", "only", f"ARTIFACTS_DIR={tmp_path}", "COMPILER=no-such-python"]

    done = subprocess.run(command, input=rules, capture_output=True, text=True, check=False)  # noqa: S603 - our own command

    assert done.returncode == 0
    assert "No Python 3.13 here" in done.stderr
    assert not [*tmp_path.rglob("*.pyc")]


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
