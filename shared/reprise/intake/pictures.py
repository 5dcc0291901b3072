"""
Pictures that come as files (B32): what they are by content, whose they are, and without location.

A picture keeps its pixels to the bit. Of its metadata only credit and rights stay in it, and how it
is held; the rest of what it says is taken into the article.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from reprise.errors import Problem, RefusedError
from reprise.intake.picture_containers import BrokenPictureError, open_picture
from reprise.intake.picture_metadata import read_facts
from reprise.model.reading import PictureFile, ReadItem
from reprise.model.submission import Picture, Submission

_SOURCE = re.compile(
    r"""(<img\b[^<>]{0,2000}?\ssrc\s*=\s*)("([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|/|#)", re.IGNORECASE)
_SEND = "send JPEG, PNG, GIF or WebP"


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


def names_in(submission: Submission, beside: str = "") -> tuple[str, ...]:
    """
    Files that the article calls its pictures, as paths in its bundle.

    Args:
        beside: Path of the article itself, which its names are relative to.
    """
    stated = [picture.url for picture in submission.pictures]
    stated += [_source_in(match) for match in _SOURCE.finditer(submission.body_html or "")]
    paths = (path_of(one, beside) for one in stated)
    return tuple(dict.fromkeys(path for path in paths if path))


def path_of(stated: str, beside: str = "") -> str | None:
    """
    *stated* as a path in the bundle, ``None`` for an address or a way out of it.

    Example:
        >>> path_of("../img/pier.jpg", "stories/ferry.md"), path_of("https://a.example/x.jpg")
        ('img/pier.jpg', None)
    """
    bare = stated.strip().split("?")[0].split("#")[0]
    if not bare or _ELSEWHERE.match(bare) or "\\" in bare:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(beside), bare))
    return None if path.startswith("../") or path in {".", ".."} else path


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
    submission = item.submission

    def known(stated: str) -> tuple[Picture, str] | None:
        path = path_of(stated, beside)
        return found.get(path) if path else None

    pictures = [_joined(picture, known(picture.url)) for picture in submission.pictures]
    taken = {picture.url for picture in pictures}
    for match in _SOURCE.finditer(submission.body_html or ""):
        file = known(_source_in(match))
        if file and file[1] not in taken:
            pictures.append(file[0].model_copy(update={"url": file[1]}))
            taken.add(file[1])
    has_base = bool(submission.canonical_url or (submission.source and submission.source.url))
    body = _with_addresses(submission.body_html, known, lost=not has_base)
    changes = {"pictures": tuple(pictures), "body_html": body}
    return replace(item, submission=submission.model_copy(update=changes))


def _joined(picture: Picture, file: tuple[Picture, str] | None) -> Picture:
    if file is None:
        return picture
    facts, address = file
    missing = {
        name: getattr(facts, name)
        for name in Picture.model_fields
        if getattr(picture, name) is None and getattr(facts, name) is not None
    }
    return picture.model_copy(update={**missing, **_measured(facts), "url": address})


def _measured(facts: Picture) -> dict[str, object]:
    """What is measured is true whatever was stated."""
    names = ("width", "height", "bytes", "media_type")
    return {name: getattr(facts, name) for name in names if getattr(facts, name) is not None}


def _with_addresses(
    body: str | None, known: Callable[[str], tuple[Picture, str] | None], *, lost: bool
) -> str | None:
    """``lost``: a name that leads to no file leads nowhere else either."""

    def replaced(match: re.Match[str]) -> str:
        file = known(_source_in(match))
        if file is not None:
            return f'{match[1]}"{file[1]}"'
        return f'{match[1]}""' if lost and path_of(_source_in(match)) else match[0]

    return _SOURCE.sub(replaced, body) if body else body


def _source_in(match: re.Match[str]) -> str:
    return match[3] or match[4] or match[5] or ""
