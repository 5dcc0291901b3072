"""No text of a partner's breaks out of its place on a page."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from reprise.model.configuration import Channel
from reprise.model.document import License, Terms
from reprise.model.submission import Byline, Picture, Source
from reprise.outputs.pages import Pages
from tests.unit.outputs.page_samples import CHANNELS, HERE, NOW, an_item, page, plain_entry

PAGES = Pages()
ATTACKS = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "<!--",
    "-->]]>",
    "</title><style>*{display:none}</style>",
    "{{ 7 * 7 }}{% raw %}",
    "\u2028\u2029\u0000\u0008\ufffe",
    "&lt;b&gt;&amp;nbsp;",
    "javascript:alert(1)",
    "\u202e\u2066",
]
HOSTILE = st.one_of(
    st.sampled_from(ATTACKS),
    st.text(max_size=30),
    st.lists(st.sampled_from(ATTACKS), max_size=3).map("".join),
)


def entry_of(text):
    """An entry with *text* wherever a partner's words may stand."""
    word = text or "x"
    return plain_entry(
        guid=word, title=text, summary=text, kicker=text, dateline=text, correction=text,
        bylines=(Byline(name=word, role=text, organisation=text, url=text),),
        sections=(text,), keywords=(text, "plain"), credit_line=text, partner_name=text,
        source=Source(name=word, url=text), canonical_url=text,
        pictures=(
            Picture(
                url=f"https://p.example/{re.sub(r'[^a-z]', '', text)}.jpg",
                caption=text, alt=text, credit=text, rights=text, licence=text,
            ),
        ),
        terms=Terms(
            rights=text, license=License(text, None), copyright_holder=text,
            copyright_notice=text, usage_terms=text,
        ),
        updated_at=NOW,
    )  # fmt: skip


def skeleton(root):
    """Elements and attribute names of a page: what a text must not change."""
    return [(element.tag, sorted(element.keys())) for element in root.iter() if element.tag != "a"]


def assert_harmless(document):
    """Only our own scripts, no handlers, no scripting addresses, nothing hidden or framed."""
    root = page(document)
    assert [script.get("type") for script in root.iter("script")] in (
        [], ["application/ld+json"],
    )  # fmt: skip
    assert not root.xpath("//@*[starts-with(name(), 'on')]")
    assert not root.xpath("//*[self::svg or self::iframe or self::object or self::base]")
    assert len(list(root.iter("style"))) == len(list(root.iter("title"))) == 1
    assert root.xpath("//comment()") == []
    for address in root.xpath("//@href | //@src"):
        assert address.startswith(("https://", "#", "data:image/svg+xml,", "mailto:"))


@given(HOSTILE)
@settings(deadline=None)
def test_no_text_of_an_article_breaks_out(text):
    """
    Titles, names, captions, rights, addresses: in markup, attributes and the JSON-LD.
    """
    document = PAGES.article_page(entry_of(text), HERE, CHANNELS)

    assert_harmless(document)
    (script,) = page(document).iter("script")
    assert json.loads(script.text)["@type"] == "NewsArticle"


@pytest.mark.parametrize("text", [attack for attack in ATTACKS if attack.isprintable()])
def test_an_attack_is_shown_as_the_text_it_is(text):
    """
    Nothing is lost by escaping: the words come back from headline and JSON-LD.
    """
    root = page(PAGES.article_page(plain_entry(title=text), HERE, {}))
    (script,) = root.iter("script")

    assert root.findtext(".//h1") == text
    assert json.loads(script.text)["headline"] == text


@given(HOSTILE)
@settings(deadline=None)
def test_no_text_changes_what_a_page_is_built_of(text):
    """
    The elements of the page are those of a harmless text of the same fields.
    """
    quiet = PAGES.article_page(replace(entry_of("x"), title="x"), HERE, {})
    loud = PAGES.article_page(replace(entry_of("x"), title=text), HERE, {})

    assert skeleton(page(loud)) == skeleton(page(quiet))


@given(HOSTILE)
@settings(deadline=None)
def test_no_headline_or_channel_breaks_out_of_a_list(text):
    """
    Lists show words of many partners; channels are the operator's, and escaped all the same.
    """
    channel = Channel(title=text or "x", description=text)
    items = [an_item(headline=text, source=text, section=text, licence=License(text))] * 2
    here = HERE.model_copy(
        update={
            "name": text.replace("(", "").replace(")", "") or "x",
            "description": text,
            "contact": text,
        }
    )

    assert_harmless(PAGES.landing_page("top", channel, items, here))
    assert_harmless(
        PAGES.front_page(items, {"top": channel}, here, sections=[text], sources=[text])
    )
    for document in PAGES.section_pages(text, items, here):
        assert_harmless(document)


@given(st.text(st.characters(codec=None), max_size=60))
@settings(deadline=None)
def test_every_page_can_be_encoded_and_parsed(text):
    """
    X-02: lone surrogates and controls do not stop a page.
    """
    entry = plain_entry(title=text, summary=text, guid=text, correction=text)
    document = PAGES.article_page(entry, HERE, {})

    assert html.document_fromstring(document.body.decode("utf-8")).find(".//h1") is not None
