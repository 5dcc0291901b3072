"""
The door in front of the inbox: takes presigned POST forms as S3 would.

moto stores whatever a form brings. This door checks signature, expiry and every condition of the
policy first, so that what is refused here is refused on AWS too (S3 API, "Browser-based uploads
using POST").
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from botocore.exceptions import ClientError
from werkzeug.wrappers import Request, Response

from reprise.local.resources import SECRET, Clients

UNCHECKED = {"policy", "x-amz-signature", "file"}
"""Fields that need no condition."""

RANGE = "content-length-range"


class DoorError(Exception):
    """What S3 would answer instead: status, code and words."""

    def __init__(self, status: int, code: str, words: str) -> None:
        self.status = status
        self.code = code
        super().__init__(words)


class Door:
    """A WSGI application that takes ``POST /<bucket>`` forms and puts them into moto."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        request.max_form_memory_size = None  # a file may come in one piece; we are on loopback
        try:
            response = self._take(request)
        except DoorError as error:
            response = _error(error)
        return response(environ, start_response)

    def _take(self, request: Request) -> Response:
        if request.method != "POST":
            raise DoorError(405, "MethodNotAllowed", "uploads are POST forms; ask the API for one")
        bucket = request.path.strip("/")
        form = {name.lower(): value for name, value in request.form.items()}
        upload = request.files.get("file")
        if upload is None:
            raise DoorError(400, "InvalidArgument", "POST requires exactly one file")
        with closing(upload):
            body = upload.read()
        check_form(form, bucket, len(body), now=datetime.now(UTC))
        etag, version = self._put(bucket, form, body)
        return _stored(request.host_url, bucket, form, etag, version)

    def _put(self, bucket: str, form: Mapping[str, str], body: bytes) -> tuple[str, str]:
        meta = "x-amz-meta-"
        try:
            stored = self._clients.s3.put_object(
                Bucket=bucket,
                Key=form["key"],
                Body=body,
                ContentType=form.get("content-type", "binary/octet-stream"),
                Metadata={n.removeprefix(meta): v for n, v in form.items() if n.startswith(meta)},
            )
        except ClientError as error:
            found = error.response["Error"]
            raise DoorError(404, found["Code"], found.get("Message", "")) from error
        return stored["ETag"], stored.get("VersionId", "")


def check_form(form: Mapping[str, str], bucket: str, size: int, *, now: datetime) -> None:
    """
    Check a form, names in lower case, as S3 checks it.

    Raises:
        DoorError: S3 would not take it.
    """
    encoded = form.get("policy")
    if not encoded or "key" not in form:
        raise DoorError(403, "AccessDenied", "no policy and key in the form")
    if not hmac.compare_digest(signature(encoded, form), form.get("x-amz-signature", "")):
        raise DoorError(403, "SignatureDoesNotMatch", "the signature is not that of the policy")
    policy = json.loads(base64.b64decode(encoded))
    if now >= datetime.fromisoformat(policy["expiration"]):
        raise DoorError(403, "AccessDenied", "Invalid according to Policy: Policy expired.")
    covered = {name for each in policy["conditions"] for name in _names(each)}
    for name in form:
        if name not in covered | UNCHECKED and not name.startswith("x-ignore-"):
            words = f"Invalid according to Policy: Extra input fields: {name}"
            raise DoorError(403, "AccessDenied", words)
    for condition in policy["conditions"]:
        _check(condition, {**form, "bucket": bucket}, size)


def signature(policy: str, form: Mapping[str, str]) -> str:
    """AWS's Signature Version 4 over a POST policy, with the key of this machine's only account."""
    day, *rest = form.get("x-amz-credential", "").split("/")[1:] or [""]
    key = f"AWS4{SECRET}".encode()
    for part in (day, *rest):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return hmac.new(key, policy.encode(), hashlib.sha256).hexdigest()


def _names(condition: Any) -> list[str]:
    """Fields that a condition speaks about, in lower case."""
    if isinstance(condition, dict):
        return [name.lower() for name in condition]
    return [] if condition[0] == RANGE else [str(condition[1]).lstrip("$").lower()]


def _check(condition: Any, form: Mapping[str, str], size: int) -> None:
    match condition:
        case dict():
            for name, value in condition.items():
                _compare(form.get(name.lower(), "") == value, condition)
        case ["content-length-range", low, high]:
            if size > int(high):
                words = "Your proposed upload exceeds the maximum allowed size"
                raise DoorError(400, "EntityTooLarge", f"{words}: {size} > {high} bytes")
            if size < int(low):
                words = "Your proposed upload is smaller than the minimum allowed size"
                raise DoorError(400, "EntityTooSmall", f"{words}: {size} < {low} bytes")
        case ["eq", name, value]:
            _compare(form.get(name.lstrip("$").lower(), "") == value, condition)
        case ["starts-with", name, start]:
            _compare(form.get(name.lstrip("$").lower(), "").startswith(start), condition)
        case _:
            raise DoorError(403, "AccessDenied", f"no condition of this kind: {condition}")


def _compare(holds: bool, condition: Any) -> None:
    if not holds:
        words = f"Invalid according to Policy: Policy Condition failed: {json.dumps(condition)}"
        raise DoorError(403, "AccessDenied", words)


def _stored(host: str, bucket: str, form: Mapping[str, str], etag: str, version: str) -> Response:
    headers = {"ETag": etag, "Location": f"{host}{bucket}/{form['key']}"}
    if version:
        headers["x-amz-version-id"] = version
    if form.get("success_action_status") != "201":
        return Response(status=204, headers=headers)
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<PostResponse>'
        f"<Location>{escape(headers['Location'])}</Location><Bucket>{escape(bucket)}</Bucket>"
        f"<Key>{escape(form['key'])}</Key><ETag>{escape(etag)}</ETag></PostResponse>"
    )
    return Response(body, status=201, headers=headers, mimetype="application/xml")


def _error(error: DoorError) -> Response:
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<Error><Code>{error.code}</Code><Message>{escape(str(error))}</Message></Error>"
    )
    return Response(body, status=error.status, mimetype="application/xml")
