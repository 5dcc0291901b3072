"""The promises of the ports ``Inbox``, ``Archive`` and ``Site``."""

import hashlib

import pytest

from reprise.errors import ConflictError, RefusedError, TransientError
from reprise.model.document import Document
from reprise.stores.objects import cache_tag, safe_name, upload_key

FEED = "channels/world/feed.rss"


def document(body: bytes = b"<rss/>", key: str = FEED, **changes) -> Document:
    given = {"key": key, "media_type": "application/rss+xml", "head": body}
    return Document(**(given | changes))


# --- Inbox ----------------------------------------------------------------------------------------


def test_an_upload_is_read_as_it_was_sent(stores):
    """
    With type, MD5 ETag, aware time of arrival and version.
    """
    version = stores.inbox.put("inbox/riverside/t1/a.txt", b"text", "text/plain")

    found = stores.inbox.read("inbox/riverside/t1/a.txt", version, limit=4)

    assert (found.body, found.media_type) == (b"text", "text/plain")
    assert found.etag == f'"{hashlib.md5(b"text").hexdigest()}"'  # noqa: S324
    assert found.version_id == version
    assert found.stored_at.utcoffset() is not None


def test_each_version_of_an_upload_stays(stores):
    """
    The same key again does not cover what was there; without a version the newest is read.
    """
    first = stores.inbox.put("inbox/riverside/t1/a.txt", b"one", "text/plain")
    stores.inbox.put("inbox/riverside/t1/a.txt", b"two", "text/plain")

    assert stores.inbox.read("inbox/riverside/t1/a.txt", first, limit=9).body == b"one"
    assert stores.inbox.read("inbox/riverside/t1/a.txt", None, limit=9).body == b"two"


@pytest.mark.parametrize("version", [None, "null", "no-such-version"])
def test_an_upload_that_is_not_there_is_none(stores, version):
    """
    Neither an unknown key nor an unknown version is an error.
    """
    stores.inbox.put("inbox/riverside/t1/a.txt", b"one", "text/plain")

    assert stores.inbox.read("inbox/riverside/t1/b.txt", version, limit=9) is None
    if version:
        assert stores.inbox.read("inbox/riverside/t1/a.txt", version, limit=9) is None


@pytest.mark.parametrize(("size", "refused"), [(9, False), (10, False), (11, True)])
def test_an_upload_over_the_limit_is_refused(stores, size, refused):
    """
    Just below, at and above; the refusal names the file, its size and the limit.
    """
    stores.inbox.put("inbox/riverside/t1/a.txt", b"x" * size, "text/plain")

    if not refused:
        assert stores.inbox.read("inbox/riverside/t1/a.txt", None, limit=10) is not None
        return
    with pytest.raises(RefusedError) as error:
        stores.inbox.read("inbox/riverside/t1/a.txt", None, limit=10)
    assert error.value.item == "a.txt"
    assert error.value.problems[0].code == "too_large"
    assert "11" in error.value.problems[0].found
    assert "10" in error.value.problems[0].send


def test_an_empty_upload_is_read(stores):
    """
    Nothing in it is the reader's matter, and must end in a receipt.
    """
    stores.inbox.put("inbox/riverside/t1/empty", b"", "text/plain")

    assert stores.inbox.read("inbox/riverside/t1/empty", None, limit=9).body == b""


def test_files_of_a_bundle_are_added_once(stores):
    """
    Those that are there already stay as they are, in one version; the others are put.
    """
    keys = [f"inbox/riverside/t1/b.zip!x/{number}" for number in range(25)]
    first = stores.inbox.put(keys[3], b"there before", "text/plain")

    for _ in range(2):
        stores.inbox.add((key, b"text") for key in keys)

    found = {key: stores.inbox.read(key, None, limit=99) for key in keys}
    assert found[keys[3]].body == b"there before"
    assert found[keys[3]].version_id == first
    assert {found[key].body for key in keys if key != keys[3]} == {b"text"}


# --- Archive --------------------------------------------------------------------------------------


def test_the_archive_keeps_what_was_put_first(stores):
    """
    A key is the digest of its content, so a second put is the same, and nothing is written.
    """
    stores.archive.put("articles/d1.json", b"{}")
    stores.archive.put("articles/d1.json", b"other")

    assert stores.archive.get("articles/d1.json") == b"{}"


def test_many_are_archived_as_one_is(stores):
    """
    Side by side, and what is there stays.
    """
    stores.archive.put("bundles/b/1.json", b"first")
    stores.archive.add((f"bundles/b/{number}.json", b"later") for number in range(25))

    found = [stores.archive.find(f"bundles/b/{number}.json") for number in range(26)]
    assert found == [b"later", b"first", *[b"later"] * 23, None]


def test_what_is_not_in_the_archive_may_come(stores):
    """
    Asking too early is the moment's fault.
    """
    with pytest.raises(TransientError, match=r"articles/d1\.json"):
        stores.archive.get("articles/d1.json")


# --- Site -----------------------------------------------------------------------------------------


def test_a_document_is_stored_with_its_headers(stores):
    """
    Type with charset, cache lifetime, language, and what the CDN makes a status of.
    """
    gone = document(
        b"<rss>",
        entries=(b"<a/>", b"<b/>"),
        separator=b"\n",
        tail=b"</rss>",
        cache_seconds=600,
        language="ar",
        status=410,
        noindex=True,
    )
    etag = stores.site.put(gone, expected_etag=None)

    found = stores.site.get(FEED)
    assert found.body == b"<rss><a/>\n<b/></rss>"
    assert found.etag == etag == f'"{hashlib.md5(found.body).hexdigest()}"'  # noqa: S324
    assert found.media_type == "application/rss+xml; charset=utf-8"
    assert found.cache_control == "public, max-age=600"
    assert found.language == "ar"
    assert found.metadata == {"status": "410", "robots": "noindex", "cache-tag": "channel-world"}


def test_a_document_that_never_changes_is_cached_for_a_year(stores):
    """
    Closed archives are immutable (HTTP-06).
    """
    stores.site.put(document(immutable=True), expected_etag=None)

    assert stores.site.get(FEED).cache_control == "public, max-age=31536000, immutable"


def test_what_hubs_are_told_of_is_asked_for_each_time(stores):
    """
    WS-06: the CDN must not answer a hub with the copy from before; readers may keep theirs.
    """
    stores.site.put(document(fresh=True, cache_seconds=600), expected_etag=None)

    assert stores.site.get(FEED).cache_control == "public, max-age=600, s-maxage=0"


@pytest.mark.parametrize(
    ("media_type", "stored"),
    [
        ("text/html", "text/html; charset=utf-8"),
        ("text/html; charset=utf-8", "text/html; charset=utf-8"),
        ("application/atom+xml", "application/atom+xml; charset=utf-8"),
        ("application/xml", "application/xml; charset=utf-8"),
        ("application/feed+json", "application/feed+json"),
        ("application/json", "application/json"),
        ("image/png", "image/png"),
    ],
)
def test_text_says_its_charset(stores, media_type, stored):
    """
    Text and XML do (HTTP-02), JSON and pictures have none to say.
    """
    stores.site.put(document(media_type=media_type), expected_etag=None)

    assert stores.site.get(FEED).media_type == stored


def test_the_first_put_needs_an_empty_place(stores):
    """
    If-None-Match: a document that another turn already put is not overwritten.
    """
    stores.site.put(document(b"one"), expected_etag=None)

    with pytest.raises(ConflictError):
        stores.site.put(document(b"two"), expected_etag=None)
    assert stores.site.get(FEED).body == b"one"


def test_a_put_needs_the_etag_it_was_built_on(stores):
    """
    If-Match: what changed since it was read is not overwritten; read again, it may be.
    """
    old = stores.site.put(document(b"one"), expected_etag=None)
    new = stores.site.put(document(b"two"), expected_etag=old)

    with pytest.raises(ConflictError):
        stores.site.put(document(b"three"), expected_etag=old)
    assert stores.site.put(document(b"three"), expected_etag=new) == stores.site.etag(FEED)


def test_a_put_over_what_was_deleted_is_a_conflict(stores):
    """
    It is not there any more (404), so what was built on it is not true any more.
    """
    etag = stores.site.put(document(b"one"), expected_etag=None)
    stores.site.delete(FEED)

    with pytest.raises(ConflictError):
        stores.site.put(document(b"two"), expected_etag=etag)
    assert stores.site.etag(FEED) is None
    assert stores.site.get(FEED) is None
    stores.site.put(document(b"two"), expected_etag=None)


def test_deleting_what_is_not_there_is_nothing(stores):
    """
    So a deletion may be repeated.
    """
    stores.site.delete(FEED)

    assert stores.site.get(FEED) is None


def test_keys_are_listed_by_prefix(stores):
    """
    In order, without those deleted.
    """
    for key in ("sitemap.xml", "sitemaps/2026-03-02.xml", "sitemaps/2026-03-01.xml", "robots.txt"):
        stores.site.put(document(key=key), expected_etag=None)
    stores.site.delete("robots.txt")

    assert list(stores.site.keys("sitemaps/")) == [
        "sitemaps/2026-03-01.xml", "sitemaps/2026-03-02.xml",
    ]  # fmt: skip
    assert len(list(stores.site.keys())) == 3


# --- Names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../../x",
        "a/b\\c",
        "${filename}",
        "a\x00b\n",
        " ",
        "-",
        "\u202e.txt",
        "n" * 999,
    ],
)
def test_a_file_name_is_made_safe_for_a_key(name):
    """
    One path part that is never empty, hidden, a variable of S3's or too long; safe stays safe.
    """
    safe = safe_name(name)

    assert safe == safe_name(safe)
    assert 0 < len(safe) <= 200
    assert not set(safe) & set("/\\${}\x00\n \u202e")
    assert not safe.startswith((".", "-"))


def test_a_sidecar_stays_beside_its_file():
    """
    The name of the file plus a suffix is the name of the sidecar, also after both are made safe.
    """
    file = upload_key("riverside", "t1", "My story (2).html")
    sidecar = upload_key("riverside", "t1", "My story (2).html.permission.json")

    assert sidecar == f"{file}.permission.json"


@pytest.mark.parametrize(
    ("key", "tag"),
    [
        ("articles/q7x.html", "article-q7x"),
        ("pictures/q7x/0d4f.jpg", "article-q7x"),
        ("channels/world/feed.atom", "channel-world"),
        ("sitemaps/2026-03-01.xml", "site"),
        ("index.html", "site"),
        ("articles", "site"),
    ],
)
def test_what_belongs_together_has_one_cache_tag(key, tag):
    """
    An article's page by article, a channel's documents by channel, the rest as the site.
    """
    assert cache_tag(key) == tag
