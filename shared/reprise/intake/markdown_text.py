"""
Markdown as HTML: CommonMark with tables, strike-through and footnotes.

What only a site's own generator could fill in (shortcodes, templates) is taken out and reported;
Hugo's figures become figures.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reprise.model.submission import Picture, Removal

_TEMPLATE = re.compile(r"\{\{[<%-]?([^{}]{0,1000})[>%-]?\}\}|\{%([^%{}]{0,500})%\}")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)""")
_ATTRIBUTE_LIST = re.compile(r"^[ \t]*\{:[^{}\n]{0,200}\}[ \t]*$|(?<=\S)\{[:.#][^{}\n]{0,200}\}", re.MULTILINE)  # fmt: skip
_NOTE = re.compile(
    r"^\[\^([^\]\s]{1,40})\]:[ \t]*([^\n]*(?:\n(?:[ ]{2,}|\t)[^\n]*|\n(?=\n(?:[ ]{4,}|\t)))*)",
    re.MULTILINE,
)
_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_CODE = re.compile(r"(^(?:```|~~~).*?(?:^(?:```|~~~)|\Z)|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """
    A text as read.

    Attributes:
        html: Its markup, not yet cleaned.
        title: The heading it begins with, in plain words; empty without one.
        pictures: Those with a credit, which markup has no place for.
        removed: Templates taken out.
    """

    html: str
    title: str = ""
    pictures: tuple[Picture, ...] = ()
    removed: tuple[Removal, ...] = ()


def read_markdown(text: str) -> MarkdownText:
    """
    *text* as HTML.

    Example:
        >>> read_markdown("# Tide\\n\\nIt **came**.[^1]\\n\\n[^1]: Late.").title
        'Tide'
    """
    removed: list[Removal] = []
    credited: list[Picture] = []
    filled = _outside_code(text, lambda part: _without_templates(part, removed, credited))
    body, notes = _footnotes(filled)
    tokens = _captioned(_parser().parse(body))
    markup = _parser().renderer.render(tokens, _parser().options, {})
    return MarkdownText(markup + notes, _title(tokens), tuple(credited), tuple(removed))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    return parser.enable(["table", "strikethrough"])


def _title(tokens: list[Token]) -> str:
    if len(tokens) < 2 or tokens[0].type != "heading_open" or tokens[0].tag != "h1":  # noqa: PLR2004 - the heading and what it holds
        return ""
    pieces = (
        one.content for one in tokens[1].children or () if one.type in {"text", "code_inline"}
    )
    return " ".join("".join(pieces).split())


def _captioned(tokens: list[Token]) -> list[Token]:
    """A picture alone in a paragraph, with a title: the title is its caption."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        pictures = token.children or []
        is_alone = token.type == "inline" and len(pictures) == 1 and pictures[0].type == "image"
        if is_alone and pictures[0].attrs.get("title") and tokens[at - 1].type == "paragraph_open":
            attrs = pictures[0].attrs
            figure = _figure(str(attrs["src"]), pictures[0].content, str(attrs["title"]))
            out[at - 1] = out[at + 1] = Token("html_block", "", 0, content="")
            out[at] = Token("html_block", "", 0, content=figure)
    return out


def _figure(source: str, alt: str, caption: str) -> str:
    image = f'<img src="{html.escape(source)}" alt="{html.escape(alt)}">'
    below = f"<figcaption>{html.escape(caption, quote=False)}</figcaption>" if caption else ""
    return f"<figure>{image}{below}</figure>\n"


# --- What CommonMark does not know ---------------------------------------------------------------


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    parts = _CODE.split(text)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))


def _without_templates(text: str, removed: list[Removal], credited: list[Picture]) -> str:
    def shown(match: re.Match[str]) -> str:
        inside = (match[1] or match[2] or "").strip(" \t\n>%-")
        attributes = {m[1]: m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(inside)}
        if re.match(r"/?\s*figure\b", inside) and attributes.get("src"):
            source = attributes["src"]
            caption = attributes.get("caption") or attributes.get("title") or ""
            if attributes.get("attr"):
                credit = attributes["attr"]
                credited.append(Picture(url=source, caption=caption or None, credit=credit))
            return f"\n\n{_figure(source, attributes.get('alt', ''), caption)}\n"
        reason = "only the site itself can fill it"
        removed.append(Removal(kind="template", text=match[0][:_SHOWN], reason=reason))
        return ""

    return _ATTRIBUTE_LIST.sub("", _TEMPLATE.sub(shown, text))


def _footnotes(text: str) -> tuple[str, str]:
    """The text with numbers for its marks, and the notes as a list below it."""
    notes = {match[1]: match[2] for match in _NOTE.finditer(text)}
    if not notes:
        return text, ""
    order = [name for name in dict.fromkeys(_MARK.findall(_NOTE.sub("", text))) if name in notes]
    order += [name for name in notes if name not in order]
    numbers = {name: at for at, name in enumerate(order, start=1)}

    def number(match: re.Match[str]) -> str:
        return f"<sup>{numbers[match[1]]}</sup>" if match[1] in numbers else match[0]

    body = _outside_code(_NOTE.sub("", text), lambda part: _MARK.sub(number, part))
    lines = (_parser().render(" ".join(notes[name].split())) for name in order)
    return body, f"<ol>{''.join(f'<li>{line.strip()}</li>' for line in lines)}</ol>"
