"""
The file server's manners, as the CDN has them (HTTP-01 to HTTP-13).
"""

import gzip
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from reprise.model.document import Document

LONG = b"<p>words</p>" * 200


@pytest.fixture(scope="module")
def get(here):
    """Asks the site; answers status, headers (lower case) and body."""
    for document in (
        Document("long.html", "text/html", LONG, language="en"),
        Document("short.html", "text/html", b"<p>short</p>"),
        Document("long.atom", "application/atom+xml", LONG),
        Document("gone.html", "text/html", b"<p>gone</p>", status=410, noindex=True),
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
    HTTP-01, HTTP-05, HTTP-06, HTTP-13.
    """
    status, headers, body = get(path)

    assert status == 200
    assert body
    assert headers["content-type"] == media_type
    assert "max-age=" in headers["cache-control"]
    assert headers["etag"].startswith('"')
    assert headers["last-modified"].endswith("GMT")
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_an_unchanged_document_is_answered_304_without_a_body(get, form):
    """
    ETags compare weakly, alone or in a list (HTTP-05, HTTP-09).
    """
    etag = get("/long.html")[1]["etag"]

    status, headers, body = get("/long.html", if_none_match=form.format(etag))

    assert (status, body) == (304, b"")
    assert headers["etag"] == etag


def test_if_modified_since_counts_only_without_an_etag(get):
    """
    RFC 9110 section 13.2.2: If-None-Match decides when both are there.
    """
    modified = get("/long.html")[1]["last-modified"]

    assert get("/long.html", if_modified_since=modified)[0] == 304
    assert get("/long.html", if_modified_since="Thu, 01 Jan 1970 00:00:00 GMT")[0] == 200
    assert get("/long.html", if_modified_since=modified, if_none_match='"other"')[0] == 200


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
    [("/short.html", "gzip"), ("/long.atom", "gzip"), ("/long.html", "identity"), ("/long.html", "gzip;q=0")],
)  # fmt: skip
def test_everything_else_is_sent_as_it_is(get, path, accepted):
    """
    Short documents, Atom (not on CloudFront's list), and clients that don't want it.
    """
    _, headers, _ = get(path, accept_encoding=accepted)

    assert "content-encoding" not in headers


def test_a_tombstone_is_answered_410_with_its_page(get):
    """
    Metadata becomes the status line and X-Robots-Tag, and does not show itself (HTTP-12).
    """
    status, headers, body = get("/gone.html")

    assert (status, body) == (410, b"<p>gone</p>")
    assert headers["x-robots-tag"] == "noindex"
    assert not [name for name in headers if name.startswith("x-amz")]


def test_what_is_not_there_is_404(get):
    """
    With a page that leads back.
    """
    status, headers, body = get("/no/such/page")

    assert status == 404
    assert b'href="/"' in body
    assert headers["content-type"].startswith("text/html")


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
    _, headers, _ = get("/channels/front/feed.json")

    assert headers["link"].startswith(f'<{here.site_url}/channels/front/feed.json>; rel="self"')
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in get("/")[1]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed_from_outside(get, method):
    """
    A file server: GET and HEAD only.
    """
    status, headers, _ = get("/", method=method)

    assert status == 405
    assert headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/../template.yaml", "/%2e%2e/x", "//etc/passwd", "/channels"])
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
