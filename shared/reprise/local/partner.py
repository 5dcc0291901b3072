"""Uploads as a partner does: asks the API for a ticket, then posts the form over HTTP."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from xml.etree import ElementTree as ET

from reprise.pipeline.uploads import SIDECAR, upload_id

MEDIA_TYPES = {
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """
    A file handed in.

    Attributes:
        key: Where it lies in the inbox; empty when the door did not take it.
        upload: Id that its receipt will have.
        problem: The door's words when it did not take it.
    """

    partner: str
    name: str
    key: str = ""
    upload: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Sender:
    """A partner with its API key."""

    partner: str
    api_url: str
    key: str

    def send(self, path: Path, name: str) -> Iterator[Sent]:
        """Upload the file at *path*, its sidecar before it, on one ticket."""
        yield from self.send_files(with_sidecar(path, name))

    def send_files(self, files: Mapping[str, bytes]) -> Iterator[Sent]:
        """Upload *files* (bytes by name) in this order on one ticket."""
        ticket: str | None = None
        for shown, body in files.items():
            name = shown.rpartition("/")[2]
            form = self._ticket(name, ticket)
            ticket = form["ticket"]
            answer = post(form["url"], form["fields"], name, body)
            if answer.problem:
                yield Sent(self.partner, shown, problem=answer.problem)
            else:
                upload = upload_id(form["key"], answer.version_id, answer.etag)
                yield Sent(self.partner, shown, form["key"], upload)

    def _ticket(self, name: str, ticket: str | None) -> dict[str, Any]:
        suffix = Path(name).suffix.lower()
        media_type = MEDIA_TYPES.get(suffix, "application/octet-stream")
        asked = {"name": name, "media_type": media_type, "ticket": ticket}
        request = Request(  # noqa: S310 - our own address
            f"{self.api_url}/uploads",
            data=json.dumps(asked).encode(),
            headers={"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"},
            method="POST",
        )
        with urlopen(request, timeout=60) as answer:  # noqa: S310 - our own address
            form: dict[str, Any] = json.load(answer)
        return form


def with_sidecar(path: Path, name: str) -> dict[str, bytes]:
    """The bytes of the file at *path*, called *name*, after those of its sidecar if it has one."""
    sidecar = path.with_name(path.name + SIDECAR)
    beside = {f"{name}{SIDECAR}": sidecar.read_bytes()} if sidecar.is_file() else {}
    return {**beside, name: path.read_bytes()}


@dataclass(frozen=True, slots=True)
class Posted:
    """What S3 answered to a form: which version it stored, or in which words it refused."""

    version_id: str | None = None
    etag: str = ""
    problem: str = ""


def post(url: str, fields: Mapping[str, str], name: str, body: bytes) -> Posted:
    """Post an upload form."""
    boundary = secrets.token_hex(16)
    request = Request(  # noqa: S310 - our own address
        url,
        data=multipart(boundary, fields, name, body),
        headers={"Content-Type": f"multipart/form-data; boundary={boundary}"},
        method="POST",
    )
    try:
        with urlopen(request, timeout=300) as answer:  # noqa: S310 - our own address
            return Posted(answer.headers.get("x-amz-version-id"), answer.headers.get("ETag", ""))
    except HTTPError as error:
        return Posted(problem=f"{error.code} {refusal(error.read())}")


def multipart(boundary: str, fields: Mapping[str, str], name: str, body: bytes) -> bytes:
    """A form: the fields in their order, the file last (RFC 7578)."""
    quoted = name.replace("\\", "_").replace('"', "%22").replace("\r", "").replace("\n", "")
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
        for field, value in fields.items()
    ]
    parts.append(
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="file"; filename="{quoted}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    return "".join(parts).encode() + body + f"\r\n--{boundary}--\r\n".encode()


def refusal(answer: bytes) -> str:
    """The words in S3's error document."""
    try:
        found = ET.fromstring(answer)  # noqa: S314 - our own door wrote it
    except ET.ParseError:
        return answer.decode(errors="replace")[:200]
    return f"{found.findtext('Code')}: {found.findtext('Message')}"


def files_in(path: Path) -> list[Path]:
    """
    The uploads at *path*: itself, or every file below it in order of names.

    Hidden files are left out, and sidecars of files that are there: those go with their file.
    """
    if path.is_file():
        return [path]
    found = (file for file in sorted(path.rglob("*")) if file.is_file())
    return [file for file in found if not _is_hidden(file, path) and not _is_beside(file)]


def _is_hidden(file: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(below).parts)


def _is_beside(file: Path) -> bool:
    owner = file.with_name(file.name.removesuffix(SIDECAR))
    return file.name.endswith(SIDECAR) and owner.is_file()
