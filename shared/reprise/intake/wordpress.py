"""
WordPress exports (WXR): a whole blog in one file, each published post an article (row M6).

Attachments become the pictures of the posts that show them. What a reader of the blog can't see
(drafts, private and protected posts) is left out and counted; a post in the bin is taken back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reprise.errors import Problem, RefusedError
from reprise.intake.long_lists import LONG, parts_of
from reprise.intake.marks import WORDPRESS
from reprise.intake.received import Received
from reprise.intake.stated import (
    Dates,
    Terms,
    each_once,
    language,
    make_submission,
    note,
    web_address,
    whole_number,
)
from reprise.intake.wordpress_text import PostText, own_abstract, read_content
from reprise.intake.xml_reading import (
    Element,
    attribute,
    children,
    first,
    namespace,
    parse_xml,
    text_in,
)
from reprise.model.configuration import Partner
from reprise.model.reading import Reading, ReadItem
from reprise.model.receipt import Note
from reprise.model.submission import Action, Byline, Picture, Source

NAME = "wordpress-export"
MAX_POSTS = 10_000
"""Posts in one file; a larger blog exports by year."""

# Content types that hold no articles; types of a theme's own making may.
_NOT_POSTS = frozenset(
    {"page", "attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset",
     "oembed_cache", "user_request", "product", "product_variation", "shop_order", "feedback",
     "elementor_library", "tablepress_table", "popup", "form", "forum", "topic", "reply"}
)  # fmt: skip
_SYSTEM_TYPE = re.compile(r"^(?:wp_|acf-|jp_|_)")
_SHOWN_STATUSES = frozenset({"publish", "future", "trash"})
LIMITING = re.compile(r"embargo|licen[cs]e|usage[_-]?(?:terms|rights)|republi[cs]", re.IGNORECASE)
_CANONICAL = ("syndication_permalink", "_yoast_wpseo_canonical", "rank_math_canonical_url",
              "_canonical_url")  # fmt: skip
_NO_DATE = "0000-00-00"
_IMAGE_ID = re.compile(r"wp-image-(\d+)")
# Facts in a serialised PHP array, as WordPress keeps them about a picture.
_PHP_TEXT = r'"%s";s:\d+:"([^"]{1,500})"'
_PHP_NUMBER = r'"%s";(?:i:|s:\d+:")(\d{1,5})'


def read(received: Received) -> Reading:
    """
    The published posts.

    Raises:
        RefusedError: It can't be read, or there is nothing in it that an article could come from.
    """
    root = parse_xml(received.text, received.name)
    blog = _Blog.of(first(root, "channel"), received.partner)
    if not blog.posts and not blog.left_out:
        send = "export posts, with all content"
        raise RefusedError(received.name, Problem("no_article", "channel/item", send=send))
    if len(blog.posts) > LONG:
        return _apart(root, blog, received.name)
    items: list[ReadItem] = []
    failures: list[tuple[str, tuple[Problem, ...]]] = []
    for post in blog.posts:
        try:
            items.append(_item(post, blog))
        except RefusedError as error:
            failures.append((error.item, error.problems))
    return Reading(NAME, items=tuple(items), failures=tuple(failures), notes=tuple(_notes(blog)))


def _apart(root: Element, blog: _Blog, name: str) -> Reading:
    """Each post an upload of its own, with the media it shows."""
    if blog.channel is None or len(blog.posts) > MAX_POSTS:
        found, send = f"{len(blog.posts)} posts", f"send at most {MAX_POSTS} in one file"
        raise RefusedError(name, Problem("too_many", "channel/item", found, send))
    others = [one for one in children(blog.channel, "item") if one not in set(blog.posts)]
    parts = parts_of(root, blog.channel, blog.posts, without=others, beside=blog.shown_in)
    return Reading(NAME, parts=tuple(parts), notes=tuple(_notes(blog)))


@dataclass(slots=True)
class _Blog:
    """
    The export by what its items are.

    Attributes:
        authors: Display name and address by login.
        attachments: Media items by id.
        left_out: How many items were passed over, by reason.
    """

    channel: Element | None
    partner: Partner
    authors: dict[str, Byline] = field(default_factory=dict)
    attachments: dict[str, Element] = field(default_factory=dict)
    posts: list[Element] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def shown_in(self, post: Element) -> list[Element]:
        """The media items that *post* names."""
        content = read_content(_encoded(post, "content"))
        named = [*_featured(_meta(post), content), *_IMAGE_ID.findall(content.html)]
        return [self.attachments[key] for key in dict.fromkeys(named) if key in self.attachments]

    @classmethod
    def of(cls, channel: Element | None, partner: Partner) -> _Blog:
        blog = cls(channel, partner)
        for author in children(channel, "author"):
            name = _wp(author, "author_display_name") or _wp(author, "author_login")
            if name:
                email = _wp(author, "author_email") or None
                blog.authors[_wp(author, "author_login")] = Byline(name=name, email=email)
        for item in children(channel, "item"):
            if _wp(item, "post_type") == "attachment":
                blog.attachments[_wp(item, "post_id")] = item
                continue
            reason = _reason_to_skip(item)
            if reason:
                blog.left_out[reason] += 1
            else:
                blog.posts.append(item)
        return blog


def _reason_to_skip(item: Element) -> str:
    """Why *item* is no article that a reader of the blog can see; empty when it is one."""
    kind, status = _wp(item, "post_type") or "post", _wp(item, "status") or "publish"
    if kind in _NOT_POSTS or _SYSTEM_TYPE.match(kind):
        return f"type {kind}"
    if status not in _SHOWN_STATUSES:
        return f"status {status}"
    return "protected by a password" if _wp(item, "post_password") else ""


def _notes(blog: _Blog) -> Iterator[Note]:
    for reason, count in sorted(blog.left_out.items()):
        yield note("left_out", "channel/item", f"{count} of {reason}", "publish them to send them")


# --- One post -----------------------------------------------------------------------------------


def _item(post: Element, blog: _Blog) -> ReadItem:
    guid = text_in(first(post, "guid"))
    link = web_address(text_in(first(post, "link")))
    name = guid or link or text_in(first(post, "title")) or _wp(post, "post_id")
    dates = Dates(blog.partner)
    updated = dates.read("updated_at", *_when(post, "post_modified"))
    if _wp(post, "status") == "trash":
        if not (guid or link):
            raise RefusedError(name, Problem("missing", "guid", send="send the guid of the post"))
        gone = make_submission(
            name, action=Action.WITHDRAW, id=guid, canonical_url=link, updated_at=updated
        )
        return ReadItem(gone, item=name)
    meta = _meta(post)
    content = read_content(_encoded(post, "content"))
    addresses = each_once([*(web_address(meta.get(key)) or "" for key in _CANONICAL), link or ""])
    submission = make_submission(
        name,
        id=guid,
        updated_at=updated,
        published_at=dates.read(
            "published_at", *_when(post, "post_date"), text_in(first(post, "pubDate"))
        ),
        headline=text_in(first(post, "title")),
        abstract=own_abstract(_encoded(post, "excerpt"), content.html),
        body_html=content.html,
        bylines=tuple(_bylines(post, blog)),
        sections=each_once(_terms_in(post, "category")),
        keywords=each_once(_terms_in(post, "post_tag")),
        series=next(_terms_in(post, "series"), None),
        pictures=tuple(_pictures(meta, content, blog)),
        canonical_url=addresses[0] if addresses else None,
        alternate_urls=addresses[1:],
        language=language(text_in(first(blog.channel, "language"))),
        source=_source(meta, blog),
        permission=_permission(post, meta, blog.partner).permission,
    )
    return ReadItem(
        submission,
        item=name,
        removals=tuple(content.removed),
        provenance=dates.provenance("stated"),
    )


def _wp(element: Element, name: str) -> str:
    """Text of the export's own element *name*."""
    return next(
        (text_in(one) for one in children(element, name) if namespace(one).startswith(WORDPRESS)),
        "",
    )


def _encoded(post: Element, what: str) -> str:
    """``content:encoded`` or ``excerpt:encoded``, line ends kept."""
    found = (one for one in children(post, "encoded") if f"/{what}" in namespace(one))
    return next(("".join(one.itertext()) for one in found), "")


def _when(post: Element, name: str) -> Iterator[str]:
    """The instant in UTC, then the blog's local time."""
    for date, zone in ((_wp(post, f"{name}_gmt"), "Z"), (_wp(post, name), "")):
        if date and not date.startswith(_NO_DATE):
            yield f"{date}{zone}"


def _meta(post: Element) -> dict[str, str]:
    pairs = ((_wp(one, "meta_key"), one) for one in children(post, "postmeta"))
    return {key: _wp(one, "meta_value") for key, one in pairs if key}


def _bylines(post: Element, blog: _Blog) -> Iterator[Byline]:
    """Guest authors are filed like categories; else the account that wrote it."""
    guests = each_once(_terms_in(post, "author"))
    if guests:
        yield from (Byline(name=name) for name in guests)
        return
    login = text_in(first(post, "creator"))
    if login:
        yield blog.authors.get(login) or Byline(name=login)


def _terms_in(post: Element, domain: str) -> Iterator[str]:
    for category in children(post, "category"):
        is_default = attribute(category, "nicename") == "uncategorized"
        if attribute(category, "domain") == domain and not is_default:
            yield text_in(category)


def _source(meta: Mapping[str, str], blog: _Blog) -> Source:
    """The blog, or what it took the post from itself (as feed readers in WordPress note it)."""
    own = Source(
        name=text_in(first(blog.channel, "title")) or None,
        url=web_address(text_in(first(blog.channel, "link"))),
    )
    origin = meta.get("syndication_source")
    if not origin:
        return own
    chain = (own.name,) if own.name else ()
    return Source(name=origin, url=web_address(meta.get("syndication_source_uri")), chain=chain)


def _permission(post: Element, meta: Mapping[str, str], partner: Partner) -> Terms:
    terms = Terms(partner)
    if _wp(post, "status") == "future":
        terms.limit("embargoed_until", next(_when(post, "post_date"), ""), "wp:status: future")
    if meta.get("_expiration-date"):
        terms.limit("expires_at", meta["_expiration-date"], "_expiration-date")
    for key, value in meta.items():
        if LIMITING.search(key) and not key.startswith("_") and value:
            terms.doubt(f"wp:postmeta {key}: {value[:80]!r}")
    return terms


# --- Pictures -----------------------------------------------------------------------------------


def _pictures(meta: Mapping[str, str], content: PostText, blog: _Blog) -> Iterator[Picture]:
    """The featured picture, galleries, and what is known of those in the text."""
    for key in _featured(meta, content):
        if key in blog.attachments:
            yield from _picture(blog.attachments[key])
    for image in re.finditer(r"<img\b[^<>]*>", content.html, re.IGNORECASE):
        known = _IMAGE_ID.search(image[0])
        source = re.search(r"""\ssrc\s*=\s*["']([^"']+)""", image[0], re.IGNORECASE)
        if known and source and known[1] in blog.attachments:
            yield from _picture(blog.attachments[known[1]], shown_at=source[1])


def _featured(meta: Mapping[str, str], content: PostText) -> dict[str, None]:
    """Ids of the featured picture and of those in galleries, each once."""
    return dict.fromkeys([meta.get("_thumbnail_id", ""), *content.gallery])


def _picture(item: Element, *, shown_at: str = "") -> Iterator[Picture]:
    address = shown_at or _wp(item, "attachment_url")
    if not address:
        return
    meta = _meta(item)
    facts = meta.get("_wp_attachment_metadata", "")
    yield Picture(
        url=address,
        caption=_encoded(item, "excerpt").strip() or None,
        alt=meta.get("_wp_attachment_image_alt") or None,
        credit=_php(_PHP_TEXT, "credit", facts) or None,
        rights=_php(_PHP_TEXT, "copyright", facts) or None,
        width=None if shown_at else whole_number(_php(_PHP_NUMBER, "width", facts), least=1),
        height=None if shown_at else whole_number(_php(_PHP_NUMBER, "height", facts), least=1),
    )


def _php(pattern: str, name: str, facts: str) -> str:
    found = re.search(pattern % name, facts)
    return found[1].strip() if found else ""
