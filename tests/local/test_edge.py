"""
The file server's manners, as the CDN has them (HTTP-01 to HTTP-13).
"""

import gzip
import io
import re
import socket
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from botocore.exceptions import ClientError
from lxml import etree
from werkzeug.http import http_date
from werkzeug.test import Client

from reprise.local.cdn import cdn_of
from reprise.local.edge import Edge
from reprise.local.resources import Clients
from reprise.local.template import Template
from reprise.local.world import ROOT
from reprise.model.document import Document

LONG = b"<p>words</p>" * 200
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def get(here):
    """Asks the site; answers status, headers (lower case) and body."""
    for document in (
        Document("long.html", "text/html", LONG, language="en"),
        Document("short.html", "text/html", b"<p>short</p>"),
        Document("long.atom", "application/atom+xml", LONG),
        Document("long.feed.json", "application/feed+json", LONG),
        Document("long.png", "image/png", LONG),
        Document("gone.html", "text/html", b"<p>gone</p>", status=410, noindex=True),
        Document(
            "channels/old/feed.rss",
            "text/html",
            b"<p>moved</p>",
            status=301,
            location="https://news.example/channels/new/feed.rss",
        ),
        Document("channels/past/feed.rss", "text/html", b"<p>closed</p>", status=410),
        Document("old/index.html", "text/html", b"<p>folder</p>", immutable=True),
    ):
        here.stores.site.put(document, expected_etag=None)

    def call(path, method="GET", **headers):
        connection = HTTPConnection(urlsplit(here.site_url).netloc, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=sent)
        answer = connection.getresponse()
        body = answer.read()
        names = [name.lower() for name, _ in answer.getheaders()]
        assert len(names) == len(set(names)), "a header stands twice"
        connection.close()
        return answer.status, {n.lower(): v for n, v in answer.getheaders()}, body

    return call


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/channels/front/feed.rss", "application/rss+xml; charset=utf-8"),
        ("/channels/front/feed.atom", "application/atom+xml; charset=utf-8"),
        ("/channels/front/feed.json", "application/feed+json; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/channels.opml", "text/x-opml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/", "text/html; charset=utf-8"),
    ],
)
def test_every_kind_of_document_has_its_type_a_lifetime_and_validators(get, path, media_type):
    """
    HTTP-01, HTTP-05, HTTP-06, HTTP-13; M83, C9.
    """
    status, headers, body = get(path)

    assert status == 200
    assert body
    assert headers["content-type"] == media_type
    assert "max-age=" in headers["cache-control"]
    assert headers["etag"].startswith('"')
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_an_unchanged_document_is_answered_304_without_a_body(get, form):
    """
    ETags compare weakly, alone or in a list (HTTP-05, HTTP-09; M82, C5).
    """
    etag = get("/long.html")[1]["etag"]

    status, headers, body = get("/long.html", if_none_match=form.format(etag))

    assert (status, body) == (304, b"")
    assert headers["etag"] == etag


def test_if_modified_since_counts_only_without_an_etag():
    """
    RFC 9110 section 13.2.2: If-None-Match decides when both are there.
    """
    get = Client(edge_before(Stored(sent=NOON + timedelta(seconds=1)))).get

    modified = get("/x.html").headers["Last-Modified"]
    assert get("/x.html", headers={"If-Modified-Since": modified}).status_code == 304
    long_ago = {"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"}
    assert get("/x.html", headers=long_ago).status_code == 200
    both = {"If-Modified-Since": modified, "If-None-Match": '"other"'}
    assert get("/x.html", headers=both).status_code == 200


def test_what_changed_in_this_very_second_has_no_date_yet():
    """
    It may change again under the same date, and who compares dates would never get that: libcurl,
    and with it newsboat, drops even an answer with a new ETag.
    """
    get = Client(edge_before(Stored(sent=NOON))).get

    assert "Last-Modified" not in get("/x.html").headers
    asked = {"If-Modified-Since": http_date(NOON)}
    assert get("/x.html", headers=asked).status_code == 200


def test_head_answers_as_get_without_the_body(get):
    """
    Same status, type and length.
    """
    status, headers, body = get("/long.html", method="HEAD")

    assert (status, body) == (200, b"")
    assert headers["content-length"] == str(len(LONG))


def test_what_cloudfront_compresses_is_compressed_for_those_who_accept_it(get):
    """
    HTTP-08, HTTP-09: listed types from 1,000 bytes on, with a weak ETag.
    """
    plain = get("/long.html")[1]["etag"]

    _, headers, body = get("/long.html", accept_encoding="gzip, br")

    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == LONG
    assert headers["etag"] == f"W/{plain}"
    assert get("/long.html", accept_encoding="gzip", if_none_match=headers["etag"])[0] == 304


@pytest.mark.parametrize(
    ("path", "accepted"),
    [("/short.html", "gzip"), ("/long.png", "gzip"), ("/long.html", "identity"), ("/long.html", "gzip;q=0"), ("/long.html", "")],
)  # fmt: skip
def test_everything_else_is_sent_as_it_is(get, path, accepted):
    """
    Short documents, pictures, and clients that don't want it.
    """
    _, headers, _ = get(path, accept_encoding=accepted)

    assert "content-encoding" not in headers


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("/long.atom", "application/atom+xml; charset=utf-8"), ("/long.feed.json", "application/feed+json")],
)  # fmt: skip
def test_what_cloudfront_would_not_compress_is_compressed_under_its_own_type(get, path, media_type):
    """
    HTTP-08: kept in S3 under a type on CloudFront's list, answered with the true one.
    """
    _, plain, body = get(path)
    _, packed, _ = get(path, accept_encoding="gzip")

    assert (plain["content-type"], packed["content-type"]) == (media_type, media_type)
    assert "content-encoding" not in plain
    assert packed["content-encoding"] == "gzip"
    assert body == LONG


@pytest.mark.parametrize(
    ("asked", "status", "sent", "body"),
    [
        ("bytes=0-3", 206, f"bytes 0-3/{len(LONG)}", LONG[:4]),
        ("bytes=-5", 206, f"bytes {len(LONG) - 5}-{len(LONG) - 1}/{len(LONG)}", LONG[-5:]),
        ("bytes=999999-", 416, f"bytes */{len(LONG)}", b""),
    ],
)
def test_a_part_of_a_document_is_sent_to_who_asks_for_it(get, asked, status, sent, body):
    """
    RFC 9110 section 14, as S3 does it; a part is never compressed.
    """
    answer = get("/long.html", range=asked, accept_encoding="gzip")

    assert (answer[0], answer[1]["content-range"], answer[2]) == (status, sent, body)
    assert "content-encoding" not in answer[1]
    assert get("/long.html")[1]["accept-ranges"] == "bytes"


@pytest.mark.parametrize("asked", ["bytes=abc", "bytes=5-2", "bytes=0-1,3-4", "items=0-1", ""])
def test_a_range_that_means_nothing_is_none(get, asked):
    """
    RFC 9110 section 14.2; several parts at once are not what S3 sends.
    """
    status, headers, body = get("/long.html", range=asked)

    assert (status, body) == (200, LONG)
    assert "content-range" not in headers


def test_a_part_of_another_version_is_no_part(get):
    """
    If-Range: what has changed since is sent whole.
    """
    etag = get("/long.html")[1]["etag"]

    assert get("/long.html", range="bytes=0-3", if_range=etag)[0] == 206
    assert get("/long.html", range="bytes=0-3", if_range='"other"')[0] == 200


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize(
    "path", ["/long.html", "/short.html", "/no/such", "/gone.html", "/long.atom"]
)
def test_every_byte_on_the_wire_is_accounted_for(here, get, method, encoding, path):
    """
    Over a raw socket, to its end: no 304 and no HEAD has a body, and what has one is as long as it
    says. What is gone or lost is told to those who have seen it, too.
    """
    status, headers, body = raw(here, method, path, encoding)
    again, _, nothing = raw(here, method, path, encoding, headers.get("etag", '"none"'))

    assert len(body) == (0 if method == "HEAD" else int(headers["content-length"]))
    assert again == (304 if status == 200 else status)
    assert nothing == (b"" if again == 304 else body)


def raw(here, method, path, encoding, etag='"none"'):
    """Status, headers and every byte after them."""
    lines = (f"{method} {path} HTTP/1.1", "Host: here", "Connection: close",
             f"Accept-Encoding: {encoding}", f"If-None-Match: {etag}", "", "")  # fmt: skip
    with socket.create_connection(("127.0.0.1", urlsplit(here.site_url).port), timeout=30) as line:
        line.sendall("\r\n".join(lines).encode())
        head, _, body = line.makefile("rb").read().partition(b"\r\n\r\n")
    first, *rest = head.decode().split("\r\n")
    headers = (each.partition(": ") for each in rest)
    return int(first.split()[1]), {name.lower(): value for name, _, value in headers}, body


def test_a_tombstone_is_answered_410_with_its_page(get):
    """
    Metadata becomes the status line and X-Robots-Tag, and does not show itself (HTTP-12).
    """
    status, headers, body = get("/gone.html")

    assert (status, body) == (410, b"<p>gone</p>")
    assert headers["x-robots-tag"] == "noindex"
    assert not [name for name in headers if name.startswith("x-amz")]


def test_a_channel_that_has_moved_is_answered_301(get):
    """
    HTTP-12: to whoever asks, with validators of their own or without, and it is no feed any more.
    """
    etag = get("/channels/old/feed.rss")[1]["etag"]

    status, headers, _ = get("/channels/old/feed.rss", if_none_match=etag)

    assert (status, headers["location"]) == (301, "https://news.example/channels/new/feed.rss")
    assert "link" not in headers
    assert get("/channels/past/feed.rss", method="HEAD")[0] == 410


def test_what_is_not_there_is_404_with_the_site_s_own_page(get):
    """
    The page that the site's turn made for it, as the template's custom error response says.
    """
    status, headers, body = get("/no/such/page")

    assert status == 404
    assert b"There is nothing at this address" in body
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["x-robots-tag"] == "noindex"
    assert headers["cache-control"] == "public, max-age=10"
    assert get("/errors/404.html")[0] == 404


def test_before_the_site_has_pages_404_is_said_in_plain_words():
    """
    The first request may come before the first turn.
    """
    answer = Client(edge_before(Empty())).get("/")

    assert answer.status_code == 404
    assert "Not found" in answer.text


def edge_before(bucket: object) -> Edge:
    """The file server in front of *bucket*, which answers as S3 does."""
    clients = Clients("http://127.0.0.1:9", {"s3": bucket})
    return Edge(clients, "site", cdn_of(Template.read(ROOT / "template.yaml")))


@dataclass
class Stored:
    """S3 with one page under every key, changed at noon and sent when it says."""

    sent: datetime

    def get_object(self, **_):
        return {
            "Body": io.BytesIO(b"<p>words</p>"),
            "ContentType": "text/html",
            "ETag": '"e"',
            "LastModified": NOON,
            "Metadata": {},
            "ResponseMetadata": {"HTTPHeaders": {"date": http_date(self.sent)}},
        }


class Empty:
    """S3 with nothing in it."""

    def get_object(self, **_):
        raise ClientError({"Error": {"Code": "NoSuchKey"}}, "GetObject")


def test_a_folder_is_its_index_page_and_a_page_that_never_changes_says_so(get):
    """
    /old/ is /old/index.html; immutable documents are kept for a year.
    """
    status, headers, body = get("/old/")

    assert (status, body) == (200, b"<p>folder</p>")
    assert "immutable" in headers["cache-control"]


def test_a_feed_names_itself_in_its_headers_and_may_be_read_from_anywhere(get, here):
    """
    Link rel=self (WebSub discovery) and CORS (HTTP-11).
    """
    _, headers, _ = get("/channels/front/feed.json", origin="https://reader.example")

    assert headers["link"].startswith(f'<{here.site_url}/channels/front/feed.json>; rel="self"')
    assert headers["access-control-allow-origin"] == "*"
    assert headers["access-control-expose-headers"] == "ETag, Link"
    assert "access-control-allow-origin" not in get("/", origin="https://reader.example")[1]


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_headers_and_feed_name_the_same_topic_and_hubs(get, here, kind):
    """
    WS-03, C27: subscribers look at headers first, then into the feed.
    """
    _, headers, body = get(f"/channels/front/feed.{kind}")
    inside = [
        (link.get("rel"), link.get("href"))
        for link in etree.fromstring(body).iter("{http://www.w3.org/2005/Atom}link")
        if link.get("rel") in ("self", "hub")
    ]
    told = re.findall(r'<([^>]*)>; rel="([a-z]+)"', headers["link"])

    assert ("self", f"{here.site_url}/channels/front/feed.{kind}") in inside
    assert {(rel, address) for address, rel in told} == set(inside)


def test_a_browser_may_ask_whether_it_may_ask_for_a_feed(get):
    """
    The preflight that If-None-Match needs (Fetch standard); pages have none.
    """
    asked = {"origin": "https://reader.example", "access_control_request_method": "GET"}
    status, headers, body = get("/channels/front/feed.json", method="OPTIONS", **asked)

    assert (status, body) == (204, b"")
    assert headers["access-control-allow-headers"] == "*"
    assert headers["access-control-allow-methods"] == "GET, HEAD"
    assert get("/", method="OPTIONS")[0] == 405


@pytest.mark.parametrize("name", ["front", "world", "excerpts"])
def test_a_feed_may_be_kept_as_long_as_it_says_itself(get, here, name):
    """
    HTTP-06, RS-21, B84, C10: max-age is ttl in seconds, for all formats of a channel.
    """
    seconds = 60 * here.configuration.channels[name].hold_minutes

    for kind in ("rss", "atom", "json"):
        _, headers, body = get(f"/channels/{name}/feed.{kind}")
        assert headers["cache-control"] == f"public, max-age={seconds}"
        if kind == "rss":
            assert f"<ttl>{seconds // 60}</ttl>".encode() in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed_from_outside(get, method):
    """
    A file server: GET and HEAD only.
    """
    status, headers, _ = get("/", method=method)

    assert status == 405
    assert headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "path",
    ["/../template.yaml", "/%2e%2e/x", "//etc/passwd", "/channels", "/%ff%00", "/" + "a" * 2000],
)
def test_odd_paths_lead_nowhere(get, path):
    """
    Keys, not files: there is nothing to climb out of.
    """
    assert get(path)[0] == 404


def test_every_server_listens_on_loopback_only(here):
    """
    Nothing of a local run is reachable from another machine.
    """
    for url in (here.site_url, here.api_url, here.door_url, here.clients.endpoint):
        assert urlsplit(url).hostname == "127.0.0.1"
