"""
The one way XML comes in: no DTD, no entities of its own, no network, bounded depth and size.

Document types are cut off before a parser sees them. A document that declares entities (the bombs,
the ones that fetch files) is refused: read without them it would say something else.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reprise.errors import Problem, RefusedError

Element = etree._Element  # noqa: SLF001 - the only name lxml has for the type

MAX_DEPTH = 100
"""Elements in elements. News formats need about 30 with a table inside a block."""
MAX_TAGS = 1_000_000
"""A tree costs about 150 bytes for each element, whatever it says."""

_NAME = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_SUBSET_END = re.compile(r"\][ \t\r\n]{0,99}>")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_SEND = "send the whole file as well-formed XML in UTF-8"


@dataclass(frozen=True, slots=True)
class Prolog:
    """What stands before the first element: its document type, where it begins, its name."""

    doctype: str = ""
    begin: int = 0
    root: str = ""


def read_prolog(text: str) -> Prolog:
    """
    Look at the beginning of *text*, in time proportional to its length.

    Example:
        >>> read_prolog('<?xml version="1.0"?><!-- x --><a:feed xmlns:a="urn:x"/>').root
        'feed'
    """
    doctype, at = "", 0
    while True:
        at = _after_spaces(text, at)
        if text.startswith("<?", at):
            end = text.find("?>", at) + 2
        elif text.startswith("<!--", at):
            end = text.find("-->", at) + 3
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            end = _end_of_doctype(text, at)
            doctype = text[at:end]
        else:
            found = _NAME.match(text, at)
            return Prolog(doctype, at, found[2] if found else "")
        if end <= at + 4:
            return Prolog(doctype, at, "")
        at = end


def parse_xml(text: str, item: str) -> Element:
    """
    The root element of *text*.

    Named characters of HTML (``&eacute;``, ``&nbsp;``) are known; control characters, which XML
    forbids, are dropped.

    Args:
        text: Decoded; what it declares about its encoding no longer counts.

        item: What a refusal calls it.

    Raises:
        RefusedError: Not well-formed, cut off, too deep, too large, or with entities of its own.
    """
    prolog = read_prolog(text)
    if "<!ENTITY" in prolog.doctype.upper():
        send = "send it without a document type that declares entities"
        raise RefusedError(item, Problem("own_entities", found=prolog.doctype[:120], send=send))
    if text.count("<") > MAX_TAGS:
        found, send = f"{text.count('<')} tags", f"send at most {MAX_TAGS} in one file"
        raise RefusedError(item, Problem("too_large", found=found, send=send))
    body = _ENTITY.sub(_named_character, _ILLEGAL.sub("", text[prolog.begin :]))
    try:
        root = etree.fromstring(body.encode(), parser=_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError(item, _problem(error, body)) from error
    _check_depth(root, item)
    return root


def local(element: Element) -> str:
    """Name of *element* without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: Element) -> str:
    """Namespace of *element*; empty without one."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Child elements of *element* with one of the local *names*, all of them without names."""
    if element is not None:
        for child in element:
            if isinstance(child.tag, str) and (not names or local(child) in names):
                yield child


def first(element: Element | None, *path: str) -> Element | None:
    """The first element at *path*, a local name for each level."""
    for name in path:
        element = next(children(element, name), None)
    return element


def text_in(element: Element | None) -> str:
    """All text in *element*, white space runs as one space; empty without it."""
    if element is None:
        return ""
    return " ".join("".join(element.itertext()).split())


def attribute(element: Element | None, name: str) -> str:
    """Attribute *name*, trimmed; empty without it."""
    return (element.get(name) or "").strip() if element is not None else ""


def language_of(element: Element | None) -> str:
    """``xml:lang`` that holds at *element*, its own or inherited."""
    while element is not None:
        own = attribute(element, "{http://www.w3.org/XML/1998/namespace}lang")
        if own:
            return own
        element = element.getparent()
    return ""


def _after_spaces(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] == "\ufeff"):
        at += 1
    return at


def _end_of_doctype(text: str, at: int) -> int:
    """After the ``>`` that ends it, an internal subset in brackets included."""
    close, subset = text.find(">", at), text.find("[", at)
    if -1 < subset < close:
        end = _SUBSET_END.search(text, subset)
        return end.end() if end else 0
    return close + 1


def _named_character(match: re.Match[str]) -> str:
    name = match[1]
    if name in _XML_ENTITIES:
        return match[0]
    return html.entities.html5.get(f"{name};", match[0])


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
        dtd_validation=False, attribute_defaults=False, huge_tree=False, recover=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip


def _problem(error: Exception, body: str) -> Problem:
    found = str(getattr(error, "msg", None) or error)[:200]
    low = found.lower()
    if "depth" in low:
        return Problem("too_deep", found=found, send=f"nest at most {MAX_DEPTH} levels deep")
    if "huge" in low:
        return Problem("too_large", found=found, send="send texts of less than 10 MB")
    is_cut = bool(body.strip()) and not body.rstrip().endswith(">")
    if is_cut or "premature end" in low or "unclosed" in low:
        return Problem("truncated", found=found, send="send the whole file; the end is missing")
    return Problem("bad_xml", found=found, send=_SEND)


def _check_depth(root: Element, item: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            send = f"nest at most {MAX_DEPTH} levels deep"
            raise RefusedError(item, Problem("too_deep", found=f"> {MAX_DEPTH} levels", send=send))
