"""HTML as plain text: what excerpts, word counts and fingerprints are made from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reprise.text.html_tree import Node, parse

_BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "caption",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "figure",
        "figcaption",
        "hr",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "address",
        "center",
        "form",
        "fieldset",
        "details",
        "summary",
        "nav",
    ]
)
_NOT_TEXT = frozenset({"figcaption", "rp", "rt", "iframe", "object", "video", "audio", "button"})
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # fmt: skip
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?", re.UNICODE)


def html_to_text(html: str, *, captions: bool = False) -> str:
    """
    The words of *html*: paragraphs with blank lines between them, breaks as line ends.

    Args:
        html: Any markup.

        captions: Include the captions of pictures, which are not the article's running text.

    Example:
        >>> html_to_text("<p>One<br>two</p><ul><li>three</li></ul>")
        'One\\ntwo\\n\\nthree'
    """
    return text_of(parse(html), captions=captions)


def text_of(root: Node, *, captions: bool = False) -> str:
    """The same of markup that is parsed already."""
    skipped = _NOT_TEXT - {"figcaption"} if captions else _NOT_TEXT
    pieces = "".join(_pieces(root, skipped)).split("\0")
    lines = ("\n".join(" ".join(line.split()) for line in piece.split("\n")) for piece in pieces)
    return "\n\n".join(text for text in (line.strip() for line in lines) if text)


def count_words(text: str) -> int:
    """
    Words of *text*; in scripts written without spaces, characters.

    Example:
        >>> count_words("It's the 3rd bridge."), count_words("橋が開通した")
        (4, 6)
    """
    if text.isascii():
        return len(_WORD.findall(text))
    spaceless = len(_SPACELESS.findall(text))
    return spaceless + len(_WORD.findall(_SPACELESS.sub(" ", text)))


def _pieces(node: Node, skipped: frozenset[str]) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child.replace("\0", "").replace("\n", " ") if node.tag != "pre" else child
        elif child.tag == "br":
            yield "\n"
        elif child.tag not in skipped:
            edge = "\0" if child.tag in _BLOCKS else ""
            yield edge
            yield from _pieces(child, skipped)
            yield edge
