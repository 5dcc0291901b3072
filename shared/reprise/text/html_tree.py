"""
A small tree of HTML, and the way from any markup to well-formed tokens in bounded time.

Whatever comes in passes html5ever (in nh3) first: what we walk over is what a browser would see,
with every tag closed and every value quoted, so the walk can be simple.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import nh3
from lxml import etree

MAX_CHARS = 4_000_000
"""Longer markup is cut: a long book has two million characters."""
MAX_DEPTH = 60
"""Open elements at once; real articles stay below 20."""
FEW_TAGS = 1000
"""With up to so many tags, the worst a parser can be made to do takes a fraction of a second."""
FEW_REFERENCES = 20_000
"""With up to so many ampersands, the same."""

VOID = frozenset({"br", "hr", "img", "wbr", "source", "embed", "col", "track", "area", "input"})
# Read, though most of it is rewritten or dropped later. The last pass has its own, strict list.
_SEEN_TAGS = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "address",
        "amp-audio",
        "amp-iframe",
        "amp-img",
        "amp-video",
        "amp-youtube",
        "article",
        "aside",
        "audio",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
        "br",
        "button",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "font",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "i",
        "iframe",
        "img",
        "ins",
        "kbd",
        "label",
        "legend",
        "li",
        "main",
        "mark",
        "menu",
        "nav",
        "object",
        "ol",
        "p",
        "picture",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "video",
    ]
)
_SEEN_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "style", "hidden", "aria-hidden", "lang", "dir", "title", "role"},
    "a": {"href"},
    "img": {
        "src", "srcset", "alt", "width", "height", "data-src", "data-srcset", "data-lazy-src",
        "data-lazy-srcset", "data-original", "data-original-src", "data-hi-res-src", "data-url",
        "data-full-src", "data-image", "data-img-src", "data-actualsrc", "data-echo", "data-lazy",
        "data-delayed-url", "data-large-file", "data-orig-file", "data-flickity-lazyload",
        "data-bg", "data-raw-src", "data-pin-media", "data-runner-src", "data-fallback-src",
        "data-width", "data-height",
    },
    "source": {"src", "srcset", "data-srcset", "type", "media"},
    **{tag: {"src", "data-src", "width", "height"} for tag in ("iframe", "embed", "audio")},
    "video": {"src", "data-src", "poster", "width", "height"},
    "amp-iframe": {"src"},
    "amp-audio": {"src"},
    "amp-video": {"src", "poster"},
    "amp-youtube": {"data-videoid"},
    "object": {"data", "width", "height"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    **{tag: {"cite"} for tag in ("blockquote", "q", "del", "ins")},
}  # fmt: skip
_SEEN_ATTRIBUTES["amp-img"] = _SEEN_ATTRIBUTES["img"]

DROPPED_WITH_CONTENT = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "math",
        "title",
        "textarea",
        "select",
        "option",
        "noembed",
        "noframes",
        "xmp",
        "applet",
        "datalist",
        "output",
        "meter",
        "progress",
        "canvas",
        "frameset",
        "head",
    ]
)

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>\"'/]+(?:=\"[^\"]*\")?)*)\s*/?>|([^<]+)|<")
_BALANCED = re.compile(r"<(/?)([A-Za-z][^\s/>]*)(?:\"[^\"]*\"|[^\">])*>|([^<]+)|<")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:=\"([^\"]*)\")?")


@dataclass(slots=True)
class Node:
    """An element. Children are elements and text."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        """All elements below, in the order of the document."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.nodes()

    def text(self) -> str:
        """All text below, as it stands."""
        return "".join(
            child if isinstance(child, str) else " " if child.tag == "br" else child.text()
            for child in self.children
        )

    def is_empty(self) -> bool:
        """No word and no picture in it."""
        return not any(
            child.strip() if isinstance(child, str) else child.tag == "img" or not child.is_empty()
            for child in self.children
        )


def cut_out(node: Node, start: int, end: int) -> None:
    """Take characters *start* to *end* of ``node.text()`` out, and elements that this leaves empty."""
    _cut(node, 0, start, end)


def _cut(node: Node, at: int, start: int, end: int) -> int:
    """Cut below *node*, whose text begins at *at*; returns where it ended."""
    kept: list[Node | str] = []
    for child in node.children:
        begin = at
        if isinstance(child, str):
            at += len(child)
            kept.append(child[: max(start - begin, 0)] + child[max(end - begin, 0) :])
            continue
        at = begin + 1 if child.tag == "br" else _cut(child, begin, start, end)
        touched = begin < end and at > start
        if not touched or (child.tag != "br" and not child.is_empty()):
            kept.append(child)
    node.children = [child for child in kept if child != ""]
    return at


def parse(markup: str) -> Node:
    """
    The tree of *markup*, in time that grows with its length. Never raises.

    Scripts, styles, drawings and other content that is not text is gone already.
    """
    root = Node("body")
    path = [root]
    for match in _TOKEN.finditer(_first_pass().clean(_bounded(markup))):
        closing, tag, attributes, text = match.groups()
        if text:
            path[-1].children.append(html.unescape(text))
        elif tag and closing:
            if len(path) > 1 and path[-1].tag == tag:
                path.pop()
        elif tag:
            node = Node(tag, dict(_attributes(attributes)))
            path[-1].children.append(node)
            if tag not in VOID and len(path) < 3 * MAX_DEPTH:
                path.append(node)
    return root


def serialise(children: list[Node | str]) -> str:
    """The markup of *children*, spelled as html5ever spells it."""
    return "".join(_markup(child) for child in children)


def _markup(child: Node | str) -> str:
    if isinstance(child, str):
        return html.escape(child, quote=False)
    attributes = "".join(f' {name}="{html.escape(v)}"' for name, v in child.attrs.items())
    if child.tag in VOID:
        return f"<{child.tag}{attributes}>"
    return f"<{child.tag}{attributes}>{serialise(child.children)}</{child.tag}>"


@lru_cache(maxsize=1)
def _first_pass() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_SEEN_TAGS),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes=_SEEN_ATTRIBUTES,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for name, value in _ATTRIBUTE.findall(text):
        yield name, html.unescape(value)


def _bounded(markup: str) -> str:
    """
    *markup* such that html5ever reads it quickly: its time grows with the square of the depth.

    With few tags nothing can be deep. With many, libxml2, which is linear, reads it first; of
    what it writes, every tag is where it seems to be, and elements too deep are opened up.

    ``noscript`` is opened too: what it holds is the picture behind a lazy one.
    """
    markup = _few_references(markup[:MAX_CHARS].replace("\x00", ""))
    if "noscript" in markup.lower():
        markup = re.sub(r"</?noscript\b[^<>]*>", "", markup, flags=re.IGNORECASE)
    if markup.count("<") <= FEW_TAGS:
        return markup
    return "".join(_not_too_deep(_balanced(markup)))


def _few_references(markup: str) -> str:
    """
    *markup* with its ampersands counted: the time of html5ever also grows with the square of those
    in one text. Letters written as references are letters; of what is left the first are read.
    """
    if markup.count("&") <= FEW_REFERENCES:
        return markup
    first, *rest = _REFERENCE.sub(_letter, markup).split("&")
    read, unread = rest[:FEW_REFERENCES], rest[FEW_REFERENCES:]
    return "&".join((first, *read)) + "".join(unread)


def _letter(reference: re.Match[str]) -> str:
    """What a reference stands for, unless that could be taken for markup."""
    letters = html.unescape(reference[0])
    plain = all(letter.isalnum() or letter > "\x9f" for letter in letters)
    return letters if plain else reference[0]


def _balanced(markup: str) -> str:
    parser = etree.HTMLParser(
        remove_comments=True, remove_pis=True, huge_tree=True, no_network=True, encoding="utf-8"
    )
    data = f"<html><body>{markup}".encode("utf-8", "replace")
    root = etree.fromstring(data, parser=parser)
    etree.strip_elements(root, *DROPPED_WITH_CONTENT - {"head"}, with_tail=False)
    return str(etree.tostring(root, method="html", encoding="unicode"))


def _not_too_deep(markup: str) -> Iterator[str]:
    kept: list[bool] = []
    depth = 0
    for match in _BALANCED.finditer(markup):
        closing, tag, text = match.groups()
        if not tag or tag.lower() in VOID:
            yield match[0] if tag or text else "&lt;"
        elif not closing:
            kept.append(depth < MAX_DEPTH)
            depth += kept[-1]
            yield match[0] if kept[-1] else ""
        elif kept:
            was_kept = kept.pop()
            depth -= was_kept
            yield match[0] if was_kept else ""
