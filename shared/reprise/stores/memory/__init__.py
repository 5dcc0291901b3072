"""
The stores in memory: exact twins of :mod:`reprise.stores.aws`, deterministic, on a clock of their
own. For tests and for trying things out; nothing outlives the process.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reprise.stores.memory.articles import MemoryArticles
from reprise.stores.memory.board import MemoryBoard
from reprise.stores.memory.clock import Clock
from reprise.stores.memory.ledger import MemoryLedger
from reprise.stores.memory.objects import MemoryArchive, MemoryInbox, MemorySite, MemoryTickets
from reprise.stores.memory.outside import MemoryEdge, MemoryHub, MemoryKeys
from reprise.stores.memory.turns import Delivery, MemoryTurnQueue
from reprise.stores.ports import Stores
from reprise.stores.watched import Hook, watched

__all__ = [
    "Clock",
    "Delivery",
    "MemoryArchive",
    "MemoryArticles",
    "MemoryBoard",
    "MemoryEdge",
    "MemoryHub",
    "MemoryInbox",
    "MemoryKeys",
    "MemoryLedger",
    "MemorySite",
    "MemoryStores",
    "MemoryTickets",
    "MemoryTurnQueue",
    "memory_stores",
]


@dataclass
class MemoryStores:
    """
    All twins on one clock, with what a test wants to see of them beyond the ports.

    Args:
        clock: Read for what a store stamps (arrival, deduplication); move it to let time pass.
    """

    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.inbox = MemoryInbox(self.clock)
        self.archive = MemoryArchive()
        self.site = MemorySite(self.clock)
        self.articles = MemoryArticles()
        self.ledger = MemoryLedger()
        self.board = MemoryBoard()
        self.turns = MemoryTurnQueue(self.clock)
        self.hub = MemoryHub()
        self.edge = MemoryEdge()
        self.tickets = MemoryTickets(self.clock, self.inbox)
        self.keys = MemoryKeys()

    def stores(self, on_call: Hook | None = None) -> Stores:
        """The ports, each call reported to *on_call* before and after (see ``watched``)."""
        plain = Stores(
            inbox=self.inbox,
            archive=self.archive,
            site=self.site,
            articles=self.articles,
            ledger=self.ledger,
            board=self.board,
            turns=self.turns,
            hub=self.hub,
            edge=self.edge,
            tickets=self.tickets,
            keys=self.keys,
        )
        return watched(plain, on_call) if on_call else plain


def memory_stores(clock: Clock | None = None, on_call: Hook | None = None) -> Stores:
    """Fresh stores in memory, behind the ports only."""
    return MemoryStores(clock or Clock()).stores(on_call)
