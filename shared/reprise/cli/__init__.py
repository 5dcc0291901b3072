"""
The command line: ``reprise COMMAND``. One module for each command, loaded when it is called.

A module ``reprise/cli/<command>.py`` holds a click command named ``command``; its first docstring
line is its line in ``reprise --help``. Adding a command is adding a module.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
from keyword import iskeyword
from pathlib import Path

import click

from reprise import __version__
from reprise.errors import RepriseError


class Commands(click.Group):
    """Finds commands among the modules beside this one, and imports only the one that is asked."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        found = pkgutil.iter_modules([str(Path(__file__).parent)])
        names = (each.name for each in found if not each.name.startswith("_"))
        return sorted(name.rstrip("_").replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__name__}.{_module(cmd_name)}")
        found: click.Command = module.command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_line(name)) for name in self.list_commands(ctx)])


def _module(name: str) -> str:
    """A word that Python keeps for itself has an underscore after it: ``import_``."""
    return f"{name}_" if iskeyword(name) else name.replace("-", "_")


def _first_line(name: str) -> str:
    """The first line of the module's docstring, read, not run."""
    path = Path(__file__).with_name(f"{_module(name)}.py")
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reprise")
def commands() -> None:
    """Republished articles in; feeds, sitemaps and pages for news aggregators out."""


def main() -> None:
    """The command line's entry: what is wrong is said in its own words, without a traceback."""
    try:
        commands()
    except RepriseError as error:
        click.echo(f"reprise: {error}", err=True)
        sys.exit(2)
