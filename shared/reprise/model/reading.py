"""What intake understood of an upload, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass

from reprise.errors import Problem
from reprise.model.permission import Stated
from reprise.model.receipt import Note
from reprise.model.submission import Picture, Provenance, Removal, Submission


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """
    A machine-readable policy as it stood in the document, for the rights room to read.

    Until it is read, the statement of the same ``name`` in :attr:`ReadItem.policies` says that it
    is not understood, which holds the article: a policy is never skipped by omission.

    Attributes:
        name: What that statement is called.
        language: What it is written in: ``odrl+json``, ``odrl+xml``, ``rsl``, or as declared.
        body: The policy's own text.
    """

    name: str
    language: str
    body: str


@dataclass(frozen=True, slots=True)
class PictureFile:
    """
    A picture that came as a file, freed of what is not the picture.

    Attributes:
        name: Path in its bundle, by which articles call it.
        body: The picture; the same pixels, without location, thumbnails and appended data.
        key: Where it is kept, by its content: ``pictures/<sha256>.<extension>``.
        facts: What was measured (type, size, sides as shown) and what the file or its manifest
            says (caption, credit, rights, licence); its ``url`` is the name.
    """

    name: str
    body: bytes
    key: str
    facts: Picture


@dataclass(frozen=True, slots=True)
class Beside:
    """
    What is said of a file beside it: in its sidecar, by the bundle it came in.

    Attributes:
        stated: Permissions. documents: policies among them that are still to be read.
    """

    stated: tuple[Stated, ...] = ()
    documents: tuple[PolicyDocument, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stated or self.documents)

    def with_more(self, other: Beside) -> Beside:
        """Both hold together."""
        return Beside((*self.stated, *other.stated), (*self.documents, *other.documents))


@dataclass(frozen=True, slots=True)
class Part:
    """
    A file of a bundle that becomes an upload of its own.

    Attributes:
        name: Path in its bundle.
        beside: What its sidecar and the manifest say of it alone.
    """

    name: str
    body: bytes
    beside: Beside = Beside()


@dataclass(frozen=True, slots=True)
class ReadItem:
    """
    One item of an upload.

    Attributes:
        submission: The item as stated.
        item: How its sender knows it: its id, else the file name or its place in it.
        policies: Machine-readable permissions found in the document or its sidecar.
        removals: What the reader left out, and why.
        provenance: Where each field came from, and how sure that is.
        documents: Policies in languages that the rights room reads.
        files: Keys in the archive of the pictures that came with it in a bundle.
        feed: The feed it came in, by the name that a complete one of it says (RFC 5005).
    """

    submission: Submission
    item: str = ""
    policies: tuple[Stated, ...] = ()
    removals: tuple[Removal, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    documents: tuple[PolicyDocument, ...] = ()
    files: tuple[str, ...] = ()
    feed: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """
    An upload as understood.

    Attributes:
        format: Name of the format it was recognised as, e.g. ``reprise/1``, ``capture``.
        items: Its items, in order.
        failures: Items that could not be read; the others go on.
        complete_feed: It is a complete feed (RFC 5005): an item missing from it is gone.
        parts: Files of a bundle, or entries of a long list, that are uploads of their own.
        listed: What a complete feed holds whose entries are its parts.
        beside: What is said of all its parts: the bundle's sidecar, its manifest.
        pictures: Pictures of a bundle, for the articles in its parts.
        notes: Remarks about the whole: what was left out on purpose, and why.
    """

    format: str
    items: tuple[ReadItem, ...] = ()
    failures: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    complete_feed: str | None = None
    parts: tuple[Part, ...] = ()
    listed: tuple[ReadItem, ...] = ()
    beside: Beside = Beside()
    pictures: tuple[PictureFile, ...] = ()
    notes: tuple[Note, ...] = ()
