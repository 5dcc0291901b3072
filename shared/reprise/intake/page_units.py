"""
A web page's text as units in reading order: paragraphs, headings, lists, tables, figures.

Each unit knows how many words it has, how many of them are links, and whether the page itself marks
its place as furniture (navigation, related stories, forms). What is article is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from reprise.intake.page_figures import mark_figures
from reprise.intake.page_text import (
    NO_BLOCKS,
    PHRASES,
    camel_parted,
    is_block,
    is_unseen,
    key_of,
    one_line,
    says_more,
)
from reprise.intake.xml_reading import Element
from reprise.text.boilerplate import weigh

MAX_UNITS = 20_000

_LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "pre", "address", "summary"})
_WHOLES = frozenset({"figure", "amp-img"})
_MEDIA = frozenset({"img", "iframe", "video", "audio", "embed", "object", "amp-img", "picture"})
# Places of a page, by what their builders call them. Whole words of class, id, role and data names.
ZONES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", re.IGNORECASE))
    for kind, words in (
        ("comments", r"comments?|comment-\w+|disqus(?:_thread)?|respond|repl(?:y|ies)|kommentar\w*|commentaires?|discussion|coment\w*|commenti|koment\w*|yorum\w*|talkbacks?|reacties|opiniones"),
        ("related-stories", r"related\w*|recommend\w*|recirc\w*|more-?(?:stories|news|from|on|posts|articles)|read-?(?:more|next|also)|see-?also|also-?read|you-?may\w*|outbrain\w*|taboola\w*|zergnet|trending|most-?(?:read|popular|viewed)|popular(?:-posts)?|teasers?|promo\w*|up-?next|next-?(?:article|post|story)|prev(?:ious)?-?(?:article|post)|post-?navigation|jp-relatedposts|yarpp\w*|crp_related|upprev\w*|mehr-zum-thema|lire-aussi|onward|suggest(?:ed|ions)|inline-?related|linklist|raccomandat\w*|verwandt\w*|artikel-?teaser|noticias-?relacionadas|ilgili\w*|lees-?(?:ook|meer)|las-?mer"),
        ("newsletter", r"newsletter\w*|signup|sign-?up|subscribe\w*|subscription|mailchimp|mc4wp\w*|mailing-?list|optin"),
        ("share", r"share\w*|sharing|social\w*|sharedaddy|addtoany\w*|addthis\w*|a2a_\w+|follow-?(?:us|buttons?|links)|tweet-?button|print-?(?:link|button)|tool-?(?:bar|box|s)|article-?(?:tools|actions)|post-?actions"),
        ("advertisement", r"ad|ads|ad-?mod|adv|app-?(?:banner|promo|download)|reklam\w*|publicidad\w*|pubblicita|advert\w*|adsbygoogle|ad-?(?:slot|unit|container|wrapper|label|block|banner|zone)|adsense|sponsor\w*|dfp\w*|gpt-?ad\w*|banner-?ad\w*|commercial|anzeige|werbung|publicite|pub"),
        ("navigation", r"nav\w*|menu\w*|pankuzu|breadcrumbs?|breadcrumb\w*|pagination|pager|skip-?link\w*|off-?canvas|hamburger|site-?header|masthead|top-?bar|toc"),
        ("footer", r"footer\w*|site-?footer|colophon|legal|copyright-?notice"),
        ("sidebar", r"sidebar\w*|side-?bar|widget\w*|rail|right-?(?:col|column|rail)|secondary|aside"),
        ("consent", r"cookie\w*|consent\w*|[gr]dpr\w*|rgpd|dsgvo|lgpd|kvkk|rodo|cmp\w*|onetrust\w*|didomi\w*|privacy-?(?:bar|banner|notice|wall|popup)"),
        ("login", r"paywall\w*|login|log-?in|regwall\w*|metered\w*|piano\w*|tp-modal|premium-?offer"),
        ("about-author", r"author-?(?:bio|box|info|card|description|profile|block|about)|about-?(?:the-?)?author|bio(?:graphy)?|post-?author-?(?:box|bio)|writer-?bio|contributor-?bio"),
        ("tags", r"tags|tag-?(?:list|cloud|links)|post-?tags|entry-?tags|article-?tags|topics|keywords|entry-?footer|post-?meta|entry-?meta|article-?meta|cat-?links"),
        ("popup", r"modal\w*|popup\w*|pop-?up|overlay|lightbox|toast|tooltip"),
        ("rating", r"ratings?|stars|vote\w*|poll"),
    )
)  # fmt: skip
_ZONE_TAGS = {"nav": "navigation", "footer": "footer", "form": "form", "aside": "sidebar",
              "dialog": "popup", "menu": "navigation"}  # fmt: skip
_ZONE_ROLES = {"navigation": "navigation", "contentinfo": "footer", "complementary": "sidebar",
               "search": "navigation", "banner": "navigation", "dialog": "popup"}  # fmt: skip
_NAMES = ("class", "id", "data-component", "data-component-name", "data-module", "data-testid",
          "data-block", "data-type", "data-track-module")  # fmt: skip
_TRUSTED_PARENTS = frozenset({"html", "body", "main", "article"})


Places = tuple[tuple[str, Element], ...]


@dataclass(slots=True, eq=False)
class PageUnit:
    """
    One block of a page.

    Attributes:
        element: Where it is.
        text: Its words, on one line; of a picture its caption.
        words: How many, as :func:`reprise.text.boilerplate.weigh` counts.
        key: Its letters and digits alone, for comparing with the same text from elsewhere.
        linked: Share of the text that is links, 0 to 1.
        places: Elements around it that the page calls furniture, outermost first, and what kind.
        holds_picture: There is a picture or embed in it.
    """

    element: Element
    text: str
    words: float
    key: str
    linked: float
    places: Places
    holds_picture: bool

    @property
    def tag(self) -> str:
        return str(self.element.tag)

    @property
    def zone(self) -> str:
        """What its place is called if that is furniture, else empty."""
        return self.places[0][0] if self.places else ""

    @property
    def is_heading(self) -> bool:
        return len(self.tag) == 2 and self.tag[0] == "h" and self.tag[1].isdigit()  # noqa: PLR2004 - h1 to h6


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


_COMMENT_BOX = re.compile(
    r"""<div\b[^<>]*>(?:<p\b[^<>]*>\s*)?<a\b[^<>]*href="\#cmnt_ref\d+".*?</div>""", re.DOTALL
)
_COMMENT_MARK = re.compile(r"""<sup\b[^<>]*><a\b[^<>]*href="\#cmnt\d+"[^<>]*>[^<>]*</a></sup>""")
_LONG_TAG = re.compile(r"<([A-Za-z][^\s<>/]{0,40})[^<>]{30000,}")
"""A tag with more attributes than any page needs: parsers compare each with all others."""


def legal(text: str) -> str:
    """*text* without the characters that no XML tree may hold (X-02)."""
    return _ILLEGAL.sub("", text)


def without_long_tags(text: str) -> str:
    """*text* of a page with the attributes dropped where a tag has thousands."""
    return _LONG_TAG.sub(r"<\1 ", text)


def without_comments(text: str) -> str:
    """*text* of a page exported from Google Docs without the remarks of its editors."""
    if 'href="#cmnt' not in text:
        return text
    return _COMMENT_MARK.sub("", _COMMENT_BOX.sub("", text))


def parse_page(text: str) -> Element:
    """The tree of a page, however broken; its loose texts are in paragraphs of their own."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=True, no_network=True)
    data = legal(re.sub(r"^\s*<\?xml[^>]*\?>", "", text)).encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # nothing but a comment, a declaration or space
        root = html.document_fromstring(b"<html></html>", parser=parser)
    for comment in list(root.iter(etree.Comment)):
        _remove(comment)
    return root


def units_of(root: Element) -> list[PageUnit]:
    """
    The units below *root* in reading order.

    In place, loose texts are put into paragraphs and pictures with captions into figures.
    """
    _wrap_loose(root)
    mark_figures(root)
    return [*_units(root, ())][:MAX_UNITS]


def zone_of(element: Element) -> str:
    """What kind of furniture the page calls *element*; empty for most."""
    tag = str(element.tag)
    if tag in _ZONE_TAGS:
        return _ZONE_TAGS[tag]
    role = (element.get("role") or "").lower()
    if role in _ZONE_ROLES:
        return _ZONE_ROLES[role]
    if tag in _TRUSTED_PARENTS:
        return ""
    names = camel_parted(" ".join(element.get(name) or "" for name in _NAMES).strip())
    if not names or len(names) > 400:  # noqa: PLR2004 - generated names say nothing
        return ""
    return next((kind for kind, pattern in ZONES if pattern.search(names)), "")


def _units(element: Element, places: Places) -> Iterator[PageUnit]:
    for child in element:
        if is_unseen(child):
            continue
        kind = zone_of(child)
        around = (*places, (kind, child)) if kind else places
        if _is_leaf(child):
            unit = _unit(child, around)
            if unit.text or unit.holds_picture:
                yield unit
        else:
            yield from _units(child, around)


def _is_leaf(element: Element) -> bool:
    tag = element.tag
    if tag in _WHOLES or tag in _MEDIA or tag in PHRASES:
        return True
    if tag in {"ul", "ol", "dl"}:
        return not any(one.tag in {"p", "div", "h2", "h3", "h4", "table", "figure", "article", "section"} for one in element.iterdescendants())  # fmt: skip
    if tag == "table":
        return _is_data(element)
    if tag == "blockquote":
        return True
    return not any(is_block(one) for one in element.iterdescendants())


def _is_data(table: Element) -> bool:
    """Rows of short cells; tables that lay out a page hold paragraphs."""
    cells = list(table.iter("td", "th"))
    if len(cells) <= 1:
        return False
    return not any(one.tag in {"p", "div", "ul", "table", "h1", "h2", "h3"} for cell in cells for one in cell.iterdescendants())  # fmt: skip


def _unit(element: Element, places: Places) -> PageUnit:
    text = one_line(element)
    linked = sum(len(one_line(one)) for one in element.iter("a"))
    pictured = element.tag in _MEDIA or any(True for _ in element.iter(*_MEDIA))
    share = min(linked / len(text), 1.0) if text else 0.0
    return PageUnit(element, text, weigh(text), key_of(text), share, places, pictured)


def _remove(element: Element) -> None:
    """Take out *element*, keeping the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


# --- Loose text ----------------------------------------------------------------------------------


_NOT_WRAPPED = NO_BLOCKS | {
    "html", "head", "ul", "ol", "dl", "table", "tbody", "thead", "tr", "figure", "pre",
}  # fmt: skip


def _wrap_loose(root: Element) -> None:
    """
    Text and phrases that stand beside blocks get paragraphs; two breaks part paragraphs, and one
    break parts a bold or linked line from what follows.
    """
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _NOT_WRAPPED:
            continue
        has_blocks = any(is_block(child) for child in element)
        if has_blocks or _has_double_break(element) or _has_line_apart(element):
            _wrap_runs(element)


def _has_double_break(element: Element) -> bool:
    for one in element:
        following = one.getnext()
        if following is None or (one.tail or "").strip():
            continue
        if one.tag == following.tag == "br":
            return True
    return False


_APART = frozenset({"b", "strong", "a"})
_LONGEST_LINE = 200
"""Characters of a line that may be a heading or a pointer."""


def _has_line_apart(element: Element) -> bool:
    """It begins with a bold line: a heading by other means."""
    first = next(iter(element), None)
    if first is None or (element.text or "").strip() or (first.tail or "").strip():
        return False
    following = first.getnext()
    return following is not None and following.tag == "br" and _is_apart(first)


def _is_apart(element: Element) -> bool:
    """Bold or linked from end to end, as a line of its own would be."""
    while element.tag not in _APART:
        inner = next(iter(element), None)
        if inner is None or inner.getnext() is not None or _says(element.text) or _says(inner.tail):
            return False
        element = inner
    return not says_more(element, _LONGEST_LINE) and bool(one_line(element))


def _says(text: str | None) -> bool:
    return any(map(str.isalnum, text or ""))


def _wrap_runs(element: Element) -> None:
    """Rebuild the children of *element*: runs of phrases become ``p``."""
    if element.tag in _LEAVES and element.tag != "p":
        return
    children, text = list(element), element.text
    for child in children:
        element.remove(child)
    element.text = None
    run = _Run(element)
    run.add_text(text)
    breaks = 0
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag == "br":
            breaks += 1
            if breaks > 1 or run.is_line_apart():
                run.end()
            else:
                run.add(child)
        elif is_block(child):
            run.end()
            element.append(child)
            breaks = 0
        else:
            run.add(child)
            breaks = 0
        if tail and tail.strip():
            breaks = 0
        run.add_text(tail)
    run.end()
    if element.tag == "p":
        element.tag = "div"


class _Run:
    """A paragraph in the making."""

    def __init__(self, parent: Element) -> None:
        self.parent = parent
        self.paragraph: Element | None = None
        self.last: Element | None = None
        self.apart = True

    def add(self, child: Element) -> None:
        self._paragraph().append(child)
        self.last = child
        self.apart = self.apart and _is_apart(child)

    def add_text(self, text: str | None) -> None:
        # A numeric reference may have put a control character into the tree.
        text = legal(text or "")
        if not text or (self.paragraph is None and not text.strip()):
            return
        paragraph = self._paragraph()
        if self.last is not None:
            self.last.tail = (self.last.tail or "") + text
        else:
            paragraph.text = (paragraph.text or "") + text
        self.apart = self.apart and not _says(text)

    def is_line_apart(self) -> bool:
        """What it holds so far is one bold or linked line."""
        return self.last is not None and self.apart

    def end(self) -> None:
        self.paragraph = self.last = None
        self.apart = True

    def _paragraph(self) -> Element:
        if self.paragraph is None:
            self.paragraph = etree.SubElement(self.parent, "p")
        return self.paragraph
