"""
NITF 3.x: one article in XML, with its management data in ``docdata`` (row M5, NI-01 to NI-04).

A document may also change another one: a cancel message takes back what it refers to (NI-01).
``ed-msg`` and notes that are not called publishable are for staff and never published. Urgency stays behind: nothing
we publish has a place for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from reprise.errors import Problem, RefusedError
from reprise.intake.nitf_body import NitfText, is_for_staff, read_text
from reprise.intake.nitf_rights import CANCELED, KNOWN_STATUSES, holders_terms, own_terms, status_of
from reprise.intake.received import Received
from reprise.intake.stated import (
    Dates,
    each_once,
    instant,
    language,
    make_submission,
    web_address,
    whole_number,
)
from reprise.intake.xml_reading import (
    Element,
    attribute,
    children,
    first,
    language_of,
    local,
    parse_xml,
    text_in,
)
from reprise.model.reading import Reading, ReadItem
from reprise.model.submission import Action, Byline, Source
from reprise.text.page_lines import read_byline

NAME = "nitf"


def read(received: Received) -> Reading:
    """
    The article, and what it does to another.

    Raises:
        RefusedError: It can't be read, or takes back nothing that has a name.
    """
    root = parse_xml(received.text, received.name)
    own, other = _own(root, received), tuple(_others(root, received))
    if own is None and not other:
        send = "send doc-id, or management-doc-idref for what is canceled"
        raise RefusedError(received.name, Problem("missing", "docdata/doc-id", send=send))
    return Reading(NAME, items=(own, *other) if own else other)


def article_values(nitf: Element, dates: Dates) -> tuple[dict[str, Any], NitfText]:
    """What *nitf* says about its article, as fields of a submission, and its text."""
    head, body = first(nitf, "head"), first(nitf, "body")
    docdata, body_head = first(head, "docdata"), first(body, "body.head")
    notes = (one for one in children(body_head, "note") if not is_for_staff(one, in_head=True))
    text = read_text(*notes, first(body, "body.content"), *children(first(body, "body.end")))
    hedline = first(body_head, "hedline")
    abstract, below = text_in(first(body_head, "abstract")), _lines(hedline, "hl2")
    below = [line for line in below if line not in _desk_headlines(hedline)]
    values: dict[str, Any] = {
        "headline": text_in(first(hedline, "hl1")) or text_in(first(head, "title")),
        "abstract": abstract or " ".join(below),
        "bylines": tuple(_bylines(body_head)),
        "dateline": text_in(first(body_head, "dateline")),
        "body_html": "".join(f"<h2>{line}</h2>" for line in below if abstract) + text.html,
        "language": language(attribute(nitf, "baselang"), language_of(body), language_of(nitf)),
        "sections": _sections(head),
        "keywords": _keywords(head),
        "series": attribute(first(docdata, "series"), "series.name"),
        "pictures": text.pictures,
        "canonical_url": _address(head),
        "source": _source(head, body_head),
        "correction": _correction(docdata),
        "slugline": attribute(first(docdata, "du-key"), "key"),
        "ed_note": "\n".join(_staff_notes(docdata, body_head, text)),
    }
    return values | _dates(head, dates), text


# --- What the document is and does --------------------------------------------------------------


def _own(root: Element, received: Received) -> ReadItem | None:
    """The article itself; ``None`` when the document only takes back another."""
    docdata = first(root, "head", "docdata")
    name = attribute(first(docdata, "doc-id"), "id-string")
    status = status_of(docdata)
    if status == CANCELED:
        return _taken_back(name, docdata, received) if name and not _refers(docdata) else None
    dates = Dates(received.partner)
    values, text = article_values(root, dates)
    terms = own_terms(root, received.partner, copyright_notice=text.copyright)
    submission = make_submission(
        name or received.name,
        id=name,
        version=whole_number(attribute(first(docdata, "du-key"), "version")),
        pub_status="withheld" if status == "withheld" else "usable",
        **values,
        permission=terms.permission,
    )
    return ReadItem(
        submission,
        item=name or received.name,
        policies=holders_terms(root, received.partner),
        removals=text.removals,
        provenance=dates.provenance("stated"),
    )


def _others(root: Element, received: Received) -> Iterator[ReadItem]:
    """
    What becomes of the document that this one refers to.

    A new status is the other document's own: canceled takes it back. Withheld and embargoed take
    it back too, as only a new version can say what is to be shown then.
    """
    docdata = first(root, "head", "docdata")
    other = attribute(docdata, "management-doc-idref")
    status = attribute(docdata, "management-idref-status").lower()
    if other and (status or status_of(docdata) == CANCELED) and status != "usable":
        if status and status not in KNOWN_STATUSES:
            send = f"send one of {', '.join(sorted(KNOWN_STATUSES))}"
            problem = Problem("not_allowed", "docdata/@management-idref-status", status, send)
            raise RefusedError(other, problem)
        yield _taken_back(other, docdata, received)
    corrected = attribute(first(docdata, "correction"), "id-string")
    own = attribute(first(docdata, "doc-id"), "id-string")
    if corrected and corrected not in {own, other} and status_of(docdata) != CANCELED:
        yield _taken_back(corrected, docdata, received)


def _refers(docdata: Element | None) -> bool:
    """Its status speaks about another document."""
    if not attribute(docdata, "management-doc-idref"):
        return False
    return attribute(docdata, "management-idref-status").lower() in {"", CANCELED}


def _taken_back(name: str, docdata: Element | None, received: Received) -> ReadItem:
    issued = attribute(first(docdata, "date.issue"), "norm")
    submission = make_submission(
        name,
        action=Action.WITHDRAW,
        id=name,
        pub_status="canceled",
        updated_at=instant(issued, received.partner),
    )
    return ReadItem(submission, item=name)


# --- Fields -------------------------------------------------------------------------------------


def _lines(hedline: Element | None, name: str) -> list[str]:
    return [text for one in children(hedline, name) if (text := text_in(one))]


def _bylines(body_head: Element | None) -> Iterator[Byline]:
    for byline in children(body_head, "byline"):
        title = text_in(first(byline, "byttl"))
        organisation = text_in(first(byline, "byttl", "org"))
        people = [name for one in children(byline, "person") if (name := text_in(one))]
        role = title.removesuffix(organisation).strip(" ,")
        stated = _without(byline, "byttl", "virtloc")
        for name in people or read_byline(stated) or (stated,):
            if name:
                yield Byline(name=name, role=role or None, organisation=organisation or None)


def _without(element: Element, *names: str) -> str:
    """Text of *element* but for the children *names*."""
    parts = [element.text or ""]
    for child in element:
        if local(child) not in names:
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split()).strip(" ,")


def _sections(head: Element | None) -> tuple[str, ...]:
    subjects = children(first(head, "tobject"), "tobject.subject")
    types = (attribute(one, "tobject.subject.type") for one in subjects)
    printed = (attribute(one, "position.section") for one in children(head, "pubdata"))
    return each_once([*types, *printed])


def _keywords(head: Element | None) -> tuple[str, ...]:
    docdata = first(head, "docdata")
    keys = (attribute(one, "key") for one in children(first(docdata, "key-list"), "keyword"))
    subjects = [*children(first(head, "tobject"), "tobject.subject")]
    finer = (
        attribute(one, f"tobject.subject.{part}")
        for one in subjects
        for part in ("matter", "detail")
    )
    named = (text_in(one) for one in children(first(docdata, "identified-content")))
    return each_once([*keys, *finer, *named])


def _address(head: Element | None) -> str | None:
    addresses = (web_address(one.get("ex-ref")) for one in children(head, "pubdata"))
    return next((one for one in addresses if one), None)


def _source(head: Element | None, body_head: Element | None) -> Source | None:
    printed = (attribute(one, "name") for one in children(head, "pubdata"))
    names = each_once([*printed, text_in(first(body_head, "distributor"))])
    return Source(name=names[0]) if names else None


def _dates(head: Element | None, dates: Dates) -> dict[str, datetime | None]:
    docdata = first(head, "docdata")
    issued = [attribute(one, "norm") for one in children(docdata, "date.issue")]
    revised = [attribute(one, "norm") for one in children(head, "revision-history")]
    printed = [attribute(one, "date.publication") for one in children(head, "pubdata")]
    changes = dates.every("updated_at", *issued, *revised)
    begins = dates.every("published_at", *printed)
    if not begins:
        begins = dates.every("published_at", *issued, *revised)
    return {
        "published_at": min(begins, default=None),
        "updated_at": max(changes, default=None),
    }


def _correction(docdata: Element | None) -> str | None:
    """Words to show; an element without them still makes it a correction."""
    correction = first(docdata, "correction")
    return attribute(correction, "info") or "" if correction is not None else None


def _desk_headlines(hedline: Element | None) -> list[str]:
    """``BC-Ferry, 1st Ld``: how the desk calls it (AP), never a line of the article."""
    return [text_in(one) for one in children(hedline, "hl2") if one.get("id") == "originalHeadline"]


def _staff_notes(
    docdata: Element | None, body_head: Element | None, text: NitfText
) -> Iterator[str]:
    for message in children(docdata, "ed-msg"):
        yield attribute(message, "info") or text_in(message)
    for note in children(body_head, "note"):
        if is_for_staff(note, in_head=True):
            yield text_in(note)
    yield from text.staff_notes
