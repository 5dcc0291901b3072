"""Plain text out of a body, and its beginning cut where a reader would cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from reprise.text.marks import balanced

# Scripts written without spaces: Thai, Lao, Myanmar, Khmer, kana, Han. There a character counts
# as a word, as in Article.word_count.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNIT = re.compile(rf"[{_UNSPACED}][\u0e30-\u0e4e\u3099\u309a]*|[^\s{_UNSPACED}]+")
_SENTENCE_END = re.compile(r"[.!?…؟۔։।॥]+[\"'»”’)\]]*(?=\s|$)|[。！？｡]+[」』”）]*")
_ELLIPSIS = "…"
_MIN_SHARE = 0.5
"""A cut at a sentence's end may cost at most half of the length; else it is made at a word's."""

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_NOT_RUNNING_TEXT = frozenset({
    "figure", "figcaption", "table", "script", "style", "iframe", "audio", "video",
    "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip


def plain_text(body_html: str) -> str:
    """
    The running text of *body_html*: paragraphs separated by line feeds, without headings,
    captions and tables.

    >>> plain_text("<p>One <b>two</b></p><figure><figcaption>x</figcaption></figure><p>three</p>")
    'One two\\nthree'
    """
    try:
        root = html.fragment_fromstring(body_html, create_parent="div")
    except (etree.ParserError, ValueError):
        return ""
    lines = "".join(_texts(root)).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _texts(element: html.HtmlElement) -> Iterator[str]:
    is_block = element.tag in _BLOCKS
    if is_block:
        yield "\n"
    if isinstance(element.tag, str) and element.tag not in _NOT_RUNNING_TEXT:
        yield (element.text or "").replace("\n", " ")
        for child in element:
            yield from _texts(child)
            yield (child.tail or "").replace("\n", " ")
    if is_block:
        yield "\n"


def _units(text: str) -> Iterator[re.Match[str]]:
    """Words of *text*; a lone dash or full stop is none."""
    return (found for found in _UNIT.finditer(text) if any(map(str.isalnum, found.group())))


def count_words(text: str) -> int:
    """
    Words of *text*; characters in scripts that are written without spaces.

    >>> count_words("two words"), count_words("東京の朝")
    (2, 4)
    """
    return sum(1 for _ in _units(text))


def cut_words(text: str, limit: int) -> str:
    """
    The first *limit* words of *text* at most, ended at a sentence where one ends late enough.

    What is cut ends in an ellipsis, so nobody takes it for the whole; the ellipsis is no word.

    >>> cut_words("It rained. Then the sun came out over the harbour.", 8)
    'It rained. Then the sun came out over…'
    >>> cut_words("It rained all day. Then the sun came out.", 6)
    'It rained all day. …'
    """
    text = " ".join(text.split())
    ends = (found.end() for found in _units(text))
    for number, end in enumerate(ends, start=1):
        if number == limit and count_words(text[end:]):
            return _ended(text[:end])
    return balanced(text)


def cut_characters(text: str, limit: int) -> str:
    """
    The first *limit* characters of *text* at most, cut as :func:`cut_words` does.

    >>> cut_characters("It rained all day. Then the sun came out.", 30)
    'It rained all day. …'
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return balanced(text)
    room = text[: max(limit - 2, 1)]
    whole = [
        found.end() for found in _UNIT.finditer(text, 0, limit + 1) if found.end() <= len(room)
    ]
    return _ended(room[: whole[-1]] if whole else room)[:limit]


def _ended(kept: str) -> str:
    ends = [found.end() for found in _SENTENCE_END.finditer(kept)]
    if ends and ends[-1] >= len(kept) * _MIN_SHARE:
        return f"{balanced(kept[: ends[-1]])} {_ELLIPSIS}"
    return balanced(kept.rstrip(" ,;:–—-")) + _ELLIPSIS
