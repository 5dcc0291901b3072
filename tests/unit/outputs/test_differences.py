"""What is different between two versions of a document, entry by entry (row B104)."""

import pytest

from reprise.outputs.differences import Change, Fate, changes

RSS = "application/rss+xml; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
JSON = "application/feed+json; charset=utf-8"
HTML = "text/html; charset=utf-8"
SITEMAP = "application/xml; charset=utf-8"


def rss(*items, title="Front"):
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title>{''.join(items)}</channel></rss>"
    ).encode()


def item(guid, title, text="One. Two."):
    return (
        f"<item><guid>{guid}</guid><title>{title}</title>"
        f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
    )


def test_entries_that_come_go_and_change_are_told_apart():
    """
    By their id: the new document's order, what is gone last.
    """
    before = rss(item("a", "Ferry"), item("b", "Bridge"), item("c", "Tide"))
    after = rss(item("d", "Crab"), item("b", "Bridge opens"), item("c", "Tide"))

    assert changes(before, after, RSS) == (
        Change(Fate.NEW, "Crab"),
        Change(Fate.CHANGED, "Bridge opens", (("headline", "Bridge", "Bridge opens"),)),
        Change(Fate.GONE, "Ferry"),
    )


def test_equal_documents_differ_in_nothing():
    """
    Whatever their kind.
    """
    assert changes(rss(item("a", "Ferry")), rss(item("a", "Ferry")), RSS) == ()
    for media_type in (JSON, HTML, "text/plain"):
        assert changes(b"{}", b"{}", media_type) == ()


def test_what_a_feed_says_of_itself_has_no_title():
    """
    Its own title, without its entries.
    """
    before, after = rss(item("a", "Ferry")), rss(item("a", "Ferry"), title="All")

    assert changes(before, after, RSS) == (
        Change(Fate.CHANGED, "", (("headline", "Front", "All"),)),
    )


ENTRY = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><title>Ferry</title>'
    b'<content type="html"><![CDATA[<p>{}</p>]]></content></entry></feed>'
)


@pytest.mark.parametrize(
    ("media_type", "template"),
    [
        (RSS, rss(item("x", "Ferry", "{}"))),
        (ATOM, ENTRY),
        (JSON, b'{"items":[{"id":"x","title":"Ferry","content_html":"<p>{}</p>"}]}'),
    ],
)
def test_one_change_reads_alike_in_every_format(media_type, template):
    """
    The text is the text, whatever a format calls it, so that it is said once for a channel.
    """
    before, after = template.replace(b"{}", b"Two."), template.replace(b"{}", b"Three.")

    assert changes(before, after, media_type) == (
        Change(Fate.CHANGED, "Ferry", (("text", "<p>Two.</p>", "<p>Three.</p>"),)),
    )


def test_a_line_of_a_sitemap_goes_by_its_address():
    """
    Sitemaps have no headlines.
    """
    line = b"<url><loc>https://n.example/a</loc><lastmod>%s</lastmod></url>"
    frame = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>'

    (change,) = changes(frame % (line % b"2026-01-01"), frame % (line % b"2026-01-02"), SITEMAP)

    assert change.title == "https://n.example/a"
    assert change.details == (("updated", "2026-01-01", "2026-01-02"),)


def test_a_page_of_headlines_holds_entries_and_another_page_is_one():
    """
    Lists go by their links; an article's page by what it says and what search engines are told.
    """
    line = '<article><h3><a href="/a">{}</a></h3></article>'
    page = "<html><head><title>T</title>{}</head><main><h1>H</h1>{}</main></html>"
    noindex = '<meta name="robots" content="noindex">'

    listed = [page.format("", line.format(words)).encode() for words in ("Ferry", "Ferries")]
    single = [page.format(head, "Text").encode() for head in ("", noindex)]

    assert changes(listed[0], listed[1], HTML) == (
        Change(Fate.CHANGED, "Ferries", (("headline", "Ferry", "Ferries"),)),
    )
    assert changes(single[0], single[1], HTML) == (
        Change(Fate.CHANGED, "", (("robots", "", "noindex"),)),
    )


@pytest.mark.parametrize("kind", [RSS, JSON, HTML])
def test_a_document_that_is_not_there_has_no_entries(kind):
    """
    All of the other one's are new, or gone.
    """
    body = {RSS: rss(item("a", "Ferry")), JSON: b'{"items":[{"id":"a","title":"Ferry"}]}'}
    body[HTML] = b'<main><article><a href="/a">Ferry</a></article></main>'

    assert changes(None, body[kind], kind)[0] == Change(Fate.NEW, "Ferry")
    assert Change(Fate.GONE, "Ferry") in changes(body[kind], None, kind)


def test_another_kind_of_document_is_compared_whole():
    """
    robots.txt and the like; of a picture its size alone is told.
    """
    assert changes(b"a", b"b", "text/plain") == (Change(Fate.CHANGED, "", (("text", "a", "b"),)),)
    assert changes(b"a", b"bc", "image/png") == (Change(Fate.CHANGED, "", (("bytes", "1", "2"),)),)


def test_json_that_is_a_list_is_compared_whole():
    """
    tdmrep.json is one.
    """
    (change,) = changes(b'[{"a":1}]', b'[{"a":2}]', "application/json")

    assert change.details == (("text", '[{"a":1}]', '[{"a":2}]'),)


@pytest.mark.parametrize("kind", [RSS, JSON, HTML, "text/x-opml"])
@pytest.mark.parametrize(
    "broken", [b"<", b"{", b"\xff\xfe", b"   ", b"<a><b></a>", b"null", b'{"items":[1]}']
)
def test_what_cannot_be_read_is_compared_whole(kind, broken):
    """
    Somebody put it there by hand; a preview shows that it goes, and does not stop there.
    """
    assert changes(broken, None, kind) in ((), (Change(Fate.GONE, ""),))
    assert changes(broken, broken, kind) == ()
