"""
The functions, in this process: each ``app.py`` imported as its own module under the environment
that the template gives it.
"""

from __future__ import annotations

import importlib.util
import os
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Any

from reprise import runtime
from reprise.local.clock import Clock
from reprise.local.log import LOG
from reprise.local.resources import ACCOUNT, ENVIRONMENT, REGION
from reprise.local.template import Addresses, Function, Template
from reprise.settings import Settings
from reprise.stores.ports import Stores

_ONE_AT_A_TIME = RLock()
"""Powertools keeps a process's metrics in one place; on AWS a process handles one event anyway."""


@dataclass
class Context:
    """What Lambda tells a handler of its surroundings."""

    function_name: str
    memory_limit_in_mb: int
    timeout_seconds: int
    aws_request_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    function_version: str = "$LATEST"

    @property
    def invoked_function_arn(self) -> str:
        return f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{self.function_name}"

    def get_remaining_time_in_millis(self) -> int:
        return self.timeout_seconds * 1000


@dataclass(frozen=True)
class Loaded:
    """A function ready to be called, as Lambda would call it."""

    function: Function
    module: ModuleType
    environment: Mapping[str, str]

    def __call__(self, event: Mapping[str, Any]) -> Any:
        handler = getattr(self.module, self.function.handler.partition(".")[2])
        function = self.function
        with _ONE_AT_A_TIME, environed(self.environment), redirect_stdout(LOG):
            return handler(
                dict(event), Context(function.name, function.memory_mb, function.timeout_seconds)
            )


def environment_of(
    function: Function, template: Template, addresses: Addresses, own: Mapping[str, str]
) -> dict[str, str]:
    """
    A function's whole environment, on this machine.

    Args:
        own: What differs here, e.g. where the operator's file lies; only variables that the
            template gives to the function are replaced.
    """
    given = {
        name: str(template.plain(value, addresses)) for name, value in function.environment.items()
    }
    replaced = {name: value for name, value in own.items() if name in given}
    return {**ENVIRONMENT, **given, **replaced}


def load(
    function: Function,
    environment: Mapping[str, str],
    *,
    root: Path,
    now: Clock,
    stores: Callable[[Settings], Stores],
) -> Loaded:
    """Import *function* from below *root* as Lambda would start it."""
    module_file = root / function.folder / f"{function.handler.partition('.')[0]}.py"
    name = f"functions.{module_file.parent.name}.{module_file.stem}"
    spec = importlib.util.spec_from_file_location(name, module_file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{module_file} is no module")
    module = importlib.util.module_from_spec(spec)
    # The logger takes hold of standard output while the module starts.
    with environed(environment), redirect_stdout(LOG), runtime.fitted(now=now, stores=stores):
        spec.loader.exec_module(module)
    return Loaded(function, module, environment)


@contextmanager
def environed(variables: Mapping[str, str]) -> Iterator[None]:
    """The process's environment with *variables*, put back afterwards."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
