"""Uploads of every format, mangled and poisoned: read or refused, and never anything active."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.errors import RefusedError
from reprise.fields.chain import make_article
from reprise.intake.formats import read_upload
from reprise.model.article import Article
from reprise.model.configuration import Publication
from reprise.text.html import sanitise
from tests.patience import patience
from tests.unit.intake.reading import CASES, partner
from tests.unit.text.test_html import unwanted, vectors

PUBLICATION = Publication(name="Kelp", base_url="https://kelp.example", language="en")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
OWN = {
    "format": "reprise/1", "id": "tide-1", "headline": "Tide tables move online", "kicker": "The harbour",
    "abstract": "Printed copies stay at the quay.", "dateline": "LOWTIDE QUAY", "series": "A day afloat",
    "bylines": [{"name": "Ola Renn", "role": "Sea reporter", "organisation": "The Echo", "url": "https://echo.example/a b"}],
    "body_html": "<p>The tables that hung at the quay for a century can be read on a telephone now.</p>",
    "sections": ["Sea and coast"], "keywords": ["tide tables"], "correction": "It was a century.",
    "pictures": [{"url": "https://echo.example/q.jpg", "caption": "The old quay", "alt": "A quay", "credit": "R. Hale"}],
    "canonical_url": "https://echo.example/a b", "source": {"name": "Lowtide Echo"},
}  # fmt: skip
SAMPLES = {
    "own.json": json.dumps(OWN),
    **{path.name: path.read_text("utf-8") for path in sorted(CASES.rglob("*.*")) if path.suffix != ".txt"},
    **{path.name: path.read_text("utf-8") for path in sorted((CASES.parent / "captures").glob("en-e*.txt"))},
    **{path.name: path.read_text("utf-8") for path in sorted((CASES.parent / "pages").glob("en-[ads]*.html"))},
}  # fmt: skip
VECTORS = [
    *vectors(), "javascript:pwn(1)", "data:text/html,<script>pwn(1)</script>", '" onload=pwn(1) x="',
    "//evil.example/<svg/onload=pwn(1)>", "]]><script>pwn(1)</script>", "&lt;img src=x onerror=pwn(1)&gt;",
    "&amp;lt;script&amp;gt;pwn(1)&amp;lt;/script&amp;gt;", "</title></script><img src=x onerror=pwn(1)>",
]  # fmt: skip


def articles(data: bytes) -> list[Article]:
    """What is made of *data*; nothing when it is refused, with reasons."""
    try:
        reading = read_upload(data, "upload", partner=partner())
    except RefusedError as error:
        if not error.problems:
            raise
        return []
    made = [
        make_article(
            item, article_id="a", guid="g", partner_id="kelp",
            partner=partner(), publication=PUBLICATION, now=NOW,
        )
        for item in reading.items
    ]  # fmt: skip
    assert all(one.article or one.problems for one in made)
    return [one.article for one in made if one.article]


def assert_harmless(article: Article) -> None:
    """Nothing active in the text, no scheme that runs in an address, text that can be encoded."""
    assert unwanted(article.body_html) == []
    assert sanitise(article.body_html).html == article.body_html
    addresses = [article.canonical_url, article.source.url, *(one.url for one in article.bylines)]
    for address in addresses:
        assert address is None or address.startswith(("https://", "http://")), address
    article.model_dump_json().encode()


def poisoned(name: str, start: int) -> str:
    """The sample with a vector behind each of its texts of several words; vectors from *start*."""
    poison = islice(cycle(VECTORS), start, None)
    if name.endswith(".json"):
        return json.dumps(_poisoned(json.loads(SAMPLES[name]), poison))
    if name.endswith((".md", ".txt")):
        return re.sub(r"(?m)(?<=\w )\w+.?$", lambda m: f"{m[0]} {next(poison)}", SAMPLES[name])

    def put(text: re.Match[str]) -> str:
        vector = next(poison)
        return text[0] + (escape(vector, {'"': "&quot;"}) if name.endswith(".xml") else vector)

    return re.sub(r'(?<=>)[^<>]*\w \w[^<>]*(?=<)|(?<=content=")[^"]+(?=")', put, SAMPLES[name])


def _poisoned(value, poison):
    if isinstance(value, dict):
        return {key: _poisoned(one, poison) for key, one in value.items()}
    if isinstance(value, list):
        return [_poisoned(one, poison) for one in value]
    return f"{value} {next(poison)}" if isinstance(value, str) and " " in value else value


@pytest.mark.parametrize("name", SAMPLES)
def test_no_place_of_any_format_lets_anything_active_through(name):
    """Every vector of the corpus comes into many places of each format."""
    for start in range(0, len(VECTORS), 40):
        for article in articles(poisoned(name, start).encode()):
            assert_harmless(article)


def again(article: Article) -> Article:
    """The article that comes of sending *article* as we have it."""
    said = article.model_dump(mode="json", include=set(_SAME), exclude_none=True)
    sent = {"format": "reprise/1", "id": "again", **said}
    (made,) = articles(json.dumps(sent).encode())
    return made


_SAME = ("headline", "kicker", "abstract", "dateline", "bylines", "body_html", "language", "sections",
         "keywords", "series", "canonical_url", "published_at")  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_what_was_read_is_read_the_same_again(name):
    """Twice equals once, for the text and each field of every sample."""
    for article in articles(SAMPLES[name].encode()):
        made = again(article)
        changed = [field for field in _SAME if getattr(made, field) != getattr(article, field)]
        assert changed == []


EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from(["cut", "twice", "end", "swap"]),
        st.sampled_from(VECTORS) | st.text(max_size=8) | st.binary(max_size=8),
    ),
    min_size=1,
    max_size=4,
)


def mangled(data: bytes, edits: list[tuple[float, str, str | bytes]]) -> bytes:
    """*data* cut, repeated and sprinkled at those places."""
    for share, edit, piece in edits:
        at = int(share * len(data))
        poison = piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogatepass")
        rest = {
            "cut": data[at + 20 :],
            "twice": data[max(at - 60, 0) :],
            "end": b"",
            "swap": data[at:],
        }
        data = data[:at] + poison + rest[edit]
    return data


@given(st.sampled_from(sorted(SAMPLES)), EDITS)
@settings(deadline=None)
def test_whatever_is_sent_is_read_or_refused(name, edits):
    """Truncated, repeated, mis-encoded, poisoned: an answer for each, and no exception."""
    for article in articles(mangled(SAMPLES[name].encode(), edits)):
        assert_harmless(article)


_PAGE = "<!doctype html><html><body><h1>Tide tables</h1><p>{}</p>{}</body></html>"
_WXR = '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>x</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[{}]]></content:encoded></item></channel></rss>'  # fmt: skip
_TEXT = "The tables that hung at the quay for a century can be read on a telephone now. " * 3
EMPTY = {
    "cut in its doctype": "<!DOCTYPE html>",
    "cut in its first tag": "<!DOCTYPE html>\n<html lang",
    "cut in a comment": "<!doctype html><!-- saved",
}


@pytest.mark.parametrize("upload", EMPTY.values(), ids=EMPTY)
def test_a_page_cut_before_anything_is_refused(upload):
    """Its parser finds no document; the partner gets a reason all the same."""
    assert articles(upload.encode()) == []


LARGE = {
    "attributes of one tag": _PAGE.format(
        _TEXT, f"<p {' '.join(f'a{n}=1' for n in range(60_000))}>x"
    ),
    "times in one line": _PAGE.format(_TEXT, "<time datetime='2026-01-01'>x</time>" * 15_000),
    "captions in one place": _PAGE.format(_TEXT, "<p class=caption>A quay</p>" * 2_000),
    "labels of boxes": _PAGE.format(_TEXT * 2, "<div>Comments</div>" * 4_000),
    "open shortcodes": _WXR.format("[caption]" * 20_000),
    "digits of one line": "The tables\n\n" + "1" * 200_000,
    "digits in a short line": f"The tables\n\n{_TEXT}\n{'1' * 20_000} May\n{_TEXT}",
}


@pytest.mark.parametrize("upload", LARGE.values(), ids=LARGE)
def test_size_costs_no_more_than_its_length(upload):
    """Each of these kept an earlier reader busy for minutes or for ever."""
    with patience():
        articles(upload.encode())


def test_the_samples_are_articles():
    """What is mangled above is read when it is not."""
    assert [name for name in SAMPLES if not articles(SAMPLES[name].encode())] == []
    assert len({Path(name).suffix for name in SAMPLES}) >= 5
