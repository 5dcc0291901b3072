"""
The doors as Lambda starts them, on stores in memory: the real ``app.py``, no AWS, no moto.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pytest

from reprise.local.functions import environment_of, load
from reprise.local.log import LOG
from reprise.local.template import Template
from reprise.local.world import ROOT
from reprise.stores.memory import Clock, MemoryStores


@dataclass
class Doors:
    """Opens functions by name, all on the same stores and the same clock."""

    template: Template
    memory: MemoryStores
    hook: Any = None
    opened: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        if name not in self.opened:
            self.opened[name] = self._open(name)
        return self.opened[name]

    def _open(self, name: str) -> Any:
        function = next(f for f in self.template.functions() if f.folder == f"functions/{name}/")
        anything = defaultdict(lambda: defaultdict(lambda: "somewhere"))
        own = {"CONFIGURATION": str(ROOT / "shared" / "reprise.yaml")}
        return load(
            function,
            environment_of(function, self.template, anything, own),
            root=ROOT,
            now=self.memory.clock,
            stores=lambda _settings: self.memory.stores(self.hook),
        )


@pytest.fixture
def doors():
    """Doors on fresh stores."""
    LOG.complaints.clear()
    return Doors(Template.read(ROOT / "template.yaml"), MemoryStores(Clock()))


@pytest.fixture
def story():
    """Makes an article in our own format."""

    def make(name: str = "ferry", **changes: Any) -> dict[str, Any]:
        return {
            "format": "reprise/1",
            "id": name,
            "headline": "The ferry runs again",
            "body_text": "The ferry runs again after a winter in dock.\n\nIt carries two hundred.",
            "language": "en",
            "updated_at": "2025-12-31T08:00:00Z",
            **changes,
        }

    return make
