"""
Bundles: articles of any format, pictures, sidecars and a manifest in one archive (row B11).

What a file is, its content says. Each article becomes an upload of its own; what the bundle says of
it (its sidecar, its line in the manifest) goes with it. One bad file costs only itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from reprise.errors import Problem, RefusedError
from reprise.intake.archives import is_archive, members
from reprise.intake.manifest import FILE, ListedArticle, ListedPicture, Manifest, read_manifest
from reprise.intake.not_articles import ADVICE, no_article
from reprise.intake.pictures import is_picture, path_of, read_picture
from reprise.intake.received import Received
from reprise.intake.sidecar import SUFFIX, read_beside
from reprise.model.permission import Origin, Permission, Stated, Use
from reprise.model.reading import Beside, Part, PictureFile, Reading
from reprise.model.receipt import Note
from reprise.model.submission import Picture

NAME = "bundle"
_OFFICE = (
    ("[Content_Types].xml", b"", "an Office document"),
    ("mimetype", b"application/", "an OpenDocument or EPUB file"),
)
"""A file in it, how that begins, and what it makes of the archive."""
_PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)
_SAVED = re.compile(r"(.+?)(?:_files|\.files|-Dateien|_archivos|_fichiers|_file)/")
"""The folder that a browser puts beside ``<name>.html``."""
_CODE = 0.02
"""Share of braces, semicolons and equals signs; of 216 scripts and style sheets nine in ten have
more, of texts none comes near."""
_ENOUGH_CODE = 20_000
_SHOWN = 10
"""Names in a note."""

Failure = tuple[str, tuple[Problem, ...]]
Entry = TypeVar("Entry", ListedArticle, ListedPicture)


def read(received: Received) -> Reading:
    """
    The articles and pictures in an archive, and what it says of them.

    Raises:
        RefusedError: It can't be opened, holds too much, or is a document that only looks like one.
    """
    bundle = _Bundle()
    for member in members(received.data, received.name, limit=received.partner.max_bytes):
        if member.problem:
            bundle.failures.append((member.name, (member.problem,)))
        else:
            bundle.files[member.name] = member.body
    bundle.refuse_office(received.name)
    return bundle.read(received.name)


@dataclass(slots=True)
class _Bundle:
    """
    A bundle on its way to a reading.

    Attributes:
        files: What is left to be looked at, by path.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)

    def refuse_office(self, name: str) -> None:
        """Word, Writer and e-books are archives too."""
        for file, begin, what in _OFFICE:
            if file in self.files and self.files[file].startswith(begin):
                raise RefusedError(name, Problem("not_an_article", found=what, send=ADVICE))

    def read(self, name: str) -> Reading:
        """Manifest and sidecars first, for they speak of the others; then each by its content."""
        articles, pictures = self._manifest()
        beside = self._sidecars()
        shown = list(self._pictures(pictures, beside))
        self._resources()
        parts = list(self._parts(articles, beside))
        if not (parts or shown or self.failures):
            raise RefusedError(name, Problem("empty", found="no file in it", send=ADVICE))
        return Reading(
            NAME,
            parts=tuple(parts),
            beside=Beside(tuple(self.stated)),
            pictures=tuple(shown),
            failures=tuple(self.failures),
            notes=tuple(self.notes),
        )

    # Manifest

    def _manifest(self) -> tuple[dict[str, ListedArticle] | None, dict[str, ListedPicture]]:
        """What the manifest lists, by path in the bundle; ``None`` when it lists no articles."""
        path = _manifest_in(self.files)
        if path is None:
            return None, {}
        try:
            manifest = read_manifest(self.files[path], path)
        except RefusedError as error:
            # It may have said no: every article waits until it can be read.
            reasons = tuple(str(problem) for problem in error.problems)
            self.stated.append(_said_in(FILE, Permission(unreadable=reasons)))
            self.failures.append((path, error.problems))
            manifest = Manifest(format="reprise-bundle/1")
        if manifest is None:
            return None, {}
        del self.files[path]
        if manifest.permission:
            self.stated.append(_said_in(FILE, manifest.permission))
        pictures = self._listed(path, manifest.pictures)
        return (
            None if manifest.articles is None else self._listed(path, manifest.articles),
            pictures,
        )

    def _listed(self, manifest: str, entries: tuple[Entry, ...]) -> dict[str, Entry]:
        """*entries* by path; one that names no file of the bundle is told."""
        found: dict[str, Entry] = {}
        for entry in entries:
            path = path_of(entry.file, manifest)
            if path in self.files:
                found.setdefault(path, entry)
            else:
                problem = Problem("not_in_bundle", "file", entry.file, "send the file, or its name")
                self.failures.append((entry.file, (problem,)))
        return found

    # Sidecars

    def _sidecars(self) -> dict[str, Beside]:
        """What is said beside each file, by its path."""
        found: dict[str, Beside] = {}
        for path in [path for path in self.files if path.endswith(SUFFIX)]:
            owner, body = path.removesuffix(SUFFIX), self.files.pop(path)
            if owner in self.files:
                found[owner] = read_beside(body, owner)
            else:
                problem = Problem("not_in_bundle", "name", owner, "send the file it belongs to")
                self.failures.append((path, (problem,)))
        return found

    # Pictures

    def _pictures(
        self, listed: Mapping[str, ListedPicture], beside: Mapping[str, Beside]
    ) -> Iterator[PictureFile]:
        for path in [path for path, body in self.files.items() if is_picture(body)]:
            try:
                picture = read_picture(self.files.pop(path), path)
            except RefusedError as error:
                self.failures.append((path, error.problems))
                continue
            facts = _with_permissions(picture.facts, beside.get(path, Beside()))
            yield replace(picture, facts=_with_manifest(facts, listed.get(path)))

    # Articles

    def _parts(
        self,
        listed: Mapping[str, ListedArticle] | None,
        beside: Mapping[str, Beside],
    ) -> Iterator[Part]:
        for path, body in self.files.items():
            if listed is not None and path not in listed:
                continue
            problem = _nested(body) or no_article(body) or _code(body)
            if problem:
                self.failures.append((path, (problem,)))
                continue
            entry = listed[path] if listed else None
            said = beside.get(path, Beside())
            if entry and entry.permission:
                said = said.with_more(Beside((_said_in(FILE, entry.permission),)))
            yield Part(path, body, said)
        if listed is not None:
            self._note_aside([path for path in self.files if path not in listed])

    def _resources(self) -> None:
        """What a browser saves beside a page is no article, but for the pictures in it."""
        pages = {path.rpartition(".")[0] for path in self.files if _PAGE.search(path)}
        for path in list(self.files):
            folder = _SAVED.match(path)
            if folder and folder[1] in pages:
                del self.files[path]

    def _note_aside(self, paths: list[str]) -> None:
        if paths:
            more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
            found = f"{', '.join(paths[:_SHOWN])}{more}"
            send = "list them in the manifest if they are articles"
            self.notes.append(Note(code="not_listed", field="articles", found=found, send=send))


def _manifest_in(files: Mapping[str, bytes]) -> str | None:
    """At the root, or in the one folder that everything is in."""
    if FILE in files:
        return FILE
    folders = {path.partition("/")[0] for path in files}
    path = f"{folders.pop()}/{FILE}" if len(folders) == 1 else ""
    return path if path in files else None


def _said_in(name: str, permission: Permission) -> Stated:
    return Stated(origin=Origin.SIDECAR, permission=permission, name=name)


def _code(body: bytes) -> Problem | None:
    """
    Scripts and style sheets: a saved page brings them along, and a reader of plain text would make
    articles of them. Prose has no braces and semicolons to speak of.
    """
    begin = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:_ENOUGH_CODE]
    marks = sum(begin.count(mark) for mark in (b"{", b"}", b";", b"="))
    if begin.startswith((b"<", b"{", b"[", b"+++", b"---")) or marks < _CODE * len(begin):
        return None
    return Problem("not_an_article", found="a script or style sheet", send=ADVICE)


def _nested(body: bytes) -> Problem | None:
    if not is_archive(body):
        return None
    send = "put its files into the bundle itself, or send it by itself"
    return Problem("nested_archive", found="an archive in an archive", send=send)


# --- What is said of a picture --------------------------------------------------------------------


def _with_manifest(facts: Picture, entry: ListedPicture | None) -> Picture:
    if entry is None:
        return facts
    said = entry.model_dump(exclude={"file"}, exclude_none=True)
    if facts.usable is False:
        # Its sidecar said no, and nothing widens that.
        said.pop("usable", None)
    return facts.model_copy(update=said)


def _with_permissions(facts: Picture, beside: Beside) -> Picture:
    """
    A permission beside a picture, as far as a picture can carry one.

    A policy in another language is not read for it: the statement that waits for that says no.
    """
    for permission in (one.permission for one in beside.stated):
        credit = permission.duties.credit_line
        rights = permission.usage_terms or permission.copyright_notice
        said = {
            "licence": permission.licence,
            "credit": credit or permission.rights_holder,
            "rights": rights,
            "expires_at": permission.expires_at,
            "usable": _is_usable(permission, before=facts.usable),
        }
        known = {name: value for name, value in said.items() if value is not None}
        facts = facts.model_copy(update=known)
    return facts


_CARRIED = frozenset(
    {"basis", "licence", "rights_holder", "granted_to", "granted_on", "evidence", "contact",
     "copyright_notice", "usage_terms", "uses", "expires_at", "pictures", "duties", "price",
     "price_contact"}
)  # fmt: skip
"""What limits nothing, or is kept by the picture; it can't keep any other limit."""
_KEPT_DUTIES = frozenset({"credit_line", "attribution"})


def _is_usable(permission: Permission, *, before: bool | None) -> bool | None:
    """Yes only where page and feeds are both granted; they show the same pictures."""
    limits = permission.model_dump(exclude_defaults=True).keys() - _CARRIED
    duties = permission.duties.model_dump(exclude_none=True).keys() - _KEPT_DUTIES
    if before is False or limits or duties or permission.pictures is False:
        return False
    if permission.uses:
        terms = (permission.uses.get(use) for use in (Use.DISPLAY, Use.SYNDICATE_FULL))
        return all(one is not None and one.allowed and one.recipients is None for one in terms)
    return permission.pictures or before
