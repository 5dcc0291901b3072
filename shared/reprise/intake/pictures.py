"""
Pictures that come as files (B32): what they are by content, whose they are, and without location.

A picture keeps its pixels to the bit. Of its metadata only credit and rights stay in it, and how it
is held; the rest of what it says is taken into the article.
"""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from reprise.errors import Problem, RefusedError
from reprise.intake.picture_containers import BrokenPictureError, open_picture
from reprise.intake.picture_metadata import read_facts
from reprise.model.reading import PictureFile, ReadItem
from reprise.model.submission import Picture, Submission

_IMG = r"""(<img\b[^<>]{0,2000}?\ssrc\s*=\s*)("([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))"""
_SOURCE = re.compile(_IMG, re.IGNORECASE)
_SOURCE_BYTES = re.compile(_IMG.encode(), re.IGNORECASE)
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|/|#)", re.IGNORECASE)
_SEND = "send JPEG, PNG, GIF or WebP"
_ANCHOR = "https://bundle.invalid/"
"""Files of a bundle as addresses, for readers that know no names; nobody can own this host."""


def is_picture(data: bytes) -> bool:
    """Whether *data* begins like a picture we take."""
    try:
        return open_picture(data) is not None
    except BrokenPictureError:
        return True


def read_picture(data: bytes, name: str) -> PictureFile:
    """
    The picture in *data*, told by its content.

    Args:
        name: Path in its bundle.

    Raises:
        RefusedError: No picture we take, cut off, or of absurd size.
    """
    try:
        container = open_picture(data)
    except BrokenPictureError as error:
        raise RefusedError(name, Problem("broken_picture", found=str(error), send=_SEND)) from error
    if container is None:
        found = data[:16].decode("ascii", "backslashreplace")
        raise RefusedError(name, Problem("not_a_picture", found=found, send=_SEND))
    facts = read_facts(container)
    body = container.build(facts.as_exif())
    width, height = container.width, container.height
    picture = Picture(
        url=name,
        caption=facts.caption or None,
        alt=facts.alt or None,
        credit=facts.credit_line or None,
        rights=facts.rights or None,
        licence=facts.licence or None,
        width=height if facts.is_turned else width,
        height=width if facts.is_turned else height,
        bytes=len(body),
        media_type=container.media_type,
    )
    key = f"pictures/{hashlib.sha256(body).hexdigest()}.{container.extension}"
    return PictureFile(name=name, body=body, key=key, facts=picture)


# --- Names in articles ----------------------------------------------------------------------------


def anchored(data: bytes, beside: str) -> bytes:
    """
    A page's bytes, its pictures' relative names turned into addresses that readers keep.

    A saved page names the files saved with it, and its reader would take these names for addresses
    on the site it was saved from. What else is sent keeps its names.

    Args:
        beside: Path of the page in its bundle.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return data

    def replaced(match: re.Match[bytes]) -> bytes:
        stated = (match[3] or match[4] or match[5] or b"").decode("utf-8", "replace")
        path = path_of(html.unescape(stated), beside)
        return match[1] + f'"{_ANCHOR}{quote(path)}"'.encode() if path else match[0]

    return _SOURCE_BYTES.sub(replaced, data)


def names_in(submission: Submission, beside: str = "") -> tuple[str, ...]:
    """
    Files that the article calls its pictures, as paths in its bundle.

    Args:
        beside: Path of the article itself, which its names are relative to.
    """
    stated = [picture.url for picture in submission.pictures if picture.url]
    stated += [_source_in(match) for match in _SOURCE.finditer(submission.body_html or "")]
    paths = (path_of(one, beside) for one in stated)
    return tuple(dict.fromkeys(path for path in paths if path))


def path_of(stated: str, beside: str = "") -> str | None:
    """
    *stated* as a path in the bundle, ``None`` for an address or a way out of it.

    Example:
        >>> path_of("../img/pier%201.jpg", "stories/ferry.md"), path_of("https://a.example/x.jpg")
        ('img/pier 1.jpg', None)
    """
    bare = stated.strip().split("?")[0].split("#")[0]
    if bare.startswith(_ANCHOR):
        bare, beside = bare.removeprefix(_ANCHOR), ""
    if not bare or _ELSEWHERE.match(bare) or "\\" in bare:
        return None
    name = unicodedata.normalize("NFC", unquote(bare))
    path = posixpath.normpath(posixpath.join(posixpath.dirname(beside), name))
    return None if path.startswith(("../", "/")) or path in {".", ".."} else path


def placed(
    item: ReadItem, found: Mapping[str, tuple[Picture, str]], *, beside: str = ""
) -> ReadItem:
    """
    *item* with the files it names at their public addresses.

    Args:
        found: For each path its facts and its public address.

        beside: Path of the article in its bundle.

    Returns:
        What the article says of a picture wins over what the file says; what was measured wins
        over both. A name that leads to no file stays as it is among the pictures, where it shows
        nothing; in the text it stays only where the article has an address it may be relative to.
    """
    place = _Place(found, beside)
    submission = item.submission
    pictures = [place.picture(picture) for picture in submission.pictures]
    taken = {picture.url for picture in pictures}
    for match in _SOURCE.finditer(submission.body_html or ""):
        file = place.file(_source_in(match))
        if file and file[1] not in taken:
            pictures.append(file[0].model_copy(update={"url": file[1]}))
            taken.add(file[1])
    has_base = bool(submission.canonical_url or (submission.source and submission.source.url))
    changes = {
        "pictures": tuple(pictures),
        "body_html": place.body(submission.body_html, lost=not has_base),
    }
    return replace(item, submission=submission.model_copy(update=changes))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the names in one article lead."""

    found: Mapping[str, tuple[Picture, str]]
    beside: str

    def file(self, stated: str) -> tuple[Picture, str] | None:
        path = path_of(stated, self.beside)
        return self.found.get(path) if path else None

    def picture(self, picture: Picture) -> Picture:
        if picture.url is None:
            return picture
        file = self.file(picture.url)
        if file is None:
            return picture.model_copy(update={"url": self.as_stated(picture.url)})
        facts, address = file
        missing = {
            name: getattr(facts, name)
            for name in Picture.model_fields
            if getattr(picture, name) is None and getattr(facts, name) is not None
        }
        limits = _narrowed(picture, facts)
        return picture.model_copy(update={**missing, **_measured(facts), **limits, "url": address})

    def body(self, body: str | None, *, lost: bool) -> str | None:
        """``lost``: a name that leads to no file leads nowhere else either."""

        def replaced(match: re.Match[str]) -> str:
            stated = _source_in(match)
            file = self.file(stated)
            if file is not None:
                facts, address = file
                sides = f' width="{facts.width}" height="{facts.height}"' if facts.width else ""
                return f'{match[1]}"{address}"{sides}'
            if path_of(stated) is None:
                return match[0]
            return f'{match[1]}"{"" if lost else html.escape(self.as_stated(stated))}"'

        return _SOURCE.sub(replaced, body) if body else body

    def as_stated(self, name: str) -> str:
        """The name as it stood, where :func:`anchored` made an address of it."""
        if not name.startswith(_ANCHOR):
            return name
        path = unquote(name.removeprefix(_ANCHOR))
        return quote(posixpath.relpath(path, posixpath.dirname(self.beside) or "."))


def _narrowed(picture: Picture, facts: Picture) -> dict[str, object]:
    """Nobody's no is widened, and the earlier end counts."""
    ends = [end for end in (picture.expires_at, facts.expires_at) if end]
    barred = False in (picture.usable, facts.usable)
    return {**({"usable": False} if barred else {}), **({"expires_at": min(ends)} if ends else {})}


def _measured(facts: Picture) -> dict[str, object]:
    """What is measured is true whatever was stated."""
    names = ("width", "height", "bytes", "media_type")
    return {name: getattr(facts, name) for name in names if getattr(facts, name) is not None}


def _source_in(match: re.Match[str]) -> str:
    return html.unescape(match[3] or match[4] or match[5] or "")
