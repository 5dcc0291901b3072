"""Packs what lies in a folder as a partner would: articles with the pictures they name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from reprise.errors import RefusedError
from reprise.intake.formats import read_upload
from reprise.intake.manifest import FILE, read_manifest
from reprise.intake.pictures import is_picture, names_in
from reprise.model.configuration import Partner
from reprise.model.reading import Beside, Reading
from reprise.pipeline.uploads import SIDECAR

Bundle = Mapping[str, Path]
"""Files by their path in the bundle."""

_ANYBODY = Partner(name="Anybody", max_bytes=5_000_000_000)


def bundles_in(folder: Path, files: list[Path]) -> Iterator[tuple[Path, Bundle]]:
    """
    What of *files* belongs together: each article with the pictures in *folder* that it names, or
    all of them when there is a manifest.

    Returns:
        The file each bundle is named after, and the bundle. Files without company are in none.
    """
    paths = {file.relative_to(folder).as_posix(): file for file in files}
    if FILE in paths and _is_manifest(paths[FILE]):
        yield folder, {**paths, **_sidecars(paths)}
        return
    pictures = {path: file for path, file in paths.items() if is_picture(file.read_bytes())}
    for path, file in paths.items() if pictures else ():
        named = {name: pictures[name] for name in _names(file, path) if name in pictures}
        if named and path not in pictures:
            own = {path: file, **named}
            yield file, {**own, **_sidecars(own)}


def packed(bundle: Bundle) -> bytes:
    """*bundle* as a ZIP; the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, file in bundle.items():
            entry = zipfile.ZipInfo(path)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return out.getvalue()


def _sidecars(bundle: Bundle) -> dict[str, Path]:
    beside = {
        f"{path}{SIDECAR}": file.with_name(file.name + SIDECAR) for path, file in bundle.items()
    }
    return {path: file for path, file in beside.items() if file.is_file()}


def _is_manifest(file: Path) -> bool:
    try:
        return read_manifest(file.read_bytes(), file.name) is not None
    except RefusedError:
        return True


def _names(file: Path, path: str) -> Iterator[str]:
    try:
        reading = read_upload(file.read_bytes(), path, beside=Beside(), partner=_ANYBODY)
    except RefusedError:
        return
    yield from _names_in(reading, path)


def _names_in(reading: Reading, path: str) -> Iterator[str]:
    for item in reading.items:
        yield from names_in(item.submission, path)
    # Lines of NDJSON; a packed bundle has its own pictures.
    for part in reading.parts if not reading.pictures else ():
        try:
            inner = read_upload(part.body, part.name, beside=Beside(), partner=_ANYBODY)
        except RefusedError:
            continue
        yield from _names_in(inner, path)
