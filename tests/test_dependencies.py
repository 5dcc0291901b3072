"""
The lock files: one resolution, hashed, free of addresses, and past the known traps.
"""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
CUT_FROM_DEV = ["run", "functions", "ingest"]

Pins = dict[tuple[str, str], tuple[str, frozenset[str]]]


def pins_of(text: str) -> Pins:
    """
    Read a lock file: (name, marker) to (version, hashes).

    >>> pins_of("idna==3.20 ; python_version > '3' \\\\\\n    --hash=sha256:ab\\n")
    {('idna', "python_version > '3'"): ('3.20', frozenset({'ab'}))}
    """
    pins: Pins = {}
    for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE):
        if found := re.match(r"([a-z0-9._-]+)==([^ ;\\]+)(?: ; ([^\\\n]+))?", block):
            name, pinned, marker = found.groups(default="")
            hashes = frozenset(re.findall(r"--hash=sha256:([0-9a-f]+)", block))
            pins[name, marker.strip()] = pinned, hashes
    return pins


def pins(name: str) -> Pins:
    """The pins of one of our lock files."""
    return pins_of((ROOT / "requirements" / f"{name}.txt").read_text())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_package_is_pinned_with_hashes_and_without_an_address(lock):
    """
    A lock file says what, never where from: no line but pins, markers and hashes.
    """
    text = lock.read_text()

    assert pins_of(text)
    assert all(hashes for _, hashes in pins_of(text).values())
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", CUT_FROM_DEV)
def test_what_runs_is_what_was_tested(name):
    """
    Every list for a run holds the very files that the checks are installed from.
    """
    tested = {(package, *pin) for (package, _), pin in pins("dev").items()}
    shipped = {(package, *pin) for (package, _), pin in pins(name).items()}

    assert shipped <= tested


@pytest.mark.parametrize("name", ["functions", "ingest"])
def test_no_artifact_brings_what_the_runtime_has_or_only_a_laptop_needs(name):
    """
    The AWS SDK comes with the Lambda runtime; moto and the checkers stay at home.
    """
    names = {package for package, _ in pins(name)}

    assert names.isdisjoint({"boto3", "botocore", "s3transfer", "moto", "flask", "pytest"})


def test_the_readers_are_shipped_to_ingest_only():
    """
    A function that renders or answers carries no extractor.
    """
    readers = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"][
        "optional-dependencies"
    ]["readers"]
    names = {re.split(r"[^a-z0-9-]", line)[0] for line in readers}

    assert names <= {package for package, _ in pins("ingest")}
    assert names.isdisjoint({package for package, _ in pins("functions")})


def test_the_known_traps_are_avoided():
    """
    Neither the feedgen that has a wheel nor the dateutil that botocore refuses slips in.
    """
    for name in ["dev", *CUT_FROM_DEV]:
        versions = {package: pinned for (package, _), (pinned, _) in pins(name).items()}

        assert not versions["feedgen"].startswith("0.")
        assert versions["python-dateutil"].startswith("2.")


def test_the_checks_run_on_the_locked_versions():
    """
    The environment of this very run was made from the lock file.
    """
    locked = {package: pinned for (package, _), (pinned, _) in pins("dev").items()}

    for package in ["feedgen", "lxml", "moto", "pydantic", "trafilatura"]:
        assert version(package) == locked[package]
