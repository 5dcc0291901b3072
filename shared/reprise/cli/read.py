"""Show what is understood of a file: one JSON line for each article, without AWS."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
import orjson

from reprise.errors import Problem, RefusedError
from reprise.fields.chain import FieldsResult, make_article
from reprise.intake.formats import read_upload
from reprise.intake.pictures import names_in, placed
from reprise.intake.sidecar import SUFFIX
from reprise.model.article import Article
from reprise.model.configuration import Configuration, Partner, Publication
from reprise.model.permission import Origin, Stated
from reprise.model.reading import Part, PictureFile, Reading, ReadItem
from reprise.model.receipt import Note
from reprise.model.submission import Action, Picture, Removal
from reprise.rights.readers import read_policies
from reprise.text.html import html_to_text

SHIPPED = Path(__file__).parents[2] / "reprise.yaml"
_PUBLICATION = Publication(name="Reading", base_url="https://reading.example", language="en")
Line = dict[str, Any]


@click.command(name="read")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True, path_type=Path))  # fmt: skip
@click.option("--config", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The operator's file; the shipped one by default.")  # fmt: skip
@click.option("--partner", default="sample", show_default=True, help="Read it as this partner's.")
@click.option("--now", "at", help="Read it as at this instant (RFC 3339) instead of now.")
def command(files: Sequence[Path], config: Path | None, partner: str, at: str | None) -> None:
    """
    Read FILES (folders are walked, - is the standard input) and print one JSON line per article.

    Each line says: outcome and reasons, every field of the article with how sure it is, what was
    stated about permission, and what was removed. A permission beside a file is read with it.
    """
    settings = _partner(config, partner)
    now = datetime.fromisoformat(at) if at else datetime.now(UTC)
    for name, data, sidecar in _uploads(files):
        for line in lines(data, name, sidecar=sidecar, partner=settings, now=now):
            sys.stdout.buffer.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
    sys.stdout.buffer.flush()


def lines(
    data: bytes, name: str, *, sidecar: bytes | None, partner: Partner, now: datetime
) -> Iterator[Line]:
    """One line for each article in *data*, and one for each that can't be read."""
    return _Reader(partner, now).lines(name, partial(read_upload, data, name, sidecar=sidecar))


@dataclass(frozen=True, slots=True)
class _Reader:
    """
    Reads a file, and the files in it if it is a bundle.

    Attributes:
        home: Path of the file in the bundle.
        pictures: Those of the bundle, by path.
    """

    partner: Partner
    now: datetime
    home: str = ""
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)

    def lines(self, name: str, read: Callable[..., Reading]) -> Iterator[Line]:
        try:
            reading = read(partner=self.partner)
        except RefusedError as error:
            yield _refused(name, error.item, error.problems)
            return
        for item in reading.items:
            said = _item(self._illustrated(read_policies(item)), self.partner, self.now)
            yield {"file": name, "format": reading.format, **self._named(said)}
        for item_name, problems in reading.failures:
            yield {**_refused(name, item_name, problems), "format": reading.format}
        for part in reading.parts:
            read_part = partial(
                read_upload,
                part.body,
                part.name,
                beside=reading.beside.with_more(part.beside),
            )
            yield from self._inside(reading, part).lines(f"{name}/{part.name}", read_part)

    def _inside(self, reading: Reading, part: Part) -> _Reader:
        """Lines of an NDJSON file name pictures as that file would."""
        if self.home:
            return self
        pictures = {picture.name: picture for picture in reading.pictures}
        return replace(self, home=part.name, pictures=pictures)

    def _illustrated(self, item: ReadItem) -> ReadItem:
        if not self.home:
            return item
        found = {
            path: (self.pictures[path].facts, _public(self.pictures[path]))
            for path in names_in(item.submission, self.home)
            if path in self.pictures
        }
        return placed(item, found, beside=self.home)

    def _named(self, line: Line) -> Line:
        """A picture of the bundle goes by its path in it."""
        paths = {_public(picture): path for path, picture in self.pictures.items()}
        for picture in line.get("pictures", ()):
            if picture["url"] in paths:
                picture["file"] = paths[picture["url"]]
        return line


def _public(picture: PictureFile) -> str:
    return f"{_PUBLICATION.base_url}/{picture.key}"


def _item(item: ReadItem, partner: Partner, now: datetime) -> Line:
    action = item.submission.action
    if action is not Action.PUBLISH:
        stated = item.submission.compact()
        return {"item": item.item, "outcome": "accepted", "reasons": [], "action": action, **stated}
    result = make_article(
        item, article_id="unpublished", guid=item.submission.id or item.item or "unpublished",
        partner_id="reading", partner=partner, publication=_PUBLICATION, now=now,
    )  # fmt: skip
    outcome, reasons = _outcome(result)
    return {
        "item": item.item,
        "outcome": outcome,
        "reasons": reasons,
        "action": action,
        "id": item.submission.id,
        **_article(result.article),
        "removed": [_removal(one) for one in (*item.removals, *result.removals)],
        "confidence": {name: round(sure, 3) for name, sure in result.confidence.items()},
        "origins": {one.field: one.origin for one in (*item.provenance, *result.provenance)},
        "remarks": [note.compact() for note in result.notes],
    }


def _outcome(result: FieldsResult) -> tuple[str, list[Line]]:
    """Refused, held (for a person, or by what can't be understood), or accepted."""
    if result.article is None:
        return "refused", [_reason(problem) for problem in result.problems]
    reasons = [_reason(note) for note in result.review]
    reasons += [
        {"code": "unreadable", "field": "permission", "found": found}
        for stated in result.article.permissions
        for found in stated.permission.unreadable
    ]
    return ("held" if reasons else "accepted"), reasons


def _article(article: Article | None) -> Line:
    if article is None:
        return {}
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "abstract": article.abstract,
        "bylines": [byline.compact() for byline in article.bylines],
        "dateline": article.dateline,
        "published_at": _time(article.published_at),
        "updated_at": _time(article.stated_updated_at),
        "language": article.language,
        "direction": article.direction,
        "sections": article.sections,
        "keywords": article.keywords,
        "series": article.series,
        "canonical_url": article.canonical_url,
        "source": article.source.compact(),
        "correction": article.correction,
        "word_count": article.word_count,
        "body_html": article.body_html,
        "body_text": html_to_text(article.body_html),
        "pictures": [_picture(picture) for picture in article.pictures],
        "videos": [video.compact() for video in article.videos],
        "permission": [_statement(stated) for stated in article.permissions],
        "notices": [
            stated.permission.evidence.text
            for stated in article.permissions
            if stated.origin is Origin.NOTICE and stated.permission.evidence
        ],
    }


def _time(value: datetime | None) -> str | None:
    return value.isoformat().replace("+00:00", "Z") if value else None


def _picture(picture: Picture) -> Line:
    """A name that is no address is the name of a file."""
    url = picture.url
    is_address = url is not None and url.startswith(("https://", "http://"))
    said = picture.compact() | {"url": url if is_address else None}
    return said if is_address or url is None else said | {"file": url}


def _statement(stated: Stated) -> Line:
    return {
        "origin": stated.origin,
        **({"name": stated.name} if stated.name else {}),
        **stated.permission.compact(),
    }


def _removal(removal: Removal) -> Line:
    return removal.compact()


def _reason(reason: Problem | Note) -> Line:
    parts = {name: getattr(reason, name) for name in ("code", "field", "found", "send")}
    return {name: text for name, text in parts.items() if text}


def _refused(file: str, item: str, problems: Sequence[Problem]) -> Line:
    reasons = [_reason(problem) for problem in problems]
    return {"file": file, "item": item, "outcome": "refused", "reasons": reasons}


def _uploads(files: Sequence[Path]) -> Iterator[tuple[str, bytes, bytes | None]]:
    """Name, bytes and sidecar of each file."""
    for path in files:
        if str(path) == "-":
            yield "-", sys.stdin.buffer.read(), None
        elif path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.is_file())
            yield from _uploads([one for one in inside if not one.name.endswith(SUFFIX)])
        else:
            sidecar = path.with_name(path.name + SUFFIX)
            yield str(path), path.read_bytes(), sidecar.read_bytes() if sidecar.exists() else None


def _partner(config: Path | None, name: str) -> Partner:
    """The partner's settings (zone, hosts, thresholds); a plain one when nobody configured it."""
    from reprise.configuration import load_file

    path = config or (SHIPPED if SHIPPED.exists() else None)
    if path is None:
        return Partner(name=name)
    known: Configuration = load_file(path)
    if name in known.partners:
        return known.partners[name]
    if config is not None:
        raise click.UsageError(f"no partner {name!r} in {config}: {', '.join(known.partners)}")
    return Partner(name=name)
