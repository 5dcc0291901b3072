"""
A plain file server in front of the site bucket, with the manners of the CDN.

What ``template.yaml`` asks of CloudFront (its two functions, the response headers policies,
compression) is done here too; standards HTTP-01 to HTTP-13. GET and HEAD only.
"""

from __future__ import annotations

import gzip
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from botocore.exceptions import ClientError
from werkzeug.http import generate_etag, http_date
from werkzeug.wrappers import Request, Response

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
"""Of the types we write, those that CloudFront compresses (HTTP-08); Atom is not among them."""

COMPRESSED_BYTES = range(1_000, 10_000_001)
"""Sizes that CloudFront compresses (HTTP-09)."""

FEED = re.compile(r"channels/[^/]+/feed\.(?:rss|atom|json)")

SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
}

NOT_FOUND = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Not found</title><h1>Not found</h1><p>There is no such page here. <a href="/">Front page</a></p></html>
"""


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

    def __init__(self, clients: Clients, bucket: str) -> None:
        self._clients = clients
        self._bucket = bucket
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
        if request.method not in ("GET", "HEAD"):
            return Response("", status=405, headers={"Allow": "GET, HEAD"})
        found = self.read(key_of(request.path))
        if found is None:
            return Response(NOT_FOUND, status=404, mimetype="text/html", headers=SECURITY)
        body, status, headers = found
        response = Response(body, status=status, headers=headers)
        compress(response, request)
        # 304 has no body and repeats the validators; ETags compare weakly (HTTP-05, HTTP-09).
        if status == HTTPStatus.OK:
            response.make_conditional(request.environ)
            response.headers.pop("Date", None)  # the server sends its own
        return response

    def read(self, key: str) -> tuple[bytes, int, dict[str, str]] | None:
        """Body, status and headers of the object at *key* as served uncompressed."""
        try:
            found = self._clients.s3.get_object(Bucket=self._bucket, Key=key)
        except ClientError as error:
            if error.response["Error"]["Code"] in ("NoSuchKey", "404"):
                return None
            raise
        body: bytes = found["Body"].read()
        status = int(found["Metadata"].get("status", 200))
        return body, status, self._headers(key, found)

    def _headers(self, key: str, found: Mapping[str, Any]) -> dict[str, str]:
        headers = {
            "Content-Type": found["ContentType"],
            "ETag": found["ETag"],
            "Last-Modified": http_date(found["LastModified"]),
            **SECURITY,
        }
        if cache := found.get("CacheControl"):
            headers["Cache-Control"] = cache
        if language := found.get("ContentLanguage"):
            headers["Content-Language"] = language
        if robots := found["Metadata"].get("robots"):
            headers["X-Robots-Tag"] = robots
        if FEED.fullmatch(key):
            links = [f'<{self.base_url}/{key}>; rel="self"']
            links += [f'<{hub}>; rel="hub"' for hub in self.hubs]
            headers |= {"Link": ", ".join(links), **CORS}
        return headers


def key_of(path: str) -> str:
    """
    The object a path means: a folder is its ``index.html``.

    >>> key_of("/"), key_of("/channels/front/"), key_of("/robots.txt")
    ('index.html', 'channels/front/index.html', 'robots.txt')
    """
    key = path.lstrip("/")
    return f"{key}index.html" if not key or key.endswith("/") else key


def compress(response: Response, request: Request) -> None:
    """Compress what CloudFront would, for those who accept it; the ETag becomes a weak one."""
    if response.mimetype not in COMPRESSED or len(response.data) not in COMPRESSED_BYTES:
        return
    response.headers["Vary"] = "Accept-Encoding"
    if not request.accept_encodings.quality("gzip"):
        return
    etag, _ = response.get_etag()
    response.data = gzip.compress(response.data, mtime=0)
    response.headers["Content-Encoding"] = "gzip"
    response.set_etag(etag or generate_etag(response.data), weak=True)
