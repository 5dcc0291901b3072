"""
The command line: found by module, loaded when called, speaking in its own words.
"""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from reprise.cli import commands, main
from reprise.pipeline.desk import key_hash
from reprise.stores.memory.outside import MemoryKeys


def call(*arguments, obj=None):
    """The answer of ``reprise`` to *arguments*."""
    return CliRunner().invoke(commands, arguments, obj=obj, catch_exceptions=True)


def test_help_lists_every_command_with_its_first_line():
    """
    A command is a module beside the others; adding one is adding a file.
    """
    answer = call("--help")

    assert answer.exit_code == 0
    for name in commands.list_commands(None):
        assert f"\n  {name}" in answer.output


@pytest.mark.parametrize("name", commands.list_commands(None))
def test_every_command_has_help(name):
    """
    Each module holds a click command that explains itself.
    """
    answer = call(name, "--help")

    assert answer.exit_code == 0, answer.output
    assert len(answer.output.splitlines()) > 4


def test_help_loads_no_command_and_no_library_of_theirs():
    """
    The list of commands comes at once: nothing heavy is imported for it.
    """
    code = (
        "import sys; from reprise.cli import commands\n"
        "try: commands(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('pydantic', 'lxml', 'botocore', 'moto', 'yaml') if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code

    assert done.stdout.splitlines()[-1] == "[]"


def test_an_unknown_command_is_refused():
    """
    With status 2, as every wrong use.
    """
    assert call("publsh").exit_code == 2


def test_a_wrong_file_is_told_in_lines_without_a_traceback(tmp_path, capsys, monkeypatch):
    """
    What is wrong is the message; nobody needs our stack.
    """
    path = tmp_path / "mine.yaml"
    path.write_text("publication: 7\n")
    monkeypatch.setattr(sys, "argv", ["reprise", "check", str(path)])

    with pytest.raises(SystemExit) as caught:
        main()

    assert caught.value.code == 2
    assert f"{path}:1: publication: 7" in capsys.readouterr().err


def test_the_shipped_file_is_right():
    """
    ``reprise check`` without a file checks the one that is deployed.
    """
    assert "right" in call("check").output


def test_a_key_is_shown_once_and_kept_as_its_hash():
    """
    Made, listed by the beginning of its hash, refused once removed (row B25).
    """
    keys = MemoryKeys()
    now = datetime.now(UTC)
    key = call("key", "--table", "t", "add", "sample", "--days", "30", obj=keys).output.strip()

    assert keys.partner_of(key_hash(key), now=now) == "sample"
    listed = call("key", "--table", "t", "list", "sample", obj=keys).output
    assert key not in listed
    assert listed.startswith(key_hash(key)[:12])

    call("key", "--table", "t", "remove", "sample", listed[:12], obj=keys)
    assert keys.partner_of(key_hash(key), now=now) is None


def test_a_beginning_that_fits_several_keys_removes_none():
    """
    Never the wrong key.
    """
    keys = MemoryKeys()
    for _ in range(40):
        call("key", "--table", "t", "add", "sample", obj=keys)

    answer = call("key", "--table", "t", "remove", "sample", "", obj=keys)

    assert answer.exit_code != 0
    assert len(keys.of("sample")) == 40
