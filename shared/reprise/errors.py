"""
Errors, by who has to act.

::

    RepriseError
    ├── RefusedError         the item's fault      the partner acts    receipt, message done
    ├── TransientError       the moment's fault    nobody acts         message returns to the queue
    │   └── ConflictError    another writer was first                  read again, then retry
    └── ConfigurationError   the operator's fault  the operator acts   crash at cold start, alarm
"""

from __future__ import annotations

from dataclasses import dataclass


class RepriseError(Exception):
    """Root of every error this package raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One thing that is wrong with an item, in words its sender can act on.

    Attributes:
        code: Stable machine-readable name, lower case with underscores.
        field: Path of the field as the sender wrote it, e.g. ``pictures[2].credit``;
            empty when the whole item is meant.
        found: What came, shortened for reading.
        send: What to send instead.
    """

    code: str
    field: str = ""
    found: str = ""
    send: str = ""

    def __str__(self) -> str:
        place = f"{self.field}: " if self.field else ""
        came = f"{self.found!r}" if self.found else self.code.replace("_", " ")
        return f"{place}{came}" + (f"; {self.send}" if self.send else "")


class RefusedError(RepriseError):
    """
    The item can't be taken as it is; its partner has to send something else.

    Attributes:
        item: What is refused, as its sender knows it (file name or id).
        problems: Everything that is wrong, at least one.
    """

    def __init__(self, item: str, *problems: Problem) -> None:
        self.item = item
        self.problems = problems
        super().__init__(f"{item}: " + " | ".join(str(problem) for problem in problems))


class TransientError(RepriseError):
    """The moment's fault: the same call may succeed later."""


class ConflictError(TransientError):
    """Another writer was first; what was read is no longer true."""


class ConfigurationError(RepriseError):
    """
    The operator's fault: a setting or the configuration file is wrong.

    The message names the place (file, line, field), what was found and what is allowed.
    """
