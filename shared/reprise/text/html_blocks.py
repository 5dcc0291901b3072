"""
Any tree of markup -> a tree of the blocks an article is made of.

Text always ends up in a block; blocks never end up in phrases; what may only stand in one place
(``li``, ``td``, ``figcaption``) stands there or is opened up. Our own output comes out as it went
in, so cleaning twice equals cleaning once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reprise.model.submission import Removal
from reprise.text import html_media as media
from reprise.text.addresses import LINKS, cleaned, host_of
from reprise.text.furniture import LONGEST, furniture_of
from reprise.text.html_finish import drop_empty_phrases, finish, trim_end
from reprise.text.html_tree import Node
from reprise.text.languages import language_tag
from reprise.text.normalise import normalise, normalise_line
from reprise.text.unseen import hides, is_not_public

_PHRASES = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "s": "s", "strike": "s",
    "tt": "code", "code": "code", "kbd": "code", "samp": "code", "var": "em", "a": "a", "q": "q",
    "cite": "cite", "sub": "sub", "sup": "sup", "time": "time", "abbr": "abbr", "acronym": "abbr",
    "small": "small", "ins": "ins", "del": "del", "ruby": "ruby", "rt": "rt", "rp": "rp",
    "bdi": "bdi", "bdo": "bdo",
}  # fmt: skip
_TRANSPARENT = frozenset({"span", "font", "big", "u", "mark", "dfn", "label", "picture"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEAVES = frozenset({"p", "dt", "caption", "pre", *_HEADINGS})
_FLOWS = frozenset({"blockquote", "figure", "li", "dd", "td", "th", "figcaption"})
_STRUCTURES = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"})
_KEPT = _LEAVES | _FLOWS | _STRUCTURES
_PARENTS = {
    "li": {"ul", "ol"}, "dt": {"dl"}, "dd": {"dl"}, "caption": {"table"}, "thead": {"table"},
    "tbody": {"table"}, "tfoot": {"table"}, "tr": {"thead", "tbody", "tfoot"}, "td": {"tr"},
    "th": {"tr"}, "figcaption": {"figure"},
}  # fmt: skip
_IMPLIED = {"ul": "li", "ol": "li", "dl": "dd", "table": "tbody", "thead": "tr", "tbody": "tr",
            "tfoot": "tr", "tr": "td"}  # fmt: skip
_EMBEDS = frozenset({"iframe", "embed", "object", "video", "audio", "amp-iframe", "amp-video",
                     "amp-audio", "amp-youtube"})  # fmt: skip
_EMBED_ADDRESSES = ("src", "data-src", "data", "data-videoid")
_LOOSE = {"form": "form", "nav": "navigation", "button": "button", "dialog": "popup"}
SHOWN_AS_LINK = "shown as a link"
"""Why an embed is not there: for telling what was added in its place."""
_SHORT = 400
"""Characters: what is in a form and longer than this is the article's own text."""

_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-?reader(?:-text)?|visually-?hidden|a11y-hidden|assistive-text|"
    r"is-hidden)(?:\s|$)",
    re.IGNORECASE,
)
_CAPTIONED = re.compile(
    r"(?:^|\s)(?:wp-caption|image-with-caption|captioned-image)(?:\s|$)", re.IGNORECASE
)
_CAPTION = re.compile(r"(?:^|\s)(?:wp-caption-(?:text|dd)|gallery-caption|image-caption)(?:\s|$)", re.IGNORECASE)  # fmt: skip
_CREDIT = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|photographer|photo-?by|attribution|"
    r"(?:image|media|foto|photo|picture|bild)-?(?:credits?|source|copyright|autor))(?:$|[\s_-])",
    re.IGNORECASE,
)
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#]|$)", re.IGNORECASE)
_ACTIVE = re.compile(r"^\s*(?:java|vb|live)\s*script\s*:|^\s*data\s*:", re.IGNORECASE)
_WHITE = re.compile(r"[\s\u00a0]+")


@dataclass(slots=True, eq=False)
class _Frame:
    """An open block. ``implied``: opened by us, so it ends when the next block comes."""

    node: Node
    parent: Node
    implied: bool = False


@dataclass(slots=True, eq=False)
class _Phrase:
    """An open phrase; ``node`` is its element in the current paragraph, once text came."""

    tag: str
    attrs: dict[str, str]
    node: Node | None = None


class Blocks:
    """
    One walk over a tree.

    Attributes:
        root: The blocks.
        removed: What was left out, and why.
        credits: Credit texts by ``id()`` of their ``figure``.
    """

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.root = Node("body")
        self.removed: list[Removal] = []
        self.credits: dict[int, str] = {}
        self._frames = [_Frame(self.root, self.root)]
        self._phrases: list[_Phrase] = []
        self._waiting: list[Node] = []
        self._white = True
        self._break_before: tuple[Node, Node] | None = None
        self._last_picture = ""

    def read(self, tree: Node) -> Node:
        """The blocks of *tree*."""
        self._walk(tree)
        self._close_to(0)
        self._flush()
        return self.root

    def _walk(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._text(child)
            else:
                self._element(child)

    def _element(self, node: Node) -> None:
        tag = node.tag
        if self._is_dropped(node):
            return
        if tag in {"img", "amp-img"}:
            self._picture(node)
        elif tag == "br":
            self._line_break()
        elif tag == "hr":
            self._rule()
        elif tag in _EMBEDS:
            self._embed(node)
        elif tag in _PHRASES:
            self._phrase(node)
        elif tag in _TRANSPARENT:
            self._transparent(node)
        elif tag not in {"source", "wbr"}:
            self._block(node)

    def _is_dropped(self, node: Node) -> bool:
        unseen, furniture = _is_unseen(node.attrs), furniture_of(node.attrs.get("class", ""))
        kind = "hidden" if unseen else furniture or _LOOSE.get(node.tag, "")
        if not kind:
            return False
        text = normalise_line(node.text())
        if len(text) > (LONGEST if furniture else _SHORT) and not unseen:
            return False
        if text:
            self.removed.append(Removal(kind=kind, text=text, reason="not part of what is read"))
        return True

    # --- Phrases ------------------------------------------------------------------------------

    def _transparent(self, node: Node) -> None:
        if node.tag == "picture":
            self._picture_element(node)
            return
        self._credit(node)
        direction = _language_attributes(node.attrs)
        if direction.get("dir"):
            self._within(_Phrase("bdi", direction), node)
        else:
            self._walk(node)

    def _phrase(self, node: Node) -> None:
        self._credit(node)
        phrase = _Phrase(_PHRASES[node.tag], _kept(node.tag, node.attrs))
        if phrase.tag == "a":
            address = self._link(node)
            if address is None:
                self._walk(node)
                return
            phrase.attrs = {"href": address}
        if any(open_one.tag == phrase.tag for open_one in self._phrases) or (
            phrase.tag in {"rt", "rp"} and not any(p.tag == "ruby" for p in self._phrases)
        ):
            self._walk(node)
        else:
            self._within(phrase, node)

    def _within(self, phrase: _Phrase, node: Node) -> None:
        self._phrases.append(phrase)
        self._walk(node)
        self._phrases.remove(phrase)

    def _link(self, node: Node) -> str | None:
        href = node.attrs.get("href", "").strip()
        if not href or href.startswith("#"):
            return None
        address = cleaned(href, self.base, schemes=LINKS)
        if address is None:
            kind = "unsafe-address" if _ACTIVE.match(href) else "broken-address"
            self.removed.append(Removal(kind=kind, text=href[:200], reason="link without target"))
        return address

    def _credit(self, node: Node) -> None:
        if "class" not in node.attrs:
            return
        figure = next((f.node for f in reversed(self._frames) if f.node.tag == "figure"), None)
        if figure is not None and _CREDIT.search(node.attrs["class"]):
            text = normalise_line(node.text())
            if 0 < len(text) <= _SHORT:
                self.credits.setdefault(id(figure), text)

    # --- Text ---------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        in_pre = self._frames[-1].node.tag == "pre"
        text = _kept_white(text) if in_pre else _collapsed(text)
        if self._white and not in_pre:
            text = text.lstrip(" ")
        if not text or (text == " " and self._frames[-1].node.tag not in _LEAVES):
            return
        self._place().children.append(text)
        self._white, self._break_before = text.endswith(" "), None

    def _place(self) -> Node:
        """Where text goes: the innermost phrase of the current paragraph."""
        self._imply()
        if self._frames[-1].node.tag not in _LEAVES:
            self._push(Node("p"), implied=True)
        place = self._frames[-1].node
        for phrase in self._phrases:
            if phrase.tag == "strong" and self._frames[-1].node.tag in _HEADINGS:
                continue
            if phrase.node is None:
                phrase.node = Node(phrase.tag, phrase.attrs)
                place.children.append(phrase.node)
            place = phrase.node
        return place

    def _space(self) -> None:
        if not self._white:
            self._place().children.append(" ")
            self._white = True

    def _line_break(self) -> None:
        frame = self._frames[-1]
        if frame.node.tag == "pre":
            self._place().children.append("\n")
            return
        if frame.node.tag not in _LEAVES:
            return
        if self._break_before is not None:
            self._next_paragraph()
        elif frame.node.tag == "caption" or not frame.node.is_empty():
            place, mark = self._place(), Node("br")
            place.children.append(mark)
            self._white, self._break_before = True, (place, mark)

    def _next_paragraph(self) -> None:
        """Two breaks in a row are the end of a paragraph."""
        frame = self._frames[-1]
        if frame.node.tag != "p":
            return
        self._finish_leaf(frame.node)
        frame.node = Node("p", frame.node.attrs)
        frame.parent.children.append(frame.node)
        self._fresh()

    # --- Blocks -------------------------------------------------------------------------------

    def _block(self, node: Node) -> None:
        tag = self._role(node)
        self._credit(node)
        top = self._frames[-1]
        if top.node.tag in _LEAVES and not top.implied:
            if tag not in {"ul", "ol", "dl", "table", "figure", "blockquote", "pre"}:
                self._space()
                self._walk(node)
                self._space()
                return
            self._pop()
        if tag in _PARENTS:
            self._end_implied()
            if self._frames[-1].node.tag not in _PARENTS[tag]:
                tag = "p" if tag in {"figcaption", "dt", "caption"} else "div"
        if tag not in _KEPT:
            self._end_paragraph()
            self._walk(node)
            self._end_paragraph()
            return
        if tag not in _PARENTS:
            self._end_paragraph()
            self._imply()
        depth = len(self._frames)
        self._push(Node(tag, _kept(tag, node.attrs)))
        self._walk(node)
        self._close_to(depth - 1)

    def _role(self, node: Node) -> str:
        """What an element is by its class, where its name does not say."""
        tag, classes = node.tag, node.attrs.get("class", "")
        inside = self._frames[-1].node.tag
        if tag in {"menu", "dir"}:
            return "ul"
        if tag in {"summary", "legend", "address"}:
            return "p"
        if tag in {"div", "dl", "section"} and _CAPTIONED.search(classes):
            return "figure"
        if inside == "figure" and tag in {"p", "div", "dd"} and _CAPTION.search(classes):
            return "figcaption"
        if tag in _HEADINGS and inside in {"th", "td", "li", "figcaption", "figure"}:
            return "p"
        return tag

    def _push(self, node: Node, *, implied: bool = False) -> None:
        parent = self._frames[-1].node
        parent.children.append(node)
        self._frames.append(_Frame(node, parent, implied))
        self._fresh()

    def _pop(self) -> None:
        frame = self._frames.pop()
        if frame.node.tag in _LEAVES:
            self._finish_leaf(frame.node)
        finish(frame.node, frame.parent)
        self._fresh()
        if frame.node.tag in _LEAVES:
            self._flush()

    def _close_to(self, depth: int) -> None:
        while len(self._frames) > depth + 1:
            self._pop()

    def _fresh(self) -> None:
        self._white, self._break_before = True, None
        for phrase in self._phrases:
            phrase.node = None

    def _finish_leaf(self, node: Node) -> None:
        if self._break_before is not None:
            place, mark = self._break_before
            place.children = [child for child in place.children if child is not mark]
        drop_empty_phrases(node)
        if node.tag != "pre":
            trim_end(node)

    def _end_paragraph(self) -> None:
        if self._frames[-1].implied and self._frames[-1].node.tag in _LEAVES:
            self._pop()

    def _end_implied(self) -> None:
        while self._frames[-1].implied:
            self._pop()

    def _imply(self) -> None:
        """Open what must stand between a list or table and a text."""
        while self._frames[-1].node.tag in _IMPLIED:
            node = self._frames[-1].node
            last = node.children[-1] if node.children else None
            if isinstance(last, Node) and last.tag == "li":
                self._frames.append(_Frame(last, node, implied=True))
                self._fresh()
            else:
                self._push(Node(_IMPLIED[node.tag]), implied=True)

    def _rule(self) -> None:
        self._end_paragraph()
        if self._frames[-1].node is self.root:
            self.root.children.append(Node("hr"))

    # --- Pictures and embeds ------------------------------------------------------------------

    def _picture_element(self, node: Node) -> None:
        sources = [
            one.attrs.get("srcset") or one.attrs.get("data-srcset") or ""
            for one in node.nodes()
            if one.tag == "source"
        ]
        for one in node.nodes():
            if one.tag in {"img", "amp-img"}:
                self._picture(one, [source for source in sources if source])
                return

    def _picture(self, node: Node, sources: list[str] | None = None) -> None:
        alt = normalise_line(node.attrs.get("alt", ""))
        if media.is_pixel(node.attrs):
            text = node.attrs.get("src", "")[:200]
            self.removed.append(Removal(kind="pixel", text=text, reason="counts readers"))
            return
        if media.is_part_of_text(node.attrs):
            self._text(alt)
            return
        address = media.picture_address(node.attrs, sources or [], self.base)
        if address is None or address == self._last_picture:
            return
        self._last_picture = address
        picture = Node("img", {"src": address, "alt": alt, **media.size(node.attrs)})
        self._show(self._linked(picture))

    def _linked(self, picture: Node) -> Node:
        """A picture that leads to another page keeps its link; one to its large copy does not."""
        link = next((phrase for phrase in self._phrases if phrase.tag == "a"), None)
        if link is None or _IMAGE_FILE.search(link.attrs["href"]):
            return picture
        return Node("a", link.attrs, [picture])

    def _show(self, picture: Node) -> None:
        if self._frames[-1].node.tag == "figure":
            self._frames[-1].node.children.append(picture)
        elif any(frame.node.tag == "figure" for frame in self._frames):
            figure = next(f.node for f in reversed(self._frames) if f.node.tag == "figure")
            captions = (c for c in figure.children if isinstance(c, Node) and c.tag == "figcaption")
            caption = next(captions, None)
            at = figure.children.index(caption) if caption else len(figure.children)
            figure.children.insert(at, picture)
        else:
            self._insert(Node("figure", {}, [picture]))

    def _embed(self, node: Node) -> None:
        """An embed becomes a link to what it shows."""
        found = [node, *(one for one in node.nodes() if one.tag in {"source", "embed", "iframe"})]
        for one in found:
            stated = next((one.attrs[n] for n in _EMBED_ADDRESSES if one.attrs.get(n)), "")
            if one.tag == "amp-youtube":
                stated = f"https://www.youtube.com/embed/{stated}"
            address = media.embed_address(stated, self.base) if stated else None
            if address and not media.is_pixel(one.attrs):
                break
        else:
            self.removed.append(
                Removal(kind="embed", text=node.tag, reason="shows nothing to read")
            )
            return
        words = normalise_line(node.attrs.get("title", "")) or host_of(address)
        self.removed.append(Removal(kind="embed", text=words, reason=SHOWN_AS_LINK))
        self._insert(Node("p", {}, [Node("a", {"href": address}, [words])]))

    def _insert(self, block: Node) -> None:
        """Put *block* here, or after the paragraph that is open."""
        if self._frames[-1].node.tag in _LEAVES:
            self._waiting.append(block)
        else:
            self._imply()
            self._frames[-1].node.children.append(block)

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        for block in waiting:
            self._imply()
            self._frames[-1].node.children.append(block)


def _is_unseen(attrs: dict[str, str]) -> bool:
    return bool(attrs) and (
        "hidden" in attrs
        or hides(attrs.get("style", ""))
        or is_not_public(attrs.get("class", ""))
        or bool(_UNSEEN_CLASS.search(attrs.get("class", "")))
    )


def _kept(tag: str, attrs: dict[str, str]) -> dict[str, str]:
    """The attributes that mean something to a reader of the text alone."""
    if not attrs:
        return {}
    kept = _language_attributes(attrs)
    for name, pattern in _MEANINGFUL.get(tag, ()):
        value = attrs.get(name)
        if value is not None and pattern.fullmatch(value.strip()):
            kept[name] = value.strip()
    if tag in {"abbr", "acronym"} and attrs.get("title"):
        kept["title"] = normalise_line(attrs["title"])
    return kept


def _language_attributes(attrs: dict[str, str]) -> dict[str, str]:
    kept = {}
    tag = language_tag(attrs["lang"]) if attrs.get("lang") else None
    if tag:
        kept["lang"] = tag
    if attrs.get("dir", "").lower() in {"ltr", "rtl", "auto"}:
        kept["dir"] = attrs["dir"].lower()
    return kept


_NUMBER = re.compile(r"[1-9]\d{0,2}")
_MEANINGFUL = {
    "td": (("colspan", _NUMBER), ("rowspan", _NUMBER)),
    "th": (
        ("colspan", _NUMBER),
        ("rowspan", _NUMBER),
        ("scope", re.compile(r"(?:row|col)(?:group)?")),
    ),
    "ol": (
        ("start", re.compile(r"-?\d{1,6}")),
        ("type", re.compile(r"[aAiI1]")),
        ("reversed", re.compile(r"(?:reversed)?")),
    ),
    "li": (("value", re.compile(r"-?\d{1,6}")),),
    "time": (("datetime", re.compile(r"[\dTZPWHMSD:.+ -]{1,40}")),),
}


def _collapsed(text: str) -> str:
    """*text* normalised, with white space as HTML shows it: single, kept at the edges."""
    inner = normalise_line(text)
    if not inner:
        return " " if text and _WHITE.match(text) else ""
    head = " " if _WHITE.match(text) else ""
    tail = " " if _WHITE.match(text[-1]) else ""
    return f"{head}{inner}{tail}"


def _kept_white(text: str) -> str:
    """Preformatted text: only what no reader may get is taken out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").split("\n")
    return "\n".join(
        line[: len(line) - len(line.lstrip(" \t"))] + normalise_kept(line) for line in lines
    )


def normalise_kept(line: str) -> str:
    """One line of code: characters normalised, runs of spaces left alone."""
    return "".join(
        normalise(part) if part.strip() else part for part in _RUNS.split(line.strip(" \t"))
    )


_RUNS = re.compile(r"([ \t]+)")
