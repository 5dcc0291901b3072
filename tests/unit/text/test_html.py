"""What comes out of the sanitiser: nothing active ever, and an article's structure always."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.text.html import html_to_text, sanitise, text_to_html
from reprise.text.html_tree import parse
from reprise.text.plain import count_words
from tests.patience import patience

CASES = Path(__file__).parents[2] / "cases" / "text" / "html"
TAGS = frozenset(
    [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figure",
        "figcaption",
        "img",
        "a",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "q",
        "cite",
        "em",
        "strong",
        "sub",
        "sup",
        "code",
        "pre",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "time",
        "abbr",
        "hr",
        "br",
        "small",
        "ins",
        "del",
        "s",
        "ruby",
        "rt",
        "rp",
        "bdi",
        "bdo",
    ]
)
ATTRIBUTES = frozenset(
    [
        "href",
        "src",
        "alt",
        "width",
        "height",
        "start",
        "type",
        "reversed",
        "value",
        "colspan",
        "rowspan",
        "scope",
        "datetime",
        "title",
        "lang",
        "dir",
    ]
)


def vectors():
    """The hostile lines, with their escapes resolved."""
    for line in (CASES / "hostile.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            for escape, character in (("\\n", "\n"), ("\\t", "\t"), ("\\0", "\0")):
                line = line.replace(escape, character)  # noqa: PLW2901
            yield line.replace("\\x01", "\x01").replace("\\x00", "\0").replace("\\x0c", "\x0c")


class Inspector(HTMLParser):
    """A second opinion, by another parser: collects all that is not plain text."""

    def __init__(self):
        super().__init__()
        self.wrong = []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.wrong.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.wrong.append(f"{tag} {name}")
            if name in {"href", "src"} and not value.startswith(
                ("https://", "http://", "mailto:", "tel:")
            ):
                self.wrong.append(f"{tag} {name}={value}")

    handle_startendtag = handle_starttag

    def handle_comment(self, data):
        self.wrong.append(f"comment {data}")

    def handle_decl(self, decl):
        self.wrong.append(f"declaration {decl}")

    unknown_decl = handle_pi = handle_decl


def unwanted(html):
    """Everything in *html* that a reader's browser must not get."""
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.wrong


def test_the_corpus_is_as_large_as_claimed():
    """More than a hundred vectors, each its own."""
    assert len(set(vectors())) >= 150


@pytest.mark.parametrize("vector", list(vectors()), ids=lambda vector: vector[:40])
@pytest.mark.parametrize("frame", ["{}", "<p>Before {} after.</p>", "<table><tr><td>{}</table>"])
def test_nothing_active_survives(vector, frame):
    """No element, attribute or scheme outside the allow-list, wherever the vector stands (M52)."""
    clean = sanitise(frame.replace("{}", vector), base_url="https://news.example/").html
    assert unwanted(clean) == []
    assert sanitise(clean).html == clean


CASES_OF_STRUCTURE = {
    "loose text becomes paragraphs": ("one<br><br>two", "<p>one</p><p>two</p>"),
    "divisions are paragraphs": ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
    "empty paragraphs go": ("<p>a</p><p>&nbsp;</p><p><br></p>", "<p>a</p>"),
    "first level belongs to the headline": ("<h1>a</h1><h3>b</h3>", "<h2>a</h2><h3>b</h3>"),
    "levels keep their order": ("<h4>a</h4><h2>b</h2>", "<h3>a</h3><h2>b</h2>"),
    "bold headings are headings": ("<h2><b>a</b></h2>", "<h2>a</h2>"),
    "old tags get their meaning": (
        "<p><b>a</b><i>b</i><tt>c</tt></p>",
        "<p><strong>a</strong><em>b</em><code>c</code></p>",
    ),
    "a link around blocks is in each": (
        '<a href="https://a.example/"><h2>t</h2><p>x</p></a>',
        '<h2><a href="https://a.example/">t</a></h2><p><a href="https://a.example/">x</a></p>',
    ),
    "a list of one paragraph each": ("<ul><li><p>a</p><li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    "an item outside a list": ("<li>a", "<p>a</p>"),
    "a list in a list": (
        "<ul><li>a</li><ul><li>b</li></ul></ul>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
    ),
    "a table keeps its cells": (
        "<table><tr><th scope=col colspan=2>a<td></table>",
        '<table><tbody><tr><th colspan="2" scope="col">a</th><td></td></tr></tbody></table>',
    ),
    "a table of one cell is a frame": ("<table><tr><td>a</table>", "<p>a</p>"),
    "a quote keeps its paragraphs": (
        "<blockquote>a<footer>– b</footer></blockquote>",
        "<blockquote><p>a</p><p>– b</p></blockquote>",
    ),
    "rules only separate": ("<hr><p>a</p><hr><hr><p>b</p><hr>", "<p>a</p><hr><p>b</p>"),
    "marks in the page have no place": (
        '<p>a<sup><a href="#n1">1</a></sup></p>',
        "<p>a<sup>1</sup></p>",
    ),
    "code keeps its lines": ("<pre>a\n  b  c</pre>", "<pre>a\n  b  c</pre>"),
    "ruby stays": (
        "<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby></p>",
        "<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby></p>",
    ),
    "direction and language stay": (
        '<p dir="RTL" lang="AR">أ</p>',
        '<p lang="ar" dir="rtl">أ</p>',
    ),
    "details are opened": ("<details><summary>a</summary>b</details>", "<p>a</p><p>b</p>"),
    "what is hidden goes": ('<p>a</p><p style="display: none">b</p>', "<p>a</p>"),
    "words for screen readers go": ('<p>a<span class="sr-only">b</span></p>', "<p>a</p>"),
    "forms go": ("<p>a</p><form><label>Your mail</label><input></form>", "<p>a</p>"),
    "controls and ligatures": ("<p>of\ufb01ce\x08\u00ad</p>", "<p>office</p>"),
    "spaces across phrases": ("<p>a <b> b</b>  c</p>", "<p>a <strong>b</strong> c</p>"),
    "entities are text": ("<p>a &amp; b &lt; c&nbsp;d</p>", "<p>a &amp; b &lt; c d</p>"),
}


@pytest.mark.parametrize(("html", "expected"), CASES_OF_STRUCTURE.values(), ids=CASES_OF_STRUCTURE)
def test_structure_is_kept_and_settled(html, expected):
    """Every article comes out in one shape, whatever editor it was written in."""
    assert sanitise(html).html == expected


ADDRESSES = {
    "relative": ("/a", "https://news.example/a"),
    "beside": ("a.html", "https://news.example/d/a.html"),
    "without scheme": ("//a.example/x", "https://a.example/x"),
    "tracking": ("https://a.example/?utm_source=x&id=1&fbclid=2", "https://a.example/?id=1"),
    "iri": ("https://bücher.example/ä b", "https://xn--bcher-kva.example/%C3%A4%20b"),
    "mail": ("mailto:desk@a.example", "mailto:desk@a.example"),
}


@pytest.mark.parametrize(("href", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_links_are_absolute_and_clean(href, expected):
    """Addresses work wherever the text is read (M54, C6)."""
    clean = sanitise(f'<p><a href="{href}">x</a></p>', base_url="https://news.example/d/e.html")
    assert clean.html == f'<p><a href="{expected}">x</a></p>'
    assert clean.links == (expected,)


def test_without_a_base_a_relative_link_loses_its_target_and_is_reported():
    """A link that leads nowhere is text."""
    clean = sanitise('<p><a href="/a">x</a></p>')
    assert clean.html == "<p>x</p>"
    assert [removal.kind for removal in clean.removed] == ["broken-address"]


PICTURES = {
    "plain": '<img src="a.jpg">',
    "lazy": '<img src="data:image/gif;base64,AA" data-src="a.jpg">',
    "lazy with placeholder": '<img src="/img/placeholder.png" data-lazy-src="a.jpg">',
    "noscript": '<img class="lazy" src="data:image/gif,x"><noscript><img src="a.jpg"></noscript>',
    "lazy and noscript": '<img data-src="a.jpg"><noscript><img src="a.jpg"></noscript>',
    "srcset": '<img srcset="s.jpg 320w, a.jpg 1200w, xxl.jpg 5000w">',
    "densities": '<img srcset="s.jpg 1x, a.jpg 2x">',
    "picture": '<picture><source srcset="s.jpg 300w, a.jpg 900w"><img></picture>',
    "amp": '<amp-img src="a.jpg" width="600" height="400"></amp-img>',
    "linked to its large copy": '<a href="large.jpg"><img src="a.jpg"></a>',
}


@pytest.mark.parametrize("html", PICTURES.values(), ids=PICTURES)
def test_the_picture_a_reader_would_see_is_found(html):
    """Lazy pictures, sets of sizes and fallbacks lead to one address (B56)."""
    clean = sanitise(html, base_url="https://news.example/d/")
    assert [picture.url for picture in clean.images] == ["https://news.example/d/a.jpg"]
    assert clean.html.count("<img") == 1


def test_a_figure_tells_caption_and_credit_apart():
    """The credit is marked by its class; both stay visible (B9)."""
    clean = sanitise(
        '<figure><img src="https://a.example/x.jpg" alt="Boats" width="800" height="600">'
        '<figcaption>Low tide. <span class="photo-credit">Photo: R. Hale</span></figcaption></figure>'
    )
    (picture,) = clean.images
    assert (picture.caption, picture.credit, picture.alt) == (
        "Low tide.",
        "Photo: R. Hale",
        "Boats",
    )
    assert (picture.width, picture.height) == (800, 600)
    assert "<figcaption>Low tide. Photo: R. Hale</figcaption>" in clean.html


def test_a_pixel_is_removed_and_reported():
    """Counting readers is a duty of the permission (B34), not part of the text."""
    clean = sanitise('<p>a</p><img src="https://count.example/p.gif" width="1" height="1">')
    assert clean.html == "<p>a</p>"
    assert [removal.kind for removal in clean.removed] == ["pixel"]


def test_an_emoji_picture_becomes_its_character():
    """A smiley is a word of the sentence."""
    clean = sanitise('<p>Fine <img class="emoji" alt="🙂" src="https://s.example/1.png">.</p>')
    assert clean.html == "<p>Fine 🙂.</p>"


EMBEDS = {
    "youtube": (
        '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="The launch">',
        '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">The launch</a></p>',
    ),
    "video": (
        '<video><source src="https://a.example/v.mp4">Your browser …</video>',
        '<p><a href="https://a.example/v.mp4">a.example</a></p>',
    ),
    "advertising": ('<iframe src="https://ad.doubleclick.net/x"></iframe>', ""),
}


@pytest.mark.parametrize(("html", "expected"), EMBEDS.values(), ids=EMBEDS)
def test_an_embed_becomes_a_link(html, expected):
    """What can't be shown in a feed can be opened."""
    assert sanitise(html).html == expected


def test_what_is_removed_is_reported():
    """Nothing disappears silently (B8)."""
    clean = sanitise(
        "<p>a</p><script>x</script><svg></svg><nav>Home News</nav>"
        '<a href="javascript:x">y</a><iframe></iframe>'
    )
    kinds = [removal.kind for removal in clean.removed]
    assert {"script", "svg", "navigation", "embed"} <= set(kinds)


HUGE = {
    "nested blocks": "<div>" * 100_000 + "x",
    "nested lists": "<ul><li>" * 50_000 + "x",
    "nested quotes and phrases": "<blockquote><b>" * 50_000 + "x",
    "ignored end tags": "<ul><table></ul></table>" * 50_000 + "x",
    "comments hide end tags": "<ul><!--</ul>-->" * 50_000 + "x",
    "attributes hide end tags": '<ul title="</ul>">' * 50_000 + "x",
    "formatting opened again": "".join(f"<b a={n}>" for n in range(900)) + "<p>x" * 20_000,
    "unclosed": "<a " * 200_000,
    "quotes": '<a "' * 200_000,
    "ampersands": "&" * 500_000,
    "empty after full": "<p>x" * 20_000 + "<p>" * 60_000,
    "attributes": f"<p {' '.join(f'a{n}=b' for n in range(50_000))}>x</p>",
    "tables": "<table><tr><td>" * 20_000 + "x",
}


def test_an_article_of_nothing_but_references_is_read_whole():
    """Some systems write every letter as a reference; markup that is written so stays text."""
    words = "समुद्र का पानी – উঠছে"
    written = "".join(f"&#{ord(letter)};" for letter in words) + "&lt;b&gt; "
    clean = sanitise("<p>" + written * 2_000 + "</p>").html
    assert clean.count("समुद्र का पानी – উঠছে&lt;b&gt;") == 2_000
    assert "<b>" not in clean


@pytest.mark.parametrize("html", HUGE.values(), ids=HUGE)
def test_hostile_size_costs_bounded_time(html):
    """A hundred thousand nested tags take seconds at worst, and never recurse to death."""
    with patience():
        clean = sanitise(html)
    assert unwanted(clean.html) == []


def test_a_long_article_is_read_to_its_end():
    """Bounds never cost a real article its last paragraph."""
    html = "".join(f"<div><p>Paragraph <b>{n}</b>.</p></div>" for n in range(3000))
    clean = sanitise(html).html
    assert clean.count("<p>") == 3000
    assert clean.endswith("<p>Paragraph <strong>2999</strong>.</p>")


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<i>",
        "<em>",
        "</em>",
        "<a",
        'href="https://a.example/x">',
        "</a>",
        "<ul>",
        "</ul>",
        "<li>",
        "<ol>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<th>",
        "<caption>",
        "<figure>",
        "</figure>",
        "<figcaption>",
        "<img",
        'src="b.jpg">',
        "<br>",
        "<hr>",
        "<blockquote>",
        "</blockquote>",
        "<h1>",
        "</h1>",
        "<h3>",
        "<pre>",
        "</pre>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<span",
        "dir=rtl>",
        "</span>",
        "<script>",
        "</script>",
        "<svg>",
        "</svg>",
        "<form>",
        "</form>",
        "<ruby>",
        "<rt>",
        "<video>",
        "</video>",
        "<noscript>",
        "</noscript>",
        "<!--",
        "-->",
        "<template>",
        "<select>",
        "word",
        "two",
        "&amp;",
        "&lt;",
        "&nbsp;",
        "é",
        "Ã©",
        "ﬁ",
        "\u200b",
        "́",
        "مرحبا",
        "。",
        "<iframe",
        'src="https://e.example/">',
        "<details>",
        "<summary>",
        "<q>",
        "<sup>",
        "<center>",
        "<font>",
        "<style>",
        "</style>",
        "<math>",
        "<strong>",
        "</strong>",
        "<img>",
        "<picture>",
        "<source",
        'srcset="c.jpg">',
        "<button>",
        "<nav>",
        "</nav>",
        "<x-y>",
        "<",
        ">",
        '"',
        "'",
        "=",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map(" ".join) | st.text(max_size=200))
@settings(max_examples=400, deadline=None)
def test_twice_equals_once_and_nothing_raises(html):
    """The two properties of every normaliser, on tag soup."""
    once = sanitise(html, base_url="https://news.example/").html
    assert sanitise(once, base_url="https://other.example/").html == once
    assert unwanted(once) == []


@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map(" ".join))
@settings(max_examples=60)
def test_the_tree_is_that_of_the_markup(html):
    """Whoever reads on need not parse again; markup that is settled is left alone at once."""
    clean = sanitise(html, base_url="https://news.example/a/")
    assert clean.root == parse(clean.html)
    assert sanitise(clean.html, base_url="https://news.example/a/") == sanitise(clean.html)


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=200, deadline=None)
def test_every_word_outside_hidden_parts_survives(html):
    """No word of the text is lost to restructuring."""
    shown = html
    for hidden in ("script", "svg", "template", "select", "style", "math", "video", "iframe"):
        if f"<{hidden}" in shown:
            return
    if any(mark in shown for mark in ("<!--", "<form", "<nav", "<button", "< ", "=", '"')):
        return
    clean = sanitise(html).html
    assert clean.count("word") == html.count("word")


TEXTS = {
    "paragraphs": ("<p>a</p><p>b</p>", "a\n\nb"),
    "breaks": ("<p>a<br>b</p>", "a\nb"),
    "items": ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
    "captions are not running text": (
        '<p>a</p><figure><img src="x"><figcaption>c</figcaption></figure>',
        "a",
    ),
    "no markup": ("a &amp; b", "a & b"),
    "scripts are not text": ("<p>a<script>b</script></p>", "a"),
}


@pytest.mark.parametrize(("html", "text"), TEXTS.values(), ids=TEXTS)
def test_html_as_text(html, text):
    """Excerpts, word counts and fingerprints see the running text alone."""
    assert html_to_text(html) == text


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_text_becomes_html_without_meaning_anything(text):
    """Angle brackets of a plain text are characters."""
    assert unwanted(text_to_html(text)) == []


WORDS = {
    "English": ("It's a 3rd-rate idea, isn't it?", 6),
    "Chinese characters": ("港口今天开放", 6),
    "Thai": ("ท่าเรือ", 7),
    "mixed": ("The 港 opens", 3),
    "none": ("… – !", 0),
}


@pytest.mark.parametrize(("text", "count"), WORDS.values(), ids=WORDS)
def test_words_are_counted_in_every_script(text, count):
    """Scripts without spaces count characters."""
    assert count_words(text) == count
