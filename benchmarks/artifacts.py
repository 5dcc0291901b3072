"""
Artifacts: what `sam build` makes of each function with its layers, unzipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Row

ROOT = Path(__file__).parent.parent
SAM = ROOT / ".venv-sam" / "bin" / "sam"
LAYERS = {
    "Ingest": ("CoreLayer", "ReadersLayer"),
    "Publish": ("CoreLayer",),
    "Clock": ("CoreLayer",),
    "Api": ("CoreLayer",),
}
AIMS = {"Ingest": 120}
OTHERS = 60
MEGABYTE = 1_000_000


def rows(rounds: int) -> Iterator[Row]:
    """Sizes are the same in every round; *rounds* makes no difference."""
    del rounds
    if not SAM.exists():
        yield Row("artifacts", "", "", "aws-sam-cli is not installed here: make .venv-sam/.ready")
        return
    with tempfile.TemporaryDirectory() as folder:
        built = build(Path(folder))
        for name, layers in LAYERS.items():
            size = size_of(*(built / each for each in (f"{name}Function", *layers)))
            aim = AIMS.get(name, OTHERS)
            measured = f"{size / MEGABYTE:.0f} MB"
            reach = f"under {aim} MB"
            yield Row(
                f"artifact of {name.lower()}, unzipped", "", reach, measured, size < aim * MEGABYTE
            )


def build(folder: Path) -> Path:
    """Run `sam build` into *folder*."""
    environment = {
        **os.environ,
        "SAM_CLI_TELEMETRY": "0",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "none",
        "AWS_SECRET_ACCESS_KEY": "none",
        "PYTHON": sys.executable,
        "COMPILER": functions_python() or "python3.13",
    }
    command = [SAM, "build", "--build-dir", folder / "build", "--cache-dir", folder / "cache"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "build"


def functions_python() -> str | None:
    """A Python 3.13, which compiles for the functions: on the path, or among those pyenv keeps."""
    kept = Path.home() / ".pyenv" / "versions"
    for each in ("python3.13", *map(str, kept.glob("3.13*/bin/python3.13"))):
        command = [shutil.which(each) or "false", "--version"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            return each
    return None


def size_of(*folders: Path) -> int:
    """Bytes of all files below *folders*."""
    return sum(p.stat().st_size for each in folders for p in each.rglob("*") if p.is_file())
