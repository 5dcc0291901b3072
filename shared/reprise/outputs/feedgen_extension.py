"""
feedgen as we use it: it renders the head and each entry, our extensions add what it lacks.

The extensions themselves are :mod:`.rss_extension` and :mod:`.atom_extension`. That of an entry
also hangs the entry into a root that declares every namespace, so that it comes out with the
prefixes it has inside a whole document.

No date is ever given to feedgen where it writes RSS: its RSS dates go through
``locale.setlocale``, which changes the locale of the whole process while others run.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from reprise.model.document import Entry
from reprise.outputs.elements import Element

GENERATOR = "Reprise"
"""Without a version: an upgrade must not change the bytes of every feed (X-12)."""


class Head(FeedGenerator):  # type: ignore[misc]
    """
    A feedgen feed that does not know what time it is.

    feedgen stamps the current time on every feed it makes and offers no way to leave it out;
    bytes must not depend on the clock (X-12).
    """

    def __init__(self, extension: BaseExtension) -> None:
        super().__init__()
        self._FeedGenerator__rss_lastBuildDate = None
        self.register_extension("reprise", lambda: extension)
        self.generator(GENERATOR)


class Root:
    """
    A root that declares *prefixes*, to hang entries below while they are completed and written.

    Below it an element gets the prefixes it has inside a whole document. lxml repeats the
    declarations on an element that is written alone; :meth:`write` cuts them off again.
    """

    def __init__(self, prefixes: Mapping[str, str], entry_tag: str) -> None:
        self._prefixes = dict(prefixes)
        self._start = len(entry_tag) + 1
        alone = etree.tostring(etree.SubElement(self._make(), entry_tag))
        self._end = len(alone) - len(b"/>")
        self._own = threading.local()

    def _make(self) -> Element:
        return etree.Element("root", nsmap=self._prefixes)

    def hang(self, element: Element) -> None:
        """Put *element* below the root. One root serves a thread, because making one is dear."""
        root = getattr(self._own, "root", None)
        if root is None:
            root = self._own.root = self._make()
        del root[:]  # the entry before, which nobody looks at any more
        root.append(element)

    def write(self, element: Element) -> bytes:
        """The bytes of *element* as they stand inside a whole document."""
        written = etree.tostring(element, encoding="UTF-8")
        return written[: self._start] + written[self._end :]


def extended(extension: BaseEntryExtension, entry: Entry) -> FeedEntry:
    """A feedgen entry with the fields that RSS and Atom share, and our *extension*."""
    made = FeedEntry()
    made.id(entry.guid or entry.url)
    made.title(title_of(entry))
    made.link(href=entry.url)
    made.register_extension("reprise", lambda: extension)
    return made


def title_of(entry: Entry) -> str:
    """The title; every format asks for one that is not blank."""
    return next(text for text in (entry.title, entry.summary, entry.url) if text.strip())


def categories_of(entry: Entry) -> list[str]:
    """Sections, then keywords, each once."""
    return [name for name in dict.fromkeys((*entry.sections, *entry.keywords)) if name]


def authors_of(entry: Entry) -> list[str]:
    """Names of the authors, else of the source: nothing of others goes out under our name."""
    names = [byline.name for byline in entry.bylines if byline.name.strip()]
    return names or [name for name in (entry.source.name or entry.partner_name,) if name]
