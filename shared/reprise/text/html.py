"""
HTML as we pass it on: a semantic allow-list, nothing active, absolute addresses (rows M52, M54, B56).

``sanitise`` is the only way in. What it returns has passed html5ever twice and an allow-list that
knows no style, class, id, handler or scheme but those of links; reading it again changes nothing.
"""

from __future__ import annotations

import html as escaping
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import nh3

from reprise.model.submission import Picture, Removal
from reprise.text.addresses import LINKS
from reprise.text.html_blocks import Blocks
from reprise.text.html_finish import drop_idle_rules, level_headings
from reprise.text.html_tree import DROPPED_WITH_CONTENT, MAX_CHARS, Node, parse, serialise
from reprise.text.plain import html_to_text

_PLAIN = frozenset(
    {
        "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl", "dt", "em", "figcaption",
        "figure", "h2", "h3", "h4", "h5", "h6", "hr", "ins", "p", "pre", "q", "rp", "rt", "ruby", "s",
        "small", "strong", "sub", "sup", "table", "tbody", "tfoot", "thead", "tr", "ul", "bdi", "bdo",
    }
)  # fmt: skip
_ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in _PLAIN},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "abbr": {"title"},
    "*": {"lang", "dir"},
}
_ROUNDS = 4
"""Cleaning what was cleaned is a check, not work: nearly always the second round changes nothing."""
_ACTIVE = re.compile(r"<\s*(script|style|svg|math|applet|template|canvas)\b", re.IGNORECASE)


__all__ = ["Sanitised", "html_to_text", "paragraphs_to_html", "sanitise", "text_to_html"]


@dataclass(frozen=True, slots=True)
class Sanitised:
    """
    HTML fit to be passed on.

    Attributes:
        html: The allow-listed markup; empty when no word and no picture is left.
        root: The same as a tree, the caller's own to change.
        removed: What was taken out, and why.
        links: Targets of its links, in order, each once.
        images: Its pictures in order, with caption, alternative text and credit.
    """

    html: str
    root: Node = field(compare=False, repr=False)
    removed: tuple[Removal, ...] = ()
    links: tuple[str, ...] = ()
    images: tuple[Picture, ...] = ()


def sanitise(html: str, *, base_url: str | None = None) -> Sanitised:
    """
    *html* reduced to what an article is made of.

    Args:
        html: Any markup, however broken or hostile.

        base_url: Address of the document; without it relative links lose their target.

    Returns:
        Paragraphs, headings from level 2 on, lists, quotes, tables, figures; embeds as links.

    Example:
        >>> sanitise("<h1>Tide</h1>High <b onclick=x>water<script>x</script>").html
        '<h2>Tide</h2><p>High <strong>water</strong></p>'
    """
    tree = parse(html)
    blocks, root = _blocks(tree, base_url)
    removed = (*_cut(html), *_active(html), *blocks.removed)
    images, links = tuple(_images(root, blocks.credits)), tuple(_links(root))
    clean = _last_pass().clean(serialise(root.children))
    if clean == html:
        return Sanitised(clean, tree, removed, links, images)
    tree = parse(clean)
    for _ in range(_ROUNDS):
        again = _last_pass().clean(serialise(_blocks(tree, None)[1].children))
        if again == clean:
            break
        clean, tree = again, parse(again)
    return Sanitised(clean, tree, removed, links, images)


def text_to_html(text: str) -> str:
    """
    Paragraphs of *text*, which blank lines part; single line ends become breaks.

    Example:
        >>> text_to_html("One & two.\\n\\nThree\\nfour.")
        '<p>One &amp; two.</p><p>Three<br>four.</p>'
    """
    return paragraphs_to_html(re.split(r"\n[ \t]*\n\s*", text.replace("\r\n", "\n")))


def paragraphs_to_html(paragraphs: Iterable[str]) -> str:
    """Each text of *paragraphs* as one paragraph."""
    texts = (paragraph.strip() for paragraph in paragraphs)
    return "".join(
        f"<p>{escaping.escape(text, quote=False).replace(chr(10), '<br>')}</p>"
        for text in texts
        if text
    )


def _blocks(tree: Node, base_url: str | None) -> tuple[Blocks, Node]:
    blocks = Blocks(base_url)
    root = blocks.read(tree)
    level_headings(root)
    drop_idle_rules(root)
    return blocks, root


def _cut(html: str) -> Iterable[Removal]:
    if len(html) > MAX_CHARS:
        yield Removal(kind="too-long", reason=f"read up to {MAX_CHARS} characters")


def _active(html: str) -> Iterable[Removal]:
    found = (match[1].lower() for match in _ACTIVE.finditer(html[:MAX_CHARS]))
    for name in dict.fromkeys(found):
        yield Removal(kind=name, reason="active content or drawing")


def _images(root: Node, credits: dict[int, str]) -> Iterable[Picture]:  # noqa: A002 - photo credits
    for figure in (node for node in root.nodes() if node.tag == "figure"):
        parts = list(figure.nodes())
        caption = next((one.text().strip() for one in parts if one.tag == "figcaption"), "")
        credit = credits.get(id(figure))
        if credit and credit in caption:
            caption = caption.replace(credit, "").strip(" ,;|–-")
        for image in (one for one in parts if one.tag == "img"):
            yield Picture(
                url=image.attrs["src"],
                caption=caption or None,
                alt=image.attrs.get("alt") or None,
                credit=credit,
                width=_number(image.attrs.get("width")),
                height=_number(image.attrs.get("height")),
            )


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _links(root: Node) -> Iterable[str]:
    return dict.fromkeys(node.attrs["href"] for node in root.nodes() if node.tag == "a")


@lru_cache(maxsize=1)
def _last_pass() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_ALLOWED) - {"*"},
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes={tag: names for tag, names in _ALLOWED.items() if names},
        url_schemes=set(LINKS),
        link_rel=None,
    )
