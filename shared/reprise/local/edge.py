"""
A plain file server in front of the site bucket, with the manners of the CDN.

What ``template.yaml`` asks of CloudFront is read from it (:mod:`reprise.local.cdn`) and done here
too, and so is what its two functions do and what S3 does by itself; standards HTTP-01 to HTTP-13.
"""

from __future__ import annotations

import gzip
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from botocore.exceptions import ClientError
from werkzeug.exceptions import RequestedRangeNotSatisfiable
from werkzeug.http import generate_etag, http_date, parse_date
from werkzeug.wrappers import Request, Response

from reprise.local.cdn import Behaviour, Cdn
from reprise.local.resources import Clients

COMPRESSED = frozenset(
    {
        "application/javascript",
        "application/json",
        "application/rss+xml",
        "application/xml",
        "image/svg+xml",
        "text/css",
        "text/html",
        "text/plain",
        "text/xml",
    }
)
"""Of the types we store, those that CloudFront compresses (HTTP-08)."""

COMPRESSED_BYTES = range(1_000, 10_000_001)
"""Sizes that CloudFront compresses (HTTP-09)."""

FEED = re.compile(r"channels/[^/]+/feed\.[a-z.]+")

LOST = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Not found</title><h1>Not found</h1><p>There is no such page here. <a href="/">Front page</a></p></html>
"""
"""Until the site has pages of its own."""


@dataclass(frozen=True, slots=True)
class Found:
    """
    An object of the bucket as the CDN has it from S3.

    Attributes:
        stored_type: Its type in S3, which decides whether the CDN compresses it.
        headers: As they are sent.
    """

    body: bytes
    status: int
    stored_type: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Poll:
    """A request that was answered: for what, by which client, and how."""

    path: str
    agent: str
    status: int


REMEMBERED_POLLS = 10_000


class Edge:
    """
    A WSGI application that serves a bucket.

    Attributes:
        base_url: Public root, for ``Link`` headers.
        hubs: WebSub hubs that feeds name.
        polls: Who asked for what, the latest last (row B93).
    """

    def __init__(self, clients: Clients, bucket: str, cdn: Cdn) -> None:
        self._clients = clients
        self._bucket = bucket
        self._cdn = cdn
        self.base_url = ""
        self.hubs: tuple[str, ...] = ()
        self.polls: deque[Poll] = deque(maxlen=REMEMBERED_POLLS)

    def __call__(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        response = self._answer(request)
        agent = request.headers.get("User-Agent", "")
        self.polls.append(Poll(request.path, agent, response.status_code))
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        behaviour = self._cdn.behaviour(request.path)
        if request.method not in behaviour.methods:
            allowed = ", ".join(sorted(behaviour.methods))
            return Response("", status=405, headers={"Allow": allowed, **behaviour.headers})
        if request.method == "OPTIONS":
            sent = {**behaviour.headers, **behaviour.cors, **behaviour.preflight}
            return Response("", status=204, headers=sent)
        response = self._found(request, behaviour)
        response.headers.extend(behaviour.headers)
        if "Origin" in request.headers:
            response.headers.extend(behaviour.cors)
        return response

    def _found(self, request: Request, behaviour: Behaviour) -> Response:
        found = self.read(key_of(request.path)) or self._error(HTTPStatus.NOT_FOUND)
        response = Response(found.body, status=found.status, headers=found.headers)
        # A part is cut from the document as it is, so that parts of one document fit together.
        if behaviour.compresses and "Range" not in request.headers:
            compress(response, request, found.stored_type)
        # 304 has no body and repeats the validators; ETags compare weakly (HTTP-05, HTTP-09).
        # That something is gone is told to everyone.
        if found.status == HTTPStatus.OK:
            make_conditional(response, request)
        return response

    def _error(self, status: int) -> Found:
        """The page that the CDN shows for *status*, or words of our own until there is one."""
        key, sent = self._cdn.error_pages.get(status, ("", status))
        if key and (page := self.read(key)):
            return replace(page, status=sent)
        kind = "text/html; charset=utf-8"
        return Found(LOST, status, kind, {"Content-Type": kind})

    def read(self, key: str) -> Found | None:
        """The object at *key*; ``None`` when there is none."""
        try:
            found = self._clients.s3.get_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response["Error"]["Code"] in ("NoSuchKey", "404", "KeyTooLongError"):
                return None
            raise
        status = int(found["Metadata"].get("status", HTTPStatus.OK))
        headers = _headers(found)
        if FEED.fullmatch(key) and status == HTTPStatus.OK:
            headers["Link"] = self._links(key)
        return Found(found["Body"].read(), status, found["ContentType"], headers)

    def _links(self, key: str) -> str:
        """A feed's own address, and the hubs that tell of it (WS-02)."""
        links = [f'<{self.base_url}/{key}>; rel="self"']
        return ", ".join([*links, *(f'<{hub}>; rel="hub"' for hub in self.hubs)])


def _headers(found: Mapping[str, Any]) -> dict[str, str]:
    marks = found["Metadata"]
    headers = {
        "Content-Type": marks.get("type") or found["ContentType"],
        "ETag": found["ETag"],
        "Accept-Ranges": "bytes",
    }
    if is_dated(found):
        headers["Last-Modified"] = http_date(found["LastModified"])
    if cache := found.get("CacheControl"):
        headers["Cache-Control"] = cache
    if language := found.get("ContentLanguage"):
        headers["Content-Language"] = language
    if robots := marks.get("robots"):
        headers["X-Robots-Tag"] = robots
    if location := marks.get("location"):
        headers["Location"] = location
    return headers


def is_dated(found: Mapping[str, Any]) -> bool:
    """
    Whether the second in which it changed last was over when S3 sent it.

    Until then it may change again under the same date, and who compares dates (libcurl does so
    even when it gets a new ETag) would never hear of that (RFC 9110, 8.8.2.2).
    """
    sent = parse_date(found["ResponseMetadata"]["HTTPHeaders"]["date"])
    return sent is not None and sent > found["LastModified"]


def key_of(path: str) -> str:
    """
    The object a path means: a folder is its ``index.html``.

    >>> key_of("/"), key_of("/channels/front/"), key_of("/robots.txt")
    ('index.html', 'channels/front/index.html', 'robots.txt')
    """
    key = path.lstrip("/")
    return f"{key}index.html" if not key or key.endswith("/") else key


def compress(response: Response, request: Request, stored_type: str) -> None:
    """Compress what CloudFront would, for those who accept it; the ETag becomes a weak one."""
    essence = stored_type.partition(";")[0]
    if essence not in COMPRESSED or len(response.data) not in COMPRESSED_BYTES:
        return
    response.headers["Vary"] = "Accept-Encoding"
    if not request.accept_encodings.quality("gzip"):
        return
    etag, _ = response.get_etag()
    response.data = gzip.compress(response.data, mtime=0)
    response.headers["Content-Encoding"] = "gzip"
    response.set_etag(etag or generate_etag(response.data), weak=True)


def make_conditional(response: Response, request: Request) -> None:
    """Answer 304, a part (206) or 416 where the request asks for it."""
    size = len(response.data)
    # As S3 does, several ranges at once or nonsense is taken for no range (RFC 9110, 14.2).
    asked = request.range
    is_part = asked is not None and asked.units == "bytes" and len(asked.ranges) == 1
    environ = request.environ if is_part else {**request.environ, "HTTP_RANGE": ""}
    try:
        response.make_conditional(environ, accept_ranges=is_part, complete_length=size)
    except RequestedRangeNotSatisfiable:
        response.status_code = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        response.headers["Content-Range"] = f"bytes */{size}"
        response.data = b""
    response.headers.pop("Date", None)  # the server sends its own
