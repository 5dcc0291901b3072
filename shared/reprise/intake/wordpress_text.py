"""
What the editor of WordPress stores as HTML: shortcodes, captions, blank lines for paragraphs.

An export holds texts as they were typed; what the site would have made of them on the way out is
made here, as far as it is text. Block comments vanish with all comments.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from reprise.model.submission import Removal
from reprise.text.plain import html_to_text

_BLOCK = (
    "address|article|aside|blockquote|details|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_OPENS = re.compile(rf"\s*(<(?:{_BLOCK})(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_CLOSES = re.compile(rf"(</(?:{_BLOCK})\s*>|<hr\s*/?>)\s*", re.IGNORECASE)
_STARTS_AS_BLOCK = re.compile(rf"</?(?:{_BLOCK})\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_PRE = re.compile(r"(<pre\b.*?(?:</pre>|$))", re.DOTALL | re.IGNORECASE)

_SHORTCODE = re.compile(r"\[(/?)([A-Za-z][\w-]{1,40})((?:[\s=][^\[\]]{0,1000})?)\]")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]/]+))""")
_PICTURE = re.compile(
    r"^\s*((?:<a\b[^<>]*>)?\s*<img\b[^<>]*>\s*(?:</a>)?)(.*)$", re.DOTALL | re.IGNORECASE
)
_KNOWN = frozenset(
    {"caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed", "youtube", "vimeo",
     "tweet", "instagram", "contact-form", "contact-form-7", "toc", "adsense", "ad", "newsletter",
     "donate", "subscribe"}
)  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s<>\"'\[\]]+")
_SHOWN = 120
_SAME_BEGIN = 60
"""Characters: an excerpt that begins as the text does was cut from it by the system."""


@dataclass(slots=True)
class PostText:
    """
    A post's text as HTML, not yet cleaned.

    Attributes:
        gallery: Ids of attachments that stood there as a gallery.
        removed: Shortcodes that only the site itself could have filled.
    """

    html: str = ""
    gallery: list[str] = field(default_factory=list)
    removed: list[Removal] = field(default_factory=list)


def read_content(stored: str) -> PostText:
    """
    The text of a post as it is stored.

    Example:
        >>> read_content("The tide\\ncame in.\\n\\n[toc]It went.").html
        '<p>The tide<br>came in.</p>\\n<p>It went.</p>'
    """
    post = PostText()
    plain = _COMMENT.sub("\n\n", stored.replace("\r\n", "\n"))
    post.html = paragraphs(_without_shortcodes(plain, post))
    return post


def paragraphs(text: str) -> str:
    """*text* with blank lines made paragraphs and line ends made breaks, blocks left alone."""
    parts = _PRE.split(text)
    return "\n".join(part if at % 2 else _paragraphs(part) for at, part in enumerate(parts)).strip()


def own_abstract(excerpt: str, body: str) -> str:
    """*excerpt* as text, empty where it is only the cut begin of the text."""
    text = " ".join(html_to_text(excerpt).split())
    begin = " ".join(html_to_text(body[:4000]).split())
    bare = re.sub(r"\s*(?:\[?(?:…|\.{3})\]?)\s*$", "", text)
    is_cut = bare != text and begin.startswith(bare[:_SAME_BEGIN])
    return "" if is_cut or begin.startswith(text) else text


def _paragraphs(text: str) -> str:
    spaced = _CLOSES.sub(r"\1\n\n", _OPENS.sub(r"\n\n\1", text))
    chunks = (chunk.strip() for chunk in re.split(r"\n[ \t]*\n\s*", spaced))
    return "\n".join(_chunk(chunk) for chunk in chunks if chunk)


def _chunk(chunk: str) -> str:
    if _STARTS_AS_BLOCK.match(chunk):
        return chunk
    if _ADDRESS.fullmatch(chunk):
        return _link(chunk)
    return f"<p>{'<br>'.join(line.strip() for line in chunk.splitlines())}</p>"


def _link(address: str) -> str:
    """An address alone on its line is an embed: what can be shown of it is the link."""
    plain = html.escape(html.unescape(address))
    return f'<p><a href="{plain}">{plain}</a></p>'


# --- Shortcodes ---------------------------------------------------------------------------------


def _without_shortcodes(text: str, post: PostText) -> str:
    closed = {match[2].lower() for match in _SHORTCODE.finditer(text) if match[1]}
    out: list[str] = []
    at = 0
    for match in _SHORTCODE.finditer(text):
        if match.start() < at or not _is_shortcode(match, closed, text):
            continue
        out.append(text[at : match.start()])
        shown, at = _shown(match, text, post)
        out.append(shown)
    return "".join((*out, text[at:]))


def _is_shortcode(match: re.Match[str], closed: set[str], text: str) -> bool:
    """``[sic]`` and ``[[gallery]]`` are words; known names, attributes and closed ones are not."""
    if text[match.start() - 1 : match.start()] == "[" or text[match.end() : match.end() + 1] == "(":
        return False
    name = match[2].lower()
    return name in _KNOWN or name in closed or bool(_ATTRIBUTE.search(match[3]))


def _shown(match: re.Match[str], text: str, post: PostText) -> tuple[str, int]:
    """What stands for the shortcode at *match*, and where the text goes on."""
    name, attributes = match[2].lower(), _attributes(match[3])
    if name in {"caption", "wp_caption"} and not match[1]:
        inside, end = _inside(match, text)
        return _figure(inside, attributes.get("caption", "")), end
    if name == "embed" and not match[1]:
        inside, end = _inside(match, text)
        found = _ADDRESS.search(inside) or _ADDRESS.search(match[3])
        return (f"\n\n{_link(found[0])}\n\n" if found else ""), end
    if name == "gallery":
        post.gallery += re.findall(r"\d+", attributes.get("ids", ""))
        return "", match.end()
    found = _ADDRESS.search(match[3])
    if found:
        return f"\n\n{_link(found[0])}\n\n", match.end()
    reason = "only the site itself can fill it"
    post.removed.append(Removal(kind="shortcode", text=match[0][:_SHOWN], reason=reason))
    return "", match.end()


_LONGEST_INSIDE = 10_000
"""Characters between a shortcode and the end of it: a picture with its caption."""


def _inside(match: re.Match[str], text: str) -> tuple[str, int]:
    closing = f"[/{match[2]}]"
    end = text.find(closing, match.end(), match.end() + _LONGEST_INSIDE)
    return (text[match.end() : end], end + len(closing)) if end >= 0 else ("", match.end())


def _figure(inside: str, stated: str) -> str:
    picture = _PICTURE.match(inside)
    image, caption = (picture[1], picture[2].strip()) if picture else (inside, "")
    caption = caption or html.unescape(stated)
    return f"\n\n<figure>{image}<figcaption>{caption}</figcaption></figure>\n\n"


def _attributes(text: str) -> dict[str, str]:
    return {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(text)}
