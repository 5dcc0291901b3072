"""
What of a document is different, entry by entry, in words for people (row B104).

Knows the documents we write: feeds, sitemaps and directories hold entries, and so does a page that
lists headlines; any other page is one entry. What a format calls a thing is put in our own words,
so that one change in three formats of a channel reads as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import orjson
from lxml import etree, html

Fields = Mapping[str, str]
"""What an entry says, by our name for it."""

Reader = Callable[[bytes], Iterator[tuple[str, Fields]]]
"""From a document to its entries by id; what it says of itself has the id ``""``."""


class Fate(StrEnum):
    """What became of an entry."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """
    One entry that is different.

    Attributes:
        title: What people call it: a headline, an address; empty for what the document says of
            itself.
        details: Of a changed one, each field with its values before and after.
    """

    fate: Fate
    title: str
    details: tuple[tuple[str, str, str], ...] = ()


def changes(before: bytes | None, after: bytes | None, media_type: str) -> tuple[Change, ...]:
    """
    What of a document is different, in the order of the new one, what is gone last.

    Args:
        before / after: Its bytes, ``None`` when it is not there.

        media_type: Decides how they are read; of an unknown one only the whole is compared.
    """
    was, now = _entries(before, media_type), _entries(after, media_type)
    found = [
        Change(
            Fate.CHANGED if key in was else Fate.NEW, _title(key, said), _details(was, key, said)
        )
        for key, said in now.items()
        if said != was.get(key)
    ]
    gone = [Change(Fate.GONE, _title(key, said)) for key, said in was.items() if key not in now]
    return (*found, *gone)


def _title(key: str, said: Fields) -> str:
    return said.get("headline", key) if key else ""


def _details(was: Mapping[str, Fields], key: str, now: Fields) -> tuple[tuple[str, str, str], ...]:
    if key not in was:
        return ()
    names = dict.fromkeys((*now, *was[key]))
    both = ((name, was[key].get(name, ""), now.get(name, "")) for name in names)
    return tuple(each for each in both if each[1] != each[2])


# --- Reading --------------------------------------------------------------------------------------


def _entries(body: bytes | None, media_type: str) -> dict[str, Fields]:
    """The entries by their id."""
    if not body:
        return {}
    kind = media_type.partition(";")[0].strip()
    read = next((read for ending, read in _READERS.items() if kind.endswith(ending)), None)
    try:
        return {key: said for key, said in (read or _whole(kind))(body) if said}
    except (etree.LxmlError, ValueError):  # no document of ours, or of a time before its checks
        return dict(_whole("text/")(body))


def _whole(kind: str) -> Reader:
    """A document that holds no entries: its text, of any other its size."""
    if kind.startswith("text/"):
        return lambda body: iter([("", {"text": body.decode("utf-8", "replace")})])
    return lambda body: iter([("", {"bytes": f"{len(body):,}"})])


_NAMES = {
    "content_html": "text",
    "content_text": "text",
    "body_html": "text",
    "content": "text",
    "content:encoded": "text",
    "dc:creator": "authors",
    "author": "authors",
    "tags": "categories",
    "category": "categories",
    "url": "link",
    "description": "summary",
    "date_published": "published",
    "pubDate": "published",
    "date_modified": "updated",
    "lastmod": "updated",
    "title": "headline",
}
"""Our own words for what formats call each their own way."""

_ENTRIES = frozenset({"item", "entry", "url", "sitemap", "outline", "deleted-entry"})
_IDS = ("guid", "id", "loc", "@xmlUrl", "@ref")


def _from_xml(body: bytes) -> Iterator[tuple[str, Fields]]:
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, huge_tree=True))
    channel = root.find("channel")
    top = root if channel is None else channel
    entries = [each for each in root.iter("{*}*") if etree.QName(each).localname in _ENTRIES]
    inside = set(entries)
    for entry in entries:
        said = _said(entry, [each for each in entry if each not in inside])
        if key := next((said[name] for name in _IDS if said.get(name)), ""):
            yield f"deleted {key}" if "@ref" in said else key, _named(said)
    own = [each for each in top if not inside.intersection(each.iter())]
    yield "", _named(_said(top, own))


def _said(element: etree._Element, children: list[etree._Element]) -> dict[str, str]:
    """Attributes and children of an element by name, what stands there several times in one."""
    said = {f"@{etree.QName(name).localname}": value for name, value in element.attrib.items()}
    for child in children:
        local = etree.QName(child).localname
        name = f"{child.prefix}:{local}" if child.prefix else local
        said[name] = " · ".join(filter(None, (said.get(name), _text(child))))
    return said


def _text(element: etree._Element) -> str:
    """All an element says: text, or where it has none its attributes."""
    text = " ".join(" ".join(element.itertext()).split())
    values = [value for each in element.iter("{*}*") for value in each.attrib.values()]
    return text or " ".join(values)


def _from_json(body: bytes) -> Iterator[tuple[str, Fields]]:
    document = orjson.loads(body)
    if not isinstance(document, dict):
        document = {"text": document}
    lists = [name for name in ("items", "associations") if isinstance(document.get(name), list)]
    for entry in (entry for name in lists for entry in document[name]):
        if isinstance(entry, dict):
            yield str(entry.get("id") or entry.get("uri")), _named(_flat(entry))
    yield "", _named(_flat({name: each for name, each in document.items() if name not in lists}))


def _flat(entry: Mapping[str, object]) -> dict[str, str]:
    plain = (str, int, float, bool)
    return {
        name: str(value) if isinstance(value, plain) else orjson.dumps(value).decode()
        for name, value in entry.items()
    }


def _from_html(body: bytes) -> Iterator[tuple[str, Fields]]:
    page = html.document_fromstring(body, parser=html.HTMLParser(encoding="utf-8"))
    listed = page.xpath("//main//article[.//a[@href]][not(.//h1)]")
    for article in listed:
        link = article.xpath(".//a[@href]")[0]
        yield link.get("href"), {"headline": _words(link)}
        article.drop_tree()
    main = page.find(".//main")
    said = {"text": _words(page if main is None else main)}
    for name, path in _ABOUT_A_PAGE.items():
        said[name] = " ".join(str(each) for each in page.xpath(path))
    yield "", said


_ABOUT_A_PAGE = {
    "title": "//title/text()",
    "robots": "//meta[@name='robots' or @name='googlebot-news']/@content",
    "canonical": "//link[@rel='canonical']/@href",
    "feeds": "//link[@rel='alternate']/@href",
    "summary": "//meta[@name='description']/@content",
}


def _words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _named(said: Mapping[str, str]) -> Fields:
    return {_NAMES.get(name, name.lstrip("@")): value for name, value in said.items() if value}


_READERS: Mapping[str, Reader] = {
    "xml": _from_xml,
    "opml": _from_xml,
    "json": _from_json,
    "html": _from_html,
}
"""By the end of the media type."""
