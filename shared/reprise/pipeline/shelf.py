"""
One channel's documents in the site bucket during one turn.

Unchanged documents are not written again (invariant 3), a changed one only over the version that
was there before the articles were read (design rule 6), and what is remembered of the last build
is renewed only after everything else is done, so that a crash repeats rather than forgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import xxhash

from reprise.errors import ConflictError
from reprise.model.document import Build, BuiltDocument, Document, Fragment
from reprise.model.ruling import Finding
from reprise.stores.ports import Stores


class Shelf:
    """
    Reads and writes the documents of *build*.

    With *read_first* the site bucket is asked which documents stand under *keys* before anything
    else; a turn that lost a race, or mistrusts what is remembered, starts like that.
    """

    def __init__(
        self, build: Build, stores: Stores, *, read_first: bool = False, keys: Iterable[str] = ()
    ) -> None:
        self._build = build
        self._site = stores.site
        self._board = stores.board
        self._documents = dict(build.documents)
        self.read_first = read_first
        self.written: list[str] = []
        self.keys = frozenset({*build.documents, *keys})
        self._etags: dict[str, str | None] = {}
        self._etags |= {key: known.etag for key, known in build.documents.items()}
        if read_first:
            for key in self.keys:
                self._etags[key] = self._site.etag(key)

    @property
    def place(self) -> str:
        """The channel, or volume of its history, whose documents these are."""
        return self._build.channel

    def previous_parts(self, key: str) -> dict[str, Fragment]:
        """
        The entries of the document as published, by entry key; empty when there is none.

        They are views of its bytes, nothing is copied. The document is not kept here: of a
        channel's documents, which may be large, one at a time is in memory.

        Raises:
            ConflictError: It is not the document that stood there before the articles were read.
        """
        known = self._build.documents.get(key)
        if known is None or not known.entry_keys or self._etags[key] != known.etag:
            return {}
        return cut(self._read(key), known)

    def previous(self, document: Document) -> Document | None:
        """*document* as it was published last, with the bytes it had then."""
        known = self._build.documents.get(document.key)
        if known is None or not known.entry_keys or self._etags[document.key] != known.etag:
            return None
        body = self._read(document.key)
        parts = cut(body, known)
        length = sum(known.lengths) + known.separator * (len(known.lengths) - 1)
        return replace(
            document,
            head=body[: known.head],
            entries=tuple(parts.values()),
            entry_keys=tuple(parts),
            tail=body[known.head + length :],
        )

    def refused(self, key: str) -> dict[str, tuple[Finding, ...]]:
        """Entries that could not be made for the document in the last build, and why."""
        last = self._build.left_out
        return {one.entry: one.findings for one in last if one.document == key and one.entry}

    def previous_entry_keys(self, key: str) -> tuple[str, ...]:
        known = self._build.documents.get(key)
        return known.entry_keys if known else ()

    def known_entries(self, key: str) -> frozenset[str]:
        """Keys of entries that the document has, or could not have, by its last build."""
        return frozenset((*self.previous_entry_keys(key), *self.refused(key)))

    def entry_keys(self) -> Iterator[str]:
        """Of all entries that are public now, in whichever document."""
        return (key for known in self._documents.values() for key in known.entry_keys)

    def is_current(self, document: Document) -> bool:
        """
        Whether *document* is what the bucket holds; its entries' keys stand for their bytes.

        What is remembered is not enough: a turn may have died after its put, and the state may
        have returned to what it was before. So the bucket is asked for its ETag.
        """
        known = self._documents.get(document.key)
        if self.read_first or known is None or known.digest != digest_of(document):
            return False
        return self._site.etag(document.key) == known.etag

    def put(self, document: Document) -> bool:
        """
        Store *document* if it differs from what is remembered.

        Returns:
            Whether the world has to be told: it was written, or its bytes are others than those
            of the last *finished* build (WS-08).

        Raises:
            ConflictError: Another turn was faster.
        """
        if self.is_current(document):
            return False
        content = content_of(document)
        known = self._documents.get(document.key)
        if known and known.content == content and self._holds(known, document.key):
            etag = known.etag
        else:
            etag = self._store(document)
        self._documents[document.key] = remember(document, etag, content)
        return document.key in self.written or known is None or known.content != content

    def _holds(self, known: BuiltDocument, key: str) -> bool:
        """Whether the bucket has what is remembered: then equal bytes are not put (HTTP-03)."""
        return not self.read_first and self._site.etag(key) == known.etag

    def forget(self, keys: Iterable[str]) -> None:
        """Take documents away that no longer belong to the channel."""
        for key in keys:
            self._site.delete(key)
            self._documents.pop(key, None)

    def known_keys(self) -> frozenset[str]:
        return frozenset(self._documents)

    def build(self, now: datetime, **rest: Any) -> Build:
        """What to remember, documents and *rest*; the same value as before if nothing changed."""
        told = self._build.model_copy(update={"documents": self._documents, **rest})
        return self._build if told == self._build else told.model_copy(update={"built_at": now})

    def save(self, now: datetime, **rest: Any) -> None:
        """Remember it, if anything changed."""
        renewed = self.build(now, **rest)
        if renewed is not self._build:
            self._board.save_build(renewed)

    def _store(self, document: Document) -> str:
        if self.read_first and document.key not in self._etags:
            self._etags[document.key] = self._site.etag(document.key)
        expected = self._etags.get(document.key)
        if self.read_first and expected and self._read(document.key) == document.body:
            return expected
        etag = self._site.put(document, expected_etag=expected)
        self._etags[document.key] = etag
        self.written.append(document.key)
        return etag

    def _read(self, key: str) -> bytes:
        stored = self._site.get(key)
        if stored is None or stored.etag != self._etags[key]:
            raise ConflictError(f"{key}: not the document that was there before")
        return stored.body


def digest_of(document: Document) -> str:
    """
    Digest of everything that decides a document's bytes and headers.

    Entries count by their keys: equal keys are equal bytes, so megabytes need not be hashed.
    """
    digest = xxhash.xxh3_128()
    for part in (
        repr(_headers(document)).encode(),
        document.head,
        document.tail,
        document.separator,
    ):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    digest.update("\n".join(document.entry_keys).encode())
    return digest.hexdigest()


def content_of(document: Document) -> str:
    """Digest of a document's bytes and headers; nothing is joined for it."""
    digest = xxhash.xxh3_128(repr(_headers(document)).encode())
    for piece in document.pieces:
        digest.update(piece)
    return digest.hexdigest()


def _headers(document: Document) -> tuple[object, ...]:
    return (
        document.media_type,
        document.cache_seconds,
        document.immutable,
        document.fresh,
        document.status,
        document.noindex,
        document.language,
        # Only where there is one: digests of other documents stay what they were.
        *filter(None, (document.location,)),
    )


def remember(document: Document, etag: str, content: str) -> BuiltDocument:
    """What the next turn has to know of *document*."""
    return BuiltDocument(
        etag=etag,
        digest=digest_of(document),
        content=content,
        head=len(document.head),
        separator=len(document.separator),
        entry_keys=document.entry_keys,
        lengths=tuple(map(len, document.entries)),
    )


def cut(body: bytes, known: BuiltDocument) -> dict[str, Fragment]:
    """The entries of the published document *known* with these bytes, by key, as views of them."""
    view, at, separator = memoryview(body), known.head, known.separator
    parts: dict[str, Fragment] = {}
    for key, length in zip(known.entry_keys, known.lengths, strict=True):
        end = at + length
        parts[key] = view[at:end]
        at = end + separator
    return parts
